package mastodon

import (
	"bytes"
	"context"
	"io"
	"maps"
	"net/http"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/publishers"
	"parution.dev/publishers/mastodon/mastodontest"
	"parution.dev/publishers/publishertest"
)

// clockwork is a time that tests set.
type clockwork struct {
	mu  sync.Mutex
	now time.Time
}

func newClockwork() *clockwork {
	return &clockwork{now: time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)}
}

func (c *clockwork) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clockwork) Advance(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// through makes a guarded client whose network is a handler.
func through(h http.Handler) *http.Client {
	return publishers.NewClient(publishers.ClientConfig{Transport: publishertest.RoundTripper(h)})
}

// waits notes for how long a publisher would have waited, and moves the clock.
type waits struct {
	clock *clockwork
	slept []time.Duration
}

func (w *waits) wait(ctx context.Context, d time.Duration) error {
	w.slept = append(w.slept, d)
	w.clock.Advance(d)
	return ctx.Err()
}

// rig is a publisher with an account on a fake server.
type rig struct {
	*mastodontest.Server
	clock     *clockwork
	waits     *waits
	token     string
	publisher *Publisher
	account   editorial.Account
}

func newRig(t *testing.T, options ...mastodontest.Option) *rig {
	t.Helper()
	clock := newClockwork()
	fake := mastodontest.New(clock.Now, append(options, mastodontest.Complaints(t.Errorf))...)
	r := &rig{Server: fake, clock: clock, waits: &waits{clock: clock}, token: fake.Token("ann")}
	r.publisher = New(through(fake), clock.Now)
	r.publisher.wait = r.waits.wait
	r.account = r.connect(t, r.token)
	return r
}

// connect returns the account that a token is for, as a channel keeps it.
func (r *rig) connect(t *testing.T, token string) editorial.Account {
	t.Helper()
	to := asking(mastodontest.Host, token)
	found, err := r.publisher.Connect(t.Context(), to)
	require.NoError(t, err)
	return connected(to, found)
}

func asking(server, token string) editorial.Account {
	return editorial.Account{
		Platform:    Platform,
		Settings:    map[string]string{"server": server},
		Credentials: editorial.Credentials{}.With("access_token", token),
	}
}

func connected(to editorial.Account, found publishers.Connection) editorial.Account {
	to.RemoteID, to.Handle, to.Facts = found.RemoteID, found.Handle, found.Facts
	to.Limits, to.Credentials = found.Limits, found.Credentials
	return to
}

// through has the publisher call h in place of the fake.
func (r *rig) through(h http.Handler) {
	r.publisher.client = through(h)
}

// piece is a part that says text.
func (r *rig) piece(text string) publishers.Piece {
	return publishers.Piece{
		Key: "key of " + text, At: r.clock.Now(),
		Part: editorial.Part{Kind: editorial.PartPost, Text: text, Language: "fr-FR"},
		Open: open,
	}
}

// illustrated is a part with pictures, or whatever the types are.
func (r *rig) illustrated(text string, types ...string) publishers.Piece {
	p := r.piece(text)
	for i, kind := range types {
		p.Part.Media = append(p.Part.Media, editorial.MediaUse{
			Media: editorial.MediaID("med_" + string(rune('a'+i))), Type: kind, Bytes: 5, Alt: "Picture " + string(rune('A'+i)),
		})
	}
	return p
}

func open(use editorial.MediaUse) (io.ReadCloser, error) {
	return io.NopCloser(bytes.NewReader([]byte("bytes of " + use.Media))), nil
}

// prepared is a piece with its media on the server.
func (r *rig) prepared(t *testing.T, p publishers.Piece) publishers.Piece {
	t.Helper()
	done, err := r.publisher.Prepare(t.Context(), r.account, p)
	require.NoError(t, err)
	p.Prepared = done
	return p
}

func (r *rig) publish(t *testing.T, p publishers.Piece) publishers.Receipt {
	t.Helper()
	receipt, err := r.publisher.Publish(t.Context(), r.account, p)
	require.NoError(t, err)
	return receipt
}

// answering answers publishing calls with a status, headers and a body, and
// hands every other call to next.
func answering(next http.Handler, publishes func(*http.Request) bool, status int, header http.Header, body string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !publishes(r) {
			next.ServeHTTP(w, r)
			return
		}
		maps.Copy(w.Header(), header)
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	})
}
