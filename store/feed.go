package store

import (
	"context"

	"parution.dev/editorial"
)

// FeedItem is one published delivery with what it said.
type FeedItem struct {
	Delivery editorial.Delivery
	Parts    []editorial.Part
}

// ListFeed lists what has gone out on a channel, newest first. What cannot be
// read is left out: it takes nothing else from readers.
func (s *Store) ListFeed(ctx context.Context, channel editorial.ChannelID, limit int) (items []FeedItem, err error) {
	err = s.read(ctx, func(t *tx) error {
		query := `SELECT ` + deliveryColumns + ` FROM deliveries WHERE channel_id = $1 AND out_at IS NOT NULL ORDER BY out_at DESC, id DESC LIMIT $2`
		found, err := many(t, scanDelivery, query, channel, limit)
		if err == nil {
			err = t.withParts(found)
		}
		if t.skips(err) {
			found, err = t.deliveriesOneByOne(query, []any{channel, limit})
		}
		for i := 0; i < len(found) && err == nil; i++ {
			var item FeedItem
			err = calmly(func() (err error) {
				item.Delivery = found[i]
				item.Parts, err = t.shownParts(found[i])
				return err
			})
			switch {
			case err == nil:
				items = append(items, item)
			case t.skips(err):
				err = nil
			}
		}
		return err
	})
	return items, err
}

// shownParts reads the parts of a delivery as they are out: each as it was
// published, or as it was edited since.
func (t *tx) shownParts(d editorial.Delivery) ([]editorial.Part, error) {
	r, err := t.revision(d.Post, d.Revision)
	if err != nil {
		return nil, err
	}
	parts := r.Content.Parts(d.Channel)
	for i := range min(len(parts), len(d.Parts)) {
		shows := d.ShownRevision(i)
		if shows == d.Revision {
			continue
		}
		if r.Number != shows {
			if r, err = t.revision(d.Post, shows); err != nil {
				return nil, err
			}
		}
		if edited := r.Content.Parts(d.Channel); i < len(edited) {
			parts[i] = edited[i]
		}
	}
	return parts, nil
}
