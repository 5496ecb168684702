package store

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// says has the manager say something about a post.
func (h *house) says(p *editorial.Post, remark editorial.Remark, thread ...editorial.CommentID) editorial.Comment {
	h.t.Helper()
	return h.saysAs(h.desk().By, p, remark, thread...)
}

func (h *house) saysAs(by editorial.Actor, p *editorial.Post, remark editorial.Remark, thread ...editorial.CommentID) editorial.Comment {
	h.t.Helper()
	revision, in := 0, editorial.CommentID("")
	if remark.Anchor != nil {
		revision = remark.Anchor.Revision
	}
	if len(thread) > 0 {
		in = thread[0]
	}
	c, err := h.AddComment(h.ctx, Write{By: by, Now: h.now}, p.ID, in, revision, func(t editorial.Talk) (editorial.Comment, []editorial.AuditLine, error) {
		return t.Say(remark)
	})
	require.NoError(h.t, err)
	return c
}

func TestCommentRoundTrip(t *testing.T) {
	h := newHouse(t)
	p := h.draft("Un été de lumière", nine, wall)
	words := "hiver"
	c := h.says(p, editorial.Remark{Text: "Hm.", Client: true, Suggest: &words, Anchor: &editorial.Anchor{Channel: wall, Revision: 1, Start: 3, End: 6}, Mentions: []editorial.MemberID{ines}})
	require.Equal(t, "été", c.Anchor.Quote)
	got, err := h.GetComment(h.ctx, c.ID)
	require.NoError(t, err)
	requireSame(t, c, got)

	h.now = noon.Add(time.Minute)
	after := filled[editorial.Comment](2)
	changed, err := h.UpdateComment(h.ctx, h.desk(), c.ID, func(c *editorial.Comment, talk editorial.Talk) ([]editorial.AuditLine, error) {
		require.Equal(t, p.ID, talk.Post.ID)
		require.Len(t, talk.Readers, 1)
		c.Text, c.Mentions, c.Edited, c.Removed = after.Text, nil, h.now, h.now
		c.Suggestion, c.Resolved = after.Suggestion, after.Resolved
		return []editorial.AuditLine{{At: h.now, Calendar: maison, Action: "comment.edited"}}, nil
	})
	require.NoError(t, err)
	got, err = h.GetComment(h.ctx, c.ID)
	require.NoError(t, err)
	changed.Mentions = []editorial.MemberID{}
	requireSame(t, changed, got)
	require.Equal(t, int64(2), got.Version)

	_, err = h.GetComment(h.ctx, "cmt_none")
	requireCode(t, editorial.CodeNotFound, err)
}

func TestThreads(t *testing.T) {
	h := newHouse(t)
	p, other := h.draft("one", nine, wall), h.draft("two", nine, wall)
	thread := h.says(p, editorial.Remark{Text: "?"})
	_, err := h.UpdateComment(h.ctx, h.desk(), thread.ID, func(c *editorial.Comment, talk editorial.Talk) ([]editorial.AuditLine, error) {
		return c.Settle(true, talk)
	})
	require.NoError(t, err)
	answer := h.says(p, editorial.Remark{Text: "!"}, thread.ID)
	require.Equal(t, thread.ID, answer.Thread)
	got, err := h.GetComment(h.ctx, thread.ID)
	require.NoError(t, err)
	require.Nil(t, got.Resolved, "the answer opened it again")

	before := h.everything()
	for _, wrong := range []editorial.CommentID{answer.ID, "cmt_none", h.says(other, editorial.Remark{Text: "elsewhere"}).ID} {
		_, err := h.AddComment(h.ctx, h.desk(), p.ID, wrong, 0, func(editorial.Talk) (editorial.Comment, []editorial.AuditLine, error) {
			t.Fatal("there is no such thread")
			return editorial.Comment{}, nil, nil
		})
		requireCode(t, editorial.CodeUnknownThread, err)
	}
	_, err = h.AddComment(h.ctx, h.desk(), p.ID, "", 7, nil)
	requireCode(t, editorial.CodeUnknownRevision, err)
	require.NotEqual(t, before, h.everything(), "one was said elsewhere")
}

// What was said is read in the order of its coming, and each reader knows how
// far they are.
func TestListComments(t *testing.T) {
	h := newHouse(t)
	require.NoError(t, h.AddMember(h.ctx, h.desk(), maison, editorial.Member{ID: "mem_2", Name: "Karim", Email: "karim@example.org", Roles: map[editorial.CalendarID][]editorial.Role{maison: {editorial.Editor}}}))
	karim := editorial.Actor{Member: "mem_2", Name: "Karim", May: editorial.AllPermissions()}
	p, other := h.draft("one", nine, wall), h.draft("two", nine, wall)
	var want []string
	for i := range 5 {
		h.now = noon.Add(-time.Duration(i) * time.Minute) // the clock goes back
		want = append(want, string(h.says(p, editorial.Remark{Text: "said", Mentions: []editorial.MemberID{"mem_2"}}).ID))
	}
	mine := h.saysAs(karim, p, editorial.Remark{Text: "mine"})
	elsewhere := h.says(other, editorial.Remark{Text: "elsewhere"})
	page := func(f CommentFilter) func(Page) ([]Heard, string, error) {
		return func(p Page) ([]Heard, string, error) { return h.ListComments(h.ctx, f, p) }
	}
	id := func(c Heard) string { return string(c.ID) }
	requirePages(t, append(want, string(mine.ID)), page(CommentFilter{Post: p.ID, Reader: ines}), id)
	requirePages(t, []string{string(elsewhere.ID), string(mine.ID), want[4], want[3], want[2], want[1], want[0]}, page(CommentFilter{Calendar: maison, Newest: true}), id)
	requirePages(t, []string{}, page(CommentFilter{Calendar: "cal_none"}), id)
	requirePages(t, want, page(CommentFilter{Post: p.ID, Reader: "mem_2", Mentioned: true}), id)
	requirePages(t, append(want, string(elsewhere.ID)), page(CommentFilter{Calendar: maison, Reader: "mem_2", Unread: true}), id)

	third, err := h.GetComment(h.ctx, editorial.CommentID(want[2]))
	require.NoError(t, err)
	require.NoError(t, h.ReadComments(h.ctx, "mem_2", third))
	first, err := h.GetComment(h.ctx, editorial.CommentID(want[0]))
	require.NoError(t, err)
	require.NoError(t, h.ReadComments(h.ctx, "mem_2", first), "reading less is no unreading")
	requirePages(t, []string{want[3], want[4], string(elsewhere.ID)}, page(CommentFilter{Calendar: maison, Reader: "mem_2", Unread: true}), id)
	requirePages(t, []string{string(mine.ID)}, page(CommentFilter{Calendar: maison, Reader: ines, Unread: true}), id)
	heard, _, err := h.ListComments(h.ctx, CommentFilter{Post: p.ID, Reader: "mem_2"}, Page{})
	require.NoError(t, err)
	for i, unread := range []bool{false, false, false, true, true, false} {
		require.Equal(t, unread, heard[i].Unread, i)
	}

	_, err = h.UpdateComment(h.ctx, h.desk(), editorial.CommentID(want[4]), func(c *editorial.Comment, talk editorial.Talk) ([]editorial.AuditLine, error) { return c.Remove(talk) })
	require.NoError(t, err)
	requirePages(t, []string{want[3]}, page(CommentFilter{Post: p.ID, Reader: "mem_2", Unread: true}), id)
	_, err = h.UpdateComment(h.ctx, h.desk(), elsewhere.ID, func(c *editorial.Comment, talk editorial.Talk) ([]editorial.AuditLine, error) {
		return c.Settle(true, talk)
	})
	require.NoError(t, err)
	requirePages(t, append(want, string(mine.ID)), page(CommentFilter{Calendar: maison, Open: true}), id)
}

// A suggestion and its post change together, or not at all.
func TestAcceptSuggestion(t *testing.T) {
	h := newHouse(t)
	p := h.draft("Un été de lumière", nine, wall)
	words := "hiver"
	c := h.says(p, editorial.Remark{Suggest: &words, Anchor: &editorial.Anchor{Revision: 1, Start: 3, End: 6}})
	h.edit(p, func(s *editorial.Sheet) { s.Content.Text = "Voici un été de lumière" })
	accept := func(c *editorial.Comment, read editorial.Content, p *editorial.Post, desk editorial.Desk) (editorial.Lines, error) {
		return c.Accept(read, p, desk)
	}
	before := h.everything()
	_, _, err := h.AcceptSuggestion(h.ctx, Write{By: editorial.Actor{Member: ines}, Now: h.now}, c.ID, accept)
	requireCode(t, editorial.CodeNotPermitted, err)
	require.Equal(t, before, h.everything())

	p, lines, err := h.AcceptSuggestion(h.ctx, h.desk(), c.ID, accept)
	require.NoError(t, err)
	require.Len(t, lines.Audit, 2)
	require.Equal(t, "Voici un hiver de lumière", p.Content.Text)
	requireSame(t, p, h.get(p))
	got, err := h.GetComment(h.ctx, c.ID)
	require.NoError(t, err)
	require.Equal(t, 3, got.Suggestion.Revision)
	remark := h.says(p, editorial.Remark{Text: "Hm."})
	_, _, err = h.AcceptSuggestion(h.ctx, h.desk(), remark.ID, accept)
	requireCode(t, editorial.CodeNoSuggestion, err)
	require.Empty(t, h.faults())
}

// Whoever has only a role of the calendar's own belongs to its team.
func TestTeamWithOwnRoles(t *testing.T) {
	h := newHouse(t)
	press := h.bundle("role_1", "Presse", editorial.Read, editorial.Approve)
	require.NoError(t, h.AddMember(h.ctx, h.desk(), maison, editorial.Member{ID: "mem_3", Name: "Press", Email: "press@example.org", Roles: map[editorial.CalendarID][]editorial.Role{maison: {press.ID}}}))
	team, err := h.ListTeam(h.ctx, maison)
	require.NoError(t, err)
	require.Len(t, team, 2)
	require.True(t, team[1].May(maison).Has(editorial.Approve))
}
