package api

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"parution.dev/editorial"
)

// PostEdit is what a person writes of a post: a merge patch (RFC 7396) over
// what is there. A new post is a patch over an empty one.
type PostEdit struct {
	Title     Optional[string]                               `json:"title,omitzero" maxLength:"500" doc:"For the team; it never leaves"`
	Brief     Optional[string]                               `json:"brief,omitzero" doc:"For the team: what the post is for. At most 1 MiB, as every text"`
	Notes     Optional[string]                               `json:"notes,omitzero" doc:"For the team"`
	Text      Optional[string]                               `json:"text,omitzero" doc:"The copy, at most 1 MiB"`
	Language  Optional[string]                               `json:"language,omitzero" maxLength:"35" doc:"BCP 47; null or absent in a new post: the calendar's"`
	Channels  Optional[[]editorial.ChannelID]                `json:"channels,omitzero" maxItems:"100" doc:"Where it goes. What was written for a channel that is taken out goes with it"`
	PublishAt Optional[timeEdit]                             `json:"publish_at,omitzero"`
	Embargo   Optional[timeEdit]                             `json:"embargo,omitzero" doc:"Nothing leaves before it; null: none"`
	Media     Optional[[]mediaEdit]                          `json:"media,omitzero" maxItems:"100"`
	Link      Optional[linkEdit]                             `json:"link,omitzero"`
	Labels    Optional[[]string]                             `json:"labels,omitzero" maxItems:"100" minLength:"1" maxLength:"100"`
	Campaign  Optional[editorial.CampaignID]                 `json:"campaign,omitzero"`
	Pillar    Optional[editorial.PillarID]                   `json:"pillar,omitzero"`
	Owner     Optional[editorial.MemberID]                   `json:"owner,omitzero" doc:"Absent in a new post: whoever makes it"`
	Lateness  Optional[string]                               `json:"lateness,omitzero" maxLength:"20" example:"30m" doc:"How late it may leave, up to 48h; null: as the calendar says"`
	Crisis    Optional[bool]                                 `json:"crisis,omitzero" doc:"The crisis statement, which no pause stops; only those who approve may say so"`
	Until     Optional[editorial.Until]                      `json:"until_approved,omitzero" enum:",hold,release_approved" doc:"While an edited post waits for its new approval: hold it, or let the approved revision leave; null: as the calendar says"`
	Variants  Optional[map[editorial.ChannelID]*variantEdit] `json:"variants,omitzero" maxProperties:"100" doc:"By channel, what differs there; null takes a variant away"`
}

// postPatch is a change of a post, and what it started from.
type postPatch struct {
	PostEdit
	Revision Patch[int]    `json:"revision,omitzero" minimum:"1" doc:"The revision that the change starts from, said once more; where it is not the current one, the change is refused as stale"`
	Copy     Patch[string] `json:"working_copy,omitzero" maxLength:"100" doc:"The ETag of the working copy that this saves: it is removed, unless it was written again since"`
	Restore  Patch[int]    `json:"restore,omitzero" minimum:"1" doc:"What this revision said comes back, and what else is sent goes over it"`
}

// variantEdit is what is written for one channel. What is absent stays; null
// is inherited from the post again.
type variantEdit struct {
	_            struct{}              `nullable:"true"`
	Text         Optional[string]      `json:"text,omitzero"`
	Parts        Optional[[]string]    `json:"parts,omitzero" maxItems:"50" doc:"A thread, in place of the text"`
	Media        Optional[[]mediaEdit] `json:"media,omitzero" maxItems:"100"`
	Link         Optional[linkEdit]    `json:"link,omitzero"`
	NoLink       Optional[bool]        `json:"no_link,omitzero" doc:"No link card on this channel, though the post has one"`
	FirstComment Optional[string]      `json:"first_comment,omitzero"`
	Options      Optional[optionsEdit] `json:"options,omitzero" doc:"As the channel's platform lists them"`
	PublishAt    Optional[timeEdit]    `json:"publish_at,omitzero"`
}

// linkEdit is what is written of a link card.
type linkEdit struct {
	_         struct{}            `nullable:"true"`
	URL       Optional[string]    `json:"url,omitzero" maxLength:"4000" doc:"http or https"`
	Title     Optional[string]    `json:"title,omitzero"`
	Text      Optional[string]    `json:"text,omitzero"`
	Thumbnail Optional[mediaEdit] `json:"thumbnail,omitzero"`
}

// optionsEdit is a patch over options: null takes one away.
type optionsEdit map[string]any

// mediaEdit names a file of the calendar's library: its id alone, or with what
// is said about it here.
type mediaEdit struct {
	Media editorial.MediaID `json:"media"`
	Alt   *string           `json:"alt"` // nil: the file's own
	Crop  string            `json:"crop"`
}

// UnmarshalJSON reads an id or an object.
func (m *mediaEdit) UnmarshalJSON(data []byte) error {
	if data[0] == '"' {
		return json.Unmarshal(data, &m.Media)
	}
	type object mediaEdit
	return json.Unmarshal(data, (*object)(m))
}

// Schema says "an id, or an object".
func (mediaEdit) Schema(r huma.Registry) *huma.Schema {
	id := &huma.Schema{Type: huma.TypeString, Examples: []any{"med_0692k8o5vfr3hd1t9m4q6c2p0g"}}
	return component(r, "MediaEdit", &huma.Schema{
		Description: "A file of the calendar's media library: its id, or an object that says more.",
		OneOf: []*huma.Schema{id, object([]string{"media"}, map[string]*huma.Schema{
			"media": id,
			"alt":   {Type: huma.TypeString, Description: "What it shows, for those who cannot see it; absent: the file's own description"},
			"crop":  {Type: huma.TypeString, Description: "x,y,width,height in thousandths of the picture", Examples: []any{"0,125,1000,750"}},
		})},
	})
}

// component is a schema that the documentation shows once, under a name.
func component(r huma.Registry, name string, s *huma.Schema) *huma.Schema {
	r.Map()[name] = s
	return &huma.Schema{Ref: schemaHome + name}
}

// object is the schema of an object that has these fields and no others.
func object(required []string, fields map[string]*huma.Schema) *huma.Schema {
	return &huma.Schema{Type: huma.TypeObject, AdditionalProperties: false, Required: required, Properties: fields}
}

// timeEdit is what is written of a planned time.
type timeEdit struct {
	text    string  // an RFC 3339 instant, in place of all else
	Local   *string `json:"local"`
	Zone    *string `json:"zone"`
	Fold    *int    `json:"fold"`
	Instant *string `json:"instant"`
	Undated bool    `json:"undated"`
}

// UnmarshalJSON reads an instant or an object.
func (t *timeEdit) UnmarshalJSON(data []byte) error {
	if data[0] == '"' {
		return json.Unmarshal(data, &t.text)
	}
	type object timeEdit
	return json.Unmarshal(data, (*object)(t))
}

// Schema says "an instant, or a wall clock in a zone".
func (timeEdit) Schema(r huma.Registry) *huma.Schema {
	no, yes := 0.0, 1.0
	text := func(example, doc string) *huma.Schema {
		return &huma.Schema{Type: huma.TypeString, Description: doc, Examples: []any{example}}
	}
	instant := text("2026-12-24T08:00:00Z", "RFC 3339. Beside a local time it must agree with it")
	instant.Format = "date-time"
	return component(r, "TimeEdit", &huma.Schema{
		Description: "When it leaves: a wall clock in a zone, or an RFC 3339 instant, which is kept in UTC unless a zone comes with it.",
		OneOf: []*huma.Schema{instant, object(nil, map[string]*huma.Schema{
			"local":   text("2026-12-24T09:00", "Without an offset"),
			"zone":    text("Europe/Paris", "IANA name; absent: the zone of the time that is changed, else the calendar's"),
			"fold":    {Type: huma.TypeInteger, Minimum: &no, Maximum: &yes, Description: "Where clocks show the local time twice: 0 the first, 1 the second"},
			"instant": instant,
			"undated": {Type: huma.TypeBoolean, Description: "In a variant: no date on this channel, though the post has one"},
			"shift":   {Type: huma.TypeString, ReadOnly: true, Description: "Follows from the others"},
		})},
	})
}

// zoned returns the planned time that the edit makes of an old one, or what is
// wrong with it, and where.
func (t timeEdit) zoned(old editorial.When, calendarZone string) (editorial.When, *editorial.Problem) {
	switch {
	case t.text != "":
		return whenAt(t.text, "", time.UTC.String())
	case t.Instant != nil && t.Local == nil:
		return whenAt(*t.Instant, "/instant", or(t.Zone, old.Zone, time.UTC.String()))
	case t.Local == nil && old.IsZero():
		return old, &editorial.Problem{Code: codeRequired, Pointer: "/local"}
	}
	next := old
	if t.Local != nil {
		next.Local, next.Fold = *t.Local, 0
	}
	next.Zone = or(t.Zone, old.Zone, calendarZone)
	if t.Fold != nil {
		next.Fold = *t.Fold
	}
	when, err := editorial.NewWhen(next.Local, next.Zone, next.Fold)
	if err != nil {
		return old, timeProblem(err)
	}
	return when, t.agrees(when)
}

// or returns what was sent, or the first of the others that says something.
func or(sent *string, others ...string) string {
	if sent != nil {
		return *sent
	}
	for _, other := range others {
		if other != "" {
			return other
		}
	}
	return ""
}

func whenAt(text, at, zone string) (editorial.When, *editorial.Problem) {
	moment, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return editorial.When{}, &editorial.Problem{Code: codeBadInstant, Pointer: at}
	}
	when, err := editorial.WhenAt(moment, zone)
	if err != nil {
		return when, timeProblem(err)
	}
	return when, nil
}

// agrees refuses an instant that is not the one the wall clock stands for.
func (t timeEdit) agrees(when editorial.When) *editorial.Problem {
	if t.Instant == nil {
		return nil
	}
	said, err := time.Parse(time.RFC3339, *t.Instant)
	if err != nil {
		return &editorial.Problem{Code: codeBadInstant, Pointer: "/instant"}
	}
	if resolved, err := when.Resolve(); err != nil || !resolved.Instant.Equal(said) {
		return &editorial.Problem{Code: codeTimesDiffer, Pointer: "/instant"}
	}
	return nil
}

// timeProblem says which part of a planned time is not right.
func timeProblem(err error) *editorial.Problem {
	switch {
	case errors.Is(err, editorial.ErrNoSuchDay):
		return &editorial.Problem{Code: codeNoSuchDay, Pointer: "/local"}
	case errors.Is(err, editorial.ErrUnknownZone):
		return &editorial.Problem{Code: codeUnknownZone, Pointer: "/zone"}
	case errors.Is(err, editorial.ErrBadFold):
		return &editorial.Problem{Code: codeOutOfRange, Pointer: "/fold"}
	}
	return &editorial.Problem{Code: codeBadLocalTime, Pointer: "/local"}
}

// pointer writes a JSON Pointer (RFC 6901) of names and numbers of our own,
// which need no escaping.
func pointer(tokens ...any) string {
	var b strings.Builder
	for _, token := range tokens {
		fmt.Fprintf(&b, "/%v", token)
	}
	return b.String()
}
