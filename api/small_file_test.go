package api

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"image"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// smallPath asks for the small picture of a file.
func smallPath(media map[string]any) string { return media["url"].(string) + "?size=small" }

// kept lists the names of what lies in the media directory.
func (d *desk) kept(t *testing.T) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(d.store.MediaDir())
	require.NoError(t, err)
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names
}

func TestSmallFile(t *testing.T) {
	w := newWorld(t)
	data := asPNG(t, quarters(1600, 800))
	media := w.upload(t, data, "Four corners")
	hash := media["hash"].(string)
	require.Equal(t, []string{hash}, w.kept(t), "made when it is asked for")

	got := w.ask(t, "GET", smallPath(media), "")
	require.Equal(t, 200, got.status, got.body)
	require.Equal(t, "image/jpeg", got.header.Get("Content-Type"))
	require.Equal(t, "nosniff", got.header.Get("X-Content-Type-Options"))
	require.Equal(t, "inline; filename=bee.jpeg", got.header.Get("Content-Disposition"))
	require.Equal(t, "private, max-age=31536000, immutable", got.header.Get("Cache-Control"))
	require.Equal(t, `"`+hash+`-small"`, got.header.Get("ETag"))
	config, _, err := image.DecodeConfig(strings.NewReader(got.body))
	require.NoError(t, err)
	require.Equal(t, image.Pt(480, 240), image.Pt(config.Width, config.Height))
	require.Equal(t, []string{hash, hash + ".small"}, w.kept(t))

	require.Equal(t, got.body, w.ask(t, "GET", smallPath(media), "").body)
	require.Equal(t, 304, w.ask(t, "GET", smallPath(media), "", "If-None-Match", got.header.Get("ETag")).status)
	require.Equal(t, got.body[1:3], w.ask(t, "GET", smallPath(media), "", "Range", "bytes=1-2").body)
	for _, whole := range []string{"", "?size="} {
		require.Equal(t, string(data), w.ask(t, "GET", media["url"].(string)+whole, "").body)
	}
	require.Equal(t, "422 not_one_of /query/size", problemText(t, w.ask(t, "GET", media["url"].(string)+"?size=huge", "")))

	elsewhere := w.must(t, 201, "POST", "/api/v1/calendars", `{"name":"Elsewhere","time_zone":"UTC","language":"en"}`)["id"].(string)
	stranger := w.member(t, elsewhere, "sam", "manager")
	require.Equal(t, "404 not_found", problemText(t, w.ask(t, "GET", smallPath(media), "", "Authorization", "Bearer "+stranger)))
}

// Many who ask at once wait for one drawing.
func TestSmallFileOnce(t *testing.T) {
	w := newWorld(t)
	media := w.upload(t, asPNG(t, quarters(2000, 2000)), "")
	reads := make([]answered, 8)
	var all sync.WaitGroup
	for i := range reads {
		all.Go(func() { reads[i] = w.ask(t, "GET", smallPath(media), "") })
	}
	all.Wait()
	for _, got := range reads {
		require.Equal(t, 200, got.status)
		require.Equal(t, reads[0].body, got.body)
	}
	require.Len(t, w.kept(t), 2)

	first := filepath.Join(w.store.MediaDir(), media["hash"].(string)+".small")
	require.NoError(t, os.WriteFile(first, []byte("\x89PNG\r\n\x1a\nwhat is kept"), 0o600))
	require.Equal(t, "\x89PNG\r\n\x1a\nwhat is kept", w.ask(t, "GET", smallPath(media), "").body, "it is not drawn again")
}

// One is drawn at a time: whoever waits is served what was made meanwhile, and
// whoever goes away waits no more.
func TestSmallFileWaits(t *testing.T) {
	w := newWorld(t)
	media := w.upload(t, asPNG(t, quarters(600, 600)), "")
	m, err := w.store.GetMedia(t.Context(), editorial.MediaID(media["id"].(string)))
	require.NoError(t, err)
	w.api.drawing <- struct{}{} // somebody draws
	gone, leave := context.WithCancel(t.Context())
	leave()
	_, err = w.api.smallOf(gone, m, nil)
	require.ErrorIs(t, err, context.Canceled)

	answers := make(chan answered)
	go func() { answers <- w.ask(t, "GET", smallPath(media), "") }()
	require.NoError(t, w.store.KeepSmallMedia(m.Hash, []byte("\x89PNG\r\n\x1a\nmade meanwhile")))
	<-w.api.drawing
	require.Equal(t, "\x89PNG\r\n\x1a\nmade meanwhile", (<-answers).body)
}

// Whatever no small picture can be made of is shown as it is.
func TestSmallFileShownWhole(t *testing.T) {
	w := newWorld(t)
	for name, data := range map[string][]byte{
		"too many pixels":         bomb(t, 10_000, 10_000),
		"no pixels where it says": append(append(pngHead(40, 30, 8, 2), pngChunk("IDAT", []byte("no zlib"))...), pngChunk("IEND", nil)...),
	} {
		t.Run(name, func(t *testing.T) {
			media := w.upload(t, data, "")
			got := w.ask(t, "GET", smallPath(media), "")
			require.Equal(t, 200, got.status, got.body)
			sum := sha256.Sum256([]byte(got.body))
			require.Equal(t, media["hash"], hex.EncodeToString(sum[:]), "the bytes that were brought in")
			require.Equal(t, "image/png", got.header.Get("Content-Type"))
			require.Equal(t, `"`+media["hash"].(string)+`"`, got.header.Get("ETag"))
			require.NotContains(t, w.kept(t), media["hash"].(string)+".small")
		})
	}
}

// On a disk that is almost full small pictures are shown, and not kept.
func TestSmallFileOnFullDisk(t *testing.T) {
	w := newWorld(t)
	media := w.upload(t, asPNG(t, quarters(600, 300)), "")
	w.free.Store(100 << 20)
	for range 2 {
		got := w.ask(t, "GET", smallPath(media), "")
		require.Equal(t, 200, got.status, got.body)
		require.Equal(t, "image/jpeg", got.header.Get("Content-Type"))
		require.Equal(t, []string{media["hash"].(string)}, w.kept(t))
	}
	w.free.Store(1 << 40)
	require.Equal(t, 200, w.ask(t, "GET", smallPath(media), "").status)
	require.Len(t, w.kept(t), 2, "as soon as there is room")
}

// A file that is gone is told as gone, even where its small picture is there.
func TestSmallFileOfMissing(t *testing.T) {
	w := newWorld(t)
	media := w.upload(t, asPNG(t, quarters(600, 300)), "")
	require.Equal(t, 200, w.ask(t, "GET", smallPath(media), "").status)
	require.NoError(t, os.Remove(filepath.Join(w.store.MediaDir(), media["hash"].(string))))
	whole := w.ask(t, "GET", media["url"].(string), "")
	require.Equal(t, problemText(t, whole), problemText(t, w.ask(t, "GET", smallPath(media), "")))
}
