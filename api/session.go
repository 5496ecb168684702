package api

import (
	"cmp"
	"context"
	"net/netip"
	"strings"
	"time"

	"parution.dev/editorial"
	"parution.dev/store"
)

// sessionView is where somebody is signed in: never its secret.
type sessionView struct {
	ID        editorial.SessionID `json:"id" example:"ses_0692k8o5vfr3hd1t9m4q6c2p0g"`
	Agent     string              `json:"agent" doc:"What the browser calls itself"`
	Network   string              `json:"network" example:"192.0.2.0/24" doc:"Where it was begun; no more is kept"`
	CreatedAt time.Time           `json:"created_at"`
	UsedAt    time.Time           `json:"used_at" doc:"To the minute"`
	ExpiresAt time.Time           `json:"expires_at" doc:"At the latest; unused for 14 days it is over too"`
	Current   bool                `json:"current" doc:"The one that asks"`
}

func viewSession(s editorial.Session, who caller) sessionView {
	return sessionView{
		ID: s.ID, Agent: s.Agent, Network: s.Network, CreatedAt: s.Created, UsedAt: s.Used, ExpiresAt: s.ExpiresAt(),
		Current: s.ID == who.session.ID,
	}
}

type signInInput struct {
	Body struct {
		Email    string `json:"email" maxLength:"254"`
		Password string `json:"password" maxLength:"2000"`
		Code     string `json:"code,omitempty" maxLength:"64" doc:"Where a second factor is on: what the app shows, or a recovery code"`
	}
}

type signInAnswer struct {
	SetCookie string `header:"Set-Cookie" doc:"The session. No script can read it; browsers send it along from our own pages."`
	Body      meView
}

// signIn begins a session. Whatever is wrong, the answer and the work are the
// same, so that nobody learns who has an account here.
func (a *API) signIn(ctx context.Context, in *signInInput) (*signInAnswer, error) {
	r, email := requestOf(ctx), strings.ToLower(strings.TrimSpace(in.Body.Email))
	if wait := a.doors.try(email, r.network, a.now()); wait > 0 {
		return nil, refuseFor(wait, codeTooManyTries)
	}
	access, err := a.store.AccessByEmail(ctx, email)
	if err != nil && !editorial.IsKind(err, editorial.NotFound) {
		return nil, err
	}
	right, renewed, err := a.hasher.verify(ctx, editorial.NewSecret(in.Body.Password), access.Password)
	if err != nil {
		return nil, err
	}
	if !right {
		return nil, a.shutOut(ctx, access.Member.ID, editorial.Refuse(editorial.Unauthorized, editorial.CodeSignInFailed))
	}
	answer, err := a.begin(ctx, access, in.Body.Code)
	if editorial.IsKind(err, editorial.Unauthorized) {
		return nil, a.shutOut(ctx, access.Member.ID, err)
	}
	if err != nil {
		return nil, err
	}
	a.doors.opened(email, r.network)
	a.renewHash(ctx, access, renewed)
	return answer, nil
}

// begin begins a session for somebody whose password was right. The session
// that the browser had is over: nobody goes on under an id from before.
func (a *API) begin(ctx context.Context, access editorial.Access, code string) (*signInAnswer, error) {
	secret, session := a.newSession(ctx)
	before := requestOf(ctx).caller.session
	who := caller{member: access.Member, token: session.Token(), session: session}
	who.token.Member, who.token.Maker = access.Member.ID, access.Member.ID
	access, err := a.store.UpdateAccess(ctx, a.write(ctx, who.actor()), access.Member.ID, func(now *editorial.Access) ([]editorial.Deed, error) {
		deeds, err := now.SignIn(session, access.Password, code, a.now())
		if err != nil || now.Session(before.ID) == nil {
			return deeds, err
		}
		ended, err := now.End(before.ID, a.now())
		return append(deeds, ended...), err
	})
	if err != nil {
		return nil, err
	}
	return a.welcome(ctx, access, session.ID, secret), nil
}

// welcome answers who is signed in now, with the cookie.
func (a *API) welcome(ctx context.Context, access editorial.Access, id editorial.SessionID, secret editorial.Secret) *signInAnswer {
	session := *access.Session(id)
	who := caller{member: access.Member, token: session.Token(), session: session}
	r := requestOf(ctx)
	r.caller = who
	answer := &signInAnswer{Body: viewMe(who, access)}
	a.cookie.set(func(_, value string) { answer.SetCookie = value }, secret, session, a.now())
	return answer
}

// newSession is a session that has not begun, with its secret.
func (a *API) newSession(ctx context.Context) (editorial.Secret, editorial.Session) {
	r := requestOf(ctx)
	secret, hash := editorial.MintSession()
	return secret, editorial.Session{ID: editorial.NewID[editorial.SessionID]("ses"), Secret: hash, Agent: r.agent, Network: coarse(r.network)}
}

// coarse is what is kept of a network: a /24 or a /48, which tells a person
// whether it was theirs, and does not follow them around.
func coarse(network string) string {
	address, _, _ := strings.Cut(network, "/")
	parsed, err := netip.ParseAddr(address)
	if err != nil {
		return ""
	}
	bits := 48
	if parsed.Is4() {
		bits = 24
	}
	prefix, err := parsed.Prefix(bits)
	if err != nil {
		return ""
	}
	return prefix.String()
}

// renewHash keeps a right password under the cost of today.
func (a *API) renewHash(ctx context.Context, access editorial.Access, renewed string) {
	if renewed == "" {
		return
	}
	_, err := a.store.UpdateAccess(ctx, store.Write{By: editorial.Machine(), Now: a.now()}, access.Member.ID, func(now *editorial.Access) ([]editorial.Deed, error) {
		if now.Password == access.Password {
			now.Password = renewed
		}
		return nil, nil
	})
	if err != nil {
		a.cfg.Log.Warn().Err(err).Str("member", string(access.Member.ID)).Msg("a password's hash was not renewed")
	}
}

type sessionAnswer struct{ Body sessionView }

func (a *API) getSession(ctx context.Context, _ *struct{}) (*sessionAnswer, error) {
	who, err := inPerson(ctx)
	if err != nil {
		return nil, err
	}
	return &sessionAnswer{Body: viewSession(who.session, who)}, nil
}

// inPerson is the caller, who must be signed in.
func inPerson(ctx context.Context) (caller, error) {
	who := callerOf(ctx)
	if !who.signedIn() {
		return who, editorial.Refuse(editorial.Forbidden, codeSessionNeeded)
	}
	return who, nil
}

// listSessions lists where the caller is signed in.
func (a *API) listSessions(ctx context.Context, _ *struct{}) (*listed[sessionView], error) {
	who := callerOf(ctx)
	if !who.whole() {
		return nil, editorial.Refuse(editorial.Forbidden, codeBeyondToken)
	}
	access, err := a.store.GetAccess(ctx, who.member.ID)
	if err != nil {
		return nil, err
	}
	var alive []editorial.Session
	for _, s := range access.Sessions {
		if s.Alive(a.now()) {
			alive = append(alive, s)
		}
	}
	return list(ctx, alive, "", func(s editorial.Session) sessionView { return viewSession(s, who) }), nil
}

type signOutAnswer struct {
	SetCookie string `header:"Set-Cookie" doc:"Has the browser forget the session, where it was the one in hand."`
}

// signOut ends the session in hand.
func (a *API) signOut(ctx context.Context, _ *struct{}) (*signOutAnswer, error) {
	who, err := inPerson(ctx)
	if err != nil {
		return nil, err
	}
	return a.endSessions(ctx, func(access *editorial.Access) ([]editorial.Deed, error) { return access.End(who.session.ID, a.now()) })
}

type endSessionInput struct {
	Session editorial.SessionID `path:"session"`
}

// endSession ends one of the caller's sessions.
func (a *API) endSession(ctx context.Context, in *endSessionInput) (*signOutAnswer, error) {
	return a.endSessions(ctx, func(access *editorial.Access) ([]editorial.Deed, error) { return access.End(in.Session, a.now()) })
}

// endEverySession ends all of the caller's sessions, the one in hand too.
func (a *API) endEverySession(ctx context.Context, _ *struct{}) (*signOutAnswer, error) {
	return a.endSessions(ctx, func(access *editorial.Access) ([]editorial.Deed, error) { return access.EndOthers("", a.now()), nil })
}

func (a *API) endSessions(ctx context.Context, change store.ChangeAccess) (*signOutAnswer, error) {
	who := callerOf(ctx)
	if !who.whole() {
		return nil, editorial.Refuse(editorial.Forbidden, codeBeyondToken)
	}
	access, err := a.store.UpdateAccess(ctx, a.write(ctx, who.actor()), who.member.ID, change)
	if err != nil {
		return nil, err
	}
	answer := &signOutAnswer{}
	if who.signedIn() && access.Session(who.session.ID) == nil {
		a.cookie.clear(func(_, value string) { answer.SetCookie = value })
	}
	return answer, nil
}

// agentOf is what a browser calls itself, as far as it is kept.
func agentOf(header string) string {
	const most = 200
	kept := strings.Map(func(r rune) rune {
		if r < ' ' || r > '~' {
			return -1
		}
		return r
	}, header)
	return kept[:min(len(kept), most)]
}

// eventRefused is the record's word for somebody who was not let in.
const eventRefused = "session.refused"

// shutOut writes down that somebody was not let in, and returns why.
func (a *API) shutOut(ctx context.Context, member editorial.MemberID, why error) error {
	r := requestOf(ctx)
	a.note(ctx, editorial.Actor{Name: "anonymous"}, editorial.Deed{
		Action: eventRefused, Subject: string(member), Detail: cmp.Or(coarse(r.network), "unknown network") + " " + string(editorial.AsRefusal(why).Code),
	})
	return why
}
