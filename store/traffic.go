package store

import (
	"fmt"
	"time"

	"parution.dev/editorial"
)

// maxLead is more than any platform's lead: the longest that the releaser
// looks at a delivery before its instant.
const maxLead = time.Hour

// asking says which moment a case is about.
type asking int

const (
	toLeave    asking = iota // now, or its instant where that lies ahead
	toForesee                // the same, and what is planned before it counts as gone
	asIfDueNow               // this minute
)

// view is that moment for one delivery.
type view struct {
	at    time.Time
	ahead bool
}

func (a asking) view(d *editorial.Delivery, now time.Time) view {
	v := view{at: now, ahead: a == toForesee}
	if a != asIfDueNow && d.Due.After(now) {
		v.at = d.Due
	}
	return v
}

// fillRules reads what the rules in force ask about the rest of the ledger.
// Where no rule is set and no media is carried it reads nothing.
func (t *tx) fillRules(c *editorial.Case, v view) error {
	if !c.Delivery.Out.IsZero() {
		return nil // a thread that has begun is finished
	}
	channel := c.Channels[c.Delivery.Channel]
	c.Missing, c.Damaged = t.store.lookForMedia(c.Content.Parts(channel.ID)[0])
	if channel.Rules.MinimumGap > 0 {
		if err := t.lastOut(c, channel.Rules.MinimumGap, v); err != nil {
			return fmt.Errorf("read when the channel was last used: %w", err)
		}
	}
	if channel.Rules.DailyQuota > 0 {
		if err := t.countDay(c, channel, v); err != nil {
			return fmt.Errorf("count the account's posts of the day: %w", err)
		}
	}
	return nil
}

// lastOut reads when the channel was last used, for sure and perhaps. What is
// written as later than now left before a clock went back: nobody knows when,
// and to wait until then could be hours.
func (t *tx) lastOut(c *editorial.Case, gap time.Duration, v view) error {
	d := c.Delivery
	err := t.QueryRowContext(t.ctx, `SELECT MAX(out_at) FROM deliveries WHERE channel_id = $1 AND out_at IS NOT NULL AND out_at <= $2`,
		d.Channel, stamp(c.Now)).Scan(instant{&c.Traffic.Last})
	if err != nil {
		return err
	}
	err = t.QueryRowContext(t.ctx, `
		SELECT MAX(p.last_heard_at) FROM deliveries d JOIN parts p ON p.delivery_id = d.id AND p.number = 0
		WHERE d.state IN ('sending', 'unknown') AND d.channel_id = $1 AND d.out_at IS NULL AND d.id != $2
			AND p.last_heard_at <= $3`,
		d.Channel, d.ID, stamp(c.Now)).Scan(instant{&c.Traffic.LastUnclear})
	if err != nil || !v.ahead {
		return err
	}
	var planned time.Time
	err = t.QueryRowContext(t.ctx, `
		SELECT MAX(due_at) FROM deliveries WHERE next_at > $1 AND next_at <= $2 AND channel_id = $3 AND state IN ('scheduled', 'held')
			AND (due_at, post_id, id) < ($4, $5, $6)`,
		stamp(v.at.Add(-gap-maxLead)), stamp(v.at), d.Channel, stamp(d.Due), d.Post, d.ID).Scan(instant{&planned})
	if planned.After(c.Traffic.Last) {
		c.Traffic.Last = planned
	}
	return err
}

// countDay counts the posts of the day on the channel's account, whichever
// channels it is connected to, for sure and perhaps.
func (t *tx) countDay(c *editorial.Case, channel editorial.Channel, v view) error {
	d := c.Delivery
	from, to := c.Calendar.Day(v.at)
	err := t.QueryRowContext(t.ctx, `
		SELECT COUNT(*) FROM channels c JOIN deliveries d ON d.channel_id = c.id AND d.out_at >= $1 AND d.out_at < $2
		WHERE c.platform = $3 AND c.remote_id = $4`,
		stamp(from), stamp(to), channel.Platform, channel.RemoteID).Scan(&c.Traffic.Today)
	if err != nil {
		return err
	}
	err = t.QueryRowContext(t.ctx, `
		SELECT COUNT(*) FROM deliveries d JOIN channels c ON c.id = d.channel_id JOIN parts p ON p.delivery_id = d.id AND p.number = 0
		WHERE d.state IN ('sending', 'unknown') AND c.platform = $1 AND c.remote_id = $2 AND d.out_at IS NULL AND d.id != $3
			AND p.last_heard_at >= $4 AND p.last_heard_at < $5`,
		channel.Platform, channel.RemoteID, d.ID, stamp(from), stamp(to)).Scan(&c.Traffic.TodayUnclear)
	if err != nil || !v.ahead {
		return err
	}
	var planned int
	err = t.QueryRowContext(t.ctx, `
		SELECT COUNT(*) FROM deliveries d JOIN channels c ON c.id = d.channel_id
		WHERE d.next_at > $1 AND d.next_at <= $2 AND d.state IN ('scheduled', 'held') AND d.out_at IS NULL
			AND c.platform = $3 AND c.remote_id = $4 AND d.due_at >= $5 AND (d.due_at, d.post_id, d.id) < ($6, $7, $8)`,
		stamp(from.Add(-maxLead)), stamp(v.at), channel.Platform, channel.RemoteID, stamp(from), stamp(d.Due), d.Post, d.ID).Scan(&planned)
	c.Traffic.Today += planned
	return err
}
