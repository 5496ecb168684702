package editorial_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func claimed(way editorial.Outlet, now time.Time) *editorial.Dispatch {
	d := &editorial.Dispatch{ID: "dsp_1", Way: way, State: editorial.DispatchWaiting, Made: now, Next: now, Letter: &editorial.Letter{}}
	d.Claim("here", now)
	return d
}

func TestDispatchSettles(t *testing.T) {
	d := claimed(editorial.OutletMail, noon)
	require.Equal(t, editorial.DispatchSending, d.State)
	require.Equal(t, noon.Add(editorial.DispatchLease), d.Next, "another daemon takes it when this one died")
	require.True(t, d.Settle(editorial.DispatchOutcome{Try: 1, Verdict: editorial.Done, Ended: noon}))
	require.Equal(t, editorial.DispatchDone, d.State)
	require.Nil(t, d.Letter)
	require.True(t, d.Next.IsZero())
	require.False(t, d.Settle(editorial.DispatchOutcome{Try: 1, Verdict: editorial.Later, Ended: noon}), "what is over stays over")

	d = claimed(editorial.OutletMail, noon)
	require.True(t, d.Settle(editorial.DispatchOutcome{Try: 1, Verdict: editorial.Never, Code: "mail_refused", Ended: noon}))
	require.Equal(t, editorial.DispatchFailed, d.State)
	require.Equal(t, "mail_refused", d.Trouble.Code)

	d = claimed(editorial.OutletMail, noon)
	require.True(t, d.Settle(editorial.DispatchOutcome{Try: 1, Verdict: editorial.Later, Wait: time.Hour, Ended: noon}))
	require.Equal(t, noon.Add(time.Hour), d.Next, "who asks to wait is waited for")
}

// Every try waits longer than the one before, and there is an end.
func TestDispatchTries(t *testing.T) {
	d := claimed(editorial.OutletMail, noon)
	now, last := noon, time.Duration(0)
	for d.State == editorial.DispatchSending {
		require.True(t, d.Settle(editorial.DispatchOutcome{Try: d.Tries, Verdict: editorial.Later, Code: "mail_server", Ended: now}))
		if d.State != editorial.DispatchWaiting {
			break
		}
		require.Greater(t, d.Next.Sub(now), last)
		last, now = d.Next.Sub(now), d.Next
		d.Claim("here", now)
	}
	require.Equal(t, editorial.DispatchFailed, d.State)
	require.Equal(t, 9, d.Tries)
	require.Greater(t, now.Sub(noon), 48*time.Hour)
}
