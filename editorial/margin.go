package editorial

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"
)

// Margin is how far what leaves may differ from what was approved, and still
// leave under that approval. It is measured straight from the approved
// revision, so small edits cannot add up, and undoing one gives it back.
type Margin struct {
	Graphemes int     // that may be put in, taken out or replaced on one channel, in all its texts; 0: none
	Fields    []Field // in which
	SameDay   bool    // whoever plans may move the time within its day
	Words     []string
}

// Field is a field that a margin lets people touch.
type Field string

// The fields.
const (
	FieldText     Field = "text"
	FieldHashtags Field = "hashtags"
	FieldAlt      Field = "alt_text"
)

// Fields lists the fields.
func Fields() []Field { return []Field{FieldText, FieldHashtags, FieldAlt} }

// The bounds of what can be chosen.
const (
	MaxMargin         = 100 // beyond a hundred characters it is another text
	MaxProtected      = 200
	MaxProtectedRunes = 100
)

// DefaultMargin is what a new calendar starts with.
func DefaultMargin() Margin { return Margin{Graphemes: 15, Fields: Fields(), SameDay: true} }

// Check says what is wrong with the margin, with pointers below at.
func (m Margin) Check(at string) []Problem {
	var problems []Problem
	if m.Graphemes < 0 || m.Graphemes > MaxMargin {
		problems = append(problems, Problem{Code: CodeBadMargin, Pointer: at + "/characters"})
	}
	for i, text := range m.Words {
		if len(wordsOf(text, 0)) == 0 || utf8.RuneCountInString(text) > MaxProtectedRunes {
			problems = append(problems, Problem{Code: CodeBadProtectedWord, Pointer: at + pointer("protected", i)})
		}
	}
	return problems
}

func (m Margin) allows(field Field) bool { return slices.Contains(m.Fields, field) }

// Measured is how far one channel's content is from the approved one.
type Measured struct {
	Channel  ChannelID
	Distance int    // exactly up to MaxMargin, and MaxMargin+1 beyond
	Of       int    // what the margin allows
	Why      []Code // what takes it beyond the margin; none: it is inside
}

// Inside tells whether the approval stands for it.
func (m Measured) Inside() bool { return len(m.Why) == 0 }

// Ruler measures edits from one approved revision. What it has measured once
// it knows, so that long texts can be measured before a transaction, and one
// copy that goes to many channels once for all of them.
type Ruler struct {
	Revision int
	Approved Content
	known    map[compared]difference
}

// compared is two texts, and the words that a calendar protects.
type compared struct{ from, to, words string }

type difference struct {
	distance int
	changed  []Code
}

// NewRuler makes a ruler of the content that was approved.
func NewRuler(revision int, approved Content) Ruler {
	return Ruler{Revision: revision, Approved: approved, known: map[compared]difference{}}
}

// Measure compares what would leave on a channel with what was approved there.
func (r Ruler) Measure(m Margin, next Content, channel Channel) Measured {
	found := Measured{Channel: channel.ID, Of: min(m.Graphemes, MaxMargin)}
	before, after := r.Approved.form(channel), next.form(channel)
	if !sameKinds(before, after) {
		return found.with(CodePartsChanged)
	}
	if before.withoutWords().hash() != after.withoutWords().hash() {
		found = found.with(otherwise(before, after)...)
	}
	if !sameMedia(before, after) {
		return found.with(CodeMediaChanged)
	}
	for i, part := range after.Parts {
		text := before.Parts[i].Text
		found = found.plus(r.difference(m, text, part.Text)).with(m.fieldsChanged(text, part.Text)...)
		for j, use := range part.Media {
			alt := before.Parts[i].Media[j].Alt
			found = found.plus(r.difference(m, alt, use.Alt)).with(m.altChanged(alt, use.Alt)...)
		}
	}
	if found.Distance = min(found.Distance, MaxMargin+1); found.Distance > found.Of {
		return found.with(CodeTooManyCharacters)
	}
	return found
}

// with adds reasons, each once.
func (m Measured) with(codes ...Code) Measured {
	for _, code := range codes {
		if !slices.Contains(m.Why, code) {
			m.Why = append(m.Why, code)
		}
	}
	return m
}

func (m Measured) plus(d difference) Measured {
	m.Distance += d.distance
	return m.with(d.changed...)
}

func (r Ruler) difference(m Margin, from, to string) difference {
	if from == to {
		return difference{}
	}
	key := compared{from, to, strings.Join(m.Words, "\n")}
	if known, ok := r.known[key]; ok {
		return known
	}
	lists := protectedPhrases(m.Words)
	d := difference{distance(from, to, MaxMargin), changedBetween(protectedIn(from, lists), protectedIn(to, lists))}
	if r.known != nil {
		r.known[key] = d
	}
	return d
}

// fieldsChanged says which fields of a text changed that the margin leaves out.
func (m Margin) fieldsChanged(from, to string) []Code {
	if from == to || m.allows(FieldText) && m.allows(FieldHashtags) {
		return nil
	}
	var codes []Code
	tagsBefore, restBefore := splitHashtags(from)
	tagsAfter, restAfter := splitHashtags(to)
	if !m.allows(FieldHashtags) && !slices.Equal(tagsBefore, tagsAfter) {
		codes = append(codes, CodeHashtagsChanged)
	}
	if !m.allows(FieldText) && restBefore != restAfter {
		codes = append(codes, CodeTextChanged)
	}
	return codes
}

// splitHashtags takes the hashtags out of a text, and the spaces around them.
func splitHashtags(text string) (tags []string, rest string) {
	var b strings.Builder
	from := 0
	for _, tag := range Hashtags(text) {
		tags = append(tags, tag.Text)
		b.WriteString(text[from:tag.Start])
		from = tag.End
	}
	b.WriteString(text[from:])
	return tags, strings.Join(strings.Fields(b.String()), " ")
}

func (m Margin) altChanged(from, to string) []Code {
	if from == to || m.allows(FieldAlt) {
		return nil
	}
	return []Code{CodeAltChanged}
}

// withoutWords is the form without what a margin lets people touch: all else
// that is signed must be the same.
func (s signed) withoutWords() signed {
	s.Parts = slices.Clone(s.Parts)
	for i := range s.Parts {
		s.Parts[i].Text = ""
		s.Parts[i].Media = slices.Clone(s.Parts[i].Media)
		for j := range s.Parts[i].Media {
			s.Parts[i].Media[j].Alt = ""
		}
	}
	return s
}

func sameKinds(a, b signed) bool {
	return slices.EqualFunc(a.Parts, b.Parts, func(x, y signedPart) bool { return x.Kind == y.Kind })
}

func sameMedia(a, b signed) bool {
	return slices.EqualFunc(a.Parts, b.Parts, func(x, y signedPart) bool {
		return slices.EqualFunc(x.Media, y.Media, func(m, n signedMedia) bool { return m.Hash == n.Hash && m.Crop == n.Crop })
	})
}

// otherwise says what else changed than words, where it is not the media.
func otherwise(a, b signed) []Code {
	var codes []Code
	if a.Language != b.Language {
		codes = append(codes, CodeLanguageChanged)
	}
	if !maps.EqualFunc(a.Options, b.Options, func(x, y any) bool { return reflect.DeepEqual(x, y) }) {
		codes = append(codes, CodeOptionsChanged)
	}
	if !slices.EqualFunc(a.Parts, b.Parts, func(x, y signedPart) bool { return reflect.DeepEqual(x.Link, y.Link) }) {
		codes = append(codes, CodeLinkCardChanged)
	}
	if len(codes) == 0 && sameMedia(a, b) {
		codes = append(codes, CodeOptionsChanged)
	}
	return codes
}
