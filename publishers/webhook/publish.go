package webhook

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"
	"unicode"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

// maxRemoteID is the longest id that is taken from a receiver, in bytes.
const maxRemoteID = 512

// Publish sends a part as one message. Any 2xx means that the receiver has it,
// whatever becomes of the rest of its answer.
func (p *Publisher) Publish(ctx context.Context, to editorial.Account, piece publishers.Piece) (publishers.Receipt, error) {
	req, id, err := p.request(ctx, to, piece)
	if err != nil {
		return publishers.Receipt{}, err
	}
	answer, err := publishers.Exchange(p.client, req)
	if err != nil && (answer == nil || !answer.OK()) {
		return publishers.Receipt{}, err
	}
	if !answer.OK() {
		return publishers.Receipt{}, failure(answer, p.now())
	}
	return receipt(answer, id), nil
}

// request is a signed message, and its webhook-id.
func (p *Publisher) request(ctx context.Context, to editorial.Account, piece publishers.Piece) (*http.Request, string, error) {
	if len(piece.Part.Text) > maxText {
		return nil, "", refused("too_long", fmt.Sprintf("the text is longer than %d bytes", maxText))
	}
	at, err := endpoint(to)
	if err != nil {
		return nil, "", err
	}
	by, err := signers(to)
	if err != nil {
		return nil, "", err
	}
	body, err := json.Marshal(newMessage(to, piece))
	if err != nil {
		return nil, "", &publishers.Error{Verdict: editorial.Never, Code: "not_encoded", Message: "the part cannot be written as JSON", Err: err}
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, at.String(), bytes.NewReader(body))
	if err != nil {
		return nil, "", refused("bad_url", "the receiver's address cannot be called")
	}
	req.Header.Set("Content-Type", "application/json")
	id := messageID(piece.Key)
	return req, id, sign(req.Header, by, id, p.now(), body)
}

// failure reads a status that is not a 2xx. The specification says of 410 that
// the receiver wants no more, and the three permanent or method-keeping
// redirects say that the message was not taken here; all else is as everywhere.
func failure(answer *publishers.Answer, now time.Time) *publishers.Error {
	failed := answer.Failed(fmt.Sprintf("the receiver answered with status %d", answer.Status), now)
	switch answer.Status {
	case http.StatusGone:
		failed.Verdict, failed.Code, failed.Message = editorial.Never, "gone", "the receiver wants no more messages"
	case http.StatusMovedPermanently, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		failed.Verdict, failed.Code, failed.Message = editorial.Never, "moved", "the receiver has moved; give its new address"
	}
	return failed
}

// receipt takes the id and the page that a receiver may name in its answer.
// Without them the webhook-id is the name that both sides know.
func receipt(answer *publishers.Answer, id string) publishers.Receipt {
	var named struct {
		ID  any `json:"id"` // what is not a string is not an id
		URL any `json:"url"`
	}
	if err := answer.Decode(&named); err != nil {
		return publishers.Receipt{RemoteID: id}
	}
	got := publishers.Receipt{RemoteID: id}
	if given, ok := named.ID.(string); ok && printable(given) && len(given) <= maxRemoteID {
		got.RemoteID = given
	}
	if page, ok := named.URL.(string); ok && isPage(page) {
		got.URL = page
	}
	return got
}

func printable(id string) bool {
	return id != "" && strings.IndexFunc(id, func(r rune) bool { return !unicode.IsPrint(r) }) < 0
}

func isPage(address string) bool {
	at, err := url.Parse(address)
	return err == nil && (at.Scheme == "https" || at.Scheme == "http") && at.Host != "" && at.User == nil
}
