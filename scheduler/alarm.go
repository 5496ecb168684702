package scheduler

import (
	"sync"
	"time"

	"github.com/robfig/cron/v3"
)

// alarm is the cron entry that rings the releaser: a timer's precision with a
// table's memory. Its schedule answers from memory when the next delivery is
// due, and never more than a poll ahead, so that nothing is overslept.
type alarm struct {
	poll time.Duration    // the longest that Next looks ahead
	now  func() time.Time // the wall clock, by which deliveries are due

	changing sync.Mutex // the entry
	cron     *cron.Cron
	entry    cron.EntryID
	ring     func()

	mu  sync.Mutex
	due time.Time // the next instant that is known; zero: none
	set time.Time // what the entry waits for now, by the machine's own clock
}

// arm puts the entry into cron, which must not be running yet.
func (a *alarm) arm(c *cron.Cron, ring func()) {
	a.changing.Lock()
	defer a.changing.Unlock()
	a.cron, a.ring = c, ring
	a.entry = c.Schedule(a, cron.FuncJob(ring))
}

// change replaces the entry, so that cron asks Next afresh. Cron calls Next
// meanwhile, so the lock on what Next reads is not held here.
func (a *alarm) change() {
	a.changing.Lock()
	defer a.changing.Unlock()
	if a.cron == nil {
		return
	}
	a.cron.Remove(a.entry)
	a.entry = a.cron.Schedule(a, cron.FuncJob(a.ring))
}

// Next implements cron.Schedule. It answers by how long to wait, on the clock
// that cron asks with: an instant of the wall clock would have cron sleep for
// hours, and all its entries with it, where that clock is set back right now.
func (a *alarm) Next(after time.Time) time.Time {
	a.mu.Lock()
	defer a.mu.Unlock()
	wait := a.poll
	if due := a.due.Sub(a.now()); 0 < due && due < wait {
		wait = due
	}
	a.set = after.Add(wait)
	return a.set
}

// before tells whether an instant comes before what the entry waits for.
func (a *alarm) before(due time.Time) bool { return due.Sub(a.now()) < time.Until(a.set) }

// reset says when the next delivery is due, after a round.
func (a *alarm) reset(due time.Time) {
	a.mu.Lock()
	a.due = due
	sooner := !due.IsZero() && a.before(due)
	a.mu.Unlock()
	if sooner {
		a.change()
	}
}

// earlier says that a commit brought a delivery due before the others.
func (a *alarm) earlier(due time.Time) {
	a.mu.Lock()
	sooner := a.due.IsZero() || due.Before(a.due)
	if sooner {
		a.due = due
	}
	sooner = sooner && a.before(due)
	a.mu.Unlock()
	if sooner {
		a.change()
	}
}
