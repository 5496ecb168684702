package api

import (
	"encoding/xml"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// read asks for a public page, as nobody in particular.
func (w *world) read(t *testing.T, path string, header ...string) answered {
	t.Helper()
	h := http.Header{}
	for i := 0; i < len(header); i += 2 {
		h.Set(header[i], header[i+1])
	}
	return askHandler(t, w.handler, asked{method: http.MethodGet, path: path, header: h})
}

// news publishes one post with a picture and a thread, and one that is plain.
func news(t *testing.T) (w *world, picture map[string]any) {
	t.Helper()
	w = newWorld(t)
	picture = w.upload(t, pictures(t)["image/png"], "Une abeille")
	w.scheduled(t, `{"media":["`+picture["id"].(string)+`"],"link":{"url":"https://bees.test/?a=1&b=2","title":"Bees & co"},
		"channels":["`+w.board+`"],"variants":{"`+w.board+`":{"parts":["<b>Abeilles</b> & miel ]]> 🐝\nDeuxième ligne","La suite"]}}}`)
	w.clock.add(time.Hour)
	w.release(t)
	w.scheduled(t, `{"text":"Plain"}`)
	w.clock.add(time.Hour)
	w.release(t)
	w.scheduled(t, `{"text":"Not yet"}`)
	return w, picture
}

func TestAtomFeedServed(t *testing.T) {
	w, picture := news(t)
	got := w.read(t, "/feeds/"+w.board+"/atom.xml")
	require.Equal(t, 200, got.status, got.body)
	require.Equal(t, "application/atom+xml; charset=utf-8", got.header.Get("Content-Type"))
	require.Equal(t, "public, max-age=60", got.header.Get("Cache-Control"))
	require.Equal(t, "Thu, 01 Oct 2026 10:00:00 GMT", got.header.Get("Last-Modified"))
	var feed struct {
		Title   string `xml:"title"`
		Entries []struct {
			ID      string `xml:"id"`
			Title   string `xml:"title"`
			Content string `xml:"content"`
			Links   []struct {
				Rel  string `xml:"rel,attr"`
				Href string `xml:"href,attr"`
			} `xml:"link"`
		} `xml:"entry"`
	}
	require.NoError(t, xml.Unmarshal([]byte(got.body), &feed))
	require.Equal(t, "Le fil", feed.Title)
	require.Len(t, feed.Entries, 2)
	require.Equal(t, "Plain", feed.Entries[0].Title)
	require.Equal(t, "<b>Abeilles</b> & miel ]]> 🐝", feed.Entries[1].Title)
	require.Contains(t, feed.Entries[1].Content, "La suite")
	require.True(t, strings.HasPrefix(feed.Entries[1].ID, "urn:entry:key_"))
	require.Contains(t, got.body, "https://parution.test/feeds/"+w.board+"/media/"+picture["hash"].(string))

	tag := got.header.Get("ETag")
	require.NotEmpty(t, tag)
	require.NotContains(t, tag, "W/")
	require.Equal(t, 304, w.read(t, "/feeds/"+w.board+"/atom.xml", "If-None-Match", tag).status)
	require.Equal(t, 304, w.read(t, "/feeds/"+w.board+"/atom.xml", "If-Modified-Since", got.header.Get("Last-Modified")).status)
	w.clock.add(time.Hour)
	w.release(t)
	again := w.read(t, "/feeds/"+w.board+"/atom.xml", "If-None-Match", tag)
	require.Equal(t, 200, again.status)
	require.Contains(t, again.body, "Not yet")
	head := askHandler(t, w.handler, asked{method: http.MethodHead, path: "/feeds/" + w.board + "/atom.xml", header: http.Header{}})
	require.Equal(t, 200, head.status)
	require.Equal(t, again.header.Get("ETag"), head.header.Get("ETag"))
}

func TestJSONFeedServed(t *testing.T) {
	w, _ := news(t)
	got := w.read(t, "/feeds/"+w.board+"/feed.json")
	require.Equal(t, 200, got.status, got.body)
	require.Equal(t, "application/feed+json", got.header.Get("Content-Type"))
	feed := decode[jsonFeed](t, got.body)
	require.Equal(t, "https://parution.test/feeds/"+w.board+"/feed.json", feed.FeedURL)
	require.Equal(t, "fr", feed.Language)
	require.Len(t, feed.Items, 2)
	require.Equal(t, "Plain", feed.Items[0].ContentText)
	require.Equal(t, "https://bees.test/?a=1&b=2", feed.Items[1].ExternalURL)
	require.Equal(t, "Une abeille", feed.Items[1].Attachments[0].Title)
}

func TestFeedEntry(t *testing.T) {
	w, picture := news(t)
	feed := decode[jsonFeed](t, w.read(t, "/feeds/"+w.board+"/feed.json").body)
	path := strings.TrimPrefix(feed.Items[1].URL, "https://parution.test")
	got := w.read(t, path)
	require.Equal(t, 200, got.status, got.body)
	require.Equal(t, "text/html; charset=utf-8", got.header.Get("Content-Type"))
	require.Contains(t, got.header.Get("Content-Security-Policy"), "default-src 'none'")
	require.NotContains(t, got.header.Get("Content-Security-Policy"), "unsafe")
	require.Contains(t, got.body, "&lt;b&gt;Abeilles&lt;/b&gt; &amp; miel ]]&gt; 🐝")
	require.NotContains(t, got.body, "<b>")
	require.NotContains(t, got.body, "Plain")
	require.Contains(t, got.body, `<time datetime="2026-10-01T09:00:00Z">2026-10-01 11:00 CEST</time>`)
	require.Contains(t, got.body, "La suite")

	page := w.read(t, "/feeds/"+w.board)
	require.Equal(t, 200, page.status)
	require.Contains(t, page.body, "Plain")
	require.Contains(t, page.body, "Abeilles")

	image := w.read(t, "/feeds/"+w.board+"/media/"+picture["hash"].(string))
	require.Equal(t, 200, image.status)
	require.Equal(t, "image/png", image.header.Get("Content-Type"))
	require.Equal(t, string(pictures(t)["image/png"]), image.body)
}

func TestFeedShowsNothingElse(t *testing.T) {
	w, _ := news(t)
	unpublished := w.upload(t, pictures(t)["image/gif"], "")
	hook := w.channel(t, "hook", `{"url":"https://hook.test/x"},"credentials":{"secret":"swordfish"}`)
	for _, path := range []string{
		"/feeds/chan_00000000000000000000000000/atom.xml", "/feeds/" + hook + "/atom.xml", "/feeds/" + hook, "/feeds/" + hook + "/feed.json",
		"/feeds/" + w.board + "/entries/nothing", "/feeds/" + w.board + "/entries/", "/feeds/" + w.board + "/media/" + unpublished["hash"].(string),
		"/feeds/" + w.board + "/media/..%2f..%2fparution.db", "/feeds/" + w.board + "/other",
	} {
		got := w.read(t, path)
		require.Equal(t, 404, got.status, "%s: %s", path, got.body)
		require.Equal(t, problemType, got.header.Get("Content-Type"), path)
	}
	require.Equal(t, 200, w.read(t, "/feeds/"+w.board+"/atom.xml").status)
	require.Less(t, w.ask(t, "DELETE", "/api/v1/channels/"+w.board, "", "If-Match", w.ask(t, "GET", "/api/v1/channels/"+w.board, "").header.Get("ETag")).status, 300)
	require.Equal(t, 404, w.read(t, "/feeds/"+w.board+"/atom.xml").status, "a channel that was taken down")
}

// A thread that has begun shows what of it is out.
func TestFeedOfAThreadThatHasBegun(t *testing.T) {
	w := newWorld(t)
	empty := w.read(t, "/feeds/"+w.board+"/atom.xml")
	require.Equal(t, 200, empty.status, empty.body)
	require.Contains(t, empty.body, "<updated>2026-10-01T08:00:00Z</updated>")

	w.scheduled(t, `{"variants":{"`+w.board+`":{"parts":["First part","Second part"]}}}`)
	w.clock.add(time.Hour)
	work := w.turn(t)
	require.Len(t, work, 1)
	require.NotContains(t, w.read(t, "/feeds/"+w.board+"/feed.json").body, "First part", "it is only on its way")
	next := w.turn(t, w.outcome(work[0], editorial.Done))
	begun := w.read(t, "/feeds/"+w.board+"/feed.json").body
	require.Contains(t, begun, "First part")
	require.NotContains(t, begun, "Second part")
	w.turn(t, w.outcome(next[0], editorial.Done))
	require.Contains(t, w.read(t, "/feeds/"+w.board+"/feed.json").body, "Second part")
	page := "/feeds/" + w.board + "/entries/"
	require.Equal(t, w.read(t, page+work[0].Sent.Key).body, w.read(t, page+next[0].Sent.Key).body, "both parts lead to the whole")
}

// What is edited after it is out shows in the feeds, with when that was.
func TestFeedOfAnEditedPost(t *testing.T) {
	w := newWorld(t)
	w.editAsked(t)
	atom, page := "/feeds/"+w.board+"/atom.xml", "/feeds/"+w.board+"/feed.json"
	before := w.read(t, atom)
	require.Contains(t, before.body, "We open at nine", "asking for it changes nothing")
	require.Contains(t, before.body, "<updated>2026-10-01T09:00:00Z</updated>")
	w.clock.add(time.Minute)
	w.act(t, editorial.Done)

	after := w.read(t, atom, "If-None-Match", before.header.Get("ETag"))
	require.Equal(t, 200, after.status)
	require.Equal(t, "Thu, 01 Oct 2026 09:01:00 GMT", after.header.Get("Last-Modified"))
	require.Contains(t, after.body, "We open at ten")
	require.NotContains(t, after.body, "We open at nine")
	require.Contains(t, after.body, "<updated>2026-10-01T09:01:00Z</updated><published>2026-10-01T09:00:00Z</published>")
	items := decode[jsonFeed](t, w.read(t, page).body).Items
	require.Len(t, items, 1)
	require.Equal(t, "We open at ten: the oven is being repaired", items[0].ContentText)
	require.Equal(t, w.clock.now(), items[0].Modified)
	require.Equal(t, w.clock.now().Add(-time.Minute), items[0].Published)
	require.Contains(t, before.body, items[0].ID, "the same entry")
	require.Contains(t, w.read(t, strings.TrimPrefix(items[0].URL, "https://parution.test")).body, "We open at ten")
}
