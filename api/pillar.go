package api

import (
	"context"
	"time"

	"parution.dev/editorial"
)

// pillarView is a pillar as the API shows it.
type pillarView struct {
	ID        editorial.PillarID   `json:"id"`
	Calendar  editorial.CalendarID `json:"calendar"`
	Name      string               `json:"name"`
	CreatedAt time.Time            `json:"created_at"`
}

// pillarAnswer is one pillar with its version.
type pillarAnswer struct {
	ETag string `header:"ETag" doc:"The version, for If-Match."`
	Body pillarView
}

func viewPillar(p editorial.Pillar) pillarView {
	return pillarView{ID: p.ID, Calendar: p.Calendar, Name: p.Name, CreatedAt: p.Created}
}

func answerPillar(p editorial.Pillar) *pillarAnswer {
	return &pillarAnswer{ETag: etag(p.Version, string(p.ID)), Body: viewPillar(p)}
}

type newPillar struct {
	Name string `json:"name" minLength:"1" maxLength:"200"`
}

type createPillarInput struct {
	Calendar editorial.CalendarID `path:"calendar"`
	Body     newPillar
}

func (a *API) createPillar(ctx context.Context, in *createPillarInput) (*created[pillarView], error) {
	calendar, actor, err := a.calendarFor(ctx, in.Calendar, editorial.Write)
	if err != nil {
		return nil, err
	}
	if err := checkName(in.Body.Name); err != nil {
		return nil, err
	}
	p := editorial.Pillar{
		ID: editorial.NewID[editorial.PillarID]("pil"), Calendar: calendar.ID, Name: in.Body.Name, Created: a.cfg.Now().UTC(), Version: 1,
	}
	if err := a.store.AddPillar(ctx, a.write(ctx, actor), p); err != nil {
		return nil, err
	}
	return &created[pillarView]{Location: location(ctx, p.ID), ETag: etag(p.Version, string(p.ID)), Body: viewPillar(p)}, nil
}

type listPillarsInput struct {
	Paging
	Calendar editorial.CalendarID `path:"calendar"`
}

func (a *API) listPillars(ctx context.Context, in *listPillarsInput) (*listed[pillarView], error) {
	calendar, _, err := a.calendarFor(ctx, in.Calendar, editorial.Read)
	if err != nil {
		return nil, err
	}
	found, next, err := a.store.ListPillars(ctx, calendar.ID, in.page())
	if err != nil {
		return nil, err
	}
	return list(ctx, found, next, viewPillar), nil
}

type getPillarInput struct {
	Pillar editorial.PillarID `path:"pillar"`
}

func (a *API) getPillar(ctx context.Context, in *getPillarInput) (*pillarAnswer, error) {
	p, _, err := a.pillarFor(ctx, in.Pillar, editorial.Read)
	if err != nil {
		return nil, err
	}
	return answerPillar(p), nil
}

// pillarFor reads a pillar whose calendar the caller needs a permission in.
func (a *API) pillarFor(ctx context.Context, id editorial.PillarID, need editorial.Permission) (editorial.Pillar, editorial.Actor, error) {
	p, err := a.store.GetPillar(ctx, id)
	if err != nil {
		return p, editorial.Actor{}, err
	}
	_, actor, err := a.calendarFor(ctx, p.Calendar, need)
	return p, actor, err
}

type pillarEdit struct {
	Name Patch[string] `json:"name,omitzero" minLength:"1" maxLength:"200"`
}

type updatePillarInput struct {
	Pillar  editorial.PillarID `path:"pillar"`
	IfMatch string             `header:"If-Match" required:"true" doc:"The ETag of the version that the change starts from."`
	Body    pillarEdit
}

func (a *API) updatePillar(ctx context.Context, in *updatePillarInput) (*pillarAnswer, error) {
	_, actor, err := a.pillarFor(ctx, in.Pillar, editorial.Write)
	if err != nil {
		return nil, err
	}
	p, err := a.store.UpdatePillar(ctx, a.write(ctx, actor), in.Pillar, func(p *editorial.Pillar) error {
		if err := matchVersion(in.IfMatch, p.Version, string(p.ID)); err != nil {
			return versioned(err, viewPillar(*p))
		}
		in.Body.Name.Into(&p.Name)
		return checkName(p.Name)
	})
	if err != nil {
		return nil, err
	}
	return answerPillar(p), nil
}

type removePillarInput struct {
	Pillar  editorial.PillarID `path:"pillar"`
	IfMatch string             `header:"If-Match" required:"true" doc:"The ETag of the version that was read."`
}

// removePillar deletes a pillar. Its posts stay, without it.
func (a *API) removePillar(ctx context.Context, in *removePillarInput) (*struct{}, error) {
	_, actor, err := a.pillarFor(ctx, in.Pillar, editorial.Write)
	if err != nil {
		return nil, err
	}
	return nil, a.store.RemovePillar(ctx, a.write(ctx, actor), in.Pillar, func(p editorial.Pillar) error {
		return versioned(matchVersion(in.IfMatch, p.Version, string(p.ID)), viewPillar(p))
	})
}
