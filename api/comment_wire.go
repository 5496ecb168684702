package api

import (
	"context"
	"time"

	"parution.dev/editorial"
	"parution.dev/store"
)

// commentView is something that a person said about a post.
type commentView struct {
	ID         editorial.CommentID  `json:"id" example:"cmt_0692k8o5vfr3hd1t9m4q6c2p0g"`
	Calendar   editorial.CalendarID `json:"calendar"`
	Post       editorial.PostID     `json:"post"`
	Thread     editorial.CommentID  `json:"thread" doc:"The comment that began the thread; its own id, for that one"`
	By         actorView            `json:"by"`
	Text       string               `json:"text" doc:"Empty once it was removed"`
	Client     bool                 `json:"client" doc:"The client sees it too"`
	Anchor     *anchorView          `json:"anchor,omitempty" doc:"The passage that it is about"`
	Mentions   []editorial.MemberID `json:"mentions" doc:"Whom it calls"`
	Suggestion *suggestionView      `json:"suggestion,omitempty" doc:"Other words for the passage"`
	CreatedAt  time.Time            `json:"created_at"`
	EditedAt   *time.Time           `json:"edited_at" doc:"null: it is as it was written"`
	RemovedAt  *time.Time           `json:"removed_at" doc:"null: it stands"`
	Resolved   *resolvedView        `json:"resolved,omitempty" doc:"Of the comment that began a thread: who resolved it"`
	Unread     bool                 `json:"unread" doc:"By the reader"`
}

// anchorView is a passage, as it was when it was commented on, and where it
// stands now.
type anchorView struct {
	Channel  editorial.ChannelID `json:"channel" doc:"Empty: the post's own text"`
	Part     int                 `json:"part" doc:"Of what leaves there, from 0: the copy or its thread, then the first comment"`
	Revision int                 `json:"revision" doc:"That was read"`
	Start    int                 `json:"start" doc:"In characters as people see them (grapheme clusters)"`
	End      int                 `json:"end" doc:"Exclusive"`
	Quote    string              `json:"quote" doc:"What stood there"`
	Now      *placeView          `json:"now" doc:"Where it stands in the current revision; null: the text has changed"`
}

type placeView struct {
	Part  int `json:"part"`
	Start int `json:"start"`
	End   int `json:"end"`
}

type suggestionView struct {
	Text     string                    `json:"text"`
	State    editorial.SuggestionState `json:"state" enum:"open,accepted,declined"`
	By       *actorView                `json:"by,omitempty" doc:"Who decided"`
	At       *time.Time                `json:"at,omitempty"`
	Note     string                    `json:"note,omitempty" doc:"Why it was declined"`
	Revision int                       `json:"revision,omitempty" doc:"That accepting it made"`
}

type resolvedView struct {
	By actorView `json:"by"`
	At time.Time `json:"at"`
}

// commentAnswer is one comment with its version.
type commentAnswer struct {
	ETag string `header:"ETag" doc:"The version, for If-Match."`
	Body commentView
}

func commentTag(c editorial.Comment) string { return etag(c.Version, string(c.ID)) }

func (a *API) answerComment(ctx context.Context, c editorial.Comment) (*commentAnswer, error) {
	views, err := a.viewComments(ctx, []store.Heard{{Comment: c}})
	if err != nil {
		return nil, err
	}
	return &commentAnswer{ETag: commentTag(c), Body: views[0]}, nil
}

// viewComments shows comments, and where their passages stand now.
func (a *API) viewComments(ctx context.Context, heard []store.Heard) ([]commentView, error) {
	reads := reading{api: a, contents: map[reference]editorial.Content{}}
	views := make([]commentView, len(heard))
	for i, h := range heard {
		now, err := reads.now(ctx, h.Comment)
		if err != nil {
			return nil, err
		}
		views[i] = viewComment(h, now)
	}
	return views, nil
}

func viewComment(h store.Heard, now *placeView) commentView {
	c := h.Comment
	v := commentView{
		ID: c.ID, Calendar: c.Calendar, Post: c.Post, Thread: c.Thread, By: viewActor(c.By), Text: c.Text, Client: c.Client,
		Mentions: filled(c.Mentions), CreatedAt: c.Created, EditedAt: instant(c.Edited), RemovedAt: instant(c.Removed), Unread: h.Unread,
		Suggestion: viewSuggestion(c.Suggestion),
	}
	if x := c.Anchor; x != nil {
		v.Anchor = &anchorView{Channel: x.Channel, Part: x.Part, Revision: x.Revision, Start: x.Start, End: x.End, Quote: x.Quote, Now: now}
	}
	if c.Resolved != nil {
		v.Resolved = &resolvedView{By: viewActor(c.Resolved.By), At: c.Resolved.At.UTC()}
	}
	return v
}

func viewSuggestion(s *editorial.Suggestion) *suggestionView {
	if s == nil {
		return nil
	}
	v := &suggestionView{Text: s.Text, State: s.State, Note: s.Note, Revision: s.Revision, At: instant(s.At)}
	if !s.At.IsZero() {
		by := viewActor(s.By)
		v.By = &by
	}
	return v
}

// reading reads each content that comments are about once.
type reading struct {
	api      *API
	contents map[reference]editorial.Content
}

// reference names a content: a revision of a post; 0 is the current one.
type reference struct {
	post     editorial.PostID
	revision int
}

func (r reading) content(ctx context.Context, of reference) (editorial.Content, error) {
	if c, ok := r.contents[of]; ok {
		return c, nil
	}
	var c editorial.Content
	if of.revision == 0 {
		p, err := r.api.store.GetPost(ctx, of.post)
		if err != nil {
			return c, err
		}
		c = p.Content
	} else {
		revision, err := r.api.store.GetRevision(ctx, of.post, of.revision)
		if err != nil {
			return c, err
		}
		c = revision.Content
	}
	r.contents[of] = c
	return c, nil
}

// now is where a comment's passage stands; nil where it has none, or the text
// has changed.
func (r reading) now(ctx context.Context, c editorial.Comment) (*placeView, error) {
	if c.Anchor == nil {
		return nil, nil //nolint:nilnil // there is no passage
	}
	read, err := r.content(ctx, reference{c.Post, c.Anchor.Revision})
	if err != nil {
		return nil, err
	}
	current, err := r.content(ctx, reference{c.Post, 0})
	if err != nil {
		return nil, err
	}
	at := c.Anchor.Follow(read, current)
	if at.Changed {
		return nil, nil //nolint:nilnil // the text has changed
	}
	return &placeView{Part: at.Part, Start: at.Start, End: at.End}, nil
}
