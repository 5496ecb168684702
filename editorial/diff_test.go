package editorial_test

import (
	"strings"
	"testing"

	"github.com/rivo/uniseg"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"parution.dev/editorial"
)

// show writes a comparison as [-taken out-]{+put in+}.
func show(all []editorial.Segment) string {
	var b strings.Builder
	for _, s := range all {
		switch s.Op {
		case editorial.Equal:
			b.WriteString(s.Text)
		case editorial.Delete:
			b.WriteString("[-" + s.Text + "-]")
		case editorial.Insert:
			b.WriteString("{+" + s.Text + "+}")
		}
	}
	return b.String()
}

func TestDiff(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{"", "", ""},
		{"", "Bûche", "{+Bûche+}"},
		{"Bûche", "", "[-Bûche-]"},
		{"La bûche arrive jeudi.", "La bûche arrive jeudi.", "La bûche arrive jeudi."},
		{"La bûche arrive jeudi.", "La bûche arrive vendredi.", "La bûche arrive [-jeudi-]{+vendredi+}."},
		{"La bûche arrive jeudi.", "La belle bûche arrive jeudi.", "La {+belle +}bûche arrive jeudi."},
		{"Menu à 12,50 €", "Menu à 12,90 €", "Menu à [-12,50-]{+12,90+} €"},
		{"Ouvert à 9:00.", "Ouvert à 10:00.", "Ouvert à [-9:00-]{+10:00+}."},
		{"l’atelier", "un atelier", "[-l’-]{+un +}atelier"},
		{"Bonjour à tous", "Salut les amis", "[-Bonjour à tous-]{+Salut les amis+}"},
		{"un\ndeux", "trois\nquatre", "[-un-]{+trois+}\n[-deux-]{+quatre+}"},
		{"vive 🇫🇷🇩🇪", "vive 🇫🇷🇮🇹", "vive 🇫🇷[-🇩🇪-]{+🇮🇹+}"},
		{"👩‍🍳 prête", "👨‍🍳 prêt", "[-👩‍🍳 prête-]{+👨‍🍳 prêt+}"},
		{"e\u0301te\u0301", "e\u0301te", "[-e\u0301te\u0301-]{+e\u0301te+}"},
		{"今日は晴れ", "今日も晴れ", "今日[-は-]{+も+}晴れ"},
		{"1️⃣ un", "2️⃣ un", "[-1️⃣-]{+2️⃣+} un"},
		{"a\xffb", "a\xfeb", "a[-\xff-]{+\xfe+}b"},
	} {
		require.Equal(t, c.want, show(editorial.Diff(c.from, c.to)))
	}
}

// requireDiff checks what holds for any two texts.
func requireDiff(t require.TestingT, from, to string, all []editorial.Segment) {
	var first, second strings.Builder
	last := editorial.Op("")
	for _, s := range all {
		require.NotEmpty(t, s.Text)
		require.NotEqual(t, last, s.Op, "two of a kind are one")
		require.False(t, last == editorial.Insert && s.Op == editorial.Delete, "what was taken out comes first")
		last = s.Op
		if s.Op != editorial.Insert {
			requireWhole(t, from, first.Len())
			first.WriteString(s.Text)
		}
		if s.Op != editorial.Delete {
			requireWhole(t, to, second.Len())
			second.WriteString(s.Text)
		}
	}
	require.Equal(t, from, first.String())
	require.Equal(t, to, second.String())
	if from == to {
		require.LessOrEqual(t, len(all), 1)
	}
}

// requireWhole tells whether a cut stands between two characters.
func requireWhole(t require.TestingT, text string, at int) {
	for pos, state := 0, -1; pos < at; {
		cluster, _, _, next := uniseg.FirstGraphemeClusterInString(text[pos:], state)
		pos, state = pos+len(cluster), next
		require.LessOrEqual(t, pos, at, "%q is cut at byte %d", text, at)
	}
}

// someWords draws texts that have much in common.
func someWords() *rapid.Generator[string] {
	word := rapid.SampledFrom([]string{"la", "bûche", "arrive", " ", " ", " ", "\n", ".", "’", "🇫🇷", "👩‍🍳", "e\u0301", "12,50", "9:00", "日", "\r\n", "\xff"})
	return rapid.Map(rapid.SliceOfN(word, 0, 30), func(all []string) string { return strings.Join(all, "") })
}

func TestDiffOfAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(someWords(), rapid.String())
		from, to := text.Draw(t, "from"), text.Draw(t, "to")
		requireDiff(t, from, to, editorial.Diff(from, to))
	})
}

// A word that is put into a text is found, and nothing else is.
func TestDiffFindsOneWord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom([]string{"la", "bûche", "arrive", "jeudi"})
		before, behind := rapid.SliceOfN(word, 1, 2000).Draw(t, "before"), rapid.SliceOfN(word, 1, 2000).Draw(t, "behind")
		from := strings.Join(append(before, behind...), " ")
		to := strings.Join(append(append(before, "vraiment"), behind...), " ")
		all := editorial.Diff(from, to)
		requireDiff(t, from, to, all)
		require.Len(t, all, 3)
		require.Equal(t, "vraiment", strings.TrimSpace(all[1].Text))
	})
}

// The largest texts, as unlike as can be, are compared while somebody waits.
func TestDiffIsBounded(t *testing.T) {
	half := editorial.MaxText / 2
	for name, texts := range map[string][2]string{
		"signs":    {strings.Repeat("!?", half), strings.Repeat("?:!", editorial.MaxText/3)},
		"shuffled": {shuffled(1), shuffled(2)},
	} {
		all := editorial.Diff(texts[0], texts[1]) // in a second; a table of all ways takes hours
		var first, second strings.Builder
		for _, s := range all {
			if s.Op != editorial.Insert {
				first.WriteString(s.Text)
			}
			if s.Op != editorial.Delete {
				second.WriteString(s.Text)
			}
		}
		require.True(t, first.String() == texts[0] && second.String() == texts[1], name)
	}
}

// shuffled is a text of the largest size in a few words, in an order of its own.
func shuffled(seed uint32) string {
	var b strings.Builder
	for b.Len() < editorial.MaxText-10 {
		seed = seed*1664525 + 1013904223
		b.WriteString([]string{"la ", "bûche ", "de ", "noël ", "et "}[seed>>16%5])
	}
	return b.String()
}

func FuzzDiff(f *testing.F) {
	f.Add("La bûche arrive jeudi.", "La bûche n’arrive pas jeudi 🇫🇷")
	f.Add("a\u0301\r\n12,50", "a\r\n12.50 日")
	f.Add("🇫🇷🇫", "🇫🇷🇩🇪\xff")
	f.Fuzz(func(t *testing.T, from, to string) {
		requireDiff(t, from, to, editorial.Diff(from, to))
	})
}
