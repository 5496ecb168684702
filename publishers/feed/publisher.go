// Package feed is the channel that needs no network: a feed's entry is a
// published delivery, so that to publish is to say under which name it stands.
// The pages and feeds themselves are served by the API, from the ledger.
package feed

import (
	"context"
	"crypto/sha256"
	"fmt"
	"strings"
	"time"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

// Platform is the name that feed channels carry.
const Platform = editorial.Platform("feed")

const (
	settingTitle = "title"
	optionTitle  = "title"
	maxTitle     = 300 // code points
	maxParts     = editorial.MaxParts
	maxMedia     = 20
	// keyLife is for ever: an entry's name derives from its key.
	keyLife = 100 * 365 * 24 * time.Hour
)

// Publisher names entries. It calls nobody.
type Publisher struct{ publicURL string }

var (
	_ publishers.Finder      = (*Publisher)(nil)
	_ publishers.KeyHonourer = (*Publisher)(nil)
	_ publishers.Editor      = (*Publisher)(nil)
)

// New returns a publisher for feeds that are read under a public address, such
// as "https://plan.example".
func New(publicURL string) *Publisher {
	return &Publisher{publicURL: strings.TrimRight(publicURL, "/")}
}

// Platform is the name that channels carry.
func (*Publisher) Platform() editorial.Platform { return Platform }

// Form asks for the title that readers see.
func (*Publisher) Form() publishers.Form {
	return publishers.Form{
		Name:     "Atom & JSON Feed",
		Settings: []publishers.Field{{Name: settingTitle, Label: editorial.Words{EN: "Title of the feed", FR: "Titre du flux"}}},
	}
}

// Limits are wide: whoever reads a feed takes what comes.
func (*Publisher) Limits() editorial.Limits {
	return editorial.Limits{
		TextOrMedia:  true,
		Parts:        maxParts,
		FirstComment: true,
		LinkCard:     true,
		Edits:        editorial.Edits{Copy: true, Alt: true, Media: true},
		Media: editorial.MediaLimits{
			Max: maxMedia,
			Types: map[string]int64{
				"image/jpeg": 0, "image/png": 0, "image/gif": 0, "image/webp": 0, "image/avif": 0,
			},
			AltAdvised: true,
		},
		Options: []editorial.OptionSpec{{
			Name: optionTitle, Kind: editorial.OptionText, Max: maxTitle, Label: editorial.Words{EN: "Title", FR: "Titre"},
		}},
	}
}

// Connect always succeeds: a channel is its own account.
func (p *Publisher) Connect(_ context.Context, to editorial.Account) (publishers.Connection, error) {
	return publishers.Connection{
		RemoteID: string(to.Channel), Handle: to.Settings[settingTitle],
		URL: p.feedURL(to.Channel) + "/atom.xml", Limits: p.Limits(), Credentials: to.Credentials,
	}, nil
}

// Publish names the part. The entry is there when the delivery is written down
// as published.
func (p *Publisher) Publish(ctx context.Context, to editorial.Account, piece publishers.Piece) (publishers.Receipt, error) {
	if err := ctx.Err(); err != nil {
		return publishers.Receipt{}, notWritten(err)
	}
	return p.Receipt(to, piece.Key), nil
}

// Edit keeps the entry's name. It says something else when the delivery is
// written down as edited.
func (*Publisher) Edit(ctx context.Context, _ editorial.Account, e publishers.EditedPiece) (publishers.Receipt, error) {
	if err := ctx.Err(); err != nil {
		return publishers.Receipt{}, notWritten(err)
	}
	return e.Receipt, nil
}

func notWritten(err error) *publishers.Error {
	return &publishers.Error{Verdict: editorial.Later, Code: "not_sent", Message: "the entry was not written", Err: err}
}

// Receipt is the name of the entry that a key makes on a channel, always the
// same: a permanent IRI for feed readers, and the address of its page.
func (p *Publisher) Receipt(on editorial.Account, key string) publishers.Receipt {
	id := entryID(on.Channel, key)
	return publishers.Receipt{RemoteID: "urn:uuid:" + id, URL: p.feedURL(on.Channel) + "/entries/" + id}
}

// Find is sure that nothing is out there: only the ledger makes an entry, and
// the ledger asks because it has none.
func (*Publisher) Find(context.Context, editorial.Account, publishers.Sent) (publishers.Finding, error) {
	return publishers.Finding{Absence: editorial.Sure}, nil
}

// KeyLife is without end: the same key is the same entry.
func (*Publisher) KeyLife(editorial.Account) time.Duration { return keyLife }

func (p *Publisher) feedURL(channel editorial.ChannelID) string {
	return p.publicURL + "/feeds/" + string(channel)
}

// entryID is a UUID of version 8 (RFC 9562): a hash of the channel and the key.
func entryID(channel editorial.ChannelID, key string) string {
	b := sha256.Sum256([]byte(string(channel) + "\x00" + key))
	b[6] = b[6]&0x0f | 0x80 // version
	b[8] = b[8]&0x3f | 0x80 // variant
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:16])
}
