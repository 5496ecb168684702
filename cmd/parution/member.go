package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"net/mail"
	"os"
	"slices"
	"strings"
	"time"

	"parution.dev/editorial"
	"parution.dev/store"
)

// atTheMachine is who acts when somebody uses the command line: whoever can
// write the database file may do so.
func atTheMachine() store.Write {
	return store.Write{By: editorial.Actor{Name: "parution (command line)"}, Now: time.Now()}
}

type initCommand struct {
	place
	Name          string `help:"The owner's name." required:""`
	Email         string `help:"The owner's e-mail address." required:""`
	Language      string `help:"en or fr." enum:"en,fr" default:"en"`
	PasswordStdin bool   `help:"Read a password for them to sign in with from standard input; PARUTION_PASSWORD does the same."`
}

// Run makes the first owner; the last line it prints is their token alone.
func (c initCommand) Run(ctx context.Context, out console) error {
	m, err := newMember(c.Name, c.Email, editorial.Lang(c.Language))
	if err != nil {
		return err
	}
	m.Owner = true
	hash, err := c.password(out, m)
	if err != nil {
		return err
	}
	db, keys, err := c.open(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	members, _, err := db.ListMembers(ctx, "", store.Page{Limit: store.MaxPage})
	if err != nil {
		return err
	}
	for _, m := range members {
		if m.Owner {
			return &failure{exitSetting, errors.New("this instance has an owner already; use parution token create")}
		}
	}
	if err := db.AddMember(ctx, atTheMachine(), "", m); err != nil {
		return fmt.Errorf("make the owner: %w", err)
	}
	if hash != "" {
		if err := setPassword(ctx, db, m, hash); err != nil {
			return err
		}
	}
	token, err := giveToken(ctx, db, atTheMachine(), m, "first token")
	if err != nil {
		return err
	}
	if keys.made {
		out.say("Key file: %s (keep a copy apart from the backups)", keys.path)
	}
	out.say("%s owns this instance. The token is shown this once:", m.Name)
	out.say("%s", token)
	return nil
}

// password is the hash of the owner's password, "" where none is given.
func (c initCommand) password(out console, m editorial.Member) (string, error) {
	if !c.PasswordStdin && os.Getenv(passwordVariable) == "" {
		return "", nil
	}
	return readPassword(out, m)
}

// newMember checks a name and an address from the command line.
func newMember(name, email string, language editorial.Lang) (editorial.Member, error) {
	address, err := mail.ParseAddress(email)
	if err != nil || address.Name != "" {
		return editorial.Member{}, &failure{exitSetting, errors.New("--email must be an address like ines@example.org")}
	}
	if strings.TrimSpace(name) == "" {
		return editorial.Member{}, &failure{exitSetting, errors.New("--name must not be empty")}
	}
	return editorial.Member{
		ID: editorial.NewID[editorial.MemberID]("mem"), Name: strings.TrimSpace(name), Email: strings.ToLower(address.Address), Language: language,
	}, nil
}

// giveToken makes a token of the member's own and returns its secret.
func giveToken(ctx context.Context, db *store.Store, w store.Write, m editorial.Member, name string) (string, error) {
	shown, hash := editorial.MintToken()
	token := editorial.Token{ID: editorial.NewID[editorial.TokenID]("tok"), Name: name, Member: m.ID, Maker: m.ID}
	if err := db.AddToken(ctx, w, token, hash); err != nil {
		return "", fmt.Errorf("make the token: %w", err)
	}
	return shown.Reveal(), nil
}

type tokenCommands struct {
	Create tokenCreate `cmd:"" help:"Make a token for a member, and print it."`
}

type tokenCreate struct {
	place
	Email string `help:"The member's e-mail address." required:""`
	Name  string `help:"What the token is for." required:""`
}

// Run prints the token alone on its last line.
func (c tokenCreate) Run(ctx context.Context, out console) error {
	db, err := c.existing(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	m, err := memberByEmail(ctx, db, c.Email)
	if err != nil {
		return err
	}
	token, err := giveToken(ctx, db, atTheMachine(), m, c.Name)
	if err != nil {
		return err
	}
	out.say("A token for %s, shown this once:", m.Name)
	out.say("%s", token)
	return nil
}

func memberByEmail(ctx context.Context, db *store.Store, email string) (editorial.Member, error) {
	m, err := db.MemberByEmail(ctx, strings.ToLower(email))
	if editorial.IsKind(err, editorial.NotFound) {
		return m, &failure{exitSetting, errors.New("no member has this e-mail address")}
	}
	return m, err
}

type memberCommands struct {
	List             memberList       `cmd:"" help:"List the members."`
	Add              memberAdd        `cmd:"" help:"Add a member to a calendar."`
	SetPassword      memberPassword   `cmd:"" help:"Give a member a password, read from standard input or PARUTION_PASSWORD."`
	ResetLink        memberResetLink  `cmd:"" help:"Print a link with which a member chooses a new password."`
	DropSecondFactor memberDropFactor `cmd:"" help:"Turn the second factor off of a member who has lost it."`
	Deactivate       memberDeactivate `cmd:"" help:"Shut a member out; what they did stays on record."`
	Reactivate       memberReactivate `cmd:"" help:"Let a member in again."`
	Erase            memberErase      `cmd:"" help:"Take the name and address of a member who was shut out away everywhere, for good."`
}

type memberList struct{ place }

// Run prints one member a line.
func (c memberList) Run(ctx context.Context, out console) error {
	db, err := c.existing(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	page := store.Page{Limit: store.MaxPage}
	for {
		members, next, err := db.ListMembers(ctx, "", page)
		if err != nil {
			return err
		}
		for _, m := range members {
			out.say("%s", describe(m))
		}
		if page.Cursor = next; next == "" {
			return nil
		}
	}
}

func describe(m editorial.Member) string {
	words := []string{string(m.ID), cmp.Or(m.Email, kindOf(m)), m.Name}
	if m.Owner {
		words = append(words, "owner")
	}
	for _, calendar := range slices.Sorted(maps.Keys(m.Roles)) {
		words = append(words, fmt.Sprintf("%s:%v", calendar, m.Roles[calendar]))
	}
	if !m.Deactivated.IsZero() {
		words = append(words, "deactivated")
	}
	return strings.Join(words, "  ")
}

// kindOf is what somebody is who has no address.
func kindOf(m editorial.Member) string {
	if m.Service {
		return "service"
	}
	return "erased"
}

type memberAdd struct {
	place
	Name     string `help:"The member's name." required:""`
	Email    string `help:"The member's e-mail address." required:""`
	Calendar string `help:"The calendar's id." required:""`
	Role     string `help:"manager, editor, contributor, reviewer or viewer." enum:"manager,editor,contributor,reviewer,viewer" default:"editor"`
	Language string `help:"en or fr." enum:"en,fr" default:"en"`
}

// Run adds the member, or gives one that is known the role.
func (c memberAdd) Run(ctx context.Context, out console) error {
	db, err := c.existing(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	calendar, role := editorial.CalendarID(c.Calendar), editorial.Role(c.Role)
	switch _, err := db.GetCalendar(ctx, calendar); {
	case editorial.IsKind(err, editorial.NotFound):
		return &failure{exitSetting, errors.New("there is no calendar with this id")}
	case err != nil:
		return err
	}
	known, err := db.MemberByEmail(ctx, strings.ToLower(c.Email))
	switch {
	case err == nil:
		known, err = db.UpdateMember(ctx, atTheMachine(), calendar, known.ID, func(m *editorial.Member) error {
			if !slices.Contains(m.Roles[calendar], role) {
				m.Roles[calendar] = append(m.Roles[calendar], role)
			}
			return nil
		})
	case editorial.IsKind(err, editorial.NotFound):
		if known, err = newMember(c.Name, c.Email, editorial.Lang(c.Language)); err != nil {
			return err
		}
		known.Roles = map[editorial.CalendarID][]editorial.Role{calendar: {role}}
		err = db.AddMember(ctx, atTheMachine(), calendar, known)
	}
	if err != nil {
		return err
	}
	out.say("%s", describe(known))
	return nil
}

// memberNamed is a command about one member.
type memberNamed struct {
	place
	Email string `help:"The member's e-mail address." required:""`
}

// find opens the instance and finds the member.
func (c memberNamed) find(ctx context.Context) (*store.Store, editorial.Member, error) {
	db, err := c.existing(ctx)
	if err != nil {
		return nil, editorial.Member{}, err
	}
	m, err := memberByEmail(ctx, db, c.Email)
	if err != nil {
		_ = db.Close()
		return nil, m, err
	}
	return db, m, nil
}

type memberDeactivate struct{ memberNamed }

// Run shuts the member out, and says what ended with it.
func (c memberDeactivate) Run(ctx context.Context, out console) error {
	db, m, err := c.find(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	w := atTheMachine()
	m, ended, err := db.DeactivateMember(ctx, w, m.ID, func(m *editorial.Member, others int) error { return editorial.Deactivate(m, others, w.Now) })
	if err != nil {
		return asSetting(err)
	}
	out.say("%s", describe(m))
	out.say("Ended: %d sessions, %d tokens, %d invitations.", ended.Sessions, ended.Tokens, ended.Invitations)
	return nil
}

// asSetting says a rule's refusal as a wrong command.
func asSetting(err error) error {
	if refusal := editorial.AsRefusal(err); refusal != nil {
		return &failure{exitSetting, errors.New(refusal.In(editorial.English))}
	}
	return err
}

type memberReactivate struct{ memberNamed }

// Run lets the member in again.
func (c memberReactivate) Run(ctx context.Context, out console) error {
	db, m, err := c.find(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	m, err = db.UpdateMember(ctx, atTheMachine(), "", m.ID, editorial.Reactivate)
	if err != nil {
		return asSetting(err)
	}
	out.say("%s", describe(m))
	return nil
}

type memberErase struct{ memberNamed }

// Run takes the name and the address of a member away who was shut out.
func (c memberErase) Run(ctx context.Context, out console) error {
	db, m, err := c.find(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	if m, err = db.EraseMember(ctx, atTheMachine(), m.ID, editorial.Erase); err != nil {
		return asSetting(err)
	}
	out.say("%s", describe(m))
	return nil
}
