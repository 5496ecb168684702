package api

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestUpload(t *testing.T) {
	w := newWorld(t)
	data := pictures(t)["image/png"]
	sum := sha256.Sum256(data)
	body, kind := form(t, field{"file", `C:\photos\bee.png`, string(data)}, field{"alt", "", "A bee"}, field{"calendar", "", w.calendar})
	got := w.ask(t, "POST", "/api/v1/media", body, "Content-Type", kind)
	require.Equal(t, 201, got.status, got.body)
	id := strings.TrimPrefix(got.header.Get("Location"), "/api/v1/media/")
	media := w.must(t, 200, "GET", "/api/v1/media/"+id, "")
	require.Equal(t, map[string]any{
		"id": id, "calendar": w.calendar, "hash": hex.EncodeToString(sum[:]), "type": "image/png", "bytes": float64(len(data)), "width": 40.0, "height": 30.0,
		"name": "bee.png", "alt": "A bee", "url": "/api/v1/media/" + id + "/file", "created_at": "2026-10-01T08:00:00Z",
	}, media)

	file := w.ask(t, "GET", "/api/v1/media/"+id+"/file", "")
	require.Equal(t, 200, file.status)
	require.Equal(t, string(data), file.body)
	require.Equal(t, "image/png", file.header.Get("Content-Type"))
	require.Equal(t, "nosniff", file.header.Get("X-Content-Type-Options"))
	require.Equal(t, "inline; filename=bee.png", file.header.Get("Content-Disposition"))
	require.Equal(t, "private, max-age=31536000, immutable", file.header.Get("Cache-Control"))
	require.Equal(t, 304, w.ask(t, "GET", "/api/v1/media/"+id+"/file", "", "If-None-Match", file.header.Get("ETag")).status)
	require.Equal(t, string(data[1:3]), w.ask(t, "GET", "/api/v1/media/"+id+"/file", "", "Range", "bytes=1-2").body)

	described := w.must(t, 200, "PATCH", "/api/v1/media/"+id, `{"alt":"Two bees"}`)
	require.Equal(t, "Two bees", described["alt"])
	require.Equal(t, "bee.png", described["name"])
	listed := w.must(t, 200, "GET", "/api/v1/calendars/"+w.calendar+"/media", "")
	require.Len(t, listed["items"], 1)
}

func TestUploadOnce(t *testing.T) {
	w := newWorld(t)
	body, kind := form(t, field{"file", "bee.png", string(pictures(t)["image/png"])})
	path := "/api/v1/media?calendar=" + w.calendar
	first := w.ask(t, "POST", path, body, "Content-Type", kind, "Idempotency-Key", "k1")
	require.Equal(t, 201, first.status, first.body)
	again := w.ask(t, "POST", path, body, "Content-Type", kind, "Idempotency-Key", "k1")
	require.Equal(t, 201, again.status, again.body)
	require.Equal(t, first.header.Get("Location"), again.header.Get("Location"))
	body, kind = form(t, field{"file", "bee.gif", string(pictures(t)["image/gif"])})
	require.Equal(t, 422, w.ask(t, "POST", path, body, "Content-Type", kind, "Idempotency-Key", "k1").status)
	require.Len(t, w.must(t, 200, "GET", "/api/v1/calendars/"+w.calendar+"/media", "")["items"], 1)
}

func TestUploadRefused(t *testing.T) {
	w := newWorld(t)
	t.Setenv("TMPDIR", t.TempDir())
	viewer := w.member(t, w.calendar, "vic", "viewer")
	data := string(pictures(t)["image/png"])
	calendar := field{"calendar", "", w.calendar}
	file := field{"file", "bee.png", data}
	for name, test := range map[string]struct {
		fields []field
		want   string // status, code, pointer
	}{
		"no file":                     {[]field{calendar}, "422 required /file"},
		"no calendar":                 {[]field{file}, "422 required /calendar"},
		"a calendar that never was":   {[]field{{"calendar", "", "cal_1"}, file}, "422 unknown_calendar /calendar"},
		"a text that says it is one":  {[]field{calendar, {"file", "bee.png", "hello"}}, "422 media_unreadable /file"},
		"cut off":                     {[]field{calendar, {"file", "bee.png", data[:len(data)-5]}}, "422 media_unreadable /file"},
		"nothing in it":               {[]field{calendar, {"file", "bee.png", ""}}, "422 media_unreadable /file"},
		"too large":                   {[]field{calendar, {"file", "bee.png", data + strings.Repeat("x", maxFile)}}, "413 media_too_large /file"},
		"too large by far":            {[]field{calendar, {"file", "bee.png", data + strings.Repeat("x", maxForm)}}, "413 media_too_large /file"},
		"two files":                   {[]field{calendar, file, file}, "422 twice /file"},
		"a field that is not known":   {[]field{calendar, file, {"swordfish", "", "x"}}, "422 unknown_field "},
		"a description without end":   {[]field{calendar, file, {"alt", "", strings.Repeat("é", maxAlt+1)}}, "422 too_long /alt"},
		"a description not in UTF-8":  {[]field{calendar, file, {"alt", "", "\xff"}}, "422 bad_text /alt"},
		"a calendar's name too long":  {[]field{{"calendar", "", strings.Repeat("x", 65)}, file}, "422 too_long /calendar"},
		"a file with nothing said of": {[]field{file, {"calendar", "", ""}}, "422 required /calendar"},
	} {
		t.Run(name, func(t *testing.T) {
			w.clock.add(time.Minute) // uploads are throttled
			body, kind := form(t, test.fields...)
			got := w.ask(t, "POST", "/api/v1/media", body, "Content-Type", kind)
			require.Equal(t, test.want, problemText(t, got), got.body)
			require.NotContains(t, got.body, "swordfish")
		})
	}
	body, kind := form(t, calendar, file)
	require.Equal(t, "400 body_cut_off", problemText(t, w.ask(t, "POST", "/api/v1/media", body[:len(body)-60], "Content-Type", kind)))
	require.Equal(t, "415 multipart_needed", problemText(t, w.ask(t, "POST", "/api/v1/media", body)))
	require.Equal(t, "415 multipart_needed", problemText(t, w.ask(t, "POST", "/api/v1/media", body, "Content-Type", "multipart/form-data")))
	require.Equal(t, "403 not_permitted", problemText(t, w.ask(t, "POST", "/api/v1/media", body, "Content-Type", kind, "Authorization", "Bearer "+viewer)))
	require.Empty(t, w.must(t, 200, "GET", "/api/v1/calendars/"+w.calendar+"/media", "")["items"])
	left, err := os.ReadDir(os.TempDir())
	require.NoError(t, err)
	require.Empty(t, left, "a file was left on the disk")
}

// problemText is a problem as "status code pointer".
func problemText(t *testing.T, got answered) string {
	t.Helper()
	require.Equal(t, problemType, got.header.Get("Content-Type"), got.body)
	p := decode[Problem](t, got.body)
	text := strconv.Itoa(p.Status) + " " + string(p.Code)
	if len(p.Errors) > 0 {
		text += " " + p.Errors[0].Pointer
	}
	return text
}

func TestUploadsAreThrottled(t *testing.T) {
	w := newWorld(t)
	body, kind := form(t, field{"alt", "", "x"})
	for range 60 {
		require.Equal(t, 422, w.ask(t, "POST", "/api/v1/media", body, "Content-Type", kind).status)
	}
	got := w.ask(t, "POST", "/api/v1/media", body, "Content-Type", kind)
	require.Equal(t, "429 too_many_uploads", problemText(t, got))
	require.NotEmpty(t, got.header.Get("Retry-After"))
}

func TestMediaInPosts(t *testing.T) {
	w := newWorld(t)
	id := w.upload(t, pictures(t)["image/png"], "A bee")["id"].(string)
	posts := "/api/v1/calendars/" + w.calendar + "/posts"
	post := w.must(t, 201, "POST", posts, `{"title":"Bees","channels":["`+w.board+`"],"media":["`+id+`"],
		"link":{"url":"https://bees.test/","thumbnail":{"media":"`+id+`","alt":"","crop":"0,0,500,500"}},
		"variants":{"`+w.board+`":{"media":[{"media":"`+id+`","alt":"Une abeille"}]}}}`)
	require.Equal(t, "draft", post["state"], "a picture says something")
	require.Equal(t, []any{map[string]any{"media": id, "alt": "A bee"}}, post["media"])
	require.Equal(t, map[string]any{"media": id, "alt": "", "crop": "0,0,500,500"}, post["link"].(map[string]any)["thumbnail"])
	require.Equal(t, map[string]any{w.board: map[string]any{"media": []any{map[string]any{"media": id, "alt": "Une abeille"}}}}, post["variants"])

	elsewhere := w.must(t, 201, "POST", "/api/v1/calendars", `{"name":"Elsewhere","time_zone":"UTC","language":"en"}`)["id"].(string)
	got := w.ask(t, "POST", "/api/v1/calendars/"+elsewhere+"/posts", `{"title":"Bees","media":["`+id+`"]}`)
	require.Equal(t, "422 unknown_media /media/0", problemText(t, got))

	stranger := w.member(t, elsewhere, "sam", "manager")
	for _, path := range []string{"/api/v1/media/" + id, "/api/v1/media/" + id + "/file", "/api/v1/calendars/" + w.calendar + "/media"} {
		require.Equal(t, "404 not_found", problemText(t, w.ask(t, "GET", path, "", "Authorization", "Bearer "+stranger)))
	}
}

// member brings a person into a calendar and returns a token of theirs.
func (w *world) member(t *testing.T, calendar, name, role string) string {
	t.Helper()
	w.must(t, 201, "POST", "/api/v1/calendars/"+calendar+"/members", `{"name":"`+name+`","email":"`+name+`@example.org","roles":["`+role+`"]}`)
	return w.tokenFor(t, name+"@example.org")
}
