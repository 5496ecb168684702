package store

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// A code says once, and for a while, who somebody in a chat is.
func TestChatAccounts(t *testing.T) {
	h := newHouse(t)
	h.joins("mem_2", editorial.Reviewer)
	account := func(id editorial.ChatAccountID, user string) editorial.ChatAccount {
		return editorial.ChatAccount{ID: id, Workspace: "T1", User: user, Linked: h.now}
	}
	require.NoError(t, h.AddChatCode(h.ctx, "mem_2", []byte("code"), h.now))
	_, err := h.LinkChat(h.ctx, []byte("guess"), account("chat_1", "U1"))
	requireCode(t, editorial.CodeChatCodeOver, err)
	m, err := h.LinkChat(h.ctx, []byte("code"), account("chat_1", "U1"))
	require.NoError(t, err)
	require.Equal(t, editorial.MemberID("mem_2"), m.ID)
	require.Equal(t, "chat.linked mem_2", h.actions(1)[0])
	_, err = h.LinkChat(h.ctx, []byte("code"), account("chat_2", "U2"))
	requireCode(t, editorial.CodeChatCodeOver, err)

	require.NoError(t, h.AddChatCode(h.ctx, ines, []byte("late"), h.now))
	h.now = h.now.Add(editorial.ChatCodeTime)
	_, err = h.LinkChat(h.ctx, []byte("late"), account("chat_2", "U2"))
	requireCode(t, editorial.CodeChatCodeOver, err)

	c, m, err := h.ChatAccount(h.ctx, "T1", "U1")
	require.NoError(t, err)
	require.Equal(t, editorial.ChatAccountID("chat_1"), c.ID)
	require.True(t, m.May(maison).Has(editorial.Approve))
	_, _, err = h.ChatAccount(h.ctx, "T2", "U1")
	requireCode(t, editorial.CodeNotFound, err)

	require.NoError(t, h.AddChatCode(h.ctx, ines, []byte("again"), h.now))
	_, err = h.LinkChat(h.ctx, []byte("again"), account("chat_3", "U1"))
	require.NoError(t, err)
	_, m, err = h.ChatAccount(h.ctx, "T1", "U1")
	require.NoError(t, err)
	require.Equal(t, ines, m.ID, "the last code counts")
	requireCode(t, editorial.CodeNotFound, h.RemoveChatAccount(h.ctx, h.desk(), "mem_2", "chat_3"))
	require.NoError(t, h.RemoveChatAccount(h.ctx, h.desk(), ines, "chat_3"))
	found, err := h.ListChatAccounts(h.ctx, ines)
	require.NoError(t, err)
	require.Empty(t, found)

	require.NoError(t, h.AddChatCode(h.ctx, "mem_2", []byte("shut out"), h.now))
	h.raw(`UPDATE members SET deactivated_at = 1 WHERE id = 'mem_2'`)
	_, err = h.LinkChat(h.ctx, []byte("shut out"), account("chat_4", "U4"))
	requireCode(t, editorial.CodeChatCodeOver, err)
}

// A message knows the version that waits, and only while it waits.
func TestHookMessageOfWhatWaits(t *testing.T) {
	h := newHouse(t)
	h.hook("hook_1", editorial.OutletSlack, "post.submitted")
	p := h.draft("Soldes", nine, wall)
	h.move(p, editorial.MoveSubmit)
	h.hooksHear()
	d := h.pull(1)[0]
	m, err := h.GetHookMessage(h.ctx, d)
	require.NoError(t, err)
	require.Equal(t, 1, m.Revision)
	h.move(p, editorial.MoveApprove)
	m, err = h.GetHookMessage(h.ctx, d)
	require.NoError(t, err)
	require.Zero(t, m.Revision)
	require.Equal(t, "Soldes", m.Title)

	hook, err := h.GetHook(h.ctx, "hook_1")
	require.NoError(t, err)
	require.NoError(t, h.AddReply(h.ctx, hook, editorial.Letter{Link: editorial.NewSecret("https://hooks.slack.com/x"), Text: "done"}, h.now))
	reply := h.pull(9)
	require.Len(t, reply, 1)
	require.Equal(t, "done", reply[0].Letter.Text)
	require.Equal(t, time.Duration(0), reply[0].Made.Sub(h.now))
}
