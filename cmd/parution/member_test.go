package main

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/store"
)

// owner finds whom a token belongs to.
func (m *machine) owner(token string) (editorial.Token, editorial.Member) {
	m.t.Helper()
	k, who, err := m.open().TokenBySecret(m.t.Context(), editorial.HashToken(token))
	require.NoError(m.t, err)
	return k, who
}

// calendar makes a calendar that the first owner manages.
func (m *machine) calendar(id editorial.CalendarID) {
	m.t.Helper()
	db := m.open()
	owner, err := db.MemberByEmail(m.t.Context(), "ines@example.org")
	require.NoError(m.t, err)
	calendar := editorial.Calendar{ID: id, Name: "Maison", Zone: "Europe/Paris", Policy: editorial.DefaultPolicy()}
	require.NoError(m.t, db.AddCalendar(m.t.Context(), atTheMachine(), calendar, owner.ID))
}

func TestInit(t *testing.T) {
	m := newMachine(t)
	out := m.does("init", "--name", " Inès Moreau ", "--email", "Ines@Example.org", "--language", "fr")
	require.Contains(t, out, m.key, "where the key was made is said")
	token := lastLine(out)
	require.Regexp(t, `^par_\S{43}$`, token, "alone on its line, for scripts")
	require.Equal(t, 1, strings.Count(out, token))

	k, who := m.owner(token)
	require.Equal(t, who.ID, k.Maker, "a token made at the machine is the member’s own")
	require.True(t, who.Owner)
	require.Equal(t, "Inès Moreau", who.Name)
	require.Equal(t, "ines@example.org", who.Email)
	require.Equal(t, editorial.French, who.Language)

	m.refuses(exitSetting, []string{"owner already", "token create"}, "init", "--name", "B", "--email", "b@example.org")
	require.Len(t, strings.Split(strings.TrimSpace(m.does("member", "list")), "\n"), 1)
}

func TestInitRefusals(t *testing.T) {
	m := newMachine(t)
	for _, row := range []struct{ name, email, language, word string }{
		{"A", "", "en", "--email"},
		{"A", "nobody", "en", "--email"},
		{"A", "A <a@example.org>", "en", "--email"},
		{"A", "a@example.org, b@example.org", "en", "--email"},
		{" ", "a@example.org", "en", "--name"},
		{"A", "a@example.org", "de", "--language"},
	} {
		m.refuses(exitSetting, []string{row.word}, "init", "--name", row.name, "--email", row.email, "--language", row.language)
	}
	require.NoDirExists(t, m.data, "a mistake makes nothing")
	require.NoFileExists(t, m.key)
}

// A key that is there is used, and not told as new.
func TestInitWithAKey(t *testing.T) {
	m := newMachine(t)
	keysIn(t, m.key)
	require.NotContains(t, m.does("init", "--name", "A", "--email", "a@example.org"), m.key)
}

func TestTokenCreate(t *testing.T) {
	m := newMachine(t)
	first := m.init()
	token := lastLine(m.does("token", "create", "--email", "INES@example.org", "--name", "a script"))
	require.Regexp(t, `^par_\S{43}$`, token)
	require.NotEqual(t, first, token)
	k, who := m.owner(token)
	require.Equal(t, "a script", k.Name)
	require.Equal(t, who.ID, k.Maker)
	require.True(t, k.Alive(time.Now()))
	require.Equal(t, "ines@example.org", who.Email)
	m.refuses(exitSetting, []string{"no member"}, "token", "create", "--email", "nobody@example.org", "--name", "x")
}

func TestMemberAdd(t *testing.T) {
	m := newMachine(t)
	m.init()
	m.calendar("cal_1")
	m.calendar("cal_2")
	add := func(more ...string) string {
		return m.does(append([]string{"member", "add", "--name", "Karim", "--email", "Karim@Example.org"}, more...)...)
	}
	require.Regexp(t, `^mem_\S+  karim@example.org  Karim  cal_2:\[editor\]\n$`, add("--calendar", "cal_2"))
	added := add("--calendar", "cal_2")
	require.Contains(t, added, "cal_2:[editor]\n", "nobody holds a role twice")
	require.Contains(t, add("--calendar", "cal_1", "--role", "reviewer"), "cal_1:[reviewer]  cal_2:[editor]\n")
	require.Contains(t, add("--calendar", "cal_1", "--role", "manager"), "cal_1:[manager reviewer]  cal_2:[editor]\n")
	for range 5 { // in the same order every time
		require.Regexp(t, `(?m)^mem_\S+  ines@example.org  Inès Moreau  owner  cal_1:\[manager\]  cal_2:\[manager\]$`, m.does("member", "list"))
	}
	require.Regexp(t, `(?m)^mem_\S+  karim@example.org  Karim  cal_1:\[manager reviewer\]  cal_2:\[editor\]$`, m.does("member", "list"))

	m.refuses(exitSetting, []string{"no calendar"}, "member", "add", "--name", "A", "--email", "a@example.org", "--calendar", "cal_9")
	m.refuses(exitSetting, []string{"--email"}, "member", "add", "--name", "A", "--email", "a", "--calendar", "cal_1")
	m.refuses(exitSetting, []string{"--role"}, "member", "add", "--name", "A", "--email", "a@example.org", "--calendar", "cal_1", "--role", "owner")
	require.NotContains(t, m.does("member", "list"), "a@example.org")
}

func TestMemberListIsWhole(t *testing.T) {
	m := newMachine(t)
	m.init()
	db := m.open()
	for range store.MaxPage + 5 {
		id := editorial.NewID[editorial.MemberID]("mem")
		require.NoError(t, db.AddMember(t.Context(), atTheMachine(), "", editorial.Member{ID: id, Email: string(id)}))
	}
	require.Equal(t, store.MaxPage+6, strings.Count(m.does("member", "list"), "\n"))
}

func TestMemberDeactivate(t *testing.T) {
	m := newMachine(t)
	token := m.init()
	m.refuses(exitSetting, []string{"one owner"}, "member", "deactivate", "--email", "ines@example.org")
	m.crown("karim@example.org")
	out := m.does("member", "deactivate", "--email", "Ines@example.org")
	require.Contains(t, out, "ines@example.org  Inès Moreau  owner  deactivated\n")
	require.Contains(t, out, "Ended: 0 sessions, 1 tokens, 0 invitations.\n")
	k, who := m.owner(token)
	require.WithinDuration(t, time.Now(), who.Deactivated, time.Minute)
	require.False(t, k.Alive(time.Now()))
	lines, err := m.open().ListAudit(t.Context(), store.AuditFilter{Instance: true, Latest: true}, 2)
	require.NoError(t, err)
	require.Equal(t, "token.updated", lines[0].Action)
	require.Equal(t, "member.deactivated", lines[1].Action)
	require.Equal(t, "parution (command line)", lines[1].Actor.Name)
	require.NotContains(t, m.does("member", "reactivate", "--email", "ines@example.org"), "deactivated")
	for _, command := range []string{"deactivate", "reactivate", "reset-link", "set-password", "drop-second-factor"} {
		m.refuses(exitSetting, []string{"no member"}, "member", command, "--email", "nobody@example.org")
	}
}

// crown makes another owner.
func (m *machine) crown(email string) {
	m.t.Helper()
	id := editorial.NewID[editorial.MemberID]("mem")
	require.NoError(m.t, m.open().AddMember(m.t.Context(), atTheMachine(), "", editorial.Member{ID: id, Name: "Karim", Email: email, Owner: true}))
}

// The commands work beside a daemon that has the database open.
func TestBesideTheDaemon(t *testing.T) {
	m := newMachine(t)
	m.init()
	db := m.open()
	alone, err := db.TakeOver(t.Context())
	require.NoError(t, err)
	require.True(t, alone)
	m.does("token", "create", "--email", "ines@example.org", "--name", "x")
	m.does("backup", filepath.Join(m.dir, "b.tar"))
	tokens, _, err := db.ListTokens(t.Context(), "", store.Page{})
	require.NoError(t, err)
	require.Len(t, tokens, 2)
}
