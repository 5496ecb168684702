package api

import (
	"cmp"
	"context"
	"time"

	"parution.dev/editorial"
	"parution.dev/store"
)

// invitationView is an invitation into a calendar: its link only in the answer
// to its making.
type invitationView struct {
	ID         editorial.InvitationID `json:"id" example:"inv_0692k8o5vfr3hd1t9m4q6c2p0g"`
	Calendar   editorial.CalendarID   `json:"calendar"`
	Email      string                 `json:"email"`
	Roles      []editorial.Role       `json:"roles"`
	Language   editorial.Lang         `json:"language" enum:"en,fr" doc:"Of the letter, and of the new member"`
	By         actorView              `json:"by" doc:"Who answers for it: it is good as long as they may give these roles"`
	CreatedAt  time.Time              `json:"created_at"`
	ExpiresAt  time.Time              `json:"expires_at"`
	AcceptedAt *time.Time             `json:"accepted_at" doc:"null: not yet"`
	Member     editorial.MemberID     `json:"member" doc:"Who accepted"`
	RevokedAt  *time.Time             `json:"revoked_at" doc:"null: it is not revoked"`
	Open       bool                   `json:"open" doc:"It can be accepted"`
	Link       string                 `json:"link,omitempty" doc:"The page where it is accepted: in the answer to its making or sending, and never again"`
}

func (a *API) viewInvitation(i editorial.Invitation) invitationView {
	return invitationView{
		ID: i.ID, Calendar: i.Calendar, Email: i.Email, Roles: filled(i.Roles), Language: i.Language, By: viewActor(i.By), CreatedAt: i.Created,
		ExpiresAt: i.ExpiresAt, AcceptedAt: instant(i.Accepted), Member: i.Member, RevokedAt: instant(i.Revoked), Open: i.Open(a.now()),
	}
}

type newInvitation struct {
	Email    string           `json:"email" maxLength:"254" format:"email"`
	Roles    []editorial.Role `json:"roles" minItems:"1" maxItems:"20"`
	Language editorial.Lang   `json:"language,omitempty" enum:"en,fr" doc:"The calendar's, when left out"`
}

type createInvitationInput struct {
	Calendar editorial.CalendarID `path:"calendar"`
	Body     newInvitation
}

// createInvitation invites somebody into a calendar. Its link is answered to
// whoever invites, and mailed where this instance sends mail.
func (a *API) createInvitation(ctx context.Context, in *createInvitationInput) (*created[invitationView], error) {
	calendar, actor, err := a.calendarFor(ctx, in.Calendar, editorial.Members)
	if err != nil {
		return nil, err
	}
	email, err := address(in.Body.Email)
	if err != nil {
		return nil, err
	}
	i := editorial.Invitation{
		ID: editorial.NewID[editorial.InvitationID]("inv"), Calendar: calendar.ID, Email: email, Roles: editorial.TidyRoles(in.Body.Roles),
		Language: cmp.Or(in.Body.Language, calendar.Language), Created: a.now(), Version: 1,
	}
	if err := a.mayInvite(ctx, i.Calendar, in.Body.Roles); err != nil {
		return nil, err
	}
	if err := i.Renew(actor, a.now()); err != nil {
		return nil, err
	}
	secret, hash := editorial.MintLink()
	if err := a.store.AddInvitation(ctx, a.write(ctx, actor), i, hash, i.Check); err != nil {
		return nil, err
	}
	return &created[invitationView]{Location: location(ctx, i.ID), Body: a.send(ctx, i, calendar, secret)}, nil
}

// mayInvite refuses roles that are none, or beyond the caller's own, and too
// many invitations from one member.
func (a *API) mayInvite(ctx context.Context, calendar editorial.CalendarID, roles []editorial.Role) error {
	book, err := a.rolebook(ctx, calendar)
	if err != nil {
		return err
	}
	who := callerOf(ctx)
	if err := book.CheckGrant(who.mayGrant(calendar), nil, roles); err != nil {
		return err
	}
	if wait := a.letters.take(string(who.member.ID), a.now()); wait > 0 {
		return refuseFor(wait, codeTooManyLetters)
	}
	return nil
}

// send hands an invitation's link out.
func (a *API) send(ctx context.Context, i editorial.Invitation, calendar editorial.Calendar, secret editorial.Secret) invitationView {
	link := a.link("invitation", secret)
	a.mail(ctx, Addressee{Email: i.Email, Language: i.Language}, MailInvitation, MailData{Link: link, ExpiresAt: i.ExpiresAt, By: i.By.Name, Calendar: calendar.Name})
	view := a.viewInvitation(i)
	view.Link = link.Reveal()
	return view
}

type listInvitationsInput struct {
	Paging
	Calendar editorial.CalendarID `path:"calendar"`
}

func (a *API) listInvitations(ctx context.Context, in *listInvitationsInput) (*listed[invitationView], error) {
	calendar, _, err := a.calendarFor(ctx, in.Calendar, editorial.Members)
	if err != nil {
		return nil, err
	}
	invitations, next, err := a.store.ListInvitations(ctx, calendar.ID, in.page())
	if err != nil {
		return nil, err
	}
	return list(ctx, invitations, next, a.viewInvitation), nil
}

type invitationInput struct {
	Invitation editorial.InvitationID `path:"invitation"`
}

type invitationAnswer struct{ Body invitationView }

func (a *API) getInvitation(ctx context.Context, in *invitationInput) (*invitationAnswer, error) {
	i, _, _, err := a.invitationFor(ctx, in.Invitation)
	if err != nil {
		return nil, err
	}
	return &invitationAnswer{Body: a.viewInvitation(i)}, nil
}

// invitationFor reads an invitation, for somebody who looks after the members
// of its calendar.
func (a *API) invitationFor(ctx context.Context, id editorial.InvitationID) (editorial.Invitation, editorial.Calendar, editorial.Actor, error) {
	i, err := a.store.GetInvitation(ctx, id)
	if err != nil {
		return i, editorial.Calendar{}, editorial.Actor{}, err
	}
	calendar, actor, err := a.calendarFor(ctx, i.Calendar, editorial.Members)
	return i, calendar, actor, err
}

// resendInvitation gives an invitation a new link and a new term, and whoever
// sends it answers for it. The old link is dead.
func (a *API) resendInvitation(ctx context.Context, in *invitationInput) (*invitationAnswer, error) {
	i, calendar, actor, err := a.invitationFor(ctx, in.Invitation)
	if err != nil {
		return nil, err
	}
	if err := a.mayInvite(ctx, i.Calendar, i.Roles); err != nil {
		return nil, err
	}
	secret, hash := editorial.MintLink()
	i, err = a.store.RenewInvitation(ctx, a.write(ctx, actor), i.ID, hash, func(i *editorial.Invitation) error { return i.Renew(actor, a.now()) })
	if err != nil {
		return nil, err
	}
	return &invitationAnswer{Body: a.send(ctx, i, calendar, secret)}, nil
}

// revokeInvitation ends an invitation that was not accepted.
func (a *API) revokeInvitation(ctx context.Context, in *invitationInput) (*struct{}, error) {
	i, _, actor, err := a.invitationFor(ctx, in.Invitation)
	if err != nil {
		return nil, err
	}
	return nil, a.store.RevokeInvitation(ctx, a.write(ctx, actor), i.ID)
}

type lookInvitationInput struct {
	Body struct {
		Token string `json:"token" maxLength:"200" doc:"What stands behind the # of the link"`
	}
}

type lookInvitationAnswer struct {
	Body struct {
		Calendar  string         `json:"calendar" doc:"Its name"`
		By        string         `json:"by" doc:"Who invites"`
		Email     string         `json:"email"`
		Language  editorial.Lang `json:"language" enum:"en,fr"`
		ExpiresAt time.Time      `json:"expires_at"`
		Known     bool           `json:"known" doc:"There is an account with this address: sign in, then accept"`
	}
}

// lookInvitation tells whoever holds its link what an invitation is about. It
// changes nothing.
func (a *API) lookInvitation(ctx context.Context, in *lookInvitationInput) (*lookInvitationAnswer, error) {
	i, calendar, known, err := a.openInvitation(ctx, in.Body.Token)
	if err != nil {
		return nil, err
	}
	answer := &lookInvitationAnswer{}
	answer.Body.Calendar, answer.Body.By, answer.Body.Email, answer.Body.Language = calendar.Name, i.By.Name, i.Email, i.Language
	answer.Body.ExpiresAt, answer.Body.Known = i.ExpiresAt, known.ID != ""
	return answer, nil
}

// openInvitation finds the invitation that a link's secret is of, while it can
// be accepted. Whatever is wrong with the secret, the answer is the same.
func (a *API) openInvitation(ctx context.Context, token string) (editorial.Invitation, editorial.Calendar, editorial.Member, error) {
	over := editorial.Refuse(editorial.NotFound, editorial.CodeInvitationOver)
	i, calendar, known, err := a.store.InvitationBySecret(ctx, editorial.HashToken(token))
	if editorial.IsKind(err, editorial.NotFound) || err == nil && !i.Open(a.now()) {
		err = a.strike(requestOf(ctx).network, over)
	}
	return i, calendar, known, err
}

type acceptInvitationInput struct {
	Body struct {
		Token    string `json:"token" maxLength:"200" doc:"What stands behind the # of the link"`
		Name     string `json:"name,omitempty" maxLength:"200" doc:"Needed of somebody new"`
		Password string `json:"password,omitempty" maxLength:"2000" doc:"Needed of somebody new: 12 to 256 characters of any kind, and not easily guessed"`
	}
}

// acceptInvitation brings whoever holds its link into the calendar: somebody
// new with the name and the password that they choose, who is signed in then;
// somebody known only when they are signed in, since the link may have passed
// through other hands.
func (a *API) acceptInvitation(ctx context.Context, in *acceptInvitationInput) (*signInAnswer, error) {
	i, _, known, err := a.openInvitation(ctx, in.Body.Token)
	if err != nil {
		return nil, err
	}
	who := callerOf(ctx)
	switch {
	case who.member.ID != "" && who.member.Email != i.Email:
		return nil, editorial.Refuse(editorial.Conflict, codeInvitedOther)
	case who.member.ID != "":
		return a.comeKnown(ctx, who, in.Body.Token)
	case known.ID != "":
		return nil, editorial.Refuse(editorial.Conflict, codeSignInFirst)
	}
	return a.comeNew(ctx, i, in)
}

func (a *API) comeKnown(ctx context.Context, who caller, token string) (*signInAnswer, error) {
	if !who.whole() {
		return nil, editorial.Refuse(editorial.Forbidden, codeBeyondToken)
	}
	_, _, err := a.store.AcceptInvitation(ctx, a.write(ctx, who.actor()), editorial.HashToken(token), store.Coming{Member: who.member})
	if err != nil {
		return nil, err
	}
	access, err := a.store.GetAccess(ctx, who.member.ID)
	if err != nil {
		return nil, err
	}
	who.member = access.Member
	return &signInAnswer{Body: viewMe(who, access)}, nil
}

func (a *API) comeNew(ctx context.Context, i editorial.Invitation, in *acceptInvitationInput) (*signInAnswer, error) {
	if err := checkName(in.Body.Name); err != nil {
		return nil, err
	}
	m := editorial.Member{
		ID: editorial.NewID[editorial.MemberID]("mem"), Name: in.Body.Name, Email: i.Email, Language: i.Language,
		Roles: map[editorial.CalendarID][]editorial.Role{}, Created: a.now(), Version: 1,
	}
	answer, err := a.comesIn(ctx, m, in.Body.Password, func(w store.Write, who store.Coming) (editorial.Access, error) {
		access, _, err := a.store.AcceptInvitation(ctx, w, editorial.HashToken(in.Body.Token), who)
		return access, err
	})
	if refusal := editorial.AsRefusal(err); refusal != nil && refusal.Code == codeEmailTaken {
		return nil, editorial.Refuse(editorial.Conflict, codeSignInFirst)
	}
	return answer, err
}

// comesIn makes a member with the password that they chose, by their own act,
// and signs them in.
func (a *API) comesIn(
	ctx context.Context, m editorial.Member, password string, add func(store.Write, store.Coming) (editorial.Access, error),
) (*signInAnswer, error) {
	hash, err := a.hasher.hash(ctx, editorial.NewSecret(password), m)
	if err != nil {
		return nil, err
	}
	secret, session := a.newSession(ctx)
	by := editorial.Actor{Member: m.ID, Name: m.Name, Token: editorial.TokenID(session.ID), Language: m.Language}
	access, err := add(a.write(ctx, by), store.Coming{Member: m, New: true, Password: hash, Session: session})
	if err != nil {
		return nil, err
	}
	return a.welcome(ctx, access, session.ID, secret), nil
}
