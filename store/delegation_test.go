package store

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// delegates has somebody act in Inès's place for an hour.
func (h *house) delegates(id editorial.DelegationID, to editorial.MemberID, from time.Time) editorial.Delegation {
	h.t.Helper()
	d := editorial.Delegation{
		ID: id, Calendar: maison, Member: ines, To: to, From: from, Until: from.Add(time.Hour), Reason: "away", By: h.desk().By, Created: h.now,
	}
	d, err := h.AddDelegation(h.ctx, h.desk(), d, func(_ *editorial.Delegation, team []editorial.Member, c editorial.Calendar) error {
		require.NotEmpty(h.t, team)
		require.Equal(h.t, maison, c.ID)
		return nil
	})
	require.NoError(h.t, err)
	return d
}

func TestDelegations(t *testing.T) {
	h := newHouse(t)
	require.NoError(t, h.AddMember(h.ctx, h.desk(), maison, editorial.Member{ID: "mem_2", Name: "Karim", Email: "karim@example.org", Roles: map[editorial.CalendarID][]editorial.Role{maison: {editorial.Reviewer}}}))
	first := h.delegates("dgn_1", "mem_2", noon)
	h.delegates("dgn_2", "", noon.Add(2*time.Hour))
	got, err := h.GetDelegation(h.ctx, "dgn_1")
	require.NoError(t, err)
	first.By.May = nil
	require.Equal(t, first, got)

	for at, want := range map[time.Duration][]editorial.DelegationID{
		-time.Millisecond: nil, 0: {"dgn_1"}, time.Hour - time.Millisecond: {"dgn_1"}, time.Hour: nil, 2 * time.Hour: {"dgn_2"},
	} {
		away, err := h.Away(h.ctx, maison, noon.Add(at))
		require.NoError(t, err)
		var ids []editorial.DelegationID
		for _, d := range away {
			ids = append(ids, d.ID)
		}
		require.Equal(t, want, ids, at)
	}
	open, _, err := h.ListDelegations(h.ctx, maison, noon.Add(time.Hour), Page{})
	require.NoError(t, err)
	require.Len(t, open, 1)
	every, next, err := h.ListDelegations(h.ctx, maison, time.Time{}, Page{Limit: 1})
	require.NoError(t, err)
	require.Len(t, every, 1)
	require.NotEmpty(t, next)

	_, err = h.UpdateDelegation(h.ctx, h.desk(), "dgn_1", func(d *editorial.Delegation) error { return d.End(h.desk().By, noon.Add(time.Minute)) })
	require.NoError(t, err)
	away, err := h.Away(h.ctx, maison, noon.Add(time.Minute))
	require.NoError(t, err)
	require.Empty(t, away)
}

// A policy that escalates sooner is looked at with what waits already.
func TestEscalationFollowsThePolicy(t *testing.T) {
	h := newHouse(t)
	p := h.move(h.draft("undated", time.Time{}, wall), editorial.MoveSubmit)
	require.True(t, p.RemindAt.IsZero())
	_, err := h.UpdateCalendar(h.ctx, h.desk(), maison, func(c *editorial.Calendar) error {
		c.Policy.Escalation.After = time.Hour
		return nil
	})
	require.NoError(t, err)
	require.Empty(t, h.remind())
	h.now = noon.Add(time.Hour)
	told := h.remind()
	require.Len(t, told, 1)
	require.True(t, told[0].Escalated)
	require.Empty(t, h.remind())
}
