// Package webhook publishes to an address of one's own: each part leaves as a
// signed message after the Standard Webhooks specification 1.0.0, for a script,
// a site or another tool to do with what it likes.
package webhook

import (
	"net/http"
	"net/url"
	"time"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

// What a person fills in.
const (
	settingURL             = "url"
	settingDeduplicates    = "deduplicates"
	credentialSecret       = "secret"
	credentialOldSecret    = "previous_secret"
	optionTitle            = "title"
	maxText                = 15_000         // bytes: with its envelope a message stays near the 20 kB that receivers are told to expect
	keyLife                = 24 * time.Hour // how long a receiver that deduplicates is trusted to remember
	platform               = editorial.Platform("webhook")
	maxParts, maxMedia     = 50, 20
	maxAlt, maxTitleLength = 1500, 300
)

// Publisher sends messages to receivers.
type Publisher struct {
	client *http.Client
	now    func() time.Time
}

var _ publishers.KeyHonourer = (*Publisher)(nil)

// New returns a publisher that stamps its messages by a clock.
func New(client *http.Client, now func() time.Time) *Publisher {
	return &Publisher{client: client, now: now}
}

// Platform is "webhook".
func (*Publisher) Platform() editorial.Platform { return platform }

// Form asks for the receiver's address and for the secret shared with it.
func (*Publisher) Form() publishers.Form {
	return publishers.Form{
		Name: "Webhook",
		Settings: []publishers.Field{
			{Name: settingURL, Required: true, Label: editorial.Words{EN: "Address of the receiver", FR: "Adresse du destinataire"}},
			{Name: settingDeduplicates, Label: editorial.Words{
				EN: "“true” if the receiver drops a webhook-id it has seen", FR: "«\u00a0true\u00a0» si le destinataire ignore un webhook-id déjà vu",
			}},
		},
		Credentials: []publishers.Field{
			{Name: credentialSecret, Required: true, Label: editorial.Words{EN: "Signing secret (whsec_…)", FR: "Secret de signature (whsec_…)"}},
			{Name: credentialOldSecret, Label: editorial.Words{EN: "Previous secret, while it is replaced", FR: "Ancien secret, le temps de son remplacement"}},
		},
	}
}

// Limits are the same for every receiver.
func (*Publisher) Limits() editorial.Limits {
	return editorial.Limits{
		Text:         []editorial.TextLimit{{Max: maxText, Counting: editorial.Counting{Unit: editorial.Bytes}}},
		TextOrMedia:  true,
		Parts:        maxParts,
		FirstComment: true,
		LinkCard:     true,
		Media: editorial.MediaLimits{
			Max: maxMedia,
			Types: map[string]int64{
				"image/jpeg": 0, "image/png": 0, "image/gif": 0, "image/webp": 0, "image/avif": 0, "video/mp4": 0,
			},
			Alt:        editorial.TextLimit{Max: maxAlt, Counting: editorial.Counting{Unit: editorial.CodePoints}},
			AltAdvised: true,
		},
		Options: []editorial.OptionSpec{{
			Name: optionTitle, Kind: editorial.OptionText, Max: maxTitleLength, Label: editorial.Words{EN: "Title", FR: "Titre"},
		}},
	}
}

// KeyLife is a day where the receiver is declared to drop a webhook-id it has
// seen. Of any other a lost answer stays a question for a person.
func (*Publisher) KeyLife(on editorial.Account) time.Duration {
	if on.Settings[settingDeduplicates] == "true" {
		return keyLife
	}
	return 0
}

// Server is the receiver's host.
func (*Publisher) Server(on editorial.Account) string {
	at, err := url.Parse(on.Settings[settingURL])
	if err != nil {
		return ""
	}
	return at.Host
}
