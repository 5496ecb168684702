package store

import (
	"context"
	"fmt"
	"time"

	"parution.dev/editorial"
)

// Standing counts what is unsettled. It is asked at every scrape, so it reads
// indexes only: those of what is due, and of states that few deliveries are in.
func (s *Store) Standing(ctx context.Context, now time.Time) (standing editorial.Standing, err error) {
	err = s.read(ctx, func(t *tx) error {
		states := anys(editorial.Unsettled())
		standing.Deliveries, err = many(t, scanCount, `
			SELECT platform, state, COUNT(*) FROM deliveries WHERE state IN (`+places(len(states))+`) GROUP BY platform, state`, states...)
		if err != nil {
			return err
		}
		at := stamp(now)
		row := t.QueryRowContext(t.ctx, `
			SELECT COUNT(*), MIN(due_at) FROM deliveries WHERE next_at IS NOT NULL AND due_at <= $1 AND +next_at <= $2`, at, at)
		if err := row.Scan(&standing.Waiting, instant{&standing.Oldest}); err != nil {
			return fmt.Errorf("count what is due: %w", err)
		}
		return nil
	})
	standing.Reserve = s.hasReserve()
	return standing, err
}

func scanCount(row scanner) (editorial.Count, error) {
	var c editorial.Count
	err := row.Scan(&c.Platform, &c.State, &c.Number)
	return c, err
}
