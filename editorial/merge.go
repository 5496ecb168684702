package editorial

import (
	"slices"
	"strings"
)

// MergeState says who changed a thing since both sides began with it.
type MergeState string

// The states.
const (
	MergeSame     MergeState = "same"
	MergeMine     MergeState = "mine"
	MergeTheirs   MergeState = "theirs"
	MergeBoth     MergeState = "both"     // in the same way
	MergeJoined   MergeState = "joined"   // in ways that go together
	MergeConflict MergeState = "conflict" // in ways that do not: a person chooses
)

// MergedWords is a stretch of three texts: what both sides began with, and what
// each made of it.
type MergedWords struct {
	State              MergeState
	Base, Mine, Theirs string
}

// MergedText is three texts in stretches. Put together, the stretches are each
// of the three to the byte, so no word of any is lost.
type MergedText []MergedWords

// MergeTexts joins, word by word, what two people made of one text. Where they
// touched the same words, or words next to each other, it decides nothing.
func MergeTexts(base, mine, theirs string) MergedText {
	from, own, other := words(base), words(mine), words(theirs)
	m := merging{
		base: from, mine: side{words: own, hunks: hunksOf(compareWords(from, own))},
		theirs: side{words: other, hunks: hunksOf(compareWords(from, other))},
	}
	return m.texts()
}

// Clean tells whether nobody has to choose.
func (m MergedText) Clean() bool {
	return !slices.ContainsFunc(m, func(w MergedWords) bool { return w.State == MergeConflict })
}

// Text is what both made of it together. Where they disagree it says what they
// say, not what I say: their words are saved already.
func (m MergedText) Text() string {
	var b strings.Builder
	for _, w := range m {
		switch w.State {
		case MergeMine, MergeBoth:
			b.WriteString(w.Mine)
		case MergeSame, MergeTheirs, MergeJoined, MergeConflict:
			b.WriteString(w.Theirs)
		}
	}
	return b.String()
}

// hunk is a stretch of words that became another.
type hunk struct{ from, fromEnd, to, toEnd int }

// hunksOf lists what changed, in order.
func hunksOf(m marks) []hunk {
	var all []hunk
	for i, j := 0, 0; i < len(m.gone) || j < len(m.come); {
		h := hunk{i, i, j, j}
		for h.fromEnd < len(m.gone) && m.gone[h.fromEnd] {
			h.fromEnd++
		}
		for h.toEnd < len(m.come) && m.come[h.toEnd] {
			h.toEnd++
		}
		if h.fromEnd > h.from || h.toEnd > h.to {
			all = append(all, h)
		}
		i, j = h.fromEnd+1, h.toEnd+1 // behind the word that both have
	}
	return all
}

// side is what one person made of the base.
type side struct {
	words wordRow
	hunks []hunk // those that are still to come
	moved int    // how far the words behind the last hunk are from where they were
}

// merging walks three texts in step.
type merging struct {
	base         wordRow
	mine, theirs side
	found        MergedText
}

func (m *merging) texts() MergedText {
	m.found = MergedText{}
	at := 0
	for len(m.mine.hunks)+len(m.theirs.hunks) > 0 {
		from := m.next()
		m.add(MergeSame, at, from)
		at = m.region(from)
	}
	m.add(MergeSame, at, len(m.base))
	return m.found
}

// next is where the next change begins.
func (m *merging) next() int {
	from := len(m.base)
	for _, s := range []side{m.mine, m.theirs} {
		if len(s.hunks) > 0 {
			from = min(from, s.hunks[0].from)
		}
	}
	return from
}

// region takes all changes that touch one another, and returns where they end.
func (m *merging) region(from int) int {
	to := from
	mine, theirs := m.mine, m.theirs
	for reached := true; reached; { // either may reach into what the other did
		reached = m.mine.reaches(&to) || m.theirs.reaches(&to)
	}
	took, theyTook := len(m.mine.hunks) < len(mine.hunks), len(m.theirs.hunks) < len(theirs.hunks)
	w := MergedWords{Base: m.base.text(from, to)}
	w.Mine = m.mine.words.text(from+mine.moved, to+m.mine.moved)
	w.Theirs = m.theirs.words.text(from+theirs.moved, to+m.theirs.moved)
	w.State = stateOf(took, theyTook, w.Mine == w.Theirs)
	m.found = append(m.found, w)
	return to
}

// reaches takes the side's next hunk where it touches what ends at to.
func (s *side) reaches(to *int) bool {
	if len(s.hunks) == 0 || s.hunks[0].from > *to {
		return false
	}
	h := s.hunks[0]
	s.hunks, s.moved, *to = s.hunks[1:], h.toEnd-h.fromEnd, max(*to, h.fromEnd)
	return true
}

func stateOf(mine, theirs, alike bool) MergeState {
	switch {
	case !theirs:
		return MergeMine
	case !mine:
		return MergeTheirs
	case alike:
		return MergeBoth
	}
	return MergeConflict
}

func (a wordRow) text(from, to int) string { return strings.Join(a[from:to], "") }

// add adds a stretch that nobody touched.
func (m *merging) add(state MergeState, from, to int) {
	if text := m.base.text(from, to); text != "" {
		m.found = append(m.found, MergedWords{state, text, text, text})
	}
}
