package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"parution.dev/editorial"
)

// stamp is an instant as a column: milliseconds since 1970 in UTC, NULL for
// the zero time.
func stamp(at time.Time) any {
	if at.IsZero() {
		return nil
	}
	return at.UnixMilli()
}

// The first and the last moment that RFC 3339 can say, of the years 0 and 9999.
// What was written for one beyond them, when such instants were still taken, is
// read as the nearest: no answer could hold it, nor the list that it stands in.
const (
	firstMoment = -62167219200000
	lastMoment  = 253402300799999
)

// instant reads a column that stamp wrote.
type instant struct{ into *time.Time }

func (i instant) Scan(value any) error {
	switch ms := value.(type) {
	case nil:
		*i.into = time.Time{}
	case int64:
		*i.into = time.UnixMilli(min(max(ms, firstMoment), lastMoment)).UTC()
	default:
		return fmt.Errorf("an instant cannot be a %T", value)
	}
	return nil
}

// text is a value as a JSON column.
func text(value any) string {
	encoded, err := json.Marshal(value)
	if err != nil {
		panic(fmt.Sprintf("store: encode %T: %v", value, err)) // plain structs always encode
	}
	return string(encoded)
}

// none is JSON's nothing, in a column that must not be NULL.
const none = "null"

// orNone reads a column of JSON as it stands, NULL as JSON's nothing.
type orNone struct{ into *string }

func (o orNone) Scan(value any) error {
	var s sql.NullString
	if err := s.Scan(value); err != nil {
		return err
	}
	if *o.into = s.String; !s.Valid {
		*o.into = none
	}
	return nil
}

// decoded reads a column that text wrote; NULL leaves the zero value.
type decoded struct{ into any }

func (d decoded) Scan(value any) error {
	switch v := value.(type) {
	case nil:
		return nil
	case string:
		if v == none {
			return nil
		}
		return json.Unmarshal([]byte(v), d.into)
	case []byte:
		return json.Unmarshal(v, d.into)
	}
	return fmt.Errorf("JSON cannot be a %T", value)
}

// nullable is a text column in which "" is NULL.
func nullable[T ~string](value T) any {
	if value == "" {
		return nil
	}
	return string(value)
}

// orEmpty reads a column that nullable wrote.
type orEmpty[T ~string] struct{ into *T }

func (o orEmpty[T]) Scan(value any) error {
	var s sql.NullString
	if err := s.Scan(value); err != nil {
		return err
	}
	*o.into = T(s.String)
	return nil
}

// scanner is a row or the current one of several.
type scanner interface{ Scan(into ...any) error }

// one reads a single row; none is a refusal of kind NotFound.
func one[T any](t *tx, scan func(scanner) (T, error), query string, args ...any) (T, error) {
	found, err := scan(t.QueryRowContext(t.ctx, query, args...))
	if isNoRows(err) {
		return found, editorial.Refuse(editorial.NotFound, editorial.CodeNotFound)
	}
	if err != nil {
		return found, fmt.Errorf("read: %w", err)
	}
	return found, nil
}

// many reads all rows.
func many[T any](t *tx, scan func(scanner) (T, error), query string, args ...any) ([]T, error) {
	rows, err := t.QueryContext(t.ctx, query, args...)
	if err != nil {
		return nil, fmt.Errorf("read: %w", err)
	}
	defer func() { _ = rows.Close() }()
	all := []T{}
	for rows.Next() {
		item, err := scan(rows)
		if err != nil {
			return nil, fmt.Errorf("read: %w", err)
		}
		all = append(all, item)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("read: %w", err)
	}
	return all, nil
}

// each hands rows over one by one, until it is told that it is enough.
func each[T any](t *tx, scan func(scanner) (T, error), take func(T) bool, query string, args ...any) error {
	rows, err := t.QueryContext(t.ctx, query, args...)
	if err != nil {
		return fmt.Errorf("read: %w", err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		item, err := scan(rows)
		if err != nil {
			return fmt.Errorf("read: %w", err)
		}
		if !take(item) {
			return nil
		}
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("read: %w", err)
	}
	return nil
}

// get reads one thing by its key.
func get[K, T any](ctx context.Context, s *Store, find func(*tx, K) (T, error), key K) (found T, err error) {
	err = s.read(ctx, func(t *tx) error {
		found, err = find(t, key)
		return err
	})
	return found, err
}

// places writes the placeholders for so many values, from $1 on.
func places(count int) string {
	marks := make([]string, count)
	for i := range marks {
		marks[i] = "$" + strconv.Itoa(i+1)
	}
	return strings.Join(marks, ", ")
}

// anys turns typed values into arguments.
func anys[T any](values []T) []any {
	all := make([]any, len(values))
	for i, value := range values {
		all[i] = value
	}
	return all
}

func isNoRows(err error) bool { return errors.Is(err, sql.ErrNoRows) }
