package main

import (
	"bytes"
	"encoding/json"
	"image"
	"image/png"
	"math/rand/v2"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// moment is where in a step's way the daemon is killed.
type moment string

// The moments, in the order in which a step passes them.
const (
	claiming  moment = "its claim is being written"
	uploading moment = "a picture is being uploaded"
	connected moment = "it is claimed and nothing is sent"
	received  moment = "the platform has the request, and has done nothing yet"
	stored    moment = "the platform has stored it, and has not answered"
	told      moment = "the platform has answered"
	settling  moment = "the answer is being written down"
	between   moment = "one part of a thread is out, and the next is not"
	looking   moment = "an unclear outcome is being read back"
)

// TestCrash kills the daemon at every step of a post's way, platform by
// platform, and then at random ones, and starts it again each time. In the end
// the platforms' own books are held against the ledger: nothing lost, nothing
// double, and what cannot be known waits for a person. PARUTION_CRASHES=n says
// how many random ones.
func TestCrash(t *testing.T) {
	random := 2
	if text := os.Getenv("PARUTION_CRASHES"); text != "" {
		var err error
		random, err = strconv.Atoi(text)
		require.NoError(t, err)
	}
	k := &killer{stage: newStage(t, inAHurry+"=1"), died: make(chan struct{}, 1), rand: rand.New(rand.NewPCG(uint64(random), 7))}
	k.meet = k.strike
	k.withPlatforms()
	picture := k.upload()
	for _, platform := range []string{"mastodon", "bluesky", "webhook"} {
		for _, m := range []moment{claiming, connected, received, stored, told, settling} {
			k.dies(m, platform, 1, nil)
		}
	}
	for _, platform := range []string{"mastodon", "bluesky"} {
		k.dies(uploading, platform, 1, picture)
		k.dies(between, platform, 3, nil)
		k.dies(stored, platform, 1, nil)
		k.arm(looking, platform, "")
		k.burial(looking, platform)
	}
	k.anywhere(random)
	k.rest()
	k.compare()
}

// killer kills the daemon of its stage.
type killer struct {
	*stage

	died chan struct{}
	rand *rand.Rand

	mu       sync.Mutex
	armed    moment // "" nobody is killed
	platform string // where
	text     string // in what; "": in whatever comes
}

func (k *killer) arm(m moment, platform, text string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.armed, k.platform, k.text = m, platform, text
}

// takes tells whether this is the moment. It comes once.
func (k *killer) takes(m moment, at meeting) bool {
	return k.takesWhere(m, at.platform, func(text string) bool { return strings.Contains(at.body, text) })
}

// takesAny is takes for what has no words.
func (k *killer) takesAny(m moment, platform string) bool {
	return k.takesWhere(m, platform, func(string) bool { return true })
}

func (k *killer) takesWhere(m moment, platform string, says func(text string) bool) bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.armed != m || k.platform != "" && k.platform != platform || !says(k.text) {
		return false
	}
	k.armed = ""
	return true
}

func (k *killer) kill() {
	_ = k.process.Process.Signal(syscall.SIGKILL)
	k.died <- struct{}{}
}

// strike kills the daemon where the moment has come, and tells whether that
// took the place of an answer.
func (k *killer) strike(at meeting) bool {
	switch {
	case at.request == nil:
		if !k.takesAny(connected, at.platform) {
			return false
		}
		k.kill()
		return true
	case at.publishes:
		return k.strikeCall(at)
	case isUpload(at) && k.takesAny(uploading, at.platform), !isUpload(at) && k.takes(looking, at):
		k.kill()
		panic(http.ErrAbortHandler)
	}
	return false
}

func isUpload(at meeting) bool {
	path := at.request().URL.Path
	return strings.Contains(path, "/media") || strings.Contains(path, "uploadBlob")
}

func (k *killer) strikeCall(at meeting) bool {
	switch {
	case k.takes(received, at):
		k.kill()
		panic(http.ErrAbortHandler)
	case k.takes(stored, at):
		at.fake.ServeHTTP(httptest.NewRecorder(), at.request())
		k.kill()
		panic(http.ErrAbortHandler)
	case k.takes(told, at):
		answer(at)
		k.kill()
	case k.takes(settling, at):
		answer(at)
		k.untilWritten()
		k.kill()
	case k.takes(between, at):
		answer(at)
		k.arm(connected, at.platform, "")
	default:
		return false
	}
	return true
}

// answer has the fake answer, to the last byte.
func answer(at meeting) {
	at.fake.ServeHTTP(at.writer, at.request())
	if flusher, ok := at.writer.(http.Flusher); ok {
		flusher.Flush()
	}
}

// untilWritten waits until the daemon writes to its database, for a while at
// most.
func (k *killer) untilWritten() {
	look := func() string {
		info, err := os.Stat(filepath.Join(k.data(), "parution.db-wal"))
		if err != nil {
			return ""
		}
		return info.ModTime().String() + strconv.FormatInt(info.Size(), 10)
	}
	for before, until := look(), time.Now().Add(time.Second); look() == before && time.Now().Before(until); {
		runtime.Gosched()
	}
}

// dies plans a post and kills the daemon at a moment of its way.
func (k *killer) dies(m moment, platform string, parts int, media []string) {
	k.t.Helper()
	text := "post " + strconv.Itoa(len(k.posts)) + " part 0"
	at := soon()
	id := k.write(at, parts, media, platform)
	if m != claiming {
		k.arm(m, platform, text)
	}
	approved := k.approve(id)
	if m == claiming {
		<-time.After(time.Until(at))
		k.untilWritten()
		go k.kill()
	}
	k.burial(m, platform)
	if !approved { // the daemon may have died of a call for another post
		k.approve(id)
	}
}

// approve lets a post leave, and tells whether the daemon lived to say so.
func (k *killer) approve(id string) bool {
	move, err := json.Marshal(approval())
	require.NoError(k.t, err)
	status, _, err := k.try(http.MethodPost, "/api/v1/posts/"+id+"/moves", "application/json", bytes.NewReader(move))
	return err == nil && status < 300
}

// burial waits for the daemon's death, and starts the next.
func (k *killer) burial(m moment, platform string) {
	k.t.Helper()
	select {
	case <-k.died:
	case <-time.After(30 * time.Second):
		k.t.Fatalf("on %s the moment never came in which %s\n%s", platform, m, k.log())
	}
	_ = k.process.Wait()
	k.start()
}

// anywhere kills the daemon at random moments while posts leave on all
// platforms, threads and pictures among them.
func (k *killer) anywhere(kills int) {
	moments := []moment{uploading, connected, received, stored, told, settling, between, looking}
	platforms := []string{"mastodon", "bluesky", "webhook", "feed"}
	for range kills {
		k.plan(soon(), 1+k.rand.IntN(3), nil, platforms...)
		k.arm(moments[k.rand.IntN(len(moments))], "", "")
		select {
		case <-k.died:
		case <-time.After(time.Duration(1000+k.rand.IntN(3000)) * time.Millisecond):
			k.mu.Lock()
			armed := k.armed
			k.armed = ""
			k.mu.Unlock()
			if armed != "" {
				go k.kill()
			}
			<-k.died
		}
		_ = k.process.Wait()
		k.start()
	}
}

// upload brings a picture into the library.
func (k *killer) upload() []string {
	var file, form bytes.Buffer
	require.NoError(k.t, png.Encode(&file, image.NewRGBA(image.Rect(0, 0, 8, 8))))
	writer := multipart.NewWriter(&form)
	require.NoError(k.t, writer.WriteField("calendar", k.channel["calendar"]))
	require.NoError(k.t, writer.WriteField("alt", "a square"))
	part, err := writer.CreateFormFile("file", "square.png")
	require.NoError(k.t, err)
	_, err = part.Write(file.Bytes())
	require.NoError(k.t, err)
	require.NoError(k.t, writer.Close())
	var made struct{ ID string }
	k.call(http.MethodPost, "/media", writer.FormDataContentType(), &form, &made)
	return []string{made.ID}
}
