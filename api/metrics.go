package api

import (
	"crypto/subtle"
	"net/http"
	"net/netip"
	"strconv"
	"strings"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"parution.dev/editorial"
)

// measures are what the API counts of its own work. Labels are routes and
// platforms, never things.
type measures struct {
	requests *prometheus.CounterVec
	took     *prometheus.HistogramVec
	show     http.Handler
}

// measure registers the measures, in a registry of the API's own where nobody
// hands in one.
func measure(cfg *Config) measures {
	if cfg.Metrics == nil {
		cfg.Metrics = prometheus.NewRegistry()
	}
	m := measures{
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "parution_http_requests_total", Help: "Requests answered, by route and status.",
		}, []string{"method", "route", "status"}),
		took: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "parution_http_request_seconds", Help: "How long answers took, by route.",
			Buckets: []float64{.001, .005, .02, .1, .5, 2, 10},
		}, []string{"method", "route"}),
		show: promhttp.HandlerFor(cfg.Metrics, promhttp.HandlerOpts{}),
	}
	cfg.Metrics.MustRegister(m.requests, m.took)
	return m
}

func (m measures) observe(method, route string, status int, took time.Duration) {
	if route == "" {
		method, route = "other", "unknown" // what nobody routed may have any name
	}
	m.requests.WithLabelValues(method, route, strconv.Itoa(status)).Inc()
	if !strings.HasSuffix(route, "/events") { // a stream lasts as long as its listener likes
		m.took.WithLabelValues(method, route).Observe(took.Seconds())
	}
}

// getMetrics shows the measures to this machine, or to whoever has the token.
// A request that a proxy on this machine passes on is not this machine's.
func (a *API) getMetrics(c *gin.Context) {
	here := isLoopback(c.Request.RemoteAddr) && c.GetHeader("X-Forwarded-For") == "" && c.GetHeader("Forwarded") == ""
	if !here && !a.mayMeasure(c.GetHeader("Authorization")) {
		a.refuse(c, editorial.Refuse(editorial.Forbidden, codeNotHere))
		return
	}
	a.measures.show.ServeHTTP(c.Writer, c.Request)
}

func (a *API) mayMeasure(header string) bool {
	want := editorial.HashToken(a.cfg.MetricsToken.Reveal())
	got := editorial.HashToken(bearer(header))
	return !a.cfg.MetricsToken.IsZero() && subtle.ConstantTimeCompare(want, got) == 1
}

func isLoopback(remote string) bool {
	address, err := netip.ParseAddrPort(remote)
	return err == nil && address.Addr().IsLoopback()
}
