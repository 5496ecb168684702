package editorial_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// What a new calendar is tried with is whole in both languages, lies ahead, and
// is approved by nobody.
func TestSampleMonth(t *testing.T) {
	now := time.Date(2026, 3, 27, 23, 30, 0, 0, time.UTC) // the 28th in Paris, two days before its clocks change
	for lang, label := range map[editorial.Lang]string{editorial.French: "exemple", editorial.English: "sample"} {
		desk := editorial.Desk{
			Calendar: editorial.Calendar{ID: "cal_a", Zone: "Europe/Paris", Language: lang, Policy: editorial.DefaultPolicy()},
			Channels: editorial.Channels{
				"chan_a": {ID: "chan_a", Calendar: "cal_a", State: editorial.Connected},
				"chan_b": {ID: "chan_b", Calendar: "cal_a", State: editorial.Disconnected},
			},
			By: editorial.Actor{Member: "mem_a", May: editorial.Manager.Permissions()}, Now: now,
		}
		sheets, err := editorial.SampleMonth(desk)
		require.NoError(t, err)
		require.Equal(t, "2026-03-29T09:00", sheets[0].Planned.Local)
		dated := 0
		for _, sheet := range sheets {
			require.NotEmpty(t, sheet.Title)
			require.Equal(t, []string{label}, sheet.Labels)
			require.Equal(t, []editorial.ChannelID{"chan_a"}, sheet.Content.Channels)
			p, _, err := editorial.NewPost(sheet, desk)
			require.NoError(t, err)
			require.Contains(t, []editorial.State{editorial.Idea, editorial.Draft}, p.State)
			if !sheet.Planned.IsZero() {
				dated++
			}
		}
		require.Equal(t, 12, dated)
	}
}
