package api

import (
	"cmp"
	"context"
	"errors"
	"time"

	"parution.dev/editorial"
	"parution.dev/store"
)

// tokenView is a token as the API shows it: never its secret.
type tokenView struct {
	ID          editorial.TokenID      `json:"id" example:"tok_0692k8o5vfr3hd1t9m4q6c2p0g"`
	Name        string                 `json:"name"`
	Member      editorial.MemberID     `json:"member" doc:"Who acts with it"`
	Maker       editorial.MemberID     `json:"maker" doc:"Who made it"`
	MadeWith    editorial.TokenID      `json:"made_with" doc:"The token that it was made with, and ends with; empty: it was made in person"`
	Permissions editorial.Permissions  `json:"permissions" doc:"Empty: all that the member has"`
	Calendars   []editorial.CalendarID `json:"calendars" doc:"Empty: all that the member has a part in"`
	CreatedAt   time.Time              `json:"created_at"`
	ExpiresAt   *time.Time             `json:"expires_at" doc:"null: never"`
	LastUsedAt  *time.Time             `json:"last_used_at" doc:"To the minute; null: never"`
	RevokedAt   *time.Time             `json:"revoked_at" doc:"null: it is not revoked"`
	Token       string                 `json:"token,omitempty" doc:"The secret itself: in the answer to its making, and never again"`
}

func viewToken(t editorial.Token) tokenView {
	return tokenView{
		ID: t.ID, Name: t.Name, Member: t.Member, Maker: t.Maker, MadeWith: t.Parent, Permissions: filled(t.Permissions), Calendars: filled(t.Calendars),
		CreatedAt: t.Created, ExpiresAt: instant(t.ExpiresAt), LastUsedAt: instant(t.LastUsed), RevokedAt: instant(t.Revoked),
	}
}

type newToken struct {
	Name        string                 `json:"name" minLength:"1" maxLength:"200"`
	Member      editorial.MemberID     `json:"member,omitempty" doc:"Whom it is for: you, when left out. For somebody else you need the permission members in each calendar named"`
	Permissions editorial.Permissions  `json:"permissions,omitempty" maxItems:"12" enum:"read,write,submit,comment,schedule,approve,release,channels,members,policy,audit,reply" doc:"Left out: all that your own token has"`
	Calendars   []editorial.CalendarID `json:"calendars,omitempty" maxItems:"200" doc:"Left out: all that your own token is good for"`
	ExpiresAt   Optional[time.Time]    `json:"expires_at,omitzero" doc:"null or left out: when your own token ends, or never"`
}

type createTokenInput struct {
	Body newToken
}

// createToken makes a token, for the caller or for somebody whom they look
// after. It can never do more than the token that makes it.
func (a *API) createToken(ctx context.Context, in *createTokenInput) (*created[tokenView], error) {
	who := callerOf(ctx)
	t, err := a.tokenFor(ctx, who, in.Body)
	if err != nil {
		return nil, err
	}
	secret, hash := editorial.MintToken()
	err = a.store.AddToken(ctx, a.write(ctx, who.actor()), t, hash)
	if errors.As(err, new(*store.Replayed)) {
		return nil, editorial.Refuse(editorial.Conflict, codeTokenAlreadyMade)
	}
	if err != nil {
		return nil, err
	}
	view := viewToken(t)
	view.Token = secret.Reveal()
	return &created[tokenView]{Location: location(ctx, t.ID), Body: view}, nil
}

type listTokensInput struct {
	Paging
	Member editorial.MemberID `query:"member" doc:"Tokens of this member, as far as you may see them. Left out: your own."`
}

// listTokens lists the caller's tokens; an owner sees everybody's, others
// those of a member that they made themselves, and those of the services that
// they look after.
func (a *API) listTokens(ctx context.Context, in *listTokensInput) (*listed[tokenView], error) {
	who := callerOf(ctx)
	tokens, next, err := a.store.ListTokens(ctx, cmp.Or(in.Member, who.member.ID), in.page())
	if err != nil {
		return nil, err
	}
	var seen []editorial.Token
	for _, t := range tokens {
		sees, err := a.seesToken(ctx, t)
		if err != nil {
			return nil, err
		}
		if sees {
			seen = append(seen, t)
		}
	}
	return list(ctx, seen, next, viewToken), nil
}

// seesToken tells whether a token is the caller's own, made by them, or under
// their care: as an owner, or as somebody who looks after the members wherever
// the service that it is for works.
func (a *API) seesToken(ctx context.Context, t editorial.Token) (bool, error) {
	who := callerOf(ctx)
	if t.Member == who.member.ID || t.Maker == who.member.ID || who.owns(editorial.Members) {
		return true, nil
	}
	m, err := a.store.GetMember(ctx, t.Member)
	if err != nil {
		return false, err
	}
	for calendar := range m.Roles {
		if !who.may(calendar, editorial.Members) {
			return false, nil
		}
	}
	return m.Service && len(m.Roles) > 0, nil
}

// tokenSeen reads a token that the caller sees.
func (a *API) tokenSeen(ctx context.Context, id editorial.TokenID) (editorial.Token, error) {
	t, err := a.store.GetToken(ctx, id)
	if err != nil {
		return t, err
	}
	sees, err := a.seesToken(ctx, t)
	if err == nil && !sees {
		err = editorial.Refuse(editorial.NotFound, editorial.CodeNotFound)
	}
	return t, err
}

type getTokenInput struct {
	Token editorial.TokenID `path:"token"`
}

type tokenAnswer struct{ Body tokenView }

func (a *API) getToken(ctx context.Context, in *getTokenInput) (*tokenAnswer, error) {
	t, err := a.tokenSeen(ctx, in.Token)
	if err != nil {
		return nil, err
	}
	return &tokenAnswer{Body: viewToken(t)}, nil
}

// revokeToken ends a token, and what was made with it, at once and for good. A
// token that was narrowed can end itself only.
func (a *API) revokeToken(ctx context.Context, in *getTokenInput) (*struct{}, error) {
	who := callerOf(ctx)
	t, err := a.tokenSeen(ctx, in.Token)
	if err != nil {
		return nil, err
	}
	if narrow := len(who.token.Permissions)+len(who.token.Calendars) > 0; narrow && t.ID != who.token.ID {
		return nil, editorial.Refuse(editorial.Forbidden, codeBeyondToken)
	}
	w := a.write(ctx, who.actor())
	_, err = a.store.UpdateToken(ctx, w, t.ID, func(t *editorial.Token) error {
		if t.Revoked.IsZero() {
			t.Revoked = w.Now
		}
		return nil
	})
	return nil, err
}
