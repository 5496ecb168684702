// Package mastodon publishes to servers that speak Mastodon's client API:
// Mastodon itself, and GoToSocial, Pleroma, Akkoma and Pixelfed, which speak
// it with accents. What a server takes is read from it, never assumed; where
// the accents differ, software.go says how.
//
// An account has the setting "server" and the credential "access_token". Its
// facts are "kind", "version" and "host", as [Publisher.Connect] found them.
package mastodon

import (
	"context"
	"net/http"
	"time"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

// Platform is the name that channels carry.
const Platform editorial.Platform = "mastodon"

// What an account holds by name.
const (
	settingServer   = "server"
	credentialToken = "access_token"
	factKind        = "kind"
	factVersion     = "version"
	factHost        = "host"
)

// Publisher sends parts to accounts on any server of the family.
type Publisher struct {
	client *http.Client
	now    func() time.Time
	wait   func(ctx context.Context, d time.Duration) error
}

// What a Publisher can do beside publishing.
var (
	_ publishers.Publisher   = (*Publisher)(nil)
	_ publishers.Preparer    = (*Publisher)(nil)
	_ publishers.Finder      = (*Publisher)(nil)
	_ publishers.KeyHonourer = (*Publisher)(nil)
	_ publishers.Checker     = (*Publisher)(nil)
	_ publishers.Editor      = (*Publisher)(nil)
)

// New returns a Publisher that calls out through client.
func New(client *http.Client, now func() time.Time) *Publisher {
	return &Publisher{client: client, now: now, wait: pause}
}

// Platform is the name that channels carry.
func (p *Publisher) Platform() editorial.Platform { return Platform }

// Limits are those of a stock Mastodon server; an account has its own.
func (p *Publisher) Limits() editorial.Limits { return stockLimits() }

// KeyLife is how long the account's server remembers a key. It is 0 unless the
// server is known to make one post of two requests with the same key, however
// close together they come.
func (p *Publisher) KeyLife(on editorial.Account) time.Duration {
	kind := software(on.Facts[factKind])
	if kind == stock && locksKeys(on.Facts[factVersion]) {
		return time.Hour
	}
	return 0
}

// pause waits for d, or until ctx ends.
func pause(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}
