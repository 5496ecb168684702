package mastodon

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAddressOf(t *testing.T) {
	for given, want := range map[string]string{
		"m.example":              "https://m.example",
		" M.Example ":            "https://m.example",
		"https://m.example":      "https://m.example",
		"http://127.0.0.1:80":    "http://127.0.0.1",
		"https://m.example/":     "https://m.example",
		"HTTPS://m.example":      "https://m.example",
		"m.example:8443":         "https://m.example:8443",
		"https://m.example:443":  "https://m.example",
		"https://[2001:db8::1]/": "https://[2001:db8::1]",
	} {
		at, err := addressOf(given)
		if assert.NoError(t, err, given) {
			assert.Equal(t, want, at.String(), given)
		}
	}
}

func TestAddressOfRefuses(t *testing.T) {
	for _, given := range []string{
		"", "  ", "ftp://m.example", "https://", "https:///path",
		"https://m.example/@ann", "m.example/about", "https://m.example?x=1", "https://m.example?", "https://m.example#top",
		"https://ann:hunter2@m.example", "ann@m.example", "@ann@m.example", "https://m.example:port", "m.exa mple",
	} {
		_, err := addressOf(given)
		if assert.Error(t, err, given) {
			assert.NotContains(t, err.Error(), "hunter2")
		}
	}
}
