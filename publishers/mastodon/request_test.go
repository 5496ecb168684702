package mastodon

import (
	"bytes"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

// TestRequests compares what is sent with testdata, one file a request: what
// a server would read, less the token.
func TestRequests(t *testing.T) {
	everything := editorial.Options{"visibility": "unlisted", "spoiler_text": "Noisettes", "sensitive": true}
	for name, change := range map[string]func(*publishers.Piece){
		"status_text": func(*publishers.Piece) {},
		"status_reply": func(p *publishers.Piece) {
			p.Part.Kind, p.Part.Language = editorial.PartComment, ""
			p.Parent = publishers.Receipt{RemoteID: "114700000000000009"}
		},
		"status_everything": func(p *publishers.Piece) {
			p.Part.Options, p.Part.Media = everything, make([]editorial.MediaUse, 2)
			p.Prepared = []byte(`{"media_ids":["11","12"]}`)
		},
	} {
		r := newRig(t)
		var heard bytes.Buffer
		r.through(recording(&heard, r.Publishes, `{"id":"1"}`))
		p := r.piece("Tarte du jour & café — https://example.org/carte #menu")
		p.Key = "0199-key"
		change(&p)
		r.publish(t, p)
		golden(t, name, heard.String())
	}
}

func TestUploadRequest(t *testing.T) {
	r := newRig(t)
	var heard bytes.Buffer
	r.through(recording(&heard, func(req *http.Request) bool { return req.Method == http.MethodPost }, `{"id":"1"}`))
	p := r.illustrated("Bonjour", "image/jpeg")
	p.Part.Media[0].Alt = "Une tarte, « maison »"
	r.prepared(t, p)
	golden(t, "media_upload", heard.String())
}

// recording writes down the requests it is asked for, and answers them alike.
func recording(heard io.Writer, wanted func(*http.Request) bool, body string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if wanted(r) {
			_, _ = io.WriteString(heard, written(r))
		}
		_, _ = io.WriteString(w, body)
	})
}

// written is a request as text, with its headers in order and without what
// differs each time.
func written(r *http.Request) string {
	body, _ := io.ReadAll(r.Body)
	lines := []string{}
	for name, values := range r.Header {
		lines = append(lines, http.CanonicalHeaderKey(name)+": "+strings.Join(values, ", "))
	}
	slices.Sort(lines)
	text := r.Method + " " + r.URL.RequestURI() + "\nHost: " + r.Host + "\n" + strings.Join(lines, "\n") + "\n\n" + string(body) + "\n"
	if _, boundary, ok := strings.Cut(r.Header.Get("Content-Type"), "boundary="); ok {
		text = strings.ReplaceAll(text, boundary, "BOUNDARY")
	}
	return strings.ReplaceAll(regexp.MustCompile(`Bearer \S+`).ReplaceAllString(text, "Bearer TOKEN"), "\r\n", "\n")
}

// golden compares with a file of testdata; PARUTION_GOLDEN=1 writes it anew.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name+".http")
	if os.Getenv("PARUTION_GOLDEN") != "" {
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	if difference := cmp.Diff(string(want), got); difference != "" {
		t.Errorf("%s differs (-want +got):\n%s", file, difference)
	}
}
