package store

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// An account rests on every channel that it is connected to, in every
// calendar; the others go on.
func TestRest(t *testing.T) {
	h := newHouse(t)
	require.NoError(t, h.AddCalendar(h.ctx, h.desk(), editorial.Calendar{ID: "cal_2", Name: "Atelier", Zone: "Europe/Paris", Policy: editorial.DefaultPolicy()}, ines))
	twin := aChannel()
	twin.ID, twin.Calendar, twin.Platform, twin.RemoteID, twin.Limits = "chan_9", "cal_2", "on chan_1", "account of chan_1", editorial.Limits{}
	require.NoError(t, h.AddChannel(h.ctx, h.desk(), twin))
	first, elsewhere := h.approved("first", nine, wall), h.approved("elsewhere", nine.Add(time.Minute), ribbon)
	second := h.approved("second", nine.Add(time.Minute), wall)
	h.now = nine
	w := h.claimOne(first, wall)
	limited := answer(w, editorial.Outcome{
		Verdict: editorial.Later, Wait: 10 * time.Minute, Strain: editorial.StrainLimited, Account: w.Account.RemoteID, Ended: nine,
	})
	h.turn(limited)
	want := editorial.Rest{Reason: editorial.StrainLimited, Until: nine.Add(10 * time.Minute)}
	for channel, rest := range map[editorial.ChannelID]editorial.Rest{wall: want, "chan_9": want, ribbon: {}} {
		c, err := h.GetChannel(h.ctx, channel)
		require.NoError(t, err)
		require.Equal(t, rest, c.Rest, channel)
	}

	h.now = nine.Add(time.Minute)
	require.Equal(t, []editorial.PostID{elsewhere.ID}, claimed(h.turn()))
	require.Equal(t, []editorial.Hold{{Code: editorial.CodeAccountLimited, About: string(wall), Until: want.Until}}, h.on(second, wall).Holds)

	h.now = want.Until
	next := h.claimOne(first, wall)
	o := published(next)
	o.Account, o.Strain = next.Account.RemoteID, editorial.StrainNothing
	h.turn(o)
	require.Empty(t, column(t, h.reader, `SELECT rest FROM rests`), "an account that answers has no row")
}

// A silence begins and ends with a line of the record, about the channel that
// was called.
func TestSilenceIsOnRecord(t *testing.T) {
	h := newHouse(t)
	p := h.edit(h.approved("x", nine, wall), func(s *editorial.Sheet) { s.Lateness = editorial.MaxLateness })
	h.now = nine
	for range 6 {
		w := h.claimOne(p, wall)
		h.turn(answer(w, editorial.Outcome{Verdict: editorial.Later, Strain: editorial.StrainSilent, Account: w.Account.RemoteID, Code: "not_sent", Ended: h.now}))
		h.now = h.now.Add(15 * time.Minute)
	}
	require.Equal(t, map[editorial.Platform]int{"on chan_1": 1}, h.standing().Silent)
	w := h.claimOne(p, wall)
	o := published(w)
	o.Account, o.Strain = w.Account.RemoteID, editorial.StrainNothing
	h.turn(o)
	require.Empty(t, h.standing().Silent)
	var told []string
	for _, action := range h.actions(99) {
		if action == "account.silent chan_1" || action == "account.answers chan_1" {
			told = append(told, action)
		}
	}
	require.Equal(t, []string{"account.silent chan_1", "account.answers chan_1"}, told)
}
