// Package notify is the messenger: it follows the record and tells people of
// what concerns them. Whom, of what and when it may wait are rules of the
// trade; here they are carried out.
package notify

import (
	"context"
	"time"

	"github.com/rs/zerolog"

	"parution.dev/editorial"
)

// Record is the record of what happened, as the messenger reads it.
type Record interface {
	// Subscribe ticks when there is more to read.
	Subscribe() (changed <-chan struct{}, cancel func())
	// TellNotices goes on reading where it was left, and writes down who is told.
	TellNotices(ctx context.Context, ways []editorial.Outlet, now time.Time) (more bool, err error)
	// ForgetNotices drops what is older than anybody looks back.
	ForgetNotices(ctx context.Context, now time.Time) error
}

const (
	// lookAgain is how long what another daemon on the same file wrote, or what
	// failed, goes unnoticed.
	lookAgain = 2 * time.Second
	forget    = 24 * time.Hour
	// together is how long lines that follow one another are waited for, which
	// nobody notices: a transaction for each of them is one that the releaser, and
	// whoever else writes, waits for.
	together = 50 * time.Millisecond
)

// Teller tells people in the application itself, and has leave for them what
// they want outside of it.
type Teller struct {
	Record Record
	Ways   []editorial.Outlet // that this instance has
	Log    zerolog.Logger
	Now    func() time.Time
}

// Run tells until ctx ends. A reading that fails is tried again from where it
// was left.
func (t Teller) Run(ctx context.Context) {
	changed, cancel := t.Record.Subscribe()
	defer cancel()
	again, old := time.NewTicker(lookAgain), time.NewTicker(forget)
	defer again.Stop()
	defer old.Stop()
	ill := false
	for {
		err := t.tell(ctx)
		if err != nil && !ill && ctx.Err() == nil {
			t.Log.Error().Err(err).Msg("people are not told what happens: the record cannot be read")
		}
		ill = err != nil
		select {
		case <-ctx.Done():
			return
		case <-changed:
			select {
			case <-ctx.Done():
			case <-time.After(together):
			}
		case <-again.C:
		case <-old.C:
			if err := t.Record.ForgetNotices(ctx, t.Now()); err != nil && ctx.Err() == nil {
				t.Log.Error().Err(err).Msg("old notices stay")
			}
		}
	}
}

func (t Teller) tell(ctx context.Context) error {
	for {
		more, err := t.Record.TellNotices(ctx, t.Ways, t.Now())
		if err != nil || !more {
			return err
		}
	}
}
