package api

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"runtime/debug"
	"strings"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/rs/zerolog"

	"parution.dev/editorial"
	"parution.dev/store"
)

// request is what is known of a request while it is answered. It is filled in
// on the way, and written to the log at the end.
type request struct {
	id      string
	method  string
	url     *url.URL
	route   string
	network string         // that it came from
	agent   string         // what the program that sent it calls itself
	lang    editorial.Lang // that its header asks for, "" where it does not say
	caller  caller
	visitor visitor     // a client, in place of a caller
	beyond  bool        // what is asked for lies outside of what the token is good for
	once    *store.Once // of a creating request with a key
	err     error       // why it failed, for the log
	stack   []byte
}

type requestKey struct{}

// requestOf returns the request that a context belongs to; an empty one where
// it belongs to none.
func requestOf(ctx context.Context) *request {
	if r, ok := ctx.Value(requestKey{}).(*request); ok {
		return r
	}
	return &request{url: &url.URL{}}
}

// observe stands around every request: it gives it an id, sets the headers
// that every answer has, catches panics, and writes one line to the log. The
// line never holds query strings or bodies.
func (a *API) observe(c *gin.Context) {
	started := a.cfg.Now()
	r := &request{
		id: editorial.NewID[string]("req"), method: c.Request.Method, url: c.Request.URL, route: c.FullPath(),
		network: network(c.ClientIP()), agent: agentOf(c.Request.UserAgent()), lang: accepted(c.GetHeader("Accept-Language")),
	}
	c.Request = c.Request.WithContext(context.WithValue(c.Request.Context(), requestKey{}, r))
	setHeaders(c.Writer.Header(), r)
	defer func() {
		aborted := a.caught(c, r, recover())
		a.finish(c, r, a.cfg.Now().Sub(started))
		if aborted {
			panic(http.ErrAbortHandler) // net/http cuts the connection and stays silent
		}
	}()
	c.Next()
}

func setHeaders(h http.Header, r *request) {
	h.Set("X-Request-Id", r.id)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
	if strings.HasPrefix(r.url.Path, "/api/") {
		h.Set("Cache-Control", "no-store")
	}
	if r.url.Path == "/client" || strings.HasPrefix(r.url.Path, prefix+"/client") {
		h.Set("X-Robots-Tag", "noindex, nofollow")
	}
}

// caught turns a panic into a problem, or tells that the answer had begun and
// its connection must be cut.
func (a *API) caught(c *gin.Context, r *request, cause any) (aborted bool) {
	if cause == nil {
		return false
	}
	err, ok := cause.(error)
	if !ok {
		err = fmt.Errorf("%v", cause)
	}
	r.err = fmt.Errorf("panic: %w", err)
	if errors.Is(err, http.ErrAbortHandler) {
		return true
	}
	r.stack = debug.Stack()
	if c.Writer.Written() {
		return true
	}
	a.refuse(c, r.err)
	return false
}

// finish counts the request and writes its line.
func (a *API) finish(c *gin.Context, r *request, took time.Duration) {
	status := c.Writer.Status()
	a.measures.observe(r.method, r.route, status, took)
	line := a.cfg.Log.WithLevel(levelOf(r.route, status))
	line.Str("method", r.method).Str("route", r.route).Int("status", status).
		Int64("ms", took.Milliseconds()).Str("request_id", r.id)
	if r.caller.member.ID != "" {
		line.Str("member", string(r.caller.member.ID)).Str("token", string(r.caller.token.ID))
	}
	if r.visitor.Link.ID != "" {
		line.Str("client_link", string(r.visitor.Link.ID))
	}
	if r.err != nil {
		line.Err(r.err)
	}
	if r.stack != nil {
		line.Bytes("stack", r.stack)
	}
	line.Msg("request")
}

func levelOf(route string, status int) zerolog.Level {
	switch {
	case status >= http.StatusInternalServerError:
		return zerolog.ErrorLevel
	case route == "/healthz" || route == "/readyz" || route == "/metrics":
		return zerolog.DebugLevel
	}
	return zerolog.InfoLevel
}
