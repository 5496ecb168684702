package scheduler

import (
	"fmt"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/store"
)

// role is one of the people of the simulation.
type role string

const (
	boss   role = "manager"
	writer role = "editor"
)

func (w *world) as(who role) store.Write {
	return store.Write{Now: w.now, By: editorial.Actor{
		Member: editorial.MemberID("mem_" + who), Name: string(who), May: editorial.Role(who).Permissions(),
	}}
}

// model is what the simulation itself remembers of a post, to hold against
// what the store and the platforms do with it.
type model struct {
	number    int
	id        editorial.PostID
	proofread map[string]bool   // texts that the first of two steps signed
	approved  map[string]bool   // texts that may leave: of the approval in force, part by part
	content   editorial.Content // that was approved
	signed    time.Time         // when it was approved
	times     map[editorial.ChannelID]editorial.When
	held      bool
	holds     []editorial.Pause // when it was held by hand
}

func (w *world) model(id editorial.PostID) *model {
	for _, m := range w.posts {
		if m.id == id {
			return m
		}
	}
	w.t.Fatalf("no such post %s", id)
	return nil
}

// person lets somebody do something.
func (w *world) person() {
	if len(w.posts) < 4 || w.rand.IntN(6) == 0 {
		w.write()
		return
	}
	switch w.rand.IntN(12) {
	case 0:
		w.pause()
	case 1:
		w.lift()
	case 2:
		w.answerOne()
	case 3:
		w.unhold()
	case 4:
		if w.rand.IntN(4) == 0 {
			w.agree()
		}
	default:
		w.work(w.posts[len(w.posts)-1-w.rand.IntN(min(len(w.posts), 12))])
	}
}

// write starts a post, mostly soon due, often a thread.
func (w *world) write() {
	sheet := editorial.Sheet{Title: "post", Content: editorial.Content{Text: w.words(), Variants: map[editorial.ChannelID]editorial.Variant{}}}
	for _, c := range w.channels {
		if w.rand.IntN(3) > 0 {
			continue
		}
		sheet.Content.Channels = append(sheet.Content.Channels, c.ID)
		if w.rand.IntN(3) == 0 {
			sheet.Content.Variants[c.ID] = editorial.Variant{Parts: []string{w.words(), w.words(), w.words()}, FirstComment: w.words()}
		}
	}
	if len(sheet.Content.Channels) == 0 {
		sheet.Content.Channels = []editorial.ChannelID{w.channels[w.rand.IntN(len(w.channels))].ID}
	}
	sheet.Planned = w.soon()
	p, _, err := w.db.AddPost(w.ctx, w.as(writer), w.calendar.ID, func(desk editorial.Desk) (*editorial.Post, editorial.Lines, error) {
		return editorial.NewPost(sheet, desk)
	})
	require.NoError(w.t, err)
	w.tally.posts++
	w.posts = append(w.posts, &model{number: len(w.posts), id: p.ID})
	w.note("written post %d for %s", len(w.posts)-1, sheet.Planned.Local)
	if w.rand.IntN(3) > 0 {
		w.move(w.posts[len(w.posts)-1], boss, editorial.Asked{Move: editorial.MoveApprove, Revision: p.Revision})
	}
}

func (w *world) words() string { return fmt.Sprintf("words %x", w.rand.Uint64()) }

// soon is a time ahead, on a whole minute, so that several meet.
func (w *world) soon() editorial.When {
	at := w.now.Add(time.Duration(1+w.rand.IntN(60)) * time.Minute).Truncate(time.Minute).Add(time.Minute)
	when, err := editorial.WhenAt(at, w.calendar.Zone)
	require.NoError(w.t, err)
	return when
}

// work does something to one post. What the rules refuse is refused: only the
// kind of the refusal is looked at.
func (w *world) work(m *model) {
	p, err := w.db.GetPost(w.ctx, m.id)
	require.NoError(w.t, err)
	switch w.rand.IntN(18) {
	case 0, 1, 2:
		w.edit(m, p)
	case 14, 15, 16:
		w.touch(m)
	case 17:
		if w.rand.IntN(4) == 0 {
			w.forge(m, p)
		}
	case 3, 4:
		w.reschedule(m)
	case 5:
		w.move(m, writer, editorial.Asked{Move: editorial.MoveSubmit})
	case 6, 7, 8:
		w.move(m, []role{boss, boss, proofreader}[w.rand.IntN(3)], editorial.Asked{Move: editorial.MoveApprove, Revision: p.Revision, Late: editorial.Late([]string{"", "leave"}[w.rand.IntN(2)])})
	case 9:
		w.move(m, boss, editorial.Asked{Move: editorial.MoveRequestChanges})
	case 10:
		w.move(m, writer, editorial.Asked{Move: editorial.MoveWithdraw})
	case 11:
		w.move(m, writer, editorial.Asked{Move: []editorial.Move{editorial.MoveHold, editorial.MoveUnhold}[w.rand.IntN(2)]})
	case 12:
		w.move(m, boss, editorial.Asked{Move: editorial.MovePublishNow, Revision: p.Revision})
	case 13:
		w.move(m, writer, editorial.Asked{Move: []editorial.Move{editorial.MoveArchive, editorial.MoveRestore}[w.rand.IntN(2)]})
	}
}

// tolerate passes refusals and fails on everything else.
func (w *world) tolerate(err error) bool {
	if err != nil {
		require.NotNil(w.t, editorial.AsRefusal(err), "%v", err)
	}
	return err == nil
}

func (w *world) move(m *model, who role, asked editorial.Asked) {
	p, _, err := w.db.UpdatePost(w.ctx, w.as(who), m.id, func(p *editorial.Post, desk editorial.Desk) (editorial.Lines, error) {
		return p.Apply(asked, desk)
	})
	if !w.tolerate(err) {
		return
	}
	w.note("%s by %s on post %d: %s", asked.Move, who, m.number, p.Status)
	switch asked.Move {
	case editorial.MoveApprove:
		w.signed(m, who, p)
	case editorial.MoveSubmit, editorial.MoveRequestChanges, editorial.MoveWithdraw, editorial.MoveArchive, editorial.MoveRestore:
		m.approved, m.proofread = nil, nil
	case editorial.MoveHold:
		m.held = true
		m.holds = append(m.holds, editorial.Pause{From: w.now})
	case editorial.MovePublishNow:
		m.saw(p, boss)
	case editorial.MoveUnhold, editorial.MoveUndoApproval:
	}
	if m.held && p.Hold == nil {
		m.held = false
		m.holds[len(m.holds)-1].Until = w.now
	}
}

// sign remembers the very texts and times that were approved.
func (m *model) sign(p *editorial.Post, now time.Time) {
	m.content = p.Content
	m.approved, m.signed, m.times = texts(p), now, map[editorial.ChannelID]editorial.When{}
	m.saw(p, boss)
}

// saw remembers the times that somebody gave: a manager's stand as approved,
// and so does the first one where the approval left the time open.
func (m *model) saw(p *editorial.Post, who role) {
	for _, channel := range p.Content.Channels {
		if m.approved != nil && (who == boss || m.times[channel].IsZero()) {
			m.times[channel] = p.TimeOf(channel)
		}
	}
}

func signature(channel editorial.ChannelID, index int, text string) string {
	return fmt.Sprintf("%s/%d/%s", channel, index, text)
}

// edit changes the words, changes them back, or adds and drops a channel.
func (w *world) edit(m *model, seen *editorial.Post) {
	next := seen.Clone()
	switch w.rand.IntN(4) {
	case 0:
		if r, err := w.db.GetRevision(w.ctx, m.id, 1+w.rand.IntN(seen.Revision)); err == nil {
			next.Content = r.Content
		}
	case 1:
		if len(next.Content.Channels) > 1 {
			gone := next.Content.Channels[0]
			next.Content.Channels = next.Content.Channels[1:]
			delete(next.Content.Variants, gone)
		}
	default:
		next.Content.Text = w.words()
	}
	next.Until = []editorial.Until{editorial.UntilHold, editorial.UntilRelease}[w.rand.IntN(2)]
	w.save(m, writer, seen, next, func(*editorial.Post) {})
}

func (w *world) reschedule(m *model) {
	at, who := w.soon(), []role{boss, writer}[w.rand.IntN(2)]
	if w.rand.IntN(4) == 0 {
		at.Local = w.tomorrow(at)
	}
	p, _, err := w.db.UpdatePost(w.ctx, w.as(who), m.id, func(p *editorial.Post, desk editorial.Desk) (editorial.Lines, error) {
		next := p.Clone()
		next.Planned, next.Times = at, nil
		return p.Edit(next, desk)
	})
	if w.tolerate(err) {
		m.saw(p, who)
		w.note("moved post %d to %s", m.number, at.Local)
	}
}

// tomorrow is a time of day on the next day.
func (w *world) tomorrow(at editorial.When) string {
	when, err := at.Resolve()
	require.NoError(w.t, err)
	next, err := editorial.WhenAt(when.Instant.AddDate(0, 0, 1), w.calendar.Zone)
	require.NoError(w.t, err)
	return next.Local
}

func (w *world) pause() {
	p := editorial.Pause{ID: editorial.PauseID(fmt.Sprintf("pau_%d", len(w.pauses))), Calendar: w.calendar.ID, Reason: "crisis", From: w.now, Made: w.now, By: w.as(boss).By}
	switch w.rand.IntN(3) {
	case 0:
		p.Scope.All, p.Calendar = true, ""
	case 1:
		p.Scope.Calendar = w.calendar.ID
	default:
		p.Scope.Channel = w.channels[w.rand.IntN(len(w.channels))].ID
	}
	if w.rand.IntN(2) == 0 {
		p.Until = w.now.Add(time.Duration(1+w.rand.IntN(120)) * time.Minute)
	}
	require.NoError(w.t, w.db.AddPause(w.ctx, w.as(writer), p))
	w.pauses = append(w.pauses, p)
	w.pausesMade++
	w.note("paused %+v until %s", p.Scope, p.Until)
}

// lift ends a pause that is still on; one is never left for ever.
func (w *world) lift() {
	for i := range w.pauses {
		if w.pauses[i].Active(w.now) {
			w.liftOne(i)
			return
		}
	}
}

func (w *world) liftOne(i int) {
	_, err := w.db.UpdatePause(w.ctx, w.as(boss), w.pauses[i].ID, func(p *editorial.Pause) error {
		p.Until = w.now
		return nil
	})
	require.NoError(w.t, err)
	w.pauses[i].Until = w.now
	w.note("lifted pause %d", i)
}

// unhold lifts the hold of a post that has just come due, and seldom another.
func (w *world) unhold() {
	for _, m := range w.posts {
		if !m.held {
			continue
		}
		p, err := w.db.GetPost(w.ctx, m.id)
		require.NoError(w.t, err)
		just := !p.FirstDue.IsZero() && !p.FirstDue.After(w.now) && p.FirstDue.After(w.now.Add(-time.Minute))
		if just || w.rand.IntN(20) == 0 {
			w.move(m, boss, editorial.Asked{Move: editorial.MoveUnhold})
			return
		}
	}
}

// answerOne lets a manager deal with one delivery that asks for a person.
func (w *world) answerOne() {
	asking, _, err := w.db.ListDeliveries(w.ctx, store.DeliveryFilter{States: []editorial.DeliveryState{
		editorial.Unsure, editorial.Missed, editorial.Failed, editorial.Held,
	}}, store.Page{Limit: 50})
	require.NoError(w.t, err)
	if len(asking) == 0 {
		return
	}
	w.answer(asking[w.rand.IntN(len(asking))], w.rand.IntN(3) > 0)
}

// answerAll answers every unclear outcome that waits for a person, and lifts
// every hold and what is paused for ever. It tells whether anything was asked.
func (w *world) answerAll() (asked bool) {
	for i := range w.pauses {
		if w.pauses[i].Active(w.now) && w.pauses[i].Until.IsZero() {
			w.liftOne(i)
		}
	}
	for _, m := range w.posts {
		if m.held {
			w.move(m, boss, editorial.Asked{Move: editorial.MoveUnhold})
		}
	}
	asking, _, err := w.db.ListDeliveries(w.ctx, store.DeliveryFilter{ForPerson: true}, store.Page{Limit: 200})
	require.NoError(w.t, err)
	for _, d := range asking {
		w.answer(d, false)
	}
	return len(asking) > 0
}

// answer is what a person who looks at the network says: the truth.
func (w *world) answer(d editorial.Delivery, again bool) {
	asked := editorial.DeliveryAsked{Move: editorial.MoveDrop}
	switch {
	case d.State == editorial.Unsure && !d.ForPerson():
		return
	case d.State == editorial.Unsure:
		asked = w.truth(d, again)
	case again:
		asked.Move = editorial.MoveRetry
	}
	m := w.model(d.Post)
	p, _, err := w.db.UpdatePost(w.ctx, w.as(boss), d.Post, func(p *editorial.Post, desk editorial.Desk) (editorial.Lines, error) {
		return p.ApplyDelivery(d.ID, asked, desk)
	})
	if w.tolerate(err) {
		if asked.Move == editorial.MoveRetry || asked.Outcome == editorial.SendAgain {
			m.times[d.Channel] = p.TimeOf(d.Channel)
		}
		w.note("%s %s on post %d, %s: %s", asked.Move, asked.Outcome, m.number, d.Channel, p.Status)
	}
}

func (w *world) truth(d editorial.Delivery, again bool) editorial.DeliveryAsked {
	asked := editorial.DeliveryAsked{Move: editorial.MoveResolve, Outcome: editorial.ItIsNot}
	for _, part := range d.Parts {
		if part.State == editorial.PartPublished {
			continue
		}
		if sent := w.platforms[d.Platform].find(d.Channel, part.Key); sent != nil {
			asked.Outcome, asked.URL = editorial.ItIsPublished, sent.receipt.URL
			return asked
		}
		break
	}
	if again {
		asked.Outcome = editorial.SendAgain
	}
	return asked
}
