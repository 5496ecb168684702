package api

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/store"
)

// heard is one event of a stream.
type heard struct {
	id, event, raw string
	data           Event
}

// listening is an open stream over a real socket.
type listening struct {
	lines *bufio.Reader
	stop  context.CancelFunc
}

func (d *desk) listen(t *testing.T, server *httptest.Server, token, query, lastID string) *listening {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second) // a stream that says nothing is a failure
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, server.URL+"/api/v1/events"+query, nil)
	require.NoError(t, err)
	r.Header.Set("Authorization", "Bearer "+token)
	if lastID != "" {
		r.Header.Set("Last-Event-ID", lastID)
	}
	response, err := server.Client().Do(r)
	require.NoError(t, err)
	t.Cleanup(func() { cancel(); _ = response.Body.Close() })
	require.Equal(t, http.StatusOK, response.StatusCode)
	require.Equal(t, "text/event-stream", response.Header.Get("Content-Type"))
	return &listening{lines: bufio.NewReader(response.Body), stop: cancel}
}

// next reads the next event, passing over comments; an error at the end.
func (l *listening) next() (heard, error) {
	var h heard
	for {
		line, err := l.lines.ReadString('\n')
		if err != nil {
			return h, err
		}
		name, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch name {
		case "id":
			h.id = value
		case "event":
			h.event = value
		case "data":
			h.raw = value
			return h, json.Unmarshal([]byte(value), &h.data)
		}
	}
}

func (l *listening) must(t *testing.T) heard {
	t.Helper()
	h, err := l.next()
	require.NoError(t, err)
	return h
}

// ask asks as a member, and returns the answer's JSON.
func (d *desk) ask(t *testing.T, token, asking, body string) map[string]any {
	t.Helper()
	method, path, _ := strings.Cut(asking, " ")
	a := asked{method: method, path: path, header: http.Header{"Authorization": {"Bearer " + token}}, body: body}
	if body != "" {
		a.header.Set("Content-Type", jsonType)
	}
	got := askHandler(t, d.handler, a)
	require.Less(t, got.status, 300, got.body)
	answer := map[string]any{}
	if got.body != "" {
		require.NoError(t, json.Unmarshal([]byte(got.body), &answer))
	}
	return answer
}

func (d *desk) calendar(t *testing.T, name string) string {
	t.Helper()
	return d.ask(t, d.owner, "POST /api/v1/calendars", `{"name": "`+name+`", "time_zone": "Europe/Paris", "language": "fr"}`)["id"].(string)
}

func (d *desk) member(t *testing.T, calendar, name, role string) (id, token string) {
	t.Helper()
	email := strings.ToLower(name) + "@example.org"
	id = d.ask(t, d.owner, "POST /api/v1/calendars/"+calendar+"/members", `{"name": "`+name+`", "email": "`+email+`", "roles": ["`+role+`"]}`)["id"].(string)
	return id, d.tokenFor(t, email)
}

func TestEvents(t *testing.T) {
	d := newDesk(t)
	server := httptest.NewServer(d.handler)
	t.Cleanup(server.Close)
	one, two := d.calendar(t, "One"), d.calendar(t, "Two")
	_, editor := d.member(t, one, "Edith", "editor")

	all := d.listen(t, server, d.owner, "", "")
	hers := d.listen(t, server, editor, "", "")
	narrow := d.listen(t, server, d.owner, "?calendar="+two, "")

	campaign := d.ask(t, d.owner, "POST /api/v1/calendars/"+one+"/campaigns", `{"name": "Secret name"}`)["id"].(string)
	pillar := d.ask(t, d.owner, "POST /api/v1/calendars/"+two+"/pillars", `{"name": "Secret name"}`)["id"].(string)
	d.ask(t, d.owner, "POST /api/v1/tokens", `{"name": "t"}`)
	last := d.ask(t, d.owner, "POST /api/v1/calendars/"+one+"/pillars", `{"name": "Last"}`)["id"].(string)

	first := all.must(t)
	require.Equal(t, "campaign.created", first.event)
	require.Equal(t, Event{Calendar: editorial.CalendarID(one), Subject: campaign}, first.data)
	require.Equal(t, pillar, all.must(t).data.Subject)
	require.Equal(t, "token.created", all.must(t).event, "an owner hears of the instance")
	require.Equal(t, last, all.must(t).data.Subject)

	require.Equal(t, first, hers.must(t))
	require.Equal(t, last, hers.must(t).data.Subject, "she hears nothing of the other calendar")
	require.Equal(t, pillar, narrow.must(t).data.Subject)

	hers.stop()
	resumed := d.listen(t, server, editor, "", first.id)
	require.Equal(t, last, resumed.must(t).data.Subject, "what was missed comes after Last-Event-ID")
	again := d.ask(t, d.owner, "POST /api/v1/calendars/"+one+"/pillars", `{"name": "Again"}`)["id"].(string)
	require.Equal(t, again, resumed.must(t).data.Subject, "then what happens")
}

func TestEventsEndWithTheToken(t *testing.T) {
	d := newDesk(t)
	server := httptest.NewServer(d.handler)
	t.Cleanup(server.Close)
	made := d.ask(t, d.owner, "POST /api/v1/tokens", `{"name": "t"}`)
	stream := d.listen(t, server, made["token"].(string), "", "")
	d.ask(t, d.owner, "DELETE /api/v1/tokens/"+made["id"].(string), "")
	for {
		if _, err := stream.next(); err != nil {
			require.ErrorIs(t, err, io.EOF)
			return
		}
	}
}

func TestEventsEndWithTheRole(t *testing.T) {
	d := newDesk(t)
	server := httptest.NewServer(d.handler)
	t.Cleanup(server.Close)
	one, two := d.calendar(t, "One"), d.calendar(t, "Two")
	id, editor := d.member(t, one, "Edith", "editor")
	d.member(t, two, "Edith", "editor")
	stream := d.listen(t, server, editor, "", "")
	m, err := d.store.UpdateMember(t.Context(), store.Write{By: editorial.Machine(), Now: d.clock.now()}, editorial.CalendarID(one), editorial.MemberID(id),
		func(m *editorial.Member) error { delete(m.Roles, editorial.CalendarID(one)); return nil })
	require.NoError(t, err)
	require.Equal(t, "member.updated", stream.must(t).event)
	require.Len(t, m.Roles, 1)
	d.ask(t, d.owner, "POST /api/v1/calendars/"+one+"/pillars", `{"name": "Not hers any more"}`)
	hers := d.ask(t, d.owner, "POST /api/v1/calendars/"+two+"/pillars", `{"name": "Hers"}`)["id"].(string)
	require.Equal(t, hers, stream.must(t).data.Subject)
}

func TestEventsEndWithTheDaemon(t *testing.T) {
	d := newDesk(t)
	server := httptest.NewServer(d.handler)
	t.Cleanup(server.Close)
	stream := d.listen(t, server, d.owner, "", "")
	close(d.stopping)
	_, err := stream.next()
	require.ErrorIs(t, err, io.EOF)
	got := askHandler(t, d.handler, asked{method: http.MethodGet, path: "/api/v1/events", header: http.Header{"Authorization": {"Bearer " + d.owner}}})
	require.Equal(t, http.StatusServiceUnavailable, got.status)
}

func TestStreamsAreLimitedPerToken(t *testing.T) {
	d := newDesk(t)
	for range maxStreams {
		l, _, err := d.api.hub.join(t.Context(), seatID{token: "tok_1"})
		require.NoError(t, err)
		t.Cleanup(func() { d.api.hub.leave(l) })
	}
	_, _, err := d.api.hub.join(t.Context(), seatID{token: "tok_1"})
	require.True(t, editorial.IsKind(err, editorial.TooMany), err)
	other, _, err := d.api.hub.join(t.Context(), seatID{token: "tok_2"})
	require.NoError(t, err)
	d.api.hub.leave(other)
}

func TestSlowListenersAreCut(t *testing.T) {
	d := newDesk(t)
	slow, _, err := d.api.hub.join(t.Context(), seatID{token: "tok_slow"})
	require.NoError(t, err)
	t.Cleanup(func() { d.api.hub.leave(slow) })
	lines := make([]editorial.AuditLine, backlog+1)
	for i := range lines {
		lines[i].Seq = int64(i + 1)
	}
	d.api.hub.tell(lines)
	require.NotContains(t, d.api.hub.listeners, slow)
	count := 0
	for range slow.lines { // ends, because it was closed
		count++
	}
	require.Equal(t, backlog, count)
}

// recorder hands on what is written, as a connection would.
type recorder struct {
	header http.Header
	wrote  chan string
}

func (r *recorder) Header() http.Header { return r.header }
func (r *recorder) WriteHeader(int)     {}
func (r *recorder) Flush()              {}
func (r *recorder) Write(p []byte) (int, error) {
	r.wrote <- string(p)
	return len(p), nil
}

func TestEventsBeatAndExpire(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t, func(cfg *Config) { cfg.Now = time.Now })
		token := editorial.Token{ID: "tok_brief", Name: "brief", ExpiresAt: time.Now().Add(40 * time.Second)}
		olive, err := d.store.MemberByEmail(t.Context(), "olive@example.org")
		require.NoError(t, err)
		token.Member, token.Maker = olive.ID, olive.ID
		require.NoError(t, d.store.AddToken(t.Context(), store.Write{By: editorial.Machine(), Now: time.Now()}, token, editorial.HashToken("par_brief")))

		r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/api/v1/events", nil)
		r.Header.Set("Authorization", "Bearer par_brief")
		w := &recorder{header: http.Header{}, wrote: make(chan string, 100)}
		started := time.Now()
		d.handler.ServeHTTP(w, r) // comes back when the stream has ended
		require.Equal(t, 45*time.Second, time.Since(started), "it ends at the first beat after the token's end")
		close(w.wrote)
		var all strings.Builder
		for text := range w.wrote {
			all.WriteString(text)
		}
		require.Equal(t, 3, strings.Count(all.String(), ": still here"), all.String())
	})
}

func TestEventsEndWhenTheRecordCannotBeRead(t *testing.T) {
	d := newDesk(t)
	l, _, err := d.api.hub.join(t.Context(), seatID{token: "tok_1"})
	require.NoError(t, err)
	reading, cancel := context.WithCancel(t.Context())
	cancel()
	changed := make(chan struct{}, 1)
	changed <- struct{}{}
	require.NoError(t, d.api.hub.follow(reading, make(chan struct{})), "nobody listens any more: no trouble")
	require.NoError(t, d.store.Close())
	require.Error(t, d.api.hub.follow(t.Context(), changed))
	d.api.hub.end(t.Context())
	_, open := <-l.lines
	require.False(t, open)
}
