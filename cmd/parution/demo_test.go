package main

import (
	"bytes"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/store"
)

// TestDemo plants the demonstration and finds a month in every status, in two
// languages, with one post that leaves within the minute.
func TestDemo(t *testing.T) {
	keys, err := openKeyring(filepath.Join(t.TempDir(), "key"))
	require.NoError(t, err)
	db, err := store.Open(t.Context(), store.Config{Dir: t.TempDir(), Sealer: keys})
	require.NoError(t, err)
	defer func() { require.NoError(t, db.Close()) }()
	planted := time.Date(2026, time.November, 22, 10, 0, 0, 0, time.UTC)
	var out bytes.Buffer
	require.NoError(t, plant(t.Context(), db, "http://127.0.0.1:8080", planted, console{&out}))
	require.Regexp(t, `(?m)^owner token: par_\S{43}$`, out.String())

	password := regexp.MustCompile(`(?m)^password of each: (demo-[a-z2-7]{16})$`).FindStringSubmatch(out.String())
	require.NotNil(t, password)
	for _, email := range []string{"ines", "karim", "grace", "louis"} {
		require.Contains(t, out.String(), "\nsign in: "+email+"@maison-lumen.example\n")
		access, err := db.AccessByEmail(t.Context(), email+"@maison-lumen.example")
		require.NoError(t, err)
		require.NotEmpty(t, access.Password)
		require.NotContains(t, access.Password, password[1])
	}
	require.NotEqual(t, password[1], demoPassword(), "each demonstration has its own")

	calendars, _, err := db.ListCalendars(t.Context(), nil, store.Page{})
	require.NoError(t, err)
	posts, _, err := db.ListPosts(t.Context(), store.PostFilter{Calendar: calendars[0].ID}, store.Page{})
	require.NoError(t, err)
	statuses, languages, soon := map[editorial.Status]bool{}, map[string]bool{}, 0
	for _, p := range posts {
		statuses[p.Status] = true
		languages[p.Content.Language] = true
		if p.Status == "scheduled" && p.FirstDue.Sub(planted) <= time.Minute {
			soon++
		}
	}
	expected := slices.DeleteFunc(editorial.Statuses(), func(s editorial.Status) bool { return s == "publishing" }) // a moment, not a state to be found in
	require.ElementsMatch(t, expected, slices.Collect(maps.Keys(statuses)))
	require.Equal(t, map[string]bool{"fr": true, "en": true}, languages)
	require.Equal(t, 1, soon)

	out.Reset()
	require.NoError(t, plant(t.Context(), db, "http://127.0.0.1:8080", planted, console{&out}))
	require.Empty(t, out.String(), "a second start plants nothing")
}
