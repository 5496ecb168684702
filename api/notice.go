package api

import (
	"context"
	"time"

	"parution.dev/editorial"
	"parution.dev/store"
)

// toldView is something that the caller was told.
type toldView struct {
	Seq      int64                `json:"seq" doc:"Sequence number of the line of the record that it tells of"`
	Weight   editorial.Weight     `json:"weight" enum:"alarm,duty,news" doc:"alarm: a promise is in danger; duty: you must act next; news: good to know"`
	Event    string               `json:"event" example:"post.submitted" doc:"The line's action"`
	Words    string               `json:"words" doc:"What it is, in your language"`
	At       time.Time            `json:"at" doc:"When it happened"`
	Calendar editorial.CalendarID `json:"calendar" doc:"Empty: the whole instance"`
	By       actorView            `json:"by"`
	Subject  string               `json:"subject" doc:"The id of what it was done to"`
	Post     editorial.PostID     `json:"post" doc:"Where the subject belongs to one"`
	Title    string               `json:"title" doc:"Of the post, as it is now"`
	Status   editorial.Status     `json:"status" doc:"Of the post, after it"`
	Revision int                  `json:"revision"`
	Note     string               `json:"note" doc:"What the person said"`
	Detail   string               `json:"detail"`
	ReadAt   *time.Time           `json:"read_at" doc:"null: not yet"`
}

func viewTold(lang editorial.Lang) func(editorial.Tiding) toldView {
	return func(n editorial.Tiding) toldView {
		l := n.Line
		topic, _ := editorial.TopicOf(l.Action)
		return toldView{
			Seq: l.Seq, Weight: n.Weight, Event: l.Action, Words: topic.Words.In(lang), At: l.At, Calendar: l.Calendar, By: viewActor(l.Actor),
			Subject: l.Subject, Post: l.Post, Title: n.Title, Status: l.Status, Revision: l.Revision, Note: l.Note, Detail: l.Detail, ReadAt: instant(n.Read),
		}
	}
}

// noticesOf is what the caller was told, of the calendars that exist for them.
func noticesOf(who caller) store.NoticeFilter {
	return store.NoticeFilter{Member: who.member.ID, Calendars: who.calendars(), Instance: len(who.token.Calendars) == 0}
}

// reader is the caller, whose token lets them read.
func reader(ctx context.Context) (caller, error) {
	who := callerOf(ctx)
	if !who.allows(editorial.Read) {
		return who, editorial.Refuse(editorial.Forbidden, editorial.CodeNotPermitted)
	}
	return who, nil
}

// NoticeQuery narrows what the caller was told.
type NoticeQuery struct {
	Paging
	Calendar editorial.CalendarID `query:"calendar" doc:"This calendar's only."`
	Unread   bool                 `query:"unread" doc:"Only what you have not read."`
}

// listNotices answers what the caller was told, newest first.
func (a *API) listNotices(ctx context.Context, in *NoticeQuery) (*listed[toldView], error) {
	who, err := reader(ctx)
	if err != nil {
		return nil, err
	}
	filter := noticesOf(who)
	if in.Calendar != "" {
		if _, _, err := a.calendarFor(ctx, in.Calendar, editorial.Read); err != nil {
			return nil, err
		}
		filter.Calendars, filter.Instance = []editorial.CalendarID{in.Calendar}, false
	}
	filter.Unread = in.Unread
	notices, next, err := a.store.ListNotices(ctx, filter, in.page())
	if err != nil {
		return nil, err
	}
	return list(ctx, notices, next, viewTold(who.lang)), nil
}

// noticeCount is how much somebody has not read.
type noticeCount struct {
	Unread int   `json:"unread"`
	Alarms int   `json:"alarms" doc:"Of them"`
	Duties int   `json:"duties" doc:"Of them"`
	Last   int64 `json:"last" doc:"Sequence number of the last notice, read or not; 0: there is none"`
}

type countAnswer struct{ Body noticeCount }

func (a *API) unreadOf(ctx context.Context, who caller) (noticeCount, error) {
	u, err := a.store.CountNotices(ctx, noticesOf(who))
	count := noticeCount{Alarms: u.Count[editorial.WeightAlarm], Duties: u.Count[editorial.WeightDuty], Last: u.Last}
	count.Unread = count.Alarms + count.Duties + u.Count[editorial.WeightNews]
	return count, err
}

func (a *API) countNotices(ctx context.Context, _ *struct{}) (*countAnswer, error) {
	who, err := reader(ctx)
	if err != nil {
		return nil, err
	}
	count, err := a.unreadOf(ctx, who)
	return &countAnswer{Body: count}, err
}

type readNoticesInput struct {
	Body struct {
		Seqs []int64 `json:"seqs,omitempty" maxItems:"200" doc:"These"`
		UpTo int64   `json:"up_to,omitempty" minimum:"1" doc:"Or all up to this one"`
	}
}

// readNotices marks what the caller has read. What is not theirs, or was read
// before, stays as it is.
func (a *API) readNotices(ctx context.Context, in *readNoticesInput) (*countAnswer, error) {
	who, err := reader(ctx)
	if err != nil {
		return nil, err
	}
	if (len(in.Body.Seqs) > 0) == (in.Body.UpTo > 0) {
		return nil, editorial.InvalidAt("/seqs", codeSeqsOrUpTo)
	}
	if _, err := a.store.ReadNotices(ctx, noticesOf(who), in.Body.Seqs, in.Body.UpTo, a.now()); err != nil {
		return nil, err
	}
	return a.countNotices(ctx, nil)
}
