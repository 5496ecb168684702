package api

import (
	"cmp"
	"slices"
	"time"

	"parution.dev/editorial"
)

// postView is a post as the API shows it: what people wrote, where it stands,
// and what each channel says about it.
type postView struct {
	ID              editorial.PostID                     `json:"id" example:"post_0692k8o5vfr3hd1t9m4q6c2p0g"`
	Calendar        editorial.CalendarID                 `json:"calendar"`
	State           editorial.State                      `json:"state" enum:"idea,draft,in_review,changes_requested,approved,archived" doc:"Where the post stands in the workflow"`
	Status          editorial.Status                     `json:"status" doc:"The one word for people, from the workflow and from the deliveries"`
	StatusLabel     string                               `json:"status_label" doc:"The status in the reader's language"`
	Revision        int                                  `json:"revision" doc:"Number of the current content; an approval names it"`
	PendingRevision int                                  `json:"pending_revision,omitempty" doc:"A newer revision that waits for its approval while an approved one may still leave"`
	Title           string                               `json:"title"`
	Brief           string                               `json:"brief"`
	Notes           string                               `json:"notes"`
	Text            string                               `json:"text"`
	Language        string                               `json:"language" doc:"BCP 47"`
	Channels        []editorial.ChannelID                `json:"channels"`
	PublishAt       *timeView                            `json:"publish_at,omitempty" doc:"Absent: no date"`
	Embargo         *timeView                            `json:"embargo,omitempty" doc:"Nothing leaves before it; absent: none"`
	Media           []mediaUse                           `json:"media"`
	Link            *linkView                            `json:"link,omitempty"`
	Labels          []string                             `json:"labels"`
	Campaign        editorial.CampaignID                 `json:"campaign" doc:"Empty: none"`
	Pillar          editorial.PillarID                   `json:"pillar" doc:"Empty: none"`
	Owner           editorial.MemberID                   `json:"owner"`
	Lateness        string                               `json:"lateness" doc:"How late it may leave; empty: as the calendar says" example:"30m"`
	Crisis          bool                                 `json:"crisis" doc:"The crisis statement, which no pause stops"`
	UntilApproved   editorial.Until                      `json:"until_approved" doc:"What may leave while the post waits for a new approval; empty: as the calendar says"`
	Variants        map[editorial.ChannelID]*variantView `json:"variants" doc:"By channel, what differs there"`
	Approval        *approvalView                        `json:"approval,omitempty"`
	WaitsFor        *waitingView                         `json:"waits_for,omitempty" doc:"Who must act next; absent where nobody must"`
	Changes         *changesView                         `json:"changes,omitempty" doc:"What somebody asked to be put right"`
	UndoUntil       *time.Time                           `json:"undo_until,omitempty" doc:"Until when the reader can undo the approval or the sign-off that they just gave"`
	Hold            *holdView                            `json:"hold,omitempty"`
	Deliveries      []DeliveryBrief                      `json:"deliveries" doc:"One for each channel"`
	Problems        []postProblem                        `json:"problems" doc:"What stops the post, or will stop it, each with the next step"`
	Notices         []noticeView                         `json:"notices" doc:"What the change just made meant; empty when a post is only read"`
	Author          editorial.MemberID                   `json:"author" doc:"Who wrote the current revision"`
	CreatedAt       time.Time                            `json:"created_at"`
	UpdatedAt       time.Time                            `json:"updated_at"`
}

// timeView is a planned time: what was said, and the instant that follows.
type timeView struct {
	Local   string          `json:"local,omitempty" example:"2026-12-24T09:00"`
	Zone    string          `json:"zone,omitempty" example:"Europe/Paris"`
	Fold    int             `json:"fold" doc:"Where clocks show the local time twice: 0 the first, 1 the second"`
	Instant *time.Time      `json:"instant,omitempty"`
	Shift   editorial.Shift `json:"shift" enum:",gap,overlap" doc:"What a change of clocks did to the time: gap, moved to the next valid minute; overlap, the fold chose"`
	Undated bool            `json:"undated,omitempty" doc:"In a variant: no date on this channel, though the post has one"`
}

// mediaUse is one file in a post, with what is said about it there.
type mediaUse struct {
	Media editorial.MediaID `json:"media"`
	Alt   string            `json:"alt"`
	Crop  string            `json:"crop,omitempty" doc:"x,y,width,height in thousandths of the picture; absent: all of it"`
}

type linkView struct {
	URL       string    `json:"url"`
	Title     string    `json:"title"`
	Text      string    `json:"text"`
	Thumbnail *mediaUse `json:"thumbnail,omitempty"`
}

// variantView is what differs on one channel; what is absent is inherited.
type variantView struct {
	Text         *string           `json:"text,omitempty"`
	Parts        []string          `json:"parts,omitempty" doc:"A thread, in place of the text"`
	Media        *[]mediaUse       `json:"media,omitempty"`
	Link         *linkView         `json:"link,omitempty"`
	NoLink       bool              `json:"no_link,omitempty" doc:"No link card on this channel, though the post has one"`
	FirstComment string            `json:"first_comment,omitempty"`
	Options      editorial.Options `json:"options,omitempty"`
	PublishAt    *timeView         `json:"publish_at,omitempty"`
}

// actorView is who did something.
type actorView struct {
	Member editorial.MemberID `json:"member"`
	Name   string             `json:"name"`
	Maker  editorial.MemberID `json:"token_maker,omitempty" doc:"Who made the token that was used, where it is somebody else"`
}

type approvalView struct {
	Revision int                                    `json:"revision"`
	By       actorView                              `json:"by"`
	At       time.Time                              `json:"at"`
	Note     string                                 `json:"note"`
	Self     bool                                   `json:"self" doc:"Somebody who signed it wrote the revision"`
	OnBehalf *onBehalf                              `json:"on_behalf,omitempty" doc:"Whose yes the approver passed on"`
	Steps    []signOffView                          `json:"steps" doc:"The sign-offs of all steps, where the calendar approves in steps"`
	Channels map[editorial.ChannelID]channelYesView `json:"channels" doc:"Where channels were approved one by one: who approved each. A channel that is not here is not approved"`
	TouchUps map[editorial.ChannelID]touchUpView    `json:"touch_ups" doc:"By channel, the edit since the approval that stayed inside the margin"`
	OnEdit   string                                 `json:"on_edit" enum:"lost,margin,stands,waiting" doc:"What a change of what leaves does now. lost: the post goes back to review; margin: likewise, unless the change stays inside the calendar's margin; stands: everything has left already, and nothing of it can be edited; waiting: it is in review again, and saving back what was approved restores the approval"`
}

type holdView struct {
	By     actorView `json:"by"`
	At     time.Time `json:"at"`
	Reason string    `json:"reason"`
}

type postProblem struct {
	Code    editorial.Code      `json:"code"`
	Pointer string              `json:"pointer" doc:"JSON Pointer into the post; empty: the whole of it"`
	Channel editorial.ChannelID `json:"channel,omitempty"`
	About   string              `json:"about,omitempty" doc:"What stands in the way, where it is one of several: the id of a file, a link"`
	Message string              `json:"message"`
}

type noticeView struct {
	Code     editorial.Code      `json:"code"`
	Pointer  string              `json:"pointer,omitempty"`
	Channel  editorial.ChannelID `json:"channel,omitempty"`
	Distance int                 `json:"distance,omitempty" doc:"Characters that differ from the approved revision, where the margin is the matter; one more than the largest margin for all beyond it"`
	Of       int                 `json:"of,omitempty" doc:"Characters that the margin allows"`
	Message  string              `json:"message"`
}

// viewPost shows a post to somebody who reads a language.
func viewPost(p *editorial.Post, desk editorial.Desk, lang editorial.Lang) postView {
	v := postView{
		ID: p.ID, Calendar: p.Calendar, State: p.State, Status: p.Status, StatusLabel: statusWords(p, desk).In(lang),
		Revision: p.Revision, PendingRevision: pendingRevision(p, desk),
		Title: p.Title, Brief: p.Brief, Notes: p.Notes, Labels: filled(p.Labels),
		Campaign: p.Campaign, Pillar: p.Pillar, Owner: p.Owner, Author: p.Author,
		Lateness: viewDuration(p.Lateness), Crisis: p.Crisis, UntilApproved: p.Until,
		PublishAt: viewTime(p.Planned), Embargo: viewTime(p.Embargo), Approval: viewApproval(p, desk), Hold: viewHold(p.Hold),
		WaitsFor: viewWaiting(p, desk), Changes: viewChanges(p.Review, lang), UndoUntil: instant(p.UndoUntil(desk.By.Member, desk.Now)),
		Deliveries: briefDeliveries(p, lang), Problems: problemsOf(p, desk, lang), Notices: []noticeView{},
		CreatedAt: p.Created.UTC(), UpdatedAt: p.Updated.UTC(),
	}
	c := p.Content
	v.Text, v.Language, v.Channels = c.Text, c.Language, filled(c.Channels)
	v.Media, v.Link = viewMediaUses(c.Media), viewLink(c.Link)
	v.Variants = viewVariants(p.Sheet)
	return v
}

// filled returns what JSON shows as an array even when it is empty.
func filled[T any](items []T) []T {
	if items == nil {
		return []T{}
	}
	return items
}

// statusWords names the status, and tells apart the three ways to be stopped
// and the two to be in review.
func statusWords(p *editorial.Post, desk editorial.Desk) editorial.Words {
	if p.Status == editorial.Status(editorial.InReview) {
		return reviewWords(p, desk)
	}
	if p.Status != "held" {
		return p.Status.Words()
	}
	if p.Hold != nil {
		return editorial.Words{EN: "On hold", FR: "Mis en attente"}
	}
	for _, d := range p.Deliveries {
		if d.State == editorial.Held && !slices.ContainsFunc(d.Holds, isPause) {
			return p.Status.Words()
		}
	}
	return editorial.Words{EN: "Paused", FR: "En pause"}
}

func isPause(h editorial.Hold) bool { return h.Code == editorial.CodePaused }

// pendingRevision is the current revision where an older one may leave.
func pendingRevision(p *editorial.Post, desk editorial.Desk) int {
	if p.Approval == nil || p.Approval.Revision == p.Revision {
		return 0 // nothing but the current one can leave
	}
	for _, channel := range p.Content.Channels {
		if leaving, ok := p.Leaving(channel, desk.Calendar, desk.Channels); ok && leaving != p.Revision && !wasHeard(p.Delivery(channel)) {
			return p.Revision
		}
	}
	return 0
}

// wasHeard tells whether anything of a delivery is out there, or may be.
func wasHeard(d *editorial.Delivery) bool {
	return d != nil && (!d.Out.IsZero() || d.State == editorial.Sending || d.State == editorial.Unsure)
}

func viewTime(w editorial.When) *timeView {
	if w.IsZero() {
		return nil
	}
	v := &timeView{Local: w.Local, Zone: w.Zone, Fold: w.Fold}
	if resolved, err := w.Resolve(); err == nil {
		v.Instant, v.Shift = instant(resolved.Instant), resolved.Shift
	}
	return v
}

// instant is a moment that may be absent: null in JSON.
func instant(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	t = t.UTC()
	return &t
}

// viewDuration writes 90 minutes as "1h30m", and nothing for none.
func viewDuration(d time.Duration) string {
	if d == 0 {
		return ""
	}
	text := d.String()
	for _, zero := range []string{"m0s", "h0m"} {
		if cut := len(text) - len(zero); cut > 0 && text[cut:] == zero {
			text = text[:cut+1]
		}
	}
	return text
}

func viewMediaUses(uses []editorial.MediaUse) []mediaUse {
	views := make([]mediaUse, len(uses))
	for i, use := range uses {
		views[i] = mediaUse{Media: use.Media, Alt: use.Alt, Crop: use.Crop}
	}
	return views
}

func viewLink(card *editorial.LinkCard) *linkView {
	if card == nil {
		return nil
	}
	v := &linkView{URL: card.URL, Title: card.Title, Text: card.Text}
	if card.Thumbnail != nil {
		v.Thumbnail = &viewMediaUses([]editorial.MediaUse{*card.Thumbnail})[0]
	}
	return v
}

func viewVariants(s editorial.Sheet) map[editorial.ChannelID]*variantView {
	views := map[editorial.ChannelID]*variantView{}
	for id, variant := range s.Content.Variants {
		views[id] = viewVariant(variant)
	}
	for id, own := range s.Times {
		if views[id] == nil {
			views[id] = &variantView{}
		}
		views[id].PublishAt = cmp.Or(viewTime(own), &timeView{Undated: true})
	}
	return views
}

func viewVariant(variant editorial.Variant) *variantView {
	v := &variantView{
		Text: variant.Text, Parts: variant.Parts, Link: viewLink(variant.Link), NoLink: variant.NoLink,
		FirstComment: variant.FirstComment, Options: variant.Options,
	}
	if variant.Media != nil {
		own := viewMediaUses(*variant.Media)
		v.Media = &own
	}
	return v
}

func viewActor(a editorial.Actor) actorView {
	return actorView{Member: a.Member, Name: a.Name, Maker: a.Maker}
}

func viewApproval(p *editorial.Post, desk editorial.Desk) *approvalView {
	a := p.Approval
	if a == nil {
		return nil
	}
	return &approvalView{
		Revision: a.Revision, By: viewActor(a.By), At: a.At.UTC(), Note: a.Note, Self: a.Self,
		OnBehalf: viewOnBehalf(a.OnBehalf), Steps: viewSignOffs(a.Steps),
		Channels: viewChannelYeses(a.On), TouchUps: viewTouchUps(a), OnEdit: onEdit(p, desk),
	}
}

// onEdit foretells what a change of what leaves does to the approval.
func onEdit(p *editorial.Post, desk editorial.Desk) string {
	if p.State == editorial.InReview {
		return "waiting"
	}
	for _, channel := range p.Content.Channels {
		if d := p.Delivery(channel); d == nil || d.Out.IsZero() || p.Editable(desk.Channels[channel]) {
			margin, _ := p.MarginFor(desk)
			return ifBeyond(margin)
		}
	}
	return "stands"
}

func ifBeyond(margin editorial.Margin) string {
	if margin.Graphemes > 0 && len(margin.Fields) > 0 {
		return "margin"
	}
	return "lost"
}

func viewHold(h *editorial.ManualHold) *holdView {
	if h == nil {
		return nil
	}
	return &holdView{By: viewActor(h.By), At: h.At.UTC(), Reason: h.Reason}
}
