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

// ListFeed lists what has gone out on a channel, newest first.
func (s *Store) ListFeed(ctx context.Context, channel editorial.ChannelID, limit int) (items []FeedItem, err error) {
	err = s.read(ctx, func(t *tx) error {
		found, err := many(t, scanDelivery, `
			SELECT `+deliveryColumns+` FROM deliveries WHERE channel_id = $1 AND out_at IS NOT NULL ORDER BY out_at DESC, id DESC LIMIT $2`, channel, limit)
		if err != nil {
			return err
		}
		if err := t.withParts(found); err != nil {
			return err
		}
		for _, d := range found {
			r, err := t.revision(d.Post, d.Revision)
			if err != nil {
				return err
			}
			items = append(items, FeedItem{Delivery: d, Parts: r.Content.Parts(channel)})
		}
		return nil
	})
	return items, err
}
