package store

import (
	"context"

	"parution.dev/editorial"
)

func scanPillar(row scanner) (editorial.Pillar, error) {
	var g editorial.Pillar
	err := row.Scan(&g.ID, &g.Calendar, &g.Name, instant{&g.Created}, &g.Version)
	return g, err
}

// AddPillar writes a new pillar.
func (s *Store) AddPillar(ctx context.Context, w Write, g editorial.Pillar) error {
	return s.write(ctx, func(t *tx) error {
		return t.create(w, string(g.ID), func() error {
			_, err := t.exec(`INSERT INTO pillars (id, calendar_id, name, created_at, version) VALUES ($1, $2, $3, $4, $5)`, g.ID, g.Calendar, g.Name, stamp(w.Now), 1)
			if err != nil {
				return err
			}
			return t.did(w, g.Calendar, "pillar.created", string(g.ID))
		})
	})
}

// GetPillar reads a pillar.
func (s *Store) GetPillar(ctx context.Context, id editorial.PillarID) (editorial.Pillar, error) {
	return get(ctx, s, (*tx).pillar, id)
}

func (t *tx) pillar(id editorial.PillarID) (editorial.Pillar, error) {
	return one(t, scanPillar, `SELECT id, calendar_id, name, created_at, version FROM pillars WHERE id = $1`, id)
}

// ListPillars lists a calendar's pillars.
func (s *Store) ListPillars(ctx context.Context, calendar editorial.CalendarID, p Page) ([]editorial.Pillar, string, error) {
	return byID(ctx, s, p, func(t *tx, start string, limit int) ([]editorial.Pillar, error) {
		return many(t, scanPillar, `
			SELECT id, calendar_id, name, created_at, version FROM pillars WHERE calendar_id = $1 AND id > $2 ORDER BY id LIMIT $3`, calendar, start, limit)
	}, func(g editorial.Pillar) string { return string(g.ID) })
}

// UpdatePillar changes a pillar in one transaction.
func (s *Store) UpdatePillar(ctx context.Context, w Write, id editorial.PillarID, change func(*editorial.Pillar) error) (g editorial.Pillar, err error) {
	err = s.write(ctx, func(t *tx) error {
		if g, err = t.pillar(id); err != nil {
			return err
		}
		before := text(g)
		if err := change(&g); err != nil {
			return err
		}
		g.Version++
		if err := t.must(`UPDATE pillars SET name = $1, version = $2 WHERE id = $3`, g.Name, g.Version, id); err != nil {
			return err
		}
		return t.changed(w, g.Calendar, "pillar.updated", string(id), before, g)
	})
	return g, err
}

// RemovePillar deletes a pillar, unless the check says no to it as it is then;
// its posts stay, without it.
func (s *Store) RemovePillar(ctx context.Context, w Write, id editorial.PillarID, check func(editorial.Pillar) error) error {
	return s.write(ctx, func(t *tx) error {
		g, err := t.pillar(id)
		if err != nil {
			return err
		}
		if err := check(g); err != nil {
			return err
		}
		if err := t.must(`DELETE FROM pillars WHERE id = $1`, id); err != nil {
			return err
		}
		return t.did(w, g.Calendar, "pillar.removed", string(id))
	})
}
