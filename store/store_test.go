package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/mattn/go-sqlite3"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func TestOpenMakesItsDirectory(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "data")
	h := houseIn(t, dir)
	require.NoError(t, h.Ping(h.ctx))
	info, err := os.Stat(dir)
	require.NoError(t, err)
	require.Equal(t, os.FileMode(0o700), info.Mode().Perm())
	require.Equal(t, filepath.Join(dir, "media"), h.MediaDir())
}

func TestOpenFails(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(file, nil, 0o600))
	foreign := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(foreign, databaseFile), []byte("this is no database, however long it may be"), 0o600))
	folder := t.TempDir()
	require.NoError(t, os.Mkdir(filepath.Join(folder, databaseFile), 0o700))
	for name, dir := range map[string]string{"a file": file, "below a file": filepath.Join(file, "x"), "a foreign file": foreign, "a folder for a file": folder} {
		t.Run(name, func(t *testing.T) {
			s, err := Open(t.Context(), Config{Dir: dir, Sealer: locker('k')})
			require.Error(t, err)
			require.Nil(t, s)
		})
	}
	held, err := os.ReadFile(filepath.Join(foreign, databaseFile))
	require.NoError(t, err)
	require.Contains(t, string(held), "this is no database", "what is not ours stays as it is")
}

// A closed store has put everything into the one file, and answers no more.
func TestClose(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(t.Context(), Config{Dir: dir, Sealer: locker('k')})
	require.NoError(t, err)
	require.NoError(t, s.AddMember(t.Context(), Write{Now: noon}, "", editorial.Member{ID: ines, Email: "x"}))
	require.NoError(t, s.Close())
	require.NoFileExists(t, filepath.Join(dir, databaseFile+"-wal"))
	require.Error(t, s.Ping(t.Context()))
	require.Error(t, s.AddMember(t.Context(), Write{Now: noon}, "", editorial.Member{ID: "mem_2", Email: "y"}))
	_, err = s.GetMember(t.Context(), ines)
	require.Error(t, err)
	_, err = s.Turn(t.Context(), editorial.Round{})
	require.Error(t, err)
	_, err = houseIn(t, dir).GetMember(t.Context(), ines)
	require.NoError(t, err)
}

func TestCheckpoint(t *testing.T) {
	h := newHouse(t)
	h.draft("a word that stands out", nine, wall)
	path := filepath.Join(h.cfg.Dir, databaseFile)
	before, err := os.ReadFile(path)
	require.NoError(t, err)
	require.NotContains(t, string(before), "a word that stands out")
	require.NoError(t, h.Checkpoint(h.ctx))
	after, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Contains(t, string(after), "a word that stands out")

	ctx, cancel := context.WithCancel(h.ctx)
	cancel()
	require.ErrorIs(t, h.Checkpoint(ctx), context.Canceled)
}

// A cancelled write has not happened.
func TestCancelledWrite(t *testing.T) {
	h := newHouse(t)
	p := h.draft("x", nine, wall)
	before := h.everything()
	ctx, cancel := context.WithCancel(h.ctx)
	_, _, err := h.UpdatePost(ctx, h.desk(), p.ID, func(p *editorial.Post, desk editorial.Desk) (editorial.Lines, error) {
		cancel()
		return p.Apply(editorial.Asked{Move: editorial.MoveApprove, Revision: 1}, desk)
	})
	require.ErrorIs(t, err, context.Canceled)
	require.Equal(t, before, h.everything())
	_, err = h.GetPost(ctx, p.ID)
	require.ErrorIs(t, err, context.Canceled)
	h.move(p, editorial.MoveApprove)
}

// What fails apart is undone alone: what came before it stays, and what comes
// after it is written.
func TestApart(t *testing.T) {
	h := newHouse(t)
	no := errors.New("no")
	err := h.write(h.ctx, func(w *tx) error {
		set := func(name string) func() error { return func() error { return w.setSetting(name, "x") } }
		require.NoError(t, w.apart(set("before")))
		require.ErrorIs(t, w.apart(func() error { require.NoError(t, w.setSetting("failed", "x")); return no }), no)
		require.ErrorContains(t, w.apart(func() error {
			require.NoError(t, w.setSetting("panicked", "x"))
			panic("oops")
		}), "a row that makes no sense")
		require.ErrorIs(t, w.apart(func() error {
			require.NoError(t, w.apart(set("inside")))
			require.ErrorIs(t, w.apart(func() error { return no }), no)
			return no
		}), no)
		require.Error(t, w.apart(func() error { return w.must(`INSERT INTO roles (member_id, calendar_id, role) VALUES ('a', 'b', 'c')`) }))
		return w.apart(set("nearly the end"))
	})
	require.NoError(t, err)
	require.Equal(t, "before\x00nearly the end", column(t, h.reader, `SELECT name FROM settings ORDER BY name`))
}

func TestIsSystemic(t *testing.T) {
	for code, want := range map[sqlite3.ErrNo]bool{
		sqlite3.ErrFull: true, sqlite3.ErrIoErr: true, sqlite3.ErrReadonly: true, sqlite3.ErrBusy: true, sqlite3.ErrLocked: true,
		sqlite3.ErrCantOpen: true, sqlite3.ErrNotADB: true, sqlite3.ErrCorrupt: true, sqlite3.ErrNomem: true,
		sqlite3.ErrConstraint: false, sqlite3.ErrMismatch: false, sqlite3.ErrTooBig: false, sqlite3.ErrError: false,
	} {
		require.Equal(t, want, isSystemic(fmt.Errorf("wrapped: %w", sqlite3.Error{Code: code})), code)
	}
	require.False(t, isSystemic(nil))
	require.False(t, isSystemic(errors.New("no")))
}

// A round that meets a locked database fails as a whole: it is not the rows'
// fault.
func TestTurnOnALockedDatabase(t *testing.T) {
	h := newHouse(t)
	h.approved("x", nine, wall)
	h.now = nine
	other := h.another()
	h.raw(`PRAGMA busy_timeout = 1`)
	require.NoError(t, other.write(h.ctx, func(w *tx) error {
		_, err := h.Turn(h.ctx, h.round())
		failed := sqlite3.Error{}
		require.ErrorAs(t, err, &failed)
		require.True(t, isSystemic(err))
		return w.setSetting("a", "b")
	}))
	require.Len(t, h.turn().Work, 1)
}

func TestSubscribe(t *testing.T) {
	h := newHouse(t)
	changed, cancel := h.Subscribe()
	second, cancelSecond := h.Subscribe()
	ticks := func(c <-chan struct{}) (n int) {
		for {
			select {
			case <-c:
				n++
			default:
				return n
			}
		}
	}
	p := h.draft("x", nine, wall)
	require.Equal(t, 1, ticks(changed))
	h.move(p, editorial.MoveSubmit)
	h.move(p, editorial.MoveApprove)
	require.Equal(t, 1, ticks(changed), "ticks that nobody fetched fall together")

	_, _, err := h.UpdatePost(h.ctx, h.desk(), p.ID, func(p *editorial.Post, desk editorial.Desk) (editorial.Lines, error) {
		_, err := p.Apply(editorial.Asked{Move: editorial.MoveHold}, desk)
		require.NoError(t, err)
		return editorial.Lines{}, errors.New("no")
	})
	require.Error(t, err)
	require.NoError(t, h.TouchToken(h.ctx, "tok_none", noon))
	h.turn()
	require.Zero(t, ticks(changed), "nothing was added to the record")

	cancel()
	cancel()
	h.move(p, editorial.MoveHold)
	require.Zero(t, ticks(changed))
	require.Equal(t, 1, ticks(second))
	cancelSecond()
}
