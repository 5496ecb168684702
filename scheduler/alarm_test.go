package scheduler

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
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
	pass := func(wallBy, ownBy time.Duration) (ahead, back time.Duration) {
		wall, own = wall.Add(wallBy), own.Add(ownBy)
		return c.read(wall, own)
	}
	for _, row := range []struct {
		what        string
		wall, own   time.Duration
		ahead, back time.Duration
		jumped      bool
	}{
		{"nothing to compare with", 0, 0, 0, 0, false},
		{"a poll", time.Second, time.Second, 0, 0, false},
		{"a clock that is trimmed", time.Second - trim, time.Second, 0, 0, false},
		{"a step", time.Second + jump, time.Second, 0, 0, false},
		{"a long wait", time.Hour, time.Hour, 0, 0, false},
		{"back by a second", 0, time.Second, 0, time.Second, false},
		{"back by hours", -3 * time.Hour, time.Second, 0, 3*time.Hour + time.Second, false},
		{"ahead", 3*time.Hour + time.Second, time.Second, 3 * time.Hour, 0, true},
		{"a call that began before is over now", editorial.CallTimeout, editorial.CallTimeout, 0, 0, true},
		{"surely", 1, 1, 0, 0, false},
	} {
		ahead, back := pass(row.wall, row.own)
		require.Equal(t, row.ahead, ahead, row.what)
		require.Equal(t, row.back, back, row.what)
		require.Equal(t, row.jumped, c.jumped(editorial.CallTimeout), row.what)
	}
}
