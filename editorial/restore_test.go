package editorial_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// restores brings a revision back, as the API does.
func (r *room) restores(number int) {
	revision := editorial.Revision{Number: number, Content: r.copies[number]}
	r.saves(editorial.Editor, func(s *editorial.Sheet) { *s = revision.Over(*s, r.channels) })
	r.lines.NoteRestored(revision, r.post.Content)
}

func TestRestoringTheApprovedRevisionRestoresTheApproval(t *testing.T) {
	r := approved(t)
	r.saves(editorial.Editor, func(s *editorial.Sheet) { s.Content.Text = "Closed" })
	require.Equal(t, editorial.InReview, r.post.State)
	r.restores(1)
	require.Equal(t, editorial.Approved, r.post.State)
	require.Equal(t, 3, r.post.Revision)
	require.Equal(t, "post.revised", r.lines.Audit[0].Action)
	require.Equal(t, "restored 1", r.lines.Audit[0].Detail)
}

// What was never approved is not approved by coming back.
func TestRestoringIsAnEdit(t *testing.T) {
	r := written(t)
	r.saves(editorial.Editor, func(s *editorial.Sheet) { s.Content.Text = "Closed" })
	r.does(editorial.Manager, editorial.MoveApprove)
	r.restores(1)
	require.Equal(t, editorial.InReview, r.post.State)
}

func TestRestoringLeavesOutChannelsThatAreGone(t *testing.T) {
	text := "On the ribbon"
	r := written(t, func(s *editorial.Sheet) {
		s.Content.Variants = map[editorial.ChannelID]editorial.Variant{ribbon: {Text: &text}}
	})
	r.saves(editorial.Editor, func(s *editorial.Sheet) {
		s.Content.Channels, s.Content.Variants = []editorial.ChannelID{wall}, nil
		s.Times = map[editorial.ChannelID]editorial.When{wall: atTen}
	})
	gone := r.channels[ribbon]
	gone.Archived = noon
	r.channels[ribbon] = gone
	r.restores(1)
	require.Equal(t, []editorial.ChannelID{wall}, r.post.Content.Channels)
	require.Empty(t, r.post.Content.Variants)
	require.Equal(t, atTen, r.post.TimeOf(wall))
	require.Contains(t, r.lines.Notices, editorial.Notice{Code: editorial.CodeNotRestored, Channel: ribbon})
	require.Equal(t, text, *r.copies[1].Variants[ribbon].Text, "history stays as it is")
}
