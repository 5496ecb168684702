package notify

import (
	"context"
	"fmt"
	"net/mail"
	"strings"
	"time"
	"unicode"

	gomail "github.com/wneessen/go-mail"

	"parution.dev/editorial"
)

// Mailings reads what mails hold.
type Mailings interface {
	GetMailing(ctx context.Context, d editorial.Dispatch, now time.Time) (editorial.Mailing, error)
}

// Mail carries letters to people: what they were told, digests, and letters of
// their own kind.
type Mail struct {
	Server    *SMTP
	Mailings  Mailings
	PublicURL string
	Key       []byte // of the links that end a kind of mail
	Now       func() time.Time
}

// Ways implements Carrier.
func (m Mail) Ways() []editorial.Outlet { return []editorial.Outlet{editorial.OutletMail} }

// Carry implements Carrier.
func (m Mail) Carry(ctx context.Context, d editorial.Dispatch) error {
	page, to, err := m.compose(ctx, d)
	if err != nil {
		return err
	}
	message, err := m.message(d, page, to)
	if err != nil {
		return err
	}
	return m.Server.send(ctx, message)
}

// compose writes the page of a dispatch, and says whom it is for.
func (m Mail) compose(ctx context.Context, d editorial.Dispatch) (page, *mail.Address, error) {
	house := house{url: m.PublicURL}
	if d.Member == "" {
		if d.Letter == nil {
			return page{}, nil, &Trouble{Verdict: editorial.Never, Code: "letter_unreadable", Message: "the letter cannot be read: it was sealed with another key"}
		}
		if ends := d.Letter.ExpiresAt; !ends.IsZero() && !m.Now().Before(ends) { // what it opens is over
			return page{}, nil, nothingToSay{}
		}
		return house.letter(d.Kind, *d.Letter, m.Now()), &mail.Address{Name: line(d.Letter.Name), Address: d.To}, nil
	}
	mailing, err := m.Mailings.GetMailing(ctx, d, m.Now())
	if err != nil {
		return page{}, nil, fmt.Errorf("read what a mail holds: %w", err)
	}
	if mailing.Empty() || mailing.To.Email == "" {
		return page{}, nil, nothingToSay{}
	}
	var written page
	if mailing.Digest != nil {
		written = house.digest(*mailing.Digest, mailing.To.Language)
	} else {
		written = house.tidings(mailing)
	}
	token := editorial.Unsubscription{Member: d.Member, Kind: d.Kind, Calendar: d.Calendar}.Token(m.Key)
	written.unsubscribe = m.PublicURL + "/unsubscribe/" + token
	return written, &mail.Address{Name: line(mailing.To.Name), Address: mailing.To.Email}, nil
}

// message puts a page into an envelope. Whatever stands in a header is one
// line; addresses were checked when they came in, and are again here.
func (m Mail) message(d editorial.Dispatch, p page, to *mail.Address) (*gomail.Msg, error) {
	wrong := &Trouble{Verdict: editorial.Never, Code: "bad_address", Message: "the address of the recipient is none"}
	if strings.ContainsFunc(to.Address, unicode.IsControl) {
		return nil, wrong
	}
	msg := gomail.NewMsg(gomail.WithNoDefaultUserAgent())
	msg.FromMailAddress(m.Server.from)
	if err := msg.AddToFormat(to.Name, to.Address); err != nil {
		wrong.Err = err
		return nil, wrong
	}
	msg.Subject(line(p.subject))
	msg.SetDateWithValue(d.Made)
	_, domain, _ := strings.Cut(m.Server.from.Address, "@")
	msg.SetMessageIDWithValue(string(d.ID) + "@" + domain)
	msg.SetGenHeader("Auto-Submitted", "auto-generated")
	msg.SetGenHeader("Content-Language", string(p.lang))
	msg.SetBodyString(gomail.TypeTextPlain, p.text())
	msg.AddAlternativeString(gomail.TypeTextHTML, p.html())
	if p.unsubscribe == "" {
		return msg, nil
	}
	if strings.HasPrefix(p.unsubscribe, "https://") { // RFC 8058 asks for it
		return msg, msg.SetListUnsubscribeOneClick(p.unsubscribe)
	}
	msg.SetListUnsubscribe(p.unsubscribe)
	return msg, nil
}

// line makes one line of a text that people wrote: what could begin another
// header, or turn the text around, is a space.
func line(text string) string {
	text = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp) && r != '\u200d' {
			return ' '
		}
		return r
	}, text)
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == ' ' }), " ")
}
