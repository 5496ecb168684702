package api

import (
	"crypto/rand"
	"crypto/rsa"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// porch is a desk whose people may come from a provider, and a browser that
// somebody brings along.
type porch struct {
	*desk
	house    *idHouse
	calendar string
	cookies  map[string]string
}

func newPorch(t *testing.T) *porch {
	t.Helper()
	p := &porch{cookies: map[string]string{}}
	p.desk = newDesk(t, func(cfg *Config) {
		p.house = newIDHouse(t, cfg.Now)
		cfg.Provider = &Provider{
			Issuer: p.house.server.URL, ClientID: "parution", ClientSecret: editorial.NewSecret("swordfish"), Name: "Maison Lumen",
			Scopes: []string{"profile", "email", "groups"}, GroupsClaim: "groups", Groups: editorial.Groups{}, Client: p.house.server.Client(),
		}
	})
	p.calendar = p.desk.calendar(t, "One")
	p.api.provider.Groups["desk"] = []editorial.Grant{{Calendar: editorial.CalendarID(p.calendar), Role: editorial.Editor}}
	p.house.person = map[string]any{"sub": "7", "email": "Ana@Example.org", "email_verified": true, "name": "Ana", "locale": "fr-FR", "groups": []string{"desk"}}
	return p
}

// browse asks as a browser does, from one of our pages or from elsewhere.
func (p *porch) browse(t *testing.T, method, path, body, site string) answered {
	t.Helper()
	a := asked{method: method, path: path, body: body, header: http.Header{"Sec-Fetch-Site": {site}}}
	if body != "" {
		a.header.Set("Content-Type", jsonType)
	}
	for name, value := range p.cookies {
		a.header.Add("Cookie", name+"="+value)
	}
	got := askHandler(t, p.handler, a)
	for _, line := range got.header["Set-Cookie"] {
		cookie, err := http.ParseSetCookie(line)
		require.NoError(t, err)
		require.True(t, cookie.HttpOnly && cookie.Secure && cookie.SameSite == http.SameSiteLaxMode && strings.HasPrefix(cookie.Name, "__Host-"), line)
		if p.cookies[cookie.Name] = cookie.Value; cookie.MaxAge < 0 {
			delete(p.cookies, cookie.Name)
		}
	}
	return got
}

// departs goes to the provider, and returns where that sends the browser.
func (p *porch) departs(t *testing.T, body string) string {
	t.Helper()
	got := p.browse(t, "POST", "/api/v1/session/provider", body, "same-origin")
	require.Equal(t, http.StatusOK, got.status, got.body)
	address := decode[map[string]string](t, got.body)["url"]
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	require.NoError(t, err)
	response, err := client.Do(r)
	require.NoError(t, err)
	require.NoError(t, response.Body.Close())
	require.Equal(t, http.StatusFound, response.StatusCode)
	back := response.Header.Get("Location")
	require.True(t, strings.HasPrefix(back, "https://parution.test/api/v1/session/provider/return?"), back)
	return strings.TrimPrefix(back, "https://parution.test")
}

// comes goes there and back, and returns where the browser ends up.
func (p *porch) comes(t *testing.T) string {
	t.Helper()
	return p.returns(t, p.departs(t, `{"next": "/calendar?week=3"}`))
}

func (p *porch) returns(t *testing.T, path string) string {
	t.Helper()
	got := p.browse(t, "GET", path, "", "cross-site")
	require.Equal(t, http.StatusSeeOther, got.status, got.body)
	require.NotContains(t, p.cookies, "__Host-parution-departure", "it is good once")
	return got.header.Get("Location")
}

func (p *porch) me(t *testing.T) map[string]any {
	t.Helper()
	got := p.browse(t, "GET", "/api/v1/me", "", "same-origin")
	require.Equal(t, http.StatusOK, got.status, got.body)
	return decode[map[string]any](t, got.body)
}

func TestSignInByProvider(t *testing.T) {
	p := newPorch(t)
	ways := p.browse(t, "GET", "/api/v1/session/ways", "", "same-origin")
	require.JSONEq(t, `{"password": true, "passkeys": true, "setup": false, "provider": {"name": "Maison Lumen"}}`, ways.body)
	require.Equal(t, "/calendar?week=3", p.comes(t))
	me := p.me(t)
	require.Equal(t, "Ana", me["name"])
	require.Equal(t, "ana@example.org", me["email"])
	require.Equal(t, "fr", me["language"])
	require.Contains(t, me["calendars"], p.calendar)

	first := p.cookies["__Host-parution"]
	p.house.person["groups"] = []string{}
	p.house.person["name"] = "Ana, whoever she is now"
	require.Equal(t, "/calendar?week=3", p.comes(t))
	require.NotEqual(t, first, p.cookies["__Host-parution"])
	require.Equal(t, me["member"], p.me(t)["member"], "it is the account that counts")
	require.Empty(t, p.me(t)["calendars"], "what a group gave, it takes")
	require.Equal(t, "Ana", p.me(t)["name"])
}

// Somebody who was invited is known by the address that the provider verified.
func TestProviderLinksMembers(t *testing.T) {
	p := newPorch(t)
	id, _ := p.member(t, p.calendar, "Ana", "reviewer")
	require.Equal(t, "/calendar?week=3", p.comes(t))
	require.Equal(t, id, p.me(t)["member"])
	require.Contains(t, p.log.String(), `"status":303`)
	require.NotContains(t, p.log.String(), "code=")
}

func TestProviderAsksTwice(t *testing.T) {
	p := newPorch(t)
	p.house.info = map[string]any{"sub": "7", "email": "ana@example.org", "email_verified": "true", "groups": "desk"}
	p.house.person = map[string]any{"sub": "7", "preferred_username": "ana.b"}
	require.Equal(t, "/calendar?week=3", p.comes(t))
	require.Equal(t, "ana.b", p.me(t)["name"])

	p.house.info["sub"] = "8"
	require.Equal(t, "/sign-in?refused=provider_refused", p.comes(t))
}

func TestProviderRefusals(t *testing.T) {
	another, err := rsa.GenerateKey(rand.Reader, 2048)
	require.NoError(t, err)
	for name, c := range map[string]struct {
		spoil func(*porch)
		want  string
	}{
		"no groups, nobody known": {func(p *porch) { p.house.person["groups"] = nil }, "no_account"},
		"an address nobody saw":   {func(p *porch) { p.house.person["email_verified"] = false }, "address_not_verified"},
		"no address":              {func(p *porch) { delete(p.house.person, "email") }, "address_not_verified"},
		"another key":             {func(p *porch) { p.house.signing = another }, "provider_refused"},
		"another client":          {func(p *porch) { p.house.bend = func(c map[string]any) { c["aud"] = "another" } }, "provider_refused"},
		"another client too": {func(p *porch) {
			p.house.bend = func(c map[string]any) { c["aud"], c["azp"] = []string{"parution", "another"}, "another" }
		}, "provider_refused"},
		"another address verified": {func(p *porch) {
			p.house.person = map[string]any{"sub": "9", "email": "grace@example.org"}
			p.house.info = map[string]any{"sub": "9", "email": "mallory@example.org", "email_verified": true}
		}, "address_not_verified"},
		"another issuer": {func(p *porch) { p.house.bend = func(c map[string]any) { c["iss"] = "https://evil.test" } }, "provider_refused"},
		"another nonce":  {func(p *porch) { p.house.bend = func(c map[string]any) { c["nonce"] = "x" } }, "provider_refused"},
		"expired":        {func(p *porch) { p.house.bend = func(c map[string]any) { c["exp"] = 1 } }, "provider_refused"},
		"a wrong secret": {func(p *porch) { p.api.provider.ClientSecret = editorial.NewSecret("x") }, "provider_refused"},
		"shut out": {func(p *porch) {
			id, _ := p.member(p.house.t, p.calendar, "Ana", "editor")
			p.ask(p.house.t, p.owner, "POST /api/v1/members/"+id+"/moves", `{"move":"deactivate"}`)
		}, "shut_out"},
	} {
		t.Run(name, func(t *testing.T) {
			p := newPorch(t)
			c.spoil(p)
			require.Equal(t, "/sign-in?refused="+c.want, p.comes(t))
			require.NotContains(t, p.cookies, "__Host-parution")
			require.NotContains(t, p.log.String(), "swordfish")
			require.Eventually(t, func() bool { return strings.Contains(p.record(t), "session.refused") }, 5*time.Second, time.Millisecond)
		})
	}
}

// record is the instance's record, as the owner reads it.
func (p *porch) record(t *testing.T) string {
	t.Helper()
	return askHandler(t, p.handler, asked{method: "GET", path: "/api/v1/audit", header: http.Header{"Authorization": {"Bearer " + p.owner}}}).body
}

// What comes back must be what left from this browser, once and in time.
func TestProviderReturnsAreThisBrowsers(t *testing.T) {
	lost := "/sign-in?refused=departure_lost"
	t.Run("another browser", func(t *testing.T) {
		p := newPorch(t)
		back := p.departs(t, `{}`)
		clear(p.cookies)
		require.Equal(t, lost, p.returns(t, back))
	})
	t.Run("twice", func(t *testing.T) {
		p := newPorch(t)
		back := p.departs(t, `{}`)
		kept := p.cookies["__Host-parution-departure"]
		require.Equal(t, "/", p.returns(t, back))
		require.Equal(t, lost, p.returns(t, back))
		p.cookies["__Host-parution-departure"] = kept
		require.Equal(t, "/sign-in?refused=provider_refused", p.returns(t, back), "the code was used")
	})
	t.Run("too late", func(t *testing.T) {
		p := newPorch(t)
		back := p.departs(t, `{}`)
		p.clock.add(departureTime)
		require.Equal(t, lost, p.returns(t, back))
	})
	t.Run("another state", func(t *testing.T) {
		p := newPorch(t)
		back, err := url.Parse(p.departs(t, `{}`))
		require.NoError(t, err)
		query := back.Query()
		query.Set("state", "x")
		require.Equal(t, lost, p.returns(t, back.Path+"?"+query.Encode()))
	})
	t.Run("another provider's answer", func(t *testing.T) {
		p := newPorch(t)
		back, err := url.Parse(p.departs(t, `{}`))
		require.NoError(t, err)
		query := back.Query()
		query.Set("iss", "https://evil.test")
		require.Equal(t, "/sign-in?refused=provider_refused", p.returns(t, back.Path+"?"+query.Encode()))
	})
	t.Run("a forged departure", func(t *testing.T) {
		p := newPorch(t)
		back := p.departs(t, `{}`)
		kept := p.cookies["__Host-parution-departure"]
		for i := 0; i < len(kept); i += 7 {
			other := "A"
			if kept[i] == 'A' {
				other = "B"
			}
			p.cookies["__Host-parution-departure"] = kept[:i] + other + kept[i+1:]
			require.Equal(t, lost, p.returns(t, back))
		}
	})
	t.Run("a person who said no", func(t *testing.T) {
		p := newPorch(t)
		back, err := url.Parse(p.departs(t, `{}`))
		require.NoError(t, err)
		require.Equal(t, "/sign-in?refused=provider_refused", p.returns(t, back.Path+"?error=access_denied&state="+back.Query().Get("state")))
	})
}

func TestDeparturesAreRefused(t *testing.T) {
	p := newPorch(t)
	require.Equal(t, http.StatusForbidden, p.browse(t, "POST", "/api/v1/session/provider", `{}`, "cross-site").status)
	p.house.server.Close()
	got := p.browse(t, "POST", "/api/v1/session/provider", `{}`, "same-origin")
	require.Equal(t, http.StatusServiceUnavailable, got.status)
	require.Contains(t, got.body, "provider_silent")

	none := newDesk(t)
	got = askHandler(t, none.handler, asked{method: "POST", path: "/api/v1/session/provider", header: http.Header{"Content-Type": {jsonType}}, body: `{}`})
	require.Equal(t, http.StatusNotFound, got.status)
	got = askHandler(t, none.handler, asked{method: "GET", path: providerPath + "?code=x"})
	require.Equal(t, "/sign-in?refused=no_provider", got.header.Get("Location"))
	got = askHandler(t, none.handler, asked{method: "GET", path: "/api/v1/session/ways"})
	require.JSONEq(t, `{"password": true, "passkeys": true, "setup": false}`, got.body)
}

func TestOwnPath(t *testing.T) {
	for next, want := range map[string]string{
		"": "/", "/": "/", "/a?b#c": "/a?b#c", "a": "/", "//evil.test": "/", "/\\evil.test": "/", "https://evil.test/": "/", "/%0d%0aSet-Cookie": "/%0d%0aSet-Cookie",
		"/\tevil": "/", "javascript:alert(1)": "/",
	} {
		require.Equal(t, want, ownPath(next), next)
	}
}
