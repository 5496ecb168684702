// Package store keeps the calendar in one SQLite file. It is the only room
// with SQL in it. It loads what a rule needs, calls the rule inside the
// transaction, and writes down what the rule said; it decides nothing.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	"parution.dev/editorial"
)

// Sealer encrypts credentials at rest. The row's id is bound to what is
// sealed, so that a sealed value moved to another row does not open.
type Sealer interface {
	Seal(plain []byte, row string) ([]byte, error)
	Open(sealed []byte, row string) ([]byte, error)
}

// Config says where the store lives and who must hear of it.
type Config struct {
	Dir    string // the data directory; made with mode 0700 when absent
	Sealer Sealer
	Bell   func(next time.Time)  // after a commit that brought a delivery to look at; may be nil
	Free   func() (int64, error) // bytes left on the disk; nil asks the system
}

// Store is the database and the media beside it. It is safe for concurrent
// use, and for several processes on one file.
type Store struct {
	cfg    Config
	writer *sql.DB // one connection
	reader *sql.DB

	door     door
	together *group // under way; whoever is inside has it
	batches  batches

	daemonLock *os.File // of the one daemon on this machine; nil: not ours
	stopwatch  Stopwatch
	known      memos
	record     bell // rung after commits that added to it
	news       bell // rung after commits that told people something, or noted what they read
	outbox     bell // rung after commits that had something leave
}

// Write says who is writing, when, and whether once.
type Write struct {
	By   editorial.Actor
	Now  time.Time
	Once *Once
	Copy int64 // version of the member's working copy that a change of a post saves; 0: of none
}

// Open opens the database in the data directory, makes it when absent, and
// brings an older schema up to date after a backup. A newer schema is refused
// with ErrNewerSchema.
func Open(ctx context.Context, cfg Config) (*Store, error) {
	if err := os.MkdirAll(filepath.Join(cfg.Dir, mediaDir), 0o700); err != nil {
		return nil, explained(fmt.Errorf("make the data directory: %w", err))
	}
	path := filepath.Join(cfg.Dir, databaseFile)
	if err := migrate(ctx, path, migrations); err != nil {
		return nil, explained(err)
	}
	s := &Store{cfg: cfg, writer: openPool(path, false), reader: openPool(path, true)}
	if err := s.Ping(ctx); err != nil {
		_ = s.Close()
		return nil, err
	}
	return s, nil
}

// Close checkpoints and closes the database.
func (s *Store) Close() error {
	err := errors.Join(s.reader.Close(), s.writer.Close())
	if s.daemonLock != nil {
		err = errors.Join(err, s.daemonLock.Close())
		s.daemonLock = nil
	}
	return err
}

// Ping tells whether the database answers.
func (s *Store) Ping(ctx context.Context) error {
	var one int
	if err := s.reader.QueryRowContext(ctx, `SELECT 1`).Scan(&one); err != nil {
		return fmt.Errorf("the database does not answer: %w", explained(err))
	}
	return nil
}

// Checkpoint moves the write-ahead log into the database file. It is a job of
// its own, so that no claim pays for it.
func (s *Store) Checkpoint(ctx context.Context) error {
	if _, err := s.writer.ExecContext(ctx, `PRAGMA wal_checkpoint(PASSIVE)`); err != nil {
		return fmt.Errorf("checkpoint: %w", err)
	}
	return nil
}

// tx is a transaction: the context it runs in, and what must happen once it
// has been committed.
type tx struct {
	*sql.Tx
	ctx    context.Context //nolint:containedctx // lives as long as the transaction, which is bound to it
	store  *Store
	next   time.Time // the earliest delivery to look at that it wrote
	lines  int       // of the record
	told   int       // notices that it wrote or marked
	posted int       // dispatches that it wrote
	known  known

	together bool // changes that could fail alone are not kept apart: the first that fails ends the transaction
}

// errOneRow ends a transaction because of one row that makes no sense.
var errOneRow = errors.New("one row failed")

// Stopwatch measures writes. It is called before a write waits for its turn;
// begun is called when it has it, and done when it is over.
type Stopwatch func() (begun, done func())

// Watch has writes measured. It must be called before the store is shared.
func (s *Store) Watch(with Stopwatch) { s.stopwatch = with }

func (w Stopwatch) start() (begun, done func()) {
	if w == nil {
		return func() {}, func() {}
	}
	return w()
}

// read runs several reads on one snapshot.
func (s *Store) read(ctx context.Context, look func(*tx) error) error {
	begun, err := s.reader.BeginTx(ctx, nil)
	if err != nil {
		return explained(fmt.Errorf("begin: %w", err))
	}
	defer func() { _ = begun.Rollback() }()
	return explained(look(&tx{Tx: begun, ctx: ctx, store: s}))
}

// exec runs one statement and tells how many rows it changed.
func (t *tx) exec(query string, args ...any) (int64, error) {
	result, err := t.ExecContext(t.ctx, query, args...)
	if err != nil {
		return 0, fmt.Errorf("write: %w", err)
	}
	n, err := result.RowsAffected()
	if err != nil {
		return 0, fmt.Errorf("write: %w", err)
	}
	return n, nil
}

// must runs a statement that changes exactly one row.
func (t *tx) must(query string, args ...any) error {
	n, err := t.exec(query, args...)
	if err == nil && n == 0 {
		return editorial.Refuse(editorial.NotFound, editorial.CodeNotFound)
	}
	return err
}

// apart runs a change that can fail alone, even by a panic over a row that
// makes no sense: its writes are undone, and the transaction goes on. A
// transaction that keeps its changes together ends with errOneRow instead.
func (t *tx) apart(change func() error) error {
	if t.together {
		err := calmly(change)
		if err == nil || isSystemic(err) {
			return err
		}
		return fmt.Errorf("%w: %w", errOneRow, err)
	}
	if _, err := t.exec(`SAVEPOINT apart`); err != nil {
		return err
	}
	err := calmly(change)
	if err != nil {
		t.known.heads, t.known.rests = nil, nil
		if _, undo := t.exec(`ROLLBACK TO apart`); undo != nil {
			return errors.Join(err, undo)
		}
	}
	_, release := t.exec(`RELEASE apart`)
	return errors.Join(err, release)
}

// skips tells whether an error is one row's, which can be left out while the
// transaction goes on.
func (t *tx) skips(err error) bool {
	return err != nil && !errors.Is(err, errOneRow) && !isSystemic(err)
}

func calmly(change func() error) (err error) {
	defer func() {
		if trouble := recover(); trouble != nil {
			err = fmt.Errorf("a row that makes no sense: %v", trouble)
		}
	}()
	return change()
}

// bell tells whoever listens that something was committed.
type bell struct {
	mu        sync.Mutex
	listeners map[chan struct{}]bool
}

func (s *Store) ring(t *tx) {
	if !t.next.IsZero() && s.cfg.Bell != nil {
		s.cfg.Bell(t.next)
	}
	if t.lines > 0 {
		s.record.ring()
	}
	if t.told > 0 {
		s.news.ring()
	}
	if t.posted > 0 {
		s.outbox.ring()
	}
}

func (b *bell) ring() {
	b.mu.Lock()
	defer b.mu.Unlock()
	for listener := range b.listeners {
		select {
		case listener <- struct{}{}:
		default: // it has a tick waiting already
		}
	}
}

// Subscribe returns a channel that ticks after commits that added to the
// record; ticks that nobody fetched yet fall together.
func (s *Store) Subscribe() (changed <-chan struct{}, cancel func()) { return s.record.subscribe() }

// SubscribeNotices is Subscribe for what people are told.
func (s *Store) SubscribeNotices() (changed <-chan struct{}, cancel func()) {
	return s.news.subscribe()
}

// SubscribeDispatches is Subscribe for what shall leave.
func (s *Store) SubscribeDispatches() (changed <-chan struct{}, cancel func()) {
	return s.outbox.subscribe()
}

func (b *bell) subscribe() (changed <-chan struct{}, cancel func()) {
	listener := make(chan struct{}, 1)
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.listeners == nil {
		b.listeners = map[chan struct{}]bool{}
	}
	b.listeners[listener] = true
	return listener, func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		delete(b.listeners, listener)
	}
}
