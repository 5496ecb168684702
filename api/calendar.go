package api

import (
	"cmp"
	"context"
	"slices"
	"time"

	"parution.dev/editorial"
	"parution.dev/store"
)

// calendarView is a calendar as the API shows it.
type calendarView struct {
	ID          editorial.CalendarID  `json:"id" example:"cal_0692k8o5vfr3hd1t9m4q6c2p0g"`
	Name        string                `json:"name"`
	TimeZone    string                `json:"time_zone" example:"Europe/Paris" doc:"IANA name; the zone of times that name none"`
	Language    editorial.Lang        `json:"language" enum:"en,fr"`
	Policy      policyView            `json:"policy"`
	CreatedAt   time.Time             `json:"created_at"`
	ArchivedAt  *time.Time            `json:"archived_at" doc:"null: in use"`
	Affected    []affectedView        `json:"affected,omitempty" doc:"When the margin has just been changed: what leaves by a touch-up that it would not allow now. It leaves all the same"`
	Permissions editorial.Permissions `json:"permissions" doc:"What the reader may do here, with this token"`
}

// policyView is what a calendar's people agreed on.
type policyView struct {
	Approval         editorial.Approving `json:"approval" enum:"one,none,steps" doc:"one: somebody approves; steps: one step after the other; none: submitting is approving, for whoever may release"`
	Steps            []stepView          `json:"steps" doc:"In their order, where approval is steps"`
	PerChannel       bool                `json:"per_channel" doc:"A post may be approved channel by channel; not with steps"`
	SelfApproval     bool                `json:"self_approval" doc:"People may approve what they wrote; it is always shown"`
	Lateness         string              `json:"lateness" example:"30m" doc:"How late a post may leave that says nothing itself"`
	ApproveAhead     string              `json:"approve_ahead" example:"4h" doc:"How long before its time a post should be approved; those who must are told until when"`
	Deputy           editorial.MemberID  `json:"deputy" doc:"Acts for approvers who are away and named nobody; empty: nobody does"`
	Escalation       escalationView      `json:"escalation" doc:"What happens to a post that waits too long for an approval"`
	UntilApproved    editorial.Until     `json:"until_approved" enum:"hold,release_approved" doc:"While an edited post waits for its new approval: hold it, or let the approved revision leave"`
	Margin           marginView          `json:"margin" doc:"How far a post may differ from what was approved, and still leave"`
	ResendWhenLikely bool                `json:"resend_when_likely" doc:"Send again, after three looks, what a platform's listing does not show"`
	ClientCodes      bool                `json:"client_codes" doc:"A client's link opens with a code by mail too, not with a name alone"`
	TokensMayApprove bool                `json:"tokens_may_approve" doc:"A token that one person made for another may approve"`
	AltTextsRequired bool                `json:"alt_texts_required" doc:"A picture without alternative text cannot be submitted"`
	DeadLinks        editorial.DeadLinks `json:"dead_links" enum:"warn,hold" doc:"A link that leads nowhere: tell, and let the post leave; or hold it"`
	QuietHours       []quietHours        `json:"quiet_hours" doc:"Nothing leaves in them, on any channel"`
	Blackouts        []blackoutView      `json:"blackouts" doc:"Nothing leaves in them"`
	Digest           digestView          `json:"digest" doc:"When the digests are mailed to those who want them"`
	Checklists       []checklistView     `json:"checklists" doc:"What is to be done for every post of a kind"`
}

// digestView is when a calendar's digests are made, by its clocks.
type digestView struct {
	At       string  `json:"at" example:"08:00"`
	WeeklyOn weekday `json:"weekly_on" enum:"mon,tue,wed,thu,fri,sat,sun" doc:"The day of the digest for the week's meeting"`
}

// digestEdit changes it: what is absent stays.
type digestEdit struct {
	At       Patch[string]  `json:"at,omitzero" maxLength:"5" example:"08:00"`
	WeeklyOn Patch[weekday] `json:"weekly_on,omitzero" enum:"mon,tue,wed,thu,fri,sat,sun"`
}

func (e digestEdit) over(d *editorial.DigestTimes) {
	e.At.Into(&d.At)
	if e.WeeklyOn.Sent {
		d.WeeklyOn, d.Chosen = time.Weekday(slices.Index(weekdays(), e.WeeklyOn.Value)), true
	}
}

// calendarAnswer is one calendar with its version.
type calendarAnswer struct {
	ETag string `header:"ETag" doc:"The version, for If-Match."`
	Body calendarView
}

func viewCalendar(c editorial.Calendar, who caller) calendarView {
	return calendarView{
		ID: c.ID, Name: c.Name, TimeZone: c.Zone, Language: c.Language, CreatedAt: c.Created, ArchivedAt: instant(c.Archived),
		Policy: policyView{
			Approval: c.Policy.Approval, Steps: viewSteps(c.Policy.Steps), PerChannel: c.Policy.PerChannel, SelfApproval: !c.Policy.NoSelfApproval, Lateness: viewDuration(c.Policy.Lateness),
			ApproveAhead: viewDuration(cmp.Or(c.Policy.ApproveAhead, editorial.DefaultApproveAhead)),
			Deputy:       c.Policy.Deputy, Escalation: escalationView{After: viewDuration(c.Policy.Escalation.After), To: filled(c.Policy.Escalation.To)},
			UntilApproved: c.Policy.UntilApproved, ResendWhenLikely: c.Policy.ResendWhenLikely,
			ClientCodes: c.Policy.ClientCodes, TokensMayApprove: c.Policy.TokensMayApprove, AltTextsRequired: c.Policy.AltTextsRequired,
			DeadLinks:  cmp.Or(c.Policy.DeadLinks, editorial.DeadLinksWarn),
			Digest:     digestView{c.Policy.Digest.Clock(), weekdays()[c.Policy.Digest.Weekday()]},
			QuietHours: viewQuiet(c.Policy.QuietHours), Blackouts: viewBlackouts(c.Policy.Blackouts), Margin: viewMargin(c.Policy.Margin),
			Checklists: viewChecklists(c.Policy.Checklists),
		},
		Permissions: who.in(c).May,
	}
}

func answerCalendar(c editorial.Calendar, who caller) *calendarAnswer {
	return &calendarAnswer{ETag: etag(c.Version, string(c.ID)), Body: viewCalendar(c, who)}
}

// policyEdit changes a policy: what is absent stays.
type policyEdit struct {
	Approval         Patch[editorial.Approving]   `json:"approval,omitzero" enum:"one,none,steps"`
	Steps            Patch[[]stepEdit]            `json:"steps,omitzero" maxItems:"10" doc:"All of them; each must have somebody who can sign it"`
	PerChannel       Patch[bool]                  `json:"per_channel,omitzero"`
	SelfApproval     Patch[bool]                  `json:"self_approval,omitzero"`
	Lateness         Patch[string]                `json:"lateness,omitzero" maxLength:"20" example:"30m" doc:"Up to 48h"`
	ApproveAhead     Patch[string]                `json:"approve_ahead,omitzero" maxLength:"20" example:"4h" doc:"From 1m to 336h"`
	Deputy           Optional[editorial.MemberID] `json:"deputy,omitzero" maxLength:"64" doc:"Somebody who may approve; null: nobody"`
	Escalation       Patch[escalationEdit]        `json:"escalation,omitzero"`
	UntilApproved    Patch[editorial.Until]       `json:"until_approved,omitzero" enum:"hold,release_approved"`
	Margin           Patch[marginEdit]            `json:"margin,omitzero"`
	ResendWhenLikely Patch[bool]                  `json:"resend_when_likely,omitzero"`
	ClientCodes      Patch[bool]                  `json:"client_codes,omitzero"`
	TokensMayApprove Patch[bool]                  `json:"tokens_may_approve,omitzero"`
	AltTextsRequired Patch[bool]                  `json:"alt_texts_required,omitzero"`
	DeadLinks        Patch[editorial.DeadLinks]   `json:"dead_links,omitzero" enum:"warn,hold"`
	QuietHours       Optional[[]quietHours]       `json:"quiet_hours,omitzero" maxItems:"20"`
	Blackouts        Optional[[]blackoutView]     `json:"blackouts,omitzero" maxItems:"200"`
	Digest           Patch[digestEdit]            `json:"digest,omitzero"`
	Checklists       Optional[[]checklistView]    `json:"checklists,omitzero" maxItems:"20" doc:"All of them"`
}

func (e policyEdit) over(p *editorial.Policy) error {
	e.Approval.Into(&p.Approval)
	if e.Steps.Sent {
		p.Steps = readSteps(e.Steps.Value)
	}
	e.UntilApproved.Into(&p.UntilApproved)
	e.Deputy.Into(&p.Deputy)
	e.PerChannel.Into(&p.PerChannel)
	e.ResendWhenLikely.Into(&p.ResendWhenLikely)
	e.ClientCodes.Into(&p.ClientCodes)
	e.TokensMayApprove.Into(&p.TokensMayApprove)
	e.AltTextsRequired.Into(&p.AltTextsRequired)
	e.DeadLinks.Into(&p.DeadLinks)
	if e.SelfApproval.Sent {
		p.NoSelfApproval = !e.SelfApproval.Value
	}
	if e.QuietHours.Sent {
		p.QuietHours = readQuiet(e.QuietHours.Value)
	}
	if e.Blackouts.Sent {
		p.Blackouts = readBlackouts(e.Blackouts.Value)
	}
	if e.Checklists.Sent {
		p.Checklists = readChecklists(e.Checklists.Value)
	}
	e.Margin.Value.over(&p.Margin)
	e.Digest.Value.over(&p.Digest)
	problems := slices.Concat(p.CheckRhythm("/policy"), p.Margin.Check("/policy/margin"), p.CheckPerChannel("/policy"),
		p.Digest.Check("/policy/digest"), p.CheckLists("/policy/checklists"))
	if !readDuration(e.Lateness, &p.Lateness, 1, editorial.MaxLateness) {
		problems = append(problems, editorial.Problem{Code: editorial.CodeBadLateness, Pointer: "/policy/lateness"})
	}
	if !readDuration(e.ApproveAhead, &p.ApproveAhead, editorial.MinApproveAhead, editorial.MaxApproveAhead) {
		problems = append(problems, editorial.Problem{Code: editorial.CodeBadApproveAhead, Pointer: "/policy/approve_ahead"})
	}
	return editorial.RefuseAll(append(problems, e.Escalation.Value.over(&p.Escalation)...))
}

// readDuration reads a duration where one was sent, and tells whether it lies
// within its bounds.
func readDuration(sent Patch[string], into *time.Duration, least, most time.Duration) bool {
	if !sent.Sent {
		return true
	}
	d, err := time.ParseDuration(sent.Value)
	if err != nil || d < least || d > most {
		return false
	}
	*into = d
	return true
}

// calendarEdit changes a calendar: what is absent stays.
type calendarEdit struct {
	Name     Patch[string]         `json:"name,omitzero" minLength:"1" maxLength:"200"`
	TimeZone Patch[string]         `json:"time_zone,omitzero" maxLength:"64" doc:"IANA name. Times that are planned keep their own zone"`
	Language Patch[editorial.Lang] `json:"language,omitzero" enum:"en,fr"`
	Policy   Patch[policyEdit]     `json:"policy,omitzero"`
}

func (e calendarEdit) over(c *editorial.Calendar) error {
	e.Name.Into(&c.Name)
	e.TimeZone.Into(&c.Zone)
	e.Language.Into(&c.Language)
	if err := checkName(c.Name); err != nil {
		return err
	}
	if _, err := editorial.NewWhen("2026-01-01T00:00", c.Zone, 0); err != nil {
		return editorial.InvalidAt("/time_zone", codeUnknownZone)
	}
	return e.Policy.Value.over(&c.Policy)
}

// with changes a calendar whose people are known: steps need somebody to sign.
func (e calendarEdit) with(team []editorial.Member) func(*editorial.Calendar) error {
	return func(c *editorial.Calendar) error {
		if err := e.over(c); err != nil {
			return err
		}
		var problems []editorial.Problem
		p := e.Policy.Value
		if p.Approval.Sent || p.Steps.Sent {
			problems = c.CheckSteps(team, "/policy/steps")
		}
		if p.Deputy.Sent || p.Escalation.Value.To.Sent {
			problems = append(problems, c.CheckDeputies(team, "/policy")...)
		}
		return editorial.RefuseAll(problems)
	}
}

type newCalendar struct {
	Name     string            `json:"name" minLength:"1" maxLength:"200"`
	TimeZone string            `json:"time_zone" maxLength:"64" example:"Europe/Paris" doc:"IANA name"`
	Language editorial.Lang    `json:"language" enum:"en,fr"`
	Policy   Patch[policyEdit] `json:"policy,omitzero"`
}

type createCalendarInput struct {
	Body newCalendar
}

// createCalendar makes a calendar, whose manager its maker becomes. Any member
// may, with a token that is good for every calendar and for policies.
func (a *API) createCalendar(ctx context.Context, in *createCalendarInput) (*created[calendarView], error) {
	who := callerOf(ctx)
	if len(who.token.Calendars) > 0 || !who.allows(editorial.Govern) {
		return nil, editorial.Refuse(editorial.Forbidden, codeBeyondToken)
	}
	c := editorial.Calendar{
		ID: editorial.NewID[editorial.CalendarID]("cal"), Policy: editorial.DefaultPolicy(), Created: a.cfg.Now().UTC(), Version: 1,
	}
	edit := calendarEdit{
		Name: sent(in.Body.Name), TimeZone: sent(in.Body.TimeZone), Language: sent(in.Body.Language), Policy: in.Body.Policy,
	}
	maker := who.member
	maker.Roles = map[editorial.CalendarID][]editorial.Role{c.ID: {editorial.Manager}}
	if err := edit.with([]editorial.Member{maker})(&c); err != nil {
		return nil, err
	}
	if err := a.store.AddCalendar(ctx, a.write(ctx, who.actor()), c, who.member.ID); err != nil {
		return nil, err
	}
	who.member.Roles[c.ID] = []editorial.Role{editorial.Manager}
	return &created[calendarView]{Location: location(ctx, c.ID), ETag: etag(c.Version, string(c.ID)), Body: viewCalendar(c, who)}, nil
}

type listCalendarsInput struct{ Paging }

func (a *API) listCalendars(ctx context.Context, in *listCalendarsInput) (*listed[calendarView], error) {
	who, err := reader(ctx)
	if err != nil {
		return nil, err
	}
	calendars, next, err := a.store.ListCalendars(ctx, who.calendars(), in.page())
	if err != nil {
		return nil, err
	}
	return list(ctx, calendars, next, func(c editorial.Calendar) calendarView { return viewCalendar(c, who) }), nil
}

type getCalendarInput struct {
	Calendar editorial.CalendarID `path:"calendar"`
}

func (a *API) getCalendar(ctx context.Context, in *getCalendarInput) (*calendarAnswer, error) {
	c, _, err := a.calendarFor(ctx, in.Calendar, editorial.Read)
	if err != nil {
		return nil, err
	}
	return answerCalendar(c, callerOf(ctx)), nil
}

type updateCalendarInput struct {
	Calendar editorial.CalendarID `path:"calendar"`
	IfMatch  string               `header:"If-Match" required:"true" doc:"The ETag of the version that the change starts from."`
	Body     calendarEdit
}

func (a *API) updateCalendar(ctx context.Context, in *updateCalendarInput) (*calendarAnswer, error) {
	if _, _, err := a.calendarFor(ctx, in.Calendar, editorial.Govern); err != nil {
		return nil, err
	}
	team, err := a.store.ListTeam(ctx, in.Calendar)
	if err != nil {
		return nil, err
	}
	answer, err := a.changeCalendar(ctx, in.Calendar, in.IfMatch, in.Body.with(team))
	if err == nil && in.Body.Policy.Value.Margin.Sent {
		answer.Body.Affected, err = a.affected(ctx, in.Calendar, store.PostFilter{})
	}
	return answer, err
}

type archiveCalendarInput struct {
	Calendar editorial.CalendarID `path:"calendar"`
	IfMatch  string               `header:"If-Match" required:"true" doc:"The ETag of the version that was read."`
}

// archiveCalendar puts a calendar away. Nothing of it is lost, and nothing
// changes in it any more; so nothing may be about to leave from it.
func (a *API) archiveCalendar(ctx context.Context, in *archiveCalendarInput) (*calendarAnswer, error) {
	_, actor, err := a.calendarFor(ctx, in.Calendar, editorial.Govern)
	if err != nil {
		return nil, err
	}
	who, w := callerOf(ctx), a.write(ctx, actor)
	c, err := a.store.ArchiveCalendar(ctx, w, in.Calendar, func(c *editorial.Calendar, waiting int) error {
		if err := matchVersion(in.IfMatch, c.Version, string(in.Calendar)); err != nil {
			return versioned(err, viewCalendar(*c, who))
		}
		if waiting > 0 {
			return editorial.Refuse(editorial.Conflict, codePostsWaiting)
		}
		c.Archived = w.Now
		return nil
	})
	if err != nil {
		return nil, err
	}
	return answerCalendar(c, who), nil
}

func (a *API) changeCalendar(ctx context.Context, id editorial.CalendarID, ifMatch string, change func(*editorial.Calendar) error) (*calendarAnswer, error) {
	_, actor, err := a.calendarFor(ctx, id, editorial.Govern)
	if err != nil {
		return nil, err
	}
	who := callerOf(ctx)
	c, err := a.store.UpdateCalendar(ctx, a.write(ctx, actor), id, func(c *editorial.Calendar) error {
		if err := matchVersion(ifMatch, c.Version, string(id)); err != nil {
			return versioned(err, viewCalendar(*c, who))
		}
		return change(c)
	})
	if err != nil {
		return nil, err
	}
	return answerCalendar(c, who), nil
}
