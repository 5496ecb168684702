package store

import (
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
