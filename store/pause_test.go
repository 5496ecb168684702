package store

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func aPause(id editorial.PauseID, scope editorial.Scope) editorial.Pause {
	p := filled[editorial.Pause](1)
	p.ID, p.Calendar, p.Scope, p.By.May = id, maison, scope, nil
	return p
}

func TestPauseRoundTrip(t *testing.T) {
	h := newHouse(t)
	for id, scope := range map[editorial.PauseID]editorial.Scope{
		"pau_1": {All: true}, "pau_2": {Calendar: maison}, "pau_3": {Channel: wall}, "pau_4": {Campaign: "camp_1"}, "pau_5": {Pillar: "pil_1"},
	} {
		want := aPause(id, scope)
		if scope.All {
			want.Calendar = "" // of the whole instance
		}
		require.NoError(t, h.AddPause(h.ctx, h.desk(), want))
		got, err := h.GetPause(h.ctx, id)
		require.NoError(t, err)
		requireSame(t, want, got)

		after := want
		after.Reason, after.From, after.Until = "another reason", noon.Add(2*time.Hour), time.Time{}
		said, err := h.UpdatePause(h.ctx, h.desk(), id, func(p *editorial.Pause) error {
			requireSame(t, want, *p)
			*p = after
			return nil
		})
		require.NoError(t, err)
		requireSame(t, after, said)
		got, err = h.GetPause(h.ctx, id)
		require.NoError(t, err)
		requireSame(t, after, got)
	}
}

func TestPauseRefusals(t *testing.T) {
	h := newHouse(t)
	before := h.everything()
	_, err := h.GetPause(h.ctx, "pau_none")
	requireCode(t, editorial.CodeNotFound, err)
	_, err = h.UpdatePause(h.ctx, h.desk(), "pau_none", func(*editorial.Pause) error { return nil })
	requireCode(t, editorial.CodeNotFound, err)
	silent := aPause("pau_1", editorial.Scope{All: true})
	silent.Reason = ""
	require.Error(t, h.AddPause(h.ctx, h.desk(), silent), "a pause has a reason")
	require.Equal(t, before, h.everything())
}

func TestListPauses(t *testing.T) {
	h := newHouse(t)
	require.NoError(t, h.AddCalendar(h.ctx, h.desk(), aCalendar("cal_2"), ines))
	for _, row := range []struct {
		id          editorial.PauseID
		calendar    editorial.CalendarID
		from, until time.Time
	}{
		{"pau_1", maison, noon.Add(-2 * time.Hour), noon}, // over at noon
		{"pau_2", maison, noon, noon.Add(time.Hour)},
		{"pau_3", "cal_2", noon, time.Time{}},
		{"pau_4", "", noon.Add(time.Hour), time.Time{}}, // planned, and of everything
		{"pau_5", maison, noon.Add(-time.Hour), time.Time{}},
	} {
		p := aPause(row.id, editorial.Scope{Channel: wall})
		p.Calendar, p.From, p.Until = row.calendar, row.from, row.until
		require.NoError(t, h.AddPause(h.ctx, h.desk(), p))
	}
	atNoon := noon
	for name, row := range map[string]struct {
		calendars []editorial.CalendarID
		active    *time.Time
		want      []string
	}{
		"all":                       {nil, nil, []string{"pau_1", "pau_2", "pau_3", "pau_4", "pau_5"}},
		"of one, and of everything": {[]editorial.CalendarID{"cal_2"}, nil, []string{"pau_3", "pau_4"}},
		"of none":                   {[]editorial.CalendarID{}, nil, []string{"pau_4"}},
		"active or planned":         {nil, &atNoon, []string{"pau_2", "pau_3", "pau_4", "pau_5"}},
		"both":                      {[]editorial.CalendarID{maison}, &atNoon, []string{"pau_2", "pau_4", "pau_5"}},
	} {
		t.Run(name, func(t *testing.T) {
			requirePages(t, row.want, func(p Page) ([]editorial.Pause, string, error) {
				return h.ListPauses(h.ctx, row.calendars, row.active, p)
			}, func(p editorial.Pause) string { return string(p.ID) })
		})
	}
}
