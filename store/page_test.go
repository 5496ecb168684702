package store

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func TestPageLimit(t *testing.T) {
	for limit, want := range map[int]int{-1: MaxPage, 0: MaxPage, 1: 1, 7: 7, MaxPage: MaxPage, MaxPage + 1: MaxPage} {
		require.Equal(t, want, Page{Limit: limit}.limit())
	}
}

func TestCursor(t *testing.T) {
	for _, key := range [][]string{{"a"}, {"a", "b"}, {"", "é\n"}} {
		got, err := Page{Cursor: cursor(key...)}.after(len(key))
		require.NoError(t, err)
		require.Equal(t, key, got)
	}
	got, err := Page{}.after(1)
	require.NoError(t, err)
	require.Nil(t, got)
	for _, bad := range []string{"!", "=", "YQ==", cursor("a"), cursor("a", "b", "c")} {
		_, err := Page{Cursor: bad}.after(2)
		requireCode(t, "bad_cursor", err)
	}
	n, some, err := Page{Cursor: cursor("12")}.afterNumber()
	require.NoError(t, err)
	require.True(t, some)
	require.Equal(t, int64(12), n)
	for _, bad := range []string{cursor("x"), cursor("1.5"), cursor("9999999999999999999")} {
		_, _, err := Page{Cursor: bad}.afterNumber()
		requireCode(t, "bad_cursor", err)
	}
}

func TestClauses(t *testing.T) {
	var c clauses
	query, args := c.query(`SELECT a FROM b`, `a`, 9)
	require.Equal(t, `SELECT a FROM b ORDER BY a LIMIT $1`, query)
	require.Equal(t, []any{9}, args)

	c = clauses{}
	c.add(`a > %s`, 1)
	c.add(`(b, c) > (%s, %s)`, 2, 3)
	c.in(`d`, anys([]editorial.PostID{"x", "y"}))
	c.add(`e IS NULL`)
	c.in(`f`, nil)
	query, args = c.query(`SELECT a FROM b`, `a DESC`, 9)
	require.Equal(t, `SELECT a FROM b WHERE a > $1 AND (b, c) > ($2, $3) AND d IN ($4, $5) AND e IS NULL AND FALSE ORDER BY a DESC LIMIT $6`, query)
	require.Equal(t, []any{1, 2, 3, editorial.PostID("x"), editorial.PostID("y"), 9}, args)
	require.Empty(t, misnumbered(query))
}

// Whoever pages while others add sees what was there before, once and in its
// order; the newest first, too.
func TestPagesMeanwhile(t *testing.T) {
	h := newHouse(t)
	p := h.draft("0", nine, wall)
	n := 0
	more := func() {
		n++
		require.NoError(t, h.AddCampaign(h.ctx, h.desk(), editorial.Campaign{ID: editorial.NewID[editorial.CampaignID]("camp"), Calendar: maison}))
		h.edit(p, func(s *editorial.Sheet) { s.Content.Text = strconv.Itoa(n) })
		h.draft("another", nine, wall)
	}
	for range 7 {
		more()
	}
	for name, list := range map[string]func(Page) ([]string, string, error){
		"campaigns": func(page Page) ([]string, string, error) {
			found, next, err := h.ListCampaigns(h.ctx, maison, page)
			return names(found, func(g editorial.Campaign) string { return string(g.ID) }), next, err
		},
		"deliveries": func(page Page) ([]string, string, error) {
			found, next, err := h.ListDeliveries(h.ctx, DeliveryFilter{}, page)
			return names(found, func(d editorial.Delivery) string { return string(d.ID) }), next, err
		},
		"revisions": func(page Page) ([]string, string, error) {
			found, next, err := h.ListRevisions(h.ctx, p.ID, page)
			return names(found, func(r editorial.Revision) string { return strconv.Itoa(r.Number) }), next, err
		},
	} {
		t.Run(name, func(t *testing.T) {
			before, _, err := list(Page{})
			require.NoError(t, err)
			var seen []string
			for page := (Page{Limit: 3}); ; {
				some, next, err := list(page)
				require.NoError(t, err)
				seen = append(seen, some...)
				if page.Cursor = next; next == "" || len(seen) >= len(before) {
					break
				}
				more()
			}
			require.Equal(t, before, seen[:len(before)])
		})
	}
}

func names[T any](items []T, name func(T) string) (all []string) {
	for _, item := range items {
		all = append(all, name(item))
	}
	return all
}
