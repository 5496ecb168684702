package editorial

import (
	"maps"
	"slices"
	"strings"
)

// MediaUse is one file in a post, with what is said about it there.
type MediaUse struct {
	Media  MediaID
	Hash   string // SHA-256 of the bytes, hex
	Type   string // MIME type
	Bytes  int64
	Width  int
	Height int
	Alt    string
	Crop   string // "x,y,w,h" in thousandths of the picture, "" for the whole
}

// LinkCard is the preview of a link, with the text it leaves with.
type LinkCard struct {
	URL       string
	Title     string
	Text      string
	Thumbnail *MediaUse
}

// PartKind tells a thread's parts from the comment below them.
type PartKind string

// The kinds of part.
const (
	PartPost    PartKind = "post"
	PartComment PartKind = "comment"
)

// Part is one message as it will leave on one channel, everything expanded:
// an adapter encodes it and adds nothing. The options are those of the whole
// post; a platform that means them for its first part alone says so.
type Part struct {
	Kind     PartKind
	Text     string
	Media    []MediaUse
	Link     *LinkCard
	Options  Options
	Language string // BCP 47
}

// Files lists the files that a part needs: its media, and the picture of its
// link card.
func (p Part) Files() []MediaUse {
	if p.Link == nil || p.Link.Thumbnail == nil {
		return p.Media
	}
	return append(slices.Clone(p.Media), *p.Link.Thumbnail)
}

// Content is everything of a post that can leave: what a revision keeps and an
// approval signs. Titles, briefs, labels and times stay outside.
type Content struct {
	Text     string
	Language string // BCP 47; "" where nobody said
	Media    []MediaUse
	Link     *LinkCard
	Channels []ChannelID
	Variants map[ChannelID]Variant
}

// Variant is the copy as adapted for one channel. What is nil is inherited
// from the post and follows it when it changes.
type Variant struct {
	Text         *string
	Parts        []string // a thread, in place of Text
	Media        *[]MediaUse
	Link         *LinkCard
	NoLink       bool // no link card here, though the post has one
	FirstComment string
	Options      Options
}

// Has tells whether the content goes to a channel.
func (c Content) Has(channel ChannelID) bool { return slices.Contains(c.Channels, channel) }

// clone returns a copy that shares nothing with the original.
func (c Content) clone() Content {
	c.Media = slices.Clone(c.Media)
	c.Link = c.Link.clone()
	c.Channels = slices.Clone(c.Channels)
	c.Variants = maps.Clone(c.Variants)
	for id, v := range c.Variants {
		c.Variants[id] = v.clone()
	}
	return c
}

func (v Variant) clone() Variant {
	v.Text = cloned(v.Text)
	v.Parts = slices.Clone(v.Parts)
	if v.Media = cloned(v.Media); v.Media != nil {
		*v.Media = slices.Clone(*v.Media)
	}
	v.Link = v.Link.clone()
	v.Options = maps.Clone(v.Options)
	return v
}

func (l *LinkCard) clone() *LinkCard {
	if l = cloned(l); l != nil {
		l.Thumbnail = cloned(l.Thumbnail)
	}
	return l
}

func cloned[T any](value *T) *T {
	if value == nil {
		return nil
	}
	same := *value
	return &same
}

// Empty tells whether there is nothing to read in it: no words, no pictures.
func (c Content) Empty() bool {
	if strings.TrimSpace(c.Text) != "" || len(c.Media) > 0 {
		return false
	}
	for _, v := range c.Variants {
		if v.speaks() {
			return false
		}
	}
	return true
}

func (v Variant) speaks() bool {
	return v.Text != nil && strings.TrimSpace(*v.Text) != "" || len(v.Parts) > 0 || v.Media != nil && len(*v.Media) > 0
}

// Parts returns what leaves on one channel, in order: the copy or its thread,
// then the first comment. Media, link card and options go with the first.
func (c Content) Parts(channel ChannelID) []Part {
	v := c.Variants[channel]
	texts := v.Parts
	if len(texts) == 0 {
		texts = []string{c.text(v)}
	}
	parts := make([]Part, 0, len(texts)+1)
	for _, text := range texts {
		parts = append(parts, Part{Kind: PartPost, Text: text, Language: c.Language, Options: v.Options})
	}
	parts[0].Media, parts[0].Link = c.media(v), c.link(v)
	if v.FirstComment != "" {
		parts = append(parts, Part{Kind: PartComment, Text: v.FirstComment, Language: c.Language, Options: v.Options})
	}
	return parts
}

func (c Content) text(v Variant) string {
	if v.Text != nil {
		return *v.Text
	}
	return c.Text
}

func (c Content) media(v Variant) []MediaUse {
	if v.Media != nil {
		return *v.Media
	}
	return c.Media
}

func (c Content) link(v Variant) *LinkCard {
	if v.Link != nil || v.NoLink {
		return v.Link
	}
	return c.Link
}
