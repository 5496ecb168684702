package store

import (
	"parution.dev/editorial"
)

// due is a delivery that the releaser must look at.
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
	l := line{round: round, turned: turned, seen: map[editorial.DeliveryID]bool{}, taken: map[editorial.ChannelID]bool{}}
	for {
		some, more, err := t.nextInLine(&l)
		if err != nil {
			return err
		}
		for _, d := range some {
			if err := t.claimNext(&l, d); err != nil {
				return err
			}
		}
		if !more || l.places() <= 0 {
			turned.Full = turned.Full || more
			return nil
		}
	}
}

// line is how far a round has come with what is due.
type line struct {
	round  editorial.Round
	turned *editorial.Turned
	seen   map[editorial.DeliveryID]bool
	taken  map[editorial.ChannelID]bool
}

func (l *line) places() int { return l.round.Free - len(l.turned.Work) }

// waits tells whether something else goes first on the delivery's channel.
func (l *line) waits(d due) bool {
	wait := l.taken[d.channel] || l.round.Busy(d.channel, d.platform)
	l.turned.Full = l.turned.Full || wait
	return wait
}

func (t *tx) claimNext(l *line, d due) (err error) {
	if l.waits(d) {
		return nil
	}
	l.seen[d.delivery] = true
	l.taken[d.channel], err = t.claimOne(d, l.round, l.turned)
	return err
}

// nextInLine reads on in the line until there is a channel for each free
// place, and tells whether there is more behind. What is due has an index of
// its own, in the order of the plan, so that a long line costs no more than a
// short one; what must only be prepared stands behind it.
func (t *tx) nextInLine(l *line) (some []due, more bool, err error) {
	channels, now := map[editorial.ChannelID]bool{}, stamp(l.round.Now)
	take := func(d due) bool {
		if l.seen[d.delivery] || l.waits(d) {
			return true
		}
		if more = len(channels) >= l.places() && !channels[d.channel]; more {
			return false
		}
		channels[d.channel] = true
		some = append(some, d)
		return true
	}
	// The plus keeps SQLite from taking the other index, and sorting.
	err = each(t, scanDue, take, `
		SELECT id, post_id, channel_id, platform FROM deliveries
		WHERE next_at IS NOT NULL AND due_at <= $1 AND +next_at <= $2 ORDER BY due_at, post_id, id`, now, now)
	if err != nil || more {
		return some, more, err
	}
	err = each(t, scanDue, take, `
		SELECT id, post_id, channel_id, platform FROM deliveries
		WHERE next_at IS NOT NULL AND next_at <= $1 AND (due_at IS NULL OR due_at > $2) ORDER BY due_at, post_id, id`, now, now)
	return some, more, err
}
