package api

import (
	"encoding/json"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// gathers reads the next gathering of a stream, passing over all else.
func (l *listening) gathers(t *testing.T) Gathering {
	t.Helper()
	for event := ""; ; {
		line, err := l.lines.ReadString('\n')
		require.NoError(t, err)
		name, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		if name == "event" {
			event = value
		}
		if name == "data" && event == "presence" {
			var g Gathering
			require.NoError(t, json.Unmarshal([]byte(value), &g))
			return g
		}
	}
}

func whoIs(present []presentView) []string {
	all := []string{}
	for _, one := range present {
		all = append(all, string(one.Doing)+" "+one.Name)
	}
	return all
}

func TestPresence(t *testing.T) {
	d := newDesk(t)
	server := httptest.NewServer(d.handler)
	t.Cleanup(server.Close)
	one, two := d.calendar(t, "One"), d.calendar(t, "Two")
	_, ed := d.member(t, one, "Ed", "editor")
	_, vic := d.member(t, one, "Vic", "viewer")
	_, sam := d.member(t, two, "Sam", "manager")
	post := d.ask(t, d.owner, "POST /api/v1/calendars/"+one+"/posts", `{"title": "Secret"}`)["id"].(string)
	other := d.ask(t, d.owner, "POST /api/v1/calendars/"+one+"/posts", `{"title": "Other"}`)["id"].(string)
	theirs := d.ask(t, sam, "POST /api/v1/calendars/"+two+"/posts", `{"title": "Theirs"}`)["id"].(string)
	at := "PUT /api/v1/posts/" + post + "/presence"

	stream := d.listen(t, server, vic, "", "")
	elsewhere := d.listen(t, server, sam, "", "")
	window := d.listen(t, server, ed, "?seat=w1", "")

	d.ask(t, ed, at, `{"doing": "looking", "seat": "w1"}`)
	g := stream.gathers(t)
	require.Equal(t, []string{"looking Ed"}, whoIs(g.Present))
	require.Equal(t, editorial.PostID(post), g.Post)
	d.ask(t, ed, at, `{"doing": "looking", "seat": "w1"}`) // changes nothing, so it is not told
	d.ask(t, vic, at, `{"doing": "looking"}`)
	require.Equal(t, []string{"looking Ed", "looking Vic"}, whoIs(stream.gathers(t).Present))
	d.ask(t, ed, at, `{"doing": "editing", "at": "/text", "seat": "w1"}`)
	g = stream.gathers(t)
	require.Equal(t, []string{"editing Ed", "looking Vic"}, whoIs(g.Present))
	require.Equal(t, "/text", g.Present[0].At)
	d.clock.add(time.Second)
	d.ask(t, ed, at, `{"doing": "looking", "seat": "w2"}`)
	require.Equal(t, []string{"editing Ed", "looking Vic"}, whoIs(stream.gathers(t).Present), "two windows are one person")

	window.stop() // what the window had before it ends with its stream
	require.Equal(t, []string{"looking Vic", "looking Ed"}, whoIs(stream.gathers(t).Present))
	d.ask(t, ed, "PUT /api/v1/posts/"+other+"/presence", `{"doing": "looking", "seat": "w2"}`)
	require.Equal(t, []string{"looking Vic"}, whoIs(stream.gathers(t).Present), "a window has one post before it")
	require.Equal(t, []string{"looking Ed"}, whoIs(stream.gathers(t).Present))
	d.ask(t, ed, "DELETE /api/v1/posts/"+post+"/presence?seat=w2", "") // it is not there any more
	d.ask(t, ed, "DELETE /api/v1/posts/"+other+"/presence?seat=w2", "")
	require.Empty(t, stream.gathers(t).Present)
	require.Len(t, d.ask(t, vic, "GET /api/v1/posts/"+post+"/presence", "")["present"], 1)

	d.ask(t, sam, "PUT /api/v1/posts/"+theirs+"/presence", `{"doing": "editing"}`)
	require.Equal(t, editorial.PostID(theirs), elsewhere.gathers(t).Post, "nobody hears of posts that they cannot see")
}

func TestPresenceIsRefused(t *testing.T) {
	w := newWorld(t)
	post := w.must(t, 201, "POST", "/api/v1/calendars/"+w.calendar+"/posts", `{"title": "A post"}`)["id"].(string)
	_, vic := w.desk.member(t, w.calendar, "Vic", "viewer")
	two := w.desk.calendar(t, "Two")
	_, sam := w.desk.member(t, two, "Sam", "manager")
	for _, c := range []struct {
		token, method, body string
		want                int
	}{
		{sam, "GET", "", 404},
		{sam, "PUT", `{"doing": "looking"}`, 404},
		{sam, "DELETE", "", 404},
		{vic, "PUT", `{"doing": "editing"}`, 403},
		{vic, "PUT", `{"doing": "sleeping"}`, 422},
		{vic, "PUT", `{"doing": "looking", "at": "/<script>"}`, 422},
		{vic, "PUT", `{"doing": "looking", "at": "text"}`, 422},
		{"par_none", "GET", "", 401},
	} {
		got := w.ask(t, c.method, "/api/v1/posts/"+post+"/presence", c.body, "Authorization", "Bearer "+c.token)
		require.Equal(t, c.want, got.status, "%s %s: %s", c.method, c.body, got.body)
	}
	require.Empty(t, w.api.presence.seats)
	for n := range maxStreams {
		w.must(t, 200, "PUT", "/api/v1/posts/"+post+"/presence", `{"doing": "looking", "seat": "`+string(rune('a'+n))+`"}`)
	}
	w.must(t, 429, "PUT", "/api/v1/posts/"+post+"/presence", `{"doing": "looking", "seat": "one too many"}`)
	w.must(t, 200, "PUT", "/api/v1/posts/"+post+"/presence", `{"doing": "editing", "seat": "a"}`)
}

// Who says nothing any more has left, and then nobody watches.
func TestPresenceEndsInSilence(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		told := make(chan gathering, 10)
		p := newPresence(Config{Now: time.Now, Stopping: t.Context().Done()}, func(g gathering) { told <- g })
		here := seat{post: "post_1", calendar: "cal_1", who: presentView{Member: "mem_1", Doing: looking}}
		require.NoError(t, p.take(seatID{"tok_1", ""}, here))
		require.Len(t, told, 1)
		<-time.After(seatTime - time.Second)
		require.NoError(t, p.take(seatID{"tok_1", ""}, here))
		<-time.After(seatTime - time.Second)
		require.Len(t, p.at("post_1"), 1)
		require.Equal(t, 2*(seatTime-time.Second), time.Since(p.at("post_1")[0].Since))
		<-time.After(seatLook + 2*time.Second)
		synctest.Wait()
		require.Empty(t, p.at("post_1"))
		require.Len(t, told, 2)
		require.False(t, p.watching)
	})
}

// A stream that comes again before the old one is noticed to be dead keeps the
// window's seat.
func TestSeatOfTwoStreams(t *testing.T) {
	d := newDesk(t)
	id := seatID{"tok_1", "w"}
	first, _, err := d.api.hub.join(t.Context(), id)
	require.NoError(t, err)
	second, _, err := d.api.hub.join(t.Context(), id)
	require.NoError(t, err)
	require.NoError(t, d.api.presence.take(id, seat{post: "post_1"}))
	d.api.closeStream(first)
	require.Len(t, d.api.presence.at("post_1"), 1)
	d.api.closeStream(second)
	require.Empty(t, d.api.presence.at("post_1"))
}

func TestGatheringsCutSlowListeners(t *testing.T) {
	d := newDesk(t)
	slow, _, err := d.api.hub.join(t.Context(), seatID{token: "tok_1"})
	require.NoError(t, err)
	for range backlog + 1 {
		d.api.hub.show(gathering{"post_1", "cal_1"})
	}
	require.NotContains(t, d.api.hub.listeners, slow)
	d.api.hub.leave(slow)
}
