package editorial

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// TouchUp is an edit after the approval that stayed inside the margin: the
// approval stands for what it made, as long as the margin that allowed it
// holds between that and what was approved.
type TouchUp struct {
	Revision int
	Hash     Hash
	Distance int
	Margin   Margin // that allowed it
	Under    Under  `json:",omitzero"` // the policy whose margin it was
	By       Actor
	At       time.Time
}

// Retiming is a move of the approved time within its day.
type Retiming struct {
	To    When
	Zone  string // of the calendar, whose day it is
	By    Actor
	At    time.Time
	Under Under `json:",omitzero"` // the policy whose margin it was
}

// allows tells whether the move is one within the day of the approved time.
func (r Retiming) allows(signed, now When) bool {
	return now == r.To && sameDay(signed, now, r.Zone)
}

// sameDay tells whether two planned times fall on one day of a zone.
func sameDay(one, other When, zone string) bool {
	from, to := Calendar{Zone: zone}.Day(one.instant())
	at := other.instant()
	return !one.IsZero() && !other.IsZero() && !at.Before(from) && at.Before(to)
}

// hashOn is the hash of what content would send on a channel, as for the
// account that was approved: another one behind the channel is the gate's
// matter, which holds the post and says so.
func (a *Approval) hashOn(content Content, channel Channel) Hash {
	channel.RemoteID = a.Accounts[channel.ID]
	return content.HashFor(channel)
}

// touchUp finds the touch-up that made what a hash stands for.
func (a *Approval) touchUp(channel ChannelID, hash Hash) (TouchUp, bool) {
	for _, touched := range a.TouchUps[channel] {
		if touched.Hash == hash {
			return touched, true
		}
	}
	return TouchUp{}, false
}

// Touched returns the touch-up that what the delivery has sent, or would send,
// owes its approval to.
func (p *Post) Touched(channel Channel, content Content) (TouchUp, bool) {
	if p.Approval == nil || len(p.Approval.TouchUps[channel.ID]) == 0 {
		return TouchUp{}, false
	}
	return p.Approval.touchUp(channel.ID, p.Approval.hashOn(content, channel))
}

// touch joins what an edit made to the approval, channel by channel, where it
// is inside the margin, and says what is not, and why.
func (p *Post) touch(lines *Lines, desk Desk) {
	if p.Approval == nil || p.State != Approved && p.State != InReview {
		return
	}
	var touched []Measured
	all := p.sentTouchUps()
	for _, id := range p.Content.Channels {
		if d := p.Delivery(id); d != nil && d.begun() && !p.Editable(desk.Channels[id]) || p.Approval.Hashes[id] == "" {
			continue
		}
		next, measured := p.touchOn(desk.Channels[id], desk)
		lines.noteMeasured(measured)
		if next == nil {
			continue
		}
		if measured.Channel != "" {
			touched = append(touched, measured)
		}
		all[id] = append(slices.DeleteFunc(all[id], func(sent TouchUp) bool { return sent.Hash == next.Hash }), *next)
	}
	p.Approval.TouchUps = all
	if len(touched) > 0 {
		p.recordTouch(lines, desk, touched)
	}
}

// sentTouchUps are those that are out there, or may be: they stay on record.
func (p *Post) sentTouchUps() map[ChannelID][]TouchUp {
	sent := map[ChannelID][]TouchUp{}
	for _, d := range p.Deliveries {
		for _, hash := range slices.Compact([]Hash{d.Hash, d.LiveHash}) {
			if touched, ok := p.Approval.touchUp(d.Channel, hash); ok && d.heard() {
				sent[d.Channel] = append(sent[d.Channel], touched)
			}
		}
	}
	return sent
}

// touchOn measures one channel: nil where nothing differs there, or too much.
// What was joined to the approval before is not measured again.
func (p *Post) touchOn(channel Channel, desk Desk) (*TouchUp, Measured) {
	a := p.Approval
	hash := a.hashOn(p.Content, channel)
	if hash == a.Hashes[channel.ID] {
		return nil, Measured{}
	}
	if known, ok := a.touchUp(channel.ID, hash); ok {
		return &known, Measured{}
	}
	margin, under := p.MarginFor(desk)
	if margin.Graphemes == 0 || desk.Ruler.Revision != a.Revision || a.hashOn(desk.Ruler.Approved, channel) != a.Hashes[channel.ID] {
		return nil, Measured{}
	}
	measured := desk.Ruler.Measure(margin, p.Content, channel)
	if !measured.Inside() {
		return nil, measured
	}
	by := desk.By
	by.May = nil
	return &TouchUp{Revision: p.Revision, Hash: hash, Distance: measured.Distance, Margin: margin, Under: under, By: by, At: desk.Now}, measured
}

// noteMeasured tells how an edit was measured, where it was.
func (l *Lines) noteMeasured(m Measured) {
	if m.Channel != "" {
		l.Notices = append(l.Notices, m.Notices()...)
	}
}

// Notices say how much of the margin an edit takes, or what takes it beyond.
func (m Measured) Notices() []Notice {
	codes := m.Why
	if m.Inside() {
		codes = []Code{CodeTouchUp}
	}
	notices := make([]Notice, len(codes))
	for i, code := range codes {
		notices[i] = Notice{Code: code, Channel: m.Channel, Distance: m.Distance, Of: m.Of}
	}
	return notices
}

// recordTouch names both revisions in the record, and how far they differ.
func (p *Post) recordTouch(lines *Lines, desk Desk, touched []Measured) {
	p.record(lines, desk, "post.touched_up")
	var b strings.Builder
	fmt.Fprintf(&b, "approved %d, now %d", p.Approval.Revision, p.Revision)
	for _, m := range touched {
		fmt.Fprintf(&b, "; %s %d/%d", m.Channel, m.Distance, m.Of)
	}
	_, under := p.MarginFor(desk)
	lines.Audit[len(lines.Audit)-1].Detail = b.String() + under.words()
}

// MeasureAhead measures an edit before its transaction, where long texts take
// their time. What it finds counts nowhere but in the ruler's memory.
func (p *Post) MeasureAhead(next Content, desk Desk) {
	a := p.Approval
	if a == nil || desk.Ruler.Revision != a.Revision {
		return
	}
	margin, _ := p.MarginFor(desk)
	if margin.Graphemes == 0 {
		return
	}
	for _, id := range next.Channels {
		if channel := desk.Channels[id]; a.Hashes[id] != "" && a.hashOn(next, channel) != a.Hashes[id] {
			desk.Ruler.Measure(margin, next, channel)
		}
	}
}

// Detail says how much of a margin was taken, where the notice is about that.
func (n Notice) Detail() Words {
	switch {
	case n.Code == CodeTouchUp:
		return Words{
			fmt.Sprintf("A touch-up: %d of %d characters are used, and the approval stands.", n.Distance, n.Of),
			fmt.Sprintf("Retouche : %d sur %d caractères, la validation tient.", n.Distance, n.Of),
		}
	case n.Code == CodeTooManyCharacters && n.Distance > MaxMargin:
		return Words{
			fmt.Sprintf("More than %d characters differ from what was approved; the margin is %d.", MaxMargin, n.Of),
			fmt.Sprintf("Plus de %d caractères diffèrent de ce qui a été validé ; la marge est de %d.", MaxMargin, n.Of),
		}
	case n.Code == CodeTooManyCharacters:
		return Words{
			fmt.Sprintf("%d characters differ from what was approved; the margin is %d.", n.Distance, n.Of),
			fmt.Sprintf("%d caractères diffèrent de ce qui a été validé ; la marge est de %d.", n.Distance, n.Of),
		}
	}
	return Words{}
}
