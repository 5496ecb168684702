package bluesky_test

import (
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

func TestFind(t *testing.T) {
	w := connected(t)
	p := w.piece("here I am")
	first := w.publish(t, p)
	reply := w.piece("and here")
	reply.Root, reply.Parent = first, first
	second := w.publish(t, reply)
	w.calls = nil

	for piece, want := range map[*publishers.Piece]publishers.Receipt{&p: first, &reply: second} {
		got, err := w.publisher.Find(t.Context(), w.account, publishers.Sent{Piece: *piece})
		require.NoError(t, err)
		require.NotNil(t, got.Receipt)
		assert.Equal(t, want, *got.Receipt)
		assert.Empty(t, got.Absence)
	}
	got, err := w.publisher.Find(t.Context(), w.account, publishers.Sent{Piece: w.piece("never sent")})
	require.NoError(t, err)
	assert.Equal(t, publishers.Finding{Absence: editorial.Sure}, got)
	for _, call := range w.calls {
		assert.Equal(t, http.MethodGet, call.method)
		assert.Empty(t, call.header.Get("Authorization"))
	}
}

// A look needs no session: it works when everything has run out.
func TestFindWithoutSession(t *testing.T) {
	w := connected(t)
	p := w.piece("still here")
	w.publish(t, p)
	w.server.Revoke("did:plc:ana")
	w.account.Credentials = nil
	got, err := w.publisher.Find(t.Context(), w.account, publishers.Sent{Piece: p})
	require.NoError(t, err)
	assert.NotNil(t, got.Receipt)
}

// Two keys may give one record key. The other one's post is not ours, and ours
// cannot be sent under its key.
func TestFindAnother(t *testing.T) {
	w := connected(t)
	p := w.piece("mine")
	parent := w.publish(t, w.piece("above"))
	w.publish(t, p)
	changes := map[string]func(*publishers.Piece){
		"text":   func(p *publishers.Piece) { p.Part.Text = "not mine" },
		"parent": func(p *publishers.Piece) { p.Root, p.Parent = parent, parent },
	}
	for name, change := range changes {
		t.Run(name, func(t *testing.T) {
			other := p
			change(&other)
			got, err := w.publisher.Find(t.Context(), w.account, publishers.Sent{Piece: other})
			require.NoError(t, err)
			assert.Equal(t, publishers.Finding{Absence: editorial.Unknowable}, got)
		})
	}
}

func TestFindFails(t *testing.T) {
	tests := []struct {
		name   string
		status int
		body   string
		wait   time.Duration
	}{
		{"server error", 502, `{"error":"UpstreamFailure"}`, 0},
		{"a 5xx that says it is not there", 500, `{"error":"RecordNotFound"}`, 0},
		{"not there, says who?", 404, `<html>`, 0},
		{"another refusal", 400, `{"error":"InvalidRequest"}`, 0},
		{"an account that is gone", 400, `{"error":"RepoNotFound"}`, 0},
		{"too often", 429, `{"error":"RateLimitExceeded"}`, time.Minute},
		{"no JSON", 200, `<html>`, 0},
		{"another record", 200, `{"uri":"at://did:plc:ana/app.bsky.feed.post/3aaaaaaaaaaaa","cid":"bafyrei"}`, 0},
		{"session ran out, as if one were needed", 400, `{"error":"ExpiredToken"}`, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := connected(t)
			w.answer("com.atproto.repo.getRecord", tt.status, tt.body, "Retry-After", "60")
			got, err := w.publisher.Find(t.Context(), w.account, publishers.Sent{Piece: w.piece("where?")})
			failed := judged(t, err)
			assert.Equal(t, publishers.Finding{}, got)
			assert.Equal(t, editorial.Unknown, failed.Verdict)
			assert.False(t, failed.Expired)
			assert.Equal(t, tt.wait, failed.Wait)
		})
	}
	for _, forget := range []func(*editorial.Account){
		func(a *editorial.Account) { a.RemoteID = "" },
		func(a *editorial.Account) { a.Facts = nil },
	} {
		w := connected(t)
		forget(&w.account)
		_, err := w.publisher.Find(t.Context(), w.account, publishers.Sent{Piece: w.piece("where?")})
		assert.Equal(t, editorial.Unknown, judged(t, err).Verdict)
		assert.Empty(t, w.calls)
	}
	for _, status := range []int{400, 404} {
		w := connected(t)
		w.answer("com.atproto.repo.getRecord", status, `{"error":"RecordNotFound"}`)
		got, err := w.publisher.Find(t.Context(), w.account, publishers.Sent{Piece: w.piece("where?")})
		require.NoError(t, err)
		assert.Equal(t, editorial.Sure, got.Absence)
	}
}
