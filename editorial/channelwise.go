package editorial

import (
	"maps"
	"slices"
	"strings"
	"time"
)

// ChannelYes is who approved a post on one channel, and when.
type ChannelYes struct {
	Revision int // that was looked at
	By       Actor
	At       time.Time
}

// concerns tells whether what is asked is about a channel.
func (asked Asked) concerns(id ChannelID) bool {
	return len(asked.Channels) == 0 || slices.Contains(asked.Channels, id)
}

// channelwise tells whether the calendar approves channel by channel.
func (p Policy) channelwise() bool { return p.PerChannel && p.Approval != ApproveSteps }

// CheckPerChannel says what is wrong with the policy, with pointers below at.
func (p Policy) CheckPerChannel(at string) []Problem {
	if p.PerChannel && p.Approval == ApproveSteps {
		return []Problem{{Code: CodeNotWithSteps, Pointer: at + "/per_channel"}}
	}
	return nil
}

// checkChannelwise refuses an approval of some channels where it says nothing.
// One that has been touched up since its approval is approved along with them:
// an approval is of one revision, and a margin is measured from that.
func (p *Post) checkChannelwise(asked Asked, desk Desk) error {
	if len(asked.Channels) == 0 {
		return nil
	}
	if !desk.Calendar.Policy.channelwise() {
		return InvalidAt("/channels", CodeNotPerChannel)
	}
	var problems []Problem
	for i, id := range asked.Channels {
		switch {
		case !p.Content.Has(id):
			problems = append(problems, Problem{Code: CodeUnknownChannel, Pointer: pointer("channels", i)})
		case slices.Contains(asked.Channels[:i], id):
			problems = append(problems, Problem{Code: CodeTwice, Pointer: pointer("channels", i)})
		}
	}
	for _, id := range p.Content.Channels {
		if _, touched := p.Touched(desk.Channels[id], p.Content); touched && !asked.concerns(id) && p.waits(p.Delivery(id)) {
			problems = append(problems, Problem{Code: CodeTouchedToo, Pointer: "/channels"})
		}
	}
	return RefuseAll(problems)
}

// signChannels joins an approval of some channels to that of the others, as far
// as it still stands. The post is approved once all of them are.
func (p *Post) signChannels(a *Approval, asked Asked, desk Desk, lines *Lines) error {
	a.On = map[ChannelID]ChannelYes{}
	for _, id := range asked.Channels {
		a.On[id] = ChannelYes{Revision: p.Revision, By: a.By, At: a.At}
	}
	if p.Approval != nil {
		a.joinOthers(p, asked, desk)
	}
	review := &Review{Since: desk.Now}
	if p.State == InReview && p.Review != nil {
		*review = *p.Review
	}
	p.Approval, p.State, p.Review = a, InReview, review
	if p.coversAll(desk.Channels) {
		p.State, p.Review = Approved, nil
	}
	action := "post.channels_approved"
	if p.State == Approved {
		action = "post.approved"
	}
	p.say(asked, desk, lines, action)
	words := make([]string, len(asked.Channels))
	for i, id := range asked.Channels {
		words[i] = string(id)
	}
	lines.Audit[len(lines.Audit)-1].Detail = "on " + strings.Join(words, " ")
	for _, id := range p.waitingOn(desk) {
		lines.note(CodeWaitsForApproval, id)
	}
	return nil
}

// joinOthers keeps what the approval before says of the other channels: where
// it stands for what would leave now, and where something has left by it.
func (a *Approval) joinOthers(p *Post, asked Asked, desk Desk) {
	before := p.Approval
	a.Links = maps.Clone(before.Links)
	for _, id := range p.Content.Channels {
		d := p.Delivery(id)
		left := d != nil && d.begun()
		if asked.concerns(id) || before.Hashes[id] == "" || !left && !before.signs(p.Content, desk.Channels[id]) {
			continue
		}
		a.Hashes[id], a.Accounts[id], a.Times[id] = before.Hashes[id], before.Accounts[id], before.Times[id]
		a.On[id] = before.on(id)
		if some := before.TouchUps[id]; len(some) > 0 {
			a.TouchUps = with(a.TouchUps, id, some)
		}
		if moved, ok := before.Retimed[id]; ok {
			a.Retimed = with(a.Retimed, id, moved)
		}
	}
}

func with[V any](m map[ChannelID]V, id ChannelID, value V) map[ChannelID]V {
	if m == nil {
		m = map[ChannelID]V{}
	}
	m[id] = value
	return m
}

// on is who approved the post on a channel, and when.
func (a *Approval) on(id ChannelID) ChannelYes {
	if yes, ok := a.On[id]; ok {
		return yes
	}
	return ChannelYes{Revision: a.Revision, By: a.By, At: a.At}
}

func (a *Approval) atOn(id ChannelID) time.Time { return a.on(id).At }

// waitingOn lists the channels that nobody has approved yet, of a post that
// others are approved of.
func (p *Post) waitingOn(desk Desk) []ChannelID {
	if p.Approval == nil {
		return nil
	}
	var some []ChannelID
	for _, id := range p.Content.Channels {
		if !p.coversOn(desk.Channels[id]) {
			some = append(some, id)
		}
	}
	if len(some) == len(p.Content.Channels) {
		return nil
	}
	return some
}
