package main

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"parution.dev/api"
	"parution.dev/editorial"
	"parution.dev/store"
)

// passwordVariable may hold a password instead of standard input. No flag
// does: command lines are read by others.
const passwordVariable = "PARUTION_PASSWORD" //nolint:gosec // the name of a variable

// readPassword reads a member's new password: from the environment, typed
// unseen on a terminal, or from the first line of standard input. It returns
// the hash.
func readPassword(out console, m editorial.Member) (string, error) {
	text := os.Getenv(passwordVariable)
	if text == "" {
		var err error
		if text, err = typed(out, os.Stdin); err != nil {
			return "", fmt.Errorf("read the password: %w", err)
		}
	}
	hash, err := api.HashPassword(editorial.NewSecret(text), m)
	return hash, asSetting(err)
}

// typed reads one line, without showing it on a terminal.
func typed(out console, from *os.File) (string, error) {
	if term.IsTerminal(int(from.Fd())) {
		_, _ = fmt.Fprint(out, "Password: ")
		text, err := term.ReadPassword(int(from.Fd()))
		out.say("")
		return string(text), err
	}
	line, err := bufio.NewReader(io.LimitReader(from, 4096)).ReadString('\n')
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return strings.TrimRight(line, "\r\n"), err
}

func setPassword(ctx context.Context, db *store.Store, m editorial.Member, hash string) error {
	w := atTheMachine()
	_, err := db.UpdateAccess(ctx, w, m.ID, func(a *editorial.Access) ([]editorial.Deed, error) {
		return a.SetPassword(hash, "", w.Now), nil
	})
	return err
}

type memberPassword struct{ memberNamed }

// Run gives the member a password, and signs them out everywhere.
func (c memberPassword) Run(ctx context.Context, out console) error {
	db, m, err := c.find(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	hash, err := readPassword(out, m)
	if err != nil {
		return err
	}
	if err := setPassword(ctx, db, m, hash); err != nil {
		return err
	}
	out.say("%s has a new password, and is signed out everywhere.", m.Name)
	return nil
}

type memberResetLink struct {
	memberNamed
	PublicURL string `help:"The address that the outside sees." env:"PARUTION_PUBLIC_URL" placeholder:"URL"`
}

// Run prints the link alone on its last line.
func (c memberResetLink) Run(ctx context.Context, out console) error {
	address, err := outside{PublicURL: cmp.Or(c.PublicURL, "http://127.0.0.1:8080")}.publicURL(nil)
	if err != nil {
		return err
	}
	db, m, err := c.find(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	if !m.Deactivated.IsZero() {
		return asSetting(editorial.Refuse(editorial.Conflict, editorial.CodeShutOut))
	}
	w := atTheMachine()
	secret, hash := editorial.MintLink()
	reset := editorial.Reset{ID: editorial.NewID[editorial.ResetID]("rst"), Member: m.ID, By: w.By, ExpiresAt: w.Now.Add(editorial.ResetByHand)}
	if err := db.AddReset(ctx, w, reset, hash); err != nil {
		return err
	}
	out.say("With this link %s chooses a new password, once, within a day:", m.Name)
	out.say("%s/reset#%s", address, secret.Reveal())
	return nil
}

type memberDropFactor struct{ memberNamed }

// Run turns the second factor off, and signs the member out everywhere.
func (c memberDropFactor) Run(ctx context.Context, out console) error {
	db, m, err := c.find(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	w := atTheMachine()
	_, err = db.UpdateAccess(ctx, w, m.ID, func(a *editorial.Access) ([]editorial.Deed, error) {
		deeds, err := a.DropFactor()
		return append(deeds, a.EndOthers("", w.Now)...), err
	})
	if err != nil {
		return asSetting(err)
	}
	out.say("%s signs in without a second factor now.", m.Name)
	return nil
}
