package notify

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/rs/zerolog"

	"parution.dev/editorial"
)

// Outbox is what shall leave the house, as the messenger needs it.
type Outbox interface {
	// SubscribeDispatches ticks when there is more to send.
	SubscribeDispatches() (changed <-chan struct{}, cancel func())
	// ClaimDispatches takes what is due on some ways, each for one try.
	ClaimDispatches(ctx context.Context, ways []editorial.Outlet, holder string, now time.Time, most int) ([]editorial.Dispatch, error)
	// SettleDispatch writes down what a try came to.
	SettleDispatch(ctx context.Context, o editorial.DispatchOutcome) (editorial.Dispatch, error)
	// DropDispatch ends a dispatch that has nothing to say any more.
	DropDispatch(ctx context.Context, id editorial.DispatchID, now time.Time) error
}

// Carrier takes messages somewhere. It is called by several at once.
type Carrier interface {
	Ways() []editorial.Outlet
	// Carry takes a message out. An error that is no Trouble may be tried again.
	Carry(ctx context.Context, d editorial.Dispatch) error
}

// Trouble is why a message did not get through.
type Trouble struct {
	Verdict editorial.Verdict // Later or Never
	Wait    time.Duration     // with Later: not before this has passed
	Code    string
	Message string // for the log that people read
	Err     error  // for ours
}

// Error says what the log says.
func (t *Trouble) Error() string {
	if t.Err == nil {
		return t.Message
	}
	return fmt.Sprintf("%s: %v", t.Message, t.Err)
}

// Unwrap returns the cause.
func (t *Trouble) Unwrap() error { return t.Err }

// errNothingToSay ends a dispatch whose matter is over.
type nothingToSay struct{}

func (nothingToSay) Error() string { return "there is nothing to say any more" }

const (
	places  = 16 // messages of one postman under way at once
	tryTime = 2 * time.Minute
	look    = time.Second
)

// Postman takes what waits in the outbox out, on the ways of one carrier: a
// slow way holds up no other.
type Postman struct {
	Outbox  Outbox
	Carrier Carrier
	Log     zerolog.Logger
	Now     func() time.Time
	Holder  string // names this daemon among others on the same file
}

// Run carries until ctx ends, and then waits for what is under way.
func (p Postman) Run(ctx context.Context) {
	changed, cancel := p.Outbox.SubscribeDispatches()
	defer cancel()
	again := time.NewTicker(look)
	defer again.Stop()
	at := newRooms()
	defer at.under.Wait()
	ill := false
	for {
		err := p.round(ctx, at)
		if err != nil && !ill && ctx.Err() == nil {
			p.Log.Error().Err(err).Msg("nothing leaves: the outbox cannot be read")
		}
		ill = err != nil
		select {
		case <-ctx.Done():
			return
		case <-changed:
		case <-at.freed:
		case <-again.C:
		}
	}
}

// rooms are the places of messages that are under way.
type rooms struct {
	busy  chan struct{}
	freed chan struct{} // ticks when one has become free
	under sync.WaitGroup
}

func newRooms() *rooms {
	return &rooms{busy: make(chan struct{}, places), freed: make(chan struct{}, 1)}
}

// take has something done in a place that is free.
func (r *rooms) take(work func()) {
	r.busy <- struct{}{}
	r.under.Go(func() {
		work()
		<-r.busy
		select {
		case r.freed <- struct{}{}:
		default: // it ticks already
		}
	})
}

// round claims as much as can begin at once.
func (p Postman) round(ctx context.Context, at *rooms) error {
	for {
		room := cap(at.busy) - len(at.busy)
		if room == 0 {
			return nil
		}
		claimed, err := p.Outbox.ClaimDispatches(ctx, p.Carrier.Ways(), p.Holder, p.Now(), room)
		if err != nil || len(claimed) == 0 {
			return err
		}
		for _, d := range claimed {
			at.take(func() { p.carry(ctx, d) })
		}
	}
}

// carry takes one message out and writes down what became of it, also when the
// daemon is told to stop meanwhile.
func (p Postman) carry(ctx context.Context, d editorial.Dispatch) {
	started := p.Now()
	trying, cancel := context.WithTimeout(ctx, tryTime)
	err := p.Carrier.Carry(trying, d)
	cancel()
	after := context.WithoutCancel(ctx)
	if errors.Is(err, nothingToSay{}) {
		if err := p.Outbox.DropDispatch(after, d.ID, p.Now()); err != nil {
			p.Log.Error().Err(err).Str("dispatch", string(d.ID)).Msg("a dispatch that is over stays")
		}
		return
	}
	o := outcome(err)
	o.Dispatch, o.Try, o.Started, o.Ended = d.ID, d.Tries, started, p.Now()
	settled, err2 := p.Outbox.SettleDispatch(after, o)
	if err2 != nil {
		p.Log.Error().Err(err2).Str("dispatch", string(d.ID)).Msg("what became of a dispatch was not written down")
		return
	}
	p.Log.Info().Err(err).Str("dispatch", string(d.ID)).Str("way", string(d.Way)).Str("kind", string(d.Kind)).Int("try", d.Tries).
		Str("state", string(settled.State)).Msg("dispatch")
}

// outcome is what an error of a carrier comes to.
func outcome(err error) editorial.DispatchOutcome {
	if err == nil {
		return editorial.DispatchOutcome{Verdict: editorial.Done}
	}
	if known := new(Trouble); errors.As(err, &known) {
		return editorial.DispatchOutcome{Verdict: known.Verdict, Wait: known.Wait, Code: known.Code, Message: known.Message}
	}
	return editorial.DispatchOutcome{Verdict: editorial.Later, Code: "internal", Message: "something went wrong here; the log says what"}
}
