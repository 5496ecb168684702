package mastodon

import (
	"encoding/json"
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/publishers"
	"parution.dev/publishers/mastodon/mastodontest"
)

func TestConnectReadsWhoAndWhat(t *testing.T) {
	r := newRig(t)
	found, err := r.publisher.Connect(t.Context(), asking("https://"+mastodontest.Host+"/", r.token))
	require.NoError(t, err)
	assert.NotEmpty(t, found.RemoteID)
	assert.Equal(t, "ann@social.example", found.Handle)
	assert.Equal(t, "https://social.example/@ann", found.URL)
	assert.Equal(t, map[string]string{"kind": "mastodon", "version": "4.6.2", "host": "social.example"}, found.Facts)
	assert.True(t, found.ExpiresAt.IsZero())
	assert.Equal(t, r.token, found.Credentials["access_token"].Reveal())
}

func TestConnectReadsTheServersOwnLimits(t *testing.T) {
	limits := newRig(t).account.Limits
	assert.Equal(t, []editorial.TextLimit{{
		Max:      1000,
		Counting: editorial.Counting{Unit: editorial.Graphemes, LinkLength: 30, LocalMentions: true},
	}}, limits.Text)
	assert.Equal(t, editorial.MediaLimits{
		Max:        6,
		Types:      map[string]int64{"image/jpeg": 8 << 20, "image/png": 8 << 20, "image/gif": 8 << 20, "video/mp4": 40 << 20},
		Alt:        editorial.TextLimit{Max: 1200, Counting: editorial.Counting{Unit: editorial.CodePoints}},
		Pixels:     20_000_000,
		AltAdvised: true,
	}, limits.Media)
	assert.Equal(t, 50, limits.Parts)
	assert.True(t, limits.FirstComment)
	assert.False(t, limits.LinkCard)
	assert.Equal(t, 2*time.Minute, limits.Lead)
}

func TestConnectToGoToSocial(t *testing.T) {
	r := newRig(t, mastodontest.GoToSocial())
	assert.Equal(t, "gotosocial", r.account.Facts["kind"])
	assert.Equal(t, []editorial.TextLimit{{Max: 5000, Counting: editorial.Counting{Unit: editorial.CodePoints}}}, r.account.Limits.Text)
}

func TestConnectToAnOldServer(t *testing.T) {
	r := newRig(t, mastodontest.OldAPI())
	assert.Equal(t, "3.3.0", r.account.Facts["version"])
	assert.Equal(t, "ann@social.example", r.account.Handle)
	assert.Equal(t, 1000, r.account.Limits.Text[0].Max)
}

func TestConnectRefusals(t *testing.T) {
	r := newRig(t)
	for name, row := range map[string]struct {
		to      editorial.Account
		verdict editorial.Verdict
		says    string
	}{
		"bad server": {asking("ftp://m.example", r.token), editorial.Never, "https"},
		"no token":   {asking(mastodontest.Host, " "), editorial.Reconnect, "no access token"},
		"odd token":  {asking(mastodontest.Host, "two\nlines-secret"), editorial.Reconnect, "no token has"},
		"bad token":  {asking(mastodontest.Host, "nonsense"), editorial.Reconnect, "no longer takes"},
		"app token":  {asking(mastodontest.Host, r.AppToken()), editorial.Reconnect, "speaks for no account"},
		"token that may not read its account": {
			asking(mastodontest.Host, r.Token("ann", "write")), editorial.Reconnect, "lacks a permission",
		},
		"token that may not upload": {
			asking(mastodontest.Host, r.Token("ann", "read", "write:statuses")), editorial.Reconnect, "write:media",
		},
		"token that may not publish or read back": {
			asking(mastodontest.Host, r.Token("ann", "read:accounts", "write:media")), editorial.Reconnect, "write:statuses, read:statuses",
		},
	} {
		_, err := r.publisher.Connect(t.Context(), row.to)
		require.Error(t, err, name)
		assert.Equal(t, row.verdict, publishers.Judge(err).Verdict, name)
		assert.Contains(t, err.Error(), row.says, name)
		assert.NotContains(t, err.Error(), "-secret", name)
	}
}

// A failing server is no reason to give up, and nothing was made public.
func TestConnectToAFailingServer(t *testing.T) {
	r := newRig(t)
	for name, h := range map[string]http.Handler{
		"down":     always(http.StatusBadGateway, "<html>"),
		"nonsense": always(http.StatusOK, "<html>"),
	} {
		r.through(h)
		_, err := r.publisher.Connect(t.Context(), asking(mastodontest.Host, r.token))
		assert.Equal(t, editorial.Later, publishers.Judge(err).Verdict, name)
	}
}

func TestLimitsOfServersThatSayLittle(t *testing.T) {
	var pleromaSays instance
	require.NoError(t, json.Unmarshal([]byte(`{
		"uri": "https://pl.example", "version": "2.7.2 (compatible; Pleroma 2.9.1)",
		"max_toot_chars": 5000, "max_media_attachments": 1000, "upload_limit": 16000000, "description_limit": 5000
	}`), &pleromaSays))
	limits := limitsOf(softwareOf(pleromaSays), pleromaSays)
	assert.Equal(t, "pl.example", pleromaSays.domain())
	assert.Equal(t, []editorial.TextLimit{{Max: 5000, Counting: editorial.Counting{Unit: editorial.Graphemes}}}, limits.Text)
	assert.Equal(t, 1000, limits.Media.Max)
	assert.Equal(t, int64(16_000_000), limits.Media.Types["image/png"])
	assert.Equal(t, int64(16_000_000), limits.Media.Types["video/mp4"])
	assert.Equal(t, 5000, limits.Media.Alt.Max)

	nonsense := instance{MaxTootChars: -1, Version: "4.6.0"}
	nonsense.Configuration.Media.SupportedMIMETypes = []string{"Image/PNG"}
	assert.Equal(t, 500, limitsOf(stock, nonsense).Text[0].Max)
	assert.Equal(t, map[string]int64{"image/png": 16 << 20}, limitsOf(stock, nonsense).Media.Types)

	assert.Equal(t, New(nil, nil).Limits(), limitsOf(stock, instance{}), "who says nothing is taken for stock")
	assert.Equal(t, 500, limitsOf(stock, instance{}).Text[0].Max)
	assert.Equal(t, int64(16<<20), limitsOf(stock, instance{}).Media.Types["image/webp"])
	assert.Equal(t, int64(99<<20), limitsOf(stock, instance{}).Media.Types["audio/mpeg"])
	assert.True(t, limitsOf(pixelfed, instance{}).MediaRequired)
}

func TestHandle(t *testing.T) {
	assert.Equal(t, "ann@m.example", account{Acct: "ann"}.handle("m.example"))
	assert.Equal(t, "ann@people.example", account{Acct: "ann@people.example"}.handle("m.example"))
	assert.Equal(t, "people.example", instance{AccountDomain: "people.example", Domain: "host.example"}.domain())
}

// always answers every call alike.
func always(code int, body string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(code)
		_, _ = w.Write([]byte(body))
	})
}
