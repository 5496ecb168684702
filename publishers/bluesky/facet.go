package bluesky

import (
	"regexp"
	"slices"
	"strings"

	"parution.dev/editorial"
)

// The kinds of facet, from the lexicon app.bsky.richtext.facet.
const (
	typeLink    = "app.bsky.richtext.facet#link"
	typeTag     = "app.bsky.richtext.facet#tag"
	typeMention = "app.bsky.richtext.facet#mention"
)

// A hashtag may be this long, its sign not counted; a longer one stays text.
const (
	maxTagGraphemes = 64
	maxTagBytes     = 640
)

// facet makes a stretch of the text a link, a hashtag or a mention. Without
// one they are only text.
type facet struct {
	Index    byteRange `json:"index"`
	Features []feature `json:"features"`
}

// byteRange counts in bytes of UTF-8, the end exclusive.
type byteRange struct {
	Start int `json:"byteStart"`
	End   int `json:"byteEnd"`
}

type feature struct {
	Type string `json:"$type"`
	URI  string `json:"uri,omitempty"`
	Tag  string `json:"tag,omitempty"`
	DID  string `json:"did,omitempty"`
}

// facetsOf returns the facets of a text in its order. A mention whose handle is
// not in dids stays text.
func facetsOf(text string, dids map[string]string) []facet {
	var facets []facet
	for _, link := range editorial.Links(text) {
		facets = append(facets, facetAt(link, feature{Type: typeLink, URI: link.Text}))
	}
	for _, hashtag := range editorial.Hashtags(text) {
		if tag := withoutSign(hashtag.Text); fitsTag(tag) {
			facets = append(facets, facetAt(hashtag, feature{Type: typeTag, Tag: tag}))
		}
	}
	for _, mention := range editorial.Mentions(text) {
		if did := dids[handleIn(mention)]; did != "" {
			facets = append(facets, facetAt(mention, feature{Type: typeMention, DID: did}))
		}
	}
	slices.SortFunc(facets, func(a, b facet) int { return a.Index.Start - b.Index.Start })
	return facets
}

func facetAt(s editorial.Span, f feature) facet {
	return facet{Index: byteRange{s.Start, s.End}, Features: []feature{f}}
}

// withoutSign takes off the # of a hashtag, half or full width.
func withoutSign(hashtag string) string {
	return strings.TrimPrefix(strings.TrimPrefix(hashtag, "#"), "＃")
}

func fitsTag(tag string) bool {
	graphemes := editorial.Counting{Unit: editorial.Graphemes}
	return len(tag) <= maxTagBytes && graphemes.Count(tag) <= maxTagGraphemes
}

// handleForm is what https://atproto.com/specs/handle lets pass for a handle.
var handleForm = regexp.MustCompile(
	`^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$`)

const maxHandle = 253

// handleIn returns the handle that a mention names, in lower case, or "" where
// it cannot be one: "@name" and "@name@host" are of other networks.
func handleIn(mention editorial.Span) string {
	handle := strings.ToLower(strings.TrimPrefix(mention.Text, "@"))
	if len(handle) > maxHandle || !handleForm.MatchString(handle) {
		return ""
	}
	return handle
}

// handlesIn returns the handles that a text mentions, each once.
func handlesIn(text string) []string {
	var handles []string
	for _, mention := range editorial.Mentions(text) {
		if handle := handleIn(mention); handle != "" && !slices.Contains(handles, handle) {
			handles = append(handles, handle)
		}
	}
	return handles
}
