package api

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// Nobody passes for somebody else by what is not seen, and names that need what
// is not seen keep it.
func TestNames(t *testing.T) {
	for _, name := range []string{
		"Inès Moreau", "Maison Lumen 👩\u200d🍳", "👩\u200d❤️\u200d👨", "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f Équipe", "café e\u0301", "می\u200cخواهم", "שלום (ABC)\u200f", "क्\u200dष", "O’Brien & Cie : n°\u202f1", "日本", "\u0601 ١",
	} {
		require.NoError(t, checkName(name), "%q", name)
	}
	for name, code := range map[string]string{
		"": "too_short", " \u00a0\u3000": "too_short", "\u200b": "too_short", "\u200d\ufeff": "too_short", "\u3164": "too_short", "\u2800 ": "too_short",
		"Ines\u0000": "bad_text", "Ines\r\nBcc: x": "bad_text", "Ines\u2028": "bad_text",
		"Ines\u200b": "bad_text", "In\u200des": "bad_text", "Ines\ufeff": "bad_text", "Ines\ufe0f": "bad_text", "In\u00ades": "bad_text", "Ines \u200d": "bad_text",
		"\u202eserroM\u202c": "bad_text", "Ines \u2066Moreau\u2069": "bad_text", "Ines\u3164": "bad_text", "In\u034fes": "bad_text", "Ines\U000e0041": "bad_text", "Ines\U000e0001": "bad_text",
	} {
		require.ErrorContains(t, checkName(name), code, "%q", name)
	}
}
