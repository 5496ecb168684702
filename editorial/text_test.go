package editorial_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/rivo/uniseg"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"parution.dev/editorial"
)

const (
	family   = "👨‍👩‍👧" // three people, two joiners
	brunette = "🙋🏽‍♀️" // skin tone, joiner, sign, style
	combined = "e\u0301"
)

func TestCountUnits(t *testing.T) {
	for _, row := range []struct {
		text                                            string
		graphemes, codePoints, utf16s, bytes, weighteds int
	}{
		{"", 0, 0, 0, 0, 0},
		{"Bonjour", 7, 7, 7, 7, 7},
		{"un\r\ndeux\n", 8, 9, 9, 9, 9},
		{"\r", 1, 1, 1, 1, 1},

		{"é", 1, 1, 1, 2, 1},
		{combined, 1, 2, 2, 3, 1},
		{"x\u0301", 1, 2, 2, 3, 2}, // has no composed form
		{"« Prêt ? »", 10, 10, 10, 13, 10},
		{"«\u00A0Prêt\u202F?\u00A0»", 10, 10, 10, 17, 11}, // U+202F is no light code point
		{"l’été — “oui”…", 14, 14, 14, 26, 15},
		{"12 €", 4, 4, 4, 6, 5},

		{"👋", 1, 1, 2, 4, 2},
		{"Hello, world! 👋", 15, 15, 16, 18, 16},
		{family, 1, 5, 8, 18, 2},
		{"👩‍👩‍👧‍👦", 1, 7, 11, 25, 2},
		{brunette, 1, 5, 7, 17, 2},
		{"🇫🇷", 1, 2, 4, 8, 2},
		{"🇫🇷🇧🇪", 2, 4, 8, 16, 4},
		{"🇫", 1, 1, 2, 4, 2},
		{"🏴󠁧󠁢󠁳󠁣󠁴󠁿", 1, 7, 14, 28, 2},
		{"1️⃣", 1, 3, 3, 7, 2},
		{"#️⃣", 1, 3, 3, 7, 2},
		{"1⃣", 1, 2, 2, 4, 2},
		{"1\uFE0F", 1, 2, 2, 4, 3}, // no key around it, no emoji
		{"❤", 1, 1, 1, 3, 2},
		{"❤️", 1, 2, 2, 6, 2},
		{"❤\uFE0E", 1, 2, 2, 6, 4}, // drawn as text
		{"©", 1, 1, 1, 2, 1},
		{"©️", 1, 2, 2, 5, 2},
		{"👍\u0301", 1, 2, 3, 6, 3},
		{"a\u200D👍", 2, 3, 4, 8, 4},

		{"مرحبا", 5, 5, 5, 10, 5},
		{"مَرْحَبًا", 5, 9, 9, 18, 9},
		{"日本語", 3, 3, 3, 9, 6},
		{"한국", 2, 2, 2, 6, 4},
		{norm.NFD.String("한국"), 2, 6, 6, 18, 4},
		{"ไทย", 3, 3, 3, 9, 3},

		{"\xff\xfe", 2, 2, 2, 2, 4},
		{"a\xe2\x82", 3, 3, 3, 3, 5},
	} {
		got := []int{}
		for _, unit := range allUnits {
			got = append(got, editorial.Counting{Unit: unit}.Count(row.text))
		}
		want := []int{row.graphemes, row.codePoints, row.utf16s, row.bytes, row.weighteds}
		require.Empty(t, cmp.Diff(want, got), "%q in %v", row.text, allUnits)
	}
}

var allUnits = []editorial.Unit{
	editorial.Graphemes, editorial.CodePoints, editorial.UTF16, editorial.Bytes, editorial.Weighted,
}

func TestCountWeightsOfCodePoints(t *testing.T) {
	light := [][2]rune{{0, 4351}, {8192, 8205}, {8208, 8223}, {8242, 8247}}
	counting := editorial.Counting{Unit: editorial.Weighted}
	for _, bounds := range light {
		for _, r := range []rune{bounds[0], bounds[1]} {
			if text := string(r); norm.NFC.IsNormalString(text) {
				require.Equal(t, 1, counting.Count(text), "%U", r)
			}
		}
	}
	for _, r := range []rune{4352, 8206, 8207, 8224, 8241, 8248, 0xFFFD, 0x10FFFF} {
		require.Equal(t, 2, counting.Count(string(r)), "%U", r)
	}
	require.Equal(t, 140*2, counting.Count(strings.Repeat("語", 140)))
}

func TestCountOfAnUnknownUnitIsTheStrictest(t *testing.T) {
	require.Equal(t, 18, editorial.Counting{}.Count(family))
	require.Equal(t, 18, editorial.Counting{Unit: "words"}.Count(family))
}

func TestCountLinksAndMentions(t *testing.T) {
	var (
		plain    = editorial.Counting{Unit: editorial.Graphemes}
		links    = editorial.Counting{Unit: editorial.Graphemes, LinkLength: 23}
		hosts    = editorial.Counting{Unit: editorial.Graphemes, LocalMentions: true}
		both     = editorial.Counting{Unit: editorial.Graphemes, LinkLength: 23, LocalMentions: true}
		weighted = editorial.Counting{Unit: editorial.Weighted, LinkLength: 23}
	)
	long := "https://a.b/" + strings.Repeat("x", 188)
	for _, row := range []struct {
		counting editorial.Counting
		text     string
		want     int
	}{
		{plain, long, 200},
		{links, long, 23},
		{weighted, long, 23},
		{links, "https://a.b", 23},
		{links, "Lire : " + long + ".", 7 + 23 + 1},
		{links, "(" + long + ") " + long, 2 + 23 + 1 + 23},
		{links, "https://a.b/日本語 " + family, 23 + 2},
		{links, "example.com", 11},
		{links, "@bob@very.long.host hi", 22},

		{hosts, "@bob@very.long.host hi", 7},
		{hosts, "@bob", 4},
		{hosts, "bob@very.long.host", 18},
		{hosts, "@a@b.c et @d@e.f", 8},
		{hosts, "https://a.b/@bob@host", 21},
		{both, "@bob@very.long.host " + long + " @eve@other.host", 4 + 1 + 23 + 1 + 4},

		{weighted, "example.com", 23},
		{weighted, "Example.COM.", 24},
		{weighted, "voir example.com/menu?q=1, merci", 5 + 23 + 7},
		{weighted, "example.com:8080/x", 23},
		{weighted, "example.com: ici", 23 + 5},
		{weighted, "example.com ?", 23 + 2},
		{weighted, "example.com?", 24},
		{weighted, "sub.domaine.example.co.uk", 23},
		{weighted, "見てexample.comを", 4 + 23 + 2},
		{weighted, "example.com-style", 23 + 6},
		{weighted, "example.com-style/x", 23 + 8},
		{weighted, "-example.com .example.com", 12 + 13},
		{weighted, "example.com:ici", 23 + 4},
		{weighted, "example.com?q=1", 23},
		{weighted, "ok.fr...suite", 23 + 8},
		{weighted, "suite...ok.fr", 13},
		{weighted, "example.com https://a.b example.com/x", 23*3 + 2},
		{weighted, "bob@example.com", 15},
		{weighted, "jean.fr@example.com", 19},
		{weighted, "@example.com", 12},
		{weighted, "#example.com", 12},
		{weighted, "fin.Début", 9},
		{weighted, "3.14 v1.2 e.g. U.S. .com", 24},
		{weighted, "ftp://example.com", 17},
		{editorial.Counting{Unit: editorial.Weighted}, "example.com " + long, 212},
		{editorial.Counting{Unit: editorial.Weighted, LinkLength: 23, LocalMentions: true}, "a.fr/(@b@c.d @b@c.d https://a.b @b@c.d", 23 + 3 + 24 + 3},
		{editorial.Counting{Unit: editorial.Bytes, LinkLength: -1}, "https://a.b", 11},
	} {
		require.Equal(t, row.want, row.counting.Count(row.text), "%q by %+v", row.text, row.counting)
	}
}

func TestLinks(t *testing.T) {
	for _, row := range []struct {
		text string
		want []string
	}{
		{"", nil},
		{"rien ici, ni example.com ni www.example.com", nil},
		{"https://example.com", []string{"https://example.com"}},
		{"HTTP://Example.com/A et Https://b.fr", []string{"HTTP://Example.com/A", "Https://b.fr"}},
		{"http://localhost:8080/x?y=1&z=2#t", []string{"http://localhost:8080/x?y=1&z=2#t"}},
		{"http://[2001:db8::1]:80/x", []string{"http://[2001:db8::1]:80/x"}},
		{"https://bob@example.com/@eve#tag", []string{"https://bob@example.com/@eve#tag"}},
		{"https://web.archive.org/2020/https://a.b/", []string{"https://web.archive.org/2020/https://a.b/"}},

		{"Voir https://a.b/c.", []string{"https://a.b/c"}},
		{
			"https://a.b/c, https://a.b/d; https://a.b/e: https://a.b/f!",
			[]string{"https://a.b/c", "https://a.b/d", "https://a.b/e", "https://a.b/f"},
		},
		{"https://a.b/?q=1 ?", []string{"https://a.b/?q=1"}},
		{"https://a.b/c?!… ensuite", []string{"https://a.b/c"}},
		{"« https://a.b/c »", []string{"https://a.b/c"}},
		{
			"«https://a.b/c», “https://a.b/d”, \"https://a.b/e\", 'https://a.b/f', <https://a.b/g>",
			[]string{"https://a.b/c", "https://a.b/d", "https://a.b/e", "https://a.b/f", "https://a.b/g"},
		},
		{"https://a.b/c\u00A0? https://a.b/d\u202F!", []string{"https://a.b/c", "https://a.b/d"}},
		{"https://fr.wikipedia.org/wiki/L’Équipe’", []string{"https://fr.wikipedia.org/wiki/L’Équipe"}},

		{"(https://a.b/c)", []string{"https://a.b/c"}},
		{"(voir https://a.b/c).", []string{"https://a.b/c"}},
		{"(https://a.b/c)suite", []string{"https://a.b/c"}},
		{"https://a.b/Paris_(homonymie)", []string{"https://a.b/Paris_(homonymie)"}},
		{"(https://a.b/Paris_(homonymie))", []string{"https://a.b/Paris_(homonymie)"}},
		{
			"https://a.b/x(y(z)) [https://a.b/[1]] {https://a.b}",
			[]string{"https://a.b/x(y(z))", "https://a.b/[1]", "https://a.b"},
		},
		{"https://a.b/c( https://a.b/(d", []string{"https://a.b/c", "https://a.b/(d"}},
		{"[texte](https://a.b/c)", []string{"https://a.b/c"}},

		{"見てhttps://a.b/日本、https://a.b/c。", []string{"https://a.b/日本", "https://a.b/c"}},
		{"（https://a.b/c）「https://a.b/d」", []string{"https://a.b/c", "https://a.b/d"}},
		{"انظر https://a.b/c؟ ثم \u2066https://a.b/d\u2069", []string{"https://a.b/c", "https://a.b/d"}},
		{"👉https://a.b/c👈 https://a.b/d→", []string{"https://a.b/c", "https://a.b/d"}},

		{"xhttps://a.b 1http://a.b", nil},
		{"http:// https://. https:///x http://, ://a.b s://a.b", nil},
		{"http://http://a.b", []string{"http://http://a.b"}},
		{"ftp://https://a.b", []string{"https://a.b"}},
		{"https://[ https://[)", nil},
		{"https://a.b/می\u200Cخواهم", []string{"https://a.b/می\u200Cخواهم"}},
		{"https://a.b/\xffc", []string{"https://a.b/"}},
		{"https://a.b/\u0090c", []string{"https://a.b/"}},
		{"https://a.b/\x00c\nd", []string{"https://a.b/"}},
	} {
		require.Equal(t, row.want, texts(editorial.Links(row.text)), "%q", row.text)
	}
}

func TestMentions(t *testing.T) {
	for _, row := range []struct {
		text string
		want []string
	}{
		{"", nil},
		{"@bob", []string{"@bob"}},
		{"Merci @bob, @Eve_2 et (@al).", []string{"@bob", "@Eve_2", "@al"}},
		{"@bob@very.long.host.", []string{"@bob@very.long.host"}},
		{"@bob@localhost @bob@münchen.example", []string{"@bob@localhost", "@bob@münchen.example"}},
		{"@alice.example.com, @a-b.example.", []string{"@alice.example.com", "@a-b.example"}},
		{"@bob@ @bob. @bob- @bob@.", []string{"@bob", "@bob", "@bob", "@bob"}},
		{".@bob «@bob» 👋@bob ❤️@bob", []string{"@bob", "@bob", "@bob", "@bob"}},
		{"bob@example.com é@example.com 日@example", nil},
		{"@ @@ @@bob @é a/@bob =@bob", nil},
		{"@a@b@c", []string{"@a@b"}},
		{"@bob#tag", []string{"@bob"}},
		{"https://a.b/@bob @eve", []string{"@eve"}},
		{"@bob@https://a.b/", []string{"@bob"}},
		{"@bob\xff@eve", []string{"@bob", "@eve"}},
	} {
		require.Equal(t, row.want, texts(editorial.Mentions(row.text)), "%q", row.text)
	}
}

func TestHashtags(t *testing.T) {
	for _, row := range []struct {
		text string
		want []string
	}{
		{"", nil},
		{"#été", []string{"#été"}},
		{"#" + combined + "t" + combined, []string{"#" + combined + "t" + combined}},
		{"＃日本語 と #日本", []string{"＃日本語", "#日本"}},
		{"#مرحبا #हिन्दी #한국어", []string{"#مرحبا", "#हिन्दी", "#한국어"}},
		{"#2026 #1 #_ #1_2 #1·2 # ## #!", nil},
		{"#2026promo #promo2026 #a", []string{"#2026promo", "#promo2026", "#a"}},
		{"#l'équipe #C++ #m² #fin.", []string{"#l", "#C", "#m", "#fin"}},
		{"#Gal·la· #می\u200Cخواهم\u200C #ロック・バンド", []string{"#Gal·la", "#می\u200Cخواهم", "#ロック・バンド"}},
		{
			"(#promo) «#promo» 👍#promo ❤️#promo 1️⃣#promo",
			[]string{"#promo", "#promo", "#promo", "#promo", "#promo"},
		},
		{"a#b é#b 日#b _#b &#b; /#b ##b #＃b", nil},
		{"#a#b", []string{"#a"}},
		{"#️⃣ #\uFE0Fa", nil},
		{"#tag@bob", []string{"#tag"}},
		{"https://a.b/#ancre #tag", []string{"#tag"}},
		{"#日本https://a.b/#x", []string{"#日本"}},
		{"#https://a.b", nil},
		{"#a\xffb", []string{"#a"}},
	} {
		require.Equal(t, row.want, texts(editorial.Hashtags(row.text)), "%q", row.text)
	}
}

func texts(spans []editorial.Span) []string {
	var all []string
	for _, span := range spans {
		all = append(all, span.Text)
	}
	return all
}

func TestSpanOffsetsAreBytes(t *testing.T) {
	text := "Été : ＃été, @bob@a.b https://a.b/é !"
	require.Equal(t, []editorial.Span{{8, 16, "＃été"}}, editorial.Hashtags(text))
	require.Equal(t, []editorial.Span{{18, 26, "@bob@a.b"}}, editorial.Mentions(text))
	require.Equal(t, []editorial.Span{{27, 41, "https://a.b/é"}}, editorial.Links(text))
}

// copyPieces are what text is made of where it matters; drawn in any order they
// meet in ways that nobody writes down.
var copyPieces = []string{
	"a", "Z", "9", "_", " ", "\n", "\r", "\t", "\u00A0", "\u202F", ".", ",", "…", "’", "'", "-", ":", "/", "//", "?",
	"(", ")", "[", "]", "{", "}", "«", "»", "@", "＠", "#", "＃", "&", "=", "·", "·", "・", "\u200C", "\u200D", "\u0301",
	combined, "é", "日", "ب", "한", "क्", "👍", family, brunette, "🇫", "🇫🇷", "1️⃣", "\uFE0F", "\uFE0E", "\u20E3", "❤",
	"https://a ", "http", "https://", "HTTP://", "://", "https://a.b/c", "example.com", ".fr", "@bob", "@bob@a.b", "#tag", "#1",
	"\xff", "\xe2\x82", "\u2066", "\x00",
}

func drawCopy() *rapid.Generator[string] {
	pieces := rapid.SliceOfN(rapid.SampledFrom(copyPieces), 0, 30)
	return rapid.Map(pieces, func(p []string) string { return strings.Join(p, "") })
}

// drawCounting draws the measure of a limit.
func drawCounting() *rapid.Generator[editorial.Counting] {
	return rapid.Custom(func(t *rapid.T) editorial.Counting {
		return editorial.Counting{
			Unit:          rapid.SampledFrom(allUnits).Draw(t, "unit"),
			LinkLength:    rapid.SampledFrom([]int{0, 23}).Draw(t, "link length"),
			LocalMentions: rapid.Bool().Draw(t, "local mentions"),
		}
	})
}

// Nothing reaches across the end of a line, so lines can be counted one by one.
func TestCountAddsUpByLines(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		counting, above, below := drawCounting().Draw(t, "counting"), drawCopy().Draw(t, "above"), drawCopy().Draw(t, "below")
		want := counting.Count(above+".") + 1 + counting.Count(below)
		require.Equal(t, want, counting.Count(above+".\n"+below))
	})
}

func TestCountOfGraphemesIsTheSegmenters(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := drawCopy().Draw(t, "text")
		require.Equal(t, uniseg.GraphemeClusterCount(text), editorial.Counting{Unit: editorial.Graphemes}.Count(text))
	})
}

// Copy counts the same whether accents were typed or pasted.
func TestCountWeightedIgnoresComposition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := drawCopy().Draw(t, "text")
		counting := editorial.Counting{Unit: editorial.Weighted, LinkLength: 23}
		require.Equal(t, counting.Count(norm.NFC.String(text)), counting.Count(norm.NFD.String(text)))
	})
}

func TestCountOfSeveralLinks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		links := rapid.SliceOfN(rapid.StringMatching(`https?://[a-z]{1,9}\.fr(/[a-zé0-9_/-]{0,40})?`), 1, 9).Draw(t, "links")
		text := strings.Join(links, " ")
		require.Equal(t, links, texts(editorial.Links(text)))
		for _, unit := range allUnits {
			counting := editorial.Counting{Unit: unit, LinkLength: 23}
			require.Equal(t, 24*len(links)-1, counting.Count(text))
		}
	})
}

func TestSpansHoldTogether(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { requireSoundSpans(t, drawCopy().Draw(t, "text")) })
}

// requireSoundSpans checks what holds for the spans of any text.
func requireSoundSpans(t require.TestingT, text string) {
	owner := make([]string, len(text))
	for kind, spans := range map[string][]editorial.Span{
		"link": editorial.Links(text), "mention": editorial.Mentions(text), "hashtag": editorial.Hashtags(text),
	} {
		last := 0
		for _, span := range spans {
			require.GreaterOrEqual(t, span.Start, last, "%s in %q", kind, text)
			require.Equal(t, text[span.Start:span.End], span.Text)
			require.True(t, utf8.ValidString(span.Text), "%s in %q", kind, text)
			require.Empty(t, strings.Trim(strings.Join(owner[span.Start:span.End], ""), kind), "%s in %q", kind, text)
			requireSoundSpan(t, kind, span.Text)
			for i := span.Start; i < span.End; i++ {
				owner[i] = kind
			}
			last = span.End
		}
	}
}

func requireSoundSpan(t require.TestingT, kind, span string) {
	require.NotContains(t, span, " ")
	switch kind {
	case "link":
		require.Regexp(t, `^(?i:https?)://[\pL\p{Nd}\[]`, span)
		require.NotRegexp(t, `[.,;:!?(]$`, span)
		require.Equal(t, []string{span}, texts(editorial.Links(span)))
	case "mention":
		require.Regexp(t, `^@[A-Za-z0-9_]`, span)
		require.Equal(t, []string{span}, texts(editorial.Mentions(span)))
	case "hashtag":
		require.Regexp(t, `^[#＃].*\pL`, span)
		require.Equal(t, []string{span}, texts(editorial.Hashtags(span)))
	}
}

// hostile are shapes that invite a scan to begin again at every character. At a
// million bytes a quadratic scan does not come back before the tests' deadline.
func hostile() map[string]string {
	const size = 1 << 20
	shapes := map[string]string{}
	for _, piece := range []string{
		"(", ")", "#", "＃", "@", ".", ":", "/", "_", "a", "é", "日", "👍", "\r", "\xff", "\u0301", "\u200D", "\uFE0F", "🇫",
		"👍\u200D", "#a·", "@a@", "@a-", "@a@b.", "a.", "a.b", "fr.", "fr-", "a.fr ", "a.fr/(", "http", "://", "http://",
		"http://.", "http://a ", "http://(", "http://a)", "x://", "@a#b", "#a@b ", "#1", family, combined, "1️⃣",
	} {
		shapes[piece] = strings.Repeat(piece, size/len(piece))
	}
	half := func(piece string) string { return strings.Repeat(piece, size/2/len(piece)) }
	for _, pair := range [][2]string{
		{"(", ")"},
		{"http://a/(", ")"},
		{"fr.", ".fr"},
		{"@a@b", "."},
		{"#a", "·"},
		{"http://a", "."},
		{"e", "\u0301"},
		{"👍", "\u0301"},
		{"\r", "\u0301"},
		{"a.fr", "/"},
	} {
		shapes[pair[0]+"…"+pair[1]] = half(pair[0]) + half(pair[1])
	}
	for _, start := range []string{"http://a/(", "@a@b", "#a", "a.fr/", "e"} {
		for _, rest := range []string{".", "-", "·", ")", "\u0301", "://"} {
			shapes[start+" then "+rest] = start + strings.Repeat(rest, size/len(rest))
		}
	}
	return shapes
}

func TestCountHostileText(t *testing.T) {
	for name, text := range hostile() {
		counting := editorial.Counting{Unit: editorial.Weighted, LinkLength: 23, LocalMentions: true}
		require.Positive(t, counting.Count(text), name)
	}
}

func TestSpanHostileText(t *testing.T) {
	shapes := hostile()
	for name, row := range map[string]struct{ links, mentions, hashtags int }{
		"(":         {},
		"#":         {},
		"@":         {},
		"http://":   {links: 1},
		"http://a ": {links: 1 << 20 / 9},
		"http://a)": {links: 1 << 20 / 9},
		"x://":      {},
		"@a@b.":     {mentions: 1 << 20 / 5},
		"#a·":       {hashtags: 1 << 20 / 4},
		"#a@b ":     {hashtags: 1 << 20 / 5},
		"@a#b":      {mentions: 1},
	} {
		text, found := shapes[name]
		require.True(t, found, name)
		require.Len(t, editorial.Links(text), row.links, name)
		require.Len(t, editorial.Mentions(text), row.mentions, name)
		require.Len(t, editorial.Hashtags(text), row.hashtags, name)
	}
}

func BenchmarkCount(b *testing.B) {
	post := strings.Repeat("Rendez-vous à l’été 🇫🇷 avec @bob@a.b : https://a.b/c?d=e, #été ! ", 1<<20/80)
	for _, unit := range allUnits {
		b.Run(string(unit), func(b *testing.B) {
			b.SetBytes(int64(len(post)))
			counting := editorial.Counting{Unit: unit, LinkLength: 23, LocalMentions: true}
			for b.Loop() {
				counting.Count(post)
			}
		})
	}
}

func BenchmarkCountHostile(b *testing.B) {
	for name, text := range hostile() {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			counting := editorial.Counting{Unit: editorial.Weighted, LinkLength: 23, LocalMentions: true}
			for b.Loop() {
				counting.Count(text)
			}
		})
	}
}

func addCopy(f *testing.F) {
	f.Helper()
	for _, text := range append(copyPieces,
		"« Prêt\u202F? » @bob@a.b (https://a.b/Paris_(ville)), #été2026 — example.com/x "+family,
		"見てhttps://a.b/日本、＃日本 ثم @alice.example.com",
		"http://[::1]/( [ {) @a@b#c＃d \xff\xc3",
		"example.com https://a.b example.com/x https://c.d @a@b.c a.fr",
	) {
		f.Add(text)
	}
}

func FuzzCount(f *testing.F) {
	addCopy(f)
	f.Fuzz(func(t *testing.T, text string) {
		var n [5]int
		for i, unit := range allUnits {
			n[i] = editorial.Counting{Unit: unit}.Count(text)
			short := editorial.Counting{Unit: unit, LinkLength: 1, LocalMentions: true}
			require.LessOrEqual(t, short.Count(text), n[i])
			require.LessOrEqual(t, editorial.Counting{Unit: unit, LocalMentions: true}.Count(text), n[i])
			require.Equal(t, n[i]+1, editorial.Counting{Unit: unit}.Count("\n"+text))
		}
		graphemes, codePoints, utf16s, bytes, weighted := n[0], n[1], n[2], n[3], n[4]
		require.LessOrEqual(t, graphemes, codePoints)
		require.LessOrEqual(t, codePoints, utf16s)
		require.LessOrEqual(t, utf16s, bytes)
		require.LessOrEqual(t, graphemes, weighted)
	})
}

func FuzzSpans(f *testing.F) {
	addCopy(f)
	f.Fuzz(func(t *testing.T, text string) { requireSoundSpans(t, text) })
}
