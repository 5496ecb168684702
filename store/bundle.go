package store

import (
	"context"
	"fmt"
	"slices"

	"parution.dev/editorial"
)

const bundleColumns = `id, calendar_id, name, permissions, created_at, version`

func scanBundle(row scanner) (editorial.Bundle, error) {
	var b editorial.Bundle
	err := row.Scan(&b.ID, &b.Calendar, &b.Name, decoded{&b.Permissions}, instant{&b.Created}, &b.Version)
	return b, err
}

// AddBundle writes a role that a calendar makes for itself.
func (s *Store) AddBundle(ctx context.Context, w Write, b editorial.Bundle) error {
	return s.write(ctx, func(t *tx) error {
		return t.create(w, string(b.ID), func() error {
			_, err := t.exec(`INSERT INTO bundles (id, calendar_id, name, permissions, created_at, version) VALUES ($1, $2, $3, $4, $5, $6)`,
				b.ID, b.Calendar, b.Name, text(b.Permissions), stamp(w.Now), 1)
			if err != nil {
				return nameTaken(err)
			}
			return t.did(w, b.Calendar, "role.created", string(b.ID))
		})
	})
}

func nameTaken(err error) error {
	if isTaken(err) {
		return editorial.InvalidAt("/name", editorial.CodeRoleNameTaken)
	}
	return err
}

func (t *tx) bundle(id editorial.Role) (editorial.Bundle, error) {
	return one(t, scanBundle, `SELECT `+bundleColumns+` FROM bundles WHERE id = $1`, id)
}

// GetBundle reads a calendar's own role.
func (s *Store) GetBundle(ctx context.Context, id editorial.Role) (editorial.Bundle, error) {
	return get(ctx, s, (*tx).bundle, id)
}

func (t *tx) bundles(calendar editorial.CalendarID) ([]editorial.Bundle, error) {
	return many(t, scanBundle, `SELECT `+bundleColumns+` FROM bundles WHERE calendar_id = $1 ORDER BY id`, calendar)
}

// ListBundles lists a calendar's own roles: they are few.
func (s *Store) ListBundles(ctx context.Context, calendar editorial.CalendarID) ([]editorial.Bundle, error) {
	return get(ctx, s, (*tx).bundles, calendar)
}

// UpdateBundle changes a calendar's own role, for everybody who holds it.
func (s *Store) UpdateBundle(ctx context.Context, w Write, id editorial.Role, change func(*editorial.Bundle) error) (b editorial.Bundle, err error) {
	err = s.write(ctx, func(t *tx) error {
		if b, err = t.bundle(id); err != nil {
			return err
		}
		before := text(b)
		if err := change(&b); err != nil {
			return err
		}
		b.Version++
		if err := t.must(`UPDATE bundles SET name = $1, permissions = $2, version = $3 WHERE id = $4`, b.Name, text(b.Permissions), b.Version, id); err != nil {
			return nameTaken(err)
		}
		return t.changed(w, b.Calendar, "role.updated", string(id), before, b)
	})
	return b, err
}

// RemoveBundle deletes a calendar's own role. The check hears how many hold
// it, or are invited with it.
func (s *Store) RemoveBundle(ctx context.Context, w Write, id editorial.Role, check func(b editorial.Bundle, held int) error) error {
	return s.write(ctx, func(t *tx) error {
		b, err := t.bundle(id)
		if err != nil {
			return err
		}
		held, err := t.countHolders(b, w)
		if err != nil {
			return err
		}
		if err := check(b, held); err != nil {
			return err
		}
		if err := t.must(`DELETE FROM bundles WHERE id = $1`, id); err != nil {
			return err
		}
		return t.did(w, b.Calendar, "role.removed", string(id))
	})
}

func (t *tx) countHolders(b editorial.Bundle, w Write) (held int, err error) {
	err = t.QueryRowContext(t.ctx, `SELECT COUNT(*) FROM bundle_holders WHERE calendar_id = $1 AND bundle_id = $2`, b.Calendar, b.ID).Scan(&held)
	if err != nil {
		return 0, fmt.Errorf("count who holds a role: %w", err)
	}
	invitations, err := t.openInvitations(b.Calendar, w.Now)
	for _, i := range invitations {
		if slices.Contains(i.Roles, b.ID) {
			held++
		}
	}
	return held, err
}
