package bluesky_test

import (
	"bytes"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/publishers"
	"parution.dev/publishers/bluesky"
	"parution.dev/publishers/bluesky/blueskytest"
	"parution.dev/publishers/publishertest"
)

const (
	service  = "https://bsky.test"
	pds      = "https://pds.bsky.test"
	password = "abcd-efgh-ijkl-mnop"
)

func ana() blueskytest.Account {
	return blueskytest.Account{DID: "did:plc:ana", Handle: "ana.test", Password: password}
}

func bob() blueskytest.Account {
	return blueskytest.Account{DID: "did:web:bob.test", Handle: "bob.test", Password: "bob-secret"}
}

// world is a server, an adapter that talks to it, and a clock for both.
type world struct {
	now       time.Time
	server    *blueskytest.Server
	publisher *bluesky.Publisher
	account   editorial.Account
	fault     publishertest.Fault                // what befalls publishing calls
	instead   func(*http.Request) *http.Response // answers in the server's place; nil: the server does
	calls     []heard                            // since the last forget
}

// heard is one request as it went out.
type heard struct {
	method, url string
	header      http.Header
	body        []byte
}

// newWorld returns a world in which ana's account is not connected yet.
func newWorld(t *testing.T) *world {
	t.Helper()
	w := &world{now: time.Date(2026, 11, 3, 8, 58, 0, 250_000_000, time.UTC)}
	w.server = blueskytest.New(w.clock, blueskytest.With(ana(), bob()), blueskytest.Complaints(t.Errorf))
	w.server.PDS = pds
	w.publisher = bluesky.New(publishers.NewClient(publishers.ClientConfig{Transport: w}), w.clock)
	w.account = editorial.Account{
		Platform:    "bluesky",
		Settings:    map[string]string{"service": service, "handle": "ana.test"},
		Credentials: editorial.Credentials{}.With("app_password", password),
	}
	return w
}

func (w *world) clock() time.Time { return w.now }

// connected returns a world in which ana's account is connected.
func connected(t *testing.T) *world {
	t.Helper()
	w := newWorld(t)
	w.connect(t)
	w.calls = nil
	return w
}

func (w *world) connect(t *testing.T) {
	t.Helper()
	c, err := w.publisher.Connect(t.Context(), w.account)
	require.NoError(t, err)
	w.account.RemoteID, w.account.Handle, w.account.Facts = c.RemoteID, c.Handle, c.Facts
	w.account.Limits, w.account.Credentials = c.Limits, c.Credentials
}

// RoundTrip is the network between adapter and server.
func (w *world) RoundTrip(r *http.Request) (*http.Response, error) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	w.calls = append(w.calls, heard{r.Method, r.URL.String(), r.Header.Clone(), body})
	r.Body = io.NopCloser(bytes.NewReader(body))
	if w.instead != nil {
		if res := w.instead(r); res != nil {
			return res, nil
		}
	}
	faulty := publishertest.Faulty(w.server, func(*http.Request) publishertest.Fault { return w.fault })
	return publishertest.RoundTripper(faulty).RoundTrip(r)
}

// answer makes the calls of one method answered so.
func (w *world) answer(nsid string, status int, body string, headers ...string) {
	w.instead = func(r *http.Request) *http.Response {
		if !strings.HasSuffix(r.URL.Path, "/"+nsid) {
			return nil
		}
		res := &http.Response{StatusCode: status, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(body)), Request: r}
		for i := 0; i < len(headers); i += 2 {
			res.Header.Set(headers[i], headers[i+1])
		}
		return res
	}
}

// methods lists what was called since the last forget.
func (w *world) methods() []string {
	var names []string
	for _, c := range w.calls {
		name := c.url[strings.LastIndexByte(c.url, '/')+1:]
		name, _, _ = strings.Cut(name, "?")
		names = append(names, name[strings.LastIndexByte(name, '.')+1:])
	}
	return names
}

// piece is a first part with this text, keyed now.
func (w *world) piece(text string) publishers.Piece {
	return publishers.Piece{
		Key:  "key_" + text,
		At:   w.now,
		Part: editorial.Part{Kind: editorial.PartPost, Text: text, Language: "en"},
		Open: open,
	}
}

// publish publishes a piece that must go out.
func (w *world) publish(t *testing.T, p publishers.Piece) publishers.Receipt {
	t.Helper()
	got, err := w.publisher.Publish(t.Context(), w.account, p)
	require.NoError(t, err)
	require.NotZero(t, got)
	return got
}

// prepare uploads what a piece needs.
func (w *world) prepare(t *testing.T, p publishers.Piece) publishers.Piece {
	t.Helper()
	ready, err := w.publisher.Prepare(t.Context(), w.account, p)
	require.NoError(t, err)
	p.Prepared = ready
	return p
}

// texts lists what the server has.
func (w *world) texts() []string {
	var texts []string
	for _, e := range w.server.Books() {
		texts = append(texts, e.Text)
	}
	return texts
}

// judged returns the verdict of an error that must be one of the adapter's.
func judged(t *testing.T, err error) *publishers.Error {
	t.Helper()
	require.Error(t, err)
	return publishers.Judge(err)
}

// pictureUse is one use of a picture in testdata: "wide" is 30 × 10, "tall" is
// 10 × 20. "noise" is one byte larger than a server takes.
func pictureUse(media editorial.MediaID, alt string) editorial.MediaUse {
	return editorial.MediaUse{Media: media, Hash: "hash-" + string(media), Type: "image/png", Alt: alt}
}

func open(use editorial.MediaUse) (io.ReadCloser, error) {
	if use.Media == "noise" {
		return io.NopCloser(bytes.NewReader(make([]byte, 1_000_001))), nil
	}
	return os.Open(filepath.Join("testdata", string(use.Media)+".png"))
}
