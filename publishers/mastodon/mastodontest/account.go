package mastodontest

import (
	"net/http"
	"slices"
	"strings"
)

// account is a person on the server.
type account struct{ id, name string }

// token is what a caller shows: for an account, or for an app alone.
type token struct {
	account *account // nil: an app's own
	scopes  []string
}

func (t token) may(scope string) bool {
	whole, _, _ := strings.Cut(scope, ":")
	return slices.Contains(t.scopes, scope) || slices.Contains(t.scopes, whole)
}

// Token makes a token with which an account may do everything, or what the
// scopes say. The account is made if there is none of that name.
func (s *Server) Token(name string, scopes ...string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	i := slices.IndexFunc(s.people, func(a *account) bool { return a.name == name })
	if i < 0 {
		i = len(s.people)
		s.people = append(s.people, &account{id: s.newID(), name: name})
	}
	if len(scopes) == 0 {
		scopes = []string{"read", "write"}
	}
	return s.issue(&token{account: s.people[i], scopes: scopes})
}

// AppToken makes a token that speaks for an app and for nobody.
func (s *Server) AppToken() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.issue(&token{scopes: []string{"read", "write"}})
}

func (s *Server) issue(t *token) string {
	secret := "tok-" + s.newID() + "-secret"
	s.tokens[secret] = t
	return secret
}

// Revoke makes a token worthless.
func (s *Server) Revoke(token string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.tokens, token)
}

// bearer is the token that a request shows, nil where it is no good.
func (s *Server) bearer(r *http.Request) *token {
	secret, _ := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	return s.tokens[secret]
}

// as lets in who may do what a scope says, for an account.
func (s *Server) as(scope string, do func(http.ResponseWriter, *http.Request, *account)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		t := s.bearer(r)
		switch {
		case t == nil:
			s.refuse(w, s.badToken())
		case !t.may(scope):
			s.refuse(w, refusal{http.StatusForbidden, "This action is outside the authorized scopes"})
		case t.account == nil:
			s.refuse(w, refusal{http.StatusUnprocessableEntity, "This method requires an authenticated user"})
		case !s.pass(w, t.account, everything):
		default:
			do(w, r, t.account)
		}
	}
}

func (s *Server) getAccount(w http.ResponseWriter, _ *http.Request, who *account) {
	write(w, http.StatusOK, s.profile(who))
}

func (s *Server) profile(who *account) map[string]any {
	count := 0
	for _, p := range s.posts {
		if p.by == who && !p.deleted {
			count++
		}
	}
	return map[string]any{
		"id": who.id, "username": who.name, "acct": who.name,
		"url": "https://" + Host + "/@" + who.name, "statuses_count": count,
	}
}

func (s *Server) getApp(w http.ResponseWriter, r *http.Request) {
	t := s.bearer(r)
	if t == nil {
		s.refuse(w, s.badToken())
		return
	}
	write(w, http.StatusOK, map[string]any{"id": "1", "name": "Parution", "scopes": t.scopes})
}
