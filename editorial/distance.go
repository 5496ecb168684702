package editorial

import "unicode/utf8"

// distance counts the characters, as people see them, that must be put in,
// taken out or replaced to make one text of another: exactly up to most, and
// most+1 for all beyond. Texts of n characters that differ by d cost about
// n + d², and at worst n·d, whatever stands in them.
func distance(from, to string, most int) int {
	from, to = trimEnds(from, to)
	known := alphabet{}
	return edits(known.spell(from), known.spell(to), most)
}

// trimEnds takes off what two texts have in common at both ends.
func trimEnds(a, b string) (string, string) {
	head, tail := commonEnds(a, b)
	return a[head : len(a)-tail], b[head : len(b)-tail]
}

// commonEnds counts the bytes that two texts have in common at their heads and
// at their tails, up to places where characters surely part, so that what is
// between them is split as the whole is.
func commonEnds(a, b string) (head, tail int) {
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	for !isSeam(a, head) || !isSeam(b, head) {
		head--
	}
	a, b = a[head:], b[head:]
	for tail < len(a) && tail < len(b) && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	for !isSeam(a, len(a)-tail) || !isSeam(b, len(b)-tail) {
		tail--
	}
	return head, tail
}

// isSeam tells whether characters surely part before a byte: at the ends,
// behind a line, and between two ASCII characters that end no line together.
func isSeam(text string, at int) bool {
	if at == 0 || at == len(text) || text[at-1] == '\n' {
		return true
	}
	return text[at-1] < utf8.RuneSelf && text[at] < utf8.RuneSelf && text[at-1] != '\r'
}

// alphabet numbers the characters of texts that are compared.
type alphabet map[string]int32

func (known alphabet) spell(text string) []int32 {
	letters := make([]int32, 0, len(text))
	for state := -1; text != ""; {
		var cluster string
		cluster, text, state = nextCluster(text, state)
		letters = append(letters, known.number(cluster))
	}
	return letters
}

func (known alphabet) number(cluster string) int32 {
	if len(cluster) == 1 {
		return int32(cluster[0])
	}
	n, ok := known[cluster]
	if !ok {
		n = int32(1<<8 + len(known))
		known[cluster] = n
	}
	return n
}

// edits walks the table of all ways from a to b along its diagonals: with one
// edit more at a time, as far as each diagonal comes.
func edits(a, b []int32, most int) int {
	last := len(b) - len(a) // the diagonal on which both end
	if max(last, -last) > most {
		return most + 1
	}
	const unreached = -2
	far, next := make([]int, 2*most+3), make([]int, 2*most+3)
	for i := range far {
		far[i], next[i] = unreached, unreached
	}
	middle := most + 1
	for e := 0; e <= most; e++ {
		for k := -e; k <= e; k++ {
			at := middle + k
			i := max(far[at]+1, far[at-1], far[at+1]+1) // replaced, put in, taken out
			if e == 0 {
				i = 0
			}
			i = min(i, len(a), len(b)-k)
			for i >= 0 && i+k >= 0 && i < len(a) && i+k < len(b) && a[i] == b[i+k] {
				i++
			}
			next[at] = i
		}
		if next[middle+last] == len(a) {
			return e
		}
		far, next = next, far
	}
	return most + 1
}
