package editorial

import (
	"slices"
	"time"
)

// Rules are the rhythm that people agreed on for a channel. All are off until
// somebody sets them.
type Rules struct {
	MinimumGap time.Duration // between the beginnings of two posts; 0: none
	DailyQuota int           // posts of the remote account per day in the calendar's zone; 0: none
	QuietHours []QuietHours
}

// Counts tells whether the rules ask what else went out.
func (r Rules) Counts() bool { return r.MinimumGap > 0 || r.DailyQuota > 0 }

// QuietHours are a part of the day in which nothing leaves, by wall clocks in
// the calendar's zone.
type QuietHours struct {
	Days []time.Weekday // on which they begin; none: every day
	From string         // "22:00"
	To   string         // "07:00"; not after From: on the next day
}

// Blackout is a stretch of time in which nothing of a calendar leaves.
type Blackout struct {
	From   time.Time
	To     time.Time // exclusive
	Reason string
}

// Traffic is what else goes out where a delivery is to leave. What the rules
// in force do not ask for is left zero.
type Traffic struct {
	Last         time.Time // when the last post began to leave on the channel
	LastUnclear  time.Time // the last call there that may have been heard, of posts that nobody knows to be out
	Today        int       // posts that began to leave today on the remote account
	TodayUnclear int       // those of today that nobody knows to be out
}

// The bounds of what can be chosen.
const (
	MaxGap       = 24 * time.Hour
	MaxQuota     = 1000
	MaxQuiet     = 20
	MaxBlackouts = 200
)

const clockLayout = "15:04"

// Check says what is wrong with the rules, with pointers below at.
func (r Rules) Check(at string) []Problem {
	var problems []Problem
	if r.MinimumGap < 0 || r.MinimumGap > MaxGap {
		problems = append(problems, Problem{Code: CodeBadGap, Pointer: at + "/minimum_gap"})
	}
	if r.DailyQuota < 0 || r.DailyQuota > MaxQuota {
		problems = append(problems, Problem{Code: CodeBadQuota, Pointer: at + "/daily_quota"})
	}
	return append(problems, checkQuiet(r.QuietHours, at+"/quiet_hours")...)
}

// CheckRhythm says what is wrong with the quiet hours and blackouts of a
// policy, with pointers below at.
func (p Policy) CheckRhythm(at string) []Problem {
	problems := checkQuiet(p.QuietHours, at+"/quiet_hours")
	for i, blackout := range p.Blackouts {
		if !blackout.To.After(blackout.From) {
			problems = append(problems, Problem{Code: CodeEndsBeforeStart, Pointer: at + "/blackouts" + pointer(i) + "/to"})
		}
	}
	return problems
}

func checkQuiet(all []QuietHours, at string) []Problem {
	var problems []Problem
	for i, quiet := range all {
		for _, end := range []struct{ name, clock string }{{"from", quiet.From}, {"to", quiet.To}} {
			if _, err := time.Parse(clockLayout, end.clock); err != nil || len(end.clock) != len(clockLayout) {
				problems = append(problems, Problem{Code: CodeBadClock, Pointer: at + pointer(i, end.name)})
			}
		}
	}
	return problems
}

// ruleHolds are what ends by itself, at a time that is known as a rule:
// embargo, blackouts, quiet hours, the gap between posts, the daily quota. A
// thread that has begun is finished.
func (c Case) ruleHolds() []Hold {
	if c.Delivery.begun() {
		return nil
	}
	var holds []Hold
	if embargo := c.Post.Embargo.instant(); c.Now.Before(embargo) || embargo.IsZero() && !c.Post.Embargo.IsZero() { // of a zone that nobody knows any more
		holds = append(holds, Hold{Code: CodeEmbargo, Until: embargo})
	}
	for _, b := range c.Calendar.Policy.Blackouts {
		if !c.Now.Before(b.From) && c.Now.Before(b.To) {
			holds = append(holds, Hold{Code: CodeBlackout, Until: b.To, Reason: b.Reason})
		}
	}
	for _, all := range [][]QuietHours{c.Calendar.Policy.QuietHours, c.channel().Rules.QuietHours} {
		if until := quietUntil(all, c.Now, c.Calendar.Zone); until.After(c.Now) {
			holds = append(holds, Hold{Code: CodeQuietHours, Until: until})
			break
		}
	}
	return append(holds, c.trafficHolds()...)
}

// trafficHolds are what other posts took: the gap behind the last one, and the
// places of the day. While an outcome is unclear nobody knows the end.
func (c Case) trafficHolds() []Hold {
	rules, id := c.channel().Rules, string(c.Delivery.Channel)
	var holds []Hold
	if rules.MinimumGap > 0 {
		free, maybe := c.Traffic.Last.Add(rules.MinimumGap), c.Traffic.LastUnclear.Add(rules.MinimumGap)
		switch {
		case c.Now.Before(free):
			holds = append(holds, Hold{Code: CodeTooSoon, About: id, Until: free})
		case c.Now.Before(maybe):
			holds = append(holds, Hold{Code: CodeTooSoon, About: id})
		}
	}
	if rules.DailyQuota > 0 && c.Traffic.Today+c.Traffic.TodayUnclear >= rules.DailyQuota {
		hold := Hold{Code: CodeQuotaSpent, About: id}
		if c.Traffic.Today >= rules.DailyQuota {
			_, hold.Until = c.Calendar.Day(c.Now)
		}
		holds = append(holds, hold)
	}
	return holds
}

// Day returns the day of the calendar's zone that an instant falls on: its
// first instant, and that of the next day.
func (c Calendar) Day(at time.Time) (from, to time.Time) {
	location, err := zoneNamed(c.Zone)
	if err != nil {
		return time.Time{}, time.Time{}
	}
	day := wallAt(at, location)
	return clockOn(day, "00:00", c.Zone, 0), clockOn(day.AddDate(0, 0, 1), "00:00", c.Zone, 0)
}

// clockOn is the instant at which clocks in a zone show a time on a day; zero
// where that cannot be said.
func clockOn(day time.Time, clock, zone string, fold int) time.Time {
	return When{Local: day.Format(time.DateOnly) + "T" + clock, Zone: zone, Fold: fold}.instant()
}

// quietUntil is the end of the quiet hours that cover an instant, through all
// that follow without a break, or zero where none does. It looks a week ahead
// at most: quiet hours that never end are looked at again then.
func quietUntil(all []QuietHours, at time.Time, zone string) time.Time {
	var until time.Time
	for next := at; next.Sub(at) < 7*24*time.Hour; next = until {
		end := quietOnce(all, next, zone)
		if end.IsZero() {
			break
		}
		until = end
	}
	return until
}

func quietOnce(all []QuietHours, at time.Time, zone string) time.Time {
	location, err := zoneNamed(zone)
	if err != nil || len(all) == 0 {
		return time.Time{}
	}
	var until time.Time
	today := wallAt(at, location)
	for _, quiet := range all {
		for _, day := range []time.Time{today.AddDate(0, 0, -1), today} {
			if from, to := quiet.on(day, zone); !at.Before(from) && at.Before(to) && to.After(until) {
				until = to
			}
		}
	}
	return until
}

// on returns when the quiet hours that begin on a day begin and end. Where
// clocks are put back over an end, it counts the second time: no instant whose
// clocks show a quiet hour is left out.
func (q QuietHours) on(day time.Time, zone string) (from, to time.Time) {
	if !q.begin(day.Weekday()) {
		return from, to
	}
	last := day
	if q.To <= q.From {
		last = day.AddDate(0, 0, 1)
	}
	return clockOn(day, q.From, zone, 0), clockOn(last, q.To, zone, 1)
}

func (q QuietHours) begin(day time.Weekday) bool {
	return len(q.Days) == 0 || slices.Contains(q.Days, day)
}
