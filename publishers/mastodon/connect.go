package mastodon

import (
	"cmp"
	"context"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

// Connect reads what the server is and takes, and whom the token speaks for.
func (p *Publisher) Connect(ctx context.Context, to editorial.Account) (publishers.Connection, error) {
	on, err := p.open(to)
	if err != nil {
		return publishers.Connection{}, err
	}
	about, err := on.instance(ctx)
	if err != nil {
		return publishers.Connection{}, err
	}
	who, _, err := on.account(ctx)
	if err != nil {
		return publishers.Connection{}, err
	}
	if err := on.power(ctx); err != nil {
		return publishers.Connection{}, err
	}
	kind := softwareOf(about)
	return publishers.Connection{
		RemoteID: who.ID,
		Handle:   who.handle(cmp.Or(about.domain(), on.base.Host)),
		URL:      who.URL,
		Facts: map[string]string{
			factKind:    string(kind),
			factVersion: about.Version,
			factHost:    on.base.Host,
		},
		Limits:      limitsOf(kind, about),
		Credentials: to.Credentials,
	}, nil
}
