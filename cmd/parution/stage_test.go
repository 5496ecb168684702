package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/publishers/bluesky/blueskytest"
	"parution.dev/publishers/mastodon/mastodontest"
	"parution.dev/publishers/publishertest"
	"parution.dev/publishers/webhook/webhooktest"
)

// asDaemon makes the test binary run as parution itself; inAHurry, with shorter
// terms of claims and calls than usual: the same rules in less time.
const (
	asDaemon = "PARUTION_TEST_DAEMON"
	inAHurry = "PARUTION_TEST_HURRY"
)

func TestMain(m *testing.M) {
	switch {
	case os.Getenv(asDaemon) == "":
		os.Exit(m.Run())
	case os.Getenv(inAHurry) != "":
		os.Exit(start(hurried()))
	}
	main()
}

// hurried are terms for tests that wait for their ends.
func hurried() editorial.Terms {
	return editorial.Terms{
		Lease: 5 * time.Second, Call: 2500 * time.Millisecond, Releaser: time.Second,
		Looks: []time.Duration{500 * time.Millisecond, time.Second, 2 * time.Second},
	}
}

// stage is a daemon in a process of its own, and real sockets around it.
type stage struct {
	t       *testing.T
	dir     string
	token   string
	url     string
	process *exec.Cmd
	logged  logbook
	more    []string          // of the daemon's environment
	channel map[string]string // platform → id
	posts   []string

	fakes   map[string]publishertest.Fake
	servers map[string]*httptest.Server
	meet    func(meeting) (handled bool) // what happens beside the fakes; nil: nothing
}

// meeting is a request that comes to a fake, or the connection that it will
// come by.
type meeting struct {
	platform  string
	fake      publishertest.Fake
	publishes bool
	body      string
	request   func() *http.Request // with its body to be read anew; nil: a connection
	writer    http.ResponseWriter
}

// newStage is empty; withPlatforms puts platforms around it.
func newStage(t *testing.T, more ...string) *stage {
	t.Helper()
	return &stage{t: t, dir: t.TempDir(), channel: map[string]string{}, more: more}
}

const hookSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"

// withPlatforms starts the first daemon, with an owner, a calendar and a
// channel on each platform.
func (s *stage) withPlatforms() *stage {
	toot := mastodontest.New(time.Now, mastodontest.Complaints(s.t.Errorf))
	sky := blueskytest.New(time.Now, blueskytest.Complaints(s.t.Errorf),
		blueskytest.With(blueskytest.Account{DID: "did:plc:crash", Handle: "crash.example", Password: "abcd-efgh-ijkl-mnop"}))
	hook := &webhooktest.Receiver{Secrets: []editorial.Secret{editorial.NewSecret(hookSecret)}, Now: time.Now}
	s.fakes = map[string]publishertest.Fake{"mastodon": toot, "bluesky": sky, "webhook": hook}
	s.servers = map[string]*httptest.Server{}
	for name, fake := range s.fakes {
		s.servers[name] = s.serve(name, fake)
	}
	sky.PDS = s.servers["bluesky"].URL
	s.owner()
	s.start()
	s.calendar()
	s.connect("mastodon", map[string]string{"server": s.servers["mastodon"].URL}, map[string]string{"access_token": toot.Token("crash", "read", "write")})
	s.connect("bluesky", map[string]string{"service": s.servers["bluesky"].URL, "handle": "crash.example"}, map[string]string{"app_password": "abcd-efgh-ijkl-mnop"})
	s.connect("webhook", map[string]string{"url": s.servers["webhook"].URL + "/in/parution"}, map[string]string{"secret": hookSecret})
	s.connect("feed", map[string]string{"title": "Crash"}, map[string]string{})
	return s
}

// serve puts a fake on a socket. Each request comes by a connection of its own.
func (s *stage) serve(platform string, fake publishertest.Fake) *httptest.Server {
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			return
		}
		again := func() *http.Request { r.Body = io.NopCloser(bytes.NewReader(body)); return r }
		met := meeting{platform: platform, fake: fake, publishes: fake.Publishes(again()), body: string(body), request: again, writer: w}
		if s.meet == nil || !s.meet(met) {
			fake.ServeHTTP(w, again())
		}
	}))
	server.Config.SetKeepAlivesEnabled(false)
	server.Config.ConnState = func(connection net.Conn, state http.ConnState) {
		if state == http.StateNew && s.meet != nil && s.meet(meeting{platform: platform, fake: fake}) {
			_ = connection.Close()
		}
	}
	server.Start()
	s.t.Cleanup(server.Close)
	return server
}

// owner makes the first owner, whose token everything is done with.
func (s *stage) owner() {
	s.token = lastLine(s.command("init", "--name", "Inès", "--email", "ines@example.org"))
}

func (s *stage) calendar() {
	made := s.post("/calendars", map[string]any{"name": "Crash", "time_zone": "Europe/Paris", "language": "en"})
	s.channel["calendar"], _ = made["id"].(string)
}

func (s *stage) connect(platform string, settings, credentials map[string]string) {
	made := s.post("/calendars/"+s.channel["calendar"]+"/channels", map[string]any{
		"platform": platform, "name": platform, "settings": settings, "credentials": credentials,
	})
	s.channel[platform], _ = made["id"].(string)
}

// environment points every daemon at the same place.
func (s *stage) environment() []string {
	return append(append(os.Environ(), asDaemon+"=1", "PARUTION_DATA="+s.data(), "PARUTION_KEY_FILE="+filepath.Join(s.dir, "key"),
		"PARUTION_ALLOW_PRIVATE=127.0.0.0/8", "PARUTION_LISTEN=127.0.0.1:0", "PARUTION_LOG_FORMAT=json"), s.more...)
}

func (s *stage) data() string { return filepath.Join(s.dir, "data") }

func (s *stage) command(args ...string) string {
	c := exec.Command(os.Args[0], args...)
	c.Env = s.environment()
	out, err := c.Output()
	require.NoError(s.t, err)
	return string(out)
}

// start starts a daemon, which is talked to from then on.
func (s *stage) start() { s.process, s.url = s.launch() }

// launch starts a daemon and waits until it says where it is.
func (s *stage) launch() (process *exec.Cmd, url string) {
	process = exec.Command(os.Args[0], "serve")
	process.Env = s.environment()
	process.Stderr = &s.logged
	out, in, err := os.Pipe()
	require.NoError(s.t, err)
	process.Stdout = in
	require.NoError(s.t, process.Start())
	s.t.Cleanup(func() { _ = process.Process.Kill(); _ = process.Wait(); _ = out.Close() })
	require.NoError(s.t, in.Close())
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if _, rest, found := strings.Cut(lines.Text(), " is at "); found {
			return process, strings.Fields(rest)[0]
		}
	}
	s.t.Fatalf("the daemon did not start:\n%s", s.log())
	return nil, ""
}

// stop ends the daemon in good order.
func (s *stage) stop() {
	require.NoError(s.t, s.process.Process.Signal(syscall.SIGTERM))
	require.NoError(s.t, s.process.Wait())
}

// logbook is what all daemons of the stage have logged.
type logbook struct {
	mu  sync.Mutex
	all bytes.Buffer
}

func (l *logbook) Write(line []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.all.Write(line)
}

func (s *stage) log() string {
	s.logged.mu.Lock()
	defer s.logged.mu.Unlock()
	return s.logged.all.String()
}

// plan approves a post for a moment, on some platforms.
func (s *stage) plan(at time.Time, parts int, media []string, platforms ...string) string {
	id := s.write(at, parts, media, platforms...)
	s.post("/posts/"+id+"/moves", approval())
	return id
}

// approval is the move that lets a post leave, late or not.
func approval() map[string]any {
	return map[string]any{"move": "approve", "revision": 1, "late": "leave"}
}

// write writes a post. Its text says its number, and each part's.
func (s *stage) write(at time.Time, parts int, media []string, platforms ...string) string {
	number := len(s.posts)
	words := func(part int) string { return fmt.Sprintf("post %d part %d", number, part) }
	variants, channels := map[string]any{}, []string{}
	for _, platform := range platforms {
		channels = append(channels, s.channel[platform])
		if parts > 1 && (platform == "mastodon" || platform == "bluesky") {
			thread := []string{}
			for part := range parts {
				thread = append(thread, words(part))
			}
			variants[s.channel[platform]] = map[string]any{"parts": thread}
		}
	}
	uses := []map[string]any{}
	for _, id := range media {
		uses = append(uses, map[string]any{"media": id})
	}
	made := s.post("/calendars/"+s.channel["calendar"]+"/posts", map[string]any{
		"title": fmt.Sprint("post ", number), "text": words(0), "variants": variants, "channels": channels, "media": uses, "publish_at": at.Format(time.RFC3339),
	})
	id, _ := made["id"].(string)
	s.posts = append(s.posts, id)
	return id
}

// soon is the next whole second that leaves time to plan a post for it.
func soon() time.Time { return time.Now().Add(1500 * time.Millisecond).Truncate(time.Second) }

// rest waits until every delivery is published or waits for a person. What
// was on the wire at a kill is read back when its lease and its call's time
// have run out.
func (s *stage) rest() {
	s.t.Helper()
	deadline := time.After(3 * time.Minute)
	for tick := time.Tick(200 * time.Millisecond); ; {
		if len(s.restless()) == 0 {
			return
		}
		select {
		case <-tick:
		case <-deadline:
			s.t.Fatalf("not at rest: %v\n%s", s.restless(), s.log())
		}
	}
}

func (s *stage) restless() []string {
	var waiting []string
	for _, id := range s.posts {
		for _, d := range s.deliveries(id) {
			state, _ := d["state"].(string)
			if state != "published" && !(state == "unknown" && d["for_person"] == true) {
				waiting = append(waiting, fmt.Sprint(d["platform"], " ", state))
			}
		}
	}
	return waiting
}

func (s *stage) deliveries(post string) []map[string]any {
	var page struct {
		Items []map[string]any `json:"items"`
	}
	s.get("/posts/"+post+"/deliveries", &page)
	return page.Items
}

// heard counts how often a platform's books have words.
func (s *stage) heard(platform, text string) (count int) {
	for _, entry := range s.fakes[platform].Books() {
		if entry.Text == text {
			count++
		}
	}
	return count
}

// compare holds the platforms' books against the ledger: nothing lost, nothing
// double, and what cannot be known waits for a person.
func (s *stage) compare() {
	s.t.Helper()
	for i, id := range s.posts {
		for _, d := range s.deliveries(id) {
			platform, _ := d["platform"].(string)
			if platform == "feed" {
				require.Equal(s.t, "published", d["state"])
				continue
			}
			parts, _ := d["parts"].([]any)
			for n, part := range parts {
				text := fmt.Sprintf("post %d part %d", i, n)
				state, _ := part.(map[string]any)["state"].(string)
				count := s.heard(platform, text)
				require.LessOrEqual(s.t, count, 1, "%s has %q %d times", platform, text, count)
				if state == "published" {
					require.Equal(s.t, 1, count, "%s lost %q", platform, text)
				} else {
					require.Equal(s.t, "webhook", platform, "only a receiver that cannot be asked leaves its outcome to a person: %v", d)
				}
			}
		}
	}
	require.Empty(s.t, s.recorded("delivery.stray_receipt", ""))
}

// recorded lists the details of an action's lines in the record.
func (s *stage) recorded(action, post string) []string {
	var page struct {
		Items []struct{ Action, Post, Detail string }
	}
	s.get("/calendars/"+s.channel["calendar"]+"/audit", &page)
	var details []string
	for _, line := range page.Items {
		if line.Action == action && (post == "" || line.Post == post) {
			details = append(details, line.Detail)
		}
	}
	return details
}

func (s *stage) post(path string, body any) map[string]any {
	encoded, err := json.Marshal(body)
	require.NoError(s.t, err)
	var answer map[string]any
	s.call(http.MethodPost, path, "application/json", bytes.NewReader(encoded), &answer)
	return answer
}

func (s *stage) get(path string, into any) {
	s.call(http.MethodGet, path, "application/json", nil, into)
}

func (s *stage) call(method, path, kind string, body io.Reader, into any) {
	status, answer := s.ask(method, "/api/v1"+path, kind, body)
	require.Less(s.t, status, 300, "%s %s: %s", method, path, answer)
	require.NoError(s.t, json.Unmarshal(answer, into))
}

func (s *stage) ask(method, path, kind string, body io.Reader) (status int, answer []byte) {
	status, answer, err := s.try(method, path, kind, body)
	require.NoError(s.t, err)
	return status, answer
}

// try asks a daemon that may be dying.
func (s *stage) try(method, path, kind string, body io.Reader) (status int, answer []byte, err error) {
	ctx, cancel := context.WithTimeout(s.t.Context(), 30*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, method, s.url+path, body)
	require.NoError(s.t, err)
	req.Header.Set("Authorization", "Bearer "+s.token)
	req.Header.Set("Content-Type", kind)
	res, err := http.DefaultClient.Do(req) //nolint:forbidigo // talks to the daemon under test
	if err != nil {
		return 0, nil, err
	}
	defer func() { _ = res.Body.Close() }()
	answer, err = io.ReadAll(res.Body)
	return res.StatusCode, answer, err
}
