package scheduler

import (
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/store"
)

// checkClaim holds a claim against what the simulation knows: the words were
// approved by somebody who may, nothing pauses or holds the post at this
// commit, and it is not too late.
func (w *world) checkClaim(work editorial.Work) {
	if work.Step != editorial.StepSend {
		return
	}
	d, m := work.Delivery, w.model(work.Delivery.Post)
	p, err := w.db.GetPost(w.ctx, d.Post)
	require.NoError(w.t, err)
	for i := range w.pauses {
		require.False(w.t, w.pauses[i].Active(w.now) && w.pauses[i].Covers(p, d.Channel), "claimed post %d under pause %d", m.number, i)
	}
	require.False(w.t, m.held, "claimed post %d, which somebody holds", m.number)
	if work.Index > 0 || d.Resend {
		return // a thread that has begun is finished as it began
	}
	require.True(w.t, m.approved[signature(d.Channel, work.Index, work.Part.Text)], "claimed words of post %d that nobody approved: %q", m.number, work.Part.Text)
	require.False(w.t, w.now.After(d.Due.Add(editorial.DefaultLateness)), "claimed post %d %s after its time", m.number, w.now.Sub(d.Due))
	require.False(w.t, w.now.Before(d.Due), "claimed post %d before its time", m.number)
	w.checkOrder(work, p)
}

// checkOrder: of what is due at one instant on one channel and has not been
// tried, the post planned first is claimed first.
func (w *world) checkOrder(work editorial.Work, _ *editorial.Post) {
	waiting, _, err := w.db.ListDeliveries(w.ctx, store.DeliveryFilter{Channel: work.Delivery.Channel, States: []editorial.DeliveryState{editorial.Scheduled}}, store.Page{Limit: 200})
	require.NoError(w.t, err)
	for _, other := range waiting {
		earlier := other.Due.Equal(work.Delivery.Due) && other.Post < work.Delivery.Post
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
	written := map[string]bool{}
	for _, m := range w.posts {
		p, err := w.db.GetPost(w.ctx, m.id)
		require.NoError(w.t, err)
		require.Equal(w.t, editorial.StatusOf(p), p.Status, "post %d", m.number)
		for i := range p.Deliveries {
			w.checkRest(&p.Deliveries[i], m)
			for _, part := range p.Deliveries[i].Parts {
				if part.State == editorial.PartPublished {
					written[part.Receipt.URL] = true
				}
			}
		}
	}
	for _, name := range platformNames() {
		for _, e := range w.platforms[name].books {
			require.True(w.t, written[e.receipt.URL], "%s has %q at %s, and the ledger does not know it", name, e.text, e.at)
		}
	}
	w.checkRecord()
}

func (w *world) checkRest(d *editorial.Delivery, m *model) {
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
	case editorial.Unsure:
		w.unknown++
	case editorial.Planned, editorial.Dropped:
	case editorial.Scheduled, editorial.Sending:
		w.t.Fatalf("post %d on %s was forgotten: %s, due %s", m.number, d.Channel, d.State, d.Due)
	}
}

func (w *world) checkRecord() {
	previous := map[editorial.CalendarID]string{}
	for after := int64(0); ; {
		lines, err := w.db.ListAudit(w.ctx, store.AuditFilter{Calendars: []editorial.CalendarID{w.calendar.ID}, Instance: true, After: after}, 500)
		require.NoError(w.t, err)
		if len(lines) == 0 {
			return
		}
		for _, line := range lines {
			require.Equal(w.t, previous[line.Calendar], line.Previous, "line %d", line.Seq)
			require.Equal(w.t, line.Hash, line.Chain(line.Previous).Hash, "line %d", line.Seq)
			previous[line.Calendar], after = line.Hash, line.Seq
		}
	}
}
