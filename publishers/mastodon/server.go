package mastodon

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

// server is one account's way to its server.
type server struct {
	client *http.Client
	now    func() time.Time
	base   *url.URL
	token  editorial.Secret
	kind   software
}

// open finds the way by the account's settings alone, connected or not.
func (p *Publisher) open(to editorial.Account) (server, error) {
	base, err := addressOf(to.Settings[settingServer])
	if err != nil {
		return server{}, &publishers.Error{Verdict: editorial.Never, Code: "server", Message: err.Error()}
	}
	token := editorial.NewSecret(strings.TrimSpace(to.Credentials[credentialToken].Reveal()))
	switch {
	case token.IsZero():
		return server{}, reconnect("no_token", "the account has no access token")
	case strings.ContainsFunc(token.Reveal(), func(r rune) bool { return r <= ' ' || r > '~' }):
		return server{}, reconnect("bad_token", "the access token has signs in it that no token has")
	}
	return server{client: p.client, now: p.now, base: base, token: token, kind: software(to.Facts[factKind])}, nil
}

// reach finds the way to a connected account. A token is only shown to the
// host that it was connected with.
func (p *Publisher) reach(to editorial.Account) (server, error) {
	on, err := p.open(to)
	if err != nil {
		return server{}, err
	}
	if to.RemoteID == "" || to.Facts[factHost] != on.base.Host {
		return server{}, reconnect("not_connected", "the account is not connected to this server")
	}
	return on, nil
}

func reconnect(code, message string) *publishers.Error {
	return &publishers.Error{Verdict: editorial.Reconnect, Code: code, Message: message}
}

// request builds a request to one of the API's paths, "api/v1/statuses".
func (s server) request(ctx context.Context, method string, body io.Reader, path ...string) (*http.Request, error) {
	req, err := http.NewRequestWithContext(ctx, method, s.base.JoinPath(path...).String(), body)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+s.token.Reveal())
	req.Header.Set("Accept", "application/json")
	return req, nil
}

// fetch makes a call that only reads, whatever its status.
func (s server) fetch(ctx context.Context, query url.Values, path ...string) (*publishers.Answer, error) {
	req, err := s.request(ctx, http.MethodGet, nil, path...)
	if err != nil {
		return nil, unheard(err)
	}
	req.URL.RawQuery = query.Encode()
	answer, err := publishers.Exchange(s.client, req)
	if err != nil {
		return nil, unheard(err)
	}
	return answer, nil
}

// read makes a call that only reads, and decodes what it answers.
func (s server) read(ctx context.Context, into any, query url.Values, path ...string) (*publishers.Answer, error) {
	answer, err := s.fetch(ctx, query, path...)
	if err != nil {
		return nil, err
	}
	if !answer.OK() {
		return answer, harmless(s.refused(answer))
	}
	if err := answer.Decode(into); err != nil {
		return answer, harmless(unreadable(answer, err))
	}
	return answer, nil
}
