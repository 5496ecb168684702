package editorial

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// LinkState is what following a link came to.
type LinkState string

// The states of a link.
const (
	LinkAlive  LinkState = "alive"  // it leads to a page of the site that it names
	LinkMoved  LinkState = "moved"  // it leads to a page of another site than the one that it names
	LinkGone   LinkState = "gone"   // there is no such page, or no such site
	LinkUnsure LinkState = "unsure" // it could not be told: no answer, or one that turns programs away
)

// LinkSeen is where a link led when it was followed.
type LinkSeen struct {
	URL   string
	State LinkState
	Code  string        // the HTTP status, or why there was none
	Host  string        // where it led; "" where it led nowhere
	Site  string        // the domain that Host is registered under
	Plain bool          // it left https on the way
	At    time.Time     //
	Wait  time.Duration // the site asks not to be called again before; 0: it does not say
}

// leads tells whether a page was reached.
func (s LinkSeen) leads() bool { return s.State == LinkAlive || s.State == LinkMoved }

// MaxURL is the most bytes of a link that is followed.
const MaxURL = 4000

// MaxLinks is how many different links of a post are followed on a channel.
const MaxLinks = 50

// LinksOn lists the links that leave on a channel, each once, in the order
// people meet them: in the texts of the parts, and of the card. What stands
// behind a # is the page's own matter, and left out.
func (c Content) LinksOn(channel ChannelID) []string {
	var found []string
	for _, part := range c.Parts(channel) {
		for _, link := range Links(part.Text) {
			found = addLink(found, link.Text)
		}
		if part.Link != nil {
			found = addLink(found, part.Link.URL)
		}
	}
	return found[:min(len(found), MaxLinks)]
}

func addLink(found []string, link string) []string {
	if link = followed(link); link == "" || slices.Contains(found, link) {
		return found
	}
	return append(found, link)
}

// followed is a link as it is followed, "" where it is not.
func followed(link string) string {
	if link, _, _ = strings.Cut(link, "#"); len(link) > MaxURL {
		return ""
	}
	return link
}

// AllLinks lists the links that leave on any channel, each once.
func (c Content) AllLinks() []string {
	var all []string
	for _, id := range c.Channels {
		for _, link := range c.LinksOn(id) {
			if !slices.Contains(all, link) {
				all = append(all, link)
			}
		}
	}
	return all
}

// PointToLink names the field in which a link that leaves on a channel stands.
func (c Content) PointToLink(channel ChannelID, link string) string {
	holds := func(text string) bool {
		return slices.ContainsFunc(Links(text), func(s Span) bool { return followed(s.Text) == link })
	}
	for i, part := range c.Parts(channel) {
		if holds(part.Text) {
			return c.pointTo(channel, i, part)
		}
		if part.Link != nil && followed(part.Link.URL) == link {
			return c.pointToLink(channel) + "/url"
		}
	}
	return ""
}

// SeeLink takes note of where a link of the post led. The first site that it
// is seen to lead to after an approval is the one that was approved. An answer
// that says nothing for sure changes nothing. The code tells what the post's
// people have not been told of the link yet: what is wrong with it now, or
// that all is well again.
func (p *Post) SeeLink(seen LinkSeen) (changed bool, news Code) {
	if seen.State == LinkUnsure {
		return false, ""
	}
	before, last := p.linkTrouble(seen.URL), p.Links[seen.URL]
	if last.State != seen.State || last.Host != seen.Host || last.Site != seen.Site {
		p.Links = withEntry(p.Links, seen.URL, seen)
		changed = true
	}
	if a := p.Approval; a != nil && seen.leads() && !seen.At.Before(a.At) && a.Links[seen.URL] == "" {
		a.Links = withEntry(a.Links, seen.URL, seen.Site)
		changed = true
	}
	after := p.linkTrouble(seen.URL)
	if after == before {
		return changed, ""
	}
	return changed, cmp.Or(after, CodeLinkBack)
}

// linkTrouble is what is wrong with a link as far as is known, "" for nothing.
func (p *Post) linkTrouble(link string) Code {
	seen := p.Links[link]
	switch {
	case seen.State == LinkGone:
		return CodeLinkGone
	case p.Approval != nil && seen.leads() && p.Approval.Links[link] != "" && p.Approval.Links[link] != seen.Site:
		return CodeLinkElsewhere
	}
	return ""
}

// LinkTroubles lists what is wrong with the links of a content that leaves on
// one channel: pages that are gone, and links that lead to another site than
// the one that was approved.
func (p *Post) LinkTroubles(content Content, channel ChannelID) []Hold {
	if len(p.Links) == 0 {
		return nil
	}
	var troubles []Hold
	for _, link := range content.LinksOn(channel) {
		if code := p.linkTrouble(link); code != "" {
			troubles = append(troubles, Hold{Code: code, About: link, Reason: p.Links[link].Host})
		}
	}
	return troubles
}

// IsLink tells whether the hold is about a link.
func (h Hold) IsLink() bool { return h.Code == CodeLinkGone || h.Code == CodeLinkElsewhere }

// linkHolds are the links that keep a delivery here: one that leads elsewhere
// always, one that leads nowhere where the calendar says so.
func (c Case) linkHolds() []Hold { return c.linksThat(true) }

// Warnings are what does not stop a delivery, and should be known before it
// leaves: links that lead nowhere.
func Warnings(c Case) []Hold { return c.linksThat(false) }

func (c Case) linksThat(hold bool) []Hold {
	if c.Delivery.begun() {
		return nil
	}
	return slices.DeleteFunc(c.Post.LinkTroubles(c.Content, c.Delivery.Channel), func(h Hold) bool {
		holds := h.Code == CodeLinkElsewhere || c.Calendar.Policy.DeadLinks == DeadLinksHold
		return holds != hold
	})
}

// The waits between two looks at a link that nobody asks for.
const (
	soonestLook = 10 * time.Minute
	latestLook  = 6 * time.Hour
)

// Again says when to follow the link next without being asked: soon after an
// answer that said nothing, twice; and while something is wrong with it for a
// post that waits, the more often the sooner that post is due. The zero time
// means not before it is asked for.
func (s LinkSeen) Again(tries int, wrong bool, due time.Time) time.Time {
	var wait time.Duration
	switch {
	case s.State == LinkUnsure && tries == 1:
		wait = soonestLook
	case s.State == LinkUnsure && tries == 2:
		wait = time.Hour
	case wrong && due.After(s.At):
		wait = min(max(due.Sub(s.At)/8, soonestLook), latestLook)
	default:
		return time.Time{}
	}
	return s.At.Add(max(wait, s.Rest()))
}

// Rest is how long the site is left alone, as it asked.
func (s LinkSeen) Rest() time.Duration { return min(s.Wait, latestLook) }

// LinkNews is what became known of a link of a post.
type LinkNews struct {
	Post     PostID
	Calendar CalendarID
	Code     Code
	Seen     LinkSeen
}
