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
	if hint := hintFor(err); hint != "" {
		return fmt.Errorf("%s: %w", hint, err)
	}
	return err
}

func hintFor(err error) string {
	failed := sqlite3.Error{}
	switch is := errors.As(err, &failed); {
	case isFull(err):
		return "the disk is full; make room"
	case errors.Is(err, unix.EROFS) || is && (failed.Code == sqlite3.ErrReadonly || failed.SystemErrno == unix.EROFS):
		return "the data directory cannot be written; look whether its file system is mounted read-only"
	case errors.Is(err, fs.ErrPermission) || is && failed.Code == sqlite3.ErrPerm:
		return "the data directory is not this user's; look at its owner and mode"
	case is && (failed.Code == sqlite3.ErrBusy || failed.Code == sqlite3.ErrLocked):
		return "another process holds the database; end it, and nothing else is needed"
	case is && (failed.Code == sqlite3.ErrCorrupt || failed.Code == sqlite3.ErrNotADB):
		return "the database file is damaged; stop, keep it, look at the disk, and restore the latest backup"
	case is && failed.Code == sqlite3.ErrIoErr:
		return "the disk refuses to read or write; look at the system's log"
	case is && failed.Code == sqlite3.ErrCantOpen:
		return "the database file cannot be opened; look at its owner and mode, and at those of its directory"
	}
	return ""
}
