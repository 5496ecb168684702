package scheduler

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/rs/zerolog"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

// walker is a scheduler that follows links on this machine.
func walker(ledger *outlook, log *bytes.Buffer) *Scheduler {
	now := func() time.Time { return time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC) }
	client := publishers.NewClient(publishers.ClientConfig{Allow: []netip.Prefix{netip.MustParsePrefix("127.0.0.1/32")}})
	return New(Config{Outlook: ledger, Links: publishers.NewFollower(client, now), Log: zerolog.New(log), Now: now})
}

// Sites of every kind, in one run: each link gets its answer, none keeps the
// others from theirs.
func TestFollowsLinks(t *testing.T) {
	stop := make(chan struct{})
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/chain":
			http.Redirect(w, r, "/page", http.StatusMovedPermanently)
		case "/loop":
			http.Redirect(w, r, "/loop", http.StatusFound)
		case "/inside":
			http.Redirect(w, r, "http://[::1]:1/", http.StatusFound)
		case "/dead":
			http.NotFound(w, r)
		case "/huge":
			for r.Method == http.MethodGet && r.Context().Err() == nil {
				if _, err := w.Write(make([]byte, 1<<16)); err != nil {
					return
				}
			}
		case "/slow":
			select {
			case <-stop:
			case <-r.Context().Done():
			}
		}
	}))
	defer site.Close()
	want := map[string]string{
		"/page": "alive 200", "/chain": "alive 200", "/loop": "unsure too_many_redirects", "/inside": "unsure address_refused",
		"/dead": "gone 404", "/huge": "alive 200", "/slow": "unsure timeout",
	}
	var log bytes.Buffer
	ledger := &outlook{}
	for path := range want {
		ledger.due = []string{site.URL + path}
		ctx, cancel := context.WithCancel(t.Context())
		s := walker(ledger, &log)
		if path == "/slow" { // the follower's own time is fifteen seconds
			client := publishers.NewClient(publishers.ClientConfig{Allow: []netip.Prefix{netip.MustParsePrefix("127.0.0.1/32")}, Timeout: 50 * time.Millisecond})
			s.cfg.Links = publishers.NewFollower(client, s.cfg.Now)
		}
		require.NoError(t, s.followLinks(ctx, map[string]time.Time{}))
		cancel()
	}
	close(stop)
	got := map[string]string{}
	for _, seen := range ledger.followed {
		got[strings.TrimPrefix(seen.URL, site.URL)] = string(seen.State) + " " + seen.Code
	}
	require.Equal(t, want, got)
	require.Equal(t, 1, strings.Count(log.String(), "a link of a post does not lead where it should"))
	require.NotContains(t, log.String(), "/dead", "the log holds no copy")
}

// A run is spread over hosts, and bounded.
func TestLinksOfOneRun(t *testing.T) {
	var due []string
	for i := range 200 {
		due = append(due, fmt.Sprintf("https://busy.example/%d", i))
	}
	for i := range 100 {
		due = append(due, fmt.Sprintf("https://site%d.example/", i))
	}
	chosen := byHost(due, map[string]time.Time{"site1.example": {}})
	require.Equal(t, []string{due[0], due[1], due[2], due[3]}, chosen["busy.example"])
	require.NotContains(t, chosen, "site1.example")
	require.Len(t, chosen, linksInRun-linksOfHost+1)
}

// A host that asks for rest is left alone, by links it was not asked for too.
func TestRetryAfterIsHonoured(t *testing.T) {
	var asked atomic.Int32
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		asked.Add(1)
		w.Header().Set("Retry-After", "120")
		w.WriteHeader(http.StatusTooManyRequests)
	}))
	defer site.Close()
	ledger := &outlook{due: []string{site.URL + "/1", site.URL + "/2", site.URL + "/3"}}
	s, resting := walker(ledger, &bytes.Buffer{}), map[string]time.Time{}
	require.NoError(t, s.followLinks(t.Context(), resting))
	require.NoError(t, s.followLinks(t.Context(), resting))
	require.Equal(t, int32(2), asked.Load(), "a head and a page, of one link")
	require.Len(t, ledger.followed, 1)
	now := s.cfg.Now().Add(2 * time.Minute)
	s.cfg.Now = func() time.Time { return now }
	require.NoError(t, s.followLinks(t.Context(), resting))
	require.Len(t, ledger.followed, 2)
}

// What a stopping daemon cut short says nothing about a link.
func TestAStoppedRunSavesNoLink(t *testing.T) {
	ledger := &outlook{due: []string{"https://maison.example/"}}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	require.ErrorIs(t, walker(ledger, &bytes.Buffer{}).followLinks(ctx, map[string]time.Time{}), context.Canceled)
	require.Empty(t, ledger.followed)
}

// Links are followed as a job of its own, and only where that is wanted.
func TestLinkChecksCanBeOff(t *testing.T) {
	s := walker(&outlook{}, &bytes.Buffer{})
	require.Len(t, s.linkJobs(), 1)
	s.cfg.Links = nil
	require.Empty(t, s.linkJobs())
	require.Equal(t, "casino.example", aboutFor(editorial.Hold{Code: editorial.CodeLinkElsewhere, About: "https://casino.example/?key=secret"}))
}
