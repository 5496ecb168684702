package api

import (
	"context"
	"slices"
	"time"

	"parution.dev/editorial"
)

// preflight says, channel by channel, whether a post would leave at its time
// as things stand now.
type preflight struct {
	Ready    bool               `json:"ready" doc:"It would leave on every channel that it has not left on yet"`
	Channels []channelPreflight `json:"channels"`
	Links    []linkSeen         `json:"links" doc:"Where its links led when they were last followed: after an approval, and a day and an hour before the post's time"`
}

// linkSeen is where a link of a post leads, as far as is known.
type linkSeen struct {
	URL       string              `json:"url"`
	State     editorial.LinkState `json:"state" enum:",alive,moved,gone,unsure" doc:"moved: it leads to another site than it names; gone: no such page or site; unsure: no answer, or one that turns programs away; empty: it was not followed yet"`
	LeadsTo   string              `json:"leads_to" doc:"The host that it led to; empty: to none"`
	Approved  string              `json:"approved" doc:"The site that it led to when the post was approved; empty: not known"`
	Answer    string              `json:"answer" doc:"The last status, or why there was none"`
	Plain     bool                `json:"plain" doc:"It left https on the way"`
	CheckedAt *time.Time          `json:"checked_at"`
}

type channelPreflight struct {
	Channel  editorial.ChannelID     `json:"channel"`
	Delivery editorial.DeliveryID    `json:"delivery"`
	State    editorial.DeliveryState `json:"state" enum:"planned,scheduled,held,sending,unknown,published,missed,failed,dropped"`
	Ready    bool                    `json:"ready"`
	Revision int                     `json:"revision" doc:"The revision that would leave"`
	LeavesAt *time.Time              `json:"leaves_at" doc:"Its time, or later where what stops it is known to end within its tolerance; null: it would not leave"`
	Holds    []holdReason            `json:"holds" doc:"What would stop it at its time"`
	HoldsNow []holdReason            `json:"holds_now" doc:"What would stop it if its time were now"`
	Warnings []holdReason            `json:"warnings" doc:"What does not stop it, and should be known: links that lead nowhere, what its platform said when it was last asked"`
	Limits   []postProblem           `json:"limits" doc:"What the channel does not take"`
}

type getPreflightInput struct {
	Post editorial.PostID `path:"post"`
}

type preflightAnswer struct{ Body preflight }

func (a *API) getPreflight(ctx context.Context, in *getPreflightInput) (*preflightAnswer, error) {
	p, desk, err := a.postFor(ctx, in.Post)
	if err != nil {
		return nil, err
	}
	cases, err := a.store.Cases(ctx, p.ID, desk.Now)
	if err != nil {
		return nil, err
	}
	now, err := a.store.CasesNow(ctx, p.ID, desk.Now)
	if err != nil {
		return nil, err
	}
	lang := callerOf(ctx).lang
	view := preflight{Ready: len(p.Content.Channels) > 0, Channels: []channelPreflight{}}
	if view.Links, err = a.linksOf(ctx, p); err != nil {
		return nil, err
	}
	for i, c := range cases {
		if c.Delivery.State == editorial.Dropped {
			continue
		}
		one := foresee(c, lang)
		if i < len(now) && leavesByItself(one.State) {
			one.HoldsNow = viewHolds(editorial.Gate(now[i].DueNow()), lang)
		}
		view.Channels = append(view.Channels, one)
		view.Ready = view.Ready && (one.Ready || one.State == editorial.Published)
	}
	return &preflightAnswer{Body: view}, nil
}

// foresee asks the gate about one delivery, at its due instant where that lies
// ahead.
func foresee(c editorial.Case, lang editorial.Lang) channelPreflight {
	d := c.Delivery
	view := channelPreflight{
		Channel: d.Channel, Delivery: d.ID, State: d.State, Revision: c.Revision,
		Holds: []holdReason{}, HoldsNow: []holdReason{}, Warnings: []holdReason{}, Limits: []postProblem{},
	}
	if !leavesByItself(d.State) {
		return view
	}
	leaves := c.Now
	if d.Due.After(c.Now) {
		leaves = d.Due
	}
	latest := d.Due.Add(d.Tolerance)
	c.Now = leaves
	holds := editorial.Gate(c)
	switch {
	case d.Due.IsZero():
		holds = append(holds, editorial.Hold{Code: codeNoDate})
	case d.Out.IsZero() && leaves.After(latest):
		holds = append(holds, editorial.Hold{Code: editorial.CodeTooLateNow})
	}
	view.Holds, view.Limits = viewHolds(holds, lang), limitsOn(c, lang)
	view.Warnings = viewHolds(warningsOf(c, holds), lang)
	view.Ready = len(holds) == 0
	if free, ok := editorial.Ends(holds); ok && !free.After(latest) {
		view.LeavesAt = instant(later(leaves, free))
	}
	return view
}

// warningsOf lists what does not stop a delivery: of what its platform said,
// whatever the gate does not say itself.
func warningsOf(c editorial.Case, holds []editorial.Hold) []editorial.Hold {
	warnings := editorial.Warnings(c)
	for _, found := range c.Delivery.Foreseen() {
		same := func(h editorial.Hold) bool { return h.Code == found.Code && h.About == found.About }
		if found.IsPlatform() && !slices.ContainsFunc(holds, same) {
			warnings = append(warnings, found)
		}
	}
	return warnings
}

// linksOf tells where each link of a post leads.
func (a *API) linksOf(ctx context.Context, p *editorial.Post) ([]linkSeen, error) {
	links := p.Content.AllLinks()
	found, err := a.store.ListLinks(ctx, links)
	views := make([]linkSeen, len(links))
	for i, link := range links {
		views[i] = linkSeen{URL: link}
		if p.Approval != nil {
			views[i].Approved = p.Approval.Links[link]
		}
		if at := slices.IndexFunc(found, func(s editorial.LinkSeen) bool { return s.URL == link }); at >= 0 {
			seen := found[at]
			views[i].State, views[i].LeadsTo, views[i].Answer, views[i].Plain = seen.State, seen.Host, seen.Code, seen.Plain
			views[i].CheckedAt = instant(seen.At)
		}
	}
	return views, err
}

// later is the latest of several moments.
func later(all ...time.Time) time.Time { return slices.MaxFunc(all, time.Time.Compare) }

// leavesByItself tells whether a delivery in a state waits for its time.
func leavesByItself(state editorial.DeliveryState) bool {
	return state == editorial.Planned || state == editorial.Scheduled || state == editorial.Held
}

// limitsOn lists what the channel does not take, with the fields it is about.
func limitsOn(c editorial.Case, lang editorial.Lang) []postProblem {
	found := finding{
		post: &editorial.Post{Sheet: editorial.Sheet{Content: c.Content}},
		desk: editorial.Desk{Channels: c.Channels}, lang: lang, list: []postProblem{},
	}
	found.limits(c.Delivery.Channel)
	return found.list
}
