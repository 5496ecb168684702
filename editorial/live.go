package editorial

import (
	"reflect"
	"slices"
	"time"
)

// GateEdit says what stops a delivery that is out from being changed to the
// case's revision now, all reasons together. It runs inside the transaction
// that claims each call.
func GateEdit(c Case) []Hold {
	var holds []Hold
	for _, some := range [][]Hold{FixedHolds(c), c.signatureHolds(), c.personHolds(), c.channelHolds(), c.tooLong()} {
		for _, hold := range some {
			if !has(holds, hold) {
				holds = append(holds, hold)
			}
		}
	}
	return holds
}

// EditRefusals are the reasons for which an edit is not taken: all but a rest of
// the account, which an edit waits for.
func EditRefusals(c Case) []Hold {
	return slices.DeleteFunc(GateEdit(c), func(h Hold) bool { return h.Code == CodeAccountSilent || h.Code == CodeAccountLimited })
}

// tooLong lists what the channel would not take of the revision.
func (c Case) tooLong() []Hold {
	var holds []Hold
	for _, problem := range c.Content.exceedsOn(c.channel(), tape{}) {
		holds = append(holds, Hold{Code: problem.Code, About: string(c.channel().ID)})
	}
	return holds
}

// FixedHolds says why what is out on the channel cannot become the case's
// revision, whoever approves it: the platform edits nothing, or not this.
func FixedHolds(c Case) []Hold {
	about := string(c.channel().ID)
	if code := c.fixed(); code != "" {
		return []Hold{{Code: code, About: about}}
	}
	shown, wanted := c.shownParts(), c.Content.Parts(c.channel().ID)
	for i := range wanted {
		if code := c.channel().Limits.fixes(shown[i], wanted[i]); code != "" {
			return []Hold{{Code: code, About: about}}
		}
	}
	return nil
}

func (c Case) fixed() Code {
	d, channel := c.Delivery, c.channel()
	wanted := c.Content.Parts(channel.ID)
	switch {
	case !channel.Limits.Edits.Copy:
		return CodeCannotEditLive
	case !c.Content.Has(channel.ID):
		return CodeUnknownChannel
	case c.Shown[d.Revision].HashFor(channel) != d.Hash:
		return CodeAccountChanged
	case len(wanted) != len(d.Parts):
		return CodePartsFixed
	}
	for i, part := range d.Parts {
		switch {
		case part.Kind != wanted[i].Kind:
			return CodePartsFixed
		case part.Receipt.RemoteID == "":
			return CodeConfirmedByHand
		}
	}
	return ""
}

// fixes tells what of a part that is out cannot become another.
func (l Limits) fixes(shown, wanted Part) Code {
	alike := len(shown.Media) == len(wanted.Media)
	described := alike
	for i := 0; i < len(shown.Media) && alike; i++ {
		was, use := shown.Media[i], wanted.Media[i]
		alike = was.Hash == use.Hash && was.Crop == use.Crop
		described = described && was.Alt == use.Alt
	}
	switch {
	case !l.Edits.Media && (!alike || l.LinkCard && !reflect.DeepEqual(shown.Link, wanted.Link)):
		return CodeMediaFixed
	case !l.Edits.Alt && !l.Edits.Media && !described:
		return CodeAltFixed
	}
	for _, option := range l.Options {
		if option.Fixed && shown.Options[option.Name] != wanted.Options[option.Name] {
			return CodeOptionFixed
		}
	}
	return ""
}

// shownParts are the parts as the platform shows them, each by its revision.
func (c Case) shownParts() []Part {
	d := c.Delivery
	parts := make([]Part, len(d.Parts))
	for i := range d.Parts {
		parts[i] = c.Shown[d.ShownRevision(i)].Parts(d.Channel)[i]
	}
	return parts
}

// toSet lists the parts that must be set: those that differ, and those that
// were asked to be something else and may be so.
func (c Case) toSet() []int {
	var todo []int
	shown := c.shownParts()
	for i, wanted := range c.Content.Parts(c.Delivery.Channel) {
		if part := c.Delivery.Parts[i]; part.Asked != part.Shows || !shown[i].leavesLike(wanted) {
			todo = append(todo, i)
		}
	}
	return todo
}

// leavesLike tells whether two parts are the same to a platform.
func (p Part) leavesLike(other Part) bool {
	return p.Language == other.Language && len(p.Options) == len(other.Options) &&
		(len(p.Options) == 0 || reflect.DeepEqual(p.Options, other.Options)) && reflect.DeepEqual(signPart(p), signPart(other))
}

// ShownRevision is the revision that a part shows: the one it was published
// with, or was edited to since.
func (d *Delivery) ShownRevision(part int) int {
	if shows := d.Parts[part].Shows; shows != 0 {
		return shows
	}
	return d.Revision
}

// Live is the revision that is out on the channel, and the hash of what it
// says there; 0 where nothing is, or not all of it.
func (d *Delivery) Live() (revision int, hash Hash) {
	switch {
	case d.State != Published:
		return 0, ""
	case d.LiveRevision != 0:
		return d.LiveRevision, d.LiveHash
	}
	return d.Revision, d.Hash
}

// OutRevision is the revision that is out on the channel, all of it or its
// first parts; 0 where nothing is.
func (d *Delivery) OutRevision() int {
	if revision, _ := d.Live(); revision != 0 {
		return revision
	}
	if d.Out.IsZero() {
		return 0
	}
	return d.Revision
}

// Edited is when what is out was last edited; zero where it never was.
func (d *Delivery) Edited() (last time.Time) {
	for _, part := range d.Parts {
		if part.EditedAt.After(last) {
			last = part.EditedAt
		}
	}
	return last
}

// Differs tells whether what is out on a channel is not, or may not be, what
// the post says now.
func (p *Post) Differs(channel Channel) bool {
	d := p.Delivery(channel.ID)
	if d == nil || d.State != Published || !p.Content.Has(channel.ID) {
		return false
	}
	for _, part := range d.Parts {
		if part.Asked != part.Shows {
			return true
		}
	}
	_, hash := d.Live()
	return p.Content.HashFor(channel) != hash
}

// Editable tells whether what is out on a channel can be changed there, as far
// as can be said without looking at what it shows.
func (p *Post) Editable(channel Channel) bool {
	d := p.Delivery(channel.ID)
	return d != nil && d.State == Published && channel.Limits.Edits.Copy && p.Content.Has(channel.ID) &&
		len(p.Content.Parts(channel.ID)) == len(d.Parts)
}
