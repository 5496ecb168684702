package store

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"parution.dev/editorial"
)

// Preflights returns what the gate will see of the deliveries that must be
// looked at ahead of their instants now, the earliest due first. A row that
// cannot be read is left out, and the error tells of it beside the others.
func (s *Store) Preflights(ctx context.Context, now time.Time, limit int) (cases []editorial.Case, err error) {
	err = s.read(ctx, func(t *tx) error {
		found, err := many(t, scanDue, `
			SELECT id, post_id, channel_id, platform FROM deliveries
			WHERE due_at > $1 AND due_at <= $2 AND preflight_at <= $3 AND state IN ('planned', 'scheduled', 'held')
			ORDER BY due_at, post_id, id LIMIT $4`,
			stamp(now), stamp(now.Add(editorial.FirstLook)), stamp(now), limit)
		if err != nil {
			return err
		}
		var trouble error
		for _, d := range found {
			err := calmly(func() error {
				posts, channels, err := t.around([]due{d})
				if err != nil {
					return err
				}
				c, err := t.caseOf(posts[d.post], d, channels[d.channel], now, toForesee)
				if err == nil {
					cases = append(cases, c)
				}
				return err
			})
			if err != nil {
				trouble = errors.Join(trouble, fmt.Errorf("look ahead at %s: %w", d.delivery, err))
			}
		}
		return trouble
	})
	return cases, err
}

// SavePreflights writes down what looks found, and one line of the record for
// each delivery that has news. It returns those written: what moved or left
// meanwhile, or was looked at by somebody else, is not.
func (s *Store) SavePreflights(ctx context.Context, all []editorial.Foreseen) (written []editorial.Foreseen, err error) {
	err = s.write(ctx, func(t *tx) error {
		for _, seen := range all {
			d, p := seen.Delivery, seen.Preflight
			n, err := t.exec(`
				UPDATE deliveries SET preflight = $1, preflight_at = $2
				WHERE id = $3 AND due_at = $4 AND preflight_at = $5 AND state IN ('planned', 'scheduled', 'held')`,
				found(p), stamp(p.Next), d.ID, stamp(d.Due), stamp(d.Preflight.Next))
			if err != nil {
				return err
			}
			if n == 0 {
				continue
			}
			written = append(written, seen)
			if err := t.wantLinks(d.Post, seen.Links, p.At.Add(-freshLink), p.At); err != nil {
				return err
			}
			if err := t.tellForeseen(seen); err != nil {
				return err
			}
		}
		return nil
	})
	return written, err
}

func (t *tx) tellForeseen(seen editorial.Foreseen) error {
	if len(seen.News) == 0 {
		return nil
	}
	codes := make([]string, len(seen.News))
	for i, hold := range seen.News {
		codes[i] = string(hold.Code)
	}
	d := seen.Delivery
	var status editorial.Status
	if err := t.QueryRowContext(t.ctx, `SELECT status FROM posts WHERE id = $1`, d.Post).Scan(&status); err != nil {
		return fmt.Errorf("read the post's status: %w", err)
	}
	return t.log(editorial.AuditLine{
		At: seen.Preflight.At, Calendar: d.Calendar, Actor: editorial.Machine(), Action: "delivery.preflight_failed",
		Subject: string(d.ID), Post: d.Post, Revision: d.Revision, Status: status, Detail: strings.Join(codes, " "),
	})
}

// WarnExpiring writes down the warnings that are due about credentials that
// run out, and returns the channels that they are about.
func (s *Store) WarnExpiring(ctx context.Context, now time.Time) (warned []editorial.Channel, err error) {
	var some []editorial.Channel
	err = s.read(ctx, func(t *tx) error {
		some, err = t.expiring(now)
		return err
	})
	if err != nil || len(some) == 0 {
		return nil, err
	}
	err = s.write(ctx, func(t *tx) error {
		if warned, err = t.expiring(now); err != nil {
			return err
		}
		for i := range warned {
			if err := t.warn(&warned[i], now); err != nil {
				return err
			}
		}
		return nil
	})
	return warned, err
}

// expiring reads the channels whose people must be warned now.
func (t *tx) expiring(now time.Time) ([]editorial.Channel, error) {
	soon, err := many(t, t.store.scanChannel, `SELECT `+channelColumns+` FROM channels WHERE expires_at <= $1 AND archived_at IS NULL ORDER BY id`,
		stamp(now.AddDate(0, 0, editorial.FirstExpiryWarning)))
	var due []editorial.Channel
	for _, c := range soon {
		if _, ok := c.ExpiryDue(now); !ok {
			continue
		}
		calendar, err := t.calendar(c.Calendar)
		if err != nil {
			return nil, err
		}
		if calendar.Archived.IsZero() { // nothing leaves from one that was put away
			due = append(due, c)
		}
	}
	return due, err
}

func (t *tx) warn(c *editorial.Channel, now time.Time) error {
	c.Warned, _ = c.ExpiryDue(now)
	if err := t.must(`UPDATE channels SET warned = $1 WHERE id = $2`, text(c.Warned), c.ID); err != nil {
		return err
	}
	return t.log(editorial.AuditLine{
		At: now, Calendar: c.Calendar, Actor: editorial.Machine(), Action: "channel.expiring", Subject: string(c.ID),
		Detail: fmt.Sprintf("%d days, %s", c.Warned.Days, c.ExpiresAt.UTC().Format(time.RFC3339)),
	})
}
