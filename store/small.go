package store

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// smallPath is where the small picture that was made of a file is kept. What
// is there is made again when it is not: no backup holds it.
func (s *Store) smallPath(hash string) string { return s.mediaPath(hash) + ".small" }

// SmallMedia reads the small picture of a file, where one is kept.
func (s *Store) SmallMedia(hash string) (data []byte, kept bool) {
	data, err := os.ReadFile(s.smallPath(hash))
	return data, err == nil && len(data) > 0
}

// KeepSmallMedia keeps the small picture of a file beside it. Where the disk
// is almost full it is refused.
func (s *Store) KeepSmallMedia(hash string, data []byte) error {
	if err := s.roomFor(int64(len(data))); err != nil {
		return err
	}
	return writeWhole(s.smallPath(hash), int64(len(data)), bytes.NewReader(data))
}

func (s *Store) removeSmall(hash string) error {
	if err := os.Remove(s.smallPath(hash)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("remove the small picture: %w", err)
	}
	return nil
}
