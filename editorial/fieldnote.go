package editorial

import (
	"slices"
	"strings"
	"time"
)

// FieldNote is what the community says about a published post, as somebody who
// reads it brings it back to the plan.
type FieldNote struct {
	ID       FieldNoteID
	Seq      int64 // in the order in which they came
	Calendar CalendarID
	Post     PostID
	By       Actor
	Text     string
	Tags     []string // in lower case
	Created  time.Time
	Edited   time.Time
	Version  int64
}

// Report makes a field note on a post that is out somewhere.
func (t Talk) Report(text string, tags []string) (FieldNote, []AuditLine, error) {
	n := FieldNote{ID: NewID[FieldNoteID]("fln"), Calendar: t.Post.Calendar, Post: t.Post.ID, By: t.By, Created: t.Now, Version: 1}
	n.By.May = nil
	if !t.By.May.Has(Discuss) {
		return n, nil, Refuse(Forbidden, CodeNotPermitted)
	}
	if !slices.ContainsFunc(t.Post.Deliveries, func(d Delivery) bool { return !d.Out.IsZero() }) {
		return n, nil, Refuse(Conflict, CodeNotOutYet)
	}
	if err := n.set(text, tags); err != nil {
		return n, nil, err
	}
	return n, []AuditLine{t.line("field_note.added", string(n.ID), n.Text)}, nil
}

func (n *FieldNote) set(text string, tags []string) error {
	var problems []Problem
	if strings.TrimSpace(text) == "" {
		problems = append(problems, Problem{Code: CodeNothingSaid, Pointer: "/text"})
	}
	n.Text, n.Tags = text, nil
	for i, tag := range tags {
		tag = TidyTag(tag)
		switch {
		case tag == "":
			problems = append(problems, Problem{Code: CodeNothingSaid, Pointer: pointer("tags", i)})
		case slices.Contains(n.Tags, tag):
			problems = append(problems, Problem{Code: CodeTwice, Pointer: pointer("tags", i)})
		}
		n.Tags = append(n.Tags, tag)
	}
	return RefuseAll(problems)
}

// TidyTag writes a tag as tags are compared.
func TidyTag(tag string) string {
	return strings.ToLower(strings.Join(strings.Fields(strings.TrimPrefix(strings.TrimSpace(tag), "#")), " "))
}

func (n *FieldNote) checkOwn(by Actor) error {
	switch {
	case !by.May.Has(Discuss):
		return Refuse(Forbidden, CodeNotPermitted)
	case n.By.Member != by.Member:
		return Refuse(Forbidden, CodeNotYourComment)
	}
	return nil
}

// Rewrite changes one's own note. What it said before stays on record.
func (n *FieldNote) Rewrite(text string, tags []string, t Talk) ([]AuditLine, error) {
	if err := n.checkOwn(t.By); err != nil {
		return nil, err
	}
	if err := n.set(text, tags); err != nil {
		return nil, err
	}
	n.Edited = t.Now
	return []AuditLine{t.line("field_note.edited", string(n.ID), n.Text)}, nil
}

// Remove takes one's own note away.
func (n *FieldNote) Remove(t Talk) ([]AuditLine, error) {
	if err := n.checkOwn(t.By); err != nil {
		return nil, err
	}
	return []AuditLine{t.line("field_note.removed", string(n.ID), "")}, nil
}
