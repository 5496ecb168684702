package api

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"

	"parution.dev/editorial"
	"parution.dev/store"
)

// caller is who is asking: a member, through one of their tokens or where they
// are signed in; nobody, where an operation is open to all.
type caller struct {
	member  editorial.Member
	token   editorial.Token   // in a session, the one that it stands for
	session editorial.Session // zero with a token
	lang    editorial.Lang    // that answers are written in
}

// callerOf returns who is asking; the middleware found out.
func callerOf(ctx context.Context) caller { return requestOf(ctx).caller }

// in is the caller at work in a calendar.
func (c caller) in(calendar editorial.Calendar) editorial.Actor {
	return editorial.ActingAs(c.member, c.token, calendar)
}

// sees tells whether a calendar exists for the caller.
func (c caller) sees(id editorial.CalendarID) bool {
	return len(c.member.May(id)) > 0 && c.token.Reaches(id)
}

// may tells whether the caller has a permission in a calendar. It does not
// know the calendar's policy on approvals by token.
func (c caller) may(id editorial.CalendarID, need editorial.Permission) bool {
	return c.in(editorial.Calendar{ID: id}).May.Has(need)
}

// owns tells whether the caller acts for the whole instance: an owner, whose
// token is good for every calendar and allows what is asked.
func (c caller) owns(need editorial.Permission) bool {
	return c.member.Owner && len(c.token.Calendars) == 0 && c.allows(need)
}

// allows tells whether the token lets a permission through.
func (c caller) allows(need editorial.Permission) bool {
	return len(c.token.Permissions) == 0 || c.token.Permissions.Has(need)
}

// signedIn tells whether the caller is there in person, and not by a token.
func (c caller) signedIn() bool { return c.session.ID != "" }

// alive tells whether what the caller came by still opens anything.
func (c caller) alive(now time.Time) bool {
	if !c.member.Deactivated.IsZero() {
		return false
	}
	if c.signedIn() {
		return c.session.Alive(now)
	}
	return c.token.Alive(now)
}

// whole tells whether the caller is the member with all that they may do.
func (c caller) whole() bool {
	return len(c.token.Permissions) == 0 && len(c.token.Calendars) == 0 && c.token.Maker == c.member.ID
}

// mayGrant is what the caller may give to others in a calendar, and take: what
// they may do themselves; an owner anything that their token allows.
func (c caller) mayGrant(id editorial.CalendarID) editorial.Permissions {
	if !c.owns(editorial.Members) {
		return c.in(editorial.Calendar{ID: id}).May
	}
	if len(c.token.Permissions) > 0 {
		return c.token.Permissions
	}
	return editorial.AllPermissions()
}

// actor is the caller at work outside any calendar.
func (c caller) actor() editorial.Actor { return c.in(editorial.Calendar{}) }

// calendars lists the calendars that exist for the caller; nil means all.
func (c caller) calendars() []editorial.CalendarID {
	if c.member.Owner && len(c.token.Calendars) == 0 {
		return nil
	}
	ids := []editorial.CalendarID{}
	if c.member.Owner {
		return append(ids, c.token.Calendars...)
	}
	for id := range c.member.Roles {
		if c.sees(id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// calendarFor reads a calendar that the caller needs a permission in. For
// those who have no part in it, it does not exist; an archived one can only be
// read.
func (a *API) calendarFor(ctx context.Context, id editorial.CalendarID, need editorial.Permission) (editorial.Calendar, editorial.Actor, error) {
	who := callerOf(ctx)
	if !who.sees(id) {
		requestOf(ctx).beyond = len(who.member.May(id)) > 0
		return editorial.Calendar{}, editorial.Actor{}, editorial.Refuse(editorial.NotFound, editorial.CodeNotFound)
	}
	calendar, err := a.store.GetCalendar(ctx, id)
	if err != nil {
		return editorial.Calendar{}, editorial.Actor{}, err
	}
	actor := who.in(calendar)
	if !actor.May.Has(need) {
		return editorial.Calendar{}, editorial.Actor{}, editorial.Refuse(editorial.Forbidden, editorial.CodeNotPermitted)
	}
	if !calendar.Archived.IsZero() && need != editorial.Read && need != editorial.Audit {
		return editorial.Calendar{}, editorial.Actor{}, editorial.Refuse(editorial.Conflict, editorial.CodeCalendarArchived)
	}
	return calendar, actor, nil
}

// write says who writes, when, and whether once. Pass it to the one call of
// the store that makes the thing; others take it without its Once.
func (a *API) write(ctx context.Context, actor editorial.Actor) store.Write {
	return store.Write{By: actor, Now: a.now(), Once: requestOf(ctx).once}
}

// authenticate finds out who is asking. Whatever is wrong with a token or a
// session, the answer and the work are the same. An operation that is open to
// all takes whoever comes without either, but not from a page of another site.
func (a *API) authenticate(ctx huma.Context, next func(huma.Context)) {
	if isForClients(ctx.Operation()) {
		a.admit(ctx, next)
		return
	}
	r := requestOf(ctx.Context())
	who, err := a.identify(ctx)
	if isOpen(ctx.Operation()) {
		if a.fromElsewhere(ctx) {
			a.refuseHuma(ctx, editorial.Refuse(editorial.Forbidden, codeCrossSite))
			return
		}
		if err != nil && ctx.Header("Authorization") == "" {
			who, err = caller{}, nil
		}
	}
	if err != nil {
		if editorial.IsKind(err, editorial.Unauthorized) && editorial.AsRefusal(err).Code != codeTokenNeeded {
			err = a.strike(r.network, err)
		}
		a.refuseHuma(ctx, err)
		return
	}
	r.caller = who
	r.caller.lang = r.reads()
	next(ctx)
}

// identify finds the member behind a request: by the token in its
// Authorization header, else by the session in its cookie.
func (a *API) identify(ctx huma.Context) (caller, error) {
	if header := ctx.Header("Authorization"); header != "" {
		return a.byToken(ctx.Context(), header)
	}
	secret := a.cookie.read(ctx)
	switch {
	case secret == "":
		return caller{}, editorial.Refuse(editorial.Unauthorized, codeTokenNeeded)
	case ctx.Method() != http.MethodGet && !a.fromOwnPages(ctx):
		return caller{}, editorial.Refuse(editorial.Forbidden, codeCrossSite)
	}
	return a.bySession(ctx, secret)
}

// byToken finds the member behind an Authorization header.
func (a *API) byToken(ctx context.Context, header string) (caller, error) {
	invalid := editorial.Refuse(editorial.Unauthorized, codeTokenInvalid)
	token, member, err := a.store.TokenBySecret(ctx, editorial.HashToken(bearer(header)))
	if editorial.IsKind(err, editorial.NotFound) {
		return caller{}, invalid
	}
	if err != nil {
		return caller{}, err
	}
	now := a.cfg.Now()
	if !token.Alive(now) || !member.Deactivated.IsZero() {
		return caller{}, invalid
	}
	if now.Sub(token.LastUsed) < time.Minute {
		return caller{member: member, token: token}, nil
	}
	if err := a.store.TouchToken(ctx, token.ID, now); err != nil {
		a.cfg.Log.Warn().Err(err).Str("token", string(token.ID)).Msg("a token's last use was not written down")
	}
	return caller{member: member, token: token}, nil
}

// bySession finds the member behind a session's secret, and hands out a new
// one where it is time.
func (a *API) bySession(ctx huma.Context, secret string) (caller, error) {
	over := editorial.Refuse(editorial.Unauthorized, codeSessionOver)
	shown := editorial.HashToken(secret)
	session, member, err := a.store.SessionBySecret(ctx.Context(), shown)
	if editorial.IsKind(err, editorial.NotFound) {
		a.cookie.clear(ctx.AppendHeader)
		return caller{}, over
	}
	if err != nil {
		return caller{}, err
	}
	who := caller{member: member, token: session.Token(), session: session}
	next, nextHash := editorial.MintSession()
	use := session.Use(shown, nextHash, a.now())
	if use.Note && member.Deactivated.IsZero() {
		noted, used, err := a.store.UseSession(ctx.Context(), store.Write{By: who.actor(), Now: a.now()}, shown, nextHash)
		if err == nil {
			who.session, use = noted, used
		} else {
			a.cfg.Log.Warn().Err(err).Str("session", string(session.ID)).Msg("the use of a session was not written down")
			use.Renew = false
		}
	}
	if use.Over || !member.Deactivated.IsZero() {
		a.cookie.clear(ctx.AppendHeader)
		return caller{}, over
	}
	if use.Renew {
		a.cookie.set(ctx.AppendHeader, next, who.session, a.now())
	}
	return who, nil
}

// bearer is the secret in an Authorization header, "" where it holds none.
func bearer(header string) string {
	scheme, secret, _ := strings.Cut(header, " ")
	if !strings.EqualFold(scheme, "Bearer") {
		return ""
	}
	return strings.TrimSpace(secret)
}

// strike counts a failed token against the network that it came from. A good
// one is always let in: behind a proxy that is not trusted, all share one.
func (a *API) strike(network string, err error) error {
	if wait := a.strikes.take(network, a.cfg.Now()); wait > 0 {
		return refuseFor(wait, codeTooManyFailures)
	}
	return err
}

// refuseHuma answers a problem from a middleware of huma's.
func (a *API) refuseHuma(ctx huma.Context, err error) {
	a.refuse(humagin.Unwrap(ctx), err)
}

// challenge tells the client how to identify itself (RFC 6750).
func challenge(code editorial.Code) string {
	if code == codeTokenInvalid {
		return `Bearer realm="parution", error="invalid_token"`
	}
	return `Bearer realm="parution"`
}
