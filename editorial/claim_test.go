package editorial_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// What the releaser does with a delivery in each state, at its time.
func TestOpen(t *testing.T) {
	for _, row := range []struct {
		state, then editorial.DeliveryState
		step        editorial.Step
	}{
		{editorial.Planned, editorial.Planned, editorial.StepNone},
		{editorial.Scheduled, editorial.Sending, editorial.StepSend},
		{editorial.Held, editorial.Missed, editorial.StepNone},
		{editorial.Sending, editorial.Unsure, editorial.StepNone},
		{editorial.Unsure, editorial.Unsure, editorial.StepLook},
		{editorial.Published, editorial.Published, editorial.StepNone},
		{editorial.Missed, editorial.Missed, editorial.StepNone},
		{editorial.Failed, editorial.Failed, editorial.StepNone},
		{editorial.Dropped, editorial.Dropped, editorial.StepNone},
	} {
		r := inDelivery(t, row.state)
		if next := r.on(wall).Next; !next.IsZero() {
			r.now = next
		}
		r.claim(wall, row.step)
		require.Equal(t, row.then, r.on(wall).State, row.state)
	}
}

// A row that should be at rest is put to rest.
func TestOpenOfWhatHasEnded(t *testing.T) {
	for _, state := range []editorial.DeliveryState{editorial.Planned, editorial.Published, editorial.Missed, editorial.Failed, editorial.Dropped} {
		r := inDelivery(t, state)
		r.on(wall).Next = r.now
		r.claim(wall, editorial.StepNone)
		require.Equal(t, state, r.on(wall).State)
		require.Zero(t, r.on(wall).Next)
	}
}

// Nothing happens before its time, and nothing by itself that waits for a
// person.
func TestOpenTooEarly(t *testing.T) {
	for _, state := range []editorial.DeliveryState{editorial.Scheduled, editorial.Held, editorial.Sending, editorial.Unsure} {
		r := inDelivery(t, state)
		r.now = r.on(wall).Next.Add(-time.Millisecond)
		before := *r.on(wall)
		r.claim(wall, editorial.StepNone)
		require.Empty(t, cmp.Diff(before, *r.on(wall)), state)
	}
	r := inDelivery(t, editorial.Unsure)
	r.now = r.on(wall).Next
	r.claim(wall, editorial.StepLook)
	r.settle(wall, absent(editorial.Unknowable))
	require.True(t, r.on(wall).ForPerson())
	r.now = r.now.Add(24 * time.Hour)
	r.claim(wall, editorial.StepNone)
}

func TestClaim(t *testing.T) {
	r := approved(t).late(time.Second)
	r.claim(wall, editorial.StepSend)
	d := r.on(wall)
	require.Equal(t, editorial.Sending, d.State)
	require.EqualValues(t, "publishing", r.post.Status)
	require.Equal(t, 1, d.Revision)
	require.Equal(t, r.post.Content.HashFor(r.channels[wall]), d.Hash)
	require.Equal(t, 1, d.Attempt)
	require.Equal(t, "daemon", d.Holder)
	require.Equal(t, r.now.Add(editorial.LeaseTime), d.Lease)
	require.Equal(t, d.Lease.Add(editorial.CallTimeout), d.Next, "a rescue waits until the call has timed out")
	require.Less(t, editorial.CallTimeout, editorial.LeaseTime)

	w := r.work[wall]
	require.NotEmpty(t, w.Sent.Key)
	require.Equal(t, editorial.Work{
		Step: editorial.StepSend, Delivery: *d, Attempt: 1, Part: editorial.Part{Kind: editorial.PartPost, Text: "We open today", Language: "en"},
		Sent: editorial.PartSent{
			Kind: editorial.PartPost, State: editorial.PartSending, Key: w.Sent.Key, KeyAt: r.now, FirstHeard: r.now, LastHeard: r.now, Attempts: 1,
		},
		Account: r.channels[wall].Account(), Lease: d.Lease, Terms: editorial.UsualTerms(),
	}, w)
}

// Lateness is checked when the first part is claimed, to the instant.
func TestLateness(t *testing.T) {
	for _, row := range []struct {
		late time.Duration
		step editorial.Step
		then editorial.DeliveryState
	}{
		{0, editorial.StepSend, editorial.Sending},
		{tolerance, editorial.StepSend, editorial.Sending},
		{tolerance + 1, editorial.StepNone, editorial.Missed},
	} {
		r := approved(t).late(row.late)
		r.claim(wall, row.step)
		require.Equal(t, row.then, r.on(wall).State, row.late)
		if row.then == editorial.Missed {
			require.Equal(t, editorial.Trouble{Code: string(editorial.CodeTooLateNow), At: r.now}, r.on(wall).Trouble)
			require.Zero(t, r.on(wall).Next)
		}
	}
}

// A delivery that the machine holds is looked at again soon, and goes when the
// reason ends in time; one that a person stopped waits for its end.
func TestHeldDeliveries(t *testing.T) {
	t.Run("by the machine", func(t *testing.T) {
		r := approved(t).late(0)
		withChannel(wall, func(c *editorial.Channel) { c.State = editorial.MustConnect })(r)
		for range 3 {
			r.claim(wall, editorial.StepNone)
			require.Equal(t, editorial.Held, r.on(wall).State)
			require.Equal(t, r.now.Add(15*time.Second), r.on(wall).Next)
			r.now = r.on(wall).Next
		}
		withChannel(wall, func(c *editorial.Channel) { c.State = editorial.Connected })(r)
		r.claim(wall, editorial.StepSend)
		require.Empty(t, r.on(wall).Holds)
	})
	t.Run("by the machine until its end", func(t *testing.T) {
		r := approved(t).late(tolerance - time.Second)
		withChannel(wall, func(c *editorial.Channel) { c.State = editorial.MustConnect })(r)
		r.claim(wall, editorial.StepNone)
		require.Equal(t, due.Add(tolerance+time.Millisecond), r.on(wall).Next)
		r.now = r.on(wall).Next
		r.claim(wall, editorial.StepNone)
		require.Equal(t, editorial.Missed, r.on(wall).State)
	})
	t.Run("by a person", func(t *testing.T) {
		r := approved(t).late(0)
		r.pause(editorial.Scope{All: true}, noon, time.Time{})
		r.claim(wall, editorial.StepNone)
		require.True(t, r.on(wall).Stopped)
		require.Equal(t, due.Add(tolerance+time.Millisecond), r.on(wall).Next)
		r.pauses[0].Until = due.Add(time.Second)
		r.now = r.on(wall).Next
		r.claim(wall, editorial.StepNone)
		require.Equal(t, editorial.Missed, r.on(wall).State)
	})
	t.Run("half-way, for as long as it takes", func(t *testing.T) {
		r := approved(t, threadOnRibbon).late(0)
		r.answers(ribbon, editorial.Done)
		r.pause(editorial.Scope{All: true}, due, time.Time{})
		for r.now.Before(due.Add(tolerance + time.Hour)) {
			r.claim(ribbon, editorial.StepNone)
			require.Equal(t, r.now.Add(15*time.Second), r.on(ribbon).Next)
			r.now = r.on(ribbon).Next.Add(time.Minute)
		}
		r.pauses[0].Until = r.now
		r.claim(ribbon, editorial.StepSend)
	})
}

// Media is uploaded ahead of the instant, and is not older than the hour that
// adapters promise when the part leaves.
func TestPreparing(t *testing.T) {
	ahead := func(t *testing.T) *room {
		t.Helper()
		return approved(t, withGallery).late(-10 * time.Minute)
	}
	t.Run("then it leaves at its time", func(t *testing.T) {
		r := ahead(t)
		r.claim(gallery, editorial.StepPrepare)
		require.Equal(t, editorial.Scheduled, r.on(gallery).State)
		r.late(-9*time.Minute).settle(gallery, editorial.Outcome{Verdict: editorial.Done, Prepared: []byte("box")})
		require.Equal(t, due, r.on(gallery).Next)
		r.late(0).claim(gallery, editorial.StepSend)
		require.Equal(t, []byte("box"), r.work[gallery].Sent.Prepared)
		require.Equal(t, due, r.work[gallery].Sent.KeyAt, "its key counts from its first call")
	})
	t.Run("it has the time that its largest file takes on a slow line", func(t *testing.T) {
		const mebi = 1 << 20
		for bytes, longer := range map[int64]time.Duration{
			100: 0, mebi: 8 * time.Second, 16 * mebi: 128 * time.Second, 2048 * mebi: 5 * time.Minute,
		} {
			large := picture("a")
			large.Bytes = bytes
			usual, r := editorial.UsualTerms(), newRoom(t)
			r.channels[gallery].Limits.Media.Types["image/png"] = bytes
			r.write(withGallery, func(s *editorial.Sheet) {
				s.Content.Variants = map[editorial.ChannelID]editorial.Variant{gallery: {Media: &[]editorial.MediaUse{large}}}
			})
			r.does(editorial.Manager, editorial.MoveApprove)
			r.late(-10 * time.Minute)
			r.claim(gallery, editorial.StepPrepare)
			d, w := r.on(gallery), r.work[gallery]
			require.Equal(t, usual.Call+longer, w.Terms.Call)
			require.Equal(t, r.now.Add(usual.Lease+longer), d.Lease)
			require.Equal(t, d.Lease.Add(w.Terms.Call), d.Next, "a rescue waits for the lease and for the call")
			r.settle(gallery, editorial.Outcome{Verdict: editorial.Done})
			r.late(0).claim(gallery, editorial.StepSend)
			require.Equal(t, usual, r.work[gallery].Terms, "a call that may be heard has what every call has")
			require.Equal(t, r.now.Add(usual.Lease), r.on(gallery).Lease)
		}
	})
	t.Run("late, it is uploaded first", func(t *testing.T) {
		r := ahead(t).late(time.Minute)
		r.claim(gallery, editorial.StepPrepare)
		r.settle(gallery, editorial.Outcome{Verdict: editorial.Done})
		require.Equal(t, r.now, r.on(gallery).Next)
		r.claim(gallery, editorial.StepSend)
	})
	t.Run("at the end of its tolerance", func(t *testing.T) {
		r := ahead(t).late(tolerance)
		r.claim(gallery, editorial.StepPrepare)
		r.late(tolerance+1).settle(gallery, editorial.Outcome{Verdict: editorial.Done})
		r.claim(gallery, editorial.StepNone)
		require.Equal(t, editorial.Missed, r.on(gallery).State)
	})
	t.Run("an upload is used for fifty minutes", func(t *testing.T) {
		for age, step := range map[time.Duration]editorial.Step{
			50 * time.Minute: editorial.StepSend, 50*time.Minute + 1: editorial.StepPrepare,
		} {
			r := approved(t, withGallery, func(s *editorial.Sheet) { s.Lateness = 2 * time.Hour }).late(-10 * time.Minute)
			r.claim(gallery, editorial.StepPrepare)
			r.late(0).settle(gallery, editorial.Outcome{Verdict: editorial.Done})
			r.late(age).claim(gallery, step)
		}
	})
	t.Run("what takes longer than a call goes on", func(t *testing.T) {
		r := ahead(t)
		for _, verdict := range []editorial.Verdict{editorial.Later, editorial.Unknown, editorial.Reconnect} {
			r.claim(gallery, editorial.StepPrepare)
			r.settle(gallery, editorial.Outcome{Verdict: verdict, Prepared: []byte("half a box")})
			r.now = r.on(gallery).Next
		}
		r.claim(gallery, editorial.StepPrepare)
		require.Equal(t, []byte("half a box"), r.work[gallery].Sent.Prepared)
		r.settle(gallery, editorial.Outcome{Verdict: editorial.Later})
		require.Equal(t, []byte("half a box"), r.on(gallery).Parts[0].Prepared, "a call that got nowhere forgets nothing")
		r.now = r.on(gallery).Next
		r.claim(gallery, editorial.StepPrepare)
		r.settle(gallery, editorial.Outcome{Verdict: editorial.Done, Prepared: []byte("box")})
		r.late(0).claim(gallery, editorial.StepSend)
		require.Equal(t, []byte("box"), r.work[gallery].Sent.Prepared)
	})
	t.Run("what the platform has lost is uploaded again, in time", func(t *testing.T) {
		r := ahead(t)
		r.claim(gallery, editorial.StepPrepare)
		r.settle(gallery, editorial.Outcome{Verdict: editorial.Done, Prepared: []byte("box")})
		r.late(0).claim(gallery, editorial.StepSend)
		r.settle(gallery, editorial.Outcome{Verdict: editorial.Later, Wait: time.Minute, Lost: true})
		r.now = r.on(gallery).Next
		r.claim(gallery, editorial.StepPrepare)
		require.Empty(t, r.work[gallery].Sent.Prepared)
		r.settle(gallery, editorial.Outcome{Verdict: editorial.Done, Prepared: []byte("another box")})
		r.claim(gallery, editorial.StepSend)
		require.Equal(t, []byte("another box"), r.work[gallery].Sent.Prepared)
	})
	t.Run("what is too old begins anew", func(t *testing.T) {
		r := approved(t, withGallery, func(s *editorial.Sheet) { s.Lateness = 2 * time.Hour }).late(-10 * time.Minute)
		r.claim(gallery, editorial.StepPrepare)
		r.settle(gallery, editorial.Outcome{Verdict: editorial.Done, Prepared: []byte("box")})
		r.late(time.Hour).claim(gallery, editorial.StepPrepare)
		require.Empty(t, r.work[gallery].Sent.Prepared)
	})
	t.Run("whoever uploads dies", func(t *testing.T) {
		r := ahead(t)
		r.claim(gallery, editorial.StepPrepare)
		r.now = r.on(gallery).Next
		require.Equal(t, due.Add(-10*time.Minute+editorial.LeaseTime+editorial.CallTimeout), r.now)
		r.claim(gallery, editorial.StepPrepare)
		require.Equal(t, 2, r.on(gallery).Attempt)
	})
	t.Run("not while something stops it", func(t *testing.T) {
		r := ahead(t)
		withChannel(gallery, func(c *editorial.Channel) { c.State = editorial.MustConnect })(r)
		r.claim(gallery, editorial.StepNone)
		require.Equal(t, editorial.Scheduled, r.on(gallery).State, "its time has not come")
		require.Equal(t, r.now.Add(15*time.Second), r.on(gallery).Next)
		r.late(-time.Second).claim(gallery, editorial.StepNone)
		require.Equal(t, due, r.on(gallery).Next)
		withChannel(gallery, func(c *editorial.Channel) { c.State = editorial.Connected })(r)
		r.late(0).claim(gallery, editorial.StepPrepare)
	})
	t.Run("credentials refused at the upload", func(t *testing.T) {
		r := ahead(t)
		r.claim(gallery, editorial.StepPrepare)
		require.True(t, r.settle(gallery, says(editorial.Reconnect)).Reconnect)
		withChannel(gallery, func(c *editorial.Channel) { c.State = editorial.MustConnect })(r)
		require.Equal(t, editorial.Held, r.on(gallery).State)
		r.now = r.on(gallery).Next
		r.claim(gallery, editorial.StepNone)
		require.Equal(t, editorial.Held, r.on(gallery).State)
		withChannel(gallery, func(c *editorial.Channel) { c.State = editorial.Connected })(r)
		r.now = r.on(gallery).Next
		r.claim(gallery, editorial.StepPrepare)
		require.Equal(t, editorial.Scheduled, r.on(gallery).State)
	})
}

// A sender that never answers may have been heard: the platform is read back.
func TestExpiredLease(t *testing.T) {
	r := approved(t).late(0)
	r.claim(wall, editorial.StepSend)
	lost := r.work[wall]
	r.now = r.on(wall).Next
	r.claim(wall, editorial.StepNone)
	d := r.on(wall)
	require.Equal(t, editorial.Unsure, d.State)
	require.Equal(t, editorial.PartUnsure, d.Parts[0].State)
	require.Empty(t, d.Holder)
	require.Zero(t, d.Lease)
	require.Equal(t, r.now, d.Next, "the look does not wait any longer")
	require.Equal(t, "no_answer", d.Trouble.Code)
	require.Equal(t, lost.Sent.Key, d.Parts[0].Key)

	r.claim(wall, editorial.StepLook)
	require.Equal(t, editorial.Unsure, d.State)
	require.Equal(t, lost.Sent.Key, r.work[wall].Sent.Key)
	r.now = d.Next
	r.claim(wall, editorial.StepLook)
	require.Equal(t, 3, d.Attempt, "whoever looks can die too")
}

// One key for each part and content.
func TestKeys(t *testing.T) {
	sent := func(r *room) string {
		r.now = r.on(wall).Next
		r.claim(wall, editorial.StepSend)
		return r.work[wall].Sent.Key
	}
	for name, row := range map[string]struct {
		between func(*room)
		same    bool
	}{
		"not heard": {func(r *room) { r.settle(wall, says(editorial.Later)) }, true},
		"credentials refused": {func(r *room) {
			r.settle(wall, says(editorial.Reconnect))
		}, true},
		"not heard, and the server would say so again": {func(r *room) {
			r.settle(wall, editorial.Outcome{Verdict: editorial.Later, Spent: true})
		}, false},
		"credentials refused, and the server would say so again": {func(r *room) {
			r.settle(wall, editorial.Outcome{Verdict: editorial.Reconnect, Spent: true})
		}, false},
		"unclear, surely absent, and then a refusal that is kept": {func(r *room) {
			r.settle(wall, says(editorial.Unknown))
			r.now = r.on(wall).Next
			r.claim(wall, editorial.StepLook)
			r.settle(wall, absent(editorial.Sure))
			r.now = r.on(wall).Next
			r.claim(wall, editorial.StepSend)
			r.settle(wall, editorial.Outcome{Verdict: editorial.Later, Spent: true})
		}, true},
		"unclear, and surely absent": {func(r *room) {
			r.settle(wall, says(editorial.Unknown))
			r.now = r.on(wall).Next
			r.claim(wall, editorial.StepLook)
			r.settle(wall, absent(editorial.Sure))
		}, true},
		"unclear, surely absent, and then not heard": {func(r *room) {
			r.settle(wall, says(editorial.Unknown))
			r.now = r.on(wall).Next
			r.claim(wall, editorial.StepLook)
			r.settle(wall, absent(editorial.Sure))
			r.now = r.on(wall).Next
			r.answers(wall, editorial.Later)
		}, true},
		"unclear, and likely absent where that is enough": {func(r *room) {
			r.calendar.Policy.ResendWhenLikely = true
			r.settle(wall, says(editorial.Unknown))
			for range 3 {
				r.now = r.on(wall).Next
				r.claim(wall, editorial.StepLook)
				r.settle(wall, absent(editorial.Likely))
			}
		}, true},
		"unclear, and honoured": {func(r *room) {
			r.settle(wall, says(editorial.Unknown))
			r.now = r.on(wall).Next
			r.claim(wall, editorial.StepLook)
			r.settle(wall, editorial.Outcome{Verdict: editorial.Done, Absence: editorial.Unknowable, Honoured: true})
		}, true},
		"unclear, and a person says to send it again": {func(r *room) {
			r.settle(wall, says(editorial.Unknown))
			require.NoError(r.t, r.decide(editorial.Manager, wall, editorial.DeliveryAsked{Move: editorial.MoveResolve, Outcome: editorial.SendAgain}))
		}, true},
		"another title, and a time on": {func(r *room) {
			r.settle(wall, says(editorial.Later))
			r.saves(editorial.Manager, func(s *editorial.Sheet) { retitle(s); toTen(s) })
		}, true},
		"another text on another channel": {func(r *room) {
			r.settle(wall, says(editorial.Later))
			r.saves(editorial.Manager, onRibbonOnly)
		}, true},
		"another text": {func(r *room) {
			r.settle(wall, says(editorial.Later))
			r.saves(editorial.Manager, retext)
			r.does(editorial.Manager, editorial.MoveApprove, editorial.LateLeave)
		}, false},
		"refused, and retried": {func(r *room) {
			r.settle(wall, says(editorial.Never))
			require.NoError(r.t, r.decide(editorial.Manager, wall, editorial.DeliveryAsked{Move: editorial.MoveRetry}))
		}, false},
	} {
		t.Run(name, func(t *testing.T) {
			r := approved(t)
			first := sent(r)
			row.between(r)
			second := sent(r)
			require.Equal(t, row.same, first == second)
			if strings.HasPrefix(name, "unclear") { // some networks make the post's address of the key and its time
				require.Equal(t, due, r.on(wall).Parts[0].KeyAt)
				require.Equal(t, due, r.on(wall).Parts[0].FirstHeard)
				require.Equal(t, r.now, r.on(wall).Parts[0].LastHeard)
			}
		})
	}
}

func TestKeysOfDifferentPartsDiffer(t *testing.T) {
	r := approved(t, threadOnRibbon).late(0)
	r.claim(wall, editorial.StepSend)
	r.claim(ribbon, editorial.StepSend)
	keys := map[string]bool{r.on(wall).Parts[0].Key: true}
	for _, part := range r.on(ribbon).Parts {
		keys[part.Key] = true
	}
	require.Len(t, keys, 4)
}

// A thread leaves part by part, each under the one before, and resumes where
// it stopped.
func TestThread(t *testing.T) {
	r := approved(t, threadOnRibbon).late(0)
	receipt := func(id string) editorial.Outcome {
		return editorial.Outcome{Verdict: editorial.Done, Receipt: editorial.Receipt{RemoteID: id}}
	}
	r.claim(ribbon, editorial.StepSend)
	require.Equal(t, "one", r.work[ribbon].Part.Text)
	r.settle(ribbon, receipt("1"))
	require.Equal(t, editorial.Scheduled, r.on(ribbon).State)
	require.Equal(t, r.now, r.on(ribbon).Next)
	require.EqualValues(t, "partly_published", r.post.Status)

	r.late(time.Second).claim(ribbon, editorial.StepSend)
	require.Equal(t, 1, r.work[ribbon].Index)
	require.Equal(t, "two", r.work[ribbon].Part.Text)
	require.Equal(t, "1", r.work[ribbon].Root.RemoteID)
	require.Equal(t, "1", r.work[ribbon].Parent.RemoteID)

	r.now = r.on(ribbon).Next // the daemon died
	r.claim(ribbon, editorial.StepNone)
	r.claim(ribbon, editorial.StepLook)
	require.Equal(t, 1, r.work[ribbon].Index)
	require.Equal(t, "two", r.work[ribbon].Part.Text)
	r.settle(ribbon, receipt("2"))

	r.late(tolerance + time.Hour) // what has begun is finished, however late
	r.saves(editorial.Editor, retext)
	r.claim(ribbon, editorial.StepSend)
	require.Equal(t, editorial.PartComment, r.work[ribbon].Part.Kind)
	require.Equal(t, "three", r.work[ribbon].Part.Text)
	require.Equal(t, "1", r.work[ribbon].Root.RemoteID)
	require.Equal(t, "2", r.work[ribbon].Parent.RemoteID)
	r.settle(ribbon, receipt("3"))
	require.Equal(t, editorial.Published, r.on(ribbon).State)
	require.Zero(t, r.on(ribbon).Late())
}

// Right before its call a sender makes sure that it may still make it.
func TestStillWith(t *testing.T) {
	for name, row := range map[string]struct {
		channel editorial.ChannelID
		step    editorial.Step
		meet    func(*room)
		still   bool
	}{
		"at once":              {wall, editorial.StepSend, func(*room) {}, true},
		"in time for a call":   {wall, editorial.StepSend, wakeUp(editorial.LeaseTime - editorial.CallTimeout - 1), true},
		"too late for a call":  {wall, editorial.StepSend, wakeUp(editorial.LeaseTime - editorial.CallTimeout), false},
		"a pause has come":     {wall, editorial.StepSend, pausing(editorial.Scope{Channel: wall}), false},
		"elsewhere":            {wall, editorial.StepSend, pausing(editorial.Scope{Channel: ribbon}), true},
		"given up":             {wall, editorial.StepSend, givenUp, false},
		"claimed anew":         {wall, editorial.StepSend, claimedAnew, false},
		"somebody else's now":  {wall, editorial.StepSend, func(r *room) { r.on(wall).Holder = "another" }, false},
		"an upload, paused":    {gallery, editorial.StepPrepare, pausing(editorial.Scope{All: true}), true},
		"an upload, not there": {gallery, editorial.StepPrepare, func(r *room) { r.does(editorial.Editor, editorial.MoveWithdraw) }, false},
	} {
		t.Run(name, func(t *testing.T) {
			r := approved(t, withGallery).late(0)
			r.claim(row.channel, row.step)
			row.meet(r)
			require.Equal(t, row.still, r.on(row.channel).StillWith(r.work[row.channel], r.pauses, r.post, r.now))
		})
	}
}

func wakeUp(after time.Duration) func(*room) {
	return func(r *room) { r.now = r.now.Add(after) }
}

func pausing(scope editorial.Scope) func(*room) {
	return func(r *room) { r.pause(scope, r.now, time.Time{}) }
}

func givenUp(r *room) {
	r.on(wall).Open(editorial.Case{Now: r.on(wall).Next}, "daemon")
}

// claimedAnew lets the lease run out, and the same daemon come by again.
func claimedAnew(r *room) {
	work := r.work[wall]
	r.now = r.on(wall).Next
	r.claim(wall, editorial.StepNone)
	r.claim(wall, editorial.StepLook)
	r.work[wall] = work
}

func TestReason(t *testing.T) {
	r := approved(t).late(0)
	require.Empty(t, r.on(wall).Reason())
	r.does(editorial.Editor, editorial.MoveHold)
	r.claim(wall, editorial.StepNone)
	require.EqualValues(t, editorial.CodeHeldByHand, r.on(wall).Reason())
	r.now = r.on(wall).Next
	r.claim(wall, editorial.StepNone)
	require.EqualValues(t, editorial.CodeTooLateNow, r.on(wall).Reason())
}

// After a restore from a backup nobody knows what has left since: it is read
// back, and never leaves by itself.
func TestDoubt(t *testing.T) {
	for name, row := range map[string]struct {
		look  editorial.Outcome
		state editorial.DeliveryState
	}{
		"it is there":          {says(editorial.Done), editorial.Published},
		"its key is not there": {absent(editorial.Sure), editorial.Unsure}, // it may have left with another
		"nobody can tell":      {absent(editorial.Unknowable), editorial.Unsure},
		"a key would do":       {editorial.Outcome{Verdict: editorial.Done, Absence: editorial.Unknowable, Honoured: true}, editorial.Unsure},
	} {
		t.Run(name, func(t *testing.T) {
			r := approved(t, onlyWall).late(time.Minute)
			r.on(wall).Doubt(r.caseOf(wall))
			require.Equal(t, "restored", r.on(wall).Trouble.Code)
			r.now = r.on(wall).Next
			r.claim(wall, editorial.StepLook)
			require.Equal(t, due, r.work[wall].Sent.FirstHeard)
			r.settle(wall, row.look)
			if next := r.on(wall).Next; !next.IsZero() {
				r.now = next
				r.claim(wall, editorial.StepNone)
			}
			require.Equal(t, row.state, r.on(wall).State)
			require.Equal(t, row.state == editorial.Unsure, r.on(wall).ForPerson())
		})
	}
}

// A thread that was half-way out when the backup was made goes on by itself in
// no case: its key in the ledger is not the one that the next part may have left
// with since.
func TestDoubtAboutAThread(t *testing.T) {
	for name, absence := range map[string]editorial.Outcome{
		"its key is not there": absent(editorial.Sure),
		"a key would do":       {Verdict: editorial.Done, Absence: editorial.Likely, Honoured: true},
		"a list without it":    absent(editorial.Likely),
	} {
		t.Run(name, func(t *testing.T) {
			r := approved(t, threadOnRibbon).late(0)
			r.calendar.Policy.ResendWhenLikely = true
			begin(r)
			r.now = r.now.Add(time.Minute)
			r.on(ribbon).Doubt(r.caseOf(ribbon))
			for !r.on(ribbon).Next.IsZero() {
				r.now = r.on(ribbon).Next
				r.claim(ribbon, editorial.StepLook)
				r.settle(ribbon, absence)
			}
			require.True(t, r.on(ribbon).ForPerson())
		})
	}
}

// A planned pause ends by itself. What came due under it does not leave, and
// says from then on that its time has passed, not that it is paused.
func TestAPauseThatEndsByItself(t *testing.T) {
	r := approved(t).late(0)
	over := due.Add(10 * time.Minute)
	r.pause(editorial.Scope{All: true}, noon, over)
	r.claim(wall, editorial.StepNone)
	require.Equal(t, []editorial.Hold{{Code: editorial.CodePaused, Person: true, About: "pau_1", Until: over}}, r.on(wall).Holds)
	require.Equal(t, over, r.on(wall).Next)
	r.now = over
	r.claim(wall, editorial.StepNone)
	require.Equal(t, editorial.Held, r.on(wall).State)
	require.Equal(t, []editorial.Code{editorial.CodeTimePassedWhileStopped}, holdCodes(r.on(wall).Holds))
	require.Equal(t, due.Add(tolerance+time.Millisecond), r.on(wall).Next)
	r.now = r.on(wall).Next
	r.claim(wall, editorial.StepNone)
	require.Equal(t, editorial.Missed, r.on(wall).State)
}
