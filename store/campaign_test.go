package store

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func TestCampaignRoundTrip(t *testing.T) {
	h := newHouse(t)
	want := filled[editorial.Campaign](1)
	want.ID, want.Calendar, want.Created = "camp_1", maison, noon
	require.NoError(t, h.AddCampaign(h.ctx, h.desk(), want))
	got, err := h.GetCampaign(h.ctx, want.ID)
	require.NoError(t, err)
	requireSame(t, want, got)

	after := filled[editorial.Campaign](2)
	after.ID, after.Calendar, after.Created = want.ID, maison, noon
	requireChanged(t, want, after, "ID", "Calendar", "Created")
	said, err := h.UpdateCampaign(h.ctx, h.desk(), want.ID, func(g *editorial.Campaign) error {
		requireSame(t, want, *g)
		g.Name, g.Margins = after.Name, after.Margins
		return nil
	})
	require.NoError(t, err)
	requireSame(t, after, said)
	got, err = h.GetCampaign(h.ctx, want.ID)
	require.NoError(t, err)
	requireSame(t, after, got)
}

func TestListCampaigns(t *testing.T) {
	h := newHouse(t)
	var want []string
	for i := range 5 {
		g := editorial.Campaign{ID: number[editorial.CampaignID]("camp", i), Calendar: maison, Name: "x"}
		require.NoError(t, h.AddCampaign(h.ctx, h.desk(), g))
		want = append(want, string(g.ID))
	}
	list := func(calendar editorial.CalendarID) func(Page) ([]editorial.Campaign, string, error) {
		return func(p Page) ([]editorial.Campaign, string, error) { return h.ListCampaigns(h.ctx, calendar, p) }
	}
	requirePages(t, want, list(maison), func(g editorial.Campaign) string { return string(g.ID) })
	requirePages(t, []string{}, list("cal_none"), func(g editorial.Campaign) string { return string(g.ID) })
}

// A campaign that is removed takes no post with it.
func TestRemoveCampaign(t *testing.T) {
	h := newHouse(t)
	require.NoError(t, h.AddCampaign(h.ctx, h.desk(), editorial.Campaign{ID: "camp_1", Calendar: maison, Name: "x"}))
	p := h.draft("in it", nine, wall)
	require.Equal(t, editorial.CampaignID("camp_1"), h.edit(p, func(s *editorial.Sheet) { s.Campaign = "camp_1" }).Campaign)

	stands, no := h.everything(), errors.New("no")
	require.ErrorIs(t, h.RemoveCampaign(h.ctx, h.desk(), "camp_1", func(g editorial.Campaign) error {
		require.EqualValues(t, 1, g.Version, "it is judged as it is then")
		return no
	}), no)
	require.Equal(t, stands, h.everything())
	require.NoError(t, h.RemoveCampaign(h.ctx, h.desk(), "camp_1", asItIs[editorial.Campaign]))
	require.Empty(t, h.get(p).Campaign)
	_, err := h.GetCampaign(h.ctx, "camp_1")
	requireCode(t, editorial.CodeNotFound, err)

	before := h.everything()
	requireCode(t, editorial.CodeNotFound, h.RemoveCampaign(h.ctx, h.desk(), "camp_1", asItIs[editorial.Campaign]))
	_, err = h.UpdateCampaign(h.ctx, h.desk(), "camp_1", func(*editorial.Campaign) error { return nil })
	requireCode(t, editorial.CodeNotFound, err)
	require.Error(t, h.AddCampaign(h.ctx, h.desk(), editorial.Campaign{ID: "camp_2", Calendar: "cal_none", Name: "x"}))
	require.Equal(t, before, h.everything())
}
