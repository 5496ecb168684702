package api

import (
	"context"
	"time"

	"parution.dev/editorial"
)

// Platforms is what the API must know of the outside: what can be connected,
// and whether an account answers. Its errors are refusals; they hold nothing
// that was sent.
type Platforms interface {
	// List says what can be connected, in the order people should see it.
	List() []PlatformInfo
	// Connect proves an account and reads who it is. It changes nothing there.
	Connect(ctx context.Context, to editorial.Account) (Connected, error)
	// Check asks whether a connected account could publish now.
	Check(ctx context.Context, on editorial.Account) (Checked, error)
}

// PlatformInfo is one kind of network.
type PlatformInfo struct {
	Platform    editorial.Platform
	Name        string
	Limits      editorial.Limits // before an account is connected
	Settings    []PlatformField
	Credentials []PlatformField
}

// PlatformField is one thing to fill in when a channel is connected.
type PlatformField struct {
	Name     string
	Label    editorial.Words
	Required bool
}

// Connected is what connecting an account found out.
type Connected struct {
	RemoteID    string
	Handle      string
	URL         string
	Facts       map[string]string
	Limits      editorial.Limits
	Credentials editorial.Credentials // with whatever the exchange added
	ExpiresAt   time.Time             // of the credentials; zero: they do not expire
}

// Checked is how a channel's account stands.
type Checked struct {
	Limits    editorial.Limits
	Clock     time.Time // of the platform; zero: it did not say
	Remaining int       // publishing calls left in the window; -1: it did not say
	Reset     time.Time // when the window ends
}

// platformView is one kind of network that can be connected.
type platformView struct {
	Platform    editorial.Platform `json:"platform" example:"webhook"`
	Name        string             `json:"name" doc:"What people call it"`
	Limits      limitsView         `json:"limits" doc:"Before an account is connected; each account may take more or less"`
	Settings    []fieldView        `json:"settings"`
	Credentials []fieldView        `json:"credentials"`
}

// fieldView is one thing to fill in when a channel is connected.
type fieldView struct {
	Name     string `json:"name"`
	Label    string `json:"label" doc:"In the reader's language"`
	Required bool   `json:"required"`
}

type platformsAnswer struct{ Body ListOf[platformView] }

func (a *API) listPlatforms(ctx context.Context, _ *struct{}) (*platformsAnswer, error) {
	lang := callerOf(ctx).lang
	out := &platformsAnswer{Body: ListOf[platformView]{Items: []platformView{}}}
	for _, info := range a.cfg.Platforms.List() {
		out.Body.Items = append(out.Body.Items, platformView{
			Platform: info.Platform, Name: info.Name, Limits: viewLimits(info.Limits, lang),
			Settings: viewFields(info.Settings, lang), Credentials: viewFields(info.Credentials, lang),
		})
	}
	return out, nil
}

func viewFields(fields []PlatformField, lang editorial.Lang) []fieldView {
	views := make([]fieldView, len(fields))
	for i, field := range fields {
		views[i] = fieldView{Name: field.Name, Label: field.Label.In(lang), Required: field.Required}
	}
	return views
}
