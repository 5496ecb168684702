package api

import (
	"context"
	"strconv"
	"time"

	"parution.dev/editorial"
)

// comparisonView is what differs between two revisions of a post.
type comparisonView struct {
	From        editionView      `json:"from"`
	To          editionView      `json:"to"`
	Same        bool             `json:"same" doc:"Nothing that leaves differs"`
	Differences []differenceView `json:"differences" doc:"Of the post's own copy, and of the channels; channels where the same became the same stand together"`
}

// editionView is one side of a comparison.
type editionView struct {
	Named     string          `json:"named" doc:"As it was asked for"`
	Revisions []revisionBrief `json:"revisions" doc:"One; several where the channels show different ones"`
}

// revisionBrief is who wrote a revision, who approved it, and where it is.
type revisionBrief struct {
	Number   int             `json:"number"`
	Author   actorView       `json:"author"`
	At       time.Time       `json:"at"`
	Approval *approvalView   `json:"approval,omitempty" doc:"The approval in force, where it names this revision"`
	Released []releasedBrief `json:"released" doc:"The channels that show it now"`
}

// releasedBrief is when a revision came out on a channel.
type releasedBrief struct {
	Channel  editorial.ChannelID  `json:"channel"`
	Delivery editorial.DeliveryID `json:"delivery"`
	At       time.Time            `json:"at" doc:"When the post went out there"`
	EditedAt *time.Time           `json:"edited_at" doc:"When what is out was last edited on the platform; null: never"`
}

type differenceView struct {
	Own      bool                  `json:"own" doc:"It is of the post's own copy, which channels inherit"`
	Channels []editorial.ChannelID `json:"channels"`
	Change   editorial.Change      `json:"change" enum:"same,changed,added,removed"`
	Language *replacedView         `json:"language,omitempty" doc:"Where it differs"`
	Options  []optionChange        `json:"options" doc:"Those that differ"`
	Parts    []partChange          `json:"parts" doc:"As they leave: the copy or its thread, then the first comment"`
}

type replacedView struct {
	From string `json:"from"`
	To   string `json:"to"`
}

type optionChange struct {
	Name string `json:"name"`
	From any    `json:"from" doc:"null: it was not set"`
	To   any    `json:"to" doc:"null: it is not set"`
}

type segmentView struct {
	Op   editorial.Op `json:"op" enum:"equal,delete,insert"`
	Text string       `json:"text"`
}

type partChange struct {
	Kind   editorial.PartKind `json:"kind" enum:"post,comment"`
	Change editorial.Change   `json:"change" enum:"same,changed,added,removed"`
	From   int                `json:"from" doc:"Its place in the first revision, from 1; 0: it is not there"`
	To     int                `json:"to" doc:"Its place in the second; 0: it is not there"`
	Text   []segmentView      `json:"text" doc:"Word by word: equal and delete together are the first text, equal and insert the second"`
	Media  []mediaChange      `json:"media"`
	Link   *linkChange        `json:"link,omitempty"`
}

type mediaChange struct {
	Change editorial.Change `json:"change" enum:"same,changed,moved,added,removed" doc:"changed: its description or its crop; moved: its place alone"`
	From   *mediaUse        `json:"from,omitempty"`
	To     *mediaUse        `json:"to,omitempty"`
	Alt    []segmentView    `json:"alt"`
}

type linkChange struct {
	Change    editorial.Change `json:"change" enum:"same,changed,added,removed"`
	URL       replacedView     `json:"url"`
	Title     []segmentView    `json:"title"`
	Text      []segmentView    `json:"text"`
	Thumbnail *mediaChange     `json:"thumbnail,omitempty"`
}

type compareInput struct {
	Post editorial.PostID `path:"post"`
	From string           `query:"from" maxLength:"20" doc:"A revision's number, or approved (the approval in force names it), released (what channels show now), current. Absent: approved" example:"approved"`
	To   string           `query:"to" maxLength:"20" doc:"Likewise. Absent: current" example:"released"`
}

type comparisonAnswer struct{ Body comparisonView }

func (a *API) comparePost(ctx context.Context, in *compareInput) (*comparisonAnswer, error) {
	p, desk, err := a.postFor(ctx, in.Post)
	if err != nil {
		return nil, err
	}
	from, err := a.editionOf(ctx, p, or(nil, in.From, namedApproved), "/query/from")
	if err != nil {
		return nil, err
	}
	to, err := a.editionOf(ctx, p, or(nil, in.To, namedCurrent), "/query/to")
	if err != nil {
		return nil, err
	}
	first, second := from.edition(to), to.edition(from)
	view := comparisonView{From: from.view(p, desk), To: to.view(p, desk), Same: true, Differences: []differenceView{}}
	for _, d := range editorial.Compare(first, second) {
		view.Same = view.Same && d.Change == editorial.Same
		view.Differences = append(view.Differences, viewDifference(d))
	}
	return &comparisonAnswer{Body: view}, nil
}

// What an edition can be called beside its number.
const (
	namedApproved = "approved"
	namedReleased = "released"
	namedCurrent  = "current"
)

// compared is one side of a comparison: a revision, or what each channel shows.
type compared struct {
	named     string
	revisions []editorial.Revision
	shown     map[editorial.ChannelID]int // by channel, the revision that is out; nil: one revision for all
}

// editionOf finds what a request calls a side.
func (a *API) editionOf(ctx context.Context, p *editorial.Post, named, at string) (compared, error) {
	side := compared{named: named}
	switch named {
	case namedReleased:
		return a.released(ctx, p, at)
	case namedCurrent:
		named = strconv.Itoa(p.Revision)
	case namedApproved:
		if p.Approval == nil {
			return side, editorial.InvalidAt(at, codeNothingApproved)
		}
		named = strconv.Itoa(p.Approval.Revision)
	}
	number, err := strconv.Atoi(named)
	if err != nil {
		return side, editorial.InvalidAt(at, codeUnknownRevision)
	}
	r, err := a.revisionOf(ctx, p.ID, number, at)
	side.revisions = []editorial.Revision{r}
	return side, err
}

// released is what the channels show now.
func (a *API) released(ctx context.Context, p *editorial.Post, at string) (compared, error) {
	side := compared{named: namedReleased, shown: map[editorial.ChannelID]int{}}
	read := map[int]bool{}
	for i := range p.Deliveries {
		d := &p.Deliveries[i]
		number := d.OutRevision()
		if number == 0 {
			continue
		}
		if side.shown[d.Channel] = number; read[number] {
			continue
		}
		read[number] = true
		r, err := a.store.GetRevision(ctx, p.ID, number)
		if err != nil {
			return side, err
		}
		side.revisions = append(side.revisions, r)
	}
	if len(read) == 0 {
		return side, editorial.InvalidAt(at, codeNothingReleased)
	}
	return side, nil
}

// edition is the side as it is compared: where the other is what channels show,
// on those channels alone.
func (c compared) edition(other compared) editorial.Edition {
	if c.shown == nil {
		e := c.revisions[0].Content.Edition()
		if other.shown != nil {
			e.Keep(other.shown)
		}
		return e
	}
	e := editorial.Edition{On: map[editorial.ChannelID]editorial.Content{}}
	for _, r := range c.revisions {
		for channel, number := range c.shown {
			if number == r.Number {
				e.On[channel] = r.Content
			}
		}
	}
	if len(c.revisions) == 1 {
		e.Own = &c.revisions[0].Content
	}
	return e
}

func (c compared) view(p *editorial.Post, desk editorial.Desk) editionView {
	view := editionView{Named: c.named, Revisions: []revisionBrief{}}
	for _, r := range c.revisions {
		brief := revisionBrief{Number: r.Number, Author: viewActor(r.Author), At: r.At.UTC(), Released: []releasedBrief{}}
		if p.Approval != nil && p.Approval.Revision == r.Number {
			brief.Approval = viewApproval(p, desk)
		}
		for i := range p.Deliveries {
			if d := &p.Deliveries[i]; d.OutRevision() == r.Number {
				brief.Released = append(brief.Released, releasedBrief{d.Channel, d.ID, d.Out.UTC(), instant(d.Edited())})
			}
		}
		view.Revisions = append(view.Revisions, brief)
	}
	return view
}

func viewDifference(d editorial.Difference) differenceView {
	v := differenceView{Own: d.Own, Channels: filled(d.Channels), Change: d.Change, Options: []optionChange{}, Parts: []partChange{}}
	if d.Language.From != d.Language.To {
		v.Language = &replacedView{d.Language.From, d.Language.To}
	}
	for _, o := range d.Options {
		v.Options = append(v.Options, optionChange(o))
	}
	for _, part := range d.Parts {
		v.Parts = append(v.Parts, partChange{
			Kind: part.Kind, Change: part.Change, From: part.From, To: part.To,
			Text: viewSegments(part.Text), Media: viewMediaChanges(part.Media), Link: viewLinkChange(part.Link),
		})
	}
	return v
}

func viewSegments(all []editorial.Segment) []segmentView {
	views := make([]segmentView, len(all))
	for i, s := range all {
		views[i] = segmentView(s)
	}
	return views
}

func viewMediaChanges(all []editorial.MediaChange) []mediaChange {
	views := make([]mediaChange, len(all))
	for i, c := range all {
		views[i] = viewMediaChange(c)
	}
	return views
}

func viewMediaChange(c editorial.MediaChange) mediaChange {
	return mediaChange{Change: c.Change, From: viewUse(c.From), To: viewUse(c.To), Alt: viewSegments(c.Alt)}
}

func viewUse(use *editorial.MediaUse) *mediaUse {
	if use == nil {
		return nil
	}
	return &viewMediaUses([]editorial.MediaUse{*use})[0]
}

func viewLinkChange(c *editorial.LinkChange) *linkChange {
	if c == nil {
		return nil
	}
	v := &linkChange{Change: c.Change, URL: replacedView(c.URL), Title: viewSegments(c.Title), Text: viewSegments(c.Text)}
	if c.Thumbnail != nil {
		thumbnail := viewMediaChange(*c.Thumbnail)
		v.Thumbnail = &thumbnail
	}
	return v
}
