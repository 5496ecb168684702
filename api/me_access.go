package api

import (
	"context"

	"parution.dev/editorial"
	"parution.dev/store"
)

// What only a person who is signed in can do to how they sign in, each after
// they have shown their password again: a browser left open is not enough.

// proved is the caller, who has just shown their password.
type proved struct {
	caller
	password string // the hash that it was compared with
}

// prove finds out whether the caller knows their password, which stands at a
// pointer of the request.
func (a *API) prove(ctx context.Context, pointer, password string) (proved, error) {
	who, err := inPerson(ctx)
	if err != nil {
		return proved{}, err
	}
	r := requestOf(ctx)
	if wait := a.doors.try(who.member.Email, r.network, a.now()); wait > 0 {
		return proved{}, refuseFor(wait, codeTooManyTries)
	}
	access, err := a.store.GetAccess(ctx, who.member.ID)
	if err != nil {
		return proved{}, err
	}
	right, _, err := a.hasher.verify(ctx, editorial.NewSecret(password), access.Password)
	if err != nil {
		return proved{}, err
	}
	if !right {
		return proved{}, a.shutOut(ctx, who.member.ID, editorial.InvalidAt(pointer, codePasswordWrong))
	}
	return proved{who, access.Password}, nil
}

// change changes how the caller signs in, if their password is still the one
// that they have shown. Where their rights become others by it, their session
// goes on under a new secret.
func (a *API) change(ctx context.Context, p proved, change store.ChangeAccess) (*signOutAnswer, error) {
	secret, hash := editorial.MintSession()
	_, err := a.store.UpdateAccess(ctx, a.write(ctx, p.actor()), p.member.ID, func(access *editorial.Access) ([]editorial.Deed, error) {
		session := access.Session(p.session.ID)
		if session == nil || access.Password != p.password {
			return nil, editorial.Refuse(editorial.Unauthorized, codeSessionOver)
		}
		deeds, err := change(access)
		if err == nil {
			session.Replace(hash, a.now())
		}
		return deeds, err
	})
	if err != nil {
		return nil, err
	}
	a.doors.opened(p.member.Email, requestOf(ctx).network)
	answer := &signOutAnswer{}
	a.cookie.set(func(_, value string) { answer.SetCookie = value }, secret, p.session, a.now())
	return answer, nil
}

type changePasswordInput struct {
	Body struct {
		Current  string `json:"current" maxLength:"2000" doc:"Your password so far"`
		Password string `json:"password" maxLength:"2000" doc:"12 to 256 characters of any kind, and not easily guessed"`
	}
}

// changePassword gives the caller a new password and signs them out everywhere
// else.
func (a *API) changePassword(ctx context.Context, in *changePasswordInput) (*signOutAnswer, error) {
	p, err := a.prove(ctx, "/current", in.Body.Current)
	if err != nil {
		return nil, err
	}
	a.doors.opened(p.member.Email, requestOf(ctx).network)
	hash, err := a.hasher.hash(ctx, editorial.NewSecret(in.Body.Password), p.member)
	if err != nil {
		return nil, err
	}
	answer, err := a.change(ctx, p, func(access *editorial.Access) ([]editorial.Deed, error) {
		return access.SetPassword(hash, p.session.ID, a.now()), nil
	})
	if err != nil {
		return nil, err
	}
	a.mail(ctx, addressee(p.member), MailPasswordChanged, MailData{})
	return answer, nil
}

type beginFactorInput struct {
	Body struct {
		Password string `json:"password" maxLength:"2000"`
	}
}

type beginFactorAnswer struct {
	SetCookie string `header:"Set-Cookie"`
	Body      struct {
		Secret string `json:"secret" doc:"For the app, in base32; shown this once"`
		URI    string `json:"uri" doc:"The same as an address that apps read from a QR code"`
	}
}

// beginFactor hands out the secret of a second factor. It counts once a code
// of it was shown.
func (a *API) beginFactor(ctx context.Context, in *beginFactorInput) (*beginFactorAnswer, error) {
	p, err := a.prove(ctx, "/password", in.Body.Password)
	if err != nil {
		return nil, err
	}
	factor := editorial.NewSecondFactor(p.member.ID, a.now())
	cookie, err := a.change(ctx, p, func(access *editorial.Access) ([]editorial.Deed, error) { return access.BeginFactor(factor) })
	if err != nil {
		return nil, err
	}
	answer := &beginFactorAnswer{SetCookie: cookie.SetCookie}
	answer.Body.Secret, answer.Body.URI = factor.Secret.Reveal(), factor.URI(p.member.Email)
	return answer, nil
}

type confirmFactorInput struct {
	Body struct {
		Code string `json:"code" maxLength:"64" doc:"What the app shows"`
	}
}

// recoveryAnswer are codes that each replace the app once.
type recoveryAnswer struct {
	SetCookie string `header:"Set-Cookie"`
	Body      struct {
		Recovery []string `json:"recovery_codes" doc:"Each replaces the app once. Shown this once"`
	}
}

// confirmFactor turns the second factor on.
func (a *API) confirmFactor(ctx context.Context, in *confirmFactorInput) (*recoveryAnswer, error) {
	who, err := inPerson(ctx)
	if err != nil {
		return nil, err
	}
	if wait := a.doors.try(who.member.Email, requestOf(ctx).network, a.now()); wait > 0 {
		return nil, refuseFor(wait, codeTooManyTries)
	}
	access, err := a.store.GetAccess(ctx, who.member.ID)
	if err != nil {
		return nil, err
	}
	return a.withRecovery(ctx, proved{who, access.Password}, func(access *editorial.Access, hashes [][]byte) ([]editorial.Deed, error) {
		return access.ConfirmFactor(in.Body.Code, hashes, a.now())
	})
}

func (a *API) withRecovery(ctx context.Context, p proved, change func(*editorial.Access, [][]byte) ([]editorial.Deed, error)) (*recoveryAnswer, error) {
	shown, hashes := editorial.MintRecoveryCodes()
	cookie, err := a.change(ctx, p, func(access *editorial.Access) ([]editorial.Deed, error) { return change(access, hashes) })
	if err != nil {
		return nil, err
	}
	answer := &recoveryAnswer{SetCookie: cookie.SetCookie}
	answer.Body.Recovery = shown
	return answer, nil
}

type factorInput struct {
	Body struct {
		Password string `json:"password" maxLength:"2000"`
		Code     string `json:"code" maxLength:"64" doc:"What the app shows, or a recovery code"`
	}
}

// dropFactor turns the second factor off.
func (a *API) dropFactor(ctx context.Context, in *factorInput) (*signOutAnswer, error) {
	p, err := a.prove(ctx, "/password", in.Body.Password)
	if err != nil {
		return nil, err
	}
	return a.change(ctx, p, func(access *editorial.Access) ([]editorial.Deed, error) {
		deeds, err := proveCode(access, in.Body.Code, a)
		if err != nil {
			return nil, err
		}
		dropped, err := access.DropFactor()
		return append(deeds, dropped...), err
	})
}

// renewRecovery replaces the recovery codes.
func (a *API) renewRecovery(ctx context.Context, in *factorInput) (*recoveryAnswer, error) {
	p, err := a.prove(ctx, "/password", in.Body.Password)
	if err != nil {
		return nil, err
	}
	return a.withRecovery(ctx, p, func(access *editorial.Access, hashes [][]byte) ([]editorial.Deed, error) {
		deeds, err := proveCode(access, in.Body.Code, a)
		if err != nil {
			return nil, err
		}
		renewed, err := access.RenewRecovery(hashes)
		return append(deeds, renewed...), err
	})
}

// proveCode is Prove for somebody who is signed in: a wrong code is a field
// that is not right.
func proveCode(access *editorial.Access, code string, a *API) ([]editorial.Deed, error) {
	deeds, err := access.Prove(code, a.now())
	if refusal := editorial.AsRefusal(err); refusal != nil {
		return nil, editorial.InvalidAt("/code", refusal.Code)
	}
	return deeds, err
}
