package editorial

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
)

// DefaultApproveAhead is how long before its time a post should be approved,
// where nobody chose.
const DefaultApproveAhead = 4 * time.Hour

// The bounds of what can be chosen.
const (
	MinApproveAhead = time.Minute
	MaxApproveAhead = 14 * 24 * time.Hour
)

func (p Policy) approveAhead() time.Duration { return cmp.Or(p.ApproveAhead, DefaultApproveAhead) }

// Reminded is the last reminder that those who must approve were given.
type Reminded struct {
	Due   time.Time     // the instant that it was about
	Ahead time.Duration // how long before it
}

// Reminder is what those who must approve are told as a post's time comes near.
type Reminder struct {
	Post      PostID
	Due       time.Time
	Ahead     time.Duration
	For       []MemberID
	Escalated bool // it has waited too long, and those above are told
}

// reminders are how long ahead of a post's time people are told that it still
// waits for them, the last first.
func reminders() []time.Duration { return []time.Duration{0, LastLook, FirstLook} }

// awaited is the earliest instant at which the post is to leave on a channel
// that nobody has approved yet; zero for no date.
func (p *Post) awaited(desk Desk) time.Time {
	var first time.Time
	for i := range p.Deliveries {
		d := &p.Deliveries[i]
		at := p.dueOf(d)
		if !p.waits(d) || at.IsZero() || p.Approval.covers(p, desk.Channels[d.Channel]) {
			continue
		}
		if first.IsZero() || at.Before(first) {
			first = at
		}
	}
	if len(p.Content.Channels) == 0 {
		return p.Planned.instant()
	}
	return first
}

// ApproveBy is until when the post should be approved: some time before it
// leaves, or when it leaves, where it came to those who approve later than
// that; zero for no date.
func (p *Post) ApproveBy(desk Desk) time.Time {
	due := p.awaited(desk)
	by := due.Add(-desk.Calendar.Policy.approveAhead())
	if due.IsZero() || by.Before(p.waitsSince()) {
		return due
	}
	return by
}

// Remind writes down what people must be told now: the latest reminder whose
// moment has come while the post waited, and that it has waited too long, each
// once.
func (p *Post) Remind(desk Desk) ([]Reminder, Lines) {
	var told []Reminder
	var lines Lines
	if desk.Calendar.inUse() != nil { // nobody can approve it there
		p.RemindAt = time.Time{}
		return nil, lines
	}
	if r, now := p.remindNow(desk, &lines); now {
		told = append(told, r)
	}
	if r, now := p.escalate(desk, &lines); now {
		told = append(told, r)
	}
	p.planReminder(desk)
	return told, lines
}

func (p *Post) remindNow(desk Desk, lines *Lines) (Reminder, bool) {
	due := p.awaited(desk)
	if p.State != InReview || due.IsZero() {
		return Reminder{}, false
	}
	next, now := p.reminder(due, desk.Now)
	if !now {
		return Reminder{}, false
	}
	r := Review{}
	if p.Review != nil {
		r = *p.Review
	}
	r.Reminded = &next
	p.Review = &r
	told := Reminder{Post: p.ID, Due: next.Due, Ahead: next.Ahead}
	if w, ok := p.WaitsFor(desk); ok {
		told.For = w.Members
	}
	p.record(lines, desk, "approval.reminder")
	last := &lines.Audit[len(lines.Audit)-1]
	last.Status = p.Status
	last.Detail = fmt.Sprintf("%s ahead of %s; %s", hours(next.Ahead), next.Due.UTC().Format(time.RFC3339), p.concerns(desk))
	return told, true
}

// waitsSince is when the post came to those who must act now.
func (p *Post) waitsSince() time.Time {
	if p.Review == nil || p.Review.Since.IsZero() {
		return p.Created
	}
	return p.Review.Since
}

// reminder is the one that is due now, if one is.
func (p *Post) reminder(due time.Time, now time.Time) (Reminded, bool) {
	var told *Reminded
	if p.Review != nil {
		told = p.Review.Reminded
	}
	for _, ahead := range reminders() {
		if at := due.Add(-ahead); !now.Before(at) {
			again := told != nil && told.Due.Equal(due) && told.Ahead <= ahead
			return Reminded{Due: due, Ahead: ahead}, at.After(p.waitsSince()) && !again
		}
	}
	return Reminded{}, false
}

// planReminder works out when to look next whether people must be told.
func (p *Post) planReminder(desk Desk) {
	p.RemindAt = time.Time{}
	if p.State != InReview {
		return
	}
	p.RemindAt = p.escalatesAt(desk)
	due := p.awaited(desk)
	if due.IsZero() {
		return
	}
	if _, now := p.reminder(due, desk.Now); now {
		p.RemindAt = desk.Now
		return
	}
	for _, ahead := range reminders() {
		if at := due.Add(-ahead); at.After(desk.Now) && (p.RemindAt.IsZero() || at.Before(p.RemindAt)) {
			p.RemindAt = at
		}
	}
}

// concerns names for the record whom a post waits for, and until when.
func (p *Post) concerns(desk Desk) string {
	w, ok := p.WaitsFor(desk)
	if !ok {
		return ""
	}
	words := naming(w.Members)
	if !w.By.IsZero() {
		words += "; by " + w.By.UTC().Format(time.RFC3339)
	}
	return words
}

// naming is how the record says whom a line concerns.
func naming(members []MemberID) string {
	words := make([]string, len(members))
	for i, id := range members {
		words[i] = string(id)
	}
	return "for " + cmp.Or(strings.Join(words, " "), "nobody")
}

func hours(d time.Duration) string { return fmt.Sprintf("%gh", d.Hours()) }

// WaitsForMember tells whether a member must act next on the post.
func (p *Post) WaitsForMember(id MemberID, desk Desk) bool {
	w, ok := p.WaitsFor(desk)
	return ok && w.Names(id)
}

// Names tells whether a member is among those who can act.
func (w Waiting) Names(id MemberID) bool {
	return slices.Contains(w.Members, id) || slices.Contains(w.Above, id)
}

// Last tells whether the step is the one that approves.
func (w Waiting) Last() bool { return w.Number == w.Of }
