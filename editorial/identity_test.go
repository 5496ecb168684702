package editorial_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func anArrival() editorial.Arrival {
	return editorial.Arrival{
		Claims: editorial.Claims{Issuer: "https://id.test", Subject: "7", Email: "ana@example.org", Verified: true, Name: "Ana", Language: editorial.French, Groups: []string{"desk"}},
		Provides: editorial.Groups{
			"desk": {{Calendar: "cal_1", Role: editorial.Editor}},
			"lead": {{Calendar: "cal_1", Role: editorial.Manager}, {Calendar: "cal_2", Role: "role_1"}},
			"it":   {{Owner: true}},
		},
		NeededAt:   func(editorial.Grant) bool { return false },
		NewcomerID: "mem_new",
	}
}

func ana() *editorial.Member {
	return &editorial.Member{ID: "mem_ana", Name: "Ana B.", Email: "ana@example.org", Roles: map[editorial.CalendarID][]editorial.Role{}}
}

func TestRecognise(t *testing.T) {
	shut, service := ana(), ana()
	shut.Deactivated, service.Service = time.Unix(1, 0), true
	for name, c := range map[string]struct {
		change func(*editorial.Arrival)
		id     editorial.MemberID
		way    editorial.Way
		code   editorial.Code
	}{
		"somebody new":                 {func(*editorial.Arrival) {}, "mem_new", editorial.WayNew, ""},
		"known":                        {func(a *editorial.Arrival) { a.Known = ana() }, "mem_ana", editorial.WayKnown, ""},
		"known, another address":       {func(a *editorial.Arrival) { a.Known, a.Claims.Email, a.Claims.Verified = ana(), "x@example.org", false }, "mem_ana", editorial.WayKnown, ""},
		"by address":                   {func(a *editorial.Arrival) { a.ByEmail = ana() }, "mem_ana", editorial.WayLinked, ""},
		"by address, without groups":   {func(a *editorial.Arrival) { a.ByEmail, a.Claims.Groups = ana(), nil }, "mem_ana", editorial.WayLinked, ""},
		"by an address not verified":   {func(a *editorial.Arrival) { a.ByEmail, a.Claims.Verified = ana(), false }, "", "", editorial.CodeAddressNotVerified},
		"no address":                   {func(a *editorial.Arrival) { a.Claims.Email = "" }, "", "", editorial.CodeAddressNotVerified},
		"an address given on":          {func(a *editorial.Arrival) { a.ByEmail, a.Other = ana(), true }, "", "", editorial.CodeNoAccount},
		"new, in no group":             {func(a *editorial.Arrival) { a.Claims.Groups = []string{"others"} }, "", "", editorial.CodeNoAccount},
		"shut out":                     {func(a *editorial.Arrival) { a.Known = shut }, "", "", editorial.CodeShutOut},
		"shut out, by address":         {func(a *editorial.Arrival) { a.ByEmail = shut }, "", "", editorial.CodeShutOut},
		"a service":                    {func(a *editorial.Arrival) { a.ByEmail = service }, "", "", editorial.CodeShutOut},
		"new, in a group without role": {func(a *editorial.Arrival) { a.Provides["desk"] = nil }, "", "", editorial.CodeNoAccount},
	} {
		t.Run(name, func(t *testing.T) {
			a := anArrival()
			c.change(&a)
			m, way, err := a.Recognise()
			if c.code != "" {
				require.Equal(t, c.code, editorial.AsRefusal(err).Code)
				return
			}
			require.NoError(t, err)
			require.Equal(t, c.id, m.ID)
			require.Equal(t, c.way, way)
		})
	}
	newcomer, _, err := anArrival().Recognise()
	require.NoError(t, err)
	require.Equal(t, editorial.Member{
		ID: "mem_new", Name: "Ana", Email: "ana@example.org", Language: editorial.French, Version: 1,
		Roles: map[editorial.CalendarID][]editorial.Role{"cal_1": {editorial.Editor}},
	}, newcomer)
}

// Groups give and take what they are named for, and nothing else.
func TestGroupsGiveAndTakeRoles(t *testing.T) {
	a := anArrival()
	before := ana()
	before.Owner = true
	before.Roles = map[editorial.CalendarID][]editorial.Role{"cal_1": {editorial.Manager, editorial.Viewer}, "cal_2": {"role_1"}, "cal_3": {editorial.Manager}}
	a.Known = before
	m, _, err := a.Recognise()
	require.NoError(t, err)
	require.False(t, m.Owner)
	require.Equal(t, map[editorial.CalendarID][]editorial.Role{"cal_1": {editorial.Editor, editorial.Viewer}, "cal_3": {editorial.Manager}}, m.Roles)
	require.Len(t, before.Roles["cal_1"], 2, "what was read stays as it is")

	a.NeededAt = func(g editorial.Grant) bool { return g.Owner || g.Role == editorial.Manager }
	m, _, err = a.Recognise()
	require.NoError(t, err)
	require.True(t, m.Owner, "the last owner stays")
	require.Equal(t, []editorial.Role{editorial.Editor, editorial.Manager, editorial.Viewer}, m.Roles["cal_1"], "so does the last manager")

	a.Claims.Groups = []string{"it", "lead"}
	a.Provides = a.Provides.Known(func(g editorial.Grant) bool { return g.Calendar == "cal_1" })
	m, _, err = a.Recognise()
	require.NoError(t, err)
	require.True(t, m.Owner)
	require.Equal(t, []editorial.Role{editorial.Manager, editorial.Viewer}, m.Roles["cal_1"])
	require.Equal(t, []editorial.Role{"role_1"}, m.Roles["cal_2"], "a calendar that is not there is left alone")
}
