package scheduler

import (
	"slices"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// someRules are a channel's rhythm, none at all on half of them.
func (w *world) someRules() editorial.Rules {
	var r editorial.Rules
	if w.rand.IntN(2) == 0 {
		return r
	}
	if w.rand.IntN(2) == 0 {
		r.MinimumGap = time.Duration(1+w.rand.IntN(20)) * time.Minute
	}
	if w.rand.IntN(2) == 0 {
		r.DailyQuota = 1 + w.rand.IntN(6)
	}
	if w.rand.IntN(2) == 0 {
		r.QuietHours = []editorial.QuietHours{{From: "22:00", To: "06:40"}, {Days: []time.Weekday{time.Sunday}, From: "12:00", To: "13:15"}}
	}
	return r
}

// lookAhead runs the job that looks at what is due within a day.
func (w *world) lookAhead() {
	require.NoError(w.t, w.scheduler.lookAhead(w.ctx, newLately()))
}

// checkRules holds the first part of a claimed post against the channel's
// rhythm, by the networks' own books and by the clocks of Paris.
func (w *world) checkRules(work editorial.Work) {
	i := slices.IndexFunc(w.channels, func(c editorial.Channel) bool { return c.ID == work.Delivery.Channel })
	rules, number := w.channels[i].Rules, w.model(work.Delivery.Post).number
	for _, quiet := range rules.QuietHours {
		require.False(w.t, w.quiet(quiet), "claimed post %d in quiet hours from %s to %s", number, quiet.From, quiet.To)
	}
	begun := w.begun(work.Delivery)
	today := 0
	for _, at := range begun {
		// what a look found counts from its call, at most a lease before it was out
		require.GreaterOrEqual(w.t, w.now.Sub(at), rules.MinimumGap-editorial.LeaseTime, "claimed post %d %s after the last one", number, w.now.Sub(at))
		if w.wall(at).Format(time.DateOnly) == w.wall(w.now).Format(time.DateOnly) && w.wall(at).Format("15:04") >= "00:02" {
			today++
		}
	}
	require.False(w.t, rules.DailyQuota > 0 && today >= rules.DailyQuota, "claimed post %d, with %d out today already", number, today)
	if rules.MinimumGap > 0 || rules.DailyQuota > 0 || len(rules.QuietHours) > 0 {
		w.ruled++
	}
}

func (w *world) wall(at time.Time) time.Time {
	location, err := time.LoadLocation(w.calendar.Zone)
	require.NoError(w.t, err)
	return at.In(location)
}

// quiet tells whether the clocks of Paris show a quiet hour.
func (w *world) quiet(q editorial.QuietHours) bool {
	now := w.wall(w.now)
	clock, on := now.Format("15:04"), func(day time.Time) bool { return len(q.Days) == 0 || slices.Contains(q.Days, day.Weekday()) }
	if q.From < q.To {
		return on(now) && q.From <= clock && clock < q.To
	}
	return on(now) && clock >= q.From || on(now.AddDate(0, 0, -1)) && clock < q.To
}

// begun lists when other posts' first parts were made public on the channel.
// What is from before the clock went back is left out: its time says nothing now.
func (w *world) begun(d editorial.Delivery) []time.Time {
	first := map[string]bool{}
	for id, words := range w.pins {
		if id != d.ID && len(words) > 0 {
			first[words[0]] = true
		}
	}
	var begun []time.Time
	for _, e := range w.platforms[d.Platform].books {
		if e.channel == d.Channel && first[e.text] && e.setBack == w.setBack {
			begun = append(begun, e.at)
		}
	}
	return begun
}
