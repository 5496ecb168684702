package mastodon

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

// revised is a part as the server is given it over a post that is there
// (Mastodon API: statuses#edit). What is left out it would keep or clear as
// its version pleases, so everything that it can change is said.
type revised struct {
	Status      string      `json:"status"`
	SpoilerText string      `json:"spoiler_text"`
	Language    string      `json:"language,omitempty"`
	Sensitive   bool        `json:"sensitive"`
	MediaIDs    []string    `json:"media_ids,omitempty"`
	Media       []mediaAttr `json:"media_attributes,omitempty"`
}

// mediaAttr is what is said about a file that is in a post.
type mediaAttr struct {
	ID          string `json:"id"`
	Description string `json:"description"`
}

// Edit gives a post other words. Its files stay, under the ids that they have
// on the server: left out, they would be taken from it.
func (p *Publisher) Edit(ctx context.Context, on editorial.Account, e publishers.EditedPiece) (publishers.Receipt, error) {
	at, err := p.reach(on)
	if err != nil {
		return publishers.Receipt{}, err
	}
	if !on.Limits.Edits.Copy {
		return publishers.Receipt{}, never("edit", "this server is not known to let posts be edited")
	}
	part := e.Part
	r := revised{
		Status: part.Text, SpoilerText: part.Options.Text(optionSpoiler), Language: languageOf(part.Language), Sensitive: part.Options.On(optionSensitive),
	}
	if err := (draft{Status: r.Status, SpoilerText: r.SpoilerText}).fits(on.Limits.Text); err != nil {
		return publishers.Receipt{}, err
	}
	if len(part.Media) > 0 {
		if r.MediaIDs, err = at.files(ctx, e); err != nil {
			return publishers.Receipt{}, err
		}
	}
	if on.Limits.Edits.Alt {
		for i, id := range r.MediaIDs {
			r.Media = append(r.Media, mediaAttr{ID: id, Description: part.Media[i].Alt})
		}
	}
	return at.put(ctx, e.Receipt.RemoteID, r)
}

// files asks for the ids of a post's files, in their order.
func (s server) files(ctx context.Context, e publishers.EditedPiece) ([]string, error) {
	answer, err := s.fetch(ctx, nil, "api/v1/statuses", e.Receipt.RemoteID)
	switch {
	case err != nil:
		return nil, err
	case answer.Status == http.StatusNotFound:
		return nil, gone()
	case !answer.OK():
		return nil, harmless(s.refused(answer))
	}
	var shown status
	if err := answer.Decode(&shown); err != nil {
		return nil, harmless(unreadable(answer, err))
	}
	if len(shown.Media) != len(e.Part.Media) {
		return nil, never("media", "the post has other pictures on the server than it was published with")
	}
	ids := make([]string, len(shown.Media))
	for i, file := range shown.Media {
		ids[i] = file.ID
	}
	return ids, nil
}

func (s server) put(ctx context.Context, id string, r revised) (publishers.Receipt, error) {
	body, err := json.Marshal(r)
	if err != nil {
		return publishers.Receipt{}, err
	}
	req, err := s.request(ctx, http.MethodPut, bytes.NewReader(body), "api/v1/statuses", id)
	if err != nil {
		return publishers.Receipt{}, err
	}
	req.Header.Set("Content-Type", "application/json")
	answer, err := publishers.Exchange(s.client, req)
	switch {
	case err != nil:
		return publishers.Receipt{}, fmt.Errorf("edit the status: %w", err)
	case answer.Status == http.StatusNotFound:
		return publishers.Receipt{}, gone()
	case !answer.OK():
		return publishers.Receipt{}, s.refused(answer)
	}
	return receiptIn(answer)
}

func gone() *publishers.Error { return never("gone", "the post is no longer on the server") }
