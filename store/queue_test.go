package store

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/mattn/go-sqlite3"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// round is a round of the daemon of these tests, now.
func (h *house) round(outcomes ...editorial.Outcome) editorial.Round {
	return editorial.Round{Now: h.now, Holder: "daemon", Outcomes: outcomes, Free: 64}
}

// turn settles outcomes and claims what is due.
func (h *house) turn(outcomes ...editorial.Outcome) editorial.Turned {
	h.t.Helper()
	turned, err := h.Turn(h.ctx, h.round(outcomes...))
	require.NoError(h.t, err)
	require.True(h.t, turned.Releasing)
	require.Empty(h.t, turned.Broken)
	return turned
}

// claimOne claims what is due, and returns the step of one delivery.
func (h *house) claimOne(p *editorial.Post, channel editorial.ChannelID) editorial.Work {
	h.t.Helper()
	for _, w := range h.turn().Work {
		if w.Delivery.Post == p.ID && w.Delivery.Channel == channel {
			return w
		}
	}
	require.FailNow(h.t, "not claimed", "%+v", h.on(p, channel))
	return editorial.Work{}
}

// answer is what a claimed step came to, a moment after its claim.
func answer(w editorial.Work, o editorial.Outcome) editorial.Outcome {
	o.Delivery, o.Attempt, o.Key, o.Step, o.Channel = w.Delivery.ID, w.Attempt, w.Sent.Key, w.Step, w.Account.Version
	o.Started = w.Lease.Add(-editorial.LeaseTime)
	if o.Ended.IsZero() {
		o.Ended = o.Started.Add(100 * time.Millisecond)
	}
	return o
}

func published(w editorial.Work) editorial.Outcome {
	id := string(w.Delivery.ID)
	return answer(w, editorial.Outcome{Verdict: editorial.Done, Receipt: editorial.Receipt{RemoteID: id, URL: "https://wall.example/" + id, Token: "t"}})
}

func (h *house) attempts(p *editorial.Post, channel editorial.ChannelID) []editorial.Attempt {
	h.t.Helper()
	found, err := h.ListAttempts(h.ctx, h.on(p, channel).ID)
	require.NoError(h.t, err)
	return found
}

// claimed names the posts of a round's work.
func claimed(turned editorial.Turned) (posts []editorial.PostID) {
	for _, w := range turned.Work {
		posts = append(posts, w.Delivery.Post)
	}
	return posts
}

func TestNothingIsDue(t *testing.T) {
	h := newHouse(t)
	require.Equal(t, editorial.Turned{Releasing: true}, h.turn())

	p := h.approved("x", nine, wall)
	h.draft("nobody approved it", nine.Add(-time.Hour), wall)
	h.now = nine.Add(-time.Millisecond)
	require.Equal(t, editorial.Turned{Releasing: true, Next: nine}, h.turn())
	before := h.everything()
	require.Equal(t, editorial.Turned{Releasing: true, Next: nine}, h.turn())
	require.Equal(t, before, h.everything())
	require.Equal(t, editorial.Scheduled, h.on(p, wall).State)
}

// A claimed step is on disk, attempt and all, before anybody hears of it.
func TestClaim(t *testing.T) {
	h := newHouse(t)
	p := h.approved("words", nine, wall)
	h.now = nine.Add(3 * time.Millisecond)
	turned := h.turn()
	require.Len(t, turned.Work, 1)
	require.Equal(t, nine.Add(3*time.Millisecond+editorial.LeaseTime+editorial.CallTimeout), turned.Next)

	other := h.another()
	d := other.on(p, wall)
	w := turned.Work[0]
	requireSame(t, d, w.Delivery)
	require.Equal(t, editorial.Sending, d.State)
	require.Equal(t, "daemon", d.Holder)
	require.Equal(t, h.now.Add(editorial.LeaseTime), d.Lease)
	require.Equal(t, 1, d.Revision)
	require.Equal(t, editorial.StepSend, w.Step)
	require.Equal(t, "words", w.Part.Text)
	require.Equal(t, "account of "+string(wall), w.Account.RemoteID)
	require.Equal(t, d.Parts[0].Key, w.Sent.Key)
	require.Len(t, other.attempts(p, wall), 1)
	require.Equal(t, editorial.Status("publishing"), other.get(p).Status)

	require.Empty(t, h.turn().Work, "it is taken")
	h.turn(published(w))
	got := h.get(p)
	require.Equal(t, editorial.Status("published"), got.Status)
	require.Equal(t, p.Version, got.Version, "nobody edited it")
	d = h.on(p, wall)
	require.Equal(t, editorial.Published, d.State)
	require.Equal(t, editorial.Receipt{RemoteID: string(d.ID), URL: "https://wall.example/" + string(d.ID), Token: "t"}, d.Parts[0].Receipt)
	require.Equal(t, []string{"delivery.published " + string(d.ID)}, h.actions(1))
	require.Equal(t, editorial.Turned{Releasing: true}, h.turn())
}

// Settling and claiming are one commit: a round whose claims fail has not
// settled either, and can be given again.
func TestTurnIsOneCommit(t *testing.T) {
	h := newHouse(t)
	first, second := h.approved("first", nine, wall), h.approved("second", nine, wall)
	h.now = nine
	w := h.claimOne(first, wall)
	before := h.everything()

	ctx, cancel := context.WithCancel(h.ctx)
	round := h.round(published(w))
	round.PerServer = 1
	round.Server = func(editorial.Channel) string {
		cancel() // in the middle: settled, and about to claim
		return ""
	}
	turned, err := h.Turn(ctx, round)
	require.ErrorIs(t, err, context.Canceled)
	require.Empty(t, turned)
	require.Equal(t, before, h.everything())

	_, err = h.Turn(ctx, h.round(published(w)))
	require.ErrorIs(t, err, context.Canceled, "and before it begins")
	require.Equal(t, before, h.everything())

	turned = h.turn(published(w))
	require.Len(t, turned.Settled, 1)
	require.Equal(t, []editorial.PostID{second.ID}, claimed(turned))
	require.Equal(t, editorial.Published, h.on(first, wall).State)
}

// A database that refuses is not one row's fault: nothing is half-written, no
// delivery is put off, and the same round succeeds once there is room.
func TestTurnOnAFullDisk(t *testing.T) {
	h := newHouse(t)
	first, second := h.approved("first", nine, wall), h.approved("second", nine, wall)
	h.now = nine
	w := h.claimOne(first, wall)
	var many []editorial.ChannelID
	for i := range 60 {
		many = append(many, number[editorial.ChannelID]("chan", i))
		h.connect(many[i])
	}
	h.approved("everywhere", nine.Add(time.Second), many...)
	h.now = nine.Add(time.Second)
	before := h.everything()
	for name, round := range map[string]editorial.Round{"settling": h.round(h.big(w)), "claiming": h.round(published(w))} {
		t.Run(name, func(t *testing.T) {
			h := h.in(t)
			h.raw(`PRAGMA max_page_count = 1`) // as small as what is there
			_, err := h.Turn(h.ctx, round)
			failed := sqlite3.Error{}
			require.ErrorAs(t, err, &failed)
			require.Equal(t, sqlite3.ErrFull, failed.Code)
			h.raw(`PRAGMA max_page_count = 1000000`)
			require.Equal(t, before, h.everything())
		})
	}
	turned := h.turn(h.big(w))
	require.Len(t, turned.Work, 61)
	require.Equal(t, second.ID, turned.Work[0].Delivery.Post)
}

// big is an answer that needs room.
func (h *house) big(w editorial.Work) editorial.Outcome {
	o := published(w)
	o.Receipt.Token = string(make([]byte, 1<<20))
	return o
}

func TestOnlyOneStepAtATimeOnAChannel(t *testing.T) {
	h := newHouse(t)
	first, second, third := h.approved("first", nine, wall), h.approved("second", nine, wall), h.approved("third", nine.Add(-time.Minute), wall)
	elsewhere := h.approved("elsewhere", nine.Add(time.Second), ribbon)
	h.now = nine.Add(time.Second)
	turned := h.turn()
	require.Equal(t, []editorial.PostID{third.ID, elsewhere.ID}, claimed(turned), "by their due instant, one on each channel")
	turned = h.turn(published(turned.Work[0]))
	require.Equal(t, []editorial.PostID{first.ID}, claimed(turned), "then in the order of the plan")
	turned = h.turn(published(turned.Work[0]))
	require.Equal(t, []editorial.PostID{second.ID}, claimed(turned))
}

// What is held, missed or waits keeps nobody back who comes after it.
func TestTheNextOneLeaves(t *testing.T) {
	h := newHouse(t)
	held := h.approved("held", nine, wall)
	late := h.edit(h.approved("late", nine.Add(-2*time.Hour), wall), func(s *editorial.Sheet) { s.Lateness = time.Minute })
	next := h.approved("next", nine, wall)
	h.move(held, editorial.MoveHold)
	h.now = nine
	turned := h.turn()
	require.Equal(t, []editorial.PostID{next.ID}, claimed(turned))
	require.Equal(t, editorial.Held, h.on(held, wall).State)
	require.Equal(t, editorial.Missed, h.on(late, wall).State)
	require.Equal(t, editorial.Status("missed"), h.get(late).Status)
	require.Len(t, turned.Changed, 2)
	require.Equal(t, string(editorial.CodeTooLateNow), turned.Changed[0].Delivery.Reason())
	require.Equal(t, string(editorial.CodeHeldByHand), turned.Changed[1].Delivery.Reason())
	require.Equal(t, []string{"delivery.missed " + string(h.on(late, wall).ID), "delivery.held " + string(h.on(held, wall).ID)}, h.actions(2))

	before := len(h.actions(99))
	h.now = nine.Add(31 * time.Minute)
	h.turn()
	require.Equal(t, editorial.Missed, h.on(held, wall).State, "what a person stopped never leaves by itself")
	require.Len(t, h.actions(99), before+2, "missed; and the one on the wire is to be read back")
}

// Where a step is under way nothing more starts: it is skipped, others leave,
// and it is claimed in its order once it can.
func TestUnderWay(t *testing.T) {
	h := newHouse(t)
	first, second := h.approved("first", nine, wall), h.approved("second", nine, ribbon)
	h.now = nine
	round := h.round()
	round.UnderWay = map[editorial.ChannelID]bool{wall: true}
	turned, err := h.Turn(h.ctx, round)
	require.NoError(t, err)
	require.Equal(t, []editorial.PostID{second.ID}, claimed(turned))
	require.Equal(t, nine, turned.Next)
	require.Equal(t, editorial.Scheduled, h.on(first, wall).State)
	require.Empty(t, h.attempts(first, wall))
	require.Equal(t, []editorial.PostID{first.ID}, claimed(h.turn()))
}

// Claimed is only what has a place.
func TestFree(t *testing.T) {
	h := newHouse(t)
	var want []editorial.PostID
	for i := range 5 {
		channel := number[editorial.ChannelID]("chan", i)
		h.connect(channel)
		want = append(want, h.approved(fmt.Sprint(i), nine, channel).ID)
	}
	h.now = nine
	var got []editorial.PostID
	for _, free := range []int{2, 0, -1, 2, 2} {
		round := h.round()
		round.Free = free
		turned, err := h.Turn(h.ctx, round)
		require.NoError(t, err)
		require.LessOrEqual(t, len(turned.Work), max(0, free))
		require.Equal(t, len(got)+len(turned.Work) < 5, turned.Full)
		got = append(got, claimed(turned)...)
	}
	require.Equal(t, want, got)
}

func TestReleaserLease(t *testing.T) {
	h := newHouse(t)
	p := h.approved("x", nine, wall)
	h.now = nine
	try := func(holder string, outcomes ...editorial.Outcome) editorial.Turned {
		t.Helper()
		round := h.round(outcomes...)
		round.Holder = holder
		turned, err := h.Turn(h.ctx, round)
		require.NoError(t, err)
		return turned
	}
	w := try("a").Work[0]
	require.Equal(t, editorial.Turned{}, try("b"), "one daemon claims")
	turned := try("b", published(w))
	require.Len(t, turned.Settled, 1, "but what has come back is written down, whoever brings it")
	require.False(t, turned.Releasing)
	require.Equal(t, editorial.Published, h.on(p, wall).State)

	h.now = nine.Add(editorial.ReleaserLease / 2)
	require.True(t, try("a").Releasing, "renewed")
	h.now = nine.Add(editorial.ReleaserLease)
	require.False(t, try("b").Releasing)
	h.now = h.now.Add(editorial.ReleaserLease/2 - time.Millisecond)
	require.False(t, try("b").Releasing)
	h.now = h.now.Add(time.Millisecond)
	require.True(t, try("b").Releasing, "taken over when it has run out")
	require.False(t, try("a").Releasing)

	require.NoError(t, h.ReleaseLease(h.ctx, "a"))
	require.False(t, try("a").Releasing, "nobody gives up another’s lease")
	require.NoError(t, h.ReleaseLease(h.ctx, "b"))
	require.True(t, try("a").Releasing, "given up, and taken at once")
}

// The lease is written again once half of it has passed, not on every round.
func TestLeaseIsRenewedInTime(t *testing.T) {
	h := newHouse(t)
	for _, row := range []struct{ after, until time.Duration }{
		{0, editorial.ReleaserLease},
		{editorial.ReleaserLease/2 - time.Millisecond, editorial.ReleaserLease},
		{editorial.ReleaserLease / 2, editorial.ReleaserLease * 3 / 2},
		{editorial.ReleaserLease/2 - editorial.ClockSlack, editorial.ReleaserLease * 3 / 2}, // as a round sees it that waited for its turn
		{-time.Hour, editorial.ReleaserLease - time.Hour},                                   // a clock that was set back
	} {
		h.now = nine.Add(row.after)
		h.turn()
		require.Equal(t, int(nine.Add(row.until).UnixMilli()), h.count(`SELECT until_at FROM releaser`))
	}
}

// Two daemons on one file race for what is due: nothing is ever claimed twice,
// and nothing is forgotten, whoever has the lease and however often it moves.
func TestTwoDaemonsRace(t *testing.T) {
	h := newHouse(t)
	const posts = 24
	for i := range posts {
		h.approved(fmt.Sprint(i), nine, []editorial.ChannelID{wall, ribbon}[i%2])
	}
	h.now = nine
	var mu sync.Mutex
	claims := map[editorial.DeliveryID]string{}
	onWire := map[editorial.ChannelID]bool{}
	var all sync.WaitGroup
	for _, s := range []*house{h, h.another()} {
		holder := fmt.Sprintf("daemon %p", s)
		all.Go(func() {
			var outcomes []editorial.Outcome
			for {
				round := s.round(outcomes...)
				round.Holder, round.Free = holder, 2
				turned, err := s.Turn(h.ctx, round)
				if err != nil {
					t.Error(err)
					return
				}
				outcomes = nil
				mu.Lock()
				for _, settled := range turned.Settled {
					onWire[settled.Delivery.Channel] = false
				}
				for _, w := range turned.Work {
					if claims[w.Delivery.ID] != "" || onWire[w.Delivery.Channel] {
						t.Errorf("claimed by %s and %s", claims[w.Delivery.ID], holder)
					}
					claims[w.Delivery.ID], onWire[w.Delivery.Channel] = holder, true
					outcomes = append(outcomes, published(w))
				}
				done := len(claims) == posts
				mu.Unlock()
				if len(outcomes) == 0 {
					if done {
						return
					}
					if err := s.ReleaseLease(h.ctx, holder); err != nil {
						t.Error(err)
					}
				}
			}
		})
	}
	all.Wait()
	require.Len(t, claims, posts)
	require.Equal(t, posts, h.count(`SELECT COUNT(*) FROM attempts`))
	require.Equal(t, posts, h.count(`SELECT COUNT(*) FROM deliveries WHERE state = 'published'`))
}

// A daemon that died on the wire has its claim read back, once a sender that
// woke up late must have given up too.
func TestExpiredLease(t *testing.T) {
	h := newHouse(t)
	p := h.approved("x", nine, wall)
	h.now = nine
	w := h.claimOne(p, wall)
	h.now = nine.Add(editorial.LeaseTime + editorial.CallTimeout - time.Millisecond)
	require.Empty(t, h.turn().Changed)

	h.now = h.now.Add(time.Millisecond)
	turned := h.turn()
	require.Empty(t, turned.Work)
	require.Equal(t, editorial.Unsure, turned.Changed[0].Delivery.State)
	require.Equal(t, editorial.Status("unknown"), h.get(p).Status)
	require.Equal(t, []string{"delivery.unknown " + string(w.Delivery.ID)}, h.actions(1))
	require.Equal(t, h.now, turned.Next)

	look := h.claimOne(p, wall)
	require.Equal(t, editorial.StepLook, look.Step)
	require.Equal(t, w.Sent.Key, look.Sent.Key)
	turned = h.turn(published(look))
	require.Equal(t, editorial.Published, turned.Settled[0].Delivery.State)
	require.Equal(t, nine, h.on(p, wall).Out, "it was out since the call that was looked for")
}

// Whoever was given up and answers late: a receipt is believed, anything else
// is only written beside its attempt.
func TestLateAnswers(t *testing.T) {
	for name, row := range map[string]struct {
		late     func(editorial.Work) editorial.Outcome
		accepted bool
		state    editorial.DeliveryState
	}{
		"a receipt": {published, true, editorial.Published},
		"a refusal": {func(w editorial.Work) editorial.Outcome {
			return answer(w, editorial.Outcome{Verdict: editorial.Never, Code: "422"})
		}, false, editorial.Unsure},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t)
			p := h.approved("x", nine, wall)
			h.now = nine
			w := h.claimOne(p, wall)
			h.now = nine.Add(2 * time.Minute)
			h.turn()
			look := h.claimOne(p, wall)
			turned := h.turn(row.late(w))
			require.Equal(t, row.accepted, turned.Settled[0].Accepted)
			require.Equal(t, row.state, h.on(p, wall).State)
			require.Equal(t, row.late(w).Verdict, h.attempts(p, wall)[0].Verdict)
			turned = h.turn(answer(look, editorial.Outcome{Verdict: editorial.Done, Absence: editorial.Unknowable}))
			require.Equal(t, !row.accepted, turned.Settled[0].Accepted)
			require.Equal(t, row.state, h.on(p, wall).State)
		})
	}
}

// An answer is written down once: what comes again changes nothing.
func TestAnswersTwice(t *testing.T) {
	h := newHouse(t)
	p := h.approved("x", nine, wall)
	h.now = nine
	w := h.claimOne(p, wall)
	h.turn(published(w))
	before := h.everything()
	turned := h.turn(published(w), answer(w, editorial.Outcome{Verdict: editorial.Never, Code: "422"}))
	require.False(t, turned.Settled[0].Accepted)
	require.False(t, turned.Settled[1].Accepted)
	require.Equal(t, before, h.everything())
}

// A row that makes no sense is put off and reported; it keeps no other from
// leaving, and it leaves once it is mended.
func TestBrokenRows(t *testing.T) {
	const begin = `
		UPDATE deliveries SET out_at = 1, revision = 1,
			hash = (SELECT hashes ->> '$.chan_1' FROM revisions WHERE revisions.post_id = deliveries.post_id) WHERE post_id = $1`
	const begun = `UPDATE deliveries SET out_at = NULL, revision = 0, hash = '' WHERE post_id = $1`
	for name, row := range map[string]struct{ damage, mend []string }{
		"holds are no JSON": {
			[]string{`UPDATE deliveries SET holds = '{' WHERE post_id = $1`}, []string{`UPDATE deliveries SET holds = 'null' WHERE post_id = $1`},
		},
		"the content is empty": {
			[]string{`UPDATE revisions SET content = '' WHERE post_id = $1`},
			[]string{`UPDATE revisions SET content = '{"Text":"bad","Language":"fr","Channels":["chan_1"]}' WHERE post_id = $1`},
		},
		"the sheet is no JSON": {
			[]string{`UPDATE posts SET sheet = 'x' || sheet WHERE id = $1`}, []string{`UPDATE posts SET sheet = substr(sheet, 2) WHERE id = $1`},
		},
		"the approval is no JSON": {
			[]string{`UPDATE posts SET approval = '{' || approval WHERE id = $1`}, []string{`UPDATE posts SET approval = substr(approval, 2) WHERE id = $1`},
		},
		"there is no such revision": {
			[]string{`UPDATE posts SET revision = 9 WHERE id = $1`}, []string{`UPDATE posts SET revision = 1 WHERE id = $1`},
		},
		"the attempt is there already": {
			[]string{`INSERT INTO attempts SELECT id, 1, 'send', 0, 'k', 1, 'h', 0, NULL, '', '', '' FROM deliveries WHERE post_id = $1`},
			[]string{`DELETE FROM attempts WHERE delivery_id IN (SELECT id FROM deliveries WHERE post_id = $1)`},
		},
		"begun, and without parts": {[]string{begin}, []string{begun}},
		"begun, and all of it out": {
			[]string{begin, `INSERT INTO parts SELECT id, 0, 'post', 'published', 'k', 0, NULL, NULL, 1, NULL, NULL, '', '', '', 1, 0, 0, NULL FROM deliveries WHERE post_id = $1`},
			[]string{begun, `DELETE FROM parts WHERE delivery_id IN (SELECT id FROM deliveries WHERE post_id = $1)`},
		},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t)
			bad, good := h.approved("bad", nine, wall), h.approved("good", nine, wall)
			other := h.approved("other", nine, ribbon)
			for _, query := range row.damage {
				h.raw(query, bad.ID)
			}
			h.now = nine
			turned, err := h.Turn(h.ctx, h.round())
			require.NoError(t, err)
			require.ElementsMatch(t, []editorial.PostID{good.ID, other.ID}, claimed(turned))
			require.Len(t, turned.Broken, 1)
			require.Error(t, turned.Broken[0].Err)
			told := func() int {
				return h.count(`SELECT COUNT(*) FROM audit WHERE action = 'delivery.unreadable' AND post_id = $1`, bad.ID)
			}
			require.Equal(t, 1, told(), "people hear of it")
			require.Equal(t, string(turned.Broken[0].Delivery), column(t, h.reader, `SELECT id FROM deliveries WHERE post_id = '`+string(bad.ID)+`'`))

			again, err := h.Turn(h.ctx, h.round(published(turned.Work[0]), published(turned.Work[1])))
			require.NoError(t, err)
			require.Empty(t, again.Broken, "put off")
			require.Equal(t, nine.Add(time.Minute), again.Next)

			h.now = nine.Add(time.Minute)
			again, err = h.Turn(h.ctx, h.round())
			require.NoError(t, err)
			require.Len(t, again.Broken, 1)
			require.Equal(t, 1, told(), "once")
			for _, query := range row.mend {
				h.raw(query, bad.ID)
			}
			h.now = nine.Add(2 * time.Minute)
			require.Equal(t, []editorial.PostID{bad.ID}, claimed(h.turn()))
		})
	}
}

// An outcome that cannot be written down is reported; the others are.
func TestBrokenOutcomes(t *testing.T) {
	h := newHouse(t)
	bad, good := h.approved("bad", nine, wall), h.approved("good", nine, ribbon)
	h.now = nine
	works := h.turn().Work
	h.raw(`UPDATE posts SET hold = 'x' WHERE id = $1`, bad.ID)
	nowhere := published(works[0])
	nowhere.Delivery = "dlv_none"
	turned, err := h.Turn(h.ctx, h.round(nowhere, published(works[0]), published(works[1])))
	require.NoError(t, err)
	require.Len(t, turned.Settled, 1)
	require.Equal(t, good.ID, turned.Settled[0].Delivery.Post)
	require.Len(t, turned.Broken, 2)
	require.Equal(t, editorial.DeliveryID("dlv_none"), turned.Broken[0].Delivery)
	require.Equal(t, works[0].Delivery.ID, turned.Broken[1].Delivery)
	require.Equal(t, editorial.Published, h.on(good, ribbon).State)
}

// An outcome that fails after its line was added to the record takes the line
// with it: the next one joins the line before.
func TestBrokenOutcomesLeaveTheChainWhole(t *testing.T) {
	h := newHouse(t)
	bad, good := h.approved("bad", nine, wall), h.approved("good", nine, ribbon)
	h.now = nine
	works := h.turn().Work
	h.raw(`CREATE TRIGGER stubborn BEFORE UPDATE ON channels BEGIN SELECT RAISE(ABORT, 'no'); END`)
	turned, err := h.Turn(h.ctx, h.round(answer(works[0], editorial.Outcome{Verdict: editorial.Reconnect, Code: "401"}), published(works[1])))
	require.NoError(t, err)
	require.Len(t, turned.Broken, 1)
	require.Equal(t, editorial.Sending, h.on(bad, wall).State)
	require.Equal(t, []string{"post.approved " + string(good.ID), "delivery.published " + string(works[1].Delivery.ID)}, h.actions(2))
	require.Empty(t, h.faults())
}

// Credentials that are refused hold the channel back, and what waits for it
// is looked at again as soon as it is connected.
func TestReconnect(t *testing.T) {
	h := newHouse(t)
	var rung []time.Time
	h.cfg.Bell = func(at time.Time) { rung = append(rung, at) }
	p := h.approved("x", nine, wall)
	h.now = nine
	turned := h.turn(answer(h.claimOne(p, wall), editorial.Outcome{Verdict: editorial.Reconnect, Code: "401"}))
	require.True(t, turned.Settled[0].Reconnect)
	c, err := h.GetChannel(h.ctx, wall)
	require.NoError(t, err)
	require.Equal(t, editorial.MustConnect, c.State)
	require.Equal(t, editorial.Held, h.on(p, wall).State)
	require.Equal(t, editorial.Status("held"), h.get(p).Status)
	require.Contains(t, h.actions(2), "channel.lost "+string(wall), "and people are told")

	h.now, rung = nine.Add(time.Second), nil
	require.Empty(t, h.turn().Work)
	_, err = h.UpdateChannel(h.ctx, h.desk(), wall, func(c *editorial.Channel) error {
		c.State = editorial.Connected
		return nil
	})
	require.NoError(t, err)
	require.Contains(t, rung, h.now)
	require.Equal(t, []editorial.PostID{p.ID}, claimed(h.turn()))
}

// What people changed while a call was on the wire counts once it has surely
// not left; lists sort by the new time at once.
func TestRetimedOnTheWire(t *testing.T) {
	h := newHouse(t)
	p := h.approved("x", nine, wall)
	h.now = nine
	w := h.claimOne(p, wall)
	later := nine.Add(3 * time.Hour)
	h.edit(p, func(s *editorial.Sheet) {
		var err error
		s.Planned, err = editorial.WhenAt(later, "Europe/Paris")
		require.NoError(t, err)
	})
	h.turn(answer(w, editorial.Outcome{Verdict: editorial.Later}))
	h.now = nine.Add(10 * time.Second)
	turned := h.turn()
	require.Empty(t, turned.Work)
	require.Equal(t, later, turned.Next)
	require.Equal(t, later, h.on(p, wall).Due)
	require.Equal(t, later, h.get(p).FirstDue)
}

// Right before its call the sender looks again.
func TestConfirm(t *testing.T) {
	for name, row := range map[string]struct {
		meanwhile func(h *house, p *editorial.Post, w *editorial.Work)
		want      bool
	}{
		"nothing":              {func(*house, *editorial.Post, *editorial.Work) {}, true},
		"a pause of it":        {func(h *house, _ *editorial.Post, _ *editorial.Work) { h.pause(editorial.Scope{Channel: wall}) }, false},
		"a pause of all":       {func(h *house, _ *editorial.Post, _ *editorial.Work) { h.pause(editorial.Scope{All: true}) }, false},
		"a pause of another":   {func(h *house, _ *editorial.Post, _ *editorial.Work) { h.pause(editorial.Scope{Channel: ribbon}) }, true},
		"a pause that is over": {func(h *house, _ *editorial.Post, _ *editorial.Work) { h.lift(h.pause(editorial.Scope{All: true})) }, true},
		"the lease runs out": {func(h *house, _ *editorial.Post, _ *editorial.Work) {
			h.now = h.now.Add(editorial.LeaseTime - editorial.CallTimeout)
		}, false},
		"just before that": {func(h *house, _ *editorial.Post, _ *editorial.Work) {
			h.now = h.now.Add(editorial.LeaseTime - editorial.CallTimeout - time.Millisecond)
		}, true},
		"given up and claimed again": {func(h *house, p *editorial.Post, _ *editorial.Work) {
			h.now = nine.Add(2 * time.Minute)
			h.turn()
			h.claimOne(p, wall)
		}, false},
		"settled":        {func(h *house, _ *editorial.Post, w *editorial.Work) { h.turn(published(*w)) }, false},
		"another daemon": {func(_ *house, _ *editorial.Post, w *editorial.Work) { w.Delivery.Holder = "another" }, false},
		"a look under a pause": {func(h *house, p *editorial.Post, w *editorial.Work) {
			h.turn(answer(*w, editorial.Outcome{Verdict: editorial.Unknown}))
			h.now = nine.Add(time.Minute)
			h.pause(editorial.Scope{All: true})
			*w = h.claimOne(p, wall)
		}, true},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t)
			p := h.approved("x", nine, wall)
			h.now = nine
			w := h.claimOne(p, wall)
			row.meanwhile(h, p, &w)
			ok, err := h.Confirm(h.ctx, w, h.now)
			require.NoError(t, err)
			require.Equal(t, row.want, ok)
		})
	}
	t.Run("a delivery that is not there", func(t *testing.T) {
		h := newHouse(t)
		ok, err := h.Confirm(h.ctx, editorial.Work{Delivery: editorial.Delivery{ID: "dlv_none"}}, h.now)
		require.Error(t, err)
		require.False(t, ok)
	})
}

// pause stops releases in a scope, from now on.
func (h *house) pause(scope editorial.Scope) editorial.PauseID {
	h.t.Helper()
	p := editorial.Pause{ID: editorial.NewID[editorial.PauseID]("pau"), Calendar: maison, Scope: scope, Reason: "an accident", From: h.now}
	require.NoError(h.t, h.AddPause(h.ctx, h.desk(), p))
	return p.ID
}

// lift ends a pause now.
func (h *house) lift(id editorial.PauseID) {
	h.t.Helper()
	_, err := h.UpdatePause(h.ctx, h.desk(), id, func(p *editorial.Pause) error {
		p.Until = h.now
		return nil
	})
	require.NoError(h.t, err)
}

// A pause stops what is due this very instant; lifted, it lets nothing go that
// came due under it.
func TestPauseStopsClaims(t *testing.T) {
	h := newHouse(t)
	under, after := h.approved("under", nine, wall), h.approved("after", nine.Add(time.Hour), wall)
	h.now = nine
	id := h.pause(editorial.Scope{Calendar: maison})
	require.Empty(t, h.turn().Work)
	require.Equal(t, editorial.Held, h.on(under, wall).State)
	h.now = nine.Add(time.Minute)
	h.lift(id)
	require.Empty(t, h.turn().Work)
	h.now = nine.Add(time.Hour)
	require.Equal(t, []editorial.PostID{after.ID}, claimed(h.turn()))
	require.Equal(t, editorial.Missed, h.on(under, wall).State)
}

// A thread that a pause stopped half-way goes on when it is lifted.
func TestLiftedPauseWakesThreads(t *testing.T) {
	h := newHouse(t)
	_, err := h.UpdateChannel(h.ctx, h.desk(), wall, func(c *editorial.Channel) error {
		c.Limits.FirstComment = true
		return nil
	})
	require.NoError(t, err)
	p := h.edit(h.draft("x", nine, wall), func(s *editorial.Sheet) {
		s.Content.Variants = map[editorial.ChannelID]editorial.Variant{wall: {FirstComment: "and more"}}
	})
	h.move(p, editorial.MoveApprove)
	h.now = nine
	w := h.claimOne(p, wall)
	h.now = nine.Add(time.Second)
	id := h.pause(editorial.Scope{Channel: wall})
	require.Empty(t, h.turn(published(w)).Work)
	require.Equal(t, editorial.Held, h.on(p, wall).State)
	require.Equal(t, editorial.Status("partly_published"), h.get(p).Status)

	h.now = nine.Add(5 * time.Second)
	h.lift(id)
	w = h.claimOne(p, wall)
	require.Equal(t, 1, w.Index)
	require.Equal(t, "and more", w.Part.Text)
	require.Equal(t, string(w.Delivery.ID), w.Parent.RemoteID)
	require.Equal(t, string(w.Delivery.ID), w.Root.RemoteID)
}

// Cases are what the gate would see now, of each of a post's deliveries: also
// of one that may send an older revision.
func TestCases(t *testing.T) {
	h := newHouse(t)
	p := h.approved("approved", nine, wall, ribbon)
	p = h.edit(p, func(s *editorial.Sheet) {
		text := "rewritten"
		s.Until = editorial.UntilRelease
		s.Content.Variants = map[editorial.ChannelID]editorial.Variant{ribbon: {Text: &text}}
	})
	h.pause(editorial.Scope{Channel: wall})
	cases, err := h.Cases(h.ctx, p.ID, h.now)
	require.NoError(t, err)
	require.Len(t, cases, 2)
	require.Equal(t, 2, cases[0].Revision, "on the wall it is what was approved")
	require.Equal(t, 1, cases[1].Revision, "on the ribbon the approved text may leave meanwhile")
	require.Equal(t, "approved", cases[1].Content.Parts(ribbon)[0].Text)
	require.Equal(t, maison, cases[1].Calendar.ID)
	require.Len(t, cases[1].Channels, 2)
	require.Equal(t, h.now, cases[0].Now)
	require.Len(t, editorial.Gate(cases[0]), 1)
	require.Empty(t, editorial.Gate(cases[1]))
	_, err = h.Cases(h.ctx, "post_none", h.now)
	requireCode(t, editorial.CodeNotFound, err)
}

// The bell rings for the earliest delivery of a commit, and only for commits.
func TestBell(t *testing.T) {
	var rung []time.Time
	h := newHouse(t, func(c *Config) { c.Bell = func(at time.Time) { rung = append(rung, at) } })
	p := h.draft("x", nine.Add(time.Hour), wall, ribbon)
	require.Empty(t, rung, "a draft does not leave")
	h.move(p, editorial.MoveApprove)
	require.Equal(t, []time.Time{nine.Add(time.Hour)}, rung)
	h.edit(p, func(s *editorial.Sheet) {
		at, err := editorial.WhenAt(nine, "Europe/Paris")
		require.NoError(t, err)
		s.Times = map[editorial.ChannelID]editorial.When{ribbon: at}
	})
	require.Equal(t, []time.Time{nine.Add(time.Hour), nine}, rung)
	rung = nil
	_, _, err := h.UpdatePost(h.ctx, h.desk(), p.ID, func(p *editorial.Post, desk editorial.Desk) (editorial.Lines, error) {
		lines, err := p.Apply(editorial.Asked{Move: editorial.MovePublishNow, Revision: 1}, desk)
		require.NoError(t, err)
		return lines, errors.New("no")
	})
	require.Error(t, err)
	require.Empty(t, rung)
}

// A post that people moved, stopped or took back never leaves at its old
// time, though the releaser knew that time.
func TestNothingLeavesAtItsOldTime(t *testing.T) {
	for name, row := range map[string]struct {
		change func(*house, *editorial.Post)
		leaves time.Time // when it does; zero: not at all
	}{
		"moved":               {func(h *house, p *editorial.Post) { h.replan(p, nine.Add(time.Hour)) }, nine.Add(time.Hour)},
		"moved, and earlier":  {func(h *house, p *editorial.Post) { h.replan(p, nine.Add(-time.Hour)) }, nine.Add(-time.Hour)},
		"without a date":      {func(h *house, p *editorial.Post) { h.replan(p, time.Time{}) }, time.Time{}},
		"withdrawn":           {func(h *house, p *editorial.Post) { h.move(p, editorial.MoveWithdraw) }, time.Time{}},
		"changes asked for":   {func(h *house, p *editorial.Post) { h.move(p, editorial.MoveRequestChanges) }, time.Time{}},
		"on hold":             {func(h *house, p *editorial.Post) { h.move(p, editorial.MoveHold) }, time.Time{}},
		"archived":            {func(h *house, p *editorial.Post) { h.move(p, editorial.MoveArchive) }, time.Time{}},
		"archived, and back":  {func(h *house, p *editorial.Post) { h.move(h.move(p, editorial.MoveArchive), editorial.MoveRestore) }, time.Time{}},
		"rewritten":           {func(h *house, p *editorial.Post) { h.edit(p, func(s *editorial.Sheet) { s.Content.Text = "else" }) }, time.Time{}},
		"its channel dropped": {func(h *house, p *editorial.Post) { h.edit(p, func(s *editorial.Sheet) { s.Content.Channels = nil }) }, time.Time{}},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t)
			p := h.approved("x", nine, wall)
			h.now = nine.Add(-2 * time.Hour)
			require.Equal(t, nine, h.turn().Next, "the releaser knows its time")
			row.change(h, p)
			left := time.Time{}
			for h.now = nine.Add(-time.Hour); !h.now.After(nine.Add(2 * time.Hour)); h.now = h.now.Add(time.Minute) {
				for _, w := range h.turn().Work {
					require.Zero(t, left)
					left = h.now
					h.turn(published(w))
				}
			}
			require.Equal(t, row.leaves, left)
		})
	}
}

// replan gives the post another time, or none.
func (h *house) replan(p *editorial.Post, at time.Time) *editorial.Post {
	h.t.Helper()
	return h.edit(p, func(s *editorial.Sheet) {
		s.Planned = editorial.When{}
		if !at.IsZero() {
			var err error
			s.Planned, err = editorial.WhenAt(at, "Europe/Paris")
			require.NoError(h.t, err)
		}
	})
}
