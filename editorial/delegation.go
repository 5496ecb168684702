package editorial

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// Delegation is a span of time in which one member acts in another's place
// where approvals wait for them. It grants nothing: whoever acts must be
// allowed to approve themselves.
type Delegation struct {
	ID       DelegationID
	Calendar CalendarID
	Member   MemberID // who is away
	To       MemberID // who acts for them; "": the calendar's deputy
	From     time.Time
	Until    time.Time // called off, it ends then
	Reason   string
	By       Actor
	Created  time.Time
}

// Active tells whether the member is away at an instant.
func (d *Delegation) Active(at time.Time) bool { return !at.Before(d.From) && at.Before(d.Until) }

// Words says for the record whom the delegation concerns.
func (d *Delegation) Words(deputy MemberID) string {
	return naming([]MemberID{cmp.Or(d.To, deputy)}) + "; in place of " + string(d.Member) +
		"; from " + d.From.UTC().Format(time.RFC3339) + " until " + d.Until.UTC().Format(time.RFC3339)
}

// Check says what is wrong with a delegation that is made now, by somebody
// with these permissions.
func (d *Delegation) Check(team []Member, calendar Calendar, now time.Time) error {
	if d.From.IsZero() || d.From.Before(now) {
		d.From = now
	}
	var problems []Problem
	switch {
	case d.Member != d.By.Member && !d.By.May.Has(Govern), d.Member == d.By.Member && !d.By.May.Has(Approve):
		return Refuse(Forbidden, CodeNotPermitted)
	case !mayApprove(team, d.Member, calendar.ID):
		problems = append(problems, Problem{Code: CodeCannotApprove, Pointer: "/member"})
	}
	switch to := cmp.Or(d.To, calendar.Policy.Deputy); {
	case to == "":
		problems = append(problems, Problem{Code: CodeNoDeputy, Pointer: "/to"})
	case !mayApprove(team, to, calendar.ID):
		problems = append(problems, Problem{Code: CodeCannotApprove, Pointer: "/to"})
	case to == d.Member:
		problems = append(problems, Problem{Code: CodeNotOneself, Pointer: "/to"})
	}
	if !d.Until.After(d.From) {
		problems = append(problems, Problem{Code: CodeEndsBeforeItBegins, Pointer: "/until"})
	}
	return RefuseAll(problems)
}

// End calls the delegation off: by whoever is away, with the right that they
// lent, or who sets the policy.
func (d *Delegation) End(by Actor, now time.Time) error {
	switch {
	case !by.May.Has(Govern) && (d.Member != by.Member || !by.May.Has(Approve)):
		return Refuse(Forbidden, CodeNotPermitted)
	case !now.Before(d.Until):
		return Refuse(Conflict, CodeDelegationOver)
	case now.Before(d.From):
		d.From = now
	}
	d.Until = now
	return nil
}

// mayApprove tells whether a member of the team may approve in a calendar.
func mayApprove(team []Member, id MemberID, calendar CalendarID) bool {
	return slices.ContainsFunc(team, func(m Member) bool {
		return m.ID == id && m.Deactivated.IsZero() && m.May(calendar).Has(Approve)
	})
}

// CheckDeputies says what is wrong with whom a policy names to act in the
// place of others, with pointers below at.
func (c Calendar) CheckDeputies(team []Member, at string) []Problem {
	var problems []Problem
	if d := c.Policy.Deputy; d != "" && !mayApprove(team, d, c.ID) {
		problems = append(problems, Problem{Code: CodeCannotApprove, Pointer: at + "/deputy"})
	}
	for i, id := range c.Policy.Escalation.To {
		if !slices.ContainsFunc(team, func(m Member) bool { return m.ID == id }) {
			problems = append(problems, Problem{Code: CodeNotInTeam, Pointer: at + pointer("escalation", "to", i)})
		}
	}
	return problems
}

// StandIn is somebody who acts in another's place.
type StandIn struct {
	Member MemberID
	For    MemberID
}

// inPlaceOf is who acts for a member now: themselves, unless they are away. A
// stand-in who is away too has one of their own; where that leads in a circle,
// the calendar's deputy acts. For a client only whom they chose themselves.
func (desk Desk) inPlaceOf(id MemberID, client bool) MemberID {
	deputy := desk.Calendar.Policy.Deputy
	seen := []MemberID{}
	for at := id; ; {
		d, away := desk.awayNow(at, client)
		if !away {
			return at
		}
		if client && !d.chosen() {
			return id
		}
		seen = append(seen, at)
		next := cmp.Or(d.To, deputy)
		if slices.Contains(seen, next) {
			next = deputy
		}
		if next == "" || slices.Contains(seen, next) {
			return id
		}
		at = next
	}
}

// chosen tells whether who is away named themselves who acts for them.
func (d *Delegation) chosen() bool { return d.By.Member == d.Member && d.To != "" }

// awayNow finds the delegation of a member that counts now. Of several it is
// the first; for a client, the first that they made themselves.
func (desk Desk) awayNow(id MemberID, client bool) (Delegation, bool) {
	now := slices.DeleteFunc(slices.Clone(desk.Away), func(d Delegation) bool { return d.Member != id || !d.Active(desk.Now) })
	if len(now) == 0 {
		return Delegation{}, false
	}
	if i := slices.IndexFunc(now, func(d Delegation) bool { return d.chosen() }); client && i >= 0 {
		return now[i], true
	}
	return now[0], true
}

// givers says who can give now the yeses that a step asks for: those who are
// asked, or who stands in for them. Somebody whom nobody can stand in for is
// asked still.
func (p *Post) givers(s ApprovalStep, asked []MemberID, desk Desk) []StandIn {
	givers := make([]StandIn, len(asked))
	for i, id := range asked {
		by := desk.inPlaceOf(id, s.Client)
		wrote := desk.Calendar.Policy.NoSelfApproval && by == p.Author
		if by != id && (wrote || !mayApprove(desk.Team, by, desk.Calendar.ID)) {
			by = id
		}
		givers[i] = StandIn{Member: by, For: id}
	}
	return givers
}

// yesesOf lists whose yes a member can give in a step: their own first, then
// those of who is away.
func (p *Post) yesesOf(id MemberID, s ApprovalStep, desk Desk) []MemberID {
	asked := p.signersOf(s, desk)
	var yeses []MemberID
	if slices.Contains(asked, id) {
		yeses = append(yeses, id)
	}
	for _, g := range p.givers(s, asked, desk) {
		if g.Member == id && g.For != id {
			yeses = append(yeses, g.For)
		}
	}
	return yeses
}

// Escalation is what happens to a post that waits too long for an approval.
type Escalation struct {
	After time.Duration // since it came to those who must act; 0: nothing
	To    []MemberID    `json:",omitempty"` // none: the calendar's managers
}

// The bounds of what can be chosen.
const (
	MinEscalation = 5 * time.Minute
	MaxEscalation = 30 * 24 * time.Hour
)

// Escalated is the escalation of a post that waited too long. Those whom it
// names may sign the step in place of who did not answer, unless it is the
// client's.
type Escalated struct {
	At time.Time
	To []MemberID
}

func (p *Post) escalatedTo(id MemberID, s ApprovalStep) bool {
	return !s.Client && p.Review != nil && p.Review.Escalated != nil && slices.Contains(p.Review.Escalated.To, id)
}

// escalatesAt is when the post that waits is escalated; zero for never, or
// where it was.
func (p *Post) escalatesAt(desk Desk) time.Time {
	after := desk.Calendar.Policy.Escalation.After
	if r := p.Review; p.State != InReview || after == 0 || r == nil || r.Since.IsZero() || r.Escalated != nil || len(desk.above()) == 0 {
		return time.Time{}
	}
	return p.Review.Since.Add(after)
}

// escalate tells those above that the post has waited too long, once.
func (p *Post) escalate(desk Desk, lines *Lines) (Reminder, bool) {
	at := p.escalatesAt(desk)
	if at.IsZero() || desk.Now.Before(at) {
		return Reminder{}, false
	}
	to := desk.above()
	r := *p.Review
	r.Escalated = &Escalated{At: desk.Now, To: to}
	waited := desk.Now.Sub(r.Since).Round(time.Minute)
	before := p.concerns(desk)
	p.Review = &r
	p.record(lines, desk, "approval.escalated")
	last := &lines.Audit[len(lines.Audit)-1]
	last.Status, last.Detail = p.Status, naming(to)+"; after "+waited.String()+"; waits "+strings.TrimSpace(before)
	return Reminder{Post: p.ID, Due: p.awaited(desk), For: to, Escalated: true}, true
}

// above lists who is told of what waits too long.
func (desk Desk) above() []MemberID {
	if to := desk.Calendar.Policy.Escalation.To; len(to) > 0 {
		return to
	}
	return managers(desk.Team, desk.Calendar.ID)
}

// managers lists a calendar's managers.
func managers(team []Member, calendar CalendarID) []MemberID {
	var all []MemberID
	for _, m := range team {
		if m.Deactivated.IsZero() && slices.Contains(m.Roles[calendar], Manager) {
			all = append(all, m.ID)
		}
	}
	return all
}
