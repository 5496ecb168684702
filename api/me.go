package api

import (
	"context"

	"parution.dev/editorial"
)

// meView is who is asking, and by what.
type meView struct {
	Member       editorial.MemberID              `json:"member"`
	Name         string                          `json:"name"`
	Email        string                          `json:"email" doc:"Empty for a service"`
	Language     editorial.Lang                  `json:"language" enum:"en,fr"`
	Service      bool                            `json:"service"`
	Owner        bool                            `json:"owner" doc:"Of the whole instance"`
	Calendars    map[editorial.CalendarID]rights `json:"calendars" doc:"The calendars that this member has roles in, and the token is good for"`
	Password     bool                            `json:"password" doc:"They have one"`
	SecondFactor bool                            `json:"second_factor" doc:"It is on"`
	Recovery     int                             `json:"recovery_codes" doc:"How many are left"`
	Token        *tokenView                      `json:"token" doc:"What the request came with; null in a session"`
	Session      *sessionView                    `json:"session" doc:"null with a token"`
}

// rights are what a member holds in one calendar.
type rights struct {
	Roles       []editorial.Role      `json:"roles"`
	Permissions editorial.Permissions `json:"permissions" doc:"What they come to, with this token"`
}

type meAnswer struct {
	ETag string `header:"ETag" doc:"The version, for If-Match."`
	Body meView
}

func viewMe(who caller, access editorial.Access) meView {
	view := meView{
		Member: who.member.ID, Name: who.member.Name, Email: who.member.Email, Language: who.member.Language, Service: who.member.Service,
		Owner: who.member.Owner, Calendars: map[editorial.CalendarID]rights{}, Password: access.Password != "",
		SecondFactor: access.HasFactor(), Recovery: len(access.Recovery),
	}
	if who.signedIn() {
		session := viewSession(who.session, who)
		view.Session = &session
	} else {
		token := viewToken(who.token)
		view.Token = &token
	}
	for id, roles := range who.member.Roles {
		if who.sees(id) {
			view.Calendars[id] = rights{Roles: roles, Permissions: who.in(editorial.Calendar{ID: id}).May}
		}
	}
	return view
}

func (a *API) getMe(ctx context.Context, _ *struct{}) (*meAnswer, error) {
	who := callerOf(ctx)
	access, err := a.store.GetAccess(ctx, who.member.ID)
	if err != nil {
		return nil, err
	}
	return &meAnswer{ETag: memberTag(who.member), Body: viewMe(who, access)}, nil
}

// meEdit changes what a member says of themselves: what is absent stays.
type meEdit struct {
	Name     Patch[string]         `json:"name,omitzero" minLength:"1" maxLength:"200"`
	Language Patch[editorial.Lang] `json:"language,omitzero" enum:"en,fr"`
}

type updateMeInput struct {
	IfMatch string `header:"If-Match" required:"true" doc:"The ETag of the version that the change starts from."`
	Body    meEdit
}

func (a *API) updateMe(ctx context.Context, in *updateMeInput) (*meAnswer, error) {
	who := callerOf(ctx)
	if !who.whole() {
		return nil, editorial.Refuse(editorial.Forbidden, codeBeyondToken)
	}
	if in.Body.Name.Sent {
		if err := checkName(in.Body.Name.Value); err != nil {
			return nil, err
		}
	}
	access, err := a.store.GetAccess(ctx, who.member.ID)
	if err != nil {
		return nil, err
	}
	m, err := a.store.UpdateMember(ctx, a.write(ctx, who.actor()), "", who.member.ID, func(m *editorial.Member) error {
		if err := matchVersion(in.IfMatch, m.Version, string(m.ID)); err != nil {
			who.member = *m
			return versioned(err, viewMe(who, access))
		}
		in.Body.Name.Into(&m.Name)
		in.Body.Language.Into(&m.Language)
		return nil
	})
	if err != nil {
		return nil, err
	}
	who.member = m
	return &meAnswer{ETag: memberTag(m), Body: viewMe(who, access)}, nil
}
