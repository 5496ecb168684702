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
		turned, err = s.turnOver(ctx, round)
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
	err = s.writeFirst(ctx, func(t *tx) error {
		t.together = together
		if err := t.settleAll(round, &turned); err != nil {
			return err
		}
		if turned.Releasing, err = t.holdReleaser(round, &turned); err != nil || !turned.Releasing {
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

func deliveryOf(p *editorial.Post, id editorial.DeliveryID) *editorial.Delivery {
	for i := range p.Deliveries {
		if p.Deliveries[i].ID == id {
			return &p.Deliveries[i]
		}
	}
	return nil
}

// claimSome opens deliveries, in their order. A row that cannot be read or
// written is put off and reported; it never keeps others from leaving.
func (t *tx) claimSome(l *line, some []due) error {
	err := t.apart(func() error { return t.open(l, some) })
	if !t.skips(err) {
		return err
	}
	l.turned.Broken = append(l.turned.Broken, editorial.Broken{Delivery: some[0].delivery, Err: err})
	return t.putOff(some[0], l.round.Now)
}

// putOff has a delivery that cannot be read looked at again in a minute, and
// tells of it in the record, once. Of the row only what is sure to be readable
// is read.
func (t *tx) putOff(d due, now time.Time) error {
	trouble := text(editorial.Trouble{Code: string(editorial.CodeUnreadable), At: now})
	told, err := t.exec(`UPDATE deliveries SET next_at = $1 WHERE id = $2 AND trouble LIKE '%"unreadable"%'`, stamp(now.Add(time.Minute)), d.delivery)
	if err != nil || told > 0 {
		return err
	}
	if _, err := t.exec(`UPDATE deliveries SET next_at = $1, trouble = $2 WHERE id = $3`, stamp(now.Add(time.Minute)), trouble, d.delivery); err != nil {
		return err
	}
	line := editorial.AuditLine{At: now, Actor: editorial.Machine(), Action: "delivery.unreadable", Subject: string(d.delivery), Post: d.post}
	err = t.QueryRowContext(t.ctx, `SELECT d.calendar_id, p.status FROM deliveries d JOIN posts p ON p.id = d.post_id WHERE d.id = $1`, d.delivery).
		Scan(&line.Calendar, &line.Status)
	if err != nil {
		return fmt.Errorf("read whose delivery it is: %w", err)
	}
	return t.log(line)
}

// open asks the gate about deliveries, and writes down what it said of them.
// What a rule counts in the ledger is written before it is counted.
func (t *tx) open(l *line, some []due) error {
	posts, channels, err := t.around(some)
	if err != nil {
		return err
	}
	var page ledgerPage
	came := editorial.Turned{Work: make([]editorial.Work, 0, len(some))}
	here := booking{}
	for _, d := range some {
		p, channel := posts[d.post], channels[d.channel]
		if here.took(d.channel) || l.crowded(channel, here) {
			continue // another of its channel or its server leaves first
		}
		l.seen[d.delivery] = true
		if channel.Rules.Counts() {
			if err := t.savePage(&page); err != nil {
				return err
			}
		}
		c, err := t.caseOf(p, d, channel, l.round.Now, toLeave)
		if err != nil {
			return err
		}
		c.Jumped, c.Terms = l.round.Jumped, l.round.Terms
		page.read(p, c.Delivery)
		was := c.Delivery.State
		step := c.Delivery.Open(c, l.round.Holder)
		p.Derive()
		page.write(c.Delivery)
		switch {
		case step != editorial.StepNone:
			work := c.Delivery.Work(step, c)
			if work.Taken, err = t.taken(channel, work); err != nil {
				return err
			}
			page.begin(work, l.round.Holder, l.round.Now)
			here[channel.ID] = l.server(channel)
			came.Work = append(came.Work, work)
		case c.Delivery.State != was:
			came.Changed = append(came.Changed, editorial.Settled{Delivery: *c.Delivery})
			page.tell(p, c.Delivery, "delivery."+string(c.Delivery.State), l.round.Now, c.Delivery.Reason())
		case c.Delivery.ForPerson():
			page.tell(p, c.Delivery, editorial.EventNeedsAnswer, l.round.Now, c.Delivery.Reason())
		}
	}
	if err := t.savePage(&page); err != nil {
		return err
	}
	l.book(here)
	l.turned.Work, l.turned.Changed = append(l.turned.Work, came.Work...), append(l.turned.Changed, came.Changed...)
	return nil
}

// takenFor is how long before a part the rest of its account's posts are known to
// a look for it; by far longer than any listing is read back.
const takenFor = 48 * time.Hour

// taken reads what else the ledger has on the account of a look: a post that says
// the same may be another one.
func (t *tx) taken(channel editorial.Channel, w editorial.Work) ([]editorial.Receipt, error) {
	if w.Step != editorial.StepLook {
		return nil, nil
	}
	found, err := many(t, scanReceipt, `
		SELECT p.remote_id, p.url, p.token FROM channels c JOIN deliveries d ON d.channel_id = c.id JOIN parts p ON p.delivery_id = d.id
		WHERE c.platform = $1 AND c.remote_id = $2 AND d.out_at IS NOT NULL AND d.out_at >= $3 AND p.state = 'published'
		ORDER BY p.sent_at`,
		channel.Platform, channel.RemoteID, stamp(w.Sent.FirstHeard.Add(-takenFor)))
	if err != nil {
		return nil, fmt.Errorf("read what else is on the account: %w", err)
	}
	return found, nil
}

func scanReceipt(row scanner) (r editorial.Receipt, err error) {
	err = row.Scan(&r.RemoteID, &r.URL, &r.Token)
	return r, err
}

// around reads the posts and channels of deliveries.
func (t *tx) around(some []due) (map[editorial.PostID]*editorial.Post, editorial.Channels, error) {
	var ids []editorial.PostID
	var channels []editorial.ChannelID
	for _, d := range some {
		ids, channels = append(ids, d.post), append(channels, d.channel)
	}
	asked := askFor(ids)
	found, err := many(t, scanPost, `SELECT `+postColumns+postTables+` WHERE p.id IN (`+places(len(asked))+`)`, asked...)
	if err != nil {
		return nil, nil, err
	}
	if err := t.withDeliveries(found); err != nil {
		return nil, nil, err
	}
	posts := map[editorial.PostID]*editorial.Post{}
	for _, p := range found {
		posts[p.ID] = p
	}
	them, err := t.channelsOnce(channels)
	return posts, them, err
}

// caseOf gathers what the gate looks at for one delivery.
func (t *tx) caseOf(p *editorial.Post, d due, channel editorial.Channel, now time.Time, a asking) (editorial.Case, error) {
	if p == nil || channel.ID == "" || deliveryOf(p, d.delivery) == nil {
		return editorial.Case{}, fmt.Errorf("the post %s or the channel %s of %s is not there", d.post, d.channel, d.delivery)
	}
	calendar, err := t.calendarOnce(p.Calendar)
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
	if c.Touched() {
		approved, err := t.revision(p.ID, p.Approval.Revision)
		if err != nil {
			return c, err
		}
		c.Approved = &approved.Content
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
	err = t.QueryRowContext(t.ctx, `
		SELECT MIN(at) FROM (
			SELECT MIN(next_at) AS at FROM deliveries WHERE state IN ('scheduled', 'held')
			UNION ALL SELECT MIN(next_at) FROM deliveries WHERE state IN ('sending', 'unknown'))`).Scan(instant{&next})
	if err != nil {
		err = fmt.Errorf("read what is due next: %w", err)
	}
	return next, err
}

// Confirm tells, right before a call, whether the work is still its carrier's
// and nothing in its scope has been paused since the claim.
func (s *Store) Confirm(ctx context.Context, w editorial.Work, now time.Time) (ok bool, err error) {
	var d editorial.Delivery
	var paused bool
	err = s.reader.QueryRowContext(ctx, `
		SELECT id, channel_id, attempt, holder, lease_until, EXISTS (SELECT 1 FROM pauses WHERE until_at IS NULL OR until_at > $1)
		FROM deliveries WHERE id = $2`, stamp(now), w.Delivery.ID).Scan(&d.ID, &d.Channel, &d.Attempt, &d.Holder, instant{&d.Lease}, &paused)
	switch {
	case err != nil:
		return false, fmt.Errorf("read the lease: %w", err)
	case !paused:
		return d.StillWith(w, nil, nil, now), nil
	}
	err = s.read(ctx, func(t *tx) error { // only a pause asks what the post is
		pauses, err := t.pausesSince(now)
		if err != nil {
			return err
		}
		p, err := t.post(w.Delivery.Post)
		if err != nil {
			return err
		}
		ok = d.StillWith(w, pauses, p, now)
		return nil
	})
	return ok, err
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
