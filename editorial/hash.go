package editorial

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"github.com/gowebpki/jcs"
)

// Hash is what an approval signs and a claim compares: the SHA-256, in hex, of
// the canonical JSON (RFC 8785) of all that leaves on one channel.
type Hash string

// hashFormat is raised whenever the fields below change, so that an approval
// made under another form is never taken for one of this form.
const hashFormat = 1

type signed struct {
	Format   int          `json:"format"`
	Platform Platform     `json:"platform"`
	Channel  ChannelID    `json:"channel"`
	Account  string       `json:"account"`
	Language string       `json:"language"`
	Parts    []signedPart `json:"parts"`
	Options  Options      `json:"options"`
}

type signedPart struct {
	Kind  PartKind      `json:"kind"`
	Text  string        `json:"text"`
	Media []signedMedia `json:"media"`
	Link  *signedLink   `json:"link"`
}

type signedMedia struct {
	Hash string `json:"hash"`
	Alt  string `json:"alt"`
	Crop string `json:"crop"`
}

type signedLink struct {
	URL       string       `json:"url"`
	Title     string       `json:"title"`
	Text      string       `json:"text"`
	Thumbnail *signedMedia `json:"thumbnail"`
}

// HashFor returns the hash of what the content would send on a channel, to the
// account that the channel is connected to now.
func (c Content) HashFor(channel Channel) Hash {
	form := signed{
		Format: hashFormat, Platform: channel.Platform, Channel: channel.ID, Account: channel.RemoteID,
		Language: c.Language, Options: c.Variants[channel.ID].Options, Parts: []signedPart{},
	}
	for _, part := range c.Parts(channel.ID) {
		form.Parts = append(form.Parts, signPart(part))
	}
	return form.hash()
}

func signPart(part Part) signedPart {
	s := signedPart{Kind: part.Kind, Text: part.Text, Media: []signedMedia{}}
	for _, use := range part.Media {
		s.Media = append(s.Media, signMedia(use))
	}
	if part.Link != nil {
		s.Link = &signedLink{URL: part.Link.URL, Title: part.Link.Title, Text: part.Link.Text}
		if part.Link.Thumbnail != nil {
			thumbnail := signMedia(*part.Link.Thumbnail)
			s.Link.Thumbnail = &thumbnail
		}
	}
	return s
}

func signMedia(use MediaUse) signedMedia {
	return signedMedia{Hash: use.Hash, Alt: use.Alt, Crop: use.Crop}
}

func (s signed) hash() Hash {
	if s.Options == nil {
		s.Options = Options{}
	}
	plain, err := json.Marshal(s)
	if err == nil {
		plain, err = jcs.Transform(plain)
	}
	if err != nil {
		// Every field is a string, a number or a bool that came in as JSON.
		panic(fmt.Sprintf("editorial: hash: %v", err))
	}
	sum := sha256.Sum256(plain)
	return Hash(hex.EncodeToString(sum[:]))
}
