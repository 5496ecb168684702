package editorial

import (
	"time"
)

// Step is what the releaser does with a delivery.
type Step string

// The steps. Only the first three go out to the platform.
const (
	StepSend    Step = "send"
	StepLook    Step = "look"    // read back an unclear outcome
	StepPrepare Step = "prepare" // upload media ahead of the instant
	StepNone    Step = ""        // nothing now; the delivery says when next
)

// Work is one claimed step: everything its carrier needs, and no more.
type Work struct {
	Step     Step
	Delivery Delivery // as claimed
	Attempt  int
	Index    int // of the part
	Part     Part
	Sent     PartSent
	Root     Receipt
	Parent   Receipt
	Account  Account
	Taken    []Receipt // of a look: of what else is on the account, as the ledger knows
	Lease    time.Time
	Terms    Terms
}

// freshFor is how long a preparation is good; adapters promise an hour.
const freshFor = 50 * time.Minute

// recheck is how soon a delivery that waits for the machine is looked at again.
const recheck = 15 * time.Second

// Open claims what is to be done with a delivery now, or settles that nothing
// can leave: it is held, missed, or not due. The caller stores the delivery
// either way, and the attempt where there is a step, before anything is called.
func (d *Delivery) Open(c Case, holder string) Step {
	if d.Next.IsZero() || c.Now.Before(d.Next) {
		return StepNone
	}
	switch d.State {
	case Sending:
		if c.Jumped { // the sender's own clock has not run on: its call may be on the wire
			d.Next = c.Now.Add(recheck)
			return StepNone
		}
		d.expire(c.Now)
		return StepNone
	case Unsure:
		return d.openUnsure(c, holder)
	case Scheduled, Held:
		return d.openWaiting(c, holder)
	case Planned, Published, Missed, Failed, Dropped:
		d.Next = time.Time{}
	}
	return StepNone
}

// expire gives up waiting for a sender that never answered: its call may have
// been heard, so the platform is read back.
func (d *Delivery) expire(now time.Time) {
	code, message := "no_answer", "the sender stopped before the platform answered"
	if d.Trouble.Code == codeSetBack {
		code, message = d.Trouble.Code, d.Trouble.Message
	}
	d.unsure(code, message, now, now)
}

// openUnsure looks for an unclear part, or repeats it. Where the channel is
// connected to another account by now nothing of it can be seen there, and that
// it is not there would mean nothing.
func (d *Delivery) openUnsure(c Case, holder string) Step {
	if c.Content.HashFor(c.channel()) != d.Hash {
		d.Resend, d.Next = false, time.Time{}
		return StepNone
	}
	if rest := c.channel().Rest; rest.Active(c.Now) { // neither looks nor repeats get through
		d.Next, d.Resend = rest.Until, false
		return StepNone
	}
	if !d.Resend || c.Now.Sub(d.Next) > recheck { // what the look said of the key is too old
		d.Resend = false
		return d.lease(StepLook, c, holder)
	}
	if !d.begun() && (c.Now.After(d.deadline()) || c.moved()) || len(Gate(c)) > 0 {
		d.Resend, d.Next = false, time.Time{}
		return StepNone
	}
	return d.send(c, holder)
}

// moved tells whether people gave the post another time, or took the channel
// out, since the delivery was last planned.
func (c Case) moved() bool {
	d := c.Delivery
	return !c.Post.Content.Has(d.Channel) || !c.Post.dueOf(d).Equal(d.Due)
}

// openWaiting plans the delivery first: what people changed while its call was
// on the wire counts now that it has surely not left.
func (d *Delivery) openWaiting(c Case, holder string) Step {
	if c.Post.planOne(d, Desk{Calendar: c.Calendar, Channels: c.Channels, Now: c.Now}); d.Next.IsZero() || c.Now.Before(d.Next) {
		return StepNone
	}
	if !d.begun() && c.Now.After(d.deadline()) {
		d.miss(CodeTooLateNow, c.Now)
		return StepNone
	}
	d.pin(c)
	early := !d.begun() && c.Now.Before(d.Due)
	holds := Gate(c.atDue())
	if len(holds) > 0 && !early {
		d.holdBack(holds, c.Now)
		return StepNone
	}
	if d.unprepared(c) {
		return d.openPreparing(c, holder, holds)
	}
	if early {
		d.schedule(d.Due)
		return StepNone
	}
	return d.send(c, holder)
}

// atDue is the case at the due instant where that lies ahead: what stops the
// delivery only until then does not keep its media from being uploaded. The rest
// of a thread waits for no instant, even where a clock was set back to before it.
func (c Case) atDue() Case {
	if !c.Delivery.begun() && c.Now.Before(c.Delivery.Due) {
		c.Now = c.Delivery.Due
	}
	return c
}

// openPreparing has media uploaded, once nothing stops the delivery. Until its
// instant it need not say what does.
func (d *Delivery) openPreparing(c Case, holder string, holds []Hold) Step {
	if len(holds) == 0 {
		if first := &d.Parts[0]; !first.PreparedAt.IsZero() { // too old: it begins anew
			first.Prepared, first.PreparedAt = nil, time.Time{}
		}
		d.State, d.Holds = Scheduled, nil
		return d.lease(StepPrepare, c, holder)
	}
	d.Next = c.Now.Add(recheck)
	if d.Next.After(d.Due) {
		d.Next = d.Due
	}
	return StepNone
}

// pin fixes the revision to send, and the keys: a part keeps its key as long
// as its content stays the same.
func (d *Delivery) pin(c Case) {
	if d.begun() {
		return
	}
	hash := c.Content.HashFor(c.channel())
	d.Revision = c.Revision
	if hash == d.Hash && len(d.Parts) > 0 {
		return
	}
	d.Hash, d.Parts = hash, nil
	for _, part := range c.Content.Parts(d.Channel) {
		d.Parts = append(d.Parts, PartSent{Kind: part.Kind, State: PartWaiting, Key: newKey(), KeyAt: c.Now})
	}
}

func newKey() string { return NewID[string]("key") }

// unprepared tells whether the first part still has media to upload.
func (d *Delivery) unprepared(c Case) bool {
	first := d.Parts[0]
	if first.State == PartPublished || !needsPreparing(c.Content.Parts(d.Channel)[0], c.channel().Limits) {
		return false
	}
	return first.PreparedAt.IsZero() || c.Now.Sub(first.PreparedAt) > freshFor
}

func (d *Delivery) send(c Case, holder string) Step {
	part := d.current()
	part.State = PartSending
	part.Attempts++
	if part.FirstHeard.IsZero() { // the key counts from its first call that may be heard
		part.FirstHeard, part.KeyAt = c.Now, c.Now
	}
	part.LastHeard = c.Now
	d.State, d.Holds = Sending, nil
	return d.lease(StepSend, c, holder)
}

// lease marks the delivery as somebody's until its lease runs out, and the
// call that somebody may still be making then has timed out.
func (d *Delivery) lease(step Step, c Case, holder string) Step {
	terms := c.Terms.OrUsual().of(step, c.Content.Parts(d.Channel)[d.currentIndex()])
	d.Attempt++
	d.Holder, d.Lease = holder, c.Now.Add(terms.Lease)
	d.Next = d.Lease.Add(terms.Call)
	return step
}

// Work describes a step that Open claimed.
func (d *Delivery) Work(step Step, c Case) Work {
	index := d.currentIndex()
	part := c.Content.Parts(d.Channel)[index]
	work := Work{
		Step: step, Delivery: *d, Attempt: d.Attempt, Index: index, Part: part,
		Sent: d.Parts[index], Account: c.channel().Account(), Lease: d.Lease, Terms: c.Terms.OrUsual().of(step, part),
	}
	if index > 0 {
		work.Root, work.Parent = d.Parts[0].Receipt, d.Parts[index-1].Receipt
	}
	return work
}

// holdBack writes down why a due delivery may not leave. It is looked at again
// when the reasons end, soon where nobody knows when the machine will mend it,
// and at its deadline in any case. One that is known to wait past its deadline
// is missed now, while people can still do something about it.
func (d *Delivery) holdBack(holds []Hold, now time.Time) {
	person, until, known := ends(holds)
	if !person && !d.begun() && until.After(d.deadline()) {
		d.miss(CodeStoppedTooLong, now)
		d.Holds = holds
		return
	}
	d.State, d.Holds = Held, holds
	d.Holder, d.Lease = "", time.Time{}
	d.Stopped = d.Stopped || person && !d.begun()
	d.Next = now.Add(recheck)
	if known && until.After(now) {
		d.Next = until
	}
	if d.begun() {
		return
	}
	last := d.deadline().Add(time.Millisecond)
	if person { // nothing lets it go by itself, but a pause that ends is no longer why
		d.Next = firstEnd(holds, now)
	}
	if d.Next.IsZero() || d.Next.After(last) {
		d.Next = last
	}
}

// firstEnd is when the first of the reasons ends whose end is known; zero where
// none is.
func firstEnd(holds []Hold, now time.Time) (first time.Time) {
	for _, hold := range holds {
		if hold.Until.After(now) && (first.IsZero() || hold.Until.Before(first)) {
			first = hold.Until
		}
	}
	return first
}

// ends tells whether a person is among the reasons, when the last of those
// whose end is known ends, and whether that is all of them.
func ends(holds []Hold) (person bool, until time.Time, known bool) {
	known = true
	for _, hold := range holds {
		person = person || hold.Person
		known = known && !hold.Until.IsZero()
		if hold.Until.After(until) {
			until = hold.Until
		}
	}
	return person, until, known
}

// Ends returns when the last of the reasons ends, where that comes by itself
// and is known; the zero time where there are none.
func Ends(holds []Hold) (time.Time, bool) {
	person, until, known := ends(holds)
	return until, known && !person
}

func (d *Delivery) miss(code Code, now time.Time) {
	d.State, d.Next = Missed, time.Time{}
	d.Holder, d.Lease = "", time.Time{}
	d.Trouble = Trouble{Code: string(code), At: now}
}

// StillWith tells whether the work is its carrier's to begin: the lease holds
// for the length of a call, no pause has come since, and no clock was set back
// to before its instant.
func (d *Delivery) StillWith(w Work, pauses []Pause, post *Post, now time.Time) bool {
	if d.Attempt != w.Attempt || d.Holder != w.Delivery.Holder || !now.Add(w.Terms.Call).Before(d.Lease) {
		return false
	}
	if w.Step != StepSend {
		return true
	}
	if first := !w.Delivery.begun() && !w.Delivery.Resend; first && now.Before(w.Delivery.Due) {
		return false
	}
	for _, pause := range pauses {
		if pause.Active(now) && pause.Covers(post, d.Channel) {
			return false
		}
	}
	return true
}

// Reason is the code of what keeps the delivery from leaving, for the record.
func (d *Delivery) Reason() string {
	if d.State == Held && len(d.Holds) > 0 {
		return string(d.Holds[0].Code)
	}
	return d.Trouble.Code
}

// codeRestored is the trouble of a call that the ledger knows nothing of: not
// when it was made, nor with which key.
const codeRestored = "restored"

// Doubt is for a restored ledger: the delivery may have left after the backup
// was made. It is read back, and never leaves by itself. What was on the wire or
// unclear at the backup may have been sent again since, with another key.
func (d *Delivery) Doubt(c Case) {
	if !d.frozen() {
		d.pin(c)
		d.current().FirstHeard = d.Due
	}
	d.current().LastHeard = c.Now
	d.unsure(codeRestored, "the database was restored after this came due", c.Now, c.Now.Add(c.Terms.OrUsual().Looks[0]))
	d.Stopped = true
}
