package store

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// editable lets what is out on a channel be changed there.
func (h *house) editable(id editorial.ChannelID) {
	h.t.Helper()
	_, err := h.UpdateChannel(h.ctx, h.desk(), id, func(c *editorial.Channel) error {
		c.Limits.Edits.Copy = true
		return nil
	})
	require.NoError(h.t, err)
}

// goneOut is a post that went out on the wall at nine, with a change of it
// that is approved.
func (h *house) goneOut(text string) *editorial.Post {
	h.t.Helper()
	p := h.approved(text, nine, wall)
	h.now = nine
	h.turn(published(h.claimOne(p, wall)))
	h.now = nine.Add(time.Minute)
	return h.rewritten(p, text+", corrected")
}

// goneOutNow is one that was put into the plan too late for the releaser, and
// is out since a minute; its change is approved.
func (h *house) goneOutNow(text string) *editorial.Post {
	h.t.Helper()
	p := h.approved(text, h.now.Add(time.Minute), wall)
	h.raw(`UPDATE deliveries SET state = 'published', next_at = NULL, out_at = due_at, revision = 1,
		hash = (SELECT hashes ->> '$.chan_1' FROM revisions WHERE revisions.post_id = deliveries.post_id) WHERE post_id = $1`, p.ID)
	h.raw(`INSERT INTO parts SELECT id, 0, 'post', 'published', id, 0, NULL, NULL, 1, NULL, NULL, id, '', '', due_at, 0, 0, NULL FROM deliveries WHERE post_id = $1`, p.ID)
	return h.rewritten(p, text+", corrected at some length")
}

func (h *house) rewritten(p *editorial.Post, text string) *editorial.Post {
	h.t.Helper()
	return h.move(h.edit(p, func(s *editorial.Sheet) { s.Content.Text = text }), editorial.MoveApprove)
}

// ask tries to have what is out changed to the post's current revision.
func (h *house) ask(p *editorial.Post) error {
	asked := editorial.DeliveryAsked{Move: editorial.MoveEditLive, Revision: h.get(p).Revision, Note: "a typo"}
	return h.AddAct(h.ctx, h.desk(), h.on(p, wall).ID, func(c editorial.Case, desk editorial.Desk, open *editorial.Act) (editorial.Act, editorial.Lines, error) {
		return editorial.AskEdit(c, asked, desk, open)
	})
}

func (h *house) asks(p *editorial.Post) editorial.Act {
	h.t.Helper()
	require.NoError(h.t, h.ask(p))
	return h.acts(p)[0]
}

func (h *house) acts(p *editorial.Post) []editorial.Act {
	h.t.Helper()
	found, err := h.ListActs(h.ctx, h.on(p, wall).ID)
	require.NoError(h.t, err)
	return found
}

// claims looks at the acts that are due.
func (h *house) claims() editorial.ActTurned {
	h.t.Helper()
	turned, err := h.ClaimActs(h.ctx, editorial.ActRound{Now: h.now, Holder: "daemon", Free: 8})
	require.NoError(h.t, err)
	require.Empty(h.t, turned.Broken)
	return turned
}

func (h *house) claimsOne() editorial.ActWork {
	h.t.Helper()
	turned := h.claims()
	require.Len(h.t, turned.Work, 1)
	return turned.Work[0]
}

// hears settles what a call came to.
func (h *house) hears(w editorial.ActWork, o editorial.ActOutcome) editorial.ActSettled {
	h.t.Helper()
	o.Act, o.Attempt, o.Channel, o.Ended = w.Act.ID, w.Act.Attempt, w.Account.Version, h.now
	settled, err := h.SettleAct(h.ctx, o)
	require.NoError(h.t, err)
	return settled
}

func edited(w editorial.ActWork) editorial.ActOutcome {
	return editorial.ActOutcome{Verdict: editorial.Done, Receipt: w.Receipt}
}

// A stop that comes while an edit is on the wire says so, and the post is put away
// when nothing of it is.
func TestStopsMeetAnEditOnTheWire(t *testing.T) {
	h := newHouse(t)
	h.editable(wall)
	p := h.goneOut("x")
	h.asks(p)
	work := h.claimsOne()
	moved := func(move editorial.Move) (editorial.Lines, error) {
		_, lines, err := h.UpdatePost(h.ctx, h.desk(), p.ID, func(p *editorial.Post, desk editorial.Desk) (editorial.Lines, error) {
			return p.Apply(editorial.Asked{Move: move}, desk)
		})
		return lines, err
	}
	said := []editorial.Notice{{Code: editorial.CodeEditUnderWay, Channel: wall}}
	_, err := moved(editorial.MoveArchive)
	requireCode(t, editorial.CodeEditUnderWay, err)
	for _, move := range []editorial.Move{editorial.MoveHold, editorial.MoveWithdraw} {
		lines, err := moved(move)
		require.NoError(t, err)
		require.Equal(t, said, lines.Notices, move)
	}

	h.hears(work, edited(work))
	lines, err := moved(editorial.MoveUnhold)
	require.NoError(t, err)
	require.Empty(t, lines.Notices)
	_, err = moved(editorial.MoveArchive)
	require.NoError(t, err)
}

func TestActRoundTrip(t *testing.T) {
	h := newHouse(t)
	p := h.approved("x", nine, wall)
	act := func(seed int) editorial.Act {
		a := filled[editorial.Act](seed)
		a.Delivery, a.Post, a.Calendar, a.Channel, a.Platform = h.on(p, wall).ID, p.ID, maison, wall, editorial.Platform("on "+wall)
		a.ID, a.Kind = "act_1", editorial.ActEdit
		a.By.May = nil
		return a
	}
	want := act(1)
	want.State, want.Ended = editorial.ActSending, time.Time{}
	require.NoError(t, h.write(h.ctx, func(w *tx) error { return w.saveAct(want) }))
	requireSame(t, []editorial.Act{want}, h.acts(p))

	after := act(2)
	after.State, after.Next, after.Holder, after.Lease = editorial.ActFailed, time.Time{}, "", time.Time{}
	requireChanged(t, want, after, "ID", "Delivery", "Post", "Calendar", "Channel", "Platform", "Kind")
	require.NoError(t, h.write(h.ctx, func(w *tx) error { return w.saveAct(after) }))
	after.Revision, after.Hash, after.By, after.At = want.Revision, want.Hash, want.By, want.At // they never change
	requireSame(t, []editorial.Act{after}, h.acts(p))
}

func TestEditLive(t *testing.T) {
	h := newHouse(t)
	h.editable(wall)
	p := h.goneOut("bread")
	before := h.get(p)
	act := h.asks(p)
	require.Equal(t, editorial.ActWaiting, act.State)
	require.Equal(t, h.now, act.Next)
	require.Greater(t, h.get(p).Version, before.Version)
	require.Empty(t, h.turn().Work, "it is not the releaser's")

	w := h.claimsOne()
	require.Equal(t, "bread, corrected", w.Part.Text)
	require.Equal(t, string(h.on(p, wall).ID), w.Receipt.RemoteID)
	onDisk := h.acts(p)[0]
	require.Equal(t, editorial.ActSending, onDisk.State, "the intent is on disk before the call")
	require.Equal(t, "daemon", onDisk.Holder)
	require.Equal(t, 2, h.on(p, wall).Parts[0].Asked)
	require.Empty(t, h.claims().Work, "one call at a time")
	acting, _, err := h.ListDeliveries(h.ctx, DeliveryFilter{Acting: true}, Page{})
	require.NoError(t, err)
	require.Len(t, acting, 1)

	h.now = h.now.Add(time.Second)
	settled := h.hears(w, edited(w))
	require.Equal(t, "delivery.edited", settled.Event)
	d := h.on(p, wall)
	revision, _ := d.Live()
	require.Equal(t, 2, revision)
	require.Equal(t, 1, d.Revision)
	require.Equal(t, h.now, d.Edited())
	require.Equal(t, editorial.ActDone, h.acts(p)[0].State)
	acting, _, err = h.ListDeliveries(h.ctx, DeliveryFilter{Acting: true}, Page{})
	require.NoError(t, err)
	require.Empty(t, acting)

	lines := h.lines(AuditFilter{Calendars: []editorial.CalendarID{maison}, Post: p.ID, Latest: true}, 2)
	require.Equal(t, "delivery.edited", lines[0].Action)
	require.Equal(t, string(d.ID), lines[0].Subject)
	require.Equal(t, 2, lines[0].Revision)
	require.EqualValues(t, "published", lines[0].Status)
	require.Equal(t, "delivery.edit_live", lines[1].Action)
	require.Equal(t, ines, lines[1].Actor.Member)
	require.Equal(t, "a typo", lines[1].Note)
}

// A refusal leaves nothing behind.
func TestRefusedAct(t *testing.T) {
	h := newHouse(t)
	p := h.approved("bread", nine, wall)
	h.now = nine
	h.turn(published(h.claimOne(p, wall)))
	before := h.everything()
	requireCode(t, editorial.CodeCannotEditLive, h.ask(p))
	require.Equal(t, before, h.everything())
	err := h.AddAct(h.ctx, h.desk(), "dlv_none", func(editorial.Case, editorial.Desk, *editorial.Act) (editorial.Act, editorial.Lines, error) {
		panic("there is nothing to ask about")
	})
	requireCode(t, editorial.CodeNotFound, err)
}

// One edit at a time for each delivery: a newer one replaces what waits.
func TestActsOfOneDelivery(t *testing.T) {
	h := newHouse(t)
	h.editable(wall)
	p := h.goneOut("bread")
	h.asks(p)
	h.rewritten(p, "bread, at last")
	h.asks(p)
	all := h.acts(p)
	require.Equal(t, []editorial.ActState{editorial.ActWaiting, editorial.ActReplaced}, []editorial.ActState{all[0].State, all[1].State})
	w := h.claimsOne()
	require.Equal(t, "bread, at last", w.Part.Text)
	requireCode(t, editorial.CodeEditUnderWay, h.ask(p))
	h.hears(w, edited(w))
	requireCode(t, editorial.CodeAlreadyLive, h.ask(p))
}

// A pause, a hold or a withdrawal that is committed before a call wins.
func TestStoppedActs(t *testing.T) {
	for name, row := range map[string]struct {
		stop func(*house, *editorial.Post)
		code editorial.Code
	}{
		"a pause":      {func(h *house, _ *editorial.Post) { h.pause(editorial.Scope{Channel: wall}) }, editorial.CodePaused},
		"a hold":       {func(h *house, p *editorial.Post) { h.move(p, editorial.MoveHold) }, editorial.CodeHeldByHand},
		"a withdrawal": {func(h *house, p *editorial.Post) { h.move(p, editorial.MoveWithdraw) }, editorial.CodeNotApproved},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t)
			h.editable(wall)
			p := h.goneOut("bread")
			h.asks(p)
			row.stop(h, p)
			turned := h.claims()
			require.Empty(t, turned.Work)
			require.Len(t, turned.Ended, 1)
			require.Equal(t, "delivery.edit_failed", turned.Ended[0].Event)
			act := h.acts(p)[0]
			require.Equal(t, editorial.ActFailed, act.State)
			require.EqualValues(t, row.code, act.Trouble.Code)
			line := h.lines(AuditFilter{Calendars: []editorial.CalendarID{maison}, Latest: true}, 1)[0]
			require.Equal(t, "delivery.edit_failed", line.Action)
			require.EqualValues(t, row.code, line.Detail)
			require.EqualValues(t, editorial.CodeEditFailed, h.on(p, wall).Trouble.Code)
			require.Equal(t, editorial.Published, h.on(p, wall).State)
		})
	}
}

func TestActAndCredentials(t *testing.T) {
	h := newHouse(t)
	h.editable(wall)
	p := h.goneOut("bread")
	h.asks(p)
	w := h.claimsOne()
	require.True(t, h.hears(w, editorial.ActOutcome{Verdict: editorial.Reconnect, Code: "401"}).Reconnect)
	c, err := h.GetChannel(h.ctx, wall)
	require.NoError(t, err)
	require.Equal(t, editorial.MustConnect, c.State)
	h.now = h.acts(p)[0].Next
	require.Empty(t, h.claims().Work)
	require.Equal(t, editorial.ActWaiting, h.acts(p)[0].State)
	_, err = h.UpdateChannel(h.ctx, h.desk(), wall, func(c *editorial.Channel) error { c.State = editorial.Connected; return nil })
	require.NoError(t, err)
	h.now = h.acts(p)[0].Next
	w = h.claimsOne()
	h.hears(w, edited(w))
	require.Equal(t, editorial.ActDone, h.acts(p)[0].State)
}

// A daemon that died with a call leaves it to whoever looks next.
func TestActOfADeadDaemon(t *testing.T) {
	h := newHouse(t)
	h.editable(wall)
	p := h.goneOut("bread")
	h.asks(p)
	lost := h.claimsOne()
	h.now = h.acts(p)[0].Next
	again := h.claimsOne()
	require.Equal(t, 2, again.Act.Attempt)
	require.False(t, h.hears(lost, editorial.ActOutcome{Verdict: editorial.Never}).Accepted)
	h.hears(again, edited(again))
	require.Equal(t, editorial.ActDone, h.acts(p)[0].State)
}

// What is due is claimed in the order in which it was asked for, for the
// places that are free; a row that makes no sense keeps no other back.
func TestClaimActs(t *testing.T) {
	h := newHouse(t)
	h.editable(wall)
	var posts []*editorial.Post
	for i := range 3 {
		h.now = noon
		p := h.approved(fmt.Sprint(i), nine, wall)
		posts = append(posts, p)
	}
	h.now = nine
	for work := h.turn().Work; len(work) > 0; {
		work = h.turn(published(work[0])).Work
	}
	for i, p := range posts {
		h.now = nine.Add(time.Duration(10-i) * time.Minute)
		h.rewritten(p, "again")
		h.asks(p)
	}
	h.now = nine.Add(20 * time.Minute)
	turned, err := h.ClaimActs(h.ctx, editorial.ActRound{Now: h.now, Holder: "daemon", Free: 2})
	require.NoError(t, err)
	require.Len(t, turned.Work, 2)
	require.Equal(t, []editorial.PostID{posts[2].ID, posts[1].ID}, []editorial.PostID{turned.Work[0].Act.Post, turned.Work[1].Act.Post})

	h.raw(`UPDATE acts SET next_at = $1 WHERE state = 'sending'`, nine.UnixMilli())
	h.raw(`UPDATE acts SET revision = 9 WHERE id = $1`, turned.Work[0].Act.ID)
	turned, err = h.ClaimActs(h.ctx, editorial.ActRound{Now: h.now, Holder: "other", Free: 8})
	require.NoError(t, err)
	require.Len(t, turned.Work, 2)
	require.Len(t, turned.Broken, 1)
	require.Equal(t, h.on(posts[2], wall).ID, turned.Broken[0].Delivery)
	require.Empty(t, h.claims().Work, "put off")

	turned, err = h.ClaimActs(h.ctx, editorial.ActRound{Now: h.now, Holder: "daemon"})
	require.NoError(t, err)
	require.Empty(t, turned.Work, "no place is free")
}

// Where nothing is due nothing is written: the releaser waits for nobody.
func TestIdleActsWriteNothing(t *testing.T) {
	h := newHouse(t)
	h.editable(wall)
	h.goneOut("bread")
	h.Watch(func() (begun, done func()) { panic("somebody writes") })
	require.Empty(t, h.claims().Work)
}

// The feed shows what was edited, part by part.
func TestFeedOfAnEditedThread(t *testing.T) {
	h := newHouse(t)
	h.editable(wall)
	_, err := h.UpdateChannel(h.ctx, h.desk(), wall, func(c *editorial.Channel) error { c.Limits.Parts = 3; return nil })
	require.NoError(t, err)
	thread := func(parts ...string) func(*editorial.Sheet) {
		return func(s *editorial.Sheet) {
			s.Content.Variants = map[editorial.ChannelID]editorial.Variant{wall: {Parts: parts}}
		}
	}
	p := h.move(h.edit(h.draft("x", nine, wall), thread("one", "two", "three")), editorial.MoveApprove)
	h.now = nine
	for range 3 {
		h.turn(published(h.claimOne(p, wall)))
		h.now = h.now.Add(time.Second)
	}
	shown := func() []string {
		items, err := h.ListFeed(h.ctx, wall, 9)
		require.NoError(t, err)
		require.Len(t, items, 1)
		var texts []string
		for _, part := range items[0].Parts {
			texts = append(texts, part.Text)
		}
		return texts
	}
	h.move(h.edit(p, thread("one", "deux", "trois")), editorial.MoveApprove)
	h.asks(p)
	require.Equal(t, []string{"one", "two", "three"}, shown())
	w := h.claimsOne()
	h.hears(w, edited(w))
	require.Equal(t, []string{"one", "deux", "three"}, shown())
	w = h.claimsOne()
	h.hears(w, edited(w))
	require.Equal(t, []string{"one", "deux", "trois"}, shown())
}

// What stands where a preview of it is asked for.
func TestLiveCase(t *testing.T) {
	h := newHouse(t)
	h.editable(wall)
	p := h.goneOut("bread")
	h.pause(editorial.Scope{All: true})
	c, err := h.LiveCase(h.ctx, h.on(p, wall).ID, h.now)
	require.NoError(t, err)
	require.Equal(t, 2, c.Revision)
	require.Equal(t, "bread, corrected", c.Content.Text)
	require.Equal(t, "bread", c.Shown[1].Text)
	require.Equal(t, h.on(p, wall), *c.Delivery)
	require.Len(t, editorial.GateEdit(c), 1)
	require.Equal(t, editorial.CodePaused, editorial.GateEdit(c)[0].Code)
	_, err = h.LiveCase(h.ctx, "dlv_none", h.now)
	requireCode(t, editorial.CodeNotFound, err)
}

// A call that is asked to wait rests its account, for releases too; and an act
// waits while its account rests.
func TestActAndRest(t *testing.T) {
	h := newHouse(t)
	h.editable(wall)
	p := h.goneOut("bread")
	h.asks(p)
	w := h.claimsOne()
	h.hears(w, editorial.ActOutcome{
		Verdict: editorial.Later, Wait: 10 * time.Minute, Code: "429", Strain: editorial.StrainLimited, Account: w.Account.RemoteID,
	})
	c, err := h.GetChannel(h.ctx, wall)
	require.NoError(t, err)
	rest := editorial.Rest{Reason: editorial.StrainLimited, Until: h.now.Add(10 * time.Minute)}
	require.Equal(t, rest, c.Rest)

	other := h.goneOutNow("cake")
	h.asks(other)
	require.Empty(t, h.claims().Work)
	act := h.acts(other)[0]
	require.EqualValues(t, editorial.CodeAccountLimited, act.Trouble.Code)
	require.Equal(t, rest.Until, act.Next)
	h.now = rest.Until
	require.Len(t, h.claims().Work, 2)
}

// Silence is told once, about the channel that was called.
func TestActAndSilence(t *testing.T) {
	h := newHouse(t)
	h.editable(wall)
	p := h.goneOut("bread")
	h.asks(p)
	for range 5 {
		w := h.claimsOne()
		h.hears(w, editorial.ActOutcome{Verdict: editorial.Unknown, Strain: editorial.StrainSilent, Account: w.Account.RemoteID})
		h.now = h.acts(p)[0].Next
	}
	require.Contains(t, h.actions(3), "account.silent chan_1")
}

// The clock goes back by hours while an edit is on the wire or waits: it is not
// left alone for hours.
func TestActAfterASetBack(t *testing.T) {
	h := newHouse(t)
	h.editable(wall)
	p := h.goneOut("bread")
	h.asks(p)
	h.turn()
	w := h.claimsOne()
	before := h.acts(p)[0]
	h.now = h.now.Add(-3 * time.Hour)
	turned := h.turn()
	require.Positive(t, turned.SetBack)
	after := h.acts(p)[0]
	require.Equal(t, before.Next.Add(-turned.SetBack), after.Next)
	require.Equal(t, before.Lease.Add(-turned.SetBack), after.Lease)
	h.hears(w, editorial.ActOutcome{Verdict: editorial.Later})
	require.Less(t, h.acts(p)[0].Next.Sub(h.now), time.Minute)
	h.now = h.acts(p)[0].Next
	h.hears(h.claimsOne(), edited(w))
	require.Equal(t, editorial.ActDone, h.acts(p)[0].State)
}
