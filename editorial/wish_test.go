package editorial_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func holding(roles ...editorial.Role) editorial.Member {
	return editorial.Member{ID: "mem_1", Roles: map[editorial.CalendarID][]editorial.Role{"cal_1": roles}}
}

func matter(event string, weight editorial.Weight) editorial.Matter {
	return editorial.Matter{Event: event, Weight: weight, Calendar: editorial.Calendar{ID: "cal_1", Zone: "Europe/Paris"}}
}

// What each role is mailed when they never said anything.
func TestUsualPaces(t *testing.T) {
	const once, gather, never = editorial.AtOnce, editorial.Gathered, editorial.NotAtAll
	for role, want := range map[editorial.Role][5]editorial.Pace{
		editorial.Manager:     {once, once, never, once, once},
		editorial.Editor:      {once, once, gather, once, never},
		editorial.Contributor: {once, once, gather, never, never},
		editorial.Reviewer:    {once, once, never, never, never},
		editorial.Viewer:      {once, once, never, never, never},
	} {
		w, m := editorial.UsualWishes(), holding(role)
		got := [5]editorial.Pace{}
		for i, weight := range editorial.Weights() {
			got[i] = w.Pace(m, matter("x", weight), editorial.OutletMail)
		}
		got[3] = w.Pace(m, matter(editorial.EventDaily, ""), editorial.OutletMail)
		got[4] = w.Pace(m, matter(editorial.EventWeekly, ""), editorial.OutletMail)
		require.Equal(t, want, got, role)
	}
}

// The first wish that fits decides.
func TestWishesDecide(t *testing.T) {
	post := &editorial.Post{Sheet: editorial.Sheet{Owner: "mem_1", Campaign: "camp_1", Pillar: "pil_1", Labels: []string{"hiver"}}}
	about := matter("delivery.published", editorial.WeightNews)
	about.Post = post
	for _, row := range []struct {
		name string
		wish editorial.Wish
		fits bool
	}{
		{"anything", editorial.Wish{}, true},
		{"the event", editorial.Wish{Event: "delivery.published"}, true},
		{"all of a kind", editorial.Wish{Event: "delivery.*"}, true},
		{"another kind", editorial.Wish{Event: "post.*"}, false},
		{"a beginning without a star", editorial.Wish{Event: "delivery."}, false},
		{"the weight", editorial.Wish{Weight: editorial.WeightNews}, true},
		{"another weight", editorial.Wish{Weight: editorial.WeightDuty}, false},
		{"the calendar", editorial.Wish{Calendar: "cal_1"}, true},
		{"another calendar", editorial.Wish{Calendar: "cal_2"}, false},
		{"the campaign", editorial.Wish{Campaign: "camp_1"}, true},
		{"another campaign", editorial.Wish{Campaign: "camp_2"}, false},
		{"the pillar", editorial.Wish{Pillar: "pil_1"}, true},
		{"another pillar", editorial.Wish{Pillar: "pil_2"}, false},
		{"the label", editorial.Wish{Label: "hiver"}, true},
		{"another label", editorial.Wish{Label: "printemps"}, false},
		{"mine", editorial.Wish{Mine: true}, true},
		{"all together", editorial.Wish{Event: "delivery.published", Weight: "news", Calendar: "cal_1", Campaign: "camp_1", Label: "hiver", Mine: true}, true},
		{"all but one", editorial.Wish{Event: "delivery.published", Weight: "news", Calendar: "cal_1", Campaign: "camp_1", Label: "x", Mine: true}, false},
	} {
		row.wish.Way, row.wish.Pace = editorial.OutletMail, editorial.NotAtAll
		w := editorial.Wishes{List: []editorial.Wish{row.wish, {Way: editorial.OutletMail, Pace: editorial.AtOnce}}}
		want := editorial.AtOnce
		if row.fits {
			want = editorial.NotAtAll
		}
		require.Equal(t, want, w.Pace(holding(editorial.Editor), about, editorial.OutletMail), row.name)
	}
	other := editorial.Wishes{List: []editorial.Wish{{Way: "pigeon", Pace: editorial.NotAtAll}}}
	require.Equal(t, editorial.Gathered, other.Pace(holding(editorial.Editor), about, editorial.OutletMail), "another way's wish")
	about.Post = nil
	mine := editorial.Wishes{List: []editorial.Wish{{Mine: true, Way: editorial.OutletMail, Pace: editorial.AtOnce}}}
	require.Equal(t, editorial.Gathered, mine.Pace(holding(editorial.Editor), about, editorial.OutletMail), "there is no post to be mine")
}

// Quiet hours and gathering hold up what may wait, and no alarm.
func TestWhenToTell(t *testing.T) {
	w := editorial.UsualWishes()
	day, night := noon, noon.Add(9*time.Hour) // 13:00 and 22:00 in Paris
	morning := time.Date(2026, 11, 24, 6, 30, 0, 0, time.UTC)
	soon, later := &editorial.Post{FirstDue: night.Add(4 * time.Hour)}, &editorial.Post{FirstDue: morning.Add(3 * time.Hour)}
	rest := &editorial.Post{FirstDue: night.Add(-4 * time.Hour), Deliveries: []editorial.Delivery{
		{Channel: wall, State: editorial.Published, Due: night.Add(-4 * time.Hour)}, {Channel: ribbon, State: editorial.Planned, Due: night.Add(4 * time.Hour)},
	}}
	rest.Content.Channels = []editorial.ChannelID{wall, ribbon}
	for _, row := range []struct {
		name   string
		weight editorial.Weight
		pace   editorial.Pace
		post   *editorial.Post
		now    time.Time
		want   time.Time
	}{
		{"an alarm", editorial.WeightAlarm, editorial.AtOnce, nil, night, night},
		{"an alarm that somebody would gather", editorial.WeightAlarm, editorial.Gathered, nil, night, night},
		{"a duty by day", editorial.WeightDuty, editorial.AtOnce, later, day, day},
		{"a duty by night", editorial.WeightDuty, editorial.AtOnce, later, night, morning},
		{"a duty by night, of a post that leaves before the morning", editorial.WeightDuty, editorial.AtOnce, soon, night, night},
		{"a duty by night, of a post that is out, and leaves elsewhere before the morning", editorial.WeightDuty, editorial.AtOnce, rest, night, night},
		{"news by day", editorial.WeightNews, editorial.Gathered, nil, day, day.Add(15 * time.Minute)},
		{"news by night", editorial.WeightNews, editorial.Gathered, soon, night, morning},
		{"news right before the night", editorial.WeightNews, editorial.Gathered, nil, night.Add(-130 * time.Minute), morning},
	} {
		about := matter("x", row.weight)
		about.Post = row.post
		require.Equal(t, row.want, w.Due(about, row.pace, row.now), row.name)
	}
	w.Zone = "America/Montreal"
	require.Equal(t, night, w.Due(matter("x", editorial.WeightDuty), editorial.AtOnce, night), "it is 16:00 where they are")
	w.Quiet = nil
	require.Equal(t, night, w.Due(matter("x", editorial.WeightDuty), editorial.AtOnce, night))
}

func TestCheckWishes(t *testing.T) {
	bad := editorial.Wishes{
		Quiet: []editorial.QuietHours{{From: "25:00", To: "7:00"}}, Gather: 13 * time.Hour,
		List: []editorial.Wish{{Event: "post.*"}, {Event: "crisis.opened"}, {Event: "digest.daily"}, {Event: "post.applauded"}, {Event: "*"}, {Event: "x*"}},
	}
	var pointers []string
	for _, p := range bad.Check() {
		pointers = append(pointers, p.Pointer)
	}
	require.Equal(t, []string{"/quiet_hours/0/from", "/quiet_hours/0/to", "/gather", "/rules/3/event", "/rules/5/event"}, pointers)
	require.Empty(t, editorial.UsualWishes().Check())
}

// Whoever ends a kind of mail gets none of it any more, and all else.
func TestWithout(t *testing.T) {
	m := holding(editorial.Manager)
	w := editorial.Wishes{List: []editorial.Wish{{Way: editorial.OutletMail, Pace: editorial.AtOnce}}}
	w = w.Without(editorial.KindDuty, "").Without(editorial.KindDaily, "cal_1").Without(editorial.KindDuty, "")
	require.Len(t, w.List, 3)
	pace := func(event string, weight editorial.Weight) editorial.Pace {
		return w.Pace(m, matter(event, weight), editorial.OutletMail)
	}
	require.Equal(t, editorial.NotAtAll, pace("post.submitted", editorial.WeightDuty))
	require.Equal(t, editorial.AtOnce, pace("delivery.failed", editorial.WeightAlarm))
	require.Equal(t, editorial.NotAtAll, pace(editorial.EventDaily, ""))
	require.Equal(t, editorial.AtOnce, pace(editorial.EventWeekly, ""))
	elsewhere := matter(editorial.EventDaily, "")
	elsewhere.Calendar.ID = "cal_2"
	require.Equal(t, editorial.AtOnce, w.Pace(m, elsewhere, editorial.OutletMail))
	require.Equal(t, w, w.Without(editorial.KindReset, ""), "a letter that one asked for cannot be ended")
}

func TestUnsubscriptions(t *testing.T) {
	u := editorial.Unsubscription{Member: "mem_1", Kind: editorial.KindDaily, Calendar: "cal_1"}
	token := u.Token([]byte("a key"))
	read, good := editorial.ReadUnsubscription(token, []byte("a key"))
	require.True(t, good)
	require.Equal(t, u, read)
	other := editorial.Unsubscription{Member: "mem_2", Kind: editorial.KindDaily, Calendar: "cal_1"}.Token([]byte("a key"))
	for _, forged := range []string{"", ".", token[:len(token)-1], token + "A", other[:len(other)-22] + token[len(token)-22:], "x." + token} {
		_, good := editorial.ReadUnsubscription(forged, []byte("a key"))
		require.False(t, good, forged)
	}
	_, good = editorial.ReadUnsubscription(token, []byte("another key"))
	require.False(t, good)
}
