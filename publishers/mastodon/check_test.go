package mastodon

import (
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/publishers"
	"parution.dev/publishers/mastodon/mastodontest"
)

func TestCheck(t *testing.T) {
	r := newRig(t)
	was := r.account.Limits
	r.account.Limits = editorial.Limits{}
	r.clock.Advance(7 * time.Minute)
	health, err := r.publisher.Check(t.Context(), r.account)
	require.NoError(t, err)
	assert.Equal(t, was, health.Limits, "what the server takes now")
	assert.Equal(t, r.clock.Now(), health.Clock)
	assert.Equal(t, 299, health.Remaining)
	assert.Equal(t, time.Date(2026, 11, 22, 12, 10, 0, 0, time.UTC), health.Reset)
	assert.Empty(t, r.Books())
}

func TestCheckOfAServerThatTellsNothing(t *testing.T) {
	r := newRig(t)
	r.through(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Date", "today")
		_, _ = w.Write([]byte(`{"id":"` + r.account.RemoteID + `"}`))
	}))
	health, err := r.publisher.Check(t.Context(), r.account)
	require.NoError(t, err)
	assert.True(t, health.Clock.IsZero())
	assert.True(t, health.Reset.IsZero())
	assert.Equal(t, -1, health.Remaining)
}

func TestCheckFails(t *testing.T) {
	r := newRig(t)
	changed := r.account
	changed.Credentials = changed.Credentials.With("access_token", r.Token("bob"))
	unconnected := r.account
	unconnected.Facts = nil
	for name, row := range map[string]struct {
		on      editorial.Account
		verdict editorial.Verdict
		says    string
	}{
		"another account's token": {changed, editorial.Reconnect, "another account"},
		"never connected":         {unconnected, editorial.Reconnect, "not connected"},
	} {
		_, err := r.publisher.Check(t.Context(), row.on)
		if assert.Error(t, err, name) {
			assert.Equal(t, row.verdict, publishers.Judge(err).Verdict, name)
			assert.Contains(t, err.Error(), row.says, name)
		}
	}
	r.Revoke(r.token)
	_, err := r.publisher.Check(t.Context(), r.account)
	assert.Equal(t, editorial.Reconnect, publishers.Judge(err).Verdict)
	r.through(always(http.StatusBadGateway, ""))
	_, err = r.publisher.Check(t.Context(), r.account)
	assert.Equal(t, editorial.Later, publishers.Judge(err).Verdict)
}

// When the quota is used up the answer is 429 with a reset, and no Retry-After.
func TestQuotaRunsOut(t *testing.T) {
	r := newRig(t, mastodontest.GoToSocial())
	r.clock.Advance(time.Minute)
	var err error
	for range 300 {
		if _, err = r.publisher.Check(t.Context(), r.account); err != nil {
			break
		}
	}
	judged := publishers.Judge(err)
	assert.Equal(t, editorial.Later, judged.Verdict)
	assert.Equal(t, 4*time.Minute, judged.Wait)
}
