package scheduler

import "time"

// clocks compares two clocks at every round: the wall clock, which decides what
// is due, which people and the network set, and which goes on while the machine
// sleeps; and the machine's own, which nobody sets.
type clocks struct {
	wall, own time.Time
	ahead     time.Time // by the machine's own: when the wall clock was last seen to have run ahead
}

// jump is how far the wall clock must run ahead at once to be noted. A rescue
// leaves far more time than that.
const jump = 5 * time.Second

// read takes both and tells how far the wall clock has run ahead of the
// machine's own since the last time; 0 where it did not.
func (c *clocks) read(wall, own time.Time) time.Duration {
	since := *c
	c.wall, c.own = wall, own
	ahead := wall.Sub(since.wall) - own.Sub(since.own)
	if since.wall.IsZero() || ahead <= jump {
		return 0
	}
	c.ahead = own
	return ahead
}

// jumped tells whether a call that was on the wire when the wall clock ran
// ahead may still be there.
func (c *clocks) jumped(call time.Duration) bool {
	return !c.ahead.IsZero() && c.own.Sub(c.ahead) <= call
}
