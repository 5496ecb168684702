package store

import (
	"context"
	"fmt"
	"slices"
	"time"

	"parution.dev/editorial"
)

const identityColumns = `issuer, subject, member_id, linked_at, used_at`

func scanIdentity(row scanner) (editorial.Identity, error) {
	var i editorial.Identity
	err := row.Scan(&i.Issuer, &i.Subject, &i.Member, instant{&i.Linked}, instant{&i.Used})
	return i, err
}

// Arrive signs in somebody who comes from a provider of identities, in one
// transaction: it finds out who they are here, gives and takes what their
// groups say, and begins the session.
func (s *Store) Arrive(ctx context.Context, now time.Time, who editorial.Claims, groups editorial.Groups, session editorial.Session) (a editorial.Access, err error) {
	err = s.write(ctx, func(t *tx) error {
		arrival, err := t.arrival(who, groups)
		if err != nil {
			return err
		}
		m, way, err := arrival.Recognise()
		if err != nil {
			return err
		}
		w := Write{By: editorial.Actor{Member: m.ID, Name: m.Name, Token: editorial.TokenID(session.ID), Language: m.Language}, Now: now}
		if err := t.saveArrived(w, m, way); err != nil {
			return err
		}
		if err := t.useIdentity(w, who, m.ID, way); err != nil {
			return err
		}
		a, err = t.changeAccess(w, m.ID, func(a *editorial.Access) ([]editorial.Deed, error) { return a.Begin(session, now) })
		return err
	})
	return a, err
}

// arrival reads what is known of somebody.
func (t *tx) arrival(who editorial.Claims, groups editorial.Groups) (editorial.Arrival, error) {
	found := editorial.Arrival{Claims: who, NewcomerID: editorial.NewID[editorial.MemberID]("mem")}
	identity, err := one(t, scanIdentity, `SELECT `+identityColumns+` FROM identities WHERE issuer = $1 AND subject = $2`, who.Issuer, who.Subject)
	switch {
	case err == nil:
		m, err := t.member(identity.Member)
		if err != nil {
			return found, err
		}
		found.Known = &m
	case !editorial.IsKind(err, editorial.NotFound):
		return found, err
	default:
		if err := t.meetByEmail(&found); err != nil {
			return found, err
		}
	}
	found.Provides, err = t.provided(groups)
	if err != nil {
		return found, err
	}
	found.NeededAt, err = t.needed(found)
	return found, err
}

// meetByEmail finds who has the address, and whether they come from the
// provider by another account.
func (t *tx) meetByEmail(found *editorial.Arrival) error {
	m, err := t.memberByEmail(found.Claims.Email)
	if editorial.IsKind(err, editorial.NotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	others, err := many(t, scanIdentity, `SELECT `+identityColumns+` FROM identities WHERE issuer = $1 AND member_id = $2`, found.Claims.Issuer, m.ID)
	found.ByEmail, found.Other = &m, len(others) > 0
	return err
}

// provided leaves out of what groups give what is not there.
func (t *tx) provided(groups editorial.Groups) (editorial.Groups, error) {
	there := map[editorial.Grant]bool{}
	for _, grants := range groups {
		for _, grant := range grants {
			query := `SELECT COUNT(*) FROM calendars WHERE id = $1`
			args := []any{grant.Calendar}
			if !slices.Contains(editorial.Roles(), grant.Role) {
				query, args = `SELECT COUNT(*) FROM bundles WHERE calendar_id = $1 AND id = $2`, append(args, grant.Role)
			}
			var n int
			if err := t.QueryRowContext(t.ctx, query, args...).Scan(&n); err != nil {
				return nil, fmt.Errorf("look for what a group gives: %w", err)
			}
			there[grant] = n > 0
		}
	}
	return groups.Known(func(grant editorial.Grant) bool { return there[grant] }), nil
}

// needed tells what nobody but the one who arrives holds, and somebody must:
// to own the instance, and to manage each calendar.
func (t *tx) needed(who editorial.Arrival) (func(editorial.Grant) bool, error) {
	m := who.Known
	if m == nil {
		m = who.ByEmail
	}
	if m == nil {
		return func(editorial.Grant) bool { return false }, nil
	}
	owners, err := t.countOwners(m.ID)
	if err != nil {
		return nil, err
	}
	last := map[editorial.CalendarID]bool{}
	for calendar := range m.Roles {
		var others int
		err := t.QueryRowContext(t.ctx, `
			SELECT COUNT(*) FROM roles r JOIN members m ON m.id = r.member_id
			WHERE r.calendar_id = $1 AND r.role = 'manager' AND m.id != $2 AND m.deactivated_at IS NULL`, calendar, m.ID).Scan(&others)
		if err != nil {
			return nil, fmt.Errorf("count the managers: %w", err)
		}
		last[calendar] = others == 0
	}
	return func(grant editorial.Grant) bool {
		if grant.Owner {
			return owners == 0
		}
		return grant.Role == editorial.Manager && last[grant.Calendar]
	}, nil
}

// saveArrived writes a newcomer, or what groups changed of a member.
func (t *tx) saveArrived(w Write, m editorial.Member, way editorial.Way) error {
	if way == editorial.WayNew {
		return t.addMember(w, "", m)
	}
	before, err := t.member(m.ID)
	if err != nil || m.ChangesFrom(before) == "" {
		return err
	}
	if m, err = t.saveMember(m); err != nil {
		return err
	}
	return t.didMember(w, "", "member.updated", before, m)
}

// useIdentity notes that an identity was used, and whose it is from now on.
func (t *tx) useIdentity(w Write, who editorial.Claims, member editorial.MemberID, way editorial.Way) error {
	_, err := t.exec(`
		INSERT INTO identities (issuer, subject, member_id, linked_at, used_at) VALUES ($1, $2, $3, $4, $4)
		ON CONFLICT (issuer, subject) DO UPDATE SET used_at = excluded.used_at`, who.Issuer, who.Subject, member, stamp(w.Now))
	if err != nil || way == editorial.WayKnown {
		return err
	}
	return t.acted(w, editorial.Deed{Action: "identity.linked", Subject: string(member), Detail: who.Issuer})
}
