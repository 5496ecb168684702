package scheduler

import (
	"slices"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/publishers"
	"parution.dev/store"
)

// try is one attempt at a delivery.
type try struct {
	delivery editorial.DeliveryID
	attempt  int
}

// checkClaim holds a claim against what the simulation knows: the words were
// approved by somebody who may, or are inside the margin, as was the time, nothing pauses or holds the
// post at this commit, and it is not too late.
func (w *world) checkClaim(work editorial.Work) {
	w.checkRescue(work)
	if work.Step != editorial.StepSend {
		return
	}
	d, m := work.Delivery, w.model(work.Delivery.Post)
	p, err := w.db.GetPost(w.ctx, d.Post)
	require.NoError(w.t, err)
	w.checkPauses(work, p, "claimed")
	require.False(w.t, m.held, "claimed post %d, which somebody holds", m.number)
	if work.Index > 0 || d.Resend {
		require.Equal(w.t, w.pins[d.ID][work.Index], work.Part.Text, "post %d does not go on as it began", m.number)
		return // a thread that has begun is finished as it began
	}
	w.checkWords(work, m)
	w.checkTime(work, p, m)
	require.False(w.t, w.now.After(d.Due.Add(editorial.DefaultLateness)), "claimed post %d %s after its time", m.number, w.now.Sub(d.Due))
	require.False(w.t, w.now.Before(d.Due), "claimed post %d before its time", m.number)
	w.checkStopped(work, p, m)
	w.checkRules(work)
	w.checkOrder(work, p)
	w.pin(d)
}

// checkPauses: no pause in its scope holds at this moment.
func (w *world) checkPauses(work editorial.Work, p *editorial.Post, what string) {
	for i := range w.pauses {
		require.False(w.t, w.pauses[i].Active(w.now) && w.pauses[i].Covers(p, work.Delivery.Channel), "%s post %d under pause %d", what, w.model(p.ID).number, i)
	}
}

// checkStopped: what came due under a pause or a hold, even one that was
// lifted since, leaves only after a person said so.
func (w *world) checkStopped(work editorial.Work, p *editorial.Post, m *model) {
	since := work.Delivery.Due
	if m.signed.After(since) {
		since = m.signed
	}
	stops := append([]editorial.Pause{}, m.holds...)
	for _, pause := range w.pauses {
		if pause.Covers(p, work.Delivery.Channel) {
			stops = append(stops, pause)
		}
	}
	for _, stop := range stops {
		before := stop.From.After(w.now) || !stop.Until.IsZero() && (!stop.Until.After(since) || !stop.From.Before(stop.Until))
		require.True(w.t, before, "post %d was stopped from %s to %s and left by itself", m.number, stop.From, stop.Until)
	}
}

// checkRescue: nobody sends what may still be on somebody's wire.
func (w *world) checkRescue(work editorial.Work) {
	tries, err := w.db.ListAttempts(w.ctx, work.Delivery.ID)
	require.NoError(w.t, err)
	for _, a := range tries {
		open := a.Number != work.Attempt && a.Step == editorial.StepSend && a.Part == work.Index && a.Ended.IsZero()
		taken := w.taken[try{work.Delivery.ID, a.Number}]
		require.False(w.t, open && w.ahead.Before(taken) && w.own().Before(taken.Add(editorial.LeaseTime+editorial.CallTimeout)),
			"post %d was claimed while attempt %d may be on the wire", w.model(work.Delivery.Post).number, a.Number)
	}
}

// pin remembers the words of all parts when the first is claimed.
func (w *world) pin(d editorial.Delivery) {
	r, err := w.db.GetRevision(w.ctx, d.Post, d.Revision)
	require.NoError(w.t, err)
	w.pins[d.ID] = nil
	for _, part := range r.Content.Parts(d.Channel) {
		w.pins[d.ID] = append(w.pins[d.ID], part.Text)
	}
}

// checkCall runs when a network is called to publish: the call was claimed,
// its attempt is on disk, it is the only one of that attempt, and neither the
// lease nor a pause stands against it.
func (w *world) checkCall(to editorial.Account, piece publishers.Piece) {
	work := w.carrying
	require.True(w.t, work != nil && work.Step == editorial.StepSend, "called without a claim")
	d, m := work.Delivery, w.model(work.Delivery.Post)
	require.Equal(w.t, signature(d.Channel, 0, work.Sent.Key+work.Part.Text), signature(to.Channel, 0, piece.Key+piece.Part.Text), "called with something else than what was claimed")
	this := try{d.ID, work.Attempt}
	require.False(w.t, w.calls[this], "post %d was called twice in one attempt", m.number)
	w.calls[this] = true
	require.True(w.t, w.written(work), "called for post %d before the attempt was on disk", m.number)
	now, err := w.db.GetDelivery(w.ctx, d.ID)
	require.NoError(w.t, err)
	require.Equal(w.t, editorial.Sending, now.State, "called for post %d, and the ledger does not say so", m.number)
	require.Equal(w.t, work.Attempt, now.Attempt, "called for post %d on an attempt that was given up", m.number)
	require.True(w.t, w.now.Add(editorial.CallTimeout).Before(now.Lease), "called for post %d on a lease that has run out", m.number)
	require.True(w.t, w.own().Add(editorial.CallTimeout).Before(w.taken[this].Add(editorial.LeaseTime)),
		"called for post %d on a lease that the machine's own clock says has run out", m.number)
	require.False(w.t, work.Index == 0 && !d.Resend && w.now.Before(d.Due), "called for post %d before its time", m.number)
	p, err := w.db.GetPost(w.ctx, d.Post)
	require.NoError(w.t, err)
	w.checkPauses(*work, p, "called for")
}

// written tells whether an attempt stands in the ledger, without an end.
func (w *world) written(work *editorial.Work) bool {
	tries, err := w.db.ListAttempts(w.ctx, work.Delivery.ID)
	require.NoError(w.t, err)
	return slices.ContainsFunc(tries, func(a editorial.Attempt) bool {
		return a.Number == work.Attempt && a.Key == work.Sent.Key && a.Step == work.Step && a.Ended.IsZero()
	})
}

// checkOrder: of what is due at one instant on one channel and has not been
// tried, the post planned first is claimed first.
func (w *world) checkOrder(work editorial.Work, _ *editorial.Post) {
	waiting, _, err := w.db.ListDeliveries(w.ctx, store.DeliveryFilter{Channel: work.Delivery.Channel, States: []editorial.DeliveryState{editorial.Scheduled}}, store.Page{Limit: 200})
	require.NoError(w.t, err)
	for _, other := range waiting {
		earlier := other.Due.Before(work.Delivery.Due) || other.Due.Equal(work.Delivery.Due) && other.Post < work.Delivery.Post
		require.False(w.t, earlier && other.Attempt == 0 && !other.Next.After(w.now), "post %d overtook post %d on %s",
			w.model(work.Delivery.Post).number, w.model(other.Post).number, work.Delivery.Channel)
	}
}

// checkHeard runs when a network makes something public: never twice.
func (w *world) checkHeard(p *platform, e *entry) {
	for _, other := range p.books {
		require.False(w.t, other != e && other.channel == e.channel && other.text == e.text, "%s made the same words public twice: %q", p.name, e.text)
	}
}

// checkEnd holds the ledger against the networks' books once all is at rest:
// nothing approved and dated was forgotten, nothing is out that the ledger
// does not know, and the record's chain is whole.
func (w *world) checkEnd() {
	written := map[string]string{}
	for _, m := range w.posts {
		p, err := w.db.GetPost(w.ctx, m.id)
		require.NoError(w.t, err)
		require.Equal(w.t, editorial.StatusOf(p), p.Status, "post %d", m.number)
		for _, channel := range p.Content.Channels {
			require.NotNil(w.t, p.Delivery(channel), "post %d on %s was forgotten: it has no delivery", m.number, channel)
		}
		for i := range p.Deliveries {
			d := &p.Deliveries[i]
			w.checkRest(d, p, m)
			w.checkTries(d, m)
			for i, part := range d.Parts {
				if part.State == editorial.PartPublished {
					written[part.Receipt.URL] = w.pins[d.ID][i]
				}
			}
		}
	}
	for _, name := range platformNames() {
		for _, e := range w.platforms[name].books {
			require.Equal(w.t, e.text, written[e.receipt.URL], "%s has words at %s that the ledger does not know", name, e.at)
			delete(written, e.receipt.URL)
		}
	}
	require.Empty(w.t, written, "the ledger says published, and no network has it")
	w.checkRecord()
}

// checkTries: what the ledger says was called was called.
func (w *world) checkTries(d *editorial.Delivery, m *model) {
	tries, err := w.db.ListAttempts(w.ctx, d.ID)
	require.NoError(w.t, err)
	for _, a := range tries {
		if a.Step == editorial.StepSend && !a.Ended.IsZero() && a.Code != "given_back" && a.Code != "parent_unknown" {
			require.True(w.t, w.calls[try{d.ID, a.Number}], "post %d, attempt %d is written as made, and was not", m.number, a.Number)
		}
	}
}

func (w *world) checkRest(d *editorial.Delivery, p *editorial.Post, m *model) {
	require.True(w.t, d.Next.IsZero(), "post %d on %s: %s waits for %s", m.number, d.Channel, d.State, d.Next)
	switch d.State {
	case editorial.Published:
		w.published++
	case editorial.Missed:
		w.missed++
	case editorial.Failed:
		w.failed++
	case editorial.Held:
		w.held++
	case editorial.Planned:
		promised := p.State == editorial.Approved && p.Content.Has(d.Channel) && !p.TimeOf(d.Channel).IsZero()
		require.False(w.t, promised, "post %d on %s is approved and dated, and was forgotten", m.number, d.Channel)
	case editorial.Unsure, editorial.Dropped:
	case editorial.Scheduled, editorial.Sending:
		w.t.Fatalf("post %d on %s was forgotten: %s, due %s", m.number, d.Channel, d.State, d.Due)
	}
}

func (w *world) checkRecord() {
	check := editorial.AuditCheck{Whole: true}
	require.NoError(w.t, w.db.CheckAudit(w.ctx, &check))
	for _, fault := range check.Faults {
		w.t.Fatalf("line %d of the record: %s", fault.Seq, fault.Kind)
	}
}
