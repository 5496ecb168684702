package api

import (
	"slices"

	"parution.dev/editorial"
)

// problemsOf lists what stops a post, or will stop it at its time: limits that
// a channel has, holds, a date that passed, a delivery that did not leave.
func problemsOf(p *editorial.Post, desk editorial.Desk, lang editorial.Lang) []postProblem {
	if p.State == editorial.Archived {
		return []postProblem{}
	}
	found := finding{post: p, desk: desk, lang: lang, list: []postProblem{}}
	if p.Unreadable {
		found.add(editorial.CodeUnreadable, "", "")
		return found.list
	}
	if p.Hold != nil && p.Status != "published" {
		found.add(editorial.CodeHeldByHand, "", "")
	}
	if w, ok := p.WaitsFor(desk); ok && w.For == editorial.DutyApprove && len(w.Members) == 0 {
		found.add(editorial.CodeNobodyCanApprove, "", "")
	}
	for _, channel := range p.Content.Channels {
		d := p.Delivery(channel)
		if d == nil || d.State == editorial.Dropped {
			continue
		}
		found.delivery(d)
		if !wasHeard(d) {
			found.limits(channel)
			found.links(channel)
			found.passed(channel)
		}
	}
	return found.list
}

// finding gathers a post's problems.
type finding struct {
	post *editorial.Post
	desk editorial.Desk
	lang editorial.Lang
	list []postProblem
}

// add notes a problem once.
func (f *finding) add(code editorial.Code, pointer string, channel editorial.ChannelID) {
	f.note(postProblem{Code: code, Pointer: pointer, Channel: channel})
}

func (f *finding) note(problem postProblem) {
	if problem.Message = sentence(problem.Code, editorial.Words{}, f.lang); !slices.Contains(f.list, problem) {
		f.list = append(f.list, problem)
	}
}

// delivery says why a delivery has not left.
func (f *finding) delivery(d *editorial.Delivery) {
	switch d.State {
	case editorial.Held:
		f.holds(d.Holds, d.Channel)
	case editorial.Missed:
		f.add(editorial.Code(d.Trouble.Code), "", d.Channel)
		f.holds(d.Holds, d.Channel)
	case editorial.Failed:
		f.add(codeRefusedByPlatform, "", d.Channel)
	case editorial.Unsure:
		if d.ForPerson() {
			f.add(codeOutcomeUnknown, "", d.Channel)
		} else {
			f.add(codeReadingBack, "", d.Channel)
		}
	case editorial.Planned, editorial.Scheduled:
		f.holds(d.Foreseen(), d.Channel)
	case editorial.Published:
		if d.Trouble.Code == string(editorial.CodeEditFailed) {
			f.add(editorial.CodeEditFailed, "", d.Channel)
		}
	case editorial.Sending, editorial.Dropped:
	}
}

// holds lists reasons of the gate. A hold by hand is the whole post's; links
// stand where they are now.
func (f *finding) holds(all []editorial.Hold, channel editorial.ChannelID) {
	for _, hold := range all {
		switch {
		case hold.Code == editorial.CodeHeldByHand || hold.IsLink():
		case hold.Code == editorial.CodeMediaMissing || hold.Code == editorial.CodeMediaDamaged:
			f.note(postProblem{Code: hold.Code, Channel: channel, About: hold.About})
		default:
			f.add(hold.Code, "", channel)
		}
	}
}

// links lists the links that do not lead where they should.
func (f *finding) links(channel editorial.ChannelID) {
	for _, trouble := range f.post.LinkTroubles(f.post.Content, channel) {
		f.note(postProblem{
			Code: trouble.Code, Channel: channel, About: trouble.About, Pointer: f.post.Content.PointToLink(channel, trouble.About),
		})
	}
}

// limits lists what the channel would not take.
func (f *finding) limits(channel editorial.ChannelID) {
	content := f.post.Content
	content.Channels = []editorial.ChannelID{channel}
	for _, problem := range content.Exceeds(f.desk.Channels) {
		f.add(problem.Code, problem.Pointer, channel)
	}
}

// passed tells of a time that went by before anybody approved it.
func (f *finding) passed(channel editorial.ChannelID) {
	due := viewTime(f.post.TimeOf(channel))
	if f.post.State == editorial.Approved || due == nil || due.Instant == nil || due.Instant.After(f.desk.Now) {
		return
	}
	if _, own := f.post.Times[channel]; own {
		f.add(editorial.CodeTimePast, pointer("variants", string(channel), "publish_at"), channel)
		return
	}
	f.add(editorial.CodeTimePast, "/publish_at", "")
}

// viewNotices words what a change meant.
func viewNotices(notices []editorial.Notice, lang editorial.Lang) []noticeView {
	views := make([]noticeView, len(notices))
	for i, n := range notices {
		views[i] = noticeView{Code: n.Code, Pointer: n.Pointer, Channel: n.Channel, Distance: n.Distance, Of: n.Of, Message: sentence(n.Code, n.Detail(), lang)}
	}
	return views
}
