package api

import (
	"context"
	"time"

	"parution.dev/editorial"
)

// Mailer sends letters to people. It may take its time: no request waits.
type Mailer interface {
	Send(ctx context.Context, to Addressee, kind MailKind, data MailData) error
}

// Addressee is whom a letter is for.
type Addressee struct {
	Email    string
	Name     string // "" where it is not known
	Language editorial.Lang
}

// MailKind says what a letter is about.
type MailKind string

// The letters.
const (
	MailInvitation      MailKind = "invitation"       // come into a calendar, by a link
	MailReset           MailKind = "password_reset"   // choose a new password, by a link
	MailPasswordChanged MailKind = "password_changed" // somebody did, you hopefully
	MailClientCode      MailKind = "client_code"      // shows that a client has this address
)

// MailData is what a letter tells, as far as its kind has it.
type MailData struct {
	Link      editorial.Secret // opens a page; acting there is a POST
	Code      editorial.Secret // to be typed in
	ExpiresAt time.Time        // of the link, or of the code
	By        string           // who invites
	Calendar  string           // into what
}

// mailTime is how long a letter may take to be handed over.
const mailTime = time.Minute

// mail sends a letter beside the request, where there is a way to.
func (a *API) mail(ctx context.Context, to Addressee, kind MailKind, data MailData) {
	if a.cfg.Mailer == nil || to.Email == "" {
		return
	}
	a.beside(ctx, func(ctx context.Context) error { return a.cfg.Mailer.Send(ctx, to, kind, data) }, string(kind))
}

// beside does something that nobody waits for: not even its time tells what
// became of it. When too much is under way it is left undone, and logged.
func (a *API) beside(ctx context.Context, work func(context.Context) error, name string) {
	select {
	case a.errands <- struct{}{}:
	default:
		a.cfg.Log.Error().Str("errand", name).Msg("too much is under way")
		return
	}
	apart, cancel := context.WithTimeout(context.WithoutCancel(ctx), mailTime)
	go func() {
		defer func() { <-a.errands }()
		defer cancel()
		if err := work(apart); err != nil {
			a.cfg.Log.Error().Err(err).Str("errand", name).Msg("an errand failed")
		}
	}()
}

func addressee(m editorial.Member) Addressee {
	return Addressee{Email: m.Email, Name: m.Name, Language: m.Language}
}

// link is the address of a page that a secret opens. It stands behind the #:
// browsers keep that to themselves, so it is in no log and no Referer.
func (a *API) link(page string, secret editorial.Secret) editorial.Secret {
	return editorial.NewSecret(a.cfg.PublicURL + "/" + page + "#" + secret.Reveal())
}
