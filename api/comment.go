package api

import (
	"context"
	"errors"

	"parution.dev/editorial"
	"parution.dev/store"
)

// newAnchor is a passage, as it is named.
type newAnchor struct {
	Channel  editorial.ChannelID `json:"channel,omitempty" maxLength:"64" doc:"Left out: the post's own text"`
	Part     int                 `json:"part,omitempty" minimum:"0" maximum:"60" doc:"Of what leaves there, from 0: the copy or its thread, then the first comment"`
	Revision int                 `json:"revision" minimum:"1" doc:"That was read"`
	Start    int                 `json:"start" minimum:"0" doc:"In characters as people see them (grapheme clusters)"`
	End      int                 `json:"end" minimum:"1" doc:"Exclusive"`
}

func (n *newAnchor) read() *editorial.Anchor {
	if n == nil {
		return nil
	}
	return &editorial.Anchor{Channel: n.Channel, Part: n.Part, Revision: n.Revision, Start: n.Start, End: n.End}
}

type newComment struct {
	Text       string               `json:"text,omitempty" maxLength:"10000" doc:"Can be left out of a suggestion"`
	Thread     editorial.CommentID  `json:"thread,omitempty" maxLength:"64" doc:"The comment that began the thread to answer in; left out: it begins one"`
	Client     bool                 `json:"client,omitempty" doc:"The client sees it too, for good. An answer can be seen only where its thread is"`
	Anchor     *newAnchor           `json:"anchor,omitempty" doc:"The passage that it is about, of a comment that begins a thread"`
	Mentions   []editorial.MemberID `json:"mentions,omitempty" maxItems:"50" maxLength:"64" doc:"Whom it calls: members who can read the post"`
	Suggestion *string              `json:"suggestion,omitempty" maxLength:"100000" doc:"Other words for the passage; empty: strike it out"`
}

type createCommentInput struct {
	Post editorial.PostID `path:"post"`
	Body newComment
}

func (a *API) createComment(ctx context.Context, in *createCommentInput) (*created[commentView], error) {
	p, actor, err := a.postTo(ctx, in.Post, editorial.Discuss)
	if err != nil {
		return nil, err
	}
	b := in.Body
	remark := editorial.Remark{Text: b.Text, Client: b.Client, Anchor: b.Anchor.read(), Mentions: b.Mentions, Suggest: b.Suggestion}
	read := 0
	if b.Anchor != nil {
		read = b.Anchor.Revision
	}
	c, err := a.store.AddComment(ctx, a.write(ctx, actor), p.ID, b.Thread, read, func(t editorial.Talk) (editorial.Comment, []editorial.AuditLine, error) {
		return t.Say(remark)
	})
	if err != nil {
		return nil, err
	}
	answer, err := a.answerComment(ctx, c)
	if err != nil {
		return nil, err
	}
	return &created[commentView]{Location: location(ctx, c.ID), ETag: answer.ETag, Body: answer.Body}, nil
}

// postTo reads a post of a calendar that the caller needs a permission in.
func (a *API) postTo(ctx context.Context, id editorial.PostID, need editorial.Permission) (*editorial.Post, editorial.Actor, error) {
	p, err := a.store.GetPost(ctx, id)
	if err != nil {
		return nil, editorial.Actor{}, err
	}
	_, actor, err := a.calendarFor(ctx, p.Calendar, need)
	return p, actor, err
}

// CommentsQuery narrows a list of comments.
type CommentsQuery struct {
	Paging
	Unread    bool `query:"unread" doc:"Those that you have not read."`
	Mentioned bool `query:"mentioned" doc:"Those that mention you."`
	Open      bool `query:"open" doc:"Those of threads that nobody has resolved."`
}

func (q CommentsQuery) filter(ctx context.Context) store.CommentFilter {
	return store.CommentFilter{Reader: callerOf(ctx).member.ID, Unread: q.Unread, Mentioned: q.Mentioned, Open: q.Open}
}

type listCommentsInput struct {
	CommentsQuery
	Post editorial.PostID `path:"post"`
}

// listComments answers what was said about a post, in the order in which it
// came.
func (a *API) listComments(ctx context.Context, in *listCommentsInput) (*listed[commentView], error) {
	p, _, err := a.postTo(ctx, in.Post, editorial.Read)
	if err != nil {
		return nil, err
	}
	filter := in.filter(ctx)
	filter.Post = p.ID
	return a.pageOfComments(ctx, filter, in.Paging)
}

type listCalendarCommentsInput struct {
	CommentsQuery
	Calendar editorial.CalendarID `path:"calendar"`
}

// listCalendarComments answers what was said about the posts of a calendar,
// newest first.
func (a *API) listCalendarComments(ctx context.Context, in *listCalendarCommentsInput) (*listed[commentView], error) {
	calendar, _, err := a.calendarFor(ctx, in.Calendar, editorial.Read)
	if err != nil {
		return nil, err
	}
	filter := in.filter(ctx)
	filter.Calendar, filter.Newest = calendar.ID, true
	return a.pageOfComments(ctx, filter, in.Paging)
}

func (a *API) pageOfComments(ctx context.Context, filter store.CommentFilter, p Paging) (*listed[commentView], error) {
	heard, next, err := a.store.ListComments(ctx, filter, p.page())
	if err != nil {
		return nil, err
	}
	views, err := a.viewComments(ctx, heard)
	if err != nil {
		return nil, err
	}
	return list(ctx, views, next, func(v commentView) commentView { return v }), nil
}

type readCommentsInput struct {
	Post editorial.PostID `path:"post"`
	Body struct {
		UpTo editorial.CommentID `json:"up_to" maxLength:"64" doc:"The last comment that you have read"`
	}
}

// readComments notes how far the caller has read. It is nobody else's matter,
// so nothing of it is on record.
func (a *API) readComments(ctx context.Context, in *readCommentsInput) (*struct{}, error) {
	p, actor, err := a.postTo(ctx, in.Post, editorial.Read)
	if err != nil {
		return nil, err
	}
	c, err := a.store.GetComment(ctx, in.Body.UpTo)
	if editorial.IsKind(err, editorial.NotFound) || err == nil && c.Post != p.ID {
		return nil, editorial.InvalidAt("/up_to", codeUnknownComment)
	}
	if err != nil {
		return nil, err
	}
	return nil, a.store.ReadComments(ctx, actor.Member, c)
}

// CommentPath names a comment.
type CommentPath struct {
	Comment editorial.CommentID `path:"comment"`
}

// commentFor reads a comment in a calendar that the caller needs a permission
// in.
func (a *API) commentFor(ctx context.Context, id editorial.CommentID, need editorial.Permission) (editorial.Comment, editorial.Actor, error) {
	c, err := a.store.GetComment(ctx, id)
	if err != nil {
		return c, editorial.Actor{}, err
	}
	_, actor, err := a.calendarFor(ctx, c.Calendar, need)
	return c, actor, err
}

func (a *API) getComment(ctx context.Context, in *CommentPath) (*commentAnswer, error) {
	c, _, err := a.commentFor(ctx, in.Comment, editorial.Read)
	if err != nil {
		return nil, err
	}
	return a.answerComment(ctx, c)
}

type updateCommentInput struct {
	CommentPath
	IfMatch string `header:"If-Match" required:"true" doc:"The ETag of the version that the change starts from."`
	Body    struct {
		Text     Patch[string]               `json:"text,omitzero" maxLength:"10000"`
		Mentions Patch[[]editorial.MemberID] `json:"mentions,omitzero" maxItems:"50" maxLength:"64"`
	}
}

// updateComment rewrites a comment of one's own. The record keeps what it
// said.
func (a *API) updateComment(ctx context.Context, in *updateCommentInput) (*commentAnswer, error) {
	return a.changeComment(ctx, in.Comment, func(c *editorial.Comment, t editorial.Talk) ([]editorial.AuditLine, error) {
		if err := matchTag(in.IfMatch, commentTag(*c)); err != nil {
			return nil, err
		}
		remark := editorial.Remark{Text: c.Text, Mentions: c.Mentions}
		in.Body.Text.Into(&remark.Text)
		in.Body.Mentions.Into(&remark.Mentions)
		return c.Rewrite(remark, t)
	})
}

type removeCommentInput struct {
	CommentPath
	IfMatch string `header:"If-Match" required:"true" doc:"The ETag of the version that was read."`
}

// removeComment takes a comment of one's own away; its place in the thread
// stays.
func (a *API) removeComment(ctx context.Context, in *removeCommentInput) (*commentAnswer, error) {
	return a.changeComment(ctx, in.Comment, func(c *editorial.Comment, t editorial.Talk) ([]editorial.AuditLine, error) {
		if err := matchTag(in.IfMatch, commentTag(*c)); err != nil {
			return nil, err
		}
		return c.Remove(t)
	})
}

type moveCommentInput struct {
	CommentPath
	Body struct {
		Move string `json:"move" enum:"resolve,reopen,decline" doc:"resolve, reopen: of the comment that began a thread; decline: of an open suggestion"`
		Note string `json:"note,omitempty" maxLength:"10000" doc:"Why a suggestion is declined"`
	}
}

// moveComment resolves a thread, opens it again, or declines a suggestion.
func (a *API) moveComment(ctx context.Context, in *moveCommentInput) (*commentAnswer, error) {
	return a.changeComment(ctx, in.Comment, func(c *editorial.Comment, t editorial.Talk) ([]editorial.AuditLine, error) {
		if in.Body.Move == "decline" {
			return c.Decline(in.Body.Note, t)
		}
		if in.Body.Note != "" {
			return nil, editorial.InvalidAt("/note", editorial.CodeNotOfThisMove)
		}
		return c.Settle(in.Body.Move == "resolve", t)
	})
}

// changeComment joins a rule to the transaction that it runs in. Where
// somebody was there first, the answer holds the comment as it is now.
func (a *API) changeComment(ctx context.Context, id editorial.CommentID, change func(*editorial.Comment, editorial.Talk) ([]editorial.AuditLine, error)) (*commentAnswer, error) {
	_, actor, err := a.commentFor(ctx, id, editorial.Discuss)
	if err != nil {
		return nil, err
	}
	c, err := a.store.UpdateComment(ctx, a.write(ctx, actor), id, change)
	if editorial.IsKind(err, editorial.Stale) {
		now, readErr := a.getComment(ctx, &CommentPath{id})
		if readErr != nil {
			return nil, readErr
		}
		return nil, versioned(err, now.Body)
	}
	if err != nil {
		return nil, err
	}
	return a.answerComment(ctx, c)
}

type acceptSuggestionInput struct {
	CommentPath
	IfMatch string `header:"If-Match" maxLength:"1024" doc:"The ETag of the post that the suggestion goes into."`
}

// acceptSuggestion makes a suggestion the text, as an edit of the caller's.
// Where the passage has changed, the answer holds the post as it is now, and
// the revision that the suggestion was made on.
func (a *API) acceptSuggestion(ctx context.Context, in *acceptSuggestionInput) (*postAnswer, error) {
	c, _, err := a.commentFor(ctx, in.Comment, editorial.Read)
	if err != nil {
		return nil, err
	}
	p, desk, err := a.postFor(ctx, c.Post)
	if err != nil {
		return nil, err
	}
	ruler, err := a.rulerToward(ctx, p, desk, func(p *editorial.Post) (editorial.Sheet, error) { return a.suggested(ctx, c, p) })
	if err != nil {
		return nil, err
	}
	w := a.write(ctx, desk.By)
	p, lines, err := a.store.AcceptSuggestion(ctx, w, c.ID, func(c *editorial.Comment, read editorial.Content, p *editorial.Post, desk editorial.Desk) (editorial.Lines, error) {
		desk.Ruler = ruler
		if err := matchTag(in.IfMatch, postTag(p)); err != nil {
			return editorial.Lines{}, err
		}
		return c.Accept(read, p, desk)
	})
	if err != nil {
		return nil, a.withBoth(ctx, err, desk, c, taggedRevision(in.IfMatch))
	}
	desk.Now = w.Now
	return a.answer(ctx, p, desk, lines), nil
}

// suggested is the post as a comment would have it.
func (a *API) suggested(ctx context.Context, c editorial.Comment, p *editorial.Post) (editorial.Sheet, error) {
	if c.Anchor == nil {
		return c.Suggested(editorial.Content{}, p)
	}
	r, err := a.store.GetRevision(ctx, c.Post, c.Anchor.Revision)
	if err != nil {
		return editorial.Sheet{}, err
	}
	return c.Suggested(r.Content, p)
}

// withBoth joins both texts to a refusal: of a stale suggestion the one that
// it was made on, of a stale version the one that the change started from.
func (a *API) withBoth(ctx context.Context, refused error, desk editorial.Desk, c editorial.Comment, base int) error {
	err := a.withCurrent(ctx, refused, desk, c.Post, base)
	more := new(told)
	if refusal := editorial.AsRefusal(refused); refusal == nil || refusal.Code != editorial.CodeSuggestionStale || !errors.As(err, &more) {
		return err
	}
	r, err := a.store.GetRevision(ctx, c.Post, c.Anchor.Revision)
	if err != nil {
		return err
	}
	p, err := a.store.GetPost(ctx, c.Post)
	if err != nil {
		return err
	}
	more.started = viewRevision(r, p)
	return more
}
