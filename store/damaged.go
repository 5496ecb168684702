package store

import (
	"context"
	"errors"
	"fmt"

	"parution.dev/editorial"
)

// ErrDamaged means that the rows of a post make no sense, so that it can be
// neither read nor changed.
var ErrDamaged = errors.New("what the database holds of the post makes no sense")

// ListPostsByID reads posts as lists show them: of one that cannot be read there
// is what a list tells of it.
func (s *Store) ListPostsByID(ctx context.Context, ids []editorial.PostID) (found map[editorial.PostID]*editorial.Post, err error) {
	found = map[editorial.PostID]*editorial.Post{}
	err = s.read(ctx, func(t *tx) error {
		return inBatches(ids, func(some []editorial.PostID) error {
			posts, err := t.readPosts(`SELECT `+postColumns+postTables+` WHERE p.id IN (`+places(len(some))+`)`, anys(some))
			for _, p := range posts {
				found[p.ID] = p
			}
			return err
		})
	})
	return found, err
}

// postsOneByOne reads a list in which some row is damaged: each post for
// itself, so that one hides no other. Of one that cannot be read, its place in
// the list and its title are told, what else can be read of it beside its
// deliveries, and that it is Unreadable.
func (t *tx) postsOneByOne(query string, args []any) ([]*editorial.Post, error) {
	rows, err := many(t, scanPostRow, query, args...)
	if err != nil {
		return nil, err
	}
	posts := make([]*editorial.Post, len(rows))
	for i, row := range rows {
		err := calmly(func() (err error) {
			posts[i], err = row.decode()
			return err
		})
		if err != nil {
			posts[i] = row.plain()
			if !row.due.IsZero() {
				posts[i].Planned, _ = editorial.WhenAt(row.due, "UTC") // an instant that no clock shows stays without
			}
		} else {
			err = calmly(func() error { return t.withDeliveries(posts[i : i+1]) })
		}
		switch posts[i].Unreadable = err != nil; {
		case t.skips(err):
			posts[i].Deliveries = nil
		case err != nil:
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
