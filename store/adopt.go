package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"golang.org/x/sys/unix"

	"parution.dev/editorial"
)

// fileSetting is the setting that holds the identity of the file that a daemon
// last worked with. In a copy that we made it says so.
const (
	fileSetting = "file"
	aCopy       = "a copy"
)

// Adopt tells whether the database file is a copy: restored from a backup, or
// copied from another place. A copy does not know what its original has sent
// since, so everything is paused, and each delivery that came due meanwhile is
// read back before anything else happens to it.
func (s *Store) Adopt(ctx context.Context, now time.Time) (copied bool, err error) {
	identity, err := fileIdentity(filepath.Join(s.cfg.Dir, databaseFile))
	if err != nil {
		return false, err
	}
	err = s.write(ctx, func(t *tx) error {
		known, err := t.setting(fileSetting)
		if err != nil || known == identity {
			return err
		}
		if err := t.setSetting(fileSetting, identity); err != nil {
			return err
		}
		if copied = known != ""; !copied {
			return nil
		}
		return t.distrust(now)
	})
	return copied, err
}

// TakeOver lets this daemon claim at once, instead of waiting for the lease of
// one that died, where no other daemon on this machine has the file. Every
// daemon holds a share of a lock on a file beside the database until Close; the
// system drops it with the process. Whoever gets all of it is alone. Two daemons
// that both claim would still never claim the same delivery: only the order on a
// channel leans on there being one.
func (s *Store) TakeOver(ctx context.Context) (alone bool, err error) {
	if s.daemonLock == nil {
		s.daemonLock, err = os.OpenFile(filepath.Join(s.cfg.Dir, databaseFile+".daemon"), os.O_CREATE|os.O_RDWR, 0o600)
		if err != nil {
			return false, fmt.Errorf("open the daemons' lock: %w", err)
		}
	}
	lock := int(s.daemonLock.Fd())
	switch err := unix.Flock(lock, unix.LOCK_EX|unix.LOCK_NB); {
	case err == nil:
		alone = true
		err = s.write(ctx, func(t *tx) error {
			_, err := t.exec(`UPDATE releaser SET holder = $1`, nobody)
			return err
		})
		if err != nil {
			return false, err
		}
	case !errors.Is(err, unix.EWOULDBLOCK):
		return false, fmt.Errorf("lock out other daemons: %w", err)
	}
	if err := unix.Flock(lock, unix.LOCK_SH); err != nil {
		return false, fmt.Errorf("share the daemons' lock: %w", err)
	}
	return alone, nil
}

// distrust pauses everything and doubts every delivery that was due, or on the
// wire or unclear: the original knows better what became of it.
func (t *tx) distrust(now time.Time) error {
	w := Write{By: editorial.Machine(), Now: now}
	pause := editorial.Pause{
		ID: editorial.NewID[editorial.PauseID]("pau"), Scope: editorial.Scope{All: true}, By: w.By, From: now, Made: now,
		Reason: "This database is a copy or a restored backup. Check that no other Parution works with the original, look at the deliveries to be checked, then lift this pause.",
	}
	if err := t.addPause(w, pause); err != nil {
		return err
	}
	found, err := many(t, scanDue, `
		SELECT id, post_id, channel_id, platform FROM deliveries WHERE state IN ('scheduled', 'held') AND due_at <= $1
		UNION ALL SELECT id, post_id, channel_id, platform FROM deliveries WHERE state IN ('sending', 'unknown') ORDER BY id`, stamp(now))
	if err != nil {
		return err
	}
	return inBatches(found, func(some []due) error { return t.doubtSome(some, now) })
}

// doubtSome doubts deliveries: all of them at once, or, where one row cannot be
// read, each for itself. That one keeps no daemon from starting. It has failed:
// whoever mends its row knows better than we whether it is out.
func (t *tx) doubtSome(some []due, now time.Time) error {
	err := t.apart(func() error { return t.doubt(some, now) })
	switch {
	case !t.skips(err):
		return err
	case len(some) == 1:
		return t.giveUp(some[0], now)
	}
	for i := range some {
		if err := t.doubtSome(some[i:i+1], now); err != nil {
			return err
		}
	}
	return nil
}

// giveUp has a delivery that cannot be read fail, and tells of it in the record.
func (t *tx) giveUp(d due, now time.Time) error {
	if err := t.putOff(d, now); err != nil {
		return err
	}
	_, err := t.exec(`UPDATE deliveries SET state = $1, next_at = NULL WHERE id = $2`, editorial.Failed, d.delivery)
	return err
}

func (t *tx) doubt(some []due, now time.Time) error {
	posts, channels, err := t.around(some)
	if err != nil {
		return err
	}
	var page ledgerPage
	for _, d := range some {
		p := posts[d.post]
		c, err := t.caseOf(p, d, channels[d.channel], now, toLeave)
		if err != nil {
			return err
		}
		page.read(p, c.Delivery)
		c.Delivery.Doubt(c)
		p.Derive()
		page.write(c.Delivery)
		page.tell(p, c.Delivery, "delivery.unknown", now, "restored")
	}
	return t.savePage(&page)
}

func (t *tx) setting(name string) (value string, err error) {
	err = t.QueryRowContext(t.ctx, `SELECT value FROM settings WHERE name = $1`, name).Scan(&value)
	if err != nil && !isNoRows(err) {
		return "", fmt.Errorf("read the setting %s: %w", name, err)
	}
	return value, nil
}

func (t *tx) setSetting(name, value string) error {
	_, err := t.exec(`INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value`, name, value)
	return err
}
