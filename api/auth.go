package api

import (
	"context"
	"crypto/sha256"
	"net"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"

	"parution.dev/editorial"
	"parution.dev/store"
)

// caller is who is asking: a member, through one of their tokens.
type caller struct {
	member editorial.Member
	token  editorial.Token
	lang   editorial.Lang // that answers are written in
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
		return editorial.Calendar{}, editorial.Actor{}, editorial.Refuse(editorial.Conflict, codeCalendarArchived)
	}
	return calendar, actor, nil
}

// write says who writes, when, and whether once. Pass it to the one call of
// the store that makes the thing; others take it without its Once.
func (a *API) write(ctx context.Context, actor editorial.Actor) store.Write {
	return store.Write{By: actor, Now: a.cfg.Now().UTC(), Once: requestOf(ctx).once}
}

// authenticate finds out who is asking. Whatever is wrong with a token, the
// answer and the work are the same.
func (a *API) authenticate(ctx huma.Context, next func(huma.Context)) {
	r := requestOf(ctx.Context())
	who, err := a.identify(ctx.Context(), ctx.Header("Authorization"))
	if err != nil {
		if editorial.IsKind(err, editorial.Unauthorized) {
			err = a.strike(ctx.RemoteAddr(), err)
		}
		a.refuseHuma(ctx, err)
		return
	}
	r.caller = who
	r.caller.lang = r.reads()
	next(ctx)
}

// identify finds the member behind an Authorization header.
func (a *API) identify(ctx context.Context, header string) (caller, error) {
	if header == "" {
		return caller{}, editorial.Refuse(editorial.Unauthorized, codeTokenNeeded)
	}
	invalid := editorial.Refuse(editorial.Unauthorized, codeTokenInvalid)
	token, member, err := a.store.TokenBySecret(ctx, hashToken(bearer(header)))
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

// bearer is the secret in an Authorization header, "" where it holds none.
func bearer(header string) string {
	scheme, secret, _ := strings.Cut(header, " ")
	if !strings.EqualFold(scheme, "Bearer") {
		return ""
	}
	return strings.TrimSpace(secret)
}

// hashToken is what is kept of a token: it is random enough to need no salt.
func hashToken(secret string) []byte {
	sum := sha256.Sum256([]byte(secret))
	return sum[:]
}

// strike counts a failed token against its remote address. A good token is
// always let in: behind a proxy, all share one address.
func (a *API) strike(remote string, err error) error {
	host, _, splitErr := net.SplitHostPort(remote)
	if splitErr != nil {
		host = remote
	}
	if wait := a.strikes.take(network(host), a.cfg.Now()); wait > 0 {
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
