package main

import (
	"context"

	"parution.dev/store"
)

// followZones has the planned times follow the zone data in use, batch by
// batch, to the end. Where they do already that is one short read.
func (d *daemon) followZones(ctx context.Context) error {
	for ctx.Err() == nil {
		f, err := d.followBatch(ctx)
		if err != nil || f.Done || f.Waits {
			return err
		}
	}
	return nil
}

// followSome does so for what is due first, before anything is released.
func (d *daemon) followSome(ctx context.Context) {
	if _, err := d.followBatch(ctx); err != nil {
		d.log.Error().Err(err).Msg("planned times cannot follow the zone data yet")
	}
}

func (d *daemon) followBatch(ctx context.Context) (store.Followed, error) {
	f, err := d.store.FollowZones(ctx, d.zones.name, d.holder, now())
	for _, p := range f.Moved {
		for _, moved := range p.Instants {
			d.log.Warn().Str("post", string(p.Post)).Str("channel", string(moved.Channel)).Time("from", moved.From).Time("to", moved.To).
				Msg("a planned time is another instant by the zone data now in use")
		}
	}
	if f.Done && f.Looked > 0 {
		d.log.Info().Str("zones", d.zones.name).Msg("all planned times follow the zone data in use")
	}
	return f, err
}
