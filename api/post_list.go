package api

import (
	"context"
	"slices"
	"strings"
	"time"

	"parution.dev/editorial"
	"parution.dev/store"
)

type listPostsInput struct {
	Calendar editorial.CalendarID `path:"calendar"`
	From     string               `query:"from" maxLength:"40" doc:"Due then or later: an RFC 3339 instant, or a day in the calendar's zone." example:"2026-12-01"`
	To       string               `query:"to" maxLength:"40" doc:"Due before then: an RFC 3339 instant; or until the end of that day, in the calendar's zone." example:"2026-12-31"`
	Status   []string             `query:"status,explode" maxItems:"20" doc:"Of these statuses, separated by commas or repeated."`
	Channel  editorial.ChannelID  `query:"channel" maxLength:"64"`
	Campaign editorial.CampaignID `query:"campaign" maxLength:"64"`
	Pillar   editorial.PillarID   `query:"pillar" maxLength:"64"`
	WaitsFor string               `query:"waits_for" enum:"me" doc:"me: only posts on which you must act next."`
	Undated  bool                 `query:"undated" doc:"Only posts without a date."`
	Q        string               `query:"q" maxLength:"200" doc:"Words in the title or the copy; the last may be a beginning."`
	Paging
}

func (a *API) listPosts(ctx context.Context, in *listPostsInput) (*listed[postView], error) {
	desk, err := a.deskFor(ctx, in.Calendar)
	if err != nil {
		return nil, err
	}
	filter, err := in.filter(desk.Calendar)
	if err != nil {
		return nil, err
	}
	if in.WaitsFor != "" {
		filter.Waiting, filter.Keep = true, func(p *editorial.Post) bool { return p.WaitsForMember(desk.By.Member, desk) }
	}
	posts, next, err := a.store.ListPosts(ctx, filter, in.page())
	if err != nil {
		return nil, err
	}
	lang := callerOf(ctx).lang
	return list(ctx, posts, next, func(p *editorial.Post) postView { return viewPost(p, desk, lang) }), nil
}

type listWaitingInput struct {
	For string `query:"for" enum:"submit,correct,approve" doc:"Only what waits for this; all of it when left out."`
	Paging
}

// listWaiting is what waits for the caller, in every calendar where they work.
func (a *API) listWaiting(ctx context.Context, in *listWaitingInput) (*listed[postView], error) {
	who := callerOf(ctx)
	desks := map[editorial.CalendarID]editorial.Desk{}
	filter := store.PostFilter{Waiting: true, Keep: func(p *editorial.Post) bool {
		w, ok := p.WaitsFor(desks[p.Calendar])
		return ok && w.Names(who.member.ID) && (in.For == "" || in.For == string(w.For))
	}}
	for id := range who.member.Roles {
		if !who.sees(id) || !who.may(id, editorial.Read) {
			continue
		}
		desk, err := a.deskFor(ctx, id)
		if err != nil {
			return nil, err
		}
		if desk.Calendar.Archived.IsZero() {
			desks[id], filter.Calendars = desk, append(filter.Calendars, id)
		}
	}
	posts, next, err := a.store.ListPosts(ctx, filter, in.page())
	if err != nil {
		return nil, err
	}
	return list(ctx, posts, next, func(p *editorial.Post) postView { return viewPost(p, desks[p.Calendar], who.lang) }), nil
}

func (in *listPostsInput) filter(calendar editorial.Calendar) (store.PostFilter, error) {
	var wrong []editorial.Problem
	day := func(text, at string, later int) time.Time {
		when, ok := dayOrInstant(text, calendar.Zone, later)
		if !ok {
			wrong = append(wrong, editorial.Problem{Code: codeBadDate, Pointer: at})
		}
		return when
	}
	f := store.PostFilter{
		Calendar: calendar.ID, From: day(in.From, "/query/from", 0), To: day(in.To, "/query/to", 1), Undated: in.Undated,
		Channel: in.Channel, Campaign: in.Campaign, Pillar: in.Pillar, Text: in.Q,
	}
	for _, text := range split(in.Status) {
		status := editorial.Status(text)
		if !slices.Contains(editorial.Statuses(), status) {
			wrong = append(wrong, editorial.Problem{Code: codeNotOneOf, Pointer: "/query/status", Detail: oneOfThese(anys(editorial.Statuses()))})
			break
		}
		f.Statuses = append(f.Statuses, status)
	}
	return f, editorial.RefuseAll(wrong)
}

// split takes a list apart that came repeated, with commas, or both.
func split(values []string) []string {
	var parts []string
	for _, value := range values {
		for part := range strings.SplitSeq(value, ",") {
			if part = strings.TrimSpace(part); part != "" {
				parts = append(parts, part)
			}
		}
	}
	return parts
}

func anys[T any](values []T) []any {
	all := make([]any, len(values))
	for i, value := range values {
		all[i] = value
	}
	return all
}

// dayOrInstant reads an RFC 3339 instant, or a day as the beginning that it or
// one some days later has in a zone; nothing is the zero time.
func dayOrInstant(text, zone string, later int) (time.Time, bool) {
	if text == "" {
		return time.Time{}, true
	}
	if at, err := time.Parse(time.RFC3339Nano, text); err == nil {
		return at, true
	}
	day, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return time.Time{}, false
	}
	day = day.AddDate(0, 0, later)
	if day.Year() > 9999 { // behind the last day that can be written
		return day.AddDate(0, 0, 1), true
	}
	midnight, err := editorial.NewWhen(day.Format(time.DateOnly)+"T00:00", zone, 0)
	if err != nil {
		return time.Time{}, false
	}
	resolved, err := midnight.Resolve()
	return resolved.Instant, err == nil
}
