package editorial

import (
	"strings"
	"time"
)

// Suggestion is other words for what a comment's anchor quotes.
type Suggestion struct {
	Text     string
	State    SuggestionState
	By       Actor     // who decided
	At       time.Time // when
	Note     string    // why it was declined
	Revision int       // that accepting it made
}

// SuggestionState is what became of a suggestion.
type SuggestionState string

// The states of suggestions.
const (
	SuggestionOpen     SuggestionState = "open"
	SuggestionAccepted SuggestionState = "accepted"
	SuggestionDeclined SuggestionState = "declined"
)

func (s *Suggestion) open() bool { return s != nil && s.State == SuggestionOpen }

// suggest has the comment suggest other words.
func (c *Comment) suggest(words *string) error {
	switch {
	case words == nil:
		return nil
	case c.Anchor == nil:
		return InvalidAt("/anchor", CodeAnchorNeeded)
	case *words == c.Anchor.Quote:
		return InvalidAt("/suggestion", CodeNothingSuggested)
	case len(*words) > MaxText:
		return InvalidAt("/suggestion", CodeTextTooLong)
	}
	c.Suggestion = &Suggestion{Text: *words, State: SuggestionOpen}
	return nil
}

// undecided refuses to decide on what is no open suggestion.
func (c *Comment) undecided() error {
	switch {
	case c.Suggestion == nil:
		return Refuse(Conflict, CodeNoSuggestion)
	case !c.Suggestion.open():
		return Refuse(Conflict, CodeSuggestionDecided)
	}
	return nil
}

func (c *Comment) decide(as SuggestionState, by Actor, now time.Time) {
	by.May = nil
	s := *c.Suggestion
	s.State, s.By, s.At = as, by, now
	c.Suggestion = &s
	c.resolve(by, now)
}

// Accept makes a suggestion the text, as an edit of whoever accepts it. It is
// stale where what it replaces does not stand there any more.
func (c *Comment) Accept(read Content, p *Post, desk Desk) (Lines, error) {
	if err := c.undecided(); err != nil {
		return Lines{}, err
	}
	next, err := c.Suggested(read, p)
	if err != nil {
		return Lines{}, err
	}
	lines, err := p.Edit(next, desk)
	if err != nil {
		return Lines{}, err
	}
	c.decide(SuggestionAccepted, desk.By, desk.Now)
	c.Suggestion.Revision = p.Revision
	lines.Audit = append(lines.Audit, Talk{Post: p, By: desk.By, Now: desk.Now}.line("comment.suggestion_accepted", string(c.ID), ""))
	return lines, nil
}

// Suggested is the post's sheet as the suggestion has it.
func (c *Comment) Suggested(read Content, p *Post) (Sheet, error) {
	next := p.Clone()
	if c.Suggestion == nil {
		return next, Refuse(Conflict, CodeNoSuggestion)
	}
	at := c.Anchor.Follow(read, p.Content)
	if at.Changed {
		return next, Refuse(Conflict, CodeSuggestionStale)
	}
	next.Content = next.Content.replacing(c.Anchor.Channel, at, c.Suggestion.Text)
	return next, nil
}

// Decline turns a suggestion down, and says why. Whoever made it may take it
// back so.
func (c *Comment) Decline(why string, t Talk) ([]AuditLine, error) {
	if err := c.undecided(); err != nil {
		return nil, err
	}
	if !t.By.May.Has(Write) && (!c.IsBy(t.By) || !t.By.May.Has(Discuss)) {
		return nil, Refuse(Forbidden, CodeNotPermitted)
	}
	if strings.TrimSpace(why) == "" {
		return nil, InvalidAt("/note", CodeReasonNeeded)
	}
	c.decide(SuggestionDeclined, t.By, t.Now)
	c.Suggestion.Note = why
	return []AuditLine{t.line("comment.suggestion_declined", string(c.ID), why)}, nil
}
