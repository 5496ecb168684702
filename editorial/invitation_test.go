package editorial_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func TestInvitationTerm(t *testing.T) {
	i := editorial.Invitation{}
	require.False(t, i.Open(noon), "never sent")
	ana := editorial.Actor{Member: "mem_1", Name: "Ana"}
	require.NoError(t, i.Renew(ana, noon))
	require.Equal(t, ana, i.By)
	require.True(t, i.Open(noon.Add(editorial.InvitationLife-1)))
	require.False(t, i.Open(noon.Add(editorial.InvitationLife)))
	require.NoError(t, i.Renew(ana, noon.Add(editorial.InvitationLife)), "what has run out can be sent again")
	require.True(t, i.Open(noon.Add(editorial.InvitationLife)))
	require.NoError(t, i.Revoke(noon))
	require.NoError(t, i.Revoke(noon.Add(time.Hour)))
	require.Equal(t, noon, i.Revoked)
	require.False(t, i.Open(noon))
	requireRefused(t, editorial.Conflict, editorial.CodeInvitationOver, i.Renew(ana, noon))

	accepted := editorial.Invitation{Accepted: noon}
	requireRefused(t, editorial.Conflict, editorial.CodeInvitationOver, accepted.Renew(ana, noon))
	requireRefused(t, editorial.Conflict, editorial.CodeInvitationOver, accepted.Revoke(noon))
}

func TestInvitationCheck(t *testing.T) {
	i := editorial.Invitation{Calendar: "cal_1", Email: "grace@example.org"}
	require.NoError(t, i.Check([]editorial.Invitation{{Email: "karim@example.org"}}, editorial.Member{}))
	elsewhere := editorial.Member{Roles: map[editorial.CalendarID][]editorial.Role{"cal_2": {editorial.Viewer}}}
	require.NoError(t, i.Check(nil, elsewhere))
	here := editorial.Member{Roles: map[editorial.CalendarID][]editorial.Role{"cal_1": {editorial.Viewer}}}
	requireRefused(t, editorial.Conflict, editorial.CodeAlreadyMember, i.Check(nil, here))
	requireRefused(t, editorial.Conflict, editorial.CodeAlreadyInvited, i.Check([]editorial.Invitation{{Email: "grace@example.org"}}, editorial.Member{}))
	requireRefused(t, editorial.Conflict, editorial.CodeShutOut, i.Check(nil, editorial.Member{Deactivated: noon}))
}

// An invitation is worth what its maker could give at the moment when it is
// accepted.
func TestInvitationAccept(t *testing.T) {
	maker := func(roles ...editorial.Role) *editorial.Member {
		return &editorial.Member{ID: "mem_1", Roles: map[editorial.CalendarID][]editorial.Role{"cal_1": roles}, Bundles: aBook()}
	}
	owner := &editorial.Member{ID: "mem_1", Owner: true}
	gone := maker(editorial.Manager)
	gone.Deactivated = noon
	for name, row := range map[string]struct {
		change func(*editorial.Invitation, *editorial.Invited)
		maker  *editorial.Member
		roles  []editorial.Role
		become []editorial.Role // nil: refused
	}{
		"by a manager":               {nil, maker(editorial.Manager), []editorial.Role{editorial.Editor, press}, []editorial.Role{editorial.Editor, press}},
		"by an owner":                {nil, owner, []editorial.Role{editorial.Manager}, []editorial.Role{editorial.Manager}},
		"at the machine":             {nil, nil, []editorial.Role{editorial.Viewer}, []editorial.Role{editorial.Viewer}},
		"by one who left":            {nil, maker(), []editorial.Role{editorial.Viewer}, nil},
		"by one who was shut out":    {nil, gone, []editorial.Role{editorial.Viewer}, nil},
		"by one who invites no more": {nil, maker(editorial.Editor), []editorial.Role{editorial.Viewer}, nil},
		"beyond what they have now":  {nil, maker(desk), []editorial.Role{editorial.Editor}, nil},
		"within it":                  {nil, maker(desk), []editorial.Role{editorial.Viewer}, []editorial.Role{editorial.Viewer}},
		"to a role that is gone":     {nil, maker(editorial.Manager), []editorial.Role{"role_gone"}, nil},
		"too late":                   {func(i *editorial.Invitation, _ *editorial.Invited) { i.ExpiresAt = noon }, owner, []editorial.Role{editorial.Viewer}, nil},
		"revoked":                    {func(i *editorial.Invitation, _ *editorial.Invited) { i.Revoked = noon }, owner, []editorial.Role{editorial.Viewer}, nil},
		"accepted before":            {func(i *editorial.Invitation, _ *editorial.Invited) { i.Accepted = noon }, owner, []editorial.Role{editorial.Viewer}, nil},
		"the calendar is put away":   {func(_ *editorial.Invitation, met *editorial.Invited) { met.Calendar.Archived = noon }, owner, []editorial.Role{editorial.Viewer}, nil},
		"by somebody else":           {func(_ *editorial.Invitation, met *editorial.Invited) { met.Member.Email = "x@example.org" }, owner, []editorial.Role{editorial.Viewer}, nil},
		"by one who is shut out":     {func(_ *editorial.Invitation, met *editorial.Invited) { met.Member.Deactivated = noon }, owner, []editorial.Role{editorial.Viewer}, nil},
		"what they had stays": {func(_ *editorial.Invitation, met *editorial.Invited) {
			met.Member.Roles["cal_1"] = []editorial.Role{editorial.Viewer}
		}, owner, []editorial.Role{editorial.Editor}, []editorial.Role{editorial.Editor, editorial.Viewer}},
	} {
		i := editorial.Invitation{Calendar: "cal_1", Email: "grace@example.org", Roles: row.roles, ExpiresAt: noon.Add(time.Hour)}
		met := editorial.Invited{
			Calendar: editorial.Calendar{ID: "cal_1"}, Book: aBook(), Maker: row.maker,
			Member: editorial.Member{ID: "mem_2", Email: "grace@example.org", Roles: map[editorial.CalendarID][]editorial.Role{}},
		}
		if row.change != nil {
			row.change(&i, &met)
		}
		before := i
		err := i.Accept(&met, noon)
		if row.become == nil {
			requireRefused(t, editorial.NotFound, editorial.CodeInvitationOver, err)
			require.Equal(t, before, i, name)
			require.Empty(t, met.Member.Roles["cal_1"], name)
			continue
		}
		require.NoError(t, err, name)
		require.Equal(t, row.become, met.Member.Roles["cal_1"], name)
		require.Equal(t, noon, i.Accepted, name)
		require.Equal(t, editorial.MemberID("mem_2"), i.Member, name)
		require.False(t, i.Open(noon))
	}
}
