package editorial

import (
	"slices"
	"strings"
	"time"
)

// DigestTimes is when a calendar's digests are made, by its own clocks.
type DigestTimes struct {
	At       string       `json:",omitempty"` // "08:00"; "": that
	WeeklyOn time.Weekday `json:",omitempty"` // with the hour above
	Chosen   bool         `json:",omitempty"` // false: on Mondays
}

// Clock is the hour at which digests are made.
func (d DigestTimes) Clock() string {
	if d.At == "" {
		return "08:00"
	}
	return d.At
}

// Weekday is the day of the digest for the week's meeting.
func (d DigestTimes) Weekday() time.Weekday {
	if !d.Chosen {
		return time.Monday
	}
	return d.WeeklyOn
}

// Check says what is wrong with the times, with pointers below at.
func (d DigestTimes) Check(at string) []Problem {
	if _, err := time.Parse(clockLayout, d.Clock()); err != nil || len(d.Clock()) != len(clockLayout) {
		return []Problem{{Code: CodeBadClock, Pointer: at + "/at"}}
	}
	return nil
}

// DigestAhead is how far the daily digest looks.
const DigestAhead = 36 * time.Hour

// DigestDue names the day of a calendar's digest that is due at an instant; ""
// where none is: before its hour, and on other days than its own. A daemon that
// was down at the hour makes it later on the same day.
func (c Calendar) DigestDue(kind DispatchKind, now time.Time) string {
	location, err := zoneNamed(c.Zone)
	if err != nil {
		return ""
	}
	today := wallAt(now, location)
	at := clockOn(today, c.Policy.Digest.Clock(), c.Zone, 0)
	if at.IsZero() || now.Before(at) || kind == KindWeekly && today.Weekday() != c.Policy.Digest.Weekday() {
		return ""
	}
	return today.Format(time.DateOnly)
}

// Digest is a calendar at a glance, for people who plan.
type Digest struct {
	Kind     DispatchKind
	Calendar Calendar
	Now      time.Time
	Until    time.Time    // of what leaves
	Leaving  []DigestPost // in the next 36 hours; this week
	Stopped  []DigestPost // held, missed, failed or unclear: somebody must do something
	Waiting  []DigestPost // not approved yet, with a time before Until, or out while an edit waits
	Late     []DigestPost // not approved, and their time has passed
	Results  Results      // of the week before, where it is weekly
	Pauses   []Pause
	Head     AuditLine // the record's last line: a rewrite would show
}

// DigestPost is a post in a digest.
type DigestPost struct {
	ID       PostID
	Name     string
	At       time.Time // zero: undated
	Zone     string
	Channels []string
	Status   Status
	For      []string // who must act next
}

// Results count what a week came to.
type Results struct {
	From, To   time.Time
	Published  int // deliveries
	Late       int // of them, by a minute or more
	Missed     int
	Failed     int
	ByChannel  []ChannelResult
	Unanswered int // nobody knows yet
}

// ChannelResult is what left on one channel.
type ChannelResult struct {
	Name      string
	Published int
}

// Empty tells whether a digest has nothing to say.
func (d *Digest) Empty() bool {
	return len(d.Leaving)+len(d.Stopped)+len(d.Waiting)+len(d.Late)+len(d.Pauses) == 0 && d.Results.none()
}

func (r *Results) none() bool { return r.Published+r.Missed+r.Failed+r.Unanswered == 0 }

// NewDigest looks at a calendar's posts: at least those that are stopped or
// wait for people, and those with a time between a week ago and a week ahead.
func NewDigest(kind DispatchKind, desk Desk, posts []*Post, pauses []Pause, head AuditLine) *Digest {
	d := &Digest{Kind: kind, Calendar: desk.Calendar, Now: desk.Now, Until: desk.Now.Add(DigestAhead), Head: head}
	if kind == KindWeekly {
		d.Until = desk.Now.AddDate(0, 0, 7)
		d.Results = resultsOf(desk, posts)
	}
	for _, p := range pauses {
		if p.Active(desk.Now) && (p.Calendar == "" || p.Calendar == desk.Calendar.ID) {
			d.Pauses = append(d.Pauses, p)
		}
	}
	for _, p := range posts {
		d.place(p, desk)
	}
	for _, list := range [][]DigestPost{d.Leaving, d.Stopped, d.Waiting, d.Late} {
		slices.SortStableFunc(list, func(a, b DigestPost) int { return a.At.Compare(b.At) })
	}
	return d
}

// place puts a post where it belongs, once.
func (d *Digest) place(p *Post, desk Desk) {
	shown := digestPost(p, desk)
	if p.Unreadable {
		d.Stopped = append(d.Stopped, shown)
		return
	}
	ahead := p.FirstDue.After(d.Now) && p.FirstDue.Before(d.Until)
	switch p.Status {
	case "held", "missed", "failed", "unknown":
		d.Stopped = append(d.Stopped, shown)
	case "scheduled", "publishing":
		if ahead {
			d.Leaving = append(d.Leaving, shown)
		}
	case "published", "partly_published":
		d.placeOut(p, shown)
	case Status(Draft), Status(InReview), Status(ChangesRequested):
		switch {
		case ahead:
			d.Waiting = append(d.Waiting, shown)
		case !p.FirstDue.IsZero() && !p.FirstDue.After(d.Now):
			d.Late = append(d.Late, shown)
		}
	}
}

// placeOut places a post that is out somewhere: where something of it is
// stopped, where an edit of it waits, or where the rest is still to leave.
func (d *Digest) placeOut(p *Post, shown DigestPost) {
	stopped, next := p.restOf(d.Now)
	if !next.IsZero() {
		shown.At = next
	}
	ahead := !next.IsZero() && next.Before(d.Until)
	switch {
	case stopped:
		d.Stopped = append(d.Stopped, shown)
	case p.State == InReview || p.State == ChangesRequested || p.State == Draft && ahead:
		d.Waiting = append(d.Waiting, shown)
	case p.State == Approved && ahead:
		d.Leaving = append(d.Leaving, shown)
	}
}

// restOf tells of the channels that a post has not left on whether one of them
// is stopped, and when the next is due.
func (p *Post) restOf(now time.Time) (stopped bool, next time.Time) {
	for i := range p.Deliveries {
		switch d := &p.Deliveries[i]; d.State {
		case Held, Missed, Failed, Unsure:
			stopped = true
		case Planned, Scheduled:
			if d.Due.After(now) && (next.IsZero() || d.Due.Before(next)) {
				next = d.Due
			}
		case Sending, Published, Dropped:
		}
	}
	return stopped, next
}

func digestPost(p *Post, desk Desk) DigestPost {
	shown := DigestPost{ID: p.ID, Name: PostName(p.Title, p.Content), At: p.FirstDue, Zone: desk.Calendar.Zone, Status: p.Status}
	for _, id := range p.Content.Channels {
		shown.Channels = append(shown.Channels, desk.Channels[id].Name)
	}
	if w, some := p.WaitsFor(desk); some {
		for _, m := range desk.Team {
			if slices.Contains(w.Members, m.ID) {
				shown.For = append(shown.For, m.Name)
			}
		}
	}
	return shown
}

// resultsOf counts what the week before a digest came to.
func resultsOf(desk Desk, posts []*Post) Results {
	r := Results{From: desk.Now.AddDate(0, 0, -7), To: desk.Now}
	within := func(at time.Time) bool { return !at.Before(r.From) && at.Before(r.To) }
	out := map[ChannelID]int{}
	for _, p := range posts {
		for i := range p.Deliveries {
			d := &p.Deliveries[i]
			if within(d.Out) {
				out[d.Channel]++
				r.Published++
				if d.Late() >= time.Minute {
					r.Late++
				}
				continue
			}
			r.count(d, within(d.Due))
		}
	}
	for id, n := range out {
		r.ByChannel = append(r.ByChannel, ChannelResult{desk.Channels[id].Name, n})
	}
	slices.SortFunc(r.ByChannel, func(a, b ChannelResult) int {
		if a.Published != b.Published {
			return b.Published - a.Published
		}
		return strings.Compare(a.Name, b.Name)
	})
	return r
}

func (r *Results) count(d *Delivery, within bool) {
	if !within {
		return
	}
	switch d.State {
	case Missed:
		r.Missed++
	case Failed:
		r.Failed++
	case Unsure:
		r.Unanswered++
	case Planned, Scheduled, Held, Sending, Published, Dropped:
	}
}
