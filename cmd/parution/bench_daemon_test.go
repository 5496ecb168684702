package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/store"
)

const (
	monthPosts = 300
	writers    = 8
)

// BenchmarkDaemon starts the daemon on an empty and on a full database, and
// measures it from outside: how soon it is ready, what it needs while nothing
// is due, how it answers.
func BenchmarkDaemon(b *testing.B) {
	for _, archived := range slices.Compact([]int{0, size(b, "ARCHIVE", 100_000)}) {
		r := newRig(b, perCalendar)
		r.archive(archived)
		r.planMonth()
		token, err := giveToken(b.Context(), r.db, store.Write{Now: time.Now(), By: editorial.Actor{Name: "bench"}}, r.owner, "bench")
		require.NoError(b, err)
		require.NoError(b, r.db.Close())
		head(fmt.Sprintf("the daemon, %d archived", archived), "p50", "p99")
		s := r.serve(token)
		s.measureRest(b, size(b, "SECONDS", 20))
		s.measureMonth(b)
		s.measureWriters(b)
		_ = s.process.Process.Kill()
		_ = s.process.Wait()
	}
}

// planMonth fills December 2030 of the first calendar: each post as a person
// plans it, for what is only copied the daemon would put right.
func (r *rig) planMonth() {
	for i := range monthPosts {
		r.plan(r.channels[i%perCalendar], time.Now(), time.Date(2030, time.December, 1+i%30, 9+i/30, 0, 0, 0, time.UTC))
	}
}

// serve starts a daemon of its own on the rig's files, and waits until it is
// ready.
func (r *rig) serve(token string) *stage {
	s := &stage{t: nil, token: token}
	s.process = exec.Command(os.Args[0], "serve")
	s.process.Env = append(os.Environ(), asDaemon+"=1", "PARUTION_DATA="+r.at.Data, "PARUTION_KEY_FILE="+r.at.KeyFile, "PARUTION_LISTEN=127.0.0.1:0",
		"PARUTION_LOG_LEVEL=error")
	out, err := s.process.StdoutPipe()
	require.NoError(r.b, err)
	began := time.Now()
	require.NoError(r.b, s.process.Start())
	r.b.Cleanup(func() { _ = s.process.Process.Kill() })
	line := make([]byte, 512)
	n, err := out.Read(line)
	require.NoError(r.b, err)
	row("start to ready", millis(time.Since(began)), "")
	_, rest, found := strings.Cut(string(line[:n]), " is at ")
	require.True(r.b, found, string(line[:n]))
	s.url = strings.Fields(rest)[0]
	return s
}

// measureRest watches the process while nothing is due.
func (s *stage) measureRest(b *testing.B, seconds int) {
	b.Helper()
	<-time.After(2 * time.Second)
	before := s.ticks(b)
	<-time.After(time.Duration(seconds) * time.Second)
	share := float64(s.ticks(b)-before) / float64(seconds) // a tick is 1/100 s, so this is percent of a core
	row("at rest, processor", fmt.Sprintf("%.2f %%", share), "")
	row("at rest, resident: memory of its own", s.resident(b, "RssAnon"), "")
	row("at rest, resident: pages of the program's file", s.resident(b, "RssFile"), "")
}

// resident is how much of a kind of memory the daemon has. The pages of its
// file are the system's, which takes them back when it needs them.
func (s *stage) resident(b *testing.B, kind string) string {
	b.Helper()
	status, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(s.process.Process.Pid), "status"))
	require.NoError(b, err)
	_, rest, _ := strings.Cut(string(status), kind+":")
	kib, err := strconv.Atoi(strings.Fields(rest)[0])
	require.NoError(b, err)
	return fmt.Sprintf("%.0f MB", float64(kib)/1000)
}

// ticks is the processor time that the daemon has used, in hundredths of a
// second.
func (s *stage) ticks(b *testing.B) int {
	b.Helper()
	stat, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(s.process.Process.Pid), "stat"))
	require.NoError(b, err)
	fields := strings.Fields(string(stat[strings.LastIndexByte(string(stat), ')')+1:]))
	user, err := strconv.Atoi(fields[11])
	require.NoError(b, err)
	system, err := strconv.Atoi(fields[12])
	require.NoError(b, err)
	return user + system
}

// measureMonth asks for a month as the calendar's page does, and waits for the
// last byte of it.
func (s *stage) measureMonth(b *testing.B) {
	b.Helper()
	v := newViewer(b, s.url+"/api/v1"+month300, s.token)
	var month struct {
		Items []struct{} `json:"items"`
	}
	require.NoError(b, json.Unmarshal(v.look(), &month))
	require.Len(b, month.Items, monthPosts)
	for range 300 {
		v.time()
	}
	row(fmt.Sprintf("a month of %d posts", monthPosts), millis(percentile(v.took, .5)), millis(percentile(v.took, .99)))
}

// month300 is the month that planMonth fills.
const month300 = "/calendars/cal_00000/posts?from=2030-12-01&to=2030-12-31&limit=500"

// measureWriters has several people make posts at once.
func (s *stage) measureWriters(b *testing.B) {
	b.Helper()
	const each = 100
	var all sync.WaitGroup
	var mu sync.Mutex
	var took []time.Duration
	began := time.Now()
	for range writers {
		all.Go(func() {
			c := newCaller(s)
			for range each {
				one := time.Now()
				c.call(b, "POST", "/calendars/cal_00000/posts", `{"title":"Un titre","text":"Le marché ouvre samedi.","channels":["chan_00000"]}`, &struct{}{})
				mu.Lock()
				took = append(took, time.Since(one))
				mu.Unlock()
			}
		})
	}
	all.Wait()
	rate := float64(writers*each) / time.Since(began).Seconds()
	row(fmt.Sprintf("create, %d writers: %.0f/s", writers, rate), millis(percentile(took, .5)), millis(percentile(took, .99)))
}
