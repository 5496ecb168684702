// Package scheduler makes things happen when they are due: it hands due
// deliveries to the adapters of their platforms, and runs the machine's other
// rhythms. Wall-clock times of editors were resolved long before; here there
// are only instants.
package scheduler

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"
	"time"

	"github.com/robfig/cron/v3"
	"github.com/rs/zerolog"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

// Queue is the ledger of deliveries, as the scheduler needs it.
type Queue interface {
	// Turn settles outcomes and claims what is due, in one commit.
	Turn(ctx context.Context, round editorial.Round) (editorial.Turned, error)
	// Confirm looks again, right before a call, whether the work may begin.
	Confirm(ctx context.Context, w editorial.Work, now time.Time) (bool, error)
	// GetChannel reads a channel with its credentials as they are now.
	GetChannel(ctx context.Context, id editorial.ChannelID) (editorial.Channel, error)
	// SaveCredentials stores renewed credentials of an account, unless its
	// channel was connected anew meanwhile.
	SaveCredentials(ctx context.Context, of editorial.Account, renewed editorial.Credentials) error
	// ReleaseLease lets another daemon claim at once.
	ReleaseLease(ctx context.Context, holder string) error
	// OpenMedia opens the bytes that a hash names.
	OpenMedia(hash string) (io.ReadSeekCloser, error)
}

// Job is one of the machine's other rhythms.
type Job struct {
	Name  string
	Every time.Duration
	Do    func(ctx context.Context) error
}

// Config is what a scheduler works with. Zero numbers take the defaults.
type Config struct {
	Queue      Queue
	Publishers []publishers.Publisher
	Outlook    Outlook              // looked at ahead of the due instants; nil: nobody looks ahead
	Links      *publishers.Follower // follows the links of posts; nil: nobody does
	Acts       Acts                 // done to posts that are out; nil: nothing is
	Jobs       []Job
	Log        zerolog.Logger
	Now        func() time.Time
	Holder     string          // names this daemon among others on the same file
	Places     int             // steps under way at once [512]
	PerServer  int             // of them towards one server [16]
	Grace      time.Duration   // for what is on the wire when the daemon stops [8 s]
	Poll       time.Duration   // the longest that the releaser, and what is done to posts that are out, go without looking [1 s]: so soon a suspended machine or a moved clock is caught up with
	Terms      editorial.Terms // of claims and calls [the usual ones]
	Metrics    *Metrics
}

// Scheduler runs until its context ends.
type Scheduler struct {
	cfg      Config
	adapters map[editorial.Platform]publishers.Publisher
	cron     *cron.Cron
	bell     chan struct{}
	alarm    alarm
	locks    accountLocks
	healthy  health
}

// New prepares a scheduler; Run starts it.
func New(cfg Config) *Scheduler {
	cfg.Places = orDefault(cfg.Places, 512)
	cfg.PerServer = orDefault(cfg.PerServer, 16)
	cfg.Grace = orDefault(cfg.Grace, 8*time.Second)
	cfg.Poll = orDefault(cfg.Poll, time.Second)
	cfg.Terms = cfg.Terms.OrUsual()
	if cfg.Metrics == nil {
		cfg.Metrics = NewMetrics()
	}
	s := &Scheduler{
		cfg: cfg, bell: make(chan struct{}, 1), alarm: alarm{poll: cfg.Poll, now: cfg.Now}, adapters: map[editorial.Platform]publishers.Publisher{},
		cron: cron.New(cron.WithLocation(time.UTC), cron.WithLogger(cronLog{cfg.Log}),
			cron.WithChain(cron.SkipIfStillRunning(cronLog{cfg.Log}), cron.Recover(cronLog{cfg.Log}))),
	}
	for _, p := range cfg.Publishers {
		s.adapters[p.Platform()] = p
	}
	return s
}

func orDefault[N int | time.Duration](value, standard N) N {
	if value == 0 {
		return standard
	}
	return value
}

// Run releases what is due until ctx ends, and then waits a grace for what is
// on the wire. What is still out there after it stays leased; the next start
// reads it back.
func (s *Scheduler) Run(ctx context.Context) error {
	s.alarm.arm(s.cron, s.ring)
	for _, job := range slices.Concat(s.outlookJobs(), s.linkJobs(), s.actJobs(), s.cfg.Jobs) {
		s.cron.Schedule(cron.Every(job.Every), cron.FuncJob(func() { s.runJob(ctx, job) }))
	}
	s.cron.Start()
	s.ring()
	err := newReleaser(s).run(ctx)
	<-s.cron.Stop().Done()
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
	defer cancel()
	return errors.Join(err, s.cfg.Queue.ReleaseLease(last, s.cfg.Holder))
}

func (s *Scheduler) runJob(ctx context.Context, job Job) {
	if err := job.Do(ctx); err != nil && ctx.Err() == nil {
		s.cfg.Metrics.trouble(troubleJob)
		s.cfg.Log.Error().Err(err).Str("job", job.Name).Msg("job failed")
	}
}

// Due tells the scheduler that a delivery has to be looked at from an instant
// on. It may be called from anywhere.
func (s *Scheduler) Due(at time.Time) {
	if !at.After(s.cfg.Now()) {
		s.ring()
		return
	}
	s.alarm.earlier(at)
}

// ring asks for a round; rings that nobody heard yet fall together.
func (s *Scheduler) ring() {
	select {
	case s.bell <- struct{}{}:
	default:
	}
}

// Healthy returns why claims do not work, or nil. The answer changes with
// every round.
func (s *Scheduler) Healthy() error { return s.healthy.last(10 * s.cfg.Poll) }

// Alive returns why the releaser seems stuck, or nil. A round that the database
// refused is a sign of life: a restart would not mend it.
func (s *Scheduler) Alive() error { return s.healthy.tried(stuck) }

// stuck is how long no round, good or bad, is too long: longer than a round
// waits for a locked database.
const stuck = 45 * time.Second

// health remembers the last round, by the machine's own clock: setting the
// wall clock makes nobody ill, and hides no illness.
type health struct {
	mu    sync.Mutex
	at    time.Time
	trial error
}

func (h *health) note(err error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.at, h.trial = time.Now(), err
}

func (h *health) last(most time.Duration) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.trial != nil {
		return h.trial
	}
	return h.since(most)
}

func (h *health) tried(most time.Duration) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.since(most)
}

func (h *health) since(most time.Duration) error {
	switch {
	case h.at.IsZero():
		return errors.New("the first round has not run yet")
	case time.Since(h.at) > most:
		return fmt.Errorf("no round for %s", time.Since(h.at).Round(time.Second))
	}
	return nil
}

// cronLog lets cron speak through the daemon's log.
type cronLog struct{ log zerolog.Logger }

// Info drops cron's own chatter.
func (cronLog) Info(string, ...any) {}

// Error logs a job that panicked, with its stack.
func (c cronLog) Error(err error, message string, details ...any) {
	c.log.Error().Err(err).Interface("details", details).Msg("cron: " + message)
}
