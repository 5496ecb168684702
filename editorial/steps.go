package editorial

import (
	"slices"
	"strings"
	"time"
)

// ApprovalStep is one step of a calendar's approval: who signs in it, and
// whether one of them is enough. Whoever signs must be allowed to approve too.
type ApprovalStep struct {
	Name    string     // sign-offs are kept by it
	Roles   []Role     // whoever holds one of them,
	Members []MemberID // or is named here; neither: whoever may approve
	Need    Need
	Client  bool // the client's own step: the team may pass on what the client said
}

// Need says how many of a step's people must sign.
type Need string

// The needs.
const (
	NeedAny Need = "any" // one of them
	NeedAll Need = "all" // each of them
)

// The bounds of what can be chosen.
const (
	MaxSteps       = 10
	MaxStepMembers = 50
)

// Review is where a post stands with the people who sign it. It is replaced,
// never changed in place.
type Review struct {
	Since     time.Time          // when it came to those who must act now
	Signed    []SignOff          `json:",omitempty"` // of steps, while others still wait
	Hashes    map[ChannelID]Hash `json:",omitempty"` // that the sign-offs are good for
	Times     map[ChannelID]When `json:",omitempty"` // that they saw
	Changes   *ChangesAsked      `json:",omitempty"`
	Undo      *Undo              `json:",omitempty"`
	Reminded  *Reminded          `json:",omitempty"` // those who must act, last
	Escalated *Escalated         `json:",omitempty"` // to those above
}

// SignOff is one person's yes in one step, on one revision.
type SignOff struct {
	Step     string
	Revision int
	By       Actor
	For      MemberID // whose yes it counts as; By's own, or of the one it was passed on for
	At       time.Time
	Note     string
	Self     bool      // they wrote the revision
	OnBehalf *OnBehalf `json:",omitempty"`
	Above    bool      `json:",omitempty"` // given in place of who did not answer, after an escalation
}

// CheckSteps says what is wrong with the steps of a policy, with pointers
// below at. A step that nobody of the team could sign is one of these things:
// nothing would ever leave.
func (c Calendar) CheckSteps(team []Member, at string) []Problem {
	if c.Policy.Approval != ApproveSteps {
		return nil
	}
	var problems []Problem
	if len(c.Policy.Steps) == 0 {
		problems = append(problems, Problem{Code: CodeNoSteps, Pointer: at})
	}
	seen := map[string]bool{}
	for i, s := range c.Policy.Steps {
		name := strings.ToLower(strings.TrimSpace(s.Name))
		switch {
		case name == "":
			problems = append(problems, Problem{Code: CodeStepWithoutName, Pointer: at + pointer(i, "name")})
		case seen[name]:
			problems = append(problems, Problem{Code: CodeTwice, Pointer: at + pointer(i, "name")})
		}
		seen[name] = true
		if len(s.signers(team, c.ID)) == 0 {
			problems = append(problems, Problem{Code: CodeNobodyCanSign, Pointer: at + pointer(i)})
		}
	}
	return problems
}

// steps are those that a post passes: the policy's, or the one in which
// whoever may approve does.
func (p Policy) steps() []ApprovalStep {
	if p.Approval == ApproveSteps && len(p.Steps) > 0 {
		return p.Steps
	}
	return []ApprovalStep{{Need: NeedAny}}
}

// signers lists who of the team may sign in a step.
func (s ApprovalStep) signers(team []Member, calendar CalendarID) []MemberID {
	var all []MemberID
	for _, m := range team {
		if m.Deactivated.IsZero() && m.May(calendar).Has(Approve) && s.names(m, calendar) {
			all = append(all, m.ID)
		}
	}
	return all
}

// names tells whether the step asks for a person, by name or by role.
func (s ApprovalStep) names(m Member, calendar CalendarID) bool {
	if len(s.Roles) == 0 && len(s.Members) == 0 || slices.Contains(s.Members, m.ID) {
		return true
	}
	return slices.ContainsFunc(m.Roles[calendar], func(r Role) bool { return slices.Contains(s.Roles, r) })
}

// signersOf lists who may sign the post in a step: where nobody may approve
// what they wrote, not its author.
func (p *Post) signersOf(s ApprovalStep, desk Desk) []MemberID {
	all := s.signers(desk.Team, desk.Calendar.ID)
	if desk.Calendar.Policy.NoSelfApproval {
		all = slices.DeleteFunc(all, func(id MemberID) bool { return id == p.Author })
	}
	return all
}

// SignedOff lists the sign-offs that stand while others still wait: on every
// channel they saw what would leave now, for the account of now, at the time
// of now.
func (p *Post) SignedOff(desk Desk) []SignOff {
	r := p.Review
	if r == nil || len(r.Signed) == 0 {
		return nil
	}
	for _, id := range p.Content.Channels {
		if p.Content.HashFor(desk.Channels[id]) != r.Hashes[id] {
			return nil
		}
		if saw := r.Times[id]; !saw.IsZero() && saw != p.TimeOf(id) {
			return nil
		}
	}
	return r.Signed
}

// next is the number of the first step that is not satisfied; as many as there
// are steps where all of them are.
func (p *Post) next(signed []SignOff, desk Desk) int {
	steps := desk.Calendar.Policy.steps()
	for i, s := range steps {
		if !p.satisfied(s, signed, desk) {
			return i
		}
	}
	return len(steps)
}

func (p *Post) satisfied(s ApprovalStep, signed []SignOff, desk Desk) bool {
	in := signedIn(s, signed)
	switch {
	case len(in) == 0:
		return false
	case slices.ContainsFunc(signed, func(one SignOff) bool { return one.Above && one.Step == s.Name }):
		return true
	}
	return s.Need != NeedAll || len(missing(p.signersOf(s, desk), in)) == 0
}

// signedIn lists whose sign-offs a step has.
func signedIn(s ApprovalStep, signed []SignOff) []MemberID {
	var in []MemberID
	for _, one := range signed {
		if one.Step == s.Name {
			in = append(in, one.For)
		}
	}
	return in
}

// missing lists who of all is not among some.
func missing(all, some []MemberID) []MemberID {
	return slices.DeleteFunc(slices.Clone(all), func(id MemberID) bool { return slices.Contains(some, id) })
}

// stepNow is the step that waits. Where all are satisfied and nobody has put
// the last word to it, since somebody left the team, the last one waits still.
func (p *Post) stepNow(signed []SignOff, desk Desk) (ApprovalStep, int) {
	steps := desk.Calendar.Policy.steps()
	at := min(p.next(signed, desk), len(steps)-1)
	return steps[at], at
}

// signOff makes a person's sign-off in the step that waits, or says why it is
// not theirs to give.
func (p *Post) signOff(s ApprovalStep, signed []SignOff, asked Asked, desk Desk) (SignOff, error) {
	mine := SignOff{
		Step: s.Name, Revision: p.Revision, By: desk.By, For: desk.By.Member, At: desk.Now, Note: asked.Note,
		Self: p.wrote(desk.By), OnBehalf: asked.OnBehalf,
	}
	mine.By.May = nil
	if desk.Calendar.Policy.Approval != ApproveSteps {
		return mine, nil
	}
	if desk.By.ByLink() && !s.opensTo(asked.OnBehalf) {
		return mine, Refuse(Forbidden, CodeNotYourStep)
	}
	yeses := p.yesesOf(desk.By.Member, s, desk)
	if o := asked.OnBehalf; o != nil {
		switch {
		case s.Client && s.Need == NeedAll && o.Member == "":
			return mine, InvalidAt("/on_behalf/member", CodeOnBehalfOfWhom)
		case s.Client && p.takesAny(s, *o, desk):
			return mine, nil
		case s.Client:
			yeses = slices.DeleteFunc(p.signersOf(s, desk), func(id MemberID) bool { return id != o.Member })
		case o.Member != "" && o.Member != desk.By.Member:
			return mine, Refuse(Forbidden, CodeNotTheClient)
		}
	}
	return p.giving(mine, yeses, s, signed, desk)
}

// takesAny tells whether a client step asks for nobody's yes but that of who
// gives it. Through a link that is so, whoever it stands for elsewhere.
func (p *Post) takesAny(s ApprovalStep, o OnBehalf, desk Desk) bool {
	return o.Member == "" || desk.By.ByLink() && s.Need != NeedAll && !slices.Contains(p.signersOf(s, desk), o.Member)
}

// giving makes it the first of some yeses that the step still asks for.
func (p *Post) giving(mine SignOff, yeses []MemberID, s ApprovalStep, signed []SignOff, desk Desk) (SignOff, error) {
	open := yeses
	if !p.satisfied(s, signed, desk) {
		open = missing(yeses, signedIn(s, signed))
	}
	switch {
	case len(open) > 0:
		mine.For = open[0]
	case mine.OnBehalf == nil && p.escalatedTo(desk.By.Member, s):
		mine.Above = true
	case len(yeses) > 0:
		return mine, Refuse(Conflict, CodeSignedAlready)
	default:
		return mine, Refuse(Forbidden, CodeNotYourStep)
	}
	return mine, nil
}

// signStep keeps a sign-off while others are still to come.
func (p *Post) signStep(asked Asked, desk Desk, lines *Lines, signed []SignOff, at int) {
	r := &Review{Since: desk.Now, Signed: signed, Hashes: map[ChannelID]Hash{}, Times: map[ChannelID]When{}}
	if _, now := p.stepNow(signed, desk); now == at && p.State == InReview && p.Review != nil {
		r.Since, r.Reminded, r.Escalated = p.Review.Since, p.Review.Reminded, p.Review.Escalated
	}
	for _, id := range p.Content.Channels {
		r.Hashes[id], r.Times[id] = p.Content.HashFor(desk.Channels[id]), p.TimeOf(id)
	}
	p.Review, p.State = r, InReview
	p.say(asked, desk, lines, "post.signed_off")
	lines.Audit[len(lines.Audit)-1].Detail = strings.TrimPrefix(signed[len(signed)-1].detail()+"; "+p.concerns(desk), "; ")
	lines.note(CodeNextStep, "")
}

// detail is what the record says of a sign-off beside its note.
func (s SignOff) detail() string {
	words := []string{}
	if s.Step != "" {
		words = append(words, "step "+s.Step)
	}
	switch {
	case s.OnBehalf != nil:
		words = append(words, s.OnBehalf.detail())
	case s.Above:
		words = append(words, "after an escalation")
	case s.For != s.By.Member && s.For != "":
		words = append(words, "in place of "+string(s.For))
	}
	return strings.Join(words, "; ")
}

// signedAnew looks at the sign-offs after an edit. A time that somebody gave
// who may approve stands, and so does one within the day that was seen, where
// the margin says so; anything else that differs ends them.
func (p *Post) signedAnew(lines *Lines, desk Desk) {
	if p.Review == nil || len(p.Review.Signed) == 0 {
		return
	}
	r := *p.Review
	r.Times = map[ChannelID]When{}
	margin, _ := p.MarginFor(desk)
	for _, id := range p.Content.Channels {
		now, saw := p.TimeOf(id), p.Review.Times[id]
		within := margin.SameDay && sameDay(saw, now, desk.Calendar.Zone)
		if saw.IsZero() || desk.By.May.Has(Approve) || within {
			saw = now
		}
		r.Times[id] = saw
	}
	p.Review = &r
	p.dropSignOffs(lines, desk)
}

// dropSignOffs takes back what does not stand any more, on record.
func (p *Post) dropSignOffs(lines *Lines, desk Desk) {
	if p.noteLapsed(lines, desk) {
		p.Review = &Review{Since: desk.Now}
	}
}

// noteLapsed says where sign-offs do not stand any more.
func (p *Post) noteLapsed(lines *Lines, desk Desk) bool {
	if p.Review == nil || len(p.Review.Signed) == 0 || len(p.SignedOff(desk)) > 0 {
		return false
	}
	p.record(lines, desk, "post.sign_offs_dropped")
	lines.note(CodeSignOffsDropped, "")
	return true
}

// Waiting is who must act next on a post, on what, and since when.
type Waiting struct {
	For      Duty
	Step     ApprovalStep // of a post in review
	Number   int          // of the step, from 1; 0: the calendar has no steps
	Of       int
	Members  []MemberID  // any of them, or all that are left where the step needs all
	StandIns []StandIn   // of them, and for whom
	Above    []MemberID  // to whom it was escalated
	Since    time.Time   // zero: nobody knows
	Channels []ChannelID // that wait, where the others are approved
	Due      time.Time   // when the post is to leave; zero: no date
	By       time.Time   // until when it should be approved, to leave then
}

// Duty is what somebody must do next.
type Duty string

// The duties.
const (
	DutySubmit  Duty = "submit"  // write it, and ask for an approval
	DutyCorrect Duty = "correct" // make the changes that were asked for
	DutyApprove Duty = "approve" // sign it, or ask for changes
)

// WaitsFor says who must act next; false where nobody must.
func (p *Post) WaitsFor(desk Desk) (Waiting, bool) {
	w := Waiting{Members: []MemberID{p.Owner}}
	if p.Review != nil {
		w.Since = p.Review.Since
	}
	switch p.State {
	case Idea, Draft:
		w.For = DutySubmit
	case ChangesRequested:
		w.For = DutyCorrect
	case InReview:
		w.For = DutyApprove
		signed := p.SignedOff(desk)
		step, at := p.stepNow(signed, desk)
		w.Step = step
		if desk.Calendar.Policy.Approval == ApproveSteps {
			w.Number, w.Of = at+1, len(desk.Calendar.Policy.steps())
		}
		w.Members, w.StandIns = present(p.givers(step, p.askedIn(step, signed, desk), desk))
		if r := p.Review; r != nil && r.Escalated != nil {
			w.Above = r.Escalated.To
		}
	case Approved, Archived:
		return Waiting{}, false
	}
	w.Channels = p.waitingOn(desk)
	w.Due, w.By = p.awaited(desk), p.ApproveBy(desk)
	return w, true
}

// askedIn lists whose yes a step still asks for, wherever they are.
func (p *Post) askedIn(s ApprovalStep, signed []SignOff, desk Desk) []MemberID {
	asked := p.signersOf(s, desk)
	if !p.satisfied(s, signed, desk) {
		asked = missing(asked, signedIn(s, signed))
	}
	return asked
}

// present lists who can give what the post waits for, and those of them who do
// so in another's place.
func present(givers []StandIn) (members []MemberID, inPlace []StandIn) {
	for _, g := range givers {
		if !slices.Contains(members, g.Member) {
			members = append(members, g.Member)
		}
		if g.Member != g.For {
			inPlace = append(inPlace, g)
		}
	}
	return members, inPlace
}
