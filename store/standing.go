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
	standing.Deliveries = []editorial.Count{}
	err = s.read(ctx, func(t *tx) error {
		for _, query := range []string{ // each as its index has it
			`SELECT platform, state, COUNT(*) FROM deliveries WHERE state IN ('scheduled', 'held') GROUP BY platform, state`,
			`SELECT platform, state, COUNT(*) FROM deliveries WHERE state IN ('sending', 'unknown') GROUP BY platform, state`,
			`SELECT platform, state, COUNT(*) FROM deliveries
			WHERE state IN ('planned', 'held', 'unknown', 'missed', 'failed', 'dropped') AND state IN ('missed', 'failed') GROUP BY platform, state`,
		} {
			some, err := many(t, scanCount, query)
			if err != nil {
				return err
			}
			standing.Deliveries = append(standing.Deliveries, some...)
		}
		rests, err := t.restsOnce()
		if err != nil {
			return err
		}
		for of, rest := range rests {
			if rest.Open() {
				if standing.Silent == nil {
					standing.Silent = map[editorial.Platform]int{}
				}
				standing.Silent[of.platform]++
			}
		}
		at := stamp(now)
		row := t.QueryRowContext(t.ctx, `
			SELECT COUNT(*), MIN(due_at) FROM deliveries WHERE state IN ('scheduled', 'held') AND due_at <= $1 AND next_at <= $1`, at)
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
