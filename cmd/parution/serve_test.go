package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// serving is a daemon in this process.
type serving struct {
	url   string
	said  []string
	stop  context.CancelFunc
	ended chan ended
}

// start runs a daemon until the test ends, and waits until it says where.
func (m *machine) start(args ...string) *serving {
	m.t.Helper()
	ctx, cancel := context.WithCancel(m.t.Context())
	out, in := io.Pipe()
	s := &serving{stop: cancel, ended: make(chan ended, 1)}
	go func() {
		var trouble bytes.Buffer
		code := run(ctx, append([]string{"serve", "--listen", "127.0.0.1:0", "--log-level", "error"}, args...), console{in}, &trouble, editorial.UsualTerms())
		_ = in.Close()
		s.ended <- ended{code: code, trouble: trouble.String()}
	}()
	m.t.Cleanup(cancel)
	for lines := bufio.NewScanner(out); lines.Scan(); {
		s.said = append(s.said, lines.Text())
		if _, rest, found := strings.Cut(lines.Text(), " is at "); found {
			s.url = strings.Fields(rest)[0]
			go func() { _, _ = io.Copy(io.Discard, out) }()
			return s
		}
	}
	m.t.Fatalf("it did not start: %+v", <-s.ended)
	return nil
}

// end stops the daemon and waits for it.
func (s *serving) end(t *testing.T) {
	t.Helper()
	s.stop()
	require.Equal(t, ended{}, <-s.ended)
}

func (s *serving) get(t *testing.T, path, token string) (int, string) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.url+path, nil)
	require.NoError(t, err)
	if token != "" {
		request.Header.Set("Authorization", "Bearer "+token)
	}
	client := &http.Client{Timeout: 30 * time.Second}
	defer client.CloseIdleConnections()
	answer, err := client.Do(request)
	require.NoError(t, err)
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	return answer.StatusCode, string(body)
}

// The daemon makes what it needs, serves, and stops when it is told to.
func TestServe(t *testing.T) {
	m := newMachine(t)
	s := m.start("--public-url", "https://calendar.example.org/")
	require.Equal(t, "https://calendar.example.org", s.url, "people are told the address that they can reach")
	s.end(t)
	require.FileExists(t, m.key)

	token := m.init()
	s = m.start()
	status, _ := s.get(t, "/healthz", "")
	require.Equal(t, http.StatusOK, status)
	status, body := s.get(t, "/api/v1/me", token)
	require.Equal(t, http.StatusOK, status)
	require.Contains(t, body, "Inès Moreau")
	status, _ = s.get(t, "/api/v1/me", "")
	require.Equal(t, http.StatusUnauthorized, status)
	m.refuses(exitAddress, []string{"listen"}, "serve", "--listen", strings.TrimPrefix(s.url, "http://"))
	s.end(t)
}

// A restored backup starts paused, and says so in its calendar.
func TestServeRestored(t *testing.T) {
	m := newMachine(t)
	token := m.furnish()
	path := m.backup()
	other := m.elsewhere(t)
	other.does("restore", path)
	s := other.start()
	status, body := s.get(t, "/api/v1/pauses", token)
	require.Equal(t, http.StatusOK, status, body)
	require.Contains(t, body, "restored backup")
	s.end(t)
}

// The demonstration prints its token, so it stays on this machine.
func TestDemoStaysHome(t *testing.T) {
	m := newMachine(t)
	for _, address := range []string{"0.0.0.0:0", ":0", "[::]:0"} {
		m.refuses(exitSetting, []string{"loopback", "--demo-anywhere"}, "serve", "--demo", "--listen", address)
		t.Setenv("PARUTION_DEMO", "true")
		m.refuses(exitSetting, []string{"loopback"}, "serve", "--listen", address)
		unset(t, "PARUTION_DEMO")
	}
	require.NoDirExists(t, m.data, "and makes nothing before it is asked where")

	for address, c := range map[string]serveCommand{
		"anywhere": {Demo: true, DemoAnywhere: true, Listen: "0.0.0.0:0"},
		"home":     {Demo: true, Listen: "127.0.0.1:0"},
		"no demo":  {Listen: "0.0.0.0:0"},
	} {
		listener, err := c.listen(t.Context())
		require.NoError(t, err, address)
		require.NoError(t, listener.Close())
	}
}

func TestHolder(t *testing.T) {
	first, second := holder(), holder()
	require.NotEqual(t, first, second, "two starts are two daemons")
}

// What is written down is kept to the millisecond, in UTC.
func TestNow(t *testing.T) {
	require.Equal(t, time.UTC, now().Location())
	require.Zero(t, now().Nanosecond()%int(time.Millisecond))
	require.WithinDuration(t, time.Now(), now(), time.Minute)
}
