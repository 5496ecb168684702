package api

import (
	"context"
	"time"

	"parution.dev/editorial"
	"parution.dev/store"
)

// DispatchView is one message that left the house, or shall.
type DispatchView struct {
	ID       editorial.DispatchID    `json:"id" example:"dsp_0692k8o5vfr3hd1t9m4q6c2p0g"`
	Way      editorial.Outlet        `json:"way" example:"email"`
	Kind     editorial.DispatchKind  `json:"kind" example:"duty" doc:"What it is: the weight of what it tells, a digest, a letter of its own, or an event"`
	Calendar editorial.CalendarID    `json:"calendar" doc:"Empty: of no calendar alone"`
	Member   editorial.MemberID      `json:"member" doc:"Whom it is for; empty: a letter to an address"`
	To       string                  `json:"to" doc:"The address of a letter"`
	Hook     editorial.HookID        `json:"hook" doc:"Where it goes, in place of a member"`
	Seq      int64                   `json:"seq" doc:"Of the line of the record that a hook is told of; 0: none"`
	Event    string                  `json:"event" example:"post.approved" doc:"That line's action"`
	Post     editorial.PostID        `json:"post" doc:"That the line is about"`
	Message  string                  `json:"message" doc:"The webhook-id: the same over every try, and when it is sent again"`
	State    editorial.DispatchState `json:"state" enum:"waiting,sending,done,failed,dropped" doc:"dropped: there was nothing to say any more"`
	MadeAt   time.Time               `json:"made_at"`
	NextAt   *time.Time              `json:"next_at" doc:"When it is tried; null: it is over"`
	Tries    int                     `json:"tries"`
	Trouble  *dispatchTrouble        `json:"trouble" doc:"What went wrong last; null: nothing"`
	EndedAt  *time.Time              `json:"ended_at"`
}

type dispatchTrouble struct {
	Code    string    `json:"code"`
	Message string    `json:"message"`
	At      time.Time `json:"at"`
}

func viewDispatch(d editorial.Dispatch, told store.Deed) DispatchView {
	view := DispatchView{
		ID: d.ID, Way: d.Way, Kind: d.Kind, Calendar: d.Calendar, Member: d.Member, To: d.To, Hook: d.Hook, Seq: d.Seq, Event: told.Action, Post: told.Post, Message: d.Message(), State: d.State, MadeAt: d.Made,
		NextAt: instant(d.Next), Tries: d.Tries, EndedAt: instant(d.Ended),
	}
	if d.Trouble.Code != "" {
		view.Trouble = &dispatchTrouble{d.Trouble.Code, d.Trouble.Message, d.Trouble.At}
	}
	return view
}

// DispatchQuery narrows the log of what left.
type DispatchQuery struct {
	Paging
	State editorial.DispatchState `query:"state" enum:"waiting,sending,done,failed,dropped"`
	Way   editorial.Outlet        `query:"way" enum:"email,webhook,slack,mattermost,slack_app"`
	Hook  editorial.HookID        `query:"hook"`
}

// dispatchesOf is what the caller may see of the log: what is for them, what is
// of calendars whose settings are theirs, and for owners everything.
func dispatchesOf(who caller) store.DispatchFilter {
	f := store.DispatchFilter{}
	if len(who.token.Calendars) == 0 { // what is for them may be of any calendar
		f.Member = who.member.ID
	}
	if who.owns(editorial.Audit) {
		return f
	}
	f.Calendars = []editorial.CalendarID{}
	for id := range who.member.Roles {
		if who.sees(id) && who.may(id, editorial.Govern) {
			f.Calendars = append(f.Calendars, id)
		}
	}
	return f
}

// listDispatches answers the log of what left, newest first.
func (a *API) listDispatches(ctx context.Context, in *DispatchQuery) (*listed[DispatchView], error) {
	who, err := reader(ctx)
	if err != nil {
		return nil, err
	}
	f := dispatchesOf(who)
	f.State, f.Way, f.Hook = in.State, in.Way, in.Hook
	found, next, err := a.store.ListDispatches(ctx, f, in.page())
	if err != nil {
		return nil, err
	}
	deeds, err := a.deedsOf(ctx, found)
	if err != nil {
		return nil, err
	}
	return list(ctx, found, next, func(d editorial.Dispatch) DispatchView { return viewDispatch(d, deeds[d.Seq]) }), nil
}

// deedsOf reads what hooks are told of in some dispatches.
func (a *API) deedsOf(ctx context.Context, all []editorial.Dispatch) (map[int64]store.Deed, error) {
	var seqs []int64
	for _, d := range all {
		if d.Seq != 0 {
			seqs = append(seqs, d.Seq)
		}
	}
	return a.store.ListDeeds(ctx, seqs)
}

// tryView is one try of a dispatch.
type tryView struct {
	Number    int               `json:"number"`
	StartedAt time.Time         `json:"started_at"`
	EndedAt   *time.Time        `json:"ended_at" doc:"null: it is under way, or its daemon died"`
	Verdict   editorial.Verdict `json:"verdict" enum:",done,later,never"`
	Code      string            `json:"code"`
	Message   string            `json:"message"`
}

type dispatchInput struct {
	Dispatch editorial.DispatchID `path:"dispatch"`
}

type dispatchAnswer struct {
	Body struct {
		DispatchView
		Log []tryView `json:"log" doc:"Every try, in their order"`
	}
}

func (a *API) getDispatch(ctx context.Context, in *dispatchInput) (*dispatchAnswer, error) {
	who, err := reader(ctx)
	if err != nil {
		return nil, err
	}
	d, err := a.store.GetDispatch(ctx, in.Dispatch)
	if err != nil {
		return nil, err
	}
	if !dispatchesOf(who).Shows(d) {
		return nil, editorial.Refuse(editorial.NotFound, editorial.CodeNotFound)
	}
	tries, err := a.store.ListTries(ctx, d.ID)
	if err != nil {
		return nil, err
	}
	deeds, err := a.deedsOf(ctx, []editorial.Dispatch{d})
	if err != nil {
		return nil, err
	}
	answer := &dispatchAnswer{}
	answer.Body.DispatchView, answer.Body.Log = viewDispatch(d, deeds[d.Seq]), make([]tryView, len(tries))
	for i, t := range tries {
		answer.Body.Log[i] = tryView{t.Number, t.Started, instant(t.Ended), t.Verdict, t.Code, t.Message}
	}
	return answer, nil
}
