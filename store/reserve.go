package store

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/mattn/go-sqlite3"
	"golang.org/x/sys/unix"

	"parution.dev/editorial"
)

// The reserve is a file that is there to be removed: when the disk is full,
// its room lets releases be claimed and settled for a while.
const (
	reserveFile = "reserve"
	reserveSize = 16 << 20
	roomToRenew = 4 * reserveSize   // so much must be free before the reserve is made again
	roomForFile = 500 * 1000 * 1000 // and so much must be left beside a picture that comes in
)

// ErrReserveGone means that the disk was full, and the reserve was given up so
// that releases go on.
var ErrReserveGone = errors.New("the disk is full: what was kept in reserve is being used up by releases; make room now")

// KeepReserve makes the reserve where it is not there and there is room for
// it, and fails with ErrReserveGone where there is none.
func (s *Store) KeepReserve(context.Context) error {
	if s.hasReserve() {
		return nil
	}
	free, err := s.freeSpace()
	switch {
	case err != nil:
		return err
	case free < roomToRenew:
		return ErrReserveGone
	}
	return makeReserve(filepath.Join(s.cfg.Dir, reserveFile))
}

func (s *Store) hasReserve() bool {
	info, err := os.Stat(filepath.Join(s.cfg.Dir, reserveFile))
	return err == nil && info.Size() == reserveSize
}

// makeReserve writes what no disk can compress, and names it once it is whole.
func makeReserve(path string) error {
	file, err := os.OpenFile(path+".new", os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("make the reserve: %w", err)
	}
	_, err = io.CopyN(file, rand.Reader, reserveSize)
	if err = errors.Join(err, file.Sync(), file.Close()); err == nil {
		err = os.Rename(path+".new", path)
	}
	if err != nil {
		return fmt.Errorf("make the reserve: %w", errors.Join(err, os.Remove(path+".new")))
	}
	return nil
}

// giveUpReserve frees the reserve's room, and tells whether there was any.
func (s *Store) giveUpReserve() bool {
	return os.Remove(filepath.Join(s.cfg.Dir, reserveFile)) == nil
}

// isFull tells whether a write failed because the disk is full.
func isFull(err error) bool {
	failed := sqlite3.Error{}
	return errors.As(err, &failed) && failed.Code == sqlite3.ErrFull || errors.Is(err, unix.ENOSPC)
}

// freeSpace is what is left of the disk that the data is on.
func (s *Store) freeSpace() (int64, error) {
	if s.cfg.Free != nil {
		return s.cfg.Free()
	}
	var disk unix.Statfs_t
	if err := unix.Statfs(s.cfg.Dir, &disk); err != nil {
		return 0, fmt.Errorf("look at the disk: %w", err)
	}
	return int64(disk.Bavail) * int64(disk.Bsize), nil //nolint:unconvert // their types differ from system to system
}

// roomFor refuses a file that would leave too little room for releases.
func (s *Store) roomFor(bytes int64) error {
	free, err := s.freeSpace()
	if err != nil {
		return err
	}
	if free-bytes < roomForFile {
		return editorial.Refuse(editorial.Unavailable, editorial.CodeDiskAlmostFull)
	}
	return nil
}
