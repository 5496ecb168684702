package mastodon

import (
	"context"
	"net/http"
	"time"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

// Check asks the server what it takes now, and whether the token still speaks
// for the account. Remaining counts calls of every kind, of which each post
// takes one or more: it is the most that can be published until Reset.
func (p *Publisher) Check(ctx context.Context, on editorial.Account) (publishers.Health, error) {
	at, err := p.reach(on)
	if err != nil {
		return publishers.Health{}, err
	}
	about, err := at.instance(ctx)
	if err != nil {
		return publishers.Health{}, err
	}
	who, answer, err := at.account(ctx)
	if err != nil {
		return publishers.Health{}, err
	}
	if who.ID != on.RemoteID {
		return publishers.Health{}, reconnect("account_changed", "the access token speaks for another account than the one that was connected")
	}
	return publishers.Health{
		Limits:    limitsOf(softwareOf(about), about),
		Clock:     clock(answer),
		Remaining: remaining(answer),
		Reset:     reset(answer),
	}, nil
}

// clock is the server's own time, zero where it does not tell.
func clock(a *publishers.Answer) time.Time {
	at, err := http.ParseTime(a.Header.Get("Date"))
	if err != nil {
		return time.Time{}
	}
	return at.UTC()
}
