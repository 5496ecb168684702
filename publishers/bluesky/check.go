package bluesky

import (
	"context"
	"net/http"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

// Check asks the server whose session this is. It does not tell how many posts
// are left: that is said in answer to a post alone.
func (p *Publisher) Check(ctx context.Context, on editorial.Account) (publishers.Health, error) {
	at, err := doorOf(on)
	if err != nil {
		return publishers.Health{}, err
	}
	var s session
	answer, err := p.ask(ctx, "read the session", request{
		method: http.MethodGet, host: at.host, nsid: "com.atproto.server.getSession", token: at.token,
	}, &s)
	if err != nil {
		return publishers.Health{}, err
	}
	if s.DID != on.RemoteID {
		return publishers.Health{}, reconnect("Bluesky answered for another account")
	}
	if s.Active != nil && !*s.Active {
		return publishers.Health{}, reconnect("the account is not active on Bluesky")
	}
	health := publishers.Health{Limits: limits(), Remaining: -1}
	if clock, err := http.ParseTime(answer.Header.Get("Date")); err == nil {
		health.Clock = clock
	}
	return health, nil
}
