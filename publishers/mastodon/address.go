package mastodon

import (
	"errors"
	"net/url"
	"strings"

	"parution.dev/editorial"
)

// addressOf reads the address of a server as people give it: "m.example",
// "https://m.example/", "M.Example:8443". It is reached by https unless the
// address says http itself, which the guarded client lets through to networks
// that were allowed by name alone. Nothing but a host may be named.
func addressOf(given string) (*url.URL, error) {
	given = strings.TrimSpace(given)
	if given == "" {
		return nil, errors.New("no server is named")
	}
	if !strings.Contains(given, "://") {
		given = "https://" + given
	}
	at, err := url.Parse(given)
	if err != nil {
		return nil, errors.New("the server's address cannot be read") // the cause would repeat what was given
	}
	switch {
	case !strings.EqualFold(at.Scheme, "https") && !strings.EqualFold(at.Scheme, "http"):
		return nil, errors.New("the server must be reached by https")
	case at.User != nil:
		return nil, errors.New("the server's address must not name a user: give the host alone")
	case at.Hostname() == "":
		return nil, errors.New("the server's address names no host")
	case at.Path != "" && at.Path != "/", at.RawQuery != "", at.ForceQuery, at.Fragment != "":
		return nil, errors.New("the server's address must be a host alone, with no path behind it")
	}
	scheme := strings.ToLower(at.Scheme)
	return &url.URL{Scheme: scheme, Host: strings.TrimSuffix(strings.ToLower(at.Host), map[string]string{"https": ":443", "http": ":80"}[scheme])}, nil
}

// Server is the host that the account lives on.
func (*Publisher) Server(on editorial.Account) string {
	at, err := addressOf(on.Settings[settingServer])
	if err != nil {
		return ""
	}
	return at.Host
}
