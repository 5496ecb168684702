package mastodontest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/textproto"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"parution.dev/publishers/publishertest"
)

// caller talks to a server as a stranger would: by its wire alone.
type caller struct {
	*Server
	t          *testing.T
	now        time.Time
	token      string
	complaints []string
}

func newCaller(t *testing.T, options ...Option) *caller {
	t.Helper()
	c := &caller{t: t, now: time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)}
	options = append(options, Complaints(func(format string, args ...any) {
		c.complaints = append(c.complaints, fmt.Sprintf(format, args...))
	}))
	c.Server = New(func() time.Time { return c.now }, options...)
	c.token = c.Token("ann")
	return c
}

// call makes a request and returns the answer's status, its error, and its body.
func (c *caller) call(method, path, contentType, body string, headers ...string) (status int, refused string, answer map[string]any) {
	c.t.Helper()
	r := httptest.NewRequestWithContext(c.t.Context(), method, path, strings.NewReader(body))
	r.Header.Set("Authorization", "Bearer "+c.token)
	r.Header.Set("Accept", "application/json")
	r.Header.Set("Content-Type", contentType)
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	c.ServeHTTP(w, r)
	if bytes.HasPrefix(w.Body.Bytes(), []byte("{")) {
		require.NoError(c.t, json.Unmarshal(w.Body.Bytes(), &answer))
	}
	refused, _ = answer["error"].(string)
	return w.Code, refused, answer
}

func (c *caller) post(key, fields string) (status int, refused string, answer map[string]any) {
	c.t.Helper()
	return c.call("POST", "/api/v1/statuses", "application/json", `{"sensitive":false,"visibility":"public",`+fields+`}`, "Idempotency-Key", key)
}

// upload sends a file, and returns the status and the id.
func (c *caller) upload(kind, name string) (status int, id string) {
	c.t.Helper()
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	header := textproto.MIMEHeader{"Content-Disposition": {`form-data; name="file"` + name}}
	if kind != "" {
		header.Set("Content-Type", kind)
	}
	part, err := w.CreatePart(header)
	require.NoError(c.t, err)
	_, _ = part.Write([]byte("bytes"))
	require.NoError(c.t, w.Close())
	status, _, answer := c.call("POST", "/api/v2/media", w.FormDataContentType(), body.String())
	id, _ = answer["id"].(string)
	return status, id
}

const named = `; filename="a.png"`

func TestRefusals(t *testing.T) {
	c := newCaller(t)
	_, image := c.upload("image/png", named)
	_, used := c.upload("image/png", named)
	_, _, first := c.post("first", `"status":"a","media_ids":["`+used+`"]`)
	_, video := c.upload("video/mp4", named)
	for name, row := range map[string]struct {
		fields string
		status int
		says   string
	}{
		"empty":           {`"status":" "`, 422, "Validation failed: Text can't be blank"},
		"too long":        {`"status":"` + strings.Repeat("a", 1001) + `"`, 422, "Validation failed: Text character limit of 1000 exceeded"},
		"with warning":    {`"status":"` + strings.Repeat("a", 999) + `","spoiler_text":"ab"`, 422, "Validation failed: Text character limit of 1000 exceeded"},
		"no parent":       {`"status":"a","in_reply_to_id":"77"`, 404, "The post you are trying to reply to does not appear to exist."},
		"too many files":  {`"media_ids":["1","2","3","4","5","6","7"]`, 422, "Cannot attach more than 6 files"},
		"unknown file":    {`"media_ids":["77"]`, 422, "Media 77 not found or already attached to another post"},
		"used file":       {`"media_ids":["` + used + `"]`, 422, "Media " + used + " not found or already attached to another post"},
		"video and image": {`"media_ids":["` + image + `","` + video + `"]`, 422, "Cannot attach a video to a post that already contains images"},
		"unfinished file": {`"media_ids":["` + video + `"]`, 422, "Cannot attach files that have not finished processing. Try again in a moment!"},
	} {
		status, refused, _ := c.post(name, row.fields)
		assert.Equal(t, row.status, status, name)
		assert.Equal(t, row.says, refused, name)
	}
	assert.Len(t, c.Books(), 1)
	assert.IsType(t, "", first["id"], "ids are strings")
	assert.Empty(t, c.complaints)
}

func TestWhoMayDoWhat(t *testing.T) {
	c := newCaller(t)
	for token, says := range map[string]string{
		"nonsense":                     "The access token is invalid",
		c.Token("ann", "read"):         "This action is outside the authorized scopes",
		c.Token("ann", "write:media"):  "This action is outside the authorized scopes",
		c.AppToken():                   "This method requires an authenticated user",
		c.Token("ann", "write:status"): "This action is outside the authorized scopes",
	} {
		c.token = token
		_, refused, _ := c.post("k", `"status":"a"`)
		assert.Equal(t, says, refused)
	}
	c = newCaller(t, GoToSocial())
	c.Revoke(c.token)
	_, refused, _ := c.post("k", `"status":"a"`)
	assert.Equal(t, "Unauthorized: token not supplied", refused)
	assert.Empty(t, c.Books())
}

func TestKeys(t *testing.T) {
	c := newCaller(t)
	status, _, _ := c.post("k", `"status":" "`)
	assert.Equal(t, 422, status)
	_, _, first := c.post("k", `"status":"a"`)
	assert.NotNil(t, first["id"], "a refusal does not use the key up")
	c.now = c.now.Add(keyLife - time.Second)
	_, _, again := c.post("k", `"status":"b"`)
	assert.Equal(t, first["id"], again["id"])
	c.now = c.now.Add(time.Second)
	_, _, later := c.post("k", `"status":"a"`)
	assert.NotEqual(t, first["id"], later["id"])

	c = newCaller(t, GoToSocial())
	_, _, first = c.post("k", `"status":"a"`)
	_, _, again = c.post("k", `"status":"a"`)
	assert.NotEqual(t, first["id"], again["id"], "GoToSocial knows no keys")
}

func TestUploads(t *testing.T) {
	c := newCaller(t)
	for name, row := range map[string]struct {
		kind, name string
		status     int
	}{
		"image":   {"image/png", named, 200},
		"video":   {"video/mp4", named, 202},
		"no type": {"", named, 422},
		"no name": {"image/png", "", 422},
		"tiff":    {"image/tiff", named, 422},
	} {
		status, _ := c.upload(row.kind, row.name)
		assert.Equal(t, row.status, status, name)
	}
	_, id := c.upload("video/mp4", named)
	for _, want := range []int{206, 206, 200} {
		status, _, _ := c.call("GET", "/api/v1/media/"+id, "", "")
		assert.Equal(t, want, status)
	}
	_, _, _ = c.post("k", `"media_ids":["`+id+`"]`)
	status, _, _ := c.call("GET", "/api/v1/media/"+id, "", "")
	assert.Equal(t, 404, status)
}

func TestComplaints(t *testing.T) {
	for name, body := range map[string]string{
		"left for later":       `{"status":"a","sensitive":false,"visibility":"public","scheduled_at":"2026-12-01T00:00:00Z"}`,
		"no visibility":        `{"status":"a","sensitive":false}`,
		"visibility of others": `{"status":"a","sensitive":false,"visibility":"direct"}`,
		"blur left open":       `{"status":"a","visibility":"public"}`,
		"field nobody knows":   `{"status":"a","sensitive":false,"visibility":"public","spoiler":"x"}`,
	} {
		for _, option := range []Option{func(*Server) {}, GoToSocial()} {
			c := newCaller(t, option)
			_, _, _ = c.call("POST", "/api/v1/statuses", "application/json", body, "Idempotency-Key", "k")
			assert.Len(t, c.complaints, 1, name)
		}
	}
	c := newCaller(t)
	_, _, _ = c.call("POST", "/api/v1/statuses", "application/json", `{"status":"a","sensitive":false,"visibility":"public"}`)
	assert.Len(t, c.complaints, 1, "no key")
	assert.Panics(t, func() { New(time.Now).complain("nobody listens") })
}

func TestCountsAndDeletion(t *testing.T) {
	c := newCaller(t)
	_, _, first := c.post("1", `"status":"a"`)
	id := fmt.Sprint(first["id"])
	_, _, _ = c.post("2", `"status":"b","in_reply_to_id":"`+id+`"`)
	_, _, shown := c.call("GET", "/api/v1/statuses/"+id, "", "")
	assert.EqualValues(t, 1, shown["replies_count"])
	_, _, who := c.call("GET", "/api/v1/accounts/verify_credentials", "", "")
	assert.EqualValues(t, 2, who["statuses_count"])
	for _, want := range []int{200, 404} {
		status, _, _ := c.call("DELETE", "/api/v1/statuses/"+id, "", "")
		assert.Equal(t, want, status)
	}
	assert.Len(t, c.Books(), 1)
	status, _, _ := c.post("1", `"status":"a"`)
	assert.Equal(t, 404, status, "the key of a deleted post leads nowhere")
}

func TestQuota(t *testing.T) {
	c := newCaller(t)
	for range 30 {
		status, _ := c.upload("image/png", named)
		require.Equal(t, 200, status)
	}
	status, _ := c.upload("image/png", named)
	assert.Equal(t, 429, status)

	w := httptest.NewRecorder()
	c.Refuse(w, publishertest.TooMany)
	assert.Equal(t, 429, w.Code)
	assert.Equal(t, "2026-11-22T12:01:30.000000Z", w.Header().Get("X-RateLimit-Reset"))
	assert.Empty(t, w.Header().Get("Retry-After"))
}

func TestRefuse(t *testing.T) {
	for fault, want := range map[publishertest.Fault][2]int{
		publishertest.Unauthorized: {401, 401},
		publishertest.TooMany:      {429, 429},
		publishertest.ServerError:  {503, 500},
	} {
		for i, option := range []Option{func(*Server) {}, GoToSocial()} {
			w := httptest.NewRecorder()
			newCaller(t, option).Refuse(w, fault)
			assert.Equal(t, want[i], w.Code, fault)
		}
	}
	c := newCaller(t)
	c.Refuse(httptest.NewRecorder(), publishertest.CutAfter)
	assert.Len(t, c.complaints, 1)
}

func TestLength(t *testing.T) {
	stock, gts := newCaller(t), newCaller(t, GoToSocial())
	for text, want := range map[string][2]int{
		"Été":                       {3, 3},
		"E\u0301te\u0301":           {3, 5},
		"👨‍👩‍👧":                     {1, 5},
		"👩🏽‍🚀":                      {1, 4},
		"🇫🇷🇧🇪":                      {2, 4},
		"❤️":                        {1, 2},
		"https://a.b/c d":           {32, 15},
		"@bob@far.example hi":       {7, 19},
		"bob@far.example, @bob, @ ": {25, 25},
	} {
		assert.Equal(t, want[0], stock.length(draft{Status: text}), text)
		assert.Equal(t, want[1], gts.length(draft{Status: text}), text)
	}
	assert.Equal(t, 8, stock.length(draft{Status: "four", SpoilerText: "four"}))
}

func TestPage(t *testing.T) {
	assert.Equal(t, `<p>a<br />b &amp; c</p><p>d</p>`, page("a\nb & c\n\nd"))
	assert.Contains(t, page("https://a.example/b"), `<span class="invisible">https://</span><span class="">a.example/b</span>`)
	assert.NotContains(t, page("@bob@far.example"), "far.example")
}

func TestServersThatAreOld(t *testing.T) {
	c := newCaller(t, OldAPI())
	status, _, _ := c.call("GET", "/api/v2/instance", "", "")
	assert.Equal(t, http.StatusNotFound, status)
	_, _, about := c.call("GET", "/api/v1/instance", "", "")
	assert.Equal(t, "3.3.0", about["version"])
}

func TestEditing(t *testing.T) {
	edit := func(c *caller, id, fields string) (int, string, map[string]any) {
		return c.call(http.MethodPut, "/api/v1/statuses/"+id, "application/json", fields)
	}
	const whole = `"spoiler_text":"","sensitive":false`
	for name, options := range map[string][]Option{"stock": nil, "gotosocial": {GoToSocial()}} {
		t.Run(name, func(t *testing.T) {
			c := newCaller(t, options...)
			_, _, made := c.post("k", `"status":"un"`)
			id := made["id"].(string)
			require.Nil(t, made["edited_at"])
			c.now = c.now.Add(time.Minute)
			status, _, edited := edit(c, id, `{"status":" deux ",`+whole+`}`)
			require.Equal(t, 200, status)
			require.Equal(t, id, edited["id"])
			require.Equal(t, "2026-11-22T12:01:00.000Z", edited["edited_at"])
			require.Equal(t, "deux", c.Books()[0].Text)
			require.Empty(t, c.complaints)

			status, _, _ = edit(c, id, `{"status":"`+strings.Repeat("é", 6000)+`",`+whole+`}`)
			require.Contains(t, []int{400, 422}, status)
			status, _, _ = edit(c, id, `{"status":"",`+whole+`}`)
			require.Contains(t, []int{400, 422}, status)
			status, _, _ = edit(c, id, `{"status":"trois",`+whole+`,"media_ids":["nowhere"]}`)
			require.Contains(t, []int{400, 422}, status)
			require.Equal(t, "deux", c.Books()[0].Text, "what is refused changes nothing")
			status, _, _ = edit(c, "nowhere", `{"status":"trois",`+whole+`}`)
			require.Equal(t, 404, status)
			c.token = c.Token("bob")
			status, _, _ = edit(c, id, `{"status":"trois",`+whole+`}`)
			require.Equal(t, 404, status, "somebody else's")
			require.Empty(t, c.complaints)

			c.token = c.Token("ann")
			edit(c, id, `{"status":"trois","visibility":"private",`+whole+`}`)
			edit(c, id, `{"status":"trois"}`)
			require.Len(t, c.complaints, 2)
		})
	}
}

// A file that an edit does not name is taken out of the post.
func TestEditingKeepsTheFilesThatItNames(t *testing.T) {
	c := newCaller(t)
	ids := []string{}
	for range 2 {
		_, id := c.upload("image/png", `; filename="x.png"`)
		ids = append(ids, id)
	}
	_, _, made := c.post("k", `"status":"un","media_ids":["`+ids[0]+`","`+ids[1]+`"]`)
	path := "/api/v1/statuses/" + made["id"].(string)
	status, _, _ := c.call(http.MethodPut, path, "application/json", `{"status":"deux","spoiler_text":"","sensitive":false,"media_ids":["`+ids[1]+`"],
		"media_attributes":[{"id":"`+ids[1]+`","description":"Une tasse"}]}`)
	require.Equal(t, 200, status)
	require.Equal(t, []string{"Une tasse"}, c.Books()[0].Alt)
	c.call(http.MethodPut, path, "application/json", `{"status":"trois","spoiler_text":"","sensitive":false}`)
	require.Len(t, c.Books()[0].Alt, 1, "without any word of files they stay")
	require.Empty(t, c.complaints)
	c.call(http.MethodPut, path, "application/json", `{"status":"trois","spoiler_text":"","sensitive":false,"media_attributes":[{"id":"nowhere","description":"x"}]}`)
	require.Len(t, c.complaints, 1)
}
