package api

import (
	"context"

	"parution.dev/editorial"
)

// marginTrial is two texts, and a margin to measure them by.
type marginTrial struct {
	Approved string            `json:"approved" maxLength:"20000" doc:"What somebody approved"`
	Text     string            `json:"text" maxLength:"20000" doc:"What it is changed to"`
	Margin   Patch[marginEdit] `json:"margin,omitzero" doc:"Over the calendar's own; left out: that one"`
}

// marginVerdict is what would become of the approval.
type marginVerdict struct {
	Approval string       `json:"approval" enum:"stands,lost" doc:"stands: it could leave so; lost: it would need a new approval"`
	Distance int          `json:"distance" doc:"Characters that differ; one more than the largest margin for all beyond it"`
	Of       int          `json:"of" doc:"Characters that the margin allows"`
	Notices  []noticeView `json:"notices" doc:"How much is used, or everything that goes beyond"`
}

type previewMarginInput struct {
	Calendar editorial.CalendarID `path:"calendar"`
	Body     marginTrial
}

type previewMarginAnswer struct{ Body marginVerdict }

// previewMargin measures one text against another by a margin, which need not
// be the calendar's yet: so that people see what they choose.
func (a *API) previewMargin(ctx context.Context, in *previewMarginInput) (*previewMarginAnswer, error) {
	calendar, _, err := a.calendarFor(ctx, in.Calendar, editorial.Read)
	if err != nil {
		return nil, err
	}
	margin := calendar.Policy.Margin
	in.Body.Margin.Value.over(&margin)
	if err := editorial.RefuseAll(margin.Check("/margin")); err != nil {
		return nil, err
	}
	approved, text := editorial.Content{Text: in.Body.Approved}, editorial.Content{Text: in.Body.Text}
	found := editorial.NewRuler(1, approved).Measure(margin, text, editorial.Channel{})
	verdict := marginVerdict{Approval: "lost", Distance: found.Distance, Of: found.Of, Notices: viewNotices(found.Notices(), callerOf(ctx).lang)}
	if found.Inside() {
		verdict.Approval = "stands"
	}
	return &previewMarginAnswer{Body: verdict}, nil
}
