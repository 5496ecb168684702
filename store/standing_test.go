package store

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func (h *house) standing() editorial.Standing {
	h.t.Helper()
	stands, err := h.Standing(h.ctx, h.now)
	require.NoError(h.t, err)
	return stands
}

func TestStanding(t *testing.T) {
	h := newHouse(t)
	require.Equal(t, editorial.Standing{Deliveries: []editorial.Count{}}, h.standing())

	first := h.approved("one", nine, wall, ribbon)
	h.approved("two", nine.Add(time.Hour), wall)
	h.draft("not approved", nine, wall)
	ahead := []editorial.Count{
		{Platform: "on chan_1", State: editorial.Scheduled, Number: 2},
		{Platform: "on chan_2", State: editorial.Scheduled, Number: 1},
	}
	require.Equal(t, editorial.Standing{Deliveries: ahead}, h.standing(), "nothing is due")

	h.now = nine.Add(time.Minute)
	require.Equal(t, editorial.Standing{Deliveries: ahead, Waiting: 2, Oldest: nine}, h.standing())

	work := h.claimOne(first, wall)
	sent := []editorial.Count{
		{Platform: "on chan_1", State: editorial.Scheduled, Number: 1},
		{Platform: "on chan_1", State: editorial.Sending, Number: 1},
		{Platform: "on chan_2", State: editorial.Sending, Number: 1},
	}
	require.Equal(t, editorial.Standing{Deliveries: sent}, h.standing(), "what is on the wire has been started")

	h.turn(published(work))
	require.Equal(t, editorial.Standing{Deliveries: []editorial.Count{sent[0], sent[2]}}, h.standing(), "what is out is not counted")
}

// TestStandingIsCheap: a million published posts cost a scrape nothing.
func TestStandingIsCheap(t *testing.T) {
	h := newHouse(t)
	for _, query := range []string{
		`SELECT platform, state, COUNT(*) FROM deliveries WHERE state IN ('scheduled', 'held') GROUP BY platform, state`,
		`SELECT platform, state, COUNT(*) FROM deliveries WHERE state IN ('sending', 'unknown') GROUP BY platform, state`,
		`SELECT COUNT(*), MIN(due_at) FROM deliveries WHERE state IN ('scheduled', 'held') AND due_at <= 1 AND next_at <= 1`,
	} {
		var id, parent, unused int
		var step string
		require.NoError(t, h.reader.QueryRowContext(h.ctx, `EXPLAIN QUERY PLAN `+query).Scan(&id, &parent, &unused, &step))
		require.Regexp(t, `USING (COVERING )?INDEX deliveries_(due|next|under_way)`, step, "an index of what is not over yet")
	}
}

// TestWatch: each write is measured once, from when it waits to when it is over.
func TestWatch(t *testing.T) {
	h := newHouse(t)
	var said []string
	note := func(what string) func() { return func() { said = append(said, what) } }
	h.Watch(func() (begun, done func()) {
		said = append(said, "waits")
		return note("has its turn"), note("is over")
	})
	h.draft("one", time.Time{})
	require.Equal(t, []string{"waits", "has its turn", "is over"}, said)
	said = nil
	require.Error(t, h.write(h.ctx, func(*tx) error { return errOneRow }))
	require.Equal(t, []string{"waits", "has its turn", "is over"}, said, "what fails is measured too")
}
