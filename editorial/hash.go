package editorial

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"unicode"

	"github.com/gowebpki/jcs"
)

// Hash is what an approval signs and a claim compares: the SHA-256, in hex, of
// the canonical JSON (RFC 8785) of all that leaves on one channel.
type Hash string

// hashFormat is raised whenever the fields below change, so that an approval
// made under another form is never taken for one of this form.
const hashFormat = 1

// signed is the form that is hashed. Its fields, and those of what it holds,
// stand in the order of their names in JSON.
type signed struct {
	Account  string       `json:"account"`
	Channel  ChannelID    `json:"channel"`
	Format   int          `json:"format"`
	Language string       `json:"language"`
	Options  Options      `json:"options"`
	Parts    []signedPart `json:"parts"`
	Platform Platform     `json:"platform"`
}

type signedPart struct {
	Kind  PartKind      `json:"kind"`
	Link  *signedLink   `json:"link"`
	Media []signedMedia `json:"media"`
	Text  string        `json:"text"`
}

type signedMedia struct {
	Alt  string `json:"alt"`
	Crop string `json:"crop"`
	Hash string `json:"hash"`
}

type signedLink struct {
	Text      string       `json:"text"`
	Thumbnail *signedMedia `json:"thumbnail"`
	Title     string       `json:"title"`
	URL       string       `json:"url"`
}

// HashFor returns the hash of what the content would send on a channel, to the
// account that the channel is connected to now.
func (c Content) HashFor(channel Channel) Hash { return c.form(channel).hash() }

// form is what is hashed of the content on a channel.
func (c Content) form(channel Channel) signed {
	form := signed{
		Format: hashFormat, Platform: channel.Platform, Channel: channel.ID, Account: channel.RemoteID,
		Language: c.Language, Options: c.Variants[channel.ID].Options, Parts: []signedPart{},
	}
	for _, part := range c.Parts(channel.ID) {
		form.Parts = append(form.Parts, signPart(part))
	}
	return form
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
	plain, err := s.canonical()
	if err != nil {
		// Every field is a string, a number or a bool that came in as JSON.
		panic(fmt.Sprintf("editorial: hash: %v", err))
	}
	sum := sha256.Sum256(plain)
	return Hash(hex.EncodeToString(sum[:]))
}

// canonical writes the form as RFC 8785 wants it. Go writes the fields in
// their order above, which is the canonical one, and numbers and strings as
// ECMAScript does, but for what it escapes for old browsers and for keys
// outside ASCII, which sort differently: those take the long way.
func (s signed) canonical() ([]byte, error) {
	var plain bytes.Buffer
	encoder := json.NewEncoder(&plain)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(s); err != nil {
		return nil, err
	}
	written := bytes.TrimSuffix(plain.Bytes(), []byte{'\n'})
	if !bytes.Contains(written, []byte(`\u`)) && s.plainKeys() {
		return written, nil
	}
	return jcs.Transform(written)
}

func (s signed) plainKeys() bool {
	for name, value := range s.Options {
		switch value.(type) {
		case string, bool:
		default:
			return false // numbers and objects are the library's to write
		}
		if strings.ContainsFunc(name, func(r rune) bool { return r > unicode.MaxASCII }) {
			return false
		}
	}
	return true
}
