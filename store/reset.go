package store

import (
	"context"

	"parution.dev/editorial"
)

const resetColumns = `id, member_id, made_by, created_at, expires_at, used_at`

func scanReset(row scanner) (editorial.Reset, error) {
	var r editorial.Reset
	err := row.Scan(&r.ID, &r.Member, decoded{&r.By}, instant{&r.Created}, instant{&r.ExpiresAt}, instant{&r.Used})
	return r, err
}

// AddReset writes a reset, in place of those of the member that were open; of
// its link's secret only the hash is kept.
func (s *Store) AddReset(ctx context.Context, w Write, r editorial.Reset, secretHash []byte) error {
	return s.write(ctx, func(t *tx) error {
		if _, err := t.exec(`DELETE FROM resets WHERE member_id = $1 AND used_at IS NULL`, r.Member); err != nil {
			return err
		}
		r.By.May = nil
		_, err := t.exec(`INSERT INTO resets (id, member_id, made_by, secret, created_at, expires_at, used_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
			r.ID, r.Member, text(r.By), secretHash, stamp(w.Now), stamp(r.ExpiresAt), nil)
		if err != nil {
			return err
		}
		return t.acted(w, editorial.Deed{Action: "reset.made", Subject: string(r.Member)})
	})
}

func (t *tx) resetBySecret(hash []byte) (editorial.Reset, error) {
	return one(t, scanReset, `SELECT `+resetColumns+` FROM resets WHERE secret = $1`, hash)
}

// ResetBySecret finds a reset by the hash of its link's secret, with its
// member.
func (s *Store) ResetBySecret(ctx context.Context, secretHash []byte) (r editorial.Reset, m editorial.Member, err error) {
	err = s.read(ctx, func(t *tx) error {
		if r, err = t.resetBySecret(secretHash); err != nil {
			return err
		}
		m, err = t.member(r.Member)
		return err
	})
	return r, m, err
}

// UseReset gives a member the password that they chose with a reset, once.
func (s *Store) UseReset(ctx context.Context, w Write, secretHash []byte, password string) error {
	return s.write(ctx, func(t *tx) error {
		r, err := t.resetBySecret(secretHash)
		if err != nil {
			return err
		}
		if _, err := t.changeAccess(w, r.Member, func(a *editorial.Access) ([]editorial.Deed, error) {
			return a.Reset(&r, password, w.Now)
		}); err != nil {
			return err
		}
		if err := t.dropPasskeys(w, r.Member); err != nil { // whoever has taken the account over may have added one
			return err
		}
		return t.must(`UPDATE resets SET used_at = $1 WHERE id = $2`, stamp(r.Used), r.ID)
	})
}
