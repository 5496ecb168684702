package publishertest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

// sample is a text with what gets lost on the way: narrow no-break spaces,
// guillemets, an emoji of several code points, characters that some formats
// escape, an empty line.
const sample = "Samedi, 9\u202fh\u202f30\u00a0: «\u00a0L’atelier\u00a0» ouvre — R&D <3, 12\u202f€ l’entrée… 👩‍🍳🇫🇷\n\nÀ bientôt\u202f!"

// prompt is how soon an adapter must be done with an answer without end.
const prompt = 20 * time.Second

func checks() []check {
	return []check{
		{"form", nil, form},
		{"connected", nil, connected},
		{"limits", nil, limits},
		{"text", nil, text},
		{"thread", func(h Harness) bool { return h.Threads }, thread},
		{"first comment", func(h Harness) bool { return h.Comments }, comment},
		{"images", func(h Harness) bool { return h.Images }, images},
		{"same key after it was stored", nil, sameKey},
		{"cut before it was stored", nil, cutBefore},
		{"credentials refused", nil, unauthorized},
		{"too many", nil, tooMany},
		{"server error", nil, serverError},
		{"stored, and answered with nonsense", nil, badJSON},
		{"stored, and answered without end", nil, huge},
		{"no answer", nil, slow},
		{"redirect", nil, redirect},
		{"too long", func(h Harness) bool { return h.TooLong != "" }, tooLong},
		{"cancelled before the call", nil, cancelled},
		{"connection refused", nil, refused},
		{"an editor, or none", nil, isEditor},
		{"edit", canEdit, edit},
		{"edit of what has pictures", func(h Harness) bool { return h.Edits && h.Images }, editPictured},
		{"edit of what is gone", canEdit, editGone},
		{"edit refused", canEdit, editRefused},
		{"edit with an unclear outcome", canEdit, editUnclear},
		{"edit that is too long", func(h Harness) bool { return h.Edits && h.TooLong != "" }, editTooLong},
		{"edit that is not heard", canEdit, editNotHeard},
	}
}

func connected(s *scene) error {
	switch {
	case s.Publisher.Platform() == "":
		return errors.New("the platform has no name")
	case s.Account.Platform != s.Publisher.Platform():
		return fmt.Errorf("the account is on %q, the adapter on %q", s.Account.Platform, s.Publisher.Platform())
	case s.Account.RemoteID == "":
		return errors.New("the account has no remote id")
	}
	var life time.Duration
	if honourer, ok := s.Publisher.(publishers.KeyHonourer); ok {
		life = honourer.KeyLife(s.Account)
	}
	if s.h.Keys != (life > 0) {
		return fmt.Errorf("a key's life is %s", life)
	}
	again, err := s.Publisher.Connect(s.ctx, s.Account)
	s.keepsSecrets(err)
	if err != nil {
		return fmt.Errorf("connect again: %w", err)
	}
	if again.RemoteID != s.Account.RemoteID {
		return fmt.Errorf("connected again, the account is %q, and was %q", again.RemoteID, s.Account.RemoteID)
	}
	return nil
}

func text(s *scene) error {
	receipt, err := s.publish(s.Piece(sample))
	if err != nil {
		return err
	}
	books, err := s.entries(1)
	if err != nil {
		return err
	}
	return errors.Join(
		equal("the text", books[0].Text, sample),
		equal("the remote id", receipt.RemoteID, books[0].RemoteID),
		equal("the account", books[0].Account, s.Account.RemoteID),
		equal("the parent", books[0].Parent, ""),
	)
}

func equal[T comparable](what string, got, want T) error {
	if got != want {
		return fmt.Errorf("%s is %#v, want %#v", what, got, want)
	}
	return nil
}

func thread(s *scene) error {
	var receipts []publishers.Receipt
	for i := range 3 {
		p := s.Piece(fmt.Sprintf("%s (%d/3)", sample, i+1))
		if i > 0 {
			p.Root, p.Parent = receipts[0], receipts[i-1]
		}
		receipt, err := s.publish(p)
		if err != nil {
			return fmt.Errorf("part %d: %w", i+1, err)
		}
		receipts = append(receipts, receipt)
	}
	books, err := s.entries(3)
	if err != nil {
		return err
	}
	parents := []string{"", books[0].RemoteID, books[1].RemoteID}
	if s.h.Flat {
		parents[2] = books[0].RemoteID
	}
	for i, entry := range books {
		err = errors.Join(err,
			equal(fmt.Sprintf("the parent of part %d", i+1), entry.Parent, parents[i]),
			equal(fmt.Sprintf("the text of part %d", i+1), entry.Text, fmt.Sprintf("%s (%d/3)", sample, i+1)))
	}
	return err
}

func comment(s *scene) error {
	first, err := s.publish(s.Piece(sample))
	if err != nil {
		return err
	}
	p := s.Piece("Le lien est ici\u00a0: https://example.com/atelier")
	p.Part.Kind, p.Part.Media, p.Root, p.Parent = editorial.PartComment, nil, first, first
	if _, err = s.publish(p); err != nil {
		return fmt.Errorf("the comment: %w", err)
	}
	books, err := s.entries(2)
	if err != nil {
		return err
	}
	return errors.Join(
		equal("the comment's parent", books[1].Parent, first.RemoteID),
		equal("the comment", books[1].Text, p.Part.Text),
	)
}

func images(s *scene) error {
	p, err := pictured(s.Piece(sample), s.Account.Limits.Media)
	if err != nil {
		return err
	}
	if _, err = s.publish(p); err != nil {
		return err
	}
	books, err := s.entries(1)
	if err != nil {
		return err
	}
	want := make([]string, 0, len(p.Part.Media))
	for _, m := range p.Part.Media {
		want = append(want, m.Alt)
	}
	if !s.h.NoAlt && !slices.Equal(books[0].Alt, want) {
		return fmt.Errorf("the alternative texts are %q, want %q", books[0].Alt, want)
	}
	return equal("the text", books[0].Text, sample)
}

// sameKey publishes, loses the answer, and then does what recovery does.
func sameKey(s *scene) error {
	p := s.Piece(sample)
	s.Fault(CutAfter)
	_, err := s.publish(p)
	if err := verdict(err, editorial.Unknown); err != nil {
		return err
	}
	books, err := s.entries(1)
	if err != nil {
		return err
	}
	if err := s.found(p, books[0]); err != nil || !s.h.Keys {
		return err
	}
	receipt, err := s.publish(p)
	if err != nil {
		return fmt.Errorf("the same key again: %w", err)
	}
	_, err = s.entries(1)
	return errors.Join(err, equal("the remote id", receipt.RemoteID, books[0].RemoteID))
}

func cutBefore(s *scene) error {
	p := s.Piece(sample)
	s.Fault(CutBefore)
	_, err := s.publish(p)
	_, none := s.entries(0)
	return errors.Join(verdict(err, editorial.Unknown), none, s.absent(p))
}

func unauthorized(s *scene) error {
	return verdict(s.refuse(Unauthorized), editorial.Reconnect)
}

func tooMany(s *scene) error {
	err := s.refuse(TooMany)
	if off := publishers.Judge(err).Wait - TooManyWait; off.Abs() > time.Second {
		s.blame("the wait is off by %s from what the platform asked for", off)
	}
	return verdict(err, editorial.Later)
}

// refuse lets the platform refuse a piece, sees that it left nothing behind and
// that the next one gets through, and returns the error of the refusal.
func (s *scene) refuse(fault Fault) error {
	s.Fault(fault)
	_, refusal := s.publish(s.Piece(sample))
	if _, err := s.entries(0); err != nil {
		s.blame("refused: %w", err)
	}
	if _, err := s.publish(s.Piece(sample)); err != nil {
		s.blame("after a refusal: %w", err)
	}
	return refusal
}

func serverError(s *scene) error {
	p := s.Piece(sample)
	s.Fault(ServerError)
	_, err := s.publish(p)
	_, none := s.entries(0)
	return errors.Join(verdict(err, editorial.Unknown), none, s.absent(p))
}

func badJSON(s *scene) error { return s.unclear(s.ctx, BadJSON) }

func huge(s *scene) error {
	ctx, cancel := context.WithTimeout(s.ctx, prompt)
	defer cancel()
	err := s.unclear(ctx, Huge)
	if ctx.Err() != nil {
		return errors.Join(err, errors.New("it read on until its time was over"))
	}
	return err
}

// unclear publishes what is stored but answered uselessly: the outcome is
// unknown, unless the receipt names the very entry that was stored.
func (s *scene) unclear(ctx context.Context, fault Fault) error {
	p := s.Piece(sample)
	s.Fault(fault)
	receipt, outcome := s.publishUnder(ctx, p)
	books, err := s.entries(1)
	if err != nil {
		return err
	}
	if outcome == nil && (receipt.RemoteID == books[0].RemoteID || receipt.RemoteID == books[0].Key) {
		return nil
	}
	return errors.Join(verdict(outcome, editorial.Unknown), s.found(p, books[0]))
}

// slow gives up when the publishing call has arrived.
func slow(s *scene) error {
	ctx, cancel := context.WithCancel(s.ctx)
	defer cancel()
	stop := make(chan struct{})
	defer close(stop)
	go func() {
		select {
		case <-s.probe.reached:
			cancel()
		case <-stop:
		}
	}()
	s.Fault(Slow)
	_, err := s.publishUnder(ctx, s.Piece(sample))
	_, none := s.entries(0)
	return errors.Join(verdict(err, editorial.Unknown), none)
}

func redirect(s *scene) error {
	s.Fault(Redirect)
	_, err := s.publish(s.Piece(sample))
	_, none := s.entries(0)
	if err == nil {
		return errors.New("a redirect was taken for a publication")
	}
	return none
}

func tooLong(s *scene) error {
	_, err := s.publish(s.Piece(s.h.TooLong))
	_, none := s.entries(0)
	return errors.Join(verdict(err, editorial.Never), none)
}

func cancelled(s *scene) error {
	ctx, cancel := context.WithCancel(s.ctx)
	cancel()
	return s.notHeard(ctx)
}

func refused(s *scene) error { return s.notHeard(unreachable(s.ctx)) }

func (s *scene) notHeard(ctx context.Context) error {
	_, err := s.publishUnder(ctx, s.Piece(sample))
	_, none := s.entries(0)
	return errors.Join(verdict(err, editorial.Later), none, equal("the number of calls", s.probe.calls(), 0))
}
