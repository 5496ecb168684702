package editorial

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"
)

// Sheet is everything of a post that a person can edit.
type Sheet struct {
	Title    string
	Brief    string
	Notes    string
	Labels   []string
	Campaign CampaignID
	Pillar   PillarID
	Owner    MemberID
	Content  Content
	Planned  When               // zero: undated
	Times    map[ChannelID]When // where a channel has a time of its own; zero there: undated
	Embargo  When               // nothing leaves before it; zero: none
	Lateness time.Duration      // tolerance; 0: the calendar's
	Crisis   bool               // the crisis statement, exempt from pauses
	Until    Until              // while it waits for a new approval; "": the calendar's
}

// Post is one thing to say, with all that the rules need to decide about it.
type Post struct {
	Sheet
	ID         PostID
	Calendar   CalendarID
	State      State
	Revision   int      // of Content; counts from 1
	Author     MemberID // who wrote the current revision
	Approval   *Approval
	Review     *Review // with those who sign it; nil: nothing to say
	Hold       *ManualHold
	Deliveries []Delivery
	Created    time.Time
	Updated    time.Time
	Version    int64 // changes with everything a person can edit
	Status     Status
	FirstDue   time.Time           // of the earliest channel, for lists; zero: undated
	RemindAt   time.Time           // when to look whether those who must approve are to be reminded; zero: never
	Links      map[string]LinkSeen // what following its links came to, where that was clear
	Unreadable bool                // its row is damaged: in a list, and only its place there and its title are known
}

// Revision is an immutable snapshot of what can leave.
type Revision struct {
	Post    PostID
	Number  int
	Content Content
	Hashes  map[ChannelID]Hash
	Author  Actor
	At      time.Time
}

// Approval is a person's decision on one revision. It is good for the content
// hashes it names and for the times it saw.
type Approval struct {
	Revision int
	By       Actor
	At       time.Time
	Campaign CampaignID `json:",omitempty"` // that the post was in
	Note     string
	Self     bool      // somebody who signed it wrote the revision
	OnBehalf *OnBehalf `json:",omitempty"` // whose yes the approver passed on
	Steps    []SignOff `json:",omitempty"` // of all steps, where the calendar has them
	Hashes   map[ChannelID]Hash
	Accounts map[ChannelID]string     // the remote account that each hash was made for
	Times    map[ChannelID]When       // zero: undated, so that a time may still be chosen
	TouchUps map[ChannelID][]TouchUp  `json:",omitempty"` // joined to it since: of the current content, and of what was sent
	Retimed  map[ChannelID]Retiming   `json:",omitempty"` // likewise the time
	On       map[ChannelID]ChannelYes `json:",omitempty"` // where channels were approved one by one
	Links    map[string]string        `json:",omitempty"` // the site that each link was first seen to lead to afterwards
}

// ManualHold is a person's "not now" on one post.
type ManualHold struct {
	By     Actor
	At     time.Time
	Reason string
}

// Desk is what stands around a post when a person works on it: its calendar
// and that calendar's channels.
type Desk struct {
	Calendar  Calendar
	Channels  Channels
	Campaigns map[CampaignID]*Margins // of those that have some of their own
	Team      []Member                // of the calendar; a new post needs none
	Away      []Delegation            // of those of the team who are away now
	Editing   []ChannelID             // on which the post is out, and an edit of it on the wire
	By        Actor
	Now       time.Time
	Ruler     Ruler // measures from what was approved; the zero one measures nothing, and nothing is a touch-up then
}

// Lines gathers what a change did: the record's lines and the notices for the
// person who made it.
type Lines struct {
	Audit   []AuditLine
	Notices []Notice
}

// Notice tells the person who made a change what it meant.
type Notice struct {
	Code     Code
	Channel  ChannelID // "" for the whole post
	Pointer  string
	Distance int // from what was approved, where the margin is the matter
	Of       int // what the margin allows
}

// NewPost starts a post from a sheet. Without words it is an idea, with words
// a draft. The sheet is checked; limits only warn.
func NewPost(sheet Sheet, desk Desk) (*Post, Lines, error) {
	p := &Post{
		ID: NewID[PostID]("post"), Calendar: desk.Calendar.ID, State: Idea,
		Created: desk.Now, Author: desk.By.Member, Revision: 1,
	}
	if sheet.Owner == "" {
		sheet.Owner = desk.By.Member
	}
	if !desk.By.May.Has(Write) {
		return nil, Lines{}, Refuse(Forbidden, CodeNotPermitted)
	}
	if (sheet.dated() || !sheet.Embargo.IsZero()) && !desk.By.May.Has(Schedule) {
		return nil, Lines{}, Refuse(Forbidden, CodeNotPermitted)
	}
	if err := sheet.check(Sheet{}, desk); err != nil {
		return nil, Lines{}, err
	}
	if sheet.Crisis && !desk.By.May.Has(Approve) {
		return nil, Lines{}, Refuse(Forbidden, CodeNotPermitted)
	}
	p.Sheet = sheet
	p.ripen()
	lines := Lines{Notices: p.warnings(desk)}
	p.record(&lines, desk, "post.created")
	p.finish(&lines, desk)
	return p, lines, nil
}

// ripen turns an idea into a draft once it says something.
func (p *Post) ripen() {
	if p.State == Idea && !p.Content.Empty() {
		p.State = Draft
	}
}

// finish ends every change that a person makes: the deliveries are planned
// afresh, and what is derived is derived.
func (p *Post) finish(lines *Lines, desk Desk) {
	p.plan(desk)
	p.Updated = desk.Now
	p.Version++
	p.tidyReview()
	p.planReminder(desk)
	p.Derive()
	for i := range lines.Audit {
		lines.Audit[i].Status = p.Status
	}
}

// Derive works out what people see from what is: the status, and the due
// instant that lists sort by.
func (p *Post) Derive() {
	p.Status = StatusOf(p)
	p.FirstDue = time.Time{}
	for _, at := range p.instants() {
		if !at.IsZero() && (p.FirstDue.IsZero() || at.Before(p.FirstDue)) {
			p.FirstDue = at
		}
	}
}

// instants returns the due instant of every channel, or of the post where it
// has none yet.
func (p *Post) instants() []time.Time {
	if len(p.Content.Channels) == 0 {
		return []time.Time{p.Planned.instant()}
	}
	all := make([]time.Time, 0, len(p.Content.Channels))
	for _, channel := range p.Content.Channels {
		if d := p.Delivery(channel); d != nil && !d.Due.IsZero() {
			all = append(all, d.Due)
			continue
		}
		all = append(all, p.TimeOf(channel).instant())
	}
	return all
}

// instant resolves a When that was checked when it came in; zero for no date.
func (w When) instant() time.Time {
	if w.IsZero() {
		return time.Time{}
	}
	resolved, err := w.Resolve()
	if err != nil {
		return time.Time{}
	}
	return resolved.Instant
}

// TimeOf is the planned time on a channel: its own, or the post's.
func (s Sheet) TimeOf(channel ChannelID) When {
	if own, ok := s.Times[channel]; ok {
		return own
	}
	return s.Planned
}

func (s Sheet) dated() bool {
	if !s.Planned.IsZero() {
		return true
	}
	for _, own := range s.Times {
		if !own.IsZero() {
			return true
		}
	}
	return false
}

// Clone returns a copy that can be changed without touching the original.
func (s Sheet) Clone() Sheet {
	s.Labels = slices.Clone(s.Labels)
	s.Times = maps.Clone(s.Times)
	s.Content = s.Content.clone()
	return s
}

// Delivery returns the post's delivery on a channel, or nil.
func (p *Post) Delivery(channel ChannelID) *Delivery {
	for i := range p.Deliveries {
		if p.Deliveries[i].Channel == channel {
			return &p.Deliveries[i]
		}
	}
	return nil
}

// lateness is how late the post may leave.
func (p *Post) lateness(calendar Calendar) time.Duration {
	return cmp.Or(p.Lateness, calendar.Policy.Lateness, DefaultLateness)
}

// until says what may leave while the post waits for a new approval.
func (p *Post) until(calendar Calendar) Until {
	return cmp.Or(p.Until, calendar.Policy.UntilApproved)
}

// OnWire lists the channels on which the post is leaving this moment.
func (p *Post) OnWire() []ChannelID {
	var out []ChannelID
	for _, d := range p.Deliveries {
		if d.State == Sending {
			out = append(out, d.Channel)
		}
	}
	return out
}

func (p *Post) record(lines *Lines, desk Desk, action string) {
	lines.Audit = append(lines.Audit, AuditLine{
		At: desk.Now, Calendar: p.Calendar, Actor: desk.By, Action: action,
		Subject: string(p.ID), Post: p.ID, Revision: p.Revision,
	})
}

func (l *Lines) note(code Code, channel ChannelID) {
	l.Notices = append(l.Notices, Notice{Code: code, Channel: channel})
}

// check says what is wrong with the sheet. Only a changed time must lie ahead.
func (s Sheet) check(old Sheet, desk Desk) error {
	var problems []Problem
	add := func(pointer string, code Code) {
		problems = append(problems, Problem{Code: code, Pointer: pointer})
	}
	if strings.TrimSpace(s.Title) == "" && s.Content.Empty() {
		add("/title", CodeNothingToSay)
	}
	if s.Lateness < 0 || s.Lateness > MaxLateness {
		add("/lateness", CodeBadLateness)
	}
	s.checkChannels(old, desk, add)
	s.checkTimes(old, desk.Now, add)
	return RefuseAll(problems)
}

type adder func(pointer string, code Code)

// checkChannels refuses channels that are not there. One that was archived
// since may stay: the post's other channels are still worked on.
func (s Sheet) checkChannels(old Sheet, desk Desk, add adder) {
	seen := map[ChannelID]bool{}
	for i, id := range s.Content.Channels {
		channel, ok := desk.Channels[id]
		switch {
		case !ok || !channel.Archived.IsZero() && !old.Content.Has(id):
			add(pointer("channels", i), CodeUnknownChannel)
		case seen[id]:
			add(pointer("channels", i), CodeTwice)
		}
		seen[id] = true
	}
	for _, id := range slices.Sorted(maps.Keys(s.Content.Variants)) {
		at := pointer("variants", string(id))
		if !seen[id] {
			add(at, CodeUnknownChannel)
			continue
		}
		s.Content.Variants[id].check(at, desk.Channels[id].Limits, add)
	}
}

func (v Variant) check(at string, limits Limits, add adder) {
	if v.Text != nil && len(v.Parts) > 0 {
		add(at+"/parts", CodeTextAndParts)
	}
	if len(v.Parts) > MaxParts {
		add(at+"/parts", CodeTooManyParts)
	}
	limits.checkOptions(at+"/options", v.Options, add)
}

// checkTimes looks at what each channel's time becomes: one that goes back to
// the post's own time has changed too.
func (s Sheet) checkTimes(old Sheet, now time.Time, add adder) {
	late := func(next, before When) bool {
		return next != before && !next.IsZero() && !next.instant().After(now)
	}
	postIsLate := late(s.Planned, old.Planned)
	if postIsLate {
		add("/publish_at", CodeTimePast)
	}
	for _, id := range s.Content.Channels {
		if _, own := s.Times[id]; (own || !postIsLate) && late(s.TimeOf(id), old.TimeOf(id)) {
			add(pointer("variants", string(id), "publish_at"), CodeTimePast)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(s.Times)) {
		if !s.Content.Has(id) {
			add(pointer("variants", string(id)), CodeUnknownChannel)
		}
	}
}

// MaxParts is the most parts that one channel's thread can have.
const MaxParts = 50

// MaxChannels is the most channels that one post can go to.
const MaxChannels = 100

// MaxText is the most bytes that one text field can hold.
const MaxText = 1 << 20
