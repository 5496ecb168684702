package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"parution.dev/editorial"
)

const channelColumns = `id, calendar_id, platform, name, state, remote_id, handle, url, settings, facts, limits, rules, credentials,
	expires_at, warned, created_at, archived_at, version,
	COALESCE((SELECT rest FROM rests WHERE rests.platform = channels.platform AND rests.remote_id = channels.remote_id), 'null')`

// channelRow is a channel before its columns of JSON are decoded and its
// credentials unsealed.
type channelRow struct {
	id                                           editorial.ChannelID
	calendar                                     editorial.CalendarID
	platform                                     editorial.Platform
	state                                        editorial.ChannelState
	name, remote, handle, url                    string
	settings, facts, limits, rules, warned, rest string
	sealed                                       string
	expires, created, archived                   time.Time
	version                                      int64
}

func scanChannelRow(row scanner) (r channelRow, err error) {
	err = row.Scan(&r.id, &r.calendar, &r.platform, &r.name, &r.state, &r.remote, &r.handle, &r.url, &r.settings, &r.facts, &r.limits, &r.rules,
		&r.sealed, instant{&r.expires}, &r.warned, instant{&r.created}, instant{&r.archived}, &r.version, &r.rest)
	return r, err
}

// scanChannel reads a channel. Credentials that the key does not open leave
// the channel to be connected again.
func (s *Store) scanChannel(row scanner) (editorial.Channel, error) {
	r, err := scanChannelRow(row)
	if err != nil {
		return editorial.Channel{}, err
	}
	return s.decodeChannel(r)
}

// scanChannelShared is scanChannel for who only reads.
func (s *Store) scanChannelShared(row scanner) (editorial.Channel, error) {
	r, err := scanChannelRow(row)
	if err != nil {
		return editorial.Channel{}, err
	}
	return s.known.channels.of(r.id, r, mostChannels, s.decodeChannel)
}

func (s *Store) decodeChannel(r channelRow) (c editorial.Channel, err error) {
	c = editorial.Channel{
		ID: r.id, Calendar: r.calendar, Platform: r.platform, Name: r.name, State: r.state, RemoteID: r.remote, Handle: r.handle, URL: r.url,
		ExpiresAt: r.expires, Created: r.created, Archived: r.archived, Version: r.version,
	}
	for _, column := range []struct {
		text string
		into any
	}{{r.settings, &c.Settings}, {r.facts, &c.Facts}, {r.limits, &c.Limits}, {r.rules, &c.Rules}, {r.warned, &c.Warned}, {r.rest, &c.Rest}} {
		if err := (decoded{column.into}).Scan(column.text); err != nil {
			return c, fmt.Errorf("decode the channel %s: %w", c.ID, err)
		}
	}
	if c.Credentials, err = s.unseal([]byte(r.sealed), c.ID); err != nil && c.State == editorial.Connected {
		c.State = editorial.MustConnect
	}
	return c, nil
}

func (s *Store) unseal(sealed []byte, id editorial.ChannelID) (editorial.Credentials, error) {
	if len(sealed) == 0 {
		return editorial.Credentials{}, nil
	}
	plain, err := s.cfg.Sealer.Open(sealed, string(id))
	if err != nil {
		return nil, fmt.Errorf("open the credentials: %w", err)
	}
	values := map[string]string{}
	if err := json.Unmarshal(plain, &values); err != nil {
		return nil, fmt.Errorf("read the credentials: %w", err)
	}
	credentials := editorial.Credentials{}
	for name, value := range values {
		credentials[name] = editorial.NewSecret(value)
	}
	return credentials, nil
}

// seal encrypts a channel's credentials. A channel that needs none has nothing
// sealed, and so survives the loss of the key.
func (s *Store) seal(c editorial.Channel) ([]byte, error) {
	if len(c.Credentials) == 0 {
		return []byte{}, nil
	}
	values := map[string]string{}
	for name, secret := range c.Credentials {
		values[name] = secret.Reveal()
	}
	sealed, err := s.cfg.Sealer.Seal([]byte(text(values)), string(c.ID))
	if err != nil {
		return nil, fmt.Errorf("seal the credentials: %w", err)
	}
	return sealed, nil
}

// AddChannel writes a connected channel, its credentials sealed.
func (s *Store) AddChannel(ctx context.Context, w Write, c editorial.Channel) error {
	sealed, err := s.seal(c)
	if err != nil {
		return err
	}
	return s.write(ctx, func(t *tx) error {
		return t.create(w, string(c.ID), func() error {
			_, err := t.exec(`
				INSERT INTO channels (id, calendar_id, platform, name, state, remote_id, handle, url, settings, facts, limits, rules, credentials,
					expires_at, warned, created_at, archived_at, version)
				VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
				c.ID, c.Calendar, c.Platform, c.Name, c.State, c.RemoteID, c.Handle, c.URL, text(c.Settings), text(c.Facts), text(c.Limits), text(c.Rules), sealed,
				stamp(c.ExpiresAt), text(c.Warned), stamp(w.Now), nil, 1)
			if err != nil {
				return err
			}
			return t.did(w, c.Calendar, "channel.connected", string(c.ID))
		})
	})
}

func (t *tx) channel(id editorial.ChannelID) (editorial.Channel, error) {
	return one(t, t.store.scanChannel, `SELECT `+channelColumns+` FROM channels WHERE id = $1`, id)
}

// channels reads every channel of a calendar, archived ones too, for who only
// reads them.
func (t *tx) channels(calendar editorial.CalendarID) (editorial.Channels, error) {
	found, err := many(t, t.store.scanChannelShared, `SELECT `+channelColumns+` FROM channels WHERE calendar_id = $1 ORDER BY id`, calendar)
	all := editorial.Channels{}
	for _, c := range found {
		all[c.ID] = c
	}
	return all, err
}

// GetChannel reads a channel.
func (s *Store) GetChannel(ctx context.Context, id editorial.ChannelID) (editorial.Channel, error) {
	return get(ctx, s, (*tx).channel, id)
}

// ListChannels lists a calendar's channels that are not archived. They are
// shared, and only to be read.
func (s *Store) ListChannels(ctx context.Context, calendar editorial.CalendarID, p Page) ([]editorial.Channel, string, error) {
	return byID(ctx, s, p, func(t *tx, start string, limit int) ([]editorial.Channel, error) {
		return many(t, s.scanChannelShared, `
			SELECT `+channelColumns+` FROM channels WHERE calendar_id = $1 AND id > $2 AND archived_at IS NULL ORDER BY id LIMIT $3`, calendar, start, limit)
	}, func(c editorial.Channel) string { return string(c.ID) })
}

// UpdateChannel changes a channel in one transaction. What waited for the
// channel is looked at again at once.
func (s *Store) UpdateChannel(ctx context.Context, w Write, id editorial.ChannelID, change func(*editorial.Channel) error) (c editorial.Channel, err error) {
	err = s.write(ctx, func(t *tx) error {
		if c, err = t.channel(id); err != nil {
			return err
		}
		before := text(c)
		if err := change(&c); err != nil {
			return err
		}
		c.Version++
		if err := t.saveChannel(c); err != nil {
			return err
		}
		if err := t.wakeHeld(id, w); err != nil {
			return err
		}
		return t.changed(w, c.Calendar, "channel.updated", string(id), before, c)
	})
	return c, err
}

func (t *tx) saveChannel(c editorial.Channel) error {
	var sealed, state any = nil, c.State
	if c.Credentials != nil {
		fresh, err := t.store.seal(c)
		if err != nil {
			return err
		}
		sealed = fresh
	} else if c.State == editorial.MustConnect {
		state = nil // only because they could not be opened: what is there stays
	}
	return t.must(`
		UPDATE channels SET name = $1, state = COALESCE($2, state), remote_id = $3, handle = $4, url = $5, settings = $6, facts = $7, limits = $8,
			rules = $9, credentials = COALESCE($10, credentials), expires_at = $11, warned = $12, archived_at = $13, version = $14 WHERE id = $15`,
		c.Name, state, c.RemoteID, c.Handle, c.URL, text(c.Settings), text(c.Facts), text(c.Limits),
		text(c.Rules), sealed, stamp(c.ExpiresAt), text(c.Warned), stamp(c.Archived), c.Version, c.ID)
}

// SaveLimits stores what an account takes now, as its platform has just said it,
// and has what is due within a day on its channel looked at again. The channel's
// version stays: nobody edited it. It tells whether anything differs; of a
// channel that is connected to another account by now nothing was said.
func (s *Store) SaveLimits(ctx context.Context, of editorial.Account, limits editorial.Limits, now time.Time) (changed bool, err error) {
	id := of.Channel
	c, err := s.GetChannel(ctx, id)
	if err != nil || text(c.Limits) == text(limits) {
		return false, err
	}
	err = s.write(ctx, func(t *tx) error {
		if c, err = t.channel(id); err != nil || c.RemoteID != of.RemoteID {
			return err
		}
		changed = true
		if err := t.must(`UPDATE channels SET limits = $1 WHERE id = $2`, text(limits), id); err != nil {
			return err
		}
		w := Write{By: editorial.Machine(), Now: now}
		if err := t.wakeHeld(id, w); err != nil {
			return err
		}
		_, err := t.exec(`
			UPDATE deliveries SET preflight_at = $1 WHERE state IN ('scheduled', 'held') AND channel_id = $2 AND due_at > $3 AND due_at <= $4`,
			stamp(now), id, stamp(now), stamp(now.Add(editorial.FirstLook)))
		if err != nil {
			return err
		}
		return t.did(w, c.Calendar, "channel.limits_changed", string(id))
	})
	return changed && err == nil, err
}

// wakeHeld lets the releaser look again at what is held on a channel: most of
// it may leave now, and the gate says which.
func (t *tx) wakeHeld(id editorial.ChannelID, w Write) error {
	n, err := t.exec(`UPDATE deliveries SET next_at = $1 WHERE state IN ('scheduled', 'held') AND state = 'held' AND channel_id = $2 AND stopped = 0`, stamp(w.Now), id)
	if n > 0 {
		t.next = w.Now
	}
	if err != nil {
		return err
	}
	_, err = t.exec(`UPDATE deliveries SET preflight_at = $1 WHERE channel_id = $2 AND state IN ('planned', 'scheduled') AND preflight IS NOT NULL AND due_at > $3`,
		stamp(w.Now), id, stamp(w.Now))
	return err
}

// ErrConnectedAnew means that a person has connected the channel anew since its
// credentials were read: theirs stay.
var ErrConnectedAnew = errors.New("the channel has been connected anew meanwhile")

// SaveCredentials stores the renewed credentials of an account before they are
// used. The channel's version stays: nobody edited it.
func (s *Store) SaveCredentials(ctx context.Context, of editorial.Account, renewed editorial.Credentials) error {
	sealed, err := s.seal(editorial.Channel{ID: of.Channel, Credentials: renewed})
	if err != nil {
		return err
	}
	return s.write(ctx, func(t *tx) error {
		c, err := t.channel(of.Channel)
		if err != nil {
			return err
		}
		if !c.Reaches(of) {
			return ErrConnectedAnew
		}
		return t.must(`UPDATE channels SET credentials = $1 WHERE id = $2`, sealed, of.Channel)
	})
}
