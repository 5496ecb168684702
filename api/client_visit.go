package api

import (
	"cmp"
	"context"
	"strings"
	"time"
	"unicode"

	"github.com/danielgtaylor/huma/v2"

	"parution.dev/editorial"
	"parution.dev/store"
)

const openToClients = "open to clients"

// visit registers a row that clients ask, by a visit that their link began.
func visit[I, O any](a *API, asked, id, summary string, handler func(context.Context, *I) (*O, error)) {
	method, path, _ := strings.Cut(asked, " ")
	register(a, huma.Operation{Method: method, Path: path, OperationID: id, Summary: summary, Metadata: map[string]any{openToClients: true}}, handler)
}

func isForClients(op *huma.Operation) bool { return op.Metadata[openToClients] == true }

// visitor is who comes by a client's link.
type visitor struct{ store.Visited }

func visitorOf(ctx context.Context) visitor { return requestOf(ctx).visitor }

// actor is the visitor at work.
func (v visitor) actor() editorial.Actor { return v.Link.Actor(v.Visit) }

// admit lets in whoever shows the secret of a visit whose link is still good.
// Whatever is wrong with it, the answer is the same.
func (a *API) admit(ctx huma.Context, next func(huma.Context)) {
	r := requestOf(ctx.Context())
	found, err := a.store.VisitBySecret(ctx.Context(), editorial.HashToken(bearer(ctx.Header("Authorization"))))
	now := a.now()
	if editorial.IsKind(err, editorial.NotFound) || err == nil && (!found.Visit.Good(found.Calendar, now) || !found.Link.Open(found.Calendar, found.Maker, now)) {
		err = a.strike(r.network, editorial.Refuse(editorial.Unauthorized, codeVisitOver))
	}
	if err == nil {
		if wait := a.visits.take(string(found.Visit.ID), now); wait > 0 {
			err = refuseFor(wait, codeTooManyTries)
		}
	}
	if err != nil {
		a.refuseHuma(ctx, err)
		return
	}
	r.visitor = visitor{found}
	next(ctx)
}

// ClientToken is a client's link, as its page posts it.
type ClientToken struct {
	Token string `json:"token" maxLength:"200" doc:"What stands behind the # of the link"`
}

// openLink finds the client's link that a secret is of, while it is good.
// Whatever is wrong with the secret, the answer is the same.
func (a *API) openLink(ctx context.Context, token string) (store.Visited, error) {
	found, err := a.store.ClientLinkBySecret(ctx, editorial.HashToken(token))
	if editorial.IsKind(err, editorial.NotFound) || err == nil && !found.Link.Open(found.Calendar, found.Maker, a.now()) {
		err = a.strike(requestOf(ctx).network, editorial.Refuse(editorial.NotFound, codeClientLinkOver))
	}
	return found, err
}

type lookClientInput struct{ Body ClientToken }

type clientLook struct {
	Calendar  string         `json:"calendar" doc:"Its name"`
	By        string         `json:"by" doc:"Who made the link"`
	For       string         `json:"for" doc:"Whom it is for"`
	Name      string         `json:"name" doc:"That the client gave before; empty: ask for one"`
	Language  editorial.Lang `json:"language" enum:"en,fr"`
	Code      bool           `json:"code" doc:"A code that is mailed is needed too: POST /client/codes"`
	Email     string         `json:"email" doc:"Where codes go, for the most part hidden; empty where none is needed"`
	ExpiresAt *time.Time     `json:"expires_at" doc:"null: never"`
}

type lookClientAnswer struct{ Body clientLook }

// lookClient tells whoever holds it what a client's link is about. It changes
// nothing.
func (a *API) lookClient(ctx context.Context, in *lookClientInput) (*lookClientAnswer, error) {
	found, err := a.openLink(ctx, in.Body.Token)
	if err != nil {
		return nil, err
	}
	l := found.Link
	look := clientLook{Calendar: found.Calendar.Name, By: l.By.Name, For: l.For, Name: l.Name, Language: l.Language, Code: found.Calendar.Policy.ClientCodes, ExpiresAt: instant(l.ExpiresAt)}
	if look.Code {
		look.Email = hidden(l.Email)
	}
	return &lookClientAnswer{Body: look}, nil
}

// hidden is an address that its owner knows by its first letter.
func hidden(email string) string {
	name, host, _ := strings.Cut(email, "@")
	if name == "" {
		return ""
	}
	return string([]rune(name)[:1]) + "…@" + host
}

type sendClientCodeInput struct{ Body ClientToken }

// sendClientCode mails a code to the address that the link was made with, in
// place of the one before.
func (a *API) sendClientCode(ctx context.Context, in *sendClientCodeInput) (*struct{}, error) {
	found, err := a.openLink(ctx, in.Body.Token)
	if err != nil {
		return nil, err
	}
	switch {
	case !found.Calendar.Policy.ClientCodes:
		return nil, editorial.Refuse(editorial.Conflict, codeNoCodeNeeded)
	case a.cfg.Mailer == nil:
		return nil, editorial.Refuse(editorial.Unavailable, codeNoMail)
	}
	if wait := a.codes.take(string(found.Link.ID), a.now()); wait > 0 {
		return nil, refuseFor(wait, codeTooManyLetters)
	}
	var code editorial.Secret
	w := store.Write{By: found.Link.Actor(editorial.Visit{Name: cmp.Or(found.Link.Name, found.Link.For)}), Now: a.now()}
	l, err := a.store.UpdateClientLink(ctx, w, found.Link.ID, func(l *editorial.ClientLink) (editorial.Deed, error) {
		code, err = l.NewCode(w.Now)
		return editorial.Deed{Action: "client_link.code_sent"}, err
	})
	if err != nil {
		return nil, err
	}
	to := Addressee{Email: l.Email, Name: l.For, Language: l.Language}
	a.mail(ctx, to, MailClientCode, MailData{Code: code, ExpiresAt: l.CodeEnds, Calendar: found.Calendar.Name})
	return nil, nil //nolint:nilnil // huma's way to answer nothing
}

type beginVisitInput struct {
	Body struct {
		ClientToken
		Name string `json:"name,omitempty" maxLength:"200" doc:"Who comes. Needed the first time"`
		Code string `json:"code,omitempty" maxLength:"20" doc:"That was mailed, where one is needed"`
	}
}

type visitView struct {
	Visit     string    `json:"visit" doc:"Send it as Authorization: Bearer with everything else below /client"`
	Name      string    `json:"name"`
	ExpiresAt time.Time `json:"expires_at"`
}

type visitAnswer struct{ Body visitView }

// beginVisit lets the holder of a client's link in, by the name that they give.
// It signs nothing.
func (a *API) beginVisit(ctx context.Context, in *beginVisitInput) (*visitAnswer, error) {
	found, err := a.openLink(ctx, in.Body.Token)
	if err != nil {
		return nil, err
	}
	if wait := a.visits.take(string(found.Link.ID), a.now()); wait > 0 {
		return nil, refuseFor(wait, codeTooManyTries)
	}
	name := strings.TrimSpace(cmp.Or(in.Body.Name, found.Link.Name))
	if err := checkName(name); err != nil {
		return nil, err
	}
	v := editorial.Visit{
		ID: editorial.NewID[editorial.VisitID]("vis"), Link: found.Link.ID, Name: name, Proof: editorial.ProofDeclared,
		Created: a.now(), ExpiresAt: a.now().Add(editorial.VisitLife),
	}
	if found.Calendar.Policy.ClientCodes {
		if err := a.proveMailed(ctx, found, v, in.Body.Code); err != nil {
			return nil, err
		}
		v.Proof = editorial.ProofMailed
	}
	secret, hash := editorial.MintVisit()
	w := store.Write{By: found.Link.Actor(v), Now: a.now()}
	if err := a.store.AddVisit(ctx, w, v, hash); err != nil {
		return nil, err
	}
	return &visitAnswer{Body: visitView{Visit: secret.Reveal(), Name: v.Name, ExpiresAt: v.ExpiresAt}}, nil
}

// proveMailed uses up the code that was mailed. A wrong one counts, and is on
// record.
func (a *API) proveMailed(ctx context.Context, found store.Visited, v editorial.Visit, code string) error {
	code = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, code)
	if code == "" {
		return editorial.Refuse(editorial.Unauthorized, editorial.CodeCodeNeeded)
	}
	wrong := editorial.Refuse(editorial.Unauthorized, editorial.CodeCodeWrong)
	if found.Link.Code == nil {
		return a.strike(requestOf(ctx).network, wrong)
	}
	right := false
	w := store.Write{By: found.Link.Actor(v), Now: a.now()}
	_, err := a.store.UpdateClientLink(ctx, w, found.Link.ID, func(l *editorial.ClientLink) (editorial.Deed, error) {
		if right = l.Accepts(code, w.Now); right {
			return editorial.Deed{Action: "client_link.code_used"}, nil
		}
		return editorial.Deed{Action: "client_link.code_refused"}, nil
	})
	if err == nil && !right {
		err = a.strike(requestOf(ctx).network, wrong)
	}
	return err
}
