package store

import (
	"context"
	"encoding/base64"
	"fmt"
	"strconv"
	"strings"

	"parution.dev/editorial"
)

// Page asks for a slice of a list: at most Limit items after the Cursor that
// an earlier page returned.
type Page struct {
	Cursor string
	Limit  int
}

// MaxPage is the most items of one page.
const MaxPage = 500

func (p Page) limit() int {
	if p.Limit < 1 || p.Limit > MaxPage {
		return MaxPage
	}
	return p.Limit
}

// after reads the key that the page starts behind: its parts, or nil for the
// first page.
func (p Page) after(parts int) ([]string, error) {
	if p.Cursor == "" {
		return nil, nil
	}
	plain, err := base64.RawURLEncoding.DecodeString(p.Cursor)
	key := strings.Split(string(plain), "\x00")
	if err != nil || len(key) != parts {
		return nil, badCursor()
	}
	return key, nil
}

// afterNumber is after for a key that is one whole number.
func (p Page) afterNumber() (number int64, some bool, err error) {
	key, err := p.after(1)
	if err != nil || key == nil {
		return 0, false, err
	}
	if number, err = strconv.ParseInt(key[0], 10, 64); err != nil {
		return 0, false, badCursor()
	}
	return number, true, nil
}

func badCursor() error { return editorial.Refuse(editorial.Malformed, "bad_cursor") }

// cursor writes the key that the next page starts behind.
func cursor(parts ...string) string {
	return base64.RawURLEncoding.EncodeToString([]byte(strings.Join(parts, "\x00")))
}

// cut trims the extra row that tells whether more follows, and points the next
// page behind the last row that stays.
func cut[T any](p Page, items []T, key func(T) []string) ([]T, string) {
	if len(items) <= p.limit() {
		return items, ""
	}
	items = items[:p.limit()]
	return items, cursor(key(items[len(items)-1])...)
}

// byID pages a list that is sorted by an id, oldest first. The list is asked
// for what comes behind start, and for one row more than the page holds.
func byID[T any](ctx context.Context, s *Store, p Page, list func(t *tx, start string, limit int) ([]T, error), id func(T) string) (items []T, next string, err error) {
	start := ""
	key, err := p.after(1)
	if err != nil {
		return nil, "", err
	}
	if key != nil {
		start = key[0]
	}
	err = s.read(ctx, func(t *tx) error {
		items, err = list(t, start, p.limit()+1)
		return err
	})
	items, next = cut(p, items, func(item T) []string { return []string{id(item)} })
	return items, next, err
}

// clauses gathers conditions and their arguments, numbered as they come.
type clauses struct {
	where []string
	args  []any
}

// add appends a condition in which each %s stands for one argument.
func (c *clauses) add(condition string, args ...any) {
	marks := make([]any, len(args))
	for i, arg := range args {
		marks[i] = c.mark(arg)
	}
	c.where = append(c.where, fmt.Sprintf(condition, marks...))
}

// in asks that a column hold one of the values; of none, that there be no row.
func (c *clauses) in(column string, values []any) {
	if len(values) == 0 {
		c.add(`FALSE`)
		return
	}
	c.add(column+` IN (`+strings.TrimSuffix(strings.Repeat(`%s, `, len(values)), `, `)+`)`, values...)
}

func (c *clauses) mark(arg any) string {
	c.args = append(c.args, arg)
	return "$" + strconv.Itoa(len(c.args))
}

// query is the whole statement: at most limit rows that meet every condition.
func (c *clauses) query(selected, order string, limit int) (string, []any) {
	query := selected
	if len(c.where) > 0 {
		query += ` WHERE ` + c.conditions()
	}
	query += ` ORDER BY ` + order + ` LIMIT ` + c.mark(limit)
	return query, c.args
}

// conditions is what stands behind WHERE.
func (c *clauses) conditions() string { return strings.Join(c.where, ` AND `) }

// either asks that one column hold one of the values, or another one value.
func (c *clauses) either(column string, values []any, other string, value any) {
	var one clauses
	one.args = c.args
	one.in(column, values)
	c.args = one.args
	c.add(`(`+strings.ReplaceAll(one.conditions(), `%`, `%%`)+` OR `+other+` = %s)`, value)
}
