package store

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// underOldRules writes every instant as zone rules had it by which the clocks
// of Paris were an hour behind what they are now.
func (h *house) underOldRules() {
	h.raw(`UPDATE deliveries SET due_at = due_at + 3600000, next_at = next_at + 3600000`)
	h.raw(`UPDATE posts SET first_due = first_due + 3600000`)
}

// follow runs the job to its end, and returns how many batches it took and how
// often each post moved.
func (h *house) followZones(zones string) (batches int, moved map[editorial.PostID]int) {
	h.t.Helper()
	for moved = map[editorial.PostID]int{}; ; {
		f, err := h.FollowZones(h.ctx, zones, "daemon", h.now)
		require.NoError(h.t, err)
		batches++
		for _, p := range f.Moved {
			moved[p.Post]++
		}
		if f.Done {
			return batches, moved
		}
	}
}

// New zone data: planned times become other instants, once each and told; the
// approval stands; what is out stays as it was.
func TestFollowZones(t *testing.T) {
	h := newHouse(t)
	_, moved := h.followZones("one")
	require.Empty(t, moved)
	out, approved, draft := h.approved("out", nine, wall), h.approved("approved", nine.Add(24*time.Hour), wall, ribbon), h.draft("draft", nine.Add(24*time.Hour), wall)
	undated, nowhere := h.draft("undated", time.Time{}, wall), h.draft("nowhere", nine.Add(24*time.Hour))
	h.now = nine
	h.turn(published(h.claimOne(out, wall)))
	h.now = nine.Add(time.Hour)
	_, moved = h.followZones("one")
	require.Empty(t, moved, "the same data")
	h.underOldRules()
	left := h.on(out, wall)

	lines, seen := len(h.actions(99)), h.get(approved)
	batches, moved := h.followZones("two")
	require.Equal(t, 1, batches)
	require.Equal(t, map[editorial.PostID]int{approved.ID: 1, draft.ID: 1, nowhere.ID: 1}, moved)
	require.Len(t, h.actions(99), lines+3)
	require.Equal(t, left, h.on(out, wall))
	require.Empty(t, h.get(undated).FirstDue)
	p := h.get(approved)
	require.Equal(t, seen.Version, p.Version)
	require.Equal(t, seen.Approval, p.Approval)
	require.Equal(t, editorial.Status("scheduled"), p.Status)
	require.Equal(t, nine.Add(24*time.Hour), p.FirstDue)
	require.Equal(t, nine.Add(24*time.Hour), h.on(approved, ribbon).Due)
	require.Equal(t, nine.Add(24*time.Hour), h.get(nowhere).FirstDue)
	require.Equal(t, 3, h.count(`SELECT COUNT(*) FROM audit WHERE action = $1 AND detail = $2`, editorial.EventInstantMoved,
		"2026-11-25T09:00:00Z → 2026-11-25T08:00:00Z"))

	h.underOldRules()
	_, moved = h.followZones("two")
	require.Empty(t, moved, "these data have been followed already")
	h.followZones("three")
	h.now = nine.Add(24 * time.Hour)
	require.Len(t, h.turn().Work, 2)
}

// The job goes on where it stopped, and begins anew where the data change
// again.
func TestFollowZonesResumes(t *testing.T) {
	h := newHouse(t)
	for i := range 2*zonesBatch + 1 {
		h.draft(fmt.Sprint(i), nine.Add(time.Duration(i%7)*time.Hour), wall)
	}
	h.underOldRules()
	moves := func() int {
		return h.count(`SELECT COUNT(*) FROM audit WHERE action = $1`, editorial.EventInstantMoved)
	}
	f, err := h.FollowZones(h.ctx, "two", "daemon", h.now)
	require.NoError(t, err)
	require.False(t, f.Done)
	require.Len(t, f.Moved, zonesBatch)
	first := h.count(`SELECT COUNT(*) FROM posts WHERE first_due = $1`, nine.UnixMilli())
	require.Equal(t, 15, first, "what is due first comes first")

	again := h.another()
	batches, moved := again.followZones("two")
	require.Equal(t, 2, batches)
	require.Len(t, moved, zonesBatch+1)
	require.Equal(t, 2*zonesBatch+1, moves(), "each once")

	_, err = h.FollowZones(h.ctx, "three", "daemon", h.now)
	require.NoError(t, err)
	batches, _ = h.followZones("two")
	require.Equal(t, 3, batches, "three had begun, so nobody knows what is what")
	require.Equal(t, 2*zonesBatch+1, moves())
}

// Two daemons may have different data, during an upgrade: the one that releases
// says which count.
func TestFollowZonesIsTheReleasers(t *testing.T) {
	h := newHouse(t)
	h.draft("x", nine, wall)
	h.underOldRules()
	h.turn()
	f, err := h.FollowZones(h.ctx, "two", "another", h.now)
	require.NoError(t, err)
	require.True(t, f.Waits)
	require.Empty(t, f.Moved)
	h.now = h.now.Add(editorial.ReleaserLease)
	f, err = h.FollowZones(h.ctx, "two", "another", h.now)
	require.NoError(t, err)
	require.True(t, f.Done)
	require.Len(t, f.Moved, 1)
}

// A row that makes no sense is left out, told, and keeps nobody else.
func TestFollowZonesOverABrokenRow(t *testing.T) {
	h := newHouse(t)
	bad, good := h.draft("bad", nine, wall), h.draft("good", nine, wall)
	h.underOldRules()
	h.raw(`UPDATE posts SET sheet = 'no JSON' WHERE id = $1`, bad.ID)
	f, err := h.FollowZones(h.ctx, "two", "daemon", h.now)
	require.ErrorContains(t, err, string(bad.ID))
	require.True(t, f.Done)
	require.Len(t, f.Moved, 1)
	require.Equal(t, good.ID, f.Moved[0].Post)
}
