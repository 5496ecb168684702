// Package bluesky sends posts to Bluesky and every other server of the AT
// Protocol: a post becomes a record in its author's repository, under a record
// key that is chosen here, so that one can always be looked up again.
//
// It speaks the protocol's JSON (https://docs.bsky.app, https://atproto.com)
// through the shared client. A channel's settings are service, the server to
// sign in at, and handle; its credential is app_password, to which Connect
// adds access_jwt and refresh_jwt.
package bluesky

import (
	"net/http"
	"time"

	"parution.dev/editorial"
)

const platform editorial.Platform = "bluesky"

// The names of what an account is reached with.
const (
	settingService = "service"
	settingHandle  = "handle"

	factDID    = "did"
	factPDS    = "pds" // the server that holds the account's repository
	factHandle = "handle"

	credentialPassword = "app_password"
	credentialAccess   = "access_jwt"  // good for about two hours
	credentialRefresh  = "refresh_jwt" // good once
)

// optionWarning is the label that a sensitive post carries.
const optionWarning = "content_warning"

// Publisher publishes on Bluesky.
type Publisher struct {
	client *http.Client
	now    func() time.Time
}

// New returns a publisher that calls through client and reads the time of now.
func New(client *http.Client, now func() time.Time) *Publisher {
	return &Publisher{client: client, now: now}
}

// Platform is "bluesky".
func (p *Publisher) Platform() editorial.Platform { return platform }

// Limits are the same on every server. A link counts in full.
func (p *Publisher) Limits() editorial.Limits { return limits() }

func limits() editorial.Limits {
	return editorial.Limits{
		Text: []editorial.TextLimit{
			{Max: 300, Counting: editorial.Counting{Unit: editorial.Graphemes}},
			{Max: 3000, Counting: editorial.Counting{Unit: editorial.Bytes}},
		},
		TextOrMedia:  true,
		Parts:        50,
		FirstComment: true,
		LinkCard:     true,
		CardOrMedia:  true,
		Media: editorial.MediaLimits{
			Max: 4,
			Types: map[string]int64{
				"image/jpeg": maxImage,
				"image/png":  maxImage,
				"image/webp": maxImage,
				"image/gif":  maxImage,
			},
			// The servers set no limit; this is the official app's.
			Alt:        editorial.TextLimit{Max: 2000, Counting: editorial.Counting{Unit: editorial.Graphemes}},
			AltAdvised: true,
		},
		Options: []editorial.OptionSpec{{
			Name:    optionWarning,
			Kind:    editorial.OptionChoice,
			Choices: []string{"sexual", "nudity", "porn", "graphic-media"},
			Label:   editorial.Words{EN: "Content warning", FR: "Avertissement sur le contenu"},
		}},
		Lead: 2 * time.Minute,
	}
}
