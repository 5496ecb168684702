package api

import (
	"cmp"
	"context"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"slices"
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
		ID: t.ID, Name: t.Name, Member: t.Member, Maker: t.Maker, Permissions: filled(t.Permissions), Calendars: filled(t.Calendars),
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
	secret := newSecret()
	err = a.store.AddToken(ctx, a.write(ctx, who.actor()), t, hashToken(secret))
	if errors.As(err, new(*store.Replayed)) {
		return nil, editorial.Refuse(editorial.Conflict, codeTokenAlreadyMade)
	}
	if err != nil {
		return nil, err
	}
	view := viewToken(t)
	view.Token = secret
	return &created[tokenView]{Location: location(ctx, t.ID), Body: view}, nil
}

// newSecret returns a fresh token: 32 random bytes behind our prefix.
func newSecret() string {
	random := make([]byte, 32)
	_, _ = rand.Read(random) // it never fails: it would rather stop the process
	return "par_" + base64.RawURLEncoding.EncodeToString(random)
}

type listTokensInput struct {
	Paging
	Member editorial.MemberID `query:"member" doc:"Tokens of this member, as far as you may see them. Left out: your own."`
}

// listTokens lists the caller's tokens; an owner sees everybody's, others
// those of a member that they made themselves.
func (a *API) listTokens(ctx context.Context, in *listTokensInput) (*listed[tokenView], error) {
	who := callerOf(ctx)
	tokens, next, err := a.store.ListTokens(ctx, cmp.Or(in.Member, who.member.ID), in.page())
	if err != nil {
		return nil, err
	}
	tokens = slices.DeleteFunc(tokens, func(t editorial.Token) bool { return !who.seesToken(t) })
	return list(ctx, tokens, next, viewToken), nil
}

// seesToken tells whether a token is the caller's own, made by them, or under
// their care as an owner.
func (c caller) seesToken(t editorial.Token) bool {
	return t.Member == c.member.ID || t.Maker == c.member.ID || c.owns(editorial.Members)
}

type getTokenInput struct {
	Token editorial.TokenID `path:"token"`
}

type tokenAnswer struct{ Body tokenView }

func (a *API) getToken(ctx context.Context, in *getTokenInput) (*tokenAnswer, error) {
	t, err := a.store.GetToken(ctx, in.Token)
	if err != nil {
		return nil, err
	}
	if !callerOf(ctx).seesToken(t) {
		return nil, editorial.Refuse(editorial.NotFound, editorial.CodeNotFound)
	}
	return &tokenAnswer{Body: viewToken(t)}, nil
}

// revokeToken ends a token, at once and for good. A token that was narrowed
// can end itself only.
func (a *API) revokeToken(ctx context.Context, in *getTokenInput) (*struct{}, error) {
	who := callerOf(ctx)
	t, err := a.store.GetToken(ctx, in.Token)
	if err != nil {
		return nil, err
	}
	if !who.seesToken(t) {
		return nil, editorial.Refuse(editorial.NotFound, editorial.CodeNotFound)
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
