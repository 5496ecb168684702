package notify_test

import (
	"bytes"
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/rs/zerolog"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/notify"
)

// record is a record of lines that were told or not.
type record struct {
	changed chan struct{}
	lines   int
	broken  bool
	reads   int
	forgot  int
}

func (r *record) Subscribe() (<-chan struct{}, func()) { return r.changed, func() {} }

func (r *record) TellNotices(context.Context, []editorial.Outlet, time.Time) (bool, error) {
	r.reads++
	if r.broken {
		return false, errors.New("the disk is full")
	}
	r.lines = max(r.lines-50, 0)
	return r.lines > 0, nil
}

func (r *record) ForgetNotices(context.Context, time.Time) error {
	r.forgot++
	return nil
}

func TestTeller(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := &record{changed: make(chan struct{}, 1), lines: 120}
		var log bytes.Buffer
		ctx, stop := context.WithCancel(t.Context())
		done := make(chan struct{})
		go func() {
			notify.Teller{Record: r, Log: zerolog.New(&log), Now: time.Now}.Run(ctx)
			close(done)
		}()
		synctest.Wait()
		require.Equal(t, 3, r.reads, "what was left over from before is told at once")
		r.lines = 10
		r.changed <- struct{}{}
		synctest.Wait()
		require.Zero(t, r.lines)

		r.broken, r.lines = true, 10
		<-time.After(10 * time.Second)
		require.Equal(t, 1, bytes.Count(log.Bytes(), []byte("\n")), "an illness is told once")
		r.broken = false
		<-time.After(3 * time.Second)
		require.Zero(t, r.lines, "and what was left is told when it is over")

		<-time.After(24 * time.Hour)
		require.Equal(t, 1, r.forgot)
		stop()
		<-done
	})
}
