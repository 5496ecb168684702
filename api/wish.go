package api

import (
	"context"
	"fmt"
	"time"

	"parution.dev/editorial"
)

// wishView is one rule of how somebody wants to be told.
type wishView struct {
	Event    string               `json:"event" maxLength:"64" example:"delivery.published" doc:"An action of the record, digest.daily or digest.weekly; with a * at its end, all that begin so; empty: any"`
	Weight   editorial.Weight     `json:"weight" enum:",alarm,duty,news" doc:"Empty: any"`
	Calendar editorial.CalendarID `json:"calendar" doc:"Empty: any"`
	Campaign editorial.CampaignID `json:"campaign" doc:"Of the post; empty: any"`
	Pillar   editorial.PillarID   `json:"pillar" doc:"Of the post; empty: any"`
	Label    string               `json:"label" maxLength:"100" doc:"Of the post; empty: any"`
	Mine     bool                 `json:"mine" doc:"Only of posts that you own"`
	Way      editorial.Outlet     `json:"way" enum:"email" doc:"In the application you are always told"`
	Pace     editorial.Pace       `json:"pace" enum:"at_once,gathered,never"`
}

// wishesView is how somebody wants to be told outside the application.
type wishesView struct {
	Rules      []wishView   `json:"rules" doc:"The first that fits decides; where none does, what you may do in the calendar"`
	QuietHours []quietHours `json:"quiet_hours" doc:"What may wait does, until they end; alarms never wait"`
	TimeZone   string       `json:"time_zone" doc:"Of the quiet hours; empty: the calendar's"`
	Gather     string       `json:"gather" example:"15m" doc:"How long what is gathered waits for more"`
}

type wishesAnswer struct {
	ETag string `header:"ETag" doc:"The version, for If-Match."`
	Body wishesView
}

func answerWishes(who caller, w editorial.Wishes) *wishesAnswer {
	view := wishesView{Rules: make([]wishView, len(w.List)), QuietHours: viewQuiet(w.Quiet), TimeZone: w.Zone, Gather: viewDuration(w.Gather)}
	for i, wish := range w.List {
		view.Rules[i] = wishView(wish)
	}
	return &wishesAnswer{ETag: etag(w.Version, string(who.member.ID)), Body: view}
}

func (a *API) getWishes(ctx context.Context, _ *struct{}) (*wishesAnswer, error) {
	who, err := reader(ctx)
	if err != nil {
		return nil, err
	}
	w, err := a.store.GetWishes(ctx, who.member.ID)
	return answerWishes(who, w), err
}

// wishesEdit changes how somebody wants to be told: what is absent stays.
type wishesEdit struct {
	Rules      Patch[[]wishEdit]      `json:"rules,omitzero" maxItems:"50" doc:"All of them"`
	QuietHours Optional[[]quietHours] `json:"quiet_hours,omitzero" maxItems:"20" doc:"null: none"`
	TimeZone   Patch[string]          `json:"time_zone,omitzero" maxLength:"64" doc:"IANA name"`
	Gather     Patch[string]          `json:"gather,omitzero" maxLength:"20" example:"15m" doc:"Up to 12h"`
}

// wishEdit is one rule as it is written.
type wishEdit struct {
	Event    string               `json:"event,omitempty" maxLength:"64"`
	Weight   editorial.Weight     `json:"weight,omitempty" enum:",alarm,duty,news"`
	Calendar editorial.CalendarID `json:"calendar,omitempty" maxLength:"64"`
	Campaign editorial.CampaignID `json:"campaign,omitempty" maxLength:"64"`
	Pillar   editorial.PillarID   `json:"pillar,omitempty" maxLength:"64"`
	Label    string               `json:"label,omitempty" maxLength:"100"`
	Mine     bool                 `json:"mine,omitempty"`
	Way      editorial.Outlet     `json:"way" enum:"email"`
	Pace     editorial.Pace       `json:"pace" enum:"at_once,gathered,never"`
}

func (e wishesEdit) over(w *editorial.Wishes) error {
	if e.Rules.Sent {
		w.List = make([]editorial.Wish, len(e.Rules.Value))
		for i, wish := range e.Rules.Value {
			w.List[i] = editorial.Wish(wish)
		}
	}
	if e.QuietHours.Sent {
		w.Quiet = readQuiet(e.QuietHours.Value)
	}
	e.TimeZone.Into(&w.Zone)
	var problems []editorial.Problem
	if e.Gather.Sent {
		gather, err := time.ParseDuration(e.Gather.Value)
		if err != nil {
			problems = append(problems, editorial.Problem{Code: editorial.CodeBadGather, Pointer: "/gather"})
		}
		w.Gather = gather
	}
	if _, err := editorial.NewWhen("2026-01-01T00:00", w.Zone, 0); w.Zone != "" && err != nil {
		problems = append(problems, editorial.Problem{Code: codeUnknownZone, Pointer: "/time_zone"})
	}
	return editorial.RefuseAll(append(problems, w.Check()...))
}

// checkCalendars refuses rules about calendars that do not exist for the
// caller.
func (e wishesEdit) checkCalendars(who caller) error {
	var problems []editorial.Problem
	for i, wish := range e.Rules.Value {
		if wish.Calendar != "" && !who.sees(wish.Calendar) {
			problems = append(problems, editorial.Problem{Code: codeUnknownCalendar, Pointer: fmt.Sprintf("/rules/%d/calendar", i)})
		}
	}
	return editorial.RefuseAll(problems)
}

type updateWishesInput struct {
	IfMatch string `header:"If-Match" required:"true" doc:"The ETag of the version that the change starts from."`
	Body    wishesEdit
}

func (a *API) updateWishes(ctx context.Context, in *updateWishesInput) (*wishesAnswer, error) {
	who := callerOf(ctx)
	if !who.whole() {
		return nil, editorial.Refuse(editorial.Forbidden, codeBeyondToken)
	}
	w, err := a.store.UpdateWishes(ctx, a.write(ctx, who.actor()), who.member.ID, func(w *editorial.Wishes) error {
		if err := matchVersion(in.IfMatch, w.Version, string(who.member.ID)); err != nil {
			return versioned(err, answerWishes(who, *w).Body)
		}
		if err := in.Body.checkCalendars(who); err != nil {
			return err
		}
		return in.Body.over(w)
	})
	if err != nil {
		return nil, err
	}
	return answerWishes(who, w), nil
}
