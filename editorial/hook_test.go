package editorial_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func TestHookWants(t *testing.T) {
	line := func(action string) editorial.AuditLine {
		return editorial.AuditLine{Calendar: "cal_1", Action: action, Subject: "hook_1"}
	}
	program := editorial.Hook{ID: "hook_1", Calendar: "cal_1", Way: editorial.OutletHook}
	room := editorial.Hook{ID: "hook_1", Calendar: "cal_1", Way: editorial.OutletSlack}
	some := editorial.Hook{ID: "hook_1", Calendar: "cal_1", Way: editorial.OutletSlack, Events: []string{"delivery.*", "post.created"}}
	for action, want := range map[string][3]bool{
		"post.created":       {true, false, true},
		"post.submitted":     {true, true, false},
		"delivery.published": {true, false, true},
		"delivery.failed":    {true, true, true},
		"hook.tested":        {true, true, true},
	} {
		require.Equal(t, want, [3]bool{program.Wants(line(action)), room.Wants(line(action)), some.Wants(line(action))}, action)
	}
	elsewhere := line("delivery.failed")
	elsewhere.Calendar = "cal_2"
	require.False(t, program.Wants(elsewhere))
	tested := line("hook.tested")
	tested.Subject = "hook_2"
	require.False(t, program.Wants(tested), "another's test")
	program.Disable(editorial.CodeHookOff, noon)
	require.False(t, program.Wants(line("delivery.failed")))
}

func TestCheckEvents(t *testing.T) {
	good := []string{"*", "post.*", "post.approved", "delivery.preflight_failed", "account.silent"}
	require.Empty(t, editorial.CheckEvents(good, "/events"))
	for _, bad := range []string{"", "post", "post.approved.x", "Post.approved", ".x", "po*.x", "post approved", "post.é"} {
		require.NotEmpty(t, editorial.CheckEvents([]string{bad}, "/events"), bad)
	}
}

// The schedule is the one that the standard recommends.
func TestHookTries(t *testing.T) {
	d := claimed(editorial.OutletHook, noon)
	now := noon
	var waits []time.Duration
	for d.Settle(editorial.DispatchOutcome{Try: d.Tries, Verdict: editorial.Later, Ended: now}); d.State == editorial.DispatchWaiting; {
		waits = append(waits, d.Next.Sub(now))
		now = d.Next
		d.Claim("here", now)
		d.Settle(editorial.DispatchOutcome{Try: d.Tries, Verdict: editorial.Later, Ended: now})
	}
	require.Equal(t, []time.Duration{
		5 * time.Second, 5 * time.Minute, 30 * time.Minute, 2 * time.Hour, 5 * time.Hour, 10 * time.Hour, 14 * time.Hour, 20 * time.Hour, 24 * time.Hour,
	}, waits)
	require.Equal(t, editorial.DispatchFailed, d.State)
}
