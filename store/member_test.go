package store

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func TestMemberRoundTrip(t *testing.T) {
	h := newHouse(t)
	require.NoError(t, h.AddCalendar(h.ctx, h.desk(), aCalendar("cal_2"), ines))
	want := filled[editorial.Member](1)
	want.ID, want.Created = "mem_2", noon
	press := h.bundle("role_1", "Presse", editorial.Read, editorial.Approve)
	want.Roles = map[editorial.CalendarID][]editorial.Role{maison: {editorial.Editor, editorial.Reviewer, press.ID}, "cal_2": {editorial.Viewer}}
	want.Bundles = editorial.Rolebook{press.ID: press.Permissions}
	require.NoError(t, h.AddMember(h.ctx, h.desk(), maison, want))
	want.Deactivated = time.Time{} // nobody begins shut out
	h.requireMember(want)

	after := filled[editorial.Member](2)
	after.ID, after.Created = want.ID, noon
	after.Roles, after.Bundles = map[editorial.CalendarID][]editorial.Role{maison: {editorial.Manager}}, editorial.Rolebook{}
	requireChanged(t, want, after, "ID", "Created")
	said, err := h.UpdateMember(h.ctx, h.desk(), maison, want.ID, func(m *editorial.Member) error {
		requireSame(t, want, *m)
		*m = after
		m.Version = want.Version
		return nil
	})
	require.NoError(t, err)
	requireSame(t, after, said)
	h.requireMember(after)

	after, err = h.UpdateMember(h.ctx, h.desk(), maison, want.ID, func(m *editorial.Member) error {
		m.Deactivated = time.Time{}
		return nil
	})
	require.NoError(t, err)
	require.Zero(t, after.Deactivated, "let in again")
	h.requireMember(after)
}

// requireMember reads a member in every way there is.
func (h *house) requireMember(want editorial.Member) {
	h.t.Helper()
	got, err := h.GetMember(h.ctx, want.ID)
	require.NoError(h.t, err)
	requireSame(h.t, want, got)
	got, err = h.MemberByEmail(h.ctx, want.Email)
	require.NoError(h.t, err)
	requireSame(h.t, want, got)
	listed, _, err := h.ListMembers(h.ctx, maison, Page{})
	require.NoError(h.t, err)
	requireSame(h.t, want, listed[len(listed)-1])
}

func TestMemberRefusals(t *testing.T) {
	h := newHouse(t)
	twin := editorial.Member{ID: "mem_2", Email: "ines@example.org"}
	other := editorial.Member{ID: "mem_3", Email: "other@example.org"}
	require.NoError(t, h.AddMember(h.ctx, h.desk(), "", other))
	before := h.everything()

	requireCode(t, "email_taken", h.AddMember(h.ctx, h.desk(), "", twin))
	_, err := h.UpdateMember(h.ctx, h.desk(), "", other.ID, func(m *editorial.Member) error {
		m.Email = twin.Email
		return nil
	})
	requireCode(t, "email_taken", err)
	require.Equal(t, "/email", editorial.AsRefusal(err).Problems[0].Pointer)

	twin.Email, twin.Roles = "two@example.org", map[editorial.CalendarID][]editorial.Role{"cal_none": {editorial.Editor}}
	require.Error(t, h.AddMember(h.ctx, h.desk(), "", twin), "a role is held in a calendar that is there")
	twin.Roles = map[editorial.CalendarID][]editorial.Role{maison: {editorial.Owner}}
	require.Error(t, h.AddMember(h.ctx, h.desk(), "", twin), "an owner is of the instance, not of a calendar")
	twin.ID, twin.Roles = ines, nil
	err = h.AddMember(h.ctx, h.desk(), "", twin)
	require.Error(t, err)
	require.Nil(t, editorial.AsRefusal(err), "an id that is taken is our mistake, not the person’s")

	twin.ID, twin.Roles = "mem_4", map[editorial.CalendarID][]editorial.Role{maison: {"role_none"}}
	requireCode(t, editorial.CodeUnknownRole, h.AddMember(h.ctx, h.desk(), "", twin))
	_, err = h.GetMember(h.ctx, "mem_none")
	requireCode(t, editorial.CodeNotFound, err)
	_, err = h.MemberByEmail(h.ctx, "nobody@example.org")
	requireCode(t, editorial.CodeNotFound, err)
	_, err = h.UpdateMember(h.ctx, h.desk(), "", "mem_none", func(*editorial.Member) error { return nil })
	requireCode(t, editorial.CodeNotFound, err)
	require.Equal(t, before, h.everything())
}

func TestRoleTwice(t *testing.T) {
	h := newHouse(t)
	_, err := h.UpdateMember(h.ctx, h.desk(), maison, ines, func(m *editorial.Member) error {
		m.Roles[maison] = []editorial.Role{editorial.Editor, editorial.Editor}
		return nil
	})
	require.NoError(t, err)
	m, err := h.GetMember(h.ctx, ines)
	require.NoError(t, err)
	require.Equal(t, []editorial.Role{editorial.Editor}, m.Roles[maison])
}

func TestListMembers(t *testing.T) {
	h := newHouse(t)
	require.NoError(t, h.AddCalendar(h.ctx, h.desk(), aCalendar("cal_2"), ines))
	for i := range 6 {
		m := editorial.Member{ID: number[editorial.MemberID]("mem", i), Email: string(rune('a' + i))}
		if i%2 == 0 {
			m.Roles = map[editorial.CalendarID][]editorial.Role{"cal_2": {editorial.Editor, editorial.Viewer}}
		}
		require.NoError(t, h.AddMember(h.ctx, h.desk(), "", m))
	}
	list := func(calendar editorial.CalendarID) func(Page) ([]editorial.Member, string, error) {
		return func(p Page) ([]editorial.Member, string, error) { return h.ListMembers(h.ctx, calendar, p) }
	}
	id := func(m editorial.Member) string { return string(m.ID) }
	requirePages(t, []string{"mem_0000", "mem_0001", "mem_0002", "mem_0003", "mem_0004", "mem_0005", "mem_1"}, list(""), id)
	requirePages(t, []string{"mem_0000", "mem_0002", "mem_0004", "mem_1"}, list("cal_2"), id)
	requirePages(t, []string{"mem_1"}, list(maison), id)
	requirePages(t, []string{}, list("cal_none"), id)
}

// Services have no address, and there may be many of them.
func TestServices(t *testing.T) {
	h := newHouse(t)
	for _, id := range []editorial.MemberID{"mem_2", "mem_3"} {
		require.NoError(t, h.AddMember(h.ctx, h.desk(), maison, editorial.Member{ID: id, Name: "CMS", Service: true}))
		m, err := h.GetMember(h.ctx, id)
		require.NoError(t, err)
		require.True(t, m.Service)
		require.Empty(t, m.Email)
	}
	for _, email := range []string{"", "nobody"} {
		_, err := h.MemberByEmail(h.ctx, email)
		requireCode(t, editorial.CodeNotFound, err)
	}
}

// The record says what became of whom.
func TestMemberLines(t *testing.T) {
	h := newHouse(t)
	require.NoError(t, h.AddMember(h.ctx, h.desk(), maison, editorial.Member{
		ID: "mem_2", Name: "Karim", Email: "k@example.org", Roles: map[editorial.CalendarID][]editorial.Role{maison: {editorial.Viewer, editorial.Editor}},
	}))
	_, err := h.UpdateMember(h.ctx, h.desk(), maison, "mem_2", func(m *editorial.Member) error {
		m.Name, m.Roles[maison] = "Karim B.", []editorial.Role{editorial.Manager}
		return nil
	})
	require.NoError(t, err)
	_, err = h.UpdateOwner(h.ctx, h.desk(), "mem_2", func(m *editorial.Member, others int) error { return editorial.Crown(m, true, others) })
	require.NoError(t, err)
	var details []string
	for _, line := range h.lines(AuditFilter{Calendars: []editorial.CalendarID{maison}, Instance: true}, 99) {
		if line.Subject == "mem_2" {
			details = append(details, string(line.Calendar)+" "+line.Action+" "+line.Detail)
		}
	}
	require.Equal(t, []string{
		"cal_1 member.added cal_1: none → editor viewer",
		"cal_1 member.updated name: Karim → Karim B.; cal_1: editor viewer → manager",
		" member.updated owner: false → true",
	}, details)
}

func TestUpdateOwnerCountsTheOthers(t *testing.T) {
	h := newHouse(t)
	heard := func(id editorial.MemberID, owner bool) (n int) {
		_, err := h.UpdateOwner(h.ctx, h.desk(), id, func(m *editorial.Member, others int) error {
			n, m.Owner = others, owner
			return nil
		})
		require.NoError(t, err)
		return n
	}
	require.NoError(t, h.AddMember(h.ctx, h.desk(), "", editorial.Member{ID: "mem_2", Email: "k@example.org"}))
	require.Equal(t, 0, heard(ines, true))
	require.Equal(t, 0, heard(ines, true), "oneself is not another")
	require.Equal(t, 1, heard("mem_2", true))
	require.Equal(t, 1, heard(ines, true))
	_, _, err := h.DeactivateMember(h.ctx, h.desk(), "mem_2", func(m *editorial.Member, others int) error { return editorial.Deactivate(m, others, h.now) })
	require.NoError(t, err)
	require.Equal(t, 0, heard(ines, true), "who is shut out looks after nothing")
	_, err = h.UpdateOwner(h.ctx, h.desk(), "mem_none", func(*editorial.Member, int) error { return nil })
	requireCode(t, editorial.CodeNotFound, err)
}
