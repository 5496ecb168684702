package api

import (
	"context"

	"parution.dev/editorial"
)

type sampleInput struct {
	Calendar editorial.CalendarID `path:"calendar"`
}

type sampleAnswer struct {
	Body struct {
		Posts int    `json:"posts" doc:"How many were made"`
		Label string `json:"label" doc:"That all of them carry"`
	}
}

// plantSample fills an empty calendar with a month of drafts. None of it is
// approved, so none of it leaves.
func (a *API) plantSample(ctx context.Context, in *sampleInput) (*sampleAnswer, error) {
	calendar, actor, err := a.calendarFor(ctx, in.Calendar, editorial.Write)
	if err != nil {
		return nil, err
	}
	out := &sampleAnswer{}
	out.Body.Posts, err = a.store.AddPosts(ctx, a.write(ctx, actor), calendar.ID, func(desk editorial.Desk) ([]editorial.Sheet, error) {
		sheets, err := editorial.SampleMonth(desk)
		if len(sheets) > 0 {
			out.Body.Label = sheets[0].Labels[0]
		}
		return sheets, err
	})
	return out, err
}
