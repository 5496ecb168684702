// Package storetest fills a database for measurements: years of posts in
// seconds, as no person and no API would write them.
package storetest

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"parution.dev/editorial"
)

// chunk bounds what one commit copies, so that the write-ahead log stays small.
const chunk = 20_000

// Multiply copies posts with their revisions, deliveries, parts, attempts and
// words so many times over, each copy a shift earlier than the one before it.
// The record gets no lines. It works beside an open store, on the database in
// its directory.
func Multiply(ctx context.Context, dir string, posts []editorial.PostID, copies int, shift time.Duration) error {
	m, err := open(ctx, dir)
	if err != nil {
		return err
	}
	defer func() { _ = m.db.Close() }()
	if err := m.choose(ctx, posts); err != nil {
		return err
	}
	step := max(1, chunk/max(1, len(posts)))
	for from := 1; from <= copies; from += step {
		if err := m.copy(ctx, from, min(from+step-1, copies), shift); err != nil {
			return fmt.Errorf("copy the posts: %w", err)
		}
	}
	return nil
}

// Spread moves the moment at which the releaser looks at each delivery that is
// due at an instant: one comes a step after the other, in the order of their
// ids. People plan whole seconds; this makes a steady stream of them.
func Spread(ctx context.Context, dir string, due time.Time, step time.Duration) error {
	m, err := open(ctx, dir)
	if err != nil {
		return err
	}
	defer func() { _ = m.db.Close() }()
	_, err = m.db.ExecContext(ctx, `
		UPDATE deliveries SET next_at = due_at + $1 * (SELECT COUNT(*) FROM deliveries d WHERE d.due_at = deliveries.due_at AND d.next_at IS NOT NULL AND d.id < deliveries.id)
		WHERE due_at = $2 AND next_at IS NOT NULL`, step.Milliseconds(), due.UnixMilli())
	if err != nil {
		return fmt.Errorf("spread the deliveries: %w", err)
	}
	return nil
}

type multiplier struct{ db *sql.DB }

func open(ctx context.Context, dir string) (*multiplier, error) {
	db := sql.OpenDB(&source{filepath.Join(dir, "parution.db")})
	db.SetMaxOpenConns(1) // the temporary table is the connection's
	for _, pragma := range []string{`PRAGMA busy_timeout = 60000`, `PRAGMA synchronous = OFF`, `PRAGMA cache_size = -262144`, `PRAGMA temp_store = MEMORY`} {
		if _, err := db.ExecContext(ctx, pragma); err != nil {
			_ = db.Close()
			return nil, fmt.Errorf("open the database: %w", err)
		}
	}
	return &multiplier{db}, nil
}

func (m *multiplier) choose(ctx context.Context, posts []editorial.PostID) error {
	if _, err := m.db.ExecContext(ctx, `CREATE TEMP TABLE chosen (id TEXT PRIMARY KEY)`); err != nil {
		return fmt.Errorf("choose the posts: %w", err)
	}
	for _, id := range posts {
		if _, err := m.db.ExecContext(ctx, `INSERT INTO chosen (id) VALUES ($1)`, id); err != nil {
			return fmt.Errorf("choose the posts: %w", err)
		}
	}
	return nil
}

// copy makes the copies with these numbers, in one transaction.
func (m *multiplier) copy(ctx context.Context, from, to int, shift time.Duration) error {
	tx, err := m.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	ofPost, ofDelivery := `SELECT id FROM chosen`, `SELECT id FROM deliveries WHERE post_id IN (SELECT id FROM chosen)`
	for _, t := range []table{
		{"posts", "id", ofPost, []string{"id"}},
		{"revisions", "post_id", ofPost, []string{"post_id"}},
		{"deliveries", "post_id", ofPost, []string{"id", "post_id"}},
		{"parts", "delivery_id", ofDelivery, []string{"delivery_id", "key"}},
		{"attempts", "delivery_id", ofDelivery, []string{"delivery_id", "key"}},
	} {
		if err := t.copy(ctx, tx, from, to, shift); err != nil {
			return fmt.Errorf("%s: %w", t.name, err)
		}
	}
	_, err = tx.ExecContext(ctx, numbers+`
		INSERT INTO posts_text (docid, words)
		SELECT copied.rowid, words FROM numbers CROSS JOIN chosen
		JOIN posts original ON original.id = chosen.id JOIN posts_text ON docid = original.rowid
		JOIN posts copied ON copied.id = chosen.id || '_' || n`, from, to)
	if err != nil {
		return fmt.Errorf("words: %w", err)
	}
	return tx.Commit()
}

const numbers = `WITH RECURSIVE numbers (n) AS (SELECT $1 UNION ALL SELECT n + 1 FROM numbers WHERE n < $2) `

type table struct {
	name, key, among string
	own              []string // columns that differ from copy to copy
}

func (t table) copy(ctx context.Context, tx *sql.Tx, from, to int, shift time.Duration) error {
	columns, err := t.columns(ctx, tx)
	if err != nil {
		return err
	}
	values := make([]string, len(columns))
	for i, column := range columns {
		values[i] = t.value(column, shift)
	}
	_, err = tx.ExecContext(ctx, numbers+fmt.Sprintf(`INSERT INTO %s (%s) SELECT %s FROM numbers CROSS JOIN %s WHERE %s IN (%s)`,
		t.name, strings.Join(columns, ", "), strings.Join(values, ", "), t.name, t.key, t.among), from, to)
	return err
}

// value is what a copy has in a column: its own id, an earlier time, or the same.
func (t table) value(column string, shift time.Duration) string {
	if slices.Contains(t.own, column) {
		return column + ` || '_' || n`
	}
	if strings.HasSuffix(column, "_at") || column == "first_due" || column == "lease_until" {
		return column + ` - n * ` + strconv.FormatInt(shift.Milliseconds(), 10)
	}
	return column
}

func (t table) columns(ctx context.Context, tx *sql.Tx) (names []string, err error) {
	rows, err := tx.QueryContext(ctx, `SELECT name FROM pragma_table_info($1)`, t.name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, rows.Err()
}
