package api

import (
	"context"
	"strconv"
	"time"

	"parution.dev/editorial"
	"parution.dev/store"
)

// headView is where a chain of the record ends.
type headView struct {
	Calendar editorial.CalendarID `json:"calendar" doc:"Empty: the instance's own chain"`
	Seq      int64                `json:"seq" doc:"Of its last line; 0: there is none"`
	Hash     string               `json:"hash" doc:"Of its last line, and with it of all before"`
}

type headAnswer struct{ Body headView }

type calendarAuditInput struct {
	Calendar editorial.CalendarID `path:"calendar"`
}

// getCalendarHead answers the head of a calendar's chain. Whoever notes it
// sees later that nothing before it has changed.
func (a *API) getCalendarHead(ctx context.Context, in *calendarAuditInput) (*headAnswer, error) {
	if _, err := a.auditOf(ctx, in.Calendar); err != nil {
		return nil, err
	}
	heads, err := a.store.AuditHeads(ctx, in.Calendar)
	answer := &headAnswer{Body: headView{Calendar: in.Calendar}}
	if len(heads) > 0 {
		answer.Body = headView(heads[0])
	}
	return answer, err
}

// wholeHead is where the whole record ends.
type wholeHead struct {
	Seq    int64      `json:"seq" doc:"Of the last line of all"`
	Hash   string     `json:"hash" doc:"Over the heads of all chains; what the log says once a day, and its beginning what /metrics shows"`
	Chains []headView `json:"chains"`
}

type wholeHeadAnswer struct{ Body wholeHead }

// getHead answers the head of the whole record, for owners of the instance.
func (a *API) getHead(ctx context.Context, _ *struct{}) (*wholeHeadAnswer, error) {
	if !callerOf(ctx).owns(editorial.Audit) {
		return nil, editorial.Refuse(editorial.Forbidden, codeOwnersOnly)
	}
	heads, err := a.store.AuditHeads(ctx)
	if err != nil {
		return nil, err
	}
	head := editorial.HeadOf(heads)
	answer := &wholeHeadAnswer{Body: wholeHead{Seq: head.Seq, Hash: head.Hash, Chains: make([]headView, len(heads))}}
	for i, chain := range heads {
		answer.Body.Chains[i] = headView(chain)
	}
	return answer, nil
}

// faultView is something wrong with the record.
type faultView struct {
	Kind  editorial.AuditFaultKind `json:"kind" enum:"changed,removed,inserted,broken" doc:"changed: the line is not as it was written; inserted: it was not there when the next was written; broken: it does not follow the one before it in its chain, so that one of them was written anew or lines between them are gone"`
	Seq   int64                    `json:"seq" doc:"Which line"`
	After int64                    `json:"after" doc:"The line before it in its chain"`
}

// checkedView is what a check found.
type checkedView struct {
	Whole  bool        `json:"whole" doc:"It came to the end"`
	Sound  bool        `json:"sound" doc:"Nothing is wrong with what was read"`
	Lines  int64       `json:"lines" doc:"How many were read"`
	Head   headView    `json:"head" doc:"Where it stopped"`
	Faults []faultView `json:"faults" doc:"The first fifty"`
	Next   string      `json:"next" doc:"Send it as cursor to go on; empty at the end"`
}

type checkedAnswer struct{ Body checkedView }

// One check reads so many lines, for so long, and names so many faults.
const (
	checkLines  = 50_000
	checkTime   = 5 * time.Second
	checkFaults = 50
)

// CheckQuery says where a check goes on.
type CheckQuery struct {
	Cursor string `query:"cursor" maxLength:"32" doc:"Where to go on: the next of the check before."`
}

type checkCalendarInput struct {
	CheckQuery
	Calendar editorial.CalendarID `path:"calendar"`
}

func (a *API) checkCalendarAudit(ctx context.Context, in *checkCalendarInput) (*checkedAnswer, error) {
	filter, err := a.auditOf(ctx, in.Calendar)
	if err != nil {
		return nil, err
	}
	return a.checkChain(ctx, filter, in.Cursor)
}

// checkAudit checks the instance's own chain, for its owners.
func (a *API) checkAudit(ctx context.Context, in *CheckQuery) (*checkedAnswer, error) {
	if !callerOf(ctx).owns(editorial.Audit) {
		return nil, editorial.Refuse(editorial.Forbidden, codeOwnersOnly)
	}
	return a.checkChain(ctx, store.AuditFilter{Instance: true}, in.Cursor)
}

// checkChain reads one chain, a part at a time. A part begins with the last
// line of the part before.
func (a *API) checkChain(ctx context.Context, filter store.AuditFilter, cursor string) (*checkedAnswer, error) {
	var check editorial.AuditCheck
	begun := cursor == ""
	if !begun {
		seq, err := strconv.ParseInt(cursor, 10, 64)
		if err != nil || seq < 1 {
			return nil, editorial.Refuse(editorial.Malformed, codeBadCursor)
		}
		filter.After = seq - 1
	}
	stop, next := time.Now().Add(checkTime), ""
	err := a.store.WalkAudit(ctx, filter, func(line editorial.AuditLine) error {
		switch {
		case !begun:
			check.Begin(line)
			begun = true
			return nil
		case check.Lines >= checkLines || check.Lines%1000 == 999 && time.Now().After(stop) || len(check.Faults) >= checkFaults:
			next = strconv.FormatInt(check.Last(), 10)
			return errEnough
		}
		check.Look(line)
		return nil
	})
	if err != nil && next == "" {
		return nil, err
	}
	return &checkedAnswer{Body: viewChecked(&check, next)}, nil
}

func viewChecked(check *editorial.AuditCheck, next string) checkedView {
	v := checkedView{Whole: next == "", Sound: len(check.Faults) == 0, Lines: check.Lines, Faults: []faultView{}, Next: next}
	for _, head := range check.Heads() {
		v.Head = headView(head)
	}
	for _, fault := range check.Faults[:min(len(check.Faults), checkFaults)] {
		v.Faults = append(v.Faults, faultView{fault.Kind, fault.Seq, fault.After})
	}
	return v
}
