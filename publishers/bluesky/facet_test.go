package bluesky

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// shown is a facet as a reader sees it: the words it lies on and what they are.
type shown struct{ words, kind, value string }

func show(tb testing.TB, text string, facets []facet) []shown {
	tb.Helper()
	var all []shown
	for _, f := range facets {
		require.Len(tb, f.Features, 1)
		feature := f.Features[0]
		_, kind, _ := strings.Cut(feature.Type, "#")
		all = append(all, shown{text[f.Index.Start:f.Index.End], kind, feature.URI + feature.Tag + feature.DID})
	}
	return all
}

func TestFacets(t *testing.T) {
	dids := map[string]string{"ana.example.com": "did:plc:ana", "bob.test": "did:web:bob.test"}
	tests := []struct {
		name string
		text string
		want []shown
	}{
		{"nothing", "plain words, 3.14 and a@b.c", nil},
		{"empty", "", nil},
		{"link", "see https://ex.org/a?b=c#d.", []shown{{"https://ex.org/a?b=c#d", "link", "https://ex.org/a?b=c#d"}}},
		{"an emoji of 4 bytes before a link", "🎉 https://ex.org", []shown{{"https://ex.org", "link", "https://ex.org"}}},
		{"a family of 25 bytes before a link", "👨‍👩‍👧‍👦 https://ex.org", []shown{{"https://ex.org", "link", "https://ex.org"}}},
		{"flags and accents before all kinds", "🇫🇷 L’été à Évian 🏔️ #été @ana.example.com https://ex.org/é", []shown{
			{"#été", "tag", "été"},
			{"@ana.example.com", "mention", "did:plc:ana"},
			{"https://ex.org/é", "link", "https://ex.org/é"},
		}},
		{"decomposed accents stay as they are", "e\u0301 #e\u0301te\u0301", []shown{{"#e\u0301te\u0301", "tag", "e\u0301te\u0301"}}},
		{"in the order of the text", "#b https://ex.org #a", []shown{
			{"#b", "tag", "b"}, {"https://ex.org", "link", "https://ex.org"}, {"#a", "tag", "a"},
		}},
		{"the same link twice", "https://ex.org https://ex.org", []shown{
			{"https://ex.org", "link", "https://ex.org"}, {"https://ex.org", "link", "https://ex.org"},
		}},
		{"a full-width sign", "＃東京 ok", []shown{{"＃東京", "tag", "東京"}}},
		{"numbers are no tags", "#2026 #1", nil},
		{"a tag keeps its case", "#GoLang", []shown{{"#GoLang", "tag", "GoLang"}}},
		{"a tag of 64", "#" + strings.Repeat("é", 64), []shown{{"#" + strings.Repeat("é", 64), "tag", strings.Repeat("é", 64)}}},
		{"a tag of 65 stays text", "#" + strings.Repeat("é", 65), nil},
		{"a mention's case does not matter", "@Ana.Example.COM", []shown{{"@Ana.Example.COM", "mention", "did:plc:ana"}}},
		{"a full stop after a mention", "with @bob.test.", []shown{{"@bob.test", "mention", "did:web:bob.test"}}},
		{"nobody has the handle", "@nobody.test", nil},
		{"mentions of other networks", "@ana @ana@bob.test", nil},
		{"in a link nothing else", "https://ex.org/@ana.example.com#tag", []shown{
			{"https://ex.org/@ana.example.com#tag", "link", "https://ex.org/@ana.example.com#tag"},
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			assert.Equal(t, tt.want, show(t, tt.text, facetsOf(tt.text, dids)))
		})
	}
}

func TestHandles(t *testing.T) {
	long := strings.Repeat("a", 63)
	tests := []struct {
		text string
		want []string
	}{
		{"", nil},
		{"@ana.example.com and @ANA.example.com", []string{"ana.example.com"}},
		{"@b.test @a.test", []string{"b.test", "a.test"}},
		{"@ana", nil},
		{"@ana@example.com", nil},
		{"@ana.123", nil},
		{"@an_a.test", nil},
		{"@" + long + ".test", []string{long + ".test"}},
		{"@" + long + "a.test", nil},
		{"@" + strings.Repeat(long+".", 4) + "test", nil},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			assert.Equal(t, tt.want, handlesIn(tt.text))
		})
	}
}

// Whatever the text: facets lie in it, on whole characters, in order and apart,
// and say what they lie on.
func FuzzFacets(f *testing.F) {
	f.Add("👨‍👩‍👧‍👦 https://ex.org/é #tag @ana.example.com")
	f.Add("#a#b @a.b@c.d http://[::1]/ ＃東京·x")
	f.Add("\xff#\xffa https://\xff")
	f.Fuzz(func(t *testing.T, text string) {
		dids := map[string]string{}
		for _, handle := range handlesIn(text) {
			dids[handle] = "did:web:" + handle
		}
		last := 0
		for _, facet := range facetsOf(text, dids) {
			start, end := facet.Index.Start, facet.Index.End
			require.LessOrEqual(t, last, start)
			require.Less(t, start, end)
			require.LessOrEqual(t, end, len(text))
			last = end
			if utf8.ValidString(text) {
				require.True(t, utf8.ValidString(text[start:end]))
			}
			words, feature := text[start:end], facet.Features[0]
			switch feature.Type {
			case typeLink:
				require.Equal(t, words, feature.URI)
			case typeTag:
				require.Contains(t, []string{"#" + feature.Tag, "＃" + feature.Tag}, words)
			case typeMention:
				require.Equal(t, "did:web:"+strings.ToLower(words[1:]), feature.DID)
			default:
				t.Fatalf("a facet of type %q", feature.Type)
			}
		}
	})
}
