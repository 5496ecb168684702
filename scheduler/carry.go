package scheduler

import (
	"context"
	"errors"
	"runtime/debug"
	"sync"
	"time"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

// carry takes one claimed step out to its platform and returns what it came
// to. It never panics: an adapter that does may have been heard. The clock was
// read, with its monotonic part, before the step was claimed.
func (s *Scheduler) carry(ctx context.Context, w editorial.Work, clock time.Time) (o editorial.Outcome) {
	o = editorial.Outcome{
		Delivery: w.Delivery.ID, Attempt: w.Attempt, Key: w.Sent.Key, Step: w.Step, Account: w.Account.RemoteID, Channel: w.Account.Version, Started: s.cfg.Now(),
	}
	defer func() {
		if trouble := recover(); trouble != nil {
			s.panicked(trouble, w.Delivery.Platform)
			o.Verdict, o.Code, o.Message = editorial.Unknown, "panic", "the adapter failed while it was sending"
		}
		o.Ended = s.cfg.Now()
	}()
	adapter, ok := s.adapters[w.Delivery.Platform]
	if !ok {
		o.Verdict, o.Code, o.Message = editorial.Never, "no_adapter", "this version of Parution does not know the platform"
		return o
	}
	ctx, cancel := context.WithTimeout(ctx, w.Terms.Call)
	defer cancel()
	switch w.Step {
	case editorial.StepSend:
		s.send(ctx, adapter, w, clock, &o)
	case editorial.StepLook:
		s.look(ctx, adapter, w, &o)
	case editorial.StepPrepare:
		s.prepare(ctx, adapter, w, &o)
	case editorial.StepNone:
	}
	return o
}

func (s *Scheduler) panicked(trouble any, platform editorial.Platform) {
	s.cfg.Metrics.trouble(troublePanic)
	s.cfg.Log.Error().Interface("panic", trouble).Bytes("stack", debug.Stack()).Str("platform", string(platform)).Msg("an adapter panicked")
}

// send makes the one call that may be heard, after a last look at the lease
// and at pauses. Where credentials are renewed first, which takes its time, it
// looks once more before the call that counts then.
func (s *Scheduler) send(ctx context.Context, adapter publishers.Publisher, w editorial.Work, clock time.Time, o *editorial.Outcome) {
	if err := s.confirm(ctx, w, clock); err != nil {
		judge(o, err)
		return
	}
	if w.Index > 0 && w.Parent.RemoteID == "" {
		o.Verdict, o.Code, o.Message = editorial.Never, "parent_unknown", "the part above was confirmed by hand, so this one cannot be attached to it"
		return
	}
	refused := false
	receipt, err := renewing(ctx, s, adapter, w.Account, func(ctx context.Context, to editorial.Account) (publishers.Receipt, error) {
		if refused {
			if err := s.confirm(ctx, w, clock); err != nil {
				return publishers.Receipt{}, err
			}
		}
		refused = true
		return adapter.Publish(ctx, to, s.piece(w))
	})
	judge(o, publishers.Judge(err))
	o.Receipt = receipt
	if o.Verdict == editorial.Done && receipt.RemoteID == "" {
		o.Verdict, o.Code, o.Message = editorial.Unknown, "no_receipt", "the platform said yes without saying to what"
	}
}

// confirm is the last look before a call: nil where it may be made, else why the
// claim is given back. The lease is measured twice: by the wall clock, which
// goes on while the machine sleeps, and by the monotonic one, which nobody sets
// back.
func (s *Scheduler) confirm(ctx context.Context, w editorial.Work, clock time.Time) *publishers.Error {
	switch ok, err := s.cfg.Queue.Confirm(ctx, w, s.cfg.Now()); {
	case time.Since(clock)+w.Terms.Call >= w.Terms.Lease:
		return givenBack("the lease ran out before the call")
	case err != nil:
		return givenBack("the database did not answer right before the call")
	case !ok:
		return givenBack("paused, no longer ours, or not due any more right before the call")
	}
	return nil
}

// judge writes an adapter's instruction into the outcome.
func judge(o *editorial.Outcome, trouble *publishers.Error) {
	o.Verdict, o.Wait, o.Code, o.Message = trouble.Verdict, trouble.Wait, trouble.Code, trouble.Message
	o.Spent, o.Lost, o.Strain = trouble.Spent, trouble.Lost, strainOf(trouble)
}

// strainOf is what an answer, or that there was none, says about the account.
func strainOf(trouble *publishers.Error) editorial.Strain {
	switch {
	case trouble.Limited && trouble.Wait > 0:
		return editorial.StrainLimited
	case errors.Is(trouble, publishers.ErrNotHeard), trouble.Verdict == editorial.Unknown:
		return editorial.StrainSilent
	case errors.Is(trouble, errNotCalled):
		return editorial.StrainNone
	}
	return editorial.StrainNothing
}

// errNotCalled is the cause of what failed on our side of a call.
var errNotCalled = errors.New("the platform was not called")

func givenBack(message string) *publishers.Error {
	return &publishers.Error{Verdict: editorial.Later, Code: "given_back", Message: message, Err: errNotCalled}
}

// look reads an unclear outcome back. Where the platform cannot be asked, a
// key that its server still honours is as good.
func (s *Scheduler) look(ctx context.Context, adapter publishers.Publisher, w editorial.Work, o *editorial.Outcome) {
	o.Verdict, o.Absence = editorial.Done, editorial.Unknowable
	if keyed, ok := adapter.(publishers.KeyHonourer); ok {
		o.Honoured = s.honours(keyed, w)
	}
	finder, ok := adapter.(publishers.Finder)
	if !ok {
		return
	}
	sent := publishers.Sent{Piece: s.piece(w), First: w.Sent.FirstHeard, Last: w.Sent.LastHeard, Taken: w.Taken}
	finding, err := renewing(ctx, s, adapter, w.Account, func(ctx context.Context, on editorial.Account) (publishers.Finding, error) {
		return finder.Find(ctx, on, sent)
	})
	if err != nil {
		judge(o, publishers.Judge(err))
		if o.Verdict == editorial.Unknown {
			o.Verdict = editorial.Later // a look can be repeated at will
		}
		return
	}
	o.Absence, o.Strain = finding.Absence, editorial.StrainNothing
	if finding.Receipt != nil {
		o.Receipt = *finding.Receipt
	}
}

// honours tells whether the account's server still knows the key when a repeat
// is heard at the latest: after this look, the repeat's lease and its call.
func (s *Scheduler) honours(adapter publishers.KeyHonourer, w editorial.Work) bool {
	latest := s.cfg.Now().Add(w.Terms.Lease + 2*w.Terms.Call)
	return latest.Before(w.Sent.FirstHeard.Add(adapter.KeyLife(w.Account)))
}

func (s *Scheduler) prepare(ctx context.Context, adapter publishers.Publisher, w editorial.Work, o *editorial.Outcome) {
	preparer, ok := adapter.(publishers.Preparer)
	if !ok {
		o.Verdict = editorial.Done
		return
	}
	prepared, err := renewing(ctx, s, adapter, w.Account, func(ctx context.Context, to editorial.Account) ([]byte, error) {
		return preparer.Prepare(publishers.Unhurried(ctx), to, s.piece(w))
	})
	judge(o, publishers.Judge(err))
	o.Prepared = prepared
}

// renewing makes a call, and once more with fresh credentials where the first
// was refused because they had run out.
func renewing[T any](ctx context.Context, s *Scheduler, adapter publishers.Publisher, on editorial.Account,
	call func(context.Context, editorial.Account) (T, error),
) (T, error) {
	result, err := call(ctx, on)
	trouble := publishers.Judge(err)
	refresher, can := adapter.(publishers.Refresher)
	if !can || trouble.Verdict != editorial.Reconnect || !trouble.Expired {
		return result, err
	}
	fresh, refreshErr := s.refresh(ctx, refresher, on)
	if refreshErr != nil {
		return result, refreshErr
	}
	return call(ctx, fresh)
}

// refresh renews an account's credentials under its lock. Whoever waited for
// the lock finds them renewed already, and uses those; but where the channel was
// connected to another account meanwhile, they are not this one's.
func (s *Scheduler) refresh(ctx context.Context, refresher publishers.Refresher, of editorial.Account) (editorial.Account, error) {
	defer s.locks.lock(of.Channel)()
	channel, err := s.cfg.Queue.GetChannel(ctx, of.Channel)
	if err != nil {
		return of, notSent("the channel could not be read", err)
	}
	switch now := channel.Account(); {
	case now.RemoteID != of.RemoteID:
		return of, notSent("the channel has been connected to another account", errNotCalled)
	case !now.Credentials.Equal(of.Credentials):
		return now, nil
	}
	credentials, err := refresher.Refresh(ctx, of)
	if err != nil {
		return of, refreshFailed(err)
	}
	if err := s.cfg.Queue.SaveCredentials(ctx, of, credentials); err != nil {
		return of, notSent("the renewed credentials could not be stored", err)
	}
	of.Credentials = credentials
	return of, nil
}

// refreshFailed keeps a refusal, and takes everything else for "later": the
// call that needed the credentials was surely not made.
func refreshFailed(err error) error {
	if trouble := publishers.Judge(err); trouble.Verdict == editorial.Reconnect || trouble.Verdict == editorial.Later {
		return err
	}
	return notSent("the credentials could not be renewed", errors.Join(publishers.ErrNotHeard, err))
}

func notSent(message string, err error) error {
	if !errors.Is(err, publishers.ErrNotHeard) {
		err = errors.Join(errNotCalled, err)
	}
	return &publishers.Error{Verdict: editorial.Later, Code: "not_sent", Message: message, Err: err}
}

// piece is the claimed part as its adapter sees it.
func (s *Scheduler) piece(w editorial.Work) publishers.Piece {
	return publishers.Piece{
		Key: w.Sent.Key, At: w.Sent.KeyAt, Part: w.Part, Root: w.Root, Parent: w.Parent, Prepared: w.Sent.Prepared,
		Open: s.open,
	}
}

// accountLocks serialise what must happen once per account.
type accountLocks struct{ byChannel sync.Map }

func (l *accountLocks) lock(channel editorial.ChannelID) (unlock func()) {
	mu, _ := l.byChannel.LoadOrStore(channel, &sync.Mutex{})
	mutex, _ := mu.(*sync.Mutex)
	mutex.Lock()
	return mutex.Unlock
}
