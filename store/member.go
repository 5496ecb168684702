package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/mattn/go-sqlite3"

	"parution.dev/editorial"
)

const memberColumns = `id, name, email, language, service, owner, created_at, deactivated_at, version`

func scanMember(row scanner) (editorial.Member, error) {
	m := editorial.Member{Roles: map[editorial.CalendarID][]editorial.Role{}, Bundles: editorial.Rolebook{}}
	err := row.Scan(&m.ID, &m.Name, &m.Email, &m.Language, &m.Service, &m.Owner, instant{&m.Created}, instant{&m.Deactivated}, &m.Version)
	if m.Email == string(m.ID) {
		m.Email = ""
	}
	return m, err
}

// addressOf is what stands in the column of addresses, each of which is one
// member's: a service has none, and its id stands there.
func addressOf(m editorial.Member) string { return cmp.Or(m.Email, string(m.ID)) }

// AddMember writes a new member with their roles. The calendar is the one
// whose record keeps it; "" for the instance's own.
func (s *Store) AddMember(ctx context.Context, w Write, calendar editorial.CalendarID, m editorial.Member) error {
	return s.write(ctx, func(t *tx) error {
		return t.create(w, string(m.ID), func() error { return t.addMember(w, calendar, m) })
	})
}

func (t *tx) addMember(w Write, calendar editorial.CalendarID, m editorial.Member) error {
	_, err := t.exec(`
		INSERT INTO members (id, name, email, language, service, owner, created_at, deactivated_at, version)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		m.ID, m.Name, addressOf(m), m.Language, m.Service, m.Owner, stamp(w.Now), nil, 1)
	if isTaken(err) {
		return editorial.InvalidAt("/email", "email_taken")
	}
	if err != nil {
		return err
	}
	if err := t.setRoles(m); err != nil {
		return err
	}
	return t.didMember(w, calendar, "member.added", editorial.Member{Name: m.Name, Language: m.Language}, m)
}

// didMember logs a change of a member, and what has changed.
func (t *tx) didMember(w Write, calendar editorial.CalendarID, action string, before, m editorial.Member) error {
	return t.log(editorial.AuditLine{At: w.Now, Calendar: calendar, Actor: w.By, Action: action, Subject: string(m.ID), Detail: m.ChangesFrom(before)})
}

func isTaken(err error) bool {
	failed := sqlite3.Error{}
	return errors.As(err, &failed) && failed.ExtendedCode == sqlite3.ErrConstraintUnique
}

// isGone tells whether a row was to point to another that is not there.
func isGone(err error) bool {
	failed := sqlite3.Error{}
	return errors.As(err, &failed) && failed.ExtendedCode == sqlite3.ErrConstraintForeignKey
}

func (t *tx) setRoles(m editorial.Member) error {
	if _, err := t.exec(`DELETE FROM roles WHERE member_id = $1`, m.ID); err != nil {
		return err
	}
	if _, err := t.exec(`DELETE FROM bundle_holders WHERE member_id = $1`, m.ID); err != nil {
		return err
	}
	for calendar, roles := range m.Roles {
		for _, role := range roles {
			into := `INSERT INTO bundle_holders (member_id, calendar_id, bundle_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`
			if slices.Contains(editorial.Roles(), role) {
				into = `INSERT INTO roles (member_id, calendar_id, role) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`
			}
			_, err := t.exec(into, m.ID, calendar, role)
			if isGone(err) {
				return editorial.InvalidAt("/roles", editorial.CodeUnknownRole)
			}
			if err != nil {
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
	bundle   editorial.Permissions // of a role that the calendar made for itself
}

func scanHeld(row scanner) (held, error) {
	var h held
	err := row.Scan(&h.member, &h.calendar, &h.role, decoded{&h.bundle})
	return h, err
}

// withRoles fills in what roles the members hold, and what those allow that
// calendars made for themselves.
func (t *tx) withRoles(members []editorial.Member) error {
	if len(members) == 0 {
		return nil
	}
	ids, at := make([]any, len(members)), map[editorial.MemberID]int{}
	for i, m := range members {
		ids[i], at[m.ID] = m.ID, i
	}
	for _, query := range []string{
		`SELECT member_id, calendar_id, role, NULL FROM roles WHERE member_id IN (` + places(len(ids)) + `) ORDER BY member_id, calendar_id, role`,
		`SELECT h.member_id, h.calendar_id, h.bundle_id, b.permissions FROM bundle_holders h JOIN bundles b ON b.id = h.bundle_id
			WHERE h.member_id IN (` + places(len(ids)) + `) ORDER BY h.member_id, h.bundle_id`,
	} {
		rows, err := many(t, scanHeld, query, ids...)
		if err != nil {
			return err
		}
		for _, h := range rows {
			m := &members[at[h.member]]
			m.Roles[h.calendar] = append(m.Roles[h.calendar], h.role)
			if h.bundle != nil {
				m.Bundles[h.role] = h.bundle
			}
		}
	}
	return nil
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
			WHERE id > $1 AND ($2 = '' OR id IN (
				SELECT member_id FROM roles WHERE calendar_id = $2 UNION SELECT member_id FROM bundle_holders WHERE calendar_id = $2))
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
	return t.members(`
		SELECT `+memberColumns+` FROM members WHERE id IN (
			SELECT member_id FROM roles WHERE calendar_id = $1 UNION SELECT member_id FROM bundle_holders WHERE calendar_id = $1) ORDER BY id`, calendar)
}

// everybody reads all who work on this instance, and its owners.
func (t *tx) everybody() ([]editorial.Member, error) {
	return t.members(`SELECT ` + memberColumns + ` FROM members WHERE deactivated_at IS NULL ORDER BY id`)
}

func (t *tx) owners() ([]editorial.Member, error) {
	return t.members(`SELECT ` + memberColumns + ` FROM members WHERE owner = 1 AND deactivated_at IS NULL ORDER BY id`)
}

func (t *tx) members(query string, args ...any) ([]editorial.Member, error) {
	found, err := many(t, scanMember, query, args...)
	if err != nil {
		return nil, err
	}
	return found, t.withRoles(found)
}

// UpdateMember changes a member and their roles in one transaction.
func (s *Store) UpdateMember(ctx context.Context, w Write, calendar editorial.CalendarID, id editorial.MemberID, change func(*editorial.Member) error) (m editorial.Member, err error) {
	err = s.write(ctx, func(t *tx) error {
		return t.create(w, string(id), func() error { // where that brings somebody in who was known already
			m, err = t.changeMember(w, calendar, id, change)
			return err
		})
	})
	return m, err
}

func (t *tx) changeMember(w Write, calendar editorial.CalendarID, id editorial.MemberID, change func(*editorial.Member) error) (editorial.Member, error) {
	before, err := t.member(id)
	if err != nil {
		return before, err
	}
	m := before
	m.Roles = maps.Clone(before.Roles)
	if err := change(&m); err != nil {
		return m, err
	}
	if m, err = t.saveMember(m); err != nil {
		return m, err
	}
	return m, t.didMember(w, calendar, "member.updated", before, m)
}

// saveMember writes a changed member and their roles, and returns what became
// of them.
func (t *tx) saveMember(m editorial.Member) (editorial.Member, error) {
	m.Version++
	err := t.must(`
		UPDATE members SET name = $1, email = $2, language = $3, service = $4, owner = $5, deactivated_at = $6, version = $7 WHERE id = $8`,
		m.Name, addressOf(m), m.Language, m.Service, m.Owner, stamp(m.Deactivated), m.Version, m.ID)
	if isTaken(err) {
		return m, editorial.InvalidAt("/email", "email_taken")
	}
	if err != nil {
		return m, err
	}
	if err := t.setRoles(m); err != nil {
		return m, err
	}
	return t.member(m.ID)
}

// UpdateOwner is UpdateMember for what depends on how many other owners the
// instance has that are not shut out.
func (s *Store) UpdateOwner(ctx context.Context, w Write, id editorial.MemberID, change func(m *editorial.Member, others int) error) (m editorial.Member, err error) {
	err = s.write(ctx, func(t *tx) error {
		before, err := t.member(id)
		if err != nil {
			return err
		}
		if m, err = t.changeOwner(before, change); err != nil {
			return err
		}
		return t.didMember(w, "", "member.updated", before, m)
	})
	return m, err
}

func (t *tx) changeOwner(m editorial.Member, change func(m *editorial.Member, others int) error) (editorial.Member, error) {
	others, err := t.countOwners(m.ID)
	if err != nil {
		return m, err
	}
	if err := change(&m, others); err != nil {
		return m, err
	}
	return t.saveMember(m)
}

// countOwners counts the owners beside one member that are not shut out.
func (t *tx) countOwners(beside editorial.MemberID) (n int, err error) {
	if err := t.QueryRowContext(t.ctx, `SELECT COUNT(*) FROM members WHERE owner = 1 AND deactivated_at IS NULL AND id != $1`, beside).Scan(&n); err != nil {
		return 0, fmt.Errorf("count the owners: %w", err)
	}
	return n, nil
}

// ListNames reads what some members are called. Of whoever was erased there is
// none.
func (s *Store) ListNames(ctx context.Context, ids []editorial.MemberID) (map[editorial.MemberID]string, error) {
	names := map[editorial.MemberID]string{}
	if len(ids) == 0 {
		return names, nil
	}
	var c clauses
	c.in(`id`, anys(ids))
	query, args := c.query(`SELECT id, CASE WHEN email = id AND service = 0 THEN '' ELSE name END FROM members`, `id`, len(ids))
	err := s.read(ctx, func(t *tx) error {
		_, err := many(t, func(row scanner) (id editorial.MemberID, err error) {
			var name string
			err = row.Scan(&id, &name)
			names[id] = name
			return id, err
		}, query, args...)
		return err
	})
	return names, err
}
