package api

import (
	"context"
	"time"

	"parution.dev/editorial"
)

// delegationView is a span of time in which one member acts in another's place.
type delegationView struct {
	ID        editorial.DelegationID `json:"id"`
	Calendar  editorial.CalendarID   `json:"calendar"`
	Member    editorial.MemberID     `json:"member" doc:"Who is away"`
	To        editorial.MemberID     `json:"to" doc:"Who acts for them; empty: the calendar's deputy"`
	From      time.Time              `json:"from"`
	Until     time.Time              `json:"until"`
	Reason    string                 `json:"reason"`
	By        actorView              `json:"by"`
	Active    bool                   `json:"active" doc:"It holds now"`
	CreatedAt time.Time              `json:"created_at"`
}

type delegationAnswer struct{ Body delegationView }

func (a *API) viewDelegation(d editorial.Delegation) delegationView {
	return delegationView{
		ID: d.ID, Calendar: d.Calendar, Member: d.Member, To: d.To, From: d.From, Until: d.Until, Reason: d.Reason,
		By: viewActor(d.By), Active: d.Active(a.now()), CreatedAt: d.Created,
	}
}

type newDelegation struct {
	Member editorial.MemberID  `json:"member,omitempty" maxLength:"64" doc:"Who is away; you, when left out. For others it takes the permission policy"`
	To     editorial.MemberID  `json:"to,omitempty" maxLength:"64" doc:"Who acts for them, and may approve here; the calendar's deputy, when left out"`
	From   Optional[time.Time] `json:"from,omitzero" doc:"Now, when left out"`
	Until  time.Time           `json:"until"`
	Reason string              `json:"reason,omitempty" maxLength:"2000"`
}

type createDelegationInput struct {
	Calendar editorial.CalendarID `path:"calendar"`
	Body     newDelegation
}

// createDelegation lets somebody act for a while in a member's place.
func (a *API) createDelegation(ctx context.Context, in *createDelegationInput) (*created[delegationView], error) {
	calendar, actor, err := a.calendarFor(ctx, in.Calendar, editorial.Read)
	if err != nil {
		return nil, err
	}
	if !calendar.Archived.IsZero() {
		return nil, editorial.Refuse(editorial.Conflict, editorial.CodeCalendarArchived)
	}
	w := a.write(ctx, actor)
	d := editorial.Delegation{
		ID: editorial.NewID[editorial.DelegationID]("dgn"), Calendar: calendar.ID, Member: in.Body.Member, To: in.Body.To,
		From: in.Body.From.Value.UTC(), Until: in.Body.Until.UTC(), Reason: in.Body.Reason, By: actor, Created: w.Now,
	}
	if d.Member == "" {
		d.Member = actor.Member
	}
	d, err = a.store.AddDelegation(ctx, w, d, func(d *editorial.Delegation, team []editorial.Member, calendar editorial.Calendar) error {
		return d.Check(team, calendar, w.Now)
	})
	if err != nil {
		return nil, err
	}
	return &created[delegationView]{Location: location(ctx, d.ID), Body: a.viewDelegation(d)}, nil
}

type listDelegationsInput struct {
	Calendar editorial.CalendarID `path:"calendar"`
	Active   bool                 `query:"active" doc:"true: only those that hold now, or are to come."`
	Paging
}

func (a *API) listDelegations(ctx context.Context, in *listDelegationsInput) (*listed[delegationView], error) {
	if _, _, err := a.calendarFor(ctx, in.Calendar, editorial.Read); err != nil {
		return nil, err
	}
	var since time.Time
	if in.Active {
		since = a.now()
	}
	found, next, err := a.store.ListDelegations(ctx, in.Calendar, since, in.page())
	if err != nil {
		return nil, err
	}
	return list(ctx, found, next, a.viewDelegation), nil
}

type delegationInput struct {
	Delegation editorial.DelegationID `path:"delegation"`
}

func (a *API) getDelegation(ctx context.Context, in *delegationInput) (*delegationAnswer, error) {
	d, _, err := a.delegationFor(ctx, in.Delegation)
	if err != nil {
		return nil, err
	}
	return &delegationAnswer{Body: a.viewDelegation(d)}, nil
}

func (a *API) delegationFor(ctx context.Context, id editorial.DelegationID) (editorial.Delegation, editorial.Actor, error) {
	d, err := a.store.GetDelegation(ctx, id)
	if err != nil {
		return d, editorial.Actor{}, err
	}
	_, actor, err := a.calendarFor(ctx, d.Calendar, editorial.Read)
	return d, actor, err
}

// endDelegation calls a delegation off: from now on the member acts themselves.
func (a *API) endDelegation(ctx context.Context, in *delegationInput) (*delegationAnswer, error) {
	_, actor, err := a.delegationFor(ctx, in.Delegation)
	if err != nil {
		return nil, err
	}
	w := a.write(ctx, actor)
	d, err := a.store.UpdateDelegation(ctx, w, in.Delegation, func(d *editorial.Delegation) error { return d.End(actor, w.Now) })
	if err != nil {
		return nil, err
	}
	return &delegationAnswer{Body: a.viewDelegation(d)}, nil
}

// escalationView is what happens to a post that waits too long.
type escalationView struct {
	After string               `json:"after" example:"24h" doc:"Since it came to those who must approve; empty: nothing happens"`
	To    []editorial.MemberID `json:"to" doc:"Who is told, and may sign in place of who did not answer; none: the calendar's managers"`
}

// escalationEdit changes it: what is absent stays.
type escalationEdit struct {
	After Patch[string]               `json:"after,omitzero" maxLength:"20" example:"24h" doc:"From 5m to 720h; 0s: nothing happens"`
	To    Patch[[]editorial.MemberID] `json:"to,omitzero" maxItems:"50" maxLength:"64"`
}

func (e escalationEdit) over(into *editorial.Escalation) []editorial.Problem {
	e.To.Into(&into.To)
	if e.After.Value == "0s" {
		into.After = 0
		return nil
	}
	if !readDuration(e.After, &into.After, editorial.MinEscalation, editorial.MaxEscalation) {
		return []editorial.Problem{{Code: editorial.CodeBadEscalation, Pointer: "/policy/escalation/after"}}
	}
	return nil
}

// standInView is somebody who acts in another's place.
type standInView struct {
	Member editorial.MemberID `json:"member"`
	For    editorial.MemberID `json:"for"`
}

func viewStandIns(all []editorial.StandIn) []standInView {
	var views []standInView
	for _, s := range all {
		views = append(views, standInView(s))
	}
	return views
}
