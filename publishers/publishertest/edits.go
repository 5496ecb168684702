package publishertest

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

// corrected is what the sample becomes.
const corrected = sample + "\nCorrigé\u00a0: c’est à 10\u202fh — désolé\u202f!"

func canEdit(h Harness) bool { return h.Edits }

// isEditor compares what the adapter can, and the account lets it, with what
// the harness says.
func isEditor(s *scene) error {
	_, can := s.Publisher.(publishers.Editor)
	edits := s.Account.Limits.Edits
	switch {
	case s.h.Edits != (can && edits.Copy):
		return fmt.Errorf("it edits: %t, the account's limits say %+v", can, edits)
	case (edits.Alt || edits.Media) && !edits.Copy:
		return errors.New("the account's limits let files be edited, and no copy")
	}
	return nil
}

// edit makes one call that changes an entry, and holds it against what is true
// of every such call.
func (s *scene) edit(ctx context.Context, receipt publishers.Receipt, part editorial.Part) (publishers.Receipt, error) {
	editor, can := s.Publisher.(publishers.Editor)
	if !can {
		return publishers.Receipt{}, errors.New("it is no Editor")
	}
	published, edited := s.probe.calls(), s.probe.editing()
	got, err := editor.Edit(ctx, s.Account, publishers.EditedPiece{Receipt: receipt, Part: part})
	if s.probe.calls() > published {
		s.blame("an edit published something")
	}
	if calls := s.probe.editing() - edited; calls > 1 {
		s.blame("the entry was edited %d times by one Edit", calls)
	} else if err == nil && calls == 0 {
		s.blame("edited without an editing call: the fake must be Editable")
	}
	if err == nil && got.RemoteID != receipt.RemoteID {
		s.blame("edited, %q is called %q", receipt.RemoteID, got.RemoteID)
	}
	s.keepsSecrets(err)
	return got, err
}

// published is a piece that is out, ready to be edited.
func (s *scene) published(p publishers.Piece) (publishers.Receipt, editorial.Part, error) {
	receipt, err := s.publish(p)
	part := p.Part
	part.Text = corrected
	return receipt, part, err
}

// says asks that the books hold one entry, with a text.
func (s *scene) says(text string) error {
	books, err := s.entries(1)
	if err != nil {
		return err
	}
	return equal("the text", books[0].Text, text)
}

// edit sets a text, sets it again, and brings the first one back.
func edit(s *scene) error {
	p := s.Piece(sample)
	receipt, part, err := s.published(p)
	if err != nil {
		return err
	}
	for _, text := range []string{corrected, corrected, sample} {
		part.Text = text
		if receipt, err = s.edit(s.ctx, receipt, part); err != nil {
			return err
		}
		if err := s.says(text); err != nil {
			return err
		}
	}
	return nil
}

// editPictured changes the words of a post and those about its pictures, where
// the account lets it; the pictures stay.
func editPictured(s *scene) error {
	p, err := pictured(s.Piece(sample), s.Account.Limits.Media)
	if err != nil {
		return err
	}
	receipt, part, err := s.published(p)
	if err != nil {
		return err
	}
	part.Media = slices.Clone(part.Media)
	want := make([]string, 0, len(part.Media))
	for i := range part.Media {
		if s.Account.Limits.Edits.Alt {
			part.Media[i].Alt += ", vue de près"
		}
		want = append(want, part.Media[i].Alt)
	}
	if _, err := s.edit(s.ctx, receipt, part); err != nil {
		return err
	}
	books, err := s.entries(1)
	if err != nil {
		return err
	}
	if !s.h.NoAlt && !slices.Equal(books[0].Alt, want) {
		return fmt.Errorf("the alternative texts are %q, want %q", books[0].Alt, want)
	}
	return equal("the text", books[0].Text, corrected)
}

func editGone(s *scene) error {
	receipt, part, err := s.published(s.Piece(sample))
	if err != nil {
		return err
	}
	fake, can := s.Fake.(Editable)
	if !can {
		return errors.New("the fake is not Editable")
	}
	fake.Delete(receipt.RemoteID)
	_, err = s.edit(s.ctx, receipt, part)
	_, none := s.entries(0)
	return errors.Join(verdict(err, editorial.Never), none)
}

// editRefused lets the platform refuse: nothing has changed, and the next call
// gets through.
func editRefused(s *scene) error {
	for fault, want := range map[Fault]editorial.Verdict{Unauthorized: editorial.Reconnect, TooMany: editorial.Later} {
		receipt, part, err := s.published(s.Piece(sample))
		if err != nil {
			return err
		}
		s.Fault(fault)
		_, refusal := s.edit(s.ctx, receipt, part)
		if err := errors.Join(verdict(refusal, want), s.lastSays(sample)); err != nil {
			return fmt.Errorf("%s: %w", fault, err)
		}
		if wait := publishers.Judge(refusal).Wait; fault == TooMany && (wait < TooManyWait/2 || wait > 2*TooManyWait) {
			return fmt.Errorf("told to wait %s, it says %s", TooManyWait, wait)
		}
		if _, err := s.edit(s.ctx, receipt, part); err != nil {
			return fmt.Errorf("after %s: %w", fault, err)
		}
		if err := s.lastSays(corrected); err != nil {
			return err
		}
	}
	return nil
}

func (s *scene) lastSays(text string) error {
	books := s.Fake.Books()
	if len(books) == 0 {
		return errors.New("the books are empty")
	}
	return equal("the text", books[len(books)-1].Text, text)
}

// editUnclear loses the answer: the outcome is no refusal and no success, and
// the same call once more settles it.
func editUnclear(s *scene) error {
	receipt, part, err := s.published(s.Piece(sample))
	if err != nil {
		return err
	}
	for i, fault := range []Fault{ServerError, CutBefore, CutAfter, BadJSON, Redirect} {
		part.Text = fmt.Sprintf("%s (%d)", corrected, i)
		s.Fault(fault)
		_, err := s.edit(s.ctx, receipt, part)
		if got := publishers.Judge(err).Verdict; fault != Redirect && got != editorial.Unknown && got != editorial.Later {
			return fmt.Errorf("%s: the verdict is %q, want one that repeats the call", fault, got)
		} else if got == editorial.Done {
			return fmt.Errorf("%s was taken for a success", fault)
		}
		if _, err := s.edit(s.ctx, receipt, part); err != nil {
			return fmt.Errorf("again after %s: %w", fault, err)
		}
		if err := s.says(part.Text); err != nil {
			return fmt.Errorf("again after %s: %w", fault, err)
		}
	}
	return nil
}

func editTooLong(s *scene) error {
	receipt, part, err := s.published(s.Piece(sample))
	if err != nil {
		return err
	}
	part.Text = s.h.TooLong
	_, err = s.edit(s.ctx, receipt, part)
	return errors.Join(verdict(err, editorial.Never), s.says(sample))
}

func editNotHeard(s *scene) error {
	receipt, part, err := s.published(s.Piece(sample))
	if err != nil {
		return err
	}
	cancelled, cancel := context.WithCancel(s.ctx)
	cancel()
	for _, ctx := range []context.Context{cancelled, unreachable(s.ctx)} {
		_, err = s.edit(ctx, receipt, part)
		if err := errors.Join(verdict(err, editorial.Later), s.says(sample)); err != nil {
			return err
		}
	}
	return equal("the number of calls", s.probe.editing(), 0)
}
