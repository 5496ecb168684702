package api

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/store"
)

const lamp = "la lampe sous l'escalier"

// signIn tries to sign in from a remote address.
func (d *desk) signIn(t *testing.T, remote, email, password string, header ...string) *httptest.ResponseRecorder {
	t.Helper()
	body, err := json.Marshal(map[string]string{"email": email, "password": password})
	require.NoError(t, err)
	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/api/v1/session", strings.NewReader(string(body)))
	r.RemoteAddr = remote
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	d.handler.ServeHTTP(w, r)
	return w
}

func (d *desk) lines(t *testing.T, action string) (found []editorial.AuditLine) {
	t.Helper()
	lines, err := d.store.ListAudit(t.Context(), store.AuditFilter{Instance: true}, 10_000)
	require.NoError(t, err)
	for _, line := range lines {
		if line.Action == action {
			found = append(found, line)
		}
	}
	return found
}

// Guessing is slow: for an account from one network, and whoever it is of.
func TestSignInIsThrottled(t *testing.T) {
	d := newDesk(t)
	d.passwordFor(t, "olive@example.org", lamp)
	for _, email := range []string{"olive@example.org", "nobody@example.org"} {
		remote := "192.0.2.7:1"
		if email == "nobody@example.org" {
			remote = "198.51.100.7:1"
		}
		for i := range freeTries {
			require.Equal(t, http.StatusUnauthorized, d.signIn(t, remote, email, "guess").Code, i)
		}
		refused := d.signIn(t, remote, strings.ToUpper(email), "guess")
		require.Equal(t, http.StatusTooManyRequests, refused.Code)
		require.Equal(t, "1", refused.Header().Get("Retry-After"))
		require.Contains(t, refused.Body.String(), string(codeTooManyTries))
	}
	require.Equal(t, http.StatusTooManyRequests, d.signIn(t, "192.0.2.7:1", "olive@example.org", lamp).Code, "even the right one has to wait")
	require.Equal(t, http.StatusOK, d.signIn(t, "203.0.113.7:1", "olive@example.org", lamp).Code, "Olive, elsewhere, has not")
	d.clock.add(time.Second)
	require.Equal(t, http.StatusUnauthorized, d.signIn(t, "192.0.2.7:1", "olive@example.org", "guess").Code)
	d.clock.add(time.Second)
	require.Equal(t, http.StatusTooManyRequests, d.signIn(t, "192.0.2.7:1", "olive@example.org", lamp).Code)
	d.clock.add(time.Second)
	require.Equal(t, http.StatusOK, d.signIn(t, "192.0.2.7:1", "olive@example.org", lamp).Code)
	require.Equal(t, http.StatusUnauthorized, d.signIn(t, "192.0.2.7:1", "olive@example.org", "guess").Code, "and begins anew")
	require.Len(t, d.lines(t, "session.refused"), 2*freeTries+2, "what was not looked at is not written down")
}

// A second factor is guessed as slowly as a password, by those who know it and
// by those who took over a session.
func TestCodesAreThrottled(t *testing.T) {
	d := newDesk(t)
	d.passwordFor(t, "olive@example.org", lamp)
	in := d.signIn(t, "192.0.2.7:1", "olive@example.org", lamp)
	require.Equal(t, http.StatusOK, in.Code)
	_, err := d.store.UpdateAccess(t.Context(), store.Write{Now: d.clock.now()}, decode[meView](t, in.Body.String()).Member, func(a *editorial.Access) ([]editorial.Deed, error) {
		a.Factor = editorial.NewSecondFactor(a.Member.ID, d.clock.now())
		a.Factor.Confirmed = d.clock.now()
		return nil, nil
	})
	require.NoError(t, err)
	cookie, _, _ := strings.Cut(in.Header().Get("Set-Cookie"), ";")
	header := http.Header{"Cookie": {cookie}, "Sec-Fetch-Site": {"same-origin"}, "Content-Type": {"application/json"}}
	for i := range freeTries {
		got := askHandler(t, d.handler, asked{method: "POST", path: "/api/v1/me/totp/remove", header: header, body: `{"password":"` + lamp + `","code":"000000"}`})
		require.Equal(t, http.StatusUnprocessableEntity, got.status, i)
	}
	got := askHandler(t, d.handler, asked{method: "POST", path: "/api/v1/me/totp/remove", header: header, body: `{"password":"` + lamp + `","code":"000000"}`})
	require.Equal(t, http.StatusTooManyRequests, got.status)
	for i := range freeTries {
		require.Equal(t, http.StatusUnauthorized, d.signIn(t, "198.51.100.7:1", "olive@example.org", lamp).Code, i)
	}
	require.Equal(t, http.StatusTooManyRequests, d.signIn(t, "198.51.100.7:1", "olive@example.org", lamp).Code)
}

// A flood of refusals does not flood the record: it says how many it left out.
func TestRefusalsInTheRecordAreBounded(t *testing.T) {
	d := newDesk(t)
	for i := range 2 * notesAMinute {
		require.Equal(t, http.StatusUnauthorized, d.signIn(t, fmt.Sprintf("192.0.%d.1:1", i), fmt.Sprintf("%d@example.org", i), "guess").Code, i)
	}
	require.Len(t, d.lines(t, "session.refused"), notesAMinute)
	d.clock.add(time.Minute)
	require.Equal(t, http.StatusUnauthorized, d.signIn(t, "198.51.100.1:1", "x@example.org", "guess").Code)
	lines := d.lines(t, "session.refused")
	require.Equal(t, "198.51.100.0/24 sign_in_failed (60 more were left out before)", lines[len(lines)-1].Detail)
	require.Equal(t, "192.0.0.0/24 sign_in_failed", lines[0].Detail)
	require.Empty(t, lines[0].Subject, "what was typed is not kept: it may have been a password")
}

// Over plain http browsers take neither the prefix nor the attribute.
func TestCookieOverPlainHTTP(t *testing.T) {
	d := newDesk(t, func(c *Config) { c.PublicURL = "http://127.0.0.1:8080" })
	d.passwordFor(t, "olive@example.org", lamp)
	in := d.signIn(t, "127.0.0.1:1", "olive@example.org", lamp, "Origin", "http://127.0.0.1:8080")
	require.Equal(t, http.StatusOK, in.Code)
	require.Regexp(t, `^parution=pars_\S{43}; Path=/; Max-Age=7776000; HttpOnly; SameSite=Lax$`, in.Header().Get("Set-Cookie"))
	cookie, _, _ := strings.Cut(in.Header().Get("Set-Cookie"), ";")
	require.Equal(t, http.StatusOK, d.get(t, "/api/v1/me", "Cookie", cookie).status)
}

func TestOrigins(t *testing.T) {
	for address, want := range map[string]string{
		"https://calendar.example.org":       "https://calendar.example.org",
		"https://Calendar.Example.org:443":   "https://calendar.example.org",
		"http://calendar.example.org:80/cal": "http://calendar.example.org",
		"http://127.0.0.1:8080":              "http://127.0.0.1:8080",
		"https://calendar.example.org:8443/": "https://calendar.example.org:8443",
		"http://[::1]:8080":                  "http://[::1]:8080",
		"http://calendar.example.org:443":    "http://calendar.example.org:443",
	} {
		require.Equal(t, want, originOf(address))
	}
}

// Behind a proxy that is trusted, people are counted by their own networks;
// what others say of themselves is not believed.
func TestTrustedProxies(t *testing.T) {
	d := newDesk(t, func(c *Config) { c.Proxies = []string{"10.0.0.0/8"} })
	d.passwordFor(t, "olive@example.org", lamp)
	network := func(remote, forwarded string) string {
		in := d.signIn(t, remote, "olive@example.org", lamp, "X-Forwarded-For", forwarded, "X-Real-Ip", "203.0.113.9")
		require.Equal(t, http.StatusOK, in.Code)
		return decode[meView](t, in.Body.String()).Session.Network
	}
	require.Equal(t, "198.51.100.0/24", network("10.0.0.1:1", "198.51.100.7"))
	require.Equal(t, "198.51.100.0/24", network("10.0.0.1:1", "192.0.2.1, 198.51.100.7"), "the last is what the proxy saw")
	require.Equal(t, "192.0.2.0/24", network("192.0.2.1:1", "198.51.100.7"))
	require.Equal(t, "2001:db8:1::/48", network("10.0.0.1:1", "2001:db8:1:2::3"))
	require.Equal(t, "10.0.0.0/24", network("10.0.0.1:1", "nonsense"))
}

// The hash of a right password is kept under the cost of today.
func TestPasswordHashIsRenewed(t *testing.T) {
	d := newDesk(t)
	d.passwordFor(t, "olive@example.org", lamp)
	d.api.hasher.cost.rounds = 2
	require.Equal(t, http.StatusOK, d.signIn(t, "192.0.2.7:1", "olive@example.org", lamp).Code)
	access, err := d.store.AccessByEmail(t.Context(), "olive@example.org")
	require.NoError(t, err)
	require.Contains(t, access.Password, "t=2")
	require.Len(t, access.Sessions, 1, "nobody is signed out for it")
	require.Equal(t, http.StatusOK, d.signIn(t, "192.0.2.7:1", "olive@example.org", lamp).Code)
}

// What a session's owner may do is looked up at each request: a role that was
// taken away opens nothing more.
func TestSessionsFollowTheirMember(t *testing.T) {
	d := newDesk(t)
	calendar := d.calendar(t, "One")
	id, _ := d.member(t, calendar, "Edith", "editor")
	d.passwordFor(t, "edith@example.org", lamp)
	in := d.signIn(t, "192.0.2.7:1", "edith@example.org", lamp)
	cookie, _, _ := strings.Cut(in.Header().Get("Set-Cookie"), ";")
	require.Equal(t, http.StatusOK, d.get(t, "/api/v1/calendars/"+calendar, "Cookie", cookie).status)
	_, err := d.store.UpdateMember(t.Context(), store.Write{Now: d.clock.now()}, "", editorial.MemberID(id), func(m *editorial.Member) error {
		m.Roles = nil
		return nil
	})
	require.NoError(t, err)
	require.Equal(t, http.StatusNotFound, d.get(t, "/api/v1/calendars/"+calendar, "Cookie", cookie).status)
}

// A browser's name is kept without what it should not hold.
func TestAgents(t *testing.T) {
	require.Equal(t, "Firefox<script>", agentOf("Fire\x00fox\r\n<script>\xff"))
	require.Len(t, agentOf(strings.Repeat("x", 5000)), 200)
}

// A token that is used beyond its scope leaves a line, once an hour.
func TestBeyondScopeIsOnRecord(t *testing.T) {
	d := newDesk(t)
	one, two := d.calendar(t, "One"), d.calendar(t, "Two")
	_, edith := d.member(t, one, "Edith", "editor")
	d.member(t, two, "Edith", "editor")
	made := askHandler(t, d.handler, asked{method: "POST", path: "/api/v1/tokens", header: http.Header{"Authorization": {"Bearer " + edith}}, body: `{"name":"narrow","permissions":["read"],"calendars":["` + one + `"]}`})
	token := decode[tokenView](t, made.body)
	as := func(method, path, body string) int {
		return askHandler(t, d.handler, asked{method: method, path: path, header: http.Header{"Authorization": {"Bearer " + token.Token}}, body: body}).status
	}
	require.Equal(t, http.StatusNotFound, as("GET", "/api/v1/calendars/cal_none", ""))
	require.Empty(t, d.lines(t, "token.beyond_scope"), "what does not exist is beyond nothing")
	require.Equal(t, http.StatusNotFound, as("GET", "/api/v1/calendars/"+two, ""))
	require.Equal(t, http.StatusForbidden, as("POST", "/api/v1/calendars/"+one+"/pillars", `{"name":"x"}`))
	lines := d.lines(t, "token.beyond_scope")
	require.Len(t, lines, 1)
	require.Equal(t, "GET /api/v1/calendars/:calendar", lines[0].Detail)
	require.Equal(t, string(token.ID), lines[0].Subject)
	d.clock.add(time.Hour)
	require.Equal(t, http.StatusForbidden, as("POST", "/api/v1/calendars/"+one+"/pillars", `{"name":"x"}`))
	require.Len(t, d.lines(t, "token.beyond_scope"), 2)
}

// A page that looks whether somebody is signed in is no guess.
func TestAskingWithoutAnythingIsNoGuess(t *testing.T) {
	d := newDesk(t)
	for range 100 {
		require.Equal(t, http.StatusUnauthorized, d.get(t, "/api/v1/session").status)
	}
}

// Letters are sent beside requests: a post office that is closed, or none at
// all, is no trouble of whoever asks.
func TestLetters(t *testing.T) {
	d := newDesk(t)
	d.mailer.broken = true
	ask := func(d *desk, email string) answered {
		return askHandler(t, d.handler, asked{method: "POST", path: "/api/v1/resets", header: http.Header{}, body: `{"email":"` + email + `"}`})
	}
	require.Equal(t, http.StatusNoContent, ask(d, "olive@example.org").status)
	require.Eventually(t, func() bool { return strings.Contains(d.log.String(), "the post office is closed") }, time.Minute, time.Millisecond)
	none := newDesk(t, func(c *Config) { c.Mailer = nil })
	require.Contains(t, ask(none, "olive@example.org").body, string(codeNoMail))
	require.Contains(t, ask(none, "nobody@example.org").body, string(codeNoMail))
}

// A service has no mailbox, and its id is no address.
func TestNoResetOfAService(t *testing.T) {
	d := newDesk(t)
	service := d.ask(t, d.owner, "POST /api/v1/calendars/"+d.calendar(t, "One")+"/members", `{"name": "Robot", "service": true, "roles": ["viewer"]}`)["id"].(string)
	require.Equal(t, http.StatusNoContent, askHandler(t, d.handler, asked{
		method: "POST", path: "/api/v1/resets", header: http.Header{}, body: `{"email":"` + service + `"}`,
	}).status)
	require.Eventually(t, func() bool { return len(d.api.errands) == 0 }, time.Minute, time.Millisecond)
	require.Empty(t, d.mailer.sent)
	require.Empty(t, d.lines(t, "reset.made"))
}

// Nobody's mailbox is flooded, and who asks for whom learns nothing of it.
func TestResetLettersAreFew(t *testing.T) {
	d := newDesk(t)
	statuses := map[int]int{}
	for i := range 12 {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/api/v1/resets", strings.NewReader(`{"email":"olive@example.org"}`))
		r.RemoteAddr = fmt.Sprintf("192.0.%d.1:1", i)
		w := httptest.NewRecorder()
		d.handler.ServeHTTP(w, r)
		statuses[w.Code]++
	}
	require.Equal(t, map[int]int{http.StatusNoContent: 12}, statuses)
	for range 5 {
		d.mailer.link(t, MailReset)
	}
	require.Eventually(t, func() bool { return len(d.api.errands) == 0 }, time.Minute, time.Millisecond)
	require.Empty(t, d.mailer.sent)
	for i := range 6 {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/api/v1/resets", strings.NewReader(fmt.Sprintf(`{"email":"%d@example.org"}`, i)))
		r.RemoteAddr = "198.51.100.1:1"
		w := httptest.NewRecorder()
		d.handler.ServeHTTP(w, r)
		require.Equal(t, i == 5, w.Code == http.StatusTooManyRequests, i)
	}
}

// A stream that was opened in a session ends with it.
func TestStreamsEndWithTheirSession(t *testing.T) {
	d := newDesk(t)
	d.passwordFor(t, "olive@example.org", lamp)
	in := d.signIn(t, "192.0.2.7:1", "olive@example.org", lamp)
	cookie, _, _ := strings.Cut(in.Header().Get("Set-Cookie"), ";")
	server := httptest.NewServer(d.handler)
	t.Cleanup(server.Close)
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, server.URL+"/api/v1/events", nil)
	require.NoError(t, err)
	r.Header.Set("Cookie", cookie)
	response, err := server.Client().Do(r)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, response.Body.Close()) })
	require.Equal(t, http.StatusOK, response.StatusCode)
	ended := make(chan string)
	go func() {
		var all strings.Builder
		buffer := make([]byte, 1024)
		for {
			n, err := response.Body.Read(buffer)
			all.Write(buffer[:n])
			if err != nil {
				ended <- all.String()
				return
			}
		}
	}()
	header := http.Header{"Cookie": {cookie}, "Sec-Fetch-Site": {"same-origin"}}
	require.Equal(t, http.StatusNoContent, askHandler(t, d.handler, asked{method: "DELETE", path: "/api/v1/session", header: header}).status)
	select {
	case said := <-ended:
		require.Contains(t, said, "event: session.ended")
	case <-time.After(time.Minute):
		t.Fatal("the stream goes on")
	}
}
