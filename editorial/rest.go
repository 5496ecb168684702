package editorial

import "time"

// Strain is what a call said about the account it was made for, beside what it
// said about the delivery.
type Strain string

// The strains.
const (
	StrainNone    Strain = ""         // no call was made
	StrainNothing Strain = "answered" // the platform answered, whatever it said
	StrainLimited Strain = "limited"  // it asked to leave the account in peace for a while
	StrainSilent  Strain = "silent"   // no answer came, or one that says nothing
)

// Rest keeps an account from being called for a while: because its platform
// asked for it, or because call after call brought no answer. Every channel
// that is connected to the account rests with it; no other does.
type Rest struct {
	Reason   Strain
	Until    time.Time
	Failures int       // calls without an answer in a row
	Since    time.Time // the first of them
}

// silentAfter is how many calls without an answer in a row open the circuit.
const silentAfter = 5

// The times of an open circuit: each failed try doubles the time to the next.
const (
	shortestRest = 30 * time.Second
	longestRest  = 5 * time.Minute
)

// Active tells whether the account may not be called yet.
func (r Rest) Active(now time.Time) bool { return now.Before(r.Until) }

// Open tells whether the account's circuit is open: it is tried from time to
// time until it answers.
func (r Rest) Open() bool { return r.Failures >= silentAfter }

// The events of an account, for the record.
const (
	AccountSilent  = "account.silent"
	AccountAnswers = "account.answers"
)

// After is the rest that follows from a call's outcome, and the event that
// people hear of: the circuit has opened, or the account answers again.
func (r Rest) After(o Outcome) (next Rest, event string) {
	switch o.Strain {
	case StrainSilent:
		return r.failed(o.Ended)
	case StrainLimited:
		next = Rest{Reason: StrainLimited, Until: o.Ended.Add(o.wait())}
		if r.Until.After(next.Until) {
			next.Until = r.Until
		}
	case StrainNothing:
		if r.Reason == StrainLimited && r.Active(o.Ended) { // an answer to a call that was on the wire already
			return r, ""
		}
	case StrainNone:
		return r, ""
	}
	if r.Open() {
		event = AccountAnswers
	}
	return next, event
}

func (r Rest) failed(now time.Time) (Rest, string) {
	next := r
	next.Failures++
	if r.Failures == 0 {
		next.Since = now
	}
	if !next.Open() {
		return next, ""
	}
	until := now.Add(min(shortestRest<<min(next.Failures-silentAfter, 8), longestRest))
	if until.After(next.Until) {
		next.Reason, next.Until = StrainSilent, until
	}
	if r.Open() {
		return next, ""
	}
	return next, AccountSilent
}

// restHolds keep a delivery while its account rests.
func (c Case) restHolds() []Hold {
	rest := c.channel().Rest
	if !rest.Active(c.Now) {
		return nil
	}
	code := CodeAccountSilent
	if rest.Reason == StrainLimited {
		code = CodeAccountLimited
	}
	return []Hold{{Code: code, About: string(c.Delivery.Channel), Until: rest.Until}}
}
