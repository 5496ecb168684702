package api

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"

	"parution.dev/editorial"
	"parution.dev/store"
)

// TestConversations holds every conversation of testdata, with the handler
// itself and over a real socket. Each section of a file is one exchange:
//
//	@clock +31m                     directives, before what is asked
//	POST /api/v1/calendars          the request: method and address,
//	As: olive                       headers (As: the token of that name; In: the
//	                                session of that name, from a page of ours),
//
//	{"name": "…"}                   an empty line and a body
//	=> 201                          the answer: status,
//	ETag: {{=tag}}                  headers,
//	{"id": "{{=calendar}}"}         and what its JSON holds at least
//
// {{name}} is what was captured before, {{=name}} captures. "…" stands for any
// value, "∅" for no such field. {{times:3:x}} is xxx. Directives:
//
//	@clock +2h            time goes by
//	@token name email     a token made at the machine for a member
//	@platform state       how platforms answer from now on: works, refuses, silent, echoes
//	@release              what is due leaves, and every platform says yes
//	@remind               who must approve is reminded, where it is time
//	@tell                 people are told of all that has happened
//	@act verdict          what was asked of published posts is done, or not: done, later, never
//	@secret text          never again in any answer or in the log
//	@link url state host  a link is followed, and leads there
//	@password email text  a password set at the machine for a member
//	@code name secret     what an app shows now that has the secret of that name
//	@letter name kind     the link of the last letter of a kind
//	@mailed name kind     the code in it
//	@cut                  the request's body breaks off
func TestConversations(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		require.NoError(t, err)
		for _, way := range []string{"handler", "socket"} {
			t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar")+"/"+way, func(t *testing.T) {
				c := newConversation(t, way)
				for _, section := range archive.Files {
					c.hold(t, section)
				}
				c.keptSecrets(t)
			})
		}
	}
}

type conversation struct {
	desk    *desk
	ask     func(*testing.T, asked) answered
	known   map[string]string
	secrets []string
	answers bytes.Buffer // everything that was answered
}

type asked struct {
	method, path string
	header       http.Header
	body         string
	cut          bool
}

type answered struct {
	status int
	header http.Header
	body   string
}

func newConversation(t *testing.T, way string) *conversation {
	t.Helper()
	d := newDesk(t)
	c := &conversation{desk: d, known: map[string]string{"olive": d.owner}}
	c.ask = func(t *testing.T, a asked) answered { t.Helper(); return askHandler(t, d.handler, a) }
	if way == "socket" {
		server := httptest.NewServer(d.handler)
		t.Cleanup(server.Close)
		c.ask = func(t *testing.T, a asked) answered {
			t.Helper()
			return askSocket(t, server.Listener.Addr().String(), a)
		}
	}
	return c
}

func (c *conversation) hold(t *testing.T, section txtar.File) {
	t.Helper()
	t.Run(section.Name, func(t *testing.T) {
		request, expected, found := strings.Cut(string(section.Data), "\n=> ")
		require.True(t, found, "no answer is expected")
		got := c.ask(t, c.request(t, request))
		fmt.Fprintln(&c.answers, got.status, got.header, got.body)
		c.compare(t, got, expected)
	})
	if t.Failed() {
		t.FailNow() // what follows stands on it
	}
}

// request reads the asking half of a section, and carries out its directives
// on the way: what they make known can be used below.
func (c *conversation) request(t *testing.T, text string) asked {
	t.Helper()
	lines := bufio.NewReader(strings.NewReader(text))
	a := asked{header: http.Header{}}
	for {
		line, err := lines.ReadString('\n')
		line = strings.TrimSpace(c.fill(line))
		switch {
		case strings.HasPrefix(line, "@"):
			c.direct(t, &a, strings.Fields(line))
		case a.method == "":
			a.method, a.path, _ = strings.Cut(line, " ")
		case line != "":
			name, value, _ := strings.Cut(line, ": ")
			a.header.Set(name, value)
		default:
			body, readErr := io.ReadAll(lines)
			require.NoError(t, readErr)
			a.body = strings.TrimSuffix(c.fill(string(body)), "\n")
			err = io.EOF
		}
		if err != nil {
			break
		}
	}
	if who := a.header.Get("As"); who != "" {
		require.Contains(t, c.known, who)
		a.header.Set("Authorization", "Bearer "+c.known[who])
		a.header.Del("As")
	}
	if who := a.header.Get("In"); who != "" {
		require.Contains(t, c.known, who)
		a.header.Set("Cookie", "__Host-parution="+c.known[who])
		a.header.Set("Sec-Fetch-Site", "same-origin")
		a.header.Del("In")
	}
	if a.body != "" && a.header.Get("Content-Type") == "" {
		a.header.Set("Content-Type", "application/json")
	}
	return a
}

func (c *conversation) direct(t *testing.T, a *asked, words []string) {
	t.Helper()
	switch words[0] {
	case "@clock":
		by, err := time.ParseDuration(strings.TrimPrefix(words[1], "+"))
		require.NoError(t, err)
		c.desk.clock.add(by)
	case "@token":
		c.known[words[1]] = c.desk.tokenFor(t, words[2])
	case "@platform":
		c.desk.platforms.state = words[1]
	case "@release":
		c.desk.release(t)
	case "@remind":
		_, err := c.desk.store.Remind(context.Background(), c.desk.clock.now())
		require.NoError(t, err)
	case "@tell":
		c.desk.tell(t)
	case "@act":
		c.desk.act(t, editorial.Verdict(words[1]))
	case "@secret":
		c.secrets = append(c.secrets, words[1])
	case "@link":
		seen := editorial.LinkSeen{URL: words[1], State: editorial.LinkState(words[2]), Code: "200", At: c.desk.clock.now()}
		if len(words) > 3 {
			seen.Host, seen.Site = words[3], words[3]
		}
		_, err := c.desk.store.SaveLink(context.Background(), seen)
		require.NoError(t, err)
	case "@password":
		c.desk.passwordFor(t, words[1], strings.Join(words[2:], " "))
	case "@code":
		factor := editorial.SecondFactor{Secret: editorial.NewSecret(c.known[words[2]])}
		c.known[words[1]] = factor.Code(c.desk.clock.now().Unix() / 30)
	case "@letter":
		c.known[words[1]] = c.desk.mailer.link(t, MailKind(words[2]))
	case "@mailed":
		c.known[words[1]] = c.desk.mailer.code(t, MailKind(words[2]))
	case "@cut":
		a.cut = true
	default:
		t.Fatalf("no directive %s", words[0])
	}
}

var (
	capture = regexp.MustCompile(`\{\{=(\w+)\}\}`)
	filling = regexp.MustCompile(`\{\{(\w+)\}\}`)
	times   = regexp.MustCompile(`\{\{times:(\d+):(.*?)\}\}`)
)

// fill puts in what is known. What is not known stays, and fails later.
func (c *conversation) fill(text string) string {
	text = filling.ReplaceAllStringFunc(text, func(hole string) string {
		if value, ok := c.known[strings.Trim(hole, "{}")]; ok {
			return value
		}
		return hole
	})
	return times.ReplaceAllStringFunc(text, func(hole string) string {
		parts := times.FindStringSubmatch(hole)
		n, _ := strconv.Atoi(parts[1])
		return strings.Repeat(parts[2], n)
	})
}

func (c *conversation) compare(t *testing.T, got answered, expected string) {
	t.Helper()
	head, body, _ := strings.Cut(expected, "\n{")
	lines := strings.Split(strings.TrimSpace(head), "\n")
	if got.status >= http.StatusInternalServerError {
		t.Log(c.desk.log.String())
	}
	require.Equal(t, strings.TrimSpace(lines[0]), strconv.Itoa(got.status), got.body)
	if body != "" {
		var want, have any
		require.NoError(t, json.Unmarshal([]byte(c.fill("{"+body)), &want), "the expected JSON")
		require.NoError(t, json.Unmarshal([]byte(got.body), &have), got.body)
		c.within(t, "", want, have)
	}
	for _, line := range lines[1:] {
		name, want, _ := strings.Cut(strings.TrimSpace(line), ": ")
		c.same(t, name, c.fill(want), got.header.Get(name))
	}
	if t.Failed() {
		t.Log(got.body)
	}
}

// within tells whether have holds all that want says.
func (c *conversation) within(t *testing.T, at string, want, have any) {
	t.Helper()
	switch want := want.(type) {
	case map[string]any:
		object, ok := have.(map[string]any)
		require.True(t, ok, "%s is no object", at)
		for _, name := range slices.Sorted(maps.Keys(want)) {
			value, there := object[name]
			if want[name] == "∅" {
				require.False(t, there, "%s/%s is there", at, name)
				continue
			}
			require.True(t, there, "%s/%s is missing", at, name)
			c.within(t, at+"/"+name, want[name], value)
		}
	case []any:
		list, ok := have.([]any)
		require.True(t, ok, "%s is no list", at)
		require.Len(t, list, len(want), "%s: %v", at, have)
		for i := range want {
			c.within(t, fmt.Sprintf("%s/%d", at, i), want[i], list[i])
		}
	default:
		c.same(t, at, want, have)
	}
}

func (c *conversation) same(t *testing.T, at string, want, have any) {
	t.Helper()
	text, _ := want.(string)
	switch {
	case text == "…":
		require.NotEmpty(t, have, at)
	case capture.MatchString(text):
		value, isText := have.(string)
		require.True(t, isText, "%s is no text", at)
		name := capture.FindStringSubmatch(text)[1]
		before, after, _ := strings.Cut(text, "{{="+name+"}}")
		require.Regexp(t, "^"+regexp.QuoteMeta(before)+".+"+regexp.QuoteMeta(after)+"$", value, at)
		c.known[name] = strings.TrimSuffix(strings.TrimPrefix(value, before), after)
	default:
		require.Equal(t, want, have, at)
	}
}

// keptSecrets looks for what must not have come out.
func (c *conversation) keptSecrets(t *testing.T) {
	t.Helper()
	for _, secret := range c.secrets {
		require.NotContains(t, c.answers.String(), secret, "an answer holds a secret")
		require.NotContains(t, c.desk.log.String(), secret, "the log holds a secret")
	}
	require.NotRegexp(t, `par[slv]?_[A-Za-z0-9_-]{20}`, c.desk.log.String(), "the log holds a token")
}

// cutReader breaks off, as a connection does.
type cutReader struct{ io.Reader }

func (r cutReader) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return n, err
}

func askHandler(t *testing.T, handler http.Handler, a asked) answered {
	t.Helper()
	var body io.Reader = strings.NewReader(a.body)
	if a.cut {
		body = cutReader{body}
	}
	r := httptest.NewRequest(a.method, a.path, body)
	r.Header = a.header
	w := httptest.NewRecorder()
	handler.ServeHTTP(w, r)
	return answered{w.Code, w.Header(), w.Body.String()}
}

// askSocket writes the request by hand: a client of net/http would mend what
// is meant to be broken.
func askSocket(t *testing.T, address string, a asked) answered {
	t.Helper()
	connection, err := new(net.Dialer).DialContext(t.Context(), "tcp", address)
	require.NoError(t, err)
	defer func() { _ = connection.Close() }()
	require.NoError(t, connection.SetDeadline(time.Now().Add(time.Minute)))
	length := len(a.body)
	if a.cut {
		length += 100
	}
	var raw bytes.Buffer
	fmt.Fprintf(&raw, "%s %s HTTP/1.1\r\nHost: parution.test\r\nConnection: close\r\nContent-Length: %d\r\n", a.method, a.path, length)
	require.NoError(t, a.header.Write(&raw))
	fmt.Fprintf(&raw, "\r\n%s", a.body)
	go func() { // the answer may come before all is sent
		_, _ = connection.Write(raw.Bytes())
		if half, ok := connection.(*net.TCPConn); ok && a.cut {
			_ = half.CloseWrite()
		}
	}()
	response, err := http.ReadResponse(bufio.NewReader(connection), &http.Request{Method: a.method})
	require.NoError(t, err)
	body, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	return answered{response.StatusCode, response.Header, string(body)}
}

// tokenFor makes a token at the machine, as the command does.
func (d *desk) tokenFor(t *testing.T, email string) string {
	t.Helper()
	ctx := context.Background()
	m, err := d.store.MemberByEmail(ctx, email)
	require.NoError(t, err)
	secret, hash := editorial.MintToken()
	token := editorial.Token{ID: editorial.NewID[editorial.TokenID]("tok"), Name: "machine", Member: m.ID, Maker: m.ID}
	require.NoError(t, d.store.AddToken(ctx, store.Write{By: editorial.Machine(), Now: d.clock.now()}, token, hash))
	return secret.Reveal()
}

// passwordFor sets a password at the machine, as the command does.
func (d *desk) passwordFor(t *testing.T, email, password string) {
	t.Helper()
	m, err := d.store.MemberByEmail(t.Context(), email)
	require.NoError(t, err)
	hash, err := d.api.hasher.hash(t.Context(), editorial.NewSecret(password), m)
	require.NoError(t, err)
	_, err = d.store.UpdateAccess(t.Context(), store.Write{By: editorial.Machine(), Now: d.clock.now()}, m.ID, func(a *editorial.Access) ([]editorial.Deed, error) {
		return a.SetPassword(hash, "", d.clock.now()), nil
	})
	require.NoError(t, err)
}

func goldenFile(t *testing.T, file string, got []byte) {
	t.Helper()
	if os.Getenv("PARUTION_GOLDEN") != "" {
		require.NoError(t, os.WriteFile(file, got, 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, string(want), string(got), "run with PARUTION_GOLDEN=1 to write it anew")
}
