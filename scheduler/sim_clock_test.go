package scheduler

import (
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/store"
)

// own is the machine's own clock, which nobody sets.
func (w *world) own() time.Time { return w.now.Add(w.back) }

// setClock sets the wall clock, for a step by seconds, or by hours.
func (w *world) setClock() {
	by := time.Duration(1+w.rand.IntN(240)) * time.Minute
	if w.rand.IntN(4) == 0 {
		by = time.Duration(1+w.rand.IntN(240)) * time.Second
	}
	if w.rand.IntN(2) == 0 {
		w.setAhead++
		w.now, w.back = w.now.Add(by), w.back-by
		w.ahead = w.own()
		w.note("the clock is set ahead by %s", by)
		return
	}
	w.setBack++
	w.now, w.back = w.now.Add(-by), w.back+by
	w.next = w.now.Add(time.Second) // the releaser polls
	w.note("the clock is set back by %s", by)
	for _, m := range w.posts {
		for i := range m.holds {
			hold := &m.holds[i]
			hold.From, hold.Until = earlier(hold.From, w.now), earlier(hold.Until, w.now)
		}
	}
	for i := range w.pauses {
		if p := &w.pauses[i]; p.Until.IsZero() || p.From.Before(p.Until) { // it held at all
			p.From = earlier(p.From, w.now)
		}
	}
}

func earlier(a, b time.Time) time.Time {
	if a.After(b) {
		return b
	}
	return a
}

// noteTurn remembers when steps were claimed, and sees whether a clock that
// went back did to waits and pauses what it should.
func (w *world) noteTurn(turned editorial.Turned, back time.Duration) {
	for _, work := range turned.Work {
		w.taken[try{work.Delivery.ID, work.Attempt}] = w.own()
	}
	if turned.SetBack == 0 && back == 0 {
		return
	}
	w.note("a daemon sees that the clock went back")
	w.checkBegun()
	if turned.SetBack > 0 {
		w.checkWaits()
	}
}

// checkWaits: what is on the wire is waited for no longer than ever.
func (w *world) checkWaits() {
	sending, _, err := w.db.ListDeliveries(w.ctx, store.DeliveryFilter{States: []editorial.DeliveryState{editorial.Sending}}, store.Page{Limit: 200})
	require.NoError(w.t, err)
	for _, d := range sending {
		require.Less(w.t, d.Next.Sub(w.now), editorial.LeaseTime+editorial.CallTimeout+editorial.ReleaserLease,
			"post %d is on the wire, and nobody looks for hours", w.model(d.Post).number)
	}
}

// checkBegun: no pause that had begun waits for its beginning again.
func (w *world) checkBegun() {
	for i, p := range w.pauses {
		is, err := w.db.GetPause(w.ctx, p.ID)
		require.NoError(w.t, err)
		require.True(w.t, is.Active(w.now) || !p.Until.IsZero(), "pause %d had begun, and does not hold any more", i)
	}
}
