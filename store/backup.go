package store

import (
	"context"
	"fmt"
	"path/filepath"
)

// Snapshot writes a consistent copy of the database to a new file, while the
// daemon works on.
func (s *Store) Snapshot(ctx context.Context, path string) error {
	return copyInto(ctx, filepath.Join(s.cfg.Dir, databaseFile), path)
}

// SchemaVersion is the number of the last migration of the open database.
func (s *Store) SchemaVersion(ctx context.Context) (int64, error) {
	steps, err := provider(s.writer, migrations)
	if err != nil {
		return 0, err
	}
	current, err := steps.GetDBVersion(ctx)
	if err != nil {
		return 0, fmt.Errorf("read the schema's version: %w", err)
	}
	return current, nil
}

// MediaDir is where the files of the media library lie, each under the hash of
// its bytes.
func (s *Store) MediaDir() string { return filepath.Join(s.cfg.Dir, mediaDir) }
