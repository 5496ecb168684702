package notify_test

import (
	"context"
	"errors"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/rs/zerolog"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/notify"
)

// outbox is a list of what waits.
type outbox struct {
	mu      sync.Mutex
	waiting []editorial.Dispatch
	settled []editorial.DispatchOutcome
	dropped []editorial.DispatchID
}

func (*outbox) SubscribeDispatches() (<-chan struct{}, func()) {
	return make(chan struct{}), func() {}
}

func (o *outbox) ClaimDispatches(_ context.Context, _ []editorial.Outlet, _ string, now time.Time, most int) ([]editorial.Dispatch, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	n := min(most, len(o.waiting))
	claimed := o.waiting[:n:n]
	o.waiting = o.waiting[n:]
	for i := range claimed {
		claimed[i].Claim("here", now)
	}
	return claimed, nil
}

func (o *outbox) receives(d editorial.Dispatch) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.waiting = append(o.waiting, d)
}

func (o *outbox) SettleDispatch(_ context.Context, s editorial.DispatchOutcome) (editorial.Dispatch, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.settled = append(o.settled, s)
	return editorial.Dispatch{}, nil
}

func (o *outbox) DropDispatch(_ context.Context, id editorial.DispatchID, _ time.Time) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.dropped = append(o.dropped, id)
	return nil
}

// runner carries as it is told.
type runner func(ctx context.Context, d editorial.Dispatch) error

func (runner) Ways() []editorial.Outlet { return []editorial.Outlet{editorial.OutletMail} }

func (r runner) Carry(ctx context.Context, d editorial.Dispatch) error { return r(ctx, d) }

// Sixteen are under way at once, a stuck one is let go, and each is written down.
func TestPostman(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o := &outbox{}
		for i := range 60 {
			o.waiting = append(o.waiting, editorial.Dispatch{ID: editorial.DispatchID([]string{"slow", "bad", "odd"}[i%3])})
		}
		var mu sync.Mutex
		under, most := 0, 0
		carry := func(ctx context.Context, d editorial.Dispatch) error {
			mu.Lock()
			under++
			most = max(most, under)
			mu.Unlock()
			defer func() { mu.Lock(); under--; mu.Unlock() }()
			switch d.ID {
			case "slow":
				<-ctx.Done()
				return ctx.Err()
			case "bad":
				return &notify.Trouble{Verdict: editorial.Never, Code: "no", Message: "never"}
			}
			return errors.New("something else")
		}
		ctx, stop := context.WithCancel(t.Context())
		done := make(chan struct{})
		go func() {
			notify.Postman{Outbox: o, Carrier: runner(carry), Log: zerolog.Nop(), Now: time.Now, Holder: "here"}.Run(ctx)
			close(done)
		}()
		passes(10 * time.Minute)
		require.Len(t, o.settled, 60)
		require.Equal(t, 16, most)
		verdicts := map[editorial.Verdict]int{}
		for _, s := range o.settled {
			verdicts[s.Verdict]++
		}
		require.Equal(t, map[editorial.Verdict]int{editorial.Later: 40, editorial.Never: 20}, verdicts)

		o.receives(editorial.Dispatch{ID: "slow"})
		passes(2 * time.Second)
		stop()
		<-done
		require.Len(t, o.settled, 61, "what was under way when the daemon stopped is written down too")
	})
}

// As soon as there is room again, more goes: nothing waits for the next look.
func TestPostmanIsQuick(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o := &outbox{waiting: make([]editorial.Dispatch, 200)}
		carry := func(context.Context, editorial.Dispatch) error {
			<-time.After(10 * time.Millisecond)
			return nil
		}
		ctx, stop := context.WithCancel(t.Context())
		defer stop()
		go notify.Postman{Outbox: o, Carrier: runner(carry), Log: zerolog.Nop(), Now: time.Now, Holder: "here"}.Run(ctx)
		passes(500 * time.Millisecond)
		require.Len(t, o.settled, 200)
	})
}
