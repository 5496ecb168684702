package store

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"strings"
)

// eraseAtOnce is how many rows of a table one transaction looks at.
const eraseAtOnce = 500

// holder is a table that keeps, in JSON, who did something.
type holder struct {
	table   string
	columns []string
}

// holders are all of them. The record is none: its words have columns of their
// own.
func holders() []holder {
	return []holder{
		{"revisions", []string{"author"}},
		{"comments", []string{"author", "suggestion", "resolved"}},
		{"posts", []string{"approval", "hold", "review"}},
		{"delegations", []string{"made_by"}},
		{"pauses", []string{"made_by"}},
		{"acts", []string{"made_by"}},
		{"invitations", []string{"made_by"}},
		{"client_links", []string{"made_by"}},
		{"tasks", []string{"author", "done"}},
		{"field_notes", []string{"author"}},
		{"crises", []string{"opened_by", "closed_by"}},
		{"campaigns", []string{"margins"}},
		{"resets", []string{"made_by"}},
	}
}

// theRecord stands for the table of the record among those that are gone
// through.
const theRecord = "audit"

// eraseAhead goes through all tables, a bounded number of rows in each
// transaction, and says how far it came in each.
func (s *Store) eraseAhead(ctx context.Context, e erasure) (upTo map[string]int64, err error) {
	upTo = map[string]int64{}
	for _, in := range append(holders(), holder{table: theRecord}) {
		last, err := get(ctx, s, (*tx).lastRow, in.table)
		if err != nil {
			return nil, err
		}
		for from := int64(0); from < last; from += eraseAtOnce {
			if err := s.eraseSome(ctx, in, from, min(from+eraseAtOnce, last), e); err != nil {
				return nil, err
			}
		}
		upTo[in.table] = last
	}
	return upTo, nil
}

func (t *tx) lastRow(table string) (int64, error) {
	return one(t, func(row scanner) (last int64, err error) { return last, row.Scan(&last) }, `SELECT COALESCE(MAX(rowid), 0) FROM `+table)
}

// eraseSome erases what is found in some rows of a table. Where there is
// nothing, nobody waits for it.
func (s *Store) eraseSome(ctx context.Context, in holder, from, to int64, e erasure) error {
	var found []erased
	look := func(t *tx) (err error) {
		found, err = t.named(in, from, to, e)
		return err
	}
	if err := s.read(ctx, look); err != nil || len(found) == 0 {
		return err
	}
	return s.write(ctx, func(t *tx) error {
		if err := look(t); err != nil {
			return err
		}
		return t.overwriting(func() error { return t.rewrite(in, found) })
	})
}

// eraseRest erases what came since.
func (t *tx) eraseRest(e erasure, upTo map[string]int64) error {
	for _, in := range append(holders(), holder{table: theRecord}) {
		found, err := t.named(in, upTo[in.table], math.MaxInt64, e)
		if err != nil {
			return err
		}
		if err := t.rewrite(in, found); err != nil {
			return err
		}
	}
	return nil
}

// erased is a row as it is without the name: its columns, or of the record
// those whose words go.
type erased struct {
	row    int64
	values []*string
	words  []string
}

// named lists the rows of a table, behind one and up to another, that name the
// person, as they shall be.
func (t *tx) named(in holder, from, to int64, e erasure) ([]erased, error) {
	if in.table == theRecord {
		return t.namedLines(from, to, e)
	}
	var c clauses
	c.add(`rowid > %s`, from)
	c.add(`rowid <= %s`, to)
	var either []string
	for _, column := range in.columns {
		for _, needle := range append([]string{e.id}, e.needle...) {
			inJSON := strings.Trim(text(needle), `"`)
			either = append(either, `instr(lower(`+column+`), lower(`+c.mark(inJSON)+`)) > 0`)
		}
	}
	c.where = append(c.where, `(`+strings.Join(either, ` OR `)+`)`)
	query, args := c.query(`SELECT rowid, `+strings.Join(in.columns, `, `)+` FROM `+in.table, `rowid`, math.MaxInt32)
	rows, err := many(t, func(row scanner) (r erased, err error) {
		r.values = make([]*string, len(in.columns))
		into := []any{&r.row}
		for i := range r.values {
			into = append(into, &r.values[i])
		}
		return r, row.Scan(into...)
	}, query, args...)
	if err != nil {
		return nil, err
	}
	changed := rows[:0]
	for _, r := range rows {
		some, err := e.outOf(r.values)
		if err != nil {
			return nil, err
		}
		if some {
			changed = append(changed, r)
		}
	}
	return changed, nil
}

// namedLines lists the lines of the record that name the person: what they
// did, what was said about them as a member or a client, and what anybody said
// that holds their address, or a name of more than one word.
func (t *tx) namedLines(from, to int64, e erasure) ([]erased, error) {
	all, err := many(t, func(row scanner) (l struct {
		seq                                 int64
		member, token, subject, note, words *string
		named                               bool
	}, err error,
	) {
		return l, row.Scan(&l.seq, &l.member, &l.token, &l.subject, &l.named, &l.note, &l.words)
	}, `
		SELECT seq, member_id, token_id, subject, name_salt IS NOT NULL, CASE WHEN note_salt IS NOT NULL THEN note END, CASE WHEN detail_salt IS NOT NULL THEN detail END
		FROM audit WHERE seq > $1 AND seq <= $2`, from, to)
	var found []erased
	for _, l := range all {
		r := erased{row: l.seq}
		theirs := is(l.member, e.id) || is(l.token, e.id)
		if theirs && l.named {
			r.words = append(r.words, "name")
		}
		about := is(l.subject, e.id)
		gone := func(words *string) bool {
			return words != nil && (about && e.key == "Member" || e.in(*words) || (theirs || about) && e.inTheirs(*words))
		}
		if gone(l.note) {
			r.words = append(r.words, "note")
		}
		if gone(l.words) {
			r.words = append(r.words, "detail")
		}
		if len(r.words) > 0 {
			found = append(found, r)
		}
	}
	return found, err
}

func is(column *string, id string) bool { return column != nil && *column == id }

// rewrite writes rows as they shall be.
func (t *tx) rewrite(in holder, found []erased) error {
	for _, r := range found {
		set, args := make([]string, 0, len(r.values)), make([]any, 0, len(r.values)+1)
		for i, value := range r.values {
			args = append(args, value)
			set = append(set, fmt.Sprintf(`%s = $%d`, in.columns[i], len(args)))
		}
		for _, words := range r.words {
			set = append(set, words+` = NULL, `+words+`_salt = NULL`)
		}
		args = append(args, r.row)
		if err := t.must(fmt.Sprintf(`UPDATE %s SET %s WHERE rowid = $%d`, in.table, strings.Join(set, `, `), len(args)), args...); err != nil {
			return err
		}
	}
	return nil
}

// outOf takes the person out of columns of JSON, and says whether they were in
// any.
func (e erasure) outOf(columns []*string) (some bool, err error) {
	for _, column := range columns {
		if column == nil {
			continue
		}
		decoder := json.NewDecoder(strings.NewReader(*column))
		decoder.UseNumber()
		var value any
		if err := decoder.Decode(&value); err != nil {
			return false, fmt.Errorf("take a name out: %w", err)
		}
		if e.outOfValue(value) {
			*column, some = text(value), true
		}
	}
	return some, nil
}

// outOfValue gives the person another name wherever JSON names them by their
// id or as whom a yes was passed on for, and empties notes and reasons that
// name them.
func (e erasure) outOfValue(value any) (some bool) {
	switch v := value.(type) {
	case map[string]any:
		some = e.outOfObject(v)
		for _, inner := range v {
			some = e.outOfValue(inner) || some
		}
	case []any:
		for _, inner := range v {
			some = e.outOfValue(inner) || some
		}
	}
	return some
}

func (e erasure) outOfObject(v map[string]any) (some bool) {
	put := func(in map[string]any, key, said string) {
		if had, is := in[key].(string); is && had != said {
			in[key], some = said, true
		}
	}
	if v[e.key] == e.id {
		put(v, "Name", e.name)
	}
	in := e.in
	if by, is := v["By"].(map[string]any); is && by[e.key] == e.id { // what they said themselves
		in = e.inTheirs
		if behalf, is := v["OnBehalf"].(map[string]any); is && in(fmt.Sprint(behalf["Name"])) {
			put(behalf, "Name", e.name)
		}
	}
	for key, instead := range map[string]string{"Name": e.name, "Note": "", "Reason": ""} {
		if said, is := v[key].(string); is && in(said) {
			put(v, key, instead)
		}
	}
	return some
}
