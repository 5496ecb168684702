package api

import (
	"context"

	"parution.dev/editorial"
)

// topicView is one kind of thing that people are told of.
type topicView struct {
	Event  string              `json:"event" example:"post.submitted" doc:"An action of the record; with a * at its end, all that begin so"`
	Weight editorial.Weight    `json:"weight" enum:"alarm,duty,news"`
	Words  string              `json:"words" doc:"In your language"`
	To     []editorial.Concern `json:"to" enum:"owner,author,signers,next,managers,hosts,writers,named,actor" doc:"Whom"`
}

// usualView is how soon a mail tells whoever has never said.
type usualView struct {
	Alarm  editorial.Pace `json:"alarm" enum:"at_once,gathered,never"`
	Duty   editorial.Pace `json:"duty" enum:"at_once,gathered,never"`
	News   editorial.Pace `json:"news" enum:"at_once,gathered,never"`
	Daily  editorial.Pace `json:"daily" enum:"at_once,never" doc:"The digest of each day"`
	Weekly editorial.Pace `json:"weekly" enum:"at_once,never" doc:"The digest of each week"`
}

type roleUsualView struct {
	Role  editorial.Role `json:"role"`
	Name  string         `json:"name"`
	Usual usualView      `json:"usual"`
}

func viewUsual(may editorial.Permissions) usualView {
	of := func(weight editorial.Weight, event string) editorial.Pace {
		return editorial.UsualPace(may, editorial.Matter{Weight: weight, Event: event})
	}
	return usualView{
		Alarm: of(editorial.WeightAlarm, ""), Duty: of(editorial.WeightDuty, ""), News: of(editorial.WeightNews, ""),
		Daily: of(editorial.WeightNews, editorial.EventDaily), Weekly: of(editorial.WeightNews, editorial.EventWeekly),
	}
}

type topicsInput struct {
	Calendar editorial.CalendarID `path:"calendar"`
}

type topicsAnswer struct {
	Body struct {
		Topics []topicView     `json:"topics" doc:"All that people are told of"`
		Yours  usualView       `json:"yours" doc:"By mail, as long as none of your rules says otherwise"`
		Roles  []roleUsualView `json:"roles" doc:"The same for whoever holds a role of the calendar"`
		Mail   bool            `json:"mail" doc:"false: this instance sends no mail"`
	}
}

// listTopics answers what people are told of, and how soon, in a calendar.
func (a *API) listTopics(ctx context.Context, in *topicsInput) (*topicsAnswer, error) {
	calendar, _, err := a.calendarFor(ctx, in.Calendar, editorial.Read)
	if err != nil {
		return nil, err
	}
	own, err := a.store.ListBundles(ctx, calendar.ID)
	if err != nil {
		return nil, err
	}
	who, out := callerOf(ctx), &topicsAnswer{}
	for _, t := range editorial.Topics() {
		out.Body.Topics = append(out.Body.Topics, topicView{t.Action, t.Weight, t.Words.In(who.lang), t.To})
	}
	for _, r := range editorial.Roles() {
		out.Body.Roles = append(out.Body.Roles, roleUsualView{r, r.Words().In(who.lang), viewUsual(r.Permissions())})
	}
	for _, b := range own {
		out.Body.Roles = append(out.Body.Roles, roleUsualView{b.ID, b.Name, viewUsual(b.Permissions)})
	}
	out.Body.Yours, out.Body.Mail = viewUsual(who.member.May(calendar.ID)), a.cfg.Mailer != nil
	return out, nil
}
