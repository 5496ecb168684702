package editorial

import (
	"slices"
	"time"
)

// Act is something done towards a platform to a post that is out on one of its
// channels. A person asks for it, and it is written down; the scheduler carries
// it out, part by part, apart from the releases.
//
//	waiting ──claim──▶ sending ──all parts──▶ done
//	   ▲  │               │
//	   │  │ replaced      ├─ another part, not done, or nobody knows ─▶ waiting
//	   │  ▼ by a newer    │
//	   └──────────────────┴─ refused, stopped by a person, too long ─▶ failed
//
// To set the same content twice does no harm. An outcome that is not known is
// therefore no question here: the call is made again.
type Act struct {
	ID       ActID
	Delivery DeliveryID
	Post     PostID
	Calendar CalendarID
	Channel  ChannelID
	Platform Platform
	Kind     ActKind
	Revision int  // what it is changed to
	Hash     Hash // of that revision on the channel: what must be signed
	By       Actor
	At       time.Time // when it was asked for
	State    ActState
	Next     time.Time // when it must be looked at; zero: it has ended
	Part     int       // the part of the last call, counted from 0
	Left     int       // parts that come after it
	Attempt  int       // number of the last call
	Tries    int       // calls in a row that did not do it
	Holder   string    // who has it on the wire; "" nobody
	Lease    time.Time
	Trouble  Trouble
	Ended    time.Time
}

// ActKind is what an act does.
type ActKind string

// ActEdit changes what is out to another revision.
const ActEdit ActKind = "edit"

// ActState is where an act stands.
type ActState string

// The states of an act.
const (
	ActWaiting  ActState = "waiting"
	ActSending  ActState = "sending"  // a call is on the wire
	ActDone     ActState = "done"     // the platform shows it, every part
	ActFailed   ActState = "failed"   // it was refused, stopped, or came to nothing in its time
	ActReplaced ActState = "replaced" // somebody asked for something newer before it was begun
)

// ActTime is how long an act is tried for. What could not be done by then is
// told to a person: nobody shall be surprised by it hours later.
const ActTime = time.Hour

// ActWork is one claimed call of an act.
type ActWork struct {
	Act     Act
	Part    Part    // as it shall be from now on
	Receipt Receipt // of the part as it was published
	Account Account
}

// ActOutcome is what one call of an act came to.
type ActOutcome struct {
	Act     ActID
	Attempt int
	Verdict Verdict
	Account string        // the remote id of the account that was called
	Channel int64         // the version of the channel that it was called by
	Strain  Strain        // what the call said about it
	Wait    time.Duration // with Later: not before this has passed
	Code    string
	Message string
	Receipt Receipt
	Started time.Time
	Ended   time.Time
}

// ActSettled is an act after something happened to it, for the log.
type ActSettled struct {
	Act       Act
	Outcome   ActOutcome // zero: it ended without a call
	Accepted  bool       // false: the act is no longer this attempt's
	Event     string     // for the record; "" where nothing is worth a line
	Reconnect bool       // the channel's credentials were refused
	Account   string     // what people should hear of the account; "" nothing
}

// ActRound is one look at the acts that are due.
type ActRound struct {
	Now    time.Time
	Holder string // this daemon
	Free   int    // calls that can start at once
}

// ActTurned is what a look came to.
type ActTurned struct {
	Work   []ActWork    // claimed; each must be carried out now
	Ended  []ActSettled // came to an end without a call
	Broken []Broken     // rows that could not be read, and were put off
}

// AskEdit asks that a delivery that is out be changed to the post's current
// revision, which the person names. What waits to be done to it is replaced;
// what is on the wire is waited for.
func AskEdit(c Case, asked DeliveryAsked, desk Desk, open *Act) (Act, Lines, error) {
	p, d := c.Post, c.Delivery
	if err := desk.Calendar.inUse(); err != nil {
		return Act{}, Lines{}, err
	}
	switch {
	case !desk.By.May.Has(Release):
		return Act{}, Lines{}, Refuse(Forbidden, CodeNotPermitted)
	case p.State == Archived:
		return Act{}, Lines{}, Refuse(Conflict, CodeArchived)
	case d.State != Published:
		return Act{}, Lines{}, Refuse(Conflict, CodeMoveNotPossible)
	}
	if err := p.names(asked.Revision, true); err != nil {
		return Act{}, Lines{}, err
	}
	if open != nil && open.State == ActSending {
		return Act{}, Lines{}, Refuse(Conflict, CodeEditUnderWay)
	}
	if holds := EditRefusals(c); len(holds) > 0 {
		return Act{}, Lines{}, refuseHolds(holds)
	}
	if len(c.toSet()) == 0 {
		return Act{}, Lines{}, Refuse(Conflict, CodeAlreadyLive)
	}
	if open != nil {
		open.end(ActReplaced, desk.Now)
	}
	act := newEdit(c, desk)
	var lines Lines
	p.record(&lines, desk, "delivery."+string(asked.Move))
	lines.Audit[0].Subject, lines.Audit[0].Note = string(d.ID), asked.Note
	p.finish(&lines, desk)
	return act, lines, nil
}

func newEdit(c Case, desk Desk) Act {
	d, channel := c.Delivery, c.channel()
	by := desk.By
	by.May = nil
	return Act{
		ID: NewID[ActID]("act"), Delivery: d.ID, Post: d.Post, Calendar: d.Calendar, Channel: d.Channel, Platform: d.Platform,
		Kind: ActEdit, Revision: c.Revision, Hash: c.Content.HashFor(channel), By: by, At: desk.Now, State: ActWaiting, Next: desk.Now,
	}
}

// refuseHolds says reasons of a gate to the person who asks.
func refuseHolds(holds []Hold) error {
	r := Refuse(Conflict, holds[0].Code)
	for _, hold := range holds {
		r.Problems = append(r.Problems, Problem{Code: hold.Code})
	}
	return r
}

// Open claims the act's next call, or settles that there is none: it waits, or
// it has come to its end. The caller stores the act and the delivery either
// way, before anything is called.
func (a *Act) Open(c Case, holder string) (claimed bool, event string) {
	if a.Next.IsZero() || c.Now.Before(a.Next) {
		return false, ""
	}
	a.State, a.Holder, a.Lease = ActWaiting, "", time.Time{} // a call whose daemon died is made again
	if c.Now.After(a.deadline()) {
		return false, a.fail(Trouble{Code: string(CodeEditGivenUp), Message: a.Trouble.Message, At: c.Now}, c.Delivery)
	}
	if holds := GateEdit(c); len(holds) > 0 {
		return false, a.holdBack(holds, c)
	}
	todo := c.toSet()
	if len(todo) == 0 {
		return false, a.done(c.Delivery, c.Now)
	}
	a.Part, a.Left = todo[0], len(todo)-1
	c.Delivery.Parts[a.Part].Asked = a.Revision
	a.State, a.Holder, a.Lease = ActSending, holder, c.Now.Add(LeaseTime)
	a.Attempt++
	a.Next = a.Lease.Add(CallTimeout)
	return true, ""
}

// Work describes the call that Open claimed.
func (a *Act) Work(c Case) ActWork {
	return ActWork{
		Act: *a, Part: c.Content.Parts(a.Channel)[a.Part], Receipt: c.Delivery.Parts[a.Part].Receipt, Account: c.channel().Account(),
	}
}

// holdBack waits for a channel to be connected again and for an account that
// rests, and for nothing else: what a person stopped, or what cannot be done
// any more, ends the act.
func (a *Act) holdBack(holds []Hold, c Case) string {
	waitFor := []Code{CodeMustConnect, CodeChannelGone, CodeAccountSilent, CodeAccountLimited}
	a.Next = c.Now.Add(recheck)
	for _, hold := range holds {
		if hold.Until.After(a.Next) {
			a.Next = hold.Until
		}
		a.Trouble = Trouble{Code: string(hold.Code), At: c.Now}
		if !slices.Contains(waitFor, hold.Code) || a.Next.After(a.deadline()) {
			return a.fail(a.Trouble, c.Delivery)
		}
	}
	return ""
}

// Settle writes down what a call came to. Only the attempt that still has the
// act counts: whoever took it over sets the same content again.
func (a *Act) Settle(o ActOutcome, d *Delivery) ActSettled {
	s := ActSettled{Outcome: o}
	if a.State == ActSending && a.Attempt == o.Attempt {
		s.Accepted, s.Reconnect = true, o.Verdict == Reconnect
		s.Event = a.settle(o, d)
	}
	s.Act = *a
	return s
}

func (a *Act) settle(o ActOutcome, d *Delivery) (event string) {
	a.State, a.Holder, a.Lease = ActWaiting, "", time.Time{}
	trouble := Trouble{Code: o.Code, Message: o.Message, At: o.Ended}
	switch o.Verdict {
	case Done:
		return a.advance(o, d)
	case Never:
		return a.fail(trouble, d)
	case Later, Reconnect, Unknown:
	}
	a.Trouble = trouble
	a.Tries++
	a.Next = o.Ended.Add(max(o.Wait, backoff(string(a.ID), a.Tries)))
	if a.Next.After(a.deadline()) {
		return a.fail(trouble, d)
	}
	return ""
}

// advance notes that a part shows the revision; the next one follows at once.
func (a *Act) advance(o ActOutcome, d *Delivery) (event string) {
	part := &d.Parts[a.Part]
	part.Shows, part.Asked, part.EditedAt = a.Revision, a.Revision, o.Ended
	if o.Receipt.RemoteID != "" {
		part.Receipt = o.Receipt
	}
	a.Trouble, a.Tries = Trouble{}, 0
	if a.Left == 0 {
		return a.done(d, o.Ended)
	}
	a.Next = o.Ended
	return ""
}

// done ends an act whose revision is what the platform shows now.
func (a *Act) done(d *Delivery, now time.Time) (event string) {
	a.end(ActDone, now)
	for i := range d.Parts {
		d.Parts[i].Shows, d.Parts[i].Asked = a.Revision, a.Revision
	}
	d.LiveRevision, d.LiveHash, d.Trouble = a.Revision, a.Hash, Trouble{}
	return "delivery.edited"
}

// fail ends an act that came to nothing, and leaves word of it where people
// look.
func (a *Act) fail(trouble Trouble, d *Delivery) (event string) {
	a.end(ActFailed, trouble.At)
	a.Trouble = trouble
	d.Trouble = Trouble{Code: string(CodeEditFailed), Message: trouble.Message, At: trouble.At}
	return "delivery.edit_failed"
}

func (a *Act) end(as ActState, now time.Time) {
	a.State, a.Ended, a.Next = as, now, time.Time{}
	a.Holder, a.Lease = "", time.Time{}
}

func (a *Act) deadline() time.Time { return a.At.Add(ActTime) }
