package mastodon

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

// draft is a part as the server is given it (Mastodon API: statuses#create).
// What would otherwise come from the account's own settings is always said.
// Nothing is ever left for the server to publish later.
type draft struct {
	Status      string   `json:"status"`
	SpoilerText string   `json:"spoiler_text,omitempty"`
	InReplyTo   string   `json:"in_reply_to_id,omitempty"`
	MediaIDs    []string `json:"media_ids,omitempty"`
	Language    string   `json:"language,omitempty"`
	Sensitive   bool     `json:"sensitive"`
	Visibility  string   `json:"visibility"`
}

// newDraft encodes a part, or says why it cannot leave as it is.
func newDraft(piece publishers.Piece, limits editorial.Limits) (draft, error) {
	part := piece.Part
	d := draft{
		Status:      part.Text,
		SpoilerText: part.Options.Text(optionSpoiler),
		InReplyTo:   piece.Parent.RemoteID,
		Language:    languageOf(part.Language),
		Sensitive:   part.Options.On(optionSensitive),
		Visibility:  cmp.Or(part.Options.Text(optionVisibility), visibilityPublic),
	}
	switch {
	case !slices.Contains(visibilities(), d.Visibility):
		return d, never("visibility", "this visibility is not one that can be published with")
	case part.Kind == editorial.PartComment && d.InReplyTo == "":
		return d, never("no_parent", "a comment needs the post that it stands below")
	case limits.MediaRequired && d.InReplyTo == "" && len(part.Media) == 0:
		return d, never("no_media", "this server takes no post without a picture")
	}
	done, err := parsePrepared(piece.Prepared)
	if err != nil || done.AtWork || len(done.MediaIDs) != len(part.Media) {
		return d, &publishers.Error{
			Verdict: editorial.Later, Code: "not_prepared", Message: "the media are not on the server yet", Err: err,
		}
	}
	d.MediaIDs = done.MediaIDs
	return d, d.fits(limits.Text)
}

// fits checks the copy and the content warning, which count together; in the
// warning a link counts as long as it is.
func (d draft) fits(limits []editorial.TextLimit) error {
	for _, limit := range limits {
		plain := editorial.Counting{Unit: limit.Counting.Unit}
		length := limit.Counting.Count(d.Status) + plain.Count(d.SpoilerText)
		if limit.Max > 0 && length > limit.Max {
			return never("too_long", fmt.Sprintf(
				"the text is too long: %d characters with its content warning, where the server takes %d", length, limit.Max))
		}
	}
	return nil
}

func never(code, message string) *publishers.Error {
	return &publishers.Error{Verdict: editorial.Never, Code: code, Message: message}
}

// languageOf is the ISO 639 code of a BCP 47 tag: servers know languages, not
// regions and scripts.
func languageOf(tag string) string {
	code, _, _ := strings.Cut(tag, "-")
	return strings.ToLower(code)
}
