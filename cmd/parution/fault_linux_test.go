package main

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"

	"parution.dev/store/storetest"
)

// TestTwoDaemons has two processes on one file. The one that releases is
// stopped in the middle of a call, for longer than its lease; the other takes
// over, reads the platform back, and finishes. When the first goes on, its
// request or its answer arrives after all: nothing is out twice.
func TestTwoDaemons(t *testing.T) {
	s := newStage(t, inAHurry+"=1")
	var stop func()                 // freezes the daemon that releases
	var armed atomic.Pointer[call]  // the call in which it is stopped
	thaw := make(chan struct{}, 99) // it goes on
	s.meet = func(at meeting) bool {
		c := armed.Load()
		if c == nil || !at.publishes || at.platform != c.platform || !strings.Contains(at.body, c.text) || !armed.CompareAndSwap(c, nil) {
			return false
		}
		kept := httptest.NewRecorder()
		if c.stored {
			at.fake.ServeHTTP(kept, at.request())
		}
		stop()
		<-thaw
		if !c.stored { // the request was on its way all the time
			at.fake.ServeHTTP(kept, at.request())
		}
		at.writer.WriteHeader(kept.Code)
		_, _ = at.writer.Write(kept.Body.Bytes())
		return true
	}
	s.withPlatforms()
	releases, url := s.process, s.url
	waits, otherURL := s.launch()
	for _, c := range []call{
		{platform: "bluesky", stored: true}, {platform: "mastodon", stored: true}, {platform: "bluesky"}, {platform: "mastodon"},
	} {
		c.text = fmt.Sprintf("post %d part 0", len(s.posts))
		frozen := releases.Process
		stopped := make(chan struct{})
		stop = func() { _ = frozen.Signal(syscall.SIGSTOP); close(stopped) }
		s.url = otherURL
		armed.Store(&c)
		s.plan(soon(), 1, nil, c.platform)
		within(t, 30*time.Second, stopped, s.log)
		s.rest() // by the other alone
		require.Equal(t, 1, s.heard(c.platform, c.text))
		require.NoError(t, frozen.Signal(syscall.SIGCONT))
		thaw <- struct{}{}
		s.plan(soon(), 1, nil, "mastodon", "bluesky", "feed") // goes on as if nothing were
		s.rest()
		require.Equal(t, 1, s.heard(c.platform, c.text), "not once more")
		releases, waits, url, otherURL = waits, releases, otherURL, url
	}
	s.compare()
	require.NoError(t, waits.Process.Signal(syscall.SIGTERM))
	require.NoError(t, waits.Wait())
}

// call is a publishing call.
type call struct {
	platform, text string
	stored         bool // the platform has it when the daemon is stopped
}

func within(t *testing.T, most time.Duration, happens <-chan struct{}, log func() string) {
	t.Helper()
	select {
	case <-happens:
	case <-time.After(most):
		t.Fatalf("it never happened\n%s", log())
	}
}

// writesRefused plans a post, has the database refuse writes once the platform has
// heard it, and allow them when the daemon has said why. Meanwhile another post
// comes due.
func writesRefused(t *testing.T, why string, refuse func(s *stage) (allow func())) {
	t.Helper()
	s := newStage(t)
	begun := make(chan func(), 1)
	s.meet = func(at meeting) bool {
		if at.publishes && strings.Contains(at.body, "post 0 part 0") {
			begun <- refuse(s)
		}
		return false
	}
	s.withPlatforms()
	s.plan(soon(), 1, nil, "bluesky")
	s.plan(soon().Add(3*time.Second), 1, nil, "bluesky", "mastodon")
	var allow func()
	select {
	case allow = <-begun:
	case <-time.After(30 * time.Second):
		t.Fatal("nothing leaves", s.log())
	}
	logs := func(words string) func() bool { return func() bool { return strings.Contains(s.log(), words) } }
	require.Eventually(t, logs("the database refused a round of releases; trying again"), time.Minute, 100*time.Millisecond)
	require.True(t, logs(why)(), "%s\n%s", why, s.log())
	require.True(t, logs(`"outcomes_kept":1`)())
	status, _ := s.ask(http.MethodGet, "/readyz", "", nil)
	require.Equal(t, http.StatusServiceUnavailable, status)
	status, answer := s.ask(http.MethodPost, "/api/v1/calendars", "application/json", strings.NewReader(`{"name":"x","time_zone":"Europe/Paris","language":"fr"}`))
	require.Equal(t, http.StatusServiceUnavailable, status)
	require.Contains(t, string(answer), "database_refuses", "people hear that it is the machine")
	require.Equal(t, 1, s.heard("bluesky", "post 0 part 0"))
	require.Zero(t, s.heard("bluesky", "post 1 part 0"), "nothing leaves that cannot be written down before")
	allow()
	s.rest()
	s.compare()
	require.Equal(t, "published", s.deliveries(s.posts[1])[0]["state"])
	require.Eventually(t, func() bool {
		status, _ := s.ask(http.MethodGet, "/readyz", "", nil)
		return status == http.StatusOK
	}, 30*time.Second, 100*time.Millisecond, "ready again")
	s.stop()
}

// Another program holds the write lock for longer than anybody waits for it.
func TestLockedDatabase(t *testing.T) {
	writesRefused(t, "another process holds the database", func(s *stage) func() {
		release, err := storetest.Lock(t.Context(), s.data())
		require.NoError(t, err)
		return func() { require.NoError(t, release()) }
	})
}

// The disk refuses every write, as one does that the system made read-only
// after an error.
func TestDiskRefusesWrites(t *testing.T) {
	writesRefused(t, "the disk refuses to read or write", func(s *stage) func() {
		pid := s.process.Process.Pid
		var was unix.Rlimit
		require.NoError(t, unix.Prlimit(pid, unix.RLIMIT_FSIZE, &unix.Rlimit{Cur: 0, Max: math.MaxUint64}, &was))
		return func() { require.NoError(t, unix.Prlimit(pid, unix.RLIMIT_FSIZE, &was, nil)) }
	})
}

// onOwnDisk is the directory where the test, started again by itself with a
// file system of its own, may mount a disk.
const onOwnDisk = "PARUTION_OWN_DISK"

// TestReadOnlyDisk starts the daemon on a file system that is mounted
// read-only: it ends with a code and a hint, and works when that is mended.
func TestReadOnlyDisk(t *testing.T) {
	dir := os.Getenv(onOwnDisk)
	if dir == "" {
		again := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestReadOnlyDisk$", "-test.v")
		again.Env = append(os.Environ(), onOwnDisk+"="+t.TempDir())
		again.SysProcAttr = &syscall.SysProcAttr{
			Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
			UidMappings: []syscall.SysProcIDMap{{HostID: os.Getuid(), Size: 1}}, GidMappings: []syscall.SysProcIDMap{{HostID: os.Getgid(), Size: 1}},
		}
		said, err := again.CombinedOutput()
		if errors.Is(err, syscall.EPERM) || errors.Is(err, syscall.ENOSPC) || bytes.Contains(said, []byte("--- SKIP")) {
			t.Skipf("this machine lets nobody mount a disk of their own: %v", err)
		}
		require.NoError(t, err, "%s", said)
		return
	}
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=64m"); err != nil {
		t.Skipf("mount: %v", err)
	}
	s := newStage(t)
	s.dir = dir
	s.owner()
	s.start()
	s.calendar()
	s.stop()

	require.NoError(t, syscall.Mount("", dir, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""))
	for _, args := range [][]string{{"serve"}, {"member", "list"}, {"backup", filepath.Join(t.TempDir(), "b.tar")}} {
		c := exec.CommandContext(t.Context(), os.Args[0], args...)
		c.Env = s.environment()
		said, err := c.CombinedOutput()
		ended := &exec.ExitError{}
		require.ErrorAs(t, err, &ended, "%s", said)
		require.Equal(t, exitData, ended.ExitCode(), "%s", said)
		require.Contains(t, string(said), "look whether its file system is mounted read-only")
	}
	require.NoError(t, syscall.Mount("", dir, "", syscall.MS_REMOUNT, ""))
	s.start()
	var page struct{ Items []struct{ ID string } }
	s.get("/calendars", &page)
	require.Len(t, page.Items, 1, "all is there")
	s.stop()
}

// Whoever may not look into the data directory is told so, and not that there is
// nothing in it.
func TestAnInstanceOfSomebodyElse(t *testing.T) {
	m := newMachine(t)
	m.init()
	require.NoError(t, os.Chmod(m.data, 0))
	defer func() { require.NoError(t, os.Chmod(m.data, 0o700)) }()
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if os.Geteuid() == 0 { // to whom everything is open: this thread looks at files as nobody
		require.NoError(t, syscall.Setfsuid(65534))
		defer func() { require.NoError(t, syscall.Setfsuid(0)) }()
	}
	m.refuses(exitData, []string{m.data, "user"}, "member", "list")
}
