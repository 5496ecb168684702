package store

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// What is remembered is the row's: another row is decoded anew, the same one
// is not, and what has not been asked for lately is forgotten.
func TestMemo(t *testing.T) {
	var m memo[int, string, *string]
	var decoded []string
	decode := func(row string) (*string, error) {
		decoded = append(decoded, row)
		if row == "" {
			return nil, errors.New("nothing")
		}
		return &row, nil
	}
	ask := func(key int, row string) *string {
		thing, err := m.of(key, row, 2, decode)
		require.Equal(t, row == "", err != nil)
		return thing
	}
	a := ask(1, "a")
	require.Same(t, a, ask(1, "a"))
	require.NotSame(t, a, ask(1, "b"))
	ask(1, "")
	require.Equal(t, "b", *ask(1, "b"))
	require.Equal(t, []string{"a", "b", ""}, decoded)

	decoded = nil
	ask(2, "c")
	ask(3, "d") // a generation of two is full: 1 and 2 are the older
	b := ask(1, "b")
	ask(4, "e")
	require.Same(t, b, ask(1, "b"))
	require.Equal(t, []string{"c", "d", "e"}, decoded)
	ask(2, "c")
	require.Equal(t, []string{"c", "d", "e", "c"}, decoded, "it had been forgotten")
}

// A list shows what is written now, however often it was asked for before:
// be it edited, released, or changed by another process.
func TestListsAreNeverStale(t *testing.T) {
	h := newHouse(t)
	p := h.approved("first", nine, wall)
	list := func() *editorial.Post {
		posts, _, err := h.ListPosts(h.ctx, PostFilter{Calendar: maison}, Page{})
		require.NoError(t, err)
		require.Len(t, posts, 1)
		require.Equal(t, h.get(p), posts[0])
		return posts[0]
	}
	require.Equal(t, "first", list().Content.Text)
	require.Equal(t, "first", list().Content.Text)
	h.edit(p, func(s *editorial.Sheet) { s.Content.Text, s.Notes = "second", "a note" })
	require.Equal(t, "second", list().Content.Text)
	h.another().edit(p, func(s *editorial.Sheet) { s.Labels = []string{"x"} })
	require.Equal(t, []string{"x"}, list().Labels)
	h.move(p, editorial.MoveApprove)
	require.NotNil(t, list().Approval)
	h.now = nine
	h.turn()
	require.Equal(t, editorial.Status("publishing"), list().Status)
	h.raw(`UPDATE channels SET name = 'another'`)
	channels, _, err := h.ListChannels(h.ctx, maison, Page{})
	require.NoError(t, err)
	require.Equal(t, "another", channels[0].Name)
}

// Who changes what a list returned changes nothing that others are given.
func TestListsAreNotConnected(t *testing.T) {
	h := newHouse(t)
	for i := range 3 {
		h.approved(fmt.Sprint(i), nine.Add(time.Duration(i)*time.Hour), wall)
	}
	for range 2 {
		posts, _, err := h.ListPosts(h.ctx, PostFilter{Calendar: maison}, Page{})
		require.NoError(t, err)
		for _, p := range posts {
			require.NotEqual(t, "spoilt", p.Title)
			require.Len(t, p.Deliveries, 1)
			p.Title, p.Deliveries[0].State = "spoilt", editorial.Failed
			require.NotEqual(t, "spoilt", h.get(p).Title)
		}
	}
}
