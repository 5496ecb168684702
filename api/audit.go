package api

import (
	"context"
	"strconv"
	"time"

	"parution.dev/editorial"
	"parution.dev/store"
)

// auditView is one line of the record.
type auditView struct {
	Seq      int64                `json:"seq" doc:"Sequence number; the id of the same line in the event stream"`
	At       time.Time            `json:"at"`
	Calendar editorial.CalendarID `json:"calendar" doc:"Empty: the instance's own chain"`
	By       actorView            `json:"by"`
	Token    editorial.TokenID    `json:"token" doc:"The token that was used"`
	Action   string               `json:"action" example:"post.approved"`
	Subject  string               `json:"subject" doc:"The id of what it was done to"`
	Post     editorial.PostID     `json:"post" doc:"Where the subject belongs to one"`
	Revision int                  `json:"revision"`
	Status   editorial.Status     `json:"status" doc:"Of the post, after it"`
	Note     string               `json:"note" doc:"What the person said"`
	Detail   string               `json:"detail"`
	Previous string               `json:"previous" doc:"Hash of the line before in the chain; empty for the first"`
	Hash     string               `json:"hash" doc:"Over this line and the one before"`
}

func viewAudit(l editorial.AuditLine) auditView {
	return auditView{
		Seq: l.Seq, At: l.At, Calendar: l.Calendar, By: viewActor(l.Actor), Token: l.Actor.Token, Action: l.Action, Subject: l.Subject,
		Post: l.Post, Revision: l.Revision, Status: l.Status, Note: l.Note, Detail: l.Detail, Previous: l.Previous, Hash: l.Hash,
	}
}

// AuditQuery narrows the record.
type AuditQuery struct {
	Paging
	Post editorial.PostID `query:"post" doc:"Lines about this post only."`
}

// listAudit answers the record of every calendar whose record the caller
// reads, and of the instance for its owners, newest first.
func (a *API) listAudit(ctx context.Context, in *AuditQuery) (*listed[auditView], error) {
	who := callerOf(ctx)
	filter := store.AuditFilter{Instance: who.owns(editorial.Audit), Post: in.Post}
	calendars, err := all(func(p store.Page) ([]editorial.Calendar, string, error) {
		return a.store.ListCalendars(ctx, who.calendars(), p)
	})
	if err != nil {
		return nil, err
	}
	for _, calendar := range calendars {
		if who.may(calendar.ID, editorial.Audit) {
			filter.Calendars = append(filter.Calendars, calendar.ID)
		}
	}
	if len(filter.Calendars) == 0 && !filter.Instance {
		return nil, editorial.Refuse(editorial.Forbidden, editorial.CodeNotPermitted)
	}
	return a.pageOfAudit(ctx, filter, in.Paging)
}

type listCalendarAuditInput struct {
	AuditQuery
	Calendar editorial.CalendarID `path:"calendar"`
}

func (a *API) listCalendarAudit(ctx context.Context, in *listCalendarAuditInput) (*listed[auditView], error) {
	calendar, _, err := a.calendarFor(ctx, in.Calendar, editorial.Audit)
	if err != nil {
		return nil, err
	}
	return a.pageOfAudit(ctx, store.AuditFilter{Calendars: []editorial.CalendarID{calendar.ID}, Post: in.Post}, in.Paging)
}

// pageOfAudit answers a page of the record; its cursor is a sequence number.
func (a *API) pageOfAudit(ctx context.Context, filter store.AuditFilter, p Paging) (*listed[auditView], error) {
	filter.Latest = true
	if p.Cursor != "" {
		before, err := strconv.ParseInt(p.Cursor, 10, 64)
		if err != nil || before < 1 {
			return nil, editorial.Refuse(editorial.Malformed, codeBadCursor)
		}
		filter.Before = before
	}
	limit := p.page().Limit
	lines, err := a.store.ListAudit(ctx, filter, limit+1)
	if err != nil {
		return nil, err
	}
	next := ""
	if len(lines) > limit {
		lines = lines[:limit]
		next = strconv.FormatInt(lines[limit-1].Seq, 10)
	}
	return list(ctx, lines, next, viewAudit), nil
}
