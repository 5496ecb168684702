package api

import (
	"context"
	"time"

	"parution.dev/editorial"
)

// campaignView is a campaign as the API shows it.
type campaignView struct {
	ID        editorial.CampaignID `json:"id"`
	Calendar  editorial.CalendarID `json:"calendar"`
	Name      string               `json:"name"`
	CreatedAt time.Time            `json:"created_at"`
}

// campaignAnswer is one campaign with its version.
type campaignAnswer struct {
	ETag string `header:"ETag" doc:"The version, for If-Match."`
	Body campaignView
}

func viewCampaign(g editorial.Campaign) campaignView {
	return campaignView{ID: g.ID, Calendar: g.Calendar, Name: g.Name, CreatedAt: g.Created}
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
	Name Patch[string] `json:"name,omitzero" minLength:"1" maxLength:"200"`
}

type updateCampaignInput struct {
	Campaign editorial.CampaignID `path:"campaign"`
	IfMatch  string               `header:"If-Match" required:"true" doc:"The ETag of the version that the change starts from."`
	Body     campaignEdit
}

func (a *API) updateCampaign(ctx context.Context, in *updateCampaignInput) (*campaignAnswer, error) {
	_, actor, err := a.campaignFor(ctx, in.Campaign, editorial.Write)
	if err != nil {
		return nil, err
	}
	g, err := a.store.UpdateCampaign(ctx, a.write(ctx, actor), in.Campaign, func(g *editorial.Campaign) error {
		if err := matchVersion(in.IfMatch, g.Version, string(g.ID)); err != nil {
			return versioned(err, viewCampaign(*g))
		}
		in.Body.Name.Into(&g.Name)
		return checkName(g.Name)
	})
	if err != nil {
		return nil, err
	}
	return answerCampaign(g), nil
}

type removeCampaignInput struct {
	Campaign editorial.CampaignID `path:"campaign"`
	IfMatch  string               `header:"If-Match" required:"true" doc:"The ETag of the version that was read."`
}

// removeCampaign deletes a campaign. Its posts stay, without it.
func (a *API) removeCampaign(ctx context.Context, in *removeCampaignInput) (*struct{}, error) {
	g, actor, err := a.campaignFor(ctx, in.Campaign, editorial.Write)
	if err != nil {
		return nil, err
	}
	if err := matchVersion(in.IfMatch, g.Version, string(g.ID)); err != nil {
		return nil, versioned(err, viewCampaign(g))
	}
	return nil, a.store.RemoveCampaign(ctx, a.write(ctx, actor), g.ID)
}
