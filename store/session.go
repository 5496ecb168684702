package store

import (
	"context"
	"time"

	"parution.dev/editorial"
)

const sessionColumns = `id, member_id, secret, previous, agent, network, created_at, used_at, rotated_at, seen_at, ended_at`

// sessionsKept is how long a session that is over stays listed in the
// database.
const sessionsKept = 30 * 24 * time.Hour

func scanSession(row scanner) (editorial.Session, error) {
	var s editorial.Session
	err := row.Scan(&s.ID, &s.Member, &s.Secret, &s.Previous, &s.Agent, &s.Network,
		instant{&s.Created}, instant{&s.Used}, instant{&s.Rotated}, instant{&s.Seen}, instant{&s.Ended})
	return s, err
}

// addSession writes a session, and forgets the member's that have long been
// over.
func (t *tx) addSession(s editorial.Session) error {
	over := s.Created.Add(-sessionsKept)
	if _, err := t.exec(`DELETE FROM sessions WHERE member_id = $1 AND (ended_at < $2 OR used_at < $3 OR created_at < $4)`,
		s.Member, stamp(over), stamp(over.Add(-editorial.SessionIdle)), stamp(over.Add(-editorial.SessionLife))); err != nil {
		return err
	}
	_, err := t.exec(`
		INSERT INTO sessions (id, member_id, secret, previous, agent, network, created_at, used_at, rotated_at, seen_at, ended_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
		s.ID, s.Member, s.Secret, s.Previous, s.Agent, s.Network, stamp(s.Created), stamp(s.Used), stamp(s.Rotated), stamp(s.Seen), stamp(s.Ended))
	return err
}

func (t *tx) saveSession(s editorial.Session) error {
	return t.must(`UPDATE sessions SET secret = $1, previous = $2, used_at = $3, rotated_at = $4, seen_at = $5, ended_at = $6 WHERE id = $7`,
		s.Secret, s.Previous, stamp(s.Used), stamp(s.Rotated), stamp(s.Seen), stamp(s.Ended), s.ID)
}

func (t *tx) session(id editorial.SessionID) (editorial.Session, error) {
	return one(t, scanSession, `SELECT `+sessionColumns+` FROM sessions WHERE id = $1`, id)
}

func (t *tx) sessionBySecret(hash []byte) (editorial.Session, error) {
	return one(t, scanSession, `SELECT `+sessionColumns+` FROM sessions WHERE secret = $1 OR previous = $1`, hash)
}

// GetSession reads a session.
func (s *Store) GetSession(ctx context.Context, id editorial.SessionID) (editorial.Session, error) {
	return get(ctx, s, (*tx).session, id)
}

// SessionBySecret finds a session by the hash of one of its secrets, with its
// member.
func (s *Store) SessionBySecret(ctx context.Context, hash []byte) (found editorial.Session, m editorial.Member, err error) {
	err = s.read(ctx, func(t *tx) error {
		if found, err = t.sessionBySecret(hash); err != nil {
			return err
		}
		m, err = t.member(found.Member)
		return err
	})
	return found, m, err
}

// UseSession notes that a session was used with the secret that is shown, by
// its hash, and gives it the secret of the other hash where it is time.
func (s *Store) UseSession(ctx context.Context, w Write, shown, next []byte) (found editorial.Session, use editorial.Use, err error) {
	err = s.write(ctx, func(t *tx) error {
		if found, err = t.sessionBySecret(shown); err != nil {
			return err
		}
		if use = found.Use(shown, next, w.Now); !use.Note {
			return nil
		}
		if err := t.saveSession(found); err != nil || !use.Stolen {
			return err
		}
		return t.acted(w, editorial.Deed{Action: "session.stolen", Subject: string(found.ID)})
	})
	return found, use, err
}
