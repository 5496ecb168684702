package webhook

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"strings"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

// Connect checks what was filled in. It calls nobody: receivers take every
// message for a post, so none can be asked whether it listens.
func (p *Publisher) Connect(_ context.Context, to editorial.Account) (publishers.Connection, error) {
	at, err := endpoint(to)
	if err != nil {
		return publishers.Connection{}, err
	}
	if _, err := signers(to); err != nil {
		return publishers.Connection{}, err
	}
	sum := sha256.Sum256([]byte(at.String()))
	return publishers.Connection{
		RemoteID:    "hook_" + hex.EncodeToString(sum[:16]), // who receives is where: another address is another account
		Handle:      at.Host,
		Limits:      p.Limits(),
		Credentials: to.Credentials,
	}, nil
}

// endpoint reads the receiver's address.
func endpoint(to editorial.Account) (*url.URL, error) {
	at, err := url.Parse(strings.TrimSpace(to.Settings[settingURL]))
	switch {
	case err != nil:
		return nil, refused("bad_url", "the receiver's address cannot be read") // the cause would repeat it
	case at.Scheme != "https" && at.Scheme != "http", at.Hostname() == "":
		return nil, refused("bad_url", "the receiver's address must begin with https:// and name a host")
	case at.User != nil:
		return nil, refused("bad_url", "the receiver's address must not hold a user name or a password")
	}
	at.Fragment, at.RawFragment = "", ""
	return at, nil
}

func refused(code, message string) *publishers.Error {
	return &publishers.Error{Verdict: editorial.Never, Code: code, Message: message}
}
