package store

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// A month of a busy calendar: ten posts a day on two channels, all on one
// screen.
func BenchmarkMonth(b *testing.B) {
	h := newHouse(b)
	for i := range 300 {
		h.approved(fmt.Sprintf("Publication %d : %0200d", i, i), nine.Add(time.Duration(i)*144*time.Minute), wall, ribbon)
	}
	month := PostFilter{Calendar: maison, From: nine, To: nine.AddDate(0, 0, 31)}
	b.ReportAllocs()
	for b.Loop() {
		seen := 0
		for page := (Page{}); ; {
			posts, next, err := h.ListPosts(h.ctx, month, page)
			require.NoError(b, err)
			seen += len(posts)
			if page.Cursor = next; next == "" {
				break
			}
		}
		require.Equal(b, 300, seen)
	}
}

// One round that claims a burst: many channels are due at one instant, among
// thousands of deliveries that are not.
func BenchmarkClaim(b *testing.B) {
	for _, burst := range []int{1, 64} {
		b.Run(fmt.Sprint(burst), func(b *testing.B) {
			h := newHouse(b)
			for i := range 2000 {
				h.approved("later", nine.AddDate(0, 0, 1+i/100), wall)
			}
			for i := range burst {
				channel := number[editorial.ChannelID]("chan", i)
				h.connect(channel)
				h.approved("now", nine, channel)
			}
			h.now = nine
			b.ReportAllocs()
			for b.Loop() {
				turned, err := h.Turn(h.ctx, h.round())
				require.NoError(b, err)
				require.Len(b, turned.Work, burst)
				b.StopTimer()
				h.unclaim()
				b.StartTimer()
			}
		})
	}
}

// unclaim makes what was claimed due again, as if nothing had been.
func (h *house) unclaim() {
	h.t.Helper()
	h.raw(`DELETE FROM attempts`)
	h.raw(`DELETE FROM parts`)
	h.raw(`UPDATE deliveries SET state = 'scheduled', next_at = due_at, holder = '', lease_until = NULL, attempt = 0, hash = '', revision = 0 WHERE state = 'sending'`)
}

// One round that settles a burst and claims the next of each channel.
func BenchmarkSettleAndClaim(b *testing.B) {
	h := newHouse(b)
	for i := range 64 {
		channel := number[editorial.ChannelID]("chan", i)
		h.connect(channel)
		h.approved("first", nine, channel)
		h.approved("second", nine, channel)
	}
	h.now = nine
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		h.raw(`UPDATE deliveries SET state = 'scheduled', out_at = NULL, next_at = due_at WHERE state = 'published'`)
		h.unclaim()
		var outcomes []editorial.Outcome
		for _, w := range h.turn().Work {
			outcomes = append(outcomes, published(w))
		}
		b.StartTimer()
		turned, err := h.Turn(h.ctx, h.round(outcomes...))
		require.NoError(b, err)
		require.Len(b, turned.Settled, 64)
		require.Len(b, turned.Work, 64)
	}
}
