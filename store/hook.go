package store

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"parution.dev/editorial"
)

const hookColumns = `id, calendar_id, way, name, host, events, secrets, old_until, failing_since, disabled_at, why, created_at, version`

// scanHook reads a hook. Where the key does not open its secrets it has none,
// and cannot be told anything.
func (s *Store) scanHook(row scanner) (editorial.Hook, error) {
	var h editorial.Hook
	var sealed []byte
	err := row.Scan(&h.ID, orEmpty[editorial.CalendarID]{&h.Calendar}, &h.Way, &h.Name, &h.Host, decoded{&h.Events}, &sealed, instant{&h.OldUntil}, instant{&h.Failing},
		instant{&h.Disabled}, &h.Why, instant{&h.Created}, &h.Version)
	if err != nil {
		return h, err
	}
	plain, notOpened := s.cfg.Sealer.Open(sealed, string(h.ID))
	var kept hookSecrets
	if notOpened == nil && json.Unmarshal(plain, &kept) == nil {
		h.URL, h.Secret, h.OldSecret = editorial.NewSecret(kept.URL), editorial.NewSecret(kept.Secret), editorial.NewSecret(kept.Old)
		h.Token, h.Room = editorial.NewSecret(kept.Token), kept.Room
	}
	return h, nil
}

// hookSecrets is what of a hook is sealed.
type hookSecrets struct{ URL, Secret, Old, Token, Room string }

func (s *Store) sealHook(h editorial.Hook) ([]byte, error) {
	sealed, err := s.cfg.Sealer.Seal([]byte(text(hookSecrets{h.URL.Reveal(), h.Secret.Reveal(), h.OldSecret.Reveal(), h.Token.Reveal(), h.Room})), string(h.ID))
	if err != nil {
		return nil, fmt.Errorf("seal a hook: %w", err)
	}
	return sealed, nil
}

// AddHook has an address told what happens in a calendar, or of none on the
// instance.
func (s *Store) AddHook(ctx context.Context, w Write, h editorial.Hook) error {
	sealed, err := s.sealHook(h)
	if err != nil {
		return err
	}
	return s.write(ctx, func(t *tx) error {
		return t.create(w, string(h.ID), func() error {
			others, err := t.hooks(h.Calendar)
			if err != nil {
				return err
			}
			if len(others) >= editorial.MaxHooks {
				return editorial.Refuse(editorial.Conflict, editorial.CodeTooManyHooks)
			}
			_, err = t.exec(`
				INSERT INTO hooks (id, calendar_id, way, name, host, events, secrets, old_until, failing_since, disabled_at, why, created_at, version)
				VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
				h.ID, nullable(h.Calendar), h.Way, h.Name, h.Host, text(h.Events), sealed, nil, nil, nil, "", stamp(h.Created), 1)
			if err != nil {
				return err
			}
			return t.did(w, h.Calendar, "hook.created", string(h.ID))
		})
	})
}

func (t *tx) hook(id editorial.HookID) (editorial.Hook, error) {
	return one(t, t.store.scanHook, `SELECT `+hookColumns+` FROM hooks WHERE id = $1`, id)
}

func (t *tx) hooks(calendar editorial.CalendarID) ([]editorial.Hook, error) {
	return many(t, t.store.scanHook, `SELECT `+hookColumns+` FROM hooks WHERE calendar_id = $1 OR $1 = '' AND calendar_id IS NULL ORDER BY id`, calendar)
}

// GetHook reads a hook.
func (s *Store) GetHook(ctx context.Context, id editorial.HookID) (editorial.Hook, error) {
	return get(ctx, s, (*tx).hook, id)
}

// ListHooks lists a calendar's hooks, or of none the instance's; there are
// never many.
func (s *Store) ListHooks(ctx context.Context, calendar editorial.CalendarID) ([]editorial.Hook, error) {
	return get(ctx, s, (*tx).hooks, calendar)
}

// UpdateHook changes a hook, and says in the record by which action.
func (s *Store) UpdateHook(ctx context.Context, w Write, id editorial.HookID, action string, change func(*editorial.Hook) error) (h editorial.Hook, err error) {
	err = s.write(ctx, func(t *tx) error {
		if h, err = t.hook(id); err != nil {
			return err
		}
		if err := change(&h); err != nil {
			return err
		}
		h.Version++
		if err := t.saveHook(h); err != nil {
			return err
		}
		if !h.Disabled.IsZero() { // once it is on again, it hears of what comes then
			if err := t.dropWaiting(id, w.Now); err != nil {
				return err
			}
		}
		return t.did(w, h.Calendar, action, string(id))
	})
	return h, err
}

func (t *tx) saveHook(h editorial.Hook) error {
	sealed, err := t.store.sealHook(h)
	if err != nil {
		return err
	}
	return t.must(`
		UPDATE hooks SET name = $1, host = $2, events = $3, secrets = $4, old_until = $5, failing_since = $6, disabled_at = $7, why = $8, version = $9 WHERE id = $10`,
		h.Name, h.Host, text(h.Events), sealed, stamp(h.OldUntil), stamp(h.Failing), stamp(h.Disabled), h.Why, h.Version, h.ID)
}

// RemoveHook forgets a hook, and what waits for it. What it was told stays in
// the log.
func (s *Store) RemoveHook(ctx context.Context, w Write, id editorial.HookID, check func(editorial.Hook) error) error {
	return s.write(ctx, func(t *tx) error {
		h, err := t.hook(id)
		if err != nil {
			return err
		}
		if err := check(h); err != nil {
			return err
		}
		if err := t.dropWaiting(id, w.Now); err != nil {
			return err
		}
		if err := t.must(`DELETE FROM hooks WHERE id = $1`, id); err != nil {
			return err
		}
		return t.did(w, h.Calendar, "hook.removed", string(id))
	})
}

// dropWaiting ends what waits for a hook that is told nothing any more.
func (t *tx) dropWaiting(id editorial.HookID, now time.Time) error {
	_, err := t.exec(`UPDATE dispatches SET state = 'dropped', next_at = NULL, ended_at = $1 WHERE hook_id = $2 AND state = 'waiting'`, stamp(now), id)
	return err
}

// tellHooks has a line leave for the hooks that want it.
func (t *tx) tellHooks(scenes *scenery, line editorial.AuditLine, ways []editorial.Outlet, now time.Time) error {
	hooks, known := scenes.hooks[line.Calendar]
	if !known {
		var err error
		if hooks, err = t.hooks(line.Calendar); err != nil {
			return err
		}
		scenes.hooks[line.Calendar] = hooks
	}
	for _, h := range hooks {
		if !h.Wants(line) || !slices.Contains(ways, h.Way) {
			continue
		}
		err := t.addDispatch(editorial.Dispatch{
			ID: editorial.NewID[editorial.DispatchID]("dsp"), Way: h.Way, Kind: editorial.KindEvent, Calendar: h.Calendar, Hook: h.ID, Seq: line.Seq,
			Made: now, Next: now,
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// hookHeard takes note of what a message to a hook came to.
func (t *tx) hookHeard(id editorial.HookID, o editorial.DispatchOutcome) error {
	found, err := many(t, t.store.scanHook, `SELECT `+hookColumns+` FROM hooks WHERE id = $1`, id)
	if err != nil || len(found) == 0 { // it was removed meanwhile
		return err
	}
	h, before := found[0], found[0]
	disabled := h.Heard(o)
	if h.Failing.Equal(before.Failing) && !disabled {
		return nil
	}
	if err := t.must(`UPDATE hooks SET failing_since = $1, disabled_at = $2, why = $3 WHERE id = $4`, stamp(h.Failing), stamp(h.Disabled), h.Why, id); err != nil || !disabled {
		return err
	}
	if err := t.dropWaiting(id, o.Ended); err != nil {
		return err
	}
	return t.log(editorial.AuditLine{
		At: o.Ended, Calendar: h.Calendar, Actor: editorial.Machine(), Action: editorial.EventHookDisabled, Subject: string(id), Detail: string(h.Why),
	})
}

// GetHookMessage reads what a dispatch tells its hook. A hook that is gone or
// turned off meanwhile is a refusal of kind NotFound.
func (s *Store) GetHookMessage(ctx context.Context, d editorial.Dispatch) (m editorial.HookMessage, err error) {
	err = s.read(ctx, func(t *tx) error {
		if m.Hook, err = t.hook(d.Hook); err != nil {
			return err
		}
		if !m.Hook.Disabled.IsZero() {
			return editorial.Refuse(editorial.NotFound, editorial.CodeHookOff)
		}
		if m.Hook.Calendar != "" {
			if m.Calendar, err = t.calendar(m.Hook.Calendar); err != nil {
				return err
			}
		}
		if m.Line, err = one(t, scanAudit, `SELECT `+auditColumns+` FROM audit WHERE seq = $1`, d.Seq); err != nil {
			return err
		}
		if m.Line.Post == "" {
			return nil
		}
		p, err := t.post(m.Line.Post)
		if t.skips(err) { // a damaged row: what happened is told all the same
			titles, err := t.titles([]any{m.Line.Post})
			m.Title = titles[m.Line.Post]
			return err
		}
		if err != nil {
			return err
		}
		m.Title = editorial.PostName(p.Title, p.Content)
		if p.State == editorial.InReview {
			m.Revision = p.Revision
		}
		return nil
	})
	return m, err
}

// SendAgain has a message to a hook sent once more, under the same name.
func (s *Store) SendAgain(ctx context.Context, w Write, id editorial.DispatchID) (d editorial.Dispatch, err error) {
	err = s.write(ctx, func(t *tx) error {
		first, err := t.dispatch(id)
		if err != nil {
			return err
		}
		h, err := t.hook(first.Hook)
		if err != nil {
			return err
		}
		if !h.Disabled.IsZero() {
			return editorial.Refuse(editorial.Conflict, editorial.CodeHookOff)
		}
		d = editorial.Dispatch{
			ID: editorial.NewID[editorial.DispatchID]("dsp"), Way: first.Way, Kind: first.Kind, Calendar: first.Calendar, Hook: first.Hook, Seq: first.Seq,
			AgainOf: editorial.DispatchID(first.Message()), State: editorial.DispatchWaiting, Made: w.Now, Next: w.Now,
		}
		if err := t.addDispatch(d); err != nil {
			return err
		}
		return t.did(w, first.Calendar, "hook.sent_again", string(first.Hook))
	})
	return d, err
}
