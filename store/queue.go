package store

import (
	"context"
	"errors"
	"fmt"
	"time"

	"parution.dev/editorial"
)

// Turn is one round of the releaser in one commit: it settles what has come
// back, then claims what is due for the places that are free. A claimed step is
// on disk, attempt and all, before this returns. Only the daemon that holds
// the releaser's lease claims; settling is open to all.
//
// Rows that make no sense are rare, so a round first goes through all of them
// as one; only where one fails does it begin again, each row for itself. Where
// the disk is full it gives up the reserve, and goes on.
func (s *Store) Turn(ctx context.Context, round editorial.Round) (editorial.Turned, error) {
	turned, err := s.turnOver(ctx, round)
	if isFull(err) && s.giveUpReserve() {
		return s.turnOver(ctx, round)
	}
	return turned, err
}

func (s *Store) turnOver(ctx context.Context, round editorial.Round) (editorial.Turned, error) {
	turned, err := s.turn(ctx, round, true)
	if errors.Is(err, errOneRow) {
		turned, err = s.turn(ctx, round, false)
	}
	return turned, err
}

func (s *Store) turn(ctx context.Context, round editorial.Round, together bool) (turned editorial.Turned, err error) {
	err = s.write(ctx, func(t *tx) error {
		t.together = together
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

func deliveryOf(p *editorial.Post, id editorial.DeliveryID) *editorial.Delivery {
	for i := range p.Deliveries {
		if p.Deliveries[i].ID == id {
			return &p.Deliveries[i]
		}
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
	if err == nil || errors.Is(err, errOneRow) || isSystemic(err) || t.ctx.Err() != nil {
		return claimed, err
	}
	turned.Broken = append(turned.Broken, editorial.Broken{Delivery: d.delivery, Err: err})
	_, err = t.exec(`UPDATE deliveries SET next_at = $1 WHERE id = $2`, stamp(round.Now.Add(time.Minute)), d.delivery)
	return false, err
}

func (t *tx) open(d due, round editorial.Round, turned *editorial.Turned) (bool, error) {
	c, err := t.caseOf(d, round.Now, toLeave)
	if err != nil {
		return false, err
	}
	was := asRead(c.Delivery)
	step := c.Delivery.Open(c, round.Holder)
	if err := t.saveOpened(c, was); err != nil {
		return false, err
	}
	if step == editorial.StepNone {
		return false, t.reportUnclaimed(c, was.State, turned)
	}
	work := c.Delivery.Work(step, c)
	if err := t.beginAttempt(work, round); err != nil {
		return false, err
	}
	turned.Work = append(turned.Work, work)
	return true, nil
}

// saveOpened writes a delivery that the gate was asked about, and what follows
// from it for the post. The post's version stays: nobody edited it.
func (t *tx) saveOpened(c editorial.Case, was editorial.Delivery) error {
	if err := t.saveReleased(*c.Delivery, was); err != nil {
		return err
	}
	p, status, first := c.Post, c.Post.Status, c.Post.FirstDue
	if p.Derive(); p.Status == status && p.FirstDue.Equal(first) {
		return nil
	}
	return t.must(`UPDATE posts SET status = $1, first_due = $2 WHERE id = $3`, p.Status, stamp(p.FirstDue), p.ID)
}

// reportUnclaimed records a delivery that came due and did not leave.
func (t *tx) reportUnclaimed(c editorial.Case, before editorial.DeliveryState, turned *editorial.Turned) error {
	d := c.Delivery
	if d.State == before {
		return nil
	}
	turned.Changed = append(turned.Changed, editorial.Settled{Delivery: *d})
	return t.logRelease(c.Post, d, "delivery."+string(d.State), c.Now, d.Reason())
}

func (t *tx) beginAttempt(w editorial.Work, round editorial.Round) error {
	_, err := t.exec(`
		INSERT INTO attempts (delivery_id, number, step, part, key, revision, holder, started_at, ended_at, verdict, code, message)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
		w.Delivery.ID, w.Attempt, w.Step, w.Index, w.Sent.Key, w.Delivery.Revision, round.Holder, stamp(round.Now), nil, "", "", "")
	return err
}

// caseOf gathers what the gate looks at for one delivery.
func (t *tx) caseOf(d due, now time.Time, a asking) (editorial.Case, error) {
	p, err := t.post(d.post)
	if err != nil {
		return editorial.Case{}, err
	}
	calendar, err := t.calendarOnce(p.Calendar)
	if err != nil {
		return editorial.Case{}, err
	}
	channel, err := t.channel(d.channel)
	if err != nil {
		return editorial.Case{}, err
	}
	return t.caseFor(p, deliveryOf(p, d.delivery), calendar, editorial.Channels{channel.ID: channel}, now, a)
}

func (t *tx) caseFor(p *editorial.Post, d *editorial.Delivery, calendar editorial.Calendar, channels editorial.Channels, now time.Time, a asking) (editorial.Case, error) {
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
	if c.Pauses, err = t.pausesOnce(since); err != nil {
		return c, err
	}
	return c, t.fillRules(&c, a.view(d, now))
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
		d, err := one(t, scanLease, `SELECT id, channel_id, attempt, holder, lease_until FROM deliveries WHERE id = $1`, w.Delivery.ID)
		if err != nil {
			return err
		}
		pauses, err := t.pausesSince(now)
		if err != nil {
			return err
		}
		var p *editorial.Post // only a pause asks what the post is
		if len(pauses) > 0 {
			if p, err = t.post(w.Delivery.Post); err != nil {
				return err
			}
		}
		ok = d.StillWith(w, pauses, p, now)
		return nil
	})
	return ok, err
}

func scanLease(row scanner) (editorial.Delivery, error) {
	var d editorial.Delivery
	err := row.Scan(&d.ID, &d.Channel, &d.Attempt, &d.Holder, instant{&d.Lease})
	return d, err
}

// Cases returns what the gate would see of each of a post's deliveries at its
// due instant, with what is planned before it taken for gone.
func (s *Store) Cases(ctx context.Context, id editorial.PostID, now time.Time) ([]editorial.Case, error) {
	return s.cases(ctx, id, now, toForesee)
}

// CasesNow returns what the gate would see of each of a post's deliveries if
// it were due now.
func (s *Store) CasesNow(ctx context.Context, id editorial.PostID, now time.Time) ([]editorial.Case, error) {
	return s.cases(ctx, id, now, asIfDueNow)
}

func (s *Store) cases(ctx context.Context, id editorial.PostID, now time.Time, a asking) (cases []editorial.Case, err error) {
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
			c, err := t.caseFor(p, &p.Deliveries[i], calendar, channels, now, a)
			if err != nil {
				return err
			}
			cases = append(cases, c)
		}
		return nil
	})
	return cases, err
}
