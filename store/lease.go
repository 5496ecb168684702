package store

import (
	"context"
	"fmt"
	"time"

	"parution.dev/editorial"
)

// holdReleaser takes or keeps the lease that lets one daemon claim. It is
// written again once half of it has passed. It is also what the ledger knows
// of the clock: one that lasts longer than any daemon takes it was written
// before the clock went back. It is cut then, whoever has it, so that a living
// holder keeps it, and a dead one keeps others out no longer than usual.
func (t *tx) holdReleaser(round editorial.Round, turned *editorial.Turned) (bool, error) {
	holder, until, err := t.releaser()
	if err != nil {
		return false, err
	}
	if round.Back > 0 {
		if err := t.setPausesBack(round.Now.Add(round.Back), round.Now); err != nil {
			return false, err
		}
	}
	lease := round.Terms.OrUsual().Releaser
	if turned.SetBack = round.SetBack(until); turned.SetBack > 0 {
		if err := t.setBack(round.Now, until, turned); err != nil {
			return false, err
		}
		until = round.Now.Add(lease)
		if err := t.saveReleaser(holder, until); err != nil {
			return false, err
		}
	}
	switch {
	case holder == round.Holder && until.Sub(round.Now) > lease/2:
		return true, nil
	case holder != round.Holder && holder != nobody && round.Now.Before(until):
		return false, nil
	}
	err = t.saveReleaser(round.Holder, round.Now.Add(lease))
	return err == nil, err
}

// nobody holds a lease that was given up. Its end stays, for the sake of the
// clock.
const nobody = ""

// releaser reads who may claim, and until when.
func (t *tx) releaser() (holder string, until time.Time, err error) {
	err = t.QueryRowContext(t.ctx, `SELECT holder, until_at FROM releaser WHERE one = 1`).Scan(&holder, instant{&until})
	if err != nil && !isNoRows(err) {
		return "", time.Time{}, fmt.Errorf("read the releaser's lease: %w", err)
	}
	return holder, until, nil
}

func (t *tx) saveReleaser(holder string, until time.Time) error {
	_, err := t.exec(`
		INSERT INTO releaser (one, holder, until_at) VALUES (1, $1, $2)
		ON CONFLICT (one) DO UPDATE SET holder = excluded.holder, until_at = excluded.until_at`,
		holder, stamp(until))
	return err
}

// ReleaseLease gives the releaser's lease up, so that another daemon need not
// wait for it to run out.
func (s *Store) ReleaseLease(ctx context.Context, holder string) error {
	return s.write(ctx, func(t *tx) error {
		_, err := t.exec(`UPDATE releaser SET holder = $1 WHERE holder = $2`, nobody, holder)
		return err
	})
}

// setBack brings what the ledger waits for in line with a wall clock that went
// back: what is on the wire or unclear, threads that have begun, edits of what is
// out, accounts that rest, and pauses that had begun. Everything else waits for a time that people planned.
func (t *tx) setBack(now, until time.Time, turned *editorial.Turned) error {
	found, err := many(t, scanID, `
		SELECT id FROM deliveries WHERE next_at IS NOT NULL AND (state IN ('sending', 'unknown') OR out_at IS NOT NULL AND state IN ('scheduled', 'held'))
		ORDER BY id`)
	if err != nil {
		return fmt.Errorf("find what a clock that went back left waiting: %w", err)
	}
	for _, id := range found {
		err := t.apart(func() error {
			d, err := t.delivery(id)
			if err != nil {
				return err
			}
			var rows ledgerRows
			parts := asRead(&d).Parts
			d.SetBack(turned.SetBack)
			rows.add(d, parts)
			return t.saveRows(rows)
		})
		if t.skips(err) {
			turned.Broken = append(turned.Broken, editorial.Broken{Delivery: id, Err: err})
		} else if err != nil {
			return err
		}
	}
	if err := t.setActsBack(turned.SetBack); err != nil {
		return err
	}
	if err := t.setRestsBack(turned.SetBack); err != nil {
		return err
	}
	return t.setPausesBack(until, now)
}

// setActsBack moves what is being done to posts that are out. A row that cannot
// be read waits for the clock; it is reported when it is looked at.
func (t *tx) setActsBack(by time.Duration) error {
	found, err := many(t, scanActID, `SELECT id FROM acts WHERE next_at IS NOT NULL ORDER BY id`)
	if err != nil {
		return fmt.Errorf("find what is being done to posts that are out: %w", err)
	}
	for _, id := range found {
		err := t.apart(func() error {
			a, err := t.act(id)
			if err != nil {
				return err
			}
			a.SetBack(by)
			return t.saveAct(a)
		})
		if err != nil && !t.skips(err) {
			return err
		}
	}
	return nil
}

func scanActID(row scanner) (id editorial.ActID, err error) {
	err = row.Scan(&id)
	return id, err
}

func (t *tx) setRestsBack(by time.Duration) error {
	rests, err := t.restsOnce()
	if err != nil {
		return fmt.Errorf("read the rests: %w", err)
	}
	for of, rest := range rests {
		if rest == (editorial.Rest{}) {
			continue // settled in this very round: it has no row any more
		}
		rests[of] = rest.SetBack(by)
		if err := t.must(`UPDATE rests SET rest = $1 WHERE platform = $2 AND remote_id = $3`, text(rests[of]), of.platform, of.remoteID); err != nil {
			return err
		}
	}
	return nil
}

func scanID(row scanner) (id editorial.DeliveryID, err error) {
	err = row.Scan(&id)
	return id, err
}

// setPausesBack lets planned pauses that had begun hold on. Twice does no more than
// once.
func (t *tx) setPausesBack(from, to time.Time) error {
	begun, err := many(t, scanPause, `SELECT `+pauseColumns+` FROM pauses WHERE from_at > $1 AND from_at <= $2 ORDER BY id`, stamp(to), stamp(from))
	for i := range begun {
		p := begun[i].SetBack(from, to)
		if p.From.Equal(begun[i].From) {
			continue
		}
		if err := t.must(`UPDATE pauses SET from_at = $1 WHERE id = $2`, stamp(p.From), p.ID); err != nil {
			return err
		}
	}
	return err
}
