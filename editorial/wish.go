package editorial

import (
	"slices"
	"strings"
	"time"
)

// Pace says how soon a way tells of something.
type Pace string

// The paces.
const (
	AtOnce   Pace = "at_once"
	Gathered Pace = "gathered" // with what else comes in the meantime
	NotAtAll Pace = "never"    // not on this way
)

// Paces lists the paces.
func Paces() []Pace { return []Pace{AtOnce, Gathered, NotAtAll} }

// Events of the digests, which wishes speak of like of any other.
const (
	EventDaily  = "digest.daily"  // what leaves in the next 36 hours
	EventWeekly = "digest.weekly" // for the week's meeting
)

// Wish is one rule of a member: of what, on which way, how soon. What is empty
// narrows nothing.
type Wish struct {
	Event    string // of the record; with a * at its end, of all that begin so
	Weight   Weight
	Calendar CalendarID
	Campaign CampaignID
	Pillar   PillarID
	Label    string
	Mine     bool // of posts that they own
	Way      Outlet
	Pace     Pace
}

// Wishes are how a member wants to be told outside the application. The first
// wish that fits decides; where none does, what they may do in the calendar.
type Wishes struct {
	List    []Wish
	Quiet   []QuietHours  // what may wait does, until they end
	Zone    string        // of the quiet hours; "": the calendar's
	Gather  time.Duration // how long the first of what is gathered waits for more
	Version int64
}

// The bounds of what can be chosen.
const (
	MaxWishes = 50
	MaxGather = 12 * time.Hour
)

// UsualWishes are those of somebody who never said.
func UsualWishes() Wishes {
	return Wishes{Quiet: []QuietHours{{From: "20:00", To: "07:30"}}, Gather: 15 * time.Minute}
}

// Matter is what somebody is told of.
type Matter struct {
	Event    string
	Weight   Weight
	Calendar Calendar
	Post     *Post // nil: about none
}

// Pace says how soon a way tells a member of a matter.
func (w Wishes) Pace(m Member, about Matter, way Outlet) Pace {
	for _, wish := range w.List {
		if wish.Way == way && wish.fits(m, about) {
			return wish.Pace
		}
	}
	return UsualPace(m.May(about.Calendar.ID), about)
}

// UsualPace is the table of what the roles usually want: alarms and what is
// theirs to do at once. Those who plan have a digest each day, and those who
// may release one each week, and no letter for each piece of news.
func UsualPace(may Permissions, about Matter) Pace {
	switch {
	case about.Event == EventWeekly && may.Has(Release), about.Event == EventDaily && (may.Has(Schedule) || may.Has(Release)):
		return AtOnce
	case about.Event == EventWeekly, about.Event == EventDaily:
		return NotAtAll
	case about.Weight == WeightNews && (may.Has(Release) || !may.Has(Write)):
		return NotAtAll
	case about.Weight == WeightNews:
		return Gathered
	}
	return AtOnce
}

func (w Wish) fits(m Member, about Matter) bool {
	return w.fitsEvent(about) && (w.Calendar == "" || w.Calendar == about.Calendar.ID) && w.fitsPost(m, about.Post)
}

func (w Wish) fitsEvent(about Matter) bool {
	topic := Topic{Action: w.Event}
	if w.Event != "" && w.Event != about.Event && !topic.covers(about.Event) {
		return false
	}
	return w.Weight == "" || w.Weight == about.Weight
}

func (w Wish) fitsPost(m Member, p *Post) bool {
	if w.Campaign == "" && w.Pillar == "" && w.Label == "" && !w.Mine {
		return true
	}
	return p != nil && (w.Campaign == "" || w.Campaign == p.Campaign) && (w.Pillar == "" || w.Pillar == p.Pillar) &&
		(w.Label == "" || slices.Contains(p.Labels, w.Label)) && (!w.Mine || p.Owner == m.ID)
}

// Due says when somebody is told of a matter, at a pace that is not never. No
// alarm waits for anything. What may wait does so through quiet hours, unless
// the post would leave before they end.
func (w Wishes) Due(about Matter, pace Pace, now time.Time) time.Time {
	at := now
	if about.Weight == WeightAlarm {
		return at
	}
	if pace == Gathered {
		at = now.Add(w.Gather)
	}
	zone := w.Zone
	if zone == "" {
		zone = about.Calendar.Zone
	}
	end := quietUntil(w.Quiet, at, zone)
	if !end.After(at) {
		return at
	}
	if p := about.Post; about.Weight == WeightDuty && p != nil && p.leavesBetween(now, end.Add(time.Hour)) {
		return at
	}
	return end
}

// leavesBetween tells whether the post is to leave on any channel between two
// instants.
func (p *Post) leavesBetween(from, to time.Time) bool {
	return slices.ContainsFunc(append(p.instants(), p.FirstDue), func(at time.Time) bool { return at.After(from) && at.Before(to) })
}

// Check says what is wrong with wishes.
func (w Wishes) Check() []Problem {
	problems := checkQuiet(w.Quiet, "/quiet_hours")
	if w.Gather < 0 || w.Gather > MaxGather {
		problems = append(problems, Problem{Code: CodeBadGather, Pointer: "/gather"})
	}
	for i, wish := range w.List {
		if wish.Event != "" && !knownEvent(wish.Event) {
			problems = append(problems, Problem{Code: CodeUnknownEvent, Pointer: pointer("rules", i, "event")})
		}
	}
	return problems
}

// knownEvent tells whether there is anything that an event of a wish covers.
func knownEvent(event string) bool {
	pattern := Topic{Action: event}
	for _, known := range append(Topics(), Topic{Action: EventDaily}, Topic{Action: EventWeekly}) {
		if known.Action == event || known.covers(event) || pattern.covers(strings.TrimSuffix(known.Action, "*")) {
			return true
		}
	}
	return false
}

// Without adds the wish of somebody who wants no more mail of a kind: its own
// wishes of it are gone, and this one stands first.
func (w Wishes) Without(kind DispatchKind, calendar CalendarID) Wishes {
	no := Wish{Way: OutletMail, Pace: NotAtAll, Calendar: calendar}
	switch kind {
	case KindAlarm, KindDuty, KindNews:
		no.Weight = Weight(kind)
	case KindDaily:
		no.Event = EventDaily
	case KindWeekly:
		no.Event = EventWeekly
	case KindInvite, KindReset, KindPassword, KindCode, KindEvent, KindReply:
		return w
	}
	rest := slices.DeleteFunc(slices.Clone(w.List), func(wish Wish) bool { return wish == no })
	w.List = append([]Wish{no}, rest...)
	w.List = w.List[:min(len(w.List), MaxWishes)]
	return w
}
