package notify

import (
	"fmt"
	"strconv"
	"strings"

	"parution.dev/editorial"
)

// digest writes a calendar's digest.
func (h house) digest(d editorial.Digest, lang editorial.Lang) page {
	p := page{lang: lang}
	zone := d.Calendar.Zone
	p.subject = "[" + d.Calendar.Name + "] " + d.Kind.Words().In(lang)
	p.intro = []string{p.say(editorial.Words{
		EN: fmt.Sprintf("%s, as things stand on %s.", d.Calendar.Name, editorial.SayTime(d.Now, zone, lang)),
		FR: fmt.Sprintf("%s, état au %s.", d.Calendar.Name, editorial.SayTime(d.Now, zone, lang)),
	})}
	p.action = link{p.say(editorial.Words{EN: "Open the calendar", FR: "Ouvrir le calendrier"}), h.of(d.Calendar.ID, "")}
	leaving := editorial.Words{EN: "Leaves in the next 36 hours", FR: "Part dans les 36 heures"}
	if d.Kind == editorial.KindWeekly {
		leaving = editorial.Words{EN: "This week’s plan", FR: "Le plan de la semaine"}
		p.sections = append(p.sections, h.results(d.Results, zone, lang))
	}
	for _, pause := range d.Pauses {
		p.sections = append(p.sections, section{p.say(editorial.Words{EN: "Paused", FR: "En pause"}), []item{{name: pause.Reason}}})
	}
	for _, list := range []struct {
		heading editorial.Words
		posts   []editorial.DigestPost
	}{
		{editorial.Words{EN: "Stopped: somebody must decide", FR: "À l’arrêt\u202f: il faut décider"}, d.Stopped},
		{editorial.Words{EN: "Late: not approved, and their time has passed", FR: "En retard\u202f: pas validé, et l’heure est passée"}, d.Late},
		{editorial.Words{EN: "Waits for an approval", FR: "Attend une validation"}, d.Waiting},
		{leaving, d.Leaving},
	} {
		if len(list.posts) > 0 {
			p.sections = append(p.sections, h.posts(p.say(list.heading), d.Calendar, list.posts, lang))
		}
	}
	if d.Head.Hash != "" {
		p.outro = []string{p.say(editorial.Words{
			EN: fmt.Sprintf("The record’s last line: %d, %s.", d.Head.Seq, d.Head.Hash), FR: fmt.Sprintf("Dernière ligne du registre\u202f: %d, %s.", d.Head.Seq, d.Head.Hash),
		})}
	}
	return p
}

func (h house) posts(heading string, c editorial.Calendar, posts []editorial.DigestPost, lang editorial.Lang) section {
	s := section{heading: heading}
	for _, one := range posts {
		i := item{name: one.Name, url: h.of(c.ID, one.ID)}
		when := editorial.Words{EN: "undated", FR: "sans date"}.In(lang)
		if !one.At.IsZero() {
			when = editorial.SayTime(one.At, one.Zone, lang)
		}
		words := []string{when, one.Status.Words().In(lang)}
		if len(one.Channels) > 0 {
			words = append(words, strings.Join(one.Channels, ", "))
		}
		i.lines = []string{strings.Join(words, " · ")}
		if len(one.For) > 0 {
			i.lines = append(i.lines, editorial.Words{EN: "Next: ", FR: "À faire par\u202f: "}.In(lang)+strings.Join(one.For, ", "))
		}
		s.items = append(s.items, i)
	}
	return s
}

// results says what the last week came to, and how each figure is counted.
func (h house) results(r editorial.Results, zone string, lang editorial.Lang) section {
	s := section{heading: editorial.Words{EN: "Last week", FR: "La semaine passée"}.In(lang)}
	put := func(en, fr string, n int) {
		s.items = append(s.items, item{name: editorial.Words{EN: fmt.Sprintf("%s: %d", en, n), FR: fmt.Sprintf("%s\u202f: %d", fr, n)}.In(lang)})
	}
	put("Out (one post on one channel)", "Parus (une publication sur un canal)", r.Published)
	put("of them a minute late or more", "dont une minute de retard ou plus", r.Late)
	put("Missed", "Manqués", r.Missed)
	put("Failed", "En échec", r.Failed)
	put("Not clear yet", "À vérifier", r.Unanswered)
	s.items[0].lines = []string{editorial.SayTime(r.From, zone, lang) + " – " + editorial.SayTime(r.To, zone, lang)}
	for _, on := range r.ByChannel {
		s.items[0].lines = append(s.items[0].lines, on.Name+colon(lang)+strconv.Itoa(on.Published))
	}
	return s
}
