package api

import (
	"context"
	"slices"
	"time"

	"parution.dev/editorial"
	"parution.dev/store"
)

// crisisView is a crisis, from one place: how bad, why, what is stopped, what
// is said.
type crisisView struct {
	ID            editorial.CrisisID   `json:"id"`
	Calendar      editorial.CalendarID `json:"calendar"`
	Severity      editorial.Severity   `json:"severity" enum:"watch,serious,critical"`
	SeverityLabel string               `json:"severity_label" doc:"In the reader's language"`
	Reason        string               `json:"reason"`
	OpenedBy      actorView            `json:"opened_by"`
	OpenedAt      time.Time            `json:"opened_at"`
	Statement     editorial.PostID     `json:"statement" doc:"The holding statement that is pinned, which no pause stops; empty: none yet"`
	TalkingPoints string               `json:"talking_points"`
	Pauses        []pauseView          `json:"pauses,omitempty" doc:"Made in this crisis, and on still; not in lists"`
	Held          []stoppedView        `json:"held,omitempty" doc:"Not in lists. What came due under the pauses of this crisis and waits for a person. None of it leaves by itself; keep, move or drop each"`
	ClosedBy      *actorView           `json:"closed_by,omitempty"`
	ClosedAt      *time.Time           `json:"closed_at" doc:"null: it is open"`
	Review        string               `json:"review" doc:"What people make of it"`
}

type crisisAnswer struct {
	ETag string `header:"ETag" doc:"The version, for If-Match."`
	Body crisisView
}

func crisisTag(c editorial.Crisis) string { return etag(c.Version, string(c.ID)) }

func viewCrisis(c editorial.Crisis, lang editorial.Lang) crisisView {
	v := crisisView{
		ID: c.ID, Calendar: c.Calendar, Severity: c.Severity, SeverityLabel: c.Severity.Words().In(lang), Reason: c.Reason,
		OpenedBy: viewActor(c.By), OpenedAt: c.Opened, Statement: c.Statement, TalkingPoints: c.Points,
		ClosedAt: instant(c.Closed), Review: c.Review,
	}
	if !c.Closed.IsZero() {
		by := viewActor(c.ClosedBy)
		v.ClosedBy = &by
	}
	return v
}

// wholeCrisis is a crisis with what its pauses stop.
func (a *API) wholeCrisis(ctx context.Context, c editorial.Crisis) (*crisisAnswer, error) {
	answer := &crisisAnswer{ETag: crisisTag(c), Body: viewCrisis(c, callerOf(ctx).lang)}
	pauses, err := all(func(page store.Page) ([]editorial.Pause, string, error) {
		return a.store.ListPauses(ctx, []editorial.CalendarID{c.Calendar}, nil, page)
	})
	if err != nil {
		return nil, err
	}
	for _, p := range pauses {
		if !c.Made(p) {
			continue
		}
		if p.Until.IsZero() || p.Until.After(a.now()) {
			answer.Body.Pauses = append(answer.Body.Pauses, a.viewPause(p))
		}
		held, err := a.stopped(ctx, p, []editorial.CalendarID{c.Calendar})
		if err != nil {
			return nil, err
		}
		answer.Body.Held = append(answer.Body.Held, notYet(answer.Body.Held, held)...)
	}
	return answer, nil
}

// notYet are those of some deliveries that are not among others.
func notYet(among, some []stoppedView) []stoppedView {
	known := map[editorial.DeliveryID]bool{}
	for _, one := range among {
		known[one.Delivery] = true
	}
	var more []stoppedView
	for _, one := range some {
		if !known[one.Delivery] {
			more = append(more, one)
		}
	}
	return more
}

type newCrisis struct {
	Severity editorial.Severity `json:"severity" enum:"watch,serious,critical"`
	Reason   string             `json:"reason" minLength:"1" maxLength:"2000"`
	Pause    *crisisPause       `json:"pause,omitempty" doc:"Stop releases in the same act; it takes the permission write"`
}

type crisisPause struct {
	Scope scopeView `json:"scope" doc:"The calendar, or one of its channels, campaigns or pillars"`
}

type createCrisisInput struct {
	Calendar editorial.CalendarID `path:"calendar"`
	Body     newCrisis
}

// createCrisis opens a crisis, which any member may. The managers are told.
func (a *API) createCrisis(ctx context.Context, in *createCrisisInput) (*created[crisisView], error) {
	calendar, actor, err := a.calendarFor(ctx, in.Calendar, editorial.Read)
	if err != nil {
		return nil, err
	}
	if !calendar.Archived.IsZero() {
		return nil, editorial.Refuse(editorial.Conflict, editorial.CodeCalendarArchived)
	}
	w := a.write(ctx, actor)
	c, err := editorial.OpenCrisis(calendar.ID, in.Body.Severity, in.Body.Reason, in.Body.Pause != nil, actor, w.Now)
	if err != nil {
		return nil, err
	}
	pause, err := a.crisisPause(ctx, in.Body, c, w)
	if err != nil {
		return nil, err
	}
	if c, err = a.store.AddCrisis(ctx, w, c, pause); err != nil {
		return nil, err
	}
	answer, err := a.wholeCrisis(ctx, c)
	if err != nil {
		return nil, err
	}
	for i := range answer.Body.Pauses {
		if pause == nil || answer.Body.Pauses[i].ID != pause.ID { // somebody else made it at the same moment
			continue
		}
		if answer.Body.Pauses[i].Leaving, err = a.leaving(ctx, *pause); err != nil {
			return nil, err
		}
	}
	return &created[crisisView]{Location: location(ctx, c.ID), ETag: answer.ETag, Body: answer.Body}, nil
}

// crisisPause is the pause that is asked for with a crisis; nil where none is.
func (a *API) crisisPause(ctx context.Context, n newCrisis, c editorial.Crisis, w store.Write) (*editorial.Pause, error) {
	if n.Pause == nil {
		return nil, nil //nolint:nilnil // no pause is asked for
	}
	calendar, err := a.scopeFor(ctx, n.Pause.Scope)
	if err != nil {
		return nil, under("/pause", err)
	}
	if calendar != c.Calendar {
		return nil, editorial.InvalidAt("/pause/scope", codeUnknownScope)
	}
	p, err := newPause{Scope: n.Pause.Scope, Reason: n.Reason}.pause(calendar, w)
	return &p, under("/pause", err)
}

// under says where in a body the problems lie that were found in a part of it.
func under(at string, err error) error {
	refused := editorial.AsRefusal(err)
	if refused == nil {
		return err
	}
	moved := *refused
	moved.Problems = slices.Clone(refused.Problems)
	for i := range moved.Problems {
		moved.Problems[i].Pointer = at + moved.Problems[i].Pointer
	}
	return &moved
}

type listCrisesInput struct {
	Calendar editorial.CalendarID `path:"calendar"`
	Open     bool                 `query:"open" doc:"true: only the one that is open."`
	Paging
}

func (a *API) listCrises(ctx context.Context, in *listCrisesInput) (*listed[crisisView], error) {
	if _, _, err := a.calendarFor(ctx, in.Calendar, editorial.Read); err != nil {
		return nil, err
	}
	found, next, err := a.store.ListCrises(ctx, in.Calendar, in.Open, in.page())
	if err != nil {
		return nil, err
	}
	lang := callerOf(ctx).lang
	return list(ctx, found, next, func(c editorial.Crisis) crisisView { return viewCrisis(c, lang) }), nil
}

type crisisInput struct {
	Crisis editorial.CrisisID `path:"crisis"`
}

func (a *API) getCrisis(ctx context.Context, in *crisisInput) (*crisisAnswer, error) {
	c, _, err := a.crisisFor(ctx, in.Crisis, editorial.Read)
	if err != nil {
		return nil, err
	}
	return a.wholeCrisis(ctx, c)
}

// crisisFor reads a crisis whose calendar the caller needs a permission in.
func (a *API) crisisFor(ctx context.Context, id editorial.CrisisID, need editorial.Permission) (editorial.Crisis, editorial.Actor, error) {
	c, err := a.store.GetCrisis(ctx, id)
	if err != nil {
		return c, editorial.Actor{}, err
	}
	_, actor, err := a.calendarFor(ctx, c.Calendar, need)
	return c, actor, err
}

type crisisEdit struct {
	Severity      Patch[editorial.Severity]  `json:"severity,omitzero" enum:"watch,serious,critical"`
	TalkingPoints Patch[string]              `json:"talking_points,omitzero" maxLength:"20000"`
	Statement     Optional[editorial.PostID] `json:"statement,omitzero" maxLength:"64" doc:"A post of the calendar that is marked as the crisis statement; null: none"`
}

type updateCrisisInput struct {
	Crisis  editorial.CrisisID `path:"crisis"`
	IfMatch string             `header:"If-Match" required:"true" doc:"The ETag of the version that the change starts from."`
	Body    crisisEdit
}

// updateCrisis changes how bad it is, what is said, and which statement is
// pinned.
func (a *API) updateCrisis(ctx context.Context, in *updateCrisisInput) (*crisisAnswer, error) {
	_, actor, err := a.crisisFor(ctx, in.Crisis, editorial.Release)
	if err != nil {
		return nil, err
	}
	change := editorial.CrisisChange{Unpin: in.Body.Statement.Null}
	if in.Body.Severity.Sent {
		change.Severity = &in.Body.Severity.Value
	}
	if in.Body.TalkingPoints.Sent {
		change.Points = &in.Body.TalkingPoints.Value
	}
	if id := in.Body.Statement.Value; id != "" {
		if change.Statement, err = a.statement(ctx, id); err != nil {
			return nil, err
		}
	}
	lang := callerOf(ctx).lang
	c, err := a.store.UpdateCrisis(ctx, a.write(ctx, actor), in.Crisis, "crisis.updated", func(c *editorial.Crisis) (string, error) {
		if err := matchVersion(in.IfMatch, c.Version, string(c.ID)); err != nil {
			return "", versioned(err, viewCrisis(*c, lang))
		}
		return "", c.Change(change, actor)
	})
	if err != nil {
		return nil, err
	}
	return a.wholeCrisis(ctx, c)
}

// statement reads the post that is to be pinned.
func (a *API) statement(ctx context.Context, id editorial.PostID) (*editorial.Post, error) {
	p, err := a.store.GetPost(ctx, id)
	if editorial.IsKind(err, editorial.NotFound) {
		return nil, editorial.InvalidAt("/statement", editorial.CodeUnknownStatement)
	}
	return p, err
}

type crisisNote struct {
	Text string `json:"text" minLength:"1" maxLength:"10000"`
}

type noteCrisisInput struct {
	Crisis editorial.CrisisID `path:"crisis"`
	Body   crisisNote
}

// noteCrisis adds to the timeline what somebody saw or did.
func (a *API) noteCrisis(ctx context.Context, in *noteCrisisInput) (*crisisAnswer, error) {
	_, actor, err := a.crisisFor(ctx, in.Crisis, editorial.Discuss)
	if err != nil {
		return nil, err
	}
	c, err := a.store.UpdateCrisis(ctx, a.write(ctx, actor), in.Crisis, "crisis.noted", func(c *editorial.Crisis) (string, error) {
		return in.Body.Text, c.Note(in.Body.Text, actor)
	})
	if err != nil {
		return nil, err
	}
	return a.wholeCrisis(ctx, c)
}

type crisisClosing struct {
	Review string `json:"review,omitempty" maxLength:"20000" doc:"What people make of it"`
	Lift   bool   `json:"lift,omitempty" doc:"Lift the pauses that were made in it. What came due under them waits for a person, and is listed"`
}

type closeCrisisInput struct {
	Crisis editorial.CrisisID `path:"crisis"`
	Body   crisisClosing
}

// closeCrisis ends a crisis, and answers what was held under its pauses.
func (a *API) closeCrisis(ctx context.Context, in *closeCrisisInput) (*crisisAnswer, error) {
	_, actor, err := a.crisisFor(ctx, in.Crisis, editorial.Release)
	if err != nil {
		return nil, err
	}
	w := a.write(ctx, actor)
	c, err := a.store.CloseCrisis(ctx, w, in.Crisis, func(c *editorial.Crisis, pauses []editorial.Pause) error {
		return c.Close(in.Body.Review, in.Body.Lift, pauses, actor, w.Now)
	})
	if err != nil {
		return nil, err
	}
	return a.wholeCrisis(ctx, c)
}

// timelineView is what somebody did while the crisis was open.
type timelineView struct {
	Seq     int64            `json:"seq" doc:"Of the record's line"`
	At      time.Time        `json:"at"`
	By      actorView        `json:"by"`
	Action  string           `json:"action" example:"pause.made"`
	Subject string           `json:"subject"`
	Post    editorial.PostID `json:"post"`
	Status  editorial.Status `json:"status" doc:"Of the post, after it"`
	Note    string           `json:"note" doc:"What the person said"`
}

func viewTimeline(l auditView) timelineView {
	return timelineView{Seq: l.Seq, At: l.At, By: l.By, Action: l.Action, Subject: l.Subject, Post: l.Post, Status: l.Status, Note: l.Note}
}

type timelineInput struct {
	Crisis editorial.CrisisID `path:"crisis"`
	Paging
}

// listTimeline tells from the record who did what in the calendar while the
// crisis was open, newest first.
func (a *API) listTimeline(ctx context.Context, in *timelineInput) (*listed[timelineView], error) {
	c, _, err := a.crisisFor(ctx, in.Crisis, editorial.Read)
	if err != nil {
		return nil, err
	}
	lines, err := a.pageOfAudit(ctx, store.AuditFilter{Calendars: []editorial.CalendarID{c.Calendar}, First: c.First, Last: c.Last}, in.Paging)
	if err != nil {
		return nil, err
	}
	return list(ctx, lines.Body.Items, lines.Body.Next, viewTimeline), nil
}
