package api

import (
	"cmp"
	"context"
	"time"

	"parution.dev/editorial"
)

// clientLinkView is a client's link: its address only in the answer to its
// making.
type clientLinkView struct {
	ID        editorial.ClientLinkID `json:"id" example:"cli_0692k8o5vfr3hd1t9m4q6c2p0g"`
	Calendar  editorial.CalendarID   `json:"calendar"`
	Campaign  editorial.CampaignID   `json:"campaign" doc:"Empty: all of the calendar"`
	For       string                 `json:"for" doc:"Whom it is for"`
	Email     string                 `json:"email" doc:"Where codes go, where the calendar asks for them"`
	Member    editorial.MemberID     `json:"member" doc:"Whose yes theirs counts as; empty: nobody's but theirs"`
	Language  editorial.Lang         `json:"language" enum:"en,fr"`
	Approves  bool                   `json:"approves" doc:"They approve and ask for changes; else they read and comment"`
	By        actorView              `json:"by" doc:"Who answers for it: it is good as long as they may give what it gives"`
	Name      string                 `json:"name" doc:"That the client gave; empty: nobody has come yet"`
	CreatedAt time.Time              `json:"created_at"`
	ExpiresAt *time.Time             `json:"expires_at" doc:"null: never"`
	RevokedAt *time.Time             `json:"revoked_at" doc:"null: it is not revoked"`
	Link      string                 `json:"link,omitempty" doc:"The client's page: in the answer to its making or renewal, and never again"`
}

func viewClientLink(l editorial.ClientLink) clientLinkView {
	return clientLinkView{
		ID: l.ID, Calendar: l.Calendar, Campaign: l.Campaign, For: l.For, Email: l.Email, Member: l.Member, Language: l.Language, Approves: l.Approves,
		By: viewActor(l.By), Name: l.Name, CreatedAt: l.Created, ExpiresAt: instant(l.ExpiresAt), RevokedAt: instant(l.Revoked),
	}
}

// shown is the link with its address.
func (a *API) shown(l editorial.ClientLink, secret editorial.Secret) clientLinkView {
	view := viewClientLink(l)
	view.Link = a.link("client", secret).Reveal()
	return view
}

type newClientLink struct {
	For       string               `json:"for" minLength:"1" maxLength:"200" doc:"Whom it is for: one person"`
	Email     string               `json:"email,omitempty" maxLength:"254" format:"email" doc:"Needed where the calendar asks for codes (client_codes)"`
	Campaign  editorial.CampaignID `json:"campaign,omitempty" maxLength:"64" doc:"Left out: all of the calendar"`
	Member    editorial.MemberID   `json:"member,omitempty" maxLength:"64" doc:"A member of the calendar whose yes theirs counts as, where a client's step names members"`
	Language  editorial.Lang       `json:"language,omitempty" enum:"en,fr" doc:"The calendar's, when left out"`
	Approves  *bool                `json:"approves,omitempty" doc:"true, when left out"`
	ExpiresAt *time.Time           `json:"expires_at,omitempty" doc:"Never, when left out"`
}

type createClientLinkInput struct {
	Calendar editorial.CalendarID `path:"calendar"`
	Body     newClientLink
}

// createClientLink makes a link for one person on the client's side. It gives
// what a member with the same permissions could do, so it takes them.
func (a *API) createClientLink(ctx context.Context, in *createClientLinkInput) (*created[clientLinkView], error) {
	calendar, actor, err := a.calendarFor(ctx, in.Calendar, editorial.Members)
	if err != nil {
		return nil, err
	}
	l, err := a.newLink(ctx, calendar, in.Body)
	if err != nil {
		return nil, err
	}
	if err := l.CheckMaker(callerOf(ctx).mayGrant(calendar.ID)); err != nil {
		return nil, err
	}
	if err := l.Renew(actor); err != nil {
		return nil, err
	}
	secret, hash := editorial.MintLink()
	if err := a.store.AddClientLink(ctx, a.write(ctx, actor), l, hash); err != nil {
		return nil, err
	}
	return &created[clientLinkView]{Location: location(ctx, l.ID), Body: a.shown(l, secret)}, nil
}

func (a *API) newLink(ctx context.Context, calendar editorial.Calendar, n newClientLink) (editorial.ClientLink, error) {
	l := editorial.ClientLink{
		ID: editorial.NewID[editorial.ClientLinkID]("cli"), Calendar: calendar.ID, Campaign: n.Campaign, For: n.For, Member: n.Member,
		Language: cmp.Or(n.Language, calendar.Language), Approves: n.Approves == nil || *n.Approves, Created: a.now(), Version: 1,
	}
	if err := checkNameAt("/for", n.For); err != nil {
		return l, err
	}
	if n.ExpiresAt != nil {
		if l.ExpiresAt = n.ExpiresAt.UTC(); !l.ExpiresAt.After(l.Created) {
			return l, editorial.InvalidAt("/expires_at", editorial.CodeTimePast)
		}
	}
	switch {
	case n.Email != "":
		email, err := address(n.Email)
		if err != nil {
			return l, err
		}
		l.Email = email
	case calendar.Policy.ClientCodes:
		return l, editorial.InvalidAt("/email", codeRequired)
	}
	return l, a.checkLinked(ctx, l)
}

// checkLinked refuses a campaign or a member of another calendar as if there
// were none.
func (a *API) checkLinked(ctx context.Context, l editorial.ClientLink) error {
	if l.Campaign != "" {
		g, err := a.store.GetCampaign(ctx, l.Campaign)
		if editorial.IsKind(err, editorial.NotFound) || err == nil && g.Calendar != l.Calendar {
			return editorial.InvalidAt("/campaign", codeUnknownCampaign)
		}
		if err != nil {
			return err
		}
	}
	if l.Member == "" {
		return nil
	}
	m, err := a.store.GetMember(ctx, l.Member)
	if editorial.IsKind(err, editorial.NotFound) || err == nil && len(m.Roles[l.Calendar]) == 0 {
		return editorial.InvalidAt("/member", codeUnknownMember)
	}
	return err
}

type listClientLinksInput struct {
	Paging
	Calendar editorial.CalendarID `path:"calendar"`
}

func (a *API) listClientLinks(ctx context.Context, in *listClientLinksInput) (*listed[clientLinkView], error) {
	calendar, _, err := a.calendarFor(ctx, in.Calendar, editorial.Members)
	if err != nil {
		return nil, err
	}
	links, next, err := a.store.ListClientLinks(ctx, calendar.ID, in.page())
	if err != nil {
		return nil, err
	}
	return list(ctx, links, next, viewClientLink), nil
}

// ClientLinkPath names a client's link.
type ClientLinkPath struct {
	Link editorial.ClientLinkID `path:"link"`
}

type clientLinkAnswer struct{ Body clientLinkView }

// clientLinkFor reads a client's link, for somebody who looks after the members
// of its calendar.
func (a *API) clientLinkFor(ctx context.Context, id editorial.ClientLinkID) (editorial.ClientLink, editorial.Actor, error) {
	l, err := a.store.GetClientLink(ctx, id)
	if err != nil {
		return l, editorial.Actor{}, err
	}
	_, actor, err := a.calendarFor(ctx, l.Calendar, editorial.Members)
	return l, actor, err
}

func (a *API) getClientLink(ctx context.Context, in *ClientLinkPath) (*clientLinkAnswer, error) {
	l, _, err := a.clientLinkFor(ctx, in.Link)
	if err != nil {
		return nil, err
	}
	return &clientLinkAnswer{Body: viewClientLink(l)}, nil
}

// renewClientLink gives a client's link another address; whoever does answers
// for it. The old one, and the visits that began with it, are over.
func (a *API) renewClientLink(ctx context.Context, in *ClientLinkPath) (*clientLinkAnswer, error) {
	l, actor, err := a.clientLinkFor(ctx, in.Link)
	if err != nil {
		return nil, err
	}
	if err := l.CheckMaker(callerOf(ctx).mayGrant(l.Calendar)); err != nil {
		return nil, err
	}
	secret, hash := editorial.MintLink()
	l, err = a.store.RenewClientLink(ctx, a.write(ctx, actor), l.ID, hash, func(l *editorial.ClientLink) (editorial.Deed, error) {
		return editorial.Deed{Action: "client_link.renewed"}, l.Renew(actor)
	})
	if err != nil {
		return nil, err
	}
	return &clientLinkAnswer{Body: a.shown(l, secret)}, nil
}

// revokeClientLink ends a client's link, and every visit by it, at once.
func (a *API) revokeClientLink(ctx context.Context, in *ClientLinkPath) (*struct{}, error) {
	l, actor, err := a.clientLinkFor(ctx, in.Link)
	if err != nil {
		return nil, err
	}
	_, err = a.store.UpdateClientLink(ctx, a.write(ctx, actor), l.ID, func(l *editorial.ClientLink) (editorial.Deed, error) {
		l.Revoke(a.now())
		return editorial.Deed{Action: "client_link.revoked"}, nil
	})
	return nil, err
}

// eraseClientLink takes the names and the address of a client away, for good:
// an owner's to do, as it is of members.
func (a *API) eraseClientLink(ctx context.Context, in *ClientLinkPath) (*clientLinkAnswer, error) {
	who, err := owner(ctx)
	if err != nil {
		return nil, err
	}
	l, err := a.store.EraseClientLink(ctx, a.write(ctx, who.actor()), in.Link)
	if err != nil {
		return nil, err
	}
	return &clientLinkAnswer{Body: viewClientLink(l)}, nil
}
