package api

import (
	"context"
	"time"

	"parution.dev/editorial"
)

// LiveView is what is out of a delivery, beside what the post says now.
type LiveView struct {
	LiveRevision int          `json:"live_revision" doc:"The revision that is out; 0: none, or not all of it"`
	LiveDiffers  bool         `json:"live_differs" doc:"What is out is not, or may not be, what the post says now on this channel"`
	EditedAt     *time.Time   `json:"edited_at" doc:"When what is out was last edited on the platform; null: never"`
	CanEditLive  bool         `json:"can_edit_live" doc:"The platform lets what is out become what the post says now"`
	EditRefusals []holdReason `json:"edit_refusals" doc:"Why edit_live would be refused now, where there is something to edit"`
}

// actView is one thing that was asked to be done to a published post.
type actView struct {
	ID       editorial.ActID    `json:"id" example:"act_0692k8o5vfr3hd1t9m4q6c2p0g"`
	Kind     editorial.ActKind  `json:"kind" enum:"edit"`
	State    editorial.ActState `json:"state" enum:"waiting,sending,done,failed,replaced" doc:"replaced: somebody asked for something newer before it was begun"`
	Revision int                `json:"revision" doc:"What the post is changed to"`
	By       actorView          `json:"by"`
	At       time.Time          `json:"at"`
	NextAt   *time.Time         `json:"next_at" doc:"When it is looked at next; null: it has ended"`
	EndedAt  *time.Time         `json:"ended_at"`
	Calls    int                `json:"calls" doc:"How often the platform was called"`
	Trouble  *troubleView       `json:"trouble,omitempty" doc:"The last thing that went wrong"`
}

// showLive adds to a delivery what is out of it, and what was asked of that.
func (a *API) showLive(ctx context.Context, view *deliveryView) error {
	view.EditRefusals = []holdReason{}
	if view.State != editorial.Published {
		return nil
	}
	c, err := a.store.LiveCase(ctx, view.ID, a.cfg.Now().UTC())
	if err != nil {
		return err
	}
	acts, err := a.store.ListActs(ctx, view.ID)
	lang := callerOf(ctx).lang
	view.LiveView, view.Edits = viewLive(c, lang), viewActs(acts, lang)
	return err
}

func viewLive(c editorial.Case, lang editorial.Lang) LiveView {
	channel := c.Channels[c.Delivery.Channel]
	v := LiveView{
		LiveDiffers: c.Post.Differs(channel), EditedAt: instant(c.Delivery.Edited()),
		CanEditLive: len(editorial.FixedHolds(c)) == 0, EditRefusals: []holdReason{},
	}
	v.LiveRevision, _ = c.Delivery.Live()
	if v.LiveDiffers {
		v.EditRefusals = viewHolds(editorial.EditRefusals(c), lang)
	}
	return v
}

func viewActs(acts []editorial.Act, lang editorial.Lang) []actView {
	views := make([]actView, len(acts))
	for i, act := range acts {
		views[i] = actView{
			ID: act.ID, Kind: act.Kind, State: act.State, Revision: act.Revision, By: viewActor(act.By), At: act.At.UTC(),
			NextAt: instant(act.Next), EndedAt: instant(act.Ended), Calls: act.Attempt,
		}
		if act.Trouble != (editorial.Trouble{}) {
			views[i].Trouble = &troubleView{Code: act.Trouble.Code, Message: act.TroubleIn(lang), At: act.Trouble.At.UTC()}
		}
	}
	return views
}

// editLive asks that a published delivery be changed to the post's current
// revision. The scheduler does it; the answer says that it was asked.
func (a *API) editLive(ctx context.Context, actor editorial.Actor, id editorial.DeliveryID, asked editorial.DeliveryAsked) (*deliveryAnswer, error) {
	err := a.store.AddAct(ctx, a.write(ctx, actor), id, func(c editorial.Case, desk editorial.Desk, open *editorial.Act) (editorial.Act, editorial.Lines, error) {
		return editorial.AskEdit(c, asked, desk, open)
	})
	if err != nil {
		return nil, err
	}
	return a.getDelivery(ctx, &deliveryInput{Delivery: id})
}
