package store

import (
	"context"
	"fmt"
	"time"

	"parution.dev/editorial"
)

// auditWritten are the columns that a new line fills.
const auditWritten = `at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail,
	name_salt, note_salt, detail_salt, seals, first_hash, previous, hash`

// log adds lines to the record, each joined to the line before it in its chain.
func (t *tx) log(lines ...editorial.AuditLine) error {
	rows := make([][]any, 0, len(lines))
	for _, line := range lines {
		line.First = ""
		line, err := t.joined(line)
		if err != nil {
			return err
		}
		rows = append(rows, auditRow(line))
	}
	t.lines += len(lines)
	return t.put(`INSERT INTO audit (`+auditWritten+`) VALUES `, 20, ``, rows)
}

// joined seals a line and joins it to the last one of its chain.
func (t *tx) joined(line editorial.AuditLine) (editorial.AuditLine, error) {
	previous, err := t.head(line.Calendar)
	if err != nil {
		return line, err
	}
	line = line.Sealed()
	line = line.Chain(previous)
	t.known.head(line)
	return line, nil
}

func auditRow(l editorial.AuditLine) []any {
	return []any{
		stamp(l.At), l.Calendar, l.Actor.Member, l.Actor.Token, l.Actor.Maker, l.Actor.Name, l.Action, l.Subject, l.Post, l.Revision,
		l.Status, l.Note, l.Detail, l.Salts[0], l.Salts[1], l.Salts[2], text(l.Seals), l.First, l.Previous, l.Hash,
	}
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

// changed logs what a person changed of something that is not a post: each
// setting, from what to what.
func (t *tx) changed(w Write, calendar editorial.CalendarID, action, subject, before string, after any) error {
	return t.log(editorial.AuditLine{
		At: w.Now, Calendar: calendar, Actor: w.By, Action: action, Subject: subject, Detail: editorial.Differences(before, text(after)),
	})
}

// AuditFilter narrows the record.
type AuditFilter struct {
	Calendars []editorial.CalendarID
	Instance  bool // the instance's own chain too
	Post      editorial.PostID
	First     int64              // lines with this sequence number or a greater one
	Last      int64              // lines with this sequence number or a smaller one; 0: to the end
	Member    editorial.MemberID // who acted, or made the token that it was done with
	Kind      string             // an action, or what stands before its dot; "": all
	Subject   string
	Since     time.Time // lines of then and later
	Until     time.Time // lines of before then
	After     int64     // lines with a greater sequence number, oldest first
	Before    int64     // with Latest: lines with a smaller one; 0: from the end
	Latest    bool      // newest first
}

const auditColumns = `seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail,
	name_salt, note_salt, detail_salt, seals, first_hash, previous, hash`

func scanAudit(row scanner) (editorial.AuditLine, error) {
	var l editorial.AuditLine
	err := row.Scan(&l.Seq, instant{&l.At}, &l.Calendar, &l.Actor.Member, &l.Actor.Token, &l.Actor.Maker, orEmpty[string]{&l.Actor.Name},
		&l.Action, &l.Subject, &l.Post, &l.Revision, &l.Status, orEmpty[string]{&l.Note}, orEmpty[string]{&l.Detail},
		&l.Salts[0], &l.Salts[1], &l.Salts[2], decoded{&l.Seals}, &l.First, &l.Previous, &l.Hash)
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

// WalkAudit hands over lines of the record, oldest first, without holding more
// than a few of them, or a snapshot while somebody takes their time.
func (s *Store) WalkAudit(ctx context.Context, f AuditFilter, take func(editorial.AuditLine) error) error {
	for {
		lines, err := s.ListAudit(ctx, f, auditStride)
		if err != nil {
			return err
		}
		for _, line := range lines {
			if err := take(line); err != nil {
				return err
			}
			f.After = line.Seq
		}
		if len(lines) < auditStride {
			return nil
		}
	}
}

const auditStride = 500

// CheckAudit shows the whole record to a check, all chains together.
func (s *Store) CheckAudit(ctx context.Context, check *editorial.AuditCheck) error {
	for {
		var lines []editorial.AuditLine
		err := s.read(ctx, func(t *tx) (err error) {
			lines, err = many(t, scanAudit, `SELECT `+auditColumns+` FROM audit WHERE seq > $1 ORDER BY seq LIMIT $2`, check.Last(), auditStride)
			return err
		})
		if err != nil {
			return err
		}
		for _, line := range lines {
			check.Look(line)
		}
		if len(lines) < auditStride {
			check.End()
			return nil
		}
	}
}

// AuditHeads are the heads of all chains of the record that have lines, or of
// one.
func (s *Store) AuditHeads(ctx context.Context, only ...editorial.CalendarID) (heads []editorial.AuditHead, err error) {
	err = s.read(ctx, func(t *tx) error {
		chains := only
		if len(only) == 0 {
			chains, err = many(t, func(row scanner) (id editorial.CalendarID, err error) { return id, row.Scan(&id) }, `SELECT id FROM calendars ORDER BY id`)
			if err != nil {
				return err
			}
			chains = append([]editorial.CalendarID{""}, chains...)
		}
		for _, chain := range chains {
			found, err := many(t, scanHead, `SELECT calendar_id, seq, hash FROM audit WHERE calendar_id = $1 ORDER BY seq DESC LIMIT 1`, chain)
			if err != nil {
				return err
			}
			heads = append(heads, found...)
		}
		return nil
	})
	return heads, err
}

func scanHead(row scanner) (h editorial.AuditHead, err error) {
	return h, row.Scan(&h.Calendar, &h.Seq, &h.Hash)
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
	f.narrow(&c)
	chains := anys(f.Calendars)
	if f.Instance {
		chains = append(chains, "")
	}
	c.in(`calendar_id`, chains)
	return c.query(`SELECT `+auditColumns+` FROM audit`, order, limit)
}

func (f AuditFilter) narrow(c *clauses) {
	if f.First != 0 {
		c.add(`seq >= %s`, f.First)
	}
	if f.Last != 0 {
		c.add(`seq <= %s`, f.Last)
	}
	if f.Post != "" {
		c.add(`post_id = %s`, f.Post)
	}
	if f.Member != "" {
		c.add(`(member_id = %s OR maker_id = %s)`, f.Member, f.Member)
	}
	if f.Kind != "" {
		c.add(`(action = %s OR action >= %s AND action < %s)`, f.Kind, f.Kind+".", f.Kind+"/")
	}
	if f.Subject != "" {
		c.add(`subject = %s`, f.Subject)
	}
	if !f.Since.IsZero() {
		c.add(`at >= %s`, stamp(f.Since))
	}
	if !f.Until.IsZero() {
		c.add(`at < %s`, stamp(f.Until))
	}
}

// Deed is what a line of the record says was done, and to what.
type Deed struct {
	Seq    int64
	Action string
	Post   editorial.PostID
}

// ListDeeds reads what some lines of the record say was done.
func (s *Store) ListDeeds(ctx context.Context, seqs []int64) (map[int64]Deed, error) {
	deeds := map[int64]Deed{}
	if len(seqs) == 0 {
		return deeds, nil
	}
	var c clauses
	c.in(`seq`, anys(seqs))
	query, args := c.query(`SELECT seq, action, post_id FROM audit`, `seq`, len(seqs))
	err := s.read(ctx, func(t *tx) error {
		_, err := many(t, func(row scanner) (d Deed, err error) {
			err = row.Scan(&d.Seq, &d.Action, &d.Post)
			deeds[d.Seq] = d
			return d, err
		}, query, args...)
		return err
	})
	return deeds, err
}
