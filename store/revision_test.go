package store

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func TestRevisionRoundTrip(t *testing.T) {
	h := newHouse(t)
	p, lines := h.fullPost(1)
	h.addPost(p, lines)
	channel, err := h.GetChannel(h.ctx, wall)
	require.NoError(t, err)
	author := h.desk().By
	author.May = nil
	want := editorial.Revision{
		Post: p.ID, Number: 1, Content: p.Content, Author: author, At: h.now,
		Hashes: map[editorial.ChannelID]editorial.Hash{wall: p.Content.HashFor(channel)},
	}
	got, err := h.GetRevision(h.ctx, p.ID, 1)
	require.NoError(t, err)
	requireSame(t, want, got)
	listed, _, err := h.ListRevisions(h.ctx, p.ID, Page{})
	require.NoError(t, err)
	requireSame(t, []editorial.Revision{want}, listed)

	for _, number := range []int{0, 2} {
		_, err = h.GetRevision(h.ctx, p.ID, number)
		requireCode(t, editorial.CodeNotFound, err)
	}
	_, err = h.GetRevision(h.ctx, "post_none", 1)
	requireCode(t, editorial.CodeNotFound, err)
}

// History keeps every text, and only texts: a new time is no new revision.
func TestListRevisions(t *testing.T) {
	h := newHouse(t)
	p := h.draft("1", nine, wall)
	want := []string{"1 1"}
	for n := 2; n < 12; n++ {
		h.edit(p, func(s *editorial.Sheet) { s.Content.Text = fmt.Sprint(n) })
		h.edit(p, func(s *editorial.Sheet) { s.Notes = fmt.Sprint(n) })
		want = append([]string{fmt.Sprintf("%d %d", n, n)}, want...)
	}
	requirePages(t, want, func(page Page) ([]editorial.Revision, string, error) {
		return h.ListRevisions(h.ctx, p.ID, page)
	}, func(r editorial.Revision) string { return fmt.Sprintf("%d %s", r.Number, r.Content.Text) })
	_, _, err := h.ListRevisions(h.ctx, p.ID, Page{Cursor: cursor("twelve")})
	requireCode(t, "bad_cursor", err)
}
