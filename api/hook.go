package api

import (
	"context"
	"net/url"
	"time"

	"parution.dev/editorial"
)

// hookView is an address that hears what happens in a calendar. Of the address
// only the host is shown: the rest may be a secret.
type hookView struct {
	ID         editorial.HookID     `json:"id" example:"hook_0692k8o5vfr3hd1t9m4q6c2p0g"`
	Calendar   editorial.CalendarID `json:"calendar" doc:"Empty: it hears what the instance's own record holds"`
	Way        editorial.Outlet     `json:"way" enum:"webhook,slack,mattermost,slack_app"`
	Name       string               `json:"name"`
	Host       string               `json:"host" example:"hooks.example.org"`
	Room       string               `json:"room" doc:"Of an app: the id of the channel that it speaks in"`
	Events     []string             `json:"events" doc:"Actions of the record; empty: everything for a webhook, for a room alarms and duties"`
	OldUntil   *time.Time           `json:"old_secret_until" doc:"Until then messages are signed with the secret before, too"`
	Failing    *time.Time           `json:"failing_since" doc:"Since when nothing came through; null: the last message did"`
	DisabledAt *time.Time           `json:"disabled_at" doc:"null: it is told"`
	Why        editorial.Code       `json:"disabled_because" example:"hook_gone"`
	CreatedAt  time.Time            `json:"created_at"`
	Secret     string               `json:"secret,omitempty" doc:"Only where it was just made: what messages are signed with"`
}

func viewHook(h editorial.Hook) hookView {
	return hookView{
		ID: h.ID, Calendar: h.Calendar, Way: h.Way, Name: h.Name, Host: h.Host, Room: h.Room, Events: filled(h.Events), OldUntil: instant(h.OldUntil),
		Failing: instant(h.Failing), DisabledAt: instant(h.Disabled), Why: h.Why, CreatedAt: h.Created,
	}
}

type hookAnswer struct {
	ETag string `header:"ETag" doc:"The version, for If-Match."`
	Body hookView
}

func answerHook(h editorial.Hook) *hookAnswer {
	return &hookAnswer{ETag: etag(h.Version, string(h.ID)), Body: viewHook(h)}
}

type newHook struct {
	Way    editorial.Outlet `json:"way" enum:"webhook,slack,mattermost,slack_app"`
	Name   string           `json:"name" minLength:"1" maxLength:"200"`
	URL    string           `json:"url,omitempty" maxLength:"2000" doc:"Where messages go. It is kept encrypted, and never shown again. An app has none"`
	App    *slackAppEdit    `json:"app,omitempty" doc:"Of a slack_app"`
	Events []string         `json:"events,omitempty" maxItems:"50" maxLength:"64" example:"[\"post.approved\",\"delivery.*\"]"`
}

type createHookInput struct {
	Calendar editorial.CalendarID `path:"calendar"`
	Body     newHook
}

func (a *API) createHook(ctx context.Context, in *createHookInput) (*created[hookView], error) {
	calendar, actor, err := a.calendarFor(ctx, in.Calendar, editorial.Govern)
	if err != nil {
		return nil, err
	}
	return a.addHook(ctx, actor, calendar.ID, in.Body)
}

type createInstanceHookInput struct{ Body newHook }

// createInstanceHook has a program told what happens beside all calendars:
// sign-ins, members, what owners do.
func (a *API) createInstanceHook(ctx context.Context, in *createInstanceHookInput) (*created[hookView], error) {
	who, err := hookOwner(ctx)
	if err != nil {
		return nil, err
	}
	if in.Body.Way != editorial.OutletHook {
		return nil, editorial.InvalidAt("/way", codeOfACalendar)
	}
	return a.addHook(ctx, who.actor(), "", in.Body)
}

// hookOwner is whoever may have the instance's record told elsewhere.
func hookOwner(ctx context.Context) (caller, error) {
	who := callerOf(ctx)
	if !who.owns(editorial.Govern) || !who.owns(editorial.Audit) {
		return who, editorial.Refuse(editorial.Forbidden, codeOwnersOnly)
	}
	return who, nil
}

func (a *API) addHook(ctx context.Context, actor editorial.Actor, calendar editorial.CalendarID, body newHook) (*created[hookView], error) {
	h := editorial.Hook{
		ID: editorial.NewID[editorial.HookID]("hook"), Calendar: calendar, Way: body.Way, Name: body.Name, Events: body.Events,
		Created: a.now(), Version: 1,
	}
	if err := body.over(&h); err != nil {
		return nil, err
	}
	if err := a.store.AddHook(ctx, a.write(ctx, actor), h); err != nil {
		return nil, err
	}
	view := viewHook(h)
	if h.Way == editorial.OutletHook {
		view.Secret = h.Secret.Reveal()
	}
	return &created[hookView]{Location: location(ctx, h.ID), ETag: etag(h.Version, string(h.ID)), Body: view}, nil
}

// over sets what a new hook needs: an address, or what an app speaks and
// verifies with.
func (n newHook) over(h *editorial.Hook) error {
	if h.Way != editorial.OutletSlackApp {
		if n.App != nil {
			return editorial.InvalidAt("/app", codeOfAnApp)
		}
		if err := setHookURL(h, n.URL); err != nil {
			return err
		}
		if h.Way == editorial.OutletHook {
			h.Secret = editorial.NewHookSecret()
		}
		return checkHook(*h)
	}
	if n.App == nil || n.URL != "" {
		return editorial.InvalidAt("/app", codeOfAnApp)
	}
	h.Token, h.Secret, h.Room = editorial.NewSecret(n.App.Token), editorial.NewSecret(n.App.SigningSecret), n.App.Room
	if err := setHookURL(h, slackPost); err != nil {
		return err
	}
	return checkHook(*h)
}

func checkHook(h editorial.Hook) error {
	if err := checkName(h.Name); err != nil {
		return err
	}
	return editorial.RefuseAll(editorial.CheckEvents(h.Events, "/events"))
}

// setHookURL checks an address. Whether it lies in a private network is seen
// when it is called, after its name was looked up.
func setHookURL(h *editorial.Hook, address string) error {
	at, err := url.Parse(address)
	if err != nil || at.Scheme != "https" && at.Scheme != "http" || at.Hostname() == "" || at.User != nil || at.Fragment != "" {
		return editorial.InvalidAt("/url", codeBadHookURL)
	}
	h.URL, h.Host = editorial.NewSecret(address), at.Host
	return nil
}

type listHooksInput struct {
	Calendar editorial.CalendarID `path:"calendar"`
}

func (a *API) listHooks(ctx context.Context, in *listHooksInput) (*listed[hookView], error) {
	calendar, _, err := a.calendarFor(ctx, in.Calendar, editorial.Govern)
	if err != nil {
		return nil, err
	}
	hooks, err := a.store.ListHooks(ctx, calendar.ID)
	if err != nil {
		return nil, err
	}
	return list(ctx, hooks, "", viewHook), nil
}

func (a *API) listInstanceHooks(ctx context.Context, _ *struct{}) (*listed[hookView], error) {
	if _, err := hookOwner(ctx); err != nil {
		return nil, err
	}
	hooks, err := a.store.ListHooks(ctx, "")
	if err != nil {
		return nil, err
	}
	return list(ctx, hooks, "", viewHook), nil
}

type hookInput struct {
	Hook editorial.HookID `path:"hook"`
}

func (a *API) getHook(ctx context.Context, in *hookInput) (*hookAnswer, error) {
	h, _, err := a.hookFor(ctx, in.Hook)
	if err != nil {
		return nil, err
	}
	return answerHook(h), nil
}

// hookFor reads a hook of a calendar whose settings are the caller's, or for
// owners one of the instance.
func (a *API) hookFor(ctx context.Context, id editorial.HookID) (editorial.Hook, editorial.Actor, error) {
	h, err := a.store.GetHook(ctx, id)
	if err != nil {
		return h, editorial.Actor{}, err
	}
	if h.Calendar == "" {
		who, err := hookOwner(ctx)
		if err != nil { // for all others it does not exist
			return h, editorial.Actor{}, editorial.Refuse(editorial.NotFound, editorial.CodeNotFound)
		}
		return h, who.actor(), nil
	}
	_, actor, err := a.calendarFor(ctx, h.Calendar, editorial.Govern)
	return h, actor, err
}

type hookEdit struct {
	Name   Patch[string]   `json:"name,omitzero" minLength:"1" maxLength:"200"`
	URL    Patch[string]   `json:"url,omitzero" maxLength:"2000"`
	Events Patch[[]string] `json:"events,omitzero" maxItems:"50" maxLength:"64"`
}

type updateHookInput struct {
	Hook    editorial.HookID `path:"hook"`
	IfMatch string           `header:"If-Match" required:"true" doc:"The ETag of the version that the change starts from."`
	Body    hookEdit
}

func (a *API) updateHook(ctx context.Context, in *updateHookInput) (*hookAnswer, error) {
	_, actor, err := a.hookFor(ctx, in.Hook)
	if err != nil {
		return nil, err
	}
	h, err := a.store.UpdateHook(ctx, a.write(ctx, actor), in.Hook, "hook.updated", func(h *editorial.Hook) error {
		if err := matchVersion(in.IfMatch, h.Version, string(h.ID)); err != nil {
			return versioned(err, viewHook(*h))
		}
		in.Body.Name.Into(&h.Name)
		in.Body.Events.Into(&h.Events)
		if in.Body.URL.Sent && h.Way == editorial.OutletSlackApp {
			return editorial.InvalidAt("/url", codeOfAnApp)
		}
		if in.Body.URL.Sent {
			if err := setHookURL(h, in.Body.URL.Value); err != nil {
				return err
			}
		}
		return checkHook(*h)
	})
	if err != nil {
		return nil, err
	}
	return answerHook(h), nil
}

type removeHookInput struct {
	Hook    editorial.HookID `path:"hook"`
	IfMatch string           `header:"If-Match" required:"true" doc:"The ETag of the version that the change starts from."`
}

func (a *API) removeHook(ctx context.Context, in *removeHookInput) (*struct{}, error) {
	_, actor, err := a.hookFor(ctx, in.Hook)
	if err != nil {
		return nil, err
	}
	return nil, a.store.RemoveHook(ctx, a.write(ctx, actor), in.Hook, func(h editorial.Hook) error {
		return versioned(matchVersion(in.IfMatch, h.Version, string(h.ID)), viewHook(h))
	})
}

type moveHookInput struct {
	Hook editorial.HookID `path:"hook"`
	Body struct {
		Move string `json:"move" enum:"rotate,test,enable,disable" doc:"rotate: a new secret, the one before signs for another day; test: a message of its own"`
	}
}

func (a *API) moveHook(ctx context.Context, in *moveHookInput) (*hookAnswer, error) {
	_, actor, err := a.hookFor(ctx, in.Hook)
	if err != nil {
		return nil, err
	}
	secret := ""
	actions := map[string]string{"rotate": "hook.secret_rotated", "test": editorial.EventHookTested, "enable": "hook.enabled", "disable": editorial.EventHookDisabled}
	h, err := a.store.UpdateHook(ctx, a.write(ctx, actor), in.Hook, actions[in.Body.Move], func(h *editorial.Hook) error {
		switch in.Body.Move {
		case "rotate":
			if h.Way != editorial.OutletHook {
				return editorial.InvalidAt("/move", codeNotSigned)
			}
			next := editorial.NewHookSecret()
			h.Rotate(next, a.now())
			secret = next.Reveal()
		case "test":
			if !h.Disabled.IsZero() {
				return editorial.Refuse(editorial.Conflict, editorial.CodeHookOff)
			}
		case "enable":
			h.Enable()
		case "disable":
			h.Disable(editorial.CodeHookOff, a.now())
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	answer := answerHook(h)
	answer.Body.Secret = secret
	return answer, nil
}

type moveDispatchInput struct {
	Dispatch editorial.DispatchID `path:"dispatch"`
	Body     struct {
		Move string `json:"move" enum:"send_again" doc:"To a hook, under the same webhook-id"`
	}
}

type sentAgain struct{ Body DispatchView }

// moveDispatch has a message to a hook sent once more.
func (a *API) moveDispatch(ctx context.Context, in *moveDispatchInput) (*sentAgain, error) {
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
	if d.Hook == "" {
		return nil, editorial.Refuse(editorial.Conflict, codeNotToAHook)
	}
	_, actor, err := a.hookFor(ctx, d.Hook)
	if err != nil {
		return nil, err
	}
	again, err := a.store.SendAgain(ctx, a.write(ctx, actor), d.ID)
	if err != nil {
		return nil, err
	}
	deeds, err := a.deedsOf(ctx, []editorial.Dispatch{again})
	return &sentAgain{Body: viewDispatch(again, deeds[again.Seq])}, err
}
