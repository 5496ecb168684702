package editorial_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// A lease that no daemon takes so long was written before the clock went back.
func TestRoundSetBack(t *testing.T) {
	for name, row := range map[string]struct {
		until, want time.Duration
		terms       editorial.Terms
	}{
		"just taken":             {editorial.ReleaserLease, 0, editorial.Terms{}},
		"run out":                {-time.Hour, 0, editorial.Terms{}},
		"a round that waited":    {editorial.ReleaserLease + editorial.ClockSlack, 0, editorial.Terms{}},
		"a clock that went back": {editorial.ReleaserLease + editorial.ClockSlack + 1, editorial.ClockSlack + 1, editorial.Terms{}},
		"hours":                  {3 * time.Hour, 3*time.Hour - editorial.ReleaserLease, editorial.Terms{}},
		"other terms":            {3 * time.Hour, 3*time.Hour - time.Second, editorial.Terms{Lease: 1, Releaser: time.Second}},
	} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, row.want, editorial.Round{Now: due, Terms: row.terms}.SetBack(due.Add(row.until)))
		})
	}
	require.Zero(t, editorial.Round{Now: due}.SetBack(time.Time{}), "nobody ever had one")
}

// What is on the wire is rescued as long after its claim as ever, whatever the
// wall clock says of it.
func TestSetBackOnTheWire(t *testing.T) {
	r := approved(t).late(0)
	r.claim(wall, editorial.StepSend)
	was := *r.on(wall)
	r.on(wall).SetBack(3 * time.Hour)
	d := r.on(wall)
	require.Equal(t, was.Lease.Add(-3*time.Hour), d.Lease)
	require.Equal(t, was.Next.Add(-3*time.Hour), d.Next)
	require.Equal(t, due, d.Due, "what people planned stays")

	r.now = d.Next
	r.claim(wall, editorial.StepNone)
	require.Equal(t, editorial.Unsure, d.State)
	require.Equal(t, "clock_set_back", d.Trouble.Code)
	r.claim(wall, editorial.StepLook)
	r.settle(wall, editorial.Outcome{Verdict: editorial.Done, Absence: editorial.Unknowable, Honoured: true})
	require.True(t, d.ForPerson(), "nobody knows how old the key is, so no repeat counts as a look")
}

func TestSetBackUnclear(t *testing.T) {
	r := approved(t).late(0)
	r.answers(wall, editorial.Unknown)
	d := r.on(wall)
	next, heard := d.Next, d.Parts[0].FirstHeard
	d.Resend = true
	d.SetBack(time.Hour)
	require.Equal(t, next.Add(-time.Hour), d.Next)
	require.Equal(t, heard.Add(-time.Hour), d.Parts[0].FirstHeard, "as old as before")
	require.False(t, d.Resend)

	r.now = d.Next
	r.claim(wall, editorial.StepLook)
	r.settle(wall, absent(editorial.Likely))
	require.Equal(t, r.now.Add(25*time.Second), d.Next, "the looks go on as agreed")
}

// A clock that runs ahead does not bring three looks at a listing in one
// minute.
func TestLooksKeepTheirDistance(t *testing.T) {
	r := approved(t).late(0)
	r.answers(wall, editorial.Unknown)
	r.now = r.now.Add(10 * time.Minute)
	for _, wait := range []time.Duration{12500 * time.Millisecond, 45 * time.Second} {
		r.claim(wall, editorial.StepLook)
		r.settle(wall, absent(editorial.Likely))
		require.Equal(t, r.now.Add(wait), r.on(wall).Next)
		r.now = r.on(wall).Next
	}
}

// What waits for a time that people planned waits for it, and what is over
// stays over.
func TestSetBackLeavesPlansAlone(t *testing.T) {
	for name, meet := range map[string]func(*room){
		"scheduled":    func(*room) {},
		"retried":      func(r *room) { r.answers(wall, editorial.Later) },
		"held":         func(r *room) { r.pause(editorial.Scope{All: true}, r.now, time.Time{}); r.open(wall) },
		"published":    func(r *room) { r.answers(wall, editorial.Done) },
		"failed":       func(r *room) { r.answers(wall, editorial.Never) },
		"for a person": func(r *room) { r.answers(wall, editorial.Unknown); r.on(wall).Next = time.Time{} },
	} {
		t.Run(name, func(t *testing.T) {
			r := approved(t).late(0)
			meet(r)
			was := *r.on(wall)
			r.on(wall).SetBack(3 * time.Hour)
			require.Equal(t, was, *r.on(wall))
		})
	}
}

// A thread that has begun goes on when it would have.
func TestSetBackInAThread(t *testing.T) {
	r := approved(t, threadOnRibbon).late(0)
	r.answers(ribbon, editorial.Done)
	require.Equal(t, r.now, r.on(ribbon).Next)
	r.now = r.now.Add(-3 * time.Hour)
	r.on(ribbon).SetBack(3 * time.Hour)
	r.pause(editorial.Scope{All: true}, r.now, r.now.Add(time.Minute))
	r.claim(ribbon, editorial.StepNone)
	require.Equal(t, []editorial.Code{editorial.CodePaused}, holdCodes(r.on(ribbon).Holds), "by what is so now, not at its time")
	r.now = r.now.Add(time.Minute)
	r.on(ribbon).Next = r.now
	r.claim(ribbon, editorial.StepSend)
}

// The wall clock has run ahead of the machine's own: the lease seems over, and
// the call may still be on the wire.
func TestJumpedAhead(t *testing.T) {
	r := approved(t).late(0)
	r.claim(wall, editorial.StepSend)
	r.now = r.now.Add(2 * time.Hour)
	c := r.caseOf(wall)
	c.Jumped = true
	require.Equal(t, editorial.StepNone, c.Delivery.Open(c, "another"))
	require.Equal(t, editorial.Sending, r.on(wall).State)
	r.now = r.on(wall).Next
	require.WithinRange(t, r.now, due.Add(2*time.Hour), due.Add(2*time.Hour+time.Minute))
	r.claim(wall, editorial.StepNone)
	require.Equal(t, editorial.Unsure, r.on(wall).State, "rescued, once that call must be over")
}

// What was claimed at its time is not called before it.
func TestNotBeforeItsTime(t *testing.T) {
	r := approved(t).late(0)
	r.claim(wall, editorial.StepSend)
	w := r.work[wall]
	require.True(t, r.on(wall).StillWith(w, nil, nil, due))
	require.False(t, r.on(wall).StillWith(w, nil, nil, due.Add(-time.Hour)))
	repeat, goesOn := w, w
	repeat.Delivery.Resend, goesOn.Delivery.Out = true, due
	require.True(t, r.on(wall).StillWith(repeat, nil, nil, due.Add(-time.Hour)), "a repeat is a way of looking")
	require.True(t, r.on(wall).StillWith(goesOn, nil, nil, due.Add(-time.Hour)), "a thread that has begun is finished")
	r.settle(wall, editorial.Outcome{Verdict: editorial.Later, Code: "given_back"})
	r.now = due.Add(-time.Hour)
	r.on(wall).Next = r.now
	r.claim(wall, editorial.StepNone)
	require.Equal(t, due, r.on(wall).Next)
}

// A planned pause that had begun still holds; one that lies ahead, or is over,
// stays, and so does one that began as it was made.
func TestPauseSetBack(t *testing.T) {
	from, to := due, due.Add(-3*time.Hour)
	at := func(minutes int) time.Time { return from.Add(time.Duration(minutes) * time.Minute) }
	for name, row := range map[string]struct {
		from, until, want time.Time
	}{
		"begun":                {at(-5), time.Time{}, to},
		"begun, with an end":   {at(-5), at(30), to},
		"begun this moment":    {at(0), time.Time{}, to},
		"begun long before":    {at(-300), time.Time{}, at(-300)},
		"planned":              {at(5), time.Time{}, at(5)},
		"over":                 {at(-20), at(-10), at(-20)},
		"planned, with an end": {at(5), at(10), at(5)},
	} {
		t.Run(name, func(t *testing.T) {
			p := editorial.Pause{From: row.from, Until: row.until}
			p = p.SetBack(from, to)
			require.Equal(t, row.want, p.From)
			require.Equal(t, row.until, p.Until)
		})
	}
}

// A receipt that nobody waits for any more is told, unless it names the post
// that the ledger has.
func TestStrayReceipt(t *testing.T) {
	for name, row := range map[string]struct {
		o     editorial.Outcome
		event string
	}{
		"the same post":            {says(editorial.Done), ""},
		"another post":             {editorial.Outcome{Verdict: editorial.Done, Receipt: editorial.Receipt{RemoteID: "2"}}, editorial.EventStray},
		"a refusal":                {says(editorial.Never), ""},
		"a yes that names nothing": {editorial.Outcome{Verdict: editorial.Done}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			r := approved(t).late(0)
			r.claim(wall, editorial.StepSend)
			givenUp := r.work[wall]
			r.now = r.on(wall).Next
			r.claim(wall, editorial.StepNone)
			r.claim(wall, editorial.StepLook)
			r.settle(wall, absent(editorial.Sure))
			r.now = r.on(wall).Next
			r.answers(wall, editorial.Done)
			was := *r.on(wall)
			r.work[wall] = givenUp
			s := r.settle(wall, row.o)
			require.Equal(t, editorial.Settlement{Event: row.event}, s)
			require.Equal(t, was, *r.on(wall))
		})
	}
}
