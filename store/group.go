package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// group is one transaction that several writers share, one after the other, so
// that one sync serves them all. Each runs its change in its own goroutine; the
// last one commits. Whoever changed something waits for the commit, and so does
// whoever was refused: it may be because of what another of the group wrote.
type group struct {
	tx    *sql.Tx
	came  int           // writers so far
	kept  int           // of them, whose changes stand
	ended chan struct{} // closed after the commit, or once it is sure that there is none
	err   error         // why nothing of it has happened; to be read after the end
}

// mostTogether bounds how long the first of a group waits for its commit.
const mostTogether = 64

// errUnfinished is the outcome of a change that panicked.
var errUnfinished = errors.New("the change did not return")

// write runs change in a writing transaction, and returns when it is on disk.
// Closures are pure and quick: nobody else writes meanwhile. What is cancelled
// before its change returns has not happened; but a change that has begun is
// not interrupted, for others may share its transaction.
func (s *Store) write(ctx context.Context, change func(*tx) error) error {
	return s.writeShared(ctx, change, false)
}

// writeFirst is write for the releaser: it waits for nobody but who is inside,
// and commits at once.
func (s *Store) writeFirst(ctx context.Context, change func(*tx) error) error {
	return s.writeShared(ctx, change, true)
}

func (s *Store) writeShared(ctx context.Context, change func(*tx) error, first bool) error {
	has, done := s.stopwatch.start()
	if err := s.door.enter(ctx, first); err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	has()
	defer done()
	g, err := s.join(ctx)
	if err != nil {
		s.door.leave()
		return explained(fmt.Errorf("begin: %w", err))
	}
	t := &tx{Tx: g.tx, ctx: context.WithoutCancel(ctx), store: s}
	err = s.takePart(ctx, g, t, change, first)
	<-g.ended
	if g.err != nil {
		return explained(g.err)
	}
	if err == nil {
		s.ring(t)
	}
	return explained(err)
}

// join returns the group that is under way, or a new one.
func (s *Store) join(ctx context.Context) (*group, error) {
	if s.together == nil {
		begun, err := s.writer.BeginTx(context.WithoutCancel(ctx), nil)
		if err != nil {
			return nil, err
		}
		s.together = &group{tx: begun, ended: make(chan struct{})}
	}
	s.together.came++
	return s.together, nil
}

// takePart runs a change as a part of the group. However it ends, be it by a
// panic, the group goes on with the next writer or ends.
func (s *Store) takePart(ctx context.Context, g *group, t *tx, change func(*tx) error, last bool) (err error) {
	outcome := errUnfinished
	defer func() {
		g.settle(t, outcome)
		s.goOn(g, last)
	}()
	if outcome = g.mark(t); outcome != nil {
		return outcome
	}
	outcome = errUnfinished
	err = change(t)
	if err == nil && ctx.Err() != nil {
		err = fmt.Errorf("cancelled: %w", ctx.Err())
	}
	outcome = err
	return err
}

// mark notes where a change begins. Before the first that stands, that is where
// the transaction begins.
func (g *group) mark(t *tx) error {
	if g.kept == 0 {
		return nil
	}
	_, err := t.exec(`SAVEPOINT writer`)
	return err
}

// settle keeps a change, or undoes it alone. Where the database itself has
// failed, it may have given up the transaction: then nothing of it has happened.
func (g *group) settle(t *tx, outcome error) {
	marked := g.kept > 0
	if outcome == nil {
		g.kept++
	}
	switch {
	case !marked:
	case isSystemic(outcome):
		g.err = fmt.Errorf("written together with others: %w", outcome)
	default:
		if outcome != nil {
			_, g.err = t.exec(`ROLLBACK TO writer`)
		}
		_, err := t.exec(`RELEASE writer`)
		g.err = errors.Join(g.err, err)
	}
}

// goOn lets the next writer into the group, or ends it.
func (s *Store) goOn(g *group, last bool) {
	more := g.err == nil && g.kept > 0 && !last && g.came < mostTogether
	if more && s.door.handOn() {
		return
	}
	s.together = nil
	g.end()
	s.door.leave()
}

// end commits what was kept, and tells those who wait.
func (g *group) end() {
	defer close(g.ended)
	if g.err != nil || g.kept == 0 {
		_ = g.tx.Rollback()
		return
	}
	if err := g.tx.Commit(); err != nil {
		g.err = fmt.Errorf("commit: %w", err)
	}
}
