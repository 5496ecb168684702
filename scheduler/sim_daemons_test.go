package scheduler

import (
	"fmt"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// rival is a second daemon on the file: it may claim only where the first has
// let the lease run out, and dies with what it has claimed.
func (w *world) rival() {
	w.rivals++
	w.otherDaemon(editorial.Round{Holder: fmt.Sprintf("rival-%d", w.rivals), Free: 1})
}

// frozen is a daemon that stopped for a while with something in its hands, as
// a suspended machine does, while another took over.
type frozen struct {
	holder   string
	claimed  []editorial.Work
	outcomes []editorial.Outcome
}

func (w *world) freeze() {
	if len(w.claimed)+len(w.outcomes) > 0 {
		w.frozen = append(w.frozen, frozen{w.scheduler.cfg.Holder, w.claimed, w.outcomes})
	}
}

// wake lets a frozen daemon go on where it stopped: it carries out what it had
// claimed, as far as it is let, and writes down what came of it.
func (w *world) wake() {
	if len(w.frozen) == 0 {
		return
	}
	i := w.rand.IntN(len(w.frozen))
	f := w.frozen[i]
	w.frozen = append(w.frozen[:i:i], w.frozen[i+1:]...)
	w.woken++
	w.note("%s wakes up with %d claimed and %d to settle", f.holder, len(f.claimed), len(f.outcomes))
	for _, work := range f.claimed {
		f.outcomes = append(f.outcomes, w.carry(work))
	}
	w.otherDaemon(editorial.Round{Holder: f.holder, Outcomes: f.outcomes})
}

// otherDaemon takes a turn beside this daemon.
func (w *world) otherDaemon(round editorial.Round) {
	round.Now = w.now
	turned, err := w.db.Turn(w.ctx, round)
	require.NoError(w.t, err)
	kept := !w.released.IsZero() && w.ahead.Before(w.released) && w.own().Before(w.released.Add(editorial.ReleaserLease/2))
	require.False(w.t, kept && turned.Releasing, "two daemons release at once")
	require.LessOrEqual(w.t, len(turned.Work), round.Free, "claimed more than can start at once")
	w.noteTurn(turned, 0)
	for _, s := range turned.Settled {
		w.noteDelivery(round.Holder+" settled "+string(s.Outcome.Verdict), s.Delivery)
	}
	for _, work := range turned.Work {
		w.checkClaim(work)
		w.noteDelivery(round.Holder+" claimed "+string(work.Step), work.Delivery)
	}
}
