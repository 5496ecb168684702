package api

import (
	"context"
	"slices"
	"strings"
	"time"

	"parution.dev/editorial"
	"parution.dev/store"
)

// pauseView is a pause as the API shows it.
type pauseView struct {
	ID       editorial.PauseID    `json:"id"`
	Calendar editorial.CalendarID `json:"calendar" doc:"Whose people see it; empty: a pause of everything"`
	Scope    scopeView            `json:"scope"`
	Reason   string               `json:"reason"`
	By       actorView            `json:"by"`
	From     time.Time            `json:"from"`
	Until    *time.Time           `json:"until" doc:"null: until a person lifts it"`
	Active   bool                 `json:"active" doc:"It holds now"`
	Leaving  []stoppedView        `json:"leaving,omitempty" doc:"When it is made: what is on the wire in its scope, and can no longer be stopped; published, where it is being edited"`
	Stopped  []stoppedView        `json:"stopped,omitempty" doc:"When it is lifted: what came due under it. None of it leaves by itself; keep, move or drop each"`
}

// scopeView is what a pause covers: one of these.
type scopeView struct {
	All      bool                 `json:"all,omitempty" doc:"Everything"`
	Calendar editorial.CalendarID `json:"calendar,omitempty"`
	Channel  editorial.ChannelID  `json:"channel,omitempty"`
	Campaign editorial.CampaignID `json:"campaign,omitempty"`
	Pillar   editorial.PillarID   `json:"pillar,omitempty"`
}

// stoppedView is a delivery that a pause concerns.
type stoppedView struct {
	Delivery editorial.DeliveryID    `json:"delivery"`
	Post     editorial.PostID        `json:"post"`
	Channel  editorial.ChannelID     `json:"channel"`
	State    editorial.DeliveryState `json:"state"`
	DueAt    *time.Time              `json:"due_at"`
	Choices  []string                `json:"choices,omitempty" enum:"retry,move,drop" doc:"What a person can do. retry: it leaves now, once nothing stops it (a move of the delivery); move: it gets a new time (publish_at of the post); drop: it will not leave (a move of the delivery)"`
}

// pauseAnswer is one pause.
type pauseAnswer struct{ Body pauseView }

func (a *API) viewPause(p editorial.Pause) pauseView {
	return pauseView{
		ID: p.ID, Calendar: p.Calendar, Scope: scopeView(p.Scope), Reason: p.Reason, By: viewActor(p.By),
		From: p.From, Until: instant(p.Until), Active: p.Active(a.cfg.Now()),
	}
}

type newPause struct {
	Scope  scopeView           `json:"scope"`
	Reason string              `json:"reason" minLength:"1" maxLength:"2000"`
	From   Optional[time.Time] `json:"from,omitzero" doc:"Now, when left out"`
	Until  Optional[time.Time] `json:"until,omitzero" doc:"Until a person lifts it, when left out"`
}

type createPauseInput struct{ Body newPause }

// createPause stops releases in a scope, from its commit on. What is on the
// wire at that moment finishes, and is listed.
func (a *API) createPause(ctx context.Context, in *createPauseInput) (*created[pauseView], error) {
	calendar, err := a.scopeFor(ctx, in.Body.Scope)
	if err != nil {
		return nil, err
	}
	actor := callerOf(ctx).actor()
	if calendar != "" {
		if _, actor, err = a.calendarFor(ctx, calendar, editorial.Write); err != nil {
			return nil, err
		}
	}
	w := a.write(ctx, actor)
	p, err := in.Body.pause(calendar, w)
	if err != nil {
		return nil, err
	}
	if err := a.store.AddPause(ctx, w, p); err != nil {
		return nil, err
	}
	view := a.viewPause(p)
	if view.Leaving, err = a.leaving(ctx, p); err != nil {
		return nil, err
	}
	return &created[pauseView]{Location: location(ctx, p.ID), Body: view}, nil
}

// leaving lists what is on the wire in a pause's scope: posts that leave, and
// published ones that are being edited.
func (a *API) leaving(ctx context.Context, p editorial.Pause) ([]stoppedView, error) {
	sending, err := a.covered(ctx, p, store.DeliveryFilter{}, editorial.Sending)
	if err != nil {
		return nil, err
	}
	edited, err := a.covered(ctx, p, store.DeliveryFilter{Acting: true}, editorial.Published)
	return append(sending, edited...), err
}

// pause is the pause that is asked for.
func (n newPause) pause(calendar editorial.CalendarID, w store.Write) (editorial.Pause, error) {
	p := editorial.Pause{
		ID: editorial.NewID[editorial.PauseID]("pau"), Calendar: calendar, Scope: editorial.Scope(n.Scope), Reason: n.Reason, By: w.By,
		From: w.Now, Until: n.Until.Value.UTC(), Made: w.Now,
	}
	if n.From.Sent && !n.From.Null {
		p.From = n.From.Value.UTC()
	}
	switch {
	case strings.TrimSpace(n.Reason) == "":
		return p, editorial.InvalidAt("/reason", codeTooShort)
	case p.From.Before(w.Now):
		return p, editorial.InvalidAt("/from", editorial.CodeTimePast)
	case !p.Until.IsZero() && !p.Until.After(p.From):
		return p, editorial.InvalidAt("/until", codeUntilBeforeFrom)
	}
	return p, nil
}

// scopeFor returns the calendar of what a pause is to cover, "" for
// everything, which is the owners' to stop.
func (a *API) scopeFor(ctx context.Context, s scopeView) (editorial.CalendarID, error) {
	if s.named() != 1 {
		return "", editorial.InvalidAt("/scope", codeOneScope)
	}
	calendar, err := s.Calendar, error(nil)
	switch {
	case s.All && callerOf(ctx).owns(editorial.Govern):
		return "", nil
	case s.All:
		return "", editorial.Refuse(editorial.Forbidden, codeOwnersOnly)
	case s.Channel != "":
		var c editorial.Channel
		c, err = a.store.GetChannel(ctx, s.Channel)
		calendar = c.Calendar
	case s.Campaign != "":
		var g editorial.Campaign
		g, err = a.store.GetCampaign(ctx, s.Campaign)
		calendar = g.Calendar
	case s.Pillar != "":
		var p editorial.Pillar
		p, err = a.store.GetPillar(ctx, s.Pillar)
		calendar = p.Calendar
	}
	if editorial.IsKind(err, editorial.NotFound) || err == nil && !callerOf(ctx).sees(calendar) {
		return "", editorial.InvalidAt("/scope", codeUnknownScope)
	}
	return calendar, err
}

// named counts the things that a scope names.
func (s scopeView) named() int {
	count := 0
	for _, one := range []bool{s.All, s.Calendar != "", s.Channel != "", s.Campaign != "", s.Pillar != ""} {
		if one {
			count++
		}
	}
	return count
}

// covered lists the deliveries in some states that a pause covers, of those
// that the filter lets through. Of a post that cannot be read all is there that a
// scope asks for.
func (a *API) covered(ctx context.Context, p editorial.Pause, filter store.DeliveryFilter, states ...editorial.DeliveryState) ([]stoppedView, error) {
	filter.Channel, filter.States = p.Scope.Channel, states
	if p.Calendar != "" {
		filter.Calendars = []editorial.CalendarID{p.Calendar}
	}
	deliveries, err := all(func(page store.Page) ([]editorial.Delivery, string, error) {
		return a.store.ListDeliveries(ctx, filter, page)
	})
	if err != nil {
		return nil, err
	}
	ids := make([]editorial.PostID, len(deliveries))
	for i, d := range deliveries {
		ids[i] = d.Post
	}
	posts, err := a.store.ListPostsByID(ctx, slices.Compact(slices.Sorted(slices.Values(ids))))
	if err != nil {
		return nil, err
	}
	var found []stoppedView
	for _, d := range deliveries {
		if post := posts[d.Post]; post != nil && p.Covers(post, d.Channel) {
			found = append(found, stoppedView{Delivery: d.ID, Post: d.Post, Channel: d.Channel, State: d.State, DueAt: instant(d.Due)})
		}
	}
	return found, nil
}

type listPausesInput struct {
	Paging
	Active bool `query:"active" doc:"true: only those that hold now, or are planned."`
}

func (a *API) listPauses(ctx context.Context, in *listPausesInput) (*listed[pauseView], error) {
	who, err := reader(ctx)
	if err != nil {
		return nil, err
	}
	var active *time.Time
	if in.Active {
		now := a.cfg.Now().UTC()
		active = &now
	}
	pauses, next, err := a.store.ListPauses(ctx, who.calendars(), active, in.page())
	if err != nil {
		return nil, err
	}
	return list(ctx, pauses, next, a.viewPause), nil
}

type getPauseInput struct {
	Pause editorial.PauseID `path:"pause"`
}

// getPause answers a pause. A pause of everything concerns every member.
func (a *API) getPause(ctx context.Context, in *getPauseInput) (*pauseAnswer, error) {
	if _, err := reader(ctx); err != nil {
		return nil, err
	}
	p, err := a.store.GetPause(ctx, in.Pause)
	if err != nil {
		return nil, err
	}
	if p.Calendar != "" {
		if _, _, err := a.calendarFor(ctx, p.Calendar, editorial.Read); err != nil {
			return nil, err
		}
	}
	return &pauseAnswer{Body: a.viewPause(p)}, nil
}

// liftPause ends a pause, which takes the permission to release; a pause of
// everything is the owners' to lift. It answers what came due under it.
func (a *API) liftPause(ctx context.Context, in *getPauseInput) (*pauseAnswer, error) {
	before, err := a.store.GetPause(ctx, in.Pause)
	if err != nil {
		return nil, err
	}
	actor, err := a.lifter(ctx, before)
	if err != nil {
		return nil, err
	}
	w := a.write(ctx, actor)
	p, err := a.store.UpdatePause(ctx, w, in.Pause, func(p *editorial.Pause) error {
		if !p.Until.IsZero() && !p.Until.After(w.Now) {
			return editorial.Refuse(editorial.Conflict, codePauseOver)
		}
		p.Until = w.Now
		return nil
	})
	if err != nil {
		return nil, err
	}
	view := a.viewPause(p)
	view.Stopped, err = a.stopped(ctx, p, nil)
	return &pauseAnswer{Body: view}, err
}

// lifter is the caller as somebody who may lift a pause.
func (a *API) lifter(ctx context.Context, p editorial.Pause) (editorial.Actor, error) {
	if p.Calendar == "" {
		who := callerOf(ctx)
		if !who.owns(editorial.Govern) {
			return editorial.Actor{}, editorial.Refuse(editorial.Forbidden, codeOwnersOnly)
		}
		return who.actor(), nil
	}
	_, actor, err := a.calendarFor(ctx, p.Calendar, editorial.Release)
	return actor, err
}

// listHeld answers what came due under a pause, lifted, ended or still on, and
// has neither left nor been given another time. None of it leaves by itself.
func (a *API) listHeld(ctx context.Context, in *getPauseInput) (*listed[stoppedView], error) {
	answer, err := a.getPause(ctx, in)
	if err != nil {
		return nil, err
	}
	p, err := a.store.GetPause(ctx, answer.Body.ID)
	if err != nil {
		return nil, err
	}
	held, err := a.stopped(ctx, p, callerOf(ctx).calendars())
	return list(ctx, held, "", func(v stoppedView) stoppedView { return v }), err
}

// stopped lists what came due under a pause and waits for a person, in some
// calendars; nil: in all that it covers.
func (a *API) stopped(ctx context.Context, p editorial.Pause, in []editorial.CalendarID) ([]stoppedView, error) {
	until := a.cfg.Now().UTC()
	if !p.Until.IsZero() && p.Until.Before(until) {
		until = p.Until
	}
	filter := store.DeliveryFilter{Calendars: in, DueFrom: p.From, DueTo: until}
	held, err := a.covered(ctx, p, filter, editorial.Scheduled, editorial.Held, editorial.Missed)
	for i := range held {
		held[i].Choices = []string{"retry", "move", "drop"}
	}
	return held, err
}
