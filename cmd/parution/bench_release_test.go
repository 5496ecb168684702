package main

import (
	"fmt"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/store/storetest"
)

// BenchmarkSteady releases fifty posts a second: evenly, and as people plan
// them, all fifty on the full second.
func BenchmarkSteady(b *testing.B) {
	const rate = 50
	seconds := size(b, "SECONDS", 20)
	head("50 posts a second", "p50 late", "p99 late")
	for _, evenly := range []bool{true, false} {
		r := newRig(b, rate)
		first := time.Now().Truncate(time.Second).Add(time.Duration(4+seconds/10) * time.Second)
		for second := range seconds {
			due := first.Add(time.Duration(second) * time.Second)
			for _, channel := range r.channels {
				r.plan(channel, time.Now(), due)
			}
			if evenly {
				require.NoError(b, storetest.Spread(b.Context(), r.at.Data, due, time.Second/rate))
			}
		}
		require.True(b, time.Now().Before(first), "planning took too long")
		r.release(r.expect(rate * seconds))
		what, step := "one every 20 ms", time.Second/rate
		if !evenly {
			what, step = "fifty on each full second", 0
		}
		late := r.lateness(first, rate, step)
		row(what, millis(percentile(late, .5)), millis(percentile(late, .99)))
	}
	late := steadyBare(b, rate, seconds)
	row("bare timer, one every 20 ms", millis(percentile(late, .5)), millis(percentile(late, .99)))
}

// lateness counts each call from the instant of the second that it fell into:
// at this rate nothing overtakes.
func (n *network) lateness(first time.Time, rate int, step time.Duration) []time.Duration {
	n.mu.Lock()
	defer n.mu.Unlock()
	late := make([]time.Duration, len(n.heard))
	for i, at := range n.heard {
		due := first.Add(time.Duration(i/rate)*time.Second + time.Duration(i%rate)*step)
		late[i] = at.Sub(due)
	}
	return late
}

func steadyBare(b *testing.B, rate, seconds int) []time.Duration {
	b.Helper()
	n := newNetwork(b)
	done, first := n.expect(rate*seconds), time.Now().Add(time.Second)
	for i := range rate * seconds {
		time.AfterFunc(time.Until(first.Add(time.Duration(i)*time.Second/time.Duration(rate))), func() { _, _ = n.call(b.Context(), "bare") })
	}
	<-done
	return n.lateness(first, rate, time.Second/time.Duration(rate))
}

// BenchmarkBurst releases many posts due at one instant, against a bare timer
// that makes the same calls, so many at once.
func BenchmarkBurst(b *testing.B) {
	posts, channels := size(b, "POSTS", 10_000), size(b, "CHANNELS", 1000)
	full := size(b, "ARCHIVE", 100_000)
	for _, archived := range slices.Compact([]int{0, full}) {
		r := newRig(b, channels)
		r.archive(archived)
		head(fmt.Sprintf("burst of %d on %d channels, %d archived", posts, channels, archived), "posts/s", "p50 late", "p99 late", "CPU a post", "of bare's rate", "of bare's p99")
		var rates, lates []float64
		for range size(b, "RUNS", 3) {
			bare, ours := burstBare(b, posts), r.burst(posts)
			row("bare timer", figures(bare)...)
			row("Parution", append(figures(ours), ratio(ours.rate/bare.rate), ratio(ours.p99/bare.p99))...)
			rates, lates = append(rates, ours.rate/bare.rate), append(lates, ours.p99/bare.p99)
		}
		row("median", "", "", "", "", ratio(median(rates)), ratio(median(lates)))
	}
}

func figures(m measured) []string {
	return []string{fmt.Sprintf("%.0f", m.rate), fmt.Sprintf("%.0f ms", m.p50), fmt.Sprintf("%.0f ms", m.p99), fmt.Sprintf("%.0f µs", m.cpu)}
}

func ratio(value float64) string { return strconv.FormatFloat(value, 'f', 2, 64) }

func burstBare(b *testing.B, posts int) measured {
	b.Helper()
	n := newNetwork(b)
	done, due := n.expect(posts), time.Now().Add(time.Second)
	places, before := make(chan struct{}, releasesInFlight), processorTime(b)
	for range posts {
		time.AfterFunc(time.Until(due), func() {
			places <- struct{}{}
			_, _ = n.call(b.Context(), "Le marché de Noël ouvre samedi à dix heures, place de la Mairie. Venez nombreux !")
			<-places
		})
	}
	<-done
	return n.since(due, before)
}

// burst plans the posts, and releases them.
func (r *rig) burst(posts int) measured {
	due, before := r.planBurst(posts), processorTime(r.b)
	r.release(r.expect(posts))
	require.Len(r.b, r.heard, posts, "each leaves once")
	return r.since(due, before)
}

// planBurst plans posts for one instant, some seconds from now.
func (r *rig) planBurst(posts int) (due time.Time) {
	due = time.Now().Truncate(time.Second).Add(4*time.Second + time.Duration(posts)*time.Millisecond)
	var ids []editorial.PostID
	for i := 0; i < len(r.channels) && i < posts; i++ {
		ids = append(ids, r.plan(r.channels[i], time.Now(), due).ID)
	}
	require.NoError(r.b, storetest.Multiply(r.b.Context(), r.at.Data, ids, posts/len(ids)-1, 0))
	require.NoError(r.b, r.db.Checkpoint(r.b.Context()))
	require.True(r.b, time.Now().Add(time.Second).Before(due), "planning took too long")
	return due
}
