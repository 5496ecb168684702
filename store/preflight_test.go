package store

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// rule gives a channel its rules.
func (h *house) rule(id editorial.ChannelID, change func(*editorial.Channel)) {
	_, err := h.UpdateChannel(h.ctx, h.desk(), id, func(c *editorial.Channel) error {
		change(c)
		return nil
	})
	require.NoError(h.t, err)
}

// codes are what the gate says of a post on a channel at its instant.
func (h *house) codes(p *editorial.Post, channel editorial.ChannelID) (codes []editorial.Code) {
	cases, err := h.Cases(h.ctx, p.ID, h.now)
	require.NoError(h.t, err)
	for _, c := range cases {
		if c.Delivery.Channel == channel {
			c.Now = c.Delivery.Due
			for _, hold := range editorial.Gate(c) {
				codes = append(codes, hold.Code)
			}
		}
	}
	return codes
}

func TestGapBetweenClaims(t *testing.T) {
	h := newHouse(t)
	h.rule(wall, func(c *editorial.Channel) { c.Rules.MinimumGap = 10 * time.Minute })
	first, second := h.approved("first", nine, wall), h.approved("second", nine, wall)
	require.Empty(t, h.codes(first, wall))
	require.Equal(t, []editorial.Code{editorial.CodeTooSoon}, h.codes(second, wall), "what is planned before counts ahead of time")

	h.now = nine
	work := h.claimOne(first, wall)
	h.turn()
	require.Equal(t, nine.Add(15*time.Second), h.on(second, wall).Next, "nobody knows yet whether the first is out")
	h.now = nine.Add(time.Second)
	h.turn(published(work))
	h.now = nine.Add(15 * time.Second)
	h.turn()
	free := h.on(first, wall).Out.Add(10 * time.Minute)
	require.Equal(t, free, h.on(second, wall).Next)
	h.now = free.Add(-time.Millisecond)
	require.Empty(t, h.turn().Work)
	h.now = free
	require.Len(t, h.turn().Work, 1)
}

// The quota is the account's, whichever channels it is connected to, and ends
// with the day in Paris.
func TestQuotaOfAnAccount(t *testing.T) {
	h := newHouse(t)
	for _, id := range []editorial.ChannelID{wall, ribbon} {
		h.rule(id, func(c *editorial.Channel) {
			c.Platform, c.RemoteID, c.Rules.DailyQuota = "same", "account", 1
		})
	}
	h.raw(`UPDATE channels SET platform = 'same'`)
	first, second := h.approved("first", nine, wall), h.approved("second", nine.Add(time.Minute), ribbon)
	tomorrow := h.approved("tomorrow", nine.AddDate(0, 0, 1), ribbon)
	require.Equal(t, []editorial.Code{editorial.CodeQuotaSpent}, h.codes(second, ribbon))
	require.Empty(t, h.codes(tomorrow, ribbon))

	h.now = nine
	h.turn(published(h.claimOne(first, wall)))
	h.now = nine.Add(time.Minute)
	require.Empty(t, h.turn().Work)
	d := h.on(second, ribbon)
	require.Equal(t, editorial.Missed, d.State, "the day ends after its tolerance")
	require.Equal(t, editorial.CodeQuotaSpent, d.Holds[0].Code)
}

func TestAFileThatIsGone(t *testing.T) {
	h := newHouse(t)
	missing, damaged := h.lookForMedia(editorial.Part{})
	require.Empty(t, missing)
	require.Empty(t, damaged)
	require.NoError(t, os.WriteFile(h.mediaPath("abc"), []byte("png"), 0o600))
	there, gone := editorial.MediaUse{Media: "med_1", Hash: "abc", Bytes: 3}, editorial.MediaUse{Media: "med_2", Hash: "def", Bytes: 3}
	short := editorial.MediaUse{Media: "med_3", Hash: "abc", Bytes: 4}
	part := editorial.Part{Media: []editorial.MediaUse{there, gone}, Link: &editorial.LinkCard{Thumbnail: &short}}
	missing, damaged = h.lookForMedia(part)
	require.Equal(t, []editorial.MediaID{"med_2"}, missing)
	require.Equal(t, []editorial.MediaID{"med_3"}, damaged)
}

// A file that rots is found by reading it, put aside, and mended by bringing
// the same one in again.
func TestAFileThatRots(t *testing.T) {
	h := newHouse(t)
	m := aFile("med_1", "a picture")
	bring := func() {
		_, err := h.AddMedia(h.ctx, h.desk(), m, strings.NewReader("a picture"))
		require.NoError(t, err)
	}
	bring()
	h.rule(wall, func(c *editorial.Channel) {
		c.Limits.Media = editorial.MediaLimits{Max: 1, Types: map[string]int64{m.Type: 0}}
	})
	p := h.edit(h.draft("with a picture", nine, wall), func(s *editorial.Sheet) { s.Content.Media = []editorial.MediaUse{m.Use("")} })
	h.move(p, editorial.MoveApprove)
	verify := func() bool {
		whole, err := h.VerifyMedia(m.Use(""))
		require.NoError(t, err)
		return whole
	}
	require.True(t, verify())
	require.Empty(t, h.codes(p, wall))

	require.NoError(t, os.WriteFile(h.mediaPath(m.Hash), []byte("a pixture"), 0o600))
	require.Empty(t, h.codes(p, wall), "a claim does not read it")
	require.False(t, verify())
	require.True(t, verify(), "it is no longer there to be read")
	require.Equal(t, []editorial.Code{editorial.CodeMediaDamaged}, h.codes(p, wall))
	h.now = nine
	require.Empty(t, h.turn().Work)
	require.Equal(t, editorial.CodeMediaDamaged, h.on(p, wall).Holds[0].Code)

	m.ID = "med_2"
	bring()
	require.True(t, verify())
	h.now = nine.Add(time.Minute)
	require.Len(t, h.turn().Work, 1)

	require.NoError(t, os.WriteFile(h.mediaPath(m.Hash), []byte("short"), 0o600))
	require.True(t, verify(), "its length shows without reading")
	_, damaged := h.lookForMedia(editorial.Part{Media: []editorial.MediaUse{m.Use("")}})
	require.Len(t, damaged, 1)
}

// What a platform takes now is kept, and what is due soon looked at afresh.
func TestSaveLimits(t *testing.T) {
	h := newHouse(t)
	p, later := h.approved("hello", nine, wall), h.approved("later", nine.Add(48*time.Hour), wall)
	before, err := h.GetChannel(h.ctx, wall)
	require.NoError(t, err)
	save := func(limits editorial.Limits) bool {
		changed, err := h.SaveLimits(h.ctx, before.Account(), limits, h.now)
		require.NoError(t, err)
		return changed
	}
	require.False(t, save(editorial.Limits{Options: nil}))
	short := editorial.Limits{Text: []editorial.TextLimit{{Max: 2, Counting: editorial.Counting{Unit: editorial.Graphemes}}}}
	require.True(t, save(short))
	require.False(t, save(short))
	require.Equal(t, 1, h.count(`SELECT COUNT(*) FROM audit WHERE action = 'channel.limits_changed' AND subject = 'chan_1'`))
	after, err := h.GetChannel(h.ctx, wall)
	require.NoError(t, err)
	require.Equal(t, before.Version, after.Version)
	require.Equal(t, short, after.Limits)
	require.Equal(t, []editorial.Code{editorial.CodeTextTooLong}, h.codes(p, wall))
	require.Equal(t, h.now, h.on(p, wall).Preflight.Next)
	require.NotEqual(t, h.now, h.on(later, wall).Preflight.Next)
	_, err = h.SaveLimits(h.ctx, editorial.Account{Channel: "chan_none"}, short, h.now)
	requireCode(t, editorial.CodeNotFound, err)

	_, err = h.UpdateChannel(h.ctx, h.desk(), wall, func(c *editorial.Channel) error {
		c.RemoteID, c.Limits = "another", before.Limits
		return nil
	})
	require.NoError(t, err)
	require.False(t, save(short), "it is another account’s by now")
	after, err = h.GetChannel(h.ctx, wall)
	require.NoError(t, err)
	require.Equal(t, before.Limits, after.Limits)
}

// A look is stored once for each instant, and stands aside for what a person
// changed meanwhile.
func TestPreflights(t *testing.T) {
	h := newHouse(t)
	p := h.draft("hello", nine, wall)
	look := func() []editorial.Foreseen {
		cases, err := h.Preflights(h.ctx, h.now, 10)
		require.NoError(t, err)
		var all []editorial.Foreseen
		for _, c := range cases {
			all = append(all, editorial.Foresee(c, nil))
		}
		return all
	}
	save := func(all []editorial.Foreseen) int {
		written, err := h.SavePreflights(h.ctx, all)
		require.NoError(t, err)
		return len(written)
	}
	told := func() int { return h.count(`SELECT COUNT(*) FROM audit WHERE action = 'delivery.preflight_failed'`) }

	h.now = nine.Add(-25 * time.Hour)
	require.Empty(t, look())
	h.now = nine.Add(-24 * time.Hour)
	seen := look()
	require.Equal(t, 1, save(seen))
	require.Equal(t, 0, save(seen), "another daemon looked at the same")
	require.Empty(t, look())
	require.Equal(t, 1, told())
	require.Equal(t, seen[0].Preflight, h.on(p, wall).Preflight)

	h.now = nine.Add(-time.Hour)
	seen = look()
	h.edit(p, func(s *editorial.Sheet) { s.Planned.Local = "2026-11-24T10:00" })
	require.Equal(t, 0, save(seen), "it moved meanwhile")
	require.Equal(t, 1, told())
	require.Equal(t, 1, save(look()))
	require.Equal(t, 2, told())
}

func TestWarnExpiring(t *testing.T) {
	h := newHouse(t)
	h.rule(wall, func(c *editorial.Channel) { c.ExpiresAt = nine.AddDate(0, 0, 20) })
	warn := func(at time.Time) int {
		warned, err := h.WarnExpiring(h.ctx, at)
		require.NoError(t, err)
		return len(warned)
	}
	require.Equal(t, 0, warn(nine))
	require.Equal(t, 1, warn(nine.AddDate(0, 0, 6)))
	require.Equal(t, 0, warn(nine.AddDate(0, 0, 6)))
	require.Equal(t, 1, warn(nine.AddDate(0, 0, 13)))
	require.Equal(t, 1, warn(nine.AddDate(0, 0, 19)))
	require.Equal(t, 0, warn(nine.AddDate(0, 0, 19).Add(time.Hour)))
	require.Equal(t, 3, h.count(`SELECT COUNT(*) FROM audit WHERE action = 'channel.expiring'`))

	h.rule(wall, func(c *editorial.Channel) { c.ExpiresAt = nine.AddDate(0, 0, 40) })
	_, err := h.UpdateCalendar(h.ctx, h.desk(), maison, func(c *editorial.Calendar) error { c.Archived = nine; return nil })
	require.NoError(t, err)
	require.Equal(t, 0, warn(nine.AddDate(0, 0, 39)), "nothing leaves from a calendar that was put away")
}
