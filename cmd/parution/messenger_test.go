package main

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/notify/notifytest"
)

// A letter goes from a request to the mail server, by way of the outbox.
func TestLetterLeaves(t *testing.T) {
	sink, err := notifytest.NewSink(t.Context())
	require.NoError(t, err)
	defer func() { _ = sink.Close() }()
	m := newMachine(t)
	token := m.init()
	s := m.start("--smtp", sink.Address, "--mail-from", "Parution <calendar@parution.example>")
	_, me := s.get(t, "/api/v1/me", token)
	_, email, _ := strings.Cut(me, `"email":"`)
	email, _, _ = strings.Cut(email, `"`)
	s.post(t, "/resets", "", `{"email":"`+email+`"}`)
	require.Eventually(t, func() bool { return len(sink.Letters()) == 1 }, 30*time.Second, 20*time.Millisecond)
	l := sink.Letters()[0]
	require.Contains(t, l.To, email)
	require.Contains(t, l.From, "calendar@parution.example")
	require.Contains(t, l.Data, "/reset#")
	require.Eventually(t, func() bool {
		_, log := s.get(t, "/api/v1/dispatches", token)
		return strings.Contains(log, `"kind":"password_reset"`) && strings.Contains(log, `"state":"done"`)
	}, 30*time.Second, 20*time.Millisecond)

	calendar := s.post(t, "/calendars", token, `{"name":"Maison","time_zone":"Europe/Paris","language":"fr","policy":{"client_codes":true}}`)["id"].(string)
	link := s.post(t, "/calendars/"+calendar+"/client-links", token, `{"for":"Odile","email":"odile@example.org","approves":true,"language":"fr"}`)["link"].(string)
	_, secret, _ := strings.Cut(link, "#")
	s.post(t, "/client/codes", "", `{"token":"`+secret+`"}`)
	require.Eventually(t, func() bool { return len(sink.Letters()) == 2 }, 30*time.Second, 20*time.Millisecond)
	found := regexp.MustCompile(`: (\d{6})\b`).FindStringSubmatch(sink.Letters()[1].Data)
	require.NotEmpty(t, found, sink.Letters()[1].Data)
	visit := s.post(t, "/client/visits", "", `{"token":"`+secret+`","name":"Odile","code":"`+found[1]+`"}`)
	require.NotEmpty(t, visit["visit"])
	s.end(t)
}

// post asks for something of the API, and returns the answer; nil where there is
// none.
func (s *serving) post(t *testing.T, path, token, body string) (made map[string]any) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, s.url+"/api/v1"+path, strings.NewReader(body))
	require.NoError(t, err)
	request.Header.Set("Content-Type", "application/json")
	if token != "" {
		request.Header.Set("Authorization", "Bearer "+token)
	}
	client := &http.Client{Timeout: 30 * time.Second}
	defer client.CloseIdleConnections()
	answer, err := client.Do(request)
	require.NoError(t, err)
	defer func() { _ = answer.Body.Close() }()
	text, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	require.Less(t, answer.StatusCode, 300, string(text))
	if len(text) > 0 {
		require.NoError(t, json.Unmarshal(text, &made))
	}
	return made
}

// A program hears what happens, unless it is somewhere private that nobody
// allowed: then nothing reaches it, and the log says so.
func TestHookLeaves(t *testing.T) {
	var mu sync.Mutex
	var heard []http.Header
	receiver := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		heard = append(heard, r.Header)
		w.WriteHeader(http.StatusNoContent)
	}))
	defer receiver.Close()
	count := func() int { mu.Lock(); defer mu.Unlock(); return len(heard) }
	for _, row := range []struct {
		args  []string
		state string
		heard int
	}{
		{nil, `"code":"address_refused"`, 0},
		{[]string{"--allow-private", "127.0.0.0/8"}, `"state":"done"`, 1},
	} {
		m := newMachine(t)
		token := m.init()
		s := m.start(row.args...)
		post := func(path, body string) map[string]any { return s.post(t, path, token, body) }
		calendar := post("/calendars", `{"name":"Maison","time_zone":"Europe/Paris","language":"fr"}`)["id"].(string)
		hook := post("/calendars/"+calendar+"/hooks", `{"way":"webhook","name":"CMS","url":"`+receiver.URL+`/in","events":["pillar.created"]}`)["id"].(string)
		post("/calendars/"+calendar+"/pillars", `{"name":"Savoir-faire"}`)
		require.Eventually(t, func() bool {
			_, log := s.get(t, "/api/v1/dispatches?hook="+hook, token)
			return strings.Contains(log, row.state)
		}, 30*time.Second, 20*time.Millisecond)
		require.Equal(t, row.heard, count())
		s.end(t)
	}
	require.NotEmpty(t, heard[0].Get("webhook-signature"))
}
