package bluesky

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"strings"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

const defaultService = "https://bsky.social"

// session is what signing in and renewing a session answer.
type session struct {
	DID     string `json:"did"`
	Handle  string `json:"handle"`
	Access  string `json:"accessJwt"`
	Refresh string `json:"refreshJwt"`
	Active  *bool  `json:"active"` // older servers do not say
	Doc     didDoc `json:"didDoc"`
	service string // signed in at
}

// didDoc tells where an account lives (https://atproto.com/specs/did).
type didDoc struct {
	Service []struct {
		ID       string `json:"id"`
		Endpoint string `json:"serviceEndpoint"`
	} `json:"service"`
}

// login signs in with the app password. Servers take 300 of these a day and
// account: it is for Connect, and for a session that cannot be renewed.
func (p *Publisher) login(ctx context.Context, to editorial.Account, identifier string) (session, error) {
	host, err := serviceOf(to)
	if err != nil {
		return session{}, err
	}
	password := to.Credentials[credentialPassword]
	if identifier == "" || password.IsZero() {
		return session{}, reconnect("connecting to Bluesky takes a handle and an app password")
	}
	body, err := json.Marshal(map[string]string{"identifier": identifier, "password": password.Reveal()})
	if err != nil {
		return session{}, refuse("settings", "the handle cannot be sent")
	}
	s, err := p.session(ctx, "sign in", request{
		method: http.MethodPost, host: host, nsid: "com.atproto.server.createSession",
		mime: "application/json", body: body,
	})
	s.service = host
	return s, err
}

// renew exchanges the refresh token for a new pair. The call has no body.
func (p *Publisher) renew(ctx context.Context, of editorial.Account) (session, error) {
	host, token := of.Facts[factPDS], of.Credentials[credentialRefresh]
	if host == "" || token.IsZero() {
		return session{}, reconnect("the account is not connected")
	}
	return p.session(ctx, "renew the session", request{
		method: http.MethodPost, host: host, nsid: "com.atproto.server.refreshSession", token: token,
	})
}

func (p *Publisher) session(ctx context.Context, doing string, r request) (session, error) {
	var s session
	if _, err := p.ask(ctx, doing, r, &s); err != nil {
		return session{}, err
	}
	if s.Active != nil && !*s.Active {
		return session{}, reconnect("the account is not active on Bluesky")
	}
	if !strings.HasPrefix(s.DID, "did:") || s.Access == "" || s.Refresh == "" {
		return session{}, unheard(doing, errors.New("the answer holds no session"))
	}
	return s, nil
}

// credentials returns the known credentials with the session's tokens.
func (s session) credentials(known editorial.Credentials) editorial.Credentials {
	return known.With(credentialAccess, s.Access).With(credentialRefresh, s.Refresh)
}

// pds returns the address of the server that holds the repository: what the
// DID document says, else the service signed in at. It is taken only over
// https, unless it is the service itself that a person gave.
func (s session) pds() (string, error) {
	for _, entry := range s.Doc.Service {
		if !strings.HasSuffix(entry.ID, "#atproto_pds") {
			continue
		}
		u, err := url.Parse(entry.Endpoint)
		if err != nil || !isOrigin(u) || u.Scheme != "https" && !sameHost(u, s.service) {
			return "", refuse("bad_pds", "the account's server has no safe address")
		}
		return u.Scheme + "://" + u.Host, nil
	}
	return s.service, nil
}

func sameHost(u *url.URL, service string) bool {
	known, err := url.Parse(service)
	return err == nil && known.Host == u.Host
}

// isOrigin tells whether an address is a web server's and nothing more.
func isOrigin(u *url.URL) bool {
	web := u.Scheme == "https" || u.Scheme == "http"
	return web && u.Host != "" && u.User == nil && strings.Trim(u.Path, "/") == "" && u.RawQuery == "" && u.Fragment == ""
}

// serviceOf returns the address to sign in at. A password travels in the clear
// to this machine at most.
func serviceOf(a editorial.Account) (string, error) {
	given := strings.TrimSpace(a.Settings[settingService])
	if given == "" {
		return defaultService, nil
	}
	if !strings.Contains(given, "://") {
		given = "https://" + given
	}
	u, err := url.Parse(given)
	if err != nil || !isOrigin(u) || u.Scheme != "https" && !isThisMachine(u.Hostname()) {
		return "", refuse("settings", "the service must be an address like https://bsky.social")
	}
	return u.Scheme + "://" + u.Host, nil
}

func isThisMachine(host string) bool {
	return host == "localhost" || host == "127.0.0.1" || host == "::1"
}

// door is where and with what a connected account is reached.
type door struct {
	host  string
	token editorial.Secret
}

// doorOf refuses an account that is not connected. A Refresher may mend that.
func doorOf(a editorial.Account) (door, error) {
	at := door{host: a.Facts[factPDS], token: a.Credentials[credentialAccess]}
	if a.RemoteID == "" || at.host == "" || at.token.IsZero() {
		closed := reconnect("the account is not connected")
		closed.Expired = a.RemoteID != "" && at.host != ""
		return door{}, closed
	}
	return at, nil
}

// Refresh renews the session. A refresh token is good once; where it is dead,
// the app password signs in anew, once.
func (p *Publisher) Refresh(ctx context.Context, of editorial.Account) (editorial.Credentials, error) {
	s, err := p.renew(ctx, of)
	if publishers.Judge(err).Verdict == editorial.Reconnect {
		s, err = p.login(ctx, of, of.RemoteID)
	}
	if err != nil {
		return nil, err
	}
	if s.DID != of.RemoteID {
		return nil, reconnect("Bluesky answered for another account")
	}
	return s.credentials(of.Credentials), nil
}

// Server is the personal data server that the account lives on.
func (*Publisher) Server(on editorial.Account) string { return on.Facts[factPDS] }
