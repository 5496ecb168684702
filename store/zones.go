package store

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"parution.dev/editorial"
)

const (
	zonesSetting   = "zones"    // the zone data that every planned time has been resolved with
	zonesAtSetting = "zones_at" // the zone data that they are being resolved with, and how far that has come
	zonesBatch     = 50         // posts in one transaction
)

// Followed is how far the planned times have followed other zone data.
type Followed struct {
	Done   bool                  // to the end
	Waits  bool                  // another daemon releases
	Looked int                   // posts of this batch
	Moved  []editorial.PostMoved // those of them that have another instant now
}

// FollowZones resolves the planned times of some more posts with the zone data
// at hand, which zones names, the earliest due first, and tells when that was
// the last of them. It goes on where it stopped, after a restart too. While
// another daemon releases, which may know other rules, nothing is done.
func (s *Store) FollowZones(ctx context.Context, zones, holder string, now time.Time) (f Followed, err error) {
	var at zonesAt
	var some []dated
	err = s.read(ctx, func(t *tx) error {
		if f.Done, at, err = t.zonesAt(zones); err != nil || f.Done {
			return err
		}
		some, err = t.datedAfter(at, now)
		return err
	})
	if err != nil || f.Done {
		return f, err
	}
	var broken error
	err = s.write(ctx, func(t *tx) error {
		f = Followed{Looked: len(some)}
		ours, err := t.mayFollow(zones, holder, at, now)
		if f.Waits = !ours; err != nil || f.Waits {
			return err
		}
		for _, p := range some {
			if err := t.followZones(p.id, now, &f); t.skips(err) {
				broken = errors.Join(broken, fmt.Errorf("resolve the times of %s: %w", p.id, err))
			} else if err != nil {
				return err
			}
		}
		if f.Done = len(some) < zonesBatch; f.Done {
			return errors.Join(t.setSetting(zonesSetting, zones), t.setSetting(zonesAtSetting, ""))
		}
		return t.setSetting(zonesAtSetting, zonesAt{zones, some[len(some)-1]}.String())
	})
	if err != nil {
		return Followed{}, err
	}
	return f, broken
}

// dated is a post by its earliest instant.
type dated struct {
	first time.Time
	id    editorial.PostID
}

func scanDated(row scanner) (dated, error) {
	var d dated
	err := row.Scan(instant{&d.first}, &d.id)
	return d, err
}

// zonesAt is the last post that has been resolved with some zone data.
type zonesAt struct {
	zones string
	last  dated
}

// String is how it is kept.
func (z zonesAt) String() string {
	return strings.Join([]string{z.zones, strconv.FormatInt(z.last.first.UnixMilli(), 10), string(z.last.id)}, " ")
}

// zonesAt tells whether all is resolved with these zone data, or else how far
// that has come. A change of zone data half-way begins anew.
func (t *tx) zonesAt(zones string) (done bool, at zonesAt, err error) {
	at.zones = zones
	all, err := t.setting(zonesSetting)
	if err != nil {
		return false, at, err
	}
	some, err := t.setting(zonesAtSetting)
	words := strings.Split(some, " ")
	if len(words) != 3 || words[0] != zones {
		return all == zones && some == "", at, err
	}
	ms, err := strconv.ParseInt(words[1], 10, 64)
	if err != nil {
		return false, at, fmt.Errorf("read the setting %s: %w", zonesAtSetting, err)
	}
	at.last = dated{time.UnixMilli(ms).UTC(), editorial.PostID(words[2])}
	return false, at, nil
}

// datedAfter reads the next posts that have an instant ahead, by their
// earliest: those that nobody has approved yet by their own index, the others
// by their deliveries, so that what is long out is not gone through.
func (t *tx) datedAfter(at zonesAt, now time.Time) ([]dated, error) {
	var first int64
	if !at.last.first.IsZero() {
		first = at.last.first.UnixMilli()
	}
	return many(t, scanDated, `
		SELECT first_due, id FROM (
			SELECT first_due, id FROM posts WHERE state NOT IN ('approved', 'archived') AND first_due > $1
			UNION
			SELECT p.first_due, p.id FROM deliveries d JOIN posts p ON p.id = d.post_id
			WHERE d.state IN ('scheduled', 'held') AND d.due_at > $2 AND p.state != 'archived'
			UNION
			SELECT p.first_due, p.id FROM deliveries d JOIN posts p ON p.id = d.post_id
			WHERE d.state IN ('planned', 'held', 'unknown', 'missed', 'failed', 'dropped') AND d.state IN ('planned', 'failed', 'dropped')
				AND d.due_at > $3 AND p.state != 'archived')
		WHERE (first_due, id) > ($4, $5) ORDER BY first_due, id LIMIT $6`,
		stamp(now), stamp(now), stamp(now), first, at.last.id, zonesBatch)
}

// mayFollow tells whether the next batch is this daemon's, and still where it
// was read.
func (t *tx) mayFollow(zones, holder string, at zonesAt, now time.Time) (bool, error) {
	releases, until, err := t.releaser()
	if err != nil || releases != holder && releases != nobody && now.Before(until) {
		return false, err
	}
	done, is, err := t.zonesAt(zones)
	return !done && is == at, err
}

// followZones resolves the times of one post, and writes down what moved.
func (t *tx) followZones(id editorial.PostID, now time.Time, f *Followed) error {
	return t.apart(func() error {
		p, err := t.post(id)
		if err != nil {
			return err
		}
		desk, err := t.desk(p.Calendar, Write{By: editorial.Machine(), Now: now})
		if err != nil {
			return err
		}
		before := cloneDeliveries(p.Deliveries)
		moved, lines := p.FollowZones(desk)
		if len(moved) == 0 {
			return nil
		}
		if err := t.saveDeliveries(p.Deliveries, before); err != nil {
			return err
		}
		if err := t.must(`UPDATE posts SET status = $1, first_due = $2, remind_at = $3 WHERE id = $4`, p.Status, stamp(p.FirstDue), stamp(p.RemindAt), p.ID); err != nil {
			return err
		}
		for _, line := range lines.Audit {
			if err := t.log(line); err != nil {
				return err
			}
		}
		f.Moved = append(f.Moved, editorial.PostMoved{Post: p.ID, Calendar: p.Calendar, Instants: moved})
		return nil
	})
}
