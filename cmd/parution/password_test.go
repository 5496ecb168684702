package main

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/rs/zerolog"
	"github.com/stretchr/testify/require"

	"parution.dev/api"
	"parution.dev/editorial"
	"parution.dev/store"
)

const lamp = "la lampe sous l'escalier"

// types is what standard input holds for the next command.
func (m *machine) types(text string) {
	m.t.Helper()
	reader, writer, err := os.Pipe()
	require.NoError(m.t, err)
	_, err = writer.WriteString(text)
	require.NoError(m.t, err)
	require.NoError(m.t, writer.Close())
	before := os.Stdin
	os.Stdin = reader
	m.t.Cleanup(func() {
		os.Stdin = before
		require.NoError(m.t, reader.Close())
	})
}

// desk is the API of the instance, as the daemon serves it.
func (m *machine) desk() func(path string, body map[string]string) int {
	m.t.Helper()
	handler := api.New(api.Config{Store: m.open(), Log: zerolog.Nop(), Now: time.Now, PublicURL: "https://calendar.example.org", Platforms: tended{}})
	return func(path string, body map[string]string) int {
		encoded, err := json.Marshal(body)
		require.NoError(m.t, err)
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, httptest.NewRequestWithContext(m.t.Context(), http.MethodPost, "/api/v1"+path, strings.NewReader(string(encoded))))
		return w.Code
	}
}

func TestInitWithAPassword(t *testing.T) {
	for name, give := range map[string]func(m *machine) []string{
		"typed":              func(m *machine) []string { m.types(lamp + "\n"); return []string{"--password-stdin"} },
		"in the environment": func(m *machine) []string { m.t.Setenv(passwordVariable, lamp); return nil },
	} {
		t.Run(name, func(t *testing.T) {
			m := newMachine(t)
			args := append([]string{"init", "--name", "Inès", "--email", "ines@example.org"}, give(m)...)
			out := m.does(args...)
			require.Regexp(t, `^par_\S{43}$`, lastLine(out), "the token comes all the same")
			require.NotContains(t, out, lamp)
			require.Equal(t, http.StatusOK, m.desk()("/session", map[string]string{"email": "ines@example.org", "password": lamp}))
		})
	}
	m := newMachine(t)
	m.types("short\n")
	m.refuses(exitSetting, []string{"12 characters"}, "init", "--name", "Inès", "--email", "ines@example.org", "--password-stdin")
	require.NoDirExists(t, m.data, "a mistake makes nothing")
}

func TestSetPassword(t *testing.T) {
	m := newMachine(t)
	m.init()
	ask := m.desk()
	require.Equal(t, http.StatusUnauthorized, ask("/session", map[string]string{"email": "ines@example.org", "password": lamp}))
	m.types(lamp)
	require.NotContains(t, m.does("member", "set-password", "--email", "ines@example.org"), lamp)
	require.Equal(t, http.StatusOK, ask("/session", map[string]string{"email": "ines@example.org", "password": lamp}))
	m.types("une horloge de grenier\r\nand more\n")
	m.does("member", "set-password", "--email", "ines@example.org")
	access, err := m.open().AccessByEmail(t.Context(), "ines@example.org")
	require.NoError(t, err)
	require.Empty(t, access.Sessions, "who was signed in is out")
	require.Equal(t, http.StatusOK, ask("/session", map[string]string{"email": "ines@example.org", "password": "une horloge de grenier"}))
	for _, easy := range []string{"", "ines@example.org1\n", "motdepasse123\n"} {
		m.types(easy)
		m.refuses(exitSetting, []string{"password"}, "member", "set-password", "--email", "ines@example.org")
	}
}

func TestResetLink(t *testing.T) {
	m := newMachine(t)
	m.init()
	link := lastLine(m.does("member", "reset-link", "--email", "ines@example.org"))
	require.Regexp(t, `^http://127\.0\.0\.1:8080/reset#parl_\S{43}$`, link)
	link = lastLine(m.does("member", "reset-link", "--email", "ines@example.org", "--public-url", "https://calendar.example.org/"))
	_, secret, found := strings.Cut(link, "https://calendar.example.org/reset#")
	require.True(t, found, link)
	ask := m.desk()
	require.Equal(t, http.StatusNoContent, ask("/resets/accept", map[string]string{"token": secret, "password": lamp}))
	require.Equal(t, http.StatusNotFound, ask("/resets/accept", map[string]string{"token": secret, "password": lamp}))
	require.Equal(t, http.StatusOK, ask("/session", map[string]string{"email": "ines@example.org", "password": lamp}))
	m.refuses(exitSetting, []string{"PUBLIC_URL"}, "member", "reset-link", "--email", "ines@example.org", "--public-url", "calendar")
	m.crown("karim@example.org")
	m.does("member", "deactivate", "--email", "ines@example.org")
	m.refuses(exitSetting, []string{"shut out"}, "member", "reset-link", "--email", "ines@example.org")
}

func TestDropSecondFactor(t *testing.T) {
	m := newMachine(t)
	m.init()
	m.refuses(exitSetting, []string{"second factor is off"}, "member", "drop-second-factor", "--email", "ines@example.org")
	db := m.open()
	who, err := db.MemberByEmail(t.Context(), "ines@example.org")
	require.NoError(t, err)
	_, err = db.UpdateAccess(t.Context(), store.Write{Now: time.Now()}, who.ID, func(a *editorial.Access) ([]editorial.Deed, error) {
		a.Factor = editorial.NewSecondFactor(who.ID, time.Now())
		a.Factor.Confirmed = time.Now()
		return nil, nil
	})
	require.NoError(t, err)
	m.does("member", "drop-second-factor", "--email", "ines@example.org")
	access, err := db.GetAccess(t.Context(), who.ID)
	require.NoError(t, err)
	require.False(t, access.HasFactor())
}
