package api

import (
	"context"
	"strings"
	"time"

	"parution.dev/editorial"
	"parution.dev/store"
)

type askResetInput struct {
	Body struct {
		Email string `json:"email" maxLength:"254"`
	}
}

// askReset has a link mailed with which a new password can be chosen. The
// answer and its time are the same whether there is such a member or not.
func (a *API) askReset(ctx context.Context, in *askResetInput) (*struct{}, error) {
	if a.cfg.Mailer == nil {
		return nil, editorial.Refuse(editorial.Unavailable, codeNoMail)
	}
	email, network := strings.ToLower(strings.TrimSpace(in.Body.Email)), requestOf(ctx).network
	if wait := a.resets.take("from "+network, a.now()); wait > 0 {
		return nil, refuseFor(wait, codeTooManyTries)
	}
	if a.resets.take("to "+email, a.now()) > 0 {
		return nil, nil //nolint:nilnil // huma's way to answer nothing; they have had their letters
	}
	a.beside(ctx, func(ctx context.Context) error { return a.mailReset(ctx, email) }, string(MailReset))
	return nil, nil //nolint:nilnil // huma's way to answer nothing
}

func (a *API) mailReset(ctx context.Context, email string) error {
	m, err := a.store.MemberByEmail(ctx, email)
	if editorial.IsKind(err, editorial.NotFound) || err == nil && (!m.Deactivated.IsZero() || m.Email == "") {
		return nil
	}
	if err != nil {
		return err
	}
	link, reset, err := a.addReset(ctx, editorial.Actor{Name: "anonymous"}, m, editorial.ResetByMail)
	if err != nil {
		return err
	}
	return a.cfg.Mailer.Send(ctx, addressee(m), MailReset, MailData{Link: link, ExpiresAt: reset.ExpiresAt})
}

func (a *API) addReset(ctx context.Context, by editorial.Actor, m editorial.Member, life time.Duration) (editorial.Secret, editorial.Reset, error) {
	secret, hash := editorial.MintLink()
	r := editorial.Reset{ID: editorial.NewID[editorial.ResetID]("rst"), Member: m.ID, By: by, Created: a.now(), ExpiresAt: a.now().Add(life)}
	return a.link("reset", secret), r, a.store.AddReset(ctx, store.Write{By: by, Now: a.now()}, r, hash)
}

type resetView struct {
	Link      string    `json:"link" doc:"The page where the member chooses a new password, once"`
	ExpiresAt time.Time `json:"expires_at"`
}

type resetAnswer struct{ Body resetView }

// makeReset makes a link for a member who cannot sign in, to be handed to them
// by whoever looks after them.
func (a *API) makeReset(ctx context.Context, in *PersonPath) (*resetAnswer, error) {
	who := callerOf(ctx)
	m, err := a.store.GetMember(ctx, in.Member)
	if err != nil {
		return nil, err
	}
	switch {
	case !who.knows(m):
		return nil, editorial.Refuse(editorial.NotFound, editorial.CodeNotFound)
	case m.ID == who.member.ID:
		return nil, editorial.Refuse(editorial.Conflict, codeResetOwn)
	case !who.whole():
		return nil, editorial.Refuse(editorial.Forbidden, codeBeyondToken)
	case !m.Deactivated.IsZero():
		return nil, editorial.Refuse(editorial.Conflict, editorial.CodeShutOut)
	}
	if err := editorial.CheckReset(who.member, m); err != nil {
		return nil, err
	}
	link, reset, err := a.addReset(ctx, who.actor(), m, editorial.ResetByHand)
	if err != nil {
		return nil, err
	}
	return &resetAnswer{Body: resetView{Link: link.Reveal(), ExpiresAt: reset.ExpiresAt}}, nil
}

// knows tells whether the caller sees a member anywhere.
func (c caller) knows(m editorial.Member) bool {
	if c.owns(editorial.Members) || m.ID == c.member.ID {
		return true
	}
	for calendar := range m.Roles {
		if c.may(calendar, editorial.Read) {
			return true
		}
	}
	return false
}

type acceptResetInput struct {
	Body struct {
		Token    string `json:"token" maxLength:"200" doc:"What stands behind the # of the link"`
		Password string `json:"password" maxLength:"2000" doc:"12 to 256 characters of any kind, and not easily guessed"`
	}
}

// acceptReset gives a member the new password that they chose, and signs them
// out everywhere. It signs nobody in: a second factor is still asked for.
func (a *API) acceptReset(ctx context.Context, in *acceptResetInput) (*struct{}, error) {
	hash := editorial.HashToken(in.Body.Token)
	r, m, err := a.store.ResetBySecret(ctx, hash)
	if editorial.IsKind(err, editorial.NotFound) || err == nil && (!r.Open(a.now()) || !m.Deactivated.IsZero()) {
		err = a.strike(requestOf(ctx).network, editorial.Refuse(editorial.NotFound, editorial.CodeResetOver))
	}
	if err != nil {
		return nil, err
	}
	password, err := a.hasher.hash(ctx, editorial.NewSecret(in.Body.Password), m)
	if err != nil {
		return nil, err
	}
	by := editorial.Actor{Member: m.ID, Name: m.Name, Language: m.Language}
	if err := a.store.UseReset(ctx, a.write(ctx, by), hash, password); err != nil {
		return nil, err
	}
	a.doors.opened(m.Email, requestOf(ctx).network)
	a.mail(ctx, addressee(m), MailPasswordChanged, MailData{})
	return nil, nil //nolint:nilnil // huma's way to answer nothing
}
