package store

import (
	"context"
	"time"

	"parution.dev/editorial"
)

const chatColumns = `id, member_id, workspace, user_id, linked_at`

func scanChat(row scanner) (c editorial.ChatAccount, err error) {
	err = row.Scan(&c.ID, &c.Member, &c.Workspace, &c.User, instant{&c.Linked})
	return c, err
}

// AddChatCode keeps the hash of a code that links a member's account in a
// chat, and forgets those that are over.
func (s *Store) AddChatCode(ctx context.Context, member editorial.MemberID, hash []byte, now time.Time) error {
	return s.write(ctx, func(t *tx) error {
		if _, err := t.exec(`DELETE FROM chat_codes WHERE expires_at <= $1`, stamp(now)); err != nil {
			return err
		}
		_, err := t.exec(`INSERT INTO chat_codes (hash, member_id, expires_at) VALUES ($1, $2, $3)`, hash, member, stamp(now.Add(editorial.ChatCodeTime)))
		return err
	})
}

// LinkChat makes whoever says a code in a chat the member that it was made
// for. A code is good once.
func (s *Store) LinkChat(ctx context.Context, hash []byte, c editorial.ChatAccount) (m editorial.Member, err error) {
	err = s.write(ctx, func(t *tx) error {
		over := editorial.Refuse(editorial.NotFound, editorial.CodeChatCodeOver)
		err := t.QueryRowContext(t.ctx, `DELETE FROM chat_codes WHERE hash = $1 AND expires_at > $2 RETURNING member_id`, hash, stamp(c.Linked)).Scan(&c.Member)
		if isNoRows(err) {
			return over
		}
		if err != nil {
			return err
		}
		if m, err = t.member(c.Member); err != nil {
			return err
		}
		if !m.Deactivated.IsZero() {
			return over
		}
		_, err = t.exec(`
			INSERT INTO chat_accounts (id, member_id, workspace, user_id, linked_at) VALUES ($1, $2, $3, $4, $5)
			ON CONFLICT (workspace, user_id) DO UPDATE SET id = excluded.id, member_id = excluded.member_id, linked_at = excluded.linked_at`,
			c.ID, c.Member, c.Workspace, c.User, stamp(c.Linked))
		if err != nil {
			return err
		}
		by := editorial.Actor{Member: m.ID, Name: m.Name, Token: editorial.TokenID(c.ID), Language: m.Language}
		return t.acted(Write{By: by, Now: c.Linked}, editorial.Deed{Action: "chat.linked", Subject: string(m.ID), Detail: c.Workspace + " " + c.User})
	})
	return m, err
}

// ChatAccount finds who somebody in a chat is.
func (s *Store) ChatAccount(ctx context.Context, workspace, user string) (c editorial.ChatAccount, m editorial.Member, err error) {
	err = s.read(ctx, func(t *tx) error {
		if c, err = one(t, scanChat, `SELECT `+chatColumns+` FROM chat_accounts WHERE workspace = $1 AND user_id = $2`, workspace, user); err != nil {
			return err
		}
		m, err = t.member(c.Member)
		return err
	})
	return c, m, err
}

// ListChatAccounts lists who a member is in chats.
func (s *Store) ListChatAccounts(ctx context.Context, member editorial.MemberID) (found []editorial.ChatAccount, err error) {
	err = s.read(ctx, func(t *tx) error {
		found, err = many(t, scanChat, `SELECT `+chatColumns+` FROM chat_accounts WHERE member_id = $1 ORDER BY id`, member)
		return err
	})
	return found, err
}

// RemoveChatAccount ends that somebody in a chat is a member.
func (s *Store) RemoveChatAccount(ctx context.Context, w Write, member editorial.MemberID, id editorial.ChatAccountID) error {
	return s.write(ctx, func(t *tx) error {
		if err := t.must(`DELETE FROM chat_accounts WHERE id = $1 AND member_id = $2`, id, member); err != nil {
			return err
		}
		return t.acted(w, editorial.Deed{Action: "chat.unlinked", Subject: string(member)})
	})
}
