package publishers

import (
	"compress/gzip"
	"context"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// loopback lets a test reach its own servers.
func loopback() []netip.Prefix { return []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")} }

func serve(t *testing.T, handler http.HandlerFunc) *httptest.Server {
	t.Helper()
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return server
}

func request(t *testing.T, method, address, body string) *http.Request {
	t.Helper()
	var reader io.Reader
	if body != "" {
		reader = strings.NewReader(body)
	}
	req, err := http.NewRequestWithContext(t.Context(), method, address, reader)
	require.NoError(t, err)
	return req
}

// roundTripper is a function that stands in for the network.
type roundTripper func(*http.Request) (*http.Response, error)

func (f roundTripper) RoundTrip(req *http.Request) (*http.Response, error) { return f(req) }

// dyingServer answers the first request, and hangs up on each later one that
// comes over a connection used before, after having read it. It counts all.
func dyingServer(t *testing.T, heard *atomic.Int32) *httptest.Server {
	t.Helper()
	var seen sync.Map
	return serve(t, func(w http.ResponseWriter, r *http.Request) {
		_, err := io.ReadAll(r.Body)
		if r.Method == http.MethodPost {
			heard.Add(1)
		}
		if _, again := seen.LoadOrStore(r.RemoteAddr, true); again || err != nil {
			panic(http.ErrAbortHandler)
		}
		io.WriteString(w, "{}")
	})
}

func TestClientIsHeardOnceWhenAKeptConnectionDies(t *testing.T) {
	for name, body := range map[string]string{"with a body": `{"text":"Bonjour"}`, "without a body": ""} {
		t.Run(name, func(t *testing.T) {
			// What net/http does by itself: one call, two heard.
			var heard atomic.Int32
			require.Equal(t, 2, callOnUsedConnection(t, &http.Client{Transport: &http.Transport{}}, &heard, body))
			// What leaves this house.
			heard.Store(0)
			require.Equal(t, 1, callOnUsedConnection(t, NewClient(ClientConfig{Allow: loopback()}), &heard, body))
		})
	}
}

// callOnUsedConnection publishes once over a connection that was used before,
// to a server that reads the request and hangs up. It returns how many it heard.
func callOnUsedConnection(t *testing.T, client *http.Client, heard *atomic.Int32, body string) int {
	t.Helper()
	server := dyingServer(t, heard)
	_, err := Exchange(client, request(t, http.MethodGet, server.URL, ""))
	require.NoError(t, err)
	req := request(t, http.MethodPost, server.URL, body)
	req.Header.Set("Idempotency-Key", "k-1")
	if _, err = Exchange(client, req); err != nil {
		require.Equal(t, editorial.Unknown, Judge(err).Verdict, "%v", err)
	}
	return int(heard.Load())
}

func TestClientSendsTheKeyAndTheLength(t *testing.T) {
	var got http.Header
	var length int64
	server := serve(t, func(_ http.ResponseWriter, r *http.Request) { got, length = r.Header, r.ContentLength })
	client := NewClient(ClientConfig{Allow: loopback(), UserAgent: "Parution/1 (+https://parution.dev)"})

	req := request(t, http.MethodPost, server.URL, "")
	req.Header.Set("Idempotency-Key", "k-1")
	_, err := Exchange(client, req)
	require.NoError(t, err)
	require.Equal(t, "k-1", got.Get("Idempotency-Key"))
	require.Equal(t, int64(0), length, "an empty body is announced as such, not chunked")
	require.Equal(t, "Parution/1 (+https://parution.dev)", got.Get("User-Agent"))
	require.Equal(t, "k-1", req.Header.Get("Idempotency-Key"), "the caller's request is left alone")

	req = request(t, http.MethodGet, server.URL, "")
	req.Header.Set("User-Agent", "its own")
	_, err = Exchange(client, req)
	require.NoError(t, err)
	require.Equal(t, "its own", got.Get("User-Agent"))
}

func TestClientKnowsWhatWasNotHeard(t *testing.T) {
	closed := serve(t, func(http.ResponseWriter, *http.Request) {})
	closed.Close()
	untrusted := httptest.NewUnstartedServer(http.NotFoundHandler())
	untrusted.Config.ErrorLog = log.New(io.Discard, "", 0)
	untrusted.StartTLS()
	t.Cleanup(untrusted.Close)
	ended := make(chan struct{})
	t.Cleanup(func() { close(ended) })

	dials := func(dial func(ctx context.Context, network, address string) (net.Conn, error)) *http.Client {
		return NewClient(ClientConfig{Timeout: 50 * time.Millisecond, Transport: &http.Transport{DialContext: dial}})
	}
	noSuchName := dials(func(context.Context, string, string) (net.Conn, error) {
		return nil, &net.OpError{Op: "dial", Err: &net.DNSError{Err: "no such host", Name: "nowhere.invalid", IsNotFound: true}}
	})
	blackHole := dials(func(context.Context, string, string) (net.Conn, error) {
		<-ended
		return nil, net.ErrClosed
	})
	own := NewClient(ClientConfig{Allow: loopback()})

	for name, call := range map[string]struct {
		client  *http.Client
		address string
	}{
		"refused":         {own, closed.URL},
		"TLS":             {own, untrusted.URL},
		"DNS":             {noSuchName, "https://nowhere.invalid"},
		"connect timeout": {blackHole, "https://example.com"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Exchange(call.client, request(t, http.MethodPost, call.address, "{}"))
			require.ErrorIs(t, err, ErrNotHeard)
			require.Equal(t, editorial.Later, Judge(err).Verdict)
		})
	}
}

func TestClientDoesNotStartForACancelledCaller(t *testing.T) {
	var heard atomic.Int32
	server := serve(t, func(http.ResponseWriter, *http.Request) { heard.Add(1) })
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	req := request(t, http.MethodPost, server.URL, "{}").WithContext(ctx)
	_, err := Exchange(NewClient(ClientConfig{Allow: loopback()}), req)
	require.ErrorIs(t, err, ErrNotHeard)
	require.ErrorIs(t, err, context.Canceled)
	require.Equal(t, editorial.Later, Judge(err).Verdict)
	require.Zero(t, heard.Load())
}

func TestClientKnowsWhatMayHaveBeenHeard(t *testing.T) {
	for name, handler := range map[string]http.HandlerFunc{
		"cut": func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) },
		"cut inside the answer": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "100")
			io.WriteString(w, "{")
			panic(http.ErrAbortHandler)
		},
		"no answer": func(_ http.ResponseWriter, r *http.Request) {
			io.Copy(io.Discard, r.Body)
			<-r.Context().Done()
		},
		"an answer without end": func(w http.ResponseWriter, _ *http.Request) {
			for _, err := w.Write(nil); err == nil; {
				_, err = w.Write(make([]byte, 64<<10))
			}
		},
		"a header without end": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("X-Long", strings.Repeat("x", maxAnswerHeader))
		},
		"a packed answer without end": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			z := gzip.NewWriter(w)
			z.Write(make([]byte, 64<<20)) // some 64 KiB on the wire
			z.Close()
		},
	} {
		t.Run(name, func(t *testing.T) {
			server := serve(t, handler)
			client := NewClient(ClientConfig{Allow: loopback(), Timeout: time.Minute})
			ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
			if name == "no answer" {
				ctx, cancel = context.WithTimeout(t.Context(), 50*time.Millisecond)
			}
			defer cancel()
			_, err := Exchange(client, request(t, http.MethodPost, server.URL, "{}").WithContext(ctx))
			require.Error(t, err)
			require.NotErrorIs(t, err, ErrNotHeard)
			require.Equal(t, editorial.Unknown, Judge(err).Verdict)
			require.Equal(t, name == "no answer", Judge(err).Code == "timeout", "%v", err)
		})
	}
}

func TestClientBoundsARequestByItsOwnTimeout(t *testing.T) {
	for name, handler := range map[string]http.HandlerFunc{
		"before the answer": func(_ http.ResponseWriter, r *http.Request) {
			io.Copy(io.Discard, r.Body)
			<-r.Context().Done()
		},
		"inside the answer": func(w http.ResponseWriter, r *http.Request) {
			io.Copy(io.Discard, r.Body)
			w.WriteHeader(http.StatusOK)
			http.NewResponseController(w).Flush()
			<-r.Context().Done()
		},
	} {
		t.Run(name, func(t *testing.T) {
			client := NewClient(ClientConfig{Allow: loopback(), Timeout: 50 * time.Millisecond})
			_, err := Exchange(client, request(t, http.MethodPost, serve(t, handler).URL, "{}"))
			require.ErrorIs(t, err, context.DeadlineExceeded)
			require.Equal(t, editorial.Unknown, Judge(err).Verdict)
			require.Equal(t, "timeout", Judge(err).Code)
		})
	}
}

// A large file on a slow line has the time that its context gives it; one that
// names none has the client's.
func TestClientLetsALongUploadFinish(t *testing.T) {
	const own = 50 * time.Millisecond
	for name, row := range map[string]struct {
		within func(context.Context) (context.Context, context.CancelFunc)
		late   error
	}{
		"unhurried": {func(ctx context.Context) (context.Context, context.CancelFunc) {
			return context.WithTimeout(Unhurried(ctx), time.Minute)
		}, nil},
		"unhurried, for ever": {func(ctx context.Context) (context.Context, context.CancelFunc) {
			return context.WithCancel(Unhurried(ctx))
		}, context.DeadlineExceeded},
		"like all others": {func(ctx context.Context) (context.Context, context.CancelFunc) {
			return context.WithTimeout(ctx, time.Minute)
		}, context.DeadlineExceeded},
	} {
		t.Run(name, func(t *testing.T) {
			server := serve(t, func(_ http.ResponseWriter, r *http.Request) {
				io.Copy(io.Discard, r.Body)
				select {
				case <-r.Context().Done():
				case <-time.After(4 * own):
				}
			})
			ctx, cancel := row.within(t.Context())
			defer cancel()
			_, err := Exchange(NewClient(ClientConfig{Allow: loopback(), Timeout: own}), request(t, http.MethodPost, server.URL, "{}").WithContext(ctx))
			require.ErrorIs(t, err, row.late)
		})
	}
}

func TestClientTrustsNoSilentTransport(t *testing.T) {
	silent := roundTripper(func(*http.Request) (*http.Response, error) { return nil, errors.New("cut") })
	_, err := Exchange(NewClient(ClientConfig{Transport: silent}), request(t, http.MethodPost, "https://example.com", "{}"))
	require.Equal(t, editorial.Unknown, Judge(err).Verdict, "a transport that reports nothing may have sent it")
}

func TestClientRefusesAddresses(t *testing.T) {
	server := serve(t, func(http.ResponseWriter, *http.Request) { t.Error("was reached") })
	for name, address := range map[string]string{
		"loopback by https":        "https://" + server.Listener.Addr().String(),
		"loopback by http":         server.URL,
		"another scheme":           "ftp://example.com/x",
		"the machine's files":      "file:///etc/hosts",
		"plain http to the public": "http://8.8.8.8/",
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Exchange(NewClient(ClientConfig{}), request(t, http.MethodPost, address, "{}"))
			require.ErrorIs(t, err, ErrNotHeard)
			require.Equal(t, "address_refused", Judge(err).Code, "%v", err)
			require.Equal(t, editorial.Never, Judge(err).Verdict)
		})
	}
}

func TestClientFollowsNoRedirectOfAPost(t *testing.T) {
	for _, status := range []int{301, 302, 303, 307, 308} {
		for _, body := range []string{"{}", ""} {
			var heard atomic.Int32
			server := serve(t, func(w http.ResponseWriter, _ *http.Request) {
				heard.Add(1)
				w.Header().Set("Location", "/elsewhere")
				w.WriteHeader(status)
			})
			answer, err := Exchange(NewClient(ClientConfig{Allow: loopback()}), request(t, http.MethodPost, server.URL, body))
			require.NoError(t, err)
			require.Equal(t, status, answer.Status)
			require.Equal(t, int32(1), heard.Load())
		}
	}
}

func TestClientAnswersAPostWhoseRedirectCannotBeRead(t *testing.T) {
	server := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Location", "http://[broken?token=geheim")
		w.WriteHeader(http.StatusFound)
	})
	answer, err := Exchange(NewClient(ClientConfig{Allow: loopback()}), request(t, http.MethodPost, server.URL, "{}"))
	require.NoError(t, err)
	require.Equal(t, http.StatusFound, answer.Status)
}

func TestClientFollowsThreeRedirectsOfAGet(t *testing.T) {
	server := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if left := strings.TrimPrefix(r.URL.Path, "/"); left != "" {
			http.Redirect(w, r, "/"+left[1:], http.StatusFound)
		}
	})
	client := NewClient(ClientConfig{Allow: loopback()})
	answer, err := Exchange(client, request(t, http.MethodGet, server.URL+"/xxx", ""))
	require.NoError(t, err)
	require.True(t, answer.OK())
	_, err = Exchange(client, request(t, http.MethodGet, server.URL+"/xxxx", ""))
	require.Error(t, err)
}

func TestClientGuardsARedirectToo(t *testing.T) {
	server := serve(t, func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "http://169.254.169.254/latest/meta-data", http.StatusFound)
	})
	_, err := Exchange(NewClient(ClientConfig{Allow: loopback()}), request(t, http.MethodGet, server.URL, ""))
	require.Equal(t, "address_refused", Judge(err).Code)
}

func TestClientTakesNoSecretToAnotherHost(t *testing.T) {
	var got http.Header
	other := serve(t, func(_ http.ResponseWriter, r *http.Request) { got = r.Header })
	server := serve(t, func(w http.ResponseWriter, r *http.Request) {
		target := other.URL
		if r.URL.Path == "/home" {
			target = "/arrived"
		}
		if r.URL.Path == "/arrived" {
			got = r.Header
			return
		}
		http.Redirect(w, r, target, http.StatusFound)
	})
	client := NewClient(ClientConfig{Allow: loopback()})
	for path, kept := range map[string]bool{"/home?token=geheim": true, "/away?token=geheim": false} {
		req := request(t, http.MethodGet, server.URL+path, "")
		for _, name := range []string{"Authorization", "Api-Key", "Cookie"} {
			req.Header.Set(name, "geheim")
		}
		req.Header.Set("Accept", "text/html")
		_, err := Exchange(client, req)
		require.NoError(t, err)
		require.Equal(t, "text/html", got.Get("Accept"))
		for _, name := range []string{"Authorization", "Api-Key", "Cookie", "Referer"} {
			require.Equal(t, kept, got.Get(name) != "", "%s to %s", name, path)
		}
	}
}

func TestClientErrorsKeepSecrets(t *testing.T) {
	closed := serve(t, func(http.ResponseWriter, *http.Request) {})
	closed.Close()
	lost := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/bot-geheim/moved" {
			panic(http.ErrAbortHandler)
		}
		http.Redirect(w, r, "ftp://geheim@example.com/geheim", http.StatusFound)
	})
	for _, address := range []string{
		closed.URL + "/bot-geheim/send?access_token=geheim#geheim",
		strings.Replace(lost.URL, "://", "://me:geheim@", 1) + "/bot-geheim/send?access_token=geheim",
		lost.URL + "/bot-geheim/moved",
		"https://127.0.0.1/bot-geheim",
	} {
		req := request(t, http.MethodGet, address, "")
		req.Header.Set("Authorization", "Bearer geheim")
		_, err := Exchange(NewClient(ClientConfig{Allow: loopback()}), req)
		require.Error(t, err)
		require.NotContains(t, err.Error(), "geheim")
		var failed *url.Error
		require.ErrorAs(t, err, &failed)
		require.NotContains(t, failed.URL, "geheim")
	}
}

func TestClientDumpIsMasked(t *testing.T) {
	server := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", "30")
		w.Header().Set("Set-Cookie", "session=geheim")
		w.WriteHeader(http.StatusTooManyRequests)
	})
	var calls []Call
	client := NewClient(ClientConfig{Allow: loopback(), Dump: func(c Call) { calls = append(calls, c) }})
	req := request(t, http.MethodPost, server.URL+"/geheim?token=geheim", "geheim")
	req.Header.Set("Authorization", "Bearer geheim")
	req.Header.Set("Content-Type", "text/plain")
	_, err := Exchange(client, req)
	require.NoError(t, err)

	require.Len(t, calls, 1)
	call := calls[0]
	require.Equal(t, http.MethodPost, call.Method)
	require.Equal(t, server.Listener.Addr().String(), call.Host)
	require.Equal(t, http.StatusTooManyRequests, call.Status)
	require.Equal(t, "text/plain", call.Request.Get("Content-Type"))
	require.Equal(t, "•••", call.Request.Get("Authorization"))
	require.Equal(t, "30", call.Answer.Get("Retry-After"))
	require.Equal(t, "•••", call.Answer.Get("Set-Cookie"))

	server.Close()
	_, err = Exchange(client, request(t, http.MethodPost, server.URL, "geheim"))
	require.Error(t, err)
	require.Len(t, calls, 2)
	require.Zero(t, calls[1].Status)
	require.Error(t, calls[1].Err)
}

func TestClientNeitherAsksAProxyNorSpeaksHTTP2(t *testing.T) {
	guarded, ok := NewClient(ClientConfig{}).Transport.(*transport)
	require.True(t, ok)
	for _, way := range []http.RoundTripper{guarded.secure, guarded.plain} {
		network, ok := way.(*http.Transport)
		require.True(t, ok)
		require.Nil(t, network.Proxy)
		require.False(t, network.Protocols.HTTP2())
	}
	require.NotSame(t, guarded.secure, guarded.plain, "a connection made for https is not asked about http")
}
