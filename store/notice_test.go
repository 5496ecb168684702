package store

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// tell tells people of all that the record holds.
func (h *house) tell() {
	h.t.Helper()
	for more := true; more; {
		var err error
		more, err = h.TellNotices(h.ctx, []editorial.Outlet{editorial.OutletMail}, h.now)
		require.NoError(h.t, err)
	}
}

// joins brings a member into the calendar.
func (h *house) joins(id editorial.MemberID, roles ...editorial.Role) {
	h.t.Helper()
	require.NoError(h.t, h.AddMember(h.ctx, h.desk(), maison, editorial.Member{
		ID: id, Name: string(id), Email: string(id) + "@example.org", Roles: map[editorial.CalendarID][]editorial.Role{maison: roles},
	}))
}

// told is what a member was told, in short, oldest first.
func (h *house) told(m editorial.MemberID) (all []string) {
	h.t.Helper()
	found, err := h.NoticesAfter(h.ctx, NoticeFilter{Member: m, Instance: true}, 1000)
	require.NoError(h.t, err)
	for _, n := range found {
		all = append(all, n.Line.Action+" "+string(n.Weight))
	}
	return all
}

func TestNotices(t *testing.T) {
	h := newHouse(t)
	h.joins("mem_2", editorial.Editor)
	h.joins("mem_3", editorial.Reviewer)
	h.tell()
	p := h.draft("Soldes", nine, wall)
	h.move(p, editorial.MoveSubmit)
	h.tell()
	require.Equal(t, []string{"member.added news", "post.submitted duty"}, h.told("mem_3"))
	require.Equal(t, []string{"member.added news"}, h.told("mem_2"))
	h.pause(editorial.Scope{Calendar: maison})
	h.tell()
	require.Equal(t, []string{"member.added news", "pause.made alarm"}, h.told("mem_2"))

	found, next, err := h.ListNotices(h.ctx, NoticeFilter{Member: "mem_3"}, Page{Limit: 1})
	require.NoError(t, err)
	require.Len(t, found, 1)
	require.Equal(t, "post.submitted", found[0].Line.Action)
	require.Equal(t, "Soldes", found[0].Title)
	require.Equal(t, h.now, found[0].Told)
	rest, next, err := h.ListNotices(h.ctx, NoticeFilter{Member: "mem_3"}, Page{Limit: 1, Cursor: next})
	require.NoError(t, err)
	require.Equal(t, "member.added", rest[0].Line.Action)
	require.Empty(t, next)
}

// Who is away is not asked; who acts in their place is.
func TestNoticesOfWhoIsAway(t *testing.T) {
	h := newHouse(t)
	h.joins("mem_2", editorial.Reviewer)
	h.joins("mem_3", editorial.Reviewer)
	h.delegates("dgn_1", "mem_2", h.now)
	h.raw(`UPDATE delegations SET member_id = 'mem_3'`)
	h.move(h.draft("Soldes", nine, wall), editorial.MoveSubmit)
	h.tell()
	require.Contains(t, h.told("mem_2"), "post.submitted duty")
	require.NotContains(t, h.told("mem_3"), "post.submitted duty")
}

// Whoever else tells meanwhile, and whatever ends a daemon between two steps:
// each line is told once.
func TestNoticesOnce(t *testing.T) {
	h := newHouse(t)
	h.joins("mem_2", editorial.Editor)
	for range 2 * readAtOnce {
		h.record(editorial.AuditLine{At: h.now, Calendar: maison, Actor: editorial.Machine(), Action: "comment.mentioned", Subject: "com_1", Detail: "to mem_2"})
	}
	other := h.another()
	done := make(chan error, 2)
	for _, daemon := range []*house{h, other} {
		go func() {
			for more, err := true, error(nil); ; more, err = daemon.TellNotices(daemon.ctx, nil, daemon.now) {
				if err != nil || !more {
					done <- err
					return
				}
			}
		}()
	}
	require.NoError(t, <-done)
	require.NoError(t, <-done)
	h.tell()
	require.Len(t, h.told("mem_2"), 2*readAtOnce+1)
	mark := h.count(`SELECT seq FROM readings WHERE name = 'notices'`)
	require.Equal(t, h.count(`SELECT MAX(seq) FROM audit`), mark)
}

// A reading that fails half-way has told nobody.
func TestNoticesTogether(t *testing.T) {
	h := newHouse(t)
	h.joins("mem_2", editorial.Editor)
	h.pause(editorial.Scope{Calendar: maison})
	h.raw(`CREATE TRIGGER breaks BEFORE UPDATE ON readings BEGIN SELECT RAISE(ABORT, 'no'); END`)
	_, err := h.TellNotices(h.ctx, []editorial.Outlet{editorial.OutletMail}, h.now)
	require.Error(t, err)
	require.Empty(t, h.told("mem_2"))
	h.raw(`DROP TRIGGER breaks`)
	h.tell()
	require.Contains(t, h.told("mem_2"), "pause.made alarm")
}

// What cannot be read any more silences no alarm.
func TestNoticesOfWhatIsBroken(t *testing.T) {
	h := newHouse(t)
	require.NoError(t, h.AddMember(h.ctx, h.desk(), "", editorial.Member{ID: "mem_9", Email: "olive@example.org", Owner: true}))
	p := h.draft("Soldes", nine, wall)
	h.raw(`UPDATE posts SET sheet = '{' WHERE id = $1`, p.ID)
	line := editorial.AuditLine{At: h.now, Calendar: maison, Actor: editorial.Machine(), Action: "delivery.failed", Subject: "dlv_1", Post: p.ID}
	h.record(line)
	line.Calendar, line.Post = "cal_gone", "post_gone"
	h.record(line)
	h.tell()
	require.Contains(t, h.told(ines), "delivery.failed alarm")
	require.Equal(t, []string{"delivery.failed alarm"}, h.told("mem_9")[len(h.told("mem_9"))-1:])
}

func TestReadNotices(t *testing.T) {
	h := newHouse(t)
	h.joins("mem_2", editorial.Editor)
	h.pause(editorial.Scope{Calendar: maison})
	h.record(editorial.AuditLine{At: h.now, Actor: editorial.Actor{Member: "mem_2"}, Action: "password.changed", Subject: "mem_2"})
	h.tell()
	all, here := NoticeFilter{Member: "mem_2", Instance: true}, NoticeFilter{Member: "mem_2", Calendars: []editorial.CalendarID{maison}}
	unread := func(f NoticeFilter) Unread {
		u, err := h.CountNotices(h.ctx, f)
		require.NoError(t, err)
		return u
	}
	last := int64(h.count(`SELECT MAX(seq) FROM audit`))
	require.Equal(t, Unread{map[editorial.Weight]int{"alarm": 1, "news": 2}, last}, unread(all))
	require.Equal(t, map[editorial.Weight]int{"alarm": 1, "news": 1}, unread(here).Count)
	require.Empty(t, unread(NoticeFilter{Member: "mem_2", Calendars: []editorial.CalendarID{"cal_2"}}).Count)

	changed, cancel := h.SubscribeNotices()
	defer cancel()
	h.now = h.now.Add(time.Minute)
	read, err := h.ReadNotices(h.ctx, all, []int64{last}, 0, h.now)
	require.NoError(t, err)
	require.EqualValues(t, 1, read)
	<-changed
	require.Equal(t, map[editorial.Weight]int{"alarm": 1, "news": 1}, unread(all).Count)
	read, err = h.ReadNotices(h.ctx, NoticeFilter{Member: ines, Instance: true}, []int64{last - 1}, 0, h.now)
	require.NoError(t, err)
	require.Zero(t, read, "another's are not theirs to read")
	read, err = h.ReadNotices(h.ctx, all, nil, last, h.now)
	require.NoError(t, err)
	require.EqualValues(t, 2, read)
	require.Equal(t, Unread{map[editorial.Weight]int{}, last}, unread(all))

	require.NoError(t, h.ForgetNotices(h.ctx, h.now.Add(noticesKept-time.Hour)))
	require.Len(t, h.told("mem_2"), 3)
	require.NoError(t, h.ForgetNotices(h.ctx, h.now.Add(noticesKept)))
	require.Empty(t, h.told("mem_2"))
}

// A role that a calendar made for itself makes its holder one of the team.
func TestTeamHasCustomRoles(t *testing.T) {
	h := newHouse(t)
	press := h.bundle("role_1", "Presse", editorial.Read, editorial.Approve)
	h.joins("mem_2", press.ID)
	team, err := h.ListTeam(h.ctx, maison)
	require.NoError(t, err)
	require.Len(t, team, 2)
}

// A post that cannot be read silences nothing that was told of it, nor of any
// other.
func TestNoticesOfADamagedPost(t *testing.T) {
	h := newHouse(t)
	h.joins("mem_2", editorial.Reviewer)
	bad, good := h.draft("damaged", nine, wall), h.draft("whole", nine, wall)
	h.move(bad, editorial.MoveSubmit)
	h.move(good, editorial.MoveSubmit)
	h.tell()
	h.raw(`UPDATE revisions SET content = '{{{' WHERE post_id = $1`, bad.ID)
	found, _, err := h.ListNotices(h.ctx, NoticeFilter{Member: "mem_2"}, Page{})
	require.NoError(t, err)
	require.Len(t, found, 3)
	require.Equal(t, "whole", found[0].Title)
	require.Equal(t, "damaged", found[1].Title)
	h.now = h.now.Add(time.Hour)
	for _, d := range h.fetches(1) {
		m, err := h.GetMailing(h.ctx, d, h.now)
		require.NoError(t, err)
		require.Len(t, m.Tidings, 2)
	}

	h.hook("hook_1", editorial.OutletHook, "post.*")
	m, err := h.GetHookMessage(h.ctx, editorial.Dispatch{Hook: "hook_1", Seq: found[1].Line.Seq})
	require.NoError(t, err)
	require.Equal(t, "damaged", m.Title)
	require.Zero(t, m.Revision)
}
