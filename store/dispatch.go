package store

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"parution.dev/editorial"
)

const dispatchColumns = `id, way, kind, calendar_id, member_id, recipient, letter, state, made_at, next_at, tries, holder, lease_until, trouble, ended_at,
	hook_id, seq, again_of`

func (s *Store) scanDispatch(row scanner) (editorial.Dispatch, error) {
	var d editorial.Dispatch
	var sealed []byte
	err := row.Scan(&d.ID, &d.Way, &d.Kind, &d.Calendar, orEmpty[editorial.MemberID]{&d.Member}, &d.To, &sealed, &d.State, instant{&d.Made}, instant{&d.Next},
		&d.Tries, &d.Holder, instant{&d.Lease}, decoded{&d.Trouble}, instant{&d.Ended}, orEmpty[editorial.HookID]{&d.Hook}, &d.Seq, &d.AgainOf)
	if err == nil && sealed != nil {
		d.Letter = s.openLetter(sealed, d.ID)
	}
	return d, err
}

// letter is a Letter as it is sealed: its link or code opens something.
type letter struct {
	Name      string
	Language  editorial.Lang
	Link      string
	Code      string
	ExpiresAt time.Time
	By        string
	Calendar  string
	Text      string
}

func (s *Store) sealLetter(l editorial.Letter, id editorial.DispatchID) ([]byte, error) {
	plain := text(letter{l.Name, l.Language, l.Link.Reveal(), l.Code.Reveal(), l.ExpiresAt, l.By, l.Calendar, l.Text})
	sealed, err := s.cfg.Sealer.Seal([]byte(plain), string(id))
	if err != nil {
		return nil, fmt.Errorf("seal a letter: %w", err)
	}
	return sealed, nil
}

// openLetter returns nil where the key does not open it: it can never be sent.
func (s *Store) openLetter(sealed []byte, id editorial.DispatchID) *editorial.Letter {
	plain, err := s.cfg.Sealer.Open(sealed, string(id))
	var l letter
	if err != nil || json.Unmarshal(plain, &l) != nil {
		return nil
	}
	return &editorial.Letter{
		Name: l.Name, Language: l.Language, Link: editorial.NewSecret(l.Link), Code: editorial.NewSecret(l.Code), ExpiresAt: l.ExpiresAt,
		By: l.By, Calendar: l.Calendar, Text: l.Text,
	}
}

// addDispatch writes a dispatch that waits.
func (t *tx) addDispatch(d editorial.Dispatch) error {
	var sealed []byte
	if d.Letter != nil {
		var err error
		if sealed, err = t.store.sealLetter(*d.Letter, d.ID); err != nil {
			return err
		}
	}
	_, err := t.exec(`
		INSERT INTO dispatches (id, way, kind, calendar_id, member_id, recipient, letter, state, made_at, next_at, tries, holder, lease_until, trouble, ended_at,
			hook_id, seq, again_of)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
		d.ID, d.Way, d.Kind, d.Calendar, nullable(d.Member), d.To, sealed, editorial.DispatchWaiting, stamp(d.Made), stamp(d.Next), 0, "", nil,
		text(editorial.Trouble{}), nil, nullable(d.Hook), d.Seq, d.AgainOf)
	t.posted++
	return err
}

// AddLetter has a letter sent to an address.
func (s *Store) AddLetter(ctx context.Context, to string, kind editorial.DispatchKind, l editorial.Letter, now time.Time) error {
	return s.write(ctx, func(t *tx) error {
		return t.addDispatch(editorial.Dispatch{
			ID: editorial.NewID[editorial.DispatchID]("dsp"), Way: editorial.OutletMail, Kind: kind, To: to, Letter: &l, Made: now, Next: now,
		})
	})
}

// AddReply has somebody answered who clicked in a chat.
func (s *Store) AddReply(ctx context.Context, h editorial.Hook, l editorial.Letter, now time.Time) error {
	return s.write(ctx, func(t *tx) error {
		return t.addDispatch(editorial.Dispatch{
			ID: editorial.NewID[editorial.DispatchID]("dsp"), Way: h.Way, Kind: editorial.KindReply, Calendar: h.Calendar, Letter: &l, Made: now, Next: now,
		})
	})
}

// enclose puts a notice into the mail of its weight that waits for the member,
// or begins one.
func (t *tx) enclose(n editorial.Told, seq int64, at, now time.Time) error {
	open, err := many(t, t.store.scanDispatch, `
		SELECT `+dispatchColumns+` FROM dispatches
		WHERE way = 'email' AND member_id = $1 AND kind = $2 AND state = 'waiting' AND tries = 0 AND kind IN ('alarm', 'duty', 'news')`, n.Member, n.Weight)
	if err != nil {
		return err
	}
	if len(open) == 0 {
		d := editorial.Dispatch{
			ID: editorial.NewID[editorial.DispatchID]("dsp"), Way: editorial.OutletMail, Kind: editorial.DispatchKind(n.Weight), Member: n.Member, Made: now, Next: at,
		}
		open = append(open, d)
		err = t.addDispatch(d)
	} else if at.Before(open[0].Next) {
		t.posted++
		err = t.must(`UPDATE dispatches SET next_at = $1 WHERE id = $2`, stamp(at), open[0].ID)
	}
	if err != nil {
		return err
	}
	return t.must(`UPDATE notices SET dispatch_id = $1 WHERE member_id = $2 AND seq = $3`, open[0].ID, n.Member, seq)
}

// ClaimDispatches takes what is due on some ways, each for one try, which is
// written down before it begins. What a daemon held that died is taken again.
func (s *Store) ClaimDispatches(ctx context.Context, ways []editorial.Outlet, holder string, now time.Time, most int) (claimed []editorial.Dispatch, err error) {
	due := func(t *tx) error {
		claimed, err = t.dueDispatches(ways, now, most)
		return err
	}
	if err := s.read(ctx, due); err != nil || len(claimed) == 0 {
		return nil, err
	}
	return claimed, s.write(ctx, func(t *tx) error {
		if err := due(t); err != nil {
			return err
		}
		for i := range claimed {
			claimed[i].Claim(holder, now)
			if err := t.saveDispatch(claimed[i]); err != nil {
				return err
			}
			_, err := t.exec(`INSERT INTO dispatch_tries (dispatch_id, number, started_at, ended_at, verdict, code, message) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
				claimed[i].ID, claimed[i].Tries, stamp(now), nil, "", "", "")
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// perHook is how many messages to one hook are under way at once: one that
// answers slowly holds up no other.
const perHook = 2

// dueDispatches lists what can be tried now, oldest first. What waits for a
// crowded hook stands before nothing else, however much of it there is.
func (t *tx) dueDispatches(ways []editorial.Outlet, now time.Time, most int) ([]editorial.Dispatch, error) {
	var c clauses
	c.add(`next_at <= %s`, stamp(now))
	c.in(`way`, anys(ways))
	due := `(SELECT ` + dispatchColumns + `, ROW_NUMBER() OVER (PARTITION BY hook_id ORDER BY next_at, id) AS place FROM dispatches WHERE ` + c.conditions() + `)`
	c.where = nil
	c.add(`(hook_id IS NULL OR place + (SELECT COUNT(*) FROM dispatches AS under
		WHERE under.hook_id = due.hook_id AND under.state = 'sending' AND under.next_at > %s) <= %s)`, stamp(now), perHook)
	query, args := c.query(`SELECT `+dispatchColumns+` FROM `+due+` AS due`, `next_at, id`, most)
	return many(t, t.store.scanDispatch, query, args...)
}

// saveDispatch writes where a dispatch stands. Its letter goes when it is over.
func (t *tx) saveDispatch(d editorial.Dispatch) error {
	return t.must(`
		UPDATE dispatches SET state = $1, next_at = $2, tries = $3, holder = $4, lease_until = $5, trouble = $6, ended_at = $7,
			letter = CASE WHEN $7 IS NULL THEN letter END WHERE id = $8`,
		d.State, stamp(d.Next), d.Tries, d.Holder, stamp(d.Lease), text(d.Trouble), stamp(d.Ended), d.ID)
}

func (t *tx) dispatch(id editorial.DispatchID) (editorial.Dispatch, error) {
	return one(t, t.store.scanDispatch, `SELECT `+dispatchColumns+` FROM dispatches WHERE id = $1`, id)
}

// SettleDispatch writes down what a try came to, and what becomes of the
// dispatch.
func (s *Store) SettleDispatch(ctx context.Context, o editorial.DispatchOutcome) (d editorial.Dispatch, err error) {
	err = s.write(ctx, func(t *tx) error {
		if d, err = t.dispatch(o.Dispatch); err != nil {
			return err
		}
		if err := t.must(`UPDATE dispatch_tries SET ended_at = $1, verdict = $2, code = $3, message = $4 WHERE dispatch_id = $5 AND number = $6`,
			stamp(o.Ended), o.Verdict, o.Code, o.Message, o.Dispatch, o.Try); err != nil {
			return err
		}
		if !d.Settle(o) {
			return nil
		}
		if err := t.saveDispatch(d); err != nil || d.Hook == "" {
			return err
		}
		return t.hookHeard(d.Hook, o)
	})
	return d, err
}

// DropDispatch ends a dispatch that has nothing to say any more.
func (s *Store) DropDispatch(ctx context.Context, id editorial.DispatchID, now time.Time) error {
	return s.write(ctx, func(t *tx) error {
		d, err := t.dispatch(id)
		if err != nil {
			return err
		}
		d.Drop(now)
		if _, err := t.exec(`DELETE FROM dispatch_tries WHERE dispatch_id = $1 AND verdict = ''`, id); err != nil {
			return err
		}
		return t.saveDispatch(d)
	})
}

// DispatchFilter narrows the log of what left.
type DispatchFilter struct {
	Calendars []editorial.CalendarID // nil: all
	Member    editorial.MemberID     // or for this member, wherever it is of
	State     editorial.DispatchState
	Way       editorial.Outlet
	Hook      editorial.HookID
}

// Shows tells whether a dispatch is one that the filter lets see.
func (f DispatchFilter) Shows(d editorial.Dispatch) bool {
	return f.Calendars == nil || d.Member != "" && d.Member == f.Member || slices.Contains(f.Calendars, d.Calendar)
}

// ListDispatches lists what left or shall leave, newest first.
func (s *Store) ListDispatches(ctx context.Context, f DispatchFilter, p Page) (found []editorial.Dispatch, next string, err error) {
	before, err := p.after(1)
	if err != nil {
		return nil, "", err
	}
	var c clauses
	if f.Calendars != nil {
		c.either(`calendar_id`, anys(f.Calendars), `member_id`, f.Member)
	}
	if f.State != "" {
		c.add(`state = %s`, f.State)
	}
	if f.Hook != "" {
		c.add(`hook_id = %s`, f.Hook)
	}
	if f.Way != "" {
		c.add(`way = %s`, f.Way)
	}
	if before != nil {
		c.add(`id < %s`, before[0])
	}
	query, args := c.query(`SELECT `+dispatchColumns+` FROM dispatches`, `id DESC`, p.limit()+1)
	err = s.read(ctx, func(t *tx) error {
		found, err = many(t, s.scanDispatch, query, args...)
		return err
	})
	found, next = cut(p, found, func(d editorial.Dispatch) []string { return []string{string(d.ID)} })
	return found, next, err
}

// ListTries lists the tries of a dispatch, in their order.
func (s *Store) ListTries(ctx context.Context, id editorial.DispatchID) (tries []editorial.DispatchTry, err error) {
	err = s.read(ctx, func(t *tx) error {
		tries, err = many(t, scanTry, `
			SELECT number, started_at, ended_at, verdict, code, message FROM dispatch_tries WHERE dispatch_id = $1 ORDER BY number`, id)
		return err
	})
	return tries, err
}

func scanTry(row scanner) (try editorial.DispatchTry, err error) {
	err = row.Scan(&try.Number, instant{&try.Started}, instant{&try.Ended}, &try.Verdict, &try.Code, &try.Message)
	return try, err
}

// GetDispatch reads one dispatch.
func (s *Store) GetDispatch(ctx context.Context, id editorial.DispatchID) (editorial.Dispatch, error) {
	return get(ctx, s, (*tx).dispatch, id)
}

// dispatchesKept is how long the log can be looked at.
const dispatchesKept = 90 * 24 * time.Hour

func (t *tx) forgetDispatches(now time.Time) error {
	over := stamp(now.Add(-dispatchesKept))
	if _, err := t.exec(`DELETE FROM dispatch_tries WHERE dispatch_id IN (SELECT id FROM dispatches WHERE ended_at < $1)`, over); err != nil {
		return err
	}
	_, err := t.exec(`DELETE FROM dispatches WHERE ended_at < $1`, over)
	return err
}
