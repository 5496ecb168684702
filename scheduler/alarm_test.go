package scheduler

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// Cron waits for what Next answers, and so does every other of its entries. The
// answer must be counted on the machine's own clock: an instant of the wall
// clock would be hours away where that is set back while cron waits for it.
func TestAlarmIsCountedOnTheMachinesClock(t *testing.T) {
	wall := time.Date(2026, 11, 24, 8, 0, 0, 0, time.UTC)
	for name, row := range map[string]struct{ due, want time.Duration }{
		"soon":       {400 * time.Millisecond, 400 * time.Millisecond},
		"this poll":  {time.Second, time.Second},
		"far ahead":  {3 * time.Hour, time.Second},
		"now":        {0, time.Second},
		"overdue":    {-3 * time.Hour, time.Second},
		"just ahead": {time.Nanosecond, time.Nanosecond},
	} {
		t.Run(name, func(t *testing.T) {
			a := alarm{poll: time.Second, now: func() time.Time { return wall }, due: wall.Add(row.due)}
			after := time.Now()
			next := a.Next(after)
			require.Equal(t, row.want, next.Sub(after))
			require.Regexp(t, ` m=\+`, next.String(), "with a reading of that clock")
		})
	}
}

// What comes sooner than the entry waits for is told by how long it is until
// then, whatever the wall clock has done meanwhile.
func TestAlarmBefore(t *testing.T) {
	wall := time.Date(2026, 11, 24, 8, 0, 0, 0, time.UTC)
	a := alarm{poll: time.Minute, now: func() time.Time { return wall }}
	a.Next(time.Now())
	for _, jump := range []time.Duration{3 * time.Hour, -3 * time.Hour} {
		wall = wall.Add(jump)
		require.True(t, a.before(wall.Add(10*time.Second)))
		require.True(t, a.before(wall.Add(-time.Second)))
		require.False(t, a.before(wall.Add(2*time.Minute)))
	}
}

func TestClocks(t *testing.T) {
	var c clocks
	wall, own := time.Date(2026, 11, 24, 8, 0, 0, 0, time.UTC), time.Now()
	pass := func(wallBy, ownBy time.Duration) time.Duration {
		wall, own = wall.Add(wallBy), own.Add(ownBy)
		return c.read(wall, own)
	}
	const call = 30 * time.Second
	require.Zero(t, pass(0, 0), "the first look has nothing to compare with")
	require.Zero(t, pass(time.Second, time.Second))
	require.Zero(t, pass(jump+time.Second, time.Second), "a clock that is trimmed")
	require.Zero(t, pass(time.Hour, time.Hour), "a long wait")
	require.Zero(t, pass(-3*time.Hour, time.Second), "back: the ledger sees that")
	require.False(t, c.jumped(call))
	require.Equal(t, 3*time.Hour, pass(3*time.Hour+time.Second, time.Second))
	require.True(t, c.jumped(call))
	require.Zero(t, pass(call, call))
	require.True(t, c.jumped(call), "a call that had just begun is over now")
	require.Zero(t, pass(1, 1))
	require.False(t, c.jumped(call))
}
