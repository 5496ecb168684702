package editorial_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// What each role may do, as the team reads it.
func TestRoles(t *testing.T) {
	table := newMatrix("permission", "")
	for _, one := range editorial.AllPermissions() {
		table.row(string(one), "", func(role editorial.Role) string {
			if role.Permissions().Has(one) {
				return "yes"
			}
			return "-"
		})
	}
	golden(t, "role.golden", table.String())
}

func TestRolesAreBundlesOfPermissions(t *testing.T) {
	for _, role := range everyRole {
		for _, one := range role.Permissions() {
			require.Contains(t, editorial.AllPermissions(), one, role)
		}
		require.True(t, role.Permissions().Has(editorial.Read), "whoever works here reads")
	}
	require.Empty(t, editorial.Role("guest").Permissions())
	require.NotContains(t, editorial.Roles(), editorial.Owner, "of the instance, not of a calendar")
}

func TestGranted(t *testing.T) {
	require.Empty(t, editorial.Granted(nil))
	require.Equal(t,
		editorial.Permissions{editorial.Read, editorial.Write, editorial.Comment, editorial.Approve},
		editorial.Granted([]editorial.Role{editorial.Reviewer, editorial.Contributor}))
	require.Equal(t, editorial.AllPermissions(), editorial.Granted([]editorial.Role{editorial.Viewer, editorial.Manager}))
}

func TestMemberMay(t *testing.T) {
	m := editorial.Member{ID: "mem_1", Roles: map[editorial.CalendarID][]editorial.Role{"cal_1": {editorial.Editor}}}
	require.Equal(t, editorial.Editor.Permissions(), m.May("cal_1"))
	require.Empty(t, m.May("cal_2"), "for them it does not exist")

	m.Owner = true
	require.Equal(t, editorial.Owner.Permissions(), m.May("cal_2"))
	require.False(t, m.May("cal_1").Has(editorial.Approve), "an owner signs nothing unless they are a member too")
	require.True(t, m.May("cal_1").Has(editorial.Write))
	require.True(t, m.May("cal_1").Has(editorial.Govern))
	require.Equal(t, map[editorial.CalendarID][]editorial.Role{"cal_1": {editorial.Editor}}, m.Roles)
}

func TestPermissionsAnd(t *testing.T) {
	p := editorial.Permissions{editorial.Write, editorial.Read}
	require.Equal(t, editorial.Permissions{editorial.Write}, p.And(editorial.Permissions{editorial.Submit, editorial.Write}))
	require.Empty(t, p.And(nil))
}

// What a token narrows is narrowed, never widened.
func TestActingAs(t *testing.T) {
	manager := editorial.Member{
		ID: "mem_1", Name: "Ana", Language: editorial.French,
		Roles: map[editorial.CalendarID][]editorial.Role{"cal_1": {editorial.Manager}, "cal_2": {editorial.Viewer}},
	}
	without := func(left editorial.Permission) editorial.Permissions {
		var rest editorial.Permissions
		for _, one := range editorial.AllPermissions() {
			if one != left {
				rest = append(rest, one)
			}
		}
		return rest
	}
	for name, row := range map[string]struct {
		token  editorial.Token
		policy editorial.Policy
		in     editorial.CalendarID
		may    editorial.Permissions
		maker  editorial.MemberID
	}{
		"one's own": {
			editorial.Token{Maker: "mem_1"}, editorial.Policy{}, "cal_1", editorial.AllPermissions(), "",
		},
		"narrowed": {
			editorial.Token{Maker: "mem_1", Permissions: editorial.Permissions{editorial.Approve, editorial.Read}}, editorial.Policy{}, "cal_1",
			editorial.Permissions{editorial.Read, editorial.Approve}, "",
		},
		"never widened": {
			editorial.Token{Maker: "mem_1", Permissions: editorial.AllPermissions()}, editorial.Policy{}, "cal_2",
			editorial.Permissions{editorial.Read}, "",
		},
		"where they have no part": {
			editorial.Token{Maker: "mem_1"}, editorial.Policy{}, "cal_3", editorial.Permissions{}, "",
		},
		"to one calendar": {
			editorial.Token{Maker: "mem_1", Calendars: []editorial.CalendarID{"cal_1"}}, editorial.Policy{}, "cal_1", editorial.AllPermissions(), "",
		},
		"not to another": {
			editorial.Token{Maker: "mem_1", Calendars: []editorial.CalendarID{"cal_2"}}, editorial.Policy{}, "cal_1", nil, "",
		},
		"made by another": {
			editorial.Token{Maker: "mem_2"}, editorial.Policy{}, "cal_1", without(editorial.Approve), "mem_2",
		},
		"made by another to approve": {
			editorial.Token{Maker: "mem_2", Permissions: editorial.Permissions{editorial.Approve}}, editorial.Policy{}, "cal_1",
			editorial.Permissions{}, "mem_2",
		},
		"made by another, where that is allowed": {
			editorial.Token{Maker: "mem_2"}, editorial.Policy{TokensMayApprove: true}, "cal_1", editorial.AllPermissions(), "mem_2",
		},
	} {
		row.token.ID = "tok_1"
		got := editorial.ActingAs(manager, row.token, editorial.Calendar{ID: row.in, Policy: row.policy})
		require.Equal(t, editorial.Actor{
			Member: "mem_1", Name: "Ana", Token: "tok_1", Maker: row.maker, Language: editorial.French, May: row.may,
		}, got, name)
	}
}

func TestTokenAlive(t *testing.T) {
	require.True(t, editorial.Token{}.Alive(noon))
	require.True(t, editorial.Token{ExpiresAt: noon.Add(1)}.Alive(noon))
	require.False(t, editorial.Token{ExpiresAt: noon}.Alive(noon))
	require.False(t, editorial.Token{Revoked: noon}.Alive(noon))
}

func TestTheMachineMayNothing(t *testing.T) {
	require.Equal(t, editorial.Actor{Name: "parution"}, editorial.Machine())
}
