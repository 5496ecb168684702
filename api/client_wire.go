package api

import (
	"time"

	"parution.dev/editorial"
)

// clientDesk is all that a client sees: what waits for them first.
type clientDesk struct {
	Calendar string           `json:"calendar" doc:"Its name"`
	TimeZone string           `json:"time_zone"`
	Language editorial.Lang   `json:"language" enum:"en,fr" doc:"Of the link"`
	Campaign string           `json:"campaign" doc:"Name of the one that the link is about; empty: all"`
	Name     string           `json:"name" doc:"Whose visit it is"`
	Approves bool             `json:"approves" doc:"They approve and ask for changes"`
	Waiting  []clientPostView `json:"waiting" doc:"For their yes"`
	Coming   []clientPostView `json:"coming" doc:"Approved, or signed by them and still to be signed by others"`
	WithTeam []clientPostView `json:"with_team" doc:"A client asked for changes, and the team makes them"`
}

// clientPostView is a post as a client sees it: what leaves, where and when.
// Titles, briefs, notes, labels and internal comments are the team's.
type clientPostView struct {
	ID          editorial.PostID     `json:"id"`
	Part        editorial.ClientPart `json:"part" enum:"waiting,coming,with_team" doc:"Why they see it"`
	Revision    int                  `json:"revision" doc:"That is shown; a decision names it"`
	Status      editorial.Status     `json:"status"`
	StatusLabel string               `json:"status_label"`
	PublishAt   *timeView            `json:"publish_at,omitempty" doc:"Of the post; a channel may have a time of its own"`
	Channels    []clientChannel      `json:"channels"`
	Decides     bool                 `json:"decides" doc:"They can approve it now"`
	Since       int                  `json:"since" doc:"The revision that they saw before this one; 0: none, or nothing has changed"`
	Changes     []differenceView     `json:"changes" doc:"What differs from that revision, channel by channel; in the answer with one post"`
	Asked       *clientAsked         `json:"asked,omitempty" doc:"What a client asked to be put right"`
	Comments    int                  `json:"comments" doc:"That the client sees; in the answer with one post"`
}

// clientChannel is what leaves on one channel, as it leaves.
type clientChannel struct {
	ID        editorial.ChannelID `json:"id"`
	Name      string              `json:"name"`
	Platform  editorial.Platform  `json:"platform"`
	PublishAt *timeView           `json:"publish_at,omitempty"`
	Parts     []clientText        `json:"parts" doc:"In order: the copy or its thread, then the first comment"`
}

type clientText struct {
	Kind  editorial.PartKind `json:"kind" enum:"post,comment"`
	Text  string             `json:"text"`
	Media []clientMedia      `json:"media"`
	Link  *clientLinkCard    `json:"link,omitempty"`
}

type clientMedia struct {
	Media  editorial.MediaID `json:"media" doc:"Its bytes: GET /client/posts/{post}/media/{media}"`
	Type   string            `json:"type"`
	Width  int               `json:"width"`
	Height int               `json:"height"`
	Alt    string            `json:"alt"`
	Crop   string            `json:"crop,omitempty" doc:"x,y,width,height in thousandths of the picture; absent: all of it"`
}

type clientLinkCard struct {
	URL       string       `json:"url"`
	Title     string       `json:"title"`
	Text      string       `json:"text"`
	Thumbnail *clientMedia `json:"thumbnail,omitempty"`
}

type clientAsked struct {
	By       string       `json:"by"`
	At       time.Time    `json:"at"`
	Revision int          `json:"revision"`
	Reasons  []reasonView `json:"reasons"`
	Note     string       `json:"note"`
}

// clientCommentView is something said between the team and the client.
type clientCommentView struct {
	ID         editorial.CommentID `json:"id"`
	Thread     editorial.CommentID `json:"thread" doc:"The comment that began the thread; its own id, for that one"`
	By         string              `json:"by" doc:"Their name"`
	Mine       bool                `json:"mine" doc:"It came by this link"`
	Text       string              `json:"text" doc:"Empty once it was removed"`
	Quote      string              `json:"quote" doc:"The passage that it is about; empty: the whole post"`
	Suggestion *string             `json:"suggestion,omitempty" doc:"Other words for the passage"`
	CreatedAt  time.Time           `json:"created_at"`
	RemovedAt  *time.Time          `json:"removed_at" doc:"null: it stands"`
	Resolved   bool                `json:"resolved"`
}

func viewClientComment(c editorial.Comment, by editorial.Actor) clientCommentView {
	v := clientCommentView{
		ID: c.ID, Thread: c.Thread, By: c.By.Name, Mine: c.IsBy(by), Text: c.Text, CreatedAt: c.Created, RemovedAt: instant(c.Removed), Resolved: c.Resolved != nil,
	}
	if c.Anchor != nil {
		v.Quote = c.Anchor.Quote
	}
	if c.Suggestion != nil {
		v.Suggestion = &c.Suggestion.Text
	}
	return v
}

// viewClientPost shows what of a post a client sees, in the content of the
// revision that is theirs to see.
func viewClientPost(p *editorial.Post, desk editorial.Desk, part editorial.ClientPart, revision int, content editorial.Content, lang editorial.Lang) clientPostView {
	v := clientPostView{
		ID: p.ID, Part: part, Revision: revision, Status: p.Status, StatusLabel: p.Status.Words().In(lang), PublishAt: viewTime(p.Planned),
		Channels: []clientChannel{}, Changes: []differenceView{},
	}
	for _, id := range content.Channels {
		channel := desk.Channels[id]
		v.Channels = append(v.Channels, clientChannel{
			ID: id, Name: channel.Name, Platform: channel.Platform, PublishAt: viewTime(p.TimeOf(id)), Parts: viewClientTexts(content.Parts(id)),
		})
	}
	if part == editorial.ClientAsked {
		c := viewChanges(p.Review, lang)
		v.Asked = &clientAsked{By: c.By.Name, At: c.At, Revision: c.Revision, Reasons: c.Reasons, Note: c.Note}
	}
	return v
}

func viewClientTexts(parts []editorial.Part) []clientText {
	views := make([]clientText, len(parts))
	for i, part := range parts {
		views[i] = clientText{Kind: part.Kind, Text: part.Text, Media: []clientMedia{}}
		for _, use := range part.Media {
			views[i].Media = append(views[i].Media, viewClientMedia(use))
		}
		if card := part.Link; card != nil {
			views[i].Link = &clientLinkCard{URL: card.URL, Title: card.Title, Text: card.Text}
			if card.Thumbnail != nil {
				thumbnail := viewClientMedia(*card.Thumbnail)
				views[i].Link.Thumbnail = &thumbnail
			}
		}
	}
	return views
}

func viewClientMedia(use editorial.MediaUse) clientMedia {
	return clientMedia{Media: use.Media, Type: use.Type, Width: use.Width, Height: use.Height, Alt: use.Alt, Crop: use.Crop}
}

// viewClientChanges shows what differs between two contents, channel by
// channel, word by word.
func viewClientChanges(before, after editorial.Content) []differenceView {
	changes := []differenceView{}
	for _, d := range editorial.Compare(editorial.Edition{On: before.Edition().On}, editorial.Edition{On: after.Edition().On}) {
		if d.Change != editorial.Same {
			changes = append(changes, viewDifference(d))
		}
	}
	return changes
}
