package bluesky

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"net/url"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

// request is one XRPC call (https://atproto.com/specs/xrpc).
type request struct {
	method string
	host   string // "https://example.com"
	nsid   string // the method's name
	query  url.Values
	token  editorial.Secret // none: the call is public
	mime   string
	body   []byte
}

// ask makes a call that publishes nothing and decodes its answer. Whatever
// fails, nothing was sent.
func (p *Publisher) ask(ctx context.Context, doing string, r request, into any) (*publishers.Answer, error) {
	answer, err := p.send(ctx, r)
	if err != nil {
		return nil, unheard(doing, err)
	}
	if !answer.OK() {
		return nil, unheard(doing, refusal(answer, p.now()))
	}
	if err := answer.Decode(into); err != nil {
		return nil, unheard(doing, err)
	}
	return answer, nil
}

// send makes a call once: the shared client repeats nothing but a GET.
func (p *Publisher) send(ctx context.Context, r request) (*publishers.Answer, error) {
	address := r.host + "/xrpc/" + r.nsid
	if len(r.query) > 0 {
		address += "?" + r.query.Encode()
	}
	req, err := http.NewRequestWithContext(ctx, r.method, address, bytes.NewReader(r.body))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", publishers.ErrNotHeard, err)
	}
	if r.mime != "" {
		req.Header.Set("Content-Type", r.mime)
	}
	if !r.token.IsZero() {
		req.Header.Set("Authorization", "Bearer "+r.token.Reveal())
	}
	return publishers.Exchange(p.client, req)
}
