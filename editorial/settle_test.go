package editorial_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// The steps that can be settled, with how a delivery comes to each.
var stepsToSettle = []struct {
	name    string
	channel editorial.ChannelID
	begun   bool
	bring   func(*room)
}{
	{"prepare", gallery, false, func(r *room) { r.claim(gallery, editorial.StepPrepare) }},
	{"send", wall, false, func(r *room) { r.claim(wall, editorial.StepSend) }},
	{"send, begun", ribbon, true, func(r *room) { begin(r); r.claim(ribbon, editorial.StepSend) }},
	{"repeat", wall, false, func(r *room) { r.claim(wall, editorial.StepSend); repeat(r, wall) }},
	{"repeat, begun", ribbon, true, func(r *room) { begin(r); r.claim(ribbon, editorial.StepSend); repeat(r, ribbon) }},
	{"look", wall, false, func(r *room) { r.claim(wall, editorial.StepSend); look(r, wall) }},
	{"look, begun", ribbon, true, func(r *room) { begin(r); r.claim(ribbon, editorial.StepSend); look(r, ribbon) }},
}

// begin brings the ribbon's thread half-way.
func begin(r *room) { r.answers(ribbon, editorial.Done) }

// look has an unclear outcome looked at.
func look(r *room, channel editorial.ChannelID) {
	r.settle(channel, says(editorial.Unknown))
	r.now = r.on(channel).Next
	r.claim(channel, editorial.StepLook)
}

// repeat has a call with an unclear outcome repeated, where the key is honoured.
func repeat(r *room, channel editorial.ChannelID) {
	look(r, channel)
	r.settle(channel, editorial.Outcome{Verdict: editorial.Done, Absence: editorial.Unknowable, Honoured: true})
	r.claim(channel, editorial.StepSend)
}

// ready is a room in which every delivery is due, under a fixed name: waits
// depend on it.
func ready(t *testing.T) *room {
	t.Helper()
	r := approved(t, withGallery, threadOnRibbon).late(0)
	for i := range r.post.Deliveries {
		r.post.Deliveries[i].ID = "dlv_1"
	}
	return r
}

// What each verdict comes to after each step.
func TestSettle(t *testing.T) {
	table := &matrix{[][]string{{"step", "verdict", "state", "part", "key", "next", "event", "reconnect"}}}
	outcomes := map[string]editorial.Outcome{
		"done": says(editorial.Done), "done, without a receipt": {Verdict: editorial.Done}, "later": says(editorial.Later),
		"never": says(editorial.Never), "reconnect": says(editorial.Reconnect), "unknown": says(editorial.Unknown), "": {},
		"later, in a minute": {Verdict: editorial.Later, Wait: time.Minute}, "later, in an hour": {Verdict: editorial.Later, Wait: time.Hour},
		"absent: sure": absent(editorial.Sure), "absent: likely": absent(editorial.Likely), "absent: unknowable": absent(editorial.Unknowable),
		"absent: likely, honoured": {Verdict: editorial.Done, Absence: editorial.Likely, Honoured: true},
	}
	names := []string{
		"done", "done, without a receipt", "later", "later, in a minute", "later, in an hour", "never", "reconnect", "unknown", "",
		"absent: sure", "absent: likely", "absent: likely, honoured", "absent: unknowable",
	}
	for _, step := range stepsToSettle {
		for _, name := range names {
			looks := strings.HasPrefix(step.name, "look")
			if strings.HasPrefix(name, "absent") && !looks || name == "done, without a receipt" && (looks || step.name == "prepare") {
				continue
			}
			r := ready(t)
			step.bring(r)
			s := r.settle(step.channel, outcomes[name])
			require.True(t, s.Accepted)
			d := r.on(step.channel)
			require.Empty(t, d.Holder)
			require.Zero(t, d.Lease)
			index := r.work[step.channel].Index
			key := "same"
			if d.Parts[index].Key != r.work[step.channel].Sent.Key {
				key = "new"
			}
			next := "-"
			if !d.Next.IsZero() {
				next = "+" + d.Next.Sub(r.now).Round(10*time.Millisecond).String()
			}
			table.lines = append(table.lines, []string{
				step.name, name, string(d.State), string(d.Parts[index].State), key, next, s.Event, fmt.Sprint(s.Reconnect),
			})
		}
	}
	golden(t, "settle.golden", table.String())
}

func TestPublished(t *testing.T) {
	r := approved(t, onlyWall).late(time.Second)
	s := r.answers(wall, editorial.Done)
	require.Equal(t, editorial.Settlement{Accepted: true, Event: "delivery.published"}, s)
	d := r.on(wall)
	require.Equal(t, r.now, d.Out)
	require.Equal(t, time.Second, d.Late())
	require.Equal(t, r.now, d.Parts[0].SentAt)
	require.Equal(t, says(editorial.Done).Receipt, d.Parts[0].Receipt)
	require.Zero(t, d.Trouble)
	require.EqualValues(t, "published", r.post.Status)
	require.EqualValues(t, 2, r.post.Version, "nobody edited it")
}

// What a look finds has been out since the call that it looks for.
func TestFoundByALook(t *testing.T) {
	r := approved(t, threadOnRibbon).late(time.Second)
	r.claim(ribbon, editorial.StepSend)
	look(r, ribbon)
	r.settle(ribbon, says(editorial.Done))
	d := r.on(ribbon)
	require.Equal(t, due.Add(time.Second), d.Parts[0].SentAt)
	require.Equal(t, time.Second, d.Late())
	require.Equal(t, r.now, d.Next, "the thread goes on at once")
}

// A receipt is proof, whoever brings it; anything else counts only from the
// attempt that has the delivery.
func TestLostAttempts(t *testing.T) {
	for name, lose := range map[string]func(*room){
		"given up": func(r *room) {
			r.now = r.on(wall).Next
			r.claim(wall, editorial.StepNone)
		},
		"looked for": func(r *room) {
			r.now = r.on(wall).Next
			r.claim(wall, editorial.StepNone)
			r.claim(wall, editorial.StepLook)
		},
		"surely absent, and sent again": func(r *room) {
			r.now = r.on(wall).Next
			r.claim(wall, editorial.StepNone)
			r.claim(wall, editorial.StepLook)
			r.settle(wall, absent(editorial.Sure))
			r.now = r.on(wall).Next
			r.claim(wall, editorial.StepSend)
		},
		"missed": func(r *room) {
			r.now = r.on(wall).Next
			r.claim(wall, editorial.StepNone)
			r.late(tolerance).claim(wall, editorial.StepLook)
			r.settle(wall, absent(editorial.Sure))
			require.Equal(r.t, editorial.Missed, r.on(wall).State)
		},
	} {
		for _, verdict := range []editorial.Verdict{
			editorial.Done, editorial.Later, editorial.Never, editorial.Reconnect, editorial.Unknown,
		} {
			t.Run(name+", "+string(verdict), func(t *testing.T) {
				r := approved(t, onlyWall).late(0)
				r.claim(wall, editorial.StepSend)
				lost := r.work[wall]
				lose(r)
				before := *r.on(wall)
				r.work[wall] = lost
				s := r.settle(wall, says(verdict))
				require.Equal(t, verdict == editorial.Done, s.Accepted)
				if verdict == editorial.Done {
					require.Equal(t, editorial.Published, r.on(wall).State)
					require.Equal(t, "1", r.on(wall).Parts[0].Receipt.RemoteID)
					return
				}
				require.Empty(t, cmp.Diff(before, *r.on(wall)))
			})
		}
	}
}

func TestReceiptsThatProveNothing(t *testing.T) {
	r := approved(t, threadOnRibbon).late(0)
	r.claim(ribbon, editorial.StepSend)
	first := r.work[ribbon]
	r.settle(ribbon, says(editorial.Done))
	before := *r.on(ribbon)
	r.work[ribbon] = first
	require.False(t, r.settle(ribbon, says(editorial.Done)).Accepted, "a part that is out is out")
	require.Empty(t, cmp.Diff(before, *r.on(ribbon)))

	r = approved(t, onlyWall).late(0)
	r.answers(wall, editorial.Done)
	require.False(t, r.settle(wall, says(editorial.Done)).Accepted, "all of it is out")

	r = approved(t, withGallery).late(0)
	r.claim(gallery, editorial.StepPrepare)
	r.settle(gallery, says(editorial.Done))
	require.Equal(t, editorial.Scheduled, r.on(gallery).State, "an upload is not a publication")
}

// An unclear outcome is read back 5, 30 and 120 seconds after it was so.
func TestLooks(t *testing.T) {
	for name, row := range map[string]struct {
		optedIn bool
		late    time.Duration // of the call
		state   editorial.DeliveryState
		person  bool
	}{
		"then a person decides":              {false, 0, editorial.Unsure, true},
		"then it is sent again, if opted in": {true, 0, editorial.Scheduled, false},
		"but not so long after it was due":   {true, tolerance - time.Minute, editorial.Unsure, true},
		"the looks go on after its deadline": {false, tolerance, editorial.Unsure, true},
	} {
		t.Run(name, func(t *testing.T) {
			r := approved(t).late(row.late)
			r.calendar.Policy.ResendWhenLikely = row.optedIn
			r.claim(wall, editorial.StepSend)
			unclear := r.now.Add(10 * time.Second)
			r.now = unclear
			r.settle(wall, says(editorial.Unknown))
			for _, after := range []time.Duration{5 * time.Second, 30 * time.Second, 120 * time.Second} {
				require.Equal(t, unclear.Add(after), r.on(wall).Next)
				r.now = r.on(wall).Next
				r.claim(wall, editorial.StepLook)
				r.now = r.now.Add(3 * time.Second) // that is how long it takes
				r.settle(wall, absent(editorial.Likely))
			}
			require.Equal(t, row.state, r.on(wall).State)
			require.Equal(t, row.person, r.on(wall).ForPerson())
		})
	}
}

// After a crash the first look is at once: the time to wait has passed.
func TestLooksAfterACrash(t *testing.T) {
	r := approved(t).late(0)
	r.claim(wall, editorial.StepSend)
	r.now = r.on(wall).Next
	r.claim(wall, editorial.StepNone)
	given := r.now
	for _, after := range []time.Duration{0, 30 * time.Second, 120 * time.Second} {
		require.Equal(t, given.Add(after), r.on(wall).Next)
		r.now = r.on(wall).Next
		r.claim(wall, editorial.StepLook)
		r.settle(wall, absent(editorial.Likely))
	}
	require.True(t, r.on(wall).ForPerson())
}

// A platform that asks to wait for years holds up nothing for years: the rest of
// a thread is tried again, and what is unclear is looked for again.
func TestWaitsForYears(t *testing.T) {
	for name, bring := range map[string]func(*room){
		"the rest of a thread": func(r *room) { begin(r); r.claim(ribbon, editorial.StepSend) },
		"a repeat":             func(r *room) { r.claim(ribbon, editorial.StepSend); repeat(r, ribbon) },
		"a look":               func(r *room) { r.claim(ribbon, editorial.StepSend); look(r, ribbon) },
	} {
		t.Run(name, func(t *testing.T) {
			r := ready(t)
			bring(r)
			r.settle(ribbon, editorial.Outcome{Verdict: editorial.Later, Wait: 10 * 365 * 24 * time.Hour})
			require.Equal(t, r.now.Add(editorial.MaxLateness), r.on(ribbon).Next)
		})
	}
}

// Surely absent: it is sent again in time, and missed at once beyond.
func TestSurelyAbsent(t *testing.T) {
	for name, row := range map[string]struct {
		late  time.Duration // of the look's answer
		state editorial.DeliveryState
	}{
		"in time":                     {time.Minute, editorial.Scheduled},
		"too late":                    {tolerance + 1, editorial.Missed},
		"too late for the short wait": {tolerance - time.Second, editorial.Missed},
	} {
		t.Run(name, func(t *testing.T) {
			r := approved(t).late(0)
			r.claim(wall, editorial.StepSend)
			look(r, wall)
			s := r.late(row.late).settle(wall, absent(editorial.Sure))
			require.Equal(t, row.state, r.on(wall).State)
			require.Equal(t, editorial.PartWaiting, r.on(wall).Parts[0].State)
			if row.state == editorial.Missed {
				require.Equal(t, "delivery.missed", s.Event)
				require.Equal(t, editorial.Trouble{Code: string(editorial.CodeTooLateNow), Message: "so says the platform", At: r.now}, r.on(wall).Trouble)
				require.Zero(t, r.on(wall).Next)
				return
			}
			r.now = r.on(wall).Next
			r.claim(wall, editorial.StepSend)
		})
	}
}

// A look that fails says nothing; one that can never succeed is a person's.
func TestLooksThatFail(t *testing.T) {
	r := approved(t).late(0)
	r.claim(wall, editorial.StepSend)
	look(r, wall)
	require.Equal(t, editorial.Settlement{Accepted: true, Reconnect: true}, r.settle(wall, says(editorial.Reconnect)))
	require.False(t, r.on(wall).ForPerson(), "it can be read back once it is connected again")

	looks := 1
	for ; !r.on(wall).ForPerson(); looks++ {
		require.Less(t, looks, 100)
		r.now = r.on(wall).Next
		r.claim(wall, editorial.StepLook)
		r.settle(wall, says(editorial.Unknown))
	}
	require.Equal(t, 30, looks)
	require.Greater(t, r.now, due.Add(time.Hour))
	require.Equal(t, editorial.Unsure, r.on(wall).State)
}

// Before each repeat comes a look: it knows whether the key is honoured still.
func TestRepeats(t *testing.T) {
	for name, row := range map[string]struct {
		look    editorial.Outcome
		repeats bool
	}{
		"honoured":            {editorial.Outcome{Verdict: editorial.Done, Absence: editorial.Likely, Honoured: true}, true},
		"no longer":           {absent(editorial.Likely), false},
		"found":               {says(editorial.Done), false},
		"not to be looked at": {says(editorial.Never), false},
	} {
		t.Run(name, func(t *testing.T) {
			r := approved(t, onlyWall).late(0)
			r.claim(wall, editorial.StepSend)
			key := r.work[wall].Sent.Key
			repeat(r, wall)
			require.Equal(t, key, r.work[wall].Sent.Key)
			require.Equal(t, due, r.on(wall).Parts[0].FirstHeard, "the key's life counts from its first call")
			r.settle(wall, editorial.Outcome{Verdict: editorial.Unknown, Wait: 3 * time.Minute})
			require.Equal(t, r.now.Add(3*time.Minute), r.on(wall).Next)
			r.now = r.on(wall).Next
			r.claim(wall, editorial.StepLook)
			r.settle(wall, row.look)
			step := r.open(wall)
			require.Equal(t, row.repeats, step == editorial.StepSend)
			require.Equal(t, key, r.on(wall).Parts[0].Key)
		})
	}
}

// A repeat counts as a look, but it may publish: whatever stops a release
// leaves the question to a person.
func TestRepeatsThatMayNotLeave(t *testing.T) {
	for name, row := range map[string]struct {
		meet    func(*room)
		repeats bool
	}{
		"nothing":            {func(*room) {}, true},
		"at the last moment": {func(r *room) { r.late(tolerance) }, true},
		"too late":           {func(r *room) { r.late(tolerance + 1) }, false},
		"paused":             {func(r *room) { r.pause(editorial.Scope{All: true}, r.now, time.Time{}) }, false},
		"was paused":         {func(r *room) { r.pause(editorial.Scope{All: true}, due, due.Add(1)) }, false},
		"held":               {func(r *room) { r.does(editorial.Editor, editorial.MoveHold) }, false},
		"was held": {func(r *room) {
			r.does(editorial.Editor, editorial.MoveHold)
			r.does(editorial.Editor, editorial.MoveUnhold)
		}, false},
		"withdrawn":             {func(r *room) { r.does(editorial.Editor, editorial.MoveWithdraw) }, false},
		"moved to another time": {func(r *room) { r.saves(editorial.Manager, toTen) }, false},
		"the channel taken out": {func(r *room) { r.saves(editorial.Editor, onlyRibbon) }, false},
		"rewritten":             {func(r *room) { r.saves(editorial.Editor, retext) }, true},
	} {
		t.Run(name, func(t *testing.T) {
			r := approved(t).late(0)
			r.claim(wall, editorial.StepSend)
			look(r, wall)
			row.meet(r)
			r.settle(wall, editorial.Outcome{Verdict: editorial.Done, Honoured: true})
			step := r.open(wall)
			require.Equal(t, row.repeats, step == editorial.StepSend)
			require.Equal(t, !row.repeats, r.on(wall).ForPerson())
			if row.repeats {
				require.Equal(t, "We open today", r.work[wall].Part.Text)
			}
		})
	}
}

// What a look said of the key holds for a moment: after a rest the network may
// have forgotten it.
func TestRepeatsFollowTheirLookAtOnce(t *testing.T) {
	for after, step := range map[time.Duration]editorial.Step{
		15 * time.Second: editorial.StepSend, 15*time.Second + 1: editorial.StepLook,
	} {
		r := approved(t).late(0)
		r.claim(wall, editorial.StepSend)
		look(r, wall)
		r.settle(wall, editorial.Outcome{Verdict: editorial.Done, Honoured: true})
		r.now = r.now.Add(after)
		r.claim(wall, step)
	}
}

// A thread has no deadline: it is repeated however late.
func TestRepeatsOfABegunThread(t *testing.T) {
	r := approved(t, threadOnRibbon).late(0)
	begin(r)
	r.claim(ribbon, editorial.StepSend)
	look(r, ribbon)
	r.saves(editorial.Manager, toTen)
	r.late(tolerance + time.Hour)
	r.settle(ribbon, editorial.Outcome{Verdict: editorial.Done, Honoured: true})
	r.claim(ribbon, editorial.StepSend)
	require.Equal(t, "two", r.work[ribbon].Part.Text)
}

// A wait that is known to end after the deadline is a miss at once.
func TestWaits(t *testing.T) {
	for _, row := range []struct {
		wait  time.Duration
		state editorial.DeliveryState
	}{
		{0, editorial.Scheduled},
		{tolerance, editorial.Scheduled},
		{tolerance + 1, editorial.Missed},
	} {
		r := approved(t).late(0)
		r.claim(wall, editorial.StepSend)
		r.settle(wall, editorial.Outcome{Verdict: editorial.Later, Wait: row.wait, Code: "quota", Message: "come back"})
		require.Equal(t, row.state, r.on(wall).State, row.wait)
		want := editorial.Trouble{Code: "quota", Message: "come back", At: due}
		if row.state == editorial.Missed {
			want.Code = string(editorial.CodeWaitTooLong)
		}
		require.Equal(t, want, r.on(wall).Trouble)
	}
}

// Waits double from two seconds to five minutes, give or take a fifth; many
// deliveries that fail together do not come back together.
func TestBackoff(t *testing.T) {
	apart := map[time.Duration]bool{}
	for range 50 {
		r := approved(t, func(s *editorial.Sheet) { s.Lateness = 24 * time.Hour }).late(0)
		for try := range 12 {
			r.answers(wall, editorial.Later)
			wait := r.on(wall).Next.Sub(r.now)
			middle := min(2*time.Second<<try, 5*time.Minute)
			require.InDelta(t, middle.Seconds(), wait.Seconds(), middle.Seconds()/5+0.001, "try %d", try+1)
			if try == 0 {
				apart[wait] = true
			}
			r.now = r.on(wall).Next
		}
	}
	require.Greater(t, len(apart), 25)
}

// Before it has begun a post is tried until its deadline; a thread that has
// begun has none, so its tries are counted.
func TestTries(t *testing.T) {
	tries := func(r *room, channel editorial.ChannelID) int {
		n := 0
		for ; r.on(channel).State == editorial.Scheduled; n++ {
			require.Less(t, n, 1000)
			r.answers(channel, editorial.Later)
			if next := r.on(channel).Next; !next.IsZero() {
				r.now = next
			}
		}
		return n
	}
	r := approved(t, func(s *editorial.Sheet) { s.Lateness = 48 * time.Hour }).late(0)
	require.Greater(t, tries(r, wall), 400)
	require.Equal(t, editorial.Missed, r.on(wall).State)
	require.Less(t, r.now, due.Add(48*time.Hour))

	r = approved(t, threadOnRibbon).late(0)
	begin(r)
	require.Equal(t, 30, tries(r, ribbon))
	require.Equal(t, editorial.Failed, r.on(ribbon).State)
}

// A part that disappears time after time is not sent for ever.
func TestSurelyAbsentTimeAfterTime(t *testing.T) {
	r := approved(t, threadOnRibbon).late(0)
	begin(r)
	calls := 0
	for ; r.on(ribbon).State == editorial.Scheduled; calls++ {
		require.Less(t, calls, 100)
		r.claim(ribbon, editorial.StepSend)
		look(r, ribbon)
		r.settle(ribbon, absent(editorial.Sure))
		if next := r.on(ribbon).Next; !next.IsZero() {
			r.now = next
		}
	}
	require.Equal(t, 30, calls)
	require.Equal(t, editorial.Failed, r.on(ribbon).State)
}

func TestPreparingThatFails(t *testing.T) {
	r := approved(t, withGallery).late(-10 * time.Minute)
	for _, verdict := range []editorial.Verdict{editorial.Later, editorial.Unknown} {
		r.claim(gallery, editorial.StepPrepare)
		r.settle(gallery, says(verdict))
		require.Equal(t, editorial.Scheduled, r.on(gallery).State, "an upload can be repeated at will")
		require.Equal(t, string(verdict), r.on(gallery).Trouble.Code)
		r.now = r.on(gallery).Next
	}
	r.claim(gallery, editorial.StepPrepare)
	require.Equal(t, "delivery.failed", r.settle(gallery, says(editorial.Never)).Event)
	require.Equal(t, editorial.Failed, r.on(gallery).State, "known ahead of its time")
}
