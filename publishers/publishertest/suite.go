package publishertest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

// Harness is an adapter as the suite needs it. What a platform can do is said
// here once more, so that a capability lost by accident is noticed.
type Harness struct {
	New      func(t *testing.T) Rig
	Finds    bool   // it has a Finder whose absence is Sure
	Keys     bool   // it honours keys, on the rig's account
	Threads  bool   // a post can have three parts
	Comments bool   // a first comment can follow
	Images   bool   // a post can carry pictures
	Edits    bool   // it is an Editor, and the rig's account lets copy be edited
	NoAlt    bool   // the platform takes no alternative text
	Flat     bool   // what follows names the thread's first part, not the part before it
	TooLong  string // a text over the limit, "" where there is none
}

// Rig is one connected account on one fake. Its publisher must reach the fake
// through [Client], or through [Faulty] and [RoundTripper].
type Rig struct {
	Publisher publishers.Publisher
	Account   editorial.Account // as Connect left it
	Fake      Fake
	Fault     func(Fault)                        // befalls the next publishing or editing call only
	Piece     func(text string) publishers.Piece // with a key of its own; At by the fake's clock
}

// Run holds an adapter against its contract.
func Run(t *testing.T, h Harness) {
	t.Helper()
	for _, c := range checks() {
		if c.of != nil && !c.of(h) {
			continue
		}
		t.Run(c.name, func(t *testing.T) {
			if err := c.hold(t.Context(), h, h.New(t)); err != nil {
				t.Error(err)
			}
		})
	}
}

// check is one promise of the contract.
type check struct {
	name string
	of   func(Harness) bool // whose promise it is; nil: everybody's
	run  func(*scene) error
}

// hold runs a check, and adds what was wrong with any single call.
func (c check) hold(ctx context.Context, h Harness, rig Rig) error {
	ctx, p := newProbe(ctx)
	s := &scene{Rig: rig, h: h, ctx: ctx, probe: p}
	return errors.Join(append([]error{c.run(s)}, s.wrong...)...)
}

// scene is the stage of one check.
type scene struct {
	Rig
	h     Harness
	ctx   context.Context //nolint:containedctx // a scene is one call, spread over helpers
	probe *probe
	wrong []error
}

// publish prepares a piece and publishes it, and holds the call against what
// is true of every call.
func (s *scene) publish(p publishers.Piece) (publishers.Receipt, error) {
	return s.publishUnder(s.ctx, p)
}

// publishUnder prepares under the scene's context, and publishes under another.
func (s *scene) publishUnder(ctx context.Context, p publishers.Piece) (publishers.Receipt, error) {
	p, err := s.prepared(p)
	if err != nil {
		return publishers.Receipt{}, err
	}
	before := s.probe.calls()
	receipt, err := s.Publisher.Publish(ctx, s.Account, p)
	calls := s.probe.calls() - before
	if calls > 1 {
		s.blame("the publishing endpoint was called %d times by one Publish", calls)
	}
	if err == nil && calls == 0 {
		s.blame("published without a publishing call: the rig must go through publishertest.Client")
	}
	if err == nil && receipt.RemoteID == "" {
		s.blame("published, but the receipt has no remote id")
	}
	s.keepsSecrets(err)
	return receipt, err
}

func (s *scene) prepared(p publishers.Piece) (publishers.Piece, error) {
	preparer, ok := s.Publisher.(publishers.Preparer)
	if !ok {
		return p, nil
	}
	prepared, err := preparer.Prepare(s.ctx, s.Account, p)
	if err != nil {
		s.keepsSecrets(err)
		return p, fmt.Errorf("prepare: %w", err)
	}
	p.Prepared = prepared
	return p, nil
}

func (s *scene) blame(format string, args ...any) {
	s.wrong = append(s.wrong, fmt.Errorf(format, args...))
}

// keepsSecrets looks for the account's secrets in an error and in its causes,
// however they are printed.
func (s *scene) keepsSecrets(err error) {
	secrets := s.probe.secrets()
	for _, secret := range s.Account.Credentials {
		secrets = append(secrets, secret.Reveal())
	}
	for _, printed := range prints(err) {
		if slices.ContainsFunc(secrets, func(secret string) bool { return len(secret) > 3 && strings.Contains(printed, secret) }) {
			s.blame("an error shows a credential")
		}
	}
}

// prints returns an error and all its causes as logs may show them.
func prints(err error) []string {
	if err == nil {
		return nil
	}
	texts := []string{fmt.Sprintf("%v", err), fmt.Sprintf("%+v", err)}
	switch wrapped := err.(type) { //nolint:errorlint // walks the whole tree
	case interface{ Unwrap() error }:
		texts = append(texts, prints(wrapped.Unwrap())...)
	case interface{ Unwrap() []error }:
		for _, cause := range wrapped.Unwrap() {
			texts = append(texts, prints(cause)...)
		}
	}
	return texts
}

// verdict compares what an error is judged to be with what it should be.
func verdict(err error, want editorial.Verdict) error {
	if judged := publishers.Judge(err); judged.Verdict != want {
		return fmt.Errorf("the verdict is %q, want %q (%w)", judged.Verdict, want, judged)
	}
	return nil
}

// entries compares the number of entries in the books, and returns them.
func (s *scene) entries(want int) ([]Entry, error) {
	books := s.Fake.Books()
	if len(books) != want {
		return nil, fmt.Errorf("the books have %d entries, want %d", len(books), want)
	}
	return books, nil
}

// find looks for a piece, where the adapter can.
func (s *scene) find(p publishers.Piece) (finding publishers.Finding, able bool, err error) {
	finder, able := s.Publisher.(publishers.Finder)
	if !able {
		return finding, false, nil
	}
	finding, err = finder.Find(s.ctx, s.Account, publishers.Sent{Piece: p, First: p.At, Last: p.At.Add(time.Minute)})
	s.keepsSecrets(err)
	if err == nil && (finding.Receipt == nil) == (finding.Absence == "") {
		err = errors.New("a finding is either a receipt or an absence")
	}
	return finding, true, err
}

// found asks that a look finds an entry, or cannot tell.
func (s *scene) found(p publishers.Piece, entry Entry) error {
	finding, able, err := s.find(p)
	switch {
	case err != nil:
		return fmt.Errorf("find: %w", err)
	case !able:
		return nil
	case finding.Receipt != nil && finding.Receipt.RemoteID != entry.RemoteID:
		return fmt.Errorf("find answers %q, the books say %q", finding.Receipt.RemoteID, entry.RemoteID)
	case finding.Receipt == nil && (s.h.Finds || finding.Absence != editorial.Unknowable):
		return fmt.Errorf("find calls %q what is in the books", finding.Absence)
	}
	return nil
}

// absent asks that a look misses a piece, as surely as the adapter says it can.
func (s *scene) absent(p publishers.Piece) error {
	finding, able, err := s.find(p)
	switch {
	case err != nil:
		return fmt.Errorf("find: %w", err)
	case !able && s.h.Finds:
		return errors.New("it has no Finder")
	case !able:
		return nil
	case finding.Receipt != nil:
		return errors.New("find answers a receipt for what was never stored")
	case s.h.Finds != (finding.Absence == editorial.Sure):
		return fmt.Errorf("find calls the absence %q", finding.Absence)
	}
	return nil
}
