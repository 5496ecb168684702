package notify_test

import (
	"bytes"
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

// record is a record of lines that were told or not.
type record struct {
	mu      sync.Mutex
	changed chan struct{}
	lines   int
	broken  bool
	reads   int
	forgot  int
}

func (r *record) Subscribe() (<-chan struct{}, func()) { return r.changed, func() {} }

func (r *record) TellNotices(context.Context, []editorial.Outlet, time.Time) (bool, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.reads++
	if r.broken {
		return false, errors.New("the disk is full")
	}
	r.lines = max(r.lines-50, 0)
	return r.lines > 0, nil
}

func (r *record) ForgetNotices(context.Context, time.Time) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.forgot++
	return nil
}

// becomes sets how many lines are left, and whether they can be read.
func (r *record) becomes(lines int, broken bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.lines, r.broken = lines, broken
}

// now is how many lines are left, how often they were read, and forgotten.
func (r *record) now() (lines, reads, forgot int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.lines, r.reads, r.forgot
}

// passes lets time go by, and what it wakes come to rest.
func passes(d time.Duration) {
	<-time.After(d)
	synctest.Wait()
}

// lines counts the lines that are logged.
type lines struct {
	mu    sync.Mutex
	count int
}

func (l *lines) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.count += bytes.Count(p, []byte("\n"))
	return len(p), nil
}

func (l *lines) counted() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.count
}

func TestTeller(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := &record{changed: make(chan struct{}, 1), lines: 120}
		var log lines
		ctx, stop := context.WithCancel(t.Context())
		done := make(chan struct{})
		go func() {
			notify.Teller{Record: r, Log: zerolog.New(&log), Now: time.Now}.Run(ctx)
			close(done)
		}()
		synctest.Wait()
		left, reads, _ := r.now()
		require.Zero(t, left)
		require.Equal(t, 3, reads, "what was left over from before is told at once")
		for range 10 {
			r.becomes(10, false)
			select {
			case r.changed <- struct{}{}:
			default: // they fall together
			}
			passes(3 * time.Millisecond)
		}
		passes(100 * time.Millisecond)
		left, reads, _ = r.now()
		require.Zero(t, left)
		require.Equal(t, 5, reads, "what follows one upon the other is told together")

		r.becomes(10, true)
		passes(10 * time.Second)
		require.Equal(t, 1, log.counted(), "an illness is told once")
		r.becomes(10, false)
		passes(3 * time.Second)
		left, _, _ = r.now()
		require.Zero(t, left, "and what was left is told when it is over")

		passes(24 * time.Hour)
		_, _, forgot := r.now()
		require.Equal(t, 1, forgot)
		stop()
		<-done
	})
}
