package api

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/store"
)

func (d *desk) get(t *testing.T, path string, header ...string) answered {
	t.Helper()
	a := asked{method: http.MethodGet, path: path, header: http.Header{}}
	for i := 0; i+1 < len(header); i += 2 {
		a.header.Set(header[i], header[i+1])
	}
	return askHandler(t, d.handler, a)
}

func TestHealth(t *testing.T) {
	trouble := errors.New("the scheduler stands still")
	d := newDesk(t, func(cfg *Config) { cfg.Ready = func() error { return trouble } })
	require.Equal(t, http.StatusOK, d.get(t, "/healthz").status)
	got := d.get(t, "/readyz")
	require.Equal(t, http.StatusServiceUnavailable, got.status)
	require.Equal(t, problemType, got.header.Get("Content-Type"))
	require.Contains(t, got.body, `"not_ready"`)
	require.NotContains(t, got.body, trouble.Error(), "the reason is for the log")
	require.Contains(t, d.log.String(), trouble.Error())
	trouble = nil
	require.Equal(t, http.StatusOK, d.get(t, "/readyz").status)
}

func TestReadinessNeedsTheDatabase(t *testing.T) {
	d := newDesk(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	w := httptest.NewRecorder()
	d.handler.ServeHTTP(w, httptest.NewRequestWithContext(ctx, http.MethodGet, "/readyz", nil))
	require.Equal(t, http.StatusServiceUnavailable, w.Code)
}

func TestMetrics(t *testing.T) {
	d := newDesk(t, func(cfg *Config) { cfg.MetricsToken = editorial.NewSecret("measure") })
	calendar := d.calendar(t, "One")
	d.get(t, "/api/v1/calendars/"+calendar, "Authorization", "Bearer "+d.owner)
	d.get(t, "/wp-login.php")
	from := func(remote, token string) *httptest.ResponseRecorder {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/metrics", nil)
		r.RemoteAddr = remote
		r.Header.Set("Authorization", "Bearer "+token)
		w := httptest.NewRecorder()
		d.handler.ServeHTTP(w, r)
		return w
	}
	for _, row := range []struct {
		remote, token string
		status        int
	}{
		{"127.0.0.1:4000", "", http.StatusOK},
		{"[::1]:4000", "", http.StatusOK},
		{"[::ffff:127.0.0.1]:4000", "", http.StatusOK},
		{"192.0.2.1:4000", "", http.StatusForbidden},
		{"192.0.2.1:4000", "guess", http.StatusForbidden},
		{"192.0.2.1:4000", d.owner, http.StatusForbidden},
		{"192.0.2.1:4000", "measure", http.StatusOK},
	} {
		require.Equal(t, row.status, from(row.remote, row.token).Code, row)
	}
	passedOn := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/metrics", nil)
	passedOn.RemoteAddr = "127.0.0.1:4000"
	passedOn.Header.Set("X-Forwarded-For", "192.0.2.1")
	w := httptest.NewRecorder()
	d.handler.ServeHTTP(w, passedOn)
	require.Equal(t, http.StatusForbidden, w.Code, "a proxy on this machine speaks for others")

	shown := from("127.0.0.1:4000", "").Body.String()
	require.Contains(t, shown, `parution_http_requests_total{method="GET",route="/api/v1/calendars/:calendar",status="200"} 1`)
	require.Contains(t, shown, `parution_http_requests_total{method="other",route="unknown",status="404"} 1`)
	require.NotContains(t, shown, calendar, "labels never name things")
}

func TestNoMetricsTokenOpensNothing(t *testing.T) {
	d := newDesk(t)
	require.Equal(t, http.StatusForbidden, d.get(t, "/metrics").status, "192.0.2.1 is what a recorder comes from")
	require.Equal(t, http.StatusForbidden, d.get(t, "/metrics", "Authorization", "Bearer ").status)
}

func TestDocsWithoutOthers(t *testing.T) {
	d := newDesk(t)
	page := d.get(t, "/api/docs")
	require.Equal(t, page.body, d.get(t, "/api/docs/").body)
	require.Equal(t, http.StatusOK, page.status)
	require.Contains(t, page.header.Get("Content-Security-Policy"), "script-src 'self';")
	require.NotContains(t, page.body, "//", "everything comes from here")
	for _, file := range []string{"swagger-ui.css", "index.css", "swagger-ui-bundle.js", "swagger-initializer.js", "favicon-32x32.png"} {
		require.Contains(t, page.body+"index.css", file)
		got := d.get(t, "/api/docs/"+file)
		require.Equal(t, http.StatusOK, got.status, file)
		require.NotEmpty(t, got.body, file)
	}
	require.Contains(t, d.get(t, "/api/docs/swagger-initializer.js").body, `url: "/api/openapi.json"`)
	for _, path := range []string{"/api/docs/index.html", "/api/docs/oauth2-redirect.html", "/api/docs/swagger-ui.js.map", "/api/docs/x/../../../etc/passwd"} {
		require.Equal(t, http.StatusNotFound, d.get(t, path).status, path)
	}
}

func TestHomeWithoutPages(t *testing.T) {
	d := newDesk(t)
	page := d.get(t, "/")
	require.Equal(t, http.StatusOK, page.status)
	require.Contains(t, page.header.Get("Content-Type"), "text/html")
	require.Contains(t, page.body, "/api/docs/")
	require.NotContains(t, page.body, "<script")
}

func TestPages(t *testing.T) {
	pages := fstest.MapFS{
		"index.html": {Data: []byte(`<meta content="{{nonce}}">`)}, "manifest.json": {Data: []byte("{}")},
		"assets/app.js": {Data: []byte("run()")}, "assets/app.js.br": {Data: []byte("br")}, "assets/app.js.gz": {Data: []byte("gz")},
		"assets/font.woff2": {Data: []byte("font")},
	}
	d := newDesk(t, func(cfg *Config) { cfg.Pages = pages })
	for _, row := range []struct {
		path, accepts, encoding string
		status                  int
		body                    string
	}{
		{path: "/", status: 200, body: "<meta"},
		{path: "/calendars/cal_1", status: 200, body: "<meta"},
		{path: "/sign-in", status: 200, body: "<meta"},
		{path: "/nowhere", status: 404, body: "route_unknown"},
		{path: "/wp-admin/setup.php", status: 404, body: "route_unknown"},
		{path: "/index.html", status: 404, body: "route_unknown"},
		{path: "/manifest.json", status: 404, body: "route_unknown"},
		{path: "/assets", status: 404, body: "route_unknown"},
		{path: "/assets/missing.js", status: 404, body: "route_unknown"},
		{path: "/assets/app.js.br", status: 404, body: "route_unknown"},
		{path: "/api/missing", status: 404, body: "route_unknown"},
		{path: "/../../etc/passwd", status: 404, body: "route_unknown"},
		{path: "/assets/app.js", status: 200, body: "run()"},
		{path: "/assets/app.js", accepts: "gzip, deflate, br", encoding: "br", status: 200, body: "br"},
		{path: "/assets/app.js", accepts: "gzip;q=1.0, br;q=0", encoding: "gzip", status: 200, body: "gz"},
		{path: "/assets/font.woff2", accepts: "br", status: 200, body: "font"},
	} {
		got := d.get(t, row.path, "Accept-Encoding", cmp.Or(row.accepts, "identity"))
		require.Equal(t, row.status, got.status, row.path)
		require.Contains(t, got.body, row.body, row.path)
		require.Equal(t, row.encoding, got.header.Get("Content-Encoding"), row.path)
		if row.encoding != "" {
			require.Equal(t, strconv.Itoa(len(row.body)), got.header.Get("Content-Length"), row.path)
			require.Contains(t, got.header.Get("Content-Type"), "javascript", row.path)
		}
	}
}

func TestPagesAreKeptAndGuarded(t *testing.T) {
	pages := fstest.MapFS{"index.html": {Data: []byte(`<meta content="{{nonce}}">`)}, "assets/app.js": {Data: []byte("run()")}}
	d := newDesk(t, func(cfg *Config) { cfg.Pages = pages })
	require.Equal(t, "public, max-age=31536000, immutable", d.get(t, "/assets/app.js").header.Get("Cache-Control"))
	one, other := d.get(t, "/"), d.get(t, "/")
	require.Equal(t, "no-store", one.header.Get("Cache-Control"))
	require.NotEqual(t, one.body, other.body)
	policy := one.header.Get("Content-Security-Policy")
	require.NotContains(t, policy, "unsafe")
	nonce := strings.TrimSuffix(strings.TrimPrefix(one.body, `<meta content="`), `">`)
	require.Contains(t, policy, "style-src 'self' 'nonce-"+nonce+"'")
	require.Contains(t, policy, "script-src 'self';")
}

func TestHeadIsGetWithoutABody(t *testing.T) {
	d := newDesk(t)
	server := httptest.NewServer(d.handler)
	t.Cleanup(server.Close)
	r, err := http.NewRequestWithContext(t.Context(), http.MethodHead, server.URL+"/healthz", nil)
	require.NoError(t, err)
	response, err := server.Client().Do(r)
	require.NoError(t, err)
	require.NoError(t, response.Body.Close())
	require.Equal(t, http.StatusOK, response.StatusCode)
	stream := askHandler(t, d.handler, asked{method: http.MethodHead, path: "/api/v1/events", header: http.Header{}})
	require.Equal(t, http.StatusMethodNotAllowed, stream.status)
}

func TestPanicsBecomeProblems(t *testing.T) {
	d := newDesk(t)
	d.api.router.GET("/panic", func(*gin.Context) { panic("oh") })
	d.api.router.GET("/late", func(c *gin.Context) { c.String(http.StatusOK, "half"); panic("oh") })
	got := d.get(t, "/panic", "Accept-Language", "fr")
	require.Equal(t, http.StatusInternalServerError, got.status)
	var p Problem
	require.NoError(t, json.Unmarshal([]byte(got.body), &p))
	require.Equal(t, codeInternal, p.Code)
	require.Equal(t, "Erreur interne", p.Title)
	require.Equal(t, got.header.Get("X-Request-Id"), p.RequestID)
	require.Equal(t, 1, strings.Count(d.log.String(), `"stack"`))
	require.Contains(t, d.log.String(), p.RequestID)
	require.PanicsWithValue(t, http.ErrAbortHandler, func() { d.get(t, "/late") }, "the connection is cut, so that nobody takes half for all")
}

// What the machine cannot do now is said so, and to whom to turn; how it is
// broken is for the log.
func TestTroubleOfTheMachine(t *testing.T) {
	d := newDesk(t)
	for _, row := range []struct {
		err    error
		status int
		code   editorial.Code
		title  string
	}{
		{fmt.Errorf("%w: commit", store.ErrDiskFull), http.StatusInsufficientStorage, codeDiskFull, "Nothing saved"},
		{fmt.Errorf("%w: commit", store.ErrRefuses), http.StatusServiceUnavailable, codeCannotSave, "Not available now"},
		{fmt.Errorf("%w: commit", store.ErrDamaged), http.StatusInternalServerError, editorial.CodeUnreadable, "Internal error"},
		{errors.New("commit"), http.StatusInternalServerError, codeInternal, "Internal error"},
	} {
		p := d.api.problem(t.Context(), row.err)
		require.Equal(t, row.status, p.Status)
		require.Equal(t, row.code, p.Code)
		require.Equal(t, row.title, p.Title)
		require.NotContains(t, p.Detail, "commit")
	}
}

func TestTroubleOfOursTellsNothing(t *testing.T) {
	d := newDesk(t)
	require.NoError(t, d.store.Close())
	got := d.get(t, "/api/v1/calendars", "Authorization", "Bearer "+d.owner)
	require.Equal(t, http.StatusInternalServerError, got.status)
	require.NotContains(t, got.body, "sql")
	require.Contains(t, d.log.String(), "sql: database is closed")
}

func TestTheLogKnowsWhoAndWhatButNoCopy(t *testing.T) {
	d := newDesk(t)
	calendar := d.calendar(t, "Maison Verte")
	d.get(t, "/api/v1/calendars/"+calendar+"/members?limit=7", "Authorization", "Bearer "+d.owner)
	lines := strings.Split(strings.TrimSpace(d.log.String()), "\n")
	require.Len(t, lines, 2, "one line a request")
	var line map[string]any
	require.NoError(t, json.Unmarshal([]byte(lines[1]), &line))
	require.Equal(t, "/api/v1/calendars/:calendar/members", line["route"])
	require.Subset(t, line, map[string]any{"method": "GET", "status": 200.0, "message": "request", "level": "info"})
	for _, field := range []string{"ms", "request_id", "member", "token"} {
		require.Contains(t, line, field)
	}
	require.NotContains(t, d.log.String(), "limit=7")
	require.NotContains(t, d.log.String(), "Maison Verte")
	require.NotContains(t, d.log.String(), d.owner)
}

func TestFailedTokensAreThrottled(t *testing.T) {
	d := newDesk(t)
	try := func(remote, token string) *httptest.ResponseRecorder {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/api/v1/me", nil)
		r.RemoteAddr = remote
		r.Header.Set("Authorization", "Bearer "+token)
		w := httptest.NewRecorder()
		d.handler.ServeHTTP(w, r)
		return w
	}
	for i := range 20 {
		require.Equal(t, http.StatusUnauthorized, try("192.0.2.7:1", "par_guess").Code, i)
	}
	refused := try("192.0.2.7:2", "par_guess")
	require.Equal(t, http.StatusTooManyRequests, refused.Code)
	require.Equal(t, "3", refused.Header().Get("Retry-After"))
	require.Contains(t, refused.Body.String(), string(codeTooManyFailures))
	require.Equal(t, http.StatusOK, try("192.0.2.7:3", d.owner).Code, "a good token is always let in")
	require.Equal(t, http.StatusUnauthorized, try("192.0.2.8:1", "par_guess").Code, "others are not concerned")
	for i := range 20 {
		require.Equal(t, http.StatusUnauthorized, try(fmt.Sprintf("[2001:db8::%x]:1", i), "par_guess").Code)
	}
	require.Equal(t, http.StatusTooManyRequests, try("[2001:db8::ffff]:1", "par_guess").Code, "a /64 is one household")
	d.clock.add(3 * time.Second)
	require.Equal(t, http.StatusUnauthorized, try("192.0.2.7:4", "par_guess").Code)
	require.Equal(t, http.StatusTooManyRequests, try("192.0.2.7:4", "par_guess").Code)
}

func TestThrottleForgets(t *testing.T) {
	throttle, now := newThrottle(2, time.Minute), time.Now()
	for i := range maxThrottled {
		require.Zero(t, throttle.take(fmt.Sprint(i), now))
	}
	require.Zero(t, throttle.take("late", now))
	require.Zero(t, throttle.take("later", now))
	require.Positive(t, throttle.take("latest", now), "those who come too late share one allowance")
	require.Len(t, throttle.keys, maxThrottled)
	require.Zero(t, throttle.take("next", now.Add(time.Minute)))
	require.Len(t, throttle.keys, 1, "who was quiet is forgotten")
}

func TestDeactivatedMembersAreOut(t *testing.T) {
	d := newDesk(t)
	calendar := d.calendar(t, "One")
	id, token := d.member(t, calendar, "Edith", "editor")
	require.Equal(t, http.StatusOK, d.get(t, "/api/v1/me", "Authorization", "Bearer "+token).status)
	_, err := d.store.UpdateMember(t.Context(), d.api.write(t.Context(), editorial.Machine()), "", editorial.MemberID(id),
		func(m *editorial.Member) error { m.Deactivated = d.clock.now(); return nil })
	require.NoError(t, err)
	got := d.get(t, "/api/v1/me", "Authorization", "Bearer "+token)
	require.Equal(t, http.StatusUnauthorized, got.status)
	require.Contains(t, got.body, string(codeTokenInvalid))
}

func TestOddAddressesAreNoTrouble(t *testing.T) {
	d := newDesk(t)
	calendar := d.calendar(t, "One")
	for _, path := range []string{
		"/api/v1/calendars/%00", "/api/v1/calendars/%ff%fe", "/api/v1/calendars/" + strings.Repeat("x", 10000),
		"/api/v1/calendars/" + calendar + "/members/%2e%2e%2f", "/api/v1/calendars/" + calendar + "/posts?q=%00", "/api/v1/calendars?cursor=%00",
		"/api/v1/calendars?cursor=" + strings.Repeat("x", 600), "/api/v1/calendars?;", "/api/v1/calendars?limit=9999999999999999999",
		"/api/v1/calendars?limit=+1", "/api/v1/pauses?active=1", "/api/v1/audit?post=%27%20OR%201=1", "//api/v1/calendars", "/api/v1/./calendars",
		"/api/v1/calendars/" + calendar + "/audit?cursor=-1", "/api/v1/events?calendar=cal_nope", "/api/v1/tokens?member=mem_nope",
	} {
		got := d.get(t, path, "Authorization", "Bearer "+d.owner)
		require.Less(t, got.status, 500, path)
		if got.status >= 400 {
			require.Equal(t, problemType, got.header.Get("Content-Type"), path)
		}
	}
	for _, method := range []string{"TRACE", "OPTIONS", "PUT", "BREW"} {
		got := askHandler(t, d.handler, asked{method: method, path: "/api/v1/calendars", header: http.Header{}})
		require.Equal(t, http.StatusMethodNotAllowed, got.status, method)
	}
}
