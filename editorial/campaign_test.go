package editorial_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"parution.dev/editorial"
)

// aMargin lets people touch so many characters of the text.
func aMargin(graphemes int, fields ...editorial.Field) *editorial.Margin {
	if len(fields) == 0 {
		fields = editorial.Fields()
	}
	return &editorial.Margin{Graphemes: graphemes, Fields: fields, SameDay: true}
}

// ofCampaign is an approved post of a campaign that has margins of its own.
func ofCampaign(t *testing.T, margins editorial.Margins) *room {
	t.Helper()
	r := withMargin(newRoom(t), 10)
	r.campaigns = map[editorial.CampaignID]*editorial.Margins{"camp_1": &margins}
	r.write(func(s *editorial.Sheet) { s.Campaign = "camp_1" })
	r.does(editorial.Manager, editorial.MoveApprove)
	return r
}

func TestCampaignTightensTheMargin(t *testing.T) {
	r := ofCampaign(t, editorial.Margins{Tighter: aMargin(3)})
	r.saves(editorial.Editor, say("We open today!"))
	require.Equal(t, editorial.Approved, r.post.State)
	require.Equal(t, editorial.Under{Campaign: "camp_1"}, r.post.Approval.TouchUps[wall][0].Under)
	require.Equal(t, "approved 1, now 2; chan_wall 1/3; chan_ribbon 1/3; under the margin of camp_1", r.lines.Audit[1].Detail)
	r.saves(editorial.Editor, say("We do open today!"))
	require.Equal(t, editorial.InReview, r.post.State)
	require.Contains(t, r.lines.Notices, editorial.Notice{Code: editorial.CodeTooManyCharacters, Channel: wall, Distance: 4, Of: 3})
}

// A campaign cannot widen its calendar's margin by what it calls its own.
func TestCampaignNeverWidens(t *testing.T) {
	r := ofCampaign(t, editorial.Margins{Tighter: aMargin(50)})
	margin, _ := r.post.MarginFor(r.as(editorial.Editor))
	require.Equal(t, 10, margin.Graphemes)
}

// Taking a post out of a campaign, or into another, loses nothing of its
// margin.
func TestMarginFollowsTheApproval(t *testing.T) {
	r := ofCampaign(t, editorial.Margins{Tighter: aMargin(3)})
	r.saves(editorial.Editor, func(s *editorial.Sheet) { s.Campaign = "" })
	require.Equal(t, editorial.Approved, r.post.State)
	r.saves(editorial.Editor, say("We do open today!"))
	require.Equal(t, editorial.InReview, r.post.State)

	r.does(editorial.Manager, editorial.MoveApprove)
	r.saves(editorial.Editor, func(s *editorial.Sheet) { s.Campaign = "camp_1" })
	margin, _ := r.post.MarginFor(r.as(editorial.Editor))
	require.Equal(t, 3, margin.Graphemes, "and bringing it in counts")
}

func live(r *room, members ...editorial.MemberID) *editorial.Loosening {
	return &editorial.Loosening{
		Margin: *aMargin(40), Members: members, From: noon, Until: noon.Add(4 * time.Hour), By: editorial.Actor{Member: "mem_manager"}, At: r.now,
	}
}

func TestLoosening(t *testing.T) {
	r := ofCampaign(t, editorial.Margins{Tighter: aMargin(3)})
	r.campaigns["camp_1"].Looser = live(r, "mem_editor")
	require.Equal(t, editorial.Approved, r.post.State)
	r.saves(editorial.Editor, say("We open today, come and see us"))
	require.Equal(t, editorial.Approved, r.post.State)
	touched := r.post.Approval.TouchUps[wall][0]
	require.Equal(t, editorial.Under{Campaign: "camp_1", Loosened: true, By: "mem_manager", At: noon}, touched.Under)
	require.Equal(t, 40, touched.Margin.Graphemes)
	require.Contains(t, r.lines.Audit[1].Detail, "; under the loosened margin of camp_1")
	require.Empty(t, editorial.Gate(r.late(0).caseOf(wall)), "the gate measures by the margin on record")
}

// What is protected is protected for those named too.
func TestLooseningProtects(t *testing.T) {
	r := ofCampaign(t, editorial.Margins{})
	r.campaigns["camp_1"].Looser = live(r, "mem_editor")
	r.saves(editorial.Editor, say("We open today at 9"))
	require.Equal(t, editorial.InReview, r.post.State)
	require.True(t, r.noticed(editorial.CodeNumberChanged, wall))
}

func TestLooseningIsForNamedPeopleInItsTime(t *testing.T) {
	for name, change := range map[string]func(*room){
		"somebody else":    func(r *room) { r.campaigns["camp_1"].Looser.Members = []editorial.MemberID{"mem_other"} },
		"too early":        func(r *room) { r.now = noon.Add(-time.Second) },
		"over":             func(r *room) { r.now = noon.Add(4 * time.Hour) },
		"another campaign": func(r *room) { r.post.Campaign = "camp_2" },
		"brought into it":  func(r *room) { r.post.Approval.Campaign = "" },
	} {
		t.Run(name, func(t *testing.T) {
			r := ofCampaign(t, editorial.Margins{})
			r.campaigns["camp_1"].Looser = live(r, "mem_editor")
			change(r)
			r.saves(editorial.Editor, say("We open today, come and see us"))
			require.Equal(t, editorial.InReview, r.post.State)
		})
	}
	l := live(newRoom(t), "mem_editor")
	require.True(t, l.Holds(editorial.Actor{Member: "mem_editor"}, noon))
	require.False(t, l.Holds(editorial.Actor{Member: "mem_editor", Maker: "mem_other"}, noon), "a token that somebody else made")
	require.False(t, (*editorial.Loosening)(nil).Holds(editorial.Actor{}, noon))
}

// A tighter margin stops nothing silently: it tells what it would stop.
func TestAffected(t *testing.T) {
	r := withMargin(approved(t), 10)
	require.False(t, r.post.TouchedUp(r.channels))
	r.saves(editorial.Editor, say("We open up today!"))
	r.saves(editorial.Editor, func(s *editorial.Sheet) { s.Times = map[editorial.ChannelID]editorial.When{ribbon: atTen} })
	require.Equal(t, editorial.Approved, r.post.State)
	require.True(t, r.post.TouchedUp(r.channels))
	require.Empty(t, r.post.Affected(r.ruler(), r.as(editorial.Manager)))

	r.calendar.Policy.Margin.Graphemes = 3
	found := r.post.Affected(r.ruler(), r.as(editorial.Manager))
	require.Equal(t, []editorial.Measured{
		{Channel: wall, Distance: 4, Of: 3, Why: []editorial.Code{editorial.CodeTooManyCharacters}},
		{Channel: ribbon, Distance: 4, Of: 3, Why: []editorial.Code{editorial.CodeTooManyCharacters}},
	}, found)
	r.calendar.Policy.Margin.Graphemes, r.calendar.Policy.Margin.SameDay = 10, false
	require.Equal(t, []editorial.Measured{{Channel: ribbon, Distance: 4, Of: 10, Why: []editorial.Code{editorial.CodeMovedWithinDay}}},
		r.post.Affected(r.ruler(), r.as(editorial.Manager)))
	require.Empty(t, editorial.Gate(r.late(0).caseOf(wall)), "and it leaves")
}

func TestCheckMargins(t *testing.T) {
	good := func() editorial.Loosening {
		return editorial.Loosening{Margin: *aMargin(40), Members: []editorial.MemberID{"mem_ed"}, From: noon, Until: noon.Add(time.Hour), At: noon}
	}
	for name, tt := range map[string]struct {
		change func(*editorial.Loosening)
		want   []editorial.Problem
	}{
		"good":       {func(*editorial.Loosening) {}, nil},
		"too wide":   {func(l *editorial.Loosening) { l.Margin.Graphemes = 101 }, []editorial.Problem{{Code: editorial.CodeBadMargin, Pointer: "/loosened/margin/characters"}}},
		"nobody":     {func(l *editorial.Loosening) { l.Members = nil }, []editorial.Problem{{Code: editorial.CodeNameSomebody, Pointer: "/loosened/members"}}},
		"a reviewer": {func(l *editorial.Loosening) { l.Members = append(l.Members, "mem_cleo") }, []editorial.Problem{{Code: editorial.CodeCannotWrite, Pointer: "/loosened/members/1"}}},
		"backwards":  {func(l *editorial.Loosening) { l.Until = noon }, []editorial.Problem{{Code: editorial.CodeEndsBeforeItBegins, Pointer: "/loosened/until"}}},
		"over":       {func(l *editorial.Loosening) { l.From, l.Until = noon.Add(-2*time.Hour), noon }, []editorial.Problem{{Code: editorial.CodeEndsBeforeItBegins, Pointer: "/loosened/until"}}},
		"for ever":   {func(l *editorial.Loosening) { l.Until = noon.AddDate(0, 0, 15) }, []editorial.Problem{{Code: editorial.CodeLooseTooLong, Pointer: "/loosened/until"}}},
	} {
		t.Run(name, func(t *testing.T) {
			l := good()
			tt.change(&l)
			require.Equal(t, tt.want, (&editorial.Margins{Looser: &l}).Check(aTeam(), "cal_1", noon, ""))
		})
	}
	old := good()
	old.Members = []editorial.MemberID{"mem_gone"}
	require.Empty(t, (&editorial.Margins{Looser: &old}).Check(aTeam(), "cal_1", noon.Add(time.Minute), ""), "what was set before stands")
}

// However margins lie, the tighter allows no more than each, and nobody who is
// not named gets more than the calendar gives.
func TestTighterIsTighter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := newRoom(t)
		some := func(label string) editorial.Margin {
			var fields []editorial.Field
			for _, field := range editorial.Fields() {
				if rapid.Bool().Draw(t, label+string(field)) {
					fields = append(fields, field)
				}
			}
			return editorial.Margin{Graphemes: rapid.IntRange(0, 100).Draw(t, label), Fields: fields, SameDay: rapid.Bool().Draw(t, label+" day"), Words: []string{label}}
		}
		calendar, tighter, looser := some("calendar"), some("tighter"), some("looser")
		r.calendar.Policy.Margin = calendar
		r.campaigns = map[editorial.CampaignID]*editorial.Margins{"camp_1": {
			Tighter: &tighter, Looser: &editorial.Loosening{Margin: looser, Members: []editorial.MemberID{"mem_named"}, From: noon, Until: noon.Add(time.Hour)},
		}}
		r.write(func(s *editorial.Sheet) { s.Campaign = "camp_1" })
		got, _ := r.post.MarginFor(r.as(editorial.Editor))
		for _, m := range []editorial.Margin{calendar, tighter} {
			require.LessOrEqual(t, got.Graphemes, m.Graphemes)
			require.Subset(t, m.Fields, got.Fields)
			require.Subset(t, got.Words, m.Words)
			require.True(t, m.SameDay || !got.SameDay)
		}
		desk := r.as(editorial.Editor)
		desk.By.Member = "mem_named"
		named, under := r.post.MarginFor(desk)
		require.True(t, under.Loosened)
		require.Equal(t, max(got.Graphemes, looser.Graphemes), named.Graphemes)
		require.Subset(t, named.Words, append(calendar.Words, tighter.Words...), "what is protected stays so")
	})
}

// In the last hour whoever takes an approval away is asked what happens
// without a new one, and the approvers are told until when.
func TestLastHourAsks(t *testing.T) {
	r := approved(t)
	r.team = aTeam()
	r.now = due.Add(-time.Hour - time.Second)
	r.saves(editorial.Editor, say("something else"))
	require.False(t, r.noticed(editorial.CodeSayUntil, ""))
	r.saves(editorial.Editor, textBack)
	r.now = due.Add(-time.Hour)
	r.saves(editorial.Editor, say("something else"))
	require.True(t, r.noticed(editorial.CodeSayUntil, ""))
	require.Equal(t, []string{"post.revised", "post.approval_lost"}, r.recorded())
	require.Equal(t, "for mem_ana mem_bo mem_mia mem_cleo; by 2026-11-24T08:00:00Z", r.lines.Audit[1].Detail)
	r.saves(editorial.Editor, say("yet something else"))
	require.True(t, r.noticed(editorial.CodeSayUntil, ""), "until they say")
	r.saves(editorial.Editor, func(s *editorial.Sheet) { s.Content.Text, s.Until = "once more", editorial.UntilRelease })
	require.False(t, r.noticed(editorial.CodeSayUntil, ""))
}
