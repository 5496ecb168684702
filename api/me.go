package api

import (
	"context"

	"parution.dev/editorial"
)

// meView is who is asking, and through which token.
type meView struct {
	Member    editorial.MemberID              `json:"member"`
	Name      string                          `json:"name"`
	Email     string                          `json:"email"`
	Language  editorial.Lang                  `json:"language" enum:"en,fr"`
	Owner     bool                            `json:"owner" doc:"Of the whole instance"`
	Calendars map[editorial.CalendarID]rights `json:"calendars" doc:"The calendars that this member has roles in, and the token is good for"`
	Token     tokenView                       `json:"token"`
}

// rights are what a member holds in one calendar.
type rights struct {
	Roles       []editorial.Role      `json:"roles"`
	Permissions editorial.Permissions `json:"permissions" doc:"What they come to, with this token"`
}

type meAnswer struct{ Body meView }

func (a *API) getMe(ctx context.Context, _ *struct{}) (*meAnswer, error) {
	who := callerOf(ctx)
	view := meView{
		Member: who.member.ID, Name: who.member.Name, Email: who.member.Email, Language: who.member.Language, Owner: who.member.Owner,
		Calendars: map[editorial.CalendarID]rights{}, Token: viewToken(who.token),
	}
	for id, roles := range who.member.Roles {
		if who.sees(id) {
			view.Calendars[id] = rights{Roles: roles, Permissions: who.in(editorial.Calendar{ID: id}).May}
		}
	}
	return &meAnswer{Body: view}, nil
}
