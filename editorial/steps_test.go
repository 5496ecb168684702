package editorial_test

import (
	"slices"
	"testing"
	"time"

	diff "github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"parution.dev/editorial"
)

// The team of these tests: Ana and Bo proofread, both of them; a manager looks
// at it; Cleo is the client.
var (
	proofreading = editorial.ApprovalStep{Name: "Proofreading", Members: []editorial.MemberID{"mem_ana", "mem_bo"}, Need: editorial.NeedAll}
	management   = editorial.ApprovalStep{Name: "Management", Roles: []editorial.Role{editorial.Manager}, Need: editorial.NeedAny}
	client       = editorial.ApprovalStep{Name: "Client", Members: []editorial.MemberID{"mem_cleo"}, Need: editorial.NeedAny, Client: true}
)

func aTeam() []editorial.Member {
	var team []editorial.Member
	for _, one := range []struct {
		name  string
		roles []editorial.Role
	}{
		{"ana", []editorial.Role{editorial.Editor, editorial.Reviewer}},
		{"bo", []editorial.Role{editorial.Editor, editorial.Reviewer}},
		{"mia", []editorial.Role{editorial.Manager}},
		{"cleo", []editorial.Role{editorial.Reviewer}},
		{"ed", []editorial.Role{editorial.Editor}},
	} {
		team = append(team, editorial.Member{
			ID: editorial.MemberID("mem_" + one.name), Name: one.name, Roles: map[editorial.CalendarID][]editorial.Role{"cal_1": one.roles},
		})
	}
	return team
}

// inSteps is a post by Ed that waits for the steps.
func inSteps(t require.TestingT, steps ...editorial.ApprovalStep) *room {
	r := newRoom(t)
	r.team = aTeam()
	r.calendar.Policy.Approval, r.calendar.Policy.Steps = editorial.ApproveSteps, steps
	r.write()
	r.post.Author, r.post.Owner = "mem_ed", "mem_ed"
	require.NoError(t, r.bids("ed", editorial.Asked{Move: editorial.MoveSubmit}))
	return r
}

// desk is a member of the team at work.
func (r *room) desk(name string) editorial.Desk {
	desk := r.as(editorial.Viewer)
	desk.By = editorial.Actor{Member: editorial.MemberID("mem_" + name), Name: name}
	for _, m := range r.team {
		if m.ID == desk.By.Member {
			desk.By.May = m.May("cal_1")
		}
	}
	return desk
}

func (r *room) bids(name string, asked editorial.Asked) (err error) {
	r.lines, err = r.post.Apply(asked, r.desk(name))
	return err
}

func (r *room) approves(name string) error {
	return r.bids(name, editorial.Asked{Move: editorial.MoveApprove, Revision: r.post.Revision})
}

func (r *room) retells(name, text string) {
	next := r.post.Clone()
	next.Content.Text = text
	var err error
	r.lines, err = r.post.Edit(next, r.desk(name))
	require.NoError(r.t, err)
}

// waits is the step that waits, and for whom.
func (r *room) waits() (string, []editorial.MemberID) {
	w, _ := r.post.WaitsFor(r.desk("ed"))
	return w.Step.Name, w.Members
}

// Step by step, in their order, each by its people.
func TestSteps(t *testing.T) {
	r := inSteps(t, proofreading, management, client)
	for i, row := range []struct {
		who     string
		refused editorial.Code
		step    string // that waits then
		members []editorial.MemberID
	}{
		{"mia", editorial.CodeNotYourStep, "Proofreading", []editorial.MemberID{"mem_ana", "mem_bo"}},
		{"ed", editorial.CodeNotPermitted, "Proofreading", []editorial.MemberID{"mem_ana", "mem_bo"}},
		{"stranger", editorial.CodeNotPermitted, "Proofreading", []editorial.MemberID{"mem_ana", "mem_bo"}},
		{"bo", "", "Proofreading", []editorial.MemberID{"mem_ana"}},
		{"bo", editorial.CodeSignedAlready, "Proofreading", []editorial.MemberID{"mem_ana"}},
		{"ana", "", "Management", []editorial.MemberID{"mem_mia"}},
		{"ana", editorial.CodeNotYourStep, "Management", []editorial.MemberID{"mem_mia"}},
		{"cleo", editorial.CodeNotYourStep, "Management", []editorial.MemberID{"mem_mia"}},
		{"mia", "", "Client", []editorial.MemberID{"mem_cleo"}},
		{"mia", editorial.CodeNotYourStep, "Client", []editorial.MemberID{"mem_cleo"}},
	} {
		r.now = r.now.Add(time.Minute)
		require.Equal(t, row.refused, code(r.approves(row.who)), "row %d", i)
		step, members := r.waits()
		require.Equal(t, row.step, step, "row %d", i)
		require.Equal(t, row.members, members, "row %d", i)
		require.Equal(t, editorial.InReview, r.post.State)
		require.Nil(t, r.post.Approval)
		_, leaves := r.post.Leaving(wall, r.calendar, r.channels)
		require.False(t, leaves)
	}
	require.NoError(t, r.approves("cleo"))
	require.Equal(t, editorial.Approved, r.post.State)
	require.Equal(t, []string{"post.approved"}, r.recorded())
	var names []string
	for _, s := range r.post.Approval.Steps {
		names = append(names, s.Step+" "+s.By.Name)
	}
	require.Equal(t, []string{"Proofreading bo", "Proofreading ana", "Management mia", "Client cleo"}, names)
	_, waits := r.post.WaitsFor(r.desk("ed"))
	require.False(t, waits)
}

// What ends the sign-offs that were given, and what does not.
func TestSignOffsStand(t *testing.T) {
	for name, row := range map[string]struct {
		change func(r *room)
		stand  bool
	}{
		"a title":        {func(r *room) { r.saves(editorial.Editor, func(s *editorial.Sheet) { s.Title = "Other" }) }, true},
		"a letter":       {func(r *room) { r.retells("ed", "We open today!") }, false},
		"there and back": {func(r *room) { r.retells("ed", "x"); r.retells("ed", "We open today") }, false},
		"a channel less": {func(r *room) {
			r.saves(editorial.Editor, func(s *editorial.Sheet) { s.Content.Channels = []editorial.ChannelID{wall} })
		}, true},
		"a channel more":   {func(r *room) { r.saves(editorial.Editor, withGallery) }, false},
		"an editor's hour": {func(r *room) { r.saves(editorial.Editor, func(s *editorial.Sheet) { s.Planned = atTen }) }, false},
		"an editor's hour inside the margin": {func(r *room) {
			r.calendar.Policy.Margin.SameDay = true
			r.saves(editorial.Editor, func(s *editorial.Sheet) { s.Planned = atTen })
		}, true},
		"an approver's hour": {func(r *room) { r.saves(editorial.Manager, func(s *editorial.Sheet) { s.Planned = atTen }) }, true},
		"another account": {func(r *room) {
			c := r.channels[wall]
			c.RemoteID = "another"
			r.channels[wall] = c
		}, false},
		"a no": {func(r *room) {
			require.NoError(r.t, r.bids("mia", editorial.Asked{Move: editorial.MoveRequestChanges}))
			require.NoError(r.t, r.bids("ed", editorial.Asked{Move: editorial.MoveSubmit}))
		}, false},
		"taken back": {func(r *room) {
			require.NoError(r.t, r.bids("ed", editorial.Asked{Move: editorial.MoveWithdraw}))
			require.NoError(r.t, r.bids("ed", editorial.Asked{Move: editorial.MoveSubmit}))
		}, false},
	} {
		t.Run(name, func(t *testing.T) {
			r := inSteps(t, proofreading, management)
			require.NoError(t, r.approves("ana"))
			row.change(r)
			want := []editorial.MemberID{"mem_ana", "mem_bo"}
			if row.stand {
				want = want[1:]
			}
			_, members := r.waits()
			require.Equal(t, want, members)
		})
	}
}

// A no outweighs any number of yeses, and says why.
func TestRequestChanges(t *testing.T) {
	r := inSteps(t, proofreading, management)
	require.NoError(t, r.approves("ana"))
	require.NoError(t, r.approves("bo"))
	asked := editorial.Asked{
		Move: editorial.MoveRequestChanges, Note: "the shop is closed", Reasons: []editorial.Reason{editorial.ReasonLegal, editorial.ReasonTone},
	}
	require.NoError(t, r.bids("cleo", asked))
	require.Equal(t, editorial.ChangesRequested, r.post.State)
	require.Equal(t, "legal tone", r.lines.Audit[0].Detail)
	require.Equal(t, "the shop is closed", r.lines.Audit[0].Note)
	require.Equal(t, asked.Reasons, r.post.Review.Changes.Reasons)
	require.Empty(t, r.post.SignedOff(r.desk("ed")))
	w, _ := r.post.WaitsFor(r.desk("ed"))
	require.Equal(t, editorial.DutyCorrect, w.For)
	require.Equal(t, []editorial.MemberID{"mem_ed"}, w.Members)

	for name, row := range map[string]struct {
		asked editorial.Asked
		at    string
	}{
		"no such reason":     {editorial.Asked{Move: editorial.MoveRequestChanges, Reasons: []editorial.Reason{"taste"}}, "/reasons/0 unknown_reason"},
		"twice":              {editorial.Asked{Move: editorial.MoveRequestChanges, Reasons: []editorial.Reason{"link", "link"}}, "/reasons/1 twice"},
		"of an approval":     {editorial.Asked{Move: editorial.MoveApprove, Revision: 1, Reasons: []editorial.Reason{"link"}}, "/reasons not_of_this_move"},
		"no on behalf":       {editorial.Asked{Move: editorial.MoveRequestChanges, OnBehalf: aClient()}, "/on_behalf not_of_this_move"},
		"on nobody's behalf": {editorial.Asked{Move: editorial.MoveApprove, Revision: 1, OnBehalf: &editorial.OnBehalf{Name: " ", Via: "owl"}}, "/on_behalf/name on_behalf_of_whom"},
	} {
		r := inSteps(t, management)
		require.Contains(t, refusedAt(r.bids("mia", row.asked)), row.at, name)
		require.Equal(t, editorial.InReview, r.post.State)
	}
}

func aClient() *editorial.OnBehalf {
	return &editorial.OnBehalf{Name: "Madame Lenoir", Via: editorial.ViaPhone, Reason: "on a train"}
}

// The team may pass on what the client said, in the client's step only.
func TestOnBehalf(t *testing.T) {
	both := editorial.ApprovalStep{Name: "Client", Members: []editorial.MemberID{"mem_cleo", "mem_bo"}, Need: editorial.NeedAll, Client: true}
	cleo := func(o editorial.OnBehalf) *editorial.OnBehalf { o.Member = "mem_cleo"; return &o }(*aClient())
	ana := func(o editorial.OnBehalf) *editorial.OnBehalf { o.Member = "mem_ana"; return &o }(*aClient())
	for name, row := range map[string]struct {
		step    editorial.ApprovalStep
		by      string
		passed  *editorial.OnBehalf
		refused editorial.Code
		state   editorial.State
	}{
		"a manager, for the client":              {client, "mia", aClient(), "", editorial.Approved},
		"a manager, for the client by name":      {client, "mia", cleo, "", editorial.Approved},
		"a manager, for one who is no client":    {client, "mia", ana, editorial.CodeNotYourStep, editorial.InReview},
		"a manager, for nobody":                  {client, "mia", nil, editorial.CodeNotYourStep, editorial.InReview},
		"an editor":                              {client, "ed", aClient(), editorial.CodeNotPermitted, editorial.InReview},
		"where all must sign, for somebody":      {both, "mia", aClient(), editorial.CodeOnBehalfOfWhom, editorial.InReview},
		"where all must sign, for one of them":   {both, "mia", cleo, "", editorial.InReview},
		"in a step of the team":                  {management, "ana", aClient(), editorial.CodeNotYourStep, editorial.InReview},
		"in a step of the team, for somebody":    {management, "mia", cleo, editorial.CodeNotTheClient, editorial.InReview},
		"a signer, who heard it from the client": {management, "mia", aClient(), "", editorial.Approved},
	} {
		t.Run(name, func(t *testing.T) {
			r := inSteps(t, row.step)
			err := r.bids(row.by, editorial.Asked{Move: editorial.MoveApprove, Revision: 1, OnBehalf: row.passed})
			require.Equal(t, row.refused, code(err))
			require.Equal(t, row.state, r.post.State)
			if row.state == editorial.Approved {
				require.Equal(t, row.passed, r.post.Approval.OnBehalf)
				require.Contains(t, r.lines.Audit[0].Detail, "on behalf of Madame Lenoir, phone: on a train")
			}
		})
	}
	r := written(t)
	require.NoError(t, func() error {
		_, err := r.post.Apply(editorial.Asked{Move: editorial.MoveApprove, Revision: 1, OnBehalf: aClient()}, r.as(editorial.Manager))
		return err
	}())
	require.Equal(t, aClient(), r.post.Approval.OnBehalf, "with one approver too")
	require.Empty(t, r.post.Approval.Steps)
}

// Where nobody may approve what they wrote, that holds in every step.
func TestStepsWithoutTheAuthor(t *testing.T) {
	r := inSteps(t, proofreading, management)
	r.calendar.Policy.NoSelfApproval = true
	r.retells("ana", "We open at noon")
	_, members := r.waits()
	require.Equal(t, []editorial.MemberID{"mem_bo"}, members, "all but the author")
	require.Equal(t, editorial.CodeSelfApproval, code(r.approves("ana")))
	require.NoError(t, r.approves("bo"))
	require.NoError(t, r.approves("mia"))
	require.Equal(t, editorial.Approved, r.post.State)

	r = inSteps(t, management)
	r.calendar.Policy.NoSelfApproval = true
	r.retells("mia", "We open at noon")
	_, members = r.waits()
	require.Empty(t, members, "nobody is left")
}

// A step that nobody could sign is refused when it is set.
func TestCheckSteps(t *testing.T) {
	named := func(s editorial.ApprovalStep, name string) editorial.ApprovalStep { s.Name = name; return s }
	for name, row := range map[string]struct {
		steps []editorial.ApprovalStep
		wrong []string
	}{
		"three":                   {[]editorial.ApprovalStep{proofreading, management, client}, nil},
		"none":                    {nil, []string{"/steps no_steps"}},
		"whoever may approve":     {[]editorial.ApprovalStep{{Name: "All", Need: editorial.NeedAll}}, nil},
		"without a name":          {[]editorial.ApprovalStep{named(management, " ")}, []string{"/steps/0/name step_without_name"}},
		"one name":                {[]editorial.ApprovalStep{management, named(client, "management")}, []string{"/steps/1/name twice"}},
		"one who may not approve": {[]editorial.ApprovalStep{{Name: "Ed", Members: []editorial.MemberID{"mem_ed"}}}, []string{"/steps/0 nobody_can_sign"}},
		"a role that may not":     {[]editorial.ApprovalStep{management, {Name: "C", Roles: []editorial.Role{editorial.Contributor}}}, []string{"/steps/1 nobody_can_sign"}},
		"a role with another":     {[]editorial.ApprovalStep{{Name: "E", Roles: []editorial.Role{editorial.Editor}}}, nil},
		"a stranger":              {[]editorial.ApprovalStep{{Name: "S", Members: []editorial.MemberID{"mem_stranger"}}}, []string{"/steps/0 nobody_can_sign"}},
	} {
		c := editorial.Calendar{ID: "cal_1", Policy: editorial.Policy{Approval: editorial.ApproveSteps, Steps: row.steps}}
		var wrong []string
		for _, p := range c.CheckSteps(aTeam(), "/steps") {
			wrong = append(wrong, p.Pointer+" "+string(p.Code))
		}
		require.Equal(t, row.wrong, wrong, name)
	}
	left := aTeam()
	left[3].Deactivated = noon
	c := editorial.Calendar{ID: "cal_1", Policy: editorial.Policy{Approval: editorial.ApproveSteps, Steps: []editorial.ApprovalStep{client}}}
	require.Len(t, c.CheckSteps(left, "/steps"), 1, "who has left")
	c.Policy.Approval = editorial.ApproveOne
	require.Empty(t, c.CheckSteps(nil, "/steps"))
}

// Whoever has left the team is not waited for; but nobody's leaving approves
// anything.
func TestSomebodyLeaves(t *testing.T) {
	r := inSteps(t, proofreading)
	require.NoError(t, r.approves("ana"))
	r.team = slices.Delete(r.team, 1, 2)
	require.Equal(t, editorial.InReview, r.post.State)
	_, members := r.waits()
	require.Equal(t, []editorial.MemberID{"mem_ana"}, members)
	require.NoError(t, r.approves("ana"))
	require.Equal(t, editorial.Approved, r.post.State)
}

// An approval can be undone for ten seconds by whoever gave it.
func TestUndoApproval(t *testing.T) {
	undo := editorial.Asked{Move: editorial.MoveUndoApproval}
	for name, row := range map[string]struct {
		then    func(r *room)
		by      string
		refused editorial.Code
	}{
		"at once":       {func(*room) {}, "mia", ""},
		"in time":       {func(r *room) { r.now = r.now.Add(editorial.UndoTime) }, "mia", ""},
		"too late":      {func(r *room) { r.now = r.now.Add(editorial.UndoTime + time.Millisecond) }, "mia", editorial.CodeUndoOver},
		"somebody else": {func(*room) {}, "bo", editorial.CodeUndoOver},
		"who may not":   {func(*room) {}, "ed", editorial.CodeNotPermitted},
		"after an edit": {func(r *room) { r.saves(editorial.Editor, func(s *editorial.Sheet) { s.Title = "x" }) }, "mia", editorial.CodeUndoOver},
		"twice":         {func(r *room) { require.NoError(r.t, r.bids("mia", undo)) }, "mia", editorial.CodeUndoOver},
		"after it left": {func(r *room) { r.late(0); r.post.Review.Undo.At = r.now; r.claim(wall, editorial.StepSend) }, "mia", editorial.CodeUndoOver},
	} {
		t.Run(name, func(t *testing.T) {
			r := inSteps(t, management)
			before := clonePost(r.post)
			require.NoError(t, r.approves("mia"))
			row.then(r)
			require.Equal(t, row.refused, code(r.bids(row.by, undo)))
			if row.refused == "" {
				require.Equal(t, []string{"post.approval_undone"}, r.recorded())
				require.Empty(t, diff.Diff(before.Review, r.post.Review))
				require.Nil(t, r.post.Approval)
				require.Equal(t, editorial.InReview, r.post.State)
				require.Equal(t, editorial.Planned, r.on(wall).State)
			}
		})
	}
}

// Undone, a sign-off leaves the others; an approval gives back what it took the
// place of, and the date that it took out.
func TestUndoGivesBack(t *testing.T) {
	undo := editorial.Asked{Move: editorial.MoveUndoApproval}
	r := inSteps(t, proofreading, management)
	require.NoError(t, r.approves("ana"))
	require.NoError(t, r.approves("bo"))
	require.NoError(t, r.bids("bo", undo))
	_, members := r.waits()
	require.Equal(t, []editorial.MemberID{"mem_bo"}, members)

	r = inSteps(t, management)
	require.NoError(t, r.approves("mia"))
	first := r.post.Approval
	r.retells("ed", "We open tomorrow")
	r.late(time.Hour)
	require.NoError(t, r.approves("mia"))
	require.True(t, r.post.Planned.IsZero())
	require.NoError(t, r.bids("mia", undo))
	require.Equal(t, atNine, r.post.Planned)
	require.Equal(t, first.Hashes, r.post.Approval.Hashes)
	require.Equal(t, 1, r.post.Approval.Revision)
}

// «Corriger et valider»: both, or neither.
func TestCorrectAndApprove(t *testing.T) {
	correct := func(r *room, name string) error {
		next := r.post.Clone()
		next.Content.Text = "We open at ten"
		var err error
		r.lines, err = r.post.CorrectAndApprove(next, editorial.Asked{Move: editorial.MoveApprove, Note: "put right"}, r.desk(name))
		return err
	}
	r := inSteps(t, management)
	require.NoError(t, correct(r, "mia"))
	require.Equal(t, editorial.Approved, r.post.State)
	require.Equal(t, []string{"post.revised", "post.approved"}, r.recorded())
	require.Equal(t, 2, r.post.Approval.Revision)
	require.True(t, r.post.Approval.Self, "and it shows")

	r = inSteps(t, management)
	require.NoError(t, r.approves("mia"))
	require.NoError(t, correct(r, "mia"))
	require.Equal(t, []string{"post.revised", "post.approval_lost", "post.approved"}, r.recorded())
	require.False(t, r.noticed(editorial.CodeBackToReview, ""))
	require.Equal(t, 2, r.post.Approval.Revision)

	r = inSteps(t, management)
	r.calendar.Policy.NoSelfApproval = true
	require.Equal(t, editorial.CodeSelfApproval, code(correct(r, "mia")))
	r = inSteps(t, proofreading, management)
	require.Equal(t, editorial.CodeNotYourStep, code(correct(r, "mia")))
	r = inSteps(t, client)
	require.Equal(t, editorial.CodeNotPermitted, code(correct(r, "cleo")), "who approves does not write for that")
}

// A correction inside the margin is signed for itself; undone, it is a touch-up
// of what was approved before.
func TestCorrectInsideTheMargin(t *testing.T) {
	r := written(t)
	r.calendar.Policy.Margin = editorial.DefaultMargin()
	r.does(editorial.Manager, editorial.MoveApprove)
	next := r.post.Clone()
	next.Content.Text = "We open today, yes"
	desk := r.as(editorial.Manager)
	desk.Ruler = r.ruler()
	_, err := r.post.CorrectAndApprove(next, editorial.Asked{Move: editorial.MoveApprove}, desk)
	require.NoError(t, err)
	require.Equal(t, 2, r.post.Approval.Revision)
	require.Empty(t, r.post.Approval.TouchUps)
	r.does(editorial.Manager, editorial.MoveUndoApproval)
	require.Equal(t, editorial.Approved, r.post.State)
	require.Equal(t, 1, r.post.Approval.Revision)
	require.NotEmpty(t, r.post.Approval.TouchUps)
}

// Whoever does what in whatever order: nothing is approved without every step,
// on one content, by people who may.
func TestStepsPromise(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		steps := [][]editorial.ApprovalStep{{proofreading, management, client}, {management, proofreading}, {client}}
		r := inSteps(t, rapid.SampledFrom(steps).Draw(t, "steps")...)
		r.calendar.Policy.NoSelfApproval = rapid.Bool().Draw(t, "others only")
		yeses := map[editorial.MemberID]map[string]bool{} // to which words each said yes, since the last no
		signed := map[string]bool{}                       // the words that went through every step, since the last no
		approvedBefore := false
		for range rapid.IntRange(1, 40).Draw(t, "acts") {
			r.now = r.now.Add(time.Duration(rapid.IntRange(1, 20).Draw(t, "seconds")) * time.Second)
			who := rapid.SampledFrom([]string{"ana", "bo", "mia", "cleo", "ed"}).Draw(t, "who")
			member := editorial.MemberID("mem_" + who)
			words := r.post.Content.Text
			before := clonePost(r.post)
			var err error
			switch rapid.IntRange(0, 9).Draw(t, "act") {
			case 0:
				next := r.post.Clone()
				next.Content.Text = rapid.SampledFrom([]string{"one", "two"}).Draw(t, "words")
				_, err = r.post.Edit(next, r.desk(who))
			case 1:
				move := rapid.SampledFrom([]editorial.Move{editorial.MoveRequestChanges, editorial.MoveWithdraw, editorial.MoveSubmit}).Draw(t, "move")
				if err = r.bids(who, editorial.Asked{Move: move}); err == nil {
					clear(yeses)
					clear(signed)
				}
			case 2:
				if err = r.bids(who, editorial.Asked{Move: editorial.MoveUndoApproval}); err == nil {
					delete(yeses[member], words)
					delete(signed, words)
				}
			default:
				if err = r.approves(who); err == nil {
					if yeses[member] == nil {
						yeses[member] = map[string]bool{}
					}
					yeses[member][words] = true
					require.True(t, !r.calendar.Policy.NoSelfApproval || r.post.Author != member)
				}
			}
			if err != nil {
				require.NotNil(t, editorial.AsRefusal(err))
				require.Empty(t, diff.Diff(before, r.post), "a refusal changed the post")
				continue
			}
			words = r.post.Content.Text
			// saving back what was signed restores its approval, whoever saves it
			if r.post.State == editorial.Approved && !approvedBefore && !signed[words] {
				for _, s := range r.calendar.Policy.Steps {
					r.checkStep(t, s, func(id editorial.MemberID) bool { return yeses[id][words] })
				}
				signed[words] = true
			}
			approvedBefore = r.post.State == editorial.Approved
		}
	})
}

// checkStep counts a step's yeses for itself.
func (r *room) checkStep(t *rapid.T, s editorial.ApprovalStep, said func(editorial.MemberID) bool) {
	people := s.Members
	if len(people) == 0 {
		people = []editorial.MemberID{"mem_mia"}
	}
	yes := 0
	for _, id := range people {
		switch {
		case said(id):
			yes++
		case r.calendar.Policy.NoSelfApproval && id == r.post.Author:
		default:
			require.NotEqual(t, editorial.NeedAll, s.Need, "approved without %s in %s", id, s.Name)
		}
	}
	require.Positive(t, yes, "approved without anybody in %s", s.Name)
}
