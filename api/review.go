package api

import (
	"context"
	"time"

	"parution.dev/editorial"
)

// stepView is one step of a calendar's approval.
type stepView struct {
	Name    string               `json:"name" maxLength:"100" example:"Proofreading"`
	Roles   []editorial.Role     `json:"roles" maxItems:"5" enum:"manager,editor,contributor,reviewer,viewer" doc:"Whoever holds one of them, and may approve"`
	Members []editorial.MemberID `json:"members" maxItems:"50" maxLength:"64" doc:"Or is named here, and may approve. Neither roles nor members: whoever may approve"`
	Need    editorial.Need       `json:"need" enum:"any,all" doc:"any: one of them signs; all: each of them"`
	Client  bool                 `json:"client" doc:"The client's own step: whoever may approve can pass on what the client said elsewhere (on_behalf)"`
}

// stepEdit is a step as it is sent.
type stepEdit struct {
	Name    string               `json:"name" minLength:"1" maxLength:"100"`
	Roles   []editorial.Role     `json:"roles,omitempty" maxItems:"5" enum:"manager,editor,contributor,reviewer,viewer"`
	Members []editorial.MemberID `json:"members,omitempty" maxItems:"50" maxLength:"64"`
	Need    editorial.Need       `json:"need,omitempty" enum:"any,all" doc:"any, when left out"`
	Client  bool                 `json:"client,omitempty"`
}

func viewSteps(all []editorial.ApprovalStep) []stepView {
	views := make([]stepView, len(all))
	for i, s := range all {
		views[i] = stepView{Name: s.Name, Roles: filled(s.Roles), Members: filled(s.Members), Need: s.Need, Client: s.Client}
	}
	return views
}

func readSteps(sent []stepEdit) []editorial.ApprovalStep {
	all := make([]editorial.ApprovalStep, len(sent))
	for i, s := range sent {
		all[i] = editorial.ApprovalStep{Name: s.Name, Roles: s.Roles, Members: s.Members, Need: s.Need, Client: s.Client}
		if s.Need == "" {
			all[i].Need = editorial.NeedAny
		}
	}
	return all
}

// onBehalf is whose yes somebody passes on.
type onBehalf struct {
	Member editorial.MemberID `json:"member,omitempty" maxLength:"64" doc:"Where they are a member. Needed in a step that all must sign"`
	Name   string             `json:"name" minLength:"1" maxLength:"200"`
	Via    editorial.Via      `json:"via" enum:"email,phone,message,meeting,paper" doc:"How it came"`
	Reason string             `json:"reason" minLength:"1" maxLength:"2000" doc:"Why they did not say it here"`
}

func (o *onBehalf) read() *editorial.OnBehalf {
	if o == nil {
		return nil
	}
	return &editorial.OnBehalf{Member: o.Member, Name: o.Name, Via: o.Via, Reason: o.Reason}
}

func viewOnBehalf(o *editorial.OnBehalf) *onBehalf {
	if o == nil {
		return nil
	}
	return &onBehalf{Member: o.Member, Name: o.Name, Via: o.Via, Reason: o.Reason}
}

// signOffView is one person's yes in one step.
type signOffView struct {
	Step     string             `json:"step"`
	Revision int                `json:"revision" doc:"That was looked at"`
	By       actorView          `json:"by"`
	For      editorial.MemberID `json:"for" doc:"Whose yes it counts as"`
	At       time.Time          `json:"at"`
	Note     string             `json:"note"`
	Self     bool               `json:"self" doc:"They wrote the revision"`
	OnBehalf *onBehalf          `json:"on_behalf,omitempty"`
	Above    bool               `json:"escalated,omitempty" doc:"Given in place of who did not answer, after an escalation"`
}

func viewSignOffs(all []editorial.SignOff) []signOffView {
	views := make([]signOffView, len(all))
	for i, s := range all {
		views[i] = signOffView{
			Step: s.Step, Revision: s.Revision, By: viewActor(s.By), For: s.For, At: s.At.UTC(), Note: s.Note,
			Self: s.Self, OnBehalf: viewOnBehalf(s.OnBehalf), Above: s.Above,
		}
	}
	return views
}

// changesView is what somebody wants put right.
type changesView struct {
	Revision int          `json:"revision"`
	By       actorView    `json:"by"`
	At       time.Time    `json:"at"`
	Reasons  []reasonView `json:"reasons"`
	Note     string       `json:"note"`
}

type reasonView struct {
	Code  editorial.Reason `json:"code" enum:"spelling,tone,visual,link,legal"`
	Label string           `json:"label" doc:"In the reader's language"`
}

func viewChanges(r *editorial.Review, lang editorial.Lang) *changesView {
	if r == nil || r.Changes == nil {
		return nil
	}
	c := r.Changes
	v := &changesView{Revision: c.Revision, By: viewActor(c.By), At: c.At.UTC(), Reasons: make([]reasonView, len(c.Reasons)), Note: c.Note}
	for i, reason := range c.Reasons {
		v.Reasons[i] = reasonView{Code: reason, Label: reason.Words().In(lang)}
	}
	return v
}

// channelYesView is who approved a post on one channel.
type channelYesView struct {
	Revision int       `json:"revision" doc:"That was looked at"`
	By       actorView `json:"by"`
	At       time.Time `json:"at"`
}

func viewChannelYeses(on map[editorial.ChannelID]editorial.ChannelYes) map[editorial.ChannelID]channelYesView {
	views := map[editorial.ChannelID]channelYesView{}
	for id, yes := range on {
		views[id] = channelYesView{Revision: yes.Revision, By: viewActor(yes.By), At: yes.At.UTC()}
	}
	return views
}

// waitingView is who must act next on a post.
type waitingView struct {
	For       editorial.Duty        `json:"for" enum:"submit,correct,approve" doc:"What they must do"`
	Step      string                `json:"step,omitempty" doc:"Name of the step, where the calendar approves in steps"`
	Number    int                   `json:"number,omitempty" doc:"Of the step, from 1"`
	Of        int                   `json:"of,omitempty" doc:"How many steps there are"`
	Need      editorial.Need        `json:"need,omitempty" enum:"any,all" doc:"One of the members, or each of them"`
	Client    bool                  `json:"client,omitempty"`
	Roles     []editorial.Role      `json:"roles,omitempty" enum:"manager,editor,contributor,reviewer,viewer" doc:"That the step asks for"`
	Members   []editorial.MemberID  `json:"members" doc:"Who can do it; those who have signed the step are left out"`
	Since     *time.Time            `json:"since,omitempty"`
	Due       *time.Time            `json:"due,omitempty" doc:"When the post is to leave on what is not approved yet; absent: no date"`
	By        *time.Time            `json:"answer_by,omitempty" doc:"Until when it should be approved, as the calendar says (approve_ahead); where it came to its approvers later than that, when it is to leave"`
	Channels  []editorial.ChannelID `json:"channels,omitempty" doc:"That wait, where the others are approved; absent: all of them"`
	StandIns  []standInView         `json:"stand_ins,omitempty" doc:"Of the members, who acts in the place of somebody who is away"`
	Escalated []editorial.MemberID  `json:"escalated_to,omitempty" doc:"It has waited too long: who was told, and may sign in place of who did not answer, unless it is the client's step"`
	Signed    []signOffView         `json:"signed" doc:"Sign-offs that stand on the current revision"`
}

func viewWaiting(p *editorial.Post, desk editorial.Desk) *waitingView {
	w, ok := p.WaitsFor(desk)
	if !ok {
		return nil
	}
	v := &waitingView{For: w.For, Members: filled(w.Members), Since: instant(w.Since), Due: instant(w.Due), By: instant(w.By), Signed: viewSignOffs(p.SignedOff(desk))}
	if w.For == editorial.DutyApprove {
		v.Channels = w.Channels
		v.StandIns, v.Escalated = viewStandIns(w.StandIns), w.Above
		v.Step, v.Number, v.Of, v.Need, v.Client, v.Roles = w.Step.Name, w.Number, w.Of, w.Step.Need, w.Step.Client, w.Step.Roles
	}
	return v
}

// reviewWords names a post in review by the kind of step that waits: the last
// one approves, those before it proofread.
func reviewWords(p *editorial.Post, desk editorial.Desk) editorial.Words {
	if w, ok := p.WaitsFor(desk); ok && !w.Last() {
		return editorial.Words{EN: "To be proofread", FR: "À relire"}
	}
	return p.Status.Words()
}

// correction is an edit and the approval of what it makes, in one act.
type correction struct {
	Edit     PostEdit       `json:"edit" doc:"A merge patch, as for PATCH"`
	Note     string         `json:"note,omitempty" maxLength:"10000"`
	Late     editorial.Late `json:"late,omitempty" enum:",leave,refuse" doc:"As for the move approve"`
	OnBehalf *onBehalf      `json:"on_behalf,omitempty"`
	Copy     string         `json:"working_copy,omitempty" maxLength:"100" doc:"The ETag of the working copy that this saves, as for PATCH"`
}

type correctPostInput struct {
	Post    editorial.PostID `path:"post"`
	IfMatch string           `header:"If-Match" maxLength:"1024" doc:"The ETag of the version that the correction starts from."`
	Body    correction
}

// correctPost saves a correction and approves what it made: both or neither.
func (a *API) correctPost(ctx context.Context, in *correctPostInput) (*postAnswer, error) {
	p, desk, err := a.postFor(ctx, in.Post)
	if err != nil {
		return nil, err
	}
	found, err := a.lookUp(ctx, p.Calendar, in.Body.Edit)
	if err != nil {
		return nil, err
	}
	ruler, err := a.rulerFor(ctx, p, desk, in.Body.Edit, found)
	if err != nil {
		return nil, err
	}
	asked := editorial.Asked{Move: editorial.MoveApprove, Note: in.Body.Note, Late: in.Body.Late, OnBehalf: in.Body.OnBehalf.read()}
	w := a.write(ctx, desk.By)
	if w.Copy, err = a.copyNamed(ctx, p, in.Body.Copy); err != nil {
		return nil, err
	}
	return a.savePost(ctx, w, desk, p.ID, taggedRevision(in.IfMatch), func(p *editorial.Post, desk editorial.Desk) (editorial.Lines, error) {
		desk.Ruler = ruler
		if err := matchTag(in.IfMatch, postTag(p)); err != nil {
			return editorial.Lines{}, err
		}
		next, err := in.Body.Edit.over(p.Sheet, desk, found)
		if err != nil {
			return editorial.Lines{}, err
		}
		return p.CorrectAndApprove(next, asked, desk)
	})
}
