package editorial_test

import (
	"slices"
	"strings"
	"testing"
	"time"
	_ "time/tzdata"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"parution.dev/editorial"
)

func TestNewWhen(t *testing.T) {
	for _, row := range []struct {
		local, zone string
		fold        int
		want        string // canonical local time
		err         error
	}{
		{"2026-12-24T09:00", "Europe/Paris", 0, "2026-12-24T09:00", nil},
		{"2026-12-24T09:00:00", "Europe/Paris", 0, "2026-12-24T09:00", nil},
		{"2026-12-24T09:00:05", "Europe/Paris", 1, "2026-12-24T09:00:05", nil},
		{"2028-02-29T00:00", "UTC", 0, "2028-02-29T00:00", nil},
		{"1970-01-01T00:00", "Pacific/Kiritimati", 0, "1970-01-01T00:00", nil},
		{"9999-12-31T23:59:59", "Pacific/Kiritimati", 0, "9999-12-31T23:59:59", nil},
		{"9999-12-31T18:59:59", "America/Port-au-Prince", 0, "9999-12-31T18:59:59", nil},
		{"2026-03-29T02:30", "Europe/Paris", 0, "2026-03-29T02:30", nil}, // in a gap, and kept as said

		{"2026-02-30T09:00", "Europe/Paris", 0, "", editorial.ErrNoSuchDay},
		{"2026-02-29T09:00", "Europe/Paris", 0, "", editorial.ErrNoSuchDay},
		{"2100-02-29T09:00", "Europe/Paris", 0, "", editorial.ErrNoSuchDay},
		{"2026-04-31T09:00", "Europe/Paris", 0, "", editorial.ErrNoSuchDay},
		{"2026-13-01T09:00", "Europe/Paris", 0, "", editorial.ErrNoSuchDay},
		{"2026-00-10T09:00", "Europe/Paris", 0, "", editorial.ErrNoSuchDay},
		{"2026-12-00T09:00", "Europe/Paris", 0, "", editorial.ErrNoSuchDay},

		{"", "Europe/Paris", 0, "", editorial.ErrBadLocalTime},
		{"2026-12-24", "Europe/Paris", 0, "", editorial.ErrBadLocalTime},
		{"2026-12-24T24:00", "Europe/Paris", 0, "", editorial.ErrBadLocalTime},
		{"2026-12-24T09:60", "Europe/Paris", 0, "", editorial.ErrBadLocalTime},
		{"2026-12-24T23:59:60", "Europe/Paris", 0, "", editorial.ErrBadLocalTime},
		{"2026-12-24T09:00Z", "Europe/Paris", 0, "", editorial.ErrBadLocalTime},
		{"2026-12-24T09:00:00Z", "Europe/Paris", 0, "", editorial.ErrBadLocalTime},
		{"2026-12-24T09:00+01:00", "Europe/Paris", 0, "", editorial.ErrBadLocalTime},
		{"2026-12-24T09:00:00.5", "Europe/Paris", 0, "", editorial.ErrBadLocalTime},
		{"2026-12-24T9:00:00", "Europe/Paris", 0, "", editorial.ErrBadLocalTime},
		{"2026-12-24 09:00", "Europe/Paris", 0, "", editorial.ErrBadLocalTime},
		{"2026-12-24t09:00", "Europe/Paris", 0, "", editorial.ErrBadLocalTime},
		{" 026-12-24T09:00", "Europe/Paris", 0, "", editorial.ErrBadLocalTime},
		{"+026-12-24T09:00", "Europe/Paris", 0, "", editorial.ErrBadLocalTime},
		{"2026-12-24T09:00 ", "Europe/Paris", 0, "", editorial.ErrBadLocalTime},
		{"٢٠٢٦-12-24T0", "Europe/Paris", 0, "", editorial.ErrBadLocalTime}, // as long in bytes as a good one
		{"1969-12-31T23:59", "Europe/Paris", 0, "", editorial.ErrBadLocalTime},
		{"0000-01-01T00:00", "Europe/Paris", 0, "", editorial.ErrBadLocalTime},
		{"9999-12-31T19:00", "America/Port-au-Prince", 0, "", editorial.ErrBadLocalTime}, // the year 10000 in UTC, which RFC 3339 cannot say

		{"2026-12-24T09:00", "", 0, "", editorial.ErrUnknownZone},
		{"2026-12-24T09:00", "Local", 0, "", editorial.ErrUnknownZone},
		{"2026-12-24T09:00", "localtime", 0, "", editorial.ErrUnknownZone},
		{"2026-12-24T09:00", "right/Europe/Paris", 0, "", editorial.ErrUnknownZone},
		{"2026-12-24T09:00", "europe/paris", 0, "", editorial.ErrUnknownZone},
		{"2026-12-24T09:00", "Europe//Paris", 0, "", editorial.ErrUnknownZone},
		{"2026-12-24T09:00", "Europe/../Europe/Paris", 0, "", editorial.ErrUnknownZone},
		{"2026-12-24T09:00", "Europe", 0, "", editorial.ErrUnknownZone},
		{"2026-12-24T09:00", "Europe/Atlantis", 0, "", editorial.ErrUnknownZone},
		{"2026-12-24T09:00", "+01:00", 0, "", editorial.ErrUnknownZone},
		{"2026-12-24T09:00", strings.Repeat("Z", 1<<16), 0, "", editorial.ErrUnknownZone},

		{"2026-12-24T09:00", "Europe/Paris", -1, "", editorial.ErrBadFold},
		{"2026-12-24T09:00", "Europe/Paris", 2, "", editorial.ErrBadFold},
	} {
		w, err := editorial.NewWhen(row.local, row.zone, row.fold)
		require.ErrorIs(t, err, row.err, "%.60q in %.60q", row.local, row.zone)
		if row.err != nil {
			require.True(t, w.IsZero())
			continue
		}
		require.Equal(t, editorial.When{Local: row.want, Zone: row.zone, Fold: row.fold}, w)
	}
}

// Problems must not carry back what was sent.
func TestWhenErrorsDoNotRepeatTheInput(t *testing.T) {
	for _, given := range []editorial.When{
		{Local: "s3cret", Zone: "Europe/Paris"},
		{Local: "2026-12-24T09:00", Zone: "S3cret/s3cret"},
	} {
		_, err := given.Resolve()
		require.Error(t, err)
		require.NotContains(t, strings.ToLower(err.Error()), "s3cret")
	}
}

func TestWhenResolve(t *testing.T) {
	const none, gap, overlap = editorial.ShiftNone, editorial.ShiftGap, editorial.ShiftOverlap
	for _, row := range []struct {
		local, zone string
		fold        int
		want        string
		shift       editorial.Shift
	}{
		{"2026-12-24T09:00", "Europe/Paris", 0, "2026-12-24T08:00:00Z", none},
		{"2026-07-14T09:00:05", "Europe/Paris", 1, "2026-07-14T07:00:05Z", none},

		// Paris, spring: from 02:00 to 03:00
		{"2026-03-29T01:59:59", "Europe/Paris", 0, "2026-03-29T00:59:59Z", none},
		{"2026-03-29T02:00", "Europe/Paris", 0, "2026-03-29T01:00:00Z", gap},
		{"2026-03-29T02:30", "Europe/Paris", 0, "2026-03-29T01:00:00Z", gap},
		{"2026-03-29T02:30", "Europe/Paris", 1, "2026-03-29T01:00:00Z", gap},
		{"2026-03-29T02:59:59", "Europe/Paris", 0, "2026-03-29T01:00:00Z", gap},
		{"2026-03-29T03:00", "Europe/Paris", 0, "2026-03-29T01:00:00Z", none},

		// Paris, autumn: from 03:00 back to 02:00
		{"2026-10-25T01:59:59", "Europe/Paris", 1, "2026-10-24T23:59:59Z", none},
		{"2026-10-25T02:00", "Europe/Paris", 0, "2026-10-25T00:00:00Z", overlap},
		{"2026-10-25T02:00", "Europe/Paris", 1, "2026-10-25T01:00:00Z", overlap},
		{"2026-10-25T02:30", "Europe/Paris", 0, "2026-10-25T00:30:00Z", overlap},
		{"2026-10-25T02:30", "Europe/Paris", 1, "2026-10-25T01:30:00Z", overlap},
		{"2026-10-25T02:59:59", "Europe/Paris", 0, "2026-10-25T00:59:59Z", overlap},
		{"2026-10-25T03:00", "Europe/Paris", 0, "2026-10-25T02:00:00Z", none},

		{"2026-03-08T02:30", "America/New_York", 0, "2026-03-08T07:00:00Z", gap},
		{"2026-11-01T01:30", "America/New_York", 0, "2026-11-01T05:30:00Z", overlap},
		{"2026-11-01T01:30", "America/New_York", 1, "2026-11-01T06:30:00Z", overlap},

		// half an hour only
		{"2026-10-04T02:15", "Australia/Lord_Howe", 0, "2026-10-03T15:30:00Z", gap},
		{"2026-10-04T02:30", "Australia/Lord_Howe", 0, "2026-10-03T15:30:00Z", none},
		{"2026-04-05T01:29", "Australia/Lord_Howe", 0, "2026-04-04T14:29:00Z", none},
		{"2026-04-05T01:45", "Australia/Lord_Howe", 0, "2026-04-04T14:45:00Z", overlap},
		{"2026-04-05T01:45", "Australia/Lord_Howe", 1, "2026-04-04T15:15:00Z", overlap},
		{"2026-04-05T02:00", "Australia/Lord_Howe", 0, "2026-04-04T15:30:00Z", none},

		// Samoa went without a Friday, Kwajalein without a Saturday
		{"2011-12-29T23:59:59", "Pacific/Apia", 0, "2011-12-30T09:59:59Z", none},
		{"2011-12-30T00:00", "Pacific/Apia", 0, "2011-12-30T10:00:00Z", gap},
		{"2011-12-30T23:59:59", "Pacific/Apia", 1, "2011-12-30T10:00:00Z", gap},
		{"2011-12-31T00:00", "Pacific/Apia", 0, "2011-12-30T10:00:00Z", none},
		{"1993-08-21T12:00", "Pacific/Kwajalein", 0, "1993-08-21T12:00:00Z", gap},

		// Morocco's winter time is the exception, in Ramadan
		{"2026-02-15T02:30", "Africa/Casablanca", 0, "2026-02-15T01:30:00Z", overlap},
		{"2026-02-15T02:30", "Africa/Casablanca", 1, "2026-02-15T02:30:00Z", overlap},
		{"2026-03-01T12:00", "Africa/Casablanca", 0, "2026-03-01T12:00:00Z", none},
		{"2026-03-22T02:30", "Africa/El_Aaiun", 0, "2026-03-22T02:00:00Z", gap},
		{"2026-07-01T12:00", "Africa/El_Aaiun", 0, "2026-07-01T11:00:00Z", none},
		{"2026-10-25T01:30", "Europe/Dublin", 0, "2026-10-25T00:30:00Z", overlap},
		{"2026-10-25T01:30", "Europe/Dublin", 1, "2026-10-25T01:30:00Z", overlap},

		{"2026-12-24T09:00", "Asia/Kathmandu", 0, "2026-12-24T03:15:00Z", none},
		{"1986-01-01T00:10", "Asia/Kathmandu", 0, "1985-12-31T18:30:00Z", gap},
		{"2026-03-08T02:30", "America/St_Johns", 0, "2026-03-08T05:30:00Z", gap},
		{"2026-11-01T01:30", "America/St_Johns", 1, "2026-11-01T05:00:00Z", overlap},
		{"2028-02-29T12:00", "America/St_Johns", 0, "2028-02-29T15:30:00Z", none},
		{"2028-12-31T23:59:59", "Europe/Paris", 0, "2028-12-31T22:59:59Z", none},
		{"2026-12-24T09:00", "Pacific/Kiritimati", 0, "2026-12-23T19:00:00Z", none},
		{"2026-12-24T09:00", "UTC", 1, "2026-12-24T09:00:00Z", none},

		// a jump at midnight, one to a time with seconds, and one far ahead
		{"2018-11-04T00:30", "America/Sao_Paulo", 0, "2018-11-04T03:00:00Z", gap},
		{"1972-01-07T00:10", "Africa/Monrovia", 0, "1972-01-07T00:44:30Z", gap},
		{"9999-03-28T02:30", "Europe/Paris", 0, "9999-03-28T01:00:00Z", gap},
	} {
		w, err := editorial.NewWhen(row.local, row.zone, row.fold)
		require.NoError(t, err)
		got, err := w.Resolve()
		require.NoError(t, err)
		require.Equal(t, row.want, got.Instant.Format(time.RFC3339Nano), "%+v", w)
		require.Equal(t, row.shift, got.Shift, "%+v", w)
		require.Equal(t, time.UTC, got.Instant.Location())
	}
}

func TestWhenResolveRefuses(t *testing.T) {
	for want, w := range map[error]editorial.When{
		editorial.ErrBadLocalTime: {},
		editorial.ErrNoSuchDay:    {Local: "2026-02-30T09:00", Zone: "Europe/Paris"},
		editorial.ErrUnknownZone:  {Local: "2026-12-24T09:00"},
		editorial.ErrBadFold:      {Local: "2026-12-24T09:00", Zone: "Europe/Paris", Fold: 7},
	} {
		got, err := w.Resolve()
		require.ErrorIs(t, err, want)
		require.Zero(t, got)
	}
}

func TestWhenAt(t *testing.T) {
	for _, row := range []struct {
		instant, zone string
		want          editorial.When
	}{
		{"2026-12-24T08:00:00Z", "Europe/Paris", editorial.When{Local: "2026-12-24T09:00", Zone: "Europe/Paris"}},
		{"2026-12-24T08:00:05.9Z", "Europe/Paris", editorial.When{Local: "2026-12-24T09:00:05", Zone: "Europe/Paris"}},
		{"2026-12-24T10:00:00+02:00", "Europe/Paris", editorial.When{Local: "2026-12-24T09:00", Zone: "Europe/Paris"}},
		{"2026-10-25T00:30:00Z", "Europe/Paris", editorial.When{Local: "2026-10-25T02:30", Zone: "Europe/Paris"}},
		{"2026-10-25T01:30:00Z", "Europe/Paris", editorial.When{Local: "2026-10-25T02:30", Zone: "Europe/Paris", Fold: 1}},
		{"1969-12-31T23:59:59.5Z", "Europe/Paris", editorial.When{Local: "1970-01-01T00:59:59", Zone: "Europe/Paris"}},
	} {
		instant, err := time.Parse(time.RFC3339Nano, row.instant)
		require.NoError(t, err)
		got, err := editorial.WhenAt(instant, row.zone)
		require.NoError(t, err)
		require.Equal(t, row.want, got)
	}
}

// lastSecond is that of the year 9999 in UTC.
const lastSecond = 253402300799

func TestTellable(t *testing.T) {
	for seconds, want := range map[int64]bool{-1: false, 0: true, lastSecond: true, lastSecond + 1: false} {
		require.Equal(t, want, editorial.Tellable(time.Unix(seconds, 0)), seconds)
	}
	require.False(t, editorial.Tellable(time.Time{}))
}

func TestWhenAtRefuses(t *testing.T) {
	_, err := editorial.WhenAt(time.Unix(0, 0), "Local")
	require.ErrorIs(t, err, editorial.ErrUnknownZone)
	_, err = editorial.WhenAt(time.Unix(lastSecond+1, 0), "America/New_York")
	require.ErrorIs(t, err, editorial.ErrBadLocalTime, "its clocks are in the last year still")
	for _, instant := range []time.Time{{}, time.Unix(-3601, 0), time.Unix(1<<60, 0), time.Unix(-1<<60, 0)} {
		w, err := editorial.WhenAt(instant, "Europe/Paris")
		require.ErrorIs(t, err, editorial.ErrBadLocalTime)
		require.True(t, w.IsZero())
	}
}

func TestWhenIsZero(t *testing.T) {
	require.True(t, editorial.When{}.IsZero())
	require.False(t, editorial.When{Local: "2026-12-24T09:00", Zone: "UTC"}.IsZero())
}

func TestWhenSameDay(t *testing.T) {
	paris := func(local string) editorial.When { return editorial.When{Local: local, Zone: "Europe/Paris"} }
	samoa := func(local string) editorial.When { return editorial.When{Local: local, Zone: "Pacific/Apia"} }
	for _, row := range []struct {
		w, other editorial.When
		want     bool
	}{
		{paris("2026-12-24T00:00"), paris("2026-12-24T23:59:59"), true},
		{paris("2026-12-24T23:59"), paris("2026-12-25T00:00"), false},
		{paris("2026-12-24T09:00"), paris("2027-12-24T09:00"), false},
		{paris("2026-12-24T09:00"), editorial.When{Local: "2026-12-24T20:00", Zone: "America/New_York"}, false},
		{editorial.When{Local: "2026-12-24T20:00", Zone: "America/New_York"}, paris("2026-12-24T09:00"), true},
		{samoa("2011-12-30T09:00"), samoa("2011-12-31T09:00"), true}, // there was no 30 December
		{paris("2026-12-24T09:00"), editorial.When{}, false},
		{editorial.When{}, paris("2026-12-24T09:00"), false},
		{editorial.When{}, editorial.When{}, false},
	} {
		require.Equal(t, row.want, row.w.SameDay(row.other), "%+v and %+v", row.w, row.other)
	}
}

// zonesToWalk holds one zone of each kind of clock change that there is.
var zonesToWalk = []string{
	"UTC", "Europe/Paris", "Europe/London", "Europe/Dublin", "Europe/Lisbon", "Europe/Istanbul", "Europe/Volgograd",
	"America/New_York", "America/St_Johns", "America/Sao_Paulo", "America/Havana", "America/Caracas",
	"America/Scoresbysund", "America/Martinique", "Africa/Casablanca", "Africa/El_Aaiun", "Africa/Cairo",
	"Africa/Monrovia", "Asia/Kathmandu", "Asia/Tehran", "Asia/Gaza", "Asia/Pyongyang", "Australia/Lord_Howe",
	"Australia/Adelaide", "Antarctica/Casey", "Antarctica/Troll", "Antarctica/Vostok", "Pacific/Apia",
	"Pacific/Chatham", "Pacific/Kiritimati", "Pacific/Kwajalein", "Indian/Reunion",
}

// drawInstant draws an instant from 1970 to 2199, every other time within three
// hours of a change of clocks.
func drawInstant(t *rapid.T, zone string) time.Time {
	instant := time.Unix(rapid.Int64Range(86400, 7258118400).Draw(t, "unix"), 0)
	location, err := time.LoadLocation(zone)
	require.NoError(t, err)
	_, change := instant.In(location).ZoneBounds()
	if rapid.Bool().Draw(t, "near a change") && change.After(instant) {
		return change.Add(time.Duration(rapid.Int64Range(-3*3600, 3*3600).Draw(t, "seconds")) * time.Second)
	}
	return instant
}

// drawWhen draws a wall clock that may lie in a gap or an overlap.
func drawWhen(t *rapid.T, zone string) editorial.When {
	instant := drawInstant(t, zone)
	w, err := editorial.WhenAt(instant, zone)
	require.NoError(t, err)
	wall, err := time.Parse("2006-01-02T15:04", w.Local[:len("2006-01-02T15:04")])
	require.NoError(t, err)
	wall = wall.Add(time.Duration(rapid.IntRange(-180, 180).Draw(t, "minutes")) * time.Minute)
	w, err = editorial.NewWhen(wall.Format("2006-01-02T15:04"), zone, rapid.IntRange(0, 1).Draw(t, "fold"))
	require.NoError(t, err)
	return w
}

func TestWhenRoundTrip(t *testing.T) {
	for _, zone := range zonesToWalk {
		t.Run(zone, rapid.MakeCheck(func(t *rapid.T) {
			instant := drawInstant(t, zone)
			w, err := editorial.WhenAt(instant, zone)
			require.NoError(t, err)
			got, err := w.Resolve()
			require.NoError(t, err)
			require.Equal(t, instant.UTC(), got.Instant)
			require.NotEqual(t, editorial.ShiftGap, got.Shift)
			again, err := editorial.NewWhen(w.Local, w.Zone, w.Fold)
			require.NoError(t, err)
			require.Equal(t, w, again)
		}))
	}
}

// everyOffset holds the multiples of five minutes that zones are apart from
// UTC, and the last offset that was none (Liberia's, until 1972).
func everyOffset() []time.Duration {
	offsets := []time.Duration{-(44*time.Minute + 30*time.Second)}
	for offset := -15 * time.Hour; offset <= 15*time.Hour; offset += 5 * time.Minute {
		offsets = append(offsets, offset)
	}
	return offsets
}

// The instants that show a wall clock, found by trying all there could be.
func TestWhenResolveAgreesWithTrying(t *testing.T) {
	for _, zone := range zonesToWalk {
		location, err := time.LoadLocation(zone)
		require.NoError(t, err)
		t.Run(zone, rapid.MakeCheck(func(t *rapid.T) {
			w := drawWhen(t, zone)
			wall, err := time.Parse("2006-01-02T15:04", w.Local)
			require.NoError(t, err)
			var shown []time.Time
			for _, offset := range everyOffset() {
				if at := wall.Add(-offset); at.In(location).Format(time.DateTime) == spaced(w.Local) {
					shown = append(shown, at)
				}
			}
			slices.SortFunc(shown, time.Time.Compare)
			got, err := w.Resolve()
			require.NoError(t, err)
			switch len(shown) {
			case 0:
				require.Equal(t, editorial.ShiftGap, got.Shift)
				require.Greater(t, got.Instant.In(location).Format(time.DateTime), spaced(w.Local))
				require.Less(t, got.Instant.Add(-time.Second).In(location).Format(time.DateTime), spaced(w.Local))
			case 1:
				require.Equal(t, editorial.Resolved{Instant: shown[0]}, got)
			case 2:
				require.Equal(t, editorial.Resolved{Instant: shown[w.Fold], Shift: editorial.ShiftOverlap}, got)
			}
		}))
	}
}

func spaced(local string) string { return strings.Replace(local, "T", " ", 1) + ":00" }

func TestWhenLaterClocksNeverResolveEarlier(t *testing.T) {
	for _, zone := range zonesToWalk {
		t.Run(zone, rapid.MakeCheck(func(t *rapid.T) {
			early, late := drawWhen(t, zone), drawWhen(t, zone)
			late.Fold = early.Fold
			if early.Local > late.Local {
				early, late = late, early
			}
			first, err := early.Resolve()
			require.NoError(t, err)
			second, err := late.Resolve()
			require.NoError(t, err)
			require.False(t, second.Instant.Before(first.Instant), "%+v, %+v", early, late)
		}))
	}
}

func FuzzWhen(f *testing.F) {
	f.Add("2026-12-24T09:00", "Europe/Paris", 0)
	f.Add("2026-03-29T02:30", "Europe/Paris", 1)
	f.Add("2026-10-25T02:30:59", "Europe/Paris", 1)
	f.Add("2026-04-05T01:45", "Australia/Lord_Howe", 1)
	f.Add("2011-12-30T12:00", "Pacific/Apia", 0)
	f.Add("2028-02-29T23:59", "Africa/El_Aaiun", 0)
	f.Add("2026-02-30T24:00", "Local", 2)
	f.Add("9999-12-31T23:59:59", "America/New_York", -1)
	f.Add("2026-12-24T09:00Z", "../../etc/passwd", 0)
	f.Fuzz(func(t *testing.T, local, zone string, fold int) {
		w, err := editorial.NewWhen(local, zone, fold)
		if err != nil {
			require.True(t, w.IsZero())
			return
		}
		again, err := editorial.NewWhen(w.Local, w.Zone, w.Fold)
		require.NoError(t, err)
		require.Equal(t, w, again)
		got, err := w.Resolve()
		require.NoError(t, err)
		back, err := editorial.WhenAt(got.Instant, zone)
		require.NoError(t, err)
		switch got.Shift {
		case editorial.ShiftNone:
			w.Fold = 0
			require.Equal(t, w, back)
		case editorial.ShiftOverlap:
			require.Equal(t, w, back)
		case editorial.ShiftGap:
			require.Greater(t, back.Local, w.Local)
		}
	})
}
