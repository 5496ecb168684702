package store

import (
	"context"
	"fmt"
	"time"

	"parution.dev/editorial"
)

// Turn is one round of the releaser in one commit: it settles what has come
// back, then claims what is due for the places that are free. A claimed step is
// on disk, attempt and all, before this returns. Only the daemon that holds
// the releaser's lease claims; settling is open to all.
func (s *Store) Turn(ctx context.Context, round editorial.Round) (turned editorial.Turned, err error) {
	err = s.write(ctx, func(t *tx) error {
		if err := t.settleAll(round.Outcomes, &turned); err != nil {
			return err
		}
		if turned.Releasing, err = t.holdReleaser(round); err != nil || !turned.Releasing {
			return err
		}
		if err := t.claim(round, &turned); err != nil {
			return err
		}
		turned.Next, err = t.nextDue()
		return err
	})
	if err != nil {
		return editorial.Turned{}, err // nothing of it has happened
	}
	return turned, nil
}

func (t *tx) settleAll(outcomes []editorial.Outcome, turned *editorial.Turned) error {
	for _, outcome := range outcomes {
		var settled editorial.Settled
		err := t.apart(func() (err error) {
			settled, err = t.settle(outcome)
			return err
		})
		switch {
		case isSystemic(err) || t.ctx.Err() != nil:
			return fmt.Errorf("settle %s: %w", outcome.Delivery, err)
		case err != nil:
			turned.Broken = append(turned.Broken, editorial.Broken{Delivery: outcome.Delivery, Err: err})
		default:
			turned.Settled = append(turned.Settled, settled)
		}
	}
	return nil
}

// holdReleaser takes or keeps the lease that lets one daemon claim. It is
// written again once half of it has passed.
func (t *tx) holdReleaser(round editorial.Round) (bool, error) {
	var holder string
	var until time.Time
	err := t.QueryRowContext(t.ctx, `SELECT holder, until_at FROM releaser WHERE one = 1`).Scan(&holder, instant{&until})
	switch {
	case err != nil && !isNoRows(err):
		return false, fmt.Errorf("read the releaser's lease: %w", err)
	case err == nil && holder != round.Holder && round.Now.Before(until):
		return false, nil
	case err == nil && holder == round.Holder && until.Sub(round.Now) > editorial.ReleaserLease/2:
		return true, nil
	}
	_, err = t.exec(`
		INSERT INTO releaser (one, holder, until_at) VALUES (1, $1, $2)
		ON CONFLICT (one) DO UPDATE SET holder = excluded.holder, until_at = excluded.until_at`,
		round.Holder, stamp(round.Now.Add(editorial.ReleaserLease)))
	return err == nil, err
}

// ReleaseLease gives the releaser's lease up, so that another daemon need not
// wait for it to run out.
func (s *Store) ReleaseLease(ctx context.Context, holder string) error {
	return s.write(ctx, func(t *tx) error {
		_, err := t.exec(`DELETE FROM releaser WHERE holder = $1`, holder)
		return err
	})
}

// settle writes down what one step came to.
func (t *tx) settle(o editorial.Outcome) (editorial.Settled, error) {
	p, err := t.postOfDelivery(o.Delivery)
	if err != nil {
		return editorial.Settled{}, err
	}
	c, err := t.calendar(p.Calendar)
	if err != nil {
		return editorial.Settled{}, err
	}
	d := deliveryOf(p, o.Delivery)
	s := editorial.Settled{Outcome: o, Settlement: d.Settle(o, c.Policy)}
	if err := t.endAttempt(o); err != nil {
		return s, err
	}
	if s.Accepted {
		if err := t.saveSettled(p, d, s.Event, o.Ended, o.Code); err != nil {
			return s, err
		}
	}
	if s.Reconnect {
		_, err = t.exec(`UPDATE channels SET state = 'reconnect' WHERE id = $1 AND state = 'connected'`, d.Channel)
	}
	s.Delivery = *d
	return s, err
}

func (t *tx) postOfDelivery(id editorial.DeliveryID) (*editorial.Post, error) {
	var post editorial.PostID
	err := t.QueryRowContext(t.ctx, `SELECT post_id FROM deliveries WHERE id = $1`, id).Scan(&post)
	if err != nil {
		return nil, fmt.Errorf("find the delivery: %w", err)
	}
	return t.post(post)
}

func deliveryOf(p *editorial.Post, id editorial.DeliveryID) *editorial.Delivery {
	for i := range p.Deliveries {
		if p.Deliveries[i].ID == id {
			return &p.Deliveries[i]
		}
	}
	return nil
}

// saveSettled writes a delivery that the machine changed, and what follows
// from it for the post. The post's version stays: nobody edited it.
func (t *tx) saveSettled(p *editorial.Post, d *editorial.Delivery, event string, now time.Time, detail string) error {
	if err := t.saveDelivery(*d); err != nil {
		return err
	}
	status, first := p.Status, p.FirstDue
	p.Derive()
	if p.Status != status || !p.FirstDue.Equal(first) {
		if err := t.must(`UPDATE posts SET status = $1, first_due = $2 WHERE id = $3`, p.Status, stamp(p.FirstDue), p.ID); err != nil {
			return err
		}
	}
	if event == "" {
		return nil
	}
	return t.log(editorial.AuditLine{
		At: now, Calendar: p.Calendar, Actor: editorial.Machine(), Action: event, Subject: string(d.ID),
		Post: p.ID, Revision: d.Revision, Status: p.Status, Detail: detail,
	})
}

func (t *tx) endAttempt(o editorial.Outcome) error {
	_, err := t.exec(`UPDATE attempts SET ended_at = $1, verdict = $2, code = $3, message = $4 WHERE delivery_id = $5 AND number = $6 AND ended_at IS NULL`,
		stamp(o.Ended), o.Verdict, o.Code, o.Message, o.Delivery, o.Attempt)
	return err
}

type due struct {
	delivery editorial.DeliveryID
	post     editorial.PostID
	channel  editorial.ChannelID
	platform editorial.Platform
}

func scanDue(row scanner) (due, error) {
	var d due
	err := row.Scan(&d.delivery, &d.post, &d.channel, &d.platform)
	return d, err
}

// claim looks at what is due, in the order of the plan, until the free places
// are taken. One step at a time leaves on a channel, so that its order holds;
// what waits there takes no place from others.
func (t *tx) claim(round editorial.Round, turned *editorial.Turned) error {
	found, err := many(t, scanDue, `
		SELECT id, post_id, channel_id, platform FROM deliveries WHERE next_at IS NOT NULL AND next_at <= $1 ORDER BY due_at, post_id, id`, stamp(round.Now))
	if err != nil {
		return err
	}
	taken := map[editorial.ChannelID]bool{}
	for _, d := range found {
		if taken[d.channel] || round.Busy(d.channel, d.platform) {
			turned.Full = true
			continue
		}
		if len(turned.Work) >= round.Free {
			turned.Full = true
			return nil
		}
		claimed, err := t.claimOne(d, round, turned)
		if err != nil {
			return err
		}
		taken[d.channel] = claimed
	}
	return nil
}

// claimOne opens one delivery. A row that cannot be read or written is put off
// and reported; it never keeps others from leaving.
func (t *tx) claimOne(d due, round editorial.Round, turned *editorial.Turned) (claimed bool, err error) {
	err = t.apart(func() (err error) {
		claimed, err = t.open(d, round, turned)
		return err
	})
	if err == nil || isSystemic(err) || t.ctx.Err() != nil {
		return claimed, err
	}
	turned.Broken = append(turned.Broken, editorial.Broken{Delivery: d.delivery, Err: err})
	_, err = t.exec(`UPDATE deliveries SET next_at = $1 WHERE id = $2`, stamp(round.Now.Add(time.Minute)), d.delivery)
	return false, err
}

func (t *tx) open(d due, round editorial.Round, turned *editorial.Turned) (bool, error) {
	c, err := t.caseOf(d, round.Now, false)
	if err != nil {
		return false, err
	}
	before := c.Delivery.State
	step := c.Delivery.Open(c, round.Holder)
	if step == editorial.StepNone {
		return false, t.saveUnclaimed(c, before, turned)
	}
	work := c.Delivery.Work(step, c)
	if err := t.beginAttempt(work, round); err != nil {
		return false, err
	}
	if err := t.saveSettled(c.Post, c.Delivery, "", round.Now, ""); err != nil {
		return false, err
	}
	turned.Work = append(turned.Work, work)
	return true, nil
}

// saveUnclaimed writes a delivery that came due and did not leave.
func (t *tx) saveUnclaimed(c editorial.Case, before editorial.DeliveryState, turned *editorial.Turned) error {
	if c.Delivery.State == before {
		return t.saveSettled(c.Post, c.Delivery, "", c.Now, "")
	}
	turned.Changed = append(turned.Changed, editorial.Settled{Delivery: *c.Delivery})
	return t.saveSettled(c.Post, c.Delivery, "delivery."+string(c.Delivery.State), c.Now, c.Delivery.Reason())
}

func (t *tx) beginAttempt(w editorial.Work, round editorial.Round) error {
	_, err := t.exec(`
		INSERT INTO attempts (delivery_id, number, step, part, key, revision, holder, started_at, ended_at, verdict, code, message)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
		w.Delivery.ID, w.Attempt, w.Step, w.Index, w.Sent.Key, w.Delivery.Revision, round.Holder, stamp(round.Now), nil, "", "", "")
	return err
}

// caseOf gathers what the gate looks at for one delivery.
func (t *tx) caseOf(d due, now time.Time, ahead bool) (editorial.Case, error) {
	p, err := t.post(d.post)
	if err != nil {
		return editorial.Case{}, err
	}
	calendar, err := t.calendar(p.Calendar)
	if err != nil {
		return editorial.Case{}, err
	}
	channel, err := t.channel(d.channel)
	if err != nil {
		return editorial.Case{}, err
	}
	return t.caseFor(p, deliveryOf(p, d.delivery), calendar, editorial.Channels{channel.ID: channel}, now, ahead)
}

func (t *tx) caseFor(p *editorial.Post, d *editorial.Delivery, calendar editorial.Calendar, channels editorial.Channels, now time.Time, ahead bool) (editorial.Case, error) {
	c := editorial.Case{Post: p, Delivery: d, Calendar: calendar, Channels: channels, Content: p.Content, Now: now}
	c.Revision = p.RevisionFor(d, calendar, channels)
	var err error
	if c.Revision != p.Revision {
		r, err := t.revision(p.ID, c.Revision)
		if err != nil {
			return c, err
		}
		c.Content = r.Content
	}
	since := now
	if !d.Due.IsZero() && d.Due.Before(now) {
		since = d.Due
	}
	if c.Pauses, err = t.pausesSince(since); err != nil {
		return c, err
	}
	at := now
	if d.Due.After(now) {
		at = d.Due
	}
	return c, t.fillRules(&c, view{at, ahead})
}

// nextDue is when the releaser must look again; zero when nothing is planned.
func (t *tx) nextDue() (next time.Time, err error) {
	err = t.QueryRowContext(t.ctx, `SELECT MIN(next_at) FROM deliveries WHERE next_at IS NOT NULL`).Scan(instant{&next})
	if err != nil {
		err = fmt.Errorf("read what is due next: %w", err)
	}
	return next, err
}

// Confirm tells, right before a call, whether the work is still its carrier's
// and nothing in its scope has been paused since the claim.
func (s *Store) Confirm(ctx context.Context, w editorial.Work, now time.Time) (ok bool, err error) {
	err = s.read(ctx, func(t *tx) error {
		p, err := t.postOfDelivery(w.Delivery.ID)
		if err != nil {
			return err
		}
		d := deliveryOf(p, w.Delivery.ID)
		pauses, err := t.pausesSince(now)
		ok = d.StillWith(w, pauses, p, now)
		return err
	})
	return ok, err
}

// Cases returns what the gate would see of each of a post's deliveries at its
// due instant, what is planned before it taken for gone, or now where that has
// passed.
func (s *Store) Cases(ctx context.Context, id editorial.PostID, now time.Time) (cases []editorial.Case, err error) {
	err = s.read(ctx, func(t *tx) error {
		p, err := t.post(id)
		if err != nil {
			return err
		}
		calendar, err := t.calendar(p.Calendar)
		if err != nil {
			return err
		}
		channels, err := t.channels(p.Calendar)
		if err != nil {
			return err
		}
		for i := range p.Deliveries {
			c, err := t.caseFor(p, &p.Deliveries[i], calendar, channels, now, true)
			if err != nil {
				return err
			}
			cases = append(cases, c)
		}
		return nil
	})
	return cases, err
}
