package store

import (
	"maps"
	"slices"

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
	l := line{
		round: round, turned: turned, seen: map[editorial.DeliveryID]bool{}, deep: 1,
		taken: map[editorial.ChannelID]bool{}, calls: map[string]int{},
	}
	maps.Copy(l.taken, round.UnderWay)
	maps.Copy(l.calls, round.Calls)
	for {
		p, err := t.nextInLine(&l)
		if err != nil {
			return err
		}
		if err := t.claimAll(&l, p.some); err != nil {
			return err
		}
		if l.places() <= 0 || !p.goesOn() {
			turned.Full = turned.Full || p.full
			return nil
		}
		l.deep = min(2*l.deep, 64)
	}
}

// claimAll opens deliveries: all of them at once, or, where one row fails, each
// for itself.
func (t *tx) claimAll(l *line, some []due) error {
	if t.together && len(some) > 0 {
		return t.claimSome(l, some)
	}
	for i := range some {
		if err := t.claimSome(l, some[i:i+1]); err != nil {
			return err
		}
	}
	return nil
}

// line is how far a round has come with what is due.
type line struct {
	round  editorial.Round
	turned *editorial.Turned
	seen   map[editorial.DeliveryID]bool
	taken  map[editorial.ChannelID]bool // nothing more can start there
	calls  map[string]int               // under way, by server
	deep   int                          // how many of a channel are looked at before it is known whether the first leaves
}

// booking is where the steps that are just being claimed go: channels, and
// their servers.
type booking map[editorial.ChannelID]string

func (b booking) took(channel editorial.ChannelID) bool {
	_, took := b[channel]
	return took
}

// crowded tells whether a channel's server has as many calls as it may: what
// waits for it takes no place from what goes elsewhere.
func (l *line) crowded(channel editorial.Channel, here booking) bool {
	if l.round.PerServer == 0 {
		return false
	}
	server := l.server(channel)
	calls := l.calls[server]
	for _, other := range here {
		if other == server {
			calls++
		}
	}
	if calls < l.round.PerServer {
		return false
	}
	l.taken[channel.ID], l.turned.Full = true, true
	return true
}

func (l *line) server(channel editorial.Channel) string {
	if l.round.Server == nil {
		return ""
	}
	return l.round.Server(channel)
}

// book counts what has been claimed.
func (l *line) book(here booking) {
	for channel, server := range here {
		l.taken[channel] = true
		l.calls[server]++
	}
}

func (l *line) places() int { return l.round.Free - len(l.turned.Work) }

// passed is how many rows that cannot start a reading goes past before it
// begins again without their channels.
const passed = 64

// nextInLine reads on in the line until there is a channel for each free
// place. What was called already comes
// first, for it is older; then what is due, in the order of the plan; then what
// must only be prepared. Each has an index of its own, so that a long line
// costs no more than a short one.
func (t *tx) nextInLine(l *line) (*picking, error) {
	p := &picking{line: l, channels: map[editorial.ChannelID]int{}}
	for _, query := range []string{
		`SELECT id, post_id, channel_id, platform FROM deliveries
		WHERE state IN ('sending', 'unknown') AND next_at <= $1 AND channel_id NOT IN (SELECT value FROM json_each($2)) ORDER BY next_at, id`,
		`SELECT id, post_id, channel_id, platform FROM deliveries
		WHERE state IN ('scheduled', 'held') AND due_at <= $1 AND next_at <= $1 AND channel_id NOT IN (SELECT value FROM json_each($2))
		ORDER BY due_at, post_id, id`,
		`SELECT id, post_id, channel_id, platform FROM deliveries
		WHERE state IN ('scheduled', 'held') AND next_at <= $1 AND due_at > $1 AND channel_id NOT IN (SELECT value FROM json_each($2))
		ORDER BY next_at, id`,
	} {
		for before := -1; !p.full && before < len(p.some); {
			before, p.skipped = len(p.some), 0
			if err := each(t, scanDue, p.pick, query, stamp(l.round.Now), p.closed()); err != nil {
				return nil, err
			}
			if p.skipped <= passed {
				break
			}
		}
	}
	return p, nil
}

// picking is one reading of the line.
type picking struct {
	*line
	some     []due
	channels map[editorial.ChannelID]int // how many of each are picked
	skipped  int
	full     bool // there are more channels than places
}

// goesOn tells whether more may start: there were channels left, or some of
// whose picked deliveries none left.
func (p *picking) goesOn() bool {
	for channel, picked := range p.channels {
		if picked == p.deep && !p.taken[channel] {
			return true
		}
	}
	return p.full
}

// pick looks at the next of the line, and tells whether to read on.
func (p *picking) pick(d due) bool {
	switch picked := p.channels[d.channel]; {
	case p.seen[d.delivery], p.taken[d.channel], picked == p.deep:
		p.skipped++
	case picked == 0 && len(p.channels) >= p.places():
		p.full = true
		return false
	default:
		p.channels[d.channel]++
		p.some = append(p.some, d)
	}
	return p.skipped <= passed
}

// closed lists the channels of which nothing more is picked, as JSON.
func (p *picking) closed() string {
	closed := slices.AppendSeq([]editorial.ChannelID{}, maps.Keys(p.taken)) // never null: nothing is not among unknown things
	for channel, picked := range p.channels {
		if picked == p.deep {
			closed = append(closed, channel)
		}
	}
	return text(closed)
}
