package editorial

import (
	"maps"
	"slices"
	"time"
)

// Asked is a move with what the person said about it.
type Asked struct {
	Move     Move
	Revision int         // the revision they looked at; 0 where the move needs none
	Note     string      //
	Late     Late        // of an approval after the due instant
	Reasons  []Reason    // of a request for changes
	OnBehalf *OnBehalf   // of an approval that somebody else gave, elsewhere
	Channels []ChannelID // of an approval: on these alone; none: on all
}

// Late says what an approval that comes after the due instant does.
type Late string

// The answers to lateness.
const (
	LateUndated Late = ""       // the post is approved without a date
	LateLeave   Late = "leave"  // within tolerance it leaves at once
	LateRefuse  Late = "refuse" // it is not approved
)

// Apply carries out a move on the post, and plans its deliveries accordingly.
func (p *Post) Apply(asked Asked, desk Desk) (Lines, error) {
	if err := desk.Calendar.inUse(); err != nil {
		return Lines{}, err
	}
	row, err := stepFor(asked.Move, p.State, desk.By.May)
	if err != nil {
		return Lines{}, err
	}
	if err := p.checkRevision(asked); err != nil {
		return Lines{}, err
	}
	if err := asked.checkSaid(desk.By); err != nil {
		return Lines{}, err
	}
	var lines Lines
	if err := p.act(asked, desk, &lines); err != nil {
		return Lines{}, err
	}
	if row.to != "" && !asked.Move.decides() {
		p.State = row.to
	}
	p.finish(&lines, desk)
	return lines, nil
}

// decides tells whether the move itself says in which state it leaves a post.
func (m Move) decides() bool { return m == MoveSubmit || m == MoveApprove || m == MoveUndoApproval }

// checkRevision refuses a move on another revision than the one it names.
// An approval and a release always name one.
func (p *Post) checkRevision(asked Asked) error {
	return p.names(asked.Revision, asked.Move == MoveApprove || asked.Move == MovePublishNow)
}

// names refuses a revision that is not the current one; 0 names none.
func (p *Post) names(revision int, needed bool) error {
	switch {
	case revision == 0 && needed:
		return InvalidAt("/revision", CodeRevisionNeeded)
	case revision != 0 && revision != p.Revision:
		return &Refusal{Kind: Conflict, Code: CodeRevisionStale, Problems: []Problem{{Code: CodeRevisionStale, Pointer: "/revision"}}}
	}
	return nil
}

func (p *Post) act(asked Asked, desk Desk, lines *Lines) error {
	switch asked.Move {
	case MoveSubmit:
		return p.submit(asked, desk, lines)
	case MoveApprove:
		return p.approve(asked, desk, lines)
	case MoveUndoApproval:
		return p.undoApproval(asked, desk, lines)
	case MoveRequestChanges:
		p.requestChanges(asked, desk, lines)
	case MoveWithdraw:
		p.withdraw(asked, desk, lines)
	case MoveHold:
		return p.hold(asked, desk, lines)
	case MoveUnhold:
		return p.unhold(asked, desk, lines)
	case MovePublishNow:
		return p.publishNow(asked, desk, lines)
	case MoveArchive:
		return p.archive(asked, desk, lines)
	case MoveRestore:
		p.Approval, p.Review, p.Hold = nil, nil, nil
		p.say(asked, desk, lines, "post.restored")
	}
	return nil
}

// say writes the record's line of a move, with the note.
func (p *Post) say(asked Asked, desk Desk, lines *Lines, action string) {
	p.record(lines, desk, action)
	lines.Audit[len(lines.Audit)-1].Note = asked.Note
}

// submit asks for an approval. Where the calendar's policy asks for none, the
// submit of someone who may release is the approval, and is recorded as one.
func (p *Post) submit(asked Asked, desk Desk, lines *Lines) error {
	if err := p.ready(desk); err != nil {
		return err
	}
	p.say(asked, desk, lines, "post.submitted")
	if desk.Calendar.Policy.Approval == ApproveNone && desk.By.May.Has(Release) && !p.needsOther(desk) {
		return p.sign(asked, desk, lines, SignOff{Self: p.wrote(desk.By)})
	}
	p.State, p.Approval, p.Review = InReview, nil, &Review{Since: desk.Now}
	lines.Audit[len(lines.Audit)-1].Detail = p.concerns(desk)
	return nil
}

// needsOther tells whether somebody else must approve what this person wrote.
func (p *Post) needsOther(desk Desk) bool {
	return desk.Calendar.Policy.NoSelfApproval && p.wrote(desk.By)
}

// wrote tells whether somebody wrote the current revision. The machine and a
// client are no members.
func (p *Post) wrote(by Actor) bool { return by.Member != "" && by.Member == p.Author }

// ready refuses a post that could not leave as it stands: nothing to say,
// nowhere to go, or beyond a channel's limits.
func (p *Post) ready(desk Desk) error {
	if p.Content.Empty() {
		return InvalidAt("/text", CodeNothingToSay)
	}
	if len(p.Content.Channels) == 0 {
		return InvalidAt("/channels", CodeNoChannels)
	}
	problems := p.Content.Exceeds(desk.Channels)
	if desk.Calendar.Policy.AltTextsRequired {
		problems = append(problems, p.Content.withoutAlt()...)
	}
	return RefuseAll(problems)
}

func (p *Post) approve(asked Asked, desk Desk, lines *Lines) error {
	if p.needsOther(desk) {
		return Refuse(Forbidden, CodeSelfApproval)
	}
	if err := p.checkChannelwise(asked, desk); err != nil {
		return err
	}
	if err := p.ready(desk); err != nil {
		return err
	}
	signed := p.SignedOff(desk)
	step, at := p.stepNow(signed, desk)
	mine, err := p.signOff(step, signed, asked, desk)
	if err != nil {
		return err
	}
	signed = append(slices.Clone(signed), mine)
	undo := p.undoable(desk)
	p.noteLapsed(lines, desk)
	if p.State != InReview {
		p.say(asked, desk, lines, "post.submitted")
	}
	if p.next(signed, desk) < len(desk.Calendar.Policy.steps()) {
		p.signStep(asked, desk, lines, signed, at)
	} else if err := p.sign(asked, desk, lines, signed...); err != nil {
		return err
	}
	r := Review{}
	if p.Review != nil {
		r = *p.Review
	}
	r.Undo = undo
	p.Review = &r
	return nil
}

// sign writes the approval of the current revision, with the sign-offs of all
// steps. Times that have passed are taken out, unless the person says that the
// post leaves at once.
func (p *Post) sign(asked Asked, desk Desk, lines *Lines, signed ...SignOff) error {
	if err := p.meetLateness(asked, desk, lines); err != nil {
		return err
	}
	a := &Approval{
		Revision: p.Revision, By: desk.By, At: desk.Now, Campaign: p.Campaign, Note: asked.Note,
		Self: slices.ContainsFunc(signed, func(s SignOff) bool { return s.Self }), OnBehalf: asked.OnBehalf,
		Hashes: map[ChannelID]Hash{}, Accounts: map[ChannelID]string{}, Times: map[ChannelID]When{},
	}
	a.By.May = nil
	if desk.Calendar.Policy.Approval == ApproveSteps {
		a.Steps = signed
	}
	for _, id := range p.Content.Channels {
		if !asked.concerns(id) {
			continue
		}
		channel := desk.Channels[id]
		a.Hashes[id], a.Accounts[id], a.Times[id] = p.Content.HashFor(channel), channel.RemoteID, p.TimeOf(id)
	}
	if len(asked.Channels) > 0 {
		return p.signChannels(a, asked, desk, lines)
	}
	p.Approval, p.Review, p.State = a, nil, Approved
	lines.Notices = append(lines.Notices, p.beforeEmbargo()...)
	p.say(asked, desk, lines, "post.approved")
	lines.Audit[len(lines.Audit)-1].Detail = signed[len(signed)-1].detail()
	return nil
}

func (p *Post) meetLateness(asked Asked, desk Desk, lines *Lines) error {
	late := asked.Late
	passed := slices.DeleteFunc(p.passed(desk.Now), func(d *Delivery) bool { return !asked.concerns(d.Channel) })
	if late == LateRefuse && len(passed) > 0 {
		return Refuse(Conflict, CodeTimePassed)
	}
	for _, d := range passed {
		if late == LateLeave && desk.Now.Sub(p.TimeOf(d.Channel).instant()) > p.lateness(desk.Calendar) {
			return InvalidAt("/late", CodeTooLateToLeave)
		}
	}
	for _, d := range passed {
		if late == LateLeave {
			d.letGo()
			lines.note(CodeLeavesLate, d.Channel)
			continue
		}
		p.undate(d.Channel, len(asked.Channels) > 0, desk.Now)
		lines.note(CodeApprovedWithoutDate, d.Channel)
	}
	return nil
}

// passed lists the deliveries that could still leave and whose time is over.
func (p *Post) passed(now time.Time) []*Delivery {
	var passed []*Delivery
	for i := range p.Deliveries {
		d := &p.Deliveries[i]
		due := p.TimeOf(d.Channel).instant()
		if p.waits(d) && !due.IsZero() && due.Before(now) {
			passed = append(passed, d)
		}
	}
	return passed
}

// waits tells whether a delivery has neither left nor been taken out.
func (p *Post) waits(d *Delivery) bool {
	return p.Content.Has(d.Channel) && !d.heard() && d.State != Dropped
}

// undate takes a passed time out, so that nothing leaves at it: on one channel
// alone, or of the post.
func (p *Post) undate(channel ChannelID, alone bool, now time.Time) {
	if own, ok := p.Times[channel]; alone || ok && !own.IsZero() {
		p.Times = maps.Clone(p.Times)
		if p.Times == nil {
			p.Times = map[ChannelID]When{}
		}
		p.Times[channel] = When{}
		return
	}
	if !p.Planned.instant().After(now) {
		p.Planned = When{}
	}
}

// takeBack ends the approval: withdrawn, or changes are asked for.
func (p *Post) takeBack(asked Asked, desk Desk, lines *Lines, action string) {
	p.Approval, p.Review = nil, nil
	p.noteOnWire(lines, desk)
	p.say(asked, desk, lines, action)
}

// withdraw takes the post back. Those whose yes goes with it are named in the
// record, by which they are told: the post does not know them any more.
func (p *Post) withdraw(asked Asked, desk Desk, lines *Lines) {
	signed := p.signatories()
	p.takeBack(asked, desk, lines, "post.withdrawn")
	if len(signed) > 0 {
		lines.Audit[len(lines.Audit)-1].Detail = naming(signed)
	}
}

// noteOnWire tells the person what their stop came too late for.
func (p *Post) noteOnWire(lines *Lines, desk Desk) {
	for _, id := range p.OnWire() {
		lines.note(CodeOnTheWire, id)
	}
	for _, id := range desk.Editing {
		lines.note(CodeEditUnderWay, id)
	}
}

func (p *Post) hold(asked Asked, desk Desk, lines *Lines) error {
	if p.Hold != nil {
		return Refuse(Conflict, CodeAlreadyHeld)
	}
	p.Hold = &ManualHold{By: desk.By, At: desk.Now, Reason: asked.Note}
	p.Hold.By.May = nil
	p.noteOnWire(lines, desk)
	p.say(asked, desk, lines, "post.held")
	return nil
}

// unhold lifts a hold. Another person's hold takes the permission to release.
// What came due under it was stopped by a person: it does not leave by itself.
func (p *Post) unhold(asked Asked, desk Desk, lines *Lines) error {
	if p.Hold == nil {
		return Refuse(Conflict, CodeNotHeld)
	}
	if p.Hold.By.Member != desk.By.Member && !desk.By.May.Has(Release) {
		return Refuse(Forbidden, CodeNotPermitted)
	}
	p.Hold = nil
	for i := range p.Deliveries {
		d := &p.Deliveries[i]
		d.stopIfDue(p.TimeOf(d.Channel).instant(), desk.Now)
	}
	p.say(asked, desk, lines, "post.unheld")
	return nil
}

// publishNow makes the post due this instant, on every channel that it has not
// left on. Every other gate stands.
func (p *Post) publishNow(asked Asked, desk Desk, lines *Lines) error {
	now, err := desk.now()
	if err != nil {
		return err
	}
	if p.embargoed(desk) {
		return Refuse(Conflict, CodeBeforeEmbargo)
	}
	some := false
	for i := range p.Deliveries {
		if d := &p.Deliveries[i]; p.waits(d) {
			d.letGo()
			some = true
		}
	}
	if !some {
		return Refuse(Conflict, CodeMoveNotPossible)
	}
	p.Planned, p.Times = now, nil
	p.retime(lines, Desk{By: Actor{May: Permissions{Approve}}})
	p.say(asked, desk, lines, "post.released_now")
	return nil
}

// now is this instant as a planned time: the next whole second, so that what
// was lifted before the person spoke did not stop it.
func (desk Desk) now() (When, error) {
	now, err := WhenAt(desk.Now.Add(time.Second-1), desk.Calendar.Zone)
	if err != nil {
		return When{}, Refuse(Conflict, CodeMoveNotPossible)
	}
	return now, nil
}

// archive puts the post away. It waits for what is on the wire, and for a
// thread that has begun.
func (p *Post) archive(asked Asked, desk Desk, lines *Lines) error {
	if len(desk.Editing) > 0 {
		return Refuse(Conflict, CodeEditUnderWay)
	}
	for _, d := range p.Deliveries {
		if d.frozen() || d.begun() && (d.State == Scheduled || d.State == Held) {
			return Refuse(Conflict, CodeOnTheWire)
		}
	}
	p.Approval, p.Review, p.Hold = nil, nil, nil
	p.say(asked, desk, lines, "post.archived")
	return nil
}
