package api

import (
	"context"

	"parution.dev/editorial"
)

// moveAsked is what a person asks of a post.
type moveAsked struct {
	Move     editorial.Move        `json:"move" enum:"submit,approve,undo_approval,request_changes,withdraw,hold,unhold,publish_now,archive,restore"`
	Revision int                   `json:"revision,omitempty" minimum:"1" doc:"The revision that was looked at. To approve and to publish now it is needed; where it is not the current one, nothing happens"`
	Note     string                `json:"note,omitempty" maxLength:"10000" doc:"For the record, and for whoever reads it"`
	Late     editorial.Late        `json:"late,omitempty" enum:",leave,refuse" doc:"To approve after the planned time. leave: it leaves at once, within its tolerance; refuse: it is not approved; without it, the post is approved without a date"`
	Reasons  []editorial.Reason    `json:"reasons,omitempty" maxItems:"5" enum:"spelling,tone,visual,link,legal" doc:"With request_changes: what they are about"`
	Channels []editorial.ChannelID `json:"channels,omitempty" maxItems:"100" maxLength:"64" doc:"With approve, where the calendar's policy is per_channel: on these alone; all of them, when left out"`
	OnBehalf *onBehalf             `json:"on_behalf,omitempty" doc:"With approve: whose yes is passed on. Kept in the approval and on record"`
}

type movePostInput struct {
	Post editorial.PostID `path:"post"`
	Body moveAsked
}

func (a *API) movePost(ctx context.Context, in *movePostInput) (*postAnswer, error) {
	p, desk, err := a.postFor(ctx, in.Post)
	if err != nil {
		return nil, err
	}
	asked := editorial.Asked{
		Move: in.Body.Move, Revision: in.Body.Revision, Note: in.Body.Note, Late: in.Body.Late,
		Reasons: in.Body.Reasons, Channels: in.Body.Channels, OnBehalf: in.Body.OnBehalf.read(),
	}
	return a.changePost(ctx, desk, p.ID, 0, func(p *editorial.Post, desk editorial.Desk) (editorial.Lines, error) {
		return p.Apply(asked, desk)
	})
}
