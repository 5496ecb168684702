package editorial_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func withMargin(r *room, graphemes int) *room {
	r.calendar.Policy.Margin = editorial.DefaultMargin()
	r.calendar.Policy.Margin.Graphemes = graphemes
	return r
}

func say(text string) func(*editorial.Sheet) {
	return func(s *editorial.Sheet) { s.Content.Text = text }
}

// A comma is put right, and the post leaves as its people wanted.
func TestTouchUp(t *testing.T) {
	r := withMargin(approved(t), 15)
	r.saves(editorial.Editor, say("We do open today!"))
	require.Equal(t, editorial.Approved, r.post.State)
	require.EqualValues(t, "scheduled", r.post.Status)
	require.Equal(t, []string{"post.revised", "post.touched_up"}, r.recorded())
	require.Equal(t, "approved 1, now 2; chan_wall 4/15; chan_ribbon 4/15", r.lines.Audit[1].Detail)
	require.Equal(t, 2, r.lines.Audit[1].Revision)
	require.Contains(t, r.lines.Notices, editorial.Notice{Code: editorial.CodeTouchUp, Channel: wall, Distance: 4, Of: 15})
	require.True(t, r.noticed(editorial.CodeIn, ribbon))
	require.Equal(t, 1, r.post.Approval.Revision)
	require.Len(t, r.post.Approval.TouchUps[wall], 1)
	touched := r.post.Approval.TouchUps[wall][0]
	require.Equal(t, 2, touched.Revision)
	require.Equal(t, editorial.MemberID("mem_editor"), touched.By.Member)
	require.Equal(t, r.calendar.Policy.Margin, touched.Margin)

	r.late(0).answers(wall, editorial.Done)
	require.Equal(t, editorial.Published, r.on(wall).State)
	require.Equal(t, 2, r.on(wall).Revision, "what was released")
	require.Equal(t, touched.Hash, r.on(wall).Hash)
	require.Equal(t, 1, r.post.Approval.Revision, "what was approved")
}

// Two edits, each small, are together too much; and undone they are nothing.
func TestTouchUpsDoNotAddUp(t *testing.T) {
	r := withMargin(approved(t), 6)
	r.saves(editorial.Editor, say("We do open today"))
	require.Equal(t, editorial.Approved, r.post.State)
	r.saves(editorial.Editor, say("We do open up today"))
	require.Equal(t, editorial.Approved, r.post.State)
	r.saves(editorial.Editor, say("We do open up, today"))
	require.Equal(t, editorial.InReview, r.post.State)
	require.True(t, r.noticed(editorial.CodeBackToReview, ""))
	require.Contains(t, r.lines.Notices, editorial.Notice{Code: editorial.CodeTooManyCharacters, Channel: wall, Distance: 7, Of: 6})
	require.Empty(t, r.post.Approval.TouchUps)
	r.saves(editorial.Editor, say("We open up, today"))
	require.Equal(t, editorial.Approved, r.post.State)
	require.Equal(t, []string{"post.revised", "post.touched_up", "post.approval_restored"}, r.recorded())
	r.saves(editorial.Editor, textBack)
	require.Equal(t, editorial.Approved, r.post.State)
	require.Empty(t, r.post.Approval.TouchUps)
	require.Equal(t, []string{"post.revised"}, r.recorded())
}

func TestBeyondTheMarginSaysWhy(t *testing.T) {
	r := withMargin(approved(t), 15)
	r.saves(editorial.Editor, say("We don’t open at 9"))
	require.Equal(t, editorial.InReview, r.post.State)
	for _, code := range []editorial.Code{editorial.CodeNegationChanged, editorial.CodeNumberChanged, editorial.CodeDateChanged, editorial.CodeWaitsForApproval} {
		require.True(t, r.noticed(code, wall), code)
	}
	require.Equal(t, editorial.CodeNotApproved, editorial.Gate(r.late(0).caseOf(wall))[0].Code)
}

// Who touches one channel leaves the other as it was approved.
func TestTouchUpOfOneChannel(t *testing.T) {
	r := withMargin(approved(t), 15)
	own := func(text string) func(*editorial.Sheet) {
		return func(s *editorial.Sheet) {
			s.Content.Variants = map[editorial.ChannelID]editorial.Variant{ribbon: {Text: &text}}
		}
	}
	r.saves(editorial.Editor, own("We do open today"))
	require.NotContains(t, r.post.Approval.TouchUps, wall)
	first := r.post.Approval.TouchUps[ribbon]
	require.Len(t, first, 1)

	r.calendar.Policy.Margin = editorial.Margin{}
	r.saves(editorial.Editor, func(s *editorial.Sheet) { s.Content.Channels = []editorial.ChannelID{ribbon} })
	require.Equal(t, editorial.Approved, r.post.State, "a tighter policy changes nothing silently")
	require.Equal(t, first, r.post.Approval.TouchUps[ribbon])
	require.Empty(t, editorial.Gate(r.late(0).caseOf(ribbon)))

	r.now = noon
	r.saves(editorial.Editor, own("We do open up today"))
	require.Equal(t, editorial.InReview, r.post.State, "a new edit goes by the policy in force")
}

// An edit that nobody measured is no touch-up.
func TestWithoutARulerNothingIsATouchUp(t *testing.T) {
	for name, ruler := range map[string]editorial.Ruler{
		"none":                {},
		"another revision":    editorial.NewRuler(7, aSheet().Content),
		"another content":     editorial.NewRuler(1, everything()),
		"what is to be saved": editorial.NewRuler(1, editorial.Content{Text: "We do open today", Language: "en", Channels: []editorial.ChannelID{wall, ribbon}}),
	} {
		r := withMargin(approved(t), 15)
		desk, next := r.as(editorial.Editor), r.post.Clone()
		desk.Ruler = ruler
		next.Content.Text = "We do open today"
		_, err := r.post.Edit(next, desk)
		require.NoError(t, err)
		require.Equal(t, editorial.InReview, r.post.State, name)
	}
}

// The gate takes nobody's word: whatever the record says, it measures again.
func TestGateMeasuresAgain(t *testing.T) {
	touched := func(t *testing.T) *room {
		t.Helper()
		r := withMargin(approved(t), 15)
		r.saves(editorial.Editor, say("We do open today"))
		return r.late(0)
	}
	forge := func(r *room, change func(*editorial.TouchUp)) {
		one := r.post.Approval.TouchUps[wall][0]
		change(&one)
		r.post.Approval.TouchUps[wall] = []editorial.TouchUp{one}
	}
	for name, row := range map[string]struct {
		forge func(*room, *editorial.Case)
		code  editorial.Code
	}{
		"as it is": {func(*room, *editorial.Case) {}, ""},
		"the margin was smaller": {func(r *room, _ *editorial.Case) {
			forge(r, func(u *editorial.TouchUp) { u.Margin.Graphemes = 2 })
		}, editorial.CodeBeyondMargin},
		"a margin that no calendar can have": {func(r *room, c *editorial.Case) {
			c.Content.Text = "Something else that nobody approved, and longer than a hundred characters, so that no margin of any calendar covers it at all"
			forge(r, func(u *editorial.TouchUp) {
				u.Margin.Graphemes, u.Hash = 1_000_000, c.Content.HashFor(r.channels[wall])
			})
		}, editorial.CodeBeyondMargin},
		"another text under the same record": {func(_ *room, c *editorial.Case) { c.Content.Text = "We do open today!" }, editorial.CodeNotApproved},
		"a number, and a record that says it is fine": {func(r *room, c *editorial.Case) {
			c.Content.Text = "We open today 9"
			forge(r, func(u *editorial.TouchUp) { u.Hash = c.Content.HashFor(r.channels[wall]) })
		}, editorial.CodeBeyondMargin},
		"the approved revision is not there":   {func(_ *room, c *editorial.Case) { c.Approved = nil }, editorial.CodeBeyondMargin},
		"the approved revision is not the one": {func(_ *room, c *editorial.Case) { c.Approved = &c.Content }, editorial.CodeBeyondMargin},
		"the record is gone":                   {func(r *room, _ *editorial.Case) { r.post.Approval.TouchUps = nil }, editorial.CodeNotApproved},
		"the approval is gone":                 {func(r *room, _ *editorial.Case) { r.post.Approval = nil }, editorial.CodeNotApproved},
		"another account stands behind it":     {func(_ *room, c *editorial.Case) { c.Channels = otherAccount(c.Channels) }, editorial.CodeAccountChanged},
		"the policy has been tightened":        {func(_ *room, c *editorial.Case) { c.Calendar.Policy.Margin = editorial.Margin{} }, ""},
		"the margin let nobody touch hashtags": {func(r *room, _ *editorial.Case) { forge(r, func(u *editorial.TouchUp) { u.Margin.Fields = nil }) }, editorial.CodeBeyondMargin},
		"the calendar had protected what it put": {func(r *room, _ *editorial.Case) {
			forge(r, func(u *editorial.TouchUp) { u.Margin.Words = []string{"do"} })
		}, editorial.CodeBeyondMargin},
	} {
		t.Run(name, func(t *testing.T) {
			r := touched(t)
			c := r.caseOf(wall)
			row.forge(r, &c)
			holds := editorial.Gate(c)
			if row.code == "" {
				require.Empty(t, holds)
				return
			}
			require.Equal(t, row.code, holds[0].Code)
			require.Equal(t, row.code != editorial.CodeAccountChanged, holds[0].Person)
		})
	}
}

func otherAccount(channels editorial.Channels) editorial.Channels {
	other := editorial.Channels{}
	for id, c := range channels {
		c.RemoteID = "another"
		other[id] = c
	}
	return other
}

// Only a touched-up post asks for a second revision.
func TestTheGateReadsNoMoreThanItNeeds(t *testing.T) {
	r := withMargin(approved(t), 15)
	require.False(t, r.caseOf(wall).Touched())
	r.saves(editorial.Editor, func(s *editorial.Sheet) {
		text := "We do open today"
		s.Content.Variants = map[editorial.ChannelID]editorial.Variant{ribbon: {Text: &text}}
	})
	require.False(t, r.caseOf(wall).Touched())
	require.True(t, r.caseOf(ribbon).Touched())
	r.late(0).answers(ribbon, editorial.Done)
	require.False(t, r.caseOf(ribbon).Touched())
}

// What left stays on record as the touch-up that it was, whatever comes after.
func TestWhatLeftAsATouchUpStaysOnRecord(t *testing.T) {
	r := withMargin(approved(t), 15)
	r.saves(editorial.Editor, say("We do open today"))
	released := r.post.Approval.TouchUps[wall]
	r.late(0).answers(wall, editorial.Unknown)
	r.saves(editorial.Editor, say("We do open up today"))
	require.Equal(t, released, r.post.Approval.TouchUps[wall][:1])
	require.Len(t, r.post.Approval.TouchUps[wall], 2, "and what will be sent if that has not left")
	require.Len(t, r.post.Approval.TouchUps[ribbon], 1)
	r.saves(editorial.Editor, say("Something else altogether"))
	require.Equal(t, released, r.post.Approval.TouchUps[wall])
	require.Empty(t, r.post.Approval.TouchUps[ribbon])
}

func TestMovesWithinTheDay(t *testing.T) {
	at := func(local string) func(*editorial.Sheet) {
		return func(s *editorial.Sheet) { s.Planned = editorial.When{Local: local, Zone: "Europe/Paris"} }
	}
	for name, row := range map[string]struct {
		change func(*editorial.Sheet)
		stands bool
	}{
		"an hour later":         {at("2026-11-24T10:00"), true},
		"the last minute of it": {at("2026-11-24T23:59"), true},
		"the first of it":       {at("2026-11-24T00:00"), true},
		"the next day":          {at("2026-11-25T00:00"), false},
		"the day before":        {at("2026-11-23T23:59"), false},
		"the same day in Auckland": {func(s *editorial.Sheet) {
			s.Planned = editorial.When{Local: "2026-11-25T03:00", Zone: "Pacific/Auckland"}
		}, true},
		"the same date, not in it": {func(s *editorial.Sheet) {
			s.Planned = editorial.When{Local: "2026-11-24T08:00", Zone: "Pacific/Auckland"}
		}, false},
		"a channel's own, that day": {ownTime(wall, atTen), true},
	} {
		t.Run(name, func(t *testing.T) {
			r := withMargin(approved(t), 0)
			r.saves(editorial.Editor, row.change)
			require.Equal(t, row.stands, r.post.State == editorial.Approved, r.post.State)
			require.Equal(t, row.stands, r.noticed(editorial.CodeMovedWithinDay, wall))
			require.Equal(t, !row.stands, r.noticed(editorial.CodeAnotherDay, wall))
			d := r.on(wall)
			r.now = d.Due
			require.Equal(t, row.stands, len(editorial.Gate(r.caseOf(wall))) == 0)
		})
	}
}

// Moves within the day cannot walk out of it, and a forged one is not believed.
func TestMovesWithinTheDayDoNotAddUp(t *testing.T) {
	r := withMargin(approved(t), 15)
	r.saves(editorial.Editor, toTen)
	require.Equal(t, atNine, r.post.Approval.Times[wall])
	require.Equal(t, atTen, r.post.Approval.Retimed[wall].To)
	next := editorial.When{Local: "2026-11-25T00:30", Zone: "Europe/Paris"}
	r.saves(editorial.Editor, func(s *editorial.Sheet) { s.Planned = next })
	require.Equal(t, editorial.InReview, r.post.State)

	r.post.Approval.Retimed = map[editorial.ChannelID]editorial.Retiming{wall: {To: next, Zone: "Europe/Paris"}}
	r.now = instantOf(t, next)
	require.Equal(t, editorial.CodeTimeNotApproved, editorial.Gate(r.caseOf(wall))[0].Code)

	r.now = noon
	r.saves(editorial.Editor, toNine)
	require.Equal(t, editorial.Approved, r.post.State)
	require.Empty(t, r.post.Approval.Retimed)
}

// Whoever may approve moves times freely, and from there the day counts.
func TestAnApproverMovesTheDay(t *testing.T) {
	r := withMargin(approved(t), 15)
	thursday := editorial.When{Local: "2026-11-26T09:00", Zone: "Europe/Paris"}
	r.saves(editorial.Manager, func(s *editorial.Sheet) { s.Planned = thursday })
	require.Equal(t, editorial.Approved, r.post.State)
	r.saves(editorial.Editor, toTen)
	require.Equal(t, editorial.InReview, r.post.State)
	require.True(t, r.noticed(editorial.CodeAnotherDay, wall))
}

// No move within the day goes over an embargo.
func TestMovesWithinTheDayKeepTheEmbargo(t *testing.T) {
	r := withMargin(approved(t, func(s *editorial.Sheet) { s.Planned, s.Embargo = atTen, atNine }), 15)
	early := editorial.When{Local: "2026-11-24T08:59", Zone: "Europe/Paris"}
	require.Equal(t, editorial.CodeBeforeEmbargo, code(r.edit(editorial.Editor, func(s *editorial.Sheet) { s.Planned = early })))
	r.saves(editorial.Editor, toNine)
	require.Equal(t, editorial.Approved, r.post.State)
}

func instantOf(t *testing.T, when editorial.When) time.Time {
	t.Helper()
	resolved, err := when.Resolve()
	require.NoError(t, err)
	return resolved.Instant
}
