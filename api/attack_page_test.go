package api

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// hostile is what somebody writes who wants others' browsers to do something.
const hostile = `<script>alert(1)</script>"'><img src=x onerror=alert(2)>{{.}}</title><svg onload=alert(3)>]]>`

// TestHostileTextIsHarmless writes script into every text that is shown to
// people, publishes it, and looks at everything that the daemon serves to
// whoever comes: it is there as text, and no browser runs it.
func TestHostileTextIsHarmless(t *testing.T) {
	w := newWorld(t)
	body := func(fields map[string]any) string {
		text, err := json.Marshal(fields)
		require.NoError(t, err)
		return string(text)
	}
	w.must(t, 200, "PATCH", "/api/v1/calendars/"+w.calendar, body(map[string]any{"name": hostile}), "If-Match", w.tag(t, "/api/v1/calendars/"+w.calendar))
	w.must(t, 200, "PATCH", "/api/v1/channels/"+w.board, body(map[string]any{"name": hostile, "settings": map[string]string{"title": hostile}}), "If-Match", w.tag(t, "/api/v1/channels/"+w.board))
	campaign := w.must(t, 201, "POST", "/api/v1/calendars/"+w.calendar+"/campaigns", body(map[string]any{"name": hostile}))["id"]
	upload, kind := form(t, field{"calendar", "", w.calendar}, field{"file", hostile + ".png", string(pictures(t)["image/png"])}, field{"alt", "", hostile})
	picture := w.must(t, 201, "POST", "/api/v1/media", upload, "Content-Type", kind)
	w.scheduled(t, body(map[string]any{
		"title": hostile, "brief": hostile, "notes": hostile, "labels": []string{hostile}, "campaign": campaign, "media": []any{picture["id"]},
		"link":     map[string]any{"url": `https://bees.test/?a="><script>alert(4)</script>`, "title": hostile, "text": hostile},
		"variants": map[string]any{w.board: map[string]any{"parts": []string{hostile, hostile}, "first_comment": hostile}},
	}))
	w.clock.add(time.Hour)
	w.release(t)

	atom := w.read(t, "/feeds/"+w.board+"/atom.xml")
	entry := requireXML(t, atom.body)
	for _, path := range []string{
		"/", "/calendars/" + hostile, "/api/docs", "/api/docs/", "/api/openapi.json", "/feeds/" + w.board, "/feeds/" + w.board + "/atom.xml", "/feeds/" + w.board + "/feed.json",
		strings.TrimPrefix(entry, "https://parution.test"), "/feeds/" + w.board + "/media/" + picture["hash"].(string), "/feeds/" + hostile, "/feeds/" + w.board + "/entries/" + hostile,
	} {
		requireHarmless(t, path, w.read(t, (&escaped{path}).String()))
	}
	file := w.ask(t, "GET", "/api/v1/media/"+picture["id"].(string)+"/file", "")
	require.Equal(t, "image/png", file.header.Get("Content-Type"))
	requireHarmless(t, "the picture", file)
	require.Contains(t, w.read(t, "/feeds/"+w.board).body, "&lt;script&gt;alert(1)", "it is shown as what it is")
}

// tag is the version of what stands at an address.
func (w *world) tag(t *testing.T, path string) string {
	t.Helper()
	return w.ask(t, "GET", path, "").header.Get("ETag")
}

// escaped is a path as a browser sends it.
type escaped struct{ path string }

func (e *escaped) String() string {
	return strings.NewReplacer("<", "%3C", ">", "%3E", `"`, "%22", "'", "%27", " ", "%20", "{", "%7B", "}", "%7D").Replace(e.path)
}

// requireXML reads a feed to its end, and returns the address of its entry.
func requireXML(t *testing.T, body string) (entry string) {
	t.Helper()
	decoder := xml.NewDecoder(strings.NewReader(body))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return entry
		}
		require.NoError(t, err)
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "link" {
			for _, attribute := range start.Attr {
				if attribute.Name.Local == "href" && strings.Contains(attribute.Value, "/entries/") {
					entry = attribute.Value
				}
			}
		}
	}
}

// requireHarmless looks at an answer as a browser would: what is markup in it
// is ours, it says what it is, and scripts come from nowhere but here.
func requireHarmless(t *testing.T, path string, got answered) {
	t.Helper()
	require.Less(t, got.status, 500, path)
	require.Equal(t, "nosniff", got.header.Get("X-Content-Type-Options"), path)
	policy := got.header.Get("Content-Security-Policy")
	require.NotEmpty(t, policy, path)
	require.NotContains(t, policy, "unsafe-eval", path)
	for directive := range strings.SplitSeq(policy, ";") {
		if strings.HasPrefix(strings.TrimSpace(directive), "script-src") || strings.HasPrefix(strings.TrimSpace(directive), "default-src") {
			require.NotContains(t, directive, "unsafe-inline", path)
		}
	}
	for name, values := range got.header {
		require.False(t, strings.ContainsAny(strings.Join(values, ""), "\r\n"), name)
	}
	kind := got.header.Get("Content-Type")
	if !strings.HasPrefix(kind, "text/html") && !strings.Contains(kind, "xml") {
		return
	}
	for _, markup := range []string{"<script>alert", "<img src=x", "<svg onload", "<script>alert(4)"} {
		require.NotContains(t, got.body, markup, path)
	}
	if got.status != http.StatusOK {
		require.NotContains(t, got.body, "alert(", path)
	}
}
