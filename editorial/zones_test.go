package editorial_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// underOldRules is the post as zone rules had it by which the clocks of Paris
// were an hour behind what they are now.
func underOldRules(r *room) {
	for i := range r.post.Deliveries {
		d := &r.post.Deliveries[i]
		if !d.Due.IsZero() {
			d.Due = d.Due.Add(time.Hour)
		}
		if !d.Next.IsZero() {
			d.Next = d.Next.Add(time.Hour)
		}
	}
	r.post.FirstDue = r.post.FirstDue.Add(time.Hour)
}

// The wall clock that people approved stands; the instant follows the rules.
func TestFollowZones(t *testing.T) {
	r := approved(t)
	underOldRules(r)
	version, approval := r.post.Version, *r.post.Approval
	moved, lines := r.post.FollowZones(editorial.Desk{Calendar: r.calendar, Channels: r.channels, By: editorial.Machine(), Now: r.now})
	require.Equal(t, []editorial.InstantMoved{{wall, due.Add(time.Hour), due}, {ribbon, due.Add(time.Hour), due}}, moved)
	require.Equal(t, due, r.on(wall).Due)
	require.Equal(t, due, r.on(wall).Next)
	require.Equal(t, due, r.post.FirstDue)
	require.Equal(t, due.Add(-editorial.FirstLook), r.on(wall).Preflight.Next, "looked ahead at afresh")
	require.Equal(t, version, r.post.Version, "nobody edited it")
	require.Equal(t, approval, *r.post.Approval)
	require.Len(t, lines.Audit, 1)
	line := lines.Audit[0]
	require.Equal(t, editorial.EventInstantMoved, line.Action)
	require.Equal(t, "2026-11-24T09:00:00Z → 2026-11-24T08:00:00Z", line.Detail)
	require.Equal(t, editorial.Status("scheduled"), line.Status)
	require.Equal(t, r.post.ID, line.Post)
	require.Empty(t, line.Actor.Member)

	moved, lines = r.post.FollowZones(r.as(editorial.Manager))
	require.Empty(t, moved, "once")
	require.Empty(t, lines.Audit)
	r.late(0)
	r.claim(wall, editorial.StepSend)
}

func TestFollowZonesLeavesAlone(t *testing.T) {
	for name, meet := range map[string]func(*room){
		"what is out":         func(r *room) { r.late(0).answers(wall, editorial.Done) },
		"what is on the wire": func(r *room) { r.late(0).claim(wall, editorial.StepSend) },
		"what is unclear":     func(r *room) { r.late(0).answers(wall, editorial.Unknown) },
		"what was missed":     func(r *room) { r.late(time.Hour).open(wall) },
		"what a person dropped": func(r *room) {
			require.NoError(r.t, r.decide(editorial.Manager, wall, editorial.DeliveryAsked{Move: editorial.MoveDrop}))
		},
		"what was archived": func(r *room) { r.does(editorial.Manager, editorial.MoveArchive) },
	} {
		t.Run(name, func(t *testing.T) {
			r := approved(t, func(s *editorial.Sheet) { s.Content.Channels = []editorial.ChannelID{wall} })
			meet(r)
			underOldRules(r)
			r.now = noon
			was := *r.on(wall)
			moved, lines := r.post.FollowZones(r.as(editorial.Manager))
			require.Empty(t, moved)
			require.Empty(t, lines.Audit)
			require.Equal(t, was, *r.on(wall))
		})
	}
	t.Run("what was due already", func(t *testing.T) {
		r := approved(t)
		underOldRules(r)
		moved, _ := r.post.FollowZones(r.late(time.Hour).as(editorial.Manager))
		require.Empty(t, moved)
	})
}

// Drafts move too, and posts that go nowhere yet; each channel is told of
// where they differ.
func TestFollowZonesDrafts(t *testing.T) {
	r := written(t, func(s *editorial.Sheet) {
		s.Times = map[editorial.ChannelID]editorial.When{ribbon: {Local: "2026-11-24T09:00", Zone: "Asia/Tokyo"}}
	})
	r.on(wall).Due = due.Add(time.Hour)
	moved, lines := r.post.FollowZones(r.as(editorial.Manager))
	require.Len(t, moved, 1)
	require.Equal(t, "2026-11-24T09:00:00Z → 2026-11-24T08:00:00Z", lines.Audit[0].Detail)
	r.on(wall).Due, r.on(ribbon).Due = due.Add(time.Hour), due.Add(time.Hour)
	_, lines = r.post.FollowZones(r.as(editorial.Manager))
	require.Equal(t, "chan_wall 2026-11-24T09:00:00Z → 2026-11-24T08:00:00Z, chan_ribbon 2026-11-24T09:00:00Z → 2026-11-24T00:00:00Z", lines.Audit[0].Detail)

	r = written(t, func(s *editorial.Sheet) { s.Content.Channels = nil })
	underOldRules(r)
	moved, _ = r.post.FollowZones(r.as(editorial.Manager))
	require.Equal(t, []editorial.InstantMoved{{From: due.Add(time.Hour), To: due}}, moved)
	require.Equal(t, due, r.post.FirstDue)
}

// A post whose zone the data at hand does not know keeps its last instant, and
// its embargo.
func TestZoneThatIsGone(t *testing.T) {
	r := approved(t)
	r.post.Planned.Zone, r.post.Approval.Times[wall] = "Europe/Atlantis", editorial.When{Local: atNine.Local, Zone: "Europe/Atlantis"}
	moved, _ := r.post.FollowZones(r.as(editorial.Manager))
	require.Empty(t, moved)
	r.late(0)
	r.post.Embargo = editorial.When{Local: "2026-11-24T10:00", Zone: "Europe/Atlantis"}
	r.claim(wall, editorial.StepNone)
	require.Equal(t, []editorial.Code{editorial.CodeEmbargo}, holdCodes(r.on(wall).Holds))
	r.post.Embargo = editorial.When{}
	r.now = r.on(wall).Next
	r.claim(wall, editorial.StepSend)
	require.Equal(t, due, r.on(wall).Due)
}
