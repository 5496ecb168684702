package blueskytest

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"

	"github.com/rivo/uniseg"
)

// The limits of a post's text: both hold.
const (
	maxGraphemes = 300
	maxBytes     = 3000
)

// record is a post, as strictly as the lexicon and our own eyes read it. What
// may be missing is a pointer, so that it differs from what is empty.
type record struct {
	Type      string      `json:"$type"`
	Text      *string     `json:"text"`
	CreatedAt string      `json:"createdAt"`
	Facets    []facet     `json:"facets"`
	Reply     *reply      `json:"reply"`
	Embed     *embed      `json:"embed"`
	Langs     []string    `json:"langs"`
	Labels    *selfLabels `json:"labels"`
}

type reply struct {
	Root   strongRef `json:"root"`
	Parent strongRef `json:"parent"`
}

type strongRef struct {
	URI string `json:"uri"`
	CID string `json:"cid"`
}

// embed is pictures or a link card, as its type says.
type embed struct {
	Type     string    `json:"$type"`
	Images   []image   `json:"images"`
	External *external `json:"external"`
}

type image struct {
	Image       json.RawMessage `json:"image"`
	Alt         *string         `json:"alt"`
	AspectRatio *aspectRatio    `json:"aspectRatio"`
}

type aspectRatio struct {
	Width  int `json:"width"`
	Height int `json:"height"`
}

type external struct {
	URI         string          `json:"uri"`
	Title       *string         `json:"title"`
	Description *string         `json:"description"`
	Thumb       json.RawMessage `json:"thumb"`
}

type selfLabels struct {
	Type   string `json:"$type"`
	Values []struct {
		Val string `json:"val"`
	} `json:"values"`
}

// alt lists the alternative texts of a post's pictures.
func (r record) alt() []string {
	var alt []string
	if r.Embed != nil {
		for _, i := range r.Embed.Images {
			alt = append(alt, *i.Alt)
		}
	}
	return alt
}

// blobs lists the files that a post uses.
func (r record) blobs() []json.RawMessage {
	var blobs []json.RawMessage
	if r.Embed == nil {
		return nil
	}
	for _, i := range r.Embed.Images {
		blobs = append(blobs, i.Image)
	}
	if r.Embed.External != nil && r.Embed.External.Thumb != nil {
		blobs = append(blobs, r.Embed.External.Thumb)
	}
	return blobs
}

func badRecord(detail string) *refusal {
	return invalid("Invalid " + collectionPost + " record: " + detail)
}

// checked reads a record and checks it part by part.
func (s *Server) checked(a *account, raw json.RawMessage) (record, *refusal) {
	var r record
	if err := strictly(raw, &r); err != nil {
		s.complain("bluesky: a post that is not one: %v", err)
		return record{}, badRecord("not an object of this type")
	}
	if r.Type != "" && r.Type != collectionPost {
		return record{}, invalid(fmt.Sprintf("Invalid $type: expected %s, got %s", collectionPost, r.Type))
	}
	for _, check := range []func(*account, record) *refusal{
		s.checkText, s.checkFacets, s.checkReply, s.checkEmbed, s.checkLabels,
	} {
		if refused := check(a, r); refused != nil {
			return record{}, refused
		}
	}
	return r, nil
}

// dateForm is what every server reads: the lexicons ask for a time with a zone.
var dateForm = regexp.MustCompile(`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$`)

var languageForm = regexp.MustCompile(`^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$`)

func (s *Server) checkText(_ *account, r record) *refusal {
	if r.Text == nil {
		return badRecord(`missing required key "text"`)
	}
	if n := graphemes(*r.Text); n > maxGraphemes {
		return badRecord(fmt.Sprintf("grapheme too big (maximum %d, got %d) at $.record.text", maxGraphemes, n))
	}
	if n := len(*r.Text); n > maxBytes {
		return badRecord(fmt.Sprintf("string too big (maximum %d, got %d) at $.record.text", maxBytes, n))
	}
	if !dateForm.MatchString(r.CreatedAt) {
		return badRecord("Invalid datetime at $.record.createdAt")
	}
	if len(r.Langs) > 3 || slices.ContainsFunc(r.Langs, func(l string) bool { return !languageForm.MatchString(l) }) {
		return badRecord("Invalid language at $.record.langs")
	}
	return nil
}

// graphemes counts by its own means, not by those of the rules it checks.
func graphemes(text string) int { return uniseg.GraphemeClusterCount(text) }

// checkReply asks for all four names, and for posts that are there: a server
// would take any.
func (s *Server) checkReply(_ *account, r record) *refusal {
	if r.Reply == nil {
		return nil
	}
	refs := []strongRef{r.Reply.Root, r.Reply.Parent}
	if slices.ContainsFunc(refs, func(r strongRef) bool { return r.URI == "" || r.CID == "" }) {
		return badRecord("missing required key at $.record.reply")
	}
	for _, ref := range refs {
		if p := s.postAt(ref.URI); p == nil || p.cid != ref.CID {
			s.complain("bluesky: a reply to %s (%s), which is not there", ref.URI, ref.CID)
		}
	}
	return nil
}

func (s *Server) checkEmbed(a *account, r record) *refusal {
	if r.Embed == nil {
		return nil
	}
	switch r.Embed.Type {
	case "app.bsky.embed.images":
		return s.checkImages(a, r.Embed.Images)
	case "app.bsky.embed.external":
		return s.checkExternal(a, r.Embed.External)
	}
	s.complain("bluesky: nothing shows an embed of type %q", r.Embed.Type)
	return nil
}

func (s *Server) checkImages(a *account, images []image) *refusal {
	if len(images) < 1 || len(images) > maxImages {
		return badRecord(fmt.Sprintf("array too big (maximum %d, got %d) at $.record.embed.images", maxImages, len(images)))
	}
	for _, i := range images {
		if i.Alt == nil {
			return badRecord(`missing required key "alt"`)
		}
		if i.AspectRatio == nil || i.AspectRatio.Width < 1 || i.AspectRatio.Height < 1 {
			s.complain("bluesky: a picture without aspectRatio is shown cut square")
		}
		if refused := s.checkImage(a, i.Image); refused != nil {
			return refused
		}
	}
	return nil
}

func (s *Server) checkExternal(a *account, e *external) *refusal {
	if e == nil || e.URI == "" || e.Title == nil || e.Description == nil {
		return badRecord("missing required key at $.record.embed.external")
	}
	if e.Thumb == nil {
		return nil
	}
	return s.checkImage(a, e.Thumb)
}

func (s *Server) checkLabels(_ *account, r record) *refusal {
	if r.Labels == nil {
		return nil
	}
	if r.Labels.Type != "com.atproto.label.defs#selfLabels" {
		s.complain("bluesky: nothing reads labels of type %q", r.Labels.Type)
	}
	for _, v := range r.Labels.Values {
		if !slices.Contains([]string{"sexual", "nudity", "porn", "graphic-media", "!no-unauthenticated"}, v.Val) {
			s.complain("bluesky: nothing reads the label %q", v.Val)
		}
	}
	return nil
}
