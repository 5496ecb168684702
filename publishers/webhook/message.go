package webhook

import (
	"crypto/sha256"
	"encoding/hex"
	"time"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

// message is the JSON that a receiver gets: one part of a post, in full. It is
// the same over every try of a part; only the headers' timestamp changes.
type message struct {
	Type      string    `json:"type"`      // "post.published"
	Timestamp time.Time `json:"timestamp"` // when the part was released for the first time, UTC
	Data      data      `json:"data"`
}

// data is the part itself. What is not set is left out; media is always there.
type data struct {
	Key      string   `json:"key"`                // the same over every try; webhook-id derives from it
	Account  string   `json:"account"`            // names the receiver, as the channel shows it
	Part     string   `json:"part"`               // "post", or "comment" for the first comment
	Title    string   `json:"title,omitempty"`    // of the whole post
	Text     string   `json:"text"`               // as it was approved, plain
	Language string   `json:"language,omitempty"` // BCP 47
	Media    []medium `json:"media"`              // in order
	Link     *link    `json:"link,omitempty"`
	Thread   string   `json:"thread,omitempty"`   // the id of the thread's first part, for the parts after it
	ReplyTo  string   `json:"reply_to,omitempty"` // the id of the part that this one follows
}

// medium describes a file. Its bytes stay in the media library: a receiver asks
// the API for them, by id, and knows them by their hash.
type medium struct {
	ID     editorial.MediaID `json:"id"`
	Type   string            `json:"type"` // MIME
	Bytes  int64             `json:"bytes"`
	Width  int               `json:"width"`
	Height int               `json:"height"`
	Hash   string            `json:"hash"` // SHA-256, hex
	Alt    string            `json:"alt"`
	Crop   string            `json:"crop,omitempty"` // "x,y,w,h" in thousandths
}

type link struct {
	URL       string  `json:"url"`
	Title     string  `json:"title,omitempty"`
	Text      string  `json:"text,omitempty"`
	Thumbnail *medium `json:"thumbnail,omitempty"`
}

func newMessage(to editorial.Account, p publishers.Piece) message {
	part := p.Part
	media := make([]medium, 0, len(part.Media))
	for _, use := range part.Media {
		media = append(media, describe(use))
	}
	return message{
		Type:      "post.published",
		Timestamp: p.At.UTC().Truncate(time.Millisecond),
		Data: data{
			Key: p.Key, Account: to.RemoteID, Part: string(part.Kind), Title: part.Options.Text(optionTitle),
			Text: part.Text, Language: part.Language, Media: media, Link: card(part.Link),
			Thread: p.Root.RemoteID, ReplyTo: p.Parent.RemoteID,
		},
	}
}

func describe(use editorial.MediaUse) medium {
	return medium{
		ID: use.Media, Type: use.Type, Bytes: use.Bytes, Width: use.Width, Height: use.Height,
		Hash: use.Hash, Alt: use.Alt, Crop: use.Crop,
	}
}

func card(of *editorial.LinkCard) *link {
	if of == nil {
		return nil
	}
	shown := &link{URL: of.URL, Title: of.Title, Text: of.Text}
	if of.Thumbnail != nil {
		thumbnail := describe(*of.Thumbnail)
		shown.Thumbnail = &thumbnail
	}
	return shown
}

// messageID is the webhook-id of a key: the same on every try, and without the
// full stop, which separates what is signed.
func messageID(key string) string {
	sum := sha256.Sum256([]byte(key))
	return "msg_" + hex.EncodeToString(sum[:16])
}
