package editorial_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func withChannel(channel editorial.ChannelID, change func(*editorial.Channel)) func(*room) {
	return func(r *room) {
		c := r.channels[channel]
		change(&c)
		r.channels[channel] = c
	}
}

// Every reason why a due post may not leave, one at a time.
func TestGate(t *testing.T) {
	const person, machine = true, false
	for name, row := range map[string]struct {
		bring func(*room)
		want  []editorial.Hold
	}{
		"nothing": {func(*room) {}, nil},

		"never approved": {
			func(r *room) { r.post.Approval = nil },
			[]editorial.Hold{{Code: editorial.CodeNotApproved, Person: person}},
		},
		"withdrawn": {
			func(r *room) { r.does(editorial.Editor, editorial.MoveWithdraw) },
			[]editorial.Hold{{Code: editorial.CodeNotApproved, Person: person}},
		},
		"a draft, whatever was signed": {
			func(r *room) { r.post.State = editorial.Draft },
			[]editorial.Hold{{Code: editorial.CodeNotApproved, Person: person}},
		},
		"changes are asked for": {
			func(r *room) { r.post.State = editorial.ChangesRequested },
			[]editorial.Hold{{Code: editorial.CodeNotApproved, Person: person}},
		},
		"another text": {
			func(r *room) { r.saves(editorial.Editor, retext) },
			[]editorial.Hold{{Code: editorial.CodeNotApproved, Person: person}},
		},
		"another text on another channel": {
			func(r *room) { r.saves(editorial.Editor, onRibbonOnly) }, nil,
		},
		"another text, while the approved one may leave": {
			func(r *room) { r.saves(editorial.Editor, release); r.saves(editorial.Editor, retext) }, nil,
		},
		"this channel was never approved": {
			func(r *room) { delete(r.post.Approval.Hashes, wall) },
			[]editorial.Hold{{Code: editorial.CodeNotApproved, Person: person}},
		},
		"another time": {
			func(r *room) { r.post.Planned = atTen },
			[]editorial.Hold{{Code: editorial.CodeTimeNotApproved, Person: person}},
		},
		"another account": {
			withChannel(wall, func(c *editorial.Channel) { c.RemoteID = "another" }),
			[]editorial.Hold{{Code: editorial.CodeAccountChanged, About: "chan_wall"}},
		},

		"held by hand": {
			func(r *room) { r.does(editorial.Editor, editorial.MoveHold) },
			[]editorial.Hold{{Code: editorial.CodeHeldByHand, Person: person}},
		},
		"held by hand until just now": {
			func(r *room) {
				r.does(editorial.Editor, editorial.MoveHold)
				r.late(0).does(editorial.Editor, editorial.MoveUnhold)
			},
			[]editorial.Hold{{Code: editorial.CodeTimePassedWhileStopped, Person: person}},
		},
		"archived": {
			func(r *room) { r.post.State = editorial.Archived },
			[]editorial.Hold{{Code: editorial.CodeNotApproved, Person: person}, {Code: editorial.CodeArchived, Person: person}},
		},

		"the channel was archived": {
			withChannel(wall, func(c *editorial.Channel) { c.Archived = noon }),
			[]editorial.Hold{{Code: editorial.CodeChannelGone, Person: machine, About: "chan_wall"}},
		},
		"the channel was disconnected": {
			withChannel(wall, func(c *editorial.Channel) { c.State = editorial.Disconnected }),
			[]editorial.Hold{{Code: editorial.CodeChannelGone, About: "chan_wall"}},
		},
		"its credentials were refused": {
			withChannel(wall, func(c *editorial.Channel) { c.State = editorial.MustConnect }),
			[]editorial.Hold{{Code: editorial.CodeMustConnect, About: "chan_wall"}},
		},
		"its credentials ran out this instant": {
			withChannel(wall, func(c *editorial.Channel) { c.ExpiresAt = due }),
			[]editorial.Hold{{Code: editorial.CodeMustConnect, About: "chan_wall"}},
		},
		"its credentials are about to run out": {
			withChannel(wall, func(c *editorial.Channel) { c.ExpiresAt = due.Add(1) }), nil,
		},
		"it takes less than it did": {
			withChannel(wall, func(c *editorial.Channel) { c.Limits.Text[0].Max, c.Limits.MediaRequired = 3, true }),
			[]editorial.Hold{{Code: editorial.CodeMediaRequired, About: "chan_wall"}, {Code: editorial.CodeTextTooLong, About: "chan_wall"}},
		},
		"trouble on another channel": {
			withChannel(ribbon, func(c *editorial.Channel) { c.State = editorial.Disconnected }), nil,
		},

		"all of it together": {
			func(r *room) {
				r.does(editorial.Editor, editorial.MoveHold)
				r.saves(editorial.Editor, retext)
				r.pause(editorial.Scope{All: true}, noon, time.Time{})
				withChannel(wall, func(c *editorial.Channel) { c.State = editorial.MustConnect })(r)
			},
			[]editorial.Hold{
				{Code: editorial.CodeNotApproved, Person: person},
				{Code: editorial.CodeHeldByHand, Person: person},
				{Code: editorial.CodePaused, Person: person, About: "pau_1"},
				{Code: editorial.CodeMustConnect, About: "chan_wall"},
			},
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := approved(t)
			row.bring(r)
			require.Equal(t, row.want, editorial.Gate(r.late(0).caseOf(wall)))
		})
	}
}

// A pause stops what it covers, and nothing else; the crisis statement leaves
// all the same.
func TestGateAndPauses(t *testing.T) {
	for name, row := range map[string]struct {
		scope editorial.Scope
		stops bool
	}{
		"everything":       {editorial.Scope{All: true}, true},
		"the calendar":     {editorial.Scope{Calendar: "cal_1"}, true},
		"another calendar": {editorial.Scope{Calendar: "cal_2"}, false},
		"the channel":      {editorial.Scope{Channel: wall}, true},
		"another channel":  {editorial.Scope{Channel: ribbon}, false},
		"the campaign":     {editorial.Scope{Campaign: "camp_1"}, true},
		"another campaign": {editorial.Scope{Campaign: "camp_2"}, false},
		"the pillar":       {editorial.Scope{Pillar: "pil_1"}, true},
		"another pillar":   {editorial.Scope{Pillar: "pil_2"}, false},
		"nothing":          {editorial.Scope{}, false},
	} {
		t.Run(name, func(t *testing.T) {
			r := approved(t, func(s *editorial.Sheet) { s.Campaign, s.Pillar = "camp_1", "pil_1" })
			r.late(0).pause(row.scope, noon, time.Time{})
			var want []editorial.Hold
			if row.stops {
				want = []editorial.Hold{{Code: editorial.CodePaused, Person: true, About: "pau_1"}}
			}
			require.Equal(t, want, editorial.Gate(r.caseOf(wall)))

			r.post.Crisis = true
			require.Empty(t, editorial.Gate(r.caseOf(wall)))
		})
	}
}

// What came due under a pause was stopped by a person, even when the pause is
// over before the releaser comes by.
func TestGateAndPausesThatCameAndWent(t *testing.T) {
	const now = 10 * time.Minute
	for name, row := range map[string]struct {
		from, until time.Duration // from the due instant
		want        []editorial.Code
	}{
		"over before it came due":      {-time.Hour, -1, nil},
		"lifted at that very instant":  {-time.Hour, 0, nil},
		"lifted just after":            {-time.Hour, 1, []editorial.Code{editorial.CodeTimePassedWhileStopped}},
		"began after, and is over":     {time.Minute, 2 * time.Minute, []editorial.Code{editorial.CodeTimePassedWhileStopped}},
		"ends this instant":            {time.Minute, now, []editorial.Code{editorial.CodeTimePassedWhileStopped}},
		"ends in an instant":           {time.Minute, now + 1, []editorial.Code{editorial.CodePaused}},
		"begins this instant":          {now, now + time.Hour, []editorial.Code{editorial.CodePaused}},
		"begins in an instant":         {now + 1, now + time.Hour, nil},
		"called off before it began":   {time.Minute, time.Minute - 1, nil},
		"called off as it would begin": {time.Minute, time.Minute, nil},
	} {
		t.Run(name, func(t *testing.T) {
			r := approved(t).late(now)
			r.pause(editorial.Scope{All: true}, due.Add(row.from), due.Add(row.until))
			require.ElementsMatch(t, row.want, holdCodes(editorial.Gate(r.caseOf(wall))))
		})
	}
}

// A pause that was over when the late approval said "leave" stops nothing.
func TestGateAndPausesBeforeALateApproval(t *testing.T) {
	for name, row := range map[string]struct {
		until time.Duration
		want  []editorial.Code
	}{
		"over before it":     {5 * time.Minute, nil},
		"lifted right after": {5*time.Minute + 1, []editorial.Code{editorial.CodeTimePassedWhileStopped}},
	} {
		r := written(t).late(5 * time.Minute)
		r.pause(editorial.Scope{All: true}, noon, due.Add(row.until))
		r.does(editorial.Manager, editorial.MoveApprove, editorial.LateLeave)
		r.late(6 * time.Minute)
		require.ElementsMatch(t, row.want, holdCodes(editorial.Gate(r.caseOf(wall))), name)
	}
}

// A thread that has begun is finished: its approval, its time and what was
// stopped before no longer matter; a pause or hold of now still does.
func TestGateOfABegunThread(t *testing.T) {
	for name, row := range map[string]struct {
		bring func(*room)
		want  []editorial.Code
	}{
		"withdrawn": {func(r *room) { r.does(editorial.Editor, editorial.MoveWithdraw) }, nil},
		"rewritten": {func(r *room) { r.saves(editorial.Editor, retext) }, nil},
		"moved":     {func(r *room) { r.saves(editorial.Editor, toTen) }, nil},
		"taken out": {func(r *room) {
			r.saves(editorial.Editor, func(s *editorial.Sheet) { onlyWall(s); s.Content.Variants = nil })
		}, nil},
		"paused":     {func(r *room) { r.pause(editorial.Scope{All: true}, due, time.Time{}) }, []editorial.Code{editorial.CodePaused}},
		"was paused": {func(r *room) { r.pause(editorial.Scope{All: true}, due, due.Add(1)) }, nil},
		"held":       {func(r *room) { r.does(editorial.Editor, editorial.MoveHold) }, []editorial.Code{editorial.CodeHeldByHand}},
		"was held": {func(r *room) {
			r.does(editorial.Editor, editorial.MoveHold)
			r.does(editorial.Editor, editorial.MoveUnhold)
		}, nil},
		"disconnected": {withChannel(ribbon, func(c *editorial.Channel) { c.State = editorial.Disconnected }), []editorial.Code{editorial.CodeChannelGone}},
		"new account":  {withChannel(ribbon, func(c *editorial.Channel) { c.RemoteID = "another" }), []editorial.Code{editorial.CodeAccountChanged}},
		"new limits":   {withChannel(ribbon, func(c *editorial.Channel) { c.Limits.Text[0].Max = 1 }), nil},
	} {
		t.Run(name, func(t *testing.T) {
			r := approved(t, threadOnRibbon).late(0)
			r.answers(ribbon, editorial.Done)
			r.late(time.Minute)
			row.bring(r)
			require.ElementsMatch(t, row.want, holdCodes(editorial.Gate(r.caseOf(ribbon))))
		})
	}
}
