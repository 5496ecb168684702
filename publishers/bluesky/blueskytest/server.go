// Package blueskytest is a strict stand-in for a Bluesky server: it refuses
// what the servers refuse, and fails the test for what they let pass and then
// do not show, such as a misspelt type or a facet beside the word it is for.
package blueskytest

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"parution.dev/publishers/publishertest"
)

// maxBody is the most that a server reads of a JSON body, and maxBlob of a file.
const (
	maxBody = 1 << 20
	maxBlob = 52_428_800
)

// Account is one that the server knows.
type Account struct {
	DID      string
	Handle   string
	Password string // an app password
}

// Server stands for the service signed in at and for the server that holds the
// repositories, on any address.
type Server struct {
	// PDS is the address that signing in tells, "https://host"; everything but
	// signing in must then come to that host. "": none is told.
	PDS string

	clock    func() time.Time
	complain func(format string, args ...any)

	mu       sync.Mutex
	accounts map[string]*account // by DID
	tokens   map[string]*token
	posts    []*post // oldest first
	minted   int     // tokens so far
}

var _ publishertest.Fake = (*Server)(nil)

// Option changes what the server is.
type Option func(*Server)

// With puts accounts on the server.
func With(accounts ...Account) Option {
	return func(s *Server) {
		for _, a := range accounts {
			s.accounts[a.DID] = &account{Account: a, blobs: map[string]*blob{}}
		}
	}
}

// Complaints sends what a server would let pass although it is wrong to a
// test, by its Errorf. Without it a complaint is a panic.
func Complaints(to func(format string, args ...any)) Option {
	return func(s *Server) { s.complain = to }
}

// New returns a server that lives by clock.
func New(clock func() time.Time, options ...Option) *Server {
	s := &Server{
		clock:    clock,
		complain: func(format string, args ...any) { panic(fmt.Sprintf(format, args...)) },
		accounts: map[string]*account{},
		tokens:   map[string]*token{},
	}
	for _, set := range options {
		set(s)
	}
	return s
}

// call is one request, read whole.
type call struct {
	nsid   string
	query  url.Values
	header http.Header
	body   []byte
}

// method answers a call: a value to encode, or a refusal.
type method func(c call) (any, *refusal)

func (s *Server) methods() map[string]method {
	return map[string]method{
		"POST com.atproto.server.createSession":  s.createSession,
		"POST com.atproto.server.refreshSession": s.refreshSession,
		"GET com.atproto.server.getSession":      s.getSession,
		"GET com.atproto.identity.resolveHandle": s.resolveHandle,
		"POST com.atproto.repo.uploadBlob":       s.uploadBlob,
		"POST " + createRecord:                   s.createRecord,
		"POST com.atproto.repo.putRecord":        s.putRecord,
		"GET com.atproto.repo.getRecord":         s.getRecord,
	}
}

// ServeHTTP answers one call.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(io.LimitReader(r.Body, maxBlob+1))
	if err != nil {
		return // the caller is gone
	}
	c := call{nsid: nsidOf(r), query: r.URL.Query(), header: r.Header, body: body}
	answer, refused := s.answer(r, c)
	s.write(w, answer, refused)
}

// answer makes an answer, alone on the server; writing it may take its time.
func (s *Server) answer(r *http.Request, c call) (any, *refusal) {
	s.mu.Lock()
	defer s.mu.Unlock()
	serve, known := s.methods()[r.Method+" "+c.nsid]
	if !known {
		s.complain("bluesky: nobody answers %s %s", r.Method, r.URL.Path)
		return nil, &refusal{http.StatusNotImplemented, "MethodNotImplemented", "Method Not Implemented"}
	}
	if host := cmp.Or(r.Host, r.URL.Host); s.PDS != "" && c.nsid != createSession && !strings.HasSuffix(s.PDS, "//"+host) {
		s.complain("bluesky: %s came to %s and not to %s", c.nsid, host, s.PDS)
	}
	return serve(c)
}

func (s *Server) write(w http.ResponseWriter, answer any, refused *refusal) {
	w.Header().Set("Date", s.clock().UTC().Format(http.TimeFormat))
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	if refused != nil {
		refused.write(w, s.clock())
		return
	}
	_ = json.NewEncoder(w).Encode(answer) // the caller may be gone
}

func nsidOf(r *http.Request) string { return strings.TrimPrefix(r.URL.Path, "/xrpc/") }

// Publishes tells whether a request creates a record.
func (s *Server) Publishes(r *http.Request) bool {
	return r.Method == http.MethodPost && nsidOf(r) == createRecord
}

// Refuse answers a creation as the servers do.
func (s *Server) Refuse(w http.ResponseWriter, f publishertest.Fault) {
	refused := map[publishertest.Fault]refusal{
		publishertest.Unauthorized: {http.StatusUnauthorized, "AuthenticationRequired", "Authentication Required"},
		publishertest.TooMany:      {http.StatusTooManyRequests, "RateLimitExceeded", "Rate Limit Exceeded"},
		publishertest.ServerError:  {http.StatusInternalServerError, "InternalServerError", "Internal Server Error"},
	}[f]
	if refused.status == 0 {
		refused = *badRecord("grapheme too big (maximum 300, got 301) at $.record.text")
	}
	s.write(w, nil, &refused)
}

// Books lists the posts, oldest first.
func (s *Server) Books() []publishertest.Entry {
	s.mu.Lock()
	defer s.mu.Unlock()
	entries := make([]publishertest.Entry, 0, len(s.posts))
	for _, p := range s.posts {
		entries = append(entries, p.entry())
	}
	return entries
}

// Files lists what an account has uploaded, in no order.
func (s *Server) Files(did string) [][]byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	var files [][]byte
	for _, b := range s.accounts[did].blobs {
		files = append(files, bytes.Clone(b.file))
	}
	return files
}

// Revoke ends every session of an account, as a person does who deletes the
// app password that they were made with.
func (s *Server) Revoke(did string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, t := range s.tokens {
		t.used = t.used || t.did == did
	}
	s.accounts[did].Password = ""
}

// byHandle finds an account by its handle.
func (s *Server) byHandle(handle string) *account {
	for _, did := range slices.Sorted(maps.Keys(s.accounts)) {
		if strings.EqualFold(s.accounts[did].Handle, handle) {
			return s.accounts[did]
		}
	}
	return nil
}

// refusal is an XRPC error.
type refusal struct {
	status  int
	word    string
	message string
}

func invalid(message string) *refusal {
	return &refusal{http.StatusBadRequest, "InvalidRequest", message}
}

func (r *refusal) write(w http.ResponseWriter, now time.Time) {
	if r.status == http.StatusTooManyRequests {
		reset := now.Add(publishertest.TooManyWait + time.Second - 1).Unix() // whole seconds, rounded up
		w.Header().Set("RateLimit-Limit", "30")
		w.Header().Set("RateLimit-Remaining", "0")
		w.Header().Set("RateLimit-Reset", strconv.FormatInt(reset, 10))
		w.Header().Set("RateLimit-Policy", "30;w=300")
		w.Header().Set("Retry-After", strconv.Itoa(int(publishertest.TooManyWait/time.Second)))
	}
	w.WriteHeader(r.status)
	_ = json.NewEncoder(w).Encode(map[string]string{"error": r.word, "message": r.message})
}
