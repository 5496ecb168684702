package editorial

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Op is what became of a stretch of text.
type Op string

// The ops.
const (
	Equal  Op = "equal"
	Delete Op = "delete"
	Insert Op = "insert"
)

// Segment is a stretch of two texts: words that stand in both, or in one.
type Segment struct {
	Op   Op
	Text string
}

// Diff compares two texts word by word. What is equal and what was deleted are
// the first text, what is equal and what was inserted the second; no character
// that people see is ever cut. Texts of n words that differ by d take n·d steps
// up to a bound; beyond it more is shown as changed than need be.
func Diff(from, to string) []Segment {
	a, b := words(from), words(to)
	return a.segments(b, compareWords(a, b))
}

// compareWords marks what differs, so that it reads well.
func compareWords(a, b []string) marks {
	known := numbers{}
	m := compareRows(known.of(a), known.of(b))
	m.joinWords(a)
	return m
}

// numbers gives the same number to the same words.
type numbers map[string]int32

func (known numbers) of(words []string) []int32 {
	row := make([]int32, len(words))
	for i, word := range words {
		n, ok := known[word]
		if !ok {
			n = int32(len(known))
			known[word] = n
		}
		row[i] = n
	}
	return row
}

// wordRow is a text in words, spaces and signs.
type wordRow []string

// words splits a text. Letters and digits make words, so do a number's own
// points and colons; each line end, sign and ideograph stands by itself.
func words(text string) wordRow {
	var row wordRow
	last, at := other, 0 // kind and start of the word that is being read
	pos, state := 0, -1
	for rest := text; rest != ""; {
		var cluster string
		cluster, rest, state = nextCluster(rest, state)
		kind := kindOf(cluster)
		if last == letters && pointOfNumber(text, pos) {
			kind = letters
		}
		if pos > at && (kind != last || kind == other) {
			row, at = append(row, text[at:pos]), pos
		}
		last, pos = kind, pos+len(cluster)
	}
	if at < len(text) {
		row = append(row, text[at:])
	}
	return row
}

type wordKind int

const (
	other wordKind = iota
	letters
	spaces
)

func kindOf(cluster string) wordKind {
	r, _ := utf8.DecodeRuneInString(cluster)
	switch {
	case r == '\n' || r == '\r' || standsAlone(r):
		return other
	case unicode.IsSpace(r):
		return spaces
	case isWord(r) && !strings.ContainsRune(cluster, keycap):
		return letters
	}
	return other
}

// standsAlone tells whether r is of a script that puts no spaces between words.
func standsAlone(r rune) bool {
	return r >= 0x0E00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// pointOfNumber tells whether a point, comma or colon stands between digits.
func pointOfNumber(text string, at int) bool {
	digit := func(i int) bool { return i >= 0 && i < len(text) && '0' <= text[i] && text[i] <= '9' }
	return strings.IndexByte(".,:", text[at]) >= 0 && digit(at-1) && digit(at+1)
}

// marks says which of two rows is in one of them alone. What is unmarked is in
// both, in the same order.
type marks struct{ gone, come []bool }

// joinWords counts a space between two changes as changed, so that a phrase
// that was rewritten reads as one.
func (m marks) joinWords(a wordRow) {
	m.each(func(i, j int) {
		if kindOf(a[i]) == spaces && m.changedBefore(i, j) && m.changedBehind(i, j) {
			m.gone[i], m.come[j] = true, true
		}
	})
}

// each visits the pairs that are equal.
func (m marks) each(visit func(i, j int)) {
	for i, j := 0, 0; ; i, j = i+1, j+1 {
		i, j = runEnd(m.gone, i), runEnd(m.come, j)
		if i == len(m.gone) || j == len(m.come) {
			return
		}
		visit(i, j)
	}
}

func (m marks) changedBefore(i, j int) bool { return i > 0 && m.gone[i-1] && j > 0 && m.come[j-1] }

func (m marks) changedBehind(i, j int) bool {
	return i+1 < len(m.gone) && m.gone[i+1] && j+1 < len(m.come) && m.come[j+1]
}

// segments writes the marks as stretches of text.
func (a wordRow) segments(b wordRow, m marks) []Segment {
	all := []Segment{}
	add := func(op Op, words []string) {
		if len(words) > 0 {
			all = append(all, Segment{op, strings.Join(words, "")})
		}
	}
	for i, j := 0, 0; i < len(a) || j < len(b); {
		from := i
		for i < len(a) && j < len(b) && !m.gone[i] && !m.come[j] {
			i, j = i+1, j+1
		}
		add(Equal, a[from:i])
		gone, come := runEnd(m.gone, i), runEnd(m.come, j)
		add(Delete, a[i:gone])
		add(Insert, b[j:come])
		i, j = gone, come
	}
	return all
}

// runEnd is where a run of marks ends that begins at from.
func runEnd(marked []bool, from int) int {
	for from < len(marked) && marked[from] {
		from++
	}
	return from
}

// compareRows finds a short way from one row to another: Myers, An O(ND)
// Difference Algorithm and Its Variations (1986), in linear space.
func compareRows(a, b []int32) marks {
	c := comparing{
		a: a, b: b, marks: marks{make([]bool, len(a)), make([]bool, len(b))},
		forth: make([]int, 2*patience+5), back: make([]int, 2*patience+5),
	}
	c.between(0, len(a), 0, len(b))
	return c.marks
}

// patience is how many edits are looked through at once, from both ends, before
// the way that has come furthest is taken.
const patience = 256

type comparing struct {
	a, b        []int32
	marks       marks
	forth, back []int // by diagonal, how far one comes from each end
}

// between compares a[i:iEnd] with b[j:jEnd].
func (c *comparing) between(i, iEnd, j, jEnd int) {
	for i < iEnd && j < jEnd && c.a[i] == c.b[j] {
		i, j = i+1, j+1
	}
	for i < iEnd && j < jEnd && c.a[iEnd-1] == c.b[jEnd-1] {
		iEnd, jEnd = iEnd-1, jEnd-1
	}
	if i == iEnd || j == jEnd {
		mark(c.marks.gone[i:iEnd])
		mark(c.marks.come[j:jEnd])
		return
	}
	x, y := c.middle(i, iEnd, j, jEnd)
	c.between(i, x, j, y)
	c.between(x, iEnd, y, jEnd)
}

func mark(all []bool) {
	for i := range all {
		all[i] = true
	}
}

// middle finds a point that a short way goes through: where the ways from both
// ends meet, or where one came furthest. Diagonal k holds the points x-y = k.
func (c *comparing) middle(i, iEnd, j, jEnd int) (x, y int) {
	first, last := &front{at: i - j}, &front{at: iEnd - jEnd}
	c.forth[first.slot(first.at)], c.back[last.slot(last.at)] = i, iEnd
	odd := (first.at-last.at)&1 != 0
	for range patience {
		first.widen(c.forth, i-jEnd, iEnd-j, math.MinInt)
		for k := first.high(); k >= first.low(); k -= 2 {
			if x = c.advance(first.slot(k), k, iEnd, jEnd); odd && last.has(k) && c.back[last.slot(k)] <= x {
				return x, x - k
			}
		}
		last.widen(c.back, i-jEnd, iEnd-j, math.MaxInt)
		for k := last.high(); k >= last.low(); k -= 2 {
			if x = c.retreat(last.slot(k), k, i, j); !odd && first.has(k) && x <= c.forth[first.slot(k)] {
				return x, x - k
			}
		}
	}
	return c.furthest(first, iEnd, jEnd)
}

// advance goes on along diagonal k from the beginning, by one edit and then as
// far as both rows are the same.
func (c *comparing) advance(slot, k, iEnd, jEnd int) int {
	x := max(c.forth[slot-1]+1, c.forth[slot+1])
	for x < iEnd && x-k < jEnd && c.a[x] == c.b[x-k] {
		x++
	}
	c.forth[slot] = x
	return x
}

// retreat goes on along diagonal k from the end.
func (c *comparing) retreat(slot, k, i, j int) int {
	x := min(c.back[slot-1], c.back[slot+1]-1)
	for x > i && x-k > j && c.a[x-1] == c.b[x-k-1] {
		x--
	}
	c.back[slot] = x
	return x
}

// furthest is the point that the way from the beginning reached with most of
// both rows behind it.
func (c *comparing) furthest(first *front, iEnd, jEnd int) (x, y int) {
	best := math.MinInt
	for k := first.high(); k >= first.low(); k -= 2 {
		i := min(c.forth[first.slot(k)], iEnd, jEnd+k)
		if i+i-k > best {
			best, x, y = i+i-k, i, i-k
		}
	}
	return x, y
}

// front is the diagonals that the ways from one end have reached.
type front struct{ at, below, above int }

func (f *front) low() int        { return f.at - f.below }
func (f *front) high() int       { return f.at + f.above }
func (f *front) has(k int) bool  { return f.low() <= k && k <= f.high() }
func (f *front) slot(k int) int  { return k - f.at + patience + 2 }
func (f *front) set(low, hi int) { f.below, f.above = f.at-low, hi-f.at }

// widen takes in one diagonal more at each side, as long as there are any.
func (f *front) widen(reached []int, least, most, unreached int) {
	low, high := f.low(), f.high()
	if low > least {
		low--
		reached[f.slot(low-1)] = unreached
	} else {
		low++
	}
	if high < most {
		high++
		reached[f.slot(high+1)] = unreached
	} else {
		high--
	}
	f.set(low, high)
}
