package notify

import (
	"fmt"
	"html/template"
	"strings"

	"parution.dev/editorial"
)

// page is a mail before it is put into an envelope: plain text and HTML say the
// same.
type page struct {
	lang        editorial.Lang
	subject     string
	intro       []string
	sections    []section
	action      link // what the mail is for; zero: nothing in particular
	outro       []string
	unsubscribe string // its address; "": there is nothing to end
}

type section struct {
	heading string
	items   []item
}

type item struct {
	name  string
	url   string
	lines []string
}

type link struct{ label, url string }

// text is the page for who reads plain text.
func (p page) text() string {
	var b strings.Builder
	put := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	for _, words := range p.intro {
		put("%s\n", words)
	}
	if p.action.url != "" {
		put("%s\n%s\n", p.action.label, p.action.url)
	}
	for _, s := range p.sections {
		if s.heading != "" {
			put("%s\n%s", s.heading, strings.Repeat("-", len([]rune(s.heading))))
		}
		for _, i := range s.items {
			put("* %s", line(i.name))
			for _, words := range i.lines {
				put("  %s", line(words))
			}
			if i.url != "" {
				put("  %s", i.url)
			}
		}
		put("")
	}
	for _, words := range p.outro {
		put("%s", words)
	}
	if p.unsubscribe != "" {
		put("\n-- \n%s\n%s", p.say(unsubscribeWords()), p.unsubscribe)
	}
	return b.String()
}

func (p page) say(w editorial.Words) string { return w.In(p.lang) }

func unsubscribeWords() editorial.Words {
	return editorial.Words{EN: "No more mails of this kind:", FR: "Ne plus recevoir ce genre de message\u202f:"}
}

// Escaping is the template's: whatever people wrote is text there.
const shell = `<!doctype html>
<html lang="{{.Lang}}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{.Subject}}</title></head>
<body style="margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif;color:#1c1c1c;background:#fff"><div style="max-width:38em;margin:auto">
{{range .Intro}}<p>{{.}}</p>
{{end}}{{if .Action.URL}}<p><a href="{{.Action.URL}}" style="display:inline-block;padding:10px 16px;border-radius:6px;background:#1f4e79;color:#fff;text-decoration:none">{{.Action.Label}}</a></p>
{{end}}{{range .Sections}}{{if .Heading}}<h2 style="font-size:1.1em;margin:1.5em 0 .5em">{{.Heading}}</h2>
{{end}}<ul style="padding-left:1.2em;margin:0">{{range .Items}}<li style="margin-bottom:.7em">{{if .URL}}<a href="{{.URL}}" style="color:#1f4e79">{{.Name}}</a>{{else}}<strong>{{.Name}}</strong>{{end}}{{range .Lines}}<br>{{.}}{{end}}</li>
{{end}}</ul>
{{end}}{{range .Outro}}<p style="color:#555;font-size:.9em">{{.}}</p>
{{end}}{{if .Unsubscribe}}<p style="color:#555;font-size:.85em;border-top:1px solid #ddd;padding-top:1em">{{.UnsubscribeWords}} <a href="{{.Unsubscribe}}" style="color:#555">{{.Unsubscribe}}</a></p>
{{end}}</div></body></html>
`

type shown struct {
	Lang, Subject    string
	Intro            []string
	Action           shownLink
	Sections         []shownSection
	Outro            []string
	Unsubscribe      string
	UnsubscribeWords string
}

type (
	shownLink    struct{ Label, URL string }
	shownSection struct {
		Heading string
		Items   []shownItem
	}
	shownItem struct {
		Name, URL string
		Lines     []string
	}
)

// html is the page for who reads HTML: no picture, no script, nothing that is
// fetched from anywhere.
func (p page) html() string {
	view := shown{
		Lang: string(p.lang), Subject: p.subject, Intro: p.intro, Action: shownLink{p.action.label, p.action.url}, Outro: p.outro,
		Unsubscribe: p.unsubscribe, UnsubscribeWords: p.say(unsubscribeWords()),
	}
	for _, s := range p.sections {
		one := shownSection{Heading: s.heading}
		for _, i := range s.items {
			one.Items = append(one.Items, shownItem{i.name, i.url, i.lines})
		}
		view.Sections = append(view.Sections, one)
	}
	var b strings.Builder
	if err := template.Must(template.New("mail").Parse(shell)).Execute(&b, view); err != nil {
		panic(fmt.Sprintf("notify: a mail that cannot be written: %v", err)) // strings always can
	}
	return b.String()
}
