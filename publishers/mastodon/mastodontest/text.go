package mastodontest

import (
	"html"
	"regexp"
	"strings"
	"unicode"
)

var (
	address = regexp.MustCompile(`https?://[^\s<>"]+`)
	mention = regexp.MustCompile(`@(\w+)@[\w.-]*\w`)
)

// length counts a draft as the server does: a stock server characters as
// people see them, each link as so many and each mention without its host;
// GoToSocial code points.
func (s *Server) length(d draft) int {
	if s.kind == goToSocial {
		return len([]rune(d.Status)) + len([]rune(d.SpoilerText))
	}
	text := address.ReplaceAllString(d.Status, strings.Repeat("x", s.limits.PerLink))
	return characters(d.SpoilerText) + characters(mention.ReplaceAllString(text, "@$1"))
}

// characters counts what a person would: a mark belongs to its letter, a
// joined or coloured emoji is one, and so is a flag of two letters. That is
// less than Unicode's own rules, and enough to tell.
func characters(text string) int {
	const joiner = '\u200d'
	n, flag, joined := 0, false, false
	for _, r := range text {
		switch {
		case r == joiner:
			joined = true
			continue
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Mc), r >= 0x1F3FB && r <= 0x1F3FF, joined:
		case flag && isFlagLetter(r):
			flag = false
			continue
		default:
			n++
		}
		flag, joined = isFlagLetter(r), false
	}
	return n
}

func isFlagLetter(r rune) bool { return r >= 0x1F1E6 && r <= 0x1F1FF }

// page is the HTML that a post's copy becomes, with the spans by which pages
// shorten links and the hosts of mentions left out.
func page(text string) string {
	text = html.EscapeString(text)
	text = mention.ReplaceAllString(text, `<span class="h-card"><a href="https://`+Host+`/@$1">@<span>$1</span></a></span>`)
	text = regexp.MustCompile(`(^|\s)(https?://)([^\s<>"]+)`).ReplaceAllString(text,
		`$1<a href="$2$3" rel="nofollow"><span class="invisible">$2</span><span class="">$3</span></a>`)
	text = strings.ReplaceAll(text, "\n\n", "</p><p>")
	return "<p>" + strings.ReplaceAll(text, "\n", "<br />") + "</p>"
}
