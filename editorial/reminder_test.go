package editorial_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"parution.dev/editorial"
)

// remind has the machine look whether somebody must be reminded now.
func (r *room) remind() (editorial.Reminder, editorial.Lines) {
	desk := r.as(editorial.Viewer)
	desk.By = editorial.Machine()
	told, lines := r.post.Remind(desk)
	if len(told) == 0 {
		return editorial.Reminder{}, lines
	}
	return told[0], lines
}

// reminded is how long ahead of its time the post reminds now; -1 for not.
func (r *room) reminded() time.Duration {
	told, lines := r.remind()
	if len(lines.Audit) == 0 {
		return -1
	}
	require.Equal(r.t, "approval.reminder", lines.Audit[0].Action)
	return told.Ahead
}

func (r *room) waiting(t *testing.T) editorial.Waiting {
	t.Helper()
	w, ok := r.post.WaitsFor(r.as(editorial.Viewer))
	require.True(t, ok)
	return w
}

// A post in review reminds those who must approve it a day and an hour before
// its time, and at its time.
func TestReminders(t *testing.T) {
	r := newRoom(t)
	r.now = due.Add(-30 * time.Hour)
	r.write()
	require.True(t, r.post.RemindAt.IsZero(), "a draft waits for no approval")
	r.does(editorial.Editor, editorial.MoveSubmit)
	for _, step := range []struct {
		at   time.Duration // before the post is due
		want time.Duration
	}{
		{24*time.Hour + time.Millisecond, -1},
		{24 * time.Hour, 24 * time.Hour},
		{24*time.Hour - time.Minute, -1},
		{time.Hour, time.Hour},
		{time.Minute, -1},
		{0, 0},
		{-time.Hour, -1},
	} {
		r.now = due.Add(-step.at)
		version := r.post.Version
		require.Equal(t, step.want, r.reminded(), "%s before", step.at)
		require.Equal(t, -1*time.Nanosecond, r.reminded(), "twice")
		require.Equal(t, version, r.post.Version, "what the daemon does makes no other version")
	}
	require.True(t, r.post.RemindAt.IsZero(), "there is nothing more to remind of")
}

// After downtime only the latest one that applies is given.
func TestRemindersAfterDowntime(t *testing.T) {
	r := newRoom(t)
	r.now = due.Add(-30 * time.Hour)
	r.write()
	r.does(editorial.Editor, editorial.MoveSubmit)
	r.now = due.Add(-10 * time.Minute)
	require.Equal(t, time.Hour, r.reminded())
	require.Equal(t, due, r.post.RemindAt)
	r.now = due.Add(48 * time.Hour)
	require.Equal(t, time.Duration(0), r.reminded())
	require.Equal(t, -1*time.Nanosecond, r.reminded())
}

// Who is asked at five hours' notice is not reminded of the day before.
func TestRemindersOfShortNotice(t *testing.T) {
	r := newRoom(t)
	r.now = due.Add(-5 * time.Hour)
	r.write()
	r.does(editorial.Editor, editorial.MoveSubmit)
	require.Equal(t, due.Add(-time.Hour), r.post.RemindAt)
	require.Equal(t, -1*time.Nanosecond, r.reminded())
	require.Equal(t, due.Add(-4*time.Hour), r.waiting(t).By, "as the calendar says")

	r.calendar.Policy.ApproveAhead = 6 * time.Hour
	require.Equal(t, due, r.waiting(t).By, "that would have been before anybody was asked")
	require.Equal(t, due, r.waiting(t).Due)
}

// Another time is another thing to be reminded of.
func TestRemindersFollowTheTime(t *testing.T) {
	r := newRoom(t)
	r.now = due.Add(-72 * time.Hour)
	r.write()
	r.does(editorial.Editor, editorial.MoveSubmit)
	r.now = due.Add(-24 * time.Hour)
	require.Equal(t, 24*time.Hour, r.reminded())
	r.saves(editorial.Editor, func(s *editorial.Sheet) { s.Planned = atTen })
	require.Equal(t, r.now.Add(time.Hour), r.post.RemindAt)
	r.now = due.Add(-23 * time.Hour)
	require.Equal(t, 24*time.Hour, r.reminded())
	r.does(editorial.Manager, editorial.MoveApprove)
	require.True(t, r.post.RemindAt.IsZero(), "it is approved")
}

// The record names whom a reminder concerns, and until when.
func TestReminderNamesPeople(t *testing.T) {
	r := inSteps(t, proofreading, client)
	require.NoError(t, r.approves("ana"))
	r.now = due.Add(-time.Hour)
	told, lines := r.remind()
	require.Equal(t, []editorial.MemberID{"mem_bo"}, told.For)
	require.Equal(t, "1h ahead of 2026-11-24T08:00:00Z; for mem_bo; by 2026-11-24T04:00:00Z", lines.Audit[0].Detail)
	require.Equal(t, editorial.Status("in_review"), lines.Audit[0].Status)
}

// Where several sign one step, the yes of one is no reason to tell the others
// again what they were told, nor those above.
func TestRemindersOutliveASignOff(t *testing.T) {
	all := editorial.ApprovalStep{Name: "All", Members: []editorial.MemberID{"mem_ana", "mem_bo", "mem_cleo"}, Need: editorial.NeedAll}
	r := inSteps(t, all, management)
	r.calendar.Policy.Escalation = editorial.Escalation{After: 2 * time.Hour}
	since := r.post.Review.Since
	r.now = since.Add(2 * time.Hour)
	told, _ := r.remind()
	require.True(t, told.Escalated)
	require.NoError(t, r.approves("ana"))
	require.Equal(t, []editorial.MemberID{"mem_mia"}, r.waiting(t).Above, "they may sign still")
	_, lines := r.remind()
	require.Empty(t, lines.Audit)
	r.now = due.Add(-time.Hour)
	require.Equal(t, time.Hour, r.reminded())
	require.NoError(t, r.approves("bo"))
	_, lines = r.remind()
	require.Empty(t, lines.Audit)
	require.NoError(t, r.approves("cleo"))
	require.Equal(t, "Management", r.waiting(t).Step.Name)
	require.Empty(t, r.waiting(t).Above, "the next step has its own time")
}

// Whenever the machine looks, nobody hears twice of one moment of one time,
// nor of an earlier one after a later one, and never of a post that waits for
// nobody.
func TestRemindersNeverRepeat(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := newRoom(t)
		r.now = due.Add(-time.Duration(rapid.IntRange(1, 40).Draw(t, "hours ahead")) * time.Hour)
		r.write()
		last := map[time.Time]time.Duration{}
		for range rapid.IntRange(1, 20).Draw(t, "steps") {
			r.now = r.now.Add(time.Duration(rapid.IntRange(0, 300).Draw(t, "minutes")) * time.Minute)
			switch rapid.IntRange(0, 3).Draw(t, "what") {
			case 0:
				_ = r.move(editorial.Editor, editorial.MoveSubmit)
				last = map[time.Time]time.Duration{}
			case 1:
				_ = r.move(editorial.Editor, editorial.MoveWithdraw)
			default:
				told, lines := r.remind()
				if len(lines.Audit) == 0 {
					continue
				}
				require.Equal(t, editorial.InReview, r.post.State)
				before, some := last[told.Due]
				require.True(t, !some || told.Ahead < before, "%s after %s", told.Ahead, before)
				last[told.Due] = told.Ahead
			}
		}
	})
}

// An approval that comes late can ask to be refused.
func TestLateApprovalCanBeRefused(t *testing.T) {
	r := written(t).late(time.Minute)
	require.Equal(t, editorial.CodeTimePassed, code(r.move(editorial.Manager, editorial.MoveApprove, editorial.LateRefuse)))
	require.Nil(t, r.post.Approval)
	require.Equal(t, atNine, r.post.Planned, "and keeps its date")
	r.now = due.Add(-time.Minute)
	r.does(editorial.Manager, editorial.MoveApprove, editorial.LateRefuse)
	require.Equal(t, editorial.Approved, r.post.State)
}
