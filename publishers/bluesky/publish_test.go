package bluesky_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/publishers"
	"parution.dev/publishers/publishertest"
)

const createRecord = "com.atproto.repo.createRecord"

func TestPublish(t *testing.T) {
	w := connected(t)
	p := w.piece(" As approved, \u00a0e\u0301 and all: #été https://ex.org/a \n")
	p.At = p.At.In(time.FixedZone("CET", 3600))
	w.now = w.now.Add(2 * time.Minute)

	got := w.publish(t, p)

	books := w.server.Books()
	require.Len(t, books, 1)
	assert.Equal(t, p.Part.Text, books[0].Text, "nothing trimmed, nothing normalised")
	assert.Equal(t, p.At.UTC(), books[0].At, "the time of the key, whenever it is sent")
	assert.Contains(t, string(w.calls[0].body), `"createdAt":"2026-11-03T08:58:00.250Z"`)
	assert.Equal(t, books[0].RemoteID, got.RemoteID)
	assert.Equal(t, "https://bsky.app/profile/did:plc:ana/post/"+books[0].Key, got.URL)
	assert.NotEmpty(t, got.Token)
}

// Nothing tells one try from the next, so that the second cannot make a post.
func TestPublishTwice(t *testing.T) {
	w := connected(t)
	p := w.piece("once")
	w.publish(t, p)
	w.now = w.now.Add(time.Hour)

	_, err := w.publisher.Publish(t.Context(), w.account, p)

	assert.Equal(t, editorial.Unknown, judged(t, err).Verdict)
	assert.Equal(t, []string{"once"}, w.texts())
	assert.Equal(t, w.calls[0].body, w.calls[1].body)
}

func TestPublishMentions(t *testing.T) {
	const lookup = "com.atproto.identity.resolveHandle"
	t.Run("known, unknown and foreign", func(t *testing.T) {
		w := connected(t)
		w.publish(t, w.piece("👋 @bob.test @BOB.test @nobody.test @ana @a@b.test"))
		assert.Equal(t, []string{"resolveHandle?", "resolveHandle?", "createRecord"}, w.methodsMarked())
	})
	t.Run("a server's other word for nobody", func(t *testing.T) {
		w := connected(t)
		w.answer(lookup, 400, `{"error":"HandleNotFound","message":""}`)
		w.publish(t, w.piece("@bob.test"))
	})
	failures := []struct {
		name   string
		status int
		body   string
		wait   time.Duration
	}{
		{"server error", 502, `{"error":"UpstreamFailure","message":""}`, 0},
		{"refused", 401, `{"error":"AuthMissing","message":""}`, 0},
		{"too often", 429, `{"error":"RateLimitExceeded","message":""}`, time.Minute},
		{"nonsense", 200, `<html>`, 0},
	}
	for _, tt := range failures {
		t.Run(tt.name, func(t *testing.T) {
			w := connected(t)
			w.answer(lookup, tt.status, tt.body, "Retry-After", "60")
			_, err := w.publisher.Publish(t.Context(), w.account, w.piece("@bob.test"))
			got := judged(t, err)
			assert.Equal(t, editorial.Later, got.Verdict)
			assert.Equal(t, tt.wait, got.Wait)
			assert.Equal(t, []string{"resolveHandle"}, w.methods(), "nothing was published")
		})
	}
}

// methodsMarked is methods with a mark on those that were asked with a query.
func (w *world) methodsMarked() []string {
	names := w.methods()
	for i, c := range w.calls {
		if strings.Contains(c.url, "?") {
			names[i] += "?"
		}
	}
	return names
}

func TestThread(t *testing.T) {
	w := connected(t)
	first := w.publish(t, w.piece("one"))
	second := w.piece("two")
	second.Root, second.Parent = first, first
	third := w.piece("a comment")
	third.Part.Kind = editorial.PartComment
	third.Root, third.Parent = first, w.publish(t, second)
	w.publish(t, third)

	var parents []string
	for _, e := range w.server.Books() {
		parents = append(parents, e.Parent)
	}
	assert.Equal(t, []string{"", first.RemoteID, third.Parent.RemoteID}, parents)
}

// What cannot be sent as it was approved is refused before anything is called.
func TestPublishRefusedHere(t *testing.T) {
	known := publishers.Receipt{RemoteID: "at://did:plc:ana/app.bsky.feed.post/3mzfhygbdalxm", Token: "bafyrei"}
	card := &editorial.LinkCard{URL: "https://ex.org"}
	tests := []struct {
		name    string
		change  func(*world, *publishers.Piece)
		verdict editorial.Verdict
		code    string
	}{
		{
			"bytes that are no characters", func(_ *world, p *publishers.Piece) { p.Part.Text = "a\xffb" },
			editorial.Never, "not_utf8",
		},
		{
			"a comment under nothing", func(_ *world, p *publishers.Piece) { p.Part.Kind = editorial.PartComment },
			editorial.Never, "no_parent",
		},
		{
			"a reply without the thread's root", func(_ *world, p *publishers.Piece) { p.Parent = known },
			editorial.Never, "no_parent",
		},
		{
			"a reply without the parent", func(_ *world, p *publishers.Piece) { p.Root = known },
			editorial.Never, "no_parent",
		},
		{"a reply without a cid", func(_ *world, p *publishers.Piece) {
			p.Root, p.Parent = known, publishers.Receipt{RemoteID: known.RemoteID}
		}, editorial.Never, "no_parent"},
		{"pictures and a card", func(_ *world, p *publishers.Piece) {
			p.Part.Media, p.Part.Link = []editorial.MediaUse{pictureUse("wide", "")}, card
		}, editorial.Never, "two_embeds"},
		{"pictures that are not uploaded", func(_ *world, p *publishers.Piece) {
			p.Part.Media = []editorial.MediaUse{pictureUse("wide", "")}
		}, editorial.Later, "not_prepared"},
		{"something that was never prepared", func(_ *world, p *publishers.Piece) {
			p.Part.Media, p.Prepared = []editorial.MediaUse{pictureUse("wide", "")}, []byte("{")
		}, editorial.Later, "not_prepared"},
		{
			"an account that is not connected", func(w *world, _ *publishers.Piece) { w.account.RemoteID = "" },
			editorial.Reconnect, "not_connected",
		},
		{
			"an account without a session", func(w *world, _ *publishers.Piece) { delete(w.account.Credentials, "access_jwt") },
			editorial.Reconnect, "not_connected",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := connected(t)
			p := w.piece("text")
			tt.change(w, &p)
			_, err := w.publisher.Publish(t.Context(), w.account, p)
			got := judged(t, err)
			assert.Equal(t, tt.verdict, got.Verdict)
			assert.Equal(t, tt.code, got.Code)
			assert.Empty(t, w.calls)
		})
	}
}

// A session that is missing can be made; an account that was never connected
// must be.
func TestPublishWithoutSession(t *testing.T) {
	w := connected(t)
	delete(w.account.Credentials, "access_jwt")
	_, err := w.publisher.Publish(t.Context(), w.account, w.piece("text"))
	assert.True(t, judged(t, err).Expired)

	w.account.RemoteID = ""
	_, err = w.publisher.Publish(t.Context(), w.account, w.piece("text"))
	assert.False(t, judged(t, err).Expired)
}

// Both limits are the server's to judge, whatever was counted before.
func TestPublishTooLong(t *testing.T) {
	tests := []struct {
		name, text string
		message    string
	}{
		{"301 characters", strings.Repeat("é", 301), "Bluesky refused the post: its text is too long, 301 of at most 300 (grapheme)"},
		{
			"3025 bytes in 121 characters", strings.Repeat("👨‍👩‍👧‍👦", 121),
			"Bluesky refused the post: its text is too long, 3025 of at most 3000 (string)",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := connected(t)
			_, err := w.publisher.Publish(t.Context(), w.account, w.piece(tt.text))
			got := judged(t, err)
			assert.Equal(t, editorial.Never, got.Verdict)
			assert.Equal(t, tt.message, got.Message)
			assert.Empty(t, w.texts())
		})
	}
	for _, text := range []string{strings.Repeat("é", 300), strings.Repeat("👨‍👩‍👧‍👦", 120)} {
		w := connected(t)
		w.publish(t, w.piece(text))
	}
}

// The answers to a creation that leave it in doubt, and those that do not.
func TestPublishAnswers(t *testing.T) {
	const uri = "at://did:plc:ana/app.bsky.feed.post/"
	tests := []struct {
		name    string
		status  int
		body    string
		verdict editorial.Verdict
	}{
		{"another record", 200, `{"uri":"` + uri + `3aaaaaaaaaaaa","cid":"bafyrei"}`, editorial.Unknown},
		{"no record", 200, `{}`, editorial.Unknown},
		{"no JSON", 200, `<html>`, editorial.Unknown},
		{"a taken record key", 500, `{"error":"InternalServerError"}`, editorial.Unknown},
		{"refused for good", 400, `{"error":"InvalidRequest","message":"Invalid app.bsky.feed.post record: no"}`, editorial.Never},
		{"a picture refused", 400, `{"error":"InvalidMimeType"}`, editorial.Never},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := connected(t)
			w.answer(createRecord, tt.status, tt.body)
			_, err := w.publisher.Publish(t.Context(), w.account, w.piece("text"))
			assert.Equal(t, tt.verdict, judged(t, err).Verdict)
			assert.Equal(t, "createRecord", w.methods()[0])
		})
	}
}

// Not every server answers a taken record key by 500. A refusal for good is
// believed only of a record that is not there.
func TestPublishRefusedButThere(t *testing.T) {
	taken := func(w *world) { w.answer(createRecord, 400, `{"error":"InvalidRequest","message":"record exists"}`) }
	t.Run("there", func(t *testing.T) {
		w := connected(t)
		p := w.piece("there")
		first := w.publish(t, p)
		taken(w)
		assert.Equal(t, first, w.publish(t, p))
	})
	t.Run("not there", func(t *testing.T) {
		w := connected(t)
		taken(w)
		_, err := w.publisher.Publish(t.Context(), w.account, w.piece("not there"))
		assert.Equal(t, editorial.Never, judged(t, err).Verdict)
		assert.Equal(t, []string{"createRecord", "getRecord"}, w.methods())
	})
	t.Run("another one there", func(t *testing.T) {
		w := connected(t)
		p := w.piece("one")
		w.publish(t, p)
		taken(w)
		p.Part.Text = "another"
		_, err := w.publisher.Publish(t.Context(), w.account, p)
		assert.Equal(t, editorial.Unknown, judged(t, err).Verdict)
	})
	t.Run("nobody can tell", func(t *testing.T) {
		w := connected(t)
		w.answer(createRecord, 400, `{"error":"InvalidRequest"}`)
		refused := w.instead
		w.answer("com.atproto.repo.getRecord", 502, "")
		unreadable := w.instead
		w.instead = both(refused, unreadable)
		_, err := w.publisher.Publish(t.Context(), w.account, w.piece("who knows"))
		assert.Equal(t, editorial.Unknown, judged(t, err).Verdict)
	})
}

func both(one, other func(*http.Request) *http.Response) func(*http.Request) *http.Response {
	return func(r *http.Request) *http.Response {
		if res := one(r); res != nil {
			return res
		}
		return other(r)
	}
}

// A lost answer is looked up: there, or surely not.
func TestPublishLost(t *testing.T) {
	tests := []struct {
		fault  publishertest.Fault
		stored bool
	}{
		{publishertest.CutBefore, false},
		{publishertest.CutAfter, true},
		{publishertest.ServerError, false},
		{publishertest.BadJSON, true},
		{publishertest.Huge, true},
	}
	for _, tt := range tests {
		t.Run(string(tt.fault), func(t *testing.T) {
			w := connected(t)
			p := w.piece("was it heard?")
			w.fault = tt.fault
			_, err := w.publisher.Publish(t.Context(), w.account, p)
			assert.Equal(t, editorial.Unknown, judged(t, err).Verdict)

			found, err := w.publisher.Find(t.Context(), w.account, publishers.Sent{Piece: p})
			require.NoError(t, err)
			if tt.stored {
				require.NotNil(t, found.Receipt)
				assert.Empty(t, found.Absence)
				return
			}
			assert.Nil(t, found.Receipt)
			assert.Equal(t, editorial.Sure, found.Absence)
			w.fault = publishertest.Fine
			w.publish(t, p)
		})
	}
}

func TestContentWarning(t *testing.T) {
	for _, choice := range connected(t).publisher.Limits().Options[0].Choices {
		w := connected(t)
		p := w.piece("careful")
		p.Part.Options = editorial.Options{"content_warning": choice}
		w.publish(t, p)
		var sent struct {
			Record struct {
				Labels struct {
					Values []struct {
						Val string `json:"val"`
					} `json:"values"`
				} `json:"labels"`
			} `json:"record"`
		}
		require.NoError(t, json.Unmarshal(w.calls[0].body, &sent))
		assert.Equal(t, choice, sent.Record.Labels.Values[0].Val)
	}
}
