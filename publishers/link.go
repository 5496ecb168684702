package publishers

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"time"

	"golang.org/x/net/idna"
	"golang.org/x/net/publicsuffix"

	"parution.dev/editorial"
)

const (
	maxHops    = 10               // redirects of one link
	followTime = 15 * time.Second // for a link and all its redirects
)

// Follower follows the links of posts to where they lead, as a reader would,
// through the guarded client: it changes nothing there, carries nothing along
// and reads no page.
type Follower struct {
	client *http.Client
	now    func() time.Time
}

// NewFollower returns a follower that goes out through a guarded client. It
// walks redirects itself, so that each address on the way is looked at.
func NewFollower(client *http.Client, now func() time.Time) *Follower {
	walker := *client
	walker.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &Follower{client: &walker, now: now}
}

// Follow tells where a link leads now. A site that turns programs away, asks
// to wait or is down says nothing about the page: the link is unsure then.
func (f *Follower) Follow(ctx context.Context, link string) editorial.LinkSeen {
	seen := editorial.LinkSeen{URL: link, State: editorial.LinkUnsure, At: f.now()}
	ctx, cancel := context.WithTimeout(ctx, followTime)
	defer cancel()
	at, err := url.Parse(link)
	if err != nil || at.Hostname() == "" {
		seen.Code = "bad_address"
		return seen
	}
	named, been := siteOf(at.Hostname()), map[string]bool{}
	for len(been) <= maxHops {
		at.User, at.Fragment, at.RawFragment = nil, "", ""
		if been[at.String()] {
			break
		}
		been[at.String()] = true
		answer, err := f.look(ctx, at)
		if err != nil {
			seen.State, seen.Code = unreached(err)
			return seen
		}
		seen.Code = strconv.Itoa(answer.Status)
		next := answer.redirect(at)
		if next == nil {
			f.arrive(&seen, answer, at, named)
			return seen
		}
		seen.Plain = seen.Plain || at.Scheme == "https" && next.Scheme == "http"
		at = next
	}
	seen.Code = "too_many_redirects"
	return seen
}

// look asks for the head of a page. Where that is not answered plainly the
// page itself is asked for, since many sites know no other question.
func (f *Follower) look(ctx context.Context, at *url.URL) (*Answer, error) {
	answer, err := f.ask(ctx, http.MethodHead, at)
	switch {
	case errors.Is(err, ErrNotHeard), err == nil && (answer.OK() || answer.redirect(at) != nil):
		return answer, err
	}
	return f.ask(ctx, http.MethodGet, at)
}

// ask makes one request. Of the answer only the head is read, whatever its
// size and however slowly it comes.
func (f *Follower) ask(ctx context.Context, method string, at *url.URL) (*Answer, error) {
	req, err := http.NewRequestWithContext(ctx, method, at.String(), nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Accept", "text/html, */*;q=0.8")
	res, err := f.client.Do(req)
	if err != nil {
		return nil, err
	}
	return &Answer{Status: res.StatusCode, Header: res.Header}, res.Body.Close()
}

// redirect is where an answer sends whoever asked at an address; nil where it
// sends nobody on.
func (a *Answer) redirect(from *url.URL) *url.URL {
	switch a.Status {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
	default:
		return nil
	}
	to, err := from.Parse(a.Header.Get("Location"))
	if err != nil || a.Header.Get("Location") == "" || to.Hostname() == "" {
		return nil
	}
	return to
}

// arrive writes down what the last answer on the way says.
func (f *Follower) arrive(seen *editorial.LinkSeen, answer *Answer, at *url.URL, named string) {
	switch {
	case answer.OK():
		seen.Host, seen.Site = hostOf(at.Hostname()), siteOf(at.Hostname())
		if seen.State = editorial.LinkAlive; seen.Site != named {
			seen.State = editorial.LinkMoved
		}
	case answer.Status == http.StatusNotFound, answer.Status == http.StatusGone:
		seen.State = editorial.LinkGone
	default:
		seen.Wait = answer.RetryAfter(f.now())
	}
}

// unreached says what a failure on the way means. Only a name that surely does
// not exist is a link that leads nowhere.
func unreached(err error) (editorial.LinkState, string) {
	noName, badCertificate, refused := new(net.DNSError), new(tls.CertificateVerificationError), new(Error)
	switch {
	case errors.As(err, &noName) && noName.IsNotFound:
		return editorial.LinkGone, "no_such_host"
	case errors.As(err, &badCertificate):
		return editorial.LinkUnsure, "bad_certificate"
	case errors.As(err, &refused):
		return editorial.LinkUnsure, refused.Code
	case errors.Is(err, context.DeadlineExceeded):
		return editorial.LinkUnsure, "timeout"
	}
	return editorial.LinkUnsure, "no_answer"
}

// hostOf is a host's name as the network spells it.
func hostOf(name string) string {
	if spelled, err := idna.Lookup.ToASCII(name); err == nil {
		name = spelled
	}
	return strings.TrimSuffix(strings.ToLower(name), ".")
}

// siteOf is the domain that a host is registered under: what belongs to one
// owner. A number is its own.
func siteOf(name string) string {
	host := hostOf(name)
	if _, err := netip.ParseAddr(host); err == nil {
		return host
	}
	site, err := publicsuffix.EffectiveTLDPlusOne(host)
	if err != nil {
		return host
	}
	return site
}
