package store

import (
	"context"
	"database/sql"
	"fmt"

	"parution.dev/editorial"
)

// sealRecord gives the lines of a record from before words were sealed their
// seals and a new chain of hashes. Each keeps the hash that it had, inside the
// new one: whoever has noted an old head finds it there.
func sealRecord(ctx context.Context, db *sql.DB) error {
	var waiting int
	if err := db.QueryRowContext(ctx, `SELECT COUNT(*) FROM sqlite_schema WHERE name = 'audit_before'`).Scan(&waiting); err != nil || waiting == 0 {
		return err
	}
	begun, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = begun.Rollback() }()
	t := &tx{Tx: begun, ctx: ctx, store: &Store{}} // not open yet
	for after := int64(0); ; {
		lines, err := many(t, scanUnsealed, `
			SELECT seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, hash
			FROM audit_before WHERE seq > $1 ORDER BY seq LIMIT $2`, after, auditStride)
		if err != nil {
			return err
		}
		if len(lines) == 0 {
			break
		}
		if err := t.sealAll(lines); err != nil {
			return err
		}
		after = lines[len(lines)-1].Seq
	}
	if _, err := t.exec(`DROP TABLE audit_before`); err != nil {
		return err
	}
	return begun.Commit()
}

func (t *tx) sealAll(lines []editorial.AuditLine) error {
	rows := make([][]any, len(lines))
	for i, line := range lines {
		joined, err := t.joined(line)
		if err != nil {
			return err
		}
		rows[i] = append([]any{line.Seq}, auditRow(joined)...)
	}
	return t.put(`INSERT INTO audit (seq, `+auditWritten+`) VALUES `, 21, ``, rows)
}

func scanUnsealed(row scanner) (editorial.AuditLine, error) {
	var l editorial.AuditLine
	err := row.Scan(&l.Seq, instant{&l.At}, &l.Calendar, decoded{&l.Actor}, &l.Action, &l.Subject, &l.Post,
		&l.Revision, &l.Status, &l.Note, &l.Detail, &l.First)
	if err != nil {
		return l, fmt.Errorf("read a line of the record: %w", err)
	}
	return l, nil
}
