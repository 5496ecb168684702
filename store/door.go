package store

import (
	"context"
	"slices"
	"sync"
)

// door is the way to the one connection that writes: one at a time is inside,
// in the order in which they came. The releaser goes before all who wait.
type door struct {
	mu     sync.Mutex
	inside bool
	line   []chan struct{}
}

// enter waits for its turn, or until it is given up.
func (d *door) enter(ctx context.Context, first bool) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	turn, free := d.queue(first)
	if free {
		return nil
	}
	select {
	case <-turn:
	case <-ctx.Done():
		if d.giveUp(turn) {
			return ctx.Err()
		}
		<-turn // it was let in this very moment, and must leave as all do
	}
	return nil
}

// queue takes a place in the line, unless nobody is inside.
func (d *door) queue(first bool) (turn chan struct{}, free bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if !d.inside {
		d.inside = true
		return nil, true
	}
	turn = make(chan struct{})
	if first {
		d.line = slices.Insert(d.line, 0, turn)
	} else {
		d.line = append(d.line, turn)
	}
	return turn, false
}

func (d *door) giveUp(turn chan struct{}) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	at := slices.Index(d.line, turn)
	if at < 0 {
		return false
	}
	d.line = slices.Delete(d.line, at, at+1)
	return true
}

// handOn lets the next one in, in one's own place, and tells whether there was
// one; if not, one is still inside.
func (d *door) handOn() bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.line) == 0 {
		return false
	}
	close(d.line[0])
	d.line = slices.Delete(d.line, 0, 1)
	return true
}

// leave goes out, and lets the next one in.
func (d *door) leave() {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.inside = len(d.line) > 0; d.inside {
		close(d.line[0])
		d.line = slices.Delete(d.line, 0, 1)
	}
}
