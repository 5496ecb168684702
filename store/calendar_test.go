package store

import (
	"errors"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func aCalendar(id editorial.CalendarID) editorial.Calendar {
	c := filled[editorial.Calendar](1)
	c.ID = id
	return c
}

func TestCalendarRoundTrip(t *testing.T) {
	h := newHouse(t)
	want := aCalendar("cal_2")
	require.NoError(t, h.AddCalendar(h.ctx, h.desk(), want, ines))
	want.Created, want.Archived = noon, time.Time{} // nothing begins archived
	got, err := h.GetCalendar(h.ctx, want.ID)
	require.NoError(t, err)
	requireSame(t, want, got)

	m, err := h.GetMember(h.ctx, ines)
	require.NoError(t, err)
	require.Equal(t, []editorial.Role{editorial.Manager}, m.Roles[want.ID], "whoever makes it manages it")

	after := filled[editorial.Calendar](2)
	after.ID, after.Created = want.ID, want.Created
	requireChanged(t, want, after, "ID", "Created")
	said, err := h.UpdateCalendar(h.ctx, h.desk(), want.ID, func(c *editorial.Calendar) error {
		requireSame(t, want, *c)
		*c = after
		c.Version = want.Version
		return nil
	})
	require.NoError(t, err)
	requireSame(t, after, said)
	got, err = h.GetCalendar(h.ctx, want.ID)
	require.NoError(t, err)
	requireSame(t, after, got)

	_, err = h.UpdateCalendar(h.ctx, h.desk(), want.ID, func(c *editorial.Calendar) error {
		c.Archived = time.Time{}
		return nil
	})
	require.NoError(t, err)
	got, err = h.GetCalendar(h.ctx, want.ID)
	require.NoError(t, err)
	require.Zero(t, got.Archived, "in use again")
}

func TestCalendarRefusals(t *testing.T) {
	h := newHouse(t)
	_, err := h.GetCalendar(h.ctx, "cal_none")
	requireCode(t, editorial.CodeNotFound, err)
	_, err = h.UpdateCalendar(h.ctx, h.desk(), "cal_none", func(*editorial.Calendar) error { return nil })
	requireCode(t, editorial.CodeNotFound, err)

	before := h.everything()
	no := errors.New("no")
	_, err = h.UpdateCalendar(h.ctx, h.desk(), maison, func(c *editorial.Calendar) error {
		c.Name = "x"
		return no
	})
	require.ErrorIs(t, err, no)
	require.Error(t, h.AddCalendar(h.ctx, h.desk(), aCalendar("cal_2"), "mem_none"), "a calendar has a manager")
	require.Error(t, h.AddCalendar(h.ctx, h.desk(), aCalendar(maison), ines), "an id is used once")
	require.Equal(t, before, h.everything())
}

func TestListCalendars(t *testing.T) {
	h := newHouse(t)
	for i := 2; i < 8; i++ {
		require.NoError(t, h.AddCalendar(h.ctx, h.desk(), aCalendar(number[editorial.CalendarID]("cal", i)), ines))
	}
	_, err := h.UpdateCalendar(h.ctx, h.desk(), "cal_0004", func(c *editorial.Calendar) error {
		c.Archived = h.now
		return nil
	})
	require.NoError(t, err)
	id := func(c editorial.Calendar) string { return string(c.ID) }
	requirePages(t, []string{"cal_0002", "cal_0003", "cal_0005", "cal_0006", "cal_0007", "cal_1"}, func(p Page) ([]editorial.Calendar, string, error) {
		return h.ListCalendars(h.ctx, nil, p)
	}, id)
	requirePages(t, []string{"cal_0003", "cal_0006", "cal_1"}, func(p Page) ([]editorial.Calendar, string, error) {
		return h.ListCalendars(h.ctx, []editorial.CalendarID{maison, "cal_0006", "cal_0003", "cal_0004", "cal_none"}, p)
	}, id)
	requirePages(t, []string{}, func(p Page) ([]editorial.Calendar, string, error) {
		return h.ListCalendars(h.ctx, []editorial.CalendarID{}, p)
	}, id)
}

// asItIs agrees to whatever is there.
func asItIs[T any](T) error { return nil }

// Whether something is still to leave is asked in the transaction that puts the
// calendar away: a post that was approved a moment before keeps it open.
func TestArchiveCalendar(t *testing.T) {
	for name, row := range map[string]struct {
		bring func(h *house) *editorial.Post
		want  int
	}{
		"a draft":   {func(h *house) *editorial.Post { return h.draft("x", nine, wall) }, 0},
		"scheduled": {func(h *house) *editorial.Post { return h.approved("x", nine, wall, ribbon) }, 2},
		"on the wire": {func(h *house) *editorial.Post {
			p := h.approved("x", nine, wall)
			h.now = nine
			h.claimOne(p, wall)
			return p
		}, 1},
		"published": {func(h *house) *editorial.Post { return h.goneOut("x") }, 0},
		"being edited": {func(h *house) *editorial.Post {
			p := h.goneOut("x")
			h.asks(p)
			return p
		}, 1},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t)
			h.editable(wall)
			row.bring(h)
			_, err := h.ArchiveCalendar(h.ctx, h.desk(), maison, func(c *editorial.Calendar, waiting int) error {
				require.Equal(t, row.want, waiting)
				c.Archived = h.now
				return nil
			})
			require.NoError(t, err)
			c, err := h.GetCalendar(h.ctx, maison)
			require.NoError(t, err)
			require.Equal(t, h.now, c.Archived)
		})
	}
}
