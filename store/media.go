package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"parution.dev/editorial"
)

const mediaColumns = `id, calendar_id, hash, type, bytes, width, height, name, alt, created_at`

func scanMedia(row scanner) (editorial.Media, error) {
	var m editorial.Media
	err := row.Scan(&m.ID, &m.Calendar, &m.Hash, &m.Type, &m.Bytes, &m.Width, &m.Height, &m.Name, &m.Alt, instant{&m.Created})
	return m, err
}

// AddMedia keeps a file of exactly m.Bytes bytes and writes its row. The bytes
// are on disk, under their hash, before the row is; a file that is there
// already is not written again. Where the disk is almost full it is refused.
func (s *Store) AddMedia(ctx context.Context, w Write, m editorial.Media, from io.Reader) (editorial.Media, error) {
	if err := s.roomFor(m.Bytes); err != nil {
		return m, err
	}
	if err := s.keepFile(m, from); err != nil {
		return m, err
	}
	m.Created = w.Now
	return m, s.write(ctx, func(t *tx) error {
		return t.create(w, string(m.ID), func() error {
			_, err := t.exec(`
				INSERT INTO media (id, calendar_id, hash, type, bytes, width, height, name, alt, created_at, version)
				VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
				m.ID, m.Calendar, m.Hash, m.Type, m.Bytes, m.Width, m.Height, m.Name, m.Alt, stamp(m.Created), 1)
			if err != nil {
				return err
			}
			return t.did(w, m.Calendar, "media.added", string(m.ID))
		})
	})
}

func (s *Store) mediaPath(hash string) string {
	return filepath.Join(s.cfg.Dir, mediaDir, filepath.Base(hash))
}

// keepFile keeps a file's bytes under their hash, unless they are there.
func (s *Store) keepFile(m editorial.Media, from io.Reader) error {
	path := s.mediaPath(m.Hash)
	if info, err := os.Stat(path); err == nil && info.Size() == m.Bytes {
		return nil
	}
	return writeWhole(path, m.Bytes, from)
}

// writeWhole writes the bytes to a file of their own, syncs it, and only then
// gives it its name, which is on disk too when this returns.
func writeWhole(path string, length int64, from io.Reader) error {
	file, err := os.CreateTemp(filepath.Dir(path), "upload-*")
	if err != nil {
		return fmt.Errorf("keep the file: %w", err)
	}
	defer func() { _ = os.Remove(file.Name()) }() // gone already where it got its name
	n, err := io.Copy(file, from)
	if err == nil && n != length {
		err = io.ErrUnexpectedEOF
	}
	if err == nil {
		err = file.Sync()
	}
	if closed := file.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(file.Name(), path)
	}
	if err == nil {
		err = syncDir(filepath.Dir(path))
	}
	if err != nil {
		return fmt.Errorf("keep the file: %w", err)
	}
	return nil
}

// syncDir puts the names in a directory on disk.
func syncDir(path string) error {
	dir, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(dir.Sync(), dir.Close())
}

// GetMedia reads what is known of a file.
func (s *Store) GetMedia(ctx context.Context, id editorial.MediaID) (editorial.Media, error) {
	return get(ctx, s, (*tx).media, id)
}

func (t *tx) media(id editorial.MediaID) (editorial.Media, error) {
	return one(t, scanMedia, `SELECT `+mediaColumns+` FROM media WHERE id = $1`, id)
}

// ListMedia lists a calendar's files.
func (s *Store) ListMedia(ctx context.Context, calendar editorial.CalendarID, p Page) ([]editorial.Media, string, error) {
	return byID(ctx, s, p, func(t *tx, start string, limit int) ([]editorial.Media, error) {
		return many(t, scanMedia, `SELECT `+mediaColumns+` FROM media WHERE calendar_id = $1 AND id > $2 ORDER BY id LIMIT $3`, calendar, start, limit)
	}, func(m editorial.Media) string { return string(m.ID) })
}

// UpdateMedia changes what is said about a file; the file itself never changes.
func (s *Store) UpdateMedia(ctx context.Context, w Write, id editorial.MediaID, change func(*editorial.Media) error) (m editorial.Media, err error) {
	err = s.write(ctx, func(t *tx) error {
		if m, err = t.media(id); err != nil {
			return err
		}
		if err := change(&m); err != nil {
			return err
		}
		if err := t.must(`UPDATE media SET name = $1, alt = $2, version = version + 1 WHERE id = $3`, m.Name, m.Alt, id); err != nil {
			return err
		}
		return t.did(w, m.Calendar, "media.updated", string(id))
	})
	return m, err
}

// OpenMedia opens the bytes that a hash names.
func (s *Store) OpenMedia(hash string) (io.ReadSeekCloser, error) {
	file, err := os.Open(s.mediaPath(hash))
	if err != nil {
		return nil, fmt.Errorf("open the file: %w", err)
	}
	return file, nil
}

// lookForMedia lists the files of a part that are not there, and those that
// are surely not what was brought in. It reads none of them.
func (s *Store) lookForMedia(first editorial.Part) (missing, damaged []editorial.MediaID) {
	for _, use := range first.Files() {
		info, err := os.Stat(s.mediaPath(use.Hash))
		switch {
		case err == nil && (use.Bytes <= 0 || info.Size() == use.Bytes):
		case err == nil || isThere(s.asidePath(use.Hash)):
			damaged = append(damaged, use.Media)
		default:
			missing = append(missing, use.Media)
		}
	}
	return missing, damaged
}

func isThere(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// asidePath is where a file is kept that is not what its name says.
func (s *Store) asidePath(hash string) string { return s.mediaPath(hash) + ".damaged" }

// VerifyMedia reads a file to its end and tells whether it is what was brought
// in. One that is not is put aside: nothing leaves with it, and the same file
// brought in again takes its place. A file that is not there, or not as long,
// is no news: that shows without reading it.
func (s *Store) VerifyMedia(use editorial.MediaUse) (whole bool, err error) {
	path := s.mediaPath(use.Hash)
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return true, nil
	}
	if err != nil {
		return false, fmt.Errorf("open the file: %w", err)
	}
	defer func() { _ = file.Close() }()
	sum := sha256.New()
	length, err := io.Copy(sum, file)
	if err != nil {
		return false, fmt.Errorf("read the file: %w", err)
	}
	if length != use.Bytes || hex.EncodeToString(sum.Sum(nil)) == use.Hash {
		return true, nil
	}
	if err := os.Rename(path, s.asidePath(use.Hash)); err != nil {
		return false, fmt.Errorf("put the file aside: %w", err)
	}
	if err := s.removeSmall(use.Hash); err != nil { // it may have been made of what is damaged
		return false, err
	}
	return false, nil
}
