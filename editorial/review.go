package editorial

import (
	"slices"
	"strings"
	"time"
)

// ChangesAsked is what somebody who may approve wants put right.
type ChangesAsked struct {
	Revision int
	By       Actor
	At       time.Time
	Reasons  []Reason
	Note     string
}

// Reason is why changes are asked for, in a word that can be counted.
type Reason string

// The reasons.
const (
	ReasonSpelling Reason = "spelling"
	ReasonTone     Reason = "tone"
	ReasonVisual   Reason = "visual"
	ReasonLink     Reason = "link"
	ReasonLegal    Reason = "legal"
)

// Reasons lists the reasons, in the order in which people choose.
func Reasons() []Reason {
	return []Reason{ReasonSpelling, ReasonTone, ReasonVisual, ReasonLink, ReasonLegal}
}

// Words is what people call the reason.
func (r Reason) Words() Words {
	switch r {
	case ReasonSpelling:
		return Words{"Spelling", "Orthographe"}
	case ReasonTone:
		return Words{"Tone", "Ton"}
	case ReasonVisual:
		return Words{"Visual", "Visuel"}
	case ReasonLink:
		return Words{"Link", "Lien"}
	case ReasonLegal:
		return Words{"Legal", "Juridique"}
	}
	return Words{string(r), string(r)}
}

// OnBehalf says whose yes somebody passed on, and how it came.
type OnBehalf struct {
	Member MemberID `json:",omitempty"` // who said it, where they are a member
	Name   string   // of whoever said it
	Via    Via
	Reason string // why they did not say it here
}

// Via is how a yes came that somebody passes on.
type Via string

// The ways.
const (
	ViaEmail   Via = "email"
	ViaPhone   Via = "phone"
	ViaMessage Via = "message"
	ViaMeeting Via = "meeting"
	ViaPaper   Via = "paper"
	ViaLink    Via = "link" // they said it themselves, by their link
)

// Vias lists the ways in which somebody else passes a yes on.
func Vias() []Via { return []Via{ViaEmail, ViaPhone, ViaMessage, ViaMeeting, ViaPaper} }

// Words is what people call the way.
func (v Via) Words() Words {
	switch v {
	case ViaEmail:
		return Words{"E-mail", "E-mail"}
	case ViaPhone:
		return Words{"Phone", "Téléphone"}
	case ViaMessage:
		return Words{"Message", "Messagerie"}
	case ViaMeeting:
		return Words{"Meeting", "Réunion"}
	case ViaPaper:
		return Words{"Paper", "Papier"}
	case ViaLink:
		return Words{"By link", "Par lien"}
	}
	return Words{string(v), string(v)}
}

func (o *OnBehalf) detail() string {
	if o.Via == ViaLink {
		return Proof(o.Reason).Detail()
	}
	return "on behalf of " + o.Name + ", " + string(o.Via) + ": " + o.Reason
}

// check says what is missing from it. Who comes by a link speaks for
// themselves, and nobody else says that they did.
func (o *OnBehalf) check(by Actor) []Problem {
	if o == nil {
		return nil
	}
	var problems []Problem
	if strings.TrimSpace(o.Name) == "" {
		problems = append(problems, Problem{Code: CodeOnBehalfOfWhom, Pointer: "/on_behalf/name"})
	}
	ways := Vias()
	if by.ByLink() {
		ways = []Via{ViaLink}
	}
	if !slices.Contains(ways, o.Via) {
		problems = append(problems, Problem{Code: CodeUnknownVia, Pointer: "/on_behalf/via"})
	}
	if strings.TrimSpace(o.Reason) == "" {
		problems = append(problems, Problem{Code: CodeReasonNeeded, Pointer: "/on_behalf/reason"})
	}
	return problems
}

// checkSaid refuses what a move has no use for, so that nobody believes it was
// heard: reasons belong to a request for changes, a person behind to an
// approval, and to whatever somebody decides by a link.
func (asked Asked) checkSaid(by Actor) error {
	problems := asked.OnBehalf.check(by)
	if by.ByLink() && asked.OnBehalf == nil {
		problems = append(problems, Problem{Code: CodeOnBehalfOfWhom, Pointer: "/on_behalf"})
	}
	if asked.OnBehalf != nil && asked.Move != MoveApprove && !by.ByLink() {
		problems = append(problems, Problem{Code: CodeNotOfThisMove, Pointer: "/on_behalf"})
	}
	if len(asked.Channels) > 0 && asked.Move != MoveApprove {
		problems = append(problems, Problem{Code: CodeNotOfThisMove, Pointer: "/channels"})
	}
	if len(asked.Reasons) > 0 && asked.Move != MoveRequestChanges {
		problems = append(problems, Problem{Code: CodeNotOfThisMove, Pointer: "/reasons"})
	}
	seen := map[Reason]bool{}
	for i, reason := range asked.Reasons {
		switch {
		case !slices.Contains(Reasons(), reason):
			problems = append(problems, Problem{Code: CodeUnknownReason, Pointer: pointer("reasons", i)})
		case seen[reason]:
			problems = append(problems, Problem{Code: CodeTwice, Pointer: pointer("reasons", i)})
		}
		seen[reason] = true
	}
	return RefuseAll(problems)
}

// requestChanges ends every approval and sign-off there is: one no outweighs
// any number of yeses.
func (p *Post) requestChanges(asked Asked, desk Desk, lines *Lines) {
	p.takeBack(asked, desk, lines, "post.changes_requested")
	words := make([]string, 0, len(asked.Reasons)+1)
	for _, reason := range asked.Reasons {
		words = append(words, string(reason))
	}
	if asked.OnBehalf != nil {
		words = append(words, asked.OnBehalf.detail())
	}
	lines.Audit[len(lines.Audit)-1].Detail = strings.Join(words, " ")
	by := desk.By
	by.May = nil
	p.Review = &Review{Since: desk.Now, Changes: &ChangesAsked{
		Revision: p.Revision, By: by, At: desk.Now, Reasons: asked.Reasons, Note: asked.Note,
	}}
}

// CorrectAndApprove saves a correction and approves what it made, in one act:
// where one of the two is refused, neither counts.
func (p *Post) CorrectAndApprove(next Sheet, asked Asked, desk Desk) (Lines, error) {
	lines, err := p.Edit(next, desk)
	if err != nil {
		return Lines{}, err
	}
	if p.State == Approved { // the correction stayed inside the margin; it is signed all the same
		p.State = InReview
	}
	asked.Revision = p.Revision
	more, err := p.Apply(asked, desk)
	if err != nil {
		return Lines{}, err
	}
	lines.Audit = append(lines.Audit, more.Audit...)
	lines.Notices = slices.DeleteFunc(lines.Notices, func(n Notice) bool {
		return n.Code == CodeBackToReview || n.Code == CodeWaitsForApproval || n.Code == CodeApprovalRestored
	})
	lines.Notices = append(lines.Notices, more.Notices...)
	return lines, nil
}

// UndoTime is how long an approval can be undone.
const UndoTime = 10 * time.Second

// Undo is what an approval or a sign-off took the place of, for as long as it
// can be undone.
type Undo struct {
	By       MemberID
	At       time.Time
	Version  int64 // of the post, that it made: any other change ends it
	Review   *Review
	Approval *Approval          `json:",omitempty"`
	Planned  When               `json:",omitzero"`
	Times    map[ChannelID]When `json:",omitempty"`
	Heard    []ChannelID        `json:",omitempty"` // on which it had left, or may have, before
}

// undoable remembers the post as it is, before it is signed.
func (p *Post) undoable(desk Desk) *Undo {
	u := &Undo{
		By: desk.By.Member, At: desk.Now, Version: p.Version + 1, Review: &Review{Since: desk.Now},
		Approval: p.Approval, Planned: p.Planned, Times: p.Times, Heard: p.heardOn(),
	}
	if p.State == InReview && p.Review != nil {
		before := *p.Review
		before.Undo = nil
		u.Review = &before
	}
	return u
}

func (p *Post) heardOn() []ChannelID {
	var on []ChannelID
	for i := range p.Deliveries {
		if d := &p.Deliveries[i]; d.heard() {
			on = append(on, d.Channel)
		}
	}
	return on
}

// UndoUntil is until when a member can undo what they just signed; zero where
// they cannot.
func (p *Post) UndoUntil(by MemberID, now time.Time) time.Time {
	u := p.undo()
	if u == nil || by == "" || u.By != by || now.After(u.At.Add(UndoTime)) || !slices.Equal(u.Heard, p.heardOn()) {
		return time.Time{}
	}
	return u.At.Add(UndoTime)
}

func (p *Post) undo() *Undo {
	if p.Review == nil || p.Review.Undo == nil || p.Review.Undo.Version != p.Version {
		return nil
	}
	return p.Review.Undo
}

// undoApproval takes a person's own signature back at once, as if it had not
// been given: what stood before stands again, and the post is in review. What
// was heard meanwhile cannot be unheard.
func (p *Post) undoApproval(asked Asked, desk Desk, lines *Lines) error {
	if p.UndoUntil(desk.By.Member, desk.Now).IsZero() {
		return Refuse(Conflict, CodeUndoOver)
	}
	u := p.Review.Undo
	p.Review, p.Approval, p.Planned, p.Times = u.Review, u.Approval, u.Planned, u.Times
	p.State = InReview
	p.say(asked, desk, lines, "post.approval_undone")
	p.weigh(lines, desk, p.Sheet)
	return nil
}

// tidyReview drops what can be undone no more.
func (p *Post) tidyReview() {
	if p.Review == nil || p.Review.Undo == nil || p.Review.Undo.Version == p.Version {
		return
	}
	r := *p.Review
	r.Undo = nil
	if p.Review = &r; p.State == Approved {
		p.Review = nil
	}
}
