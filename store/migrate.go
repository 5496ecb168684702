package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/database"
	"golang.org/x/sys/unix"
)

//go:embed migrations/*.sql
var migrations embed.FS

// ErrNewerSchema means that a newer Parution has written this file.
var ErrNewerSchema = errors.New("the database was written by a newer version of Parution; install that version, or restore a backup made before it")

// migrate brings the schema up to date, under a lock on a file beside the
// database so that two daemons never do it at once. An existing database is
// backed up first.
func migrate(ctx context.Context, path string, files fs.FS) error {
	unlock, err := lockFile(path + ".lock")
	if err != nil {
		return err
	}
	defer unlock()
	if err := makePrivate(path, 0); err != nil {
		return fmt.Errorf("make the database: %w", err)
	}
	db := openPool(path, false)
	defer func() { _ = db.Close() }()
	steps, err := provider(db, files)
	if err != nil {
		return err
	}
	current, target, err := steps.GetVersions(ctx)
	if err != nil {
		return fmt.Errorf("read the schema's version: %w", err)
	}
	switch {
	case current > target:
		return fmt.Errorf("%w (schema %d, known %d)", ErrNewerSchema, current, target)
	case current == target:
		return sealed(ctx, db)
	case current > 0:
		if err := copyInto(ctx, path, fmt.Sprintf("%s.before-%d", path, target)); err != nil {
			return fmt.Errorf("back up before the new schema: %w", err)
		}
	}
	if _, err := steps.Up(ctx); err != nil {
		return fmt.Errorf("bring the schema up to date: %w", err)
	}
	return sealed(ctx, db)
}

// sealed is sealRecord, with what was being done.
func sealed(ctx context.Context, db *sql.DB) error {
	if err := sealRecord(ctx, db); err != nil {
		return fmt.Errorf("seal the record: %w", err)
	}
	return nil
}

// provider reads the numbered steps in the folder migrations of files.
func provider(db *sql.DB, files fs.FS) (*goose.Provider, error) {
	folder, err := fs.Sub(files, "migrations")
	if err != nil {
		return nil, fmt.Errorf("migrations: %w", err)
	}
	steps, err := goose.NewProvider(database.DialectSQLite3, db, folder, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return nil, fmt.Errorf("migrations: %w", err)
	}
	return steps, nil
}

// copyInto writes a consistent copy of a live database to a file of its own,
// over a connection of its own: nobody waits for it. The copy says that it is
// one: it never passes for the original.
func copyInto(ctx context.Context, from, to string) error {
	if err := makePrivate(to, os.O_TRUNC); err != nil {
		return fmt.Errorf("make the copy: %w", err)
	}
	live := openPool(from, false) // SQLite lets no reader copy
	_, err := live.ExecContext(ctx, `VACUUM INTO $1`, to)
	if err := errors.Join(err, live.Close()); err != nil {
		return fmt.Errorf("copy the database: %w", err)
	}
	copied := openPool(to, false)
	_, err = copied.ExecContext(ctx, `UPDATE settings SET value = $1 WHERE name = $2`, aCopy, fileSetting)
	if err := errors.Join(err, copied.Close()); err != nil {
		return fmt.Errorf("mark the copy: %w", err)
	}
	return nil
}

// makePrivate makes an empty file that nobody else may read, for SQLite to
// fill: its own would be open to all.
func makePrivate(path string, more int) error {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|more, 0o600)
	if err != nil {
		return err
	}
	return file.Close()
}

// lockFile waits for an advisory lock and holds it until the returned function
// is called; the system drops it with the process.
func lockFile(path string) (unlock func(), err error) {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, fmt.Errorf("open the lock file: %w", err)
	}
	if err := unix.Flock(int(file.Fd()), unix.LOCK_EX); err != nil {
		_ = file.Close()
		return nil, fmt.Errorf("lock the database for its schema: %w", err)
	}
	return func() { _ = file.Close() }, nil
}
