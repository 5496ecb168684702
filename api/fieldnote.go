package api

import (
	"context"
	"time"

	"parution.dev/editorial"
	"parution.dev/store"
)

// fieldNoteView is what the community says about a published post.
type fieldNoteView struct {
	ID        editorial.FieldNoteID `json:"id" example:"fln_0692k8o5vfr3hd1t9m4q6c2p0g"`
	Calendar  editorial.CalendarID  `json:"calendar"`
	Post      editorial.PostID      `json:"post"`
	By        actorView             `json:"by"`
	Text      string                `json:"text"`
	Tags      []string              `json:"tags" doc:"In lower case"`
	CreatedAt time.Time             `json:"created_at"`
	EditedAt  *time.Time            `json:"edited_at" doc:"null: it is as it was written"`
}

// reportedView is a field note in a list, with what it is about.
type reportedView struct {
	fieldNoteView
	Title    string               `json:"title" doc:"Of the post"`
	Campaign editorial.CampaignID `json:"campaign" doc:"Of the post; empty: none"`
	Pillar   editorial.PillarID   `json:"pillar" doc:"Of the post; empty: none"`
}

// fieldNoteAnswer is one field note with its version.
type fieldNoteAnswer struct {
	ETag string `header:"ETag" doc:"The version, for If-Match."`
	Body fieldNoteView
}

func viewFieldNote(n editorial.FieldNote) fieldNoteView {
	return fieldNoteView{
		ID: n.ID, Calendar: n.Calendar, Post: n.Post, By: viewActor(n.By), Text: n.Text, Tags: filled(n.Tags), CreatedAt: n.Created, EditedAt: instant(n.Edited),
	}
}

func viewReported(r store.Reported) reportedView {
	return reportedView{viewFieldNote(r.FieldNote), r.Title, r.Campaign, r.Pillar}
}

func answerFieldNote(n editorial.FieldNote) *fieldNoteAnswer {
	return &fieldNoteAnswer{ETag: etag(n.Version, string(n.ID)), Body: viewFieldNote(n)}
}

type newFieldNote struct {
	Text string   `json:"text" minLength:"1" maxLength:"10000"`
	Tags []string `json:"tags,omitempty" maxItems:"20" minLength:"1" maxLength:"50" doc:"Words to find it by; case and a # before them do not count"`
}

type createFieldNoteInput struct {
	Post editorial.PostID `path:"post"`
	Body newFieldNote
}

func (a *API) createFieldNote(ctx context.Context, in *createFieldNoteInput) (*created[fieldNoteView], error) {
	p, actor, err := a.postTo(ctx, in.Post, editorial.Discuss)
	if err != nil {
		return nil, err
	}
	n, err := a.store.AddFieldNote(ctx, a.write(ctx, actor), p.ID, func(t editorial.Talk) (editorial.FieldNote, []editorial.AuditLine, error) {
		return t.Report(in.Body.Text, in.Body.Tags)
	})
	if err != nil {
		return nil, err
	}
	answer := answerFieldNote(n)
	return &created[fieldNoteView]{Location: location(ctx, n.ID), ETag: answer.ETag, Body: answer.Body}, nil
}

type listFieldNotesInput struct {
	Paging
	Calendar editorial.CalendarID `path:"calendar"`
	Post     editorial.PostID     `query:"post" maxLength:"64"`
	Campaign editorial.CampaignID `query:"campaign" maxLength:"64" doc:"On posts of a campaign."`
	Pillar   editorial.PillarID   `query:"pillar" maxLength:"64" doc:"On posts of a pillar."`
	Tag      string               `query:"tag" maxLength:"60"`
}

// listFieldNotes answers what was brought back from the field, newest first.
func (a *API) listFieldNotes(ctx context.Context, in *listFieldNotesInput) (*listed[reportedView], error) {
	calendar, _, err := a.calendarFor(ctx, in.Calendar, editorial.Read)
	if err != nil {
		return nil, err
	}
	filter := store.FieldNoteFilter{Calendar: calendar.ID, Post: in.Post, Campaign: in.Campaign, Pillar: in.Pillar, Tag: editorial.TidyTag(in.Tag)}
	notes, next, err := a.store.ListFieldNotes(ctx, filter, in.page())
	if err != nil {
		return nil, err
	}
	return list(ctx, notes, next, viewReported), nil
}

// FieldNotePath names a field note.
type FieldNotePath struct {
	Note editorial.FieldNoteID `path:"note"`
}

// fieldNoteFor reads a field note in a calendar that the caller needs a
// permission in.
func (a *API) fieldNoteFor(ctx context.Context, id editorial.FieldNoteID, need editorial.Permission) (editorial.FieldNote, editorial.Actor, error) {
	n, err := a.store.GetFieldNote(ctx, id)
	if err != nil {
		return n, editorial.Actor{}, err
	}
	_, actor, err := a.calendarFor(ctx, n.Calendar, need)
	return n, actor, err
}

func (a *API) getFieldNote(ctx context.Context, in *FieldNotePath) (*fieldNoteAnswer, error) {
	n, _, err := a.fieldNoteFor(ctx, in.Note, editorial.Read)
	if err != nil {
		return nil, err
	}
	return answerFieldNote(n), nil
}

type updateFieldNoteInput struct {
	FieldNotePath
	IfMatch string `header:"If-Match" required:"true" doc:"The ETag of the version that the change starts from."`
	Body    struct {
		Text Patch[string]   `json:"text,omitzero" minLength:"1" maxLength:"10000"`
		Tags Patch[[]string] `json:"tags,omitzero" maxItems:"20" minLength:"1" maxLength:"50"`
	}
}

// updateFieldNote rewrites a field note of one's own. The record keeps what it
// said.
func (a *API) updateFieldNote(ctx context.Context, in *updateFieldNoteInput) (*fieldNoteAnswer, error) {
	_, actor, err := a.fieldNoteFor(ctx, in.Note, editorial.Discuss)
	if err != nil {
		return nil, err
	}
	n, err := a.store.UpdateFieldNote(ctx, a.write(ctx, actor), in.Note, func(n *editorial.FieldNote, t editorial.Talk) ([]editorial.AuditLine, error) {
		if err := matchVersion(in.IfMatch, n.Version, string(n.ID)); err != nil {
			return nil, versioned(err, viewFieldNote(*n))
		}
		words, tags := n.Text, n.Tags
		in.Body.Text.Into(&words)
		in.Body.Tags.Into(&tags)
		return n.Rewrite(words, tags, t)
	})
	if err != nil {
		return nil, err
	}
	return answerFieldNote(n), nil
}

type removeFieldNoteInput struct {
	FieldNotePath
	IfMatch string `header:"If-Match" required:"true" doc:"The ETag of the version that was read."`
}

func (a *API) removeFieldNote(ctx context.Context, in *removeFieldNoteInput) (*struct{}, error) {
	_, actor, err := a.fieldNoteFor(ctx, in.Note, editorial.Discuss)
	if err != nil {
		return nil, err
	}
	return nil, a.store.RemoveFieldNote(ctx, a.write(ctx, actor), in.Note, func(n *editorial.FieldNote, t editorial.Talk) ([]editorial.AuditLine, error) {
		if err := matchVersion(in.IfMatch, n.Version, string(n.ID)); err != nil {
			return nil, versioned(err, viewFieldNote(*n))
		}
		return n.Remove(t)
	})
}
