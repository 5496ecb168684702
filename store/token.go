package store

import (
	"context"
	"time"

	"parution.dev/editorial"
)

const tokenColumns = `id, name, member_id, maker_id, permissions, calendars, created_at, expires_at, last_used_at, revoked_at, parent_id`

func scanToken(row scanner) (editorial.Token, error) {
	var k editorial.Token
	err := row.Scan(&k.ID, &k.Name, &k.Member, &k.Maker, decoded{&k.Permissions}, decoded{&k.Calendars},
		instant{&k.Created}, instant{&k.ExpiresAt}, instant{&k.LastUsed}, instant{&k.Revoked}, orEmpty[editorial.TokenID]{&k.Parent})
	return k, err
}

// AddToken writes a token; of its secret only the hash is kept.
func (s *Store) AddToken(ctx context.Context, w Write, k editorial.Token, secretHash []byte) error {
	return s.write(ctx, func(t *tx) error {
		return t.create(w, string(k.ID), func() error {
			_, err := t.exec(`
				INSERT INTO tokens (id, name, member_id, maker_id, permissions, calendars, secret, created_at, expires_at, last_used_at, revoked_at, parent_id)
				VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
				k.ID, k.Name, k.Member, k.Maker, text(k.Permissions), text(k.Calendars), secretHash, stamp(w.Now), stamp(k.ExpiresAt), nil, nil, nullable(k.Parent))
			if err != nil {
				return err
			}
			return t.did(w, "", "token.created", string(k.ID))
		})
	})
}

// TokenBySecret finds a token by the hash of its secret, with its member.
func (s *Store) TokenBySecret(ctx context.Context, secretHash []byte) (k editorial.Token, m editorial.Member, err error) {
	err = s.read(ctx, func(t *tx) error {
		if k, err = one(t, scanToken, `SELECT `+tokenColumns+` FROM tokens WHERE secret = $1`, secretHash); err != nil {
			return err
		}
		m, err = t.member(k.Member)
		return err
	})
	return k, m, err
}

func (t *tx) token(id editorial.TokenID) (editorial.Token, error) {
	return one(t, scanToken, `SELECT `+tokenColumns+` FROM tokens WHERE id = $1`, id)
}

// GetToken reads a token.
func (s *Store) GetToken(ctx context.Context, id editorial.TokenID) (editorial.Token, error) {
	return get(ctx, s, (*tx).token, id)
}

// ListTokens lists a member's tokens; everybody's for "".
func (s *Store) ListTokens(ctx context.Context, member editorial.MemberID, p Page) ([]editorial.Token, string, error) {
	return byID(ctx, s, p, func(t *tx, start string, limit int) ([]editorial.Token, error) {
		return many(t, scanToken, `SELECT `+tokenColumns+` FROM tokens WHERE id > $1 AND ($2 = '' OR member_id = $2) ORDER BY id LIMIT $3`, start, member, limit)
	}, func(k editorial.Token) string { return string(k.ID) })
}

// UpdateToken renames or revokes a token. With one that is revoked ends what
// was made with it: whoever found it may have made another.
func (s *Store) UpdateToken(ctx context.Context, w Write, id editorial.TokenID, change func(*editorial.Token) error) (k editorial.Token, err error) {
	err = s.write(ctx, func(t *tx) error {
		if k, err = t.token(id); err != nil {
			return err
		}
		if err := change(&k); err != nil {
			return err
		}
		if err := t.saveToken(w, k); err != nil || k.Revoked.IsZero() {
			return err
		}
		return t.revokeMadeWith(w, k.ID)
	})
	return k, err
}

func (t *tx) revokeMadeWith(w Write, parent editorial.TokenID) error {
	made, err := many(t, scanToken, `SELECT `+tokenColumns+` FROM tokens WHERE parent_id = $1 AND revoked_at IS NULL ORDER BY id`, parent)
	for _, k := range made {
		k.Revoked = w.Now
		if err := t.saveToken(w, k); err != nil {
			return err
		}
		if err := t.revokeMadeWith(w, k.ID); err != nil {
			return err
		}
	}
	return err
}

func (t *tx) saveToken(w Write, k editorial.Token) error {
	if err := t.must(`UPDATE tokens SET name = $1, expires_at = $2, revoked_at = $3 WHERE id = $4`, k.Name, stamp(k.ExpiresAt), stamp(k.Revoked), k.ID); err != nil {
		return err
	}
	return t.did(w, "", "token.updated", string(k.ID))
}

// TouchToken notes that a token was used, at most once a minute.
func (s *Store) TouchToken(ctx context.Context, id editorial.TokenID, at time.Time) error {
	return s.write(ctx, func(t *tx) error {
		_, err := t.exec(`UPDATE tokens SET last_used_at = $1 WHERE id = $2 AND (last_used_at IS NULL OR last_used_at < $3)`,
			stamp(at), id, stamp(at.Add(-time.Minute)))
		return err
	})
}
