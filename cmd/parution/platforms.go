package main

import (
	"context"
	"net/http"
	"time"

	"parution.dev/api"
	"parution.dev/editorial"
	"parution.dev/publishers"
	"parution.dev/publishers/bluesky"
	"parution.dev/publishers/feed"
	"parution.dev/publishers/mastodon"
	"parution.dev/publishers/webhook"
	"parution.dev/scheduler"
)

// adapters is the list of platforms. A new one is a line here.
func adapters(client *http.Client, now func() time.Time, publicURL string) []publishers.Publisher {
	return []publishers.Publisher{
		feed.New(publicURL),
		webhook.New(client, now),
		mastodon.New(client, now),
		bluesky.New(client, now),
	}
}

// platforms shows the adapters to the API, which knows none of them.
type platforms []publishers.Publisher

// List implements api.Platforms.
func (all platforms) List() []api.PlatformInfo {
	list := make([]api.PlatformInfo, 0, len(all))
	for _, p := range all {
		form := p.Form()
		list = append(list, api.PlatformInfo{
			Platform: p.Platform(), Name: form.Name, Limits: p.Limits(), Settings: fields(form.Settings), Credentials: fields(form.Credentials),
		})
	}
	return list
}

func fields(of []publishers.Field) []api.PlatformField {
	list := make([]api.PlatformField, 0, len(of))
	for _, f := range of {
		list = append(list, api.PlatformField{Name: f.Name, Label: f.Label, Required: f.Required})
	}
	return list
}

func (all platforms) adapter(platform editorial.Platform) (publishers.Publisher, error) {
	for _, p := range all {
		if p.Platform() == platform {
			return p, nil
		}
	}
	return nil, editorial.InvalidAt("/platform", "unknown_platform")
}

// Connect implements api.Platforms.
func (all platforms) Connect(ctx context.Context, to editorial.Account) (api.Connected, error) {
	adapter, err := all.adapter(to.Platform)
	if err != nil {
		return api.Connected{}, err
	}
	c, err := adapter.Connect(ctx, to)
	if err != nil {
		return api.Connected{}, refusal(err)
	}
	return api.Connected{
		RemoteID: c.RemoteID, Handle: c.Handle, URL: c.URL, Facts: c.Facts, Limits: c.Limits, Credentials: c.Credentials, ExpiresAt: c.ExpiresAt,
	}, nil
}

// tended are the platforms beside a scheduler, which keeps credentials fresh.
type tended struct {
	platforms
	scheduler *scheduler.Scheduler
}

// Check implements api.Platforms. A platform that offers no check is asked to
// connect again, which changes nothing there.
func (all tended) Check(ctx context.Context, on editorial.Account) (api.Checked, error) {
	adapter, err := all.adapter(on.Platform)
	if err != nil {
		return api.Checked{}, err
	}
	if _, ok := adapter.(publishers.Checker); ok {
		health, err := all.scheduler.Check(ctx, on)
		if err != nil {
			return api.Checked{}, refusal(err)
		}
		return api.Checked{Limits: health.Limits, Clock: health.Clock, Remaining: health.Remaining, Reset: health.Reset}, nil
	}
	c, err := adapter.Connect(ctx, on)
	if err != nil {
		return api.Checked{}, refusal(err)
	}
	return api.Checked{Limits: c.Limits, Remaining: -1}, nil
}

// refusal puts an adapter's error into words for people. The platform's own
// message may be shown: adapters keep secrets out of it.
func refusal(err error) error {
	trouble := publishers.Judge(err)
	r := &editorial.Refusal{Kind: editorial.Invalid, Code: "connect_refused", Err: err}
	switch trouble.Verdict {
	case editorial.Later, editorial.Unknown:
		r.Kind, r.Code = editorial.Unavailable, "platform_unreachable"
	case editorial.Never, editorial.Reconnect, editorial.Done:
	}
	if trouble.Message != "" {
		r.Detail = editorial.Words{
			EN: "The platform could not be connected: " + trouble.Message + ".",
			FR: "La connexion à la plateforme a échoué : " + trouble.Message + ".",
		}
	}
	return r
}
