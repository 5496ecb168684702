package main

import (
	"bytes"
	"context"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// setting is one wrong setting, and the words of the line that says so.
type setting struct {
	variable, flag, value string
	code                  int
	words                 []string
}

// Wherever a setting that is wrong was made, the daemon does not start, and
// one line says which it is.
func TestWrongSettings(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer taken.Close()
	file := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(file, []byte("not a key"), 0o600))
	for name, row := range map[string]setting{
		"log level":              {"PARUTION_LOG_LEVEL", "--log-level", "loud", exitSetting, []string{"--log-level", "debug", "loud"}},
		"log format":             {"PARUTION_LOG_FORMAT", "--log-format", "xml", exitSetting, []string{"--log-format", "json", "xml"}},
		"public URL":             {"PARUTION_PUBLIC_URL", "--public-url", "calendar.example.org", exitSetting, []string{"PARUTION_PUBLIC_URL", "https://"}},
		"public URL, not http":   {"PARUTION_PUBLIC_URL", "--public-url", "ftp://calendar.example.org", exitSetting, []string{"PARUTION_PUBLIC_URL"}},
		"public URL, no host":    {"PARUTION_PUBLIC_URL", "--public-url", "https://", exitSetting, []string{"PARUTION_PUBLIC_URL"}},
		"public URL, query":      {"PARUTION_PUBLIC_URL", "--public-url", "https://calendar.example.org/?a=b", exitSetting, []string{"PARUTION_PUBLIC_URL"}},
		"public URL, user":       {"PARUTION_PUBLIC_URL", "--public-url", "https://ines:secret@calendar.example.org", exitSetting, []string{"PARUTION_PUBLIC_URL"}},
		"private networks":       {"PARUTION_ALLOW_PRIVATE", "--allow-private", "10.0.0.0/8,localhost", exitSetting, []string{"PARUTION_ALLOW_PRIVATE", "localhost", "127.0.0.0/8"}},
		"private networks, bits": {"PARUTION_ALLOW_PRIVATE", "--allow-private", "10.0.0.0/33", exitSetting, []string{"PARUTION_ALLOW_PRIVATE"}},
		"link checks":            {"PARUTION_LINK_CHECKS", "--link-checks", "maybe", exitSetting, []string{"--link-checks", "on", "off", "maybe"}},
		"mail, no sender":        {"PARUTION_SMTP", "--smtp", "smtp://mail.example.org", exitSetting, []string{"PARUTION_SMTP", "PARUTION_MAIL_FROM"}},
		"proxies":                {"PARUTION_TRUSTED_PROXIES", "--trusted-proxies", "10.0.0.1, proxy.local", exitSetting, []string{"PARUTION_TRUSTED_PROXIES", "proxy.local", "10.0.0.0/8"}},
		"proxies, bits":          {"PARUTION_TRUSTED_PROXIES", "--trusted-proxies", "10.0.0.0/33", exitSetting, []string{"PARUTION_TRUSTED_PROXIES"}},
		"address":                {"PARUTION_LISTEN", "--listen", "nowhere", exitAddress, []string{"listen", "nowhere"}},
		"address, no such port":  {"PARUTION_LISTEN", "--listen", "127.0.0.1:99999", exitAddress, []string{"listen", "127.0.0.1:99999"}},
		"address, not ours":      {"PARUTION_LISTEN", "--listen", "192.0.2.1:8080", exitAddress, []string{"listen", "192.0.2.1:8080"}},
		"address, taken":         {"PARUTION_LISTEN", "--listen", taken.Addr().String(), exitAddress, []string{"listen", taken.Addr().String()}},
		"data, empty":            {"PARUTION_DATA", "--data", "", exitSetting, []string{"--data", "empty"}},
		"data, a file":           {"PARUTION_DATA", "--data", file, exitData, []string{file}},
		"data, below a file":     {"PARUTION_DATA", "--data", filepath.Join(file, "data"), exitData, []string{file}},
		"key file, empty":        {"PARUTION_KEY_FILE", "--key-file", "", exitSetting, []string{"--key-file", "empty"}},
		"key file, no key":       {"PARUTION_KEY_FILE", "--key-file", file, exitData, []string{"key file", file, "32 bytes"}},
		"key file, below a file": {"PARUTION_KEY_FILE", "--key-file", filepath.Join(file, "key"), exitData, []string{"key file", file}},
		"key file, a directory":  {"PARUTION_KEY_FILE", "--key-file", filepath.Dir(file), exitData, []string{"key file", filepath.Dir(file)}},
		"configuration, missing": {"PARUTION_CONFIG", "--config", filepath.Join(filepath.Dir(file), "none.json"), exitSetting, []string{"none.json"}},
		"configuration, no JSON": {"PARUTION_CONFIG", "--config", file, exitSetting, []string{"configuration file"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Run("as a flag", func(t *testing.T) {
				m := newMachine(t)
				m.refuses(row.code, row.words, m.serve(row.flag, row.value)...)
			})
			t.Run("in the environment", func(t *testing.T) {
				m := newMachine(t)
				t.Setenv(row.variable, row.value)
				m.refuses(row.code, row.words, m.serve(row.flag)...)
			})
			t.Run("in the file", func(t *testing.T) {
				if row.flag == "--config" {
					t.Skip("it cannot name itself")
				}
				m := newMachine(t)
				unset(t, row.variable)
				name := strings.ReplaceAll(strings.TrimPrefix(row.flag, "--"), "-", "_")
				m.refuses(row.code, row.words, m.serve(row.flag, "", m.configuration(`{"`+name+`": "`+row.value+`"}`))...)
			})
		})
	}
}

// serve is the daemon's command line, on an address of its own unless the flag
// is the address. A flag without a value is not given.
func (m *machine) serve(flag string, value ...string) []string {
	args := []string{"serve"}
	if flag != "--listen" {
		args = append(args, "--listen=127.0.0.1:0")
	}
	switch len(value) {
	case 1:
		args = append(args, flag+"="+value[0])
	case 2:
		args = append(args, "--config="+value[1])
	}
	return args
}

// configuration writes a configuration file.
func (m *machine) configuration(text string) (path string) {
	m.t.Helper()
	path = filepath.Join(m.dir, "parution.json")
	require.NoError(m.t, os.WriteFile(path, []byte(text), 0o600))
	return path
}

func TestPublicURL(t *testing.T) {
	listening := &net.TCPAddr{IP: net.IPv6loopback, Port: 8080}
	for given, want := range map[string]string{
		"":                               "http://[::1]:8080",
		"https://calendar.example.org":   "https://calendar.example.org",
		"https://calendar.example.org/":  "https://calendar.example.org",
		"http://example.org:81/calendar": "http://example.org:81/calendar",
	} {
		got, err := outside{PublicURL: given}.publicURL(listening)
		require.NoError(t, err)
		require.Equal(t, want, got)
	}
}

func TestAllowPrivate(t *testing.T) {
	for _, given := range []string{"", " ", ",", "127.0.0.0/8", " 127.0.0.0/8 , ::1/128,"} {
		client, err := outside{AllowPrivate: given}.client()
		require.NoError(t, err, given)
		require.NotNil(t, client)
	}
}

// A daemon that is stopped while it starts ends as one that was stopped later:
// nothing is wrong with its address or its data.
func TestStoppedWhileStarting(t *testing.T) {
	m := newMachine(t)
	m.init()
	for after := time.Duration(0); after < 80*time.Millisecond; after += 10 * time.Millisecond {
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		time.AfterFunc(after, cancel)
		if after == 0 {
			cancel()
		}
		var out, trouble bytes.Buffer
		require.Zero(t, run(ctx, []string{"serve", "--listen", "127.0.0.1:0", "--log-level", "error"}, console{&out}, &trouble, editorial.UsualTerms()), trouble.String())
		require.Empty(t, trouble.String())
		cancel()
	}
}

// A command that looks after an instance never makes one by mistake.
func TestNoInstance(t *testing.T) {
	m := newMachine(t)
	for _, args := range [][]string{
		{"member", "list"},
		{"member", "add", "--name", "A", "--email", "a@example.org", "--calendar", "cal_1"},
		{"member", "deactivate", "--email", "a@example.org"},
		{"token", "create", "--name", "x", "--email", "a@example.org"},
		{"channel", "check", "chan_1"},
		{"backup", filepath.Join(m.dir, "b.tar")},
	} {
		m.refuses(exitData, []string{m.data, "PARUTION_DATA"}, args...)
	}
	require.NoDirExists(t, m.data)
	require.NoFileExists(t, m.key)
	require.NoFileExists(t, filepath.Join(m.dir, "b.tar"))
}
