package editorial

import (
	"maps"
	"slices"
	"strings"
)

// AuditFaultKind says what is wrong with the record.
type AuditFaultKind string

// What can be wrong.
const (
	AuditChanged  AuditFaultKind = "changed"  // the line does not say what it said when it was written
	AuditRemoved  AuditFaultKind = "removed"  // lines before this one are gone
	AuditInserted AuditFaultKind = "inserted" // the line was not there when the next one was written
	AuditBroken   AuditFaultKind = "broken"   // the line does not follow the one before it in its chain
	AuditOther    AuditFaultKind = "other"    // the record is not the one whose head was noted
)

// AuditFault is something wrong with the record, and where.
type AuditFault struct {
	Kind     AuditFaultKind
	Calendar CalendarID // whose chain
	Seq      int64      // the line that is named
	After    int64      // the line before it in the chain, or of lines that are gone the last that is there
}

// AuditHead is where the record, or one chain of it, ends.
type AuditHead struct {
	Calendar CalendarID
	Seq      int64 // of the last line, 0 where there is none
	Hash     string
}

// HeadOf is the head of the whole record: one hash over the heads of all its
// chains.
func HeadOf(chains []AuditHead) (head AuditHead) {
	chains = slices.SortedFunc(slices.Values(chains), func(a, b AuditHead) int { return strings.Compare(string(a.Calendar), string(b.Calendar)) })
	form := make([]any, 0, len(chains))
	for _, chain := range chains {
		form = append(form, []any{chain.Calendar, chain.Hash})
		head.Seq = max(head.Seq, chain.Seq)
	}
	head.Hash = hashOf(form...)
	return head
}

// AuditCheck reads lines of the record in their order and finds what is wrong
// with them. Noted is a head that was written down elsewhere, in the log or by
// whoever measures: what the record was when it had so many lines. Its hash
// may be cut short.
type AuditCheck struct {
	Whole  bool // it is shown all chains: no number is left out
	Noted  AuditHead
	Lines  int64
	Faults []AuditFault

	chains map[CalendarID]*chainEnd
	last   int64
	gap    [2]int64 // the lines around the last gap
	seen   bool     // the noted head was compared
}

// chainEnd is as far as a chain has been read.
type chainEnd struct {
	line   AuditLine
	before string // the hash of the line before it
}

// Begin has the check start behind a line that is taken as it is.
func (c *AuditCheck) Begin(line AuditLine) {
	c.end(line.Calendar).line = line
	c.last = line.Seq
}

func (c *AuditCheck) end(calendar CalendarID) *chainEnd {
	if c.chains == nil {
		c.chains = map[CalendarID]*chainEnd{}
	}
	if c.chains[calendar] == nil {
		c.chains[calendar] = &chainEnd{}
	}
	return c.chains[calendar]
}

// Look reads the next line.
func (c *AuditCheck) Look(l AuditLine) {
	c.compareNoted(l.Seq)
	if c.Whole && l.Seq != c.last+1 {
		c.gap = [2]int64{c.last, l.Seq}
		c.fault(AuditRemoved, l, c.last)
	}
	end := c.end(l.Calendar)
	if l.Previous != end.line.Hash {
		c.unlinked(l, end)
	}
	if !l.whole() || !c.asFirst(l, end) {
		c.fault(AuditChanged, l, end.line.Seq)
	}
	*end = chainEnd{line: l, before: end.line.Hash}
	c.last, c.Lines = l.Seq, c.Lines+1
}

// unlinked says why a line does not follow the one before it in its chain.
func (c *AuditCheck) unlinked(l AuditLine, end *chainEnd) {
	switch {
	case c.gap[0] >= end.line.Seq && c.gap[1] <= l.Seq && c.gap[1] > 0:
		return // the lines between are gone, which is said already
	case end.line.Seq != 0 && l.Previous == end.before:
		c.Faults = append(c.Faults, AuditFault{Kind: AuditInserted, Calendar: l.Calendar, Seq: end.line.Seq, After: end.line.Seq})
	default:
		c.fault(AuditBroken, l, end.line.Seq)
	}
}

// asFirst tells whether a line from before words were sealed is still what its
// first hash says, as far as its words are there.
func (c *AuditCheck) asFirst(l AuditLine, end *chainEnd) bool {
	return l.First == "" || l.Erased() || l.First == l.firstHash(end.line.First)
}

func (c *AuditCheck) fault(kind AuditFaultKind, l AuditLine, after int64) {
	c.Faults = append(c.Faults, AuditFault{Kind: kind, Calendar: l.Calendar, Seq: l.Seq, After: after})
}

// compareNoted compares the head as far as it was read with the noted one,
// before the line of a number is read, or at the end.
func (c *AuditCheck) compareNoted(next int64) {
	if c.Noted.Hash == "" || c.seen || next <= c.Noted.Seq {
		return
	}
	c.seen = true
	if !strings.HasPrefix(c.Head().Hash, c.Noted.Hash) {
		c.Faults = append(c.Faults, AuditFault{Kind: AuditOther, Seq: c.Noted.Seq, After: c.last})
	}
}

// End is called when there are no more lines.
func (c *AuditCheck) End() {
	if c.Noted.Hash != "" && c.Noted.Seq > c.last {
		c.Faults = append(c.Faults, AuditFault{Kind: AuditRemoved, Seq: c.Noted.Seq, After: c.last})
		return
	}
	c.compareNoted(c.last + 1)
}

// Last is the number of the last line that was read.
func (c *AuditCheck) Last() int64 { return c.last }

// Heads are the heads of the chains that were read.
func (c *AuditCheck) Heads() (heads []AuditHead) {
	for _, calendar := range slices.Sorted(maps.Keys(c.chains)) {
		line := c.chains[calendar].line
		heads = append(heads, AuditHead{Calendar: calendar, Seq: line.Seq, Hash: line.Hash})
	}
	return heads
}

// Head is the head of all that was read.
func (c *AuditCheck) Head() AuditHead { return HeadOf(c.Heads()) }
