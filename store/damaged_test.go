package store

import (
	"testing"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// A damaged row hides no other from people: the post stands in its place in
// the list, is known to be unreadable, and is not hidden either.
func TestListsWithDamagedRows(t *testing.T) {
	for name, damage := range map[string]string{
		"holds are no JSON":       `UPDATE deliveries SET holds = '{' WHERE post_id = $1`,
		"the content is empty":    `UPDATE revisions SET content = '' WHERE post_id = $1`,
		"the approval is no JSON": `UPDATE posts SET approval = '{' WHERE id = $1`,
	} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t)
			first, bad, last := h.approved("first", nine, wall), h.approved("bad", nine, wall), h.approved("last", nine, wall)
			h.raw(damage, bad.ID)
			for limit, pages := range map[int]int{0: 1, 2: 2, 1: 3} {
				var found []*editorial.Post
				read := 0
				for page := (Page{Limit: limit}); ; read++ {
					some, next, err := h.ListPosts(h.ctx, PostFilter{Calendar: maison}, page)
					require.NoError(t, err)
					found = append(found, some...)
					if page.Cursor = next; next == "" {
						break
					}
				}
				require.Equal(t, pages, read+1)
				require.Len(t, found, 3)
				for i, want := range []*editorial.Post{first, bad, last} {
					require.Equal(t, want.ID, found[i].ID)
					require.Equal(t, want.Title, found[i].Title)
					require.Equal(t, want.FirstDue, found[i].FirstDue)
					require.Equal(t, want == bad, found[i].Unreadable)
					at, err := found[i].Planned.Resolve()
					require.NoError(t, err)
					require.Equal(t, nine, at.Instant)
				}
				require.Len(t, found[2].Deliveries, 1)
				require.Equal(t, "last", found[2].Content.Text)
			}
		})
	}
}

func TestDeliveriesWithDamagedRows(t *testing.T) {
	h := newHouse(t)
	good, bad := h.approved("good", nine, wall), h.approved("bad", nine, wall)
	h.raw(`UPDATE deliveries SET holds = '{' WHERE post_id = $1`, bad.ID)
	found, next, err := h.ListDeliveries(h.ctx, DeliveryFilter{}, Page{})
	require.NoError(t, err)
	require.Empty(t, next)
	require.Len(t, found, 2)
	require.Equal(t, h.on(good, wall), found[1])
	require.Equal(t, bad.ID, found[0].Post)
	require.Equal(t, wall, found[0].Channel)
	require.Equal(t, editorial.Scheduled, found[0].State)
	require.Equal(t, nine, found[0].Due)
	require.Equal(t, string(editorial.CodeUnreadable), found[0].Trouble.Code)
}
