package api

import (
	"context"
	"crypto/subtle"
	"strings"

	"parution.dev/editorial"
	"parution.dev/store"
)

type setUpInput struct {
	Body struct {
		Code     string         `json:"code" maxLength:"64" doc:"As the daemon showed it when it started"`
		Name     string         `json:"name" minLength:"1" maxLength:"200"`
		Email    string         `json:"email" maxLength:"254"`
		Language editorial.Lang `json:"language" enum:"en,fr"`
		Password string         `json:"password" maxLength:"2000" doc:"12 to 256 characters of any kind, and not easily guessed"`
	}
}

// setUp makes the first owner of an instance that nobody is in yet, and signs
// them in. Whoever reads what the daemon shows at the machine may: the code
// says so. It is good until there is somebody, and no longer than the daemon.
func (a *API) setUp(ctx context.Context, in *setUpInput) (*signInAnswer, error) {
	empty, err := a.empty(ctx)
	if err != nil {
		return nil, err
	}
	if !empty {
		return nil, editorial.Refuse(editorial.Conflict, editorial.CodeSetUp)
	}
	if !sameCode(in.Body.Code, a.cfg.SetupCode) {
		return nil, a.strike(requestOf(ctx).network, editorial.InvalidAt("/code", codeSetupWrong))
	}
	if err := checkName(in.Body.Name); err != nil {
		return nil, err
	}
	email, err := address(in.Body.Email)
	if err != nil {
		return nil, err
	}
	m := editorial.Member{
		ID: editorial.NewID[editorial.MemberID]("mem"), Name: strings.TrimSpace(in.Body.Name), Email: email, Language: in.Body.Language, Owner: true,
		Roles: map[editorial.CalendarID][]editorial.Role{}, Created: a.now(), Version: 1,
	}
	return a.comesIn(ctx, m, in.Body.Password, func(w store.Write, who store.Coming) (editorial.Access, error) {
		return a.store.AddFirst(ctx, w, who)
	})
}

// empty tells whether the instance waits for its first owner, who can be made
// from the pages.
func (a *API) empty(ctx context.Context) (bool, error) {
	if a.cfg.SetupCode.IsZero() {
		return false, nil
	}
	members, _, err := a.store.ListMembers(ctx, "", store.Page{Limit: 1})
	return len(members) == 0, err
}

// sameCode compares a typed code with the one that was shown, however people
// group and write it.
func sameCode(typed string, shown editorial.Secret) bool {
	tidy := func(code string) []byte {
		return []byte(strings.ToUpper(strings.NewReplacer("-", "", " ", "", "\u00a0", "").Replace(code)))
	}
	return subtle.ConstantTimeCompare(tidy(typed), tidy(shown.Reveal())) == 1
}
