package editorial_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"parution.dev/editorial"
)

// channelwise is a post of a calendar that approves channel by channel.
func channelwise(t require.TestingT) *room {
	r := newRoom(t)
	r.calendar.Policy.PerChannel = true
	r.write()
	return r
}

func (r *room) approvesOn(ids ...editorial.ChannelID) error {
	lines, err := r.post.Apply(editorial.Asked{Move: editorial.MoveApprove, Revision: r.post.Revision, Channels: ids}, r.as(editorial.Manager))
	if err == nil {
		r.lines = lines
	}
	return err
}

func theRibbonSays(text string) func(*editorial.Sheet) {
	return func(s *editorial.Sheet) {
		s.Content.Variants = map[editorial.ChannelID]editorial.Variant{ribbon: {Text: &text}}
	}
}

func TestApproveOneChannel(t *testing.T) {
	r := channelwise(t)
	require.NoError(t, r.approvesOn(wall))
	require.Equal(t, editorial.InReview, r.post.State)
	require.Equal(t, []string{"post.submitted", "post.channels_approved"}, r.recorded())
	require.Equal(t, "on chan_wall", r.lines.Audit[1].Detail)
	require.True(t, r.noticed(editorial.CodeWaitsForApproval, ribbon))
	require.Equal(t, []editorial.ChannelID{ribbon}, r.waiting(t).Channels)
	require.Equal(t, editorial.Scheduled, r.on(wall).State)
	require.Equal(t, editorial.Planned, r.on(ribbon).State)

	r.saves(editorial.Editor, theRibbonSays("For the ribbon alone"))
	require.Equal(t, editorial.Scheduled, r.on(wall).State, "what others say is not its matter")
	r.late(0).answers(wall, editorial.Done)
	require.Equal(t, []editorial.Code{editorial.CodeNotApproved}, holdCodes(editorial.Gate(r.caseOf(ribbon))))
}

func TestApproveTheOtherChannelLater(t *testing.T) {
	r := channelwise(t)
	require.NoError(t, r.approvesOn(wall))
	first := r.now
	r.now = r.now.Add(time.Minute)
	r.saves(editorial.Editor, theRibbonSays("For the ribbon alone"))
	require.NoError(t, r.approvesOn(ribbon))
	require.Equal(t, editorial.Approved, r.post.State)
	require.Equal(t, []string{"post.approved"}, r.recorded())
	require.Equal(t, editorial.ChannelYes{Revision: 1, By: editorial.Actor{Member: "mem_manager"}, At: first}, r.post.Approval.On[wall])
	require.Equal(t, 2, r.post.Approval.On[ribbon].Revision)
	r.late(0).answers(wall, editorial.Done)
	r.answers(ribbon, editorial.Done)
}

// A word that changes on a channel takes its approval, and no other's.
func TestChangedChannelWaitsAlone(t *testing.T) {
	r := channelwise(t)
	require.NoError(t, r.approvesOn(wall, ribbon))
	require.Equal(t, editorial.Approved, r.post.State)
	r.saves(editorial.Editor, theRibbonSays("For the ribbon alone"))
	require.Equal(t, []editorial.ChannelID{ribbon}, r.waiting(t).Channels)
	r.saves(editorial.Editor, say("Something else"))
	require.Empty(t, r.waiting(t).Channels, "all of them")
	require.NoError(t, r.approvesOn(ribbon))
	require.NotContains(t, r.post.Approval.Hashes, wall, "what was approved once is not what is there")
	require.Equal(t, []editorial.Code{editorial.CodeNotApproved}, holdCodes(editorial.Gate(r.late(0).caseOf(wall))))
}

// Another channel that was touched up is approved along, so that touch-ups
// start from one revision.
func TestTouchedChannelIsApprovedToo(t *testing.T) {
	r := withMargin(channelwise(t), 15)
	require.NoError(t, r.approvesOn(wall))
	r.saves(editorial.Editor, say("We open today!"))
	require.Equal(t, []editorial.ChannelID{ribbon}, r.waiting(t).Channels)
	require.Equal(t, editorial.CodeTouchedToo, code(r.approvesOn(ribbon)))
	require.NoError(t, r.approvesOn(ribbon, wall))
	require.Equal(t, editorial.Approved, r.post.State)
}

func TestApproveChannelsRefused(t *testing.T) {
	r := channelwise(t)
	require.Equal(t, []string{"/channels/0 unknown_channel", "/channels/2 twice"}, refusedAt(r.approvesOn(gallery, wall, wall)))
	_, err := r.post.Apply(editorial.Asked{Move: editorial.MoveSubmit, Channels: []editorial.ChannelID{wall}}, r.as(editorial.Manager))
	require.Equal(t, []string{"/channels not_of_this_move"}, refusedAt(err))
	r.calendar.Policy.PerChannel = false
	require.Equal(t, editorial.CodeNotPerChannel, code(r.approvesOn(wall)))
	r.calendar.Policy.PerChannel, r.calendar.Policy.Approval = true, editorial.ApproveSteps
	require.Equal(t, editorial.CodeNotPerChannel, code(r.approvesOn(wall)))
	require.Equal(t, []editorial.Problem{{Code: editorial.CodeNotWithSteps, Pointer: "/policy/per_channel"}}, r.calendar.Policy.CheckPerChannel("/policy"))
}

// A time that has passed is taken out where it is approved, and nowhere else.
func TestLateApprovalOfOneChannel(t *testing.T) {
	r := channelwise(t)
	require.NoError(t, r.approvesOn(wall))
	r.late(time.Minute)
	require.NoError(t, r.approvesOn(ribbon))
	require.True(t, r.noticed(editorial.CodeApprovedWithoutDate, ribbon))
	require.Equal(t, atNine, r.post.TimeOf(wall))
	require.True(t, r.post.TimeOf(ribbon).IsZero())
}

// What a pause stopped on one channel does not leave since another was
// approved after it.
func TestLaterApprovalFreesNoOtherChannel(t *testing.T) {
	r := channelwise(t)
	require.NoError(t, r.approvesOn(wall))
	r.pause(editorial.Scope{All: true}, due, due.Add(5*time.Minute))
	r.saves(editorial.Editor, func(s *editorial.Sheet) { s.Times = map[editorial.ChannelID]editorial.When{ribbon: atTen} })
	r.late(10 * time.Minute)
	require.NoError(t, r.approvesOn(ribbon))
	require.Contains(t, holdCodes(editorial.Gate(r.caseOf(wall))), editorial.CodeTimePassedWhileStopped)
}

func TestUndoOfOneChannel(t *testing.T) {
	r := channelwise(t)
	require.NoError(t, r.approvesOn(wall))
	require.NoError(t, r.approvesOn(ribbon))
	r.now = r.now.Add(time.Second)
	r.does(editorial.Manager, editorial.MoveUndoApproval)
	require.Equal(t, editorial.InReview, r.post.State)
	require.Equal(t, []editorial.ChannelID{ribbon}, r.waiting(t).Channels, "the other stands")
}

// Whatever is edited and approved, channel by channel or as a whole, a channel
// sends only words that somebody approved on it.
func TestChannelsSendWhatWasApprovedThere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := channelwise(t)
		signed := map[editorial.ChannelID]map[editorial.Hash]bool{wall: {}, ribbon: {}}
		sign := func(ids ...editorial.ChannelID) {
			for _, id := range ids {
				signed[id][r.post.Content.HashFor(r.channels[id])] = true
			}
		}
		for range rapid.IntRange(1, 25).Draw(t, "acts") {
			text := rapid.SampledFrom([]string{"one", "two", "three"}).Draw(t, "text")
			switch rapid.IntRange(0, 6).Draw(t, "act") {
			case 0:
				_ = r.edit(editorial.Editor, say(text))
			case 1:
				_ = r.edit(editorial.Editor, theRibbonSays(text))
			case 2:
				_ = r.edit(editorial.Editor, func(s *editorial.Sheet) { s.Until = editorial.UntilRelease })
			case 3:
				if r.approvesOn(wall) == nil {
					sign(wall)
				}
			case 4:
				if r.approvesOn(ribbon) == nil {
					sign(ribbon)
				}
			case 5:
				if r.move(editorial.Manager, editorial.MoveApprove) == nil {
					sign(wall, ribbon)
				}
			case 6:
				if r.move(editorial.Manager, editorial.MoveRequestChanges) == nil {
					signed = map[editorial.ChannelID]map[editorial.Hash]bool{wall: {}, ribbon: {}}
				}
			}
			for _, id := range []editorial.ChannelID{wall, ribbon} {
				c := r.caseOf(id)
				if len(editorial.Gate(c)) == 0 {
					require.True(t, signed[id][c.Content.HashFor(r.channels[id])], "%s would send %q", id, c.Content.Text)
				}
			}
			if r.post.State == editorial.Approved {
				for _, id := range []editorial.ChannelID{wall, ribbon} {
					require.True(t, signed[id][r.post.Content.HashFor(r.channels[id])], id)
				}
			}
		}
	})
}
