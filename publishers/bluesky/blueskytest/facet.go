package blueskytest

import "strings"

type facet struct {
	Index struct {
		Start *int `json:"byteStart"`
		End   *int `json:"byteEnd"`
	} `json:"index"`
	Features []feature `json:"features"`
}

type feature struct {
	Type string `json:"$type"`
	URI  string `json:"uri"`
	Tag  string `json:"tag"`
	DID  string `json:"did"`
}

// checkFacets fails the test for a facet that does not lie on the word it is
// for. The servers take any numbers, and apps show what they can.
func (s *Server) checkFacets(_ *account, r record) *refusal {
	last := 0
	for _, f := range r.Facets {
		if f.Index.Start == nil || f.Index.End == nil || len(f.Features) == 0 {
			return badRecord("missing required key at $.record.facets")
		}
		start, end := *f.Index.Start, *f.Index.End
		if start < last || end <= start || end > len(*r.Text) {
			s.complain("bluesky: a facet at bytes %d to %d overlaps or lies outside a text of %d", start, end, len(*r.Text))
			continue
		}
		last = end
		for _, feature := range f.Features {
			if refused := s.checkFeature(feature, (*r.Text)[start:end]); refused != nil {
				return refused
			}
		}
	}
	return nil
}

// checkFeature compares a feature with the words it lies on.
func (s *Server) checkFeature(f feature, words string) *refusal {
	var right bool
	switch f.Type {
	case "app.bsky.richtext.facet#link":
		right = words == f.URI || "https://"+words == f.URI
	case "app.bsky.richtext.facet#tag":
		if len(f.Tag) > 640 || graphemes(f.Tag) > 64 {
			return badRecord("string too big at $.record.facets")
		}
		right = words == "#"+f.Tag || words == "＃"+f.Tag
	case "app.bsky.richtext.facet#mention":
		a := s.byHandle(strings.TrimPrefix(words, "@"))
		right = strings.HasPrefix(words, "@") && a != nil && a.DID == f.DID
	default:
		s.complain("bluesky: nothing shows a facet of type %q", f.Type)
		return nil
	}
	if !right {
		s.complain("bluesky: a %s for %q lies on %q", f.Type, f.URI+f.Tag+f.DID, words)
	}
	return nil
}
