package publishertest

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httptrace"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

func post(ctx context.Context, t *testing.T, body string) *http.Request {
	t.Helper()
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://notes.example/a%2Fb?c=d", strings.NewReader(body))
	require.NoError(t, err)
	return req
}

func guarded(h http.HandlerFunc) *http.Client {
	return publishers.NewClient(publishers.ClientConfig{Transport: RoundTripper(h)})
}

func TestRoundTripperCarriesTheWholeRequest(t *testing.T) {
	client := guarded(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		assert.NoError(t, err)
		assert.Equal(t, "bonjour", string(body))
		assert.Equal(t, int64(7), r.ContentLength)
		assert.Equal(t, "notes.example", r.Host)
		assert.Equal(t, "/a%2Fb?c=d", r.RequestURI)
		assert.Equal(t, "/a/b", r.URL.Path)
		assert.Empty(t, r.URL.Host)
		assert.Equal(t, "k", r.Header.Get("Idempotency-Key"), "names arrive in their canonical form")
		w.Header().Set("X-Id", "7")
		w.WriteHeader(http.StatusCreated)
		io.WriteString(w, "salut")
		w.Header().Set("X-Late", "lost")
	})
	req := post(t.Context(), t, "bonjour")
	req.Header["idempotency-key"] = []string{"k"}
	answer, err := publishers.Exchange(client, req)
	require.NoError(t, err)
	require.Equal(t, http.StatusCreated, answer.Status)
	require.Equal(t, "7", answer.Header.Get("X-Id"))
	require.Empty(t, answer.Header.Get("X-Late"))
	require.NotEmpty(t, answer.Header.Get("Date"))
	require.Equal(t, "salut", string(answer.Body))
}

func TestRoundTripperReportsProgressLikeTheRealOne(t *testing.T) {
	handler := http.HandlerFunc(func(http.ResponseWriter, *http.Request) {})
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	for name, transport := range map[string]http.RoundTripper{"in memory": RoundTripper(handler), "real": &http.Transport{}} {
		var told []string
		ctx := httptrace.WithClientTrace(t.Context(), &httptrace.ClientTrace{
			GetConn:      func(string) { told = append(told, "GetConn") },
			GotConn:      func(httptrace.GotConnInfo) { told = append(told, "GotConn") },
			WroteHeaders: func() { told = append(told, "WroteHeaders") },
			WroteRequest: func(httptrace.WroteRequestInfo) { told = append(told, "WroteRequest") },
		})
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, server.URL, http.NoBody)
		require.NoError(t, err)
		res, err := transport.RoundTrip(req)
		require.NoError(t, err)
		res.Body.Close()
		require.Equal(t, []string{"GetConn", "GotConn", "WroteHeaders", "WroteRequest"}, told, name)
	}
}

func TestRoundTripperAbortedHandlerIsALostAnswer(t *testing.T) {
	for name, handler := range map[string]http.HandlerFunc{
		"at once": func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) },
		"inside the answer": func(w http.ResponseWriter, _ *http.Request) {
			io.WriteString(w, "{")
			panic(http.ErrAbortHandler)
		},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := publishers.Exchange(guarded(handler), post(t.Context(), t, ""))
			require.ErrorIs(t, err, io.ErrUnexpectedEOF)
			require.NotErrorIs(t, err, publishers.ErrNotHeard)
			require.Equal(t, editorial.Unknown, publishers.Judge(err).Verdict)
		})
	}
}

func TestRoundTripperFindsNobody(t *testing.T) {
	client := guarded(func(http.ResponseWriter, *http.Request) { t.Error("was reached") })
	_, err := publishers.Exchange(client, post(unreachable(t.Context()), t, ""))
	require.ErrorIs(t, err, publishers.ErrNotHeard)
}

func TestRoundTripperGivesUpWithItsCaller(t *testing.T) {
	for name, handler := range map[string]http.HandlerFunc{
		"before the answer": func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() },
		"inside the answer": func(w http.ResponseWriter, r *http.Request) {
			io.WriteString(w, "{")
			<-r.Context().Done()
		},
		"a handler that does not notice": func(w http.ResponseWriter, _ *http.Request) {
			<-time.After(time.Hour)
			io.WriteString(w, "{}")
		},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
				defer cancel()
				begun := time.Now()
				_, err := publishers.Exchange(guarded(handler), post(ctx, t, ""))
				require.ErrorIs(t, err, context.DeadlineExceeded)
				require.Equal(t, "timeout", publishers.Judge(err).Code)
				require.Equal(t, 10*time.Second, time.Since(begun))
				<-time.After(2 * time.Hour) // until the last handler is gone
			})
		})
	}
}

func TestRoundTripperTellsTheHandlerThatNobodyListens(t *testing.T) {
	gone := make(chan error, 1)
	client := guarded(func(w http.ResponseWriter, r *http.Request) {
		endless(w)
		gone <- r.Context().Err()
	})
	_, err := publishers.Exchange(client, post(t.Context(), t, ""))
	require.Error(t, err)
	<-gone
}

func TestRoundTripperAnswersHEADWithoutABody(t *testing.T) {
	client := guarded(func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "a body") })
	req, err := http.NewRequestWithContext(t.Context(), http.MethodHead, "https://notes.example", http.NoBody)
	require.NoError(t, err)
	answer, err := publishers.Exchange(client, req)
	require.NoError(t, err)
	require.Empty(t, answer.Body)
}

// Every fault, a day apart, inside a bubble.
func TestRoundTripperWorksInABubble(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		rig := board("").New(t)
		for _, fault := range []Fault{
			Fine, Unauthorized, TooMany, ServerError, CutBefore, CutAfter, BadJSON, Huge, Slow, Redirect,
		} {
			<-time.After(24 * time.Hour)
			rig.Fault(fault)
			ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
			_, err := rig.Publisher.Publish(ctx, rig.Account, rig.Piece("un jour"))
			cancel()
			require.Equal(t, fault == Fine, err == nil, "%s: %v", fault, err)
			require.NotErrorIs(t, err, publishers.ErrNotHeard, fault)
		}
		require.Len(t, rig.Fake.Books(), 4, "published, and stored by three faults")
	})
}
