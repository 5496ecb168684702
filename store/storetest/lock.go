package storetest

import (
	"context"
	"fmt"
)

// Lock takes the write lock of the database in a directory, as another program
// does that works with the file, until release is called.
func Lock(ctx context.Context, dir string) (release func() error, err error) {
	m, err := open(ctx, dir)
	if err != nil {
		return nil, err
	}
	if _, err := m.db.ExecContext(ctx, `BEGIN IMMEDIATE`); err != nil {
		_ = m.db.Close()
		return nil, fmt.Errorf("lock the database: %w", err)
	}
	return m.db.Close, nil
}
