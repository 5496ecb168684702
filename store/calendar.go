package store

import (
	"context"
	"fmt"

	"parution.dev/editorial"
)

const calendarColumns = `id, name, zone, language, policy, created_at, archived_at, version`

func scanCalendar(row scanner) (editorial.Calendar, error) {
	var c editorial.Calendar
	err := row.Scan(&c.ID, &c.Name, &c.Zone, &c.Language, decoded{&c.Policy}, instant{&c.Created}, instant{&c.Archived}, &c.Version)
	return c, err
}

// AddCalendar writes a new calendar, whose first manager is the member named.
func (s *Store) AddCalendar(ctx context.Context, w Write, c editorial.Calendar, manager editorial.MemberID) error {
	return s.write(ctx, func(t *tx) error {
		return t.create(w, string(c.ID), func() error {
			_, err := t.exec(`
				INSERT INTO calendars (id, name, zone, language, policy, created_at, archived_at, version)
				VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
				c.ID, c.Name, c.Zone, c.Language, text(c.Policy), stamp(w.Now), nil, 1)
			if err != nil {
				return err
			}
			if _, err := t.exec(`INSERT INTO roles (member_id, calendar_id, role) VALUES ($1, $2, $3)`, manager, c.ID, editorial.Manager); err != nil {
				return err
			}
			return t.did(w, c.ID, "calendar.created", string(c.ID))
		})
	})
}

// GetCalendar reads a calendar.
func (s *Store) GetCalendar(ctx context.Context, id editorial.CalendarID) (editorial.Calendar, error) {
	return get(ctx, s, (*tx).calendar, id)
}

func (t *tx) calendar(id editorial.CalendarID) (editorial.Calendar, error) {
	return one(t, scanCalendar, `SELECT `+calendarColumns+` FROM calendars WHERE id = $1`, id)
}

// ListCalendars lists the calendars in use among those named, or all of them.
func (s *Store) ListCalendars(ctx context.Context, only []editorial.CalendarID, p Page) ([]editorial.Calendar, string, error) {
	return byID(ctx, s, p, func(t *tx, start string, limit int) ([]editorial.Calendar, error) {
		var c clauses
		c.add(`id > %s AND archived_at IS NULL`, start)
		if only != nil {
			c.in(`id`, anys(only))
		}
		query, args := c.query(`SELECT `+calendarColumns+` FROM calendars`, `id`, limit)
		return many(t, scanCalendar, query, args...)
	}, func(c editorial.Calendar) string { return string(c.ID) })
}

// UpdateCalendar changes a calendar in one transaction.
func (s *Store) UpdateCalendar(ctx context.Context, w Write, id editorial.CalendarID, change func(*editorial.Calendar) error) (c editorial.Calendar, err error) {
	err = s.write(ctx, func(t *tx) error {
		c, err = t.updateCalendar(w, id, change)
		return err
	})
	return c, err
}

// ArchiveCalendar is UpdateCalendar for a rule that asks besides how much is
// still to leave from the calendar, or being edited where it is out.
func (s *Store) ArchiveCalendar(ctx context.Context, w Write, id editorial.CalendarID,
	change func(c *editorial.Calendar, waiting int) error,
) (c editorial.Calendar, err error) {
	err = s.write(ctx, func(t *tx) error {
		var waiting int
		err := t.QueryRowContext(t.ctx, `
			SELECT (SELECT COUNT(*) FROM deliveries WHERE calendar_id = $1 AND state IN ('scheduled', 'held'))
				+ (SELECT COUNT(*) FROM deliveries WHERE calendar_id = $1 AND state IN ('sending', 'unknown'))
				+ (SELECT COUNT(*) FROM acts a JOIN deliveries d ON d.id = a.delivery_id WHERE a.next_at IS NOT NULL AND d.calendar_id = $1)`, id).Scan(&waiting)
		if err != nil {
			return fmt.Errorf("count what waits in the calendar: %w", err)
		}
		c, err = t.updateCalendar(w, id, func(c *editorial.Calendar) error { return change(c, waiting) })
		return err
	})
	return c, err
}

func (t *tx) updateCalendar(w Write, id editorial.CalendarID, change func(*editorial.Calendar) error) (editorial.Calendar, error) {
	c, err := t.calendar(id)
	if err != nil {
		return c, err
	}
	before := text(c)
	if err := change(&c); err != nil {
		return c, err
	}
	c.Version++
	err = t.must(`UPDATE calendars SET name = $1, zone = $2, language = $3, policy = $4, archived_at = $5, version = $6 WHERE id = $7`,
		c.Name, c.Zone, c.Language, text(c.Policy), stamp(c.Archived), c.Version, c.ID)
	if err != nil {
		return c, err
	}
	if err := t.wakeCalendar(id, w); err != nil {
		return c, err
	}
	if _, err := t.exec(`UPDATE posts SET remind_at = $1 WHERE calendar_id = $2 AND state = 'in_review'`, stamp(w.Now), id); err != nil {
		return c, err // it may be escalated sooner, or not at all
	}
	return c, t.changed(w, id, "calendar.updated", string(id), before, c)
}

// wakeCalendar lets the releaser look again at what is held in a calendar: its
// policy may stop it no more.
func (t *tx) wakeCalendar(id editorial.CalendarID, w Write) error {
	n, err := t.exec(`UPDATE deliveries SET next_at = $1 WHERE state IN ('scheduled', 'held') AND state = 'held' AND calendar_id = $2 AND stopped = 0`, stamp(w.Now), id)
	if n > 0 {
		t.next = w.Now
	}
	if err != nil {
		return err
	}
	_, err = t.exec(`UPDATE deliveries SET preflight_at = $1 WHERE calendar_id = $2 AND state IN ('planned', 'scheduled') AND preflight IS NOT NULL AND due_at > $3`,
		stamp(w.Now), id, stamp(w.Now))
	return err
}
