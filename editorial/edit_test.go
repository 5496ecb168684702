package editorial_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// Changes of the sheet, as people make them.
func retext(s *editorial.Sheet)     { s.Content.Text = "We open tomorrow" }
func textBack(s *editorial.Sheet)   { s.Content.Text = aSheet().Content.Text }
func toTen(s *editorial.Sheet)      { s.Planned = atTen }
func toNine(s *editorial.Sheet)     { s.Planned = atNine }
func undated(s *editorial.Sheet)    { s.Planned = editorial.When{} }
func retitle(s *editorial.Sheet)    { s.Title = "The opening" }
func onlyWall(s *editorial.Sheet)   { s.Content.Channels = []editorial.ChannelID{wall} }
func onlyRibbon(s *editorial.Sheet) { s.Content.Channels = []editorial.ChannelID{ribbon} }
func onBoth(s *editorial.Sheet)     { s.Content.Channels = []editorial.ChannelID{wall, ribbon} }
func release(s *editorial.Sheet)    { s.Until = editorial.UntilRelease }

func withGallery(s *editorial.Sheet) {
	s.Content.Channels = []editorial.ChannelID{wall, ribbon, gallery}
	s.Content.Variants = map[editorial.ChannelID]editorial.Variant{gallery: {Media: &[]editorial.MediaUse{picture("a")}}}
}

func onRibbonOnly(s *editorial.Sheet) {
	s.Content.Variants = map[editorial.ChannelID]editorial.Variant{ribbon: {Parts: []string{"We open", "today"}}}
}

func TestWhoMayEdit(t *testing.T) {
	for name, row := range map[string]struct {
		may    editorial.Permissions
		change func(*editorial.Sheet)
		code   editorial.Code
	}{
		"a writer writes":                     {editorial.Permissions{editorial.Write}, retext, ""},
		"a writer does not move times":        {editorial.Permissions{editorial.Write}, toTen, editorial.CodeNotPermitted},
		"a planner moves times":               {editorial.Permissions{editorial.Schedule}, toTen, ""},
		"a planner does not write":            {editorial.Permissions{editorial.Schedule}, retext, editorial.CodeNotPermitted},
		"a planner does not retitle":          {editorial.Permissions{editorial.Schedule}, retitle, editorial.CodeNotPermitted},
		"a planner does not let more leave":   {editorial.Permissions{editorial.Schedule}, release, editorial.CodeNotPermitted},
		"a reader changes nothing":            {editorial.Permissions{editorial.Read}, retitle, editorial.CodeNotPermitted},
		"not even nothing":                    {editorial.Permissions{editorial.Read}, func(*editorial.Sheet) {}, editorial.CodeNotPermitted},
		"a writer does not declare a crisis":  {editorial.Permissions{editorial.Write}, func(s *editorial.Sheet) { s.Crisis = true }, editorial.CodeNotPermitted},
		"who approves does":                   {editorial.Permissions{editorial.Write, editorial.Approve}, func(s *editorial.Sheet) { s.Crisis = true }, ""},
		"who only approves does not write":    {editorial.Permissions{editorial.Approve}, retext, editorial.CodeNotPermitted},
		"a writer chooses how long to wait":   {editorial.Permissions{editorial.Write}, release, ""},
		"a writer cannot move a channel's":    {editorial.Permissions{editorial.Write}, ownTime(wall, atTen), editorial.CodeNotPermitted},
		"a planner moves a channel's time":    {editorial.Permissions{editorial.Schedule}, ownTime(wall, atTen), ""},
		"everything at once takes everything": {editorial.Permissions{editorial.Write, editorial.Schedule}, func(s *editorial.Sheet) { retext(s); toTen(s) }, ""},
	} {
		t.Run(name, func(t *testing.T) {
			r := written(t)
			desk, next := r.as(editorial.Editor), r.post.Clone()
			desk.By.May = row.may
			row.change(&next)
			_, err := r.post.Edit(next, desk)
			require.Equal(t, row.code, code(err))
		})
	}
}

func ownTime(channel editorial.ChannelID, at editorial.When) func(*editorial.Sheet) {
	return func(s *editorial.Sheet) { s.Times = map[editorial.ChannelID]editorial.When{channel: at} }
}

func TestArchivedPostsAreNotEdited(t *testing.T) {
	r := inState(t, editorial.Archived)
	require.Equal(t, editorial.CodeArchived, code(r.edit(editorial.Manager, retext)))
}

// A new revision is a new text, and nothing else.
func TestEditCountsRevisions(t *testing.T) {
	for name, row := range map[string]struct {
		change  func(*editorial.Sheet)
		revised bool
	}{
		"text":               {retext, true},
		"a channel's copy":   {onRibbonOnly, true},
		"channels":           {onlyWall, true},
		"title":              {retitle, false},
		"time":               {toTen, false},
		"labels":             {func(s *editorial.Sheet) { s.Labels = []string{"spring"} }, false},
		"nothing":            {func(*editorial.Sheet) {}, false},
		"an empty variant":   {func(s *editorial.Sheet) { s.Content.Variants = map[editorial.ChannelID]editorial.Variant{wall: {}} }, false},
		"a list of no media": {func(s *editorial.Sheet) { s.Content.Media = []editorial.MediaUse{} }, false},
		"no channel's own media": {func(s *editorial.Sheet) {
			s.Content.Variants = map[editorial.ChannelID]editorial.Variant{wall: {Media: &[]editorial.MediaUse{}}}
		}, true},
	} {
		t.Run(name, func(t *testing.T) {
			r := written(t)
			r.now = noon.Add(time.Minute)
			r.saves(editorial.Manager, row.change)
			require.EqualValues(t, 2, r.post.Version)
			require.Equal(t, r.now, r.post.Updated)
			if row.revised {
				require.Equal(t, 2, r.post.Revision)
				require.Equal(t, editorial.MemberID("mem_manager"), r.post.Author)
				require.Equal(t, []string{"post.revised"}, r.recorded())
				return
			}
			require.Equal(t, 1, r.post.Revision)
			require.Equal(t, editorial.MemberID("mem_editor"), r.post.Author)
			require.Equal(t, []string{"post.edited"}, r.recorded())
		})
	}
}

func TestAnIdeaThatGetsTextIsADraft(t *testing.T) {
	r := inState(t, editorial.Idea)
	r.saves(editorial.Editor, retitle)
	require.Equal(t, editorial.Idea, r.post.State)
	r.saves(editorial.Editor, retext)
	require.Equal(t, editorial.Draft, r.post.State)
	require.EqualValues(t, editorial.Draft, r.post.Status)
}

func TestRefusedEditsChangeNothing(t *testing.T) {
	for name, change := range map[string]func(*editorial.Sheet){
		"too late a time": func(s *editorial.Sheet) { retext(s); s.Planned.Local = "2026-11-23T13:00" },
		"a channel twice": func(s *editorial.Sheet) { s.Content.Channels = []editorial.ChannelID{wall, wall} },
		"a crisis":        func(s *editorial.Sheet) { retext(s); s.Crisis = true },
	} {
		r := approved(t)
		before := *r.post
		require.Error(t, r.edit(editorial.Editor, change), name)
		require.Empty(t, cmp.Diff(before, *r.post), name)
	}
}

// What was signed leaves; what was changed since waits.
func TestEditAfterApproval(t *testing.T) {
	r := approved(t)
	r.saves(editorial.Editor, retext)
	require.Equal(t, editorial.InReview, r.post.State)
	require.True(t, r.noticed(editorial.CodeBackToReview, ""))
	require.True(t, r.noticed(editorial.CodeWaitsForApproval, wall))
	require.True(t, r.noticed(editorial.CodeWaitsForApproval, ribbon))
	require.Equal(t, []string{"post.revised", "post.approval_lost"}, r.recorded())
	require.EqualValues(t, editorial.InReview, r.post.Status)
	for _, d := range r.post.Deliveries {
		require.Equal(t, editorial.Planned, d.State)
		require.Zero(t, d.Next)
	}

	r.saves(editorial.Editor, func(s *editorial.Sheet) { s.Content.Text = "We open soon" })
	require.Equal(t, editorial.InReview, r.post.State)
	require.True(t, r.noticed(editorial.CodeWaitsForApproval, ""))

	r.saves(editorial.Editor, textBack)
	require.Equal(t, editorial.Approved, r.post.State)
	require.True(t, r.noticed(editorial.CodeApprovalRestored, ""))
	require.True(t, r.noticed(editorial.CodeIn, wall))
	require.Equal(t, []string{"post.revised", "post.approval_restored"}, r.recorded())
	for _, d := range r.post.Deliveries {
		require.Equal(t, editorial.Scheduled, d.State)
		require.Equal(t, due, d.Next)
	}
	require.Equal(t, 4, r.post.Revision)
	require.Equal(t, 1, r.post.Approval.Revision)
}

func TestEditsOutsideWhatLeavesKeepTheApproval(t *testing.T) {
	r := approved(t)
	r.saves(editorial.Contributor, func(s *editorial.Sheet) {
		s.Title, s.Brief, s.Notes, s.Labels = "The opening", "brief", "notes", []string{"spring"}
		s.Campaign, s.Pillar, s.Owner, s.Lateness = "camp_1", "pil_1", "mem_other", time.Hour
	})
	require.Equal(t, editorial.Approved, r.post.State)
	require.Empty(t, r.lines.Notices)
	require.Equal(t, editorial.Scheduled, r.on(wall).State)
	require.Equal(t, time.Hour, r.on(wall).Tolerance)
}

// A change on one channel stops that channel alone.
func TestEditOfOneChannel(t *testing.T) {
	r := approved(t)
	r.saves(editorial.Editor, onRibbonOnly)
	require.Equal(t, editorial.InReview, r.post.State)
	require.True(t, r.noticed(editorial.CodeIn, wall))
	require.True(t, r.noticed(editorial.CodeWaitsForApproval, ribbon))
	require.Equal(t, editorial.Scheduled, r.on(wall).State)
	require.Equal(t, editorial.Planned, r.on(ribbon).State)
	r.late(0).answers(wall, editorial.Done)
	require.Equal(t, editorial.Published, r.on(wall).State)
}

func TestAddingAChannelLeavesOnlyThatChannelWaiting(t *testing.T) {
	r := approved(t)
	r.saves(editorial.Editor, withGallery)
	require.Equal(t, editorial.InReview, r.post.State)
	require.Equal(t, editorial.Scheduled, r.on(wall).State)
	require.Equal(t, editorial.Scheduled, r.on(ribbon).State)
	require.Equal(t, editorial.Planned, r.on(gallery).State)
	require.True(t, r.noticed(editorial.CodeWaitsForApproval, gallery))
	require.False(t, r.noticed(editorial.CodeWaitsForApproval, wall))
	require.EqualValues(t, "scheduled", r.post.Status)

	r.does(editorial.Reviewer, editorial.MoveApprove)
	require.Equal(t, editorial.Scheduled, r.on(gallery).State)
}

func TestRemovingAChannelNeedsNothing(t *testing.T) {
	r := approved(t)
	r.saves(editorial.Contributor, onlyWall)
	require.Equal(t, editorial.Approved, r.post.State)
	require.Equal(t, editorial.Scheduled, r.on(wall).State)
	require.Equal(t, editorial.Dropped, r.on(ribbon).State)
	require.Zero(t, r.on(ribbon).Next)

	r.saves(editorial.Contributor, onBoth)
	require.Equal(t, editorial.Approved, r.post.State, "what was signed for it is still signed")
	require.Equal(t, editorial.Scheduled, r.on(ribbon).State)
	require.Len(t, r.post.Deliveries, 2)
}

// A thread that a person stopped half-way stays stopped when its channel is
// taken out and put back: its beginning is out.
func TestAChannelPutBackDoesNotReopenAThread(t *testing.T) {
	r := approved(t, threadOnRibbon).late(0)
	r.answers(ribbon, editorial.Done)
	require.NoError(t, r.decide(editorial.Editor, ribbon, editorial.DeliveryAsked{Move: editorial.MoveDrop}))
	r.saves(editorial.Manager, func(s *editorial.Sheet) { onlyWall(s); s.Content.Variants = nil })
	r.saves(editorial.Manager, func(s *editorial.Sheet) { onBoth(s); threadOnRibbon(s) })
	require.Equal(t, editorial.Dropped, r.on(ribbon).State)
	require.NoError(t, r.decide(editorial.Manager, ribbon, editorial.DeliveryAsked{Move: editorial.MoveRetry}))
	r.claim(ribbon, editorial.StepSend)
	require.Equal(t, 1, r.work[ribbon].Index, "and goes on where it stopped when a person says so")
}

func TestWithoutChannelsNothingIsApproved(t *testing.T) {
	r := approved(t)
	r.saves(editorial.Editor, func(s *editorial.Sheet) { s.Content.Channels = nil })
	require.Equal(t, editorial.InReview, r.post.State)
}

// Whoever may approve moves times freely; others have them approved.
func TestTimeMoves(t *testing.T) {
	t.Run("by who approves", func(t *testing.T) {
		r := approved(t)
		r.saves(editorial.Manager, toTen)
		require.Equal(t, editorial.Approved, r.post.State)
		require.Equal(t, due.Add(time.Hour), r.on(wall).Due)
		require.Equal(t, due.Add(time.Hour), r.on(wall).Next)
	})
	t.Run("by who does not", func(t *testing.T) {
		r := approved(t)
		r.saves(editorial.Editor, toTen)
		require.Equal(t, editorial.InReview, r.post.State)
		require.True(t, r.noticed(editorial.CodeBackToReview, ""))
		require.Equal(t, editorial.Planned, r.on(wall).State)
		require.Equal(t, due.Add(time.Hour), r.on(wall).Due)

		r.saves(editorial.Editor, toNine)
		require.Equal(t, editorial.Approved, r.post.State)
		require.True(t, r.noticed(editorial.CodeApprovalRestored, ""))
		require.Equal(t, due, r.on(wall).Next)
	})
	t.Run("of one channel", func(t *testing.T) {
		r := approved(t)
		r.saves(editorial.Editor, ownTime(ribbon, atTen))
		require.Equal(t, editorial.Scheduled, r.on(wall).State)
		require.Equal(t, editorial.Planned, r.on(ribbon).State)
	})
	t.Run("a date for what was approved without one", func(t *testing.T) {
		r := approved(t, undated)
		require.Equal(t, editorial.Planned, r.on(wall).State)
		require.EqualValues(t, editorial.Approved, r.post.Status)
		r.saves(editorial.Editor, toTen)
		require.Equal(t, editorial.Approved, r.post.State)
		require.Equal(t, editorial.Scheduled, r.on(wall).State)
		r.saves(editorial.Editor, toNine)
		require.Equal(t, editorial.InReview, r.post.State, "the time was chosen once")
	})
	t.Run("taken out", func(t *testing.T) {
		r := approved(t)
		r.saves(editorial.Editor, undated)
		require.Equal(t, editorial.Approved, r.post.State)
		require.Equal(t, editorial.Planned, r.on(wall).State)
		r.saves(editorial.Editor, toTen)
		require.Equal(t, editorial.InReview, r.post.State, "the approval still means nine")
	})
}

// Only a time that changes must lie ahead; one channel's changes too when it
// goes back to the post's.
func TestPassedTimes(t *testing.T) {
	at := func(r *room, change func(*editorial.Sheet)) []string {
		return refusedAt(r.late(time.Minute).edit(editorial.Manager, change))
	}
	require.Nil(t, at(written(t), retitle))
	require.Nil(t, at(written(t), toTen))
	require.Nil(t, at(written(t), undated))
	require.Nil(t, at(written(t), withGallery), "a new channel inherits what is")
	require.Nil(t, at(written(t), ownTime(wall, atNine)), "said aloud, it is the same time")
	require.Equal(t, []string{"/publish_at time_past"},
		at(written(t, toTen), toNine))
	require.Equal(t, []string{"/variants/chan_wall/publish_at time_past"},
		at(written(t, toTen), ownTime(wall, atNine)))
	require.Equal(t, []string{"/variants/chan_wall/publish_at time_past"},
		at(written(t, ownTime(wall, atTen)), ownTime(ribbon, atNine)))
	require.Equal(t, []string{"/publish_at time_past"},
		at(written(t, toTen, ownTime(wall, atNine)), func(s *editorial.Sheet) { toNine(s); s.Times = nil }))
}

// The last approved revision may leave on time where people said so.
func TestUntilApproved(t *testing.T) {
	t.Run("the calendar's way is to wait", func(t *testing.T) {
		r := approved(t)
		r.saves(editorial.Editor, retext)
		_, leaves := r.post.Leaving(wall, r.calendar, r.channels)
		require.False(t, leaves)
	})
	t.Run("the save says release_approved", func(t *testing.T) {
		r := approved(t)
		r.saves(editorial.Editor, func(s *editorial.Sheet) { retext(s); release(s) })
		require.Equal(t, editorial.InReview, r.post.State)
		require.EqualValues(t, "scheduled", r.post.Status)
		revision, leaves := r.post.Leaving(wall, r.calendar, r.channels)
		require.True(t, leaves)
		require.Equal(t, 1, revision)
		r.late(0).claim(wall, editorial.StepSend)
		require.Equal(t, "We open today", r.work[wall].Part.Text)
		require.Equal(t, 1, r.on(wall).Revision)
	})
	t.Run("the calendar says release_approved", func(t *testing.T) {
		r := approved(t)
		r.calendar.Policy.UntilApproved = editorial.UntilRelease
		r.saves(editorial.Editor, retext)
		require.Equal(t, editorial.Scheduled, r.on(wall).State)
	})
	t.Run("the save says hold", func(t *testing.T) {
		r := approved(t)
		r.calendar.Policy.UntilApproved = editorial.UntilRelease
		r.saves(editorial.Editor, func(s *editorial.Sheet) { retext(s); s.Until = editorial.UntilHold })
		require.Equal(t, editorial.Planned, r.on(wall).State)
	})
	t.Run("not at a time that nobody approved", func(t *testing.T) {
		r := approved(t)
		r.saves(editorial.Editor, func(s *editorial.Sheet) { retext(s); release(s); toTen(s) })
		require.Equal(t, editorial.Planned, r.on(wall).State)
	})
	t.Run("not on a channel that was taken out", func(t *testing.T) {
		r := approved(t)
		r.saves(editorial.Editor, func(s *editorial.Sheet) { retext(s); release(s); onlyWall(s) })
		require.Equal(t, editorial.Dropped, r.on(ribbon).State)
		_, leaves := r.post.Leaving(ribbon, r.calendar, r.channels)
		require.False(t, leaves)
	})
	t.Run("not once changes are asked for", func(t *testing.T) {
		r := approved(t)
		r.saves(editorial.Editor, func(s *editorial.Sheet) { retext(s); release(s) })
		r.does(editorial.Reviewer, editorial.MoveRequestChanges)
		require.Equal(t, editorial.Planned, r.on(wall).State)
	})
}

// An approval that comes back after its time does not let anything go by
// itself: a person says when.
func TestRestoredAfterItsTime(t *testing.T) {
	for name, bring := range map[string]func(*room){
		"the text is saved back": func(r *room) {
			r.saves(editorial.Editor, retext)
			r.late(time.Minute).saves(editorial.Editor, textBack)
		},
		"the approved revision may leave after all": func(r *room) {
			r.saves(editorial.Editor, retext)
			r.late(time.Minute).saves(editorial.Editor, release)
		},
		"the channel is put back": func(r *room) {
			r.saves(editorial.Editor, onlyRibbon)
			r.late(time.Minute).saves(editorial.Editor, onBoth)
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := approved(t)
			bring(r)
			require.Equal(t, editorial.Scheduled, r.on(wall).State)
			r.claim(wall, editorial.StepNone)
			require.Equal(t, editorial.Held, r.on(wall).State)
			require.Equal(t, []editorial.Code{editorial.CodeTimePassedWhileStopped}, holdCodes(r.on(wall).Holds))
		})
	}
}

// An edit that meets the release gets a clear answer, and touches nothing of
// what is leaving.
func TestEditMeetsTheRelease(t *testing.T) {
	for name, leave := range map[string]func(*room){
		"sending":   func(r *room) { r.claim(wall, editorial.StepSend) },
		"unknown":   func(r *room) { r.answers(wall, editorial.Unknown) },
		"published": func(r *room) { r.answers(wall, editorial.Done) },
	} {
		for edit, row := range map[string]struct {
			change func(*editorial.Sheet)
			answer editorial.Code // on the channel that is leaving
		}{
			"a text":              {retext, editorial.CodeTooLate},
			"a thread elsewhere":  {onRibbonOnly, editorial.CodeTooLate},
			"a time":              {toTen, editorial.CodeOnTheWire},
			"no date":             {undated, editorial.CodeOnTheWire},
			"a channel taken out": {onlyRibbon, editorial.CodeOnTheWire},
		} {
			t.Run(name+" meets "+edit, func(t *testing.T) {
				r := approved(t).late(0)
				leave(r)
				before := *r.on(wall)
				r.now = r.now.Add(time.Second)
				r.saves(editorial.Manager, row.change)
				require.Empty(t, cmp.Diff(before, *r.on(wall)))
				if row.answer == editorial.CodeTooLate || before.State == editorial.Sending {
					require.True(t, r.noticed(row.answer, wall), "%v", r.lines.Notices)
				}
			})
		}
	}
}

// Surely not sent: what people changed meanwhile counts for the next call.
func TestEditCountsOnceACallIsSurelyNotHeard(t *testing.T) {
	for name, row := range map[string]struct {
		change func(*room)
		state  editorial.DeliveryState
		next   time.Time
	}{
		"nothing": {
			func(*room) {}, editorial.Sending, time.Time{},
		},
		"another time": {
			func(r *room) { r.saves(editorial.Manager, toTen) }, editorial.Scheduled, due.Add(time.Hour),
		},
		"a time that nobody approved": {
			func(r *room) { r.saves(editorial.Editor, toTen) }, editorial.Planned, time.Time{},
		},
		"no date": {
			func(r *room) { r.saves(editorial.Editor, undated) }, editorial.Planned, time.Time{},
		},
		"the channel taken out": {
			func(r *room) { r.saves(editorial.Contributor, onlyRibbon) }, editorial.Dropped, time.Time{},
		},
		"the approval taken back": {
			func(r *room) { r.does(editorial.Editor, editorial.MoveWithdraw) }, editorial.Planned, time.Time{},
		},
		"a text that nobody approved": {
			func(r *room) { r.saves(editorial.Editor, retext) }, editorial.Planned, time.Time{},
		},
		"a text that waits while the approved one may leave": {
			func(r *room) { r.saves(editorial.Editor, func(s *editorial.Sheet) { retext(s); release(s) }) }, editorial.Sending, time.Time{},
		},
		"a hold": {
			func(r *room) { r.does(editorial.Editor, editorial.MoveHold) }, editorial.Held, due.Add(tolerance + time.Millisecond),
		},
		"a hold that came and went": {
			func(r *room) {
				r.does(editorial.Editor, editorial.MoveHold)
				r.does(editorial.Editor, editorial.MoveUnhold)
			}, editorial.Held, due.Add(tolerance + time.Millisecond),
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := approved(t).late(0)
			r.claim(wall, editorial.StepSend)
			row.change(r)
			r.settle(wall, says(editorial.Later))
			require.Equal(t, editorial.Scheduled, r.on(wall).State)
			r.now = r.on(wall).Next
			r.open(wall)
			require.Equal(t, row.state, r.on(wall).State)
			if row.state != editorial.Sending {
				require.Equal(t, row.next, r.on(wall).Next)
			} else {
				require.Equal(t, "We open today", r.work[wall].Part.Text)
			}
		})
	}
}

// Moved and held while its call was on the wire: it was stopped at its new time
// or it was not.
func TestHeldOverANewTime(t *testing.T) {
	for name, row := range map[string]struct {
		lifted time.Duration
		state  editorial.DeliveryState
	}{
		"lifted before":            {time.Minute - time.Second, editorial.Sending},
		"lifted after":             {time.Minute + time.Second, editorial.Held},
		"lifted at that very time": {time.Minute, editorial.Held},
	} {
		t.Run(name, func(t *testing.T) {
			r := approved(t).late(0)
			r.claim(wall, editorial.StepSend)
			r.saves(editorial.Manager, func(s *editorial.Sheet) { s.Planned.Local = "2026-11-24T09:01" })
			r.does(editorial.Editor, editorial.MoveHold)
			r.late(row.lifted).does(editorial.Editor, editorial.MoveUnhold)
			r.settle(wall, editorial.Outcome{Verdict: editorial.Later, Wait: time.Second})
			r.late(65 * time.Second).open(wall)
			require.Equal(t, row.state, r.on(wall).State)
		})
	}
}

// While a call is on the wire the post that was rewritten is in review, so
// that somebody can approve the new text should the call not have been heard.
func TestRewrittenOnTheWire(t *testing.T) {
	r := approved(t, onlyWall).late(0)
	r.claim(wall, editorial.StepSend)
	r.saves(editorial.Editor, retext)
	require.Equal(t, editorial.InReview, r.post.State)
	require.EqualValues(t, "publishing", r.post.Status)
	r.settle(wall, says(editorial.Later))
	r.now = r.on(wall).Next
	r.claim(wall, editorial.StepNone)
	require.EqualValues(t, editorial.InReview, r.post.Status)
	r.does(editorial.Manager, editorial.MoveApprove, editorial.LateLeave)
	r.claim(wall, editorial.StepSend)
	require.Equal(t, "We open tomorrow", r.work[wall].Part.Text)
}

func TestRewrittenAfterItLeft(t *testing.T) {
	r := approved(t, onlyWall).late(0)
	r.answers(wall, editorial.Done)
	r.saves(editorial.Editor, retext)
	require.Equal(t, editorial.Approved, r.post.State, "nothing is left to approve")
	require.True(t, r.noticed(editorial.CodeTooLate, wall))
	require.Equal(t, 1, r.on(wall).Revision)
}

// A channel that was archived since stays with the post until it is taken out.
func TestEditWithAnArchivedChannel(t *testing.T) {
	r := approved(t)
	gone := r.channels[ribbon]
	gone.Archived = noon
	r.channels[ribbon] = gone
	r.saves(editorial.Editor, retitle)
	r.saves(editorial.Editor, onlyWall)
	require.Equal(t, []string{"/channels/1 unknown_channel"}, refusedAt(r.edit(editorial.Editor, onBoth)))
}

// Another account behind a channel takes no approval away; the gate holds the
// post at its time and says why.
func TestEditWithAnotherAccount(t *testing.T) {
	r := approved(t)
	other := r.channels[wall]
	other.RemoteID = "another account"
	r.channels[wall] = other
	r.saves(editorial.Editor, retitle)
	require.Equal(t, editorial.Approved, r.post.State)
	require.Equal(t, editorial.Scheduled, r.on(wall).State)
	r.late(0).claim(wall, editorial.StepNone)
	require.Equal(t, []editorial.Code{editorial.CodeAccountChanged}, holdCodes(r.on(wall).Holds))
}
