package store

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// crisis opens one, and pauses the calendar where that is asked.
func (h *house) crisis(pauses bool) (editorial.Crisis, error) {
	h.t.Helper()
	c, err := editorial.OpenCrisis(maison, editorial.SeveritySerious, "a fire", pauses, h.desk().By, h.now)
	require.NoError(h.t, err)
	if !pauses {
		return h.AddCrisis(h.ctx, h.desk(), c, nil)
	}
	pause := editorial.Pause{
		ID: editorial.NewID[editorial.PauseID]("pau"), Calendar: maison, Scope: editorial.Scope{Calendar: maison}, Reason: "a fire", By: h.desk().By, From: h.now,
	}
	return h.AddCrisis(h.ctx, h.desk(), c, &pause)
}

func TestCrisis(t *testing.T) {
	h := newHouse(t)
	p := h.approved("x", nine, wall)
	opened, err := h.crisis(true)
	require.NoError(t, err)
	got, err := h.GetCrisis(h.ctx, opened.ID)
	require.NoError(t, err)
	require.Equal(t, opened, got)
	require.Positive(t, got.First)

	_, err = h.crisis(true)
	require.True(t, editorial.IsKind(err, editorial.Conflict))
	require.Equal(t, editorial.CodeCrisisOpen, editorial.AsRefusal(err).Code)
	pauses, _, err := h.ListPauses(h.ctx, []editorial.CalendarID{maison}, &h.now, Page{})
	require.NoError(t, err)
	require.Len(t, pauses, 1, "the second one paused nothing")

	h.now = nine
	require.Empty(t, h.turn().Work, "paused")
	points := "We are sorry."
	changed, err := h.UpdateCrisis(h.ctx, h.desk(), opened.ID, "crisis.updated", func(c *editorial.Crisis) (string, error) {
		return "a note", c.Change(editorial.CrisisChange{Points: &points, Statement: &editorial.Post{ID: p.ID, Calendar: maison, Sheet: editorial.Sheet{Crisis: true}}}, h.desk().By)
	})
	require.NoError(t, err)
	require.Equal(t, int64(2), changed.Version)

	h.now = nine.Add(time.Minute)
	closed, err := h.CloseCrisis(h.ctx, h.desk(), opened.ID, func(c *editorial.Crisis, pauses []editorial.Pause) error {
		require.Len(t, pauses, 1)
		return c.Close("over", true, pauses, h.desk().By, h.now)
	})
	require.NoError(t, err)
	got, err = h.GetCrisis(h.ctx, opened.ID)
	require.NoError(t, err)
	require.Equal(t, closed, got)
	require.Equal(t, p.ID, got.Statement)
	pauses, _, err = h.ListPauses(h.ctx, []editorial.CalendarID{maison}, &h.now, Page{})
	require.NoError(t, err)
	require.Empty(t, pauses)
	require.Empty(t, h.turn().Work, "and what came due under it stays")

	lines, err := h.ListAudit(h.ctx, AuditFilter{Calendars: []editorial.CalendarID{maison}, First: got.First, Last: got.Last, Latest: true}, 100)
	require.NoError(t, err)
	require.Equal(t, "crisis.closed", lines[0].Action)
	require.Equal(t, "crisis.opened", lines[len(lines)-1].Action)
	_, err = h.crisis(true)
	require.NoError(t, err, "another one")
	open, _, err := h.ListCrises(h.ctx, maison, true, Page{})
	require.NoError(t, err)
	require.Len(t, open, 1)
	all, _, err := h.ListCrises(h.ctx, maison, false, Page{})
	require.NoError(t, err)
	require.Len(t, all, 2)
}
