package store

import (
	"database/sql"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// schemaOf lists what the database is made of, in the order it was made. The
// tables behind the full-text index are the index's own.
func schemaOf(tb testing.TB, db *sql.DB) []string {
	tb.Helper()
	return strings.Split(column(tb, db, `
		SELECT sql FROM sqlite_schema
		WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'posts_text_%' ORDER BY rowid`), "\x00")
}

// dump is the database as statements that make it again.
func dump(tb testing.TB, db *sql.DB) string {
	tb.Helper()
	var b strings.Builder
	for _, made := range schemaOf(tb, db) {
		b.WriteString(made + ";\n")
		kind, rest, _ := strings.Cut(made, "TABLE ")
		if !strings.HasPrefix(kind, "CREATE") || kind == made {
			continue
		}
		b.WriteString(rows(tb, db, strings.Trim(strings.FieldsFunc(rest, func(r rune) bool { return r == ' ' || r == '(' })[0], `"`)))
	}
	return b.String()
}

// rows is what a table holds, as statements.
func rows(tb testing.TB, db *sql.DB, table string) string {
	tb.Helper()
	names := strings.Split(column(tb, db, `SELECT name FROM pragma_table_xinfo('`+table+`') WHERE hidden = 0`), "\x00")
	if table == "posts_text" {
		names = append([]string{"docid"}, names...)
	}
	into := fmt.Sprintf("INSERT INTO %s (%s) VALUES (", table, strings.Join(names, ", "))
	values := column(tb, db, `SELECT quote(`+strings.Join(names, `) || ', ' || quote(`)+`) FROM `+table+` ORDER BY `+orderOf(tb, db, table))
	if values == "" {
		return ""
	}
	return into + strings.ReplaceAll(values, "\x00", ");\n"+into) + ");\n"
}

// orderOf is the order in which a table's rows were made, or that of their keys
// where it keeps no other.
func orderOf(tb testing.TB, db *sql.DB, table string) string {
	tb.Helper()
	if column(tb, db, `SELECT wr || '' FROM pragma_table_list('`+table+`')`) == "1" {
		return column(tb, db, `SELECT group_concat(name) FROM (SELECT name FROM pragma_table_info('`+table+`') WHERE pk > 0 ORDER BY pk)`)
	}
	return `rowid`
}

// column reads one column of text, joined.
func column(tb testing.TB, db *sql.DB, query string) string {
	tb.Helper()
	found, err := db.QueryContext(tb.Context(), query)
	require.NoError(tb, err, query)
	defer found.Close()
	var all []string
	for found.Next() {
		var one string
		require.NoError(tb, found.Scan(&one))
		all = append(all, one)
	}
	require.NoError(tb, found.Err())
	return strings.Join(all, "\x00")
}
