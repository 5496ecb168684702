package editorial

import (
	"maps"
	"reflect"
)

// Edit replaces the post's sheet. A change of what can leave is a new
// revision. Inside the margin it is a touch-up, and the approval stands; when
// the approval does not cover it, the post goes back to review and the notices
// say why. Saving back what was approved restores the approval.
// What is already on the wire is not touched: the notices say "too_late".
func (p *Post) Edit(next Sheet, desk Desk) (Lines, error) {
	if err := desk.Calendar.inUse(); err != nil {
		return Lines{}, err
	}
	if err := p.mayEdit(next, desk); err != nil {
		return Lines{}, err
	}
	before := p.Sheet
	if err := next.check(before, desk); err != nil {
		return Lines{}, err
	}
	if err := p.checkEmbargo(next); err != nil {
		return Lines{}, err
	}
	var lines Lines
	rewritten := !before.Content.equal(next.Content)
	retimed := before.Planned != next.Planned || !maps.Equal(before.Times, next.Times)
	p.Sheet = next
	if rewritten {
		p.Revision++
		p.Author = desk.By.Member
		p.ripen()
		p.record(&lines, desk, "post.revised")
	} else {
		p.record(&lines, desk, "post.edited")
	}
	p.readd(before)
	if retimed {
		p.retime(&lines, desk)
	}
	if rewritten {
		p.touch(&lines, desk)
	}
	if rewritten || retimed {
		p.weigh(&lines, desk, before)
		p.signedAnew(&lines, desk)
	}
	p.answerChannels(&lines, desk, rewritten, retimed)
	lines.Notices = append(lines.Notices, p.warnings(desk)...)
	p.finish(&lines, desk)
	return lines, nil
}

// readd plans anew for channels that were dropped and are in it once more.
func (p *Post) readd(before Sheet) {
	for _, id := range p.Content.Channels {
		if d := p.Delivery(id); d != nil && !before.Content.Has(id) && d.State == Dropped && !d.heard() {
			d.State = Planned
		}
	}
}

func (p *Post) mayEdit(next Sheet, desk Desk) error {
	may := desk.By.May
	retimed := p.Planned != next.Planned || !maps.Equal(p.Times, next.Times)
	switch {
	case p.State == Archived:
		return Refuse(Conflict, CodeArchived)
	case !may.Has(Write) && !(may.Has(Schedule) && p.equalButTimes(next)):
		return Refuse(Forbidden, CodeNotPermitted)
	case retimed && !may.Has(Schedule):
		return Refuse(Forbidden, CodeNotPermitted)
	case p.Embargo != next.Embargo && !may.Has(Schedule):
		return Refuse(Forbidden, CodeNotPermitted)
	case p.Approval != nil && p.frees(next) && !may.Has(Approve):
		return Refuse(Forbidden, CodeNotPermitted)
	case p.Crisis != next.Crisis && !may.Has(Approve):
		return Refuse(Forbidden, CodeNotPermitted)
	}
	return nil
}

// equalButTimes tells whether nothing but the planned times differs.
func (s Sheet) equalButTimes(next Sheet) bool {
	same := s.Content.equal(next.Content)
	next.Planned, next.Times, next.Embargo, next.Content = s.Planned, s.Times, s.Embargo, s.Content
	return same && reflect.DeepEqual(s, next)
}

// retime lets a time stand as approved where the person may approve, or where
// the approval left the time open. Others may move it within its day, counted
// from the approved time, where the margin says so.
func (p *Post) retime(lines *Lines, desk Desk) {
	if p.Approval == nil {
		return
	}
	seen, moved := maps.Clone(p.Approval.Times), map[ChannelID]Retiming{}
	margin, under := p.MarginFor(desk)
	for _, channel := range p.Content.Channels {
		now, known := p.TimeOf(channel), p.Approval.Retimed[channel]
		switch {
		case desk.By.May.Has(Approve) || seen[channel].IsZero():
			seen[channel] = now
		case now == seen[channel] || now.IsZero():
		case known.allows(seen[channel], now):
			moved[channel] = known
		case !margin.SameDay:
		case sameDay(seen[channel], now, desk.Calendar.Zone):
			by := desk.By
			by.May = nil
			moved[channel] = Retiming{To: now, Zone: desk.Calendar.Zone, By: by, At: desk.Now, Under: under}
			lines.note(CodeMovedWithinDay, channel)
		default:
			lines.note(CodeAnotherDay, channel)
		}
	}
	p.Approval.Times, p.Approval.Retimed = seen, moved
}

// weigh compares the post with its approval, and moves it between approved and
// in_review accordingly.
func (p *Post) weigh(lines *Lines, desk Desk, before Sheet) {
	if p.Approval == nil || p.State != Approved && p.State != InReview {
		return
	}
	covered := p.coversAll(desk.Channels)
	switch {
	case p.State == Approved && !covered:
		p.State, p.Review = InReview, &Review{Since: desk.Now}
		p.record(lines, desk, "post.approval_lost")
		lines.Audit[len(lines.Audit)-1].Detail = p.concerns(desk)
		lines.note(CodeBackToReview, "")
		p.askUntil(lines, desk)
	case p.State == InReview && covered:
		p.State, p.Review = Approved, nil
		p.record(lines, desk, "post.approval_restored")
		lines.note(CodeApprovalRestored, "")
	case p.State == InReview && len(before.Content.Channels) > 0:
		lines.note(CodeWaitsForApproval, "")
		p.askUntil(lines, desk)
	}
}

// askUntil asks, in the last hour, what happens if nobody approves the post in
// time, where the person did not say.
func (p *Post) askUntil(lines *Lines, desk Desk) {
	if due := p.awaited(desk); p.Until == "" && !due.IsZero() && due.After(desk.Now) && due.Sub(desk.Now) <= LastLook {
		lines.note(CodeSayUntil, "")
	}
}

// coversAll tells whether the approval covers every channel that something may
// still leave on. One whose call is not settled may turn out not to have left.
func (p *Post) coversAll(channels Channels) bool {
	for _, id := range p.Content.Channels {
		if !p.coversOn(channels[id]) {
			return false
		}
	}
	return len(p.Content.Channels) > 0
}

// coversOn tells whether on one channel the approval covers what may leave. On
// a channel that the post has left on, that is a change of what is out there.
func (p *Post) coversOn(channel Channel) bool {
	d := p.Delivery(channel.ID)
	switch {
	case d == nil || !d.begun():
		return p.Approval.covers(p, channel)
	case p.Editable(channel) && p.Differs(channel):
		return p.Approval.signs(p.Content, channel)
	}
	return true
}

// covers tells whether the approval signs what the post would send on a
// channel, and the time it would leave at.
func (a *Approval) covers(p *Post, channel Channel) bool {
	return a != nil && a.signs(p.Content, channel) && a.sawTime(p, channel.ID)
}

// signs tells whether content is what was approved, or a touch-up of it.
func (a *Approval) signs(content Content, channel Channel) bool {
	signed, ok := a.Hashes[channel.ID]
	hash := a.hashOn(content, channel)
	_, touched := a.touchUp(channel.ID, hash)
	return ok && (hash == signed || touched)
}

// sawTime tells whether the time is the approved one, or was moved from it
// within its day.
func (a *Approval) sawTime(p *Post, channel ChannelID) bool {
	now, signed := p.TimeOf(channel), a.Times[channel]
	return now.IsZero() || now == signed || a.Retimed[channel].allows(signed, now)
}

// answerChannels says, channel by channel, whether a new text is in, came too
// late, or waits for an approval, and where a new time or the removal of a
// channel meets a call on the wire.
func (p *Post) answerChannels(lines *Lines, desk Desk, rewritten, retimed bool) {
	for _, id := range p.OnWire() {
		if retimed || !p.Content.Has(id) {
			lines.note(CodeOnTheWire, id)
		}
	}
	if !rewritten {
		return
	}
	for _, id := range p.Content.Channels {
		d := p.Delivery(id)
		switch {
		case d != nil && d.heard():
			lines.note(CodeTooLate, id)
			if p.Editable(desk.Channels[id]) && p.Differs(desk.Channels[id]) {
				lines.note(CodeCanEditLive, id)
			}
		case p.Approval != nil && !p.Approval.covers(p, desk.Channels[id]):
			lines.note(CodeWaitsForApproval, id)
		default:
			lines.note(CodeIn, id)
		}
	}
}
