package api

import (
	"context"

	"parution.dev/editorial"
)

// editPreview is what a change would do.
type editPreview struct {
	Approval string        `json:"approval" enum:"stands,lost,restored,none" doc:"stands: what is approved stays so; lost: the post goes, or stays, in review; restored: the post is again what was approved; none: nobody has approved it"`
	Status   string        `json:"status" doc:"What people would see"`
	Notices  []noticeView  `json:"notices"`
	Problems []postProblem `json:"problems"`
}

type previewEditInput struct {
	Post editorial.PostID `path:"post"`
	Body postPatch
}

type previewAnswer struct{ Body editPreview }

// previewEdit carries a change out on a copy, and throws the copy away.
func (a *API) previewEdit(ctx context.Context, in *previewEditInput) (*previewAnswer, error) {
	p, desk, err := a.postFor(ctx, in.Post)
	if err != nil {
		return nil, err
	}
	found, err := a.lookUpPatch(ctx, p, in.Body)
	if err != nil {
		return nil, err
	}
	if desk.Ruler, err = a.rulerFor(ctx, p, desk, in.Body.PostEdit, found); err != nil {
		return nil, err
	}
	next, err := in.Body.over(p.Sheet, desk, found)
	if err != nil {
		return nil, err
	}
	before := p.State
	lines, err := found.edit(p, next, desk)
	if err != nil {
		return nil, err
	}
	lang := callerOf(ctx).lang
	return &previewAnswer{Body: editPreview{
		Approval: foreseen(before, p), Status: string(p.Status),
		Notices: viewNotices(lines.Notices, lang), Problems: problemsOf(p, desk, lang),
	}}, nil
}

// foreseen says what became of the approval.
func foreseen(before editorial.State, p *editorial.Post) string {
	switch {
	case p.Approval == nil:
		return "none"
	case p.State != editorial.Approved:
		return "lost"
	case before == editorial.InReview:
		return "restored"
	}
	return "stands"
}
