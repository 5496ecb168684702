package store

import (
	"context"

	"parution.dev/editorial"
)

const clientLinkColumns = `id, calendar_id, campaign_id, for_whom, email, member_id, language, approves, made_by, created_at, expires_at, revoked_at,
	name, code, code_ends, code_failed, version`

func scanClientLink(row scanner) (editorial.ClientLink, error) {
	var l editorial.ClientLink
	err := row.Scan(&l.ID, &l.Calendar, &l.Campaign, &l.For, &l.Email, orEmpty[editorial.MemberID]{&l.Member}, &l.Language, &l.Approves, decoded{&l.By},
		instant{&l.Created}, instant{&l.ExpiresAt}, instant{&l.Revoked}, &l.Name, &l.Code, instant{&l.CodeEnds}, &l.CodeFailed, &l.Version)
	return l, err
}

// AddClientLink writes a client's link; of its secret only the hash is kept.
func (s *Store) AddClientLink(ctx context.Context, w Write, l editorial.ClientLink, secretHash []byte) error {
	return s.write(ctx, func(t *tx) error {
		return t.create(w, string(l.ID), func() error {
			l.By.May = nil
			_, err := t.exec(`
				INSERT INTO client_links (id, calendar_id, campaign_id, for_whom, email, member_id, language, approves, made_by, maker_id, secret,
					created_at, expires_at, name, code_failed, version)
				VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
				l.ID, l.Calendar, l.Campaign, l.For, l.Email, nullable(l.Member), l.Language, l.Approves, text(l.By), l.By.Member, secretHash,
				stamp(w.Now), stamp(l.ExpiresAt), l.Name, l.CodeFailed, 1)
			if err != nil {
				return err
			}
			return t.did(w, l.Calendar, "client_link.made", string(l.ID))
		})
	})
}

func (t *tx) clientLink(id editorial.ClientLinkID) (editorial.ClientLink, error) {
	return one(t, scanClientLink, `SELECT `+clientLinkColumns+` FROM client_links WHERE id = $1`, id)
}

// GetClientLink reads a client's link.
func (s *Store) GetClientLink(ctx context.Context, id editorial.ClientLinkID) (editorial.ClientLink, error) {
	return get(ctx, s, (*tx).clientLink, id)
}

// ListClientLinks lists the clients' links of a calendar.
func (s *Store) ListClientLinks(ctx context.Context, calendar editorial.CalendarID, p Page) ([]editorial.ClientLink, string, error) {
	return byID(ctx, s, p, func(t *tx, start string, limit int) ([]editorial.ClientLink, error) {
		return many(t, scanClientLink, `SELECT `+clientLinkColumns+` FROM client_links WHERE calendar_id = $1 AND id > $2 ORDER BY id LIMIT $3`, calendar, start, limit)
	}, func(l editorial.ClientLink) string { return string(l.ID) })
}

// ChangeClientLink changes a client's link, and says what was done, for the
// record.
type ChangeClientLink func(*editorial.ClientLink) (editorial.Deed, error)

// UpdateClientLink changes a client's link in one transaction.
func (s *Store) UpdateClientLink(ctx context.Context, w Write, id editorial.ClientLinkID, change ChangeClientLink) (l editorial.ClientLink, err error) {
	err = s.write(ctx, func(t *tx) error {
		l, err = t.changeClientLink(w, id, change)
		return err
	})
	return l, err
}

func (t *tx) changeClientLink(w Write, id editorial.ClientLinkID, change ChangeClientLink) (editorial.ClientLink, error) {
	l, err := t.clientLink(id)
	if err != nil {
		return l, err
	}
	deed, err := change(&l)
	if err != nil {
		return l, err
	}
	l.Version++
	err = t.must(`
		UPDATE client_links SET made_by = $1, maker_id = $2, revoked_at = $3, name = $4, code = $5, code_ends = $6, code_failed = $7, version = $8
		WHERE id = $9`,
		text(l.By), l.By.Member, stamp(l.Revoked), l.Name, l.Code, stamp(l.CodeEnds), l.CodeFailed, l.Version, id)
	if err != nil {
		return l, err
	}
	return l, t.log(editorial.AuditLine{At: w.Now, Calendar: l.Calendar, Actor: w.By, Action: deed.Action, Subject: string(id), Detail: deed.Detail})
}

// RenewClientLink gives a client's link another secret, and ends the visits
// that began with the one before.
func (s *Store) RenewClientLink(ctx context.Context, w Write, id editorial.ClientLinkID, secretHash []byte, change ChangeClientLink) (l editorial.ClientLink, err error) {
	err = s.write(ctx, func(t *tx) error {
		if l, err = t.changeClientLink(w, id, change); err != nil {
			return err
		}
		if err := t.must(`UPDATE client_links SET secret = $1 WHERE id = $2`, secretHash, id); err != nil {
			return err
		}
		_, err := t.exec(`DELETE FROM client_visits WHERE link_id = $1`, id)
		return err
	})
	return l, err
}

// endClientLinks revokes the links that a member made: they know them.
func (t *tx) endClientLinks(w Write, maker editorial.MemberID) error {
	found, err := many(t, scanClientLink, `SELECT `+clientLinkColumns+` FROM client_links WHERE maker_id = $1 AND revoked_at IS NULL ORDER BY id`, maker)
	if err != nil {
		return err
	}
	for _, l := range found {
		_, err := t.changeClientLink(w, l.ID, func(l *editorial.ClientLink) (editorial.Deed, error) {
			l.Revoke(w.Now)
			return editorial.Deed{Action: "client_link.revoked"}, nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// Visited is a client's link with what it stands on: its calendar, and whoever
// answers for it.
type Visited struct {
	Link     editorial.ClientLink
	Visit    editorial.Visit // zero where only the link is known
	Calendar editorial.Calendar
	Maker    editorial.Member
}

func (t *tx) visited(l editorial.ClientLink) (v Visited, err error) {
	v.Link = l
	if v.Calendar, err = t.calendar(l.Calendar); err != nil {
		return v, err
	}
	v.Maker, err = t.member(l.By.Member)
	return v, err
}

// ClientLinkBySecret finds a client's link by the hash of its secret.
func (s *Store) ClientLinkBySecret(ctx context.Context, secretHash []byte) (Visited, error) {
	return get(ctx, s, func(t *tx, hash []byte) (Visited, error) {
		l, err := one(t, scanClientLink, `SELECT `+clientLinkColumns+` FROM client_links WHERE secret = $1`, hash)
		if err != nil {
			return Visited{}, err
		}
		return t.visited(l)
	}, secretHash)
}

const visitColumns = `id, link_id, name, proof, created_at, expires_at`

func scanVisit(row scanner) (editorial.Visit, error) {
	var v editorial.Visit
	err := row.Scan(&v.ID, &v.Link, &v.Name, &v.Proof, instant{&v.Created}, instant{&v.ExpiresAt})
	return v, err
}

// AddVisit begins a visit by a client's link, which learns the visitor's name.
// Visits that are over are forgotten.
func (s *Store) AddVisit(ctx context.Context, w Write, v editorial.Visit, secretHash []byte) error {
	return s.write(ctx, func(t *tx) error {
		_, err := t.changeClientLink(w, v.Link, func(l *editorial.ClientLink) (editorial.Deed, error) {
			l.Name = v.Name
			return editorial.Deed{Action: "client_link.opened", Detail: v.Proof.Detail()}, nil
		})
		if err != nil {
			return err
		}
		if _, err := t.exec(`DELETE FROM client_visits WHERE expires_at <= $1`, stamp(w.Now)); err != nil {
			return err
		}
		_, err = t.exec(`INSERT INTO client_visits (id, link_id, secret, name, proof, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
			v.ID, v.Link, secretHash, v.Name, v.Proof, stamp(v.Created), stamp(v.ExpiresAt))
		return err
	})
}

// VisitBySecret finds a visit by the hash of its secret, with its link.
func (s *Store) VisitBySecret(ctx context.Context, secretHash []byte) (Visited, error) {
	return get(ctx, s, func(t *tx, hash []byte) (Visited, error) {
		visit, err := one(t, scanVisit, `SELECT `+visitColumns+` FROM client_visits WHERE secret = $1`, hash)
		if err != nil {
			return Visited{}, err
		}
		l, err := t.clientLink(visit.Link)
		if err != nil {
			return Visited{}, err
		}
		v, err := t.visited(l)
		v.Visit = visit
		return v, err
	}, secretHash)
}

type seenPost struct {
	post editorial.PostID
	seen editorial.Seen
}

func scanSeen(row scanner) (seenPost, error) {
	var s seenPost
	err := row.Scan(&s.post, &s.seen.Revision, &s.seen.Before)
	return s, err
}

// ListSeen reads how far a client has seen each post.
func (s *Store) ListSeen(ctx context.Context, link editorial.ClientLinkID) (map[editorial.PostID]editorial.Seen, error) {
	seen := map[editorial.PostID]editorial.Seen{}
	err := s.read(ctx, func(t *tx) error {
		rows, err := many(t, scanSeen, `SELECT post_id, revision, before FROM client_seen WHERE link_id = $1 ORDER BY post_id`, link)
		for _, row := range rows {
			seen[row.post] = row.seen
		}
		return err
	})
	return seen, err
}

// SeePost notes that a client has seen a revision of a post.
func (s *Store) SeePost(ctx context.Context, link editorial.ClientLinkID, post editorial.PostID, revision int) error {
	return s.write(ctx, func(t *tx) error {
		before, err := one(t, scanSeen, `SELECT post_id, revision, before FROM client_seen WHERE link_id = $1 AND post_id = $2`, link, post)
		if err != nil && !editorial.IsKind(err, editorial.NotFound) {
			return err
		}
		now := before.seen.See(revision)
		_, err = t.exec(`
			INSERT INTO client_seen (link_id, post_id, revision, before) VALUES ($1, $2, $3, $4)
			ON CONFLICT (link_id, post_id) DO UPDATE SET revision = excluded.revision, before = excluded.before`, link, post, now.Revision, now.Before)
		return err
	})
}
