package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/store"
)

// machine is where the commands of one test run: with a data directory and a
// key file of their own, and nothing else in the environment.
type machine struct {
	t    *testing.T
	dir  string
	data string
	key  string
}

func newMachine(t *testing.T) *machine {
	t.Helper()
	for _, variable := range os.Environ() {
		if name, _, _ := strings.Cut(variable, "="); strings.HasPrefix(name, "PARUTION_") || name == "ZONEINFO" {
			unset(t, name)
		}
	}
	unset(t, "ZONEINFO") // commands set it for their process
	dir := t.TempDir()
	m := &machine{t: t, dir: dir, data: filepath.Join(dir, "data"), key: filepath.Join(dir, "keys", "key")}
	t.Setenv("PARUTION_DATA", m.data)
	t.Setenv("PARUTION_KEY_FILE", m.key)
	return m
}

// unset takes a variable out of the environment until the test is over.
func unset(t *testing.T, name string) {
	t.Helper()
	t.Setenv(name, "") // which puts it back afterwards
	require.NoError(t, os.Unsetenv(name))
}

// ended is how a command ended, and what it said.
type ended struct {
	code         int
	out, trouble string
}

// run runs a command. A daemon that starts, where it should not, is stopped.
func (m *machine) run(args ...string) ended {
	m.t.Helper()
	ctx, cancel := context.WithTimeout(m.t.Context(), time.Minute)
	defer cancel()
	var out, trouble bytes.Buffer
	code := run(ctx, args, console{&out}, &trouble, editorial.UsualTerms())
	return ended{code, out.String(), trouble.String()}
}

// in is the same machine in a part of the test.
func (m *machine) in(t *testing.T) *machine {
	t.Helper()
	part := *m
	part.t = t
	return &part
}

// does runs a command that must succeed, and returns what it said.
func (m *machine) does(args ...string) string {
	m.t.Helper()
	got := m.run(args...)
	require.Zero(m.t, got.code, "%v: %s", args, got.trouble)
	require.Empty(m.t, got.trouble)
	return got.out
}

// refuses runs a command that must end with a code and one line, which says
// each of the words.
func (m *machine) refuses(code int, words []string, args ...string) {
	m.t.Helper()
	got := m.run(args...)
	require.Equal(m.t, code, got.code, "%v: %s%s", args, got.out, got.trouble)
	require.Regexp(m.t, `^parution: .+\n$`, got.trouble, "one line")
	for _, word := range words {
		require.Contains(m.t, got.trouble, word)
	}
	require.Empty(m.t, got.out)
}

// lastLine is what scripts read.
func lastLine(out string) string {
	lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
	return lines[len(lines)-1]
}

func (m *machine) init() (token string) {
	m.t.Helper()
	return lastLine(m.does("init", "--name", "Inès Moreau", "--email", "Ines@Example.org", "--language", "fr"))
}

// open opens the instance beside the commands.
func (m *machine) open() *store.Store {
	m.t.Helper()
	db, _, err := place{Data: m.data, KeyFile: m.key}.open(m.t.Context(), nil)
	require.NoError(m.t, err)
	m.t.Cleanup(func() { require.NoError(m.t, db.Close()) })
	return db
}

func TestVersion(t *testing.T) {
	m := newMachine(t)
	require.Equal(t, "parution "+version+"\n", m.does("version"))
	require.NoDirExists(t, m.data)
}

func TestHelp(t *testing.T) {
	m := newMachine(t)
	help := m.does("--help")
	for _, command := range []string{"serve", "init", "token create", "member list", "member add", "member set-password", "member reset-link", "member drop-second-factor", "member deactivate", "member reactivate", "channel check", "backup", "restore", "version"} {
		require.Contains(t, help, command)
		require.Contains(t, m.does(append(strings.Fields(command), "--help")...), "Usage: parution "+command)
	}
	require.Contains(t, m.does("serve", "--help"), "PARUTION_LISTEN")
	require.NoDirExists(t, m.data, "help makes nothing")
	require.NoFileExists(t, m.key)
}

func TestWrongCommands(t *testing.T) {
	m := newMachine(t)
	for _, row := range []struct {
		args  []string
		words []string
	}{
		{nil, []string{"serve", "init"}},
		{[]string{"frobnicate"}, []string{"frobnicate"}},
		{[]string{"serve", "--nope"}, []string{"--nope"}},
		{[]string{"version", "please"}, []string{"please"}},
		{[]string{"init"}, []string{"--email", "--name"}},
		{[]string{"token"}, []string{"create"}},
		{[]string{"token", "create", "--email", "a@example.org"}, []string{"--name"}},
		{[]string{"member", "add", "--email", "a@example.org", "--name", "A"}, []string{"--calendar"}},
		{[]string{"member", "set-password"}, []string{"--email"}},
		{[]string{"backup"}, []string{"<to>"}},
		{[]string{"restore"}, []string{"<from>"}},
		{[]string{"channel", "check"}, []string{"<channel>"}},
	} {
		m.refuses(exitSetting, row.words, row.args...)
	}
	require.NoDirExists(t, m.data)
}

func TestExitCodes(t *testing.T) {
	plain := errors.New("no")
	for code, err := range map[int]error{
		exitFailed:  plain,
		exitSetting: &failure{exitSetting, plain},
		exitSchema:  fmt.Errorf("open: %w", store.ErrNewerSchema),
		exitAddress: fmt.Errorf("serve: %w", &failure{exitAddress, plain}),
		exitData:    &failure{exitData, plain},
	} {
		require.Equal(t, code, codeOf(err))
	}
	require.ErrorIs(t, &failure{exitData, plain}, plain)
}

// A newer schema has an exit code of its own, so that a service manager does
// not start the old version over and over.
func TestNewerSchema(t *testing.T) {
	m := newMachine(t)
	newer, err := os.ReadFile("testdata/newer.sqlite") // no table but the one that numbers the schema: 9999
	require.NoError(t, err)
	require.NoError(t, os.Mkdir(m.data, 0o700))
	require.NoError(t, os.WriteFile(filepath.Join(m.data, databaseName), newer, 0o600))
	for _, args := range [][]string{{"serve", "--listen", "127.0.0.1:0"}, {"member", "list"}, {"backup", filepath.Join(m.dir, "b.tar")}} {
		m.refuses(exitSchema, []string{"newer version", "9999"}, args...)
	}
	m.refuses(exitSchema, []string{"newer version"}, "init", "--name", "A", "--email", "a@example.org")
}

// A panic that is not kong's is not swallowed.
func TestFinishPanics(t *testing.T) {
	require.Panics(t, func() {
		run(context.Background(), []string{"version"}, console{panicky{}}, &bytes.Buffer{}, editorial.UsualTerms())
	})
}

type panicky struct{}

func (panicky) Write([]byte) (int, error) { panic("oops") }
