package bluesky

import (
	"encoding/json"
	"time"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

// The types of record and embed, from the lexicons app.bsky.feed.post and
// app.bsky.embed.*. The server lets a misspelt one pass and shows nothing.
const (
	typePost     = "app.bsky.feed.post"
	typeImages   = "app.bsky.embed.images"
	typeExternal = "app.bsky.embed.external"
	typeLabels   = "com.atproto.label.defs#selfLabels"
)

// record is one post as it stands in its author's repository.
type record struct {
	Type      string      `json:"$type"`
	Text      string      `json:"text"`
	CreatedAt string      `json:"createdAt"`
	Facets    []facet     `json:"facets,omitempty"`
	Reply     *reply      `json:"reply,omitempty"`
	Embed     any         `json:"embed,omitempty"`
	Langs     []string    `json:"langs,omitempty"`
	Labels    *selfLabels `json:"labels,omitempty"`
}

// reply names the thread and the post above.
type reply struct {
	Root   strongRef `json:"root"`
	Parent strongRef `json:"parent"`
}

// strongRef names one version of a record.
type strongRef struct {
	URI string `json:"uri"`
	CID string `json:"cid"`
}

type images struct {
	Type   string      `json:"$type"`
	Images []imageItem `json:"images"`
}

type imageItem struct {
	Image       json.RawMessage `json:"image"`
	Alt         string          `json:"alt"`
	AspectRatio aspectRatio     `json:"aspectRatio"`
}

type aspectRatio struct {
	Width  int `json:"width"`
	Height int `json:"height"`
}

type externalEmbed struct {
	Type     string   `json:"$type"`
	External external `json:"external"`
}

type external struct {
	URI         string          `json:"uri"`
	Title       string          `json:"title"`
	Description string          `json:"description"`
	Thumb       json.RawMessage `json:"thumb,omitempty"`
}

type selfLabels struct {
	Type   string      `json:"$type"`
	Values []selfLabel `json:"values"`
}

type selfLabel struct {
	Val string `json:"val"`
}

// recordOf encodes a piece: nothing is trimmed, normalised or added. The time
// is that of the key, so that every try sends the same record.
func recordOf(p publishers.Piece, dids map[string]string) (record, error) {
	r := record{
		Type:      typePost,
		Text:      p.Part.Text,
		CreatedAt: createdAt(p.At),
		Facets:    facetsOf(p.Part.Text, dids),
		Labels:    labelsOf(p.Part.Options),
	}
	if p.Part.Language != "" {
		r.Langs = []string{p.Part.Language}
	}
	var err error
	if isReply(p) {
		if r.Reply, err = replyOf(p); err != nil {
			return record{}, err
		}
	}
	if len(p.Part.Media) > 0 || p.Part.Link != nil {
		if r.Embed, err = embedOf(p); err != nil {
			return record{}, err
		}
	}
	return r, nil
}

// createdAt formats a time as the lexicons' datetime, in milliseconds.
func createdAt(at time.Time) string { return at.UTC().Format("2006-01-02T15:04:05.000Z") }

// isReply tells whether a part answers another one.
func isReply(p publishers.Piece) bool {
	nothing := publishers.Receipt{}
	return p.Root != nothing || p.Parent != nothing || p.Part.Kind == editorial.PartComment
}

// replyOf names what a part answers. Without it the part would stand alone,
// torn out of its thread, so it is refused.
func replyOf(p publishers.Piece) (*reply, error) {
	r := &reply{Root: refTo(p.Root), Parent: refTo(p.Parent)}
	for _, ref := range []strongRef{r.Root, r.Parent} {
		if ref.URI == "" || ref.CID == "" {
			return nil, refuse("no_parent", "the post that this one answers is not known well enough to answer it")
		}
	}
	return r, nil
}

func refTo(r publishers.Receipt) strongRef { return strongRef{URI: r.RemoteID, CID: r.Token} }

// embedOf encodes a part's pictures or its link card.
func embedOf(p publishers.Piece) (any, error) {
	if err := oneEmbed(p.Part); err != nil {
		return nil, err
	}
	ready, err := readyFor(p)
	if err != nil {
		return nil, err
	}
	if p.Part.Link != nil {
		return cardOf(*p.Part.Link, ready), nil
	}
	return imagesOf(p.Part.Media, ready), nil
}

// oneEmbed refuses what a post has no room for: approved content is not left
// out silently.
func oneEmbed(part editorial.Part) error {
	if len(part.Media) > 0 && part.Link != nil {
		return refuse("two_embeds", "a Bluesky post shows pictures or a link card, not both")
	}
	return nil
}

func imagesOf(media []editorial.MediaUse, ready prepared) images {
	embed := images{Type: typeImages}
	for i, use := range media {
		up := ready.Images[i]
		embed.Images = append(embed.Images, imageItem{
			Image:       up.Blob,
			Alt:         use.Alt,
			AspectRatio: aspectRatio{Width: up.Width, Height: up.Height},
		})
	}
	return embed
}

func cardOf(card editorial.LinkCard, ready prepared) externalEmbed {
	e := external{URI: card.URL, Title: card.Title, Description: card.Text}
	if card.Thumbnail != nil {
		e.Thumb = ready.Thumbnail.Blob
	}
	return externalEmbed{Type: typeExternal, External: e}
}

// labelsOf encodes the content warning. It stands for the whole post, so every
// part carries it.
func labelsOf(options editorial.Options) *selfLabels {
	warning := options.Text(optionWarning)
	if warning == "" {
		return nil
	}
	return &selfLabels{Type: typeLabels, Values: []selfLabel{{Val: warning}}}
}
