package store

import (
	"context"

	"parution.dev/editorial"
)

const campaignColumns = `id, calendar_id, name, margins, created_at, version`

func scanCampaign(row scanner) (editorial.Campaign, error) {
	var g editorial.Campaign
	err := row.Scan(&g.ID, &g.Calendar, &g.Name, decoded{&g.Margins}, instant{&g.Created}, &g.Version)
	return g, err
}

// AddCampaign writes a new campaign.
func (s *Store) AddCampaign(ctx context.Context, w Write, g editorial.Campaign) error {
	return s.write(ctx, func(t *tx) error {
		return t.create(w, string(g.ID), func() error {
			_, err := t.exec(`INSERT INTO campaigns (id, calendar_id, name, margins, created_at, version) VALUES ($1, $2, $3, $4, $5, $6)`,
				g.ID, g.Calendar, g.Name, optional(g.Margins), stamp(w.Now), 1)
			if err != nil {
				return err
			}
			return t.did(w, g.Calendar, "campaign.created", string(g.ID))
		})
	})
}

// GetCampaign reads a campaign.
func (s *Store) GetCampaign(ctx context.Context, id editorial.CampaignID) (editorial.Campaign, error) {
	return get(ctx, s, (*tx).campaign, id)
}

func (t *tx) campaign(id editorial.CampaignID) (editorial.Campaign, error) {
	return one(t, scanCampaign, `SELECT `+campaignColumns+` FROM campaigns WHERE id = $1`, id)
}

// ListCampaigns lists a calendar's campaigns.
func (s *Store) ListCampaigns(ctx context.Context, calendar editorial.CalendarID, p Page) ([]editorial.Campaign, string, error) {
	return byID(ctx, s, p, func(t *tx, start string, limit int) ([]editorial.Campaign, error) {
		return many(t, scanCampaign, `
			SELECT `+campaignColumns+` FROM campaigns WHERE calendar_id = $1 AND id > $2 ORDER BY id LIMIT $3`, calendar, start, limit)
	}, func(g editorial.Campaign) string { return string(g.ID) })
}

// CampaignMargins reads the margins of a calendar's campaigns that have some of
// their own.
func (s *Store) CampaignMargins(ctx context.Context, calendar editorial.CalendarID) (map[editorial.CampaignID]*editorial.Margins, error) {
	return get(ctx, s, (*tx).margins, calendar)
}

func (t *tx) margins(calendar editorial.CalendarID) (map[editorial.CampaignID]*editorial.Margins, error) {
	found, err := many(t, scanCampaign, `SELECT `+campaignColumns+` FROM campaigns WHERE calendar_id = $1 AND margins IS NOT NULL`, calendar)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	margins := map[editorial.CampaignID]*editorial.Margins{}
	for _, g := range found {
		margins[g.ID] = g.Margins
	}
	return margins, nil
}

// UpdateCampaign changes a campaign in one transaction.
func (s *Store) UpdateCampaign(ctx context.Context, w Write, id editorial.CampaignID, change func(*editorial.Campaign) error) (g editorial.Campaign, err error) {
	err = s.write(ctx, func(t *tx) error {
		if g, err = t.campaign(id); err != nil {
			return err
		}
		before := g.Margins
		if err := change(&g); err != nil {
			return err
		}
		g.Version++
		err := t.must(`UPDATE campaigns SET name = $1, margins = $2, version = $3 WHERE id = $4`, g.Name, optional(g.Margins), g.Version, id)
		if err != nil {
			return err
		}
		line := editorial.AuditLine{At: w.Now, Calendar: g.Calendar, Actor: w.By, Action: "campaign.updated", Subject: string(id)}
		if g.Margins != before {
			line.Detail = g.Margins.Words()
		}
		return t.log(line)
	})
	return g, err
}

// RemoveCampaign deletes a campaign, unless the check says no to it as it is then;
// its posts stay, without it.
func (s *Store) RemoveCampaign(ctx context.Context, w Write, id editorial.CampaignID, check func(editorial.Campaign) error) error {
	return s.write(ctx, func(t *tx) error {
		g, err := t.campaign(id)
		if err != nil {
			return err
		}
		if err := check(g); err != nil {
			return err
		}
		if err := t.must(`DELETE FROM campaigns WHERE id = $1`, id); err != nil {
			return err
		}
		return t.did(w, g.Calendar, "campaign.removed", string(id))
	})
}
