package scheduler

import "time"

// clocks compares two clocks at every round: the wall clock, which decides what
// is due, which people and the network set, and which goes on while the machine
// sleeps; and the machine's own, which nobody sets.
type clocks struct {
	wall, own time.Time
	ahead     time.Time // by the machine's own: when the wall clock was last seen to have run ahead
}

const (
	// jump is how far the wall clock must run ahead at once to be noted. A
	// rescue leaves far more time than that.
	jump = 5 * time.Second
	// trim is what daemons that keep the time take back without setting it.
	trim = 50 * time.Millisecond
)

// read takes both and tells how far the wall clock has run ahead of the
// machine's own since the last time, or gone back; 0 where it did not.
func (c *clocks) read(wall, own time.Time) (ahead, back time.Duration) {
	since := *c
	c.wall, c.own = wall, own
	by := wall.Sub(since.wall) - own.Sub(since.own)
	switch {
	case since.wall.IsZero():
	case by > jump:
		c.ahead = own
		return by, 0
	case by < -trim:
		return 0, -by
	}
	return 0, 0
}

// jumped tells whether a call that was on the wire when the wall clock ran
// ahead may still be there.
func (c *clocks) jumped(call time.Duration) bool {
	return !c.ahead.IsZero() && c.own.Sub(c.ahead) <= call
}
