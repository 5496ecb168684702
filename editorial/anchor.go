package editorial

import (
	"slices"
	"strings"
)

// MaxQuote is the most characters that an anchor can hold.
const MaxQuote = 2000

// Anchor ties a remark to a stretch of a text, as one revision had it.
type Anchor struct {
	Channel  ChannelID // "": the post's own text
	Part     int       // of what leaves there, from 0: the copy or its thread, then the first comment
	Revision int       // that was read
	Start    int       // in characters as people see them
	End      int       // exclusive
	Quote    string    // what stood there
}

// Place is where an anchored stretch stands in a content.
type Place struct {
	Part    int
	Start   int
	End     int
	Changed bool // it does not stand there any more, or not for sure
}

// passages are the texts that people read on one channel, in order; on "" it
// is the post's own text alone.
func (c Content) passages(channel ChannelID) []Part {
	switch {
	case channel == "":
		return []Part{{Kind: PartPost, Text: c.Text}}
	case !c.Has(channel):
		return nil
	}
	return c.Parts(channel)
}

// Quoting completes an anchor with what stands there in the content of the
// revision that it names, or says what is wrong with it.
func (a Anchor) Quoting(read Content) (Anchor, error) {
	texts := read.passages(a.Channel)
	if texts == nil {
		return a, InvalidAt("/anchor/channel", CodeUnknownChannel)
	}
	if a.Part < 0 || a.Part >= len(texts) {
		return a, InvalidAt("/anchor/part", CodeUnknownPart)
	}
	text := texts[a.Part].Text
	edges := clusterEdges(text)
	switch {
	case a.Start < 0 || a.Start >= len(edges)-1:
		return a, InvalidAt("/anchor/start", CodeBadRange)
	case a.End <= a.Start || a.End > len(edges)-1:
		return a, InvalidAt("/anchor/end", CodeBadRange)
	case a.End-a.Start > MaxQuote:
		return a, InvalidAt("/anchor/end", CodeQuoteTooLong)
	}
	a.Quote = text[edges[a.Start]:edges[a.End]]
	return a, nil
}

// clusterEdges lists where the characters of a text begin, in bytes, and where
// the last one ends.
func clusterEdges(text string) []int {
	edges := make([]int, 0, len(text)+1)
	at := 0
	for state := -1; text != ""; {
		var cluster string
		cluster, text, state = nextCluster(text, state)
		edges = append(edges, at)
		at += len(cluster)
	}
	return append(edges, at)
}

// Follow finds the stretch in a later content: where it stood, when what was
// changed lies before or behind it; else where its words stand now, when they
// stood once before and stand once now. Otherwise it has changed. It is found
// straight from the content that was read, so undoing an edit finds it again.
func (a Anchor) Follow(read, now Content) Place {
	changed := Place{Changed: true}
	then, texts := read.passages(a.Channel), now.passages(a.Channel)
	if a.Part >= len(then) {
		return changed
	}
	part := partNow(then, texts, a.Part)
	if part < 0 {
		return changed
	}
	start, end := stretchNow(then[a.Part].Text, texts[part].Text, a.Start, a.End)
	if start == end {
		return changed
	}
	return Place{Part: part, Start: start, End: end}
}

// partNow finds what became of a part: the one that says the same, where it is
// the only one, else the one at its place; -1 where there is none.
func partNow(then, now []Part, part int) int {
	was := then[part]
	same := func(p Part) bool { return p.Kind == was.Kind && p.Text == was.Text }
	first := slices.IndexFunc(now, same)
	switch {
	case part < len(now) && same(now[part]):
		return part
	case first >= 0 && !slices.ContainsFunc(now[first+1:], same):
		return first
	case was.Kind == PartComment:
		return slices.IndexFunc(now, func(p Part) bool { return p.Kind == PartComment })
	case part < len(now) && now[part].Kind == PartPost:
		return part
	}
	return -1
}

// stretchNow finds a stretch of one text in another, in characters; 0 and 0
// where it is not there for sure.
func stretchNow(then, now string, start, end int) (from, to int) {
	was, is := clusterEdges(then), clusterEdges(now)
	if end >= len(was) {
		return 0, 0
	}
	head, tail := commonEnds(then, now)
	switch {
	case was[end] <= head:
		return start, end
	case was[start] >= len(then)-tail:
		more := len(is) - len(was)
		return start + more, end + more
	}
	quote := then[was[start]:was[end]]
	if strings.Index(then, quote) != strings.LastIndex(then, quote) {
		return 0, 0
	}
	at := strings.Index(now, quote)
	if at < 0 || at != strings.LastIndex(now, quote) {
		return 0, 0
	}
	from, starts := slices.BinarySearch(is, at)
	to, ends := slices.BinarySearch(is, at+len(quote))
	if !starts || !ends {
		return 0, 0
	}
	return from, to
}

// replacing puts words in the place of a stretch of what stands on a channel.
// A channel that inherits the post's text has one of its own then.
func (c Content) replacing(channel ChannelID, at Place, words string) Content {
	c = c.clone()
	part := c.passages(channel)[at.Part]
	edges := clusterEdges(part.Text)
	text := part.Text[:edges[at.Start]] + words + part.Text[edges[at.End]:]
	if channel == "" {
		c.Text = text
		return c
	}
	v := c.Variants[channel]
	switch {
	case part.Kind == PartComment:
		v.FirstComment = text
	case len(v.Parts) > 0:
		v.Parts[at.Part] = text
	default:
		v.Text = &text
	}
	if c.Variants == nil {
		c.Variants = map[ChannelID]Variant{}
	}
	c.Variants[channel] = v
	return c
}
