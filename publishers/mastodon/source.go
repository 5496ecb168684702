package mastodon

import (
	"context"
	"html"
	"regexp"
	"strings"

	"parution.dev/publishers"
)

// reads tells whether a post says what was sent. The server has the copy as it
// was given (Mastodon API: statuses#source); one that does not is read by the
// page it made of it.
func (s server) reads(ctx context.Context, candidate status, wanted trace) (bool, error) {
	var source struct {
		Text    string `json:"text"`
		Spoiler string `json:"spoiler_text"`
	}
	answer, err := s.fetch(ctx, nil, "api/v1/statuses", candidate.ID, "source")
	switch {
	case err != nil:
		return false, err
	case knowsNoSource(answer):
		return sameWords(candidate.SpoilerText, wanted.spoiler) &&
			sameWords(plain(candidate.Content), localMentions(wanted.text)), nil
	case !answer.OK():
		return false, harmless(s.refused(answer))
	}
	if err := answer.Decode(&source); err != nil {
		return false, harmless(unreadable(answer, err))
	}
	return sameCopy(source.Text, source.Spoiler, wanted), nil
}

// knowsNoSource tells a server that cannot give a post's source, or a token
// that may not read it, from one that fails to.
func knowsNoSource(a *publishers.Answer) bool {
	return a.Status >= 400 && a.Status <= 499 && a.Status != 401 && a.Status != 408 && a.Status != 429
}

// sameCopy compares as the server keeps copy: without blanks around it. A
// warning that stands above nothing is kept as the copy itself.
func sameCopy(text, spoiler string, wanted trace) bool {
	text, spoiler = kept(text), kept(spoiler)
	sent, warned := kept(wanted.text), kept(wanted.spoiler)
	if sent == "" && spoiler == "" {
		return text == warned
	}
	return text == sent && spoiler == warned
}

func kept(s string) string { return strings.TrimSpace(strings.ReplaceAll(s, "\r\n", "\n")) }

var (
	breaks  = regexp.MustCompile(`(?i)<br\s*/?>|</p>`)
	tags    = regexp.MustCompile(`<[^>]*>`)
	mention = regexp.MustCompile(`@(\w+)@[\w.-]*\w`)
)

// plain is the text of a post's HTML.
func plain(content string) string {
	return html.UnescapeString(tags.ReplaceAllString(breaks.ReplaceAllString(content, "\n"), ""))
}

// localMentions writes mentions as pages show them, without their hosts.
func localMentions(text string) string { return mention.ReplaceAllString(text, "@$1") }

// sameWords compares what is left when a page has changed the blanks.
func sameWords(a, b string) bool {
	return strings.Join(strings.Fields(a), " ") == strings.Join(strings.Fields(b), " ")
}
