package editorial

import (
	"cmp"
	"maps"
	"reflect"
	"slices"
)

// Change is what became of a thing between two revisions.
type Change string

// The changes. What was moved is as it was, at another place.
const (
	Same    Change = "same"
	Changed Change = "changed"
	Moved   Change = "moved"
	Added   Change = "added"
	Removed Change = "removed"
)

// Edition is what a post says in one revision, or in several where it left in
// several: by channel, and in the copy that all channels inherit.
type Edition struct {
	Own *Content // nil: it has none of its own
	On  map[ChannelID]Content
}

// Edition is the content as one of two that are compared.
func (c Content) Edition() Edition {
	e := Edition{Own: &c, On: map[ChannelID]Content{}}
	for _, channel := range c.Channels {
		e.On[channel] = c
	}
	return e
}

// Keep leaves out the channels that are not among these.
func (e Edition) Keep(channels map[ChannelID]int) {
	maps.DeleteFunc(e.On, func(id ChannelID, _ Content) bool { return channels[id] == 0 })
}

// Difference is what differs between two editions, for the post's own copy and
// for the channels where the same became the same.
type Difference struct {
	Own      bool // it is of the copy that channels inherit
	Channels []ChannelID
	Change   Change
	Language Replaced
	Options  []OptionChange
	Parts    []PartChange
}

// Replaced is a value that is compared as a whole.
type Replaced struct{ From, To string }

// OptionChange is one option of the channel that differs; nil where it is not
// set.
type OptionChange struct {
	Name     string
	From, To any
}

// PartChange is what became of one message. From and To are its places, from 1
// on; 0 where it is not there.
type PartChange struct {
	Kind     PartKind
	Change   Change
	From, To int
	Text     []Segment
	Media    []MediaChange
	Link     *LinkChange // nil: there is no card in either
}

// MediaChange is what became of one file of a message.
type MediaChange struct {
	Change   Change
	From, To *MediaUse
	Alt      []Segment
}

// LinkChange is what became of a link card.
type LinkChange struct {
	Change    Change
	URL       Replaced
	Title     []Segment
	Text      []Segment
	Thumbnail *MediaChange
}

// maxCompared bounds the bytes of text that are compared word by word between
// two editions. What is beyond is shown as replaced.
const maxCompared = 4 << 20

// Compare says what differs between two editions: the post's own copy first,
// then channel by channel as it leaves there. Channels that say the same in
// both stand together.
func Compare(from, to Edition) []Difference {
	c := comparison{left: maxCompared, known: map[Replaced][]Segment{}}
	if from.Own != nil && to.Own != nil {
		c.add("", from.Own, to.Own)
		c.found[0].Own, c.found[0].Channels = true, nil
	}
	for _, id := range channelsOf(from, to) {
		c.add(id, contentOn(from, id), contentOn(to, id))
	}
	return c.found
}

// channelsOf lists the channels of two editions, in the order of their ids.
func channelsOf(from, to Edition) []ChannelID {
	all := maps.Clone(from.On)
	if all == nil {
		all = map[ChannelID]Content{}
	}
	maps.Copy(all, to.On)
	return slices.Sorted(maps.Keys(all))
}

func contentOn(e Edition, channel ChannelID) *Content {
	if c, ok := e.On[channel]; ok {
		return &c
	}
	return nil
}

// comparison is two editions while they are compared.
type comparison struct {
	left   int                    // bytes of text
	known  map[Replaced][]Segment // texts that many channels share
	spoken []spoken
	found  []Difference
}

// spoken is what a channel says in both editions; nil: nothing.
type spoken struct{ from, to []Part }

func (c *comparison) add(channel ChannelID, from, to *Content) {
	says := spoken{partsOn(from, channel), partsOn(to, channel)}
	for i, other := range c.spoken {
		if sameParts(says.from, other.from) && sameParts(says.to, other.to) {
			c.found[i].Channels = append(c.found[i].Channels, channel)
			return
		}
	}
	c.spoken = append(c.spoken, says)
	c.found = append(c.found, c.difference(channel, says))
}

func partsOn(c *Content, channel ChannelID) []Part {
	if c == nil {
		return nil
	}
	return c.Parts(channel)
}

// sameParts tells whether two channels say the same.
func sameParts(a, b []Part) bool { return slices.EqualFunc(a, b, Part.leavesLike) }

func (c *comparison) difference(channel ChannelID, says spoken) Difference {
	d := Difference{Channels: []ChannelID{channel}, Parts: c.parts(says.from, says.to), Options: []OptionChange{}}
	switch {
	case says.from == nil:
		d.Change = Added
	case says.to == nil:
		d.Change = Removed
	case sameParts(says.from, says.to):
		d.Change = Same
	default:
		d.Change = Changed
	}
	before, after := firstOf(says.from), firstOf(says.to)
	d.Language = Replaced{before.Language, after.Language}
	d.Options = optionChanges(before.Options, after.Options)
	return d
}

func firstOf(parts []Part) Part {
	if len(parts) == 0 {
		return Part{}
	}
	return parts[0]
}

func optionChanges(from, to Options) []OptionChange {
	changes := []OptionChange{}
	all := Options{}
	maps.Copy(all, from)
	maps.Copy(all, to)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if !reflect.DeepEqual(from[name], to[name]) {
			changes = append(changes, OptionChange{name, from[name], to[name]})
		}
	}
	return changes
}

// parts pairs the messages of a thread with those that it had: first those
// whose words stayed, then in their order those between. A comment is paired
// with a comment.
func (c *comparison) parts(from, to []Part) []PartChange {
	changes := []PartChange{}
	for _, p := range pairParts(from, to) {
		changes = append(changes, c.part(p, from, to))
	}
	return changes
}

// pair is the places of a thing in two rows, from 1 on; 0 where it is not.
type pair struct{ from, to int }

func pairParts(from, to []Part) []pair {
	posts, comments := splitComment(from), splitComment(to)
	known := numbers{}
	m := compareRows(known.of(textsOf(from[:posts])), known.of(textsOf(to[:comments])))
	pairs := pairMarked(m)
	if last := (pair{restOf(from, posts), restOf(to, comments)}); last != (pair{}) {
		pairs = append(pairs, last)
	}
	return pairs
}

// splitComment returns how many parts stand before the comment.
func splitComment(parts []Part) int {
	if n := len(parts); n > 0 && parts[n-1].Kind == PartComment {
		return n - 1
	}
	return len(parts)
}

// restOf is the place of the comment, 0 where there is none.
func restOf(parts []Part, posts int) int {
	if posts < len(parts) {
		return posts + 1
	}
	return 0
}

func textsOf(parts []Part) []string {
	texts := make([]string, len(parts))
	for i, part := range parts {
		texts[i] = part.Text
	}
	return texts
}

// pairMarked pairs what stayed, and in each gap what is gone with what came.
func pairMarked(m marks) []pair {
	var pairs []pair
	i, j := 0, 0
	gap := func() {
		for i < len(m.gone) && m.gone[i] || j < len(m.come) && m.come[j] {
			p := pair{}
			if i < len(m.gone) && m.gone[i] {
				i++
				p.from = i
			}
			if j < len(m.come) && m.come[j] {
				j++
				p.to = j
			}
			pairs = append(pairs, p)
		}
	}
	for gap(); i < len(m.gone) && j < len(m.come); gap() {
		i, j = i+1, j+1
		pairs = append(pairs, pair{i, j})
	}
	return pairs
}

func (c *comparison) part(p pair, from, to []Part) PartChange {
	var before, after Part
	if p.from > 0 {
		before = from[p.from-1]
	}
	if p.to > 0 {
		after = to[p.to-1]
	}
	change := PartChange{
		Kind: cmp.Or(after.Kind, before.Kind), From: p.from, To: p.to, Change: p.change(),
		Text: c.text(before.Text, after.Text), Media: c.media(before.Media, after.Media), Link: c.link(before.Link, after.Link),
	}
	if change.Change == Same && !reflect.DeepEqual(signPart(before), signPart(after)) {
		change.Change = Changed
	}
	return change
}

func (p pair) change() Change {
	switch {
	case p.from == 0:
		return Added
	case p.to == 0:
		return Removed
	}
	return Same
}

// text compares two texts, as long as there are not too many of them.
func (c *comparison) text(from, to string) []Segment {
	key := Replaced{from, to}
	if known, ok := c.known[key]; ok {
		return known
	}
	if c.left -= len(from) + len(to); c.left >= 0 || from == to {
		c.known[key] = Diff(from, to)
	} else {
		c.known[key] = replaced(from, to)
	}
	return c.known[key]
}

func replaced(from, to string) []Segment {
	return slices.DeleteFunc([]Segment{{Delete, from}, {Insert, to}}, func(s Segment) bool { return s.Text == "" })
}
