package store

import (
	"context"

	"parution.dev/editorial"
)

// AddPosts starts several posts in a calendar that has none, all or nothing.
func (s *Store) AddPosts(ctx context.Context, w Write, calendar editorial.CalendarID, sheets func(editorial.Desk) ([]editorial.Sheet, error)) (count int, err error) {
	err = s.write(ctx, func(t *tx) error {
		var some bool
		if err := t.QueryRowContext(t.ctx, `SELECT EXISTS (SELECT 1 FROM posts WHERE calendar_id = $1)`, calendar).Scan(&some); err != nil {
			return err
		}
		if some {
			return editorial.Refuse(editorial.Conflict, editorial.CodeNotEmpty)
		}
		desk, err := t.bareDesk(calendar, w)
		if err != nil {
			return err
		}
		all, err := sheets(desk)
		if err != nil {
			return err
		}
		for _, sheet := range all {
			p, lines, err := editorial.NewPost(sheet, desk)
			if err != nil {
				return err
			}
			if err := t.insertPost(p, desk, lines); err != nil {
				return err
			}
		}
		count = len(all)
		return nil
	})
	return count, err
}
