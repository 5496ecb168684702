package bluesky_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func TestConnect(t *testing.T) {
	w := newWorld(t)
	w.account.Settings["handle"] = " @ana.test"

	got, err := w.publisher.Connect(t.Context(), w.account)

	require.NoError(t, err)
	assert.Equal(t, "did:plc:ana", got.RemoteID)
	assert.Equal(t, "ana.test", got.Handle)
	assert.Equal(t, "https://bsky.app/profile/did:plc:ana", got.URL)
	assert.Equal(t, map[string]string{"did": "did:plc:ana", "pds": pds, "handle": "ana.test"}, got.Facts)
	assert.Equal(t, w.publisher.Limits(), got.Limits)
	assert.Equal(t, password, got.Credentials["app_password"].Reveal())
	assert.NotEmpty(t, got.Credentials["access_jwt"].Reveal())
	assert.NotEmpty(t, got.Credentials["refresh_jwt"].Reveal())
	assert.Zero(t, got.ExpiresAt)
	assert.Len(t, w.account.Credentials, 1, "the account handed in is not changed")
}

// Connecting again is how a channel whose sessions died comes back.
func TestConnectAgain(t *testing.T) {
	w := connected(t)
	before := w.account
	w.connect(t)
	assert.Equal(t, before.RemoteID, w.account.RemoteID)
	assert.NotEqual(t, before.Credentials, w.account.Credentials)
	w.publish(t, w.piece("back again"))
}

func TestConnectRefused(t *testing.T) {
	tests := []struct {
		name    string
		change  func(*world)
		verdict editorial.Verdict
		code    string
		calls   int
	}{
		{"wrong password", func(w *world) {
			w.account.Credentials = w.account.Credentials.With("app_password", "wrong-secret")
		}, editorial.Reconnect, "AuthenticationRequired", 1},
		{
			"nobody", func(w *world) { w.account.Settings["handle"] = "nobody.test" },
			editorial.Reconnect, "AuthenticationRequired", 1,
		},
		{"no handle", func(w *world) { w.account.Settings["handle"] = " @" }, editorial.Reconnect, "not_connected", 0},
		{"no password", func(w *world) { w.account.Credentials = nil }, editorial.Reconnect, "not_connected", 0},
		{
			"service in the clear", func(w *world) { w.account.Settings["service"] = "http://bsky.test" },
			editorial.Never, "settings", 0,
		},
		{
			"service with a path", func(w *world) { w.account.Settings["service"] = "https://bsky.test/xrpc" },
			editorial.Never, "settings", 0,
		},
		{
			"service with a password", func(w *world) { w.account.Settings["service"] = "https://me:wrong-secret@bsky.test" },
			editorial.Never, "settings", 0,
		},
		{
			"service that is no address", func(w *world) { w.account.Settings["service"] = "my server" },
			editorial.Never, "settings", 0,
		},
		{"repository in the clear", func(w *world) { w.server.PDS = "http://pds.bsky.test" }, editorial.Never, "bad_pds", 1},
		{"repository that is no address", func(w *world) { w.server.PDS = "pds.bsky.test" }, editorial.Never, "bad_pds", 1},
		{"second factor", func(w *world) {
			w.answer("com.atproto.server.createSession", 401, `{"error":"AuthFactorTokenRequired","message":"A sign in code"}`)
		}, editorial.Reconnect, "AuthFactorTokenRequired", 1},
		{"deactivated", func(w *world) {
			w.answer("com.atproto.server.createSession", 200,
				`{"did":"did:plc:ana","handle":"ana.test","accessJwt":"a","refreshJwt":"r","active":false,"status":"deactivated"}`)
		}, editorial.Reconnect, "not_connected", 1},
		{"no session in the answer", func(w *world) {
			w.answer("com.atproto.server.createSession", 200, `{"did":"did:plc:ana"}`)
		}, editorial.Later, "no_answer", 1},
		{"no answer of this protocol", func(w *world) {
			w.answer("com.atproto.server.createSession", 200, `<html>`)
		}, editorial.Later, "no_answer", 1},
		{"server is down", func(w *world) {
			w.answer("com.atproto.server.createSession", 502, `<html>`)
		}, editorial.Later, "502", 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := newWorld(t)
			tt.change(w)
			_, err := w.publisher.Connect(t.Context(), w.account)
			got := judged(t, err)
			assert.Equal(t, tt.verdict, got.Verdict)
			assert.Equal(t, tt.code, got.Code)
			assert.False(t, got.Expired)
			assert.Len(t, w.calls, tt.calls)
			for _, secret := range []string{password, "wrong-secret"} {
				assert.NotContains(t, fmt.Sprintf("%+v %v", got, err), secret)
			}
		})
	}
}

// The settings and answers that a server may lawfully have.
func TestConnectElsewhere(t *testing.T) {
	tests := []struct {
		name         string
		service, pds string
		signedInAt   string
		want         string
	}{
		{"by default Bluesky's own", "", pds, "https://bsky.social", pds},
		{"a name alone", "bsky.test", pds, service, pds},
		{"a slash too many", service + "/", pds + "/", service, pds},
		{"a server that tells no address is its own", service, "", service, service},
		{"this machine, in the clear", "http://localhost:2583", "http://localhost:2583", "http://localhost:2583", "http://localhost:2583"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := newWorld(t)
			w.account.Settings["service"], w.server.PDS = tt.service, tt.pds
			got, err := w.publisher.Connect(t.Context(), w.account)
			require.NoError(t, err)
			assert.Equal(t, tt.want, got.Facts["pds"])
			require.Len(t, w.calls, 1)
			assert.Equal(t, tt.signedInAt+"/xrpc/com.atproto.server.createSession", w.calls[0].url)
		})
	}
}
