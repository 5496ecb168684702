package api

import (
	"context"
	"maps"
	"slices"
	"time"

	"parution.dev/editorial"
	"parution.dev/store"
)

// channelView is a channel as the API shows it. Of credentials it tells the
// names only.
type channelView struct {
	ID          editorial.ChannelID    `json:"id" example:"chan_0692k8o5vfr3hd1t9m4q6c2p0g"`
	Calendar    editorial.CalendarID   `json:"calendar"`
	Platform    editorial.Platform     `json:"platform"`
	Name        string                 `json:"name"`
	State       editorial.ChannelState `json:"state" enum:"connected,reconnect,disconnected" doc:"reconnect: its credentials were refused, ran out or cannot be read"`
	Handle      string                 `json:"handle" doc:"Of the account, as its platform writes it"`
	URL         string                 `json:"url" doc:"The account's page, or the feed's address"`
	Account     string                 `json:"account" doc:"The account's own id on its platform"`
	Settings    map[string]string      `json:"settings"`
	Credentials []string               `json:"credentials" doc:"The names of those that are kept; they are never shown"`
	Facts       map[string]string      `json:"facts" doc:"What was read from the platform when it was connected"`
	Limits      limitsView             `json:"limits"`
	Rules       rulesView              `json:"rules"`
	Rest        *restView              `json:"rest" doc:"Why the account is left in peace for a while; null: it is not"`
	ExpiresAt   *time.Time             `json:"expires_at" doc:"Of the credentials; null: they do not expire, or renew themselves"`
	CreatedAt   time.Time              `json:"created_at"`
	ArchivedAt  *time.Time             `json:"archived_at" doc:"null: in use"`
}

// channelAnswer is one channel with its version.
type channelAnswer struct {
	ETag string `header:"ETag" doc:"The version, for If-Match."`
	Body channelView
}

// restView is why an account is not called, and until when.
type restView struct {
	Reason editorial.Strain `json:"reason" enum:"limited,silent" doc:"limited: its platform asked for it; silent: call after call brought no answer"`
	Until  time.Time        `json:"until" doc:"When it is called again"`
	Since  *time.Time       `json:"since" doc:"With silent: the first call without an answer"`
}

func viewRest(r editorial.Rest, now time.Time) *restView {
	if !r.Active(now) {
		return nil
	}
	return &restView{Reason: r.Reason, Until: r.Until, Since: instant(r.Since)}
}

func (a *API) viewChannel(ctx context.Context, c editorial.Channel) channelView {
	return channelView{
		ID: c.ID, Calendar: c.Calendar, Platform: c.Platform, Name: c.Name, State: c.State, Handle: c.Handle, URL: c.URL, Account: c.RemoteID,
		Settings: named(c.Settings), Credentials: filled(slices.Sorted(maps.Keys(c.Credentials))), Facts: named(c.Facts),
		Limits: viewLimits(c.Limits, callerOf(ctx).lang), Rules: viewRules(c.Rules), Rest: viewRest(c.Rest, a.cfg.Now()), ExpiresAt: instant(c.ExpiresAt), CreatedAt: c.Created, ArchivedAt: instant(c.Archived),
	}
}

// named returns what JSON shows as an object even when it is empty.
func named(values map[string]string) map[string]string {
	if values == nil {
		return map[string]string{}
	}
	return values
}

func (a *API) answerChannel(ctx context.Context, c editorial.Channel) *channelAnswer {
	return &channelAnswer{ETag: etag(c.Version, string(c.ID)), Body: a.viewChannel(ctx, c)}
}

type newChannel struct {
	Platform    editorial.Platform `json:"platform" maxLength:"64" example:"webhook" doc:"One of those at /api/v1/platforms"`
	Name        string             `json:"name" minLength:"1" maxLength:"200"`
	Settings    map[string]string  `json:"settings,omitempty" maxProperties:"20" doc:"As the platform lists them"`
	Credentials map[string]string  `json:"credentials,omitempty" maxProperties:"20" doc:"As the platform lists them. They are encrypted, and never shown"`
	Rules       Patch[rulesEdit]   `json:"rules,omitzero"`
}

type createChannelInput struct {
	Calendar editorial.CalendarID `path:"calendar"`
	Body     newChannel
}

// createChannel connects an account. The platform is asked before anything is
// written, outside the transaction.
func (a *API) createChannel(ctx context.Context, in *createChannelInput) (*created[channelView], error) {
	calendar, actor, err := a.calendarFor(ctx, in.Calendar, editorial.Connect)
	if err != nil {
		return nil, err
	}
	if err := checkName(in.Body.Name); err != nil {
		return nil, err
	}
	c := editorial.Channel{
		ID: editorial.NewID[editorial.ChannelID]("chan"), Calendar: calendar.ID, Platform: in.Body.Platform, Name: in.Body.Name,
		Settings: in.Body.Settings, Credentials: editorial.Credentials{}, Created: a.cfg.Now().UTC(), Version: 1,
	}
	if err := in.Body.Rules.Value.over(&c.Rules); err != nil {
		return nil, err
	}
	for name, value := range in.Body.Credentials {
		c.Credentials[name] = editorial.NewSecret(value)
	}
	if err := a.connect(ctx, &c); err != nil {
		return nil, err
	}
	if err := a.store.AddChannel(ctx, a.write(ctx, actor), c); err != nil {
		return nil, err
	}
	return &created[channelView]{Location: location(ctx, c.ID), ETag: etag(c.Version, string(c.ID)), Body: a.viewChannel(ctx, c)}, nil
}

type listChannelsInput struct {
	Paging
	Calendar editorial.CalendarID `path:"calendar"`
}

func (a *API) listChannels(ctx context.Context, in *listChannelsInput) (*listed[channelView], error) {
	calendar, _, err := a.calendarFor(ctx, in.Calendar, editorial.Read)
	if err != nil {
		return nil, err
	}
	channels, next, err := a.store.ListChannels(ctx, calendar.ID, in.page())
	if err != nil {
		return nil, err
	}
	return list(ctx, channels, next, func(c editorial.Channel) channelView { return a.viewChannel(ctx, c) }), nil
}

type getChannelInput struct {
	Channel editorial.ChannelID `path:"channel"`
}

func (a *API) getChannel(ctx context.Context, in *getChannelInput) (*channelAnswer, error) {
	c, _, err := a.channelFor(ctx, in.Channel, editorial.Read)
	if err != nil {
		return nil, err
	}
	return a.answerChannel(ctx, c), nil
}

// channelFor reads a channel whose calendar the caller needs a permission in.
func (a *API) channelFor(ctx context.Context, id editorial.ChannelID, need editorial.Permission) (editorial.Channel, editorial.Actor, error) {
	c, err := a.store.GetChannel(ctx, id)
	if err != nil {
		return c, editorial.Actor{}, err
	}
	_, actor, err := a.calendarFor(ctx, c.Calendar, need)
	return c, actor, err
}

// channelEdit changes a channel: what is absent stays. Settings and
// credentials are merged, null takes one away; either connects anew.
type channelEdit struct {
	Name        Patch[string]          `json:"name,omitzero" minLength:"1" maxLength:"200"`
	Settings    map[string]patchedText `json:"settings,omitempty" maxProperties:"20"`
	Credentials map[string]patchedText `json:"credentials,omitempty" maxProperties:"20" doc:"They are encrypted, and never shown"`
	Rules       Patch[rulesEdit]       `json:"rules,omitzero"`
}

// patchedText is one entry of a map of texts: a text, or null to take it away.
type patchedText = Optional[string]

type updateChannelInput struct {
	Channel editorial.ChannelID `path:"channel"`
	IfMatch string              `header:"If-Match" required:"true" doc:"The ETag of the version that the change starts from."`
	Body    channelEdit
}

// updateChannel changes a channel. A change of settings or credentials asks
// the platform first, and brings a disconnected channel back.
func (a *API) updateChannel(ctx context.Context, in *updateChannelInput) (*channelAnswer, error) {
	next, actor, err := a.channelFor(ctx, in.Channel, editorial.Connect)
	if err != nil {
		return nil, err
	}
	if err := a.matchChannel(ctx, next, in.IfMatch); err != nil {
		return nil, err
	}
	in.Body.Name.Into(&next.Name)
	if err := checkName(next.Name); err != nil {
		return nil, err
	}
	if err := in.Body.Rules.Value.over(&next.Rules); err != nil {
		return nil, err
	}
	anew := len(in.Body.Settings)+len(in.Body.Credentials) > 0
	if anew {
		in.Body.over(&next)
		if err := a.connect(ctx, &next); err != nil {
			return nil, err
		}
	}
	return a.changeChannel(ctx, a.write(ctx, actor), in.Channel, in.IfMatch, func(c *editorial.Channel) {
		if anew {
			*c = next
		}
		c.Name, c.Rules = next.Name, next.Rules // and nothing else: credentials may have been renewed meanwhile
	})
}

// over merges settings and credentials into a channel's.
func (e channelEdit) over(c *editorial.Channel) {
	settings, credentials := map[string]string{}, editorial.Credentials{}
	maps.Copy(settings, c.Settings)
	maps.Copy(credentials, c.Credentials)
	c.Settings, c.Credentials = settings, credentials
	for name, edit := range e.Settings {
		if delete(c.Settings, name); !edit.Null {
			c.Settings[name] = edit.Value
		}
	}
	for name, edit := range e.Credentials {
		if delete(c.Credentials, name); !edit.Null {
			c.Credentials[name] = editorial.NewSecret(edit.Value)
		}
	}
}

func (a *API) matchChannel(ctx context.Context, c editorial.Channel, ifMatch string) error {
	if err := matchVersion(ifMatch, c.Version, string(c.ID)); err != nil {
		return versioned(err, a.viewChannel(ctx, c))
	}
	return nil
}

// changeChannel changes a channel, unless somebody was there first.
func (a *API) changeChannel(ctx context.Context, w store.Write, id editorial.ChannelID, ifMatch string, change func(*editorial.Channel)) (*channelAnswer, error) {
	c, err := a.store.UpdateChannel(ctx, w, id, func(c *editorial.Channel) error {
		if err := a.matchChannel(ctx, *c, ifMatch); err != nil {
			return err
		}
		change(c)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return a.answerChannel(ctx, c), nil
}

type disconnectChannelInput struct {
	Channel editorial.ChannelID `path:"channel"`
	IfMatch string              `header:"If-Match" required:"true" doc:"The ETag of the version that was read."`
}

// disconnectChannel takes a channel out of use and forgets its credentials.
// Its published deliveries stay; what was to leave on it is held.
func (a *API) disconnectChannel(ctx context.Context, in *disconnectChannelInput) (*channelAnswer, error) {
	_, actor, err := a.channelFor(ctx, in.Channel, editorial.Connect)
	if err != nil {
		return nil, err
	}
	w := a.write(ctx, actor)
	return a.changeChannel(ctx, w, in.Channel, in.IfMatch, func(c *editorial.Channel) {
		c.State, c.Credentials, c.Archived = editorial.Disconnected, editorial.Credentials{}, w.Now
	})
}
