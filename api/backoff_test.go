package api

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

var nine = time.Date(2026, 10, 1, 9, 0, 0, 0, time.UTC)

// A few tries are free; then each costs twice the patience of the one before,
// up to a quarter of an hour.
func TestBackoff(t *testing.T) {
	b, now := newBackoff(freeTries), nine
	for i := range freeTries {
		require.Zero(t, b.try("a", now), i)
	}
	for _, seconds := range []int{1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900} {
		wait := time.Duration(seconds) * time.Second
		require.Equal(t, wait, b.try("a", now))
		require.Equal(t, time.Millisecond, b.try("a", now.Add(wait-time.Millisecond)), "what comes too early is not counted")
		now = now.Add(wait)
		require.Zero(t, b.try("a", now))
	}
	require.Zero(t, b.try("b", now), "others are not concerned")
	b.forget("a")
	require.Zero(t, b.try("a", now))
}

func TestBackoffForgets(t *testing.T) {
	b := newBackoff(1)
	require.Zero(t, b.try("a", nine))
	require.Positive(t, b.try("a", nine))
	require.Zero(t, b.try("a", nine.Add(triesKept)))
	require.Len(t, b.keys, 1)
}

// What many keys at once take in memory is bounded: those who come too late
// share one count.
func TestBackoffIsBounded(t *testing.T) {
	b := newBackoff(2)
	for i := range maxThrottled {
		require.Zero(t, b.try(fmt.Sprint(i), nine))
	}
	require.Zero(t, b.try("late", nine))
	require.Zero(t, b.try("later", nine))
	require.Positive(t, b.try("latest", nine))
	require.Zero(t, b.try("0", nine), "whoever is known keeps their own")
	require.Len(t, b.keys, maxThrottled)
	require.Zero(t, b.try("next", nine.Add(triesKept)))
	require.Len(t, b.keys, 1)
}

// However many networks an account is tried from, it is tried ever less often;
// and one network does not try many accounts quickly.
func TestDoors(t *testing.T) {
	d := newDoors()
	for i := range freeTriesAll {
		require.Zero(t, d.try("olive@example.org", fmt.Sprintf("192.0.2.%d", i), nine), i)
	}
	require.Equal(t, time.Second, d.try("olive@example.org", "198.51.100.1", nine))
	d.opened("olive@example.org", "198.51.100.1")
	require.Zero(t, d.try("olive@example.org", "198.51.100.2", nine))

	for i := range networkTries {
		require.Zero(t, d.try(fmt.Sprintf("%d@example.org", i), "203.0.113.1", nine), i)
	}
	require.Positive(t, d.try("another@example.org", "203.0.113.1", nine))
	require.Zero(t, d.try("another@example.org", "203.0.113.1", nine.Add(time.Second)))
}
