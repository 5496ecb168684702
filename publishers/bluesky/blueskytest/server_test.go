package blueskytest_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"parution.dev/publishers/bluesky/blueskytest"
	"parution.dev/publishers/publishertest"
)

const (
	create  = "com.atproto.repo.createRecord"
	login   = "com.atproto.server.createSession"
	refresh = "com.atproto.server.refreshSession"
	upload  = "com.atproto.repo.uploadBlob"
	rkey    = "3mzfhygbdalxm"
)

// pixel is a whole PNG as far as sniffing goes.
const pixel = "\x89PNG\r\n\x1a\n and pixels"

// caller calls a server by hand, and hears its complaints.
type caller struct {
	t          *testing.T
	server     *blueskytest.Server
	now        time.Time
	complaints []string
	access     string
	refresh    string
}

func (c *caller) hear(format string, args ...any) {
	c.complaints = append(c.complaints, fmt.Sprintf(format, args...))
}

// newCaller signs ana in.
func newCaller(t *testing.T) *caller {
	t.Helper()
	c := &caller{t: t, now: time.Date(2026, 11, 3, 9, 0, 0, 1, time.UTC)}
	c.server = blueskytest.New(func() time.Time { return c.now }, blueskytest.Complaints(c.hear), blueskytest.With(
		blueskytest.Account{DID: "did:plc:ana", Handle: "ana.test", Password: "secret"},
		blueskytest.Account{DID: "did:plc:bob", Handle: "bob.test", Password: "secret"},
	))
	in := c.call(http.MethodPost, login, "", `{"identifier":"ana.test","password":"secret"}`)
	require.Equal(t, 200, in.status)
	c.access, c.refresh = in.text("accessJwt"), in.text("refreshJwt")
	return c
}

// answer is what came back.
type answer struct {
	status int
	header http.Header
	body   map[string]any
}

func (a answer) text(name string) string {
	value, _ := a.body[name].(string)
	return value
}

func (a answer) message() string { return a.text("error") + " " + a.text("message") }

func (c *caller) call(method, nsid, token, body string) answer {
	c.t.Helper()
	r := httptest.NewRequest(method, "https://pds.test/xrpc/"+nsid, strings.NewReader(body))
	if token != "" {
		r.Header.Set("Authorization", "Bearer "+token)
	}
	r.Header.Set("Content-Type", "application/octet-stream")
	w := httptest.NewRecorder()
	c.server.ServeHTTP(w, r)
	a := answer{status: w.Code, header: w.Header()}
	require.NoError(c.t, json.Unmarshal(w.Body.Bytes(), &a.body))
	return a
}

// post creates a record; members override those of a good one, nil takes one out.
func (c *caller) post(members map[string]any) answer {
	c.t.Helper()
	return c.write(create, map[string]any{
		"repo": "did:plc:ana", "collection": "app.bsky.feed.post", "rkey": rkey, "record": recordWith(members),
	})
}

func recordWith(members map[string]any) map[string]any {
	record := map[string]any{"$type": "app.bsky.feed.post", "text": "hello", "createdAt": "2026-11-03T09:00:00.000Z"}
	for name, value := range members {
		record[name] = value
		if value == nil {
			delete(record, name)
		}
	}
	return record
}

func (c *caller) write(nsid string, in map[string]any) answer {
	c.t.Helper()
	body, err := json.Marshal(in)
	require.NoError(c.t, err)
	return c.call(http.MethodPost, nsid, c.access, string(body))
}

// picture uploads a file and returns an embed that shows it.
func (c *caller) picture(file string) map[string]any {
	c.t.Helper()
	up := c.call(http.MethodPost, upload, c.access, file)
	require.Equal(c.t, 200, up.status)
	return map[string]any{"image": up.body["blob"], "alt": "", "aspectRatio": map[string]int{"width": 1, "height": 1}}
}

func images(pictures ...any) map[string]any {
	return map[string]any{"embed": map[string]any{"$type": "app.bsky.embed.images", "images": pictures}}
}

func with(m map[string]any, name string, value any) map[string]any {
	next := maps.Clone(m)
	next[name] = value
	if value == nil {
		delete(next, name)
	}
	return next
}

func TestSessions(t *testing.T) {
	c := newCaller(t)
	getSession := func(token string) answer { return c.call(http.MethodGet, "com.atproto.server.getSession", token, "") }

	assert.Equal(t, 200, getSession(c.access).status)
	assert.Equal(t, "InvalidToken", getSession(c.refresh).text("error"))
	assert.Equal(t, "InvalidToken", getSession("nonsense").text("error"))
	none := getSession("")
	assert.Equal(t, 401, none.status)
	assert.Equal(t, "AuthMissing", none.text("error"))

	c.now = c.now.Add(2 * time.Hour)
	expired := getSession(c.access)
	assert.Equal(t, 400, expired.status, "400, not 401")
	assert.Equal(t, "ExpiredToken", expired.text("error"))

	assert.Equal(t, 400, c.call(http.MethodPost, refresh, c.refresh, "{}").status, "a body")
	assert.Equal(t, 400, c.call(http.MethodPost, refresh, c.access, "").status, "an access token")
	renewed := c.call(http.MethodPost, refresh, c.refresh, "")
	require.Equal(t, 200, renewed.status)
	assert.Equal(t, 200, getSession(renewed.text("accessJwt")).status)
	again := c.call(http.MethodPost, refresh, c.refresh, "")
	assert.Equal(t, 400, again.status)
	assert.Equal(t, "ExpiredToken", again.text("error"), "good once")

	c.server.Revoke("did:plc:ana")
	assert.Equal(t, "ExpiredToken", getSession(renewed.text("accessJwt")).text("error"))
	assert.Equal(t, 401, c.call(http.MethodPost, login, "", `{"identifier":"ana.test","password":"secret"}`).status)
	assert.Empty(t, c.complaints)
}

func TestLogin(t *testing.T) {
	tests := []struct {
		name, body string
		status     int
	}{
		{"by handle", `{"identifier":"Bob.test","password":"secret"}`, 200},
		{"by DID", `{"identifier":"did:plc:bob","password":"secret"}`, 200},
		{"wrong password", `{"identifier":"bob.test","password":"wrong"}`, 401},
		{"nobody", `{"identifier":"eve.test","password":"secret"}`, 401},
		{"no password", `{"identifier":"bob.test"}`, 400},
		{"no JSON", `identifier=bob`, 400},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			assert.Equal(t, tt.status, newCaller(t).call(http.MethodPost, login, "", tt.body).status)
		})
	}
}

func TestLoginTooOften(t *testing.T) {
	c := newCaller(t)
	try := func() answer {
		return c.call(http.MethodPost, login, "", `{"identifier":"bob.test","password":"secret"}`)
	}
	for i := range 30 {
		require.Equal(t, 200, try().status, i+1)
	}
	late := try()
	assert.Equal(t, 429, late.status)
	assert.Equal(t, "90", late.header.Get("Retry-After"))
	assert.Equal(t, fmt.Sprint(c.now.Unix()+91), late.header.Get("RateLimit-Reset"), "rounded up")
	c.now = c.now.Add(5 * time.Minute)
	assert.Equal(t, 200, try().status)
}

func TestPostIsStored(t *testing.T) {
	c := newCaller(t)
	first := c.post(images(with(c.picture(pixel), "alt", "what it shows")))
	require.Equal(t, 200, first.status, first.message())
	assert.Equal(t, "at://did:plc:ana/app.bsky.feed.post/"+rkey, first.text("uri"))

	taken := c.post(nil)
	assert.Equal(t, 500, taken.status, "not a conflict")
	assert.Equal(t, "InternalServerError", taken.text("error"))

	read := c.call(http.MethodGet, "com.atproto.repo.getRecord?repo=ana.test&collection=app.bsky.feed.post&rkey="+rkey, "", "")
	require.Equal(t, 200, read.status)
	assert.Equal(t, first.text("cid"), read.text("cid"))
	missing := c.call(http.MethodGet, "com.atproto.repo.getRecord?repo=did:plc:ana&collection=app.bsky.feed.post&rkey=3aaaaaaaaaaaa", "", "")
	assert.Equal(t, 400, missing.status)
	assert.Equal(t, "RecordNotFound", missing.text("error"))

	assert.Equal(t, []publishertest.Entry{{
		Account: "did:plc:ana", RemoteID: first.text("uri"), Key: rkey, Text: "hello", Alt: []string{"what it shows"},
		At: time.Date(2026, 11, 3, 9, 0, 0, 0, time.UTC),
	}}, c.server.Books())
	assert.Empty(t, c.complaints)
}

func TestPutRecord(t *testing.T) {
	const put = "com.atproto.repo.putRecord"
	c := newCaller(t)
	in := func(text string) map[string]any {
		return map[string]any{
			"repo": "did:plc:ana", "collection": "app.bsky.feed.post", "rkey": rkey,
			"record": recordWith(map[string]any{"text": text}),
		}
	}
	first := c.write(put, in("hello"))
	second := c.write(put, in("hello"))
	assert.Equal(t, first.text("cid"), second.text("cid"))
	assert.Contains(t, first.body, "commit")
	assert.NotContains(t, second.body, "commit")
	assert.Len(t, c.server.Books(), 1)
	assert.Empty(t, c.complaints)
	c.write(put, in("changed"))
	assert.NotEmpty(t, c.complaints)
}

// What the servers refuse.
func TestRecordsRefused(t *testing.T) {
	tests := []struct {
		name    string
		members func(*caller) map[string]any
		said    string
	}{
		{"another type", one("$type", "app.bsky.feed.pots"), "InvalidRequest Invalid $type: expected app.bsky.feed.post"},
		{"no text", one("text", nil), "text"},
		{"301 characters", one("text", strings.Repeat("👩‍🚀", 150)+strings.Repeat("a", 151)), "(maximum 300, got 301) at $.record.text"},
		{"3001 bytes", one("text", strings.Repeat("👨‍👩‍👧‍👦", 120)+"a"), "(maximum 3000, got 3001) at $.record.text"},
		{"no time", one("createdAt", nil), "Invalid datetime"},
		{"a day", one("createdAt", "2026-11-03"), "Invalid datetime"},
		{"no zone", one("createdAt", "2026-11-03T09:00:00"), "Invalid datetime"},
		{"four languages", one("langs", []string{"en", "fr", "de", "it"}), "language"},
		{"no language", one("langs", []string{"français"}), "language"},
		{"a facet that lies nowhere", one("facets", []any{map[string]any{"index": map[string]int{"byteStart": 0}}}), "facets"},
		{"a tag of 65", one("facets", []any{facet(0, 5, "#tag", "tag", strings.Repeat("a", 65))}), "string too big"},
		{"a reply without root", one("reply", map[string]any{"parent": ref("u", "c")}), "missing required key"},
		{"a reply without cid", one("reply", map[string]any{"root": ref("u", "c"), "parent": ref("u", "")}), "missing required key"},
		{"no picture", func(*caller) map[string]any { return images() }, "images"},
		{"five pictures", func(c *caller) map[string]any {
			p := c.picture(pixel)
			return images(p, p, p, p, p)
		}, "maximum 4, got 5"},
		{"no alt", func(c *caller) map[string]any { return images(with(c.picture(pixel), "alt", nil)) }, "alt"},
		{"no blob", func(c *caller) map[string]any { return images(with(c.picture(pixel), "image", "bafkrei")) }, "blob"},
		{"a picture never uploaded", func(c *caller) map[string]any {
			return images(changed(c.picture(pixel), "ref", map[string]any{"$link": "bafkreinone"}))
		}, "BlobNotFound"},
		{"a picture uploaded too long ago", func(c *caller) map[string]any {
			p := c.picture(pixel)
			c.now = c.now.Add(time.Hour)
			return images(p)
		}, "BlobNotFound"},
		{"another size", func(c *caller) map[string]any { return images(changed(c.picture(pixel), "size", 7)) }, "InvalidSize"},
		{"another kind", func(c *caller) map[string]any {
			return images(changed(c.picture(pixel), "mimeType", "image/jpeg"))
		}, "InvalidMimeType"},
		{"a blob with something added", func(c *caller) map[string]any {
			return images(changed(c.picture(pixel), "extra", true))
		}, "the blob is not as it was answered"},
		{"no image", func(c *caller) map[string]any { return images(c.picture("text")) }, "expected an image"},
		{"a picture that is too large", func(c *caller) map[string]any {
			return images(c.picture(pixel + strings.Repeat("x", 1_000_001-len(pixel))))
		}, "blob too big"},
		{"a card without title", card("title", nil), "external"},
		{"a card without description", card("description", nil), "external"},
		{"a card without address", card("uri", nil), "external"},
		{"a card's picture never uploaded", card("thumb", map[string]any{"$type": "blob"}), "BlobNotFound"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := newCaller(t)
			got := c.post(tt.members(c))
			assert.Equal(t, 400, got.status)
			assert.Contains(t, got.message(), tt.said)
			assert.Empty(t, c.server.Books())
			assert.Empty(t, c.complaints)
		})
	}
}

func one(name string, value any) func(*caller) map[string]any {
	return func(*caller) map[string]any { return map[string]any{name: value} }
}

func card(name string, value any) func(*caller) map[string]any {
	e := with(map[string]any{"uri": "https://ex.org", "title": "", "description": ""}, name, value)
	return one("embed", map[string]any{"$type": "app.bsky.embed.external", "external": e})
}

func ref(uri, cid string) map[string]any { return map[string]any{"uri": uri, "cid": cid} }

// changed changes one member of a picture's blob.
func changed(picture map[string]any, name string, value any) map[string]any {
	blob, _ := picture["image"].(map[string]any)
	return with(picture, "image", with(blob, name, value))
}

func facet(start, end int, kind, name, value string) map[string]any {
	return map[string]any{
		"index":    map[string]int{"byteStart": start, "byteEnd": end},
		"features": []any{map[string]any{"$type": "app.bsky.richtext.facet" + kind, name: value}},
	}
}

// What the servers take and nobody gets to see: it fails the test.
func TestComplaints(t *testing.T) {
	const text = "🎉 https://ex.org #go @bob.test" // 🎉 takes 4 bytes
	facets := func(all ...any) func(*caller) map[string]any {
		return func(*caller) map[string]any { return map[string]any{"text": text, "facets": all} }
	}
	tests := []struct {
		name    string
		members func(*caller) map[string]any
		want    string // "" for none
	}{
		{"all as it should be", facets(
			facet(5, 19, "#link", "uri", "https://ex.org"), facet(20, 23, "#tag", "tag", "go"), facet(24, 33, "#mention", "did", "did:plc:bob"),
		), ""},
		{"counted in runes", facets(facet(2, 16, "#link", "uri", "https://ex.org")), "lies on"},
		{"counted in UTF-16", facets(facet(3, 17, "#link", "uri", "https://ex.org")), "lies on"},
		{"another address", facets(facet(5, 19, "#link", "uri", "https://ex.net")), "lies on"},
		{"a tag with its sign", facets(facet(20, 23, "#tag", "tag", "#go")), "lies on"},
		{"a tag without its sign", facets(facet(21, 23, "#tag", "tag", "go")), "lies on"},
		{"another person", facets(facet(24, 33, "#mention", "did", "did:plc:ana")), "lies on"},
		{"nobody", facets(facet(25, 33, "#mention", "did", "did:plc:bob")), "lies on"},
		{"a kind that is misspelt", facets(facet(5, 19, "#url", "uri", "https://ex.org")), "facet of type"},
		{"outside the text", facets(facet(5, 99, "#link", "uri", "https://ex.org")), "outside"},
		{"the wrong way round", facets(facet(19, 5, "#link", "uri", "https://ex.org")), "outside"},
		{"overlapping", facets(facet(5, 19, "#link", "uri", "https://ex.org"), facet(18, 23, "#tag", "tag", "go")), "overlaps"},
		{"a type that is missing is filled in", one("$type", nil), ""},
		{"a member that is misspelt", one("lang", []string{"en"}), "unknown field"},
		{"a member in other letters", one("createdat", "2026-11-03T09:00:00.000Z"), "unknown field"},
		{"an embed that is misspelt", one("embed", map[string]any{"$type": "app.bsky.embed.image"}), "embed of type"},
		{"no aspect ratio", func(c *caller) map[string]any {
			return images(with(c.picture(pixel), "aspectRatio", nil))
		}, "aspectRatio"},
		{"labels that are misspelt", one("labels", map[string]any{"$type": "com.atproto.label.defs#selfLabel"}), "labels of type"},
		{"a label that nobody knows", one("labels", map[string]any{
			"$type": "com.atproto.label.defs#selfLabels", "values": []any{map[string]string{"val": "nsfw"}},
		}), "the label"},
		{"a reply to nothing", one("reply", map[string]any{"root": ref("u", "c"), "parent": ref("u", "c")}), "not there"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := newCaller(t)
			c.post(tt.members(c))
			if tt.want == "" {
				assert.Empty(t, c.complaints)
				return
			}
			require.NotEmpty(t, c.complaints)
			assert.Contains(t, c.complaints[0], tt.want)
		})
	}
}

// The frame around a record.
func TestWritesRefused(t *testing.T) {
	tests := []struct {
		name, member string
		value        any
		status       int
		said         string
		complaint    string
	}{
		{"somebody else's repository", "repo", "did:plc:bob", 401, "AuthenticationRequired", ""},
		{"a handle that is ours", "repo", "ana.test", 200, "", ""},
		{"a record key that is no TID", "rkey", "my-post", 400, "Invalid record key", ""},
		{"a record key with a wrong letter", "rkey", "3mzfhygbdal1m", 400, "Invalid record key", ""},
		{"a record key that begins too high", "rkey", "zmzfhygbdalxm", 400, "Invalid record key", ""},
		{"a collection that is misspelt", "collection", "app.bsky.feed.pots", 200, "", "collection"},
		{"a member that is misspelt", "rKey", rkey, 400, "Invalid input", "unknown field"},
		{"a body that is too large", "record", recordWith(map[string]any{"text": strings.Repeat("a", 1<<20)}), 413, "PayloadTooLarge", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := newCaller(t)
			in := map[string]any{
				"repo": "did:plc:ana", "collection": "app.bsky.feed.post", "rkey": rkey, "record": recordWith(nil),
			}
			if tt.member == "rKey" {
				delete(in, "rkey")
			}
			got := c.write(create, with(in, tt.member, tt.value))
			assert.Equal(t, tt.status, got.status)
			assert.Contains(t, got.message(), tt.said)
			assert.Equal(t, tt.complaint != "", len(c.complaints) > 0, c.complaints)
		})
	}
}

func TestUpload(t *testing.T) {
	c := newCaller(t)
	assert.Equal(t, 401, c.call(http.MethodPost, upload, "", pixel).status)
	assert.Equal(t, 400, c.call(http.MethodPost, upload, c.access, "").status)
	up := c.call(http.MethodPost, upload, c.access, pixel)
	blob, _ := up.body["blob"].(map[string]any)
	assert.Equal(t, "image/png", blob["mimeType"], "the server looks for itself")
	assert.Equal(t, up.body, c.call(http.MethodPost, upload, c.access, pixel).body, "named by its content")
	assert.Equal(t, [][]byte{[]byte(pixel)}, c.server.Files("did:plc:ana"))
	assert.Equal(t, 413, c.call(http.MethodPost, upload, c.access, string(bytes.Repeat([]byte{1}, 52_428_801))).status)
	assert.Empty(t, c.server.Files("did:plc:bob"))
}

func TestWrongAddress(t *testing.T) {
	c := newCaller(t)
	c.server.PDS = "https://pds.test"
	c.call(http.MethodGet, "com.atproto.identity.resolveHandle?handle=bob.test", "", "")
	assert.Empty(t, c.complaints)
	c.server.PDS = "https://other.test"
	c.call(http.MethodGet, "com.atproto.identity.resolveHandle?handle=eve.test", "", "")
	assert.Len(t, c.complaints, 1)
	assert.Equal(t, 501, c.call(http.MethodPost, "app.bsky.feed.post", c.access, "").status)
	assert.Len(t, c.complaints, 2)
}

func TestPublishesAndRefuse(t *testing.T) {
	c := newCaller(t)
	assert.True(t, c.server.Publishes(httptest.NewRequest(http.MethodPost, "/xrpc/"+create, nil)))
	assert.False(t, c.server.Publishes(httptest.NewRequest(http.MethodPost, "/xrpc/"+upload, nil)))
	assert.False(t, c.server.Publishes(httptest.NewRequest(http.MethodGet, "/xrpc/"+create, nil)))
	for fault, status := range map[publishertest.Fault]int{
		publishertest.Unauthorized: 401, publishertest.TooMany: 429, publishertest.ServerError: 500, "too_long": 400,
	} {
		w := httptest.NewRecorder()
		c.server.Refuse(w, fault)
		assert.Equal(t, status, w.Code, fault)
		assert.True(t, json.Valid(w.Body.Bytes()))
	}
}

// Nobody misses a complaint for want of an ear.
func TestComplaintUnheard(t *testing.T) {
	server := blueskytest.New(func() time.Time { return time.Time{} })
	assert.Panics(t, func() {
		server.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, "/xrpc/com.example.none", nil))
	})
}
