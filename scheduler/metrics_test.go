package scheduler

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// ledger stands as a test says.
type ledger struct {
	stands editorial.Standing
	err    error
}

func (l ledger) Standing(context.Context, time.Time) (editorial.Standing, error) {
	return l.stands, l.err
}

// values reads what collectors show: a line for each value, a histogram's
// number of observations.
func values(t *testing.T, of ...prometheus.Collector) map[string]float64 {
	t.Helper()
	registry := prometheus.NewPedanticRegistry()
	registry.MustRegister(of...)
	families, err := registry.Gather()
	require.NoError(t, err)
	all := map[string]float64{}
	for _, family := range families {
		for _, m := range family.GetMetric() {
			name := family.GetName()
			for _, label := range m.GetLabel() {
				name += fmt.Sprintf(" %s=%s", label.GetName(), label.GetValue())
			}
			all[name] = m.GetGauge().GetValue() + m.GetCounter().GetValue() + float64(m.GetHistogram().GetSampleCount())
		}
	}
	return all
}

func TestStandingCollector(t *testing.T) {
	now := time.Date(2026, 11, 24, 8, 0, 0, 0, time.UTC)
	stands := editorial.Standing{
		Deliveries: []editorial.Count{{Platform: "wall", State: editorial.Held, Number: 3}}, Waiting: 2, Oldest: now.Add(-90 * time.Second), Reserve: true,
	}
	clock := func() time.Time { return now }
	require.Equal(t, map[string]float64{
		"parution_ledger_up": 1, "parution_queue_depth": 2, "parution_oldest_overdue_seconds": 90, "parution_reserve": 1,
		"parution_deliveries platform=wall state=held": 3,
	}, values(t, NewStanding(ledger{stands: stands}, clock)))
	require.Equal(t, map[string]float64{"parution_ledger_up": 1, "parution_queue_depth": 0, "parution_oldest_overdue_seconds": 0, "parution_reserve": 0},
		values(t, NewStanding(ledger{}, clock)))
	require.Equal(t, map[string]float64{"parution_ledger_up": 0},
		values(t, NewStanding(ledger{err: errors.New("locked")}, clock)), "a ledger that does not answer does not stop the scrape")
}

func TestMetrics(t *testing.T) {
	m := NewMetrics()
	work := editorial.Work{Step: editorial.StepSend, Delivery: editorial.Delivery{Platform: "wall"}}
	m.refused(4)
	require.InDelta(t, 4, values(t, m.Collectors()...)["parution_outcomes_kept"], 0)
	m.turned(editorial.Turned{Releasing: true, Work: []editorial.Work{work, work}})
	m.turned(editorial.Turned{})
	m.trouble(troubleRow)
	begun, done := m.Write()
	begun()
	done()
	require.Equal(t, map[string]float64{
		"parution_claims_total platform=wall step=send": 2, "parution_outcomes_kept": 0,
		"parution_rounds_total outcome=done": 1, "parution_rounds_total outcome=standby": 1, "parution_rounds_total outcome=refused": 1,
		"parution_troubles_total kind=round": 1, "parution_troubles_total kind=row": 1,
		"parution_troubles_total kind=panic": 0, "parution_troubles_total kind=job": 0, "parution_troubles_total kind=stray": 0,
		"parution_write_seconds": 1, "parution_write_wait_seconds": 1,
	}, values(t, m.Collectors()...))
}

// TestAlive: a database that refuses makes the daemon unhealthy, and is no
// reason to start it again; a loop that stands still is. A wall clock that is
// set to and fro is neither.
func TestAlive(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		wall := time.Date(2026, 11, 24, 8, 0, 0, 0, time.UTC)
		s := New(Config{Now: func() time.Time { return wall }})
		require.Error(t, s.Healthy())
		require.Error(t, s.Alive())
		s.healthy.note(nil)
		wall = wall.Add(time.Hour)
		require.NoError(t, s.Healthy())
		require.NoError(t, s.Alive())
		s.healthy.note(errors.New("disk full"))
		require.EqualError(t, s.Healthy(), "disk full")
		require.NoError(t, s.Alive())
		wall = wall.Add(-2 * time.Hour)
		time.Sleep(stuck + time.Second) //nolint:forbidigo // virtual time: it costs none
		require.EqualError(t, s.Alive(), "no round for 46s")
	})
}
