package store

import (
	"context"
	"time"

	"parution.dev/editorial"
)

const invitationColumns = `id, calendar_id, email, roles, language, made_by, created_at, expires_at, accepted_at, member_id, revoked_at, version`

func scanInvitation(row scanner) (editorial.Invitation, error) {
	var i editorial.Invitation
	err := row.Scan(&i.ID, &i.Calendar, &i.Email, decoded{&i.Roles}, &i.Language, decoded{&i.By}, instant{&i.Created}, instant{&i.ExpiresAt},
		instant{&i.Accepted}, orEmpty[editorial.MemberID]{&i.Member}, instant{&i.Revoked}, &i.Version)
	return i, err
}

// AddInvitation writes an invitation; of its link's secret only the hash is
// kept. The check hears which others are open in the calendar, and who is
// known by the address.
func (s *Store) AddInvitation(ctx context.Context, w Write, i editorial.Invitation, secretHash []byte, check func(open []editorial.Invitation, known editorial.Member) error) error {
	return s.write(ctx, func(t *tx) error {
		return t.create(w, string(i.ID), func() error {
			open, err := t.openInvitations(i.Calendar, w.Now)
			if err != nil {
				return err
			}
			known, err := t.memberByEmail(i.Email)
			if err != nil && !editorial.IsKind(err, editorial.NotFound) {
				return err
			}
			if err := check(open, known); err != nil {
				return err
			}
			i.By.May = nil
			_, err = t.exec(`
				INSERT INTO invitations (id, calendar_id, email, roles, language, made_by, secret, created_at, expires_at, accepted_at, member_id, revoked_at, version)
				VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
				i.ID, i.Calendar, i.Email, text(i.Roles), i.Language, text(i.By), secretHash, stamp(w.Now), stamp(i.ExpiresAt), nil, nil, nil, 1)
			if err != nil {
				return err
			}
			return t.did(w, i.Calendar, "invitation.made", string(i.ID))
		})
	})
}

func (t *tx) invitation(id editorial.InvitationID) (editorial.Invitation, error) {
	return one(t, scanInvitation, `SELECT `+invitationColumns+` FROM invitations WHERE id = $1`, id)
}

// openInvitations reads a calendar's invitations that can still be accepted.
func (t *tx) openInvitations(calendar editorial.CalendarID, now time.Time) ([]editorial.Invitation, error) {
	return many(t, scanInvitation, `
		SELECT `+invitationColumns+` FROM invitations
		WHERE calendar_id = $1 AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > $2 ORDER BY id`, calendar, stamp(now))
}

// GetInvitation reads an invitation.
func (s *Store) GetInvitation(ctx context.Context, id editorial.InvitationID) (editorial.Invitation, error) {
	return get(ctx, s, (*tx).invitation, id)
}

// ListInvitations lists a calendar's invitations.
func (s *Store) ListInvitations(ctx context.Context, calendar editorial.CalendarID, p Page) ([]editorial.Invitation, string, error) {
	return byID(ctx, s, p, func(t *tx, start string, limit int) ([]editorial.Invitation, error) {
		return many(t, scanInvitation, `SELECT `+invitationColumns+` FROM invitations WHERE calendar_id = $1 AND id > $2 ORDER BY id LIMIT $3`, calendar, start, limit)
	}, func(i editorial.Invitation) string { return string(i.ID) })
}

// RenewInvitation gives an invitation a new term and a new secret.
func (s *Store) RenewInvitation(ctx context.Context, w Write, id editorial.InvitationID, secretHash []byte, change func(*editorial.Invitation) error) (i editorial.Invitation, err error) {
	err = s.write(ctx, func(t *tx) error {
		if i, err = t.invitation(id); err != nil {
			return err
		}
		if err := change(&i); err != nil {
			return err
		}
		if err := t.must(`UPDATE invitations SET secret = $1 WHERE id = $2`, secretHash, id); err != nil {
			return err
		}
		return t.saveInvitation(w, &i, "invitation.renewed")
	})
	return i, err
}

// RevokeInvitation ends an invitation.
func (s *Store) RevokeInvitation(ctx context.Context, w Write, id editorial.InvitationID) error {
	return s.write(ctx, func(t *tx) error {
		i, err := t.invitation(id)
		if err != nil {
			return err
		}
		if err := i.Revoke(w.Now); err != nil {
			return err
		}
		return t.saveInvitation(w, &i, "invitation.revoked")
	})
}

func (t *tx) saveInvitation(w Write, i *editorial.Invitation, action string) error {
	i.Version++
	i.By.May = nil
	err := t.must(`
		UPDATE invitations SET made_by = $1, expires_at = $2, accepted_at = $3, member_id = $4, revoked_at = $5, version = $6 WHERE id = $7`,
		text(i.By), stamp(i.ExpiresAt), stamp(i.Accepted), nullable(i.Member), stamp(i.Revoked), i.Version, i.ID)
	if err != nil {
		return err
	}
	return t.did(w, i.Calendar, action, string(i.ID))
}

// endInvitations revokes the invitations that a member made and nobody has
// accepted.
func (t *tx) endInvitations(w Write, maker editorial.MemberID) (ended int, err error) {
	all, err := many(t, scanInvitation, `SELECT `+invitationColumns+` FROM invitations WHERE accepted_at IS NULL AND revoked_at IS NULL ORDER BY id`)
	for _, i := range all {
		if i.By.Member != maker {
			continue
		}
		if err := i.Revoke(w.Now); err != nil {
			return ended, err
		}
		if err := t.saveInvitation(w, &i, "invitation.revoked"); err != nil {
			return ended, err
		}
		ended++
	}
	return ended, err
}

// InvitationBySecret finds an invitation by the hash of its link's secret, with
// its calendar and who is known by its address; nobody: a zero member.
func (s *Store) InvitationBySecret(ctx context.Context, secretHash []byte) (i editorial.Invitation, c editorial.Calendar, known editorial.Member, err error) {
	err = s.read(ctx, func(t *tx) error {
		if i, err = t.invitationBySecret(secretHash); err != nil {
			return err
		}
		if c, err = t.calendar(i.Calendar); err != nil {
			return err
		}
		known, err = t.memberByEmail(i.Email)
		if editorial.IsKind(err, editorial.NotFound) {
			err = nil
		}
		return err
	})
	return i, c, known, err
}

func (t *tx) invitationBySecret(hash []byte) (editorial.Invitation, error) {
	return one(t, scanInvitation, `SELECT `+invitationColumns+` FROM invitations WHERE secret = $1`, hash)
}

// Coming is who comes by an invitation: a member who is known, or a new one
// with how they sign in.
type Coming struct {
	Member   editorial.Member
	New      bool
	Password string            // its hash
	Session  editorial.Session // begun for a new member
}

// AcceptInvitation brings a member into the calendar of an invitation, in one
// transaction: a new one is written down first.
func (s *Store) AcceptInvitation(ctx context.Context, w Write, secretHash []byte, who Coming) (a editorial.Access, i editorial.Invitation, err error) {
	err = s.write(ctx, func(t *tx) error {
		if i, err = t.invitationBySecret(secretHash); err != nil {
			return err
		}
		met, err := t.invited(i, who)
		if err != nil {
			return err
		}
		if err := i.Accept(&met, w.Now); err != nil {
			return err
		}
		if who.New {
			err = t.addMember(w, i.Calendar, met.Member)
		} else {
			_, err = t.saveMember(met.Member)
		}
		if err != nil {
			return err
		}
		if err := t.saveInvitation(w, &i, "invitation.accepted"); err != nil {
			return err
		}
		a, err = t.changeAccess(w, met.Member.ID, func(a *editorial.Access) ([]editorial.Deed, error) {
			if !who.New {
				return nil, nil
			}
			deeds := a.SetPassword(who.Password, "", w.Now)
			begun, err := a.Begin(who.Session, w.Now)
			return append(deeds, begun...), err
		})
		return err
	})
	return a, i, err
}

// AddFirst writes the first member, where there is none yet, and lets them in.
func (s *Store) AddFirst(ctx context.Context, w Write, who Coming) (a editorial.Access, err error) {
	err = s.write(ctx, func(t *tx) error {
		var members int
		if err := t.QueryRowContext(t.ctx, `SELECT COUNT(*) FROM members`).Scan(&members); err != nil {
			return err
		}
		if members > 0 {
			return editorial.Refuse(editorial.Conflict, editorial.CodeSetUp)
		}
		if err := t.addMember(w, "", who.Member); err != nil {
			return err
		}
		a, err = t.changeAccess(w, who.Member.ID, func(a *editorial.Access) ([]editorial.Deed, error) {
			deeds := a.SetPassword(who.Password, "", w.Now)
			begun, err := a.Begin(who.Session, w.Now)
			return append(deeds, begun...), err
		})
		return err
	})
	return a, err
}

// invited reads what an invitation meets.
func (t *tx) invited(i editorial.Invitation, who Coming) (met editorial.Invited, err error) {
	if met.Calendar, err = t.calendar(i.Calendar); err != nil {
		return met, err
	}
	bundles, err := t.bundles(i.Calendar)
	if err != nil {
		return met, err
	}
	met.Book, met.Member = editorial.NewRolebook(bundles), who.Member
	if i.By.Member != "" {
		maker, err := t.member(i.By.Member)
		if err != nil {
			return met, err
		}
		met.Maker = &maker
	}
	if !who.New {
		met.Member, err = t.member(who.Member.ID)
	}
	return met, err
}
