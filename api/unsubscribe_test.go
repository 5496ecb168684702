package api

import (
	"net/http"
	"testing"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// A link of a mail shows what it would end, and ends it by a button: the
// page's, or the mail program's, which sends no cookie and no origin.
func TestUnsubscribe(t *testing.T) {
	key := []byte("a key of mails")
	d := newDesk(t, func(c *Config) { c.MailKey = key })
	id, token := d.member(t, d.calendar(t, "One"), "Edith", "editor")
	u := editorial.Unsubscription{Member: editorial.MemberID(id), Kind: editorial.KindDuty}
	ask := func(method, token, body string) answered {
		return askHandler(t, d.handler, asked{method: method, path: "/unsubscribe/" + token, header: http.Header{"Content-Type": {"application/x-www-form-urlencoded"}}, body: body})
	}
	rules := func() []any { return d.ask(t, token, "GET /api/v1/me/notices", "")["rules"].([]any) }

	page := ask("GET", u.Token(key), "")
	require.Equal(t, 200, page.status)
	require.Contains(t, page.body, `<form method="post">`)
	require.Contains(t, page.body, "Ce qui vous attend")
	require.Contains(t, page.header.Get("Content-Security-Policy"), "default-src 'none'")
	require.Equal(t, "noindex", page.header.Get("X-Robots-Tag"))
	require.Empty(t, rules(), "looking ends nothing")

	done := ask("POST", u.Token(key), "List-Unsubscribe=One-Click")
	require.Equal(t, 200, done.status)
	require.NotContains(t, done.body, "<form")
	require.Equal(t, 200, ask("POST", u.Token(key), "").status, "twice is no harm")
	require.Len(t, rules(), 1)
	require.Equal(t, "duty", rules()[0].(map[string]any)["weight"])
	require.Equal(t, "never", rules()[0].(map[string]any)["pace"])

	forged := editorial.Unsubscription{Member: editorial.MemberID(id), Kind: editorial.KindAlarm}.Token([]byte("guessed"))
	for _, wrong := range []string{forged, "x", "x.y", u.Token(key) + "x"} {
		require.Equal(t, 404, ask("POST", wrong, "").status, wrong)
		require.Equal(t, 404, ask("GET", wrong, "").status, wrong)
	}
	gone := editorial.Unsubscription{Member: "mem_none", Kind: editorial.KindAlarm}.Token(key)
	require.Equal(t, 404, ask("POST", gone, "").status)
	require.Len(t, rules(), 1)

	without := newDesk(t)
	nobody := editorial.Unsubscription{Member: "mem_1", Kind: editorial.KindDuty}.Token(nil)
	require.Equal(t, 404, askHandler(t, without.handler, asked{method: "POST", path: "/unsubscribe/" + nobody, header: http.Header{}}).status, "without a key there are no links")
}
