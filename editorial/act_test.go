package editorial_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"parution.dev/editorial"
)

// edits lets what is out on a channel be changed.
func edits(channel editorial.ChannelID, what editorial.Edits) func(*room) {
	return withChannel(channel, func(c *editorial.Channel) { c.Limits.Edits = what })
}

// out is the post as it went out on the wall, where copy and alternative texts
// can still be changed.
func out(t require.TestingT, change ...func(*editorial.Sheet)) *room {
	r := newRoom(t)
	edits(wall, editorial.Edits{Copy: true, Alt: true})(r)
	edits(ribbon, editorial.Edits{Copy: true})(r)
	r.write(append([]func(*editorial.Sheet){onlyWall}, change...)...)
	r.does(editorial.Manager, editorial.MoveApprove)
	r.late(0).releases()
	return r
}

// releases lets everything leave that is due.
func (r *room) releases() {
	for _, channel := range r.post.Content.Channels {
		for r.open(channel) != editorial.StepNone {
			r.settle(channel, says(editorial.Done))
		}
	}
}

// rewrites changes the post and has it approved.
func (r *room) rewrites(change func(*editorial.Sheet)) {
	r.saves(editorial.Editor, change)
	r.does(editorial.Manager, editorial.MoveApprove)
}

// liveCase is what the rules look at to make a revision of what is out.
func (r *room) liveCase(channel editorial.ChannelID, revision int) editorial.Case {
	d := r.on(channel)
	c := editorial.Case{
		Post: r.post, Delivery: d, Calendar: r.calendar, Channels: editorial.Channels{channel: r.channels[channel]},
		Content: r.copies[revision], Revision: revision, Pauses: r.pauses, Now: r.now,
		Shown: map[int]editorial.Content{d.Revision: r.copies[d.Revision]},
	}
	for i := range d.Parts {
		c.Shown[d.ShownRevision(i)] = r.copies[d.ShownRevision(i)]
	}
	if _, touched := r.post.Touched(r.channels[channel], c.Content); touched {
		approved := r.copies[r.post.Approval.Revision]
		c.Approved = &approved
	}
	return c
}

// asks tries to have what is out changed to a revision.
func (r *room) asks(role editorial.Role, channel editorial.ChannelID, revision int, open *editorial.Act) (editorial.Act, error) {
	asked := editorial.DeliveryAsked{Move: editorial.MoveEditLive, Revision: revision, Note: "a typo"}
	act, lines, err := editorial.AskEdit(r.liveCase(channel, r.post.Revision), asked, r.as(role), open)
	r.lines = lines
	return act, err
}

func (r *room) edits(channel editorial.ChannelID) *editorial.Act {
	act, err := r.asks(editorial.Manager, channel, r.post.Revision, nil)
	require.NoError(r.t, err)
	return &act
}

// calls has the next call of an act claimed.
func (r *room) calls(a *editorial.Act) editorial.ActWork {
	c := r.liveCase(a.Channel, a.Revision)
	claimed, _ := a.Open(c, "daemon")
	require.True(r.t, claimed, "%s: %+v", a.State, a.Trouble)
	return a.Work(c)
}

// looks has an act looked at that makes no call.
func (r *room) looks(a *editorial.Act) (event string) {
	claimed, event := a.Open(r.liveCase(a.Channel, a.Revision), "daemon")
	require.False(r.t, claimed)
	return event
}

// hears brings back what the last call of an act came to.
func (r *room) hears(a *editorial.Act, o editorial.ActOutcome) editorial.ActSettled {
	o.Act, o.Attempt, o.Ended = a.ID, a.Attempt, r.now
	if o.Verdict != editorial.Done && o.Code == "" {
		o.Code, o.Message = string(o.Verdict), "so says the platform"
	}
	return a.Settle(o, r.on(a.Channel))
}

// An edit of what is out comes too late, and is told whether it can still be
// made there. Then it waits for an approval like any other.
func TestEditOffersToChangeWhatIsOut(t *testing.T) {
	t.Run("where the platform can", func(t *testing.T) {
		r := out(t)
		r.saves(editorial.Editor, retext)
		require.True(t, r.noticed(editorial.CodeTooLate, wall))
		require.True(t, r.noticed(editorial.CodeCanEditLive, wall))
		require.True(t, r.noticed(editorial.CodeBackToReview, ""))
		require.Equal(t, editorial.InReview, r.post.State)
		require.EqualValues(t, "published", r.post.Status)
		require.True(t, r.post.Differs(r.channels[wall]))

		r.saves(editorial.Editor, textBack)
		require.True(t, r.noticed(editorial.CodeTooLate, wall))
		require.False(t, r.noticed(editorial.CodeCanEditLive, wall), "that is out already")
		require.True(t, r.noticed(editorial.CodeApprovalRestored, ""))
		require.False(t, r.post.Differs(r.channels[wall]))
	})
	t.Run("back to what is out needs no approval", func(t *testing.T) {
		r := out(t)
		r.rewrites(retext)
		r.saves(editorial.Editor, textBack)
		require.Equal(t, editorial.Approved, r.post.State, "nothing is to leave")
		require.False(t, r.noticed(editorial.CodeBackToReview, ""))
	})
	t.Run("where it cannot", func(t *testing.T) {
		r := out(t)
		edits(wall, editorial.Edits{})(r)
		r.saves(editorial.Editor, retext)
		require.True(t, r.noticed(editorial.CodeTooLate, wall))
		require.False(t, r.noticed(editorial.CodeCanEditLive, wall))
		require.Equal(t, editorial.Approved, r.post.State, "nothing can follow from it")
	})
	t.Run("not with another number of parts", func(t *testing.T) {
		r := out(t, onlyRibbon)
		r.saves(editorial.Editor, onRibbonOnly)
		require.True(t, r.noticed(editorial.CodeTooLate, ribbon))
		require.False(t, r.noticed(editorial.CodeCanEditLive, ribbon))
		require.Equal(t, editorial.Approved, r.post.State)
	})
	t.Run("not while it is leaving", func(t *testing.T) {
		r := approved(t, onlyWall)
		edits(wall, editorial.Edits{Copy: true})(r)
		r.late(0).claim(wall, editorial.StepSend)
		r.saves(editorial.Editor, retext)
		require.True(t, r.noticed(editorial.CodeTooLate, wall))
		require.False(t, r.noticed(editorial.CodeCanEditLive, wall))
	})
	t.Run("only on the channel that it is about", func(t *testing.T) {
		r := out(t, onBoth)
		r.saves(editorial.Editor, func(s *editorial.Sheet) {
			s.Content.Variants = map[editorial.ChannelID]editorial.Variant{ribbon: {Text: new("We open at noon")}}
		})
		require.True(t, r.noticed(editorial.CodeCanEditLive, ribbon))
		require.False(t, r.noticed(editorial.CodeCanEditLive, wall))
	})
	t.Run("what has not left waits for the same approval", func(t *testing.T) {
		r := newRoom(t)
		edits(wall, editorial.Edits{Copy: true})(r)
		r.write(ownTime(ribbon, atTen))
		r.does(editorial.Manager, editorial.MoveApprove)
		r.late(0).answers(wall, editorial.Done)
		r.saves(editorial.Editor, retext)
		require.Equal(t, editorial.Planned, r.on(ribbon).State)
		r.does(editorial.Manager, editorial.MoveApprove)
		require.Equal(t, editorial.Scheduled, r.on(ribbon).State)
		require.True(t, r.post.Differs(r.channels[wall]), "an approval changes nothing that is out")
	})
}

// A touch-up of what is out owes its approval to the margin, which the gate
// measures again; once it is out it stays on record.
func TestTouchUpOfWhatIsOut(t *testing.T) {
	text := func(text string) func(*editorial.Sheet) {
		return func(s *editorial.Sheet) { s.Content.Text = text }
	}
	r := out(t)
	r.calendar.Policy.Margin = editorial.DefaultMargin()
	r.saves(editorial.Editor, text("We open today!"))
	require.Equal(t, editorial.Approved, r.post.State)
	require.True(t, r.noticed(editorial.CodeTouchUp, wall))
	require.True(t, r.noticed(editorial.CodeCanEditLive, wall))
	act := r.edits(wall)
	r.calls(act)
	r.hears(act, editorial.ActOutcome{Verdict: editorial.Done})
	released := r.post.Approval.TouchUps[wall]
	require.Len(t, released, 1)
	require.Equal(t, act.Hash, released[0].Hash)

	r.saves(editorial.Editor, text("We open today !"))
	require.Equal(t, append(released, r.post.Approval.TouchUps[wall][1:]...), r.post.Approval.TouchUps[wall])
	require.Len(t, r.post.Approval.TouchUps[wall], 2)
	next := r.edits(wall)
	r.post.Approval.TouchUps[wall][1].Margin.Graphemes = 1 // behind the rules' back
	require.Equal(t, "delivery.edit_failed", r.looks(next))
	require.EqualValues(t, editorial.CodeBeyondMargin, next.Trouble.Code)

	r.saves(editorial.Editor, text("We open today, all of us, and for good"))
	require.Equal(t, editorial.InReview, r.post.State)
	require.True(t, r.noticed(editorial.CodeTooManyCharacters, wall))
}

func TestAskEditIsOnRecord(t *testing.T) {
	r := out(t)
	r.rewrites(retext)
	version := r.post.Version
	r.now = r.now.Add(time.Minute)
	act := r.edits(wall)
	require.Equal(t, version+1, r.post.Version)
	require.Len(t, r.lines.Audit, 1)
	line := r.lines.Audit[0]
	require.Equal(t, "delivery.edit_live", line.Action)
	require.Equal(t, string(r.on(wall).ID), line.Subject)
	require.Equal(t, 2, line.Revision)
	require.Equal(t, "a typo", line.Note)
	require.Equal(t, editorial.ActWaiting, act.State)
	require.Equal(t, r.now, act.Next)
	require.Equal(t, 2, act.Revision)
	require.Equal(t, r.post.Content.HashFor(r.channels[wall]), act.Hash)
	require.Equal(t, editorial.MemberID("mem_manager"), act.By.Member)
	require.Nil(t, act.By.May)
}

func TestWhatIsNotAsked(t *testing.T) {
	thread := func(s *editorial.Sheet) { onlyRibbon(s); onRibbonOnly(s) }
	for name, row := range map[string]struct {
		begin  func(*editorial.Sheet)
		bring  func(*room)
		role   editorial.Role
		code   editorial.Code
		adjust func(revision *int)
	}{
		"by an editor":                 {role: editorial.Editor, code: editorial.CodeNotPermitted},
		"by a reviewer":                {role: editorial.Reviewer, code: editorial.CodeNotPermitted},
		"of no revision":               {adjust: func(n *int) { *n = 0 }, code: editorial.CodeRevisionNeeded},
		"of another revision":          {adjust: func(n *int) { *n = 1 }, code: editorial.CodeRevisionStale},
		"of what nobody approved":      {bring: func(r *room) { r.saves(editorial.Editor, retext) }, code: editorial.CodeNotApproved},
		"of what was taken back":       {bring: func(r *room) { r.rewrites(retext); r.does(editorial.Editor, editorial.MoveWithdraw) }, code: editorial.CodeNotApproved},
		"of what is out":               {code: editorial.CodeAlreadyLive},
		"of an archived post":          {bring: func(r *room) { r.rewrites(retext); r.does(editorial.Editor, editorial.MoveArchive) }, code: editorial.CodeArchived},
		"of a post on hold":            {bring: func(r *room) { r.rewrites(retext); r.does(editorial.Editor, editorial.MoveHold) }, code: editorial.CodeHeldByHand},
		"in a pause":                   {bring: func(r *room) { r.rewrites(retext); r.pause(editorial.Scope{All: true}, noon, time.Time{}) }, code: editorial.CodePaused},
		"on a platform that cannot":    {bring: func(r *room) { r.rewrites(retext); edits(wall, editorial.Edits{})(r) }, code: editorial.CodeCannotEditLive},
		"of more than the limits":      {bring: func(r *room) { r.rewrites(retext); shorter(r) }, code: editorial.CodeTextTooLong},
		"without credentials":          {bring: func(r *room) { r.rewrites(retext); connects(editorial.MustConnect)(r) }, code: editorial.CodeMustConnect},
		"on a channel that is gone":    {bring: func(r *room) { r.rewrites(retext); connects(editorial.Disconnected)(r) }, code: editorial.CodeChannelGone},
		"on a channel taken out":       {bring: func(r *room) { r.rewrites(func(s *editorial.Sheet) { retext(s); onlyRibbon(s) }) }, code: editorial.CodeUnknownChannel},
		"on another account":           {bring: func(r *room) { reconnected(r); r.rewrites(retext) }, code: editorial.CodeAccountChanged},
		"of what a person confirmed":   {bring: func(r *room) { r.rewrites(retext); r.on(wall).Parts[0].Receipt.RemoteID = "" }, code: editorial.CodeConfirmedByHand},
		"with another picture":         {begin: pictured("a"), bring: func(r *room) { r.rewrites(pictured("b")) }, code: editorial.CodeMediaFixed},
		"without the picture":          {begin: pictured("a"), bring: func(r *room) { r.rewrites(pictured()) }, code: editorial.CodeMediaFixed},
		"with the pictures turned":     {begin: pictured("a", "b"), bring: func(r *room) { r.rewrites(pictured("b", "a")) }, code: editorial.CodeMediaFixed},
		"with another description":     {begin: pictured("a"), bring: func(r *room) { edits(wall, editorial.Edits{Copy: true})(r); r.rewrites(described) }, code: editorial.CodeAltFixed},
		"with more parts":              {begin: thread, bring: func(r *room) { r.saves(editorial.Editor, threadOf("one", "two", "three")) }, code: editorial.CodePartsFixed},
		"with a comment for a part":    {begin: thread, bring: func(r *room) { r.rewrites(commented) }, code: editorial.CodePartsFixed},
		"with an option that is fixed": {begin: thread, bring: func(r *room) { fix(r); r.rewrites(quietly) }, code: editorial.CodeOptionFixed},
	} {
		t.Run(name, func(t *testing.T) {
			begin := row.begin
			if begin == nil {
				begin = func(*editorial.Sheet) {}
			}
			r := out(t, begin)
			if row.bring == nil && row.code != editorial.CodeAlreadyLive {
				row.bring = func(r *room) { r.rewrites(retext) }
			}
			if row.bring != nil {
				row.bring(r)
			}
			role, revision := row.role, r.post.Revision
			if role == "" {
				role = editorial.Manager
			}
			if row.adjust != nil {
				row.adjust(&revision)
			}
			before := clonePost(r.post)
			channel := r.post.Deliveries[0].Channel
			_, err := r.asks(role, channel, revision, nil)
			require.Equal(t, row.code, code(err))
			require.Empty(t, cmp.Diff(before, r.post), "a refusal changes nothing")
		})
	}
}

func shorter(r *room) {
	withChannel(wall, func(c *editorial.Channel) { c.Limits.Text[0].Max = 3 })(r)
}

func connects(state editorial.ChannelState) func(*room) {
	return withChannel(wall, func(c *editorial.Channel) { c.State = state })
}

func reconnected(r *room) {
	withChannel(wall, func(c *editorial.Channel) { c.RemoteID = "somebody else" })(r)
}

func rests(until time.Time) func(*room) {
	return withChannel(wall, func(c *editorial.Channel) {
		c.Rest = editorial.Rest{Reason: editorial.StrainLimited, Until: until}
	})
}

func fix(r *room) {
	withChannel(ribbon, func(c *editorial.Channel) { c.Limits.Options[0].Fixed = true })(r)
}

func pictured(hashes ...string) func(*editorial.Sheet) {
	return func(s *editorial.Sheet) {
		s.Content.Media = nil
		for _, hash := range hashes {
			s.Content.Media = append(s.Content.Media, picture(hash))
		}
	}
}

func described(s *editorial.Sheet) { s.Content.Media[0].Alt = "A blue door" }

func threadOf(parts ...string) func(*editorial.Sheet) {
	return func(s *editorial.Sheet) {
		s.Content.Variants = map[editorial.ChannelID]editorial.Variant{ribbon: {Parts: parts}}
	}
}

func commented(s *editorial.Sheet) {
	s.Content.Variants = map[editorial.ChannelID]editorial.Variant{ribbon: {Text: new("one"), FirstComment: "two"}}
}

func quietly(s *editorial.Sheet) {
	v := s.Content.Variants[ribbon]
	v.Options = editorial.Options{"quiet": true}
	s.Content.Variants[ribbon] = v
}

// What a platform can change beside the copy is data.
func TestWhatCanBeChanged(t *testing.T) {
	all := editorial.Edits{Copy: true, Media: true}
	for name, change := range map[string]func(*editorial.Sheet){
		"other pictures": pictured("b", "a"), "no picture": pictured(), "a description": described,
		"a crop": func(s *editorial.Sheet) { s.Content.Media[0].Crop = "0,0,500,500" },
	} {
		r := out(t, pictured("a"))
		edits(wall, all)(r)
		r.rewrites(change)
		work := r.calls(r.edits(wall))
		require.Equal(t, r.post.Content.Media, work.Part.Media, name)
	}
	r := out(t, pictured("a"))
	r.rewrites(described)
	require.Equal(t, "A blue door", r.calls(r.edits(wall)).Part.Media[0].Alt)
}

func TestEditLive(t *testing.T) {
	r := out(t)
	receipt := r.on(wall).Parts[0].Receipt
	r.rewrites(retext)
	act := r.edits(wall)
	require.Empty(t, r.on(wall).Edited())

	work := r.calls(act)
	require.Equal(t, "We open tomorrow", work.Part.Text)
	require.Equal(t, receipt, work.Receipt)
	require.Equal(t, r.channels[wall].RemoteID, work.Account.RemoteID)
	require.Equal(t, editorial.ActSending, act.State)
	require.Equal(t, r.now.Add(editorial.LeaseTime+editorial.CallTimeout), act.Next)
	require.True(t, r.post.Differs(r.channels[wall]))

	r.now = r.now.Add(time.Second)
	s := r.hears(act, editorial.ActOutcome{Verdict: editorial.Done, Receipt: editorial.Receipt{RemoteID: "1", URL: "https://wall.example/new"}})
	require.True(t, s.Accepted)
	require.Equal(t, "delivery.edited", s.Event)
	require.Equal(t, editorial.ActDone, act.State)
	require.Zero(t, act.Next)
	require.Equal(t, r.now, act.Ended)
	d := r.on(wall)
	revision, hash := d.Live()
	require.Equal(t, 2, revision)
	require.Equal(t, act.Hash, hash)
	require.Equal(t, 1, d.Revision, "what it was published with stays on record")
	require.Equal(t, "https://wall.example/new", d.Parts[0].Receipt.URL)
	require.Equal(t, r.now, d.Edited())
	require.Equal(t, editorial.Published, d.State)
	require.False(t, r.post.Differs(r.channels[wall]))
	_, err := r.asks(editorial.Manager, wall, 2, nil)
	require.Equal(t, editorial.CodeAlreadyLive, code(err))

	r.rewrites(textBack)
	require.Equal(t, 3, r.post.Revision)
	require.Equal(t, "We open today", r.calls(r.edits(wall)).Part.Text)
}

// What each verdict comes to: the call is made again unless it was refused.
func TestActVerdicts(t *testing.T) {
	for name, row := range map[string]struct {
		outcome editorial.ActOutcome
		late    time.Duration // when it is heard, after it was asked
		state   editorial.ActState
		next    time.Duration
		event   string
	}{
		"done":                       {editorial.ActOutcome{Verdict: editorial.Done}, 0, editorial.ActDone, 0, "delivery.edited"},
		"later":                      {editorial.ActOutcome{Verdict: editorial.Later}, 0, editorial.ActWaiting, 2 * time.Second, ""},
		"later, in a minute":         {editorial.ActOutcome{Verdict: editorial.Later, Wait: time.Minute}, 0, editorial.ActWaiting, time.Minute, ""},
		"later, in two hours":        {editorial.ActOutcome{Verdict: editorial.Later, Wait: 2 * time.Hour}, 0, editorial.ActFailed, 0, "delivery.edit_failed"},
		"unknown":                    {editorial.ActOutcome{Verdict: editorial.Unknown}, 0, editorial.ActWaiting, 2 * time.Second, ""},
		"never":                      {editorial.ActOutcome{Verdict: editorial.Never}, 0, editorial.ActFailed, 0, "delivery.edit_failed"},
		"reconnect":                  {editorial.ActOutcome{Verdict: editorial.Reconnect}, 0, editorial.ActWaiting, 2 * time.Second, ""},
		"nothing":                    {editorial.ActOutcome{}, 0, editorial.ActWaiting, 2 * time.Second, ""},
		"later, at the end of it":    {editorial.ActOutcome{Verdict: editorial.Later}, editorial.ActTime, editorial.ActFailed, 0, "delivery.edit_failed"},
		"done, after the end of it":  {editorial.ActOutcome{Verdict: editorial.Done}, editorial.ActTime + time.Minute, editorial.ActDone, 0, "delivery.edited"},
		"never, after the end of it": {editorial.ActOutcome{Verdict: editorial.Never}, editorial.ActTime + time.Minute, editorial.ActFailed, 0, "delivery.edit_failed"},
	} {
		t.Run(name, func(t *testing.T) {
			r := out(t)
			r.rewrites(retext)
			act := r.edits(wall)
			act.ID = "act_1"
			r.calls(act)
			r.now = r.now.Add(row.late)
			s := r.hears(act, row.outcome)
			require.True(t, s.Accepted)
			require.Equal(t, row.event, s.Event)
			require.Equal(t, row.outcome.Verdict == editorial.Reconnect, s.Reconnect)
			require.Equal(t, row.state, act.State)
			require.Empty(t, act.Holder)
			require.Zero(t, act.Lease)
			if row.next == 0 {
				require.Zero(t, act.Next)
			} else {
				require.InDelta(t, row.next, act.Next.Sub(r.now), float64(time.Second))
			}
			if row.state == editorial.ActFailed {
				require.Equal(t, r.now, act.Ended)
				require.Equal(t, string(editorial.CodeEditFailed), r.on(wall).Trouble.Code)
				require.Equal(t, "so says the platform", r.on(wall).Trouble.Message)
			}
			if row.state != editorial.ActDone {
				require.NotEmpty(t, act.TroubleIn(editorial.French))
				require.True(t, r.post.Differs(r.channels[wall]), "it may show either")
			}
			require.Equal(t, editorial.Published, r.on(wall).State)
		})
	}
}

// A later success takes back the word of an earlier failure.
func TestAnEditAfterAFailedOne(t *testing.T) {
	r := out(t)
	r.rewrites(retext)
	act := r.edits(wall)
	r.calls(act)
	r.hears(act, editorial.ActOutcome{Verdict: editorial.Never})
	again := r.edits(wall)
	r.calls(again)
	r.hears(again, editorial.ActOutcome{Verdict: editorial.Done})
	require.Zero(t, r.on(wall).Trouble)
}

// What a person stops ends an edit that was asked for; what the machine can
// wait for, it waits for, an hour at most.
func TestStoppedBetweenAskingAndCalling(t *testing.T) {
	for name, row := range map[string]struct {
		stop func(*room)
		code editorial.Code
	}{
		"a pause":             {func(r *room) { r.pause(editorial.Scope{Channel: wall}, noon, time.Time{}) }, editorial.CodePaused},
		"a hold":              {func(r *room) { r.does(editorial.Editor, editorial.MoveHold) }, editorial.CodeHeldByHand},
		"the approval goes":   {func(r *room) { r.does(editorial.Editor, editorial.MoveWithdraw) }, editorial.CodeNotApproved},
		"changes are asked":   {func(r *room) { r.does(editorial.Manager, editorial.MoveRequestChanges) }, editorial.CodeNotApproved},
		"it is archived":      {func(r *room) { r.does(editorial.Editor, editorial.MoveArchive) }, editorial.CodeNotApproved},
		"another account":     {reconnected, editorial.CodeAccountChanged},
		"smaller limits":      {shorter, editorial.CodeTextTooLong},
		"it cannot edit more": {edits(wall, editorial.Edits{}), editorial.CodeCannotEditLive},
		"an hour goes by":     {func(r *room) { r.now = r.now.Add(editorial.ActTime + 1) }, editorial.CodeEditGivenUp},
	} {
		t.Run(name, func(t *testing.T) {
			r := out(t)
			r.rewrites(retext)
			act := r.edits(wall)
			row.stop(r)
			require.Equal(t, "delivery.edit_failed", r.looks(act))
			require.Equal(t, editorial.ActFailed, act.State)
			require.EqualValues(t, row.code, act.Trouble.Code)
			require.Empty(t, r.looks(act), "it has ended")
			require.Zero(t, r.on(wall).Parts[0].Asked)
		})
	}
	t.Run("the credentials", func(t *testing.T) {
		r := out(t)
		r.rewrites(retext)
		act := r.edits(wall)
		connects(editorial.MustConnect)(r)
		require.Empty(t, r.looks(act))
		require.Equal(t, editorial.ActWaiting, act.State)
		require.EqualValues(t, editorial.CodeMustConnect, act.Trouble.Code)
		connects(editorial.Connected)(r)
		require.Empty(t, r.looks(act), "not before its time")
		r.now = act.Next
		r.calls(act)
	})
	t.Run("an account that rests", func(t *testing.T) {
		r := out(t)
		r.rewrites(retext)
		until := r.now.Add(10 * time.Minute)
		rests(until)(r)
		act := r.edits(wall)
		require.Empty(t, r.looks(act))
		require.EqualValues(t, editorial.CodeAccountLimited, act.Trouble.Code)
		require.Equal(t, until, act.Next)
		r.now = until
		r.calls(act)
	})
	t.Run("an account that rests for longer", func(t *testing.T) {
		r := out(t)
		r.rewrites(retext)
		act := r.edits(wall)
		rests(r.now.Add(2 * editorial.ActTime))(r)
		require.Equal(t, "delivery.edit_failed", r.looks(act))
		require.EqualValues(t, editorial.CodeAccountLimited, act.Trouble.Code)
	})
	t.Run("a newer revision does not stop the approved one", func(t *testing.T) {
		r := out(t)
		r.rewrites(retext)
		act := r.edits(wall)
		r.saves(editorial.Editor, func(s *editorial.Sheet) { s.Content.Text = "We open some day" })
		require.Equal(t, "We open tomorrow", r.calls(act).Part.Text)
	})
}

// The daemon died with the call: nobody knows whether it was heard, and it is
// made again. Its late answer changes nothing.
func TestActOfADeadDaemon(t *testing.T) {
	r := out(t)
	r.rewrites(retext)
	act := r.edits(wall)
	r.calls(act)
	lost := editorial.ActOutcome{Act: act.ID, Attempt: act.Attempt, Verdict: editorial.Never}
	require.Empty(t, r.looks(act), "it may still be at work")
	r.now = act.Next
	r.calls(act)
	require.Equal(t, 2, act.Attempt)
	require.False(t, act.Settle(lost, r.on(wall)).Accepted)
	require.Equal(t, editorial.ActSending, act.State)
	require.Equal(t, "delivery.edited", r.hears(act, editorial.ActOutcome{Verdict: editorial.Done}).Event)
}

func TestANewerEditReplacesOneThatWaits(t *testing.T) {
	r := out(t)
	r.rewrites(retext)
	first := r.edits(wall)
	r.rewrites(func(s *editorial.Sheet) { s.Content.Text = "We open soon" })
	second, err := r.asks(editorial.Manager, wall, 3, first)
	require.NoError(t, err)
	require.Equal(t, editorial.ActReplaced, first.State)
	require.Equal(t, r.now, first.Ended)
	require.Empty(t, r.looks(first))
	r.calls(&second)
	_, err = r.asks(editorial.Manager, wall, 3, &second)
	require.Equal(t, editorial.CodeEditUnderWay, code(err))
	require.Equal(t, editorial.ActSending, second.State)
}

// Of a thread only the parts are set that differ, in order, one call each.
func TestEditOfAThread(t *testing.T) {
	begun := func(s *editorial.Sheet) { onlyRibbon(s); threadOf("one", "two", "three")(s) }
	r := out(t, begun)
	r.rewrites(threadOf("one", "deux", "trois"))
	act := r.edits(ribbon)
	require.Equal(t, "deux", r.calls(act).Part.Text)
	require.Equal(t, 1, act.Part)
	require.Empty(t, r.hears(act, editorial.ActOutcome{Verdict: editorial.Done}).Event)
	require.Equal(t, r.now, act.Next)
	require.Equal(t, 2, r.on(ribbon).ShownRevision(1))
	require.Equal(t, 1, r.on(ribbon).ShownRevision(2))
	revision, _ := r.on(ribbon).Live()
	require.Equal(t, 1, revision, "not all of it is out")
	require.Equal(t, "trois", r.calls(act).Part.Text)
	require.Equal(t, "delivery.edited", r.hears(act, editorial.ActOutcome{Verdict: editorial.Done}).Event)
	revision, _ = r.on(ribbon).Live()
	require.Equal(t, 2, revision)

	// It stops half-way. What the part shows that was asked is not known, so
	// it is set again, though the words are those that it showed before.
	r.rewrites(threadOf("un", "two", "trois"))
	act = r.edits(ribbon)
	r.calls(act)
	r.hears(act, editorial.ActOutcome{Verdict: editorial.Done})
	require.Equal(t, "two", r.calls(act).Part.Text)
	r.hears(act, editorial.ActOutcome{Verdict: editorial.Unknown})
	r.now = r.now.Add(2 * editorial.ActTime)
	require.Equal(t, "delivery.edit_failed", r.looks(act))
	require.True(t, r.post.Differs(r.channels[ribbon]))
	r.rewrites(threadOf("un", "deux", "trois"))
	act = r.edits(ribbon)
	require.Equal(t, "deux", r.calls(act).Part.Text)
	require.Equal(t, "delivery.edited", r.hears(act, editorial.ActOutcome{Verdict: editorial.Done}).Event)
	require.False(t, r.post.Differs(r.channels[ribbon]))
}

// Whatever people do, a platform is only ever asked to show what is approved,
// nothing while it is stopped, and in the end the ledger knows what is shown.
func TestEditPromises(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := out(t, func(s *editorial.Sheet) { onlyRibbon(s); threadOf("one", "two")(s) })
		shown := []string{"one", "two"} // the platform's books
		signed := map[editorial.Hash]bool{}
		var act *editorial.Act
		sign := func() {
			if r.post.State == editorial.Approved {
				signed[r.post.Content.HashFor(r.channels[ribbon])] = true
			}
		}
		carry := func(a *editorial.Act) {
			c := r.liveCase(ribbon, a.Revision)
			claimed, _ := a.Open(c, "daemon")
			if !claimed {
				return
			}
			require.True(t, signed[a.Hash], "asked for what nobody approved")
			require.Nil(t, r.post.Hold)
			require.NotEqual(t, editorial.Archived, r.post.State)
			for _, p := range r.pauses {
				require.False(t, p.Active(r.now), "called in a pause")
			}
			verdict := rapid.SampledFrom([]editorial.Verdict{
				editorial.Done, editorial.Done, editorial.Later, editorial.Never, editorial.Unknown, editorial.Reconnect,
			}).Draw(t, "verdict")
			if verdict == editorial.Done || verdict == editorial.Unknown && rapid.Bool().Draw(t, "heard") {
				shown[a.Part] = a.Work(c).Part.Text
			}
			if rapid.IntRange(0, 5).Draw(t, "dies") > 0 {
				r.hears(a, editorial.ActOutcome{Verdict: verdict})
			}
		}
		t.Repeat(map[string]func(*rapid.T){
			"edit": func(t *rapid.T) {
				words := []string{"one", "two", "un", "deux"}
				r.saves(editorial.Editor, threadOf(rapid.SampledFrom(words).Draw(t, "first"), rapid.SampledFrom(words).Draw(t, "second")))
			},
			"move": func(t *rapid.T) {
				moves := []editorial.Move{editorial.MoveApprove, editorial.MoveApprove, editorial.MoveApprove, editorial.MoveWithdraw, editorial.MoveRequestChanges, editorial.MoveHold, editorial.MoveUnhold}
				_ = r.move(editorial.Manager, rapid.SampledFrom(moves).Draw(t, "move"))
				sign()
			},
			"pause": func(*rapid.T) {
				r.pause(editorial.Scope{All: true}, r.now, r.now.Add(time.Minute))
			},
			"ask": func(*rapid.T) {
				if act != nil && act.State != editorial.ActWaiting && act.State != editorial.ActSending {
					act = nil
				}
				if asked, err := r.asks(editorial.Manager, ribbon, r.post.Revision, act); err == nil {
					act = &asked
				}
			},
			"carry": func(*rapid.T) {
				if act != nil {
					carry(act)
				}
			},
			"time": func(t *rapid.T) {
				r.now = r.now.Add(rapid.SampledFrom([]time.Duration{time.Second, 10 * time.Second, 2 * time.Minute, time.Hour}).Draw(t, "time"))
			},
			"": func(*rapid.T) {
				d := r.on(ribbon)
				require.Equal(t, editorial.Published, d.State)
				for i, part := range d.Parts {
					if part.Asked == part.Shows {
						require.Equal(t, shown[i], r.copies[d.ShownRevision(i)].Parts(ribbon)[i].Text, "the ledger is wrong about part %d", i)
					}
				}
			},
		})
		if act != nil {
			r.now = r.now.Add(2 * editorial.ActTime)
			act.Open(r.liveCase(ribbon, act.Revision), "daemon")
			require.NotEqual(t, editorial.ActWaiting, act.State, "an act comes to its end")
		}
	})
}
