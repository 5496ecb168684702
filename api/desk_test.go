package api

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/rs/zerolog"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/store"
)

// desk is an API with a store of its own, a clock that tests move, platforms
// that do as they are told, and an owner named Olive.
type desk struct {
	handler   http.Handler
	api       *API
	store     *store.Store
	clock     *testClock
	platforms *fakePlatforms
	mailer    *fakeMailer
	log       *lockedBuffer
	owner     string       // Olive's token
	dir       string       // of the store
	free      atomic.Int64 // bytes left on its disk
	stopping  chan struct{}
}

func newDesk(t *testing.T, adjust ...func(*Config)) *desk {
	t.Helper()
	d := &desk{
		clock: &testClock{at: time.Date(2026, 10, 1, 8, 0, 0, 0, time.UTC)}, platforms: &fakePlatforms{state: "works"},
		mailer: &fakeMailer{sent: make(chan letter, 100)}, log: &lockedBuffer{}, stopping: make(chan struct{}),
		dir: t.TempDir(),
	}
	d.free.Store(1 << 40)
	var err error
	d.store, err = store.Open(context.Background(), store.Config{
		Dir: d.dir, Sealer: plainSealer{}, Free: func() (int64, error) { return d.free.Load(), nil },
	})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, d.store.Close()) })
	olive := editorial.Member{
		ID: editorial.NewID[editorial.MemberID]("mem"), Name: "Olive", Email: "olive@example.org", Language: editorial.English, Owner: true,
	}
	require.NoError(t, d.store.AddMember(context.Background(), store.Write{By: editorial.Machine(), Now: d.clock.now()}, "", olive))
	d.owner = d.tokenFor(t, olive.Email)
	cfg := Config{
		Store: d.store, Platforms: d.platforms, Mailer: d.mailer, Log: zerolog.New(d.log), Now: d.clock.now, Version: "test",
		PublicURL: "https://parution.test", HashKey: []byte("a key for tests"), Stopping: d.stopping,
	}
	for _, change := range adjust {
		change(&cfg)
	}
	d.handler = New(cfg)
	d.api = d.handler.(*API)
	d.api.hasher = newHasher(cost{memory: 64, rounds: 1, lanes: 1}) // what passwords really cost is tested where they are
	return d
}

// fakeMailer hands letters to the test instead of a post office.
type fakeMailer struct {
	sent   chan letter
	broken bool
}

type letter struct {
	to   Addressee
	kind MailKind
	data MailData
}

func (f *fakeMailer) Send(_ context.Context, to Addressee, kind MailKind, data MailData) error {
	if f.broken {
		return errors.New("the post office is closed")
	}
	f.sent <- letter{to, kind, data}
	return nil
}

// next waits for a letter.
func (f *fakeMailer) next(t *testing.T) letter {
	t.Helper()
	select {
	case l := <-f.sent:
		return l
	case <-time.After(time.Minute):
		t.Fatal("no letter came")
		return letter{}
	}
}

// link waits for a letter of a kind, and returns what stands behind the # of
// the link in it, if it has one.
func (f *fakeMailer) link(t *testing.T, kind MailKind) string {
	t.Helper()
	for {
		if l := f.next(t); l.kind == kind {
			_, secret, _ := strings.Cut(l.data.Link.Reveal(), "#")
			return secret
		}
	}
}

// code waits for a letter of a kind, and returns the code in it.
func (f *fakeMailer) code(t *testing.T, kind MailKind) string {
	t.Helper()
	for {
		if l := f.next(t); l.kind == kind {
			return l.data.Code.Reveal()
		}
	}
}

type testClock struct {
	mu sync.Mutex
	at time.Time
}

func (c *testClock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

func (c *testClock) add(by time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(by)
}

type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// plainSealer keeps what it is given: encryption is tested where it is done.
type plainSealer struct{}

func (plainSealer) Seal(plain []byte, _ string) ([]byte, error)  { return slices.Clone(plain), nil }
func (plainSealer) Open(sealed []byte, _ string) ([]byte, error) { return slices.Clone(sealed), nil }

// fakePlatforms are two kinds of network: a hook with an address and a secret,
// and a board with a title, on which what is published can be edited.
type fakePlatforms struct{ state string }

func (*fakePlatforms) List() []PlatformInfo {
	limits := editorial.Limits{
		Text: []editorial.TextLimit{{Max: 500, Counting: editorial.Counting{Unit: editorial.Graphemes}}}, TextOrMedia: true, Parts: 10,
		FirstComment: true, LinkCard: true, Media: editorial.MediaLimits{Max: 4, Types: map[string]int64{"image/png": 1 << 20}},
		Options: []editorial.OptionSpec{{Name: "visibility", Kind: editorial.OptionChoice, Choices: []string{"public", "unlisted"}, Label: editorial.Words{EN: "Visibility", FR: "Visibilité"}}},
	}
	editable := limits
	editable.Edits = editorial.Edits{Copy: true, Alt: true, Media: true}
	return []PlatformInfo{
		{
			Platform: "hook", Name: "Hook", Limits: limits,
			Settings:    []PlatformField{{Name: "url", Label: editorial.Words{EN: "Address", FR: "Adresse"}, Required: true}},
			Credentials: []PlatformField{{Name: "secret", Label: editorial.Words{EN: "Secret", FR: "Secret"}, Required: true}},
		},
		{Platform: "board", Name: "Board", Limits: editable, Settings: []PlatformField{{Name: "title", Label: editorial.Words{EN: "Title", FR: "Titre"}}}},
	}
}

func (f *fakePlatforms) Connect(_ context.Context, to editorial.Account) (Connected, error) {
	if err := f.answer(to); err != nil {
		return Connected{}, err
	}
	limits := f.List()[0].Limits
	if to.Platform == "board" {
		limits = f.List()[1].Limits
	}
	return Connected{
		RemoteID: "remote-" + string(to.Platform), Handle: "@" + string(to.Platform), URL: "https://platform.test/" + string(to.Platform),
		Facts: map[string]string{"version": "1"}, Limits: limits, Credentials: to.Credentials,
	}, nil
}

func (f *fakePlatforms) Check(_ context.Context, on editorial.Account) (Checked, error) {
	if err := f.answer(on); err != nil {
		return Checked{}, err
	}
	return Checked{Limits: f.List()[0].Limits, Remaining: -1}, nil
}

func (f *fakePlatforms) answer(to editorial.Account) error {
	switch f.state {
	case "refuses":
		return editorial.Refuse(editorial.Invalid, codeConnectRefused)
	case "silent":
		return &editorial.Refusal{Kind: editorial.Unavailable, Code: codePlatformUnreachable, Err: errors.New("dial: no route")}
	case "echoes":
		said := "you sent " + to.Credentials["secret"].Reveal()
		return &editorial.Refusal{Kind: editorial.Invalid, Code: codeConnectRefused, Detail: editorial.Words{EN: said, FR: said}, Err: errors.New(said)}
	}
	return nil
}
