package editorial

import "time"

// Calendar is one client's or brand's plan.
type Calendar struct {
	ID       CalendarID
	Name     string
	Zone     string // IANA name; the zone of times that name none
	Language Lang
	Policy   Policy
	Created  time.Time
	Archived time.Time // zero: in use
	Version  int64
}

// inUse refuses to change anything of a calendar that was put away.
func (c Calendar) inUse() error {
	if !c.Archived.IsZero() {
		return Refuse(Conflict, CodeCalendarArchived)
	}
	return nil
}

// Approving says who signs before a post may leave.
type Approving string

// The ways to approve.
const (
	ApproveOne   Approving = "one"   // one person who may approve
	ApproveNone  Approving = "none"  // submitting is approving, for whoever may release
	ApproveSteps Approving = "steps" // one step after the other, each with its people
)

// Until says what may leave while an edited post waits for its new approval.
type Until string

// The ways to wait.
const (
	UntilHold    Until = "hold"             // the post waits
	UntilRelease Until = "release_approved" // the last approved revision may leave on time
)

// DeadLinks says what a link does that leads nowhere.
type DeadLinks string

// The answers to dead links.
const (
	DeadLinksWarn DeadLinks = "warn" // people are told, and the post leaves
	DeadLinksHold DeadLinks = "hold" // the post waits
)

// DefaultLateness is how late a post may leave where nobody chose.
const DefaultLateness = 30 * time.Minute

// MaxLateness bounds what can be chosen: beyond two days a post is not late,
// it is another post.
const MaxLateness = 48 * time.Hour

// Policy is what a calendar's people agreed on.
type Policy struct {
	Approval         Approving
	Steps            []ApprovalStep `json:",omitempty"` // in their order, of ApproveSteps
	PerChannel       bool           `json:",omitempty"` // a post may be approved channel by channel; not with steps
	Deputy           MemberID       `json:",omitempty"` // acts for approvers who are away and named nobody
	Escalation       Escalation     `json:",omitzero"`  // of what waits too long for an approval
	NoSelfApproval   bool           // an approver may not sign what they wrote
	Lateness         time.Duration  // tolerance of posts that set none
	ApproveAhead     time.Duration  // how long before its time a post should be approved; 0: as usual
	UntilApproved    Until
	Margin           Margin
	ResendWhenLikely bool         // after three looks, a part that a listing does not show is sent again
	ClientCodes      bool         `json:",omitempty"` // a client link opens with a code that is mailed, too
	TokensMayApprove bool         // a token that one person made for another may approve
	AltTextsRequired bool         // a picture without alternative text is refused at submit
	DeadLinks        DeadLinks    // "": warn
	Blackouts        []Blackout   // nothing leaves in them
	QuietHours       []QuietHours // nothing leaves in them, on any channel
	Digest           DigestTimes
	Checklists       []Checklist `json:",omitempty"` // by kind of post
}

// DefaultPolicy is what a new calendar starts with: one approver, half an hour
// of tolerance, a small margin, and a post that was edited beyond it waits.
func DefaultPolicy() Policy {
	return Policy{Approval: ApproveOne, Lateness: DefaultLateness, UntilApproved: UntilHold, Margin: DefaultMargin()}
}

// Pillar is a theme that a share of the plan is about.
type Pillar struct {
	ID       PillarID
	Calendar CalendarID
	Name     string
	Created  time.Time
	Version  int64
}
