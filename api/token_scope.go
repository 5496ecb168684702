package api

import (
	"context"
	"slices"

	"parution.dev/editorial"
)

// tokenFor is the token that somebody asks for, once it is sure that it opens
// nothing that the caller's own token does not open.
func (a *API) tokenFor(ctx context.Context, who caller, n newToken) (editorial.Token, error) {
	t := editorial.Token{
		ID: editorial.NewID[editorial.TokenID]("tok"), Name: n.Name, Member: n.Member, Maker: who.member.ID, Created: a.now(),
		Permissions: n.Permissions, Calendars: n.Calendars, ExpiresAt: n.ExpiresAt.Value.UTC(),
	}
	if err := checkName(t.Name); err != nil {
		return t, err
	}
	if !who.signedIn() {
		t.Parent = who.token.ID
	}
	if err := who.limitTime(&t); err != nil {
		return t, err
	}
	for i, id := range t.Calendars {
		if !who.sees(id) {
			return t, editorial.InvalidAt(pointer("calendars", i), codeUnknownCalendar)
		}
	}
	if t.Member == "" || t.Member == who.member.ID {
		return t, who.limitOwn(&t)
	}
	if err := who.looksAfter(t.Calendars); err != nil { // before the member is looked up: nobody learns who works elsewhere
		return t, err
	}
	m, err := a.store.GetMember(ctx, t.Member)
	if editorial.IsKind(err, editorial.NotFound) || err == nil && !m.Deactivated.IsZero() {
		return t, editorial.InvalidAt("/member", codeUnknownMember)
	}
	if err != nil {
		return t, err
	}
	return t, who.limitOther(&t, m)
}

// limitTime lets no token outlive the one that makes it.
func (c caller) limitTime(t *editorial.Token) error {
	end := c.token.ExpiresAt
	switch {
	case t.ExpiresAt.IsZero():
		t.ExpiresAt = end
	case !t.ExpiresAt.After(t.Created):
		return editorial.InvalidAt("/expires_at", editorial.CodeTimePast)
	case !end.IsZero() && t.ExpiresAt.After(end):
		return editorial.InvalidAt("/expires_at", codeOutlivesToken)
	}
	return nil
}

// limitOwn narrows a token for the caller to what their own token is good for.
// Who works with a token that somebody else made begets tokens of that maker.
func (c caller) limitOwn(t *editorial.Token) error {
	t.Member, t.Maker = c.member.ID, c.token.Maker
	if len(t.Calendars) == 0 {
		t.Calendars = c.token.Calendars
	}
	if len(t.Permissions) == 0 {
		t.Permissions = c.token.Permissions
		return nil
	}
	held := c.held(t.Calendars)
	for i, one := range t.Permissions {
		if !held.Has(one) {
			return editorial.InvalidAt(pointer("permissions", i), codeBeyondToken)
		}
	}
	return nil
}

// held is what the caller may do somewhere in calendars, or anywhere.
func (c caller) held(calendars []editorial.CalendarID) editorial.Permissions {
	held := c.actor().May // an owner's, in no calendar
	if len(calendars) == 0 {
		for id := range c.member.Roles {
			calendars = append(calendars, id)
		}
	}
	for _, id := range calendars {
		held = append(held, c.in(editorial.Calendar{ID: id}).May...)
	}
	return held
}

// looksAfter refuses to make a token for somebody else where the caller does
// not look after the members of each calendar.
func (c caller) looksAfter(calendars []editorial.CalendarID) error {
	if len(calendars) == 0 {
		return editorial.InvalidAt("/calendars", codeNameCalendars)
	}
	for _, id := range calendars {
		if !c.may(id, editorial.Members) {
			return editorial.Refuse(editorial.Forbidden, editorial.CodeNotPermitted)
		}
	}
	return nil
}

// limitOther narrows a token for somebody else to what both may do in each of
// its calendars.
func (c caller) limitOther(t *editorial.Token, m editorial.Member) error {
	shared := editorial.AllPermissions()
	for _, id := range t.Calendars {
		if len(m.May(id)) == 0 {
			return editorial.InvalidAt("/member", codeUnknownMember)
		}
		shared = shared.And(c.in(editorial.Calendar{ID: id}).May).And(m.May(id))
	}
	if len(t.Permissions) == 0 {
		t.Permissions = shared
	}
	if i := slices.IndexFunc(t.Permissions, func(one editorial.Permission) bool { return !shared.Has(one) }); i >= 0 || len(shared) == 0 {
		return editorial.InvalidAt(pointer("permissions", max(i, 0)), codeBeyondToken)
	}
	return nil
}
