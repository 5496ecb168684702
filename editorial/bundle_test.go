package editorial_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"parution.dev/editorial"
)

const (
	desk  editorial.Role = "role_desk"  // reads, and looks after members
	press editorial.Role = "role_press" // reads, and approves
)

func aBook() editorial.Rolebook {
	book := editorial.NewRolebook([]editorial.Bundle{
		{ID: desk, Permissions: editorial.Permissions{editorial.Read, editorial.Members}},
		{ID: press, Permissions: editorial.Permissions{editorial.Read, editorial.Approve}},
	})
	return book
}

func TestBundleSet(t *testing.T) {
	var b editorial.Bundle
	b.Set(editorial.Permissions{editorial.Approve, editorial.Write, editorial.Approve})
	require.Equal(t, editorial.Permissions{editorial.Read, editorial.Write, editorial.Approve}, b.Permissions)
	b.Set(nil)
	require.Equal(t, editorial.Permissions{editorial.Read}, b.Permissions, "whoever works here reads")
}

func TestBundleNames(t *testing.T) {
	for _, name := range []string{"manager", "Manager", " MANAGER ", "Responsable", "owner", "Propriétaire", "Viewer", "lecture"} {
		err := editorial.CheckBundleName(name)
		require.True(t, editorial.IsKind(err, editorial.Invalid), name)
		require.Equal(t, editorial.CodeRoleNameTaken, editorial.AsRefusal(err).Code)
	}
	require.NoError(t, editorial.CheckBundleName("Presse"))
	require.Equal(t, editorial.Words{EN: "role_1", FR: "role_1"}, editorial.Role("role_1").Words())
}

func TestRolebook(t *testing.T) {
	book := aBook()
	require.Equal(t, editorial.Editor.Permissions(), book.Permissions(editorial.Editor))
	require.Equal(t, editorial.Permissions{editorial.Read, editorial.Approve}, book.Permissions(press))
	require.Empty(t, book.Permissions("role_other"))
	require.Equal(t, editorial.Permissions{editorial.Read, editorial.Approve, editorial.Members}, book.Granted([]editorial.Role{press, desk, "role_other"}))
	m := editorial.Member{Roles: map[editorial.CalendarID][]editorial.Role{"cal_1": {editorial.Contributor, press}}, Bundles: book}
	require.Equal(t, editorial.Permissions{editorial.Read, editorial.Write, editorial.Discuss, editorial.Approve}, m.May("cal_1"))
}

// Who may give and take which roles.
func TestCheckGrant(t *testing.T) {
	roles := func(list ...editorial.Role) []editorial.Role { return list }
	deskMay := editorial.Permissions{editorial.Read, editorial.Members}
	for name, row := range map[string]struct {
		may           editorial.Permissions
		before, after []editorial.Role
		code          editorial.Code
		pointers      []string
	}{
		"a manager gives anything":           {editorial.AllPermissions(), nil, roles(editorial.Manager, press), "", nil},
		"the desk gives reading":             {deskMay, nil, roles(editorial.Viewer), "", nil},
		"the desk gives what it is":          {deskMay, nil, roles(desk), "", nil},
		"not more":                           {deskMay, nil, roles(editorial.Viewer, editorial.Editor), editorial.CodeBeyondYours, []string{"/roles/1"}},
		"not by a name of its own":           {deskMay, nil, roles(press), editorial.CodeBeyondYours, []string{"/roles/0"}},
		"what was there stays":               {deskMay, roles(editorial.Manager), roles(editorial.Manager, editorial.Viewer), "", nil},
		"and is not taken":                   {deskMay, roles(editorial.Manager, editorial.Viewer), roles(editorial.Viewer), editorial.CodeBeyondYours, nil},
		"not even all of it":                 {deskMay, roles(editorial.Manager), nil, editorial.CodeBeyondYours, nil},
		"what it may give it may take":       {deskMay, roles(editorial.Viewer, desk), nil, "", nil},
		"nobody is an owner here":            {editorial.AllPermissions(), nil, roles(editorial.Owner), editorial.CodeUnknownRole, []string{"/roles/0"}},
		"nor what another calendar made":     {editorial.AllPermissions(), nil, roles(desk, "role_other"), editorial.CodeUnknownRole, []string{"/roles/1"}},
		"without permissions nothing":        {nil, nil, roles(editorial.Viewer), editorial.CodeBeyondYours, []string{"/roles/0"}},
		"unknown is said before what is not": {deskMay, nil, roles(editorial.Manager, "role_other"), editorial.CodeUnknownRole, []string{"/roles/1"}},
	} {
		err := aBook().CheckGrant(row.may, row.before, row.after)
		if row.code == "" {
			require.NoError(t, err, name)
			continue
		}
		refusal := editorial.AsRefusal(err)
		require.NotNil(t, refusal, name)
		require.Equal(t, row.code, refusal.Code, name)
		require.Equal(t, row.code == editorial.CodeBeyondYours, refusal.Kind == editorial.Forbidden, name)
		var pointers []string
		for _, p := range refusal.Problems {
			pointers = append(pointers, p.Pointer)
		}
		require.Equal(t, row.pointers, pointers, name)
	}
}

// However roles are given and taken, nobody brings another, or themselves, to
// a permission that they do not have.
func TestNoEscalation(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := append(editorial.Roles(), desk, press)
		some := func(name string) []editorial.Role {
			return rapid.SliceOfNDistinct(rapid.SampledFrom(all), 0, 4, rapid.ID[editorial.Role]).Draw(t, name)
		}
		book := aBook()
		may, before, after := book.Granted(some("giver")), some("before"), some("after")
		was, is := book.Granted(before), book.Granted(after)
		if book.CheckGrant(may, before, after) != nil {
			return
		}
		for _, one := range editorial.AllPermissions() {
			if was.Has(one) != is.Has(one) {
				require.True(t, may.Has(one), one)
			}
		}
	})
}

func TestCheckBundle(t *testing.T) {
	may := editorial.Permissions{editorial.Read, editorial.Write, editorial.Members}
	for name, row := range map[string]struct {
		before, after editorial.Permissions
		fine          bool
	}{
		"new":                     {nil, editorial.Permissions{editorial.Read, editorial.Write}, true},
		"beyond":                  {nil, editorial.Permissions{editorial.Read, editorial.Approve}, false},
		"it was there before":     {editorial.Permissions{editorial.Approve}, editorial.Permissions{editorial.Approve, editorial.Write}, true},
		"and cannot be taken":     {editorial.Permissions{editorial.Approve, editorial.Write}, editorial.Permissions{editorial.Write}, false},
		"what one has, one takes": {editorial.Permissions{editorial.Approve, editorial.Write}, editorial.Permissions{editorial.Approve}, true},
	} {
		err := editorial.CheckBundle(may, row.before, row.after)
		require.Equal(t, row.fine, err == nil, name)
		if !row.fine {
			require.True(t, editorial.IsKind(err, editorial.Forbidden), name)
		}
	}
}

func TestTidyRoles(t *testing.T) {
	require.Equal(t, []editorial.Role{editorial.Editor, press}, editorial.TidyRoles([]editorial.Role{press, editorial.Editor, press}))
}

func TestPresetRolesHaveWords(t *testing.T) {
	for _, role := range everyRole {
		words := role.Words()
		require.NotEmpty(t, words.EN)
		require.NotEmpty(t, words.FR)
		require.NotContains(t, words.FR, strings.ToLower(words.EN))
	}
}
