package api

import (
	"context"
	"time"

	"parution.dev/editorial"
	"parution.dev/store"
)

// personView is a member as an owner of the instance sees them.
type personView struct {
	ID            editorial.MemberID                        `json:"id" example:"mem_0692k8o5vfr3hd1t9m4q6c2p0g"`
	Name          string                                    `json:"name"`
	Email         string                                    `json:"email" doc:"Empty for a service"`
	Language      editorial.Lang                            `json:"language" enum:"en,fr"`
	Service       bool                                      `json:"service"`
	Owner         bool                                      `json:"owner" doc:"Of the whole instance"`
	Roles         map[editorial.CalendarID][]editorial.Role `json:"roles" doc:"In each calendar"`
	CreatedAt     time.Time                                 `json:"created_at"`
	DeactivatedAt *time.Time                                `json:"deactivated_at" doc:"null: active"`
}

// personAnswer is one member with their version.
type personAnswer struct {
	ETag string `header:"ETag" doc:"The version, for If-Match."`
	Body personView
}

func viewPerson(m editorial.Member) personView {
	return personView{
		ID: m.ID, Name: m.Name, Email: m.Email, Language: m.Language, Service: m.Service, Owner: m.Owner, Roles: m.Roles,
		CreatedAt: m.Created, DeactivatedAt: instant(m.Deactivated),
	}
}

func answerPerson(m editorial.Member) *personAnswer {
	return &personAnswer{ETag: memberTag(m), Body: viewPerson(m)}
}

// owner is the caller, who must be an owner that acts for the whole instance.
func owner(ctx context.Context) (caller, error) {
	who := callerOf(ctx)
	if !who.owns(editorial.Members) {
		return who, editorial.Refuse(editorial.Forbidden, codeOwnersOnly)
	}
	return who, nil
}

type listPeopleInput struct{ Paging }

func (a *API) listPeople(ctx context.Context, in *listPeopleInput) (*listed[personView], error) {
	if _, err := owner(ctx); err != nil {
		return nil, err
	}
	members, next, err := a.store.ListMembers(ctx, "", in.page())
	if err != nil {
		return nil, err
	}
	return list(ctx, members, next, viewPerson), nil
}

// PersonPath names a member of the instance.
type PersonPath struct {
	Member editorial.MemberID `path:"member"`
}

func (a *API) getPerson(ctx context.Context, in *PersonPath) (*personAnswer, error) {
	if _, err := owner(ctx); err != nil {
		return nil, err
	}
	m, err := a.store.GetMember(ctx, in.Member)
	if err != nil {
		return nil, err
	}
	return answerPerson(m), nil
}

// personEdit changes a member: what is absent stays.
type personEdit struct {
	Name     Patch[string]         `json:"name,omitzero" minLength:"1" maxLength:"200"`
	Language Patch[editorial.Lang] `json:"language,omitzero" enum:"en,fr"`
	Owner    Patch[bool]           `json:"owner,omitzero" doc:"Of the whole instance. One owner always stays"`
}

type updatePersonInput struct {
	PersonPath
	IfMatch string `header:"If-Match" required:"true" doc:"The ETag of the version that the change starts from."`
	Body    personEdit
}

func (a *API) updatePerson(ctx context.Context, in *updatePersonInput) (*personAnswer, error) {
	who, err := owner(ctx)
	if err != nil {
		return nil, err
	}
	if in.Body.Owner.Sent && !who.whole() {
		return nil, editorial.Refuse(editorial.Forbidden, codeBeyondToken)
	}
	if in.Body.Name.Sent {
		if err := checkName(in.Body.Name.Value); err != nil {
			return nil, err
		}
	}
	m, err := a.store.UpdateOwner(ctx, a.write(ctx, who.actor()), in.Member, func(m *editorial.Member, others int) error {
		if err := matchVersion(in.IfMatch, m.Version, string(m.ID)); err != nil {
			return versioned(err, viewPerson(*m))
		}
		in.Body.Name.Into(&m.Name)
		in.Body.Language.Into(&m.Language)
		if in.Body.Owner.Sent {
			return editorial.Crown(m, in.Body.Owner.Value, others)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return answerPerson(m), nil
}

type movePersonInput struct {
	PersonPath
	Body struct {
		Move string `json:"move" enum:"deactivate,reactivate,erase" doc:"deactivate: shut the member out, at once and everywhere; reactivate: let them in again; erase: take the name and the address of somebody who was shut out away everywhere, for good"`
	}
}

// movedPerson is a member, and what ended with their part here.
type movedPerson struct {
	personView
	Sessions    int `json:"sessions_ended"`
	Tokens      int `json:"tokens_revoked" doc:"Theirs, and those that they made for others"`
	Invitations int `json:"invitations_revoked" doc:"That they had made"`
}

type movePersonAnswer struct {
	ETag string `header:"ETag" doc:"The version, for If-Match."`
	Body movedPerson
}

// movePerson shuts a member out, lets them in again, or erases them. Whatever
// opens something to somebody who is shut out, or was handed out by them, ends
// with it: they know its secret. What they did stays theirs.
func (a *API) movePerson(ctx context.Context, in *movePersonInput) (*movePersonAnswer, error) {
	who, err := owner(ctx)
	if err != nil {
		return nil, err
	}
	if !who.whole() {
		return nil, editorial.Refuse(editorial.Forbidden, codeBeyondToken)
	}
	w := a.write(ctx, who.actor())
	var m editorial.Member
	var ended store.Ended
	switch in.Body.Move {
	case "reactivate":
		m, err = a.store.UpdateMember(ctx, w, "", in.Member, editorial.Reactivate)
	case "erase":
		m, err = a.store.EraseMember(ctx, w, in.Member, editorial.Erase)
	default:
		m, ended, err = a.store.DeactivateMember(ctx, w, in.Member, func(m *editorial.Member, others int) error { return editorial.Deactivate(m, others, w.Now) })
	}
	return &movePersonAnswer{ETag: memberTag(m), Body: movedPerson{viewPerson(m), ended.Sessions, ended.Tokens, ended.Invitations}}, err
}
