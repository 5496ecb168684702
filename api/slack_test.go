package api

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// room is a room of Slack in which an app speaks.
type room struct {
	*world
	hook, post string
	clicks     int
}

const signing = "8f742231b10e8888abcd99yyyzzz85a5"

func newRoom(t *testing.T) *room {
	t.Helper()
	r := &room{world: newWorld(t)}
	r.hook = r.must(t, 201, "POST", "/api/v1/calendars/"+r.calendar+"/hooks", `{"way":"slack_app","name":"#social","app":{"token":"xoxb-1","signing_secret":"`+signing+`","room":"C1"}}`)["id"].(string)
	r.post = r.must(t, 201, "POST", "/api/v1/calendars/"+r.calendar+"/posts", `{"title":"Soldes","text":"Des mots","channels":["`+r.board+`"]}`)["id"].(string)
	r.must(t, 200, "POST", "/api/v1/posts/"+r.post+"/moves", `{"move":"submit"}`)
	return r
}

// send sends what Slack would, signed at a time with a secret.
func (r *room) send(t *testing.T, hook string, form url.Values, secret string, at time.Time) answered {
	t.Helper()
	r.clicks++
	form.Set("trigger_id", strconv.Itoa(r.clicks))
	body, stamp := form.Encode(), strconv.FormatInt(at.Unix(), 10)
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte("v0:" + stamp + ":" + body))
	return askHandler(t, r.handler, asked{method: "POST", path: "/slack/" + hook, body: body, header: http.Header{
		"Content-Type": {"application/x-www-form-urlencoded"}, "X-Slack-Request-Timestamp": {stamp}, "X-Slack-Signature": {"v0=" + hex.EncodeToString(mac.Sum(nil))},
	}})
}

// click is a click on a button, and what the person is answered.
func (r *room) click(t *testing.T, user, action, value string) string {
	t.Helper()
	payload := fmt.Sprintf(`{"type":"block_actions","user":{"id":%q,"team_id":"T1"},"team":{"id":"T1"},"response_url":"https://hooks.slack.com/actions/x","actions":[{"action_id":%q,"value":%q}]}`, user, action, value)
	got := r.send(t, r.hook, url.Values{"payload": {payload}}, signing, r.clock.now())
	require.Equal(t, 200, got.status, got.body)
	claimed, err := r.store.ClaimDispatches(t.Context(), []editorial.Outlet{editorial.OutletSlackApp}, "test", r.clock.now(), 99)
	require.NoError(t, err)
	text := ""
	for _, d := range claimed {
		if d.Kind == editorial.KindReply {
			require.Equal(t, "https://hooks.slack.com/actions/x", d.Letter.Link.Reveal())
			text = d.Letter.Text
		}
	}
	return text
}

// links makes somebody in the chat a member, by a code that they say.
func (r *room) links(t *testing.T, token, user string) {
	t.Helper()
	code := r.desk.ask(t, token, "POST /api/v1/me/chats", "")["code"].(string)
	got := r.send(t, r.hook, url.Values{"command": {"/parution"}, "text": {"link " + code}, "team_id": {"T1"}, "user_id": {user}}, signing, r.clock.now())
	require.Contains(t, got.body, "You are")
}

func (r *room) status(t *testing.T) string {
	t.Helper()
	return r.must(t, 200, "GET", "/api/v1/posts/"+r.post, "")["status"].(string)
}

// Who clicks acts as the member that they are, with what that member may do,
// on the version that the message was about.
func TestSlackClicks(t *testing.T) {
	r := newRoom(t)
	bring := func(name, role string) string {
		r.must(t, 201, "POST", "/api/v1/calendars/"+r.calendar+"/members", `{"name":"`+name+`","email":"`+name+`@example.org","language":"en","roles":["`+role+`"]}`)
		return r.tokenFor(t, name+"@example.org")
	}
	editor, reviewer := bring("ed", "editor"), bring("rita", "reviewer")

	require.Contains(t, r.click(t, "U1", "approve", r.post+" 1"), "/parution link", "nobody knows who that is")
	r.links(t, editor, "U1")
	r.links(t, reviewer, "U2")
	require.Equal(t, editorial.CodeNotPermitted.Words().EN, r.click(t, "U1", "approve", r.post+" 1"))
	require.Equal(t, "in_review", r.status(t))
	require.Equal(t, editorial.CodeRevisionStale.Words().EN, r.click(t, "U2", "approve", r.post+" 2"))

	r.must(t, 200, "PATCH", "/api/v1/posts/"+r.post, `{"text":"D’autres mots"}`, "If-Match", r.ask(t, "GET", "/api/v1/posts/"+r.post, "").header.Get("ETag"))
	require.Equal(t, editorial.CodeRevisionStale.Words().EN, r.click(t, "U2", "approve", r.post+" 1"), "the version has changed")
	require.Equal(t, "in_review", r.status(t))
	require.Equal(t, "Approved, no date: Soldes", r.click(t, "U2", "approve", r.post+" 2"))
	require.Equal(t, "approved", r.status(t))
	require.Equal(t, "Changes requested: Soldes", r.click(t, "U2", "request_changes", r.post+" 2"))
	for _, odd := range [][2]string{{"delete", r.post + " 2"}, {"approve", r.post}, {"approve", ""}, {"approve", "post_none 1"}} {
		require.NotEmpty(t, r.click(t, "U2", odd[0], odd[1]))
	}
	require.Equal(t, "changes_requested", r.status(t))

	line := r.must(t, 200, "GET", "/api/v1/audit?post="+r.post, "")["items"].([]any)[0].(map[string]any)
	require.Equal(t, "rita", line["by"].(map[string]any)["name"])
	require.Contains(t, line["token"], "chat_")

	mine := r.desk.ask(t, reviewer, "GET /api/v1/me/chats", "")["items"].([]any)
	require.Len(t, mine, 1)
	r.desk.ask(t, reviewer, "DELETE /api/v1/me/chats/"+mine[0].(map[string]any)["id"].(string), "")
	require.Contains(t, r.click(t, "U2", "approve", r.post+" 2"), "/parution link")
}

// A room acts in its own calendar, whatever its people may do elsewhere.
func TestSlackStaysHome(t *testing.T) {
	r := newRoom(t)
	r.links(t, r.owner, "U1")
	elsewhere := r.must(t, 201, "POST", "/api/v1/calendars", `{"name":"Two","time_zone":"Europe/Paris","language":"fr"}`)["id"].(string)
	post := r.must(t, 201, "POST", "/api/v1/calendars/"+elsewhere+"/posts", `{"title":"Ailleurs"}`)["id"].(string)
	require.Equal(t, editorial.CodeNotFound.Words().EN, r.click(t, "U1", "approve", post+" 1"))
}

// What is not signed as it should be does nothing, and tells nothing.
func TestSlackForged(t *testing.T) {
	r := newRoom(t)
	r.links(t, r.owner, "U1")
	payload := url.Values{"payload": {`{"type":"block_actions","user":{"id":"U1"},"team":{"id":"T1"},"response_url":"https://hooks.slack.com/x","actions":[{"action_id":"approve","value":"` + r.post + ` 1"}]}`}}
	now := r.clock.now()
	plain := r.must(t, 201, "POST", "/api/v1/calendars/"+r.calendar+"/hooks", `{"way":"slack","name":"#x","url":"https://hooks.slack.com/services/x"}`)["id"].(string)
	for name, got := range map[string]answered{
		"another secret":    r.send(t, r.hook, payload, "guessed", now),
		"an old one":        r.send(t, r.hook, payload, signing, now.Add(-6*time.Minute)),
		"from tomorrow":     r.send(t, r.hook, payload, signing, now.Add(24*time.Hour)),
		"no such hook":      r.send(t, "hook_none", payload, signing, now),
		"a hook without it": r.send(t, plain, payload, "", now),
	} {
		require.Equal(t, 401, got.status, name)
		require.Contains(t, got.body, `"code":"bad_signature"`, name)
	}
	require.Equal(t, "in_review", r.status(t))

	body := payload.Encode()
	stamp := strconv.FormatInt(now.Unix(), 10)
	mac := hmac.New(sha256.New, []byte(signing))
	mac.Write([]byte("v0:" + stamp + ":" + body))
	once := asked{method: "POST", path: "/slack/" + r.hook, body: body, header: http.Header{
		"Content-Type": {"application/x-www-form-urlencoded"}, "X-Slack-Request-Timestamp": {stamp}, "X-Slack-Signature": {"v0=" + hex.EncodeToString(mac.Sum(nil))},
	}}
	require.Equal(t, 200, askHandler(t, r.handler, once).status)
	require.Equal(t, "approved", r.status(t))
	r.must(t, 200, "POST", "/api/v1/posts/"+r.post+"/moves", `{"move":"request_changes","revision":1}`)
	r.must(t, 200, "POST", "/api/v1/posts/"+r.post+"/moves", `{"move":"submit"}`)
	require.Equal(t, 401, askHandler(t, r.handler, once).status, "heard once")
	r.clock.add(time.Second)
	cfg := r.api.cfg
	cfg.Metrics = nil
	again := New(cfg)
	require.Equal(t, 401, askHandler(t, again, once).status, "by the daemon before this one, too")
	require.Equal(t, "in_review", r.status(t))

	away := url.Values{"payload": {`{"type":"block_actions","user":{"id":"U1"},"team":{"id":"T1"},"response_url":"https://hooks.slack.com.evil.example/x","actions":[{"action_id":"approve","value":"` + r.post + ` 1"}]}`}}
	require.Equal(t, 422, r.send(t, r.hook, away, signing, now).status, "answers go to Slack and nowhere else")
	require.Equal(t, 400, r.send(t, r.hook, url.Values{"payload": {"{"}}, signing, now).status)
	require.Equal(t, 200, r.send(t, r.hook, url.Values{"payload": {`{"type":"view_closed"}`}}, signing, now).status)
	require.Equal(t, "in_review", r.status(t))

	for range 5 {
		r.send(t, r.hook, url.Values{"text": {"link guessed"}, "team_id": {"T1"}, "user_id": {"U9"}}, signing, now)
	}
	require.Contains(t, r.send(t, r.hook, url.Values{"text": {"link guessed"}, "team_id": {"T1"}, "user_id": {"U9"}}, signing, now).body, "Trop d’essais")
	require.Contains(t, r.send(t, r.hook, url.Values{"text": {"help"}, "team_id": {"T1"}, "user_id": {"U9"}}, signing, now).body, "/parution link")
}

// An app has what an app needs, and nothing else does.
func TestSlackAppHook(t *testing.T) {
	r := newRoom(t)
	hooks := "/api/v1/calendars/" + r.calendar + "/hooks"
	shown := r.ask(t, "GET", "/api/v1/hooks/"+r.hook, "")
	require.NotContains(t, shown.body, "xoxb-1")
	require.NotContains(t, shown.body, signing)
	require.Contains(t, shown.body, `"room":"C1"`)
	for _, wrong := range []string{
		`{"way":"slack_app","name":"x"}`,
		`{"way":"slack_app","name":"x","url":"https://x.example","app":{"token":"t","signing_secret":"s","room":"C1"}}`,
		`{"way":"webhook","name":"x","url":"https://x.example","app":{"token":"t","signing_secret":"s","room":"C1"}}`,
	} {
		got := r.ask(t, "POST", hooks, wrong)
		require.Equal(t, 422, got.status)
		require.Contains(t, got.body, "of_an_app")
	}
	got := r.ask(t, "PATCH", "/api/v1/hooks/"+r.hook, `{"url":"https://evil.example"}`, "If-Match", shown.header.Get("ETag"))
	require.Equal(t, 422, got.status)
}
