package api

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/store"
)

// vacant is a desk whose instance nobody is in yet.
func vacant(t *testing.T) *desk {
	t.Helper()
	empty, err := store.Open(context.Background(), store.Config{Dir: t.TempDir(), Sealer: plainSealer{}})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, empty.Close()) })
	return newDesk(t, func(cfg *Config) { cfg.Store, cfg.SetupCode = empty, editorial.NewSecret("ABCD-EFGH-JKLM-2345") })
}

func (d *desk) setUp(t *testing.T, body string) *httptest.ResponseRecorder {
	t.Helper()
	request := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "https://parution.test/api/v1/setup", strings.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Sec-Fetch-Site", "same-origin")
	answer := httptest.NewRecorder()
	d.handler.ServeHTTP(answer, request)
	return answer
}

func ways(t *testing.T, d *desk) string {
	t.Helper()
	answer := httptest.NewRecorder()
	d.handler.ServeHTTP(answer, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "https://parution.test/api/v1/session/ways", http.NoBody))
	require.Equal(t, http.StatusOK, answer.Code)
	return answer.Body.String()
}

const (
	rightCode = `"code":"abcd efgh jklm 2345"`
	newOwner  = `"name":"Inès","email":"ines@example.org","language":"fr"`
	goodWords = `"password":"un banc devant la mairie"`
)

// Whoever reads the code at the machine becomes the first owner, once.
func TestSetUp(t *testing.T) {
	d := vacant(t)
	require.Contains(t, ways(t, d), `"setup":true`)
	for body, code := range map[string]string{
		`{"code":"ABCD-EFGH-JKLM-2346",` + newOwner + `,` + goodWords + `}`:                                     "setup_code_wrong",
		`{"code":"",` + newOwner + `,` + goodWords + `}`:                                                        "setup_code_wrong",
		`{` + rightCode + `,` + newOwner + `,"password":"short"}`:                                               "password_short",
		`{` + rightCode + `,"name":"Inès","email":"Inès <ines@example.org>","language":"fr",` + goodWords + `}`: "bad_email",
		`{` + rightCode + `,"name":" ","email":"ines@example.org","language":"fr",` + goodWords + `}`:           "",
		`{` + rightCode + `,"name":"Inès","email":"ines@example.org","language":"de",` + goodWords + `}`:        "not_one_of",
	} {
		answer := d.setUp(t, body)
		require.Equal(t, http.StatusUnprocessableEntity, answer.Code, body)
		require.Contains(t, answer.Body.String(), code)
		require.Empty(t, answer.Header().Get("Set-Cookie"))
	}
	require.Contains(t, ways(t, d), `"setup":true`, "nothing was half written")

	answer := d.setUp(t, `{`+rightCode+`,`+newOwner+`,`+goodWords+`}`)
	require.Equal(t, http.StatusOK, answer.Code, answer.Body)
	require.Contains(t, answer.Body.String(), `"owner":true`)
	require.Contains(t, answer.Header().Get("Set-Cookie"), "__Host-parution=")
	require.NotContains(t, d.log.String(), "2345")
	require.Contains(t, ways(t, d), `"setup":false`)

	again := d.setUp(t, `{`+rightCode+`,"name":"Eve","email":"eve@example.org","language":"en",`+goodWords+`}`)
	require.Equal(t, http.StatusConflict, again.Code)
	require.Contains(t, again.Body.String(), `"set_up"`)
	members, _, err := d.api.store.ListMembers(t.Context(), "", store.Page{Limit: 5})
	require.NoError(t, err)
	require.Len(t, members, 1)
	require.True(t, members[0].Owner)
}

// Guessing the code is slow, as it is for a token.
func TestSetUpGuessed(t *testing.T) {
	d := vacant(t)
	last := 0
	for range 25 {
		last = d.setUp(t, `{"code":"AAAA-AAAA-AAAA-AAAA",`+newOwner+`,`+goodWords+`}`).Code
	}
	require.Equal(t, http.StatusTooManyRequests, last)
}

// An instance whose daemon showed no code is set up at the machine alone.
func TestSetUpWithoutCode(t *testing.T) {
	empty, err := store.Open(context.Background(), store.Config{Dir: t.TempDir(), Sealer: plainSealer{}})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, empty.Close()) })
	d := newDesk(t, func(cfg *Config) { cfg.Store = empty })
	require.Contains(t, ways(t, d), `"setup":false`)
	require.Equal(t, http.StatusConflict, d.setUp(t, `{"code":"",`+newOwner+`,`+goodWords+`}`).Code)
}
