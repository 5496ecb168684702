package mastodon

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"

	"parution.dev/publishers"
)

// account is who a token speaks for (Mastodon API: accounts#verify_credentials).
type account struct {
	ID   string `json:"id"`
	Acct string `json:"acct"` // "ann" for an account of the server itself
	URL  string `json:"url"`
}

// account asks whom the token speaks for.
func (s server) account(ctx context.Context) (account, *publishers.Answer, error) {
	var who account
	answer, err := s.read(ctx, &who, nil, "api/v1/accounts/verify_credentials")
	switch {
	case answer != nil && answer.Status == http.StatusUnprocessableEntity:
		return who, answer, reconnect("422", "the access token is an app's own, and speaks for no account")
	case err == nil && who.ID == "":
		err = harmless(unreadable(answer, errors.New("an account without id")))
	}
	return who, answer, err
}

// handle is the account's full name, "ann@m.example".
func (a account) handle(domain string) string {
	if strings.Contains(a.Acct, "@") {
		return a.Acct
	}
	return a.Acct + "@" + domain
}

// power refuses a token that surely cannot do the work. Only servers that tell
// the scopes of a token's app can be asked (Mastodon API: apps#verify_credentials,
// 4.3.0); a token never has more than its app. Elsewhere the first post will tell.
func (s server) power(ctx context.Context) error {
	var app struct {
		Scopes []string `json:"scopes"`
	}
	answer, err := s.fetch(ctx, nil, "api/v1/apps/verify_credentials")
	if err != nil {
		return err
	}
	if answer.OK() {
		_ = answer.Decode(&app) // what cannot be read tells no scopes
	}
	lacking := missing(app.Scopes)
	if len(app.Scopes) == 0 || len(lacking) == 0 {
		return nil
	}
	return reconnect("scopes", "the access token must be made with the permissions "+strings.Join(lacking, ", "))
}

// missing lists what a token with these scopes lacks: to upload, to publish,
// and to read back what may have been published.
func missing(scopes []string) []string {
	var lacking []string
	for _, need := range []string{"write:media", "write:statuses", "read:statuses"} {
		whole, _, _ := strings.Cut(need, ":")
		if !slices.Contains(scopes, need) && !slices.Contains(scopes, whole) {
			lacking = append(lacking, need)
		}
	}
	return lacking
}
