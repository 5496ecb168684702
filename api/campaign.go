package api

import (
	"context"
	"time"

	"parution.dev/editorial"
	"parution.dev/store"
)

// campaignView is a campaign as the API shows it.
type campaignView struct {
	ID        editorial.CampaignID `json:"id"`
	Calendar  editorial.CalendarID `json:"calendar"`
	Name      string               `json:"name"`
	Margin    *marginView          `json:"margin" doc:"No edit of its posts goes beyond it, nor beyond the calendar's; null: the calendar's"`
	Loosened  *looseningView       `json:"loosened" doc:"A wider margin, for named people and for a while; null: for nobody"`
	Affected  []affectedView       `json:"affected,omitempty" doc:"When the margin has just been changed: what leaves by a touch-up that it would not allow now. It leaves all the same"`
	CreatedAt time.Time            `json:"created_at"`
}

// campaignAnswer is one campaign with its version.
type campaignAnswer struct {
	ETag string `header:"ETag" doc:"The version, for If-Match."`
	Body campaignView
}

func viewCampaign(g editorial.Campaign) campaignView {
	v := campaignView{ID: g.ID, Calendar: g.Calendar, Name: g.Name, CreatedAt: g.Created}
	if g.Margins != nil {
		v.Loosened = viewLoosening(g.Margins.Looser)
		if t := g.Margins.Tighter; t != nil {
			own := viewMargin(*t)
			v.Margin = &own
		}
	}
	return v
}

func answerCampaign(g editorial.Campaign) *campaignAnswer {
	return &campaignAnswer{ETag: etag(g.Version, string(g.ID)), Body: viewCampaign(g)}
}

type newCampaign struct {
	Name string `json:"name" minLength:"1" maxLength:"200"`
}

type createCampaignInput struct {
	Calendar editorial.CalendarID `path:"calendar"`
	Body     newCampaign
}

func (a *API) createCampaign(ctx context.Context, in *createCampaignInput) (*created[campaignView], error) {
	calendar, actor, err := a.calendarFor(ctx, in.Calendar, editorial.Write)
	if err != nil {
		return nil, err
	}
	if err := checkName(in.Body.Name); err != nil {
		return nil, err
	}
	g := editorial.Campaign{
		ID: editorial.NewID[editorial.CampaignID]("camp"), Calendar: calendar.ID, Name: in.Body.Name, Created: a.cfg.Now().UTC(), Version: 1,
	}
	if err := a.store.AddCampaign(ctx, a.write(ctx, actor), g); err != nil {
		return nil, err
	}
	return &created[campaignView]{Location: location(ctx, g.ID), ETag: etag(g.Version, string(g.ID)), Body: viewCampaign(g)}, nil
}

type listCampaignsInput struct {
	Paging
	Calendar editorial.CalendarID `path:"calendar"`
}

func (a *API) listCampaigns(ctx context.Context, in *listCampaignsInput) (*listed[campaignView], error) {
	calendar, _, err := a.calendarFor(ctx, in.Calendar, editorial.Read)
	if err != nil {
		return nil, err
	}
	found, next, err := a.store.ListCampaigns(ctx, calendar.ID, in.page())
	if err != nil {
		return nil, err
	}
	return list(ctx, found, next, viewCampaign), nil
}

type getCampaignInput struct {
	Campaign editorial.CampaignID `path:"campaign"`
}

func (a *API) getCampaign(ctx context.Context, in *getCampaignInput) (*campaignAnswer, error) {
	g, _, err := a.campaignFor(ctx, in.Campaign, editorial.Read)
	if err != nil {
		return nil, err
	}
	return answerCampaign(g), nil
}

// campaignFor reads a campaign whose calendar the caller needs a permission in.
func (a *API) campaignFor(ctx context.Context, id editorial.CampaignID, need editorial.Permission) (editorial.Campaign, editorial.Actor, error) {
	g, err := a.store.GetCampaign(ctx, id)
	if err != nil {
		return g, editorial.Actor{}, err
	}
	_, actor, err := a.calendarFor(ctx, g.Calendar, need)
	return g, actor, err
}

type campaignEdit struct {
	Name     Patch[string]           `json:"name,omitzero" minLength:"1" maxLength:"200"`
	Margin   Optional[marginEdit]    `json:"margin,omitzero" doc:"What is absent stays, or starts as the calendar's; null: as the calendar's. It takes the permission policy"`
	Loosened Optional[looseningEdit] `json:"loosened,omitzero" doc:"null: for nobody. It takes the permission policy"`
}

// over changes a campaign whose calendar and team are known.
func (e campaignEdit) over(g *editorial.Campaign, desk editorial.Desk) error {
	e.Name.Into(&g.Name)
	if err := checkName(g.Name); err != nil {
		return err
	}
	if !e.Margin.Sent && !e.Loosened.Sent {
		return nil
	}
	next := editorial.Margins{}
	if g.Margins != nil {
		next = *g.Margins
	}
	next.Tighter = e.tighter(next.Tighter, desk.Calendar.Policy.Margin)
	if e.Loosened.Sent {
		next.Looser = e.Loosened.Value.read(e.Loosened.Null, desk)
	}
	if g.Margins = &next; next == (editorial.Margins{}) {
		g.Margins = nil
	}
	return editorial.RefuseAll(next.Check(desk.Team, desk.Calendar.ID, desk.Now, ""))
}

func (e campaignEdit) tighter(now *editorial.Margin, calendar editorial.Margin) *editorial.Margin {
	switch {
	case !e.Margin.Sent:
		return now
	case e.Margin.Null:
		return nil
	case now == nil:
		now = &calendar
	}
	next := *now
	e.Margin.Value.over(&next)
	return &next
}

type updateCampaignInput struct {
	Campaign editorial.CampaignID `path:"campaign"`
	IfMatch  string               `header:"If-Match" required:"true" doc:"The ETag of the version that the change starts from."`
	Body     campaignEdit
}

func (a *API) updateCampaign(ctx context.Context, in *updateCampaignInput) (*campaignAnswer, error) {
	need := editorial.Write
	if in.Body.Margin.Sent || in.Body.Loosened.Sent {
		need = editorial.Govern
	}
	before, actor, err := a.campaignFor(ctx, in.Campaign, need)
	if err != nil {
		return nil, err
	}
	desk, err := a.deskFor(ctx, before.Calendar)
	if err != nil {
		return nil, err
	}
	w := a.write(ctx, actor)
	desk.Now = w.Now
	g, err := a.store.UpdateCampaign(ctx, w, in.Campaign, func(g *editorial.Campaign) error {
		if err := matchVersion(in.IfMatch, g.Version, string(g.ID)); err != nil {
			return versioned(err, viewCampaign(*g))
		}
		return in.Body.over(g, desk)
	})
	if err != nil {
		return nil, err
	}
	answer := answerCampaign(g)
	if in.Body.Margin.Sent {
		answer.Body.Affected, err = a.affected(ctx, g.Calendar, store.PostFilter{Campaign: g.ID})
	}
	return answer, err
}

type removeCampaignInput struct {
	Campaign editorial.CampaignID `path:"campaign"`
	IfMatch  string               `header:"If-Match" required:"true" doc:"The ETag of the version that was read."`
}

// removeCampaign deletes a campaign. Its posts stay, without it.
func (a *API) removeCampaign(ctx context.Context, in *removeCampaignInput) (*struct{}, error) {
	_, actor, err := a.campaignFor(ctx, in.Campaign, editorial.Write)
	if err != nil {
		return nil, err
	}
	return nil, a.store.RemoveCampaign(ctx, a.write(ctx, actor), in.Campaign, func(g editorial.Campaign) error {
		return versioned(matchVersion(in.IfMatch, g.Version, string(g.ID)), viewCampaign(g))
	})
}
