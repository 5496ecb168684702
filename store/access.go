package store

import (
	"bytes"
	"context"
	"fmt"
	"reflect"
	"slices"

	"parution.dev/editorial"
)

// GetAccess reads how a member signs in.
func (s *Store) GetAccess(ctx context.Context, id editorial.MemberID) (editorial.Access, error) {
	return get(ctx, s, (*tx).access, id)
}

// AccessByEmail reads how the member signs in who has an address, in lower
// case.
func (s *Store) AccessByEmail(ctx context.Context, email string) (editorial.Access, error) {
	return get(ctx, s, func(t *tx, email string) (editorial.Access, error) {
		m, err := t.memberByEmail(email)
		if err != nil {
			return editorial.Access{}, err
		}
		return t.access(m.ID)
	}, email)
}

func (t *tx) access(id editorial.MemberID) (a editorial.Access, err error) {
	if a.Member, err = t.member(id); err != nil {
		return a, err
	}
	err = t.QueryRowContext(t.ctx, `SELECT hash, set_at FROM passwords WHERE member_id = $1`, id).Scan(&a.Password, instant{&a.PasswordSet})
	if err != nil && !isNoRows(err) {
		return a, fmt.Errorf("read a password's hash: %w", err)
	}
	if a.Factor, err = t.factor(id); err != nil {
		return a, err
	}
	if a.Recovery, err = many(t, scanBytes, `SELECT hash FROM recovery_codes WHERE member_id = $1 ORDER BY hash`, id); err != nil {
		return a, err
	}
	a.Sessions, err = many(t, scanSession, `SELECT `+sessionColumns+` FROM sessions WHERE member_id = $1 AND ended_at IS NULL ORDER BY id`, id)
	return a, err
}

func scanBytes(row scanner) (b []byte, err error) {
	err = row.Scan(&b)
	return b, err
}

// factor reads a member's second factor; one that the key does not open has no
// secret, and takes no code.
func (t *tx) factor(id editorial.MemberID) (editorial.SecondFactor, error) {
	f := editorial.SecondFactor{Member: id}
	var sealed []byte
	err := t.QueryRowContext(t.ctx, `SELECT secret, step, made_at, confirmed_at FROM second_factors WHERE member_id = $1`, id).
		Scan(&sealed, &f.Step, instant{&f.Made}, instant{&f.Confirmed})
	if isNoRows(err) {
		return editorial.SecondFactor{}, nil
	}
	if err != nil {
		return f, fmt.Errorf("read a second factor: %w", err)
	}
	if plain, err := t.store.cfg.Sealer.Open(sealed, string(id)); err == nil {
		f.Secret = editorial.NewSecret(string(plain))
	}
	return f, nil
}

// ChangeAccess changes how a member signs in, and says what was done, for the
// record.
type ChangeAccess func(*editorial.Access) ([]editorial.Deed, error)

// UpdateAccess changes how a member signs in, in one transaction.
func (s *Store) UpdateAccess(ctx context.Context, w Write, id editorial.MemberID, change ChangeAccess) (a editorial.Access, err error) {
	err = s.write(ctx, func(t *tx) error {
		a, err = t.changeAccess(w, id, change)
		return err
	})
	return a, err
}

func (t *tx) changeAccess(w Write, id editorial.MemberID, change ChangeAccess) (editorial.Access, error) {
	a, err := t.access(id)
	if err != nil {
		return a, err
	}
	before := a
	before.Sessions = slices.Clone(a.Sessions)
	deeds, err := change(&a)
	if err != nil {
		return a, err
	}
	if err := t.saveAccess(before, a); err != nil {
		return a, err
	}
	for _, deed := range deeds {
		if err := t.acted(w, deed); err != nil {
			return a, err
		}
	}
	return a, nil
}

func (t *tx) acted(w Write, deed editorial.Deed) error {
	return t.log(editorial.AuditLine{At: w.Now, Actor: w.By, Action: deed.Action, Subject: deed.Subject, Detail: deed.Detail})
}

// saveAccess writes what has changed.
func (t *tx) saveAccess(before, a editorial.Access) error {
	if a.Password != before.Password {
		_, err := t.exec(`
			INSERT INTO passwords (member_id, hash, set_at) VALUES ($1, $2, $3)
			ON CONFLICT (member_id) DO UPDATE SET hash = excluded.hash, set_at = excluded.set_at`, a.Member.ID, a.Password, stamp(a.PasswordSet))
		if err != nil {
			return err
		}
	}
	if a.Factor != before.Factor {
		if err := t.saveFactor(a.Member.ID, a.Factor); err != nil {
			return err
		}
	}
	if err := t.saveRecovery(before, a); err != nil {
		return err
	}
	return t.saveSessions(before.Sessions, a.Sessions)
}

// saveSessions writes sessions that have changed, and those behind them that
// are new.
func (t *tx) saveSessions(before, sessions []editorial.Session) error {
	for i, session := range sessions {
		var err error
		switch {
		case i >= len(before):
			err = t.addSession(session)
		case !reflect.DeepEqual(session, before[i]):
			err = t.saveSession(session)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) saveFactor(id editorial.MemberID, f editorial.SecondFactor) error {
	if f.Made.IsZero() {
		_, err := t.exec(`DELETE FROM second_factors WHERE member_id = $1`, id)
		return err
	}
	sealed, err := t.store.cfg.Sealer.Seal([]byte(f.Secret.Reveal()), string(id))
	if err != nil {
		return fmt.Errorf("seal a second factor: %w", err)
	}
	_, err = t.exec(`
		INSERT INTO second_factors (member_id, secret, step, made_at, confirmed_at) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (member_id) DO UPDATE SET secret = excluded.secret, step = excluded.step, made_at = excluded.made_at, confirmed_at = excluded.confirmed_at`,
		id, sealed, f.Step, stamp(f.Made), stamp(f.Confirmed))
	return err
}

func (t *tx) saveRecovery(before, a editorial.Access) error {
	if len(before.Recovery) == len(a.Recovery) && bytes.Equal(bytes.Join(before.Recovery, nil), bytes.Join(a.Recovery, nil)) {
		return nil
	}
	if _, err := t.exec(`DELETE FROM recovery_codes WHERE member_id = $1`, a.Member.ID); err != nil {
		return err
	}
	for _, hash := range a.Recovery {
		if _, err := t.exec(`INSERT INTO recovery_codes (member_id, hash) VALUES ($1, $2)`, a.Member.ID, hash); err != nil {
			return err
		}
	}
	return nil
}

// Note writes a line about access that changed nothing, as a sign-in that
// failed.
func (s *Store) Note(ctx context.Context, w Write, deed editorial.Deed) error {
	return s.write(ctx, func(t *tx) error { return t.acted(w, deed) })
}

// Ended is what ended with a member's part in the instance.
type Ended struct {
	Sessions    int
	Tokens      int // theirs, and those that they made for others
	Invitations int // that they made
}

// DeactivateMember shuts a member out, and ends whatever opens something to
// them or was made by them, in one transaction. What they did stays.
func (s *Store) DeactivateMember(ctx context.Context, w Write, id editorial.MemberID, change func(m *editorial.Member, others int) error) (m editorial.Member, ended Ended, err error) {
	err = s.write(ctx, func(t *tx) error {
		if m, err = t.member(id); err != nil {
			return err
		}
		if m, err = t.changeOwner(m, change); err != nil {
			return err
		}
		if err := t.did(w, "", "member.deactivated", string(id)); err != nil {
			return err
		}
		ended, err = t.endAll(w, id)
		return err
	})
	return m, ended, err
}

func (t *tx) endAll(w Write, id editorial.MemberID) (ended Ended, err error) {
	if _, err := t.changeAccess(w, id, func(a *editorial.Access) ([]editorial.Deed, error) {
		deeds := a.EndOthers("", w.Now)
		ended.Sessions = len(deeds)
		return deeds, nil
	}); err != nil {
		return ended, err
	}
	if _, err := t.exec(`UPDATE resets SET used_at = $1 WHERE member_id = $2 AND used_at IS NULL`, stamp(w.Now), id); err != nil {
		return ended, err
	}
	tokens, err := many(t, scanToken, `SELECT `+tokenColumns+` FROM tokens WHERE (member_id = $1 OR maker_id = $1) AND revoked_at IS NULL ORDER BY id`, id)
	if err != nil {
		return ended, err
	}
	for _, k := range tokens {
		k.Revoked = w.Now
		if err := t.saveToken(w, k); err != nil {
			return ended, err
		}
	}
	if err := t.endClientLinks(w, id); err != nil {
		return ended, err
	}
	invitations, err := t.endInvitations(w, id)
	ended.Tokens, ended.Invitations = len(tokens), invitations
	return ended, err
}
