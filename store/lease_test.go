package store

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// The clock goes back by hours under two daemons. Nobody is locked out for
// hours, what was on the wire is read back as soon as ever, and what was
// planned leaves at its time, once.
func TestClockGoesBack(t *testing.T) {
	h := newHouse(t)
	out, onWire, ahead := h.approved("out", nine, wall), h.approved("on the wire", nine, ribbon), h.approved("ahead", nine.Add(time.Minute), wall)
	h.now = nine
	w := h.turn().Work
	require.Len(t, w, 2)
	h.turn(published(w[0]))
	require.Equal(t, editorial.Published, h.on(out, wall).State)
	was := h.on(onWire, ribbon)

	back := nine.Add(-3 * time.Hour)
	h.now = back
	round := h.round()
	round.Holder = "another"
	turned, err := h.Turn(h.ctx, round)
	require.NoError(t, err)
	require.False(t, turned.Releasing, "the holder may live")
	require.Equal(t, 3*time.Hour, turned.SetBack)
	require.Equal(t, was.Lease.Add(-3*time.Hour), h.on(onWire, ribbon).Lease)
	turned, err = h.Turn(h.ctx, round)
	require.NoError(t, err)
	require.Zero(t, turned.SetBack, "once")

	h.now = back.Add(editorial.ReleaserLease)
	round.Now = h.now
	turned, err = h.Turn(h.ctx, round)
	require.NoError(t, err)
	require.True(t, turned.Releasing, "and a dead one keeps nobody out")
	require.Empty(t, turned.Work, "nothing leaves before its time")
	h.now = back.Add(editorial.LeaseTime + editorial.CallTimeout)
	round.Now = h.now
	require.Equal(t, []editorial.PostID{onWire.ID}, claimed(h.turnAs(round)), "read back")
	require.Equal(t, editorial.Published, h.on(out, wall).State)

	h.now = nine.Add(time.Minute)
	round.Now = h.now
	require.Contains(t, claimed(h.turnAs(round)), ahead.ID)
	require.Len(t, h.attempts(out, wall), 1)
}

// turnAs is a round of a daemon; a row that has to be looked at twice is.
func (h *house) turnAs(round editorial.Round) editorial.Turned {
	h.t.Helper()
	turned, err := h.Turn(h.ctx, round)
	require.NoError(h.t, err)
	if turned.Full || len(turned.Work) == 0 {
		turned, err = h.Turn(h.ctx, round)
		require.NoError(h.t, err)
	}
	return turned
}

// The ledger remembers the clock also while no daemon runs.
func TestClockGoesBackWhileNobodyRuns(t *testing.T) {
	h := newHouse(t)
	p := h.approved("x", nine, wall)
	h.now = nine
	h.claimOne(p, wall)
	require.NoError(t, h.ReleaseLease(h.ctx, "daemon"))
	alone, err := h.TakeOver(h.ctx)
	require.NoError(t, err)
	require.True(t, alone)
	h.now = nine.Add(-time.Hour)
	turned := h.turn()
	require.True(t, turned.Releasing)
	require.Equal(t, time.Hour, turned.SetBack)
	require.WithinRange(t, h.on(p, wall).Next, h.now, h.now.Add(2*time.Minute))
}

// A pause that had begun still holds after the clock went back.
func TestPauseSurvivesASetBack(t *testing.T) {
	h := newHouse(t)
	p := h.approved("x", nine, wall)
	h.now = nine.Add(2 * time.Hour) // the clock is fast by three
	begun := editorial.Pause{ID: "pau_1", Calendar: maison, Scope: editorial.Scope{Calendar: maison}, Reason: "crisis", From: h.now, Made: h.now.Add(-time.Hour)}
	planned := editorial.Pause{ID: "pau_2", Calendar: maison, Scope: editorial.Scope{Channel: ribbon}, Reason: "inventory", From: h.now.Add(time.Hour)}
	require.NoError(t, h.AddPause(h.ctx, h.desk(), begun))
	require.NoError(t, h.AddPause(h.ctx, h.desk(), planned))
	h.raw(`UPDATE deliveries SET state = 'scheduled', next_at = due_at, due_at = $1 WHERE post_id = $2`, nine.UnixMilli(), p.ID)
	h.raw(`INSERT INTO releaser (one, holder, until_at) VALUES (1, 'daemon', $1)`, h.now.Add(editorial.ReleaserLease).UnixMilli())
	h.now = nine.Add(-time.Hour)
	h.turn()
	h.now = nine
	require.Empty(t, h.turn().Work)
	require.Equal(t, editorial.Held, h.on(p, wall).State)
	read, err := h.GetPause(h.ctx, "pau_1")
	require.NoError(t, err)
	require.Equal(t, nine.Add(-time.Hour), read.From)
	read, err = h.GetPause(h.ctx, "pau_2")
	require.NoError(t, err)
	require.Equal(t, planned.From, read.From)
}

// One that began as it was made holds also where nobody can tell that the clock
// went back: no daemon ran while it was fast.
func TestPauseMadeWhileNobodyReleased(t *testing.T) {
	h := newHouse(t)
	p := h.approved("x", nine, wall)
	h.now = nine.Add(3 * time.Hour) // the clock is fast
	pause := editorial.Pause{ID: "pau_1", Calendar: maison, Scope: editorial.Scope{Calendar: maison}, Reason: "crisis", From: h.now, Made: h.now}
	require.NoError(t, h.AddPause(h.ctx, h.desk(), pause))
	h.now = nine
	require.Empty(t, h.turn().Work)
	require.Equal(t, editorial.CodePaused, h.on(p, wall).Holds[0].Code)
	read, err := h.GetPause(h.ctx, "pau_1")
	require.NoError(t, err)
	require.Equal(t, pause, read, "its row is as it was made")
}

// An answer that came before the clock went back is written as of now, so that
// the look that follows it is not hours away.
func TestOutcomeFromBeforeASetBack(t *testing.T) {
	h := newHouse(t)
	p := h.approved("x", nine, wall)
	h.now = nine
	w := h.claimOne(p, wall)
	unclear := answer(w, editorial.Outcome{Verdict: editorial.Unknown, Code: "cut"})
	unclear.Ended = nine.Add(time.Second)
	h.now = nine.Add(-3 * time.Hour)
	h.turn()
	h.turn(unclear)
	require.Equal(t, h.now.Add(5*time.Second), h.on(p, wall).Next)
}

// What left before the clock went back does not keep a channel closed until
// its time comes round again.
func TestGapAfterASetBack(t *testing.T) {
	h := newHouse(t, func(*Config) {})
	_, err := h.UpdateChannel(h.ctx, h.desk(), wall, func(c *editorial.Channel) error {
		c.Rules.MinimumGap = time.Hour
		return nil
	})
	require.NoError(t, err)
	first, second := h.approved("first", nine.Add(time.Minute), wall), h.approved("second", nine, wall)
	h.now = nine.Add(3 * time.Hour)
	h.raw(`UPDATE deliveries SET state = 'published', next_at = NULL, out_at = $1 WHERE post_id = $2`, h.now.UnixMilli(), first.ID)
	h.now = nine
	require.Equal(t, []editorial.PostID{second.ID}, claimed(h.turn()))
}

// A post that a given-up sender published all the same stands in the record.
func TestStrayReceiptIsTold(t *testing.T) {
	h := newHouse(t)
	p := h.approved("x", nine, wall)
	h.now = nine
	frozen := h.claimOne(p, wall)
	h.now = nine.Add(2 * time.Minute)
	h.turn()
	look := h.claimOne(p, wall)
	h.turn(answer(look, editorial.Outcome{Verdict: editorial.Done, Absence: editorial.Sure}))
	h.now = h.on(p, wall).Next
	h.turn(published(h.claimOne(p, wall)))
	late := published(frozen)
	late.Receipt = editorial.Receipt{RemoteID: "a second one", URL: "https://wall.example/2"}
	turned := h.turn(late)
	require.False(t, turned.Settled[0].Accepted)
	require.Equal(t, editorial.EventStray, turned.Settled[0].Event)
	require.Equal(t, 1, h.count(`SELECT COUNT(*) FROM audit WHERE action = $1 AND detail = $2`, editorial.EventStray, late.Receipt.URL))
	require.Equal(t, editorial.Published, h.on(p, wall).State)
	require.NotEqual(t, late.Receipt, h.on(p, wall).Parts[0].Receipt)
}
