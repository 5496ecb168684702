package api

import (
	"time"

	"parution.dev/editorial"
)

// DeliveryBrief is one post on one channel, in short.
type DeliveryBrief struct {
	ID          editorial.DeliveryID    `json:"id"`
	Channel     editorial.ChannelID     `json:"channel"`
	Platform    editorial.Platform      `json:"platform"`
	State       editorial.DeliveryState `json:"state" enum:"planned,scheduled,held,sending,unknown,published,missed,failed,dropped"`
	DueAt       *time.Time              `json:"due_at" doc:"null: no date"`
	PublishedAt *time.Time              `json:"published_at" doc:"When the first part went out; null: it has not"`
	LatenessMS  int64                   `json:"lateness_ms" doc:"How late the first part went out"`
	URL         string                  `json:"url" doc:"Where it can be read; empty where the platform gives no address"`
	Holds       []holdReason            `json:"holds" doc:"Why it could not leave at its time"`
	Trouble     *troubleView            `json:"trouble,omitempty" doc:"The last thing that went wrong"`
}

// deliveryBriefOf is a delivery in a list of several posts'.
type deliveryBriefOf struct {
	DeliveryBrief
	Post      editorial.PostID     `json:"post"`
	Calendar  editorial.CalendarID `json:"calendar"`
	ForPerson bool                 `json:"for_person" doc:"Its outcome is unclear, and only a person can tell"`
}

// holdReason is one reason why a due post may not leave.
type holdReason struct {
	Code    editorial.Code `json:"code"`
	Message string         `json:"message"`
	Person  bool           `json:"person" doc:"A person stopped it: it never leaves by itself after its time"`
	About   string         `json:"about,omitempty" doc:"What stands in the way: the id of a pause, a channel, a file; a link"`
	Until   *time.Time     `json:"until,omitempty" doc:"When it ends by itself, where that is known"`
	Reason  string         `json:"reason,omitempty" doc:"What people said of it; where a link leads now"`
}

type troubleView struct {
	Code    string    `json:"code"`
	Message string    `json:"message" doc:"In the words of the platform, where it gave some"`
	At      time.Time `json:"at"`
}

// deliveryView is a delivery in full, with its parts and every try.
type deliveryView struct {
	ID          editorial.DeliveryID    `json:"id"`
	Post        editorial.PostID        `json:"post"`
	Calendar    editorial.CalendarID    `json:"calendar"`
	Channel     editorial.ChannelID     `json:"channel"`
	Platform    editorial.Platform      `json:"platform"`
	State       editorial.DeliveryState `json:"state" enum:"planned,scheduled,held,sending,unknown,published,missed,failed,dropped"`
	ForPerson   bool                    `json:"for_person" doc:"Its outcome is unclear, and only a person can tell"`
	DueAt       *time.Time              `json:"due_at" doc:"null: no date"`
	LatestAt    *time.Time              `json:"latest_at" doc:"The last instant at which it may begin to leave"`
	NextAt      *time.Time              `json:"next_at" doc:"When it is looked at next; null: never by itself"`
	PublishedAt *time.Time              `json:"published_at" doc:"When the first part went out; null: it has not"`
	LatenessMS  int64                   `json:"lateness_ms" doc:"How late the first part went out"`
	Revision    int                     `json:"revision" doc:"The revision that is sent; 0: none yet"`
	Hash        editorial.Hash          `json:"hash" doc:"SHA-256 of exactly what is sent; empty: nothing yet"`
	URL         string                  `json:"url" doc:"Of the first part"`
	LiveView
	Holds    []holdReason  `json:"holds"`
	Trouble  *troubleView  `json:"trouble,omitempty"`
	Parts    []partView    `json:"parts" doc:"The thread's parts, then the first comment; empty before the first try"`
	Attempts []attemptView `json:"attempts"`
	Edits    []actView     `json:"edits" doc:"What was asked of the published post by edit_live, newest first"`
}

type partView struct {
	Kind     editorial.PartKind  `json:"kind" enum:"post,comment"`
	State    editorial.PartState `json:"state" enum:"waiting,sending,unknown,published,failed"`
	RemoteID string              `json:"remote_id"`
	URL      string              `json:"url"`
	Attempts int                 `json:"attempts" doc:"How often the platform was asked to publish it"`
	SentAt   *time.Time          `json:"sent_at"`
	Revision int                 `json:"revision" doc:"The revision that it shows; 0: it is not out"`
	EditedAt *time.Time          `json:"edited_at" doc:"When it was last edited on the platform; null: never"`
	Key      string              `json:"key" doc:"Names this part and content towards the platform"`
}

type attemptView struct {
	Number    int               `json:"number"`
	Step      editorial.Step    `json:"step" enum:"prepare,send,look" doc:"Upload ahead of time, publish, or read back an unclear outcome"`
	Part      int               `json:"part" doc:"Counts from 0"`
	Revision  int               `json:"revision"`
	Verdict   editorial.Verdict `json:"verdict" enum:",done,later,never,reconnect,unknown" doc:"Empty: on the wire, or never answered"`
	Code      string            `json:"code"`
	Message   string            `json:"message"`
	StartedAt time.Time         `json:"started_at"`
	EndedAt   *time.Time        `json:"ended_at"`
}

func briefDeliveries(p *editorial.Post, lang editorial.Lang) []DeliveryBrief {
	views := make([]DeliveryBrief, len(p.Deliveries))
	for i := range p.Deliveries {
		views[i] = briefDelivery(&p.Deliveries[i], lang)
	}
	return views
}

func briefDelivery(d *editorial.Delivery, lang editorial.Lang) DeliveryBrief {
	return DeliveryBrief{
		ID: d.ID, Channel: d.Channel, Platform: d.Platform, State: d.State,
		DueAt: instant(d.Due), PublishedAt: instant(d.Out), LatenessMS: d.Late().Milliseconds(), URL: firstURL(d),
		Holds: viewHolds(d.Holds, lang), Trouble: viewTrouble(d.Trouble, lang),
	}
}

func viewDelivery(d *editorial.Delivery, lang editorial.Lang) deliveryView {
	v := deliveryView{
		ID: d.ID, Post: d.Post, Calendar: d.Calendar, Channel: d.Channel, Platform: d.Platform,
		State: d.State, ForPerson: d.ForPerson(), DueAt: instant(d.Due), NextAt: instant(d.Next),
		PublishedAt: instant(d.Out), LatenessMS: d.Late().Milliseconds(), Revision: d.Revision, Hash: d.Hash, URL: firstURL(d),
		Holds: viewHolds(d.Holds, lang), Trouble: viewTrouble(d.Trouble, lang), Parts: viewParts(d), Attempts: []attemptView{}, Edits: []actView{},
	}
	if !d.Due.IsZero() {
		v.LatestAt = instant(d.Due.Add(d.Tolerance))
	}
	return v
}

func firstURL(d *editorial.Delivery) string {
	if len(d.Parts) == 0 {
		return ""
	}
	return d.Parts[0].Receipt.URL
}

func viewHolds(holds []editorial.Hold, lang editorial.Lang) []holdReason {
	views := make([]holdReason, len(holds))
	for i, hold := range holds {
		views[i] = holdReason{Code: hold.Code, Message: sentence(hold.Code, editorial.Words{}, lang), Person: hold.Person, About: hold.About, Until: instant(hold.Until), Reason: hold.Reason}
	}
	return views
}

func viewTrouble(t editorial.Trouble, lang editorial.Lang) *troubleView {
	if t == (editorial.Trouble{}) {
		return nil
	}
	return &troubleView{Code: t.Code, Message: t.In(lang), At: t.At.UTC()}
}

func viewParts(d *editorial.Delivery) []partView {
	views := make([]partView, len(d.Parts))
	for i, part := range d.Parts {
		views[i] = partView{
			Kind: part.Kind, State: part.State, RemoteID: part.Receipt.RemoteID, URL: part.Receipt.URL,
			Attempts: part.Attempts, SentAt: instant(part.SentAt), EditedAt: instant(part.EditedAt), Key: part.Key,
		}
		if part.State == editorial.PartPublished {
			views[i].Revision = d.ShownRevision(i)
		}
	}
	return views
}

func viewAttempts(attempts []editorial.Attempt) []attemptView {
	views := make([]attemptView, len(attempts))
	for i, a := range attempts {
		views[i] = attemptView{
			Number: a.Number, Step: a.Step, Part: a.Part, Revision: a.Revision, Verdict: a.Verdict,
			Code: a.Code, Message: a.Message, StartedAt: a.Started.UTC(), EndedAt: instant(a.Ended),
		}
	}
	return views
}
