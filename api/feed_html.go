package api

import (
	"html"
	"regexp"
	"strings"

	"parution.dev/editorial"
)

// blankLines part paragraphs.
var blankLines = regexp.MustCompile(`\n[ \t]*(?:\n[ \t]*)+`)

// html is the entry's content: its text in paragraphs, its pictures, its link,
// and what follows in the thread.
func (e FeedEntry) html() string {
	var out strings.Builder
	writeParagraphs(&out, e.Text)
	for _, image := range e.Images {
		out.WriteString(`<p><img src="` + html.EscapeString(image.URL) + `" alt="` + html.EscapeString(image.Alt) + `"></p>`)
	}
	if e.Link != nil {
		out.WriteString("<p>" + anchor(e.Link.URL, e.Link.Title) + "</p>")
	}
	for _, part := range e.Parts {
		writeParagraphs(&out, part)
	}
	return out.String()
}

// writeParagraphs writes plain text as HTML that reads the same.
func writeParagraphs(out *strings.Builder, text string) {
	for _, paragraph := range blankLines.Split(strings.TrimSpace(text), -1) {
		if paragraph == "" {
			continue
		}
		out.WriteString("<p>")
		from := 0
		for _, link := range editorial.Links(paragraph) {
			out.WriteString(brokenLines(paragraph[from:link.Start]))
			out.WriteString(anchor(link.Text, ""))
			from = link.End
		}
		out.WriteString(brokenLines(paragraph[from:]))
		out.WriteString("</p>")
	}
}

// anchor shows a link under its title, or under its address.
func anchor(address, title string) string {
	if title == "" {
		title = address
	}
	return `<a href="` + html.EscapeString(address) + `">` + html.EscapeString(title) + "</a>"
}

func brokenLines(text string) string {
	return strings.ReplaceAll(html.EscapeString(text), "\n", "<br>")
}
