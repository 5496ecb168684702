package store

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/mattn/go-sqlite3"
	"golang.org/x/sys/unix"
)

// isSystemic tells whether an error is the database's, and not one row's:
// everything would fail alike. A damaged file is one: what it still says about
// what has left cannot be leant on.
func isSystemic(err error) bool {
	failed := sqlite3.Error{}
	if !errors.As(err, &failed) {
		return false
	}
	switch failed.Code {
	case sqlite3.ErrFull, sqlite3.ErrIoErr, sqlite3.ErrReadonly, sqlite3.ErrBusy, sqlite3.ErrLocked, sqlite3.ErrCantOpen,
		sqlite3.ErrNotADB, sqlite3.ErrCorrupt, sqlite3.ErrNomem:
		return true
	}
	return false
}

// explained puts before an error what whoever looks after the machine can do
// about it. Other errors stay as they are.
func explained(err error) error {
	if hint := hintFor(err); hint != nil {
		return fmt.Errorf("%w: %w", hint, err)
	}
	return err
}

// ErrDiskFull means that nothing can be saved, though what is due still leaves
// while the reserve lasts. ErrRefuses means that the database lets nothing be
// done for another reason that lies with the machine, not with the request.
var (
	ErrDiskFull = errors.New("the disk is full; make room")
	ErrRefuses  = errors.New("the database refuses")
)

// hint is what to do where the database refuses.
type hint string

func (h hint) Error() string { return string(h) }

// Is makes every hint an ErrRefuses.
func (hint) Is(target error) bool { return target == ErrRefuses }

func hintFor(err error) error {
	failed := sqlite3.Error{}
	_ = errors.As(err, &failed) // or it stays zero
	if errors.Is(failed.SystemErrno, unix.EROFS) || errors.Is(err, unix.EROFS) {
		failed.Code = sqlite3.ErrReadonly
	}
	switch {
	case isFull(err):
		failed.Code = sqlite3.ErrFull
	case errors.Is(err, fs.ErrPermission):
		failed.Code = sqlite3.ErrPerm
	}
	return hints()[failed.Code]
}

func hints() map[sqlite3.ErrNo]error {
	const locked = hint("another process holds the database; end it, and nothing else is needed")
	const damaged = hint("the database file is damaged; stop, keep it, look at the disk, and restore the latest backup")
	return map[sqlite3.ErrNo]error{
		sqlite3.ErrFull:     ErrDiskFull,
		sqlite3.ErrReadonly: hint("the data directory cannot be written; look whether its file system is mounted read-only"),
		sqlite3.ErrPerm:     hint("the data directory is not this user's; look at its owner and mode"),
		sqlite3.ErrCantOpen: hint("the database file cannot be opened; look at its owner and mode, and at those of its directory"),
		sqlite3.ErrIoErr:    hint("the disk refuses to read or write; look at the system's log"),
		sqlite3.ErrBusy:     locked,
		sqlite3.ErrLocked:   locked,
		sqlite3.ErrCorrupt:  damaged,
		sqlite3.ErrNotADB:   damaged,
	}
}
