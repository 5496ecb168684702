package storetest

import (
	"context"
	"fmt"
)

// Forge writes into the record of a database in a directory as somebody does
// who has the file: past its triggers.
func Forge(ctx context.Context, dir string, statements ...string) error {
	m, err := open(ctx, dir)
	if err != nil {
		return err
	}
	defer func() { _ = m.db.Close() }()
	for _, statement := range append([]string{`DROP TRIGGER IF EXISTS audit_stays`, `DROP TRIGGER IF EXISTS audit_keeps`}, statements...) {
		if _, err := m.db.ExecContext(ctx, statement); err != nil {
			return fmt.Errorf("forge the record: %w", err)
		}
	}
	return nil
}
