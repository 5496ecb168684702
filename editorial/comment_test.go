package editorial_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// talk is somebody with a role who says something about the post of a room.
func (r *room) talk(role editorial.Role) editorial.Talk {
	reader := func(id editorial.MemberID, roles ...editorial.Role) editorial.Member {
		return editorial.Member{ID: id, Roles: map[editorial.CalendarID][]editorial.Role{"cal_1": roles}}
	}
	gone := reader("mem_gone", editorial.Editor)
	gone.Deactivated = noon
	desk := r.as(role)
	desk.By.Token = "tok_" + editorial.TokenID(role)
	return editorial.Talk{
		Post: r.post, Read: r.post.Content, By: desk.By, Now: r.now,
		Readers: []editorial.Member{reader("mem_editor", editorial.Editor), reader("mem_viewer", editorial.Viewer), reader("mem_none"), gone, {ID: "mem_owner", Owner: true}},
	}
}

func (r *room) says(role editorial.Role, remark editorial.Remark) editorial.Comment {
	c, _, err := r.talk(role).Say(remark)
	require.NoError(r.t, err)
	return c
}

func TestWhoSaysWhat(t *testing.T) {
	r := written(t)
	for _, role := range append(editorial.Roles(), editorial.Owner) {
		_, _, err := r.talk(role).Say(editorial.Remark{Text: "Hm."})
		require.Equal(t, !role.Permissions().Has(editorial.Discuss), editorial.IsKind(err, editorial.Forbidden), role)
	}
	c, lines, err := r.talk(editorial.Reviewer).Say(editorial.Remark{Text: "Hm.", Mentions: []editorial.MemberID{"mem_viewer", "mem_owner"}})
	require.NoError(t, err)
	require.True(t, c.Begins())
	require.False(t, c.Client, "internal, unless somebody says so")
	require.Nil(t, c.By.May)
	require.Equal(t, "Hm.", lines[0].Note)
	require.Equal(t, []string{"comment.added", "comment.mentioned", "comment.mentioned"}, actions(lines))
	require.Equal(t, []string{string(c.ID), "mem_viewer", "mem_owner"}, []string{lines[0].Subject, lines[1].Subject, lines[2].Subject})
	require.Equal(t, string(c.ID), lines[1].Detail)
	for _, stranger := range []editorial.MemberID{"mem_none", "mem_gone", "mem_nobody"} {
		_, _, err := r.talk(editorial.Reviewer).Say(editorial.Remark{Text: "Hm.", Mentions: []editorial.MemberID{stranger}})
		require.Equal(t, editorial.CodeCannotRead, editorial.AsRefusal(err).Code, stranger)
	}
}

func actions(lines []editorial.AuditLine) []string {
	all := make([]string, len(lines))
	for i, line := range lines {
		all[i] = line.Action
	}
	return all
}

func TestAnswers(t *testing.T) {
	r := written(t)
	thread := r.says(editorial.Editor, editorial.Remark{Text: "Today?"})
	_, err := thread.Settle(true, r.talk(editorial.Reviewer))
	require.NoError(t, err)
	require.Equal(t, editorial.MemberID("mem_reviewer"), thread.Resolved.By.Member)

	answering := r.talk(editorial.Reviewer)
	answering.Thread = &thread
	answer, lines, err := answering.Say(editorial.Remark{Text: "Today."})
	require.NoError(t, err)
	require.False(t, answer.Begins())
	require.Nil(t, thread.Resolved, "an answer opens the thread again")
	require.Equal(t, []string{"comment.added", "comment.reopened"}, actions(lines))
	_, lines, err = answering.Say(editorial.Remark{Text: "Really."})
	require.NoError(t, err)
	require.Equal(t, []string{"comment.added"}, actions(lines), "it is open")
	_, err = answer.Settle(true, r.talk(editorial.Editor))
	require.Equal(t, editorial.CodeNotAThread, editorial.AsRefusal(err).Code)
	_, err = thread.Settle(false, r.talk(editorial.Editor))
	require.Equal(t, editorial.CodeMoveNotPossible, editorial.AsRefusal(err).Code)
	_, err = thread.Settle(true, r.talk(editorial.Viewer))
	require.Equal(t, editorial.CodeNotPermitted, editorial.AsRefusal(err).Code)

	words := "Now"
	_, _, err = answering.Say(editorial.Remark{Client: true, Text: "To the client.", Suggest: &words, Anchor: &editorial.Anchor{Revision: 1, End: 1}})
	require.Len(t, editorial.AsRefusal(err).Problems, 3)
	thread.Client = true
	_, _, err = answering.Say(editorial.Remark{Client: true, Text: "To the client."})
	require.NoError(t, err)
	_, _, err = answering.Say(editorial.Remark{Text: "Not to the client."})
	require.NoError(t, err)
}

func TestOnesOwnComment(t *testing.T) {
	r := written(t)
	c := r.says(editorial.Editor, editorial.Remark{Text: "Hm.", Mentions: []editorial.MemberID{"mem_viewer"}})
	r.now = noon.Add(time.Minute)
	_, err := c.Rewrite(editorial.Remark{Text: "No."}, r.talk(editorial.Manager))
	require.Equal(t, editorial.CodeNotYourComment, editorial.AsRefusal(err).Code)
	_, err = c.Remove(r.talk(editorial.Manager))
	require.Equal(t, editorial.CodeNotYourComment, editorial.AsRefusal(err).Code)
	demoted := r.talk(editorial.Editor)
	demoted.By.May = editorial.Permissions{editorial.Read}
	_, err = c.Remove(demoted)
	require.Equal(t, editorial.CodeNotPermitted, editorial.AsRefusal(err).Code)

	_, err = c.Rewrite(editorial.Remark{Text: " "}, r.talk(editorial.Editor))
	require.Equal(t, editorial.CodeNothingSaid, editorial.AsRefusal(err).Code)
	lines, err := c.Rewrite(editorial.Remark{Text: "Yes.", Mentions: []editorial.MemberID{"mem_viewer", "mem_owner"}}, r.talk(editorial.Editor))
	require.NoError(t, err)
	require.Equal(t, []string{"comment.edited", "comment.mentioned"}, actions(lines), "nobody is called twice")
	require.Equal(t, "mem_owner", lines[1].Subject)
	require.Equal(t, "Yes.", lines[0].Note)
	require.Equal(t, r.now, c.Edited)

	_, err = c.Remove(r.talk(editorial.Editor))
	require.NoError(t, err)
	require.Empty(t, c.Text)
	require.Empty(t, c.Mentions)
	_, err = c.Rewrite(editorial.Remark{Text: "Yes."}, r.talk(editorial.Editor))
	require.Equal(t, editorial.CodeCommentRemoved, editorial.AsRefusal(err).Code)
}

// A comment can be put right though somebody whom it called has left; nobody
// else is called who cannot read it.
func TestOnesOwnCommentOutlivesWhomItCalled(t *testing.T) {
	r := written(t)
	c := r.says(editorial.Editor, editorial.Remark{Text: "Hm."})
	c.Mentions = []editorial.MemberID{"mem_gone"}
	_, err := c.Rewrite(editorial.Remark{Text: "Hum.", Mentions: c.Mentions}, r.talk(editorial.Editor))
	require.NoError(t, err)
	_, err = c.Rewrite(editorial.Remark{Text: "Hum.", Mentions: []editorial.MemberID{"mem_gone", "mem_none"}}, r.talk(editorial.Editor))
	require.Equal(t, "/mentions/1", editorial.AsRefusal(err).Problems[0].Pointer)
}

// suggests is a suggestion on the first words of what stands on a channel.
func (r *room) suggests(on editorial.ChannelID, end int, words string) editorial.Comment {
	return r.says(editorial.Reviewer, editorial.Remark{Suggest: &words, Anchor: &editorial.Anchor{Channel: on, Revision: r.post.Revision, End: end}})
}

func TestAcceptASuggestion(t *testing.T) {
	r := written(t, func(s *editorial.Sheet) {
		s.Content.Variants = map[editorial.ChannelID]editorial.Variant{ribbon: {Parts: []string{"We open", "today"}, FirstComment: "Come in"}}
	})
	read := r.post.Content
	c := r.suggests("", 2, "They")
	lines, err := c.Accept(read, r.post, r.as(editorial.Editor))
	require.NoError(t, err)
	require.Equal(t, "They open today", r.post.Content.Text)
	require.Equal(t, 2, r.post.Revision)
	require.Equal(t, editorial.MemberID("mem_editor"), r.post.Author, "the edit is whoever's accepts it")
	require.Equal(t, []string{"post.revised", "comment.suggestion_accepted"}, actions(lines.Audit))
	require.Equal(t, editorial.SuggestionAccepted, c.Suggestion.State)
	require.Equal(t, 2, c.Suggestion.Revision)
	require.NotNil(t, c.Resolved)
	_, err = c.Accept(read, r.post, r.as(editorial.Editor))
	require.Equal(t, editorial.CodeSuggestionDecided, editorial.AsRefusal(err).Code)

	part := r.says(editorial.Reviewer, editorial.Remark{Suggest: new("TODAY"), Anchor: &editorial.Anchor{Channel: ribbon, Part: 1, Revision: 2, End: 5}})
	_, err = part.Accept(r.post.Content, r.post, r.as(editorial.Editor))
	require.NoError(t, err)
	comment := r.says(editorial.Reviewer, editorial.Remark{Suggest: new(""), Anchor: &editorial.Anchor{Channel: ribbon, Part: 2, Revision: 3, Start: 4, End: 7}})
	_, err = comment.Accept(r.post.Content, r.post, r.as(editorial.Editor))
	require.NoError(t, err)
	require.Equal(t, editorial.Variant{Parts: []string{"We open", "TODAY"}, FirstComment: "Come"}, r.post.Content.Variants[ribbon])
	require.Equal(t, []string{"We open", "today"}, read.Variants[ribbon].Parts, "what was read stays as it was")

	inherited := r.suggests(wall, 4, "You")
	_, err = inherited.Accept(r.post.Content, r.post, r.as(editorial.Editor))
	require.NoError(t, err)
	require.Equal(t, "You open today", *r.post.Content.Variants[wall].Text, "on that channel alone")
	require.Equal(t, "They open today", r.post.Content.Text)
}

func TestSuggestionsRefused(t *testing.T) {
	r := written(t)
	read := r.post.Content
	c := r.suggests("", 2, "They")
	for _, role := range []editorial.Role{editorial.Viewer, editorial.Reviewer} {
		_, err := c.Accept(read, r.post, r.as(role))
		require.Equal(t, editorial.CodeNotPermitted, editorial.AsRefusal(err).Code)
	}
	require.Equal(t, editorial.SuggestionOpen, c.Suggestion.State)
	require.Equal(t, "We open today", r.post.Content.Text)
	remark := r.says(editorial.Editor, editorial.Remark{Text: "Hm."})
	_, err := remark.Accept(read, r.post, r.as(editorial.Editor))
	require.Equal(t, editorial.CodeNoSuggestion, editorial.AsRefusal(err).Code)

	stale := r.suggests("", 2, "You")
	_, err = c.Accept(read, r.post, r.as(editorial.Editor))
	require.NoError(t, err)
	_, err = stale.Accept(read, r.post, r.as(editorial.Editor))
	require.Equal(t, editorial.CodeSuggestionStale, editorial.AsRefusal(err).Code)
	require.True(t, editorial.IsKind(err, editorial.Conflict))

	_, err = stale.Decline("", r.talk(editorial.Editor))
	require.Equal(t, editorial.CodeReasonNeeded, editorial.AsRefusal(err).Code)
	_, err = stale.Decline("No.", r.talk(editorial.Viewer))
	require.Equal(t, editorial.CodeNotPermitted, editorial.AsRefusal(err).Code)
	own := r.suggests("", 2, "I")
	_, err = own.Decline("On second thoughts, no.", r.talk(editorial.Reviewer))
	require.NoError(t, err, "whoever made it takes it back")
	_, err = stale.Decline("It says so already.", r.talk(editorial.Editor))
	require.NoError(t, err)
	require.Equal(t, "It says so already.", stale.Suggestion.Note)
	require.NotNil(t, stale.Resolved)

	gone := r.suggests("", 2, "I")
	_, err = gone.Remove(r.talk(editorial.Reviewer))
	require.NoError(t, err)
	_, err = gone.Accept(r.post.Content, r.post, r.as(editorial.Editor))
	require.Equal(t, editorial.CodeNoSuggestion, editorial.AsRefusal(err).Code)
}
