package store

import (
	"context"

	"parution.dev/editorial"
)

const keyColumns = `id, member_id, credential, public_key, name, made_at, used_at`

func scanPasskey(row scanner) (editorial.Passkey, error) {
	var p editorial.Passkey
	err := row.Scan(&p.ID, &p.Member, &p.Credential, &p.Key, &p.Name, instant{&p.Made}, instant{&p.Used})
	return p, err
}

func (t *tx) passkeys(member editorial.MemberID) ([]editorial.Passkey, error) {
	return many(t, scanPasskey, `SELECT `+keyColumns+` FROM passkeys WHERE member_id = $1 ORDER BY id`, member)
}

// ListPasskeys lists a member's passkeys.
func (s *Store) ListPasskeys(ctx context.Context, member editorial.MemberID) ([]editorial.Passkey, error) {
	return get(ctx, s, (*tx).passkeys, member)
}

// AddPasskey writes a new passkey.
func (s *Store) AddPasskey(ctx context.Context, w Write, p editorial.Passkey) error {
	return s.write(ctx, func(t *tx) error {
		return t.create(w, string(p.ID), func() error { return t.addPasskey(w, p) })
	})
}

func (t *tx) addPasskey(w Write, p editorial.Passkey) error {
	known, err := t.passkeys(p.Member)
	if err != nil {
		return err
	}
	if len(known) >= editorial.MaxPasskeys {
		return editorial.Refuse(editorial.Conflict, editorial.CodeTooManyPasskeys)
	}
	_, err = t.exec(`INSERT INTO passkeys (id, member_id, credential, public_key, name, made_at, used_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		p.ID, p.Member, p.Credential, p.Key, p.Name, stamp(p.Made), stamp(p.Used))
	if isTaken(err) {
		return editorial.Refuse(editorial.Conflict, editorial.CodePasskeyKnown)
	}
	if err != nil {
		return err
	}
	return t.acted(w, editorial.Deed{Action: "passkey.added", Subject: string(p.Member), Detail: string(p.ID)})
}

// RemovePasskey forgets one of a member's passkeys.
func (s *Store) RemovePasskey(ctx context.Context, w Write, member editorial.MemberID, id editorial.PasskeyID) error {
	return s.write(ctx, func(t *tx) error {
		if err := t.must(`DELETE FROM passkeys WHERE id = $1 AND member_id = $2`, id, member); err != nil {
			return err
		}
		return t.acted(w, editorial.Deed{Action: "passkey.removed", Subject: string(member), Detail: string(id)})
	})
}

// dropPasskeys forgets all of a member's passkeys.
func (t *tx) dropPasskeys(w Write, member editorial.MemberID) error {
	all, err := t.passkeys(member)
	if err != nil {
		return err
	}
	for _, p := range all {
		if err := t.must(`DELETE FROM passkeys WHERE id = $1`, p.ID); err != nil {
			return err
		}
		if err := t.acted(w, editorial.Deed{Action: "passkey.removed", Subject: string(member), Detail: string(p.ID)}); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) passkeyByCredential(credential []byte) (editorial.Passkey, error) {
	return one(t, scanPasskey, `SELECT `+keyColumns+` FROM passkeys WHERE credential = $1`, credential)
}

// PasskeyByCredential finds a passkey by what the device calls it, with its
// member.
func (s *Store) PasskeyByCredential(ctx context.Context, credential []byte) (p editorial.Passkey, m editorial.Member, err error) {
	err = s.read(ctx, func(t *tx) error {
		if p, err = t.passkeyByCredential(credential); err != nil {
			return err
		}
		m, err = t.member(p.Member)
		return err
	})
	return p, m, err
}

// EnterByPasskey begins a session for somebody whose passkey was right a
// moment ago, and keeps what the key counts. The passkey must still be there.
func (s *Store) EnterByPasskey(ctx context.Context, w Write, p editorial.Passkey, session editorial.Session) (a editorial.Access, err error) {
	err = s.write(ctx, func(t *tx) error {
		if err := t.must(`UPDATE passkeys SET public_key = $1, used_at = $2 WHERE id = $3`, p.Key, stamp(w.Now), p.ID); err != nil {
			return err
		}
		a, err = t.changeAccess(w, p.Member, func(a *editorial.Access) ([]editorial.Deed, error) { return a.Begin(session, w.Now) })
		return err
	})
	return a, err
}
