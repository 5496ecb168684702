package blueskytest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"time"
)

const createSession = "com.atproto.server.createSession"

// How long tokens are good, and how often one may sign in.
const (
	accessLife  = 2 * time.Hour
	refreshLife = 90 * 24 * time.Hour
	loginWindow = 5 * time.Minute
	maxLogins   = 30
)

type account struct {
	Account

	logins []time.Time
	blobs  map[string]*blob // by CID
}

type token struct {
	did     string
	refresh bool
	ends    time.Time
	used    bool // a refresh token is good once
}

// session is what signing in and refreshing answer.
type session struct {
	DID     string  `json:"did"`
	Handle  string  `json:"handle"`
	Active  bool    `json:"active"`
	Access  string  `json:"accessJwt,omitempty"`
	Refresh string  `json:"refreshJwt,omitempty"`
	Doc     *didDoc `json:"didDoc,omitempty"`
}

type didDoc struct {
	ID      string       `json:"id"`
	Service []didService `json:"service"`
}

type didService struct {
	ID       string `json:"id"`
	Type     string `json:"type"`
	Endpoint string `json:"serviceEndpoint"`
}

func (s *Server) createSession(c call) (any, *refusal) {
	var in struct {
		Identifier string `json:"identifier"`
		Password   string `json:"password"`
	}
	if err := json.Unmarshal(c.body, &in); err != nil || in.Identifier == "" || in.Password == "" {
		return nil, invalid("Input must have the properties identifier and password")
	}
	a := s.accounts[in.Identifier]
	if a == nil {
		a = s.byHandle(in.Identifier)
	}
	if a == nil {
		return nil, unauthorized("Invalid identifier or password")
	}
	if a.limited(s.clock()) {
		return nil, &refusal{http.StatusTooManyRequests, "RateLimitExceeded", "Rate Limit Exceeded"}
	}
	if a.Password == "" || in.Password != a.Password {
		return nil, unauthorized("Invalid identifier or password")
	}
	return s.open(a), nil
}

// limited counts one sign-in, and tells whether it is one too many.
func (a *account) limited(now time.Time) bool {
	recent := a.logins[:0]
	for _, at := range a.logins {
		if now.Sub(at) < loginWindow {
			recent = append(recent, at)
		}
	}
	a.logins = append(recent, now)
	return len(a.logins) > maxLogins
}

func (s *Server) open(a *account) session {
	opened := session{
		DID: a.DID, Handle: a.Handle, Active: true,
		Access:  s.mint(token{did: a.DID, ends: s.clock().Add(accessLife)}),
		Refresh: s.mint(token{did: a.DID, ends: s.clock().Add(refreshLife), refresh: true}),
	}
	if s.PDS != "" {
		opened.Doc = &didDoc{
			ID:      a.DID,
			Service: []didService{{ID: "#atproto_pds", Type: "AtprotoPersonalDataServer", Endpoint: s.PDS}},
		}
	}
	return opened
}

// mint makes a token that looks like one: three parts.
func (s *Server) mint(t token) string {
	s.minted++
	value := fmt.Sprintf("eyJ0eXAiOiJhdCtqd3QifQ.token-%06d.signature", s.minted)
	s.tokens[value] = &t
	return value
}

func (s *Server) refreshSession(c call) (any, *refusal) {
	if len(c.body) > 0 {
		return nil, invalid("A request body was provided when none was expected")
	}
	t, refused := s.bearer(c, true)
	if refused != nil {
		return nil, refused
	}
	t.used = true
	return s.open(s.accounts[t.did]), nil
}

func (s *Server) getSession(c call) (any, *refusal) {
	a, refused := s.signedIn(c)
	if refused != nil {
		return nil, refused
	}
	return session{DID: a.DID, Handle: a.Handle, Active: true}, nil
}

func (s *Server) resolveHandle(c call) (any, *refusal) {
	a := s.byHandle(c.query.Get("handle"))
	if a == nil {
		return nil, invalid("Unable to resolve handle")
	}
	return map[string]string{"did": a.DID}, nil
}

// signedIn returns the account that a call's access token is of.
func (s *Server) signedIn(c call) (*account, *refusal) {
	t, refused := s.bearer(c, false)
	if refused != nil {
		return nil, refused
	}
	return s.accounts[t.did], nil
}

// bearer returns the token of a call. One that ran out or was used is a 400.
func (s *Server) bearer(c call, refresh bool) (*token, *refusal) {
	value, is := strings.CutPrefix(c.header.Get("Authorization"), "Bearer ")
	if !is {
		return nil, &refusal{http.StatusUnauthorized, "AuthMissing", "Authentication Required"}
	}
	t := s.tokens[value]
	switch {
	case t == nil || t.refresh != refresh:
		return nil, &refusal{http.StatusBadRequest, "InvalidToken", "Token could not be verified"}
	case t.used || !s.clock().Before(t.ends):
		return nil, &refusal{http.StatusBadRequest, "ExpiredToken", "Token has expired"}
	}
	return t, nil
}

func unauthorized(message string) *refusal {
	return &refusal{http.StatusUnauthorized, "AuthenticationRequired", message}
}
