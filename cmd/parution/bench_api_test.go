package main

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strconv"
	"testing"
	"time"

	"github.com/rs/zerolog"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"parution.dev/api"
	"parution.dev/editorial"
	"parution.dev/publishers"
	"parution.dev/store"
)

// BenchmarkMonthInBurst looks at a month while a burst leaves, and at the same
// bytes from a handler that only writes them: what people at the page feel of
// nine o'clock, beside what the busy machine alone makes them feel.
func BenchmarkMonthInBurst(b *testing.B) {
	posts := size(b, "POSTS", 10_000)
	r := newRig(b, size(b, "CHANNELS", 1000))
	r.planMonth()
	token, err := giveToken(b.Context(), r.db, store.Write{Now: time.Now(), By: editorial.Actor{Name: "bench"}}, r.owner, "bench")
	require.NoError(b, err)
	desk := httptest.NewServer(api.New(api.Config{
		Store: r.db, Platforms: tended{platforms: platforms{publishers.Publisher(r.network)}}, Log: zerolog.Nop(), Now: now, HashKey: make([]byte, 32),
	}))
	defer desk.Close()
	viewer := newViewer(b, desk.URL+"/api/v1"+month300, token)
	month := viewer.look()
	bare := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(month) }))
	defer bare.Close()
	beside := newViewer(b, bare.URL, token)

	due := r.planBurst(posts)
	done := r.expect(posts)
	viewing, ended := context.WithCancel(b.Context())
	seen := make(chan struct{})
	go func() {
		defer close(seen)
		<-time.After(time.Until(due))
		for viewing.Err() == nil {
			viewer.time()
			beside.time()
		}
	}()
	r.release(done)
	ended()
	<-seen
	head("a month of 300 posts while a burst leaves", "looks", "p50", "p99")
	viewer.row("a month")
	beside.row("its bytes from a bare handler")
	row("the month, of the bare handler", "", ratio(over(viewer, beside, .5)), ratio(over(viewer, beside, .99)))
}

// viewer looks at one address again and again.
type viewer struct {
	b      *testing.B
	req    *http.Request
	client *http.Client
	took   []time.Duration
}

func newViewer(b *testing.B, url, token string) *viewer {
	b.Helper()
	req, err := http.NewRequestWithContext(b.Context(), http.MethodGet, url, nil)
	require.NoError(b, err)
	req.Header.Set("Authorization", "Bearer "+token)
	return &viewer{b: b, req: req, client: &http.Client{Transport: &http.Transport{}}}
}

// look may run in any goroutine.
func (v *viewer) look() []byte {
	res, err := v.client.Do(v.req)
	if !assert.NoError(v.b, err) {
		return nil
	}
	defer func() { _ = res.Body.Close() }()
	body, err := io.ReadAll(res.Body)
	assert.NoError(v.b, err)
	assert.Equal(v.b, http.StatusOK, res.StatusCode, "%s", body)
	return body
}

func (v *viewer) time() {
	began := time.Now()
	v.look()
	v.took = append(v.took, time.Since(began))
}

func (v *viewer) row(what string) {
	row(what, strconv.Itoa(len(v.took)), millis(percentile(v.took, .5)), millis(percentile(v.took, .99)))
}

func over(a, b *viewer, share float64) float64 {
	return float64(percentile(a.took, share)) / float64(percentile(b.took, share))
}
