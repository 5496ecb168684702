package store

import (
	"context"
	"fmt"
	"time"

	"parution.dev/editorial"
)

const actColumns = `a.id, a.delivery_id, d.post_id, d.calendar_id, d.channel_id, d.platform, a.kind, a.revision, a.hash, a.made_by, a.made_at,
	a.state, a.next_at, a.part, a.left_over, a.attempt, a.tries, a.holder, a.lease_until, a.trouble, a.ended_at`

const actTables = ` FROM acts a JOIN deliveries d ON d.id = a.delivery_id`

func scanAct(row scanner) (editorial.Act, error) {
	var a editorial.Act
	err := row.Scan(&a.ID, &a.Delivery, &a.Post, &a.Calendar, &a.Channel, &a.Platform, &a.Kind, &a.Revision, &a.Hash, decoded{&a.By}, instant{&a.At},
		&a.State, instant{&a.Next}, &a.Part, &a.Left, &a.Attempt, &a.Tries, &a.Holder, instant{&a.Lease}, decoded{&a.Trouble}, instant{&a.Ended})
	return a, err
}

// saveAct writes an act. What it is, and who asked for it, never changes.
func (t *tx) saveAct(a editorial.Act) error {
	_, err := t.exec(`
		INSERT INTO acts (id, delivery_id, kind, revision, hash, made_by, made_at, state, next_at, part, left_over, attempt, tries,
			holder, lease_until, trouble, ended_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
		ON CONFLICT (id) DO UPDATE SET state = excluded.state, next_at = excluded.next_at, part = excluded.part, left_over = excluded.left_over,
			attempt = excluded.attempt, tries = excluded.tries, holder = excluded.holder, lease_until = excluded.lease_until,
			trouble = excluded.trouble, ended_at = excluded.ended_at`,
		a.ID, a.Delivery, a.Kind, a.Revision, a.Hash, text(a.By), stamp(a.At), a.State, stamp(a.Next), a.Part, a.Left, a.Attempt, a.Tries,
		a.Holder, stamp(a.Lease), text(a.Trouble), stamp(a.Ended))
	return err
}

func (t *tx) act(id editorial.ActID) (editorial.Act, error) {
	return one(t, scanAct, `SELECT `+actColumns+actTables+` WHERE a.id = $1`, id)
}

// openAct is what is being done to a delivery that is out, or nil.
func (t *tx) openAct(id editorial.DeliveryID) (*editorial.Act, error) {
	found, err := many(t, scanAct, `SELECT `+actColumns+actTables+` WHERE a.delivery_id = $1 AND a.next_at IS NOT NULL`, id)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return &found[0], nil
}

// editing lists the channels on which a post is out and a call of an edit on the
// wire.
func (t *tx) editing(p *editorial.Post) (channels []editorial.ChannelID, err error) {
	for _, d := range p.Deliveries {
		if d.State != editorial.Published {
			continue
		}
		open, err := t.openAct(d.ID)
		if err != nil {
			return nil, err
		}
		if open != nil && open.State == editorial.ActSending {
			channels = append(channels, d.Channel)
		}
	}
	return channels, nil
}

// Ask is what a rule makes of a person's wish to have something done to a
// delivery that is out, where something else may be under way. It runs inside
// the writing transaction; its error rolls everything back.
type Ask func(c editorial.Case, desk editorial.Desk, open *editorial.Act) (editorial.Act, editorial.Lines, error)

// AddAct has a rule decide about something to be done to a delivery that is
// out, and writes what came of it. The scheduler carries it out.
func (s *Store) AddAct(ctx context.Context, w Write, id editorial.DeliveryID, ask Ask) error {
	return s.write(ctx, func(t *tx) error {
		d, err := t.delivery(id)
		if err != nil {
			return err
		}
		c, desk, err := t.liveDesk(d, w)
		if err != nil {
			return err
		}
		open, err := t.openAct(id)
		if err != nil {
			return err
		}
		before := cloneDeliveries(c.Post.Deliveries)
		act, lines, err := ask(c, desk, open)
		if err != nil {
			return err
		}
		if open != nil {
			if err := t.saveAct(*open); err != nil {
				return err
			}
		}
		if err := t.savePost(c.Post); err != nil {
			return err
		}
		if err := t.finishPost(c.Post, desk, lines, false, before); err != nil {
			return err
		}
		return t.saveAct(act)
	})
}

// liveDesk is what stands around a delivery that is out when a person works
// on it: the case is to make the post's current revision of it.
func (t *tx) liveDesk(d editorial.Delivery, w Write) (editorial.Case, editorial.Desk, error) {
	p, err := t.post(d.Post)
	if err != nil {
		return editorial.Case{}, editorial.Desk{}, err
	}
	desk, err := t.desk(p.Calendar, w)
	if err != nil {
		return editorial.Case{}, desk, err
	}
	c := editorial.Case{Post: p, Delivery: deliveryOf(p, d.ID), Calendar: desk.Calendar, Channels: desk.Channels, Revision: p.Revision, Now: w.Now}
	return c, desk, t.fillLive(&c)
}

// fillLive reads what a case about a delivery that is out needs besides: the
// content of its revision, of those that are shown, and the pauses.
func (t *tx) fillLive(c *editorial.Case) (err error) {
	contents := map[int]editorial.Content{c.Post.Revision: c.Post.Content}
	read := func(number int) error {
		if _, ok := contents[number]; ok {
			return nil
		}
		r, err := t.revision(c.Post.ID, number)
		contents[number] = r.Content
		return err
	}
	d := c.Delivery
	for _, number := range append(shownRevisions(d), c.Revision) {
		if err := read(number); err != nil {
			return fmt.Errorf("read revision %d: %w", number, err)
		}
	}
	c.Content, c.Shown = contents[c.Revision], contents
	if _, touched := c.Post.Touched(c.Channels[d.Channel], c.Content); touched {
		approved, err := t.revision(c.Post.ID, c.Post.Approval.Revision)
		if err != nil {
			return fmt.Errorf("read the approved revision: %w", err)
		}
		c.Approved = &approved.Content
	}
	c.Missing, c.Damaged = t.store.lookForMedia(c.Content.Parts(d.Channel)[0])
	c.Pauses, err = t.pausesOnce(c.Now)
	return err
}

// shownRevisions lists the revisions that the parts of a delivery show, and
// the one that it was published with.
func shownRevisions(d *editorial.Delivery) []int {
	var numbers []int
	if d.Revision > 0 {
		numbers = append(numbers, d.Revision)
	}
	for i := range d.Parts {
		numbers = append(numbers, d.ShownRevision(i))
	}
	return numbers
}

// LiveCase returns what the rules look at to make the post's current revision
// of a delivery that is out.
func (s *Store) LiveCase(ctx context.Context, id editorial.DeliveryID, now time.Time) (c editorial.Case, err error) {
	err = s.read(ctx, func(t *tx) error {
		d, err := t.delivery(id)
		if err != nil {
			return err
		}
		c, _, err = t.liveDesk(d, Write{Now: now})
		return err
	})
	return c, err
}

// ListActs lists what was asked to be done to a delivery that is out, newest
// first.
func (s *Store) ListActs(ctx context.Context, id editorial.DeliveryID) (found []editorial.Act, err error) {
	err = s.read(ctx, func(t *tx) error {
		found, err = many(t, scanAct, `SELECT `+actColumns+actTables+` WHERE a.delivery_id = $1 ORDER BY a.id DESC`, id)
		return err
	})
	return found, err
}

// ClaimActs claims calls of the acts that are due, the first asked for first.
// Each is on disk before this returns. Where nothing is due nothing is
// written, so that nobody waits.
func (s *Store) ClaimActs(ctx context.Context, round editorial.ActRound) (turned editorial.ActTurned, err error) {
	var due []editorial.Act
	err = s.read(ctx, func(t *tx) error {
		due, err = t.dueActs(round)
		return err
	})
	if err != nil || len(due) == 0 {
		return turned, err
	}
	err = s.write(ctx, func(t *tx) error {
		turned = editorial.ActTurned{}
		if due, err = t.dueActs(round); err != nil {
			return err
		}
		for _, a := range due {
			if err := t.claimAct(a, round, &turned); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return editorial.ActTurned{}, err // nothing of it has happened
	}
	return turned, nil
}

func (t *tx) dueActs(round editorial.ActRound) ([]editorial.Act, error) {
	return many(t, scanAct, `SELECT `+actColumns+actTables+` WHERE a.next_at <= $1 ORDER BY a.next_at, a.id LIMIT $2`, stamp(round.Now), round.Free)
}

// claimAct opens one act. A row that cannot be worked on is put off and
// reported; it keeps no other back.
func (t *tx) claimAct(a editorial.Act, round editorial.ActRound, turned *editorial.ActTurned) error {
	err := t.apart(func() error { return t.openOne(a, round, turned) })
	if err == nil || isSystemic(err) || t.ctx.Err() != nil {
		return err
	}
	turned.Broken = append(turned.Broken, editorial.Broken{Delivery: a.Delivery, Err: err})
	_, err = t.exec(`UPDATE acts SET next_at = $1 WHERE id = $2`, stamp(round.Now.Add(time.Minute)), a.ID)
	return err
}

func (t *tx) openOne(a editorial.Act, round editorial.ActRound, turned *editorial.ActTurned) error {
	c, err := t.actCase(a, round.Now)
	if err != nil {
		return err
	}
	was := asRead(c.Delivery)
	claimed, event := a.Open(c, round.Holder)
	if err := t.saveActed(a, c, was, event); err != nil {
		return err
	}
	switch {
	case claimed:
		turned.Work = append(turned.Work, a.Work(c))
	case event != "":
		turned.Ended = append(turned.Ended, editorial.ActSettled{Act: a, Accepted: true, Event: event})
	}
	return nil
}

// actCase gathers what an act's rules look at.
func (t *tx) actCase(a editorial.Act, now time.Time) (editorial.Case, error) {
	p, err := t.post(a.Post)
	if err != nil {
		return editorial.Case{}, err
	}
	calendar, err := t.calendarOnce(p.Calendar)
	if err != nil {
		return editorial.Case{}, err
	}
	channel, err := t.channel(a.Channel)
	if err != nil {
		return editorial.Case{}, err
	}
	c := editorial.Case{
		Post: p, Delivery: deliveryOf(p, a.Delivery), Calendar: calendar, Channels: editorial.Channels{channel.ID: channel}, Revision: a.Revision, Now: now,
	}
	return c, t.fillLive(&c)
}

// saveActed writes an act with what it changed of its delivery. The post's
// version stays: nobody edited it.
func (t *tx) saveActed(a editorial.Act, c editorial.Case, was editorial.Delivery, event string) error {
	if err := t.saveAct(a); err != nil {
		return err
	}
	var rows ledgerRows
	rows.add(*c.Delivery, was.Parts)
	if err := t.saveRows(rows); err != nil {
		return err
	}
	if event == "" {
		return nil
	}
	return t.log(editorial.AuditLine{
		At: a.Ended, Calendar: c.Post.Calendar, Actor: editorial.Machine(), Action: event, Subject: string(a.Delivery),
		Post: a.Post, Revision: a.Revision, Status: c.Post.Status, Detail: a.Trouble.Code,
	})
}

// strainAct writes down what a call says about its account, like one that
// releases.
func (t *tx) strainAct(a editorial.Act, o editorial.ActOutcome) (event string, err error) {
	event, err = t.strain(a.Platform, editorial.Outcome{Account: o.Account, Strain: o.Strain, Wait: o.Wait, Ended: o.Ended})
	if err != nil || event == "" {
		return event, err
	}
	return event, t.log(editorial.AuditLine{
		At: o.Ended, Calendar: a.Calendar, Actor: editorial.Machine(), Action: event, Subject: string(a.Channel), Detail: string(a.Platform),
	})
}

// SettleAct writes down what one call of an act came to.
func (s *Store) SettleAct(ctx context.Context, o editorial.ActOutcome) (settled editorial.ActSettled, err error) {
	err = s.write(ctx, func(t *tx) error {
		a, err := t.act(o.Act)
		if err != nil {
			return err
		}
		c, err := t.actCase(a, o.Ended)
		if err != nil {
			return err
		}
		was := asRead(c.Delivery)
		settled = a.Settle(o, c.Delivery)
		if settled.Account, err = t.strainAct(a, o); err != nil || !settled.Accepted {
			return err
		}
		if settled.Reconnect {
			if err := t.mustConnect(a.Calendar, a.Channel, o.Channel, o.Ended); err != nil {
				return err
			}
		}
		return t.saveActed(a, c, was, settled.Event)
	})
	return settled, err
}
