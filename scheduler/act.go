package scheduler

import (
	"context"
	"errors"
	"sync"
	"time"

	"github.com/rs/zerolog"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

// Acts is the ledger of what is done to posts that are out.
type Acts interface {
	// ClaimActs claims calls of the acts that are due; each is on disk before
	// this returns.
	ClaimActs(ctx context.Context, round editorial.ActRound) (editorial.ActTurned, error)
	// SettleAct writes down what one call came to.
	SettleAct(ctx context.Context, o editorial.ActOutcome) (editorial.ActSettled, error)
}

// actsAtOnce is how many calls of acts are on the wire together. They have
// places of their own: no release waits for one of them.
const actsAtOnce = 8

// actJobs is what is done to posts that are out, apart from the releaser.
func (s *Scheduler) actJobs() []Job {
	if s.cfg.Acts == nil {
		return nil
	}
	return []Job{{Name: "acts", Every: s.cfg.Poll, Do: s.act}}
}

// act carries out what is due until nothing is. What a stopping daemon cuts
// short is not lost: it can be done twice, and the next start does it again.
func (s *Scheduler) act(ctx context.Context) error {
	for ctx.Err() == nil {
		clock := time.Now()
		turned, err := s.cfg.Acts.ClaimActs(context.WithoutCancel(ctx), editorial.ActRound{Now: s.cfg.Now(), Holder: s.cfg.Holder, Free: actsAtOnce})
		if err != nil {
			return err
		}
		s.reportActs(turned)
		if len(turned.Work) == 0 {
			return nil
		}
		if err := s.actAll(ctx, turned.Work, clock); err != nil {
			return err
		}
	}
	return nil
}

// actAll makes several calls side by side, and writes down what each came to.
func (s *Scheduler) actAll(ctx context.Context, all []editorial.ActWork, clock time.Time) error {
	var calls sync.WaitGroup
	troubles := make([]error, len(all))
	for i, w := range all {
		calls.Go(func() {
			settled, err := s.cfg.Acts.SettleAct(context.WithoutCancel(ctx), s.carryAct(ctx, w, clock))
			if err != nil {
				troubles[i] = err
				return
			}
			s.reportAct(settled)
		})
	}
	calls.Wait()
	return errors.Join(troubles...)
}

// carryAct makes one call and returns what it came to. It never panics.
func (s *Scheduler) carryAct(ctx context.Context, w editorial.ActWork, clock time.Time) (o editorial.ActOutcome) {
	o = editorial.ActOutcome{Act: w.Act.ID, Attempt: w.Act.Attempt, Account: w.Account.RemoteID, Channel: w.Account.Version, Started: s.cfg.Now()}
	defer func() {
		if trouble := recover(); trouble != nil {
			s.panicked(trouble, w.Act.Platform)
			o.Verdict, o.Code, o.Message = editorial.Unknown, "panic", "the adapter failed while it was at work"
		}
		o.Ended = s.cfg.Now()
	}()
	editor, can := s.adapters[w.Act.Platform].(publishers.Editor)
	switch {
	case !can:
		o.Verdict, o.Code = editorial.Never, string(editorial.CodeCannotEditLive)
		return o
	case leaseOver(s.cfg.Now(), w.Act.Lease, clock):
		o.Verdict, o.Code, o.Message = editorial.Later, "given_back", "the lease ran out before the call"
		return o
	}
	ctx, cancel := context.WithTimeout(ctx, editorial.CallTimeout)
	defer cancel()
	receipt, err := renewing(ctx, s, s.adapters[w.Act.Platform], w.Account, func(ctx context.Context, on editorial.Account) (publishers.Receipt, error) {
		return editor.Edit(ctx, on, publishers.EditedPiece{Receipt: w.Receipt, Part: w.Part})
	})
	trouble := publishers.Judge(err)
	o.Verdict, o.Wait, o.Code, o.Message, o.Receipt = trouble.Verdict, trouble.Wait, trouble.Code, trouble.Message, receipt
	o.Strain = strainOf(trouble)
	return o
}

// leaseOver tells whether a call could outlast its lease, by the wall clock
// or by the monotonic one: after it somebody else may set something newer.
func leaseOver(now, lease, clock time.Time) bool {
	return !now.Add(editorial.CallTimeout).Before(lease) || time.Since(clock)+editorial.CallTimeout >= editorial.LeaseTime
}

// reportActs logs what came to an end without a call.
func (s *Scheduler) reportActs(turned editorial.ActTurned) {
	for _, broken := range turned.Broken {
		s.cfg.Metrics.trouble(troubleRow)
		s.cfg.Log.Error().Err(broken.Err).Str("delivery", string(broken.Delivery)).Msg("an edit cannot be read; it is put off, others go on")
	}
	for _, ended := range turned.Ended {
		s.cfg.Metrics.acted(ended)
		s.cfg.Log.WithLevel(levelOf(ended.Act)).EmbedObject(actLine(ended.Act)).Str("code", ended.Act.Trouble.Code).Msg("edit ended")
	}
}

func (s *Scheduler) reportAct(settled editorial.ActSettled) {
	s.cfg.Metrics.acted(settled)
	s.reportAccount(settled.Account, settled.Act.Channel, settled.Act.Platform)
	o := settled.Outcome
	level := zerolog.InfoLevel
	if o.Verdict != editorial.Done {
		level = zerolog.WarnLevel
	}
	s.cfg.Log.WithLevel(level).EmbedObject(actLine(settled.Act)).Int("attempt", o.Attempt).Str("verdict", string(o.Verdict)).
		Str("code", o.Code).Str("message", o.Message).Bool("accepted", settled.Accepted).Dur("took", o.Ended.Sub(o.Started)).Msg("edit settled")
}

func levelOf(a editorial.Act) zerolog.Level {
	if a.State == editorial.ActDone {
		return zerolog.InfoLevel
	}
	return zerolog.WarnLevel
}

// actLine is an act in the log: always the same fields.
type actLine editorial.Act

// MarshalZerologObject implements zerolog.LogObjectMarshaler.
func (l actLine) MarshalZerologObject(event *zerolog.Event) {
	a := editorial.Act(l)
	event.Str("act", string(a.ID)).Str("kind", string(a.Kind)).Str("delivery", string(a.Delivery)).Str("post", string(a.Post)).
		Str("channel", string(a.Channel)).Str("platform", string(a.Platform)).Int("part", a.Part).Str("state", string(a.State))
}
