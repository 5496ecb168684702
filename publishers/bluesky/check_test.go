package bluesky_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func TestCheck(t *testing.T) {
	w := connected(t)
	got, err := w.publisher.Check(t.Context(), w.account)
	require.NoError(t, err)
	assert.Equal(t, w.now.Truncate(time.Second), got.Clock)
	assert.Equal(t, -1, got.Remaining)
	assert.Equal(t, w.publisher.Limits(), got.Limits)
	assert.Equal(t, []string{"getSession"}, w.methods())
}

func TestCheckFails(t *testing.T) {
	const session = "com.atproto.server.getSession"
	tests := []struct {
		name    string
		change  func(*world)
		verdict editorial.Verdict
		expired bool
	}{
		{"not connected", func(w *world) { w.account.RemoteID = "" }, editorial.Reconnect, false},
		{"session ran out", func(w *world) { w.now = w.now.Add(3 * time.Hour) }, editorial.Reconnect, true},
		{"taken down", func(w *world) { w.answer(session, 401, `{"error":"AccountTakedown"}`) }, editorial.Reconnect, false},
		{"deactivated", func(w *world) {
			w.answer(session, 200, `{"did":"did:plc:ana","handle":"ana.test","active":false}`)
		}, editorial.Reconnect, false},
		{"somebody else", func(w *world) {
			w.answer(session, 200, `{"did":"did:plc:eve","handle":"eve.test"}`)
		}, editorial.Reconnect, false},
		{"server is down", func(w *world) { w.answer(session, 503, "") }, editorial.Later, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := connected(t)
			tt.change(w)
			_, err := w.publisher.Check(t.Context(), w.account)
			got := judged(t, err)
			assert.Equal(t, tt.verdict, got.Verdict)
			assert.Equal(t, tt.expired, got.Expired)
		})
	}
}
