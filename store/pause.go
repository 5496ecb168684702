package store

import (
	"context"
	"time"

	"parution.dev/editorial"
)

const pauseColumns = `id, calendar_id, scope, scope_id, reason, made_by, from_at, until_at, made_at`

func scanPause(row scanner) (editorial.Pause, error) {
	var p editorial.Pause
	var scope, about string
	err := row.Scan(&p.ID, orEmpty[editorial.CalendarID]{&p.Calendar}, &scope, &about, &p.Reason, decoded{&p.By}, instant{&p.From}, instant{&p.Until}, instant{&p.Made})
	switch scope {
	case "all":
		p.Scope.All = true
	case "calendar":
		p.Scope.Calendar = editorial.CalendarID(about)
	case "channel":
		p.Scope.Channel = editorial.ChannelID(about)
	case "campaign":
		p.Scope.Campaign = editorial.CampaignID(about)
	case "pillar":
		p.Scope.Pillar = editorial.PillarID(about)
	}
	return p, err
}

func scopeColumns(s editorial.Scope) (scope, about string) {
	switch {
	case s.All:
		return "all", ""
	case s.Channel != "":
		return "channel", string(s.Channel)
	case s.Campaign != "":
		return "campaign", string(s.Campaign)
	case s.Pillar != "":
		return "pillar", string(s.Pillar)
	}
	return "calendar", string(s.Calendar)
}

// AddPause writes a pause. From its commit on, no claim in its scope succeeds
// while it is active.
func (s *Store) AddPause(ctx context.Context, w Write, p editorial.Pause) error {
	return s.write(ctx, func(t *tx) error { return t.addPause(w, p) })
}

func (t *tx) addPause(w Write, p editorial.Pause) error {
	return t.create(w, string(p.ID), func() error { return t.insertPause(w, p) })
}

func (t *tx) insertPause(w Write, p editorial.Pause) error {
	scope, about := scopeColumns(p.Scope)
	p.By.May = nil
	_, err := t.exec(`
		INSERT INTO pauses (id, calendar_id, scope, scope_id, reason, made_by, from_at, until_at, made_at, version)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
		p.ID, nullable(p.Calendar), scope, about, p.Reason, text(p.By), stamp(p.From), stamp(p.Until), stamp(p.Made), 1)
	if err != nil {
		return err
	}
	return t.log(editorial.AuditLine{At: w.Now, Calendar: p.Calendar, Actor: w.By, Action: "pause.made", Subject: string(p.ID), Note: p.Reason})
}

func (t *tx) pause(id editorial.PauseID) (editorial.Pause, error) {
	return one(t, scanPause, `SELECT `+pauseColumns+` FROM pauses WHERE id = $1`, id)
}

// GetPause reads a pause.
func (s *Store) GetPause(ctx context.Context, id editorial.PauseID) (editorial.Pause, error) {
	return get(ctx, s, (*tx).pause, id)
}

// ListPauses lists the pauses of calendars and of everything; with active,
// only those that hold at that instant or are planned after it.
func (s *Store) ListPauses(ctx context.Context, calendars []editorial.CalendarID, active *time.Time, p Page) ([]editorial.Pause, string, error) {
	return byID(ctx, s, p, func(t *tx, start string, limit int) ([]editorial.Pause, error) {
		var c clauses
		c.add(`id > %s`, start)
		if calendars != nil {
			c.in(`COALESCE(calendar_id, '')`, append(anys(calendars), ""))
		}
		if active != nil {
			c.add(`(until_at IS NULL OR until_at > %s)`, stamp(*active))
		}
		query, args := c.query(`SELECT `+pauseColumns+` FROM pauses`, `id`, limit)
		return many(t, scanPause, query, args...)
	}, func(p editorial.Pause) string { return string(p.ID) })
}

// UpdatePause changes a pause: lifts it, or moves its end.
func (s *Store) UpdatePause(ctx context.Context, w Write, id editorial.PauseID, change func(*editorial.Pause) error) (p editorial.Pause, err error) {
	err = s.write(ctx, func(t *tx) error {
		if p, err = t.pause(id); err != nil {
			return err
		}
		if err := change(&p); err != nil {
			return err
		}
		return t.savePause(w, p)
	})
	return p, err
}

func (t *tx) savePause(w Write, p editorial.Pause) error {
	err := t.must(`UPDATE pauses SET reason = $1, from_at = $2, until_at = $3, version = version + 1 WHERE id = $4`, p.Reason, stamp(p.From), stamp(p.Until), p.ID)
	if err != nil {
		return err
	}
	if err := t.lookAgain(w); err != nil {
		return err
	}
	return t.did(w, p.Calendar, "pause.updated", string(p.ID))
}

// lookAgain has everything that is held looked at again: a thread that a pause
// stopped half-way goes on, and what came due under it is held for that reason
// and no longer for the pause.
func (t *tx) lookAgain(w Write) error {
	n, err := t.exec(`UPDATE deliveries SET next_at = $1 WHERE state IN ('scheduled', 'held') AND state = 'held'`, stamp(w.Now))
	if n > 0 {
		t.next = w.Now
	}
	return err
}

// pausesSince reads the pauses that were active at some moment since an
// instant.
func (t *tx) pausesSince(at time.Time) ([]editorial.Pause, error) {
	return many(t, scanPause, `SELECT `+pauseColumns+` FROM pauses WHERE until_at IS NULL OR until_at > $1 ORDER BY id`, stamp(at))
}
