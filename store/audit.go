package store

import (
	"context"
	"fmt"

	"parution.dev/editorial"
)

// log adds lines to the record, each joined to the line before it in its chain.
func (t *tx) log(lines ...editorial.AuditLine) error {
	rows := make([][]any, 0, len(lines))
	for _, line := range lines {
		previous, err := t.head(line.Calendar)
		if err != nil {
			return err
		}
		line = line.Chain(previous)
		t.known.head(line)
		line.Actor.May = nil
		rows = append(rows, []any{
			stamp(line.At), line.Calendar, text(line.Actor), line.Action, line.Subject, line.Post, line.Revision,
			line.Status, line.Note, line.Detail, line.Previous, line.Hash,
		})
	}
	t.lines += len(lines)
	return t.put(`
		INSERT INTO audit (at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash)
		VALUES `, 12, ``, rows)
}

// head is the hash of the last line of a chain, "" where it has none.
func (t *tx) head(chain editorial.CalendarID) (hash string, err error) {
	if hash, ok := t.known.heads[chain]; ok {
		return hash, nil
	}
	err = t.QueryRowContext(t.ctx, `SELECT hash FROM audit WHERE calendar_id = $1 ORDER BY seq DESC LIMIT 1`, chain).Scan(&hash)
	if err != nil && !isNoRows(err) {
		return "", fmt.Errorf("read the record's head: %w", err)
	}
	return hash, nil
}

// did logs what a person did to something that is not a post.
func (t *tx) did(w Write, calendar editorial.CalendarID, action, subject string) error {
	return t.log(editorial.AuditLine{At: w.Now, Calendar: calendar, Actor: w.By, Action: action, Subject: subject})
}

// AuditFilter narrows the record.
type AuditFilter struct {
	Calendars []editorial.CalendarID
	Instance  bool // the instance's own chain too
	Post      editorial.PostID
	After     int64 // lines with a greater sequence number, oldest first
	Before    int64 // with Latest: lines with a smaller one; 0: from the end
	Latest    bool  // newest first
	From      int64 // with Latest: lines with this sequence number or a greater one
	Until     int64 // lines with this sequence number or a smaller one; 0: to the end
}

const auditColumns = `seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash`

func scanAudit(row scanner) (editorial.AuditLine, error) {
	var l editorial.AuditLine
	err := row.Scan(&l.Seq, instant{&l.At}, &l.Calendar, decoded{&l.Actor}, &l.Action, &l.Subject, &l.Post,
		&l.Revision, &l.Status, &l.Note, &l.Detail, &l.Previous, &l.Hash)
	return l, err
}

// ListAudit returns lines of the record, at most limit.
func (s *Store) ListAudit(ctx context.Context, f AuditFilter, limit int) (lines []editorial.AuditLine, err error) {
	query, args := f.query(limit)
	err = s.read(ctx, func(t *tx) error {
		lines, err = many(t, scanAudit, query, args...)
		return err
	})
	return lines, err
}

func (f AuditFilter) query(limit int) (string, []any) {
	var c clauses
	order := `seq`
	switch {
	case !f.Latest:
		c.add(`seq > %s`, f.After)
	case f.Before != 0:
		c.add(`seq < %s`, f.Before)
	}
	if f.Latest {
		order = `seq DESC`
	}
	if f.From != 0 {
		c.add(`seq >= %s`, f.From)
	}
	if f.Until != 0 {
		c.add(`seq <= %s`, f.Until)
	}
	if f.Post != "" {
		c.add(`post_id = %s`, f.Post)
	}
	chains := anys(f.Calendars)
	if f.Instance {
		chains = append(chains, "")
	}
	c.in(`calendar_id`, chains)
	return c.query(`SELECT `+auditColumns+` FROM audit`, order, limit)
}
