package main

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
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
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, s.url+"/api/v1/resets", strings.NewReader(`{"email":"`+email+`"}`))
	require.NoError(t, err)
	request.Header.Set("Content-Type", "application/json")
	client := &http.Client{Timeout: 30 * time.Second}
	defer client.CloseIdleConnections()
	answer, err := client.Do(request)
	require.NoError(t, err)
	require.NoError(t, answer.Body.Close())
	require.Less(t, answer.StatusCode, 300)
	require.Eventually(t, func() bool { return len(sink.Letters()) == 1 }, 30*time.Second, 20*time.Millisecond)
	l := sink.Letters()[0]
	require.Contains(t, l.To, email)
	require.Contains(t, l.From, "calendar@parution.example")
	require.Contains(t, l.Data, "/reset#")
	require.Eventually(t, func() bool {
		_, log := s.get(t, "/api/v1/dispatches", token)
		return strings.Contains(log, `"kind":"password_reset"`) && strings.Contains(log, `"state":"done"`)
	}, 30*time.Second, 20*time.Millisecond)
	s.end(t)
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
		{nil, `"code":"not_reached"`, 0},
		{[]string{"--allow-private", "127.0.0.0/8"}, `"state":"done"`, 1},
	} {
		m := newMachine(t)
		token := m.init()
		s := m.start(row.args...)
		post := func(path, body string) map[string]any {
			request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, s.url+"/api/v1"+path, strings.NewReader(body))
			require.NoError(t, err)
			request.Header.Set("Content-Type", "application/json")
			request.Header.Set("Authorization", "Bearer "+token)
			client := &http.Client{Timeout: 30 * time.Second}
			defer client.CloseIdleConnections()
			answer, err := client.Do(request)
			require.NoError(t, err)
			defer func() { _ = answer.Body.Close() }()
			made := map[string]any{}
			require.NoError(t, json.NewDecoder(answer.Body).Decode(&made))
			require.Less(t, answer.StatusCode, 300, made)
			return made
		}
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
