package bluesky

import (
	"context"
	"strings"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

// Connect signs in with the app password and finds the server that holds the
// account's repository. The session renews itself, so the connection does not
// end by a date.
func (p *Publisher) Connect(ctx context.Context, to editorial.Account) (publishers.Connection, error) {
	handle := strings.TrimPrefix(strings.TrimSpace(to.Settings[settingHandle]), "@")
	s, err := p.login(ctx, to, handle)
	if err != nil {
		return publishers.Connection{}, err
	}
	pds, err := s.pds()
	if err != nil {
		return publishers.Connection{}, err
	}
	return publishers.Connection{
		RemoteID:    s.DID,
		Handle:      s.Handle,
		URL:         profileOf(s.DID),
		Facts:       map[string]string{factDID: s.DID, factPDS: pds, factHandle: s.Handle},
		Limits:      limits(),
		Credentials: s.credentials(to.Credentials),
	}, nil
}

// profileOf returns an account's page. Named by its DID it outlives a change
// of handle.
func profileOf(did string) string { return "https://bsky.app/profile/" + did }
