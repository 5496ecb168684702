package bluesky_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

var update = flag.Bool("update", false, "write the golden requests anew")

// The requests of each act, as they go over the wire.
func TestRequests(t *testing.T) {
	thumbnail := pictureUse("wide", "")
	tests := map[string]func(*testing.T, *world){
		"connect": func(t *testing.T, w *world) { t.Helper(); w.connect(t) },
		"refresh": func(t *testing.T, w *world) {
			t.Helper()
			_, err := w.publisher.Refresh(t.Context(), w.account)
			require.NoError(t, err)
		},
		"check": func(t *testing.T, w *world) {
			t.Helper()
			_, err := w.publisher.Check(t.Context(), w.account)
			require.NoError(t, err)
		},
		"find": func(t *testing.T, w *world) {
			t.Helper()
			_, err := w.publisher.Find(t.Context(), w.account, publishers.Sent{Piece: w.piece("where?")})
			require.NoError(t, err)
		},
		"text": func(t *testing.T, w *world) {
			t.Helper()
			p := w.piece("👩‍🚀 L’été <arrive> & @bob.test : #été https://ex.org/a?b=1&c=2")
			p.Part.Language = "fr"
			p.Part.Options = editorial.Options{"content_warning": "graphic-media"}
			w.publish(t, p)
		},
		"thread": func(t *testing.T, w *world) {
			t.Helper()
			first := w.publish(t, w.piece("one"))
			second := w.piece("two")
			second.Root, second.Parent = first, first
			third := w.piece("three")
			third.Root, third.Parent = first, w.publish(t, second)
			third.Part.Kind = editorial.PartComment
			w.publish(t, third)
		},
		"images": func(t *testing.T, w *world) {
			t.Helper()
			p := w.piece("")
			p.Part.Language = ""
			p.Part.Media = []editorial.MediaUse{pictureUse("wide", "A wide one."), pictureUse("tall", "")}
			w.publish(t, w.prepare(t, p))
		},
		"card": func(t *testing.T, w *world) {
			t.Helper()
			p := w.piece("Read this")
			p.Part.Link = &editorial.LinkCard{URL: "https://ex.org/a", Title: "A title", Text: "A text", Thumbnail: &thumbnail}
			w.publish(t, w.prepare(t, p))
		},
		"bare_card": func(t *testing.T, w *world) {
			t.Helper()
			p := w.piece("Read this")
			p.Part.Link = &editorial.LinkCard{URL: "https://ex.org/a"}
			w.publish(t, p)
		},
	}
	for _, name := range slices.Sorted(maps.Keys(tests)) {
		t.Run(name, func(t *testing.T) {
			w := connected(t)
			tests[name](t, w)
			var got strings.Builder
			for _, c := range w.calls {
				c.print(&got)
			}
			compare(t, filepath.Join("testdata", name+".http"), got.String())
		})
	}
}

// print writes a request to be read: headers in order, JSON indented.
func (c heard) print(to *strings.Builder) {
	fmt.Fprintf(to, "%s %s\n", c.method, c.url)
	for _, name := range slices.Sorted(maps.Keys(c.header)) {
		fmt.Fprintf(to, "%s: %s\n", name, strings.Join(c.header[name], ", "))
	}
	var body bytes.Buffer
	switch {
	case json.Indent(&body, c.body, "", "  ") == nil:
		fmt.Fprintf(to, "\n%s\n", body.String())
	case len(c.body) > 0:
		fmt.Fprintf(to, "\n(%d bytes)\n", len(c.body))
	}
	to.WriteString("\n")
}

func compare(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, string(want), got)
}

// A second try is the same request to the letter, whenever it is made.
func TestRequestsRepeat(t *testing.T) {
	w := connected(t)
	p := w.piece("the same")
	w.answer(createRecord, 502, "")
	for range 2 {
		_, err := w.publisher.Publish(t.Context(), w.account, p)
		require.Error(t, err)
		w.now = w.now.Add(time.Hour)
	}
	assert.Equal(t, w.calls[0], w.calls[1])
}
