package store

import (
	"fmt"

	"parution.dev/editorial"
)

// postsOneByOne reads a list in which some row is damaged: each post for
// itself, so that one hides no other. Of one that cannot be read, its place in
// the list and its title are told, and that it is Unreadable.
func (t *tx) postsOneByOne(query string, args []any) ([]*editorial.Post, error) {
	rows, err := many(t, scanPostRow, query, args...)
	if err != nil {
		return nil, err
	}
	posts := make([]*editorial.Post, len(rows))
	for i, row := range rows {
		err := calmly(func() (err error) {
			if posts[i], err = row.decode(); err != nil {
				return err
			}
			return t.withDeliveries(posts[i : i+1])
		})
		if t.skips(err) {
			posts[i], err = row.plain(), nil
			posts[i].Unreadable = true
		}
		if err != nil {
			return nil, err
		}
	}
	return posts, nil
}

// deliveriesOneByOne is postsOneByOne for deliveries: the trouble of one that
// cannot be read is CodeUnreadable, and of the rest of it only the plan is told.
func (t *tx) deliveriesOneByOne(query string, args []any) ([]editorial.Delivery, error) {
	ids, err := many(t, scanID, `SELECT id FROM (`+query+`)`, args...)
	if err != nil {
		return nil, fmt.Errorf("read which deliveries there are: %w", err)
	}
	found := make([]editorial.Delivery, len(ids))
	for i, id := range ids {
		err := calmly(func() (err error) {
			found[i], err = t.delivery(id)
			return err
		})
		if t.skips(err) {
			found[i], err = one(t, scanPlan, `SELECT id, post_id, calendar_id, channel_id, platform, state, due_at FROM deliveries WHERE id = $1`, id)
		}
		if err != nil {
			return nil, err
		}
	}
	return found, nil
}

func scanPlan(row scanner) (editorial.Delivery, error) {
	d := editorial.Delivery{Trouble: editorial.Trouble{Code: string(editorial.CodeUnreadable)}}
	err := row.Scan(&d.ID, &d.Post, &d.Calendar, &d.Channel, &d.Platform, &d.State, instant{&d.Due})
	return d, err
}
