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
