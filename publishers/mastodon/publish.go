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

// Publish posts one part, with its key, in one call.
//
// A refusal that names the part's media is looked into before it is believed:
// media that already belong to a post belong to this part, published by an
// earlier try, so the verdict is Unknown and a Finder has to look. A server
// says the same of an upload it threw away, about a day after Prepare.
func (p *Publisher) Publish(ctx context.Context, to editorial.Account, piece publishers.Piece) (publishers.Receipt, error) {
	on, err := p.reach(to)
	if err != nil {
		return publishers.Receipt{}, err
	}
	d, err := newDraft(piece, to.Limits)
	if err != nil {
		return publishers.Receipt{}, err
	}
	answer, err := on.post(ctx, d, piece.Key)
	if err != nil {
		return publishers.Receipt{}, fmt.Errorf("post the status: %w", err)
	}
	if !answer.OK() {
		return publishers.Receipt{}, on.refusedDraft(ctx, answer, d)
	}
	return receiptIn(answer)
}

// post is the one call that may be heard.
func (s server) post(ctx context.Context, d draft, key string) (*publishers.Answer, error) {
	body, err := json.Marshal(d)
	if err != nil {
		return nil, err
	}
	req, err := s.request(ctx, http.MethodPost, bytes.NewReader(body), "api/v1/statuses")
	if err != nil {
		return nil, err
	}
	req.GetBody = nil // net/http shall not send it again by itself
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Idempotency-Key", key)
	return publishers.Exchange(s.client, req)
}

// refusedDraft says what the refusal of a post means.
func (s server) refusedDraft(ctx context.Context, a *publishers.Answer, d draft) error {
	e := s.refused(a)
	e.Spent = s.kind.keepsRefusals()
	switch a.Status {
	case http.StatusNotFound:
		e.Message = "the server has no such call, or the post was published and deleted there"
		if d.InReplyTo != "" {
			e.Message = "the post that this one answers is no longer there"
		}
	case http.StatusBadRequest, http.StatusUnprocessableEntity:
		if a.Status == http.StatusBadRequest && s.kind.refusesKeysTwice() {
			e.Verdict = editorial.Unknown
			e.Message = "the server has seen this post before, and does not say what became of it"
			return e
		}
		return s.refusedMedia(ctx, a, d.MediaIDs, e)
	}
	return e
}
