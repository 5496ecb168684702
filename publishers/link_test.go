package publishers

import (
	"context"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// site is a page somewhere, and what it was asked.
type site struct {
	mu    sync.Mutex
	asked []string
	page  http.HandlerFunc
}

// ServeHTTP implements http.Handler.
func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	s.asked = append(s.asked, r.Method+" "+r.URL.Path)
	s.mu.Unlock()
	s.page(w, r)
}

// aSite serves a page on loopback.
func aSite(t *testing.T, page http.HandlerFunc) (*site, *httptest.Server) {
	t.Helper()
	s := &site{page: page}
	return s, serve(t, s.ServeHTTP)
}

var lookedAt = time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)

func follower(cfg ClientConfig) *Follower {
	return NewFollower(NewClient(cfg), func() time.Time { return lookedAt })
}

func status(code int) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(code) }
}

func TestFollowByStatus(t *testing.T) {
	for code, want := range map[int]editorial.LinkState{
		200: editorial.LinkAlive, 204: editorial.LinkAlive, 404: editorial.LinkGone, 410: editorial.LinkGone,
		400: editorial.LinkUnsure, 401: editorial.LinkUnsure, 403: editorial.LinkUnsure, 405: editorial.LinkUnsure,
		429: editorial.LinkUnsure, 451: editorial.LinkUnsure, 500: editorial.LinkUnsure, 503: editorial.LinkUnsure,
		302: editorial.LinkUnsure, // to nowhere
	} {
		s, server := aSite(t, status(code))
		seen := follower(ClientConfig{Allow: loopback()}).Follow(t.Context(), server.URL+"/page")
		require.Equal(t, want, seen.State, code)
		require.Equal(t, lookedAt, seen.At)
		require.Equal(t, seen.State == editorial.LinkAlive, seen.Host == "127.0.0.1" && seen.Site == "127.0.0.1", code)
		if want == editorial.LinkAlive {
			require.Equal(t, []string{"HEAD /page"}, s.asked, code)
		} else {
			require.Equal(t, []string{"HEAD /page", "GET /page"}, s.asked, "a doubtful head is no verdict")
		}
	}
}

// Many sites answer HEAD as no browser would see it.
func TestFollowDoesNotBelieveHeadAlone(t *testing.T) {
	_, server := aSite(t, func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodHead {
			w.WriteHeader(http.StatusNotFound)
		}
	})
	require.Equal(t, editorial.LinkAlive, follower(ClientConfig{Allow: loopback()}).Follow(t.Context(), server.URL).State)
	_, cutting := aSite(t, func(_ http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodHead {
			panic(http.ErrAbortHandler)
		}
	})
	require.Equal(t, editorial.LinkAlive, follower(ClientConfig{Allow: loopback()}).Follow(t.Context(), cutting.URL).State)
}

func TestFollowRedirects(t *testing.T) {
	hops := 0
	s, server := aSite(t, func(w http.ResponseWriter, r *http.Request) {
		for _, carried := range []string{"Authorization", "Cookie", "Referer"} {
			assert.Empty(t, r.Header[carried])
		}
		if len(r.URL.Path) > hops {
			return
		}
		w.Header().Set("Set-Cookie", "a=b")
		http.Redirect(w, r, r.URL.Path+"x", []int{301, 302, 303, 307, 308}[len(r.URL.Path)%5])
	})
	at := strings.Replace(server.URL, "://", "://somebody:secret@", 1)
	hops = 10
	require.Equal(t, editorial.LinkAlive, follower(ClientConfig{Allow: loopback()}).Follow(t.Context(), at).State)
	require.Len(t, s.asked, 11)
	hops = 11
	seen := follower(ClientConfig{Allow: loopback()}).Follow(t.Context(), at)
	require.Equal(t, editorial.LinkUnsure, seen.State)
	require.Equal(t, "too_many_redirects", seen.Code)
	require.Len(t, s.asked, 11+11)

	_, loop := aSite(t, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/round", http.StatusFound) })
	require.Equal(t, "too_many_redirects", follower(ClientConfig{Allow: loopback()}).Follow(t.Context(), loop.URL).Code)
}

// A link that leads to another site says which, by whoever registered it.
func TestFollowToAnotherSite(t *testing.T) {
	to := map[string]string{}
	web := roundTripper(func(r *http.Request) (*http.Response, error) {
		res := &http.Response{StatusCode: http.StatusOK, Header: http.Header{}, Body: http.NoBody, Request: r}
		if next := to[r.URL.String()]; next != "" {
			res.StatusCode = http.StatusFound
			res.Header.Set("Location", next)
		}
		return res, nil
	})
	for _, row := range []struct {
		link, next string
		state      editorial.LinkState
		host, site string
		plain      bool
	}{
		{"https://maison.example.co.uk/a", "https://www.maison.example.co.uk/b", editorial.LinkAlive, "www.maison.example.co.uk", "example.co.uk", false},
		{"https://court.example/x", "https://maison.example.co.uk/menu", editorial.LinkMoved, "maison.example.co.uk", "example.co.uk", false},
		{"https://one.github.io/", "https://two.github.io/", editorial.LinkMoved, "two.github.io", "two.github.io", false},
		{"https://maison.example/", "http://MAISON.example./plain", editorial.LinkAlive, "maison.example", "maison.example", true},
		{"http://maison.example/", "https://maison.example/", editorial.LinkAlive, "maison.example", "maison.example", false},
		{"https://crème.example/", "", editorial.LinkAlive, "xn--crme-6oa.example", "xn--crme-6oa.example", false},
		{"https://maison.example/", "mailto:ines@maison.example", editorial.LinkUnsure, "", "", false},
		{"https://192.0.2.7/", "https://192.0.2.8/", editorial.LinkMoved, "192.0.2.8", "192.0.2.8", false},
	} {
		to[row.link] = row.next
		seen := follower(ClientConfig{Transport: web}).Follow(t.Context(), row.link)
		require.Equal(t, row.state, seen.State, row.link)
		require.Equal(t, []any{row.host, row.site, row.plain}, []any{seen.Host, seen.Site, seen.Plain}, row.link)
		delete(to, row.link)
	}
}

// A private address is refused below DNS, as first address and as a redirect's.
func TestFollowNeverLeadsIntoTheHouse(t *testing.T) {
	inside, secret := aSite(t, status(http.StatusOK))
	seen := follower(ClientConfig{Plain: true}).Follow(t.Context(), secret.URL)
	require.Equal(t, editorial.LinkUnsure, seen.State)
	require.Equal(t, "address_refused", seen.Code)

	open := NewClient(ClientConfig{Plain: true})
	tried := 0
	bent := roundTripper(func(r *http.Request) (*http.Response, error) {
		if r.URL.Host == "outside.example" {
			return &http.Response{StatusCode: http.StatusFound, Header: http.Header{"Location": {secret.URL}}, Body: http.NoBody, Request: r}, nil
		}
		tried++
		return open.Transport.RoundTrip(r)
	})
	seen = follower(ClientConfig{Transport: bent}).Follow(t.Context(), "https://outside.example/")
	require.Equal(t, "address_refused", seen.Code)
	require.Equal(t, 1, tried, "what cannot be reached is not tried by another method")
	require.Empty(t, inside.asked)
	require.Empty(t, seen.Host)
}

// Without leave, plain http is refused to everybody.
func TestPlainMustBeAskedFor(t *testing.T) {
	seen := follower(ClientConfig{}).Follow(t.Context(), "http://8.8.8.8:9/")
	require.Equal(t, "address_refused", seen.Code)
}

func TestFollowWhatDoesNotAnswer(t *testing.T) {
	failing := func(err error) *Follower {
		return follower(ClientConfig{Transport: roundTripper(func(*http.Request) (*http.Response, error) { return nil, err })})
	}
	seen := failing(&net.OpError{Op: "dial", Err: &net.DNSError{Err: "no such host", IsNotFound: true}}).Follow(t.Context(), "https://nobody.example/")
	require.Equal(t, editorial.LinkGone, seen.State)
	require.Equal(t, "no_such_host", seen.Code)
	for _, lost := range []error{&net.DNSError{Err: "server misbehaving", IsTemporary: true}, net.ErrClosed, context.Canceled} {
		require.Equal(t, editorial.LinkUnsure, failing(lost).Follow(t.Context(), "https://down.example/").State)
	}
	_, server := aSite(t, func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	seen = follower(ClientConfig{Allow: loopback()}).Follow(ctx, server.URL)
	require.Equal(t, editorial.LinkUnsure, seen.State)
	require.Equal(t, "timeout", seen.Code)
	for _, bad := range []string{"https://", "https://[::1", "mailto:x"} {
		require.Equal(t, "bad_address", follower(ClientConfig{}).Follow(t.Context(), bad).Code, bad)
	}
}

// A page that never ends is none of ours to read.
func TestFollowReadsNoPage(t *testing.T) {
	_, server := aSite(t, func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodHead {
			w.WriteHeader(http.StatusMethodNotAllowed)
			return
		}
		for r.Context().Err() == nil {
			if _, err := w.Write(make([]byte, 1<<20)); err != nil {
				return
			}
		}
	})
	done := make(chan editorial.LinkSeen)
	go func() { done <- follower(ClientConfig{Allow: loopback()}).Follow(t.Context(), server.URL) }()
	select {
	case seen := <-done:
		require.Equal(t, editorial.LinkAlive, seen.State)
	case <-time.After(5 * time.Second):
		t.Fatal("it reads on")
	}
}

func TestFollowHearsWhatToWait(t *testing.T) {
	_, server := aSite(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", "90")
		w.WriteHeader(http.StatusTooManyRequests)
	})
	seen := follower(ClientConfig{Allow: loopback()}).Follow(t.Context(), server.URL)
	require.Equal(t, 90*time.Second, seen.Wait)
	require.Equal(t, "429", seen.Code)
}
