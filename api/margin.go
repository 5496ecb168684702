package api

import (
	"context"
	"time"

	"parution.dev/editorial"
	"parution.dev/store"
)

// marginView is how far a post may differ from what was approved.
type marginView struct {
	Characters int               `json:"characters" doc:"As people see them, that may be put in, taken out or replaced on one channel, counted straight from the approved revision; 0: every change needs an approval"`
	Fields     []editorial.Field `json:"fields" enum:"text,hashtags,alt_text" doc:"In which. Links, numbers, dates, mentions, negations, words that the law asks for, pictures, link cards and options always need an approval"`
	SameDay    bool              `json:"same_day" doc:"Whoever plans may move the approved time within its day in the calendar's time zone"`
	Protected  []string          `json:"protected" doc:"Words of this calendar that no touch-up changes"`
}

func viewMargin(m editorial.Margin) marginView {
	return marginView{Characters: m.Graphemes, Fields: filled(m.Fields), SameDay: m.SameDay, Protected: filled(m.Words)}
}

// marginEdit changes a margin: what is absent stays.
type marginEdit struct {
	Characters Patch[int]               `json:"characters,omitzero" minimum:"0" maximum:"100"`
	Fields     Patch[[]editorial.Field] `json:"fields,omitzero" maxItems:"3" enum:"text,hashtags,alt_text"`
	SameDay    Patch[bool]              `json:"same_day,omitzero"`
	Protected  Patch[[]string]          `json:"protected,omitzero" maxItems:"200" maxLength:"100"`
}

func (e marginEdit) over(m *editorial.Margin) {
	e.Characters.Into(&m.Graphemes)
	e.Fields.Into(&m.Fields)
	e.SameDay.Into(&m.SameDay)
	e.Protected.Into(&m.Words)
}

// touchUpView is an edit after the approval that the approval stands for.
type touchUpView struct {
	Revision int       `json:"revision" doc:"The revision that it made"`
	Distance int       `json:"distance" doc:"Characters that differ from the approved revision"`
	Of       int       `json:"of" doc:"Characters that the margin allowed when it was made"`
	By       actorView `json:"by"`
	At       time.Time `json:"at"`
	Under    underView `json:"under" doc:"The policy that allowed it"`
}

// underView is a policy that allows touch-ups.
type underView struct {
	Policy   string               `json:"policy" enum:"calendar,campaign,loosened"`
	Campaign editorial.CampaignID `json:"campaign,omitempty" doc:"Whose it is, where it is not the calendar's"`
	By       editorial.MemberID   `json:"by,omitempty" doc:"Who loosened it"`
	At       *time.Time           `json:"at,omitempty" doc:"When"`
}

func viewUnder(u editorial.Under) underView {
	v := underView{Policy: "calendar", Campaign: u.Campaign, By: u.By, At: instant(u.At)}
	switch {
	case u.Loosened:
		v.Policy = "loosened"
	case u.Campaign != "":
		v.Policy = "campaign"
	}
	return v
}

// looseningView is a wider margin, for named people and for a while.
type looseningView struct {
	Margin  marginView           `json:"margin"`
	Members []editorial.MemberID `json:"members"`
	From    time.Time            `json:"from"`
	Until   time.Time            `json:"until"`
	Reason  string               `json:"reason"`
	By      actorView            `json:"by"`
	At      time.Time            `json:"at"`
}

func viewLoosening(l *editorial.Loosening) *looseningView {
	if l == nil {
		return nil
	}
	return &looseningView{
		Margin: viewMargin(l.Margin), Members: filled(l.Members), From: l.From, Until: l.Until, Reason: l.Reason, By: viewActor(l.By), At: l.At,
	}
}

// looseningEdit is a loosening as it is sent: whole.
type looseningEdit struct {
	_       struct{}             `nullable:"true"`
	Margin  marginEdit           `json:"margin" doc:"What is absent is as the calendar's"`
	Members []editorial.MemberID `json:"members" minItems:"1" maxItems:"50" maxLength:"64" doc:"Who may go so far; they write in this calendar"`
	From    Optional[time.Time]  `json:"from,omitzero" doc:"Now, when left out"`
	Until   time.Time            `json:"until" doc:"14 days later at most"`
	Reason  string               `json:"reason" minLength:"1" maxLength:"2000"`
}

func (e looseningEdit) read(null bool, desk editorial.Desk) *editorial.Loosening {
	if null {
		return nil
	}
	l := &editorial.Loosening{
		Margin: desk.Calendar.Policy.Margin, Members: e.Members, From: e.From.Value.UTC(), Until: e.Until.UTC(), Reason: e.Reason, By: desk.By, At: desk.Now,
	}
	if !e.From.Sent || e.From.Null {
		l.From = desk.Now
	}
	e.Margin.over(&l.Margin)
	l.By.May = nil
	return l
}

// affectedView is a post that leaves by what a margin allowed once.
type affectedView struct {
	Post     editorial.PostID `json:"post"`
	Title    string           `json:"title"`
	Due      *time.Time       `json:"due,omitempty"`
	Revision int              `json:"revision" doc:"That leaves; the approved one is another"`
	Why      []affectedOn     `json:"why"`
}

type affectedOn struct {
	Channel editorial.ChannelID `json:"channel"`
	Codes   []editorial.Code    `json:"codes" doc:"What takes it beyond the margin of now"`
}

// affected lists what is still to leave by a touch-up, or at a time within its
// day, that today's margin would not allow.
func (a *API) affected(ctx context.Context, id editorial.CalendarID, filter store.PostFilter) ([]affectedView, error) {
	desk, err := a.deskFor(ctx, id)
	if err != nil {
		return nil, err
	}
	filter.Calendar = id
	filter.Statuses = []editorial.Status{"approved", "scheduled", "held", "missed", "failed", "partly_published"}
	filter.Keep = func(p *editorial.Post) bool { return p.TouchedUp(desk.Channels) }
	posts, err := all(func(page store.Page) ([]*editorial.Post, string, error) { return a.store.ListPosts(ctx, filter, page) })
	if err != nil {
		return nil, err
	}
	var affected []affectedView
	for _, p := range posts {
		r, err := a.store.GetRevision(ctx, p.ID, p.Approval.Revision)
		if err != nil {
			return nil, err
		}
		v := affectedView{Post: p.ID, Title: p.Title, Due: instant(p.FirstDue), Revision: p.Revision}
		for _, m := range p.Affected(editorial.NewRuler(r.Number, r.Content), desk) {
			v.Why = append(v.Why, affectedOn{Channel: m.Channel, Codes: m.Why})
		}
		if len(v.Why) > 0 {
			affected = append(affected, v)
		}
	}
	return affected, nil
}

// viewTouchUps shows the latest touch-up of each channel.
func viewTouchUps(a *editorial.Approval) map[editorial.ChannelID]touchUpView {
	views := map[editorial.ChannelID]touchUpView{}
	for channel, all := range a.TouchUps {
		last := all[len(all)-1]
		views[channel] = touchUpView{Revision: last.Revision, Distance: last.Distance, Of: last.Margin.Graphemes, By: viewActor(last.By), At: last.At.UTC(), Under: viewUnder(last.Under)}
	}
	return views
}

// rulerFor is what an edit of a post is measured with.
func (a *API) rulerFor(ctx context.Context, p *editorial.Post, desk editorial.Desk, e PostEdit, found lookups) (editorial.Ruler, error) {
	return a.rulerToward(ctx, p, desk, func(p *editorial.Post) (editorial.Sheet, error) { return e.over(p.Sheet, desk, found) })
}

// rulerToward measures ahead of the transaction what an edit would make of the
// post as it is now, so that long texts keep nobody waiting.
func (a *API) rulerToward(ctx context.Context, p *editorial.Post, desk editorial.Desk, edit func(*editorial.Post) (editorial.Sheet, error)) (editorial.Ruler, error) {
	if p.Approval == nil {
		return editorial.Ruler{}, nil
	}
	approved := p.Content
	if p.Approval.Revision != p.Revision {
		r, err := a.store.GetRevision(ctx, p.ID, p.Approval.Revision)
		if err != nil {
			return editorial.Ruler{}, err
		}
		approved = r.Content
	}
	desk.Ruler = editorial.NewRuler(p.Approval.Revision, approved)
	if next, err := edit(p); err == nil { // what is wrong is said in the transaction
		p.MeasureAhead(next.Content, desk)
	}
	return desk.Ruler, nil
}
