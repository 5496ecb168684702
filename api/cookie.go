package api

import (
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"parution.dev/editorial"
)

// cookieJar knows the cookie that a session's secret travels in. No script
// reads it, no other site's page sends it along, and over https no other host
// can have set it.
type cookieJar struct {
	name   string
	secure bool
}

// newCookieJar is for an instance at a public address. Over plain http
// browsers take neither the prefix nor the attribute.
func newCookieJar(publicURL string) cookieJar {
	if strings.HasPrefix(publicURL, "https://") {
		return cookieJar{name: "__Host-parution", secure: true}
	}
	return cookieJar{name: "parution"}
}

// departing is the jar of what a browser remembers while it is elsewhere to
// sign in.
func (j cookieJar) departing() cookieJar {
	j.name += "-departure"
	return j
}

func (j cookieJar) read(ctx huma.Context) string {
	cookie, err := huma.ReadCookie(ctx, j.name)
	if err != nil {
		return ""
	}
	return cookie.Value
}

func (j cookieJar) set(header func(name, value string), secret editorial.Secret, s editorial.Session, now time.Time) {
	header("Set-Cookie", j.cookie(secret.Reveal(), int(s.ExpiresAt().Sub(now)/time.Second)))
}

// clear has the browser forget the cookie.
func (j cookieJar) clear(header func(name, value string)) { header("Set-Cookie", j.cookie("", -1)) }

func (j cookieJar) cookie(value string, seconds int) string {
	//nolint:gosec // it is Secure wherever the instance is reached by https; plain http is for this machine and trials
	c := http.Cookie{Name: j.name, Value: value, Path: "/", MaxAge: seconds, Secure: j.secure, HttpOnly: true, SameSite: http.SameSiteLaxMode}
	return c.String()
}

// fromOwnPages tells whether a request was made by a page of ours. Browsers
// say so themselves, and no page can make them say otherwise; what says
// nothing is no browser that has our cookie for a good reason. That is why
// http.CrossOriginProtection does not fit, which lets such requests pass.
func (a *API) fromOwnPages(ctx huma.Context) bool {
	switch ctx.Header("Sec-Fetch-Site") {
	case "same-origin", "none":
		return true
	case "":
		return ctx.Header("Origin") == a.origin
	}
	return false
}

// fromElsewhere tells whether a request was made by a page of another site.
func (a *API) fromElsewhere(ctx huma.Context) bool {
	says := ctx.Header("Sec-Fetch-Site") + ctx.Header("Origin")
	return says != "" && !a.fromOwnPages(ctx)
}

// originOf is what browsers call the origin of an address.
func originOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	host := strings.ToLower(u.Host)
	if port := map[string]string{"http": ":80", "https": ":443"}[u.Scheme]; port != "" {
		host = strings.TrimSuffix(host, port)
	}
	return u.Scheme + "://" + host
}
