// Package mastodontest is a strict stand-in for servers that speak Mastodon's
// client API, with its own books and its own counting. It takes the part of a
// stock Mastodon server, or of GoToSocial, which remembers no keys, refuses in
// other words and posts unlisted unless told otherwise.
//
// What no server would mind but this house must never do, a post left for the
// server to publish later or one without visibility, is a complaint and fails
// the test.
package mastodontest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"

	"parution.dev/publishers/publishertest"
)

// Host is the server's name.
const Host = "social.example"

// Server is the fake. It may be called from several goroutines.
type Server struct {
	kind     kind
	limits   Limits
	looks    int // how often a video is still being worked on
	oldAPI   bool
	version  string
	clock    func() time.Time
	complain func(format string, args ...any)
	mux      *http.ServeMux

	mu      sync.Mutex
	tokens  map[string]*token
	people  []*account
	posts   []*post // oldest first, the deleted among them
	uploads map[string]*upload
	keys    map[usedKey]remembered
	spent   map[window]int
	made    int
}

var _ publishertest.Editable = (*Server)(nil)

type kind string

const (
	stock      kind = "mastodon"
	goToSocial kind = "gotosocial"
)

// Option changes what the server is.
type Option func(*Server)

// GoToSocial makes it a GoToSocial server.
func GoToSocial() Option {
	return func(s *Server) {
		s.kind, s.version, s.limits = goToSocial, "0.20.0 6b9f2d3", goToSocialLimits()
	}
}

// Looks sets how often a video is still being worked on when asked. [2]
func Looks(n int) Option { return func(s *Server) { s.looks = n } }

// OldAPI takes the second version of everything away, as before Mastodon 4.
func OldAPI() Option {
	return func(s *Server) { s.oldAPI, s.version = true, "3.3.0" }
}

// Complaints sends complaints to a test, by its Errorf. Without it they panic.
func Complaints(to func(format string, args ...any)) Option {
	return func(s *Server) { s.complain = to }
}

// New returns a stock Mastodon server with limits that are not the stock
// ones, and nobody on it: see [Server.Token].
func New(clock func() time.Time, options ...Option) *Server {
	s := &Server{
		kind:     stock,
		version:  "4.6.2",
		limits:   oddLimits(),
		looks:    2,
		clock:    clock,
		complain: func(format string, args ...any) { panic(fmt.Sprintf(format, args...)) },
		tokens:   map[string]*token{},
		uploads:  map[string]*upload{},
		keys:     map[usedKey]remembered{},
		spent:    map[window]int{},
	}
	for _, set := range options {
		set(s)
	}
	s.mux = s.routes()
	return s
}

func (s *Server) routes() *http.ServeMux {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /api/v1/instance", s.getInstanceV1)
	mux.HandleFunc("POST /api/v1/media", s.as("write:media", s.postMedia))
	if !s.oldAPI {
		mux.HandleFunc("GET /api/v2/instance", s.getInstance)
		mux.HandleFunc("POST /api/v2/media", s.as("write:media", s.postMedia))
	}
	mux.HandleFunc("GET /api/v1/media/{id}", s.as("write:media", s.getMedia))
	mux.HandleFunc("GET /api/v1/accounts/verify_credentials", s.as("read:accounts", s.getAccount))
	mux.HandleFunc("GET /api/v1/accounts/{id}/statuses", s.as("read:statuses", s.listStatuses))
	mux.HandleFunc("POST /api/v1/statuses", s.as("write:statuses", s.postStatus))
	mux.HandleFunc("GET /api/v1/statuses/{id}", s.as("read:statuses", s.getStatus))
	mux.HandleFunc("GET /api/v1/statuses/{id}/source", s.as("read:statuses", s.getSource))
	mux.HandleFunc("PUT /api/v1/statuses/{id}", s.as("write:statuses", s.putStatus))
	mux.HandleFunc("DELETE /api/v1/statuses/{id}", s.as("write:statuses", s.deleteStatus))
	if s.kind == stock {
		mux.HandleFunc("GET /api/v1/apps/verify_credentials", s.getApp)
	}
	mux.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) { s.refuse(w, s.notFound()) })
	return mux
}

// ServeHTTP answers as the server does.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	w.Header().Set("Date", s.clock().UTC().Format(http.TimeFormat))
	s.mux.ServeHTTP(w, r)
}

// Publishes tells whether r is the call that makes a post.
func (s *Server) Publishes(r *http.Request) bool {
	return r.Method == http.MethodPost && r.URL.Path == "/api/v1/statuses"
}

// Edits tells whether r is the call that changes a post.
func (s *Server) Edits(r *http.Request) bool {
	return r.Method == http.MethodPut && strings.HasPrefix(r.URL.Path, "/api/v1/statuses/")
}

// Books lists what is public, oldest first.
func (s *Server) Books() []publishertest.Entry {
	s.mu.Lock()
	defer s.mu.Unlock()
	var entries []publishertest.Entry
	for _, p := range s.posts {
		if !p.deleted {
			entries = append(entries, p.entry())
		}
	}
	return entries
}

// Visibilities lists the visibility of each entry of the books.
func (s *Server) Visibilities() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var seen []string
	for _, p := range s.posts {
		if !p.deleted {
			seen = append(seen, p.Visibility)
		}
	}
	return seen
}

// Replies is how many answers a post shows, -1 where there is no such post.
func (s *Server) Replies(id string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	if p := s.post(id); p != nil {
		return s.replies(p)
	}
	return -1
}

// Write makes a post of a person's own, in the server's pages.
func (s *Server) Write(token, text string) (id string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.add(s.tokens[token].account, draft{Status: text, Visibility: "public"}, "").id
}

// Delete takes a post away, as a person does in the server's pages.
func (s *Server) Delete(id string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.post(id).deleted = true
}

// post returns a post that is there, or nil.
func (s *Server) post(id string) *post {
	i := slices.IndexFunc(s.posts, func(p *post) bool { return p.id == id && !p.deleted })
	if i < 0 {
		return nil
	}
	return s.posts[i]
}

// newID makes ids as the software does: a number too large for JavaScript, or
// a ULID. Those that come later sort later.
func (s *Server) newID() string {
	s.made++
	if s.kind == goToSocial {
		return fmt.Sprintf("01JD%022d", s.made)
	}
	return fmt.Sprint(114_700_000_000_000_000 + s.made)
}

func write(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body)
}
