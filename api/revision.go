package api

import (
	"context"
	"strconv"
	"time"

	"parution.dev/editorial"
)

// revisionView is one snapshot of what can leave.
type revisionView struct {
	Number   int                                          `json:"number"`
	Text     string                                       `json:"text"`
	Language string                                       `json:"language"`
	Channels []editorial.ChannelID                        `json:"channels"`
	Media    []mediaUse                                   `json:"media"`
	Link     *linkView                                    `json:"link,omitempty"`
	Variants map[editorial.ChannelID]*variantView         `json:"variants"`
	Hashes   map[editorial.ChannelID]editorial.Hash       `json:"hashes" doc:"By channel, SHA-256 of exactly what would leave there"`
	Author   actorView                                    `json:"author"`
	At       time.Time                                    `json:"at"`
	Approved bool                                         `json:"approved" doc:"The approval in force names this revision"`
	Released map[editorial.ChannelID]editorial.DeliveryID `json:"released" doc:"By channel, the delivery that this revision has left with"`
}

func viewRevision(r editorial.Revision, p *editorial.Post) revisionView {
	c := r.Content
	v := revisionView{
		Number: r.Number, Text: c.Text, Language: c.Language, Channels: filled(c.Channels),
		Media: viewMediaUses(c.Media), Link: viewLink(c.Link), Variants: viewVariants(editorial.Sheet{Content: c}),
		Hashes: r.Hashes, Author: viewActor(r.Author), At: r.At.UTC(),
		Approved: p.Approval != nil && p.Approval.Revision == r.Number,
		Released: map[editorial.ChannelID]editorial.DeliveryID{},
	}
	for _, d := range p.Deliveries {
		if d.Revision == r.Number && !d.Out.IsZero() {
			v.Released[d.Channel] = d.ID
		}
	}
	return v
}

type listRevisionsInput struct {
	Post editorial.PostID `path:"post"`
	Paging
}

func (a *API) listRevisions(ctx context.Context, in *listRevisionsInput) (*listed[revisionView], error) {
	p, _, err := a.postFor(ctx, in.Post)
	if err != nil {
		return nil, err
	}
	revisions, next, err := a.store.ListRevisions(ctx, p.ID, in.page())
	if err != nil {
		return nil, err
	}
	return list(ctx, revisions, next, func(r editorial.Revision) revisionView { return viewRevision(r, p) }), nil
}

type getRevisionInput struct {
	Post   editorial.PostID `path:"post"`
	Number string           `path:"number" doc:"Counts from 1"`
}

type revisionAnswer struct{ Body revisionView }

func (a *API) getRevision(ctx context.Context, in *getRevisionInput) (*revisionAnswer, error) {
	p, _, err := a.postFor(ctx, in.Post)
	if err != nil {
		return nil, err
	}
	number, err := strconv.Atoi(in.Number)
	if err != nil {
		return nil, editorial.Refuse(editorial.NotFound, editorial.CodeNotFound)
	}
	r, err := a.store.GetRevision(ctx, p.ID, number)
	if err != nil {
		return nil, err
	}
	return &revisionAnswer{Body: viewRevision(r, p)}, nil
}
