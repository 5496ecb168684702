package bluesky

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"time"
	"unicode/utf8"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

// Publish creates the record of a part, under a key that follows from the
// piece. Handles that the text mentions are looked up before.
func (p *Publisher) Publish(ctx context.Context, to editorial.Account, piece publishers.Piece) (publishers.Receipt, error) {
	at, err := doorOf(to)
	if err != nil {
		return publishers.Receipt{}, err
	}
	body, err := p.creation(ctx, at, to.RemoteID, piece)
	if err != nil {
		return publishers.Receipt{}, err
	}
	answer, err := p.send(ctx, request{
		method: http.MethodPost, host: at.host, nsid: "com.atproto.repo.createRecord",
		token: at.token, mime: "application/json", body: body,
	})
	if err != nil {
		return publishers.Receipt{}, fmt.Errorf("create the record: %w", err)
	}
	if !answer.OK() {
		return p.refused(ctx, to, piece, refusal(answer, p.now()))
	}
	return receiptIn(answer, uriOf(to.RemoteID, piece))
}

// creation is the body of the one call that may be heard.
func (p *Publisher) creation(ctx context.Context, at door, did string, piece publishers.Piece) ([]byte, error) {
	if !utf8.ValidString(piece.Part.Text) {
		return nil, refuse("not_utf8", "the text holds bytes that are no characters")
	}
	dids, err := p.resolve(ctx, at.host, handlesIn(piece.Part.Text))
	if err != nil {
		return nil, err
	}
	r, err := recordOf(piece, dids)
	if err != nil {
		return nil, err
	}
	return json.Marshal(struct {
		Repo       string `json:"repo"`
		Collection string `json:"collection"`
		RKey       string `json:"rkey"`
		Record     record `json:"record"`
	}{did, typePost, tid(piece.Key, piece.At), r})
}

// resolve looks handles up. One that nobody has is left out, and its mention
// stays text; a look-up that fails is tried again later, for nothing was sent.
func (p *Publisher) resolve(ctx context.Context, host string, handles []string) (map[string]string, error) {
	dids := map[string]string{}
	for _, handle := range handles {
		var answer struct {
			DID string `json:"did"`
		}
		_, err := p.ask(ctx, "look a mention up", request{
			method: http.MethodGet, host: host, nsid: "com.atproto.identity.resolveHandle",
			query: url.Values{"handle": {handle}},
		}, &answer)
		switch codeOf(err) {
		case "":
			dids[handle] = answer.DID
		case wordInvalidRequest, "HandleNotFound", "UnableToResolveHandle":
		default:
			failed := *publishers.Judge(err)
			failed.Verdict = editorial.Later
			return nil, &failed
		}
	}
	return dids, nil
}

// uriOf returns the address that a piece has or will have.
func uriOf(did string, piece publishers.Piece) string {
	return "at://" + did + "/" + typePost + "/" + tid(piece.Key, piece.At)
}

// receiptIn reads the answer to a creation. The record is there, whatever it
// says, so an answer that says something else is unknown.
func receiptIn(answer *publishers.Answer, want string) (publishers.Receipt, error) {
	var created strongRef
	if err := answer.Decode(&created); err != nil {
		return publishers.Receipt{}, err
	}
	if created.URI != want || created.CID == "" {
		return publishers.Receipt{}, errors.New("the answer names another record")
	}
	return receiptOf(created), nil
}

// refused settles a refusal. One for good is believed only when the record is
// not there: not every server answers 500 to a record key that is taken, and an
// earlier try may have taken it. A blob that is gone is uploaded again, a minute
// later, for a server may lose that one as well.
func (p *Publisher) refused(ctx context.Context, to editorial.Account, piece publishers.Piece, refused *publishers.Error) (publishers.Receipt, error) {
	switch refused.Verdict {
	case editorial.Never:
		found, err := p.Find(ctx, to, publishers.Sent{Piece: piece})
		if err != nil || found.Absence == editorial.Unknowable {
			refused.Verdict = editorial.Unknown
		}
		if found.Receipt != nil {
			return *found.Receipt, nil
		}
	case editorial.Later:
		if refused.Code == wordBlobNotFound {
			refused.Lost, refused.Wait = true, time.Minute
		}
	case editorial.Done, editorial.Reconnect, editorial.Unknown:
	}
	return publishers.Receipt{}, refused
}
