package store

import (
	"context"
	"errors"

	"github.com/mattn/go-sqlite3"

	"parution.dev/editorial"
)

const memberColumns = `id, name, email, language, owner, created_at, deactivated_at, version`

func scanMember(row scanner) (editorial.Member, error) {
	m := editorial.Member{Roles: map[editorial.CalendarID][]editorial.Role{}}
	err := row.Scan(&m.ID, &m.Name, &m.Email, &m.Language, &m.Owner, instant{&m.Created}, instant{&m.Deactivated}, &m.Version)
	return m, err
}

// AddMember writes a new member with their roles. The calendar is the one
// whose record keeps it; "" for the instance's own.
func (s *Store) AddMember(ctx context.Context, w Write, calendar editorial.CalendarID, m editorial.Member) error {
	return s.write(ctx, func(t *tx) error {
		return t.create(w, string(m.ID), func() error {
			_, err := t.exec(`
				INSERT INTO members (id, name, email, language, owner, created_at, deactivated_at, version)
				VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
				m.ID, m.Name, m.Email, m.Language, m.Owner, stamp(w.Now), nil, 1)
			if isTaken(err) {
				return editorial.InvalidAt("/email", "email_taken")
			}
			if err != nil {
				return err
			}
			if err := t.setRoles(m); err != nil {
				return err
			}
			return t.did(w, calendar, "member.added", string(m.ID))
		})
	})
}

func isTaken(err error) bool {
	failed := sqlite3.Error{}
	return errors.As(err, &failed) && failed.ExtendedCode == sqlite3.ErrConstraintUnique
}

func (t *tx) setRoles(m editorial.Member) error {
	if _, err := t.exec(`DELETE FROM roles WHERE member_id = $1`, m.ID); err != nil {
		return err
	}
	for calendar, roles := range m.Roles {
		for _, role := range roles {
			if _, err := t.exec(`INSERT INTO roles (member_id, calendar_id, role) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`, m.ID, calendar, role); err != nil {
				return err
			}
		}
	}
	return nil
}

type held struct {
	member   editorial.MemberID
	calendar editorial.CalendarID
	role     editorial.Role
}

func scanHeld(row scanner) (held, error) {
	var h held
	err := row.Scan(&h.member, &h.calendar, &h.role)
	return h, err
}

// withRoles fills in what roles the members hold.
func (t *tx) withRoles(members []editorial.Member) error {
	if len(members) == 0 {
		return nil
	}
	ids, at := make([]any, len(members)), map[editorial.MemberID]int{}
	for i, m := range members {
		ids[i], at[m.ID] = m.ID, i
	}
	rows, err := many(t, scanHeld, `SELECT member_id, calendar_id, role FROM roles WHERE member_id IN (`+places(len(ids))+`) ORDER BY member_id, calendar_id, role`, ids...)
	for _, h := range rows {
		m := &members[at[h.member]]
		m.Roles[h.calendar] = append(m.Roles[h.calendar], h.role)
	}
	return err
}

func (t *tx) member(id editorial.MemberID) (editorial.Member, error) {
	return t.oneMember(`SELECT `+memberColumns+` FROM members WHERE id = $1`, id)
}

func (t *tx) memberByEmail(email string) (editorial.Member, error) {
	return t.oneMember(`SELECT `+memberColumns+` FROM members WHERE email = $1`, email)
}

func (t *tx) oneMember(query string, key any) (editorial.Member, error) {
	m, err := one(t, scanMember, query, key)
	if err != nil {
		return m, err
	}
	members := []editorial.Member{m}
	err = t.withRoles(members)
	return members[0], err
}

// GetMember reads a member with all their roles.
func (s *Store) GetMember(ctx context.Context, id editorial.MemberID) (editorial.Member, error) {
	return get(ctx, s, (*tx).member, id)
}

// MemberByEmail reads a member by their address, in lower case.
func (s *Store) MemberByEmail(ctx context.Context, email string) (editorial.Member, error) {
	return get(ctx, s, (*tx).memberByEmail, email)
}

// ListMembers lists who has a role in a calendar; of the whole instance for "".
func (s *Store) ListMembers(ctx context.Context, calendar editorial.CalendarID, p Page) ([]editorial.Member, string, error) {
	return byID(ctx, s, p, func(t *tx, start string, limit int) ([]editorial.Member, error) {
		found, err := many(t, scanMember, `
			SELECT `+memberColumns+` FROM members
			WHERE id > $1 AND ($2 = '' OR id IN (SELECT member_id FROM roles WHERE calendar_id = $2))
			ORDER BY id LIMIT $3`, start, calendar, limit)
		if err != nil {
			return nil, err
		}
		return found, t.withRoles(found)
	}, func(m editorial.Member) string { return string(m.ID) })
}

// ListTeam lists everybody who has a role in a calendar.
func (s *Store) ListTeam(ctx context.Context, calendar editorial.CalendarID) ([]editorial.Member, error) {
	return get(ctx, s, (*tx).team, calendar)
}

func (t *tx) team(calendar editorial.CalendarID) ([]editorial.Member, error) {
	found, err := many(t, scanMember, `
		SELECT `+memberColumns+` FROM members WHERE id IN (SELECT member_id FROM roles WHERE calendar_id = $1) ORDER BY id`, calendar)
	if err != nil {
		return nil, err
	}
	return found, t.withRoles(found)
}

// UpdateMember changes a member and their roles in one transaction.
func (s *Store) UpdateMember(ctx context.Context, w Write, calendar editorial.CalendarID, id editorial.MemberID, change func(*editorial.Member) error) (m editorial.Member, err error) {
	err = s.write(ctx, func(t *tx) error {
		if m, err = t.member(id); err != nil {
			return err
		}
		if err := change(&m); err != nil {
			return err
		}
		m.Version++
		err := t.must(`UPDATE members SET name = $1, email = $2, language = $3, owner = $4, deactivated_at = $5, version = $6 WHERE id = $7`,
			m.Name, m.Email, m.Language, m.Owner, stamp(m.Deactivated), m.Version, m.ID)
		if isTaken(err) {
			return editorial.InvalidAt("/email", "email_taken")
		}
		if err != nil {
			return err
		}
		if err := t.setRoles(m); err != nil {
			return err
		}
		return t.did(w, calendar, "member.updated", string(id))
	})
	return m, err
}
