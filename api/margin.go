package api

import (
	"context"
	"time"

	"parution.dev/editorial"
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
}

// viewTouchUps shows the latest touch-up of each channel.
func viewTouchUps(a *editorial.Approval) map[editorial.ChannelID]touchUpView {
	views := map[editorial.ChannelID]touchUpView{}
	for channel, all := range a.TouchUps {
		last := all[len(all)-1]
		views[channel] = touchUpView{Revision: last.Revision, Distance: last.Distance, Of: last.Margin.Graphemes, By: viewActor(last.By), At: last.At.UTC()}
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
