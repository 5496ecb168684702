package store

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"parution.dev/editorial"
)

// EraseMember takes a member's name and address away wherever they are kept,
// in one transaction; change says whether it may be, and what they are called
// from then on. What they did stays, under their id. In the record the words go
// and their seals stay.
func (s *Store) EraseMember(ctx context.Context, w Write, id editorial.MemberID, change func(*editorial.Member) error) (m editorial.Member, err error) {
	err = s.write(ctx, func(t *tx) error {
		before, err := t.member(id)
		if err != nil {
			return err
		}
		m = before
		if err := change(&m); err != nil {
			return err
		}
		if err := t.overwriting(func() error { return t.erase(before, m) }); err != nil {
			return err
		}
		if m, err = t.member(id); err != nil {
			return err
		}
		return t.did(w, "", "member.erased", string(id))
	})
	return m, err
}

// overwriting has SQLite write zeros over what is taken away.
func (t *tx) overwriting(change func() error) error {
	if _, err := t.exec(`PRAGMA secure_delete = ON`); err != nil {
		return err
	}
	defer func() { _, _ = t.exec(`PRAGMA secure_delete = OFF`) }() // at worst it goes on
	return change()
}

func (t *tx) erase(before, after editorial.Member) error {
	if _, err := t.saveMember(after); err != nil {
		return err
	}
	for _, step := range []func(before, after editorial.Member) error{t.eraseAccess, t.eraseInvitations, t.eraseLetters, t.eraseActors, t.erasePosts, t.eraseLines} {
		if err := step(before, after); err != nil {
			return err
		}
	}
	return nil
}

// eraseAccess takes away how the member got in.
func (t *tx) eraseAccess(before, _ editorial.Member) error {
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

// eraseInvitations takes the address out of the invitations that they came by.
func (t *tx) eraseInvitations(before, _ editorial.Member) error {
	_, err := t.exec(`UPDATE invitations SET email = '' WHERE member_id = $1 OR email = $2`, before.ID, addressOf(before))
	return err
}

// eraseLetters drops what waits to be sent to the member, and takes their
// address out of what was.
func (t *tx) eraseLetters(before, _ editorial.Member) error {
	_, err := t.exec(`
		UPDATE dispatches SET recipient = '', letter = NULL, state = CASE WHEN ended_at IS NULL THEN 'dropped' ELSE state END,
			ended_at = COALESCE(ended_at, made_at), next_at = NULL, holder = '', lease_until = NULL
		WHERE recipient = $1 OR member_id = $2`, addressOf(before), before.ID)
	return err
}

// eraseActors takes the name out of what says who did something.
func (t *tx) eraseActors(before, after editorial.Member) error {
	for _, query := range []string{
		`UPDATE revisions SET author = json_set(author, '$.Name', $1) WHERE json_extract(author, '$.Member') = $2`,
		`UPDATE comments SET author = json_set(author, '$.Name', $1) WHERE json_extract(author, '$.Member') = $2`,
		`UPDATE comments SET suggestion = json_set(suggestion, '$.By.Name', $1) WHERE json_extract(suggestion, '$.By.Member') = $2`,
		`UPDATE comments SET resolved = json_set(resolved, '$.By.Name', $1) WHERE json_extract(resolved, '$.By.Member') = $2`,
		`UPDATE delegations SET made_by = json_set(made_by, '$.Name', $1) WHERE json_extract(made_by, '$.Member') = $2`,
		`UPDATE pauses SET made_by = json_set(made_by, '$.Name', $1) WHERE json_extract(made_by, '$.Member') = $2`,
		`UPDATE acts SET made_by = json_set(made_by, '$.Name', $1) WHERE json_extract(made_by, '$.Member') = $2`,
		`UPDATE invitations SET made_by = json_set(made_by, '$.Name', $1) WHERE json_extract(made_by, '$.Member') = $2`,
		`UPDATE client_links SET made_by = json_set(made_by, '$.Name', $1) WHERE json_extract(made_by, '$.Member') = $2`,
		`UPDATE client_links SET for_whom = $1, name = $1, email = '' WHERE member_id = $2`,
		`UPDATE client_visits SET name = $1 WHERE link_id IN (SELECT id FROM client_links WHERE member_id = $2)`,
		`UPDATE tasks SET author = json_set(author, '$.Name', $1) WHERE json_extract(author, '$.Member') = $2`,
		`UPDATE tasks SET done = json_set(done, '$.By.Name', $1) WHERE json_extract(done, '$.By.Member') = $2`,
		`UPDATE field_notes SET author = json_set(author, '$.Name', $1) WHERE json_extract(author, '$.Member') = $2`,
		`UPDATE crises SET opened_by = json_set(opened_by, '$.Name', $1) WHERE json_extract(opened_by, '$.Member') = $2`,
		`UPDATE crises SET closed_by = json_set(closed_by, '$.Name', $1) WHERE json_extract(closed_by, '$.Member') = $2`,
		`UPDATE resets SET made_by = json_set(made_by, '$.Name', $1) WHERE json_extract(made_by, '$.Member') = $2`,
	} {
		if _, err := t.exec(query, after.Name, before.ID); err != nil {
			return err
		}
	}
	return nil
}

// erasePosts takes the name out of what posts keep about who approved, signed
// and held them.
func (t *tx) erasePosts(before, after editorial.Member) error {
	type kept struct {
		id                     editorial.PostID
		approval, hold, review *string
	}
	scan := func(row scanner) (k kept, err error) { return k, row.Scan(&k.id, &k.approval, &k.hold, &k.review) }
	posts, err := many(t, scan, `
		SELECT id, approval, hold, review FROM posts
		WHERE instr(approval, $1) > 0 OR instr(hold, $1) > 0 OR instr(review, $1) > 0`, before.ID)
	if err != nil {
		return err
	}
	for _, p := range posts {
		for _, column := range []**string{&p.approval, &p.hold, &p.review} {
			if err := renamed(column, before.ID, after.Name); err != nil {
				return err
			}
		}
		if err := t.must(`UPDATE posts SET approval = $1, hold = $2, review = $3 WHERE id = $4`, p.approval, p.hold, p.review, p.id); err != nil {
			return err
		}
	}
	return nil
}

// renamed gives a member another name wherever JSON names them.
func renamed(column **string, id editorial.MemberID, name string) error {
	if *column == nil {
		return nil
	}
	decoder := json.NewDecoder(strings.NewReader(**column))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		return fmt.Errorf("take a name out: %w", err)
	}
	rename(value, id, name)
	written := text(value)
	*column = &written
	return nil
}

func rename(value any, id editorial.MemberID, name string) {
	switch v := value.(type) {
	case map[string]any:
		if v["Member"] == string(id) && v["Name"] != nil {
			v["Name"] = name
		}
		for _, inner := range v {
			rename(inner, id, name)
		}
	case []any:
		for _, inner := range v {
			rename(inner, id, name)
		}
	}
}

// eraseLines takes words out of the record: the member's name where they
// acted; all that was said about them as a member; and what anybody said that
// holds their address, or a name of more than one word.
func (t *tx) eraseLines(before, _ editorial.Member) error {
	address := addressOf(before)
	name := address
	if strings.ContainsAny(strings.TrimSpace(before.Name), " \u00a0\u202f") {
		name = before.Name
	}
	if _, err := t.exec(`UPDATE audit SET name = NULL, name_salt = NULL WHERE member_id = $1 AND name_salt IS NOT NULL`, before.ID); err != nil {
		return err
	}
	for _, query := range []string{
		`UPDATE audit SET note = NULL, note_salt = NULL
			WHERE note_salt IS NOT NULL AND (subject = $1 OR instr(lower(note), $2) > 0 OR instr(note, $3) > 0)`,
		`UPDATE audit SET detail = NULL, detail_salt = NULL
			WHERE detail_salt IS NOT NULL AND (subject = $1 OR instr(lower(detail), $2) > 0 OR instr(detail, $3) > 0)`,
	} {
		if _, err := t.exec(query, before.ID, address, name); err != nil {
			return err
		}
	}
	return nil
}
