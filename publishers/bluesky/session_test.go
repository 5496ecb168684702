package bluesky_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// The way of a token that ran out: the publishing call is refused, the session
// renewed once, the call made again, and the renewed token is new as well.
func TestRefresh(t *testing.T) {
	w := connected(t)
	p := w.piece("after two hours")
	w.now = w.now.Add(2 * time.Hour)

	_, err := w.publisher.Publish(t.Context(), w.account, p)
	got := judged(t, err)
	assert.Equal(t, editorial.Reconnect, got.Verdict)
	assert.True(t, got.Expired)

	before := w.account.Credentials
	w.account.Credentials, err = w.publisher.Refresh(t.Context(), w.account)
	require.NoError(t, err)
	for _, name := range []string{"access_jwt", "refresh_jwt"} {
		assert.NotEqual(t, before[name].Reveal(), w.account.Credentials[name].Reveal(), name)
	}
	w.publish(t, p)
	assert.Equal(t, []string{"createRecord", "refreshSession", "createRecord"}, w.methods())
	assert.Equal(t, []string{"after two hours"}, w.texts())
}

// Where the refresh token is dead too, the app password signs in: by the DID,
// for a handle may have changed.
func TestRefreshSignsIn(t *testing.T) {
	tests := []struct {
		name   string
		change func(*testing.T, *world)
		want   []string
	}{
		{
			"refresh token ran out", func(_ *testing.T, w *world) { w.now = w.now.Add(91 * 24 * time.Hour) },
			[]string{"refreshSession", "createSession"},
		},
		{"refresh token was used", func(t *testing.T, w *world) {
			t.Helper()
			_, err := w.publisher.Refresh(t.Context(), w.account)
			require.NoError(t, err)
			w.calls = nil
		}, []string{"refreshSession", "createSession"}},
		{"no refresh token", func(_ *testing.T, w *world) {
			delete(w.account.Credentials, "refresh_jwt")
		}, []string{"createSession"}},
		{"the handle has changed", func(_ *testing.T, w *world) {
			w.account.Settings["handle"] = "gone.test"
			delete(w.account.Credentials, "refresh_jwt")
		}, []string{"createSession"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := connected(t)
			tt.change(t, w)
			renewed, err := w.publisher.Refresh(t.Context(), w.account)
			require.NoError(t, err)
			assert.Equal(t, tt.want, w.methods())
			w.account.Credentials = renewed
			w.publish(t, w.piece("signed in anew"))
		})
	}
}

func TestRefreshFails(t *testing.T) {
	const refresh = "com.atproto.server.refreshSession"
	tests := []struct {
		name    string
		change  func(*world)
		verdict editorial.Verdict
		want    []string
	}{
		{
			"app password deleted", func(w *world) { w.server.Revoke("did:plc:ana") },
			editorial.Reconnect,
			[]string{"refreshSession", "createSession"},
		},
		{"no app password", func(w *world) {
			w.server.Revoke("did:plc:ana")
			delete(w.account.Credentials, "app_password")
		}, editorial.Reconnect, []string{"refreshSession"}},
		{
			"server is down: no sign-in is spent", func(w *world) { w.answer(refresh, 503, "") },
			editorial.Later,
			[]string{"refreshSession"},
		},
		{
			"too often: no sign-in is spent", func(w *world) { w.answer(refresh, 429, "", "Retry-After", "60") },
			editorial.Later,
			[]string{"refreshSession"},
		},
		{"another account's session", func(w *world) {
			w.answer(refresh, 200, `{"did":"did:plc:eve","handle":"eve.test","accessJwt":"a","refreshJwt":"r"}`)
		}, editorial.Reconnect, []string{"refreshSession"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := connected(t)
			tt.change(w)
			_, err := w.publisher.Refresh(t.Context(), w.account)
			got := judged(t, err)
			assert.Equal(t, tt.verdict, got.Verdict)
			assert.False(t, got.Expired, "refreshing again would not mend it")
			assert.Equal(t, tt.want, w.methods())
		})
	}
}
