package store

import (
	"context"
	"reflect"
	"time"

	"parution.dev/editorial"
)

const deliveryColumns = `id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt,
	holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at`

func scanDelivery(row scanner) (editorial.Delivery, error) {
	var d editorial.Delivery
	var tolerance int64
	err := row.Scan(&d.ID, &d.Post, &d.Calendar, &d.Channel, &d.Platform, &d.State, instant{&d.Due}, &tolerance, instant{&d.Next},
		&d.Revision, &d.Hash, &d.Attempt, &d.Holder, instant{&d.Lease}, &d.Stopped, decoded{&d.Holds}, &d.Tries, &d.Looks, &d.Resend,
		decoded{&d.Trouble}, instant{&d.Out}, decoded{&d.Preflight}, instant{&d.Preflight.Next})
	d.Tolerance = time.Duration(tolerance) * time.Millisecond
	return d, err
}

type partRow struct {
	delivery editorial.DeliveryID
	part     editorial.PartSent
}

const partColumns = `delivery_id, kind, state, key, key_at, first_heard_at, last_heard_at, attempts, prepared, prepared_at, remote_id, url, token, sent_at`

func scanPart(row scanner) (partRow, error) {
	var r partRow
	p := &r.part
	err := row.Scan(&r.delivery, &p.Kind, &p.State, &p.Key, instant{&p.KeyAt}, instant{&p.FirstHeard}, instant{&p.LastHeard}, &p.Attempts,
		&p.Prepared, instant{&p.PreparedAt}, &p.Receipt.RemoteID, &p.Receipt.URL, &p.Receipt.Token, instant{&p.SentAt})
	return r, err
}

// withDeliveries fills in the posts' deliveries, in the order they were made.
func (t *tx) withDeliveries(posts []*editorial.Post) error {
	if len(posts) == 0 {
		return nil
	}
	ids, at := make([]any, len(posts)), map[editorial.PostID]*editorial.Post{}
	for i, p := range posts {
		ids[i], at[p.ID] = p.ID, p
	}
	found, err := many(t, scanDelivery, `SELECT `+deliveryColumns+` FROM deliveries WHERE post_id IN (`+places(len(ids))+`) ORDER BY id`, ids...)
	if err != nil {
		return err
	}
	if err := t.withParts(found); err != nil {
		return err
	}
	for _, d := range found {
		p := at[d.Post]
		p.Deliveries = append(p.Deliveries, d)
	}
	return nil
}

func (t *tx) withParts(deliveries []editorial.Delivery) error {
	ids, at := []any{}, map[editorial.DeliveryID]int{}
	for i, d := range deliveries {
		if d.Hash != "" { // before it is pinned it has none
			ids, at[d.ID] = append(ids, d.ID), i
		}
	}
	if len(ids) == 0 {
		return nil
	}
	rows, err := many(t, scanPart, `SELECT `+partColumns+` FROM parts WHERE delivery_id IN (`+places(len(ids))+`) ORDER BY delivery_id, number`, ids...)
	for _, r := range rows {
		d := &deliveries[at[r.delivery]]
		d.Parts = append(d.Parts, r.part)
	}
	return err
}

// saveDelivery writes a delivery with its parts.
func (t *tx) saveDelivery(d editorial.Delivery) error {
	_, err := t.exec(`
		INSERT INTO deliveries (id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt,
			holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)
		ON CONFLICT (id) DO UPDATE SET state = excluded.state, due_at = excluded.due_at, tolerance_ms = excluded.tolerance_ms,
			next_at = excluded.next_at, revision = excluded.revision, hash = excluded.hash, attempt = excluded.attempt,
			holder = excluded.holder, lease_until = excluded.lease_until, stopped = excluded.stopped, holds = excluded.holds,
			tries = excluded.tries, looks = excluded.looks, resend = excluded.resend, trouble = excluded.trouble, out_at = excluded.out_at,
			preflight = excluded.preflight, preflight_at = excluded.preflight_at`,
		d.ID, d.Post, d.Calendar, d.Channel, d.Platform, d.State, stamp(d.Due), d.Tolerance.Milliseconds(), stamp(d.Next), d.Revision, d.Hash, d.Attempt,
		d.Holder, stamp(d.Lease), d.Stopped, text(d.Holds), d.Tries, d.Looks, d.Resend, text(d.Trouble), stamp(d.Out),
		found(d.Preflight), stamp(d.Preflight.Next))
	if err != nil {
		return err
	}
	t.wake(d.Next)
	if _, err := t.exec(`DELETE FROM parts WHERE delivery_id = $1`, d.ID); err != nil {
		return err
	}
	return t.saveParts(d, nil)
}

// found is the column of a look ahead: NULL where it found nothing.
func found(p editorial.Preflight) any {
	if len(p.Found) == 0 {
		return nil
	}
	return text(p)
}

// wake has the releaser look at an instant, once this is committed.
func (t *tx) wake(next time.Time) {
	if !next.IsZero() && (t.next.IsZero() || next.Before(t.next)) {
		t.next = next
	}
}

// saveReleased writes what a claim or a settlement changed of a delivery that
// was read before.
func (t *tx) saveReleased(d, was editorial.Delivery) error {
	err := t.must(`
		UPDATE deliveries SET state = $1, due_at = $2, tolerance_ms = $3, next_at = $4, revision = $5, hash = $6, attempt = $7, holder = $8,
			lease_until = $9, stopped = $10, holds = $11, tries = $12, looks = $13, resend = $14, trouble = $15, out_at = $16,
			preflight = $17, preflight_at = $18 WHERE id = $19`,
		d.State, stamp(d.Due), d.Tolerance.Milliseconds(), stamp(d.Next), d.Revision, d.Hash, d.Attempt, d.Holder,
		stamp(d.Lease), d.Stopped, text(d.Holds), d.Tries, d.Looks, d.Resend, text(d.Trouble), stamp(d.Out),
		found(d.Preflight), stamp(d.Preflight.Next), d.ID)
	if err != nil {
		return err
	}
	t.wake(d.Next)
	if len(d.Parts) < len(was.Parts) {
		if _, err := t.exec(`DELETE FROM parts WHERE delivery_id = $1 AND number >= $2`, d.ID, len(d.Parts)); err != nil {
			return err
		}
	}
	return t.saveParts(d, was.Parts)
}

// saveParts writes the parts that differ from what was read.
func (t *tx) saveParts(d editorial.Delivery, before []editorial.PartSent) error {
	for i, p := range d.Parts {
		if i < len(before) && reflect.DeepEqual(p, before[i]) {
			continue
		}
		_, err := t.exec(`
			INSERT INTO parts (delivery_id, number, kind, state, key, key_at, first_heard_at, last_heard_at, attempts,
				prepared, prepared_at, remote_id, url, token, sent_at)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
			ON CONFLICT (delivery_id, number) DO UPDATE SET kind = excluded.kind, state = excluded.state, key = excluded.key, key_at = excluded.key_at,
				first_heard_at = excluded.first_heard_at, last_heard_at = excluded.last_heard_at, attempts = excluded.attempts,
				prepared = excluded.prepared, prepared_at = excluded.prepared_at, remote_id = excluded.remote_id, url = excluded.url,
				token = excluded.token, sent_at = excluded.sent_at`,
			d.ID, i, p.Kind, p.State, p.Key, stamp(p.KeyAt), stamp(p.FirstHeard), stamp(p.LastHeard), p.Attempts,
			p.Prepared, stamp(p.PreparedAt), p.Receipt.RemoteID, p.Receipt.URL, p.Receipt.Token, stamp(p.SentAt))
		if err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) delivery(id editorial.DeliveryID) (editorial.Delivery, error) {
	d, err := one(t, scanDelivery, `SELECT `+deliveryColumns+` FROM deliveries WHERE id = $1`, id)
	if err != nil {
		return d, err
	}
	found := []editorial.Delivery{d}
	err = t.withParts(found)
	return found[0], err
}

// GetDelivery reads one delivery.
func (s *Store) GetDelivery(ctx context.Context, id editorial.DeliveryID) (editorial.Delivery, error) {
	return get(ctx, s, (*tx).delivery, id)
}

// DeliveryFilter narrows a list of deliveries.
type DeliveryFilter struct {
	Calendars []editorial.CalendarID // nil: all
	Post      editorial.PostID
	Channel   editorial.ChannelID
	States    []editorial.DeliveryState
	DueFrom   time.Time
	DueTo     time.Time // inclusive
	ForPerson bool      // only unclear outcomes that wait for a person's answer
}

// ListDeliveries lists deliveries, newest first.
func (s *Store) ListDeliveries(ctx context.Context, f DeliveryFilter, p Page) (found []editorial.Delivery, next string, err error) {
	key, err := p.after(1)
	if err != nil {
		return nil, "", err
	}
	var c clauses
	if key != nil {
		c.add(`id < %s`, key[0])
	}
	f.narrow(&c)
	query, args := c.query(`SELECT `+deliveryColumns+` FROM deliveries`, `id DESC`, p.limit()+1)
	err = s.read(ctx, func(t *tx) error {
		if found, err = many(t, scanDelivery, query, args...); err != nil {
			return err
		}
		found, next = cut(p, found, func(d editorial.Delivery) []string { return []string{string(d.ID)} })
		return t.withParts(found)
	})
	return found, next, err
}

func (f DeliveryFilter) narrow(c *clauses) {
	if f.Calendars != nil {
		c.in(`calendar_id`, anys(f.Calendars))
	}
	if f.Post != "" {
		c.add(`post_id = %s`, f.Post)
	}
	if f.Channel != "" {
		c.add(`channel_id = %s`, f.Channel)
	}
	if len(f.States) > 0 {
		c.in(`state`, anys(f.States))
	}
	if !f.DueFrom.IsZero() {
		c.add(`due_at >= %s`, stamp(f.DueFrom))
	}
	if !f.DueTo.IsZero() {
		c.add(`due_at <= %s`, stamp(f.DueTo))
	}
	if f.ForPerson {
		c.add(`state = 'unknown' AND next_at IS NULL`)
	}
}

func scanAttempt(row scanner) (editorial.Attempt, error) {
	var a editorial.Attempt
	err := row.Scan(&a.Delivery, &a.Number, &a.Step, &a.Part, &a.Key, &a.Revision, &a.Holder, instant{&a.Started}, instant{&a.Ended},
		&a.Verdict, &a.Code, &a.Message)
	return a, err
}

// ListAttempts lists every try of a delivery, oldest first.
func (s *Store) ListAttempts(ctx context.Context, id editorial.DeliveryID) (found []editorial.Attempt, err error) {
	err = s.read(ctx, func(t *tx) error {
		found, err = many(t, scanAttempt, `
			SELECT delivery_id, number, step, part, key, revision, holder, started_at, ended_at, verdict, code, message
			FROM attempts WHERE delivery_id = $1 ORDER BY number`, id)
		return err
	})
	return found, err
}
