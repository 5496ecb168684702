package store

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// fromProvider is somebody who comes from a provider with an address.
func fromProvider(email string) editorial.Claims {
	return editorial.Claims{Issuer: "https://id.example", Subject: "7", Email: email, Verified: true, Name: "Karim", Language: editorial.French}
}

// arrives signs somebody in.
func (h *house) arrives(who editorial.Claims, groups editorial.Groups) (editorial.Access, error) {
	h.now = h.now.Add(time.Second)
	id := editorial.NewID[editorial.SessionID]("ses")
	return h.Arrive(h.ctx, h.now, who, groups, editorial.Session{ID: id, Secret: []byte(id)})
}

// lastActions are what the instance's record says was done last, oldest first.
func (h *house) lastActions(last int) []string {
	lines, err := h.ListAudit(h.ctx, AuditFilter{Instance: true, Latest: true}, last)
	require.NoError(h.t, err)
	actions := make([]string, len(lines))
	for i, line := range lines {
		actions[len(lines)-1-i] = line.Action
	}
	return actions
}

func TestArriveLinksByAddressOnce(t *testing.T) {
	h := newHouse(t)
	a, err := h.arrives(fromProvider("ines@example.org"), nil)
	require.NoError(t, err)
	require.Equal(t, ines, a.Member.ID)
	require.Len(t, a.Sessions, 1)
	require.Equal(t, []string{"identity.linked", "session.started"}, h.lastActions(2))

	moved := fromProvider("elsewhere@example.org") // the account stays theirs, whatever address it has now
	a, err = h.arrives(moved, nil)
	require.NoError(t, err)
	require.Equal(t, ines, a.Member.ID)
	require.Equal(t, []string{"session.started", "session.started"}, h.lastActions(2))

	heir := fromProvider("ines@example.org") // somebody else has the address now
	heir.Subject = "8"
	_, err = h.arrives(heir, nil)
	requireCode(t, editorial.CodeNoAccount, err)
	other := fromProvider("ines@example.org") // of another provider
	other.Issuer = "https://other.example"
	_, err = h.arrives(other, nil)
	require.NoError(t, err)
}

func TestArriveBringsSomebodyNew(t *testing.T) {
	h := newHouse(t)
	groups := editorial.Groups{
		"desk": {{Calendar: maison, Role: editorial.Editor}, {Calendar: "cal_none", Role: editorial.Editor}, {Calendar: maison, Role: "role_none"}},
		"lead": {{Calendar: maison, Role: editorial.Manager}},
	}
	who := fromProvider("karim@example.org")
	_, err := h.arrives(who, groups)
	requireCode(t, editorial.CodeNoAccount, err)
	who.Groups = []string{"desk", "unknown"}
	a, err := h.arrives(who, groups)
	require.NoError(t, err)
	require.Equal(t, map[editorial.CalendarID][]editorial.Role{maison: {editorial.Editor}}, a.Member.Roles)
	require.Equal(t, []string{"member.added", "identity.linked", "session.started"}, h.lastActions(3))

	who.Groups = []string{"lead"}
	a, err = h.arrives(who, groups)
	require.NoError(t, err)
	require.Equal(t, map[editorial.CalendarID][]editorial.Role{maison: {editorial.Manager}}, a.Member.Roles)
	require.Equal(t, []string{"member.updated", "session.started"}, h.lastActions(2))
}

// A sign-in takes no calendar its last manager, and no instance its last owner.
func TestArriveKeepsTheLast(t *testing.T) {
	h := newHouse(t)
	groups := editorial.Groups{"lead": {{Calendar: maison, Role: editorial.Manager}}, "it": {{Owner: true}}}
	m, err := h.GetMember(h.ctx, ines)
	require.NoError(t, err)
	require.Contains(t, m.Roles[maison], editorial.Manager)
	a, err := h.arrives(fromProvider("ines@example.org"), groups)
	require.NoError(t, err)
	require.Contains(t, a.Member.Roles[maison], editorial.Manager)
	require.Equal(t, m.Owner, a.Member.Owner)

	require.NoError(t, h.AddMember(h.ctx, h.desk(), maison, editorial.Member{
		ID: "mem_2", Name: "Karim", Email: "k@example.org", Language: "fr", Owner: true, Roles: map[editorial.CalendarID][]editorial.Role{maison: {editorial.Manager}},
	}))
	a, err = h.arrives(fromProvider("ines@example.org"), groups)
	require.NoError(t, err)
	require.NotContains(t, a.Member.Roles[maison], editorial.Manager)
	require.False(t, a.Member.Owner)
}

func TestArriveRefusesWhoIsShutOut(t *testing.T) {
	h := newHouse(t)
	_, err := h.UpdateMember(h.ctx, h.desk(), maison, ines, func(m *editorial.Member) error {
		m.Deactivated = h.now
		return nil
	})
	require.NoError(t, err)
	before := h.everything()
	_, err = h.arrives(fromProvider("ines@example.org"), nil)
	requireCode(t, editorial.CodeShutOut, err)
	require.Equal(t, before, h.everything())
}
