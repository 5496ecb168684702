package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/mattn/go-sqlite3"
	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"

	"parution.dev/editorial"
)

// Whoever looks after the machine is told what to do, by the kind of trouble.
func TestExplained(t *testing.T) {
	for _, row := range []struct {
		err  error
		hint string
	}{
		{sqlite3.Error{Code: sqlite3.ErrFull}, "disk is full"},
		{unix.ENOSPC, "disk is full"},
		{sqlite3.Error{Code: sqlite3.ErrReadonly}, "read-only"},
		{sqlite3.Error{Code: sqlite3.ErrIoErr, SystemErrno: unix.EROFS}, "read-only"},
		{&os.PathError{Op: "open", Path: "x", Err: unix.EROFS}, "read-only"},
		{&os.PathError{Op: "open", Path: "x", Err: unix.EACCES}, "owner and mode"},
		{sqlite3.Error{Code: sqlite3.ErrPerm}, "owner and mode"},
		{sqlite3.Error{Code: sqlite3.ErrCantOpen}, "owner and mode"},
		{sqlite3.Error{Code: sqlite3.ErrBusy}, "another process"},
		{sqlite3.Error{Code: sqlite3.ErrLocked}, "another process"},
		{sqlite3.Error{Code: sqlite3.ErrCorrupt}, "latest backup"},
		{sqlite3.Error{Code: sqlite3.ErrNotADB}, "latest backup"},
		{sqlite3.Error{Code: sqlite3.ErrIoErr, SystemErrno: unix.EIO}, "system's log"},
	} {
		wrapped := fmt.Errorf("write: %w", row.err)
		err := explained(wrapped)
		require.ErrorIs(t, err, wrapped)
		require.ErrorContains(t, err, row.hint)
	}
	for _, err := range []error{nil, errors.New("no"), sqlite3.Error{Code: sqlite3.ErrConstraint}} {
		require.Equal(t, err, explained(err))
	}
}

// A file that is damaged where deliveries stand releases nothing: what it still
// says of them cannot be leant on. The round says so, and what to do.
func TestDamagedFile(t *testing.T) {
	h := newHouse(t)
	for i := range 40 {
		h.approved(fmt.Sprint("post ", i), nine, wall, ribbon)
	}
	root := h.count(`SELECT rootpage FROM sqlite_schema WHERE name = 'deliveries'`)
	size := h.count(`PRAGMA page_size`)
	require.NoError(t, h.Checkpoint(h.ctx))
	require.NoError(t, h.Close())
	path := filepath.Join(h.cfg.Dir, databaseFile)
	before, err := os.ReadFile(path)
	require.NoError(t, err)
	file, err := os.OpenFile(path, os.O_WRONLY, 0)
	require.NoError(t, err)
	junk := make([]byte, size)
	for i := range junk {
		junk[i] = 0xa5
	}
	_, err = file.WriteAt(junk, int64((root-1)*size))
	require.NoError(t, errors.Join(err, file.Close()))

	h = houseIn(t, h.cfg.Dir)
	h.now = nine
	for range 2 {
		turned, err := h.Turn(h.ctx, h.round())
		require.ErrorContains(t, err, "the database file is damaged")
		require.ErrorContains(t, err, "restore the latest backup")
		require.Equal(t, editorial.Turned{}, turned)
	}
	require.NoError(t, h.Close())

	require.NoError(t, os.WriteFile(path, before, 0o600)) // as restored
	h = houseIn(t, h.cfg.Dir)
	h.now = nine
	require.Len(t, h.turn().Work, 2)
}

// No file of SQLite's at all.
func TestForeignFile(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, databaseFile), []byte("this is a letter, and a long one at that: "+strconv.Itoa(1<<30)), 0o600))
	_, err := Open(t.Context(), Config{Dir: dir, Sealer: locker('k')})
	require.ErrorContains(t, err, "the database file is damaged")
}

// A channel whose row makes no sense keeps its own posts, and no others; they
// leave once it is mended, in their order.
func TestBrokenChannel(t *testing.T) {
	h := newHouse(t)
	first, second, other := h.approved("first", nine, wall), h.approved("second", nine, wall), h.approved("other", nine, ribbon)
	for _, column := range []string{"settings", "facts", "limits", "rules"} {
		h.raw(`UPDATE channels SET `+column+` = '{' || `+column+` WHERE id = $1`, wall)
	}
	h.now = nine
	turned, err := h.Turn(h.ctx, h.round())
	require.NoError(t, err)
	require.Equal(t, []editorial.PostID{other.ID}, claimed(turned))
	require.Len(t, turned.Broken, 2)
	for _, column := range []string{"settings", "facts", "limits", "rules"} {
		h.raw(`UPDATE channels SET `+column+` = substr(`+column+`, 2) WHERE id = $1`, wall)
	}
	h.now = nine.Add(time.Minute)
	require.Equal(t, []editorial.PostID{first.ID}, claimed(h.turn()))
	h.turn(published(h.workOf(first)))
	require.Equal(t, editorial.Published, h.on(first, wall).State)
	require.Equal(t, editorial.Sending, h.on(second, wall).State)
}

// workOf is the step that a delivery on the wall was claimed for.
func (h *house) workOf(p *editorial.Post) editorial.Work {
	d := h.on(p, wall)
	return editorial.Work{Delivery: d, Attempt: d.Attempt, Step: editorial.StepSend, Sent: d.Parts[0], Lease: d.Lease}
}

// A hash that was changed in the file is a hash that nobody approved.
func TestForgedHash(t *testing.T) {
	for name, forge := range map[string]string{
		"of the approval": `UPDATE posts SET approval = json_set(approval, '$.Hashes.chan_1', 'f00d') WHERE id = $1`,
		"of the content":  `UPDATE revisions SET content = json_set(content, '$.Text', 'something else') WHERE post_id = $1`,
	} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t)
			p, good := h.approved("x", nine, wall), h.approved("good", nine, ribbon)
			h.raw(forge, p.ID)
			h.now = nine
			require.Equal(t, []editorial.PostID{good.ID}, claimed(h.turn()))
			require.NotEqual(t, editorial.Sending, h.on(p, wall).State)
			h.now = nine.Add(31 * time.Minute)
			h.turn()
			require.NotEqual(t, editorial.Published, h.on(p, wall).State)
			require.Empty(t, h.attempts(p, wall))
		})
	}
	t.Run("of the delivery", func(t *testing.T) {
		h := newHouse(t)
		p := h.approved("x", nine, wall)
		h.raw(`UPDATE deliveries SET hash = 'f00d' WHERE post_id = $1`, p.ID)
		h.now = nine
		require.Equal(t, []editorial.PostID{p.ID}, claimed(h.turn()), "it is worked out anew from what was approved")
	})
}

// What last went wrong is written over when that cannot be read: the delivery
// goes on by itself.
func TestBrokenTroubleMendsItself(t *testing.T) {
	h := newHouse(t)
	p := h.approved("x", nine, wall)
	h.raw(`UPDATE deliveries SET trouble = '[' WHERE post_id = $1`, p.ID)
	h.now = nine
	turned, err := h.Turn(h.ctx, h.round())
	require.NoError(t, err)
	require.Len(t, turned.Broken, 1)
	h.now = nine.Add(time.Minute)
	require.Equal(t, []editorial.PostID{p.ID}, claimed(h.turn()))
}
