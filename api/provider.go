package api

import (
	"cmp"
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"github.com/gin-gonic/gin"
	"golang.org/x/oauth2"

	"parution.dev/editorial"
)

// Provider is where people have accounts already: their organisation's own
// sign-in, by OpenID Connect.
type Provider struct {
	Issuer       string
	ClientID     string
	ClientSecret editorial.Secret
	Name         string           // as people call it
	Scopes       []string         // asked for beside openid
	GroupsClaim  string           // the claim that lists a person's groups
	Groups       editorial.Groups // what groups give
	Client       *http.Client     // the guarded way out
}

// providerPath is where the provider sends browsers back to.
const providerPath = prefix + "/session/provider/return"

const discoveryTime = 24 * time.Hour // for which what a provider says of itself is believed

// provider is the configured one at work. What it says of itself is read when
// somebody first comes by it.
type provider struct {
	Provider
	back  string
	now   func() time.Time
	mu    sync.Mutex
	found *oidc.Provider
	at    time.Time
}

func newProvider(cfg Config) *provider {
	if cfg.Provider == nil {
		return nil
	}
	return &provider{Provider: *cfg.Provider, back: cfg.PublicURL + providerPath, now: cfg.Now}
}

// reached is a context whose requests go the guarded way.
func (p *provider) reached(ctx context.Context) context.Context {
	return oidc.ClientContext(ctx, p.Client)
}

// discover reads what the provider says of itself.
func (p *provider) discover(ctx context.Context) (*oidc.Provider, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.found != nil && p.now().Sub(p.at) < discoveryTime {
		return p.found, nil
	}
	found, err := oidc.NewProvider(p.reached(context.WithoutCancel(ctx)), p.Issuer) // its keys are fetched under this context later
	if err != nil {
		if p.found != nil {
			return p.found, nil
		}
		return nil, &editorial.Refusal{Kind: editorial.Unavailable, Code: codeProviderSilent, Err: err}
	}
	p.found, p.at = found, p.now()
	return found, nil
}

func (p *provider) oauth(found *oidc.Provider) *oauth2.Config {
	return &oauth2.Config{
		ClientID: p.ClientID, ClientSecret: p.ClientSecret.Reveal(), Endpoint: found.Endpoint(), RedirectURL: p.back,
		Scopes: append([]string{oidc.ScopeOpenID}, p.Scopes...),
	}
}

// departure is what a browser remembers while it is at the provider. It comes
// back signed, so that nobody else can have written it.
type departure struct {
	State    string    `json:"state"`
	Nonce    string    `json:"nonce"`
	Verifier string    `json:"verifier"` // of PKCE
	Next     string    `json:"next"`     // where to go afterwards
	Until    time.Time `json:"until"`
}

const departureTime = 10 * time.Minute

// sealed writes a departure so that nobody else can have written it.
func (a *API) sealed(d departure) string {
	plain, err := json.Marshal(d)
	if err != nil {
		panic("api: a departure: " + err.Error()) // texts and a time always encode
	}
	return base64.RawURLEncoding.EncodeToString(append(a.seal(plain), plain...))
}

// unseal reads what sealed wrote.
func (a *API) unseal(text string, d *departure) bool {
	bytes, err := base64.RawURLEncoding.DecodeString(text)
	if err != nil || len(bytes) < sha256.Size || !hmac.Equal(bytes[:sha256.Size], a.seal(bytes[sha256.Size:])) {
		return false
	}
	return json.Unmarshal(bytes[sha256.Size:], d) == nil
}

func (a *API) seal(plain []byte) []byte {
	sum := hmac.New(sha256.New, a.cfg.HashKey)
	sum.Write([]byte("departure\x00"))
	sum.Write(plain)
	return sum.Sum(nil)
}

type waysAnswer struct {
	Body struct {
		Password bool          `json:"password"`
		Setup    bool          `json:"setup" doc:"Nobody is here yet: POST /setup makes the first owner"`
		Passkeys bool          `json:"passkeys" doc:"Devices can keep passkeys for this address"`
		Provider *providerView `json:"provider,omitempty" doc:"The organisation's own sign-in, where there is one"`
	}
}

type providerView struct {
	Name string `json:"name" doc:"As people call it"`
}

// listWays says how one can sign in here.
func (a *API) listWays(ctx context.Context, _ *struct{}) (*waysAnswer, error) {
	empty, err := a.empty(ctx)
	if err != nil {
		return nil, err
	}
	answer := &waysAnswer{}
	answer.Body.Setup = empty
	answer.Body.Password, answer.Body.Passkeys = true, a.party != nil
	if a.provider != nil {
		answer.Body.Provider = &providerView{a.provider.Name}
	}
	return answer, nil
}

type departInput struct {
	Body struct {
		Next string `json:"next,omitempty" maxLength:"500" doc:"A path of this instance to come back to"`
	}
}

type departAnswer struct {
	SetCookie string `header:"Set-Cookie" doc:"What the browser must bring back, for ten minutes."`
	Body      struct {
		URL string `json:"url" doc:"Send the browser there"`
	}
}

// depart sends somebody to the provider.
func (a *API) depart(ctx context.Context, in *departInput) (*departAnswer, error) {
	if a.provider == nil {
		return nil, editorial.Refuse(editorial.NotFound, codeNoProvider)
	}
	if wait := a.journeys.take(requestOf(ctx).network, a.now()); wait > 0 {
		return nil, refuseFor(wait, codeTooManyTries)
	}
	found, err := a.provider.discover(ctx)
	if err != nil {
		return nil, err
	}
	d := departure{State: rand.Text(), Nonce: rand.Text(), Verifier: oauth2.GenerateVerifier(), Next: ownPath(in.Body.Next), Until: a.now().Add(departureTime)}
	answer := &departAnswer{SetCookie: a.cookie.departing().cookie(a.sealed(d), int(departureTime/time.Second))}
	answer.Body.URL = a.provider.oauth(found).AuthCodeURL(d.State, oidc.Nonce(d.Nonce), oauth2.S256ChallengeOption(d.Verifier))
	return answer, nil
}

// ownPath is a path of this instance, "/" where it would lead anywhere else.
func ownPath(next string) string {
	u, err := url.Parse(next)
	if err != nil || u.IsAbs() || u.Host != "" || !strings.HasPrefix(next, "/") || strings.ContainsAny(next, "\\\t\r\n") || strings.HasPrefix(next, "//") {
		return "/"
	}
	return next
}

// comeBack is where the provider sends the browser: a navigation from another
// site, so it shows what it was given when it left. It begins the session, and
// sends the browser on to a page.
func (a *API) comeBack(c *gin.Context) {
	ctx := c.Request.Context()
	c.Header("Set-Cookie", a.cookie.departing().cookie("", -1))
	next, err := a.arrive(ctx, c)
	if err == nil {
		c.Redirect(http.StatusSeeOther, next)
		return
	}
	refusal := editorial.AsRefusal(err)
	if refusal == nil {
		requestOf(ctx).err = err
		refusal = editorial.Refuse(editorial.Unavailable, codeInternal)
	} else {
		requestOf(ctx).err = refusal.Err
	}
	if refusal.Kind == editorial.Unauthorized {
		_ = a.shutOut(ctx, "", refusal)
	}
	c.Redirect(http.StatusSeeOther, "/sign-in?refused="+url.QueryEscape(string(refusal.Code)))
}

// arrive signs in whoever comes back, and returns the path that they wanted.
func (a *API) arrive(ctx context.Context, c *gin.Context) (string, error) {
	if a.provider == nil {
		return "", editorial.Refuse(editorial.NotFound, codeNoProvider)
	}
	if wait := a.journeys.take(requestOf(ctx).network, a.now()); wait > 0 {
		return "", refuseFor(wait, codeTooManyTries)
	}
	kept, _ := c.Cookie(a.cookie.departing().name)
	var d departure
	if !a.unseal(kept, &d) || d.State != c.Query("state") || !a.now().Before(d.Until) {
		return "", editorial.Refuse(editorial.Unauthorized, codeDepartureLost)
	}
	who, err := a.provider.identify(ctx, c.Request.URL.Query(), d)
	if err != nil {
		return "", err
	}
	secret, session := a.newSession(ctx)
	a.roles.Lock()
	access, err := a.store.Arrive(ctx, a.now(), who, a.provider.Groups, session)
	a.roles.Unlock()
	if err != nil {
		return "", err
	}
	a.welcome(ctx, access, session.ID, secret)
	a.cookie.set(c.Writer.Header().Add, secret, *access.Session(session.ID), a.now())
	return d.Next, nil
}

// identify trades the code for what the provider says of the person.
func (p *provider) identify(ctx context.Context, said url.Values, d departure) (editorial.Claims, error) {
	refused := func(err error) (editorial.Claims, error) {
		return editorial.Claims{}, &editorial.Refusal{Kind: editorial.Unauthorized, Code: codeProviderRefused, Err: err}
	}
	if said.Has("iss") && said.Get("iss") != p.Issuer { // RFC 9207: another provider's answer
		return refused(errors.New("the answer names another issuer"))
	}
	if said.Has("error") || said.Get("code") == "" {
		return refused(errors.New("the provider gave no code"))
	}
	found, err := p.discover(ctx)
	if err != nil {
		return editorial.Claims{}, err
	}
	ctx = p.reached(ctx)
	token, err := p.oauth(found).Exchange(ctx, said.Get("code"), oauth2.VerifierOption(d.Verifier))
	if err != nil {
		return refused(withoutBody(err))
	}
	raw, _ := token.Extra("id_token").(string)
	verified, err := found.Verifier(&oidc.Config{ClientID: p.ClientID, Now: p.now}).Verify(ctx, raw)
	if err != nil {
		return refused(err)
	}
	if verified.Nonce != d.Nonce {
		return refused(errors.New("the ID token is of another sign-in"))
	}
	return p.claims(ctx, found, token, verified)
}

// withoutBody is an error of the token endpoint, less what it answered.
func withoutBody(err error) error {
	if answered := new(oauth2.RetrieveError); errors.As(err, &answered) {
		return errors.New("the token endpoint answered " + answered.Response.Status + " " + answered.ErrorCode)
	}
	return err
}

// claims reads what the provider says: in the ID token, and for what that does
// not say, at its userinfo endpoint.
func (p *provider) claims(ctx context.Context, found *oidc.Provider, token *oauth2.Token, verified *oidc.IDToken) (editorial.Claims, error) {
	said := map[string]any{}
	if err := verified.Claims(&said); err != nil {
		return editorial.Claims{}, &editorial.Refusal{Kind: editorial.Unauthorized, Code: codeProviderRefused, Err: err}
	}
	if party, some := said["azp"]; some && party != p.ClientID { // OpenID Connect Core 1.0, 3.1.3.7
		return editorial.Claims{}, &editorial.Refusal{Kind: editorial.Unauthorized, Code: codeProviderRefused, Err: errors.New("the ID token is for another client")}
	}
	_, email := said["email"]
	_, groups := said[p.GroupsClaim]
	if (!email || !groups && len(p.Groups) > 0) && found.UserInfoEndpoint() != "" {
		if err := addUserInfo(ctx, found, token, verified.Subject, said); err != nil {
			return editorial.Claims{}, err
		}
	}
	who := editorial.Claims{
		Issuer: verified.Issuer, Subject: verified.Subject, Email: strings.ToLower(strings.TrimSpace(textIn(said, "email"))),
		Name: cmp.Or(textIn(said, "name"), textIn(said, "preferred_username")), Language: languageIn(said), Groups: textsIn(said, p.GroupsClaim),
	}
	who.Verified = said["email_verified"] == true || said["email_verified"] == "true" // some write it as a text
	if checkName(who.Name) != nil {
		who.Name = ""
	}
	return who, nil
}

func addUserInfo(ctx context.Context, found *oidc.Provider, token *oauth2.Token, subject string, said map[string]any) error {
	more := map[string]any{}
	info, err := found.UserInfo(ctx, oauth2.StaticTokenSource(token))
	if err == nil {
		err = info.Claims(&more)
	}
	if err == nil && info.Subject != subject {
		err = errors.New("the userinfo is somebody else's")
	}
	if err != nil {
		return &editorial.Refusal{Kind: editorial.Unauthorized, Code: codeProviderRefused, Err: err}
	}
	if email, some := said["email"]; some && email != more["email"] {
		delete(more, "email_verified") // it was said of another address
	}
	for name, value := range more {
		if _, known := said[name]; !known {
			said[name] = value
		}
	}
	return nil
}

func textIn(said map[string]any, name string) string {
	text, _ := said[name].(string)
	return text
}

// textsIn reads a list of texts, or one.
func textsIn(said map[string]any, name string) []string {
	if one := textIn(said, name); one != "" {
		return []string{one}
	}
	list, _ := said[name].([]any)
	var texts []string
	for _, item := range list {
		if text, ok := item.(string); ok {
			texts = append(texts, text)
		}
	}
	return texts
}

// languageIn is French for those who read French, else English.
func languageIn(said map[string]any) editorial.Lang {
	return cmp.Or(accepted(textIn(said, "locale")), editorial.English)
}
