package api

import (
	"context"
	"slices"

	"parution.dev/editorial"
	"parution.dev/store"
)

type listPostDeliveriesInput struct {
	Post editorial.PostID `path:"post"`
}

func (a *API) listPostDeliveries(ctx context.Context, in *listPostDeliveriesInput) (*listed[deliveryView], error) {
	p, _, err := a.postFor(ctx, in.Post)
	if err != nil {
		return nil, err
	}
	views := make([]deliveryView, len(p.Deliveries))
	for i := range p.Deliveries {
		if views[i], err = a.showDelivery(ctx, &p.Deliveries[i]); err != nil {
			return nil, err
		}
	}
	return list(ctx, views, "", func(v deliveryView) deliveryView { return v }), nil
}

// showDelivery shows a delivery with every try.
func (a *API) showDelivery(ctx context.Context, d *editorial.Delivery) (deliveryView, error) {
	view := viewDelivery(d, callerOf(ctx).lang)
	attempts, err := a.store.ListAttempts(ctx, d.ID)
	if err != nil {
		return view, err
	}
	view.Attempts = viewAttempts(attempts)
	return view, a.showLive(ctx, &view)
}

type listDeliveriesInput struct {
	Calendar  editorial.CalendarID `query:"calendar" maxLength:"64"`
	Channel   editorial.ChannelID  `query:"channel" maxLength:"64"`
	State     []string             `query:"state,explode" maxItems:"20" doc:"Of these states, separated by commas or repeated."`
	ForPerson bool                 `query:"for_person" doc:"Only those whose outcome a person must tell."`
	Paging
}

// listDeliveries lists deliveries across the caller's calendars, newest first.
func (a *API) listDeliveries(ctx context.Context, in *listDeliveriesInput) (*listed[deliveryBriefOf], error) {
	who, err := reader(ctx)
	if err != nil {
		return nil, err
	}
	f := store.DeliveryFilter{Calendars: who.calendars(), Channel: in.Channel, ForPerson: in.ForPerson}
	if in.Calendar != "" {
		if _, _, err := a.calendarFor(ctx, in.Calendar, editorial.Read); err != nil {
			return nil, err
		}
		f.Calendars = []editorial.CalendarID{in.Calendar}
	}
	for _, text := range split(in.State) {
		state := editorial.DeliveryState(text)
		if !slices.Contains(editorial.DeliveryStates(), state) {
			return nil, editorial.RefuseAll([]editorial.Problem{{
				Code: codeNotOneOf, Pointer: "/query/state", Detail: oneOfThese(anys(editorial.DeliveryStates())),
			}})
		}
		f.States = append(f.States, state)
	}
	found, next, err := a.store.ListDeliveries(ctx, f, in.page())
	if err != nil {
		return nil, err
	}
	return list(ctx, found, next, func(d editorial.Delivery) deliveryBriefOf {
		return deliveryBriefOf{Post: d.Post, Calendar: d.Calendar, ForPerson: d.ForPerson(), DeliveryBrief: briefDelivery(&d, who.lang)}
	}), nil
}

type deliveryInput struct {
	Delivery editorial.DeliveryID `path:"delivery"`
}

type deliveryAnswer struct{ Body deliveryView }

func (a *API) getDelivery(ctx context.Context, in *deliveryInput) (*deliveryAnswer, error) {
	d, err := a.store.GetDelivery(ctx, in.Delivery)
	if err != nil {
		return nil, err
	}
	if _, _, err := a.calendarFor(ctx, d.Calendar, editorial.Read); err != nil {
		return nil, err
	}
	view, err := a.showDelivery(ctx, &d)
	return &deliveryAnswer{Body: view}, err
}

// deliveryMoveAsked is what a person asks of a delivery.
type deliveryMoveAsked struct {
	Move     editorial.DeliveryMove `json:"move" enum:"retry,drop,resolve,edit_live" doc:"retry: let it leave now; drop: it will not leave; resolve: say what became of an unclear outcome; edit_live: change what is published to the current revision"`
	Revision int                    `json:"revision,omitempty" minimum:"1" doc:"To edit_live: the revision that was looked at, which is the current one and approved"`
	Outcome  editorial.Resolution   `json:"outcome,omitempty" enum:",published,not_published,send_again" doc:"To resolve: what was found on the platform"`
	URL      string                 `json:"url,omitempty" maxLength:"4000" doc:"With published: where it can be read"`
	Note     string                 `json:"note,omitempty" maxLength:"10000"`
}

type moveDeliveryInput struct {
	Delivery editorial.DeliveryID `path:"delivery"`
	Body     deliveryMoveAsked
}

func (a *API) moveDelivery(ctx context.Context, in *moveDeliveryInput) (*deliveryAnswer, error) {
	d, err := a.store.GetDelivery(ctx, in.Delivery)
	if err != nil {
		return nil, err
	}
	_, actor, err := a.calendarFor(ctx, d.Calendar, editorial.Read)
	if err != nil {
		return nil, err
	}
	if in.Body.URL != "" && !leadsToWeb(in.Body.URL) {
		return nil, editorial.InvalidAt("/url", codeBadURL)
	}
	asked := editorial.DeliveryAsked{Move: in.Body.Move, Revision: in.Body.Revision, Outcome: in.Body.Outcome, URL: in.Body.URL, Note: in.Body.Note}
	if asked.Move == editorial.MoveEditLive {
		return a.editLive(ctx, actor, in.Delivery, asked)
	}
	p, _, err := a.store.UpdatePost(ctx, a.write(ctx, actor), d.Post, func(p *editorial.Post, desk editorial.Desk) (editorial.Lines, error) {
		return p.ApplyDelivery(in.Delivery, asked, desk)
	})
	if err != nil {
		return nil, err
	}
	view, err := a.showDelivery(ctx, p.Delivery(d.Channel))
	return &deliveryAnswer{Body: view}, err
}
