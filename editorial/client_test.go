package editorial_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// aLink is a client's link, made by the manager.
func aLink() *editorial.ClientLink {
	return &editorial.ClientLink{
		ID: "cli_1", Calendar: "cal_1", For: "Cléo", Email: "cleo@example.org", Approves: true,
		By: editorial.Actor{Member: "mem_manager"}, Language: editorial.French,
	}
}

func aVisit() editorial.Visit {
	return editorial.Visit{ID: "vis_1", Link: "cli_1", Name: "Cléo L.", Proof: editorial.ProofDeclared, ExpiresAt: noon.Add(editorial.VisitLife)}
}

// client is whoever comes by a link, at the desk.
func (r *room) client(l *editorial.ClientLink) editorial.Desk {
	return editorial.Desk{Calendar: r.calendar, Channels: r.channels, Team: r.team, By: l.Actor(aVisit()), Away: r.away, Now: r.now}
}

func (r *room) decides(l *editorial.ClientLink, move editorial.Move) error {
	lines, err := r.post.Apply(editorial.Asked{Move: move, Revision: r.post.Revision, OnBehalf: l.Said(aVisit())}, r.client(l))
	r.lines = lines
	return err
}

func TestALinkIsGoodAsLongAsItsMaker(t *testing.T) {
	calendar := editorial.Calendar{ID: "cal_1"}
	maker := func(roles ...editorial.Role) editorial.Member {
		return editorial.Member{ID: "mem_manager", Roles: map[editorial.CalendarID][]editorial.Role{"cal_1": roles}}
	}
	l := aLink()
	require.True(t, l.Open(calendar, maker(editorial.Manager), noon))
	require.False(t, l.Open(calendar, maker(editorial.Editor), noon), "who made it may not give it any more")
	require.True(t, l.Open(calendar, editorial.Member{Owner: true}, noon))
	gone := maker(editorial.Manager)
	gone.Deactivated = noon
	require.False(t, l.Open(calendar, gone, noon))
	away := calendar
	away.Archived = noon
	require.False(t, l.Open(away, maker(editorial.Manager), noon))
	l.ExpiresAt = noon
	require.True(t, l.Open(calendar, maker(editorial.Manager), noon.Add(-time.Second)))
	require.False(t, l.Open(calendar, maker(editorial.Manager), noon))
	l.ExpiresAt = time.Time{}
	l.Revoke(noon)
	require.False(t, l.Open(calendar, maker(editorial.Manager), noon))
	require.Equal(t, editorial.CodeLinkRevoked, code(l.Renew(editorial.Actor{})))

	require.NoError(t, aLink().CheckMaker(editorial.AllPermissions()))
	require.Equal(t, editorial.CodeNotPermitted, code(aLink().CheckMaker(editorial.Permissions{editorial.Read, editorial.Discuss, editorial.Approve})))
	require.Equal(t, editorial.CodeBeyondYours, code(aLink().CheckMaker(editorial.Permissions{editorial.Read, editorial.Discuss, editorial.Members})))
	onlooker := aLink()
	onlooker.Approves = false
	require.NoError(t, onlooker.CheckMaker(editorial.Permissions{editorial.Read, editorial.Discuss, editorial.Members}))
}

func TestMailedCodes(t *testing.T) {
	l := aLink()
	require.False(t, l.Accepts("", noon), "none was mailed")
	shown, err := l.NewCode(noon)
	require.NoError(t, err)
	require.Regexp(t, `^\d{6}$`, shown.Reveal())
	other := aLink()
	other.ID, other.Code, other.CodeEnds = "cli_2", l.Code, l.CodeEnds
	require.False(t, other.Accepts(shown.Reveal(), noon), "it is good for its link")
	require.False(t, l.Accepts(shown.Reveal(), noon.Add(editorial.CodeLife)), "its time is over")
	require.True(t, l.Accepts(shown.Reveal(), noon))
	require.False(t, l.Accepts(shown.Reveal(), noon), "once")

	shown, err = l.NewCode(noon)
	require.NoError(t, err)
	for range editorial.CodeTries {
		require.False(t, l.Accepts("wrong", noon))
	}
	require.False(t, l.Accepts(shown.Reveal(), noon), "it was guessed at too often")
	l.Email = ""
	_, err = l.NewCode(noon)
	require.Equal(t, editorial.CodeNoClientAddress, code(err))

	v, strict := aVisit(), editorial.Calendar{Policy: editorial.Policy{ClientCodes: true}}
	require.True(t, v.Good(editorial.Calendar{}, noon))
	require.False(t, v.Good(strict, noon), "the calendar asks for more now")
	v.Proof = editorial.ProofMailed
	require.True(t, v.Good(strict, noon))
	require.False(t, v.Good(strict, v.ExpiresAt))
}

// Without steps, the client's yes is that of whoever may approve.
func TestClientApproves(t *testing.T) {
	r := written(t)
	l := aLink()
	part, _ := r.post.ForClient(l, r.client(l))
	require.Empty(t, part, "a draft is the team's")
	require.Equal(t, editorial.CodeMoveNotPossible, code(func() error {
		_, err := r.post.Apply(editorial.Asked{Move: editorial.MoveRequestChanges, OnBehalf: l.Said(aVisit())}, r.client(l))
		return err
	}()))
	require.Error(t, r.decides(l, editorial.MoveApprove), "nobody but the team submits")
	r.does(editorial.Editor, editorial.MoveSubmit)
	part, revision := r.post.ForClient(l, r.client(l))
	require.Equal(t, editorial.ClientDecides, part)
	require.Equal(t, 1, revision)
	onlooker := *l
	onlooker.Approves = false
	part, _ = r.post.ForClient(&onlooker, r.client(&onlooker))
	require.Empty(t, part, "it waits for somebody of the team")

	_, err := r.post.Apply(editorial.Asked{Move: editorial.MoveApprove, Revision: 1}, r.client(l))
	require.Equal(t, editorial.CodeOnBehalfOfWhom, code(err), "how they came is always said")
	bare := editorial.Asked{Move: editorial.MoveApprove, Revision: 1, OnBehalf: l.Said(aVisit())}
	_, err = r.post.Apply(bare, r.as(editorial.Manager))
	require.Equal(t, editorial.CodeUnknownVia, code(err), "nobody of the team comes by a link")
	for _, via := range append(editorial.Vias(), "", "pigeon") {
		claim := *l.Said(aVisit())
		claim.Via = via
		for _, move := range []editorial.Move{editorial.MoveApprove, editorial.MoveRequestChanges} {
			_, err = r.post.Apply(editorial.Asked{Move: move, Revision: 1, OnBehalf: &claim}, r.client(l))
			require.Equal(t, editorial.CodeUnknownVia, code(err), "who comes by a link came no other way: %s, %s", move, via)
		}
	}
	require.Equal(t, editorial.InReview, r.post.State)
	require.NoError(t, r.decides(l, editorial.MoveApprove))
	require.Equal(t, editorial.Approved, r.post.State)
	require.False(t, r.post.Approval.Self)
	require.Equal(t, editorial.ViaLink, r.post.Approval.OnBehalf.Via)
	require.Equal(t, "by link, name declared", r.lines.Audit[len(r.lines.Audit)-1].Detail)
	require.Zero(t, r.post.UndoUntil("", r.now), "no nobody undoes it")
	part, _ = r.post.ForClient(l, r.client(l))
	require.Equal(t, editorial.ClientExpects, part)
	for _, status := range editorial.Statuses() {
		p := clonePost(r.post)
		p.Status = status
		part, _ = p.ForClient(l, r.client(l))
		require.Equal(t, slices.Contains([]editorial.Status{"approved", "scheduled", "held", "publishing"}, status), part == editorial.ClientExpects, status)
	}

	elsewhere := *l
	elsewhere.Calendar = "cal_2"
	part, _ = r.post.ForClient(&elsewhere, r.client(l))
	require.Empty(t, part)
	elsewhere = *l
	elsewhere.Campaign = "camp_1"
	part, _ = r.post.ForClient(&elsewhere, r.client(l))
	require.Empty(t, part)
}

// With steps, clients sign theirs and no other.
func TestClientSignsTheirStep(t *testing.T) {
	client := editorial.ApprovalStep{Name: "Client", Need: editorial.NeedAny, Client: true}
	r := inSteps(t, editorial.ApprovalStep{Name: "Team", Need: editorial.NeedAny}, client, editorial.ApprovalStep{Name: "Last", Need: editorial.NeedAny})
	l := aLink()
	part, _ := r.post.ForClient(l, r.client(l))
	require.Empty(t, part)
	require.Equal(t, editorial.CodeNotYourStep, code(r.decides(l, editorial.MoveApprove)))
	require.NoError(t, r.bids("mia", editorial.Asked{Move: editorial.MoveApprove, Revision: 1}))
	part, _ = r.post.ForClient(l, r.client(l))
	require.Equal(t, editorial.ClientDecides, part)
	require.NoError(t, r.decides(l, editorial.MoveApprove))
	require.Equal(t, editorial.InReview, r.post.State)
	part, revision := r.post.ForClient(l, r.client(l))
	require.Equal(t, editorial.ClientExpects, part, "others sign after them")
	require.Equal(t, 1, revision)
	require.Equal(t, editorial.CodeNotYourStep, code(r.decides(l, editorial.MoveApprove)))
	require.NoError(t, r.decides(l, editorial.MoveRequestChanges), "a no is always theirs to say")
	part, _ = r.post.ForClient(l, r.client(l))
	require.Equal(t, editorial.ClientAsked, part)

	client.Need, client.Members = editorial.NeedAll, []editorial.MemberID{"mem_cleo", "mem_mia"}
	r = inSteps(t, client)
	require.Equal(t, editorial.CodeNotYourStep, code(r.decides(l, editorial.MoveApprove)), "each of them must say yes: whose is this?")
	require.False(t, r.post.DecidesByLink(l, r.client(l)), "and they are not asked for it")
	l.Member = "mem_cleo"
	require.True(t, r.post.DecidesByLink(l, r.client(l)))
	require.NoError(t, r.decides(l, editorial.MoveApprove))
	require.Equal(t, editorial.MemberID("mem_cleo"), r.post.SignedOff(r.client(l))[0].For)
	part, _ = r.post.ForClient(l, r.client(l))
	require.Equal(t, editorial.ClientExpects, part, "it waits for another")
	require.Equal(t, editorial.CodeSignedAlready, code(r.decides(l, editorial.MoveApprove)))
	require.NoError(t, r.bids("mia", editorial.Asked{Move: editorial.MoveApprove, Revision: 1}))
	require.Equal(t, editorial.Approved, r.post.State)
}

// A client who named a stand-in can still say yes by their link.
func TestClientWithAStandInSignsByLink(t *testing.T) {
	client := editorial.ApprovalStep{Name: "Client", Need: editorial.NeedAll, Members: []editorial.MemberID{"mem_cleo", "mem_mia"}, Client: true}
	r := inSteps(t, client)
	r.sendAway("cleo", "mia")
	l := aLink()
	l.Member = "mem_cleo"
	require.True(t, r.post.DecidesByLink(l, r.client(l)))
	require.NoError(t, r.decides(l, editorial.MoveApprove))
	part, _ := r.post.ForClient(l, r.client(l))
	require.Equal(t, editorial.ClientExpects, part)
}

// A link that counts as a member's is a client's link all the same where one
// yes is enough: whoever that member is, and whether they may approve.
func TestAMembersLinkInAStepOfOne(t *testing.T) {
	one := editorial.ApprovalStep{Name: "Client", Need: editorial.NeedAny, Client: true}
	for member, counts := range map[editorial.MemberID]editorial.MemberID{"": "", "mem_cleo": "mem_cleo", "mem_ed": "", "mem_gone": ""} {
		r := inSteps(t, one)
		l := aLink()
		l.Member = member
		require.True(t, r.post.DecidesByLink(l, r.client(l)))
		require.NoError(t, r.decides(l, editorial.MoveApprove), member)
		require.Equal(t, editorial.Approved, r.post.State)
		require.Equal(t, counts, r.post.Approval.Steps[0].For, member)
		require.False(t, r.post.DecidesByLink(l, r.client(l)), "it waits no more")
		l.Approves = false
		require.False(t, inSteps(t, one).post.DecidesByLink(l, r.client(l)))
	}
}

func TestSeen(t *testing.T) {
	var s editorial.Seen
	require.Zero(t, s.Since(3), "they saw nothing before")
	s = s.See(3)
	require.Zero(t, s.Since(3))
	require.Equal(t, 3, s.Since(5))
	s = s.See(5)
	require.Equal(t, 3, s.Since(5), "it still shows when they look again")
	require.Equal(t, s, s.See(5))
	require.Equal(t, s, s.See(4))
	require.Equal(t, 5, s.Since(8))
	require.Equal(t, 3, s.Since(4))
}
