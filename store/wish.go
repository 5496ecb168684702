package store

import (
	"context"

	"parution.dev/editorial"
)

// wishes reads how a member wants to be told; the usual way where they never
// said.
func (t *tx) wishes(id editorial.MemberID) (editorial.Wishes, error) {
	w := editorial.UsualWishes()
	found, err := many(t, func(row scanner) (w editorial.Wishes, err error) {
		err = row.Scan(decoded{&w}, &w.Version)
		return w, err
	}, `SELECT wishes, version FROM wishes WHERE member_id = $1`, id)
	if err == nil && len(found) > 0 {
		w = found[0]
	}
	return w, err
}

// GetWishes reads how a member wants to be told.
func (s *Store) GetWishes(ctx context.Context, id editorial.MemberID) (editorial.Wishes, error) {
	return get(ctx, s, (*tx).wishes, id)
}

// UpdateWishes changes how a member wants to be told.
func (s *Store) UpdateWishes(ctx context.Context, w Write, id editorial.MemberID, change func(*editorial.Wishes) error) (wishes editorial.Wishes, err error) {
	err = s.write(ctx, func(t *tx) error {
		if _, err := t.member(id); err != nil {
			return err
		}
		if wishes, err = t.wishes(id); err != nil {
			return err
		}
		if err := change(&wishes); err != nil {
			return err
		}
		wishes.Version++
		_, err := t.exec(`
			INSERT INTO wishes (member_id, wishes, version) VALUES ($1, $2, $3)
			ON CONFLICT (member_id) DO UPDATE SET wishes = excluded.wishes, version = excluded.version`, id, text(wishes), wishes.Version)
		if err != nil {
			return err
		}
		return t.did(w, "", "wishes.updated", string(id))
	})
	return wishes, err
}
