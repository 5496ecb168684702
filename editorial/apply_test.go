package editorial_test

import (
	"maps"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func TestApprove(t *testing.T) {
	r := written(t, ownTime(ribbon, atTen))
	r.does(editorial.Editor, editorial.MoveSubmit)
	r.now = noon.Add(time.Minute)
	r.does(editorial.Reviewer, editorial.MoveApprove)
	require.Equal(t, []string{"post.approved"}, r.recorded())
	require.Equal(t, "a note", r.lines.Audit[0].Note)
	require.EqualValues(t, "scheduled", r.lines.Audit[0].Status, "the record shows what it came to")
	require.Equal(t, &editorial.Approval{
		Revision: 1, By: editorial.Actor{Member: "mem_reviewer"}, At: r.now, Note: "a note",
		Hashes: map[editorial.ChannelID]editorial.Hash{
			wall: r.post.Content.HashFor(r.channels[wall]), ribbon: r.post.Content.HashFor(r.channels[ribbon]),
		},
		Accounts: map[editorial.ChannelID]string{wall: "account of chan_wall", ribbon: "account of chan_ribbon"},
		Times:    map[editorial.ChannelID]editorial.When{wall: atNine, ribbon: atTen},
	}, r.post.Approval)
}

func TestApproveFromDraftIsSubmitAndApprove(t *testing.T) {
	r := written(t)
	r.does(editorial.Manager, editorial.MoveApprove)
	require.Equal(t, []string{"post.submitted", "post.approved"}, r.recorded())
}

func TestSelfApproval(t *testing.T) {
	byTheManager := func(r *room) { r.saves(editorial.Manager, retext) }

	r := written(t)
	byTheManager(r)
	r.does(editorial.Manager, editorial.MoveApprove)
	require.True(t, r.post.Approval.Self, "allowed, and shown")

	r = written(t)
	r.calendar.Policy.NoSelfApproval = true
	byTheManager(r)
	require.Equal(t, editorial.CodeSelfApproval, code(r.move(editorial.Manager, editorial.MoveApprove)))
	r.does(editorial.Manager, editorial.MoveSubmit)
	r.does(editorial.Reviewer, editorial.MoveApprove)
	require.False(t, r.post.Approval.Self)
}

// Where a calendar asks for no approval, the submit of who may release is one.
func TestPolicyNone(t *testing.T) {
	r := written(t)
	r.calendar.Policy.Approval = editorial.ApproveNone
	r.does(editorial.Editor, editorial.MoveSubmit)
	require.Equal(t, editorial.InReview, r.post.State, "an editor may not release")

	r = written(t)
	r.calendar.Policy.Approval = editorial.ApproveNone
	r.does(editorial.Manager, editorial.MoveSubmit)
	require.Equal(t, editorial.Approved, r.post.State)
	require.Equal(t, []string{"post.submitted", "post.approved"}, r.recorded())
	require.Equal(t, editorial.MemberID("mem_manager"), r.post.Approval.By.Member)

	r = written(t)
	r.calendar.Policy.Approval = editorial.ApproveNone
	r.calendar.Policy.NoSelfApproval = true
	r.saves(editorial.Manager, retext)
	r.does(editorial.Manager, editorial.MoveSubmit)
	require.Equal(t, editorial.InReview, r.post.State, "nobody signs their own text where that is off")
}

func TestMovesNameTheRevision(t *testing.T) {
	for _, row := range []struct {
		move     editorial.Move
		revision int
		code     editorial.Code
		kind     editorial.Kind
	}{
		{editorial.MoveApprove, 0, editorial.CodeRevisionNeeded, editorial.Invalid},
		{editorial.MoveApprove, 1, editorial.CodeRevisionStale, editorial.Conflict},
		{editorial.MoveApprove, 3, editorial.CodeRevisionStale, editorial.Conflict},
		{editorial.MoveSubmit, 1, editorial.CodeRevisionStale, editorial.Conflict},
		{editorial.MoveSubmit, 0, "", ""},
		{editorial.MoveHold, 0, "", ""},
	} {
		r := written(t)
		r.saves(editorial.Editor, retext)
		_, err := r.post.Apply(editorial.Asked{Move: row.move, Revision: row.revision}, r.as(editorial.Manager))
		require.Equal(t, row.code, code(err), row)
		require.Equal(t, row.code != "", editorial.IsKind(err, row.kind), row)
	}
	r := approved(t)
	_, err := r.post.Apply(editorial.Asked{Move: editorial.MovePublishNow}, r.as(editorial.Manager))
	require.Equal(t, editorial.CodeRevisionNeeded, code(err))
}

// What could not leave as it stands is not submitted, nor approved.
func TestReady(t *testing.T) {
	for name, row := range map[string]struct {
		change func(*editorial.Sheet)
		code   editorial.Code
		at     []string
	}{
		"no words":     {func(s *editorial.Sheet) { s.Content.Text = "" }, editorial.CodeNothingToSay, []string{"/text nothing_to_say"}},
		"no channel":   {func(s *editorial.Sheet) { s.Content.Channels = nil }, editorial.CodeNoChannels, []string{"/channels no_channels"}},
		"beyond limit": {func(s *editorial.Sheet) { s.Content.Channels = []editorial.ChannelID{gallery} }, editorial.CodeMediaRequired, []string{"/media media_required"}},
		"no alternative text": {func(s *editorial.Sheet) {
			s.Content.Media = []editorial.MediaUse{{Hash: "a", Type: "image/png", Alt: " "}}
		}, editorial.CodeAltMissing, []string{"/media/0 alt_missing"}},
	} {
		for _, move := range []editorial.Move{editorial.MoveSubmit, editorial.MoveApprove} {
			r := written(t, row.change)
			r.calendar.Policy.AltTextsRequired = true
			err := r.move(editorial.Manager, move)
			require.Equal(t, row.code, code(err), name)
			require.Equal(t, row.at, refusedAt(err), name)
		}
	}
	r := written(t, func(s *editorial.Sheet) { s.Content.Media = []editorial.MediaUse{{Type: "image/png"}} })
	r.does(editorial.Editor, editorial.MoveSubmit) // alternative texts are asked for, not required
}

// An approval after the due instant.
func TestLateApproval(t *testing.T) {
	t.Run("at the very instant it is not late", func(t *testing.T) {
		r := written(t).late(0)
		r.does(editorial.Manager, editorial.MoveApprove)
		require.Empty(t, r.lines.Notices)
		r.claim(wall, editorial.StepSend)
	})
	t.Run("without a word the post is approved without a date", func(t *testing.T) {
		r := written(t).late(1)
		r.does(editorial.Manager, editorial.MoveApprove)
		require.True(t, r.noticed(editorial.CodeApprovedWithoutDate, wall))
		require.True(t, r.noticed(editorial.CodeApprovedWithoutDate, ribbon))
		require.EqualValues(t, editorial.Approved, r.post.Status)
		require.True(t, r.post.Planned.IsZero())
		require.Equal(t, editorial.Planned, r.on(wall).State)
		r.saves(editorial.Editor, toTen)
		require.Equal(t, editorial.Scheduled, r.on(wall).State, "any planner may choose the new time")
	})
	t.Run("only where the time has passed", func(t *testing.T) {
		r := written(t, ownTime(ribbon, atTen)).late(time.Minute)
		r.does(editorial.Manager, editorial.MoveApprove)
		require.Equal(t, editorial.Planned, r.on(wall).State)
		require.Equal(t, editorial.Scheduled, r.on(ribbon).State)
	})
	t.Run("a channel's own time alone is taken out", func(t *testing.T) {
		r := written(t, toTen, ownTime(wall, atNine)).late(time.Minute)
		times := r.post.Times
		r.does(editorial.Manager, editorial.MoveApprove)
		require.Equal(t, atTen, r.post.Planned)
		require.True(t, r.post.TimeOf(wall).IsZero())
		require.Equal(t, atNine, times[wall], "the earlier sheet is not written over")
	})
	t.Run("leave, at the end of the tolerance", func(t *testing.T) {
		r := written(t).late(tolerance)
		r.does(editorial.Manager, editorial.MoveApprove, editorial.LateLeave)
		require.True(t, r.noticed(editorial.CodeLeavesLate, wall))
		require.Equal(t, atNine, r.post.Planned, "how late it leaves is told from when it was due")
		r.answers(wall, editorial.Done)
		require.Equal(t, tolerance, r.on(wall).Late())
	})
	t.Run("leave, beyond it", func(t *testing.T) {
		r := written(t).late(tolerance + 1)
		err := r.move(editorial.Manager, editorial.MoveApprove, editorial.LateLeave)
		require.Equal(t, []string{"/late too_late_to_leave"}, refusedAt(err))
	})
	t.Run("leave, of a post stopped meanwhile", func(t *testing.T) {
		r := approved(t)
		r.does(editorial.Editor, editorial.MoveHold)
		r.pause(editorial.Scope{All: true}, noon, due.Add(time.Second))
		r.late(0).claim(wall, editorial.StepNone)
		r.late(time.Minute)
		r.does(editorial.Editor, editorial.MoveUnhold)
		r.does(editorial.Editor, editorial.MoveWithdraw)
		r.does(editorial.Manager, editorial.MoveApprove, editorial.LateLeave)
		r.claim(wall, editorial.StepSend)
	})
	t.Run("leave, under a pause", func(t *testing.T) {
		r := written(t)
		r.pause(editorial.Scope{All: true}, noon, due.Add(5*time.Minute))
		r.late(time.Minute)
		r.does(editorial.Manager, editorial.MoveApprove, editorial.LateLeave)
		r.claim(wall, editorial.StepNone)
		require.Equal(t, []editorial.Code{editorial.CodePaused}, holdCodes(r.on(wall).Holds))
	})
	t.Run("leave, of a new text for what the platform refused", func(t *testing.T) {
		r := approved(t).late(0)
		r.answers(wall, editorial.Never)
		r.saves(editorial.Editor, retext)
		r.late(time.Minute).does(editorial.Manager, editorial.MoveApprove, editorial.LateLeave)
		r.claim(wall, editorial.StepSend)
	})
	t.Run("what was dropped is not asked about", func(t *testing.T) {
		r := written(t)
		require.NoError(t, r.decide(editorial.Editor, wall, editorial.DeliveryAsked{Move: editorial.MoveDrop}))
		r.late(time.Minute).does(editorial.Manager, editorial.MoveApprove, editorial.LateLeave)
		require.False(t, r.noticed(editorial.CodeLeavesLate, wall))
		require.Equal(t, editorial.Dropped, r.on(wall).State)
	})
	t.Run("nor what has left", func(t *testing.T) {
		r := approved(t).late(0)
		r.answers(wall, editorial.Done)
		r.saves(editorial.Editor, retext)
		r.late(time.Minute).does(editorial.Manager, editorial.MoveApprove, editorial.LateLeave)
		require.False(t, r.noticed(editorial.CodeLeavesLate, wall))
		require.True(t, r.noticed(editorial.CodeLeavesLate, ribbon))
	})
	t.Run("a submit that approves asks the same", func(t *testing.T) {
		r := written(t).late(tolerance + 1)
		r.calendar.Policy.Approval = editorial.ApproveNone
		require.Equal(t, editorial.CodeTooLateToLeave, code(r.move(editorial.Manager, editorial.MoveSubmit, editorial.LateLeave)))
		r.does(editorial.Manager, editorial.MoveSubmit)
		require.EqualValues(t, editorial.Approved, r.post.Status)
	})
}

// Nothing changes any more in a calendar that was put away, and nothing in it
// comes to leave.
func TestArchivedCalendar(t *testing.T) {
	r := approved(t).late(0)
	r.answers(wall, editorial.Done)
	for _, move := range editorial.Moves() {
		r.calendar.Archived = r.now
		require.Equal(t, editorial.CodeCalendarArchived, code(r.move(editorial.Manager, move)), move)
	}
	before := clonePost(r.post)
	_, err := r.post.Edit(before.Clone(), r.as(editorial.Manager))
	require.Equal(t, editorial.CodeCalendarArchived, code(err))
	for _, move := range []editorial.DeliveryMove{editorial.MoveRetry, editorial.MoveDrop, editorial.MoveResolve} {
		require.Equal(t, editorial.CodeCalendarArchived, code(r.decide(editorial.Manager, ribbon, editorial.DeliveryAsked{Move: move})), move)
	}
	require.Equal(t, before, r.post)

	r = newRoom(t)
	r.now = due.Add(-30 * time.Hour)
	r.write()
	r.does(editorial.Editor, editorial.MoveSubmit)
	r.calendar.Archived, r.now = r.now, due.Add(-time.Hour)
	require.Equal(t, -1*time.Nanosecond, r.reminded(), "nobody is asked for what nobody can give")
	require.True(t, r.post.RemindAt.IsZero())
}

func TestTakingTheApprovalBack(t *testing.T) {
	for move, action := range map[editorial.Move]string{
		editorial.MoveWithdraw: "post.withdrawn", editorial.MoveRequestChanges: "post.changes_requested",
	} {
		r := approved(t).late(0)
		r.claim(wall, editorial.StepSend)
		r.does(editorial.Manager, move)
		require.Nil(t, r.post.Approval)
		require.Equal(t, []string{action}, r.recorded())
		require.Equal(t, []editorial.Notice{{Code: editorial.CodeOnTheWire, Channel: wall}}, r.lines.Notices)
		require.Equal(t, editorial.Sending, r.on(wall).State)
		require.Equal(t, editorial.Planned, r.on(ribbon).State)
	}
}

func TestHold(t *testing.T) {
	r := approved(t)
	r.does(editorial.Contributor, editorial.MoveHold)
	require.Equal(t, &editorial.ManualHold{By: editorial.Actor{Member: "mem_contributor"}, At: noon, Reason: "a note"}, r.post.Hold)
	require.EqualValues(t, "held", r.post.Status)
	require.Equal(t, editorial.CodeAlreadyHeld, code(r.move(editorial.Editor, editorial.MoveHold)))
	require.Equal(t, editorial.CodeNotPermitted, code(r.move(editorial.Editor, editorial.MoveUnhold)), "somebody else's")

	r.does(editorial.Contributor, editorial.MoveUnhold)
	require.Nil(t, r.post.Hold)
	require.EqualValues(t, "scheduled", r.post.Status)
	require.Equal(t, editorial.CodeNotHeld, code(r.move(editorial.Editor, editorial.MoveUnhold)))
	r.late(0).claim(wall, editorial.StepSend)

	r.does(editorial.Editor, editorial.MoveHold)
	require.Equal(t, []editorial.Notice{{Code: editorial.CodeOnTheWire, Channel: wall}}, r.lines.Notices)
	r.does(editorial.Manager, editorial.MoveUnhold)
}

// What came due under a hold never leaves by itself, whether or not the
// releaser came by meanwhile.
func TestUnholdAfterItsTime(t *testing.T) {
	for _, looked := range []bool{true, false} {
		r := approved(t)
		r.does(editorial.Editor, editorial.MoveHold)
		r.late(0)
		if looked {
			r.claim(wall, editorial.StepNone)
			require.Equal(t, []editorial.Code{editorial.CodeHeldByHand}, holdCodes(r.on(wall).Holds))
		}
		r.does(editorial.Editor, editorial.MoveUnhold)
		r.claim(wall, editorial.StepNone)
		require.Equal(t, []editorial.Code{editorial.CodeTimePassedWhileStopped}, holdCodes(r.on(wall).Holds), "what people see is what is so")
		r.late(tolerance+time.Millisecond).claim(wall, editorial.StepNone)
		require.Equal(t, editorial.Missed, r.on(wall).State)
	}
}

func TestPublishNow(t *testing.T) {
	r := approved(t, ownTime(ribbon, atTen))
	r.now = noon.Add(300 * time.Millisecond)
	r.does(editorial.Manager, editorial.MovePublishNow)
	require.Empty(t, r.post.Times)
	require.Equal(t, []string{"post.released_now"}, r.recorded())
	require.Equal(t, editorial.Approved, r.post.State)
	r.now = noon.Add(time.Second)
	r.claim(wall, editorial.StepSend)
	r.claim(ribbon, editorial.StepSend)
	require.Equal(t, r.now, r.on(wall).Due, "times are whole seconds")
}

func TestPublishNowMeetsTheOtherGates(t *testing.T) {
	r := approved(t)
	r.pause(editorial.Scope{Channel: wall}, noon, time.Time{})
	r.does(editorial.Editor, editorial.MoveHold)
	r.does(editorial.Manager, editorial.MovePublishNow)
	r.claim(wall, editorial.StepNone)
	require.Equal(t, []editorial.Code{editorial.CodeHeldByHand, editorial.CodePaused}, holdCodes(r.on(wall).Holds))
	require.NotZero(t, r.on(wall).Due)
}

// A pause that was lifted just before does not stop it.
func TestPublishNowAfterAPause(t *testing.T) {
	r := approved(t)
	r.now = noon.Add(700 * time.Millisecond)
	r.pause(editorial.Scope{All: true}, noon, noon.Add(500*time.Millisecond))
	r.does(editorial.Manager, editorial.MovePublishNow)
	r.now = noon.Add(time.Second)
	r.claim(wall, editorial.StepSend)
}

func TestPublishNowTouchesOnlyWhatWaits(t *testing.T) {
	thread := func(s *editorial.Sheet) { withGallery(s); threadOnRibbon(s) }
	r := approved(t, thread).late(0)
	r.answers(ribbon, editorial.Done)
	r.now = r.on(ribbon).Next
	r.answers(ribbon, editorial.Never) // stopped half-way
	r.answers(wall, editorial.Unknown)
	require.NoError(t, r.decide(editorial.Editor, gallery, editorial.DeliveryAsked{Move: editorial.MoveDrop}))
	before := append([]editorial.Delivery{}, r.post.Deliveries...)
	require.Equal(t, editorial.CodeMoveNotPossible, code(r.move(editorial.Manager, editorial.MovePublishNow)), "nothing waits")
	require.Empty(t, cmp.Diff(before, r.post.Deliveries))
	require.Equal(t, atNine, r.post.Planned)
}

func threadOnRibbon(s *editorial.Sheet) {
	variants := map[editorial.ChannelID]editorial.Variant{ribbon: {Parts: []string{"one", "two"}, FirstComment: "three"}}
	maps.Copy(variants, s.Content.Variants)
	s.Content.Variants = variants
}

func TestPublishNowBringsBackWhatWasMissedOrRefused(t *testing.T) {
	r := approved(t).late(0)
	r.answers(wall, editorial.Never)
	r.late(tolerance+1).claim(ribbon, editorial.StepNone)
	require.Equal(t, editorial.Missed, r.on(ribbon).State)
	r.does(editorial.Manager, editorial.MovePublishNow)
	r.now = r.on(wall).Due
	r.claim(wall, editorial.StepSend)
	r.claim(ribbon, editorial.StepSend)
}

// A post is put away when nothing of it is leaving.
func TestArchive(t *testing.T) {
	for name, row := range map[string]struct {
		leave func(*room)
		code  editorial.Code
	}{
		"scheduled":           {func(*room) {}, ""},
		"sending":             {func(r *room) { r.claim(ribbon, editorial.StepSend) }, editorial.CodeOnTheWire},
		"unknown":             {func(r *room) { r.answers(ribbon, editorial.Unknown) }, editorial.CodeOnTheWire},
		"half a thread":       {func(r *room) { r.answers(ribbon, editorial.Done) }, editorial.CodeOnTheWire},
		"half a thread, held": {holdHalfWay, editorial.CodeOnTheWire},
		"a failed thread": {func(r *room) {
			r.answers(ribbon, editorial.Done)
			r.answers(ribbon, editorial.Never)
		}, ""},
		"refused": {func(r *room) { r.answers(ribbon, editorial.Never) }, ""},
		"published": {func(r *room) {
			for range 3 {
				r.answers(ribbon, editorial.Done)
			}
		}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			r := approved(t, threadOnRibbon).late(0)
			row.leave(r)
			before := r.on(ribbon).State
			require.Equal(t, row.code, code(r.move(editorial.Editor, editorial.MoveArchive)))
			if row.code != "" {
				require.Equal(t, editorial.Approved, r.post.State)
				return
			}
			require.EqualValues(t, editorial.Archived, r.post.Status)
			require.Nil(t, r.post.Approval)
			require.Zero(t, r.on(ribbon).Next)
			require.Equal(t, before == editorial.Published, r.on(ribbon).State == editorial.Published)
		})
	}
}

func holdHalfWay(r *room) {
	r.answers(ribbon, editorial.Done)
	r.does(editorial.Editor, editorial.MoveHold)
	r.claim(ribbon, editorial.StepNone)
}

func TestRestore(t *testing.T) {
	r := approved(t)
	r.does(editorial.Editor, editorial.MoveHold)
	r.does(editorial.Editor, editorial.MoveArchive)
	r.does(editorial.Editor, editorial.MoveRestore)
	require.Equal(t, editorial.Draft, r.post.State)
	require.Nil(t, r.post.Hold)
	require.Nil(t, r.post.Approval, "it starts unapproved")
	require.Equal(t, editorial.Planned, r.on(wall).State)
}

func TestRefusedMovesChangeNothing(t *testing.T) {
	for name, row := range map[string]struct {
		state editorial.State
		role  editorial.Role
		asked editorial.Asked
		at    time.Time
	}{
		"not their right":  {editorial.InReview, editorial.Editor, editorial.Asked{Move: editorial.MoveApprove, Revision: 1}, noon},
		"not now":          {editorial.Approved, editorial.Editor, editorial.Asked{Move: editorial.MoveSubmit}, noon},
		"stale":            {editorial.InReview, editorial.Manager, editorial.Asked{Move: editorial.MoveApprove, Revision: 7}, noon},
		"too late":         {editorial.InReview, editorial.Manager, editorial.Asked{Move: editorial.MoveApprove, Revision: 1, Late: editorial.LateLeave}, due.Add(time.Hour)},
		"too late at once": {editorial.Draft, editorial.Manager, editorial.Asked{Move: editorial.MoveSubmit, Late: editorial.LateLeave}, due.Add(time.Hour)},
	} {
		t.Run(name, func(t *testing.T) {
			r := inState(t, row.state)
			r.calendar.Policy.Approval = editorial.ApproveNone
			r.now = row.at
			before, deliveries := *r.post, append([]editorial.Delivery{}, r.post.Deliveries...)
			lines, err := r.post.Apply(row.asked, r.as(row.role))
			require.Error(t, err)
			require.Empty(t, lines)
			before.Deliveries = deliveries
			require.Empty(t, cmp.Diff(before, *r.post))
		})
	}
}
