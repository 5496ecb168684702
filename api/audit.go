package api

import (
	"context"
	"maps"
	"slices"
	"strconv"
	"strings"
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
	Channel  editorial.ChannelID  `json:"channel,omitempty" doc:"Where the subject is a delivery; not in an export"`
	Post     editorial.PostID     `json:"post" doc:"Where the subject belongs to one"`
	Title    string               `json:"title,omitempty" doc:"Of the post, as it is now; not in an export"`
	Revision int                  `json:"revision"`
	Status   editorial.Status     `json:"status" doc:"Of the post, after it"`
	Note     string               `json:"note" doc:"What the person said"`
	Detail   string               `json:"detail"`
	Why      string               `json:"why,omitempty" doc:"What the codes in detail mean, in your language; not in an export"`
	People   []namedView          `json:"people,omitempty" doc:"Members whose ids stand in subject, detail or token_maker, as they are called now; not in an export"`
	Erased   []string             `json:"erased" enum:"name,note,detail" doc:"What of the line was somebody's own, and is gone"`
	Previous string               `json:"previous" doc:"Hash of the line before in the chain; empty for the first"`
	Hash     string               `json:"hash" doc:"Over this line and the one before"`
}

// namedView is a member whom a line names by their id.
type namedView struct {
	Member editorial.MemberID `json:"member"`
	Name   string             `json:"name" doc:"Empty: erased"`
}

func viewAudit(l editorial.AuditLine) auditView {
	return auditView{
		Seq: l.Seq, At: l.At, Calendar: l.Calendar, By: viewActor(l.Actor), Token: l.Actor.Token, Action: l.Action, Subject: l.Subject,
		Post: l.Post, Revision: l.Revision, Status: l.Status, Note: l.Note, Detail: l.Detail, Erased: l.ErasedWords(), Previous: l.Previous, Hash: l.Hash,
	}
}

// AuditNarrow narrows the record.
type AuditNarrow struct {
	Post    editorial.PostID   `query:"post" maxLength:"64" doc:"Lines about this post only."`
	Member  editorial.MemberID `query:"member" maxLength:"64" doc:"What this member did, or what was done with a token that they made."`
	Kind    string             `query:"kind" maxLength:"64" example:"post" doc:"An action, or what stands before its dot: post, delivery, member, session …"`
	Subject string             `query:"subject" maxLength:"64" doc:"What was done to the thing with this id."`
	Since   string             `query:"since" maxLength:"40" doc:"Then or later: an RFC 3339 instant, or a day in UTC." example:"2026-12-01"`
	Until   string             `query:"until" maxLength:"40" doc:"Before then: an RFC 3339 instant; or until the end of that day in UTC." example:"2026-12-31"`
}

// into narrows a filter.
func (n AuditNarrow) into(f *store.AuditFilter) error {
	f.Post, f.Member, f.Kind, f.Subject = n.Post, n.Member, n.Kind, n.Subject
	var wrong []editorial.Problem
	var ok bool
	if f.Since, ok = dayOrInstant(n.Since, "UTC", 0); !ok {
		wrong = append(wrong, editorial.Problem{Code: codeBadDate, Pointer: "/query/since"})
	}
	if f.Until, ok = dayOrInstant(n.Until, "UTC", 1); !ok {
		wrong = append(wrong, editorial.Problem{Code: codeBadDate, Pointer: "/query/until"})
	}
	return editorial.RefuseAll(wrong)
}

// AuditQuery asks for a page of the record.
type AuditQuery struct {
	Paging
	AuditNarrow
}

// listAudit answers the record of every calendar whose record the caller
// reads, and of the instance for its owners, newest first.
func (a *API) listAudit(ctx context.Context, in *AuditQuery) (*listed[auditView], error) {
	filter, err := a.auditSeen(ctx)
	if err != nil {
		return nil, err
	}
	if err := in.into(&filter); err != nil {
		return nil, err
	}
	return a.pageOfAudit(ctx, filter, in.Paging)
}

// auditSeen are the chains of the record that the caller reads.
func (a *API) auditSeen(ctx context.Context) (store.AuditFilter, error) {
	who := callerOf(ctx)
	filter := store.AuditFilter{Instance: who.owns(editorial.Audit)}
	calendars, err := all(func(p store.Page) ([]editorial.Calendar, string, error) {
		return a.store.ListCalendars(ctx, who.calendars(), p)
	})
	if err != nil {
		return filter, err
	}
	for _, calendar := range calendars {
		if who.may(calendar.ID, editorial.Audit) {
			filter.Calendars = append(filter.Calendars, calendar.ID)
		}
	}
	if len(filter.Calendars) == 0 && !filter.Instance {
		return filter, editorial.Refuse(editorial.Forbidden, editorial.CodeNotPermitted)
	}
	return filter, nil
}

type listCalendarAuditInput struct {
	AuditQuery
	Calendar editorial.CalendarID `path:"calendar"`
}

func (a *API) listCalendarAudit(ctx context.Context, in *listCalendarAuditInput) (*listed[auditView], error) {
	filter, err := a.auditOf(ctx, in.Calendar)
	if err != nil {
		return nil, err
	}
	if err := in.into(&filter); err != nil {
		return nil, err
	}
	return a.pageOfAudit(ctx, filter, in.Paging)
}

// auditOf is one calendar's chain, for somebody who reads its record.
func (a *API) auditOf(ctx context.Context, id editorial.CalendarID) (store.AuditFilter, error) {
	calendar, _, err := a.calendarFor(ctx, id, editorial.Audit)
	return store.AuditFilter{Calendars: []editorial.CalendarID{calendar.ID}}, err
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
	out := list(ctx, lines, next, viewAudit)
	if err := a.namePeople(ctx, lines, out.Body.Items); err != nil {
		return nil, err
	}
	return out, a.nameThings(ctx, lines, out.Body.Items)
}

// namePeople says of each line who they are whose ids stand in it.
func (a *API) namePeople(ctx context.Context, lines []editorial.AuditLine, views []auditView) error {
	var ids []editorial.MemberID
	for _, l := range lines {
		ids = append(ids, l.Names()...)
	}
	slices.Sort(ids)
	ids = slices.Compact(ids)
	names := map[editorial.MemberID]string{}
	for some := range slices.Chunk(ids, store.MaxPage) { // a line can name a whole team
		found, err := a.store.ListNames(ctx, some)
		if err != nil {
			return err
		}
		maps.Copy(names, found)
	}
	for i, l := range lines {
		for _, id := range l.Names() {
			if name, known := names[id]; known {
				views[i].People = append(views[i].People, namedView{id, name})
			}
		}
	}
	return nil
}

// nameThings says of each line what its post is called and where its delivery
// goes, and what the machine's codes mean.
func (a *API) nameThings(ctx context.Context, lines []editorial.AuditLine, views []auditView) error {
	var posts []editorial.PostID
	var deliveries []editorial.DeliveryID
	for _, l := range lines {
		posts = append(posts, l.Post)
		deliveries = append(deliveries, editorial.DeliveryID(l.Subject))
	}
	titles, err := a.store.ListTitles(ctx, posts)
	if err != nil {
		return err
	}
	channels, err := a.store.ListDestinations(ctx, deliveries)
	if err != nil {
		return err
	}
	lang := callerOf(ctx).lang
	for i, l := range lines {
		views[i].Title, views[i].Channel, views[i].Why = titles[l.Post], channels[editorial.DeliveryID(l.Subject)], why(l, lang)
	}
	return nil
}

// why says what the codes of a line mean: those that the machine writes where
// something did not go well. Words of people are none.
func why(l editorial.AuditLine, lang editorial.Lang) string {
	delivery := strings.HasPrefix(l.Action, "delivery.") && l.Action != editorial.EventStray
	if l.Actor.Member != "" || !delivery && l.Action != editorial.EventHookDisabled && l.Action != eventRefused {
		return ""
	}
	var said []string
	for word := range strings.FieldsSeq(l.Detail) {
		words := sentence(editorial.Code(word), editorial.Words{}, lang)
		if words == word && delivery { // the platform's own
			words = editorial.Trouble{Code: word}.In(lang)
		}
		if words != word {
			said = append(said, words)
		}
	}
	return strings.Join(said, " ")
}
