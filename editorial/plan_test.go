package editorial_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func TestEveryChannelHasOneDelivery(t *testing.T) {
	r := written(t)
	require.Len(t, r.post.Deliveries, 2)
	first := r.on(wall).ID
	require.Equal(t, editorial.Delivery{
		ID: first, Post: r.post.ID, Calendar: "cal_1", Channel: wall, Platform: "wall",
		State: editorial.Planned, Due: due, Tolerance: tolerance, Preflight: editorial.Preflight{Next: due.Add(-editorial.FirstLook)},
	}, *r.on(wall))
	r.saves(editorial.Editor, onlyRibbon)
	r.saves(editorial.Editor, onBoth)
	require.Len(t, r.post.Deliveries, 2)
	require.Equal(t, first, r.on(wall).ID)
}

func TestPlannedUntilApprovedAndDated(t *testing.T) {
	for name, row := range map[string]struct {
		role   editorial.Role
		move   editorial.Move
		change func(*editorial.Sheet)
		state  editorial.DeliveryState
		next   time.Time
	}{
		"submitted":             {editorial.Editor, editorial.MoveSubmit, toNine, editorial.Planned, time.Time{}},
		"approved":              {editorial.Manager, editorial.MoveApprove, toNine, editorial.Scheduled, due},
		"approved without date": {editorial.Manager, editorial.MoveApprove, undated, editorial.Planned, time.Time{}},
		"approved, no date of its own": {
			editorial.Manager, editorial.MoveApprove, ownTime(wall, editorial.When{}), editorial.Planned, time.Time{},
		},
	} {
		r := written(t, row.change)
		r.does(row.role, row.move)
		require.Equal(t, row.state, r.on(wall).State, name)
		require.Equal(t, row.next, r.on(wall).Next, name)
	}
}

func TestToleranceIsThePostsOrTheCalendars(t *testing.T) {
	for _, row := range []struct{ post, calendar, want time.Duration }{
		{0, time.Hour, time.Hour},
		{time.Minute, time.Hour, time.Minute},
		{0, 0, editorial.DefaultLateness}, // nobody chose
	} {
		r := newRoom(t)
		r.calendar.Policy.Lateness = row.calendar
		r.write(func(s *editorial.Sheet) { s.Lateness = row.post })
		require.Equal(t, row.want, r.on(wall).Tolerance)
	}
}

// Media that must be uploaded ahead is looked at ahead.
func TestLead(t *testing.T) {
	thumbnail := picture("t")
	card := &editorial.LinkCard{URL: "https://a.example", Thumbnail: &thumbnail}
	for name, row := range map[string]struct {
		channel editorial.ChannelID
		change  func(*editorial.Sheet)
		lead    time.Duration
	}{
		"words alone":              {wall, toNine, 0},
		"pictures, sent at once":   {wall, func(s *editorial.Sheet) { s.Content.Media = []editorial.MediaUse{picture("a")} }, 0},
		"pictures, uploaded ahead": {gallery, func(s *editorial.Sheet) { s.Content.Media = []editorial.MediaUse{picture("a")} }, 10 * time.Minute},
		"a card's thumbnail":       {gallery, func(s *editorial.Sheet) { s.Content.Link = card }, 10 * time.Minute},
		"a card without":           {gallery, func(s *editorial.Sheet) { s.Content.Link = &editorial.LinkCard{URL: "https://a.example"} }, 0},
	} {
		r := newRoom(t)
		free := r.channels[gallery]
		free.Limits.MediaRequired, free.Limits.LinkCard = false, true
		r.channels[gallery] = free
		r.write(func(s *editorial.Sheet) { s.Content.Channels = []editorial.ChannelID{row.channel} }, row.change)
		r.does(editorial.Manager, editorial.MoveApprove)
		require.Equal(t, due.Add(-row.lead), r.on(row.channel).Next, name)
		require.Equal(t, due, r.on(row.channel).Due, name)
	}
}

// While an edit waits for its approval, it is the pictures of the approved
// revision that are uploaded ahead, if that may leave.
func TestLeadOfTheApprovedRevision(t *testing.T) {
	for name, row := range map[string]struct {
		change func(*editorial.Sheet)
		next   time.Time
	}{
		"the approved one may leave": {release, due.Add(-10 * time.Minute)},
		"the post waits":             {func(*editorial.Sheet) {}, time.Time{}},
	} {
		r := newRoom(t)
		free := r.channels[gallery]
		free.Limits.MediaRequired = false
		r.channels[gallery] = free
		r.write(func(s *editorial.Sheet) {
			s.Content.Channels, s.Content.Media = []editorial.ChannelID{gallery}, []editorial.MediaUse{picture("a")}
		})
		r.does(editorial.Manager, editorial.MoveApprove)
		r.saves(editorial.Editor, func(s *editorial.Sheet) { row.change(s); s.Content.Media = nil })
		require.Equal(t, row.next, r.on(gallery).Next, name)
	}
}

func TestRevisionFor(t *testing.T) {
	for name, row := range map[string]struct {
		bring func(*room)
		want  int
	}{
		"the current one":                     {func(*room) {}, 1},
		"a newer one that was approved":       {func(r *room) { r.saves(editorial.Editor, retext); r.does(editorial.Manager, editorial.MoveApprove) }, 2},
		"a newer one that is alike":           {func(r *room) { r.saves(editorial.Editor, withGallery) }, 2},
		"a newer one that waits":              {func(r *room) { r.saves(editorial.Editor, retext) }, 2},
		"the approved one, where that is set": {func(r *room) { r.saves(editorial.Editor, release); r.saves(editorial.Editor, retext) }, 1},
		"the one on the wire": {func(r *room) {
			r.late(0).claim(wall, editorial.StepSend)
			r.saves(editorial.Editor, retext)
		}, 1},
		"the one that has left": {func(r *room) {
			r.late(0).answers(wall, editorial.Done)
			r.saves(editorial.Editor, retext)
		}, 1},
	} {
		r := approved(t)
		row.bring(r)
		require.Equal(t, row.want, r.post.RevisionFor(r.on(wall), r.calendar, r.channels), name)
	}
}

// A person's change of something else does not cut short the wait that a
// platform asked for; a new time does.
func TestAWaitOutlivesEdits(t *testing.T) {
	r := approved(t).late(0)
	r.claim(wall, editorial.StepSend)
	r.settle(wall, editorial.Outcome{Verdict: editorial.Later, Wait: 5 * time.Minute})
	r.saves(editorial.Editor, retitle)
	require.Equal(t, due.Add(5*time.Minute), r.on(wall).Next)
	r.saves(editorial.Manager, toTen)
	require.Equal(t, due.Add(time.Hour), r.on(wall).Next)
}

// What a held delivery waits for is looked at afresh after each change, so that
// people see what stops it now.
func TestHeldIsLookedAtAfterAChange(t *testing.T) {
	r := approved(t).late(0)
	r.pause(editorial.Scope{All: true}, noon, time.Time{})
	r.claim(wall, editorial.StepNone)
	require.Equal(t, []editorial.Code{editorial.CodePaused}, holdCodes(r.on(wall).Holds))
	r.late(time.Minute)
	r.pauses[0].Until = r.now
	r.saves(editorial.Editor, retitle)
	require.Equal(t, r.now, r.on(wall).Next)
	r.claim(wall, editorial.StepNone)
	require.Equal(t, []editorial.Code{editorial.CodeTimePassedWhileStopped}, holdCodes(r.on(wall).Holds))
}

// What a change of the post makes void while media is being uploaded is void:
// the upload's answer brings nothing back.
func TestAnUploadThatNobodyWaitsFor(t *testing.T) {
	for name, row := range map[string]struct {
		stop  func(*room)
		state editorial.DeliveryState
	}{
		"the channel is taken out": {func(r *room) { r.saves(editorial.Editor, withoutGallery) }, editorial.Dropped},
		"the delivery is dropped": {func(r *room) {
			require.NoError(r.t, r.decide(editorial.Editor, gallery, editorial.DeliveryAsked{Move: editorial.MoveDrop}))
		}, editorial.Dropped},
		"the post is withdrawn": {func(r *room) { r.does(editorial.Editor, editorial.MoveWithdraw) }, editorial.Planned},
		"the post is archived":  {func(r *room) { r.does(editorial.Editor, editorial.MoveArchive) }, editorial.Planned},
		"the title is edited":   {func(r *room) { r.saves(editorial.Editor, retitle) }, editorial.Scheduled},
	} {
		for _, verdict := range []editorial.Verdict{editorial.Done, editorial.Later, editorial.Never, editorial.Reconnect} {
			t.Run(name+", "+string(verdict), func(t *testing.T) {
				r := approved(t, withGallery).late(-10 * time.Minute)
				r.claim(gallery, editorial.StepPrepare)
				row.stop(r)
				require.False(t, r.settle(gallery, says(verdict)).Accepted)
				require.Equal(t, row.state, r.on(gallery).State)
				require.Equal(t, row.state == editorial.Scheduled, !r.on(gallery).Next.IsZero())
			})
		}
	}
}

func withoutGallery(s *editorial.Sheet) { onBoth(s); s.Content.Variants = nil }

// A new time gives another chance to what ended without leaving.
func TestANewTimeForWhatDidNotLeave(t *testing.T) {
	for name, end := range map[string]func(*room){
		"held":   func(r *room) { r.does(editorial.Editor, editorial.MoveHold); r.claim(wall, editorial.StepNone) },
		"failed": func(r *room) { r.answers(wall, editorial.Never) },
		"missed": func(r *room) { r.late(tolerance+1).claim(wall, editorial.StepNone) },
	} {
		t.Run(name, func(t *testing.T) {
			r := approved(t).late(0)
			end(r)
			require.EqualValues(t, name, r.on(wall).State)
			r.saves(editorial.Manager, retitle)
			require.EqualValues(t, name, r.on(wall).State, "another title does not")
			r.saves(editorial.Manager, toTen)
			require.Equal(t, editorial.Scheduled, r.on(wall).State)
			require.Equal(t, due.Add(time.Hour), r.on(wall).Next)
			require.False(t, r.on(wall).Stopped)
		})
	}
}

func TestDroppedStaysDropped(t *testing.T) {
	r := approved(t)
	require.NoError(t, r.decide(editorial.Contributor, wall, editorial.DeliveryAsked{Move: editorial.MoveDrop}))
	r.saves(editorial.Manager, toTen)
	r.saves(editorial.Manager, retext)
	r.does(editorial.Manager, editorial.MoveApprove)
	r.does(editorial.Manager, editorial.MovePublishNow)
	require.Equal(t, editorial.Dropped, r.on(wall).State)
	require.Zero(t, r.on(wall).Next)
}
