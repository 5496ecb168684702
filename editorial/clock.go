package editorial

import (
	"slices"
	"time"
)

// ClockSlack is how far from what it should be an instant of the wall clock may
// seem without anybody having set that.
const ClockSlack = time.Second

// codeSetBack is the trouble of a call whose age nobody knows any more.
const codeSetBack = "clock_set_back"

// SetBack tells by how much the wall clock went back since the releaser's lease
// was written, 0 where it did not. The lease is the ledger's memory of the
// clock: nobody takes one that lasts longer than agreed.
func (r Round) SetBack(until time.Time) time.Duration {
	longest := r.Now.Add(r.Terms.OrUsual().Releaser)
	if r.Waited != nil {
		longest = longest.Add(r.Waited())
	}
	if until.After(longest.Add(ClockSlack)) {
		return until.Sub(longest)
	}
	return 0
}

// Settling are the outcomes, none of which can have ended after now: one that
// says so came before the clock went back.
func (r Round) Settling() []Outcome {
	outcomes := slices.Clone(r.Outcomes)
	for i := range outcomes {
		if o := &outcomes[i]; o.Ended.After(r.Now.Add(ClockSlack)) {
			o.Ended = r.Now
		}
	}
	return outcomes
}

// SetBack moves what the machine itself waits for with a wall clock that went
// back: the end of a lease, the next look, the next part of a thread. What
// people planned stays at its wall time. How old a key is nobody knows now, so
// no server is taken to honour it still.
func (d *Delivery) SetBack(by time.Duration) {
	part := d.current()
	if d.Next.IsZero() || part == nil || !d.heard() {
		return
	}
	for _, at := range []*time.Time{&d.Next, &d.Lease, &d.Trouble.At, &part.FirstHeard, &part.LastHeard} {
		if !at.IsZero() {
			*at = at.Add(-by)
		}
	}
	if d.frozen() && d.Trouble.Code != codeRestored {
		d.Trouble.Code, d.Trouble.Message = codeSetBack, "the clock went back while nobody knew whether it had left"
	}
	if d.State == Unsure {
		d.Resend = false
	}
}

// SetBack moves the next call of an act, and the lease of one under way, with a
// wall clock that went back.
func (a *Act) SetBack(by time.Duration) {
	for _, at := range []*time.Time{&a.Next, &a.Lease} {
		if !at.IsZero() {
			*at = at.Add(-by)
		}
	}
}

// SetBack moves the end of a rest with a wall clock that went back.
func (r Rest) SetBack(by time.Duration) Rest {
	for _, at := range []*time.Time{&r.Until, &r.Since} {
		if !at.IsZero() {
			*at = at.Add(-by)
		}
	}
	return r
}

// SetBack moves a planned pause that had begun with a wall clock that went
// back: it still holds. One that was to begin later still does; one that began
// as it was made needs no help.
func (p Pause) SetBack(from, to time.Time) Pause {
	if p.from(to).After(to) && !p.From.After(from) && (p.Until.IsZero() || p.Until.After(from)) {
		p.From = to
	}
	return p
}
