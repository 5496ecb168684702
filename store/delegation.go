package store

import (
	"context"
	"time"

	"parution.dev/editorial"
)

const delegationColumns = `id, calendar_id, member_id, to_id, from_at, until_at, reason, made_by, created_at`

func scanDelegation(row scanner) (editorial.Delegation, error) {
	var d editorial.Delegation
	err := row.Scan(&d.ID, &d.Calendar, &d.Member, orEmpty[editorial.MemberID]{&d.To}, instant{&d.From}, instant{&d.Until},
		&d.Reason, decoded{&d.By}, instant{&d.Created})
	return d, err
}

// AddDelegation writes a delegation; check sees the team and the calendar as
// they are in the same transaction.
func (s *Store) AddDelegation(ctx context.Context, w Write, d editorial.Delegation,
	check func(*editorial.Delegation, []editorial.Member, editorial.Calendar) error,
) (editorial.Delegation, error) {
	err := s.write(ctx, func(t *tx) error {
		c, err := t.calendar(d.Calendar)
		if err != nil {
			return err
		}
		team, err := t.team(d.Calendar)
		if err != nil {
			return err
		}
		if err := check(&d, team, c); err != nil {
			return err
		}
		return t.create(w, string(d.ID), func() error { return t.insertDelegation(w, d, c) })
	})
	return d, err
}

func (t *tx) insertDelegation(w Write, d editorial.Delegation, c editorial.Calendar) error {
	d.By.May = nil
	_, err := t.exec(`
		INSERT INTO delegations (id, calendar_id, member_id, to_id, from_at, until_at, reason, made_by, created_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		d.ID, d.Calendar, d.Member, nullable(d.To), stamp(d.From), stamp(d.Until), d.Reason, text(d.By), stamp(d.Created))
	if err != nil {
		return err
	}
	return t.didDelegation(w, d, "delegation.made", c.Policy.Deputy)
}

func (t *tx) didDelegation(w Write, d editorial.Delegation, action string, deputy editorial.MemberID) error {
	return t.log(editorial.AuditLine{
		At: w.Now, Calendar: d.Calendar, Actor: w.By, Action: action, Subject: string(d.ID), Note: d.Reason, Detail: d.Words(deputy),
	})
}

// GetDelegation reads a delegation.
func (s *Store) GetDelegation(ctx context.Context, id editorial.DelegationID) (editorial.Delegation, error) {
	return get(ctx, s, (*tx).delegation, id)
}

func (t *tx) delegation(id editorial.DelegationID) (editorial.Delegation, error) {
	return one(t, scanDelegation, `SELECT `+delegationColumns+` FROM delegations WHERE id = $1`, id)
}

// ListDelegations lists a calendar's delegations; with since only those that
// end after it.
func (s *Store) ListDelegations(ctx context.Context, calendar editorial.CalendarID, since time.Time, p Page) ([]editorial.Delegation, string, error) {
	return byID(ctx, s, p, func(t *tx, start string, limit int) ([]editorial.Delegation, error) {
		var c clauses
		c.add(`calendar_id = %s AND id > %s`, calendar, start)
		if !since.IsZero() {
			c.add(`until_at > %s`, stamp(since))
		}
		query, args := c.query(`SELECT `+delegationColumns+` FROM delegations`, `id`, limit)
		return many(t, scanDelegation, query, args...)
	}, func(d editorial.Delegation) string { return string(d.ID) })
}

// Away lists the delegations of a calendar that hold at an instant.
func (s *Store) Away(ctx context.Context, calendar editorial.CalendarID, at time.Time) (away []editorial.Delegation, err error) {
	err = s.read(ctx, func(t *tx) error {
		away, err = t.away(calendar, at)
		return err
	})
	return away, err
}

func (t *tx) away(calendar editorial.CalendarID, at time.Time) ([]editorial.Delegation, error) {
	return many(t, scanDelegation, `
		SELECT `+delegationColumns+` FROM delegations WHERE calendar_id = $1 AND until_at > $2 AND from_at <= $3 ORDER BY id`,
		calendar, stamp(at), stamp(at))
}

// UpdateDelegation changes the span of a delegation: ends it.
func (s *Store) UpdateDelegation(ctx context.Context, w Write, id editorial.DelegationID, change func(*editorial.Delegation) error) (d editorial.Delegation, err error) {
	err = s.write(ctx, func(t *tx) error {
		if d, err = t.delegation(id); err != nil {
			return err
		}
		if err := change(&d); err != nil {
			return err
		}
		c, err := t.calendar(d.Calendar)
		if err != nil {
			return err
		}
		if err := t.must(`UPDATE delegations SET from_at = $1, until_at = $2 WHERE id = $3`, stamp(d.From), stamp(d.Until), id); err != nil {
			return err
		}
		return t.didDelegation(w, d, "delegation.ended", c.Policy.Deputy)
	})
	return d, err
}
