package editorial

import (
	"encoding/json"
	"testing"

	"github.com/gowebpki/jcs"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// The quick way to the canonical form and the library's give the same bytes,
// whatever is written.
func TestCanonicalForm(t *testing.T) {
	texts := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"", "<b>&</b>", "\u2028\u2029", "\x00\b\t\n\f\r\"\\/\x7f", "é 👩‍👩‍👧 𝄞", "bad \xff utf-8", `\u0041`}))
	values := rapid.OneOf(
		rapid.Map(texts, func(s string) any { return s }), rapid.Map(rapid.Bool(), func(b bool) any { return b }),
		rapid.Map(rapid.Float64Range(-1e22, 1e22), func(f float64) any { return f }),
	)
	rapid.Check(t, func(t *rapid.T) {
		s := signed{
			Account: texts.Draw(t, "account"), Channel: ChannelID(texts.Draw(t, "channel")), Format: hashFormat, Language: texts.Draw(t, "language"),
			Options: rapid.MapOf(texts, values).Draw(t, "options"), Platform: Platform(texts.Draw(t, "platform")),
			Parts: []signedPart{{
				Kind: PartPost, Text: texts.Draw(t, "text"), Media: []signedMedia{{Hash: "h", Alt: texts.Draw(t, "alt"), Crop: "1,2,3,4"}},
				Link: &signedLink{URL: texts.Draw(t, "url"), Title: texts.Draw(t, "title"), Thumbnail: &signedMedia{Alt: texts.Draw(t, "thumbnail")}},
			}},
		}
		got, err := s.canonical()
		plain, wrong := json.Marshal(s)
		require.NoError(t, wrong)
		want, wrong := jcs.Transform(plain)
		require.Equal(t, wrong, err)
		require.Equal(t, string(want), string(got))
	})
}
