package api

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"parution.dev/editorial"
)

// mergeAsked is a change that came too late, and what it started from.
type mergeAsked struct {
	Edit     PostEdit `json:"edit" doc:"The change that was refused: a merge patch, as for PATCH"`
	Revision int      `json:"revision,omitempty" minimum:"1" doc:"The revision that it started from; absent: as If-Match says"`
	Base     PostEdit `json:"base,omitzero" doc:"What the changed fields said before, as far as no revision keeps it: title, brief, notes, labels, campaign, pillar, owner, times, lateness, crisis, until_approved. Without it a change of one of them is a conflict wherever the post says something else now"`
}

// mergeView is two people's changes joined.
type mergeView struct {
	Base      int          `json:"base" doc:"The revision that both started from"`
	Current   int          `json:"current" doc:"The revision that the post has now"`
	ETag      string       `json:"etag" doc:"Of the post as it is now: send edit with it as If-Match"`
	Conflicts int          `json:"conflicts" doc:"How many fields somebody must choose for"`
	Fields    []mergeField `json:"fields" doc:"Those that either side changed"`
	Edit      any          `json:"edit" doc:"A merge patch over the post as it is now: all that goes together. Of a field in conflict it says nothing, so theirs stays until somebody sends another"`
}

type mergeField struct {
	Pointer string               `json:"pointer" doc:"JSON Pointer into the post"`
	State   editorial.MergeState `json:"state" enum:"mine,theirs,both,joined,conflict" doc:"Who changed it: I, they, both in the same way, both in ways that go together, or in ways that do not"`
	Base    any                  `json:"base,omitempty" doc:"What both started from; absent: it was not there, or nobody knows"`
	Mine    any                  `json:"mine,omitempty"`
	Theirs  any                  `json:"theirs,omitempty"`
	Merged  any                  `json:"merged,omitempty" doc:"Joined; in a conflict, theirs"`
	Words   []mergedWords        `json:"words,omitempty" doc:"Of a text: stretch by stretch. Put together, the stretches are each of the three texts to the byte"`
}

type mergedWords struct {
	State  editorial.MergeState `json:"state" enum:"same,mine,theirs,both,conflict"`
	Base   string               `json:"base"`
	Mine   string               `json:"mine"`
	Theirs string               `json:"theirs"`
}

type mergeInput struct {
	Post    editorial.PostID `path:"post"`
	IfMatch string           `header:"If-Match" maxLength:"1024" doc:"The ETag that the change started from, stale as it is."`
	Body    mergeAsked
}

type mergeAnswer struct{ Body mergeView }

// mergePost joins a change that came too late with what was saved meanwhile.
// It saves nothing.
func (a *API) mergePost(ctx context.Context, in *mergeInput) (*mergeAnswer, error) {
	p, desk, err := a.postFor(ctx, in.Post)
	if err != nil {
		return nil, err
	}
	number := in.Body.Revision
	if number == 0 {
		number = taggedRevision(in.IfMatch)
	}
	if number == 0 {
		return nil, editorial.Refuse(editorial.Needed, codeVersionNeeded)
	}
	r, err := a.revisionOf(ctx, p.ID, number, "/revision")
	if err != nil {
		return nil, err
	}
	base, mine, err := a.bothSides(ctx, p, desk, r, in.Body)
	if err != nil {
		return nil, err
	}
	view := mergeView{Base: number, Current: p.Revision, ETag: postTag(p)}
	view.join(base, mine, p.Sheet, in.Body.Base.rules())
	return &mergeAnswer{Body: view}, nil
}

// bothSides is what the change started from, and what it made of that.
func (a *API) bothSides(ctx context.Context, p *editorial.Post, desk editorial.Desk, r editorial.Revision, asked mergeAsked) (base, mine editorial.Sheet, err error) {
	base = p.Clone()
	base.Content = r.Content
	found, err := a.lookUp(ctx, p.Calendar, asked.Base)
	if err != nil {
		return base, mine, err
	}
	if base, err = asked.Base.over(base, desk, found); err != nil {
		return base, mine, below("/base", err)
	}
	if found, err = a.lookUp(ctx, p.Calendar, asked.Edit); err != nil {
		return base, mine, err
	}
	mine, err = asked.Edit.over(base, desk, found)
	return base, mine, below("/edit", err)
}

// join fills in the fields.
func (v *mergeView) join(base, mine, theirs editorial.Sheet, rules editorial.TreeRules) {
	now := treeOf(theirs)
	joined, fields := editorial.MergeTrees(treeOf(base), treeOf(mine), now, rules)
	v.Conflicts, v.Edit, v.Fields = editorial.Conflicts(fields), editorial.PatchTo(now, joined), []mergeField{}
	for _, f := range fields {
		one := mergeField{Pointer: f.Pointer, State: f.State, Base: f.Base, Mine: f.Mine, Theirs: f.Theirs, Merged: f.Merged}
		for _, w := range f.Words {
			one.Words = append(one.Words, mergedWords(w))
		}
		v.Fields = append(v.Fields, one)
	}
}

// sheetView is what a person can write of a post, as a PATCH takes it.
type sheetView struct {
	Title     string                               `json:"title"`
	Brief     string                               `json:"brief"`
	Notes     string                               `json:"notes"`
	Text      string                               `json:"text"`
	Language  string                               `json:"language"`
	Channels  []editorial.ChannelID                `json:"channels"`
	PublishAt *timeView                            `json:"publish_at,omitempty"`
	Embargo   *timeView                            `json:"embargo,omitempty"`
	Media     []mediaUse                           `json:"media"`
	Link      *linkView                            `json:"link,omitempty"`
	Labels    []string                             `json:"labels"`
	Campaign  editorial.CampaignID                 `json:"campaign"`
	Pillar    editorial.PillarID                   `json:"pillar"`
	Owner     editorial.MemberID                   `json:"owner"`
	Lateness  string                               `json:"lateness"`
	Crisis    bool                                 `json:"crisis"`
	Until     editorial.Until                      `json:"until_approved"`
	Variants  map[editorial.ChannelID]*variantView `json:"variants"`
}

func viewSheet(s editorial.Sheet) sheetView {
	c := s.Content
	return sheetView{
		Title: s.Title, Brief: s.Brief, Notes: s.Notes, Text: c.Text, Language: c.Language, Channels: filled(c.Channels),
		PublishAt: viewTime(s.Planned), Embargo: viewTime(s.Embargo), Media: viewMediaUses(c.Media), Link: viewLink(c.Link),
		Labels: filled(s.Labels), Campaign: s.Campaign, Pillar: s.Pillar, Owner: s.Owner, Lateness: viewDuration(s.Lateness),
		Crisis: s.Crisis, Until: s.Until, Variants: viewVariants(s),
	}
}

// treeOf is the sheet as names and values.
func treeOf(s editorial.Sheet) editorial.Tree {
	written, err := json.Marshal(viewSheet(s))
	tree := editorial.Tree{}
	if err == nil {
		err = json.Unmarshal(written, &tree)
	}
	if err != nil {
		panic(fmt.Sprintf("api: a sheet as a tree: %v", err)) // it is strings, numbers and lists of them
	}
	return tree
}

// rules say how a post's fields are joined, where a request says this much of
// what they were. What a revision keeps is known anyway.
func (e PostEdit) rules() editorial.TreeRules {
	said := map[string]bool{
		"text": true, "language": true, "channels": true, "media": true, "link": true, "variants": true,
		"title": e.Title.Sent, "brief": e.Brief.Sent, "notes": e.Notes.Sent, "publish_at": e.PublishAt.Sent, "embargo": e.Embargo.Sent,
		"labels": e.Labels.Sent, "campaign": e.Campaign.Sent, "pillar": e.Pillar.Sent, "owner": e.Owner.Sent, "lateness": e.Lateness.Sent,
		"crisis": e.Crisis.Sent, "until_approved": e.Until.Sent,
	}
	return editorial.TreeRules{
		Text:  isCopy,
		Set:   func(at string) bool { return at == "/channels" || at == "/labels" },
		Whole: func(at string) bool { return lastOf(at) == "publish_at" || at == "/embargo" },
		Thing: "media", // a picture: what describes one says nothing of another
		Unknown: func(at string) bool {
			path := strings.Split(at, "/")
			if len(path) == 4 && path[3] == "publish_at" {
				own := e.Variants.Value[editorial.ChannelID(path[2])]
				return own == nil || !own.PublishAt.Sent
			}
			return !said[path[1]]
		},
	}
}

// isCopy tells whether people read a field as words.
func isCopy(at string) bool {
	switch last := lastOf(at); last {
	case "title", "brief", "notes", "text", "first_comment", "alt":
		return true
	default:
		return strings.HasSuffix(strings.TrimSuffix(at, last), "/parts/")
	}
}

func lastOf(pointer string) string { return pointer[strings.LastIndexByte(pointer, '/')+1:] }

// below puts the pointers of a refusal below a place in the body.
func below(at string, err error) error {
	r := editorial.AsRefusal(err)
	if r == nil {
		return err
	}
	deeper := *r
	deeper.Problems = slices.Clone(r.Problems)
	for i := range deeper.Problems {
		deeper.Problems[i].Pointer = at + deeper.Problems[i].Pointer
	}
	return &deeper
}
