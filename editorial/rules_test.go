package editorial_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func paris(text string) time.Time {
	location, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		panic(err)
	}
	at, err := time.ParseInLocation("2006-01-02 15:04", text, location)
	if err != nil {
		panic(err)
	}
	return at.UTC()
}

func ruled(rules editorial.Rules) func(*room) {
	return withChannel(wall, func(c *editorial.Channel) { c.Rules = rules })
}

// Every rule, at its due instant of nine in Paris on a Tuesday.
func TestGateKeepsTheRhythm(t *testing.T) {
	quiet := func(from, to string, days ...time.Weekday) []editorial.QuietHours {
		return []editorial.QuietHours{{Days: days, From: from, To: to}}
	}
	hold := func(code editorial.Code, until time.Time) []editorial.Hold {
		return []editorial.Hold{{Code: code, Until: until}}
	}
	onWall := func(code editorial.Code, until time.Time) []editorial.Hold {
		return []editorial.Hold{{Code: code, About: "chan_wall", Until: until}}
	}
	gap, quota := ruled(editorial.Rules{MinimumGap: 15 * time.Minute}), ruled(editorial.Rules{DailyQuota: 2})
	midnight := paris("2026-11-25 00:00")
	for name, row := range map[string]struct {
		bring   func(*room)
		traffic editorial.Traffic
		want    []editorial.Hold
	}{
		"no rules":                       {func(*room) {}, editorial.Traffic{Last: due, Today: 1000}, nil},
		"quiet hours":                    {ruled(editorial.Rules{QuietHours: quiet("08:00", "09:10")}), editorial.Traffic{}, hold(editorial.CodeQuietHours, paris("2026-11-24 09:10"))},
		"quiet hours that begin now":     {ruled(editorial.Rules{QuietHours: quiet("09:00", "09:10")}), editorial.Traffic{}, hold(editorial.CodeQuietHours, paris("2026-11-24 09:10"))},
		"quiet hours that end now":       {ruled(editorial.Rules{QuietHours: quiet("08:00", "09:00")}), editorial.Traffic{}, nil},
		"quiet hours of last night":      {ruled(editorial.Rules{QuietHours: quiet("22:00", "09:30", time.Monday)}), editorial.Traffic{}, hold(editorial.CodeQuietHours, paris("2026-11-24 09:30"))},
		"quiet hours of tonight":         {ruled(editorial.Rules{QuietHours: quiet("22:00", "09:30", time.Tuesday)}), editorial.Traffic{}, nil},
		"a quiet day":                    {ruled(editorial.Rules{QuietHours: quiet("00:00", "00:00", time.Tuesday)}), editorial.Traffic{}, hold(editorial.CodeQuietHours, midnight)},
		"quiet hours right after others": {ruled(editorial.Rules{QuietHours: append(quiet("08:00", "09:05"), quiet("09:05", "09:20")...)}), editorial.Traffic{}, hold(editorial.CodeQuietHours, paris("2026-11-24 09:20"))},
		"the calendar's quiet hours": {
			func(r *room) { r.calendar.Policy.QuietHours = quiet("08:00", "10:00") },
			editorial.Traffic{},
			hold(editorial.CodeQuietHours, paris("2026-11-24 10:00")),
		},
		"a blackout": {
			func(r *room) {
				r.calendar.Policy.Blackouts = []editorial.Blackout{{From: due, To: due.Add(1), Reason: "mourning"}}
			},
			editorial.Traffic{},
			[]editorial.Hold{{Code: editorial.CodeBlackout, Until: due.Add(1), Reason: "mourning"}},
		},
		"a blackout that ends now": {
			func(r *room) { r.calendar.Policy.Blackouts = []editorial.Blackout{{From: noon, To: due}} }, editorial.Traffic{}, nil,
		},
		"an embargo":                    {func(r *room) { r.post.Embargo = atTen }, editorial.Traffic{}, hold(editorial.CodeEmbargo, paris("2026-11-24 10:00"))},
		"an embargo that ends now":      {func(r *room) { r.post.Embargo = atNine }, editorial.Traffic{}, nil},
		"a post just before":            {gap, editorial.Traffic{Last: due.Add(-10 * time.Minute)}, onWall(editorial.CodeTooSoon, due.Add(5*time.Minute))},
		"a post long enough before":     {gap, editorial.Traffic{Last: due.Add(-15 * time.Minute)}, nil},
		"a post perhaps just before":    {gap, editorial.Traffic{LastUnclear: due.Add(-time.Minute)}, onWall(editorial.CodeTooSoon, time.Time{})},
		"the places of the day are out": {quota, editorial.Traffic{Today: 2}, onWall(editorial.CodeQuotaSpent, midnight)},
		"one place is left":             {quota, editorial.Traffic{Today: 1}, nil},
		"the last place is perhaps out": {quota, editorial.Traffic{Today: 1, TodayUnclear: 1}, onWall(editorial.CodeQuotaSpent, time.Time{})},
	} {
		t.Run(name, func(t *testing.T) {
			r := approved(t)
			row.bring(r)
			c := r.late(0).caseOf(wall)
			c.Traffic = row.traffic
			require.Equal(t, row.want, editorial.Gate(c))
		})
	}
}

func TestGateMissesFiles(t *testing.T) {
	c := approved(t).late(0).caseOf(wall)
	c.Missing = []editorial.MediaID{"med_1"}
	require.Equal(t, []editorial.Hold{{Code: editorial.CodeMediaMissing, About: "med_1"}}, editorial.Gate(c))
}

// The clocks go back at three on 25 October 2026: the hour from two to three
// comes twice, and all of it is quiet. In spring it never comes.
func TestQuietHoursOverClockChanges(t *testing.T) {
	quiet := []editorial.QuietHours{{From: "22:00", To: "02:30"}}
	first := time.Date(2026, 10, 25, 0, 0, 0, 0, time.UTC) // 02:00 in summer time
	for name, row := range map[string]struct {
		now   time.Time
		quiet bool
	}{
		"the first half past two":     {first.Add(30 * time.Minute), true},
		"the second five past two":    {first.Add(65 * time.Minute), true},
		"the second half past two":    {first.Add(90 * time.Minute), false},
		"three on the spring morning": {time.Date(2026, 3, 29, 1, 0, 0, 0, time.UTC), false},
		"right before it":             {time.Date(2026, 3, 29, 0, 59, 0, 0, time.UTC), true},
	} {
		t.Run(name, func(t *testing.T) {
			r := approved(t)
			r.calendar.Policy.QuietHours = quiet
			c := r.caseOf(wall)
			c.Now = row.now
			got := editorial.Gate(c)
			require.Equal(t, row.quiet, len(got) > 0, "%+v", got)
		})
	}
}

func TestWaitsForARuleWithinTolerance(t *testing.T) {
	r := approved(t)
	ruled(editorial.Rules{QuietHours: []editorial.QuietHours{{From: "08:00", To: "09:10"}}})(r)
	r.late(0).claim(wall, editorial.StepNone)
	require.Equal(t, editorial.Held, r.on(wall).State)
	require.Equal(t, due.Add(10*time.Minute), r.on(wall).Next)
	r.late(10*time.Minute).claim(wall, editorial.StepSend)
}

func TestMissedAtOnceWhenARuleEndsTooLate(t *testing.T) {
	r := approved(t)
	ruled(editorial.Rules{QuietHours: []editorial.QuietHours{{From: "08:00", To: "09:31"}}})(r)
	r.late(0).claim(wall, editorial.StepNone)
	d := r.on(wall)
	require.Equal(t, editorial.Missed, d.State)
	require.Equal(t, string(editorial.CodeStoppedTooLong), d.Trouble.Code)
	require.Equal(t, []editorial.Code{editorial.CodeQuietHours}, holdCodes(d.Holds))
}

// Quiet hours that end at the due instant do not keep media from going up.
func TestUploadsInQuietHours(t *testing.T) {
	r := approved(t, func(s *editorial.Sheet) {
		s.Content.Channels, s.Content.Media = []editorial.ChannelID{gallery}, []editorial.MediaUse{picture("a")}
	})
	r.calendar.Policy.QuietHours = []editorial.QuietHours{{From: "22:00", To: "09:00"}}
	r.late(-10*time.Minute).claim(gallery, editorial.StepPrepare)
}

func TestEmbargo(t *testing.T) {
	embargo := func(at editorial.When) func(*editorial.Sheet) {
		return func(s *editorial.Sheet) { s.Embargo = at }
	}
	t.Run("a time before it is told", func(t *testing.T) {
		r := written(t, embargo(atTen))
		require.True(t, r.noticed(editorial.CodeBeforeEmbargo, wall))
	})
	t.Run("an approved time does not go before it", func(t *testing.T) {
		r := approved(t, embargo(atNine))
		err := r.edit(editorial.Manager, func(s *editorial.Sheet) { s.Planned.Local = "2026-11-24T08:59" })
		require.Equal(t, []string{"/publish_at before_embargo"}, refusedAt(err))
	})
	t.Run("nor is it sent out before", func(t *testing.T) {
		r := approved(t, embargo(atNine))
		require.Equal(t, editorial.CodeBeforeEmbargo, code(r.move(editorial.Manager, editorial.MovePublishNow)))
	})
	t.Run("only who approves shortens it once approved", func(t *testing.T) {
		r := approved(t, embargo(atTen))
		require.Equal(t, editorial.CodeNotPermitted, code(r.edit(editorial.Editor, embargo(atNine))))
		require.NoError(t, r.edit(editorial.Manager, embargo(atNine)))
		require.NoError(t, r.edit(editorial.Editor, embargo(atTen)))
	})
}

// Two looks, each telling what it finds; a look that repeats one tells only
// what is new, and what a person's change may have mended is looked at afresh.
func TestForesee(t *testing.T) {
	r := written(t)
	look := func(before time.Duration, platform ...editorial.Hold) []editorial.Code {
		r.late(-before)
		seen := editorial.Foresee(r.caseOf(wall), platform)
		r.on(wall).Preflight = seen.Preflight
		return holdCodes(seen.News)
	}
	d := r.on(wall)
	require.Equal(t, due.Add(-24*time.Hour), d.Preflight.Next)
	require.Equal(t, []editorial.Code{editorial.CodeNotApproved}, look(24*time.Hour))
	require.Equal(t, due.Add(-time.Hour), d.Preflight.Next)
	require.Len(t, d.Foreseen(), 1)

	r.late(-10*time.Hour).saves(editorial.Editor, func(s *editorial.Sheet) { s.Notes = "soon" })
	require.Equal(t, r.now, d.Preflight.Next)
	require.Empty(t, d.Foreseen(), "nobody knows until it is looked at again")
	require.Empty(t, look(10*time.Hour))
	require.Len(t, d.Foreseen(), 1)

	full := editorial.Hold{Code: editorial.CodePlatformFull, About: "chan_wall"}
	require.Equal(t, []editorial.Code{editorial.CodeNotApproved, editorial.CodePlatformFull}, look(time.Hour, full))
	require.True(t, d.Preflight.Next.IsZero())

	r.does(editorial.Manager, editorial.MoveApprove)
	require.Empty(t, look(30*time.Minute))
	require.Empty(t, d.Foreseen())
}

func TestExpiryIsTold(t *testing.T) {
	c := aChannel(wall)
	c.ExpiresAt = due
	var told []int
	for at := due.AddDate(0, 0, -16); at.Before(due.AddDate(0, 0, 1)); at = at.Add(time.Hour) {
		if warning, ok := c.ExpiryDue(at); ok {
			c.Warned = warning
			told = append(told, warning.Days)
		}
	}
	require.Equal(t, []int{14, 7, 1}, told)
	c.ExpiresAt = due.AddDate(0, 0, 30)
	_, ok := c.ExpiryDue(due.AddDate(0, 0, 20))
	require.True(t, ok, "renewed credentials run out too")
}
