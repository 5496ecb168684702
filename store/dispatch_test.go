package store

import (
	"errors"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func mailWays() []editorial.Outlet { return []editorial.Outlet{editorial.OutletMail} }

// mails has a letter sent.
func (h *house) mails(to string) {
	h.t.Helper()
	l := editorial.Letter{Name: "Grace", Language: editorial.French, Link: editorial.NewSecret("https://parution.example/x#secret"), By: "Inès", Calendar: "Maison"}
	require.NoError(h.t, h.AddLetter(h.ctx, to, editorial.KindInvite, l, h.now))
}

// fetches takes what is due, which must be so many.
func (h *house) fetches(count int) []editorial.Dispatch {
	h.t.Helper()
	claimed, err := h.ClaimDispatches(h.ctx, mailWays(), "test", h.now, 10)
	require.NoError(h.t, err)
	require.Len(h.t, claimed, count)
	return claimed
}

// settles brings back what a try came to.
func (h *house) settles(d editorial.Dispatch, verdict editorial.Verdict) editorial.Dispatch {
	h.t.Helper()
	o := editorial.DispatchOutcome{Dispatch: d.ID, Try: d.Tries, Verdict: verdict, Started: h.now, Ended: h.now}
	if verdict != editorial.Done {
		o.Code, o.Message = "mail_server", "not yet"
	}
	settled, err := h.SettleDispatch(h.ctx, o)
	require.NoError(h.t, err)
	return settled
}

func TestLetters(t *testing.T) {
	h := newHouse(t)
	h.mails("grace@example.org")
	require.NotContains(t, h.everything(), "x#secret", "a link is sealed at rest")
	d := h.fetches(1)[0]
	require.Equal(t, "https://parution.example/x#secret", d.Letter.Link.Reveal())
	h.fetches(0)
	d = h.settles(d, editorial.Later)
	require.Equal(t, editorial.DispatchWaiting, d.State)
	h.fetches(0)
	h.now = h.now.Add(time.Minute)
	second := h.fetches(1)[0]
	require.Equal(t, 2, second.Tries)

	require.Equal(t, editorial.DispatchSending, h.settles(editorial.Dispatch{ID: d.ID, Tries: 1}, editorial.Done).State, "an older try decides nothing any more")
	done := h.settles(second, editorial.Done)
	require.Equal(t, editorial.DispatchDone, done.State)
	read, err := h.GetDispatch(h.ctx, d.ID)
	require.NoError(t, err)
	require.Nil(t, read.Letter, "what has left is not kept")
	tries, err := h.ListTries(h.ctx, d.ID)
	require.NoError(t, err)
	require.Len(t, tries, 2)
	require.Equal(t, editorial.Done, tries[1].Verdict)

	require.NoError(t, h.ForgetNotices(h.ctx, h.now.Add(dispatchesKept+time.Minute)))
	require.Zero(t, h.count(`SELECT COUNT(*) FROM dispatches`)+h.count(`SELECT COUNT(*) FROM dispatch_tries`))
}

// What a daemon held that died is taken again when its lease is over.
func TestDispatchLease(t *testing.T) {
	h := newHouse(t)
	h.mails("grace@example.org")
	h.fetches(1)
	h.now = h.now.Add(editorial.DispatchLease - time.Second)
	h.fetches(0)
	h.now = h.now.Add(time.Second)
	require.Equal(t, 2, h.fetches(1)[0].Tries)
}

// What a key does not open any more can never be sent, and stops nothing else.
func TestLetterOfAnotherKey(t *testing.T) {
	h := newHouse(t)
	h.mails("grace@example.org")
	h.raw(`UPDATE dispatches SET letter = X'00'`)
	require.Nil(t, h.fetches(1)[0].Letter)
}

// Two daemons never claim the same.
func TestDispatchesRace(t *testing.T) {
	h := newHouse(t)
	for range 40 {
		h.mails("grace@example.org")
	}
	other := h.another()
	got := make(chan int, 2)
	for _, daemon := range []*house{h, other} {
		go func() {
			n := 0
			for {
				claimed, err := daemon.ClaimDispatches(daemon.ctx, mailWays(), "test", daemon.now, 3)
				if err != nil || len(claimed) == 0 {
					got <- n
					return
				}
				n += len(claimed)
			}
		}()
	}
	require.Equal(t, 40, <-got+<-got)
}

// Notices of one weight that wait together leave together; each is in one mail.
func TestMailOfNotices(t *testing.T) {
	h := newHouse(t)
	h.joins("mem_2", editorial.Editor)
	h.joins("mem_3", editorial.Reviewer)
	h.tell()
	h.raw(`DELETE FROM notices`)
	h.raw(`DELETE FROM dispatches`)
	p := h.draft("Soldes", nine, wall)
	h.move(p, editorial.MoveSubmit)
	h.tell()
	d := h.fetches(1)[0]
	require.Equal(t, editorial.MemberID("mem_3"), d.Member)
	require.Equal(t, editorial.KindDuty, d.Kind)
	m, err := h.GetMailing(h.ctx, d, h.now)
	require.NoError(t, err)
	require.Equal(t, "mem_3@example.org", m.To.Email)
	require.Len(t, m.Tidings, 1)
	require.Equal(t, "Soldes", m.Tidings[0].Title)
	require.Equal(t, "Maison", m.Calendars[maison].Name)
	h.settles(d, editorial.Done)

	h.pause(editorial.Scope{Calendar: maison})
	h.pause(editorial.Scope{Channel: wall})
	h.tell()
	d = h.fetches(1)[0]
	m, err = h.GetMailing(h.ctx, d, h.now)
	require.NoError(t, err)
	require.Len(t, m.Tidings, 2, "a burst is one mail")
	h.pause(editorial.Scope{Channel: ribbon})
	h.tell()
	next := h.fetches(1)[0]
	require.NotEqual(t, d.ID, next.ID, "what comes while a mail is on its way is in the next")
	m, err = h.GetMailing(h.ctx, next, h.now)
	require.NoError(t, err)
	require.Len(t, m.Tidings, 1)

	_, err = h.UpdateMember(h.ctx, h.desk(), maison, "mem_2", func(m *editorial.Member) error {
		m.Roles[maison] = nil
		return nil
	})
	require.NoError(t, err)
	m, err = h.GetMailing(h.ctx, d, h.now)
	require.NoError(t, err)
	require.True(t, m.Empty(), "who may not read it any more gets no mail of it")
}

// News wait for more, and are not mailed when they were read meanwhile.
func TestGatheredNews(t *testing.T) {
	h := newHouse(t)
	h.now = noon.Add(-2 * time.Hour)
	h.joins("mem_2", editorial.Editor)
	h.tell()
	h.fetches(0)
	h.record(editorial.AuditLine{At: h.now, Calendar: maison, Actor: editorial.Actor{Member: ines}, Action: "member.updated", Subject: "mem_2"})
	h.now = h.now.Add(10 * time.Minute)
	h.tell()
	h.fetches(0)
	h.now = h.now.Add(5 * time.Minute)
	d := h.fetches(1)[0]
	m, err := h.GetMailing(h.ctx, d, h.now)
	require.NoError(t, err)
	require.Len(t, m.Tidings, 2)
	_, err = h.ReadNotices(h.ctx, NoticeFilter{Member: "mem_2", Instance: true}, nil, 1000, h.now)
	require.NoError(t, err)
	m, err = h.GetMailing(h.ctx, d, h.now)
	require.NoError(t, err)
	require.True(t, m.Empty())
	require.NoError(t, h.DropDispatch(h.ctx, d.ID, h.now))
	read, err := h.GetDispatch(h.ctx, d.ID)
	require.NoError(t, err)
	require.Equal(t, editorial.DispatchDropped, read.State)
}

func TestWishes(t *testing.T) {
	h := newHouse(t)
	w, err := h.GetWishes(h.ctx, ines)
	require.NoError(t, err)
	require.Equal(t, editorial.UsualWishes(), w)
	w, err = h.UpdateWishes(h.ctx, h.desk(), ines, func(w *editorial.Wishes) error {
		*w = w.Without(editorial.KindDaily, maison)
		return nil
	})
	require.NoError(t, err)
	read, err := h.GetWishes(h.ctx, ines)
	require.NoError(t, err)
	requireSame(t, w, read)
	require.EqualValues(t, 1, read.Version)
	_, err = h.UpdateWishes(h.ctx, h.desk(), ines, func(*editorial.Wishes) error { return errors.New("no") })
	require.Error(t, err)
	_, err = h.UpdateWishes(h.ctx, h.desk(), "mem_none", func(*editorial.Wishes) error { return nil })
	requireCode(t, editorial.CodeNotFound, err)
}

// A digest is made once a day, at the calendar's hour or as soon as somebody is
// there to make it.
func TestDigests(t *testing.T) {
	h := newHouse(t)
	h.joins("mem_2", editorial.Viewer)
	h.now = time.Date(2026, 11, 24, 6, 59, 0, 0, time.UTC) // a Tuesday, 7:59 in Paris
	made := func() int {
		before := h.count(`SELECT COUNT(*) FROM dispatches`)
		require.NoError(t, h.MakeDigests(h.ctx, h.now))
		return h.count(`SELECT COUNT(*) FROM dispatches`) - before
	}
	require.Zero(t, made())
	h.now = h.now.Add(time.Minute)
	require.Equal(t, 1, made(), "for the manager, not for who only reads")
	require.Zero(t, made())
	h.now = h.now.Add(30 * time.Hour)
	require.Equal(t, 1, made(), "later on the next day")
	h.now = time.Date(2026, 11, 30, 7, 0, 0, 0, time.UTC) // a Monday
	require.Equal(t, 2, made())

	h.approved("leaves tonight", h.now.Add(12*time.Hour), wall)
	h.draft("not ready", h.now.Add(13*time.Hour), ribbon)
	claimed := h.fetches(4)
	m, err := h.GetMailing(h.ctx, claimed[len(claimed)-1], h.now)
	require.NoError(t, err)
	require.Equal(t, "leaves tonight", m.Digest.Leaving[0].Name)
	require.Equal(t, []string{"chan_1"}, m.Digest.Leaving[0].Channels)
	require.Equal(t, "not ready", m.Digest.Waiting[0].Name)
	require.Equal(t, []string{"Inès"}, m.Digest.Waiting[0].For)
	require.NotEmpty(t, m.Digest.Head.Hash)
}

// One damaged row darkens no digest: its post is among what is stopped, and the
// others are there as ever.
func TestDigestWithADamagedRow(t *testing.T) {
	h := newHouse(t)
	bad := h.approved("damaged", h.now.Add(5*time.Hour), wall)
	h.approved("whole", h.now.Add(6*time.Hour), wall)
	h.raw(`UPDATE deliveries SET holds = '{{{' WHERE post_id = $1`, bad.ID)
	m, err := h.GetMailing(h.ctx, editorial.Dispatch{Kind: editorial.KindDaily, Member: ines, Calendar: maison}, h.now)
	require.NoError(t, err)
	require.Len(t, m.Digest.Stopped, 1)
	require.Equal(t, "damaged", m.Digest.Stopped[0].Name)
	require.Len(t, m.Digest.Leaving, 1)
	require.Equal(t, "whole", m.Digest.Leaving[0].Name)
}

// What waits for people, and what leaves again, is in the digest however long
// ago its first time was.
func TestDigestOfLongAgo(t *testing.T) {
	h := newHouse(t)
	h.move(h.draft("waits for long", h.now.Add(time.Hour), wall), editorial.MoveSubmit)
	h.move(h.edit(h.draft("a wave each month", h.now.Add(time.Hour), wall, ribbon), func(s *editorial.Sheet) {
		late, err := editorial.WhenAt(h.now.AddDate(0, 0, 30).Add(5*time.Hour), "Europe/Paris")
		require.NoError(t, err)
		s.Times = map[editorial.ChannelID]editorial.When{ribbon: late}
	}), editorial.MoveApprove)
	h.raw(`UPDATE deliveries SET state = 'published', out_at = due_at, next_at = NULL WHERE channel_id = $1 AND state = 'scheduled'`, wall)
	h.raw(`UPDATE posts SET status = 'partly_published' WHERE status = 'scheduled'`)
	h.now = h.now.AddDate(0, 0, 30)
	require.NoError(t, h.MakeDigests(h.ctx, h.now))
	m, err := h.GetMailing(h.ctx, h.fetches(1)[0], h.now)
	require.NoError(t, err)
	require.Len(t, m.Digest.Late, 1)
	require.Equal(t, "waits for long", m.Digest.Late[0].Name)
	require.Len(t, m.Digest.Leaving, 1)
	require.Equal(t, "a wave each month", m.Digest.Leaving[0].Name)

	h.raw(`UPDATE deliveries SET state = 'published', out_at = due_at - 86400000, next_at = NULL WHERE channel_id = $1 AND state = 'scheduled'`, ribbon)
	h.raw(`UPDATE posts SET status = 'published' WHERE status = 'partly_published'`)
	weekly := editorial.Dispatch{Kind: editorial.KindWeekly, Member: m.To.ID, Calendar: maison}
	m, err = h.GetMailing(h.ctx, weekly, h.now)
	require.NoError(t, err)
	require.Equal(t, 1, m.Digest.Results.Published, "what came out last week, however long ago its post began")
}
