package store

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// reminders are the record's lines about a post's reminders.
func (h *house) reminders(p *editorial.Post) (details []string) {
	lines, err := h.ListAudit(h.ctx, AuditFilter{Calendars: []editorial.CalendarID{maison}, Post: p.ID}, 100)
	require.NoError(h.t, err)
	for _, line := range lines {
		if line.Action == "approval.reminder" {
			details = append(details, line.Detail)
		}
	}
	return details
}

func (h *house) remind() []editorial.Reminder {
	told, err := h.Remind(h.ctx, h.now)
	require.NoError(h.t, err)
	return told
}

// A reminder is written once, whoever looks, however often, and after a
// restart.
func TestRemind(t *testing.T) {
	h := newHouse(t)
	h.now = nine.Add(-30 * time.Hour)
	waits := h.move(h.draft("waits", nine, wall), editorial.MoveSubmit)
	signed := h.move(h.draft("signed", nine, wall), editorial.MoveSubmit)
	h.move(signed, editorial.MoveApprove)
	require.Empty(t, h.remind())

	h.now = nine.Add(-24 * time.Hour)
	told := h.remind()
	require.Equal(t, []editorial.Reminder{{Post: waits.ID, Due: nine, Ahead: 24 * time.Hour, For: []editorial.MemberID{ines}}}, told)
	require.Empty(t, h.remind())
	require.Empty(t, h.another().remind(), "another daemon")

	h.now = nine.Add(time.Hour)
	require.Len(t, h.another().remind(), 1, "the latest after downtime")
	require.Empty(t, h.remind())
	h.now = nine.Add(100 * time.Hour)
	require.Empty(t, h.remind())
	require.Equal(t, []string{
		"24h ahead of 2026-11-24T08:00:00Z; for mem_1; by 2026-11-24T04:00:00Z",
		"0h ahead of 2026-11-24T08:00:00Z; for mem_1; by 2026-11-24T04:00:00Z",
	}, h.reminders(waits))
	require.Empty(t, h.reminders(signed))
}

// A post that cannot be read keeps nobody else from being reminded.
func TestRemindSkipsWhatCannotBeRead(t *testing.T) {
	h := newHouse(t)
	h.now = nine.Add(-30 * time.Hour)
	broken := h.move(h.draft("broken", nine, wall), editorial.MoveSubmit)
	waits := h.move(h.draft("waits", nine, wall), editorial.MoveSubmit)
	h.raw(`UPDATE posts SET sheet = '{' WHERE id = $1`, broken.ID)
	h.now = nine.Add(-24 * time.Hour)
	told, err := h.Remind(h.ctx, h.now)
	require.ErrorContains(t, err, string(broken.ID))
	require.Len(t, told, 1)
	require.Len(t, h.reminders(waits), 1)
}

// The list of what waits goes on reading until a page is full.
func TestListPostsKeeps(t *testing.T) {
	h := newHouse(t)
	var mine []string
	for i := range 12 {
		p := h.draft("a post", nine.Add(time.Duration(i)*time.Minute), wall)
		if i%4 == 3 {
			mine = append(mine, string(p.ID))
		}
	}
	h.approved("approved", nine, wall)
	f := PostFilter{Calendars: []editorial.CalendarID{maison, "cal_2"}, Waiting: true}
	every, _, err := h.ListPosts(h.ctx, f, Page{})
	require.NoError(t, err)
	require.Len(t, every, 12)
	f.Keep = func(p *editorial.Post) bool { return p.FirstDue.Minute()%4 == 3 }
	var got []string
	for page := (Page{Limit: 2}); ; {
		posts, next, err := h.ListPosts(h.ctx, f, page)
		require.NoError(t, err)
		require.LessOrEqual(t, len(posts), 2)
		for _, p := range posts {
			got = append(got, string(p.ID))
		}
		if next == "" {
			break
		}
		page.Cursor = next
	}
	require.Equal(t, mine, got)
	none, _, err := h.ListPosts(h.ctx, PostFilter{Waiting: true}, Page{})
	require.NoError(t, err)
	require.Empty(t, none, "of no calendar")
}
