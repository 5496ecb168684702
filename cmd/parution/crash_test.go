package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
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

// asDaemon makes the test binary run as parution itself.
const asDaemon = "PARUTION_TEST_DAEMON"

func TestMain(m *testing.M) {
	if os.Getenv(asDaemon) != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

// TestCrash kills the daemon while platforms are answering it: before they
// have stored a post, after, and after they have answered. It starts it again
// each time. In the end the platforms' own books are held against the ledger:
// nothing lost, nothing double, and what cannot be known waits for a person.
func TestCrash(t *testing.T) {
	kills := 2
	if text := os.Getenv("PARUTION_CRASHES"); text != "" {
		var err error
		kills, err = strconv.Atoi(text)
		require.NoError(t, err)
	} else if testing.Short() {
		kills = 1
	}
	s := newStage(t, kills)
	s.begin()
	s.plan(3 + kills)
	s.killAndRestart(kills)
	s.rest()
	s.compare()
}

// stage is a daemon in a process of its own, and real sockets around it.
type stage struct {
	t       *testing.T
	dir     string
	token   string
	url     string
	process *exec.Cmd
	fakes   map[string]publishertest.Fake
	servers map[string]*httptest.Server
	posts   []string
	more    []string          // of the daemon's environment
	channel map[string]string // platform → id

	mu    sync.Mutex
	rand  *rand.Rand
	armed bool // the next publishing call kills the daemon
	died  chan struct{}
}

func newStage(t *testing.T, kills int) *stage {
	t.Helper()
	s := &stage{
		t: t, dir: t.TempDir(), rand: rand.New(rand.NewPCG(uint64(kills), 7)), channel: map[string]string{}, died: make(chan struct{}, 1),
		fakes: map[string]publishertest.Fake{}, servers: map[string]*httptest.Server{},
	}
	toot := mastodontest.New(time.Now, mastodontest.Complaints(t.Errorf))
	sky := blueskytest.New(time.Now, blueskytest.Complaints(t.Errorf),
		blueskytest.With(blueskytest.Account{DID: "did:plc:crash", Handle: "crash.example", Password: "abcd-efgh-ijkl-mnop"}))
	hook := &webhooktest.Receiver{Secrets: []editorial.Secret{editorial.NewSecret(hookSecret)}, Now: time.Now}
	for name, fake := range map[string]publishertest.Fake{"mastodon": toot, "bluesky": sky, "webhook": hook} {
		s.fakes[name] = fake
		s.servers[name] = httptest.NewServer(s.deadly(fake))
		t.Cleanup(s.servers[name].Close)
	}
	sky.PDS = s.servers["bluesky"].URL
	s.token = toot.Token("crash", "read", "write")
	return s
}

const hookSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"

// deadly kills the daemon on an armed publishing call: at random before the
// fake has stored it, after it has, or just after it has answered.
func (s *stage) deadly(fake publishertest.Fake) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			return
		}
		again := func() *http.Request { r.Body = io.NopCloser(bytes.NewReader(body)); return r }
		if !fake.Publishes(again()) || !s.disarm() {
			fake.ServeHTTP(w, again())
			return
		}
		when := s.random(3)
		if when == 0 {
			s.kill()
			return
		}
		if when == 1 {
			fake.ServeHTTP(httptest.NewRecorder(), again())
			s.kill()
			return
		}
		fake.ServeHTTP(w, again())
		if flusher, ok := w.(http.Flusher); ok {
			flusher.Flush()
		}
		s.kill()
	})
}

func (s *stage) random(n int) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.rand.IntN(n)
}

func (s *stage) arm() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.armed = true
}

func (s *stage) disarm() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	was := s.armed
	s.armed = false
	return was
}

func (s *stage) kill() {
	_ = s.process.Process.Signal(syscall.SIGKILL)
	s.died <- struct{}{}
}

// begin starts the first daemon, with an owner, a calendar and a channel on
// each platform.
func (s *stage) begin() {
	mastodonToken := s.token
	s.owner()
	s.start()
	s.calendar()
	s.connect("mastodon", map[string]string{"server": s.servers["mastodon"].URL}, map[string]string{"access_token": mastodonToken})
	s.connect("bluesky", map[string]string{"service": s.servers["bluesky"].URL, "handle": "crash.example"}, map[string]string{"app_password": "abcd-efgh-ijkl-mnop"})
	s.connect("webhook", map[string]string{"url": s.servers["webhook"].URL + "/in/parution"}, map[string]string{"secret": hookSecret})
	s.connect("feed", map[string]string{"title": "Crash"}, map[string]string{})
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
	return append(append(os.Environ(), asDaemon+"=1", "PARUTION_DATA="+filepath.Join(s.dir, "data"), "PARUTION_KEY_FILE="+filepath.Join(s.dir, "key"),
		"PARUTION_ALLOW_PRIVATE=127.0.0.0/8", "PARUTION_LISTEN=127.0.0.1:0", "PARUTION_LOG_FORMAT=json"), s.more...)
}

func (s *stage) command(args ...string) string {
	c := exec.Command(os.Args[0], args...)
	c.Env = s.environment()
	out, err := c.Output()
	require.NoError(s.t, err)
	return string(out)
}

// start starts a daemon and waits until it says where it is.
func (s *stage) start() {
	s.process = exec.Command(os.Args[0], "serve")
	s.process.Env = s.environment()
	log, err := os.OpenFile(filepath.Join(s.dir, "log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	require.NoError(s.t, err)
	s.process.Stderr = log
	stdout, err := s.process.StdoutPipe()
	require.NoError(s.t, err)
	require.NoError(s.t, s.process.Start())
	_ = log.Close()
	process := s.process
	s.t.Cleanup(func() { _ = process.Process.Kill(); _ = process.Wait() })
	for lines := bufio.NewScanner(stdout); lines.Scan(); {
		if _, rest, found := strings.Cut(lines.Text(), " is at "); found {
			s.url = strings.Fields(rest)[0]
			return
		}
	}
	s.t.Fatalf("the daemon did not start:\n%s", s.log())
}

func (s *stage) log() string {
	all, err := os.ReadFile(filepath.Join(s.dir, "log"))
	require.NoError(s.t, err)
	return string(all)
}

// plan approves posts for the seconds ahead, threads among them.
func (s *stage) plan(count int) {
	for i := range count {
		at := time.Now().Add(2*time.Second + time.Duration(i)*1500*time.Millisecond).Truncate(time.Second)
		variants := map[string]any{}
		if i%2 == 0 {
			for _, platform := range []string{"mastodon", "bluesky"} {
				variants[s.channel[platform]] = map[string]any{"parts": []string{
					fmt.Sprintf("post %d part 0", i), fmt.Sprintf("post %d part 1", i), fmt.Sprintf("post %d part 2", i),
				}}
			}
		}
		made := s.post("/calendars/"+s.channel["calendar"]+"/posts", map[string]any{
			"title": fmt.Sprintf("post %d", i), "text": fmt.Sprintf("post %d part 0", i), "variants": variants,
			"channels":   []string{s.channel["mastodon"], s.channel["bluesky"], s.channel["webhook"], s.channel["feed"]},
			"publish_at": at.Format(time.RFC3339),
		})
		id := made["id"].(string)
		s.post("/posts/"+id+"/moves", map[string]any{"move": "approve", "revision": made["revision"]})
		s.posts = append(s.posts, id)
	}
}

// killAndRestart kills the daemon on publishing calls, or anywhere where none
// comes, and starts it again.
func (s *stage) killAndRestart(kills int) {
	for range kills {
		s.arm()
		select {
		case <-s.died:
		case <-time.After(time.Duration(2+s.random(4)) * time.Second):
			if s.disarm() {
				s.kill()
			}
			<-s.died
		}
		_ = s.process.Wait()
		s.start()
	}
}

// rest waits until every delivery is published or waits for a person. What
// was on the wire at a kill is read back when its lease and its call's time
// have run out.
func (s *stage) rest() {
	deadline := time.After(6 * time.Minute)
	for tick := time.Tick(time.Second); ; {
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

// compare holds the platforms' books against the ledger.
func (s *stage) compare() {
	books := map[string]map[string]int{}
	for name, fake := range s.fakes {
		books[name] = map[string]int{}
		for _, entry := range fake.Books() {
			books[name][entry.Text]++
		}
	}
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
				count := books[platform][text]
				require.LessOrEqual(s.t, count, 1, "%s has %q %d times", platform, text, count)
				if state == "published" {
					require.Equal(s.t, 1, count, "%s lost %q", platform, text)
				} else {
					require.Equal(s.t, "webhook", platform, "only a receiver that cannot be asked leaves its outcome to a person")
				}
			}
		}
	}
}

func (s *stage) post(path string, body any) map[string]any {
	encoded, err := json.Marshal(body)
	require.NoError(s.t, err)
	var answer map[string]any
	s.call(http.MethodPost, path, bytes.NewReader(encoded), &answer)
	return answer
}

func (s *stage) get(path string, into any) { s.call(http.MethodGet, path, nil, into) }

func (s *stage) call(method, path string, body io.Reader, into any) {
	ctx, cancel := context.WithTimeout(s.t.Context(), 30*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, method, s.url+"/api/v1"+path, body)
	require.NoError(s.t, err)
	req.Header.Set("Authorization", "Bearer "+s.token)
	req.Header.Set("Content-Type", "application/json")
	res, err := http.DefaultClient.Do(req) //nolint:forbidigo // talks to the daemon under test
	require.NoError(s.t, err)
	defer func() { _ = res.Body.Close() }()
	answer, err := io.ReadAll(res.Body)
	require.NoError(s.t, err)
	require.Less(s.t, res.StatusCode, 300, "%s %s: %s", method, path, answer)
	require.NoError(s.t, json.Unmarshal(answer, into))
}
