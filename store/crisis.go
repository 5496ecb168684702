package store

import (
	"context"
	"fmt"

	"parution.dev/editorial"
)

const crisisColumns = `id, calendar_id, severity, reason, opened_by, opened_at, statement_id, points, closed_at, closed_by, review, first_line, last_line, version`

func scanCrisis(row scanner) (editorial.Crisis, error) {
	var c editorial.Crisis
	err := row.Scan(&c.ID, &c.Calendar, &c.Severity, &c.Reason, decoded{&c.By}, instant{&c.Opened}, orEmpty[editorial.PostID]{&c.Statement}, &c.Points,
		instant{&c.Closed}, decoded{&c.ClosedBy}, &c.Review, &c.First, &c.Last, &c.Version)
	return c, err
}

// AddCrisis opens a crisis, and pauses what it says in the same act. A calendar
// has one at a time.
func (s *Store) AddCrisis(ctx context.Context, w Write, c editorial.Crisis, pause *editorial.Pause) (editorial.Crisis, error) {
	err := s.write(ctx, func(t *tx) error {
		team, err := t.team(c.Calendar)
		if err != nil {
			return err
		}
		return t.create(w, string(c.ID), func() error {
			err := t.log(editorial.AuditLine{
				At: w.Now, Calendar: c.Calendar, Actor: w.By, Action: "crisis.opened", Subject: string(c.ID), Note: c.Reason, Detail: c.Told(team),
			})
			if err != nil {
				return err
			}
			if c.First, err = t.lastLine(); err != nil {
				return err
			}
			if err := t.insertCrisis(c); err != nil {
				return err
			}
			if pause == nil {
				return nil
			}
			return t.insertPause(w, *pause)
		})
	})
	return c, err
}

// lastLine is the sequence number of the record's last line.
func (t *tx) lastLine() (seq int64, err error) {
	if err := t.QueryRowContext(t.ctx, `SELECT MAX(seq) FROM audit`).Scan(&seq); err != nil {
		return 0, fmt.Errorf("read the record's end: %w", err)
	}
	return seq, nil
}

func (t *tx) insertCrisis(c editorial.Crisis) error {
	_, err := t.exec(`
		INSERT INTO crises (id, calendar_id, severity, reason, opened_by, opened_at, statement_id, points, closed_at, closed_by, review, first_line, last_line, version)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
		c.ID, c.Calendar, c.Severity, c.Reason, text(c.By), stamp(c.Opened), nullable(c.Statement), c.Points, nil, nil, c.Review, c.First, 0, 1)
	if isTaken(err) {
		return editorial.Refuse(editorial.Conflict, editorial.CodeCrisisOpen)
	}
	return err
}

func (t *tx) crisis(id editorial.CrisisID) (editorial.Crisis, error) {
	return one(t, scanCrisis, `SELECT `+crisisColumns+` FROM crises WHERE id = $1`, id)
}

// GetCrisis reads a crisis.
func (s *Store) GetCrisis(ctx context.Context, id editorial.CrisisID) (editorial.Crisis, error) {
	return get(ctx, s, (*tx).crisis, id)
}

// ListCrises lists the crises of a calendar; only the open one, where that is
// asked.
func (s *Store) ListCrises(ctx context.Context, calendar editorial.CalendarID, open bool, p Page) ([]editorial.Crisis, string, error) {
	return byID(ctx, s, p, func(t *tx, start string, limit int) ([]editorial.Crisis, error) {
		var c clauses
		c.add(`calendar_id = %s AND id > %s`, calendar, start)
		if open {
			c.add(`closed_at IS NULL`)
		}
		query, args := c.query(`SELECT `+crisisColumns+` FROM crises`, `id`, limit)
		return many(t, scanCrisis, query, args...)
	}, func(c editorial.Crisis) string { return string(c.ID) })
}

// UpdateCrisis changes a crisis in one transaction. The change returns what the
// record says of it beside the action.
func (s *Store) UpdateCrisis(ctx context.Context, w Write, id editorial.CrisisID, action string,
	change func(*editorial.Crisis) (note string, err error),
) (c editorial.Crisis, err error) {
	err = s.write(ctx, func(t *tx) error {
		if c, err = t.crisis(id); err != nil {
			return err
		}
		note, err := change(&c)
		if err != nil {
			return err
		}
		return t.saveCrisis(w, &c, action, note)
	})
	return c, err
}

func (t *tx) saveCrisis(w Write, c *editorial.Crisis, action, note string) error {
	err := t.log(editorial.AuditLine{
		At: w.Now, Calendar: c.Calendar, Actor: w.By, Action: action, Subject: string(c.ID), Post: c.Statement, Note: note, Detail: "severity " + string(c.Severity),
	})
	if err != nil {
		return err
	}
	var closer any
	if !c.Closed.IsZero() {
		closer = text(c.ClosedBy)
		if c.Last, err = t.lastLine(); err != nil {
			return err
		}
	}
	c.Version++
	return t.must(`
		UPDATE crises SET severity = $1, statement_id = $2, points = $3, closed_at = $4, closed_by = $5, review = $6, last_line = $7, version = $8
		WHERE id = $9`,
		c.Severity, nullable(c.Statement), c.Points, stamp(c.Closed), closer, c.Review, c.Last, c.Version, c.ID)
}

// CloseCrisis ends a crisis: the change sees the pauses that were made in it and
// still hold, and they are lifted with it.
func (s *Store) CloseCrisis(ctx context.Context, w Write, id editorial.CrisisID,
	change func(*editorial.Crisis, []editorial.Pause) error,
) (c editorial.Crisis, err error) {
	err = s.write(ctx, func(t *tx) error {
		if c, err = t.crisis(id); err != nil {
			return err
		}
		pauses, err := t.pausesSince(w.Now)
		if err != nil {
			return err
		}
		lifted := c.Stops(pauses, w.Now)
		if err := change(&c, lifted); err != nil {
			return err
		}
		for _, p := range lifted {
			if err := t.savePause(w, p.Lifted(w.Now)); err != nil {
				return err
			}
		}
		return t.saveCrisis(w, &c, "crisis.closed", c.Review)
	})
	return c, err
}
