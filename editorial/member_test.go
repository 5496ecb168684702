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
		editorial.Permissions{editorial.Read, editorial.Write, editorial.Discuss, editorial.Approve},
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
	mine := func(narrowed ...editorial.Permission) editorial.Token {
		return editorial.Token{Maker: "mem_1", Permissions: narrowed}
	}
	given := func(narrowed ...editorial.Permission) editorial.Token {
		return editorial.Token{Maker: "mem_2", Permissions: narrowed}
	}
	onlyIn := func(calendar editorial.CalendarID) editorial.Token {
		return editorial.Token{Maker: "mem_1", Calendars: []editorial.CalendarID{calendar}}
	}
	all := editorial.AllPermissions()
	none := editorial.Permissions{}
	strict, lax := editorial.Policy{}, editorial.Policy{TokensMayApprove: true}
	for name, row := range map[string]struct {
		token  editorial.Token
		in     editorial.CalendarID
		policy editorial.Policy
		may    editorial.Permissions
		maker  editorial.MemberID
	}{
		"one's own":                  {mine(), "cal_1", strict, all, ""},
		"narrowed":                   {mine(editorial.Approve, editorial.Read), "cal_1", strict, editorial.Permissions{editorial.Read, editorial.Approve}, ""},
		"never widened":              {mine(all...), "cal_2", strict, editorial.Permissions{editorial.Read}, ""},
		"where they have no part":    {mine(), "cal_3", strict, none, ""},
		"to one calendar":            {onlyIn("cal_1"), "cal_1", strict, all, ""},
		"not to another":             {onlyIn("cal_2"), "cal_1", strict, nil, ""},
		"made by another":            {given(), "cal_1", strict, without(editorial.Approve), "mem_2"},
		"made by another to approve": {given(editorial.Approve), "cal_1", strict, none, "mem_2"},
		"where the calendar lets it": {given(), "cal_1", lax, all, "mem_2"},
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
