package store

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// A call may have been heard, and its server would drop a repeat; but by then
// the post is on hold. Now a person must say what became of it, and is told so.
func TestPeopleAreAskedWhereNothingIsRepeated(t *testing.T) {
	h := newHouse(t)
	p := h.approved("x", nine, wall)
	h.now = nine
	unknown := answer(h.claimOne(p, wall), editorial.Outcome{Verdict: editorial.Unknown, Code: "timeout"})
	h.turn(unknown)
	h.now = h.on(p, wall).Next
	look := h.claimOne(p, wall)
	require.Equal(t, editorial.StepLook, look.Step)
	h.move(p, editorial.MoveHold)
	h.turn(answer(look, editorial.Outcome{Verdict: editorial.Done, Absence: editorial.Likely, Honoured: true}))
	h.now = h.on(p, wall).Next
	require.Empty(t, h.turn().Work)
	d := h.on(p, wall)
	require.True(t, d.ForPerson())
	require.Contains(t, h.actions(1), "delivery.needs_answer "+string(d.ID))
}

// A look finds that the channel's credentials are refused: that is told, once,
// though the post itself is told of already.
func TestALookTellsOfALostChannel(t *testing.T) {
	h := newHouse(t)
	p := h.approved("x", nine, wall)
	h.now = nine
	h.turn(answer(h.claimOne(p, wall), editorial.Outcome{Verdict: editorial.Unknown, Code: "timeout"}))
	for range 2 {
		h.now = h.on(p, wall).Next
		h.turn(answer(h.claimOne(p, wall), editorial.Outcome{Verdict: editorial.Reconnect, Code: "401"}))
	}
	require.Equal(t, 1, h.count(`SELECT COUNT(*) FROM audit WHERE action = 'channel.lost' AND subject = $1`, wall))
}

// A person connects a channel anew while a call with its old credentials is on
// the wire. That they are refused says nothing of the new ones.
func TestRefusedCredentialsOfBefore(t *testing.T) {
	h := newHouse(t)
	p := h.approved("x", nine, wall)
	h.now = nine
	w := h.claimOne(p, wall)
	_, err := h.UpdateChannel(h.ctx, h.desk(), wall, func(c *editorial.Channel) error {
		c.Credentials = c.Credentials.With("token", "new")
		return nil
	})
	require.NoError(t, err)
	h.turn(answer(w, editorial.Outcome{Verdict: editorial.Reconnect, Code: "401"}))
	c, err := h.GetChannel(h.ctx, wall)
	require.NoError(t, err)
	require.Equal(t, editorial.Connected, c.State)
	require.Zero(t, h.count(`SELECT COUNT(*) FROM audit WHERE action = 'channel.lost'`))
	h.now = h.on(p, wall).Next
	require.Equal(t, editorial.StepSend, h.claimOne(p, wall).Step, "and it leaves with those")
}

// A look is told what else is on its account: a post that says the same is not
// what it looks for.
func TestALookKnowsWhatIsTaken(t *testing.T) {
	h := newHouse(t)
	at := nine.Add(2 * takenFor)
	h.raw(`UPDATE channels SET platform = $1, remote_id = $2 WHERE id = $3`, "on "+string(wall), "account of "+string(wall), ribbon)
	old := h.approved("Bonjour", at.Add(-takenFor-time.Second), wall)
	before, same := h.approved("Bonjour", at, wall), h.approved("Bonjour", at, ribbon)
	p := h.approved("Bonjour", at.Add(time.Minute), wall)
	h.now = at.Add(-takenFor - time.Second)
	h.turn(published(h.claimOne(old, wall)))
	h.now = at
	for _, w := range h.turn().Work {
		require.Empty(t, w.Taken, "only a look asks")
		h.turn(published(w))
	}
	h.now = at.Add(time.Minute)
	h.turn(answer(h.claimOne(p, wall), editorial.Outcome{Verdict: editorial.Unknown, Code: "timeout"}))
	h.now = h.on(p, wall).Next
	look := h.claimOne(p, wall)
	require.Equal(t, editorial.StepLook, look.Step)
	require.ElementsMatch(t, []editorial.Receipt{h.on(before, wall).Parts[0].Receipt, h.on(same, ribbon).Parts[0].Receipt}, look.Taken)
}
