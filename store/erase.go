package store

import (
	"context"
	"slices"
	"strings"

	"parution.dev/editorial"
)

// erasure is a person whose name and address are taken away.
type erasure struct {
	key    string   // by what JSON names who did something: Member, or for a client Token
	id     string   // that stands there, and stays
	name   string   // what they are called from now on
	names  []string // what they were called
	email  string   // in lower case; "": none
	needle []string // what is looked for anywhere: the address, and names of more than one word
}

func newErasure(key, id, name, email string, names ...string) erasure {
	e := erasure{key: key, id: id, name: name, names: names, email: strings.ToLower(email)}
	if e.email != "" {
		e.needle = append(e.needle, e.email)
	}
	for _, one := range names {
		if strings.ContainsAny(strings.TrimSpace(one), " \u00a0\u202f") {
			e.needle = append(e.needle, one)
		}
	}
	return e
}

// in tells whether a text names the person beyond doubt.
func (e erasure) in(text string) bool {
	return slices.ContainsFunc(e.needle, func(one string) bool {
		return strings.Contains(text, one) || one == e.email && strings.Contains(strings.ToLower(text), one)
	})
}

// inTheirs tells whether something that the person said names them: there a
// name of one word is theirs too.
func (e erasure) inTheirs(text string) bool {
	return e.in(text) || slices.ContainsFunc(e.names, func(name string) bool { return name != "" && strings.Contains(text, name) })
}

// EraseMember takes a member's name and address away wherever they are kept;
// change says whether it may be, and what they are called from then on. What
// they did stays, under their id. In the record the words go and their seals
// stay.
//
// What may be long is gone through first, so many rows in one transaction that
// releases go on between; the rest goes in one. Where it breaks off in between
// the member is not erased yet, and it is asked for again.
func (s *Store) EraseMember(ctx context.Context, w Write, id editorial.MemberID, change func(*editorial.Member) error) (m editorial.Member, err error) {
	before, err := s.GetMember(ctx, id)
	if err != nil {
		return before, err
	}
	m = before
	if err := change(&m); err != nil {
		return before, err
	}
	e := newErasure("Member", string(id), m.Name, addressOf(before), before.Name)
	upTo, err := s.eraseAhead(ctx, e)
	if err != nil {
		return m, err
	}
	err = s.write(ctx, func(t *tx) error {
		if m, err = t.member(id); err != nil {
			return err
		}
		if err := change(&m); err != nil {
			return err
		}
		if err := t.overwriting(func() error { return t.eraseMember(before, m, e, upTo) }); err != nil {
			return err
		}
		if m, err = t.member(id); err != nil {
			return err
		}
		return t.did(w, "", "member.erased", string(id))
	})
	return m, err
}

// EraseClientLink takes the names and the address of a client away in the same
// way: those of the link, and that they gave when they came by it.
func (s *Store) EraseClientLink(ctx context.Context, w Write, id editorial.ClientLinkID) (l editorial.ClientLink, err error) {
	before, err := s.GetClientLink(ctx, id)
	if err != nil {
		return before, err
	}
	l = before
	if err := l.Erase(); err != nil {
		return before, err
	}
	e := newErasure("Token", string(id), l.For, before.Email, before.For, before.Name)
	upTo, err := s.eraseAhead(ctx, e)
	if err != nil {
		return before, err
	}
	err = s.write(ctx, func(t *tx) error {
		if l, err = t.clientLink(id); err != nil {
			return err
		}
		if err := l.Erase(); err != nil {
			return err
		}
		return t.overwriting(func() error { return t.eraseClient(w, l, e, upTo) })
	})
	return l, err
}

func (t *tx) eraseClient(w Write, l editorial.ClientLink, e erasure, upTo map[string]int64) error {
	if err := t.must(`UPDATE client_links SET for_whom = $1, name = $2, email = $3, version = version + 1 WHERE id = $4`, l.For, l.Name, l.Email, l.ID); err != nil {
		return err
	}
	if _, err := t.exec(`UPDATE client_visits SET name = $1 WHERE link_id = $2`, l.Name, l.ID); err != nil {
		return err
	}
	if e.email != "" {
		if err := t.eraseLetters(e.email, ""); err != nil {
			return err
		}
	}
	if err := t.eraseRest(e, upTo); err != nil {
		return err
	}
	return t.did(w, l.Calendar, "client_link.erased", string(l.ID))
}

// overwriting has SQLite write zeros over what is taken away.
func (t *tx) overwriting(change func() error) error {
	if _, err := t.exec(`PRAGMA secure_delete = ON`); err != nil {
		return err
	}
	defer func() { _, _ = t.exec(`PRAGMA secure_delete = OFF`) }() // at worst it goes on
	return change()
}

func (t *tx) eraseMember(before, after editorial.Member, e erasure, upTo map[string]int64) error {
	if _, err := t.saveMember(after); err != nil {
		return err
	}
	if err := t.eraseAccess(before); err != nil {
		return err
	}
	if err := t.eraseInvitations(before, after); err != nil {
		return err
	}
	if err := t.eraseLetters(addressOf(before), before.ID); err != nil {
		return err
	}
	return t.eraseRest(e, upTo)
}

// eraseAccess takes away how the member got in.
func (t *tx) eraseAccess(before editorial.Member) error {
	for _, query := range []string{
		`DELETE FROM sessions WHERE member_id = $1`,
		`DELETE FROM passwords WHERE member_id = $1`,
		`DELETE FROM second_factors WHERE member_id = $1`,
		`DELETE FROM recovery_codes WHERE member_id = $1`,
		`DELETE FROM resets WHERE member_id = $1`,
		`DELETE FROM identities WHERE member_id = $1`,
		`DELETE FROM chat_accounts WHERE member_id = $1`,
		`DELETE FROM chat_codes WHERE member_id = $1`,
		`DELETE FROM wishes WHERE member_id = $1`,
		`DELETE FROM passkeys WHERE member_id = $1`,
		`DELETE FROM working_copies WHERE member_id = $1`,
		`UPDATE tokens SET name = '' WHERE member_id = $1`,
	} {
		if _, err := t.exec(query, before.ID); err != nil {
			return err
		}
	}
	return nil
}

// eraseInvitations takes the address out of the invitations that they came by,
// and the name out of clients' links that count as theirs.
func (t *tx) eraseInvitations(before, after editorial.Member) error {
	if _, err := t.exec(`UPDATE invitations SET email = '' WHERE member_id = $1 OR email = $2`, before.ID, addressOf(before)); err != nil {
		return err
	}
	if _, err := t.exec(`UPDATE client_links SET for_whom = $1, name = $1, email = '' WHERE member_id = $2`, after.Name, before.ID); err != nil {
		return err
	}
	_, err := t.exec(`UPDATE client_visits SET name = $1 WHERE link_id IN (SELECT id FROM client_links WHERE member_id = $2)`, after.Name, before.ID)
	return err
}

// eraseLetters drops what waits to be sent to somebody, and takes their
// address out of what was.
func (t *tx) eraseLetters(email string, id editorial.MemberID) error {
	_, err := t.exec(`
		UPDATE dispatches SET recipient = '', letter = NULL, state = CASE WHEN ended_at IS NULL THEN 'dropped' ELSE state END,
			ended_at = COALESCE(ended_at, made_at), next_at = NULL, holder = '', lease_until = NULL
		WHERE recipient = $1 OR member_id = $2`, email, nullable(id))
	return err
}
