package api

import (
	"slices"
	"time"

	"parution.dev/editorial"
)

// rulesView is the rhythm that people agreed on for a channel.
type rulesView struct {
	MinimumGap string       `json:"minimum_gap" example:"15m" doc:"Between the beginnings of two posts; empty: none"`
	DailyQuota int          `json:"daily_quota" doc:"Posts of the account per day in the calendar's time zone; 0: no end to them"`
	QuietHours []quietHours `json:"quiet_hours" doc:"Nothing leaves on the channel in them"`
}

// quietHours are a part of the day, by wall clocks in the calendar's zone.
type quietHours struct {
	Days []weekday `json:"days" maxItems:"7" enum:"mon,tue,wed,thu,fri,sat,sun" doc:"On which they begin; none: every day"`
	From string    `json:"from" maxLength:"5" example:"22:00"`
	To   string    `json:"to" maxLength:"5" example:"07:00" doc:"Where it is not after from, on the next day"`
}

// weekday is a day of the week in three letters.
type weekday string

func weekdays() []weekday { return []weekday{"sun", "mon", "tue", "wed", "thu", "fri", "sat"} }

// blackoutView is a stretch of time in which nothing leaves.
type blackoutView struct {
	From   time.Time `json:"from"`
	To     time.Time `json:"to" doc:"The first instant after it"`
	Reason string    `json:"reason" maxLength:"500"`
}

func viewRules(r editorial.Rules) rulesView {
	return rulesView{MinimumGap: viewDuration(r.MinimumGap), DailyQuota: r.DailyQuota, QuietHours: viewQuiet(r.QuietHours)}
}

func viewQuiet(all []editorial.QuietHours) []quietHours {
	views := make([]quietHours, len(all))
	for i, quiet := range all {
		views[i] = quietHours{Days: make([]weekday, len(quiet.Days)), From: quiet.From, To: quiet.To}
		for j, day := range quiet.Days {
			views[i].Days[j] = weekdays()[day]
		}
	}
	return views
}

func readQuiet(sent []quietHours) []editorial.QuietHours {
	var all []editorial.QuietHours
	for _, one := range sent {
		quiet := editorial.QuietHours{From: one.From, To: one.To}
		for day, name := range weekdays() {
			if slices.Contains(one.Days, name) {
				quiet.Days = append(quiet.Days, time.Weekday(day))
			}
		}
		all = append(all, quiet)
	}
	return all
}

func viewBlackouts(all []editorial.Blackout) []blackoutView {
	views := make([]blackoutView, len(all))
	for i, b := range all {
		views[i] = blackoutView{From: b.From.UTC(), To: b.To.UTC(), Reason: b.Reason}
	}
	return views
}

func readBlackouts(sent []blackoutView) []editorial.Blackout {
	var all []editorial.Blackout
	for _, b := range sent {
		all = append(all, editorial.Blackout{From: b.From.UTC(), To: b.To.UTC(), Reason: b.Reason})
	}
	return all
}

// rulesEdit changes a channel's rules: what is absent stays, null turns a rule
// off.
type rulesEdit struct {
	MinimumGap Optional[string]       `json:"minimum_gap,omitzero" maxLength:"20" example:"15m" doc:"Up to 24h"`
	DailyQuota Optional[int]          `json:"daily_quota,omitzero" minimum:"0" maximum:"1000"`
	QuietHours Optional[[]quietHours] `json:"quiet_hours,omitzero" maxItems:"20"`
}

func (e rulesEdit) over(r *editorial.Rules) error {
	e.DailyQuota.Into(&r.DailyQuota)
	if e.QuietHours.Sent {
		r.QuietHours = readQuiet(e.QuietHours.Value)
	}
	var problems []editorial.Problem
	if e.MinimumGap.Sent {
		gap, err := time.ParseDuration(e.MinimumGap.Value)
		if e.MinimumGap.Value != "" && (err != nil || gap != gap.Truncate(time.Second)) {
			problems = append(problems, editorial.Problem{Code: editorial.CodeBadGap, Pointer: "/rules/minimum_gap"})
			gap = 0
		}
		r.MinimumGap = gap
	}
	return editorial.RefuseAll(append(problems, r.Check("/rules")...))
}
