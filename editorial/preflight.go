package editorial

import (
	"slices"
	"time"
)

// The times at which a delivery is looked at ahead of its instant.
const (
	FirstLook = 24 * time.Hour
	LastLook  = time.Hour
)

// Preflight is what the last look ahead of a delivery's instant found.
type Preflight struct {
	Ahead time.Duration // FirstLook or LastLook; 0: not looked yet
	At    time.Time     // when it looked
	Found []Hold        // what would stop the delivery
	Next  time.Time     // when to look next; zero: not again
}

// Foreseen is what one look found, for the ledger and for the log.
type Foreseen struct {
	Delivery  Delivery // as it was looked at
	Preflight Preflight
	News      []Hold   // what people have not been told yet
	Links     []string // that leave with it, to be followed now
}

// Foresee looks at a delivery ahead of its due instant: the gate's reasons as
// of that instant, and what its platform said. Each of the two looks tells all
// that it finds; one that repeats a look tells only what it had not found.
func Foresee(c Case, platform []Hold) Foreseen {
	d := c.Delivery
	seen := Preflight{Ahead: FirstLook, At: c.Now, Next: d.Due.Add(-LastLook)}
	if !c.Now.Before(seen.Next) {
		seen.Ahead, seen.Next = LastLook, time.Time{}
	}
	if !c.Foreseeable() {
		return Foreseen{Delivery: *d, Preflight: seen}
	}
	for _, hold := range slices.Concat(Gate(c.atDue()), Warnings(c), platform) {
		if !has(seen.Found, hold) {
			seen.Found = append(seen.Found, hold)
		}
	}
	found := Foreseen{Delivery: *d, Preflight: seen, Links: c.Content.LinksOn(d.Channel)}
	for _, hold := range seen.Found {
		if last := d.Preflight; last.Ahead != seen.Ahead || !has(last.Found, hold) {
			found.News = append(found.News, hold)
		}
	}
	return found
}

// IsPlatform tells whether the hold is what a platform said when it was asked,
// which the gate does not know of.
func (h Hold) IsPlatform() bool {
	return slices.Contains([]Code{CodePlatformSilent, CodePlatformRefuses, CodePlatformFull, CodeClockDiffers, CodeMustConnect}, h.Code)
}

func has(holds []Hold, one Hold) bool {
	return slices.ContainsFunc(holds, func(h Hold) bool { return h.Code == one.Code && h.About == one.About })
}

// Foreseeable tells whether looking ahead says anything: the post is more than
// an idea, waits for its time, and was put away neither by itself nor with its
// calendar.
func (c Case) Foreseeable() bool {
	d := c.Delivery
	waits := d.State == Planned || d.State == Scheduled || d.State == Held
	return waits && !d.begun() && c.Now.Before(d.Due) && c.Post.State != Archived && c.Post.State != Idea && c.Calendar.inUse() == nil
}

// lookAhead plans the looks at a delivery whose instant is new.
func (d *Delivery) lookAhead(due time.Time) {
	d.Preflight = Preflight{}
	if !due.IsZero() {
		d.Preflight.Next = due.Add(-FirstLook)
	}
}

// lookAgain has what was found looked at afresh, since a person changed
// something.
func (d *Delivery) lookAgain(now time.Time) {
	if len(d.Preflight.Found) > 0 && now.Before(d.Due) {
		d.Preflight.Next = now
	}
}

// Foreseen lists what would stop the delivery as far as is known: nothing
// while a person's change has not been looked at.
func (d *Delivery) Foreseen() []Hold {
	p := d.Preflight
	again := !p.Next.IsZero() && !p.Next.Equal(d.Due.Add(-LastLook))
	if d.State != Planned && d.State != Scheduled || again {
		return nil
	}
	return p.Found
}

// ExpiryWarning is the last warning that a channel's credentials run out.
type ExpiryWarning struct {
	Expires time.Time // the end it was about
	Days    int       // 14, 7 or 1
}

// ExpiryDue returns the warning that is due now, if one is: 14, 7 and 1 days
// before the credentials run out, each once.
func (c Channel) ExpiryDue(now time.Time) (ExpiryWarning, bool) {
	if c.ExpiresAt.IsZero() || !c.Archived.IsZero() || c.State == Disconnected {
		return ExpiryWarning{}, false
	}
	for _, days := range []int{1, 7, FirstExpiryWarning} {
		if now.Before(c.ExpiresAt.AddDate(0, 0, -days)) {
			continue
		}
		told := c.Warned.Expires.Equal(c.ExpiresAt) && c.Warned.Days <= days
		return ExpiryWarning{Expires: c.ExpiresAt, Days: days}, !told
	}
	return ExpiryWarning{}, false
}

// FirstExpiryWarning is how many days ahead the first warning comes.
const FirstExpiryWarning = 14
