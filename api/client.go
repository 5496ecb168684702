package api

import (
	"context"
	"slices"

	"parution.dev/editorial"
	"parution.dev/store"
)

// maxForClient bounds what one look at the desk answers.
const maxForClient = 500

type readClientDeskInput struct{}

type clientDeskAnswer struct{ Body clientDesk }

// readClientDesk answers what waits for a client and what is coming, by their
// times. Reading it changes nothing.
func (a *API) readClientDesk(ctx context.Context, _ *readClientDeskInput) (*clientDeskAnswer, error) {
	v := visitorOf(ctx)
	desk, err := a.deskOf(ctx, v)
	if err != nil {
		return nil, err
	}
	answer := &clientDeskAnswer{Body: clientDesk{
		Calendar: v.Calendar.Name, TimeZone: v.Calendar.Zone, Language: v.Link.Language, Name: v.Visit.Name, Approves: v.Link.Approves,
		Waiting: []clientPostView{}, Coming: []clientPostView{}, WithTeam: []clientPostView{},
	}}
	if answer.Body.Campaign, err = a.campaignName(ctx, v.Link.Campaign); err != nil {
		return nil, err
	}
	seen, err := a.store.ListSeen(ctx, v.Link.ID)
	if err != nil {
		return nil, err
	}
	posts, err := a.postsForClients(ctx, v)
	if err != nil {
		return nil, err
	}
	for _, p := range posts {
		view, err := a.clientPost(ctx, p, desk, seen[p.ID])
		if editorial.IsKind(err, editorial.NotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		answer.Body.add(view)
	}
	return answer, nil
}

func (d *clientDesk) add(view clientPostView) {
	switch view.Part {
	case editorial.ClientDecides:
		d.Waiting = append(d.Waiting, view)
	case editorial.ClientExpects:
		d.Coming = append(d.Coming, view)
	case editorial.ClientAsked:
		d.WithTeam = append(d.WithTeam, view)
	}
}

// campaignName is what a campaign is called; one that is gone has no name.
func (a *API) campaignName(ctx context.Context, id editorial.CampaignID) (string, error) {
	if id == "" {
		return "", nil
	}
	g, err := a.store.GetCampaign(ctx, id)
	if editorial.IsKind(err, editorial.NotFound) {
		return "", nil
	}
	return g.Name, err
}

// deskOf is what stands around the posts that a visitor sees, with the visitor
// at it.
func (a *API) deskOf(ctx context.Context, v visitor) (editorial.Desk, error) {
	desk := editorial.Desk{Calendar: v.Calendar, Channels: editorial.Channels{}, By: v.actor(), Now: a.now()}
	found, err := all(func(page store.Page) ([]editorial.Channel, string, error) {
		return a.store.ListChannels(ctx, v.Calendar.ID, page)
	})
	if err != nil {
		return desk, err
	}
	for _, channel := range found {
		desk.Channels[channel.ID] = channel
	}
	desk.Team, err = a.store.ListTeam(ctx, v.Calendar.ID)
	return desk, err
}

// postsForClients lists the posts among which those are that a client sees:
// what is not out yet, and what is and waits again, since somebody edited it.
func (a *API) postsForClients(ctx context.Context, v visitor) ([]*editorial.Post, error) {
	readable := func(p *editorial.Post) bool { return !p.Unreadable } // of others there is nothing to show
	inside := store.PostFilter{Calendar: v.Calendar.ID, Campaign: v.Link.Campaign, Keep: readable}
	hidden := []editorial.Status{"archived", "published", "idea", "draft"}
	for _, status := range editorial.Statuses() {
		if !slices.Contains(hidden, status) {
			inside.Statuses = append(inside.Statuses, status)
		}
	}
	posts, err := a.someForClients(ctx, inside)
	if err != nil {
		return nil, err
	}
	outside := store.PostFilter{Calendar: v.Calendar.ID, Campaign: v.Link.Campaign, Statuses: []editorial.Status{"published"}, Waiting: true, Keep: readable}
	edited, err := a.someForClients(ctx, outside)
	return append(edited, posts...), err // their times come first
}

func (a *API) someForClients(ctx context.Context, filter store.PostFilter) ([]*editorial.Post, error) {
	var posts []*editorial.Post
	for page := (store.Page{Limit: maxPage}); len(posts) < maxForClient; {
		some, next, err := a.store.ListPosts(ctx, filter, page)
		if err != nil {
			return nil, err
		}
		posts = append(posts, some...)
		if next == "" {
			break
		}
		page.Cursor = next
	}
	return posts, nil
}

// clientPost shows a post to a client; for what they do not see, there is no
// such thing.
func (a *API) clientPost(ctx context.Context, p *editorial.Post, desk editorial.Desk, seen editorial.Seen) (clientPostView, error) {
	v := visitorOf(ctx)
	part, revision := p.ForClient(&v.Link, desk)
	if part == "" {
		return clientPostView{}, editorial.Refuse(editorial.NotFound, editorial.CodeNotFound)
	}
	content, err := a.contentOf(ctx, p, revision)
	if err != nil {
		return clientPostView{}, err
	}
	view := viewClientPost(p, desk, part, revision, content, requestOf(ctx).reads())
	view.Decides = p.DecidesByLink(&v.Link, desk)
	view.Since = seen.Since(revision)
	return view, nil
}

func (a *API) contentOf(ctx context.Context, p *editorial.Post, revision int) (editorial.Content, error) {
	if revision == p.Revision {
		return p.Content, nil
	}
	r, err := a.store.GetRevision(ctx, p.ID, revision)
	return r.Content, err
}

// ClientPostPath names a post that a client sees.
type ClientPostPath struct {
	Post editorial.PostID `path:"post"`
}

type clientPostAnswer struct{ Body clientPostView }

// getClientPost answers a post with what has changed since the revision that
// the client saw before. Reading it changes nothing.
func (a *API) getClientPost(ctx context.Context, in *ClientPostPath) (*clientPostAnswer, error) {
	p, _, view, err := a.clientPostFor(ctx, in.Post)
	if err != nil {
		return nil, err
	}
	if view.Since > 0 {
		before, err := a.store.GetRevision(ctx, p.ID, view.Since)
		if err != nil {
			return nil, err
		}
		after, err := a.contentOf(ctx, p, view.Revision)
		if err != nil {
			return nil, err
		}
		view.Changes = viewClientChanges(before.Content, after)
	}
	said, err := a.clientComments(ctx, p.ID)
	if err != nil {
		return nil, err
	}
	view.Comments = len(said)
	return &clientPostAnswer{Body: view}, nil
}

// clientPostFor reads a post that the visitor sees.
func (a *API) clientPostFor(ctx context.Context, id editorial.PostID) (*editorial.Post, editorial.Desk, clientPostView, error) {
	v := visitorOf(ctx)
	p, err := a.store.GetPost(ctx, id)
	if err != nil {
		return nil, editorial.Desk{}, clientPostView{}, err
	}
	desk, err := a.deskOf(ctx, v)
	if err != nil {
		return nil, desk, clientPostView{}, err
	}
	seen, err := a.store.ListSeen(ctx, v.Link.ID)
	if err != nil {
		return nil, desk, clientPostView{}, err
	}
	view, err := a.clientPost(ctx, p, desk, seen[id])
	return p, desk, view, err
}

type seeClientPostInput struct {
	ClientPostPath
	Body struct {
		Revision int `json:"revision" minimum:"1" doc:"That was shown"`
	}
}

// seeClientPost notes that the client has seen a revision. It decides nothing.
func (a *API) seeClientPost(ctx context.Context, in *seeClientPostInput) (*struct{}, error) {
	_, _, view, err := a.clientPostFor(ctx, in.Post)
	if err != nil {
		return nil, err
	}
	if in.Body.Revision != view.Revision {
		return nil, staleForClient(view)
	}
	return nil, a.store.SeePost(ctx, visitorOf(ctx).Link.ID, in.Post, in.Body.Revision)
}

// staleForClient says that the client looked at another revision than theirs
// now.
func staleForClient(view clientPostView) error {
	refusal := editorial.Refuse(editorial.Conflict, editorial.CodeRevisionStale)
	refusal.Problems = []editorial.Problem{{Code: editorial.CodeRevisionStale, Pointer: "/revision"}}
	return &told{error: refusal, current: view}
}

type moveClientPostInput struct {
	ClientPostPath
	Body struct {
		Move     editorial.Move     `json:"move" enum:"approve,request_changes"`
		Revision int                `json:"revision" minimum:"1" doc:"That was looked at; where it is not the one that they see now, nothing happens"`
		Note     string             `json:"note,omitempty" maxLength:"10000" doc:"Needed to ask for changes without reasons"`
		Reasons  []editorial.Reason `json:"reasons,omitempty" maxItems:"5" enum:"spelling,tone,visual,link,legal" doc:"With request_changes"`
	}
}

type clientMoved struct {
	Post *clientPostView `json:"post" doc:"As it stands now; null: they see it no more"`
}

type clientMovedAnswer struct{ Body clientMoved }

// moveClientPost approves what waits for the client, or asks for changes of
// what they see: the same rules as for anybody, and on record how they came.
func (a *API) moveClientPost(ctx context.Context, in *moveClientPostInput) (*clientMovedAnswer, error) {
	v := visitorOf(ctx)
	if in.Body.Move == editorial.MoveRequestChanges && in.Body.Note == "" && len(in.Body.Reasons) == 0 {
		return nil, editorial.InvalidAt("/note", editorial.CodeReasonNeeded)
	}
	_, desk, view, err := a.clientPostFor(ctx, in.Post)
	if err != nil {
		return nil, err
	}
	asked := editorial.Asked{Move: in.Body.Move, Revision: in.Body.Revision, Note: in.Body.Note, Reasons: in.Body.Reasons, OnBehalf: v.Link.Said(v.Visit)}
	p, _, err := a.store.UpdatePost(ctx, a.write(ctx, desk.By), in.Post, func(p *editorial.Post, now editorial.Desk) (editorial.Lines, error) {
		now.Team = desk.Team
		switch part, revision := p.ForClient(&v.Link, now); {
		case part == "":
			return editorial.Lines{}, editorial.Refuse(editorial.NotFound, editorial.CodeNotFound)
		case revision != asked.Revision || revision != p.Revision:
			return editorial.Lines{}, staleForClient(view)
		}
		return p.Apply(asked, now)
	})
	if err != nil {
		return nil, err
	}
	if err := a.store.SeePost(ctx, v.Link.ID, p.ID, asked.Revision); err != nil {
		return nil, err
	}
	return a.movedForClient(ctx, p, desk)
}

func (a *API) movedForClient(ctx context.Context, p *editorial.Post, desk editorial.Desk) (*clientMovedAnswer, error) {
	view, err := a.clientPost(ctx, p, desk, editorial.Seen{Revision: p.Revision})
	if editorial.IsKind(err, editorial.NotFound) {
		return &clientMovedAnswer{}, nil
	}
	return &clientMovedAnswer{Body: clientMoved{Post: &view}}, err
}

type clientCommentsAnswer struct {
	Body struct {
		Items []clientCommentView `json:"items"`
	}
}

// listClientComments answers what the team and the clients said to each other
// about a post, in its order.
func (a *API) listClientComments(ctx context.Context, in *ClientPostPath) (*clientCommentsAnswer, error) {
	p, desk, _, err := a.clientPostFor(ctx, in.Post)
	if err != nil {
		return nil, err
	}
	said, err := a.clientComments(ctx, p.ID)
	if err != nil {
		return nil, err
	}
	answer := &clientCommentsAnswer{}
	answer.Body.Items = make([]clientCommentView, len(said))
	for i, h := range said {
		answer.Body.Items[i] = viewClientComment(h.Comment, desk.By)
	}
	return answer, nil
}

func (a *API) clientComments(ctx context.Context, post editorial.PostID) ([]store.Heard, error) {
	return all(func(page store.Page) ([]store.Heard, string, error) {
		return a.store.ListComments(ctx, store.CommentFilter{Post: post, Client: true}, page)
	})
}

type sayToTeamInput struct {
	ClientPostPath
	Body struct {
		Text   string              `json:"text" minLength:"1" maxLength:"10000"`
		Thread editorial.CommentID `json:"thread,omitempty" maxLength:"64" doc:"The comment that began the thread to answer in; left out: it begins one"`
		Anchor *newAnchor          `json:"anchor,omitempty" doc:"The passage that it is about"`
	}
}

type clientCommentAnswer struct{ Body clientCommentView }

// sayToTeam writes a client's comment: the team and the other clients read it.
func (a *API) sayToTeam(ctx context.Context, in *sayToTeamInput) (*clientCommentAnswer, error) {
	p, desk, view, err := a.clientPostFor(ctx, in.Post)
	if err != nil {
		return nil, err
	}
	read, remark := 0, editorial.Remark{Text: in.Body.Text, Anchor: in.Body.Anchor.read()}
	if remark.Anchor != nil {
		if read = remark.Anchor.Revision; read != view.Revision {
			return nil, staleForClient(view)
		}
	}
	c, err := a.store.AddComment(ctx, a.write(ctx, desk.By), p.ID, in.Body.Thread, read, func(t editorial.Talk) (editorial.Comment, []editorial.AuditLine, error) {
		return t.Say(remark)
	})
	if err != nil {
		return nil, err
	}
	return &clientCommentAnswer{Body: viewClientComment(c, desk.By)}, nil
}

type clientMediaInput struct {
	ClientPostPath
	Media editorial.MediaID `path:"media"`
	Sized
}

// getClientMedia answers the bytes of a picture in what the client sees.
func (a *API) getClientMedia(ctx context.Context, in *clientMediaInput) (*fileAnswer, error) {
	p, _, view, err := a.clientPostFor(ctx, in.Post)
	if err != nil {
		return nil, err
	}
	content, err := a.contentOf(ctx, p, view.Revision)
	if err != nil {
		return nil, err
	}
	if !shows(content, in.Media) {
		return nil, editorial.Refuse(editorial.NotFound, editorial.CodeNotFound)
	}
	m, err := a.store.GetMedia(ctx, in.Media)
	if err != nil {
		return nil, err
	}
	return a.fileOf(ctx, m, in.Size)
}

// shows tells whether a picture leaves with a content.
func shows(content editorial.Content, media editorial.MediaID) bool {
	for _, channel := range content.Channels {
		for _, part := range content.Parts(channel) {
			if slices.ContainsFunc(part.Files(), func(use editorial.MediaUse) bool { return use.Media == media }) {
				return true
			}
		}
	}
	return false
}
