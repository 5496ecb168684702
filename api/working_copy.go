package api

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"reflect"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"parution.dev/editorial"
)

// unsaved is an edit that is kept as it was sent. Its shape was checked; what
// it says is looked at when it is saved.
type unsaved string

// UnmarshalJSON keeps what was sent.
func (u *unsaved) UnmarshalJSON(data []byte) error {
	var b bytes.Buffer
	err := json.Compact(&b, data)
	*u = unsaved(b.String())
	return err
}

// MarshalJSON gives it back.
func (u unsaved) MarshalJSON() ([]byte, error) { return []byte(u), nil }

// Schema is that of an edit.
func (unsaved) Schema(r huma.Registry) *huma.Schema {
	return r.Schema(reflect.TypeFor[PostEdit](), true, "")
}

// workingCopyAsked is what a person has written up to now.
type workingCopyAsked struct {
	Edit    unsaved `json:"edit" doc:"What would be sent to save it: a merge patch, as for PATCH"`
	Base    unsaved `json:"base,omitempty" doc:"What the changed fields said before, for a merge later"`
	Started string  `json:"started_from" maxLength:"100" doc:"The ETag of the post that the writing began with, with or without its quotes"`
}

// workingCopyView is what somebody wrote of a post and did not save.
type workingCopyView struct {
	Post     editorial.PostID `json:"post"`
	Edit     unsaved          `json:"edit"`
	Base     unsaved          `json:"base,omitempty"`
	Revision int              `json:"revision" doc:"The post's revision that it started from"`
	Started  string           `json:"started_from" doc:"The post's ETag that it started from"`
	Stale    bool             `json:"stale" doc:"The post was changed since: merge before you save"`
	MadeAt   time.Time        `json:"made_at"`
	SavedAt  time.Time        `json:"saved_at"`
}

func viewWorkingCopy(c editorial.WorkingCopy, p *editorial.Post) workingCopyView {
	return workingCopyView{
		Post: c.Post, Edit: unsaved(c.Edit), Base: unsaved(c.Base), Revision: c.Revision, Started: c.Started,
		Stale: c.Started != postTag(p), MadeAt: c.Made.UTC(), SavedAt: c.Saved.UTC(),
	}
}

func copyTag(c editorial.WorkingCopy) string {
	return etag(c.Version, string(c.Post+"/")+string(c.Member))
}

// quoted is a tag as headers have it.
func quoted(tag string) string { return `"` + strings.Trim(tag, `"`) + `"` }

type workingCopyAnswer struct {
	Status int
	ETag   string `header:"ETag" doc:"The version of the working copy: name it as working_copy when you save."`
	Body   workingCopyView
}

func answerCopy(c editorial.WorkingCopy, p *editorial.Post) *workingCopyAnswer {
	return &workingCopyAnswer{Status: http.StatusOK, ETag: copyTag(c), Body: viewWorkingCopy(c, p)}
}

type workingCopyInput struct {
	Post editorial.PostID `path:"post"`
}

// getWorkingCopy answers 204 where nothing is kept: that is no fault of who asks.
func (a *API) getWorkingCopy(ctx context.Context, in *workingCopyInput) (*workingCopyAnswer, error) {
	p, desk, err := a.postFor(ctx, in.Post)
	if err != nil {
		return nil, err
	}
	c, err := a.store.GetWorkingCopy(ctx, desk.By.Member, p.ID)
	if editorial.IsKind(err, editorial.NotFound) {
		return &workingCopyAnswer{Status: http.StatusNoContent}, nil
	}
	if err != nil {
		return nil, err
	}
	return answerCopy(c, p), nil
}

type putWorkingCopyInput struct {
	Post    editorial.PostID `path:"post"`
	IfMatch string           `header:"If-Match" maxLength:"1024" doc:"The ETag of the working copy that this goes over; without it, whoever writes last wins."`
	Body    workingCopyAsked
}

// putWorkingCopy keeps what somebody writes. It makes no revision.
func (a *API) putWorkingCopy(ctx context.Context, in *putWorkingCopyInput) (*workingCopyAnswer, error) {
	p, _, err := a.postFor(ctx, in.Post)
	if err != nil {
		return nil, err
	}
	_, actor, err := a.calendarFor(ctx, p.Calendar, editorial.Write)
	if err != nil {
		return nil, err
	}
	started := quoted(in.Body.Started)
	next := editorial.WorkingCopy{
		Post: p.ID, Member: actor.Member, Edit: string(in.Body.Edit), Base: string(in.Body.Base),
		Revision: taggedRevision(started), Started: started, Saved: a.now(),
	}
	if next.Revision < 1 || next.Revision > p.Revision {
		return nil, editorial.InvalidAt("/started_from", codeUnknownRevision)
	}
	var before editorial.WorkingCopy
	saved, err := a.store.SaveWorkingCopy(ctx, next, func(old editorial.WorkingCopy) error {
		if before = old; in.IfMatch == "" {
			return nil
		}
		return matchTag(in.IfMatch, copyTag(old))
	})
	if err != nil {
		return nil, versioned(err, viewWorkingCopy(before, p))
	}
	return answerCopy(saved, p), nil
}

func (a *API) discardWorkingCopy(ctx context.Context, in *workingCopyInput) (*struct{}, error) {
	p, desk, err := a.postFor(ctx, in.Post)
	if err != nil {
		return nil, err
	}
	return nil, a.store.RemoveWorkingCopy(ctx, desk.By.Member, p.ID)
}

// copyNamed finds the version of the caller's working copy that a change says
// it saves; 0 where it says none, or it was written again since.
func (a *API) copyNamed(ctx context.Context, p *editorial.Post, tag string) (int64, error) {
	if tag == "" {
		return 0, nil
	}
	c, err := a.store.GetWorkingCopy(ctx, callerOf(ctx).member.ID, p.ID)
	if editorial.IsKind(err, editorial.NotFound) {
		return 0, nil
	}
	if err != nil || copyTag(c) != quoted(tag) {
		return 0, err
	}
	return c.Version, nil
}
