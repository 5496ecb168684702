package api

import (
	"context"
	"slices"

	"parution.dev/editorial"
	"parution.dev/store"
)

// bulkAsked is one move for many posts, each in the revision that was looked
// at. A campaign or days make sure that none of theirs was overlooked.
type bulkAsked struct {
	Move     editorial.Move       `json:"move" enum:"submit,approve"`
	Posts    []bulkPost           `json:"posts" minItems:"1" maxItems:"200" doc:"With the revision of each that was looked at"`
	Campaign editorial.CampaignID `json:"campaign,omitempty" maxLength:"64" doc:"Answer too for its posts that wait for this move and are not in the list"`
	From     string               `json:"from,omitempty" maxLength:"40" doc:"Likewise for those due then or later: an RFC 3339 instant, or a day in the calendar's zone" example:"2026-12-07"`
	To       string               `json:"to,omitempty" maxLength:"40" doc:"And before then; or until the end of that day" example:"2026-12-13"`
	Note     string               `json:"note,omitempty" maxLength:"10000"`
	Late     bulkLate             `json:"late,omitempty" enum:"refuse,undated,leave" doc:"Posts whose time has passed. refuse (when left out): they are not approved; undated: approved without a date; leave: within their tolerance they leave at once"`
}

type bulkPost struct {
	Post     editorial.PostID `json:"post" maxLength:"64"`
	Revision int              `json:"revision" minimum:"1"`
}

type bulkLate string

// late is what it means for one post.
func (l bulkLate) late() editorial.Late {
	switch l {
	case "undated":
		return editorial.LateUndated
	case "leave":
		return editorial.LateLeave
	}
	return editorial.LateRefuse
}

// bulkResult is what became of one post.
type bulkResult struct {
	Post     editorial.PostID `json:"post,omitempty" doc:"Absent where there is no such post"`
	Result   string           `json:"result" enum:"approved,signed_off,submitted,refused,not_listed" doc:"signed_off: others still have to sign; not_listed: it waits for this move in the campaign or the days named, and nobody said that they looked at it"`
	Revision int              `json:"revision,omitempty" doc:"The current one"`
	State    editorial.State  `json:"state,omitempty" enum:"idea,draft,in_review,changes_requested,approved,archived"`
	Status   editorial.Status `json:"status,omitempty"`
	Notices  []noticeView     `json:"notices"`
	Problem  *Problem         `json:"problem,omitempty" doc:"Why it was refused, as the move by itself would be"`
}

type bulkAnswer struct {
	Body struct {
		Items []bulkResult `json:"items" doc:"In the order of the list; then those that were not listed"`
	}
}

type movePostsInput struct {
	Calendar editorial.CalendarID `path:"calendar"`
	Body     bulkAsked
}

// movePosts moves many posts of a calendar. Each is a change of its own, that
// is made or refused for itself.
func (a *API) movePosts(ctx context.Context, in *movePostsInput) (*bulkAnswer, error) {
	desk, err := a.deskFor(ctx, in.Calendar)
	if err != nil {
		return nil, err
	}
	filter, err := in.Body.check(desk)
	if err != nil {
		return nil, err
	}
	answer := &bulkAnswer{}
	for _, one := range in.Body.Posts {
		answer.Body.Items = append(answer.Body.Items, a.moveOneOf(ctx, desk, one, in.Body))
	}
	overlooked, err := a.overlooked(ctx, filter, in.Body)
	answer.Body.Items = append(answer.Body.Items, overlooked...)
	return answer, err
}

// check reads what narrows the scope, and refuses a post that stands twice.
func (b bulkAsked) check(desk editorial.Desk) (store.PostFilter, error) {
	if !desk.Calendar.Archived.IsZero() {
		return store.PostFilter{}, editorial.Refuse(editorial.Conflict, editorial.CodeCalendarArchived)
	}
	var wrong []editorial.Problem
	seen := map[editorial.PostID]bool{}
	for i, one := range b.Posts {
		if seen[one.Post] {
			wrong = append(wrong, editorial.Problem{Code: editorial.CodeTwice, Pointer: pointer("posts", i)})
		}
		seen[one.Post] = true
	}
	f := store.PostFilter{Calendar: desk.Calendar.ID, Campaign: b.Campaign, Waiting: true}
	var ok bool
	if f.From, ok = dayOrInstant(b.From, desk.Calendar.Zone, 0); !ok {
		wrong = append(wrong, editorial.Problem{Code: codeBadDate, Pointer: "/from"})
	}
	if f.To, ok = dayOrInstant(b.To, desk.Calendar.Zone, 1); !ok {
		wrong = append(wrong, editorial.Problem{Code: codeBadDate, Pointer: "/to"})
	}
	f.Keep = func(p *editorial.Post) bool { return !seen[p.ID] && b.waits(p) }
	return f, editorial.RefuseAll(wrong)
}

// waits tells whether the move is what the post waits for.
func (b bulkAsked) waits(p *editorial.Post) bool {
	if b.Move == editorial.MoveApprove {
		return p.State == editorial.InReview
	}
	return slices.Contains([]editorial.State{editorial.Draft, editorial.ChangesRequested}, p.State)
}

func (a *API) moveOneOf(ctx context.Context, desk editorial.Desk, one bulkPost, b bulkAsked) bulkResult {
	asked := editorial.Asked{Move: b.Move, Revision: one.Revision, Note: b.Note}
	if b.Move == editorial.MoveApprove {
		asked.Late = b.Late.late()
	}
	w := a.write(ctx, desk.By)
	p, lines, err := a.store.UpdatePost(ctx, w, one.Post, func(p *editorial.Post, around editorial.Desk) (editorial.Lines, error) {
		if p.Calendar != desk.Calendar.ID {
			return editorial.Lines{}, editorial.Refuse(editorial.NotFound, editorial.CodeNotFound)
		}
		return p.Apply(asked, around)
	})
	if err != nil {
		if editorial.IsKind(err, editorial.NotFound) {
			one.Post = "" // nothing is told of what is elsewhere
		}
		return bulkResult{Post: one.Post, Result: "refused", Notices: []noticeView{}, Problem: a.problem(ctx, err)}
	}
	result := "submitted"
	switch {
	case p.State == editorial.Approved:
		result = "approved"
	case b.Move == editorial.MoveApprove:
		result = "signed_off"
	}
	return bulkResult{
		Post: p.ID, Result: result, Revision: p.Revision, State: p.State, Status: p.Status,
		Notices: viewNotices(lines.Notices, callerOf(ctx).lang),
	}
}

// overlooked lists the posts of the campaign or the days that wait for the move
// and that nobody named: an approval names a revision.
func (a *API) overlooked(ctx context.Context, f store.PostFilter, b bulkAsked) ([]bulkResult, error) {
	if b.Campaign == "" && b.From == "" && b.To == "" {
		return nil, nil
	}
	posts, err := all(func(page store.Page) ([]*editorial.Post, string, error) { return a.store.ListPosts(ctx, f, page) })
	results := make([]bulkResult, len(posts))
	for i, p := range posts {
		results[i] = bulkResult{Post: p.ID, Result: "not_listed", Revision: p.Revision, State: p.State, Status: p.Status, Notices: []noticeView{}}
	}
	return results, err
}
