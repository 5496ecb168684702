package store

import (
	"context"
	"reflect"
	"slices"
	"time"

	"parution.dev/editorial"
)

const deliveryColumns = `id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt,
	holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at, live_revision, live_hash`

func scanDelivery(row scanner) (editorial.Delivery, error) {
	var d editorial.Delivery
	var tolerance int64
	err := row.Scan(&d.ID, &d.Post, &d.Calendar, &d.Channel, &d.Platform, &d.State, instant{&d.Due}, &tolerance, instant{&d.Next},
		&d.Revision, &d.Hash, &d.Attempt, &d.Holder, instant{&d.Lease}, &d.Stopped, decoded{&d.Holds}, &d.Tries, &d.Looks, &d.Resend,
		decoded{&d.Trouble}, instant{&d.Out}, decoded{&d.Preflight}, instant{&d.Preflight.Next}, &d.LiveRevision, &d.LiveHash)
	d.Tolerance = time.Duration(tolerance) * time.Millisecond
	return d, err
}

type partRow struct {
	delivery editorial.DeliveryID
	part     editorial.PartSent
}

const partColumns = `delivery_id, kind, state, key, key_at, first_heard_at, last_heard_at, attempts, prepared, prepared_at, remote_id, url, token, sent_at,
	shows, asked, edited_at`

func scanPart(row scanner) (partRow, error) {
	var r partRow
	p := &r.part
	err := row.Scan(&r.delivery, &p.Kind, &p.State, &p.Key, instant{&p.KeyAt}, instant{&p.FirstHeard}, instant{&p.LastHeard}, &p.Attempts,
		&p.Prepared, instant{&p.PreparedAt}, &p.Receipt.RemoteID, &p.Receipt.URL, &p.Receipt.Token, instant{&p.SentAt},
		&p.Shows, &p.Asked, instant{&p.EditedAt})
	return r, err
}

// withDeliveries fills in the posts' deliveries, in the order they were made.
func (t *tx) withDeliveries(posts []*editorial.Post) error {
	if len(posts) == 0 {
		return nil
	}
	ids, at := make([]editorial.PostID, len(posts)), map[editorial.PostID]*editorial.Post{}
	for i, p := range posts {
		ids[i], at[p.ID] = p.ID, p
	}
	asked := askFor(ids)
	found, err := many(t, scanDelivery, `SELECT `+deliveryColumns+` FROM deliveries WHERE post_id IN (`+places(len(asked))+`) ORDER BY id`, asked...)
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
	ids, at := []editorial.DeliveryID{}, map[editorial.DeliveryID]int{}
	for i, d := range deliveries {
		if d.Hash != "" { // before it is pinned it has none
			ids, at[d.ID] = append(ids, d.ID), i
		}
	}
	if len(ids) == 0 {
		return nil
	}
	asked := askFor(ids)
	rows, err := many(t, scanPart, `SELECT `+partColumns+` FROM parts WHERE delivery_id IN (`+places(len(asked))+`) ORDER BY delivery_id, number`, asked...)
	for _, r := range rows {
		d := &deliveries[at[r.delivery]]
		d.Parts = append(d.Parts, r.part)
	}
	return err
}

// ledgerRows are deliveries and parts to be written together.
type ledgerRows struct {
	deliveries, parts, gone [][]any
	next                    time.Time // the earliest at which one must be looked at
}

// add takes a delivery, and those of its parts that differ from what was read.
func (r *ledgerRows) add(d editorial.Delivery, before []editorial.PartSent) {
	r.deliveries = append(r.deliveries, []any{
		d.ID, d.Post, d.Calendar, d.Channel, d.Platform, d.State, stamp(d.Due), d.Tolerance.Milliseconds(), stamp(d.Next), d.Revision, d.Hash, d.Attempt,
		d.Holder, stamp(d.Lease), d.Stopped, listed(d.Holds), d.Tries, d.Looks, d.Resend, told(d.Trouble), stamp(d.Out),
		found(d.Preflight), stamp(d.Preflight.Next), d.LiveRevision, d.LiveHash,
	})
	if !d.Next.IsZero() && (r.next.IsZero() || d.Next.Before(r.next)) {
		r.next = d.Next
	}
	if len(d.Parts) < len(before) {
		r.gone = append(r.gone, []any{d.ID, len(d.Parts)})
	}
	for i, p := range d.Parts {
		if i < len(before) && reflect.DeepEqual(p, before[i]) {
			continue
		}
		r.parts = append(r.parts, []any{
			d.ID, i, p.Kind, p.State, p.Key, stamp(p.KeyAt), stamp(p.FirstHeard), stamp(p.LastHeard), p.Attempts,
			p.Prepared, stamp(p.PreparedAt), p.Receipt.RemoteID, p.Receipt.URL, p.Receipt.Token, stamp(p.SentAt),
			p.Shows, p.Asked, stamp(p.EditedAt),
		})
	}
}

// saveRows writes deliveries and their parts, and has the releaser look at
// them when it must, once this is committed.
func (t *tx) saveRows(r ledgerRows) error {
	t.wake(r.next)
	err := t.put(`
		INSERT INTO deliveries (id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt,
			holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at, live_revision, live_hash)
		VALUES `, 25, `
		ON CONFLICT (id) DO UPDATE SET state = excluded.state, due_at = excluded.due_at, tolerance_ms = excluded.tolerance_ms,
			next_at = excluded.next_at, revision = excluded.revision, hash = excluded.hash, attempt = excluded.attempt,
			holder = excluded.holder, lease_until = excluded.lease_until, stopped = excluded.stopped, holds = excluded.holds,
			tries = excluded.tries, looks = excluded.looks, resend = excluded.resend, trouble = excluded.trouble, out_at = excluded.out_at,
			preflight = excluded.preflight, preflight_at = excluded.preflight_at, live_revision = excluded.live_revision,
			live_hash = excluded.live_hash`, r.deliveries)
	if err != nil {
		return err
	}
	for _, gone := range r.gone {
		if _, err := t.exec(`DELETE FROM parts WHERE delivery_id = $1 AND number >= $2`, gone...); err != nil {
			return err
		}
	}
	return t.put(`
		INSERT INTO parts (delivery_id, number, kind, state, key, key_at, first_heard_at, last_heard_at, attempts,
			prepared, prepared_at, remote_id, url, token, sent_at, shows, asked, edited_at)
		VALUES `, 18, `
		ON CONFLICT (delivery_id, number) DO UPDATE SET kind = excluded.kind, state = excluded.state, key = excluded.key, key_at = excluded.key_at,
			first_heard_at = excluded.first_heard_at, last_heard_at = excluded.last_heard_at, attempts = excluded.attempts,
			prepared = excluded.prepared, prepared_at = excluded.prepared_at, remote_id = excluded.remote_id, url = excluded.url,
			token = excluded.token, sent_at = excluded.sent_at, shows = excluded.shows, asked = excluded.asked, edited_at = excluded.edited_at`, r.parts)
}

// listed and told are the columns of holds and of the last trouble: a JSON
// null, which costs nothing to read, where there are none.
func listed(holds []editorial.Hold) string {
	if len(holds) == 0 {
		return none
	}
	return text(holds)
}

func told(trouble editorial.Trouble) string {
	if trouble == (editorial.Trouble{}) {
		return none
	}
	return text(trouble)
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

// ListDestinations reads to which channels some deliveries go.
func (s *Store) ListDestinations(ctx context.Context, ids []editorial.DeliveryID) (map[editorial.DeliveryID]editorial.ChannelID, error) {
	channels := map[editorial.DeliveryID]editorial.ChannelID{}
	err := s.read(ctx, func(t *tx) error {
		_, err := many(t, func(row scanner) (id editorial.DeliveryID, err error) {
			var channel editorial.ChannelID
			err = row.Scan(&id, &channel)
			channels[id] = channel
			return id, err
		}, `SELECT id, channel_id FROM deliveries WHERE id IN (`+places(len(ids))+`)`, anys(ids)...)
		return err
	})
	return channels, err
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
	Acting    bool      // only what something is being done to on its platform this moment
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
		found, err = many(t, scanDelivery, query, args...)
		if err == nil {
			err = t.withParts(found)
		}
		if t.skips(err) {
			found, err = t.deliveriesOneByOne(query, args)
		}
		found, next = cut(p, found, func(d editorial.Delivery) []string { return []string{string(d.ID)} })
		return err
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
		f.hint(c)
	}
	if !f.DueFrom.IsZero() {
		c.add(`due_at >= %s`, stamp(f.DueFrom))
	}
	if !f.DueTo.IsZero() {
		c.add(`due_at <= %s`, stamp(f.DueTo))
	}
	if f.Acting {
		c.add(`id IN (SELECT delivery_id FROM acts WHERE state = 'sending' AND next_at IS NOT NULL)`)
	}
	if f.ForPerson {
		c.add(`state IN ('sending', 'unknown') AND state = 'unknown' AND next_at IS NULL`)
	}
}

// hint names the index that the states stand in, where one has them all: an
// index of some states is only taken for a question that says so in its words.
func (f DeliveryFilter) hint(c *clauses) {
	for _, index := range []struct {
		clause string
		has    []editorial.DeliveryState
	}{
		{`state IN ('scheduled', 'held')`, []editorial.DeliveryState{editorial.Scheduled, editorial.Held}},
		{`state IN ('sending', 'unknown')`, []editorial.DeliveryState{editorial.Sending, editorial.Unsure}},
		{`state IN ('planned', 'held', 'unknown', 'missed', 'failed', 'dropped')`, []editorial.DeliveryState{
			editorial.Planned, editorial.Held, editorial.Unsure, editorial.Missed, editorial.Failed, editorial.Dropped,
		}},
	} {
		if !slices.ContainsFunc(f.States, func(state editorial.DeliveryState) bool { return !slices.Contains(index.has, state) }) {
			c.add(index.clause)
			return
		}
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
