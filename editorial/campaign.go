package editorial

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Campaign gathers posts around an objective.
type Campaign struct {
	ID       CampaignID
	Calendar CalendarID
	Name     string
	Margins  *Margins // of its own; nil: the calendar's
	Created  time.Time
	Version  int64
}

// Margins are how a campaign departs from its calendar's margin.
type Margins struct {
	Tighter *Margin    `json:",omitempty"` // no edit of its posts goes beyond it
	Looser  *Loosening `json:",omitempty"` // for a live event
}

// Loosening is a wider margin, for named people and for a while.
type Loosening struct {
	Margin  Margin
	Members []MemberID
	From    time.Time
	Until   time.Time
	Reason  string
	By      Actor
	At      time.Time
}

// MaxLoosening bounds how long a margin can be looser: an event, no season.
const MaxLoosening = 14 * 24 * time.Hour

// Holds tells whether the loosening is for somebody, now. What a token does
// that another person made is not done by those named.
func (l *Loosening) Holds(by Actor, now time.Time) bool {
	return l != nil && by.Maker == "" && slices.Contains(l.Members, by.Member) && !now.Before(l.From) && now.Before(l.Until)
}

// Check says what is wrong with margins that are set now, with pointers below
// at.
func (m *Margins) Check(team []Member, calendar CalendarID, now time.Time, at string) []Problem {
	var problems []Problem
	if m.Tighter != nil {
		problems = m.Tighter.Check(at + "/margin")
	}
	l := m.Looser
	if l == nil || !l.At.Equal(now) {
		return problems
	}
	at += "/loosened"
	problems = append(problems, l.Margin.Check(at+"/margin")...)
	for i, id := range l.Members {
		if !slices.ContainsFunc(team, func(m Member) bool { return m.ID == id && m.May(calendar).Has(Write) }) {
			problems = append(problems, Problem{Code: CodeCannotWrite, Pointer: at + pointer("members", i)})
		}
	}
	switch {
	case len(l.Members) == 0:
		problems = append(problems, Problem{Code: CodeNameSomebody, Pointer: at + "/members"})
	case !l.Until.After(l.From) || !l.Until.After(now):
		problems = append(problems, Problem{Code: CodeEndsBeforeItBegins, Pointer: at + "/until"})
	case l.Until.Sub(l.From) > MaxLoosening:
		problems = append(problems, Problem{Code: CodeLooseTooLong, Pointer: at + "/until"})
	}
	return problems
}

// Words is what the record says of the margins.
func (m *Margins) Words() string {
	if m == nil {
		return "margin of the calendar"
	}
	var words []string
	if t := m.Tighter; t != nil {
		words = append(words, "tighter: "+t.words())
	}
	if l := m.Looser; l != nil {
		words = append(words, fmt.Sprintf("loosened %s; %s; from %s until %s",
			naming(l.Members), l.Margin.words(), l.From.UTC().Format(time.RFC3339), l.Until.UTC().Format(time.RFC3339)))
	}
	return strings.Join(words, "; ")
}

func (m Margin) words() string {
	fields := make([]string, len(m.Fields))
	for i, field := range m.Fields {
		fields[i] = string(field)
	}
	return fmt.Sprintf("%d characters in %s, same day %t", m.Graphemes, strings.Join(fields, " "), m.SameDay)
}

// within is what two margins both allow.
func (m Margin) within(other Margin) Margin {
	both := Margin{Graphemes: min(m.Graphemes, other.Graphemes), SameDay: m.SameDay && other.SameDay}
	for _, field := range m.Fields {
		if other.allows(field) {
			both.Fields = append(both.Fields, field)
		}
	}
	both.Words = slices.Concat(m.Words, missingWords(other.Words, m.Words))
	return both
}

func missingWords(all, some []string) []string {
	return slices.DeleteFunc(slices.Clone(all), func(word string) bool { return slices.Contains(some, word) })
}

// or is what either of two margins allows. What is protected stays so.
func (m Margin) or(other Margin) Margin {
	either := Margin{Graphemes: max(m.Graphemes, other.Graphemes), SameDay: m.SameDay || other.SameDay}
	for _, field := range Fields() {
		if m.allows(field) || other.allows(field) {
			either.Fields = append(either.Fields, field)
		}
	}
	either.Words = slices.Concat(m.Words, missingWords(other.Words, m.Words))
	return either
}

// Under is the policy that allowed a touch-up: the calendar's where it names no
// campaign.
type Under struct {
	Campaign CampaignID `json:",omitempty"` // whose margin it was
	Loosened bool       `json:",omitempty"` // for a while, for named people
	By       MemberID   `json:",omitempty"` // who loosened it
	At       time.Time  `json:",omitzero"`  // when
}

// MarginFor is the margin of an edit of the post by whoever is at the desk, and
// which policy it is. The campaign that the post was approved in tightens it,
// and so does the one that it is in now: taking a post out of a campaign widens
// nothing. A loosening counts where both are the same: nothing is brought in
// to be changed there.
func (p *Post) MarginFor(desk Desk) (Margin, Under) {
	m, under := desk.Calendar.Policy.Margin, Under{}
	approvedIn := p.Campaign
	if p.Approval != nil {
		approvedIn = p.Approval.Campaign
	}
	for _, id := range slices.Compact([]CampaignID{approvedIn, p.Campaign}) {
		if own := desk.Campaigns[id]; own != nil && own.Tighter != nil {
			m, under = m.within(*own.Tighter), Under{Campaign: id}
		}
	}
	if own := desk.Campaigns[p.Campaign]; own != nil && p.Campaign == approvedIn && own.Looser.Holds(desk.By, desk.Now) {
		l := own.Looser
		m, under = m.or(l.Margin), Under{Campaign: p.Campaign, Loosened: true, By: l.By.Member, At: l.At}
	}
	return m, under
}

// words is what the record says of the policy.
func (u Under) words() string {
	switch {
	case u.Loosened:
		return "; under the loosened margin of " + string(u.Campaign)
	case u.Campaign != "":
		return "; under the margin of " + string(u.Campaign)
	}
	return ""
}

// TouchedUp tells whether something that is still to leave owes its approval to
// a margin: a touch-up, or a move within the day.
func (p *Post) TouchedUp(channels Channels) bool {
	if p.Approval == nil || p.State != Approved {
		return false
	}
	return slices.ContainsFunc(p.Deliveries, func(d Delivery) bool {
		if !p.waits(&d) {
			return false
		}
		_, touched := p.Touched(channels[d.Channel], p.Content)
		return touched || p.Approval.retimed(p, d.Channel)
	})
}

// retimed tells whether the time on a channel is not the approved one, but one
// within its day.
func (a *Approval) retimed(p *Post, channel ChannelID) bool {
	now := p.TimeOf(channel)
	return !now.IsZero() && now != a.Times[channel] && a.Retimed[channel].allows(a.Times[channel], now)
}

// Affected is what, of a post that is still to leave, the margin of today would
// not allow any more. It leaves all the same, by the margin of its day: people
// decide whether it should.
func (p *Post) Affected(ruler Ruler, desk Desk) []Measured {
	desk.By = Machine() // for whom nothing is loosened
	margin, _ := p.MarginFor(desk)
	var affected []Measured
	for i := range p.Deliveries {
		d := &p.Deliveries[i]
		channel := desk.Channels[d.Channel]
		if !p.waits(d) {
			continue
		}
		found := Measured{Channel: d.Channel}
		if _, touched := p.Touched(channel, p.Content); touched {
			found = ruler.Measure(margin, p.Content, channel)
		}
		if p.Approval.retimed(p, d.Channel) && !margin.SameDay {
			found = found.with(CodeMovedWithinDay)
		}
		if !found.Inside() {
			affected = append(affected, found)
		}
	}
	return affected
}
