package store

import (
	"context"

	"parution.dev/editorial"
)

func scanCampaign(row scanner) (editorial.Campaign, error) {
	var g editorial.Campaign
	err := row.Scan(&g.ID, &g.Calendar, &g.Name, instant{&g.Created}, &g.Version)
	return g, err
}

// AddCampaign writes a new campaign.
func (s *Store) AddCampaign(ctx context.Context, w Write, g editorial.Campaign) error {
	return s.write(ctx, func(t *tx) error {
		return t.create(w, string(g.ID), func() error {
			_, err := t.exec(`INSERT INTO campaigns (id, calendar_id, name, created_at, version) VALUES ($1, $2, $3, $4, $5)`, g.ID, g.Calendar, g.Name, stamp(w.Now), 1)
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
	return one(t, scanCampaign, `SELECT id, calendar_id, name, created_at, version FROM campaigns WHERE id = $1`, id)
}

// ListCampaigns lists a calendar's campaigns.
func (s *Store) ListCampaigns(ctx context.Context, calendar editorial.CalendarID, p Page) ([]editorial.Campaign, string, error) {
	return byID(ctx, s, p, func(t *tx, start string, limit int) ([]editorial.Campaign, error) {
		return many(t, scanCampaign, `
			SELECT id, calendar_id, name, created_at, version FROM campaigns WHERE calendar_id = $1 AND id > $2 ORDER BY id LIMIT $3`, calendar, start, limit)
	}, func(g editorial.Campaign) string { return string(g.ID) })
}

// UpdateCampaign changes a campaign in one transaction.
func (s *Store) UpdateCampaign(ctx context.Context, w Write, id editorial.CampaignID, change func(*editorial.Campaign) error) (g editorial.Campaign, err error) {
	err = s.write(ctx, func(t *tx) error {
		if g, err = t.campaign(id); err != nil {
			return err
		}
		if err := change(&g); err != nil {
			return err
		}
		g.Version++
		if err := t.must(`UPDATE campaigns SET name = $1, version = $2 WHERE id = $3`, g.Name, g.Version, id); err != nil {
			return err
		}
		return t.did(w, g.Calendar, "campaign.updated", string(id))
	})
	return g, err
}

// RemoveCampaign deletes a campaign; its posts stay, without it.
func (s *Store) RemoveCampaign(ctx context.Context, w Write, id editorial.CampaignID) error {
	return s.write(ctx, func(t *tx) error {
		g, err := t.campaign(id)
		if err != nil {
			return err
		}
		if err := t.must(`DELETE FROM campaigns WHERE id = $1`, id); err != nil {
			return err
		}
		return t.did(w, g.Calendar, "campaign.removed", string(id))
	})
}
