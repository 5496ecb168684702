package editorial

import (
	"maps"
	"slices"
	"time"
)

// sample is one post of a month to try a calendar with.
type sample struct {
	day   int // from the next one; 0: without a date, an idea
	at    string
	title Words
	text  Words
	brief Words
}

// SampleMonth is a month of drafts and ideas, so that a new calendar has
// something to look at and to try on. Nobody has approved any of it, so none of
// it leaves; all of it carries one label, to be found and archived by.
func SampleMonth(desk Desk) ([]Sheet, error) {
	lang, zone := desk.Calendar.Language, desk.Calendar.Zone
	today, err := WhenAt(desk.Now, zone)
	if err != nil {
		return nil, err
	}
	day, err := time.Parse(time.DateOnly, today.Local[:len(time.DateOnly)])
	if err != nil {
		return nil, err
	}
	var channels []ChannelID
	for _, id := range slices.Sorted(maps.Keys(desk.Channels)) {
		if desk.Channels[id].State == Connected {
			channels = append(channels, id)
		}
	}
	var sheets []Sheet
	for _, s := range sampleMonth() {
		sheet := Sheet{
			Title: s.title.In(lang), Brief: s.brief.In(lang), Labels: []string{Words{"sample", "exemple"}.In(lang)},
			Content: Content{Text: s.text.In(lang), Language: string(lang), Channels: channels},
		}
		if s.day > 0 {
			local := day.AddDate(0, 0, s.day).Format(time.DateOnly) + "T" + s.at
			if sheet.Planned, err = NewWhen(local, zone, 0); err != nil {
				return nil, err
			}
		}
		sheets = append(sheets, sheet)
	}
	return sheets, nil
}

func sampleMonth() []sample {
	return []sample{
		{day: 1, at: "09:00", title: Words{"Who we are", "Qui nous sommes"}, text: Words{"Three people, one workshop, and a kettle that never cools down. Say hello to the team.", "Trois personnes, un atelier et une bouilloire qui ne refroidit jamais. Voici l’équipe."}},
		{day: 3, at: "12:00", title: Words{"A tip for beginners", "Un conseil pour débuter"}, text: Words{"Start small: one tool, one hour, one thing finished. The rest comes by itself.", "Commencez petit : un outil, une heure, une chose terminée. Le reste vient tout seul."}},
		{day: 5, at: "17:30", title: Words{"Behind the scenes", "En coulisses"}, text: Words{"What you see takes a minute. What you do not see took a week.", "Ce que vous voyez prend une minute. Ce que vous ne voyez pas a pris une semaine."}},
		{day: 8, at: "09:00", title: Words{"A question we are often asked", "Une question qui revient souvent"}, text: Words{"“Can it be repaired?” Yes. Bring it on a Tuesday, we have time then.", "« Est-ce que ça se répare ? » Oui. Passez un mardi, nous avons le temps."}},
		{day: 10, at: "12:00", title: Words{"Portrait", "Portrait"}, brief: Words{"Two questions to somebody who has been here long. Ask for a picture, with a description.", "Deux questions à une personne qui est là depuis longtemps. Demander une photo, avec sa description."}, text: Words{"“I still learn something every week.” A portrait.", "« J’apprends encore quelque chose chaque semaine. » Portrait."}},
		{day: 12, at: "18:00", title: Words{"Open door", "Portes ouvertes"}, text: Words{"Our door is open on Saturday. Come in, look around, ask anything.", "Notre porte est ouverte samedi. Entrez, regardez, posez vos questions."}},
		{day: 15, at: "09:00", title: Words{"Something new", "Du nouveau"}, brief: Words{"The launch: what it is, for whom, from when. The link is still missing.", "Le lancement : ce que c’est, pour qui, à partir de quand. Il manque encore le lien."}, text: Words{"It is ready. We have been working on it since spring.", "C’est prêt. Nous y travaillions depuis le printemps."}},
		{day: 17, at: "12:30", title: Words{"Seen from the other side", "Vu de l’autre côté"}, text: Words{"A customer sent us this picture. We have been smiling since.", "Une cliente nous a envoyé cette photo. Nous sourions depuis."}},
		{day: 19, at: "17:30", title: Words{"Three mistakes we made", "Trois erreurs que nous avons faites"}, text: Words{"1. Too fast. 2. Too much at once. 3. Without asking. Now you need not make them.", "1. Trop vite. 2. Trop de choses à la fois. 3. Sans demander. Vous n’aurez pas à les refaire."}},
		{day: 22, at: "09:00", title: Words{"The numbers of the month", "Les chiffres du mois"}, brief: Words{"Fill in when the month is over.", "À compléter à la fin du mois."}},
		{day: 24, at: "12:00", title: Words{"Thank you", "Merci"}, text: Words{"For the questions, the corrections, the patience: thank you.", "Pour les questions, les corrections, la patience : merci."}},
		{day: 26, at: "18:00", title: Words{"What comes next", "La suite"}, text: Words{"Next month is about one thing only. Guess which.", "Le mois prochain ne parlera que d’une chose. Devinez laquelle."}},
		{title: Words{"Idea: a series of short films", "Idée : une série de petits films"}, brief: Words{"One gesture each, without words.", "Un geste chacun, sans paroles."}},
		{title: Words{"Idea: invite a neighbour to write", "Idée : laisser écrire un voisin"}},
	}
}
