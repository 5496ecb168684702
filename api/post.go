package api

import (
	"context"
	"net/http"

	"parution.dev/editorial"
	"parution.dev/store"
)

// postAnswer is one post with its version.
type postAnswer struct {
	Status int
	ETag   string `header:"ETag" doc:"The version, for If-Match. It changes with everything that a person can edit."`
	Body   postView
}

type createPostInput struct {
	Calendar editorial.CalendarID `path:"calendar"`
	Body     PostEdit
}

func (a *API) createPost(ctx context.Context, in *createPostInput) (*created[postView], error) {
	calendar, actor, err := a.calendarFor(ctx, in.Calendar, editorial.Write)
	if err != nil {
		return nil, err
	}
	found, err := a.lookUp(ctx, calendar.ID, in.Body)
	if err != nil {
		return nil, err
	}
	var around editorial.Desk
	p, lines, err := a.store.AddPost(ctx, a.write(ctx, actor), calendar.ID, func(desk editorial.Desk) (*editorial.Post, editorial.Lines, error) {
		around = desk
		sheet, err := in.Body.over(editorial.Sheet{}, desk, found)
		if err != nil {
			return nil, editorial.Lines{}, err
		}
		return editorial.NewPost(sheet, desk)
	})
	if err != nil {
		return nil, err
	}
	lang := callerOf(ctx).lang
	view := viewPost(p, around, lang)
	view.Notices = viewNotices(lines.Notices, lang)
	return &created[postView]{Location: location(ctx, p.ID), ETag: postTag(p), Body: view}, nil
}

type getPostInput struct {
	Post        editorial.PostID `path:"post"`
	IfNoneMatch string           `header:"If-None-Match" maxLength:"1024"`
}

func (a *API) getPost(ctx context.Context, in *getPostInput) (*postAnswer, error) {
	p, desk, err := a.postFor(ctx, in.Post)
	if err != nil {
		return nil, err
	}
	answer := a.answer(ctx, p, desk, editorial.Lines{})
	if in.IfNoneMatch != "" && matchTag(in.IfNoneMatch, postTag(p)) == nil && unmoved(p, desk.Now) {
		answer.Status = http.StatusNotModified
	}
	return answer, nil
}

type updatePostInput struct {
	Post    editorial.PostID `path:"post"`
	IfMatch string           `header:"If-Match" maxLength:"1024" doc:"The ETag of the version that the change starts from."`
	Body    postPatch
}

func (a *API) updatePost(ctx context.Context, in *updatePostInput) (*postAnswer, error) {
	p, desk, err := a.postFor(ctx, in.Post)
	if err != nil {
		return nil, err
	}
	found, err := a.lookUpPatch(ctx, p, in.Body)
	if err != nil {
		return nil, err
	}
	ruler, err := a.rulerFor(ctx, p, desk, in.Body.PostEdit, found)
	if err != nil {
		return nil, err
	}
	w := a.write(ctx, desk.By)
	if w.Copy, err = a.copyNamed(ctx, p, in.Body.Copy.Value); err != nil {
		return nil, err
	}
	return a.savePost(ctx, w, desk, p.ID, in.Body.base(in.IfMatch), func(p *editorial.Post, desk editorial.Desk) (editorial.Lines, error) {
		desk.Ruler = ruler
		if err := in.Body.startsFrom(in.IfMatch, p); err != nil {
			return editorial.Lines{}, err
		}
		next, err := in.Body.over(p.Sheet, desk, found)
		if err != nil {
			return editorial.Lines{}, err
		}
		return found.edit(p, next, desk)
	})
}

type archivePostInput struct {
	Post    editorial.PostID `path:"post"`
	IfMatch string           `header:"If-Match" maxLength:"1024" doc:"The ETag of the version that was read."`
}

func (a *API) archivePost(ctx context.Context, in *archivePostInput) (*postAnswer, error) {
	p, desk, err := a.postFor(ctx, in.Post)
	if err != nil {
		return nil, err
	}
	return a.changePost(ctx, desk, p.ID, taggedRevision(in.IfMatch), func(p *editorial.Post, desk editorial.Desk) (editorial.Lines, error) {
		if err := matchTag(in.IfMatch, postTag(p)); err != nil {
			return editorial.Lines{}, err
		}
		return p.Apply(editorial.Asked{Move: editorial.MoveArchive}, desk)
	})
}

// changePost joins a rule to the transaction that it runs in. Where somebody
// was there first, the answer holds the post as it is now, and as it was in
// the revision that the change started from.
func (a *API) changePost(ctx context.Context, desk editorial.Desk, id editorial.PostID, base int, change store.Change) (*postAnswer, error) {
	return a.savePost(ctx, a.write(ctx, desk.By), desk, id, base, change)
}

// savePost is changePost, by a write that says more.
func (a *API) savePost(ctx context.Context, w store.Write, desk editorial.Desk, id editorial.PostID, base int, change store.Change) (*postAnswer, error) {
	p, lines, err := a.store.UpdatePost(ctx, w, id, change)
	if err != nil {
		return nil, a.withCurrent(ctx, err, desk, id, base)
	}
	desk.Now = w.Now
	return a.answer(ctx, p, desk, lines), nil
}

// withCurrent joins the post as it is now to a refusal that came from its
// state.
func (a *API) withCurrent(ctx context.Context, refused error, desk editorial.Desk, id editorial.PostID, base int) error {
	if !editorial.IsKind(refused, editorial.Stale) && !editorial.IsKind(refused, editorial.Conflict) {
		return refused
	}
	p, err := a.store.GetPost(ctx, id)
	if err != nil {
		return err
	}
	more := &told{error: refused, current: viewPost(p, desk, callerOf(ctx).lang)}
	if editorial.IsKind(refused, editorial.Stale) && base > 0 {
		switch r, err := a.store.GetRevision(ctx, id, base); {
		case err == nil:
			more.started = viewRevision(r, p)
		case !editorial.IsKind(err, editorial.NotFound):
			return err
		}
	}
	return more
}

// answer shows a post to the caller.
func (a *API) answer(ctx context.Context, p *editorial.Post, desk editorial.Desk, lines editorial.Lines) *postAnswer {
	lang := callerOf(ctx).lang
	view := viewPost(p, desk, lang)
	view.Notices = viewNotices(lines.Notices, lang)
	return &postAnswer{Status: http.StatusOK, ETag: postTag(p), Body: view}
}

// postFor reads a post that the caller may read, with what stands around it.
// What more they may do is the rules' matter.
func (a *API) postFor(ctx context.Context, id editorial.PostID) (*editorial.Post, editorial.Desk, error) {
	p, err := a.store.GetPost(ctx, id)
	if err != nil {
		return nil, editorial.Desk{}, err
	}
	desk, err := a.deskFor(ctx, p.Calendar)
	return p, desk, err
}

// deskFor is what stands around the posts of a calendar.
func (a *API) deskFor(ctx context.Context, id editorial.CalendarID) (editorial.Desk, error) {
	calendar, actor, err := a.calendarFor(ctx, id, editorial.Read)
	if err != nil {
		return editorial.Desk{}, err
	}
	found, err := all(func(page store.Page) ([]editorial.Channel, string, error) {
		return a.store.ListChannels(ctx, id, page)
	})
	channels := editorial.Channels{}
	for _, channel := range found {
		channels[channel.ID] = channel
	}
	if err != nil {
		return editorial.Desk{}, err
	}
	desk := editorial.Desk{Calendar: calendar, Channels: channels, By: actor, Now: a.now()}
	if desk.Team, err = a.store.ListTeam(ctx, id); err != nil {
		return desk, err
	}
	if desk.Away, err = a.store.Away(ctx, id, desk.Now); err != nil {
		return desk, err
	}
	desk.Campaigns, err = a.store.CampaignMargins(ctx, id)
	return desk, err
}
