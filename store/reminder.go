package store

import (
	"context"
	"errors"
	"fmt"
	"time"

	"parution.dev/editorial"
)

// remindersInRun is how many posts one run looks at; the rest follows in the next.
const remindersInRun = 200

// Remind reminds those who must approve posts whose time comes near, each once:
// what was told is written down in the same transaction as the record's line.
// It returns the reminders. A post that cannot be read is left out, and the
// error tells of it beside the others.
func (s *Store) Remind(ctx context.Context, now time.Time) (told []editorial.Reminder, err error) {
	var some []editorial.PostID
	err = s.read(ctx, func(t *tx) error {
		some, err = t.toRemind(now)
		return err
	})
	if err != nil || len(some) == 0 {
		return nil, err
	}
	var broken error
	err = s.write(ctx, func(t *tx) error {
		told, broken = nil, nil
		for _, id := range some {
			if err := t.apart(func() error { return t.remind(id, now, &told) }); t.skips(err) {
				broken = errors.Join(broken, fmt.Errorf("remind of %s: %w", id, err))
			} else if err != nil {
				return err
			}
		}
		return nil
	})
	return told, errors.Join(err, broken)
}

func (t *tx) toRemind(now time.Time) ([]editorial.PostID, error) {
	return many(t, func(row scanner) (id editorial.PostID, err error) { return id, row.Scan(&id) },
		`SELECT id FROM posts WHERE remind_at <= $1 ORDER BY remind_at LIMIT $2`, stamp(now), remindersInRun)
}

func (t *tx) remind(id editorial.PostID, now time.Time, told *[]editorial.Reminder) error {
	p, err := t.post(id)
	if err != nil || p.RemindAt.IsZero() || p.RemindAt.After(now) { // another daemon was there first
		return err
	}
	desk, err := t.desk(p.Calendar, Write{By: editorial.Machine(), Now: now})
	if err != nil {
		return err
	}
	reminders, lines := p.Remind(desk)
	if err := t.must(`UPDATE posts SET review = $1, remind_at = $2 WHERE id = $3`, optional(p.Review), stamp(p.RemindAt), id); err != nil {
		return err
	}
	*told = append(*told, reminders...)
	return t.log(lines.Audit...)
}
