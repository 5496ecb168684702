package publishers

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptrace"
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"sync/atomic"
	"syscall"
	"time"
)

const (
	defaultTimeout  = 30 * time.Second
	connectTimeout  = 10 * time.Second
	idleTimeout     = 30 * time.Second
	maxAnswerHeader = 64 << 10
	maxIdle         = 512 // connections kept for the next call
	maxIdlePerHost  = 256 // of them to one server: many posts to one platform leave at one instant
	maxRedirects    = 3
)

// ClientConfig is what the one client of the house is made from.
type ClientConfig struct {
	// Allow lists networks that are reached although they are private, and by
	// plain http too.
	Allow []netip.Prefix
	// Plain lets public addresses be reached by plain http too, for what
	// carries nothing worth reading along: links in posts.
	Plain bool
	// UserAgent is sent where a request names none.
	UserAgent string
	// Timeout bounds one request, its answer's body included, unless it is
	// Unhurried; 0: 30 s.
	Timeout time.Duration
	// Transport stands in for the network, in tests and simulations. What it
	// does is believed to be heard unless it reports like net/http's own, by
	// the httptrace hooks GetConn and WroteHeaders. It dials for itself, so no
	// address is refused.
	Transport http.RoundTripper
	// Dump, where set, is told of every exchange.
	Dump func(Call)
}

// NewClient returns the guarded client, which everything that leaves this
// house goes through. Beyond what net/http's own does:
//
//   - it connects to public addresses by https (by http too where it is plain),
//     and to allowed ones only besides;
//   - an error before a whole request head was written is an [ErrNotHeard];
//   - it never sends anything but a GET or HEAD twice: not after a connection
//     died, not to another address. A GET follows three redirects at most, and
//     takes no credentials to another origin;
//   - it ignores the environment's proxies, keeps no cookies, and speaks
//     HTTP/1.1, where one connection carries one request at a time, so that
//     what a dead connection carried is known.
func NewClient(cfg ClientConfig) *http.Client {
	t := &transport{secure: cfg.Transport, plain: cfg.Transport, cfg: cfg}
	if cfg.Transport == nil {
		g := newGuard(cfg.Allow)
		t.secure, t.plain = network(g.control(false)), network(g.control(!cfg.Plain))
	}
	if t.cfg.Timeout == 0 {
		t.cfg.Timeout = defaultTimeout
	}
	return &http.Client{Transport: t, CheckRedirect: checkRedirect}
}

func network(control func(context.Context, string, string, syscall.RawConn) error) *http.Transport {
	dialer := &net.Dialer{Timeout: connectTimeout, ControlContext: control}
	protocols := new(http.Protocols)
	protocols.SetHTTP1(true)
	return &http.Transport{
		DialContext:            dialer.DialContext,
		Protocols:              protocols,
		TLSHandshakeTimeout:    connectTimeout,
		IdleConnTimeout:        idleTimeout,
		MaxIdleConns:           maxIdle,
		MaxIdleConnsPerHost:    maxIdlePerHost,
		MaxResponseHeaderBytes: maxAnswerHeader,
	}
}

// transport is the guarded client's RoundTripper.
type transport struct {
	secure, plain http.RoundTripper
	cfg           ClientConfig
}

// RoundTrip sends a request, once.
func (t *transport) RoundTrip(req *http.Request) (*http.Response, error) {
	next, err := t.route(req)
	if err != nil {
		closeBody(req)
		return nil, err
	}
	ctx, cancel := context.WithCancel(req.Context())
	if !unhurried(ctx) {
		ctx, cancel = context.WithTimeout(req.Context(), t.cfg.Timeout)
	}
	var p progress
	res, err := next.RoundTrip(t.outgoing(p.watch(ctx), req))
	t.dump(req, res, err)
	if err != nil {
		cancel()
		return nil, p.explain(err)
	}
	if _, err := req.URL.Parse(res.Header.Get("Location")); err != nil {
		res.Header.Del("Location") // net/http would print what it cannot read
	}
	res.Request, res.Body = req, &answerBody{ReadCloser: res.Body, done: cancel}
	return res, nil
}

type unhurriedKey struct{}

// Unhurried lets requests take as long as their context, in place of the
// client's own time for each: for a large file on a slow line.
func Unhurried(ctx context.Context) context.Context {
	return context.WithValue(ctx, unhurriedKey{}, true)
}

func unhurried(ctx context.Context) bool {
	_, bounded := ctx.Deadline()
	return bounded && ctx.Value(unhurriedKey{}) != nil
}

// route picks the way out by the scheme, and is the last to say that nothing
// has left yet.
func (t *transport) route(req *http.Request) (http.RoundTripper, error) {
	if err := req.Context().Err(); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNotHeard, err)
	}
	switch req.URL.Scheme {
	case "https":
		return t.secure, nil
	case "http":
		return t.plain, nil
	}
	return nil, refusal("only https addresses can be reached")
}

// outgoing is the request as the network is given it.
func (t *transport) outgoing(ctx context.Context, req *http.Request) *http.Request {
	out := req.WithContext(ctx)
	out.Header = req.Header.Clone()
	if out.Header == nil {
		out.Header = http.Header{}
	}
	if _, set := out.Header["User-Agent"]; !set && t.cfg.UserAgent != "" {
		out.Header.Set("User-Agent", t.cfg.UserAgent)
	}
	if !repeatable(req.Method) {
		sendOnce(out)
	}
	return out
}

// sendOnce takes from a request what net/http repeats it by when a kept-alive
// connection dies: the way to read the body again and, where there is no body,
// the Idempotency-Key, which it reads as leave to do so. On the wire the case
// of a header's name means nothing; net/http looks for the canonical one only.
func sendOnce(out *http.Request) {
	out.GetBody = nil
	if out.Body != nil && out.Body != http.NoBody {
		return
	}
	for _, name := range []string{"Idempotency-Key", "X-Idempotency-Key"} {
		if values, set := out.Header[name]; set {
			delete(out.Header, name)
			out.Header[strings.ToLower(name)] = values
		}
	}
}

func repeatable(method string) bool {
	return method == "" || method == http.MethodGet || method == http.MethodHead
}

func closeBody(req *http.Request) {
	if req.Body != nil {
		_ = req.Body.Close()
	}
}

// progress follows how far a request got.
type progress struct{ asked, wrote atomic.Bool }

// watch reports through the hooks of httptrace. WroteHeaders comes when the
// head is complete in the buffer, which still holds the end of it: before it
// no server can have read a request to act upon.
func (p *progress) watch(ctx context.Context) context.Context {
	return httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{
		GetConn:      func(string) { p.asked.Store(true) },
		WroteHeaders: func() { p.wrote.Store(true) },
	})
}

// explain marks an error as not heard, on evidence only: a RoundTripper that
// reports nothing may have sent everything.
func (p *progress) explain(err error) error {
	if p.asked.Load() && !p.wrote.Load() && !errors.Is(err, ErrNotHeard) {
		return fmt.Errorf("%w: %w", ErrNotHeard, err)
	}
	return err
}

// answerBody ends a request's time when its answer was read.
type answerBody struct {
	io.ReadCloser
	done context.CancelFunc
}

// Close closes the body.
func (b *answerBody) Close() error {
	err := b.ReadCloser.Close()
	b.done()
	return err
}

// checkRedirect lets a GET or HEAD move a little, and leaves what could be a
// secret behind when it moves to another origin.
func checkRedirect(req *http.Request, via []*http.Request) error {
	first := via[0]
	switch {
	case !repeatable(first.Method):
		return http.ErrUseLastResponse
	case len(via) > maxRedirects:
		return fmt.Errorf("more than %d redirects", maxRedirects)
	case first.URL.Scheme == req.URL.Scheme && strings.EqualFold(first.URL.Host, req.URL.Host):
		return nil
	}
	for name := range req.Header {
		if !slices.Contains([]string{"Accept", "Accept-Language", "Range", "User-Agent"}, name) {
			delete(req.Header, name)
		}
	}
	return nil
}

// masked takes out of net/http's errors what their address may hold besides a
// host: a password, a token in the path or in the query.
func masked(err error) error {
	var failed *url.Error
	if !errors.As(err, &failed) {
		return err
	}
	host := ""
	if at, err := url.Parse(failed.URL); err == nil && at.Host != "" {
		host = at.Scheme + "://" + at.Host
	}
	return &url.Error{Op: failed.Op, URL: host, Err: failed.Err}
}
