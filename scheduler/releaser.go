package scheduler

import (
	"context"
	"time"

	"github.com/rs/zerolog"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

// releaser is the single loop that claims. Whatever comes back is settled in
// the same commit that claims for the places it freed.
type releaser struct {
	*Scheduler
	done     chan editorial.Outcome
	waiting  []editorial.Outcome             // came back, not written down yet
	carried  map[editorial.DeliveryID]flight // under way
	calls    map[string]int                  // of them, by server
	servers  map[editorial.ChannelID]string  // where the calls of channels went
	clocks   clocks
	inFlight int
	stopping bool
}

// flight is a step under way to a server.
type flight struct {
	editorial.Work
	server string
}

// join is how long outcomes that come back together are waited for, so that
// one commit serves them all.
const join = 2 * time.Millisecond

// enough is how many outcomes are waited for: a commit that serves more costs
// each of them hardly less.
const enough = 16

// afterTrouble is how long the releaser waits before it tries the database
// again.
const afterTrouble = time.Second

func newReleaser(s *Scheduler) *releaser {
	return &releaser{
		Scheduler: s, done: make(chan editorial.Outcome), carried: map[editorial.DeliveryID]flight{},
		calls: map[string]int{}, servers: map[editorial.ChannelID]string{},
	}
}

func (r *releaser) run(ctx context.Context) error {
	calls, stopCalls := context.WithCancel(context.WithoutCancel(ctx))
	defer stopCalls()
	for ctx.Err() == nil {
		select {
		case <-ctx.Done():
		case <-r.bell:
			r.round(ctx, calls)
		case outcome := <-r.done:
			r.gather(outcome)
			r.round(ctx, calls)
		}
	}
	return r.finish(calls)
}

// gather takes an outcome, and those that come back right behind it. It waits
// for no more where many are there, or where something is due.
func (r *releaser) gather(first editorial.Outcome) {
	r.take(first)
	window := time.After(join)
	for r.inFlight > 0 && len(r.waiting) < enough {
		select {
		case outcome := <-r.done:
			r.take(outcome)
		case <-r.bell:
			return
		case <-window:
			return
		}
	}
	r.takeReady()
}

// takeReady takes what has come back already.
func (r *releaser) takeReady() {
	for r.inFlight > 0 {
		select {
		case outcome := <-r.done:
			r.take(outcome)
		default:
			return
		}
	}
}

func (r *releaser) take(outcome editorial.Outcome) {
	r.waiting = append(r.waiting, outcome)
	r.inFlight--
}

// round settles and claims. Where the database refuses, outcomes are kept and
// written down as soon as it answers again.
func (r *releaser) round(ctx, calls context.Context) {
	now, clock := r.cfg.Now(), time.Now()
	ahead, back := r.clocks.read(now, clock)
	if ahead > 0 {
		r.cfg.Log.Warn().Stringer("by", ahead.Round(time.Second)).Msg("the clock jumped ahead, or the machine slept: what is overdue leaves within its tolerance, the rest is missed")
	}
	r.free()
	turned, err := r.cfg.Queue.Turn(context.WithoutCancel(ctx), editorial.Round{
		Now: now, Holder: r.cfg.Holder, Outcomes: r.waiting, Free: r.places(),
		UnderWay: r.underWay(), Server: r.server, Calls: r.calls, PerServer: r.cfg.PerServer,
		Terms: r.cfg.Terms, Waited: func() time.Duration { return time.Since(clock) }, Jumped: r.clocks.jumped(r.cfg.Terms.Call), Back: back,
	})
	r.healthy.note(err)
	if err != nil {
		r.cfg.Metrics.refused(len(r.waiting))
		r.cfg.Log.Error().Err(err).Int("outcomes_kept", len(r.waiting)).Msg("the database refused a round of releases; trying again")
		time.AfterFunc(afterTrouble, r.ring)
		return
	}
	r.waiting = nil
	r.cfg.Metrics.turned(turned)
	r.report(turned)
	for _, work := range turned.Work {
		r.start(calls, work, clock)
	}
	r.alarm.reset(turned.Next)
	if turned.Full && r.inFlight == 0 {
		r.ring()
	}
}

// free gives back the places of what has come back.
func (r *releaser) free() {
	for _, outcome := range r.waiting {
		if flight, ok := r.carried[outcome.Delivery]; ok {
			delete(r.carried, outcome.Delivery)
			r.calls[flight.server]--
		}
	}
}

func (r *releaser) places() int {
	if r.stopping {
		return 0
	}
	return r.cfg.Places - r.inFlight
}

// underWay lists the channels on which nothing can start: a step of theirs is
// under way, or as many to their server as it may have.
func (r *releaser) underWay() map[editorial.ChannelID]bool {
	channels := map[editorial.ChannelID]bool{}
	full := false
	for _, flight := range r.carried {
		channels[flight.Delivery.Channel] = true
		full = full || r.calls[flight.server] >= r.cfg.PerServer
	}
	if !full {
		return channels
	}
	for channel, server := range r.servers {
		if r.calls[server] >= r.cfg.PerServer {
			channels[channel] = true
		}
	}
	return channels
}

// server says where a channel's calls go: accounts on one server share its
// slowness, and nobody else does.
func (r *releaser) server(channel editorial.Channel) string {
	server := string(channel.Platform)
	if located, ok := r.adapters[channel.Platform].(publishers.Located); ok {
		server += " at " + located.Server(channel.Account())
	}
	r.servers[channel.ID] = server
	return server
}

func (r *releaser) start(calls context.Context, work editorial.Work, clock time.Time) {
	r.inFlight++
	to := flight{work, r.servers[work.Delivery.Channel]}
	r.calls[to.server]++
	r.carried[work.Delivery.ID] = to
	go func() {
		outcome := r.carry(calls, work, clock)
		select {
		case r.done <- outcome:
		case <-calls.Done(): // given up at shutdown: the rescue reads it back
		}
	}()
}

// finish waits for what is on the wire, writes it down, and claims no more.
func (r *releaser) finish(calls context.Context) error {
	r.stopping = true
	grace := time.After(r.cfg.Grace)
	for r.inFlight > 0 {
		select {
		case outcome := <-r.done:
			r.take(outcome)
			continue
		case <-grace:
			r.cfg.Log.Warn().Int("on_the_wire", r.inFlight).Msg("stopping with calls on the wire; the next start reads them back")
		}
		break
	}
	if len(r.waiting) == 0 {
		return nil
	}
	last, cancel := context.WithTimeout(calls, 5*time.Second)
	defer cancel()
	turned, err := r.cfg.Queue.Turn(last, editorial.Round{Now: r.cfg.Now(), Holder: r.cfg.Holder, Outcomes: r.waiting, Terms: r.cfg.Terms})
	if err == nil {
		r.report(turned)
	}
	return err
}

// report logs one line for each delivery that changed.
func (r *releaser) report(turned editorial.Turned) {
	if by := turned.SetBack; by > 0 {
		r.cfg.Log.Warn().Stringer("by", by.Round(time.Second)).Msg("the clock went back: leases and looks follow it, planned posts wait for their time again")
	}
	for _, broken := range turned.Broken {
		r.cfg.Metrics.trouble(troubleRow)
		r.cfg.Log.Error().Err(broken.Err).Str("delivery", string(broken.Delivery)).Msg("a delivery cannot be read; it is put off, others go on")
	}
	for _, changed := range turned.Changed {
		r.cfg.Metrics.changed(changed.Delivery)
		r.cfg.Log.Warn().EmbedObject(line(changed.Delivery)).Str("reason", changed.Delivery.Reason()).Msg("did not leave")
	}
	for _, settled := range turned.Settled {
		r.cfg.Metrics.settled(settled)
		r.reportOne(settled)
	}
}

func (r *releaser) reportOne(settled editorial.Settled) {
	r.reportAccount(settled.Account, settled.Delivery.Channel, settled.Delivery.Platform)
	level, o := zerolog.InfoLevel, settled.Outcome
	if o.Verdict != editorial.Done {
		level = zerolog.WarnLevel
	}
	if settled.Event == editorial.EventStray {
		r.cfg.Metrics.trouble(troubleStray)
		r.cfg.Log.Error().EmbedObject(line(settled.Delivery)).Int("attempt", o.Attempt).Str("url", o.Receipt.URL).
			Msg("a sender that was given up has published all the same; look whether the post is out twice")
	}
	r.cfg.Log.WithLevel(level).EmbedObject(line(settled.Delivery)).Str("step", string(o.Step)).Int("attempt", o.Attempt).
		Str("verdict", string(o.Verdict)).Str("code", o.Code).Str("message", o.Message).Bool("accepted", settled.Accepted).
		Dur("took", max(0, o.Ended.Sub(o.Started))).Str("url", o.Receipt.URL).Msg("settled")
}

// reportAccount logs what people should hear of an account, if anything.
func (s *Scheduler) reportAccount(event string, channel editorial.ChannelID, platform editorial.Platform) {
	if event == "" {
		return
	}
	s.cfg.Log.Warn().Str("event", event).Str("channel", string(channel)).Str("platform", string(platform)).Msg("an account's server stopped or began to answer")
}

// line is a delivery in the log: always the same fields.
type line editorial.Delivery

// MarshalZerologObject implements zerolog.LogObjectMarshaler.
func (l line) MarshalZerologObject(event *zerolog.Event) {
	d := editorial.Delivery(l)
	event.Str("delivery", string(d.ID)).Str("post", string(d.Post)).Str("channel", string(d.Channel)).
		Str("platform", string(d.Platform)).Str("state", string(d.State)).Int64("lateness_ms", d.Late().Milliseconds())
}
