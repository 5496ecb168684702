package scheduler

import (
	"github.com/prometheus/client_golang/prometheus"

	"parution.dev/editorial"
)

// Metrics are what the scheduler counts. Labels name platforms, never posts.
type Metrics struct {
	lateness *prometheus.HistogramVec
	attempts *prometheus.CounterVec
	stopped  *prometheus.CounterVec
}

// NewMetrics makes the counters; Collectors registers them.
func NewMetrics() *Metrics {
	return &Metrics{
		lateness: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "parution_release_lateness_seconds", Help: "How late the first part of a delivery went out.",
			Buckets: []float64{.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 15, 60, 300, 1800},
		}, []string{"platform"}),
		attempts: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "parution_attempts_total", Help: "Steps taken out to platforms, by what they came to.",
		}, []string{"platform", "step", "verdict"}),
		stopped: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "parution_not_released_total", Help: "Deliveries that came due and did not leave, by their state.",
		}, []string{"platform", "state"}),
	}
}

// Collectors lists what to register.
func (m *Metrics) Collectors() []prometheus.Collector {
	return []prometheus.Collector{m.lateness, m.attempts, m.stopped}
}

func (m *Metrics) changed(d editorial.Delivery) {
	m.stopped.WithLabelValues(string(d.Platform), string(d.State)).Inc()
}

func (m *Metrics) settled(s editorial.Settled) {
	d := s.Delivery
	m.attempts.WithLabelValues(string(d.Platform), string(s.Outcome.Step), string(s.Outcome.Verdict)).Inc()
	if s.Accepted && d.State == editorial.Published && s.Event != "" {
		m.lateness.WithLabelValues(string(d.Platform)).Observe(d.Late().Seconds())
	}
}
