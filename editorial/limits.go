package editorial

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"
)

// Exceeds lists what each channel would not take of the content, with pointers
// into the post.
func (c Content) Exceeds(channels Channels) []Problem {
	var problems []Problem
	tape := tape{}
	for _, id := range c.Channels {
		problems = append(problems, c.exceedsOn(channels[id], tape)...)
	}
	return problems
}

// tape measures texts, each of them once: the same copy goes to many channels.
type tape map[measured]int

type measured struct {
	counting Counting
	text     string
}

func (t tape) count(counting Counting, text string) int {
	if counting.Unit == Bytes && counting.LinkLength == 0 && !counting.LocalMentions {
		return len(text)
	}
	key := measured{counting, text}
	if _, known := t[key]; !known {
		t[key] = counting.Count(text)
	}
	return t[key]
}

// exceedsOn lists what one channel would not take.
func (c Content) exceedsOn(channel Channel, tape tape) []Problem {
	var problems []Problem
	add := func(pointer string, code Code) {
		problems = append(problems, Problem{Code: code, Pointer: pointer})
	}
	limits, parts := channel.Limits, c.Parts(channel.ID)
	limits.checkParts(c, channel.ID, parts, add)
	for i, part := range parts {
		at := c.pointTo(channel.ID, i, part)
		limits.checkText(at, part, tape, add)
	}
	limits.checkMedia(c.pointToMedia(channel.ID), parts[0].Media, add)
	limits.checkLink(c.pointToLink(channel.ID), parts[0], add)
	return problems
}

func (l Limits) checkParts(c Content, channel ChannelID, parts []Part, add adder) {
	v := c.Variants[channel]
	if len(v.Parts) > max(1, l.Parts) {
		add(pointer("variants", string(channel), "parts"), CodeTooManyParts)
	}
	if v.FirstComment != "" && !l.FirstComment {
		add(pointer("variants", string(channel), "first_comment"), CodeNoFirstComment)
	}
	if l.MediaRequired && len(parts[0].Media) == 0 {
		add(c.pointToMedia(channel), CodeMediaRequired)
	}
}

func (l Limits) checkText(at string, part Part, tape tape, add adder) {
	for _, limit := range l.Text {
		if limit.Max > 0 && tape.count(limit.Counting, part.Text)+l.countOptions(limit.Counting, part.Options) > limit.Max {
			add(at, CodeTextTooLong)
			break
		}
	}
	if strings.TrimSpace(part.Text) == "" && (len(part.Media) == 0 || !l.TextOrMedia) {
		add(at, CodeNothingToSay)
	}
}

// countOptions measures the options that count with the copy.
func (l Limits) countOptions(counting Counting, options Options) int {
	total := 0
	for _, spec := range l.Options {
		if spec.Counted {
			total += counting.Count(options.Text(spec.Name))
		}
	}
	return total
}

// checkLink refuses a link card that the channel would leave out: what was
// approved never goes missing on the way.
func (l Limits) checkLink(at string, part Part, add adder) {
	switch {
	case part.Link == nil:
	case !l.LinkCard && !strings.Contains(part.Text, part.Link.URL):
		add(at, CodeLinkNotShown)
	case l.LinkCard && l.CardOrMedia && len(part.Media) > 0:
		add(at, CodeCardOrMedia)
	}
}

func (l Limits) checkMedia(at string, media []MediaUse, add adder) {
	if len(media) > l.Media.Max {
		add(at, CodeTooManyMedia)
		return
	}
	for i, use := range media {
		most, known := l.Media.Types[use.Type]
		switch {
		case !known:
			add(at+pointer(i), CodeMediaType)
		case most > 0 && use.Bytes > most:
			add(at+pointer(i), CodeMediaTooBig)
		case l.Media.Pixels > 0 && use.Width*use.Height > l.Media.Pixels:
			add(at+pointer(i), CodeMediaTooBig)
		case l.Media.Alt.Max > 0 && l.Media.Alt.Counting.Count(use.Alt) > l.Media.Alt.Max:
			add(at+pointer(i)+"/alt", CodeTextTooLong)
		}
	}
}

// checkOptions refuses options that the platform does not have, and values
// that are not theirs.
func (l Limits) checkOptions(at string, options Options, add adder) {
	for _, name := range slices.Sorted(maps.Keys(options)) {
		i := slices.IndexFunc(l.Options, func(spec OptionSpec) bool { return spec.Name == name })
		if i < 0 {
			add(at, CodeUnknownOption)
		} else if !l.Options[i].takes(options[name]) {
			add(at+pointer(name), CodeBadOption)
		}
	}
}

func (s OptionSpec) takes(value any) bool {
	text, isText := value.(string)
	_, isToggle := value.(bool)
	switch s.Kind {
	case OptionToggle:
		return isToggle
	case OptionChoice:
		return isText && slices.Contains(s.Choices, text)
	case OptionText:
		most := s.Max
		if most == 0 {
			most = 500
		}
		return isText && utf8.RuneCountInString(text) <= most
	}
	return false
}

// withoutAlt lists the pictures that say nothing to those who cannot see them.
func (c Content) withoutAlt() []Problem {
	problems := silent("/media", c.Media)
	for _, id := range slices.Sorted(maps.Keys(c.Variants)) {
		if own := c.Variants[id].Media; own != nil {
			problems = append(problems, silent(c.pointToMedia(id), *own)...)
		}
	}
	return problems
}

// altAdvised lists them for a channel on which they matter.
func (c Content) altAdvised(channel Channel) []Problem {
	if !channel.Limits.Media.AltAdvised {
		return nil
	}
	return silent(c.pointToMedia(channel.ID), c.media(c.Variants[channel.ID]))
}

func silent(at string, media []MediaUse) []Problem {
	var problems []Problem
	for i, use := range media {
		if strings.TrimSpace(use.Alt) == "" {
			problems = append(problems, Problem{Code: CodeAltMissing, Pointer: at + pointer(i)})
		}
	}
	return problems
}

// pointTo names the field that a part's text stands in.
func (c Content) pointTo(channel ChannelID, index int, part Part) string {
	v := c.Variants[channel]
	switch {
	case part.Kind == PartComment:
		return pointer("variants", string(channel), "first_comment")
	case len(v.Parts) > 0:
		return pointer("variants", string(channel), "parts", index)
	case v.Text != nil:
		return pointer("variants", string(channel), "text")
	}
	return "/text"
}

func (c Content) pointToMedia(channel ChannelID) string {
	if c.Variants[channel].Media != nil {
		return pointer("variants", string(channel), "media")
	}
	return "/media"
}

func (c Content) pointToLink(channel ChannelID) string {
	if c.Variants[channel].Link != nil {
		return pointer("variants", string(channel), "link")
	}
	return "/link"
}

// pointer writes a JSON Pointer (RFC 6901).
func pointer(tokens ...any) string {
	var b strings.Builder
	for _, token := range tokens {
		b.WriteString("/" + strings.NewReplacer("~", "~0", "/", "~1").Replace(fmt.Sprint(token)))
	}
	return b.String()
}

// warnings tells the person what would stop the post later: limits, and times
// that a clock change moves.
func (p *Post) warnings(desk Desk) []Notice {
	var notices []Notice
	tape := tape{}
	for _, id := range p.Content.Channels {
		problems := append(p.Content.exceedsOn(desk.Channels[id], tape), p.Content.altAdvised(desk.Channels[id])...)
		for _, problem := range problems {
			notices = append(notices, Notice{Code: problem.Code, Channel: id, Pointer: problem.Pointer})
		}
	}
	notices = append(notices, p.Planned.warn("/publish_at", "")...)
	notices = append(notices, p.beforeEmbargo()...)
	for _, id := range slices.Sorted(maps.Keys(p.Times)) {
		notices = append(notices, p.Times[id].warn(pointer("variants", string(id), "publish_at"), id)...)
	}
	return notices
}

func (w When) warn(at string, channel ChannelID) []Notice {
	if w.IsZero() {
		return nil
	}
	resolved, err := w.Resolve()
	if err != nil {
		return nil
	}
	switch resolved.Shift {
	case ShiftGap:
		return []Notice{{Code: CodeTimeInGap, Channel: channel, Pointer: at}}
	case ShiftOverlap:
		return []Notice{{Code: CodeTimeTwice, Channel: channel, Pointer: at}}
	case ShiftNone:
	}
	return nil
}

// equal tells whether two contents would leave alike.
func (c Content) equal(other Content) bool {
	return reflect.DeepEqual(c.normal(), other.normal())
}

// normal drops the differences that mean nothing: nil and empty.
func (c Content) normal() Content {
	if len(c.Media) == 0 {
		c.Media = nil
	}
	if len(c.Channels) == 0 {
		c.Channels = nil
	}
	variants := map[ChannelID]Variant{}
	for id, v := range c.Variants {
		if len(v.Parts) == 0 {
			v.Parts = nil
		}
		if len(v.Options) == 0 {
			v.Options = nil
		}
		if !reflect.DeepEqual(v, Variant{}) {
			variants[id] = v
		}
	}
	c.Variants = variants
	return c
}
