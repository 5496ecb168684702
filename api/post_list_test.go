package api

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// A day of a list is all of it, also the last that can be written.
func TestDayOrInstant(t *testing.T) {
	for text, want := range map[string]time.Time{
		"2026-12-31": time.Date(2026, 12, 31, 23, 0, 0, 0, time.UTC), "2026-12-31T12:00:00+01:00": time.Date(2026, 12, 31, 11, 0, 0, 0, time.UTC), "": {},
	} {
		at, ok := dayOrInstant(text, "Europe/Paris", 1)
		require.True(t, ok, text)
		require.WithinDuration(t, want, at, 0, text)
	}
	for _, zone := range []string{"Europe/Paris", "America/Los_Angeles"} {
		end, ok := dayOrInstant("9999-12-31", zone, 1)
		require.True(t, ok)
		last, ok := dayOrInstant("9999-12-31", zone, 0)
		require.True(t, ok)
		require.GreaterOrEqual(t, end.Sub(last), 24*time.Hour, "the day is in it")
	}
	for _, text := range []string{"2026-02-30", "10000-01-01", "demain"} {
		_, ok := dayOrInstant(text, "Europe/Paris", 1)
		require.False(t, ok, text)
	}
}
