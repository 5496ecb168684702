package store

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func TestPillarRoundTrip(t *testing.T) {
	h := newHouse(t)
	want := filled[editorial.Pillar](1)
	want.ID, want.Calendar, want.Created = "pil_1", maison, noon
	require.NoError(t, h.AddPillar(h.ctx, h.desk(), want))
	got, err := h.GetPillar(h.ctx, want.ID)
	require.NoError(t, err)
	requireSame(t, want, got)

	after := filled[editorial.Pillar](2)
	after.ID, after.Calendar, after.Created = want.ID, maison, noon
	requireChanged(t, want, after, "ID", "Calendar", "Created")
	said, err := h.UpdatePillar(h.ctx, h.desk(), want.ID, func(g *editorial.Pillar) error {
		requireSame(t, want, *g)
		g.Name = after.Name
		return nil
	})
	require.NoError(t, err)
	requireSame(t, after, said)
	got, err = h.GetPillar(h.ctx, want.ID)
	require.NoError(t, err)
	requireSame(t, after, got)
}

func TestListPillars(t *testing.T) {
	h := newHouse(t)
	var want []string
	for i := range 5 {
		g := editorial.Pillar{ID: number[editorial.PillarID]("pil", i), Calendar: maison, Name: "x"}
		require.NoError(t, h.AddPillar(h.ctx, h.desk(), g))
		want = append(want, string(g.ID))
	}
	list := func(calendar editorial.CalendarID) func(Page) ([]editorial.Pillar, string, error) {
		return func(p Page) ([]editorial.Pillar, string, error) { return h.ListPillars(h.ctx, calendar, p) }
	}
	requirePages(t, want, list(maison), func(g editorial.Pillar) string { return string(g.ID) })
	requirePages(t, []string{}, list("cal_none"), func(g editorial.Pillar) string { return string(g.ID) })
}

// A pillar that is removed takes no post with it.
func TestRemovePillar(t *testing.T) {
	h := newHouse(t)
	require.NoError(t, h.AddPillar(h.ctx, h.desk(), editorial.Pillar{ID: "pil_1", Calendar: maison, Name: "x"}))
	p := h.draft("in it", nine, wall)
	require.Equal(t, editorial.PillarID("pil_1"), h.edit(p, func(s *editorial.Sheet) { s.Pillar = "pil_1" }).Pillar)

	stands, no := h.everything(), errors.New("no")
	require.ErrorIs(t, h.RemovePillar(h.ctx, h.desk(), "pil_1", func(g editorial.Pillar) error {
		require.EqualValues(t, 1, g.Version, "it is judged as it is then")
		return no
	}), no)
	require.Equal(t, stands, h.everything())
	require.NoError(t, h.RemovePillar(h.ctx, h.desk(), "pil_1", asItIs[editorial.Pillar]))
	require.Empty(t, h.get(p).Pillar)
	_, err := h.GetPillar(h.ctx, "pil_1")
	requireCode(t, editorial.CodeNotFound, err)

	before := h.everything()
	requireCode(t, editorial.CodeNotFound, h.RemovePillar(h.ctx, h.desk(), "pil_1", asItIs[editorial.Pillar]))
	_, err = h.UpdatePillar(h.ctx, h.desk(), "pil_1", func(*editorial.Pillar) error { return nil })
	requireCode(t, editorial.CodeNotFound, err)
	require.Error(t, h.AddPillar(h.ctx, h.desk(), editorial.Pillar{ID: "pil_2", Calendar: "cal_none", Name: "x"}))
	require.Equal(t, before, h.everything())
}
