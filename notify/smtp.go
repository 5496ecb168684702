package notify

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/mail"
	"net/url"
	"strconv"
	"time"

	gomail "github.com/wneessen/go-mail"

	"parution.dev/editorial"
)

// SMTP is the mail server that takes letters from us, and whom they are from.
type SMTP struct {
	host    string
	options []gomail.Option
	from    *mail.Address
}

// NewSMTP reads the address of a mail server: smtp://user:password@host:587,
// or smtps:// for one that speaks TLS from the first byte. Without TLS nothing
// is sent, unless the server is on this machine or ?tls=none insists. An error
// repeats nothing of the address: it holds a password.
func NewSMTP(address, from string) (*SMTP, error) {
	at, err := url.Parse(address)
	if err != nil || at.Scheme != "smtp" && at.Scheme != "smtps" || at.Hostname() == "" {
		return nil, errors.New("a mail server is written smtp://user:password@host:587 or smtps://user:password@host:465")
	}
	sender, err := mail.ParseAddress(from)
	if err != nil {
		return nil, errors.New("the sender is an address, like Parution <calendar@example.org>")
	}
	s := &SMTP{host: at.Hostname(), from: sender, options: []gomail.Option{gomail.WithTimeout(30 * time.Second)}}
	port := map[string]int{"smtp": 587, "smtps": 465}[at.Scheme]
	if text := at.Port(); text != "" {
		if port, err = strconv.Atoi(text); err != nil {
			return nil, errors.New("the mail server’s port is a number")
		}
	}
	s.options = append(s.options, gomail.WithPort(port), gomail.WithTLSConfig(&tls.Config{ServerName: at.Hostname(), MinVersion: tls.VersionTLS12}))
	if err := s.secure(at); err != nil {
		return nil, err
	}
	if password, some := at.User.Password(); some {
		s.options = append(s.options, gomail.WithSMTPAuth(gomail.SMTPAuthAutoDiscover), gomail.WithUsername(at.User.Username()), gomail.WithPassword(password))
	}
	return s, nil
}

// secure says how the connection is protected.
func (s *SMTP) secure(at *url.URL) error {
	how := at.Query().Get("tls")
	ip := net.ParseIP(at.Hostname())
	here := at.Hostname() == "localhost" || ip != nil && ip.IsLoopback()
	switch {
	case at.Scheme == "smtps" && how == "":
		s.options = append(s.options, gomail.WithSSL())
	case how == "none", how == "" && here:
		s.options = append(s.options, gomail.WithTLSPolicy(gomail.NoTLS))
	case how == "":
		s.options = append(s.options, gomail.WithTLSPolicy(gomail.TLSMandatory))
	default:
		return errors.New("of a mail server, tls can be none and nothing else")
	}
	return nil
}

// send hands a message over.
func (s *SMTP) send(ctx context.Context, m *gomail.Msg) error {
	client, err := gomail.NewClient(s.host, s.options...)
	if err != nil {
		return fmt.Errorf("prepare a mail connection: %w", err)
	}
	if err := client.DialAndSendWithContext(ctx, m); err != nil {
		return smtpTrouble(err)
	}
	return nil
}

// smtpTrouble reads what a mail server said: a 5xx answer about this message is
// for good, all else passes.
func smtpTrouble(err error) error {
	t := &Trouble{Verdict: editorial.Later, Code: "mail_server", Message: "the mail server could not be reached, or did not take the message yet", Err: err}
	said := new(gomail.SendError)
	if errors.As(err, &said) && said.ErrorCode() >= 500 && said.ErrorCode() < 600 && !said.IsTemp() {
		t.Verdict, t.Code = editorial.Never, "mail_refused"
		t.Message = fmt.Sprintf("the mail server refused the message with %d %s", said.ErrorCode(), said.EnhancedStatusCode())
	}
	return t
}
