package mastodon

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"parution.dev/editorial"
)

func TestSoftwareOf(t *testing.T) {
	for _, row := range []struct {
		version, source string
		want            software
	}{
		{"4.6.2", "https://github.com/mastodon/mastodon", stock},
		{"4.6.0+glitch", "", stock},
		{"4.7.0-nightly.2026-10-01", "", stock},
		{"4.2.10+hometown-1.1.1", "", stock},
		{"v3.5.3", "", stock},
		{"0.20.0 6b9f2d3", "", goToSocial},
		{"0.20.0", "https://codeberg.org/superseriousbusiness/gotosocial", goToSocial},
		{"3.5.3+0.20.0-6b9f2d3", "https://codeberg.org/superseriousbusiness/gotosocial", goToSocial},
		{"2.7.2 (compatible; Pleroma 2.9.1)", "", pleroma},
		{"2.7.2 (compatible; Akkoma 3.15.2-0-gabc)", "", pleroma},
		{"3.5.3 (compatible; Pixelfed 0.12.5)", "", pixelfed},
		{"2.8.0 (compatible; Friendica 2026.03)", "", other},
		{"4.0.0 (not true; really snac/2.60)", "", other},
		{"takahe/0.11.0", "", other},
		{"", "", other},
	} {
		assert.Equal(t, row.want, softwareOf(instance{Version: row.version, SourceURL: row.source}), row.version)
	}
}

func TestKeyLife(t *testing.T) {
	p := New(nil, time.Now)
	for _, row := range []struct {
		kind    software
		version string
		want    time.Duration
	}{
		{stock, "4.6.0", time.Hour},
		{stock, "4.6.2+glitch", time.Hour},
		{stock, "4.6.1-rc.1", time.Hour},
		{stock, "4.7.0-alpha.1", time.Hour},
		{stock, "4.10.0", time.Hour},
		{stock, "5.0.0", time.Hour},
		{stock, "4.6.0-beta.1", 0}, // the lock may not be in it yet
		{stock, "4.5.9", 0},
		{stock, "3.6.0", 0},
		{stock, "nonsense", 0},
		{stock, "", 0},
		{goToSocial, "4.6.0", 0},
		{goToSocial, "0.20.0 6b9f2d3", 0},
		{pleroma, "4.6.0", 0},
		{pixelfed, "4.6.0", 0},
		{other, "4.6.0", 0},
		{"", "4.6.0", 0},
	} {
		on := editorial.Account{Facts: map[string]string{"kind": string(row.kind), "version": row.version}}
		assert.Equal(t, row.want, p.KeyLife(on), "%s %s", row.kind, row.version)
	}
}

func TestCountingIsTheSoftwares(t *testing.T) {
	const link = "https://example.org/a/very/long/way/to/the/page"
	for _, row := range []struct {
		text                                 string
		stock, goToSocial, pleroma, unlisted int
	}{
		{"Été", 3, 3, 3, 3},
		{"E\u0301te\u0301", 3, 5, 3, 5},
		{"👨‍👩‍👧", 1, 5, 1, 5},
		{link, 23, 47, 47, 47},
		{"@bob@very.long.host hi", 7, 22, 22, 22},
	} {
		assert.Equal(t, row.stock, stock.counting(23).Count(row.text), "stock %q", row.text)
		assert.Equal(t, row.goToSocial, goToSocial.counting(23).Count(row.text), "gotosocial %q", row.text)
		assert.Equal(t, row.pleroma, pleroma.counting(23).Count(row.text), "pleroma %q", row.text)
		assert.Equal(t, row.unlisted, other.counting(23).Count(row.text), "other %q", row.text)
	}
}
