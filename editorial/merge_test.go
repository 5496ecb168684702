package editorial_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"parution.dev/editorial"
)

// weave writes a merge down: {mine}, [theirs], =both=, <mine|base|theirs>.
func weave(m editorial.MergedText) string {
	var b strings.Builder
	for _, w := range m {
		switch w.State {
		case editorial.MergeMine:
			fmt.Fprintf(&b, "{%s→%s}", w.Base, w.Mine)
		case editorial.MergeTheirs:
			fmt.Fprintf(&b, "[%s→%s]", w.Base, w.Theirs)
		case editorial.MergeBoth:
			fmt.Fprintf(&b, "=%s→%s=", w.Base, w.Mine)
		case editorial.MergeConflict:
			fmt.Fprintf(&b, "<%s|%s|%s>", w.Mine, w.Base, w.Theirs)
		case editorial.MergeSame, editorial.MergeJoined:
			b.WriteString(w.Base)
		}
	}
	return b.String()
}

func TestMergeTexts(t *testing.T) {
	const base = "La bûche arrive jeudi matin."
	for _, c := range []struct{ mine, theirs, want string }{
		{base, base, base},
		{"La belle bûche arrive jeudi matin.", base, "La {→belle }bûche arrive jeudi matin."},
		{base, "La bûche arrive vendredi matin.", "La bûche arrive [jeudi→vendredi] matin."},
		{"La belle bûche arrive jeudi matin.", "La bûche arrive vendredi matin.", "La {→belle }bûche arrive [jeudi→vendredi] matin."},
		{"La bûche arrive lundi matin.", "La bûche arrive lundi matin.", "La bûche arrive =jeudi→lundi= matin."},
		{"La bûche arrive lundi matin.", "La bûche arrive mardi matin.", "La bûche arrive <lundi|jeudi|mardi> matin."},
		{"La bûche arrive lundi matin.", "La bûche arrive jeudi soir.", "La bûche arrive {jeudi→lundi} [matin→soir]."},
		{"La bûche arrive lundi soir.", "La bûche arrive jeudi midi.", "La bûche arrive <lundi soir|jeudi matin|jeudi midi>."},
		{"", "La bûche arrive jeudi.", "<|La bûche arrive jeudi matin.|La bûche arrive jeudi.>"},
		{"La bûche arrive jeudi matin. Vite !", "La bûche arrive jeudi matin. Enfin !", "La bûche arrive jeudi matin.< Vite !|| Enfin !>"},
	} {
		require.Equal(t, c.want, weave(editorial.MergeTexts(base, c.mine, c.theirs)))
	}
}

// requireMerge checks what holds for any three texts.
func requireMerge(t require.TestingT, base, mine, theirs string) {
	m := editorial.MergeTexts(base, mine, theirs)
	var b, own, other strings.Builder
	for _, w := range m {
		b.WriteString(w.Base)
		own.WriteString(w.Mine)
		other.WriteString(w.Theirs)
		if w.State == editorial.MergeMine {
			require.Equal(t, w.Base, w.Theirs)
		}
		if w.State == editorial.MergeTheirs {
			require.Equal(t, w.Base, w.Mine)
		}
	}
	require.Equal(t, base, b.String())
	require.Equal(t, mine, own.String(), "no word of mine is lost")
	require.Equal(t, theirs, other.String(), "no word of theirs is lost")

	mirrored := editorial.MergeTexts(base, theirs, mine)
	require.Len(t, mirrored, len(m))
	require.Equal(t, m.Clean(), mirrored.Clean())
	if m.Clean() {
		require.Equal(t, m.Text(), mirrored.Text(), "it does not matter who comes first")
	}
	for i, w := range m {
		require.Equal(t, [2]string{w.Mine, w.Theirs}, [2]string{mirrored[i].Theirs, mirrored[i].Mine})
	}
	for _, same := range []struct{ from, mine, theirs, want string }{
		{base, mine, mine, mine}, {base, mine, base, mine}, {base, base, theirs, theirs}, {base, base, base, base},
	} {
		alone := editorial.MergeTexts(same.from, same.mine, same.theirs)
		require.True(t, alone.Clean())
		require.Equal(t, same.want, alone.Text())
	}
}

func TestMergeOfAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(someWords(), someWords(), rapid.String())
		requireMerge(t, text.Draw(t, "base"), text.Draw(t, "mine"), text.Draw(t, "theirs"))
	})
}

// Two people who change other words never meet.
func TestMergeOfOtherWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(8, 200).Draw(t, "words")
		row := make([]string, n)
		for i := range row {
			row[i] = fmt.Sprintf("mot%d", i)
		}
		mine, theirs, both := append([]string{}, row...), append([]string{}, row...), append([]string{}, row...)
		for i := 0; i < n; i += 2 { // every other word stays
			switch rapid.IntRange(0, 2).Draw(t, "who") {
			case 1:
				mine[i], both[i] = "moi", "moi"
			case 2:
				theirs[i], both[i] = "eux", "eux"
			}
		}
		m := editorial.MergeTexts(strings.Join(row, " "), strings.Join(mine, " "), strings.Join(theirs, " "))
		require.True(t, m.Clean())
		require.Equal(t, strings.Join(both, " "), m.Text())
	})
}

func FuzzMerge(f *testing.F) {
	f.Add("La bûche arrive jeudi.", "La belle bûche arrive jeudi.", "La bûche arrive vendredi.")
	f.Add("", "a\u0301", "a")
	f.Add("🇫🇷🇩🇪 12,50", "🇫🇷 12,90", "🇫🇷🇮🇹\r\n12,50\xff")
	f.Fuzz(func(t *testing.T, base, mine, theirs string) { requireMerge(t, base, mine, theirs) })
}
