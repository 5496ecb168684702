package store

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// A feed shows what has gone out, newest first, as it went out.
func TestListFeed(t *testing.T) {
	h := newHouse(t)
	first, second := h.approved("first", nine, wall, ribbon), h.approved("second", nine.Add(time.Minute), wall)
	h.approved("not yet", nine.Add(time.Hour), wall)
	h.now = nine
	w := h.claimOne(first, wall)
	require.Empty(t, h.feed(9), "what is on the wire is not out")
	h.turn(published(w))
	h.now = nine.Add(time.Minute)
	h.turn(published(h.claimOne(second, wall)))
	h.edit(second, func(s *editorial.Sheet) { s.Content.Text = "second, rewritten too late" })

	items := h.feed(9)
	require.Len(t, items, 2)
	requireSame(t, h.on(second, wall), items[0].Delivery)
	requireSame(t, []editorial.Part{{Kind: editorial.PartPost, Text: "second", Language: "fr"}}, items[0].Parts)
	requireSame(t, h.on(first, wall), items[1].Delivery)
	require.Equal(t, "https://wall.example/"+string(items[1].Delivery.ID), items[1].Delivery.Parts[0].Receipt.URL)
	require.Len(t, h.feed(1), 1)
	require.Equal(t, second.ID, h.feed(1)[0].Delivery.Post)
}

// One damaged row takes nothing else from readers.
func TestListFeedWithARowThatMakesNoSense(t *testing.T) {
	for name, damage := range map[string]string{
		"the delivery":   `UPDATE deliveries SET holds = '{{{' WHERE post_id = $1`,
		"what it said":   `UPDATE revisions SET content = '{{{' WHERE post_id = $1`,
		"which revision": `UPDATE deliveries SET revision = 9 WHERE post_id = $1`,
	} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t)
			first, second := h.approved("first", nine, wall), h.approved("second", nine.Add(time.Minute), wall)
			h.now = nine
			h.turn(published(h.claimOne(first, wall)))
			h.now = nine.Add(time.Minute)
			h.turn(published(h.claimOne(second, wall)))
			h.raw(damage, second.ID)
			items := h.feed(9)
			require.Len(t, items, 1)
			require.Equal(t, first.ID, items[0].Delivery.Post)
		})
	}
}

func (h *house) feed(limit int) []FeedItem {
	h.t.Helper()
	items, err := h.ListFeed(h.ctx, wall, limit)
	require.NoError(h.t, err)
	return items
}
