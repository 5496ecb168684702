package scheduler_test

import (
	"context"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/publishers"
	"parution.dev/store"
)

// process is a daemon's own side of the ledger and of the network. It can be
// frozen, as a stopped process or a suspended machine is: wherever it is then,
// it goes no further until it thaws.
type process struct {
	*store.Store
	*square

	mu   sync.Mutex
	at   moment        // at which it freezes next
	gate chan struct{} // closed when it thaws; nil: not frozen
}

// moment is a place in a process's way.
type moment string

const (
	atAnyTurn moment = "turn"
	confirmed moment = "confirmed" // it has looked for the last time, and not called yet
	calling   moment = "calling"   // its request is on its way into the socket
	answered  moment = "answered"  // the platform has heard it and said so
)

// freezeAt freezes it at the moment, when that comes.
func (p *process) freezeAt(m moment) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.at = m
}

func (p *process) thaw() {
	p.mu.Lock()
	defer p.mu.Unlock()
	close(p.gate)
	p.gate, p.at = nil, ""
}

func (p *process) pass(m moment) {
	p.mu.Lock()
	if p.at == m && p.gate == nil {
		p.gate = make(chan struct{})
	}
	gate := p.gate
	p.mu.Unlock()
	if gate != nil {
		<-gate
	}
}

func (p *process) Turn(ctx context.Context, round editorial.Round) (editorial.Turned, error) {
	p.pass(atAnyTurn)
	return p.Store.Turn(ctx, round)
}

func (p *process) Confirm(ctx context.Context, w editorial.Work, now time.Time) (bool, error) {
	ok, err := p.Store.Confirm(ctx, w, now)
	p.pass(confirmed)
	return ok, err
}

func (p *process) Publish(ctx context.Context, to editorial.Account, piece publishers.Piece) (editorial.Receipt, error) {
	p.pass(calling)
	receipt, err := p.square.Publish(ctx, to, piece)
	p.pass(answered)
	return receipt, err
}

// two starts two daemons on one file; the first has the lease.
func (r *rig) two() (first *process, end func()) {
	r.t.Helper()
	first = &process{Store: r.open(), square: r.square}
	second := &process{Store: r.open(), square: r.square}
	endFirst := r.daemon("first", first, first)
	sleep(time.Minute)
	endSecond := r.daemon("second", second, second)
	return first, func() { endFirst(); endSecond() }
}

func (r *rig) told(action string) int {
	r.t.Helper()
	lines, err := r.db.ListAudit(r.t.Context(), store.AuditFilter{Calendars: []editorial.CalendarID{"cal_1"}}, 1000)
	require.NoError(r.t, err)
	count := 0
	for _, line := range lines {
		if line.Action == action {
			count++
		}
	}
	return count
}

// The first daemon freezes with something claimed, before or after its last
// look, or with its call heard. The second takes over, reads back what was on
// the wire and goes on. The first wakes up and does no harm.
func TestDaemonFreezes(t *testing.T) {
	for name, at := range map[string]moment{"with nothing claimed": atAnyTurn, "after its last look": confirmed, "with its call heard": answered} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				r := newRig(t, november, editorial.Rules{})
				p, _ := r.plan("x", "2026-11-24T08:10")
				next, _ := r.plan("next", "2026-11-24T08:20")
				last, _ := r.plan("last", "2026-11-24T08:30")
				first, end := r.two()
				first.freezeAt(at)
				sleep(13 * time.Minute)
				require.Len(t, r.square.said(), 1, "by one of them")
				require.Equal(t, editorial.Published, r.state(p))
				sleep(10 * time.Minute)
				require.Equal(t, editorial.Published, r.state(next), "the other releases")
				first.thaw()
				sleep(10 * time.Minute)
				require.Equal(t, editorial.Published, r.state(last))
				require.Len(t, r.square.said(), 3)
				require.Zero(t, r.told(editorial.EventStray))
				end()
			})
		})
	}
}

// What no lease can prevent: a process that freezes between its last look and
// the socket, for longer than its lease. Its request goes out when it wakes up,
// though another sent the post meanwhile. That is told.
func TestDaemonFreezesAtTheSocket(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, november, editorial.Rules{})
		p, _ := r.plan("x", "2026-11-24T08:10")
		first, end := r.two()
		first.freezeAt(calling)
		sleep(13 * time.Minute)
		require.Len(t, r.square.said(), 1, "the other one’s")
		require.Equal(t, 1, r.square.lookedUp(), "which looked first")
		first.thaw()
		sleep(time.Minute)
		require.Len(t, r.square.said(), 2)
		require.Equal(t, editorial.Published, r.state(p))
		require.Equal(t, 1, r.told(editorial.EventStray))
		require.Equal(t, 1, r.told("delivery.published"))
		end()
	})
}

// The first daemon dies. The second takes over once its lease has run out.
func TestDaemonDies(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, november, editorial.Rules{})
		p, _ := r.plan("x", "2026-11-24T08:10")
		first, end := r.two()
		sleep(9*time.Minute - 5*time.Second)
		first.freezeAt(atAnyTurn)
		sleep(time.Second)
		require.Empty(t, r.square.said())
		sleep(editorial.ReleaserLease + 20*time.Second)
		require.Equal(t, editorial.Published, r.state(p))
		read, err := r.db.GetPost(t.Context(), p)
		require.NoError(t, err)
		require.Less(t, read.Deliveries[0].Late(), editorial.ReleaserLease+20*time.Second)
		first.thaw()
		end()
	})
}

// The wall clock jumps ahead while the first daemon’s call is on the wire. By
// that clock its lease is over, and the platform does not show the post yet:
// the second waits until that call must have ended.
func TestClockJumpsDuringACall(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, november, editorial.Rules{})
		p, _ := r.plan("x", "2026-11-24T08:10")
		first, end := r.two()
		slow := make(chan struct{})
		r.square.slow = slow
		sleep(9*time.Minute + time.Second)
		require.Len(t, r.square.said(), 1)
		r.clock.set(10 * time.Minute)
		first.freezeAt(atAnyTurn)
		sleep(20 * time.Second)
		require.Zero(t, r.square.lookedUp())
		first.thaw()
		close(slow)
		sleep(5 * time.Minute)
		require.Equal(t, editorial.Published, r.state(p))
		require.Len(t, r.square.said(), 1, "once")
		end()
	})
}
