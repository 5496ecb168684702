package editorial_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// away has somebody act in a member's place for a day.
func (r *room) sendAway(name, to string) {
	d := editorial.Delegation{Member: editorial.MemberID("mem_" + name), From: r.now, Until: r.now.Add(24 * time.Hour)}
	if to != "" {
		d.To = editorial.MemberID("mem_" + to)
	}
	d.By.Member = d.Member
	r.away = append(r.away, d)
}

func (r *room) waitsFor(t *testing.T, names ...string) {
	t.Helper()
	members := []editorial.MemberID{}
	for _, name := range names {
		members = append(members, editorial.MemberID("mem_"+name))
	}
	require.Equal(t, members, append([]editorial.MemberID{}, r.waiting(t).Members...))
}

// Who stands in signs for whom they stand in for, and for nobody else.
func TestStandInSigns(t *testing.T) {
	r := inSteps(t, proofreading, client)
	require.Equal(t, editorial.CodeNotYourStep, code(r.approves("mia")))
	r.sendAway("bo", "mia")
	r.waitsFor(t, "ana", "mia")
	require.Equal(t, []editorial.StandIn{{Member: "mem_mia", For: "mem_bo"}}, r.waiting(t).StandIns)
	require.NoError(t, r.approves("mia"))
	require.Equal(t, "step Proofreading; in place of mem_bo; for mem_ana; by 2026-11-24T04:00:00Z", r.lines.Audit[len(r.lines.Audit)-1].Detail)
	require.Equal(t, editorial.CodeSignedAlready, code(r.approves("mia")), "once for each")
	require.Equal(t, editorial.CodeSignedAlready, code(r.approves("bo")), "who is back finds it signed")
	r.waitsFor(t, "ana")
	require.NoError(t, r.approves("ana"))
	require.Equal(t, editorial.CodeNotYourStep, code(r.approves("mia")), "nobody stands in for the client")
	r.now = r.now.Add(24 * time.Hour)
	require.NoError(t, r.approves("cleo"))
	require.Equal(t, editorial.MemberID("mem_bo"), r.post.Approval.Steps[0].For, "it stands when they are back")
}

func TestStandInOfOneThatSignsToo(t *testing.T) {
	r := inSteps(t, proofreading)
	r.sendAway("bo", "ana")
	r.waitsFor(t, "ana")
	require.NoError(t, r.approves("ana"))
	require.Equal(t, editorial.InReview, r.post.State, "one yes is not two")
	require.NoError(t, r.approves("ana"))
	require.Equal(t, editorial.Approved, r.post.State)
	require.Equal(t, editorial.MemberID("mem_ana"), r.post.Approval.Steps[0].For)
	require.Equal(t, editorial.MemberID("mem_bo"), r.post.Approval.Steps[1].For)
}

func TestWhoStandsIn(t *testing.T) {
	anaAlone := editorial.ApprovalStep{Name: "Ana", Members: []editorial.MemberID{"mem_ana"}, Need: editorial.NeedAny}
	for name, tt := range map[string]struct {
		step  editorial.ApprovalStep
		setup func(*room)
		want  string
	}{
		"nobody is away":             {anaAlone, func(*room) {}, "ana"},
		"who is away":                {anaAlone, func(r *room) { r.sendAway("ana", "bo") }, "bo"},
		"a stand-in who is away too": {anaAlone, func(r *room) { r.sendAway("ana", "bo"); r.sendAway("bo", "mia") }, "mia"},
		"the deputy":                 {anaAlone, func(r *room) { r.sendAway("ana", ""); r.calendar.Policy.Deputy = "mem_mia" }, "mia"},
		"no deputy":                  {anaAlone, func(r *room) { r.sendAway("ana", "") }, "ana"},
		"a circle ends at the deputy": {anaAlone, func(r *room) {
			r.sendAway("ana", "bo")
			r.sendAway("bo", "ana")
			r.calendar.Policy.Deputy = "mem_mia"
		}, "mia"},
		"a circle":                     {anaAlone, func(r *room) { r.sendAway("ana", "bo"); r.sendAway("bo", "ana") }, "ana"},
		"somebody who may not approve": {anaAlone, func(r *room) { r.sendAway("ana", "ed") }, "ana"},
		"not yet":                      {anaAlone, func(r *room) { r.sendAway("ana", "bo"); r.now = r.now.Add(-time.Minute) }, "ana"},
		"no longer":                    {anaAlone, func(r *room) { r.sendAway("ana", "bo"); r.now = r.now.Add(24 * time.Hour) }, "ana"},
		"the client chose":             {client, func(r *room) { r.sendAway("cleo", "bo") }, "bo"},
		"the deputy is not the client": {client, func(r *room) {
			r.sendAway("cleo", "")
			r.calendar.Policy.Deputy = "mem_mia"
		}, "cleo"},
		"the client chose, and somebody else named another": {client, func(r *room) {
			r.sendAway("cleo", "mia")
			r.away[0].By.Member = "mem_mia"
			r.sendAway("cleo", "bo")
		}, "bo"},
		"nobody else chooses for the client": {client, func(r *room) { r.sendAway("cleo", "bo"); r.away[0].By.Member = "mem_mia" }, "cleo"},
	} {
		t.Run(name, func(t *testing.T) {
			r := inSteps(t, tt.step)
			tt.setup(r)
			r.waitsFor(t, tt.want)
			for _, other := range []string{"bo", "mia"} {
				if other != tt.want {
					require.Equal(t, editorial.CodeNotYourStep, code(r.approves(other)), other)
				}
			}
			require.NoError(t, r.approves(tt.want))
		})
	}
}

// Where nobody may approve what they wrote, nobody does so in another's place.
func TestStandInIsNotTheAuthor(t *testing.T) {
	r := inSteps(t, editorial.ApprovalStep{Name: "Bo", Members: []editorial.MemberID{"mem_bo"}, Need: editorial.NeedAny})
	r.calendar.Policy.NoSelfApproval = true
	r.post.Author = "mem_ana"
	r.sendAway("bo", "ana")
	r.waitsFor(t, "bo")
	require.Equal(t, editorial.CodeSelfApproval, code(r.approves("ana")))
}

func TestEscalation(t *testing.T) {
	r := inSteps(t, proofreading, client)
	r.calendar.Policy.Escalation = editorial.Escalation{After: 2 * time.Hour}
	require.NoError(t, r.bids("ed", editorial.Asked{Move: editorial.MoveWithdraw}))
	require.NoError(t, r.bids("ed", editorial.Asked{Move: editorial.MoveSubmit}))
	require.Equal(t, r.now.Add(2*time.Hour), r.post.RemindAt)
	require.NoError(t, r.approves("ana"))
	require.Equal(t, editorial.CodeNotYourStep, code(r.approves("mia")))

	r.now = r.now.Add(2*time.Hour - time.Second)
	_, lines := r.remind()
	require.Empty(t, lines.Audit)
	r.now = r.now.Add(time.Second)
	told, lines := r.remind()
	require.True(t, told.Escalated)
	require.Equal(t, []editorial.MemberID{"mem_mia"}, told.For, "the managers, where nobody is named")
	require.Equal(t, "approval.escalated", lines.Audit[0].Action)
	require.Equal(t, "for mem_mia; after 2h0m0s; waits for mem_bo; by 2026-11-24T04:00:00Z", lines.Audit[0].Detail)
	_, lines = r.remind()
	require.Empty(t, lines.Audit, "once")
	require.Equal(t, []editorial.MemberID{"mem_mia"}, r.waiting(t).Above)

	require.NoError(t, r.approves("mia"))
	require.Equal(t, "Client", r.waiting(t).Step.Name, "one from above ends the step, though all were to sign")
	require.Equal(t, "step Proofreading; after an escalation; for mem_cleo; by 2026-11-24T04:00:00Z", r.lines.Audit[len(r.lines.Audit)-1].Detail)
	require.Empty(t, r.waiting(t).Above, "the next step has its own time")

	r.now = r.now.Add(2 * time.Hour)
	told, _ = r.remind()
	require.True(t, told.Escalated)
	require.Equal(t, editorial.CodeNotYourStep, code(r.approves("mia")), "nobody signs for the client")
	require.NoError(t, r.approves("cleo"))
	require.Equal(t, editorial.Approved, r.post.State)
	require.True(t, r.post.Approval.Steps[1].Above)
}

// Who is told of an escalation and may not approve is told, and signs nothing.
func TestEscalationGrantsNothing(t *testing.T) {
	r := inSteps(t, proofreading)
	r.calendar.Policy.Escalation = editorial.Escalation{After: time.Hour, To: []editorial.MemberID{"mem_ed"}}
	r.now = r.now.Add(time.Hour)
	_, lines := r.remind()
	require.Len(t, lines.Audit, 1)
	require.Equal(t, editorial.CodeNotPermitted, code(r.approves("ed")))
	require.Equal(t, editorial.CodeNotYourStep, code(r.approves("mia")))
}

func TestCheckDelegation(t *testing.T) {
	manager := editorial.Actor{Member: "mem_mia", May: editorial.Manager.Permissions()}
	ana := editorial.Actor{Member: "mem_ana", May: editorial.Reviewer.Permissions()}
	ed := editorial.Actor{Member: "mem_ed", May: editorial.Editor.Permissions()}
	for name, tt := range map[string]struct {
		d      editorial.Delegation
		deputy editorial.MemberID
		code   editorial.Code
		at     []string
	}{
		"one's own":           {editorial.Delegation{Member: "mem_ana", To: "mem_bo", By: ana}, "", "", nil},
		"to the deputy":       {editorial.Delegation{Member: "mem_ana", By: ana}, "mem_bo", "", nil},
		"a manager's":         {editorial.Delegation{Member: "mem_ana", To: "mem_bo", By: manager}, "", "", nil},
		"no deputy":           {editorial.Delegation{Member: "mem_ana", By: ana}, "", editorial.CodeNoDeputy, []string{"/to no_deputy"}},
		"the deputy's own":    {editorial.Delegation{Member: "mem_ana", By: ana}, "mem_ana", editorial.CodeNotOneself, []string{"/to not_oneself"}},
		"oneself":             {editorial.Delegation{Member: "mem_ana", To: "mem_ana", By: ana}, "", editorial.CodeNotOneself, []string{"/to not_oneself"}},
		"another's":           {editorial.Delegation{Member: "mem_bo", To: "mem_ana", By: ana}, "", editorial.CodeNotPermitted, nil},
		"who may not approve": {editorial.Delegation{Member: "mem_ed", To: "mem_ana", By: ed}, "", editorial.CodeNotPermitted, nil},
		"to an editor":        {editorial.Delegation{Member: "mem_ana", To: "mem_ed", By: ana}, "", editorial.CodeCannotApprove, []string{"/to cannot_approve"}},
		"to a stranger":       {editorial.Delegation{Member: "mem_ana", To: "mem_zoe", By: ana}, "", editorial.CodeCannotApprove, []string{"/to cannot_approve"}},
		"for an editor":       {editorial.Delegation{Member: "mem_ed", To: "mem_ana", By: manager}, "", editorial.CodeCannotApprove, []string{"/member cannot_approve"}},
		"over":                {editorial.Delegation{Member: "mem_ana", To: "mem_bo", By: ana, Until: noon}, "", editorial.CodeEndsBeforeItBegins, []string{"/until ends_before_it_begins"}},
	} {
		t.Run(name, func(t *testing.T) {
			if tt.d.Until.IsZero() {
				tt.d.Until = noon.Add(time.Hour)
			}
			calendar := editorial.Calendar{ID: "cal_1", Policy: editorial.Policy{Deputy: tt.deputy}}
			err := tt.d.Check(aTeam(), calendar, noon)
			require.Equal(t, tt.code, code(err))
			require.Equal(t, tt.at, refusedAt(err))
			if err == nil {
				require.Equal(t, noon, tt.d.From)
			}
		})
	}
}

func TestEndDelegation(t *testing.T) {
	ana, mia, bo := editorial.Actor{Member: "mem_ana", May: editorial.Permissions{editorial.Approve}}, editorial.Actor{Member: "mem_mia", May: editorial.Permissions{editorial.Govern}}, editorial.Actor{Member: "mem_bo"}
	d := editorial.Delegation{Member: "mem_ana", To: "mem_bo", From: noon, Until: noon.Add(time.Hour)}
	require.Equal(t, editorial.CodeNotPermitted, code(d.End(bo, noon)), "who stands in does not choose")
	require.Equal(t, editorial.CodeNotPermitted, code(d.End(editorial.Actor{Member: "mem_ana", May: editorial.Permissions{editorial.Read}}, noon)), "a token that only reads")
	early := d
	require.NoError(t, early.End(ana, noon.Add(-time.Hour)))
	require.False(t, early.Active(noon))
	require.NoError(t, d.End(mia, noon.Add(time.Minute)))
	require.True(t, d.Active(noon))
	require.False(t, d.Active(noon.Add(time.Minute)))
	require.Equal(t, editorial.CodeDelegationOver, code(d.End(ana, noon.Add(time.Minute))))
}

func TestCheckDeputies(t *testing.T) {
	c := editorial.Calendar{ID: "cal_1", Policy: editorial.Policy{Deputy: "mem_ed", Escalation: editorial.Escalation{To: []editorial.MemberID{"mem_ed", "mem_zoe"}}}}
	require.Equal(t, []editorial.Problem{
		{Code: editorial.CodeCannotApprove, Pointer: "/policy/deputy"},
		{Code: editorial.CodeNotInTeam, Pointer: "/policy/escalation/to/1"},
	}, c.CheckDeputies(aTeam(), "/policy"))
}
