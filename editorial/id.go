package editorial

import (
	"encoding/base32"
	"strings"

	"github.com/google/uuid"
)

// Identifiers are opaque strings that sort by the time they were made: a
// prefix that names the kind, and a UUID version 7 in lower-case base32hex
// (whose alphabet keeps the order of the bytes).
type (
	// CalendarID names a Calendar ("cal_…").
	CalendarID string
	// ChannelID names a Channel ("chan_…").
	ChannelID string
	// PostID names a Post ("post_…").
	PostID string
	// DeliveryID names a Delivery ("dlv_…").
	DeliveryID string
	// MemberID names a Member ("mem_…").
	MemberID string
	// TokenID names an API token ("tok_…").
	TokenID string
	// CampaignID names a Campaign ("camp_…").
	CampaignID string
	// PillarID names a Pillar ("pil_…").
	PillarID string
	// PauseID names a Pause ("pau_…").
	PauseID string
	// MediaID names a file of the media library ("med_…").
	MediaID string
	// ActID names an Act ("act_…").
	ActID string
	// SessionID names a Session ("ses_…").
	SessionID string
	// InvitationID names an Invitation ("inv_…").
	InvitationID string
	// CrisisID names a Crisis ("cri_…").
	CrisisID string
	// DelegationID names a Delegation ("dgn_…").
	DelegationID string
	// ResetID names a Reset ("rst_…").
	ResetID string
	// CommentID names a Comment ("cmt_…").
	CommentID string
	// ClientLinkID names a ClientLink ("cli_…").
	ClientLinkID string
	// VisitID names a Visit ("vis_…").
	VisitID string
	// HookID names a Hook ("hook_…").
	HookID string
	// ChatAccountID names a ChatAccount ("chat_…").
	ChatAccountID string
	// DispatchID names a Dispatch ("dsp_…").
	DispatchID string
	// TaskID names a Task ("task_…").
	TaskID string
	// FieldNoteID names a FieldNote ("fln_…").
	FieldNoteID string
	// PasskeyID names a Passkey ("pky_…").
	PasskeyID string
)

// NewID returns a fresh identifier of the kind that T names. Two identifiers
// made one after the other in one process sort in that order.
func NewID[T ~string](prefix string) T {
	id := uuid.Must(uuid.NewV7())
	encoding := base32.HexEncoding.WithPadding(base32.NoPadding)
	return T(prefix + "_" + strings.ToLower(encoding.EncodeToString(id[:])))
}
