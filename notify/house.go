package notify

import (
	"fmt"
	"strings"
	"time"

	"parution.dev/editorial"
)

// house is this instance, as what leaves it speaks of it.
type house struct{ url string }

// of is the page of a calendar, or of a post in it.
func (h house) of(calendar editorial.CalendarID, post editorial.PostID) string {
	switch {
	case calendar == "":
		return h.url + "/"
	case post == "":
		return h.url + "/calendars/" + string(calendar)
	}
	return h.url + "/calendars/" + string(calendar) + "/posts/" + string(post)
}

// tidings writes what a member was told.
func (h house) tidings(m editorial.Mailing) page {
	lang := m.To.Language
	p := page{lang: lang, sections: []section{{}}}
	for _, n := range m.Tidings {
		p.sections[0].items = append(p.sections[0].items, h.tiding(n, m.Calendars[n.Line.Calendar], lang))
	}
	first := p.sections[0].items[0]
	p.subject = first.name
	if more := len(m.Tidings) - 1; more > 0 {
		p.subject += editorial.Words{EN: fmt.Sprintf(" (and %d more)", more), FR: fmt.Sprintf(" (et %d de plus)", more)}.In(lang)
	}
	if c := m.Calendars[m.Tidings[0].Line.Calendar]; c.Name != "" {
		p.subject = "[" + c.Name + "] " + p.subject
	}
	return p
}

// tiding is one line of the record, in words.
func (h house) tiding(n editorial.Tiding, c editorial.Calendar, lang editorial.Lang) item {
	l := n.Line
	topic, _ := editorial.TopicOf(l.Action)
	i := item{name: topic.Words.In(lang), url: h.of(l.Calendar, l.Post)}
	if n.Title != "" {
		i.name += colon(lang) + n.Title
	}
	zone := c.Zone
	if zone == "" {
		zone = "UTC"
	}
	when := editorial.SayTime(l.At, zone, lang)
	if person := l.Actor.Member != "" || l.Actor.ByLink(); person && l.Actor.Name != "" {
		when = l.Actor.Name + ", " + when
	}
	i.lines = append(i.lines, when)
	if c.Name != "" {
		i.lines = append(i.lines, c.Name)
	}
	if reasons := reasons(l.Detail, lang); reasons != "" {
		i.lines = append(i.lines, reasons)
	}
	if l.Note != "" {
		i.lines = append(i.lines, quoted(l.Note, lang))
	}
	return i
}

// reasons says the codes of a detail in words; what is no code is left out.
func reasons(detail string, lang editorial.Lang) string {
	var said []string
	for word := range strings.FieldsSeq(detail) {
		for _, words := range []editorial.Words{editorial.Code(word).Words(), editorial.Reason(word).Words()} {
			if words.EN != word && words.EN != "" {
				said = append(said, words.In(lang))
				break
			}
		}
	}
	return strings.Join(said, " ")
}

func colon(lang editorial.Lang) string {
	if lang == editorial.French {
		return "\u202f: "
	}
	return ": "
}

func quoted(text string, lang editorial.Lang) string {
	if lang == editorial.French {
		return "«\u202f" + text + "\u202f»"
	}
	return "“" + text + "”"
}

// letter writes a letter of its own kind.
func (h house) letter(kind editorial.DispatchKind, l editorial.Letter, now time.Time) page {
	p := page{lang: l.Language, subject: kind.Words().In(l.Language)}
	until := editorial.SayTime(l.ExpiresAt, "UTC", l.Language)
	good := editorial.Words{EN: "The link is good until " + until + ".", FR: "Le lien est valable jusqu’au " + until + "."}
	switch kind {
	case editorial.KindInvite:
		p.subject = p.say(editorial.Words{
			EN: fmt.Sprintf("%s invites you to “%s”", l.By, l.Calendar), FR: fmt.Sprintf("%s vous invite dans «\u202f%s\u202f»", l.By, l.Calendar),
		})
		p.intro = []string{p.subject + "."}
		p.action = link{p.say(editorial.Words{EN: "See the invitation", FR: "Voir l’invitation"}), l.Link.Reveal()}
	case editorial.KindReset:
		p.intro = []string{p.say(editorial.Words{
			EN: "Somebody, you hopefully, asked for a new password for your account.", FR: "Un nouveau mot de passe a été demandé pour votre compte, par vous nous l’espérons.",
		})}
		p.action = link{p.say(editorial.Words{EN: "Choose a new password", FR: "Choisir un nouveau mot de passe"}), l.Link.Reveal()}
		p.outro = []string{p.say(editorial.Words{
			EN: "If it was not you, do nothing: the password you have stays.", FR: "Si ce n’est pas vous, ne faites rien\u202f: votre mot de passe reste le même.",
		})}
	case editorial.KindPassword:
		p.intro = []string{p.say(editorial.Words{
			EN: fmt.Sprintf("The password of your account was changed (%s). If it was not you, ask for a new one at once.", editorial.SayTime(now, "UTC", l.Language)),
			FR: fmt.Sprintf("Le mot de passe de votre compte a été changé (%s). Si ce n’est pas vous, demandez-en aussitôt un nouveau.", editorial.SayTime(now, "UTC", l.Language)),
		})}
		p.action = link{p.say(editorial.Words{EN: "Open Parution", FR: "Ouvrir Parution"}), h.url + "/"}
	case editorial.KindCode:
		p.subject = p.say(editorial.Words{
			EN: fmt.Sprintf("Your code for “%s”", l.Calendar), FR: fmt.Sprintf("Votre code pour «\u202f%s\u202f»", l.Calendar),
		})
		p.intro = []string{p.subject + colon(l.Language) + l.Code.Reveal()}
		good = editorial.Words{EN: "It is good until " + until + ".", FR: "Il est valable jusqu’au " + until + "."}
		p.outro = []string{p.say(editorial.Words{
			EN: "Type it where you opened your link. If you did not open one, do nothing.",
			FR: "Saisissez-le là où vous avez ouvert votre lien. Si vous n’en avez ouvert aucun, ne faites rien.",
		})}
	case editorial.KindAlarm, editorial.KindDuty, editorial.KindNews, editorial.KindDaily, editorial.KindWeekly, editorial.KindEvent, editorial.KindReply: // no letters of their own
	}
	if !l.ExpiresAt.IsZero() {
		p.outro = append(p.outro, p.say(good))
	}
	return p
}
