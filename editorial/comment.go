package editorial

import (
	"slices"
	"strings"
	"time"
)

// Comment is something that a person said about a post: it begins a thread, or
// answers in one.
type Comment struct {
	ID         CommentID
	Seq        int64 // in the order in which they came
	Calendar   CalendarID
	Post       PostID
	Thread     CommentID // the comment that began it; its own id, for that one
	By         Actor
	Text       string
	Client     bool        // the client sees it too
	Anchor     *Anchor     // what of the post it is about; of the comment that begins a thread
	Mentions   []MemberID  // whom it calls
	Suggestion *Suggestion // other words for what the anchor quotes
	Created    time.Time
	Edited     time.Time
	Removed    time.Time
	Resolved   *ResolvedThread // of the comment that begins a thread
	Version    int64
}

// ResolvedThread says who has settled a thread.
type ResolvedThread struct {
	By Actor
	At time.Time
}

// Begins tells whether the comment begins a thread.
func (c *Comment) Begins() bool { return c.Thread == c.ID }

// Remark is what somebody wants to say.
type Remark struct {
	Text     string
	Client   bool
	Anchor   *Anchor // without its quote
	Mentions []MemberID
	Suggest  *string // in place of what the anchor quotes
}

// Talk is what stands around a remark: the post, the thread that it answers
// in, and the members who can read it.
type Talk struct {
	Post    *Post
	Thread  *Comment // nil: it begins one
	Read    Content  // of the revision that the anchor names
	Readers []Member
	By      Actor
	Now     time.Time
}

// Say makes a comment of a remark. An answer in a thread that was settled
// opens it again.
func (t Talk) Say(r Remark) (Comment, []AuditLine, error) {
	if t.By.ByLink() {
		r.Client, r.Mentions = true, nil
	}
	c := Comment{
		ID: NewID[CommentID]("cmt"), Calendar: t.Post.Calendar, Post: t.Post.ID, By: t.By, Text: r.Text, Client: r.Client,
		Mentions: r.Mentions, Created: t.Now, Version: 1,
	}
	c.By.May = nil
	if c.Thread = c.ID; t.Thread != nil {
		c.Thread = t.Thread.ID
	}
	if err := t.check(r); err != nil {
		return c, nil, err
	}
	if r.Anchor != nil {
		a, err := r.Anchor.Quoting(t.Read)
		if err != nil {
			return c, nil, err
		}
		c.Anchor = &a
	}
	if err := c.suggest(r.Suggest); err != nil {
		return c, nil, err
	}
	lines := append([]AuditLine{t.line("comment.added", string(c.ID), c.Text)}, t.calls(c, nil)...)
	if t.Thread != nil && t.Thread.Resolved != nil {
		t.Thread.Resolved = nil
		lines = append(lines, t.line("comment.reopened", string(t.Thread.ID), ""))
	}
	return c, lines, nil
}

func (t Talk) check(r Remark) error {
	if !t.By.May.Has(Discuss) {
		return Refuse(Forbidden, CodeNotPermitted)
	}
	problems := t.checkMentions(r.Mentions, nil)
	if strings.TrimSpace(r.Text) == "" && r.Suggest == nil {
		problems = append(problems, Problem{Code: CodeNothingSaid, Pointer: "/text"})
	}
	if t.Thread != nil {
		problems = append(problems, t.checkAnswer(r)...)
	}
	return RefuseAll(problems)
}

// checkAnswer says what an answer cannot have: it is about what its thread is
// about, and the client reads no answer to what they do not read.
func (t Talk) checkAnswer(r Remark) []Problem {
	var problems []Problem
	if t.By.ByLink() && !t.Thread.Client {
		return []Problem{{Code: CodeUnknownThread, Pointer: "/thread"}}
	}
	if r.Anchor != nil {
		problems = append(problems, Problem{Code: CodeBeginsThread, Pointer: "/anchor"})
	}
	if r.Suggest != nil {
		problems = append(problems, Problem{Code: CodeBeginsThread, Pointer: "/suggestion"})
	}
	if r.Client && !t.Thread.Client {
		problems = append(problems, Problem{Code: CodeThreadInternal, Pointer: "/client"})
	}
	return problems
}

// checkMentions refuses to call somebody who cannot read the post. Those who
// were called before may stay.
func (t Talk) checkMentions(mentions, before []MemberID) []Problem {
	var problems []Problem
	for i, id := range mentions {
		switch {
		case slices.Contains(mentions[:i], id):
			problems = append(problems, Problem{Code: CodeTwice, Pointer: pointer("mentions", i)})
		case !slices.Contains(before, id) && !t.reads(id):
			problems = append(problems, Problem{Code: CodeCannotRead, Pointer: pointer("mentions", i)})
		}
	}
	return problems
}

func (m Member) reads(calendar CalendarID) bool {
	return m.Deactivated.IsZero() && m.May(calendar).Has(Read)
}

// line is the record's line about something said, with the words where there
// are any: what was said before stays there.
func (t Talk) line(action, subject, words string) AuditLine {
	return AuditLine{
		At: t.Now, Calendar: t.Post.Calendar, Actor: t.By, Action: action, Subject: subject,
		Post: t.Post.ID, Revision: t.Post.Revision, Status: t.Post.Status, Note: words,
	}
}

// calls tells those who are mentioned, and were not before.
func (t Talk) calls(c Comment, before []MemberID) []AuditLine {
	var lines []AuditLine
	for _, id := range c.Mentions {
		if slices.Contains(before, id) {
			continue
		}
		line := t.line("comment.mentioned", string(id), "")
		line.Detail = string(c.ID)
		lines = append(lines, line)
	}
	return lines
}

// IsBy tells whether the comment is somebody's own.
func (c *Comment) IsBy(who Actor) bool {
	return c.By.Member == who.Member && (who.Member != "" || c.By.Token == who.Token)
}

func (c *Comment) checkOwn(by Actor) error {
	switch {
	case !by.May.Has(Discuss):
		return Refuse(Forbidden, CodeNotPermitted)
	case !c.IsBy(by):
		return Refuse(Forbidden, CodeNotYourComment)
	case !c.Removed.IsZero():
		return Refuse(Conflict, CodeCommentRemoved)
	}
	return nil
}

// Rewrite changes one's own comment. What it said before stays on record.
func (c *Comment) Rewrite(r Remark, t Talk) ([]AuditLine, error) {
	if err := c.checkOwn(t.By); err != nil {
		return nil, err
	}
	problems := t.checkMentions(r.Mentions, c.Mentions)
	if strings.TrimSpace(r.Text) == "" && c.Suggestion == nil {
		problems = append(problems, Problem{Code: CodeNothingSaid, Pointer: "/text"})
	}
	if err := RefuseAll(problems); err != nil {
		return nil, err
	}
	before := c.Mentions
	c.Text, c.Mentions, c.Edited = r.Text, r.Mentions, t.Now
	return append([]AuditLine{t.line("comment.edited", string(c.ID), c.Text)}, t.calls(*c, before)...), nil
}

// Remove takes one's own comment away. Its place in the thread stays.
func (c *Comment) Remove(t Talk) ([]AuditLine, error) {
	if err := c.checkOwn(t.By); err != nil {
		return nil, err
	}
	c.Text, c.Mentions, c.Removed = "", nil, t.Now
	if c.Suggestion.open() {
		c.Suggestion = nil
	}
	return []AuditLine{t.line("comment.removed", string(c.ID), "")}, nil
}

// Settle resolves a whole thread, or opens it again.
func (c *Comment) Settle(resolved bool, t Talk) ([]AuditLine, error) {
	switch {
	case !t.By.May.Has(Discuss):
		return nil, Refuse(Forbidden, CodeNotPermitted)
	case !c.Begins():
		return nil, Refuse(Conflict, CodeNotAThread)
	case resolved == (c.Resolved != nil):
		return nil, Refuse(Conflict, CodeMoveNotPossible)
	case !resolved:
		c.Resolved = nil
		return []AuditLine{t.line("comment.reopened", string(c.ID), "")}, nil
	}
	c.resolve(t.By, t.Now)
	return []AuditLine{t.line("comment.resolved", string(c.ID), "")}, nil
}

func (c *Comment) resolve(by Actor, now time.Time) {
	by.May = nil
	c.Resolved = &ResolvedThread{By: by, At: now}
}
