package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"sync"
	"time"

	"parution.dev/api"
	"parution.dev/editorial"
	"parution.dev/notify"
	"parution.dev/store"
)

// mailServer reads where mails are handed over; nil where nobody said.
func (c serveCommand) mailServer() (*notify.SMTP, error) {
	if c.SMTP == "" {
		return nil, nil //nolint:nilnil // an instance without mail is a usual one
	}
	if c.MailFrom == "" {
		return nil, &failure{exitSetting, errors.New("PARUTION_SMTP needs PARUTION_MAIL_FROM too: the address that mails are from")}
	}
	server, err := notify.NewSMTP(c.SMTP, c.MailFrom)
	if err != nil {
		return nil, &failure{exitSetting, fmt.Errorf("PARUTION_SMTP or PARUTION_MAIL_FROM: %w", err)}
	}
	return server, nil
}

// tellPeople has people told of what happens, on all ways that this instance
// has, until ctx ends.
func (d *daemon) tellPeople(ctx context.Context, client *http.Client) (done <-chan struct{}, err error) {
	carriers, err := d.carriers(client)
	if err != nil {
		return nil, err
	}
	teller := notify.Teller{Record: d.store, Log: d.log, Now: now}
	var all sync.WaitGroup
	for _, carrier := range carriers {
		teller.Ways = append(teller.Ways, carrier.Ways()...)
		all.Go(func() {
			notify.Postman{Outbox: d.store, Carrier: carrier, Log: d.log, Now: now, Holder: d.holder}.Run(ctx)
		})
	}
	all.Go(func() { teller.Run(ctx) })
	over := make(chan struct{})
	go func() {
		all.Wait()
		close(over)
	}()
	return over, nil
}

// carriers are the ways out of the house that this instance has.
func (d *daemon) carriers(client *http.Client) ([]notify.Carrier, error) {
	all := []notify.Carrier{
		notify.Hooks{Client: client, Messages: d.store, Now: now},
		notify.SlackApp{Client: client, Messages: d.store, PublicURL: d.url, Now: now},
		notify.Chat{Client: client, Messages: d.store, PublicURL: d.url, Now: now},
	}
	if d.mail == nil {
		return all, nil
	}
	key, err := d.keys.mailKey()
	return append(all, notify.Mail{Server: d.mail, Mailings: d.store, PublicURL: d.url, Key: key, Now: now}), err
}

// makeDigests has the digests made that are due, where there is a way to mail
// them.
func (d *daemon) makeDigests(ctx context.Context) error {
	if d.mail == nil {
		return nil
	}
	return d.store.MakeDigests(ctx, now())
}

// letterbox takes the API's letters; nil where no mail is sent.
func (d *daemon) letterbox() api.Mailer {
	if d.mail == nil {
		return nil
	}
	return letterbox{d.store, now}
}

// letterbox writes letters into the outbox: they are tried until they are
// through, over a restart too.
type letterbox struct {
	store *store.Store
	now   func() time.Time
}

// Send implements api.Mailer.
func (l letterbox) Send(ctx context.Context, to api.Addressee, kind api.MailKind, data api.MailData) error {
	return l.store.AddLetter(ctx, to.Email, editorial.DispatchKind(kind), editorial.Letter{
		Name: to.Name, Language: to.Language, Link: data.Link, Code: data.Code, ExpiresAt: data.ExpiresAt, By: data.By, Calendar: data.Calendar,
	}, l.now())
}
