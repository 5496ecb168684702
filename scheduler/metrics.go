package scheduler

import (
	"context"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"parution.dev/editorial"
)

// Metrics are what the scheduler counts. Labels name platforms, never posts.
// docs/alerts.yml has a rule for what needs a person.
type Metrics struct {
	lateness  *prometheus.HistogramVec
	attempts  *prometheus.CounterVec
	stopped   *prometheus.CounterVec
	acts      *prometheus.CounterVec
	claims    *prometheus.CounterVec
	rounds    *prometheus.CounterVec
	troubles  *prometheus.CounterVec
	kept      prometheus.Gauge
	waitTime  prometheus.Histogram
	writeTime prometheus.Histogram
}

// What a round came to.
const (
	roundDone    = "done"
	roundStandby = "standby" // another daemon has the releaser's lease
	roundRefused = "refused" // the database said no
)

// What went wrong with us, and not with a platform.
const (
	troubleRound = "round" // the database refused one
	troubleRow   = "row"   // a delivery cannot be read
	troublePanic = "panic" // an adapter has a fault
	troubleJob   = "job"   // one of the machine's other rhythms failed
	troubleStray = "stray" // a post is on a platform that the ledger does not count
)

// NewMetrics makes the counters; Collectors registers them.
func NewMetrics() *Metrics {
	m := &Metrics{
		lateness: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "parution_release_lateness_seconds", Help: "How late the first part of a delivery went out.",
			Buckets: []float64{.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 15, 60, 300, 1800},
		}, []string{"platform"}),
		attempts: counter("parution_attempts_total", "Steps taken out to platforms, by what they came to.", "platform", "step", "verdict"),
		stopped:  counter("parution_not_released_total", "Deliveries that came due and did not leave, by their state.", "platform", "state"),
		acts:     counter("parution_acts_total", "What was done to posts that are out, or was to be, by how it ended.", "platform", "kind", "state"),
		claims:   counter("parution_claims_total", "Steps claimed.", "platform", "step"),
		rounds:   counter("parution_rounds_total", "Rounds of the releaser, by what they came to.", "outcome"),
		troubles: counter("parution_troubles_total", "What went wrong with Parution itself, by kind.", "kind"),
		kept: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: "parution_outcomes_kept", Help: "What platforms answered and the database has not taken yet.",
		}),
		waitTime:  durations("parution_write_wait_seconds", "How long writes waited for their turn at the database."),
		writeTime: durations("parution_write_seconds", "How long writes took once they had their turn, commit included."),
	}
	for _, kind := range []string{troubleRound, troubleRow, troublePanic, troubleJob, troubleStray} {
		m.troubles.WithLabelValues(kind) // an increase from nothing shows only where the zero was seen
	}
	for _, outcome := range []string{roundDone, roundStandby, roundRefused} {
		m.rounds.WithLabelValues(outcome)
	}
	return m
}

func counter(name, help string, labels ...string) *prometheus.CounterVec {
	return prometheus.NewCounterVec(prometheus.CounterOpts{Name: name, Help: help}, labels)
}

func durations(name, help string) prometheus.Histogram {
	return prometheus.NewHistogram(prometheus.HistogramOpts{
		Name: name, Help: help, Buckets: []float64{.0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10},
	})
}

// Collectors lists what to register.
func (m *Metrics) Collectors() []prometheus.Collector {
	return []prometheus.Collector{m.lateness, m.attempts, m.stopped, m.acts, m.claims, m.rounds, m.troubles, m.kept, m.waitTime, m.writeTime}
}

// Write measures one write to the database: it is called before the write
// waits, begun when it has its turn, and done when it is over.
func (m *Metrics) Write() (begun, done func()) {
	waits := prometheus.NewTimer(m.waitTime)
	var takes *prometheus.Timer
	return func() { waits.ObserveDuration(); takes = prometheus.NewTimer(m.writeTime) }, func() { takes.ObserveDuration() }
}

func (m *Metrics) turned(t editorial.Turned) {
	outcome := roundDone
	if !t.Releasing {
		outcome = roundStandby
	}
	m.rounds.WithLabelValues(outcome).Inc()
	m.kept.Set(0)
	for _, w := range t.Work {
		m.claims.WithLabelValues(string(w.Delivery.Platform), string(w.Step)).Inc()
	}
}

func (m *Metrics) refused(kept int) {
	m.rounds.WithLabelValues(roundRefused).Inc()
	m.trouble(troubleRound)
	m.kept.Set(float64(kept))
}

func (m *Metrics) trouble(kind string) { m.troubles.WithLabelValues(kind).Inc() }

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

// acted counts the call of an act, where there was one, and its end.
func (m *Metrics) acted(s editorial.ActSettled) {
	a := s.Act
	if s.Outcome.Verdict != "" {
		m.attempts.WithLabelValues(string(a.Platform), string(a.Kind), string(s.Outcome.Verdict)).Inc()
	}
	if s.Event != "" {
		m.acts.WithLabelValues(string(a.Platform), string(a.Kind), string(a.State)).Inc()
	}
}

// Ledger tells how it stands.
type Ledger interface {
	Standing(ctx context.Context, now time.Time) (editorial.Standing, error)
}

// standing asks the ledger at each scrape, so that what it shows is there
// after a restart as well.
type standing struct {
	ledger     Ledger
	now        func() time.Time
	deliveries *prometheus.Desc
	waiting    *prometheus.Desc
	oldest     *prometheus.Desc
	reserve    *prometheus.Desc
	silent     *prometheus.Desc
	up         *prometheus.Desc
}

// scrapeTime is how long a scrape waits for the ledger.
const scrapeTime = 5 * time.Second

// NewStanding makes the collector of how the ledger stands.
func NewStanding(ledger Ledger, now func() time.Time) prometheus.Collector {
	return &standing{
		ledger: ledger, now: now,
		deliveries: prometheus.NewDesc("parution_deliveries", "Deliveries that are under way or ask for a person, by state.", []string{"platform", "state"}, nil),
		waiting:    prometheus.NewDesc("parution_queue_depth", "Deliveries that are due and not started.", nil, nil),
		oldest:     prometheus.NewDesc("parution_oldest_overdue_seconds", "How long the delivery that is due and not started has waited at most.", nil, nil),
		silent:     prometheus.NewDesc("parution_accounts_silent", "Accounts whose server has not answered several calls in a row.", []string{"platform"}, nil),
		reserve:    prometheus.NewDesc("parution_reserve", "Whether there is room on the disk that only releases may use.", nil, nil),
		up:         prometheus.NewDesc("parution_ledger_up", "Whether the database answered this scrape.", nil, nil),
	}
}

// Describe implements prometheus.Collector.
func (s *standing) Describe(to chan<- *prometheus.Desc) {
	to <- s.deliveries
	to <- s.waiting
	to <- s.oldest
	to <- s.reserve
	to <- s.silent
	to <- s.up
}

// Collect implements prometheus.Collector.
func (s *standing) Collect(to chan<- prometheus.Metric) {
	ctx, cancel := context.WithTimeout(context.Background(), scrapeTime)
	defer cancel()
	now := s.now()
	stands, err := s.ledger.Standing(ctx, now)
	if err != nil {
		to <- prometheus.MustNewConstMetric(s.up, prometheus.GaugeValue, 0)
		return
	}
	overdue, reserve := 0.0, 0.0
	if stands.Reserve {
		reserve = 1
	}
	if !stands.Oldest.IsZero() {
		overdue = now.Sub(stands.Oldest).Seconds()
	}
	to <- prometheus.MustNewConstMetric(s.up, prometheus.GaugeValue, 1)
	to <- prometheus.MustNewConstMetric(s.waiting, prometheus.GaugeValue, float64(stands.Waiting))
	to <- prometheus.MustNewConstMetric(s.oldest, prometheus.GaugeValue, overdue)
	to <- prometheus.MustNewConstMetric(s.reserve, prometheus.GaugeValue, reserve)
	for platform, accounts := range stands.Silent {
		to <- prometheus.MustNewConstMetric(s.silent, prometheus.GaugeValue, float64(accounts), string(platform))
	}
	for _, c := range stands.Deliveries {
		to <- prometheus.MustNewConstMetric(s.deliveries, prometheus.GaugeValue, float64(c.Number), string(c.Platform), string(c.State))
	}
}
