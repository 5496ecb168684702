package main

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/rs/zerolog"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/publishers"
	"parution.dev/publishers/feed"
	"parution.dev/scheduler"
	"parution.dev/store"
	"parution.dev/store/storetest"
)

// network is a platform that takes 20 ms to answer, over real HTTP, and the
// least of an adapter to it.
type network struct {
	b      *testing.B
	server *httptest.Server
	client *http.Client

	mu       sync.Mutex
	heard    []time.Time
	answered time.Time
	enough   int
	done     chan struct{}
}

const answerTime = 20 * time.Millisecond

func newNetwork(b *testing.B) *network {
	b.Helper()
	n := &network{b: b, client: publishers.NewClient(publishers.ClientConfig{Allow: []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}})}
	n.server = httptest.NewServer(n)
	b.Cleanup(n.server.Close)
	return n
}

// expect forgets what was heard, and waits for so many calls from now on.
func (n *network) expect(calls int) (done <-chan struct{}) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.heard, n.enough, n.done = make([]time.Time, 0, calls), calls, make(chan struct{})
	return n.done
}

// ServeHTTP is the platform.
func (n *network) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	n.mu.Lock()
	n.heard = append(n.heard, time.Now())
	id := len(n.heard)
	n.mu.Unlock()
	<-time.After(answerTime)
	n.mu.Lock()
	defer n.mu.Unlock()
	n.answered = time.Now()
	if n.enough--; n.enough == 0 {
		close(n.done)
	}
	_, _ = fmt.Fprintf(w, "%d", id)
}

// measured is what a burst came to.
type measured struct {
	rate     float64 // posts a second
	p50, p99 float64 // ms late
	cpu      float64 // µs of processor time for a post, both ends of the call included
}

// since works out what was heard since the due instant, and what it cost since
// the processor time that was read before.
func (n *network) since(due time.Time, before time.Duration) measured {
	spent := processorTime(n.b) - before
	n.mu.Lock()
	defer n.mu.Unlock()
	late := make([]time.Duration, len(n.heard))
	for i, at := range n.heard {
		late[i] = at.Sub(due)
	}
	return measured{
		rate: float64(len(late)) / n.answered.Sub(due).Seconds(),
		cpu:  float64(spent.Microseconds()) / float64(len(late)),
		p50:  float64(percentile(late, .5).Microseconds()) / 1000, p99: float64(percentile(late, .99).Microseconds()) / 1000,
	}
}

// processorTime is what this process has used so far.
func processorTime(b *testing.B) time.Duration {
	b.Helper()
	var used syscall.Rusage
	require.NoError(b, syscall.Getrusage(syscall.RUSAGE_SELF, &used))
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// call is the one HTTP call that both sides of the comparison make.
func (n *network) call(ctx context.Context, text string) (publishers.Receipt, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, n.server.URL, strings.NewReader(text))
	if err != nil {
		return publishers.Receipt{}, err
	}
	answer, err := publishers.Exchange(n.client, req)
	if err != nil {
		return publishers.Receipt{}, err
	}
	return publishers.Receipt{RemoteID: string(answer.Body)}, nil
}

func (*network) Platform() editorial.Platform { return "bench" }
func (*network) Form() publishers.Form        { return publishers.Form{Name: "Bench"} }
func (*network) Limits() editorial.Limits     { return feed.New("").Limits() }

func (*network) Connect(context.Context, editorial.Account) (publishers.Connection, error) {
	return publishers.Connection{}, nil
}

func (n *network) Publish(ctx context.Context, _ editorial.Account, p publishers.Piece) (publishers.Receipt, error) {
	return n.call(ctx, p.Part.Text)
}

// rig is an instance in this process: the real store on the real disk with the
// settings of production, and the real scheduler.
type rig struct {
	*network
	at        place
	db        *store.Store
	owner     editorial.Member
	scheduler atomic.Pointer[scheduler.Scheduler]
	channels  []editorial.Channel
}

// perCalendar is how many channels share a calendar.
const perCalendar = 10

func newRig(b *testing.B, channels int) *rig {
	b.Helper()
	settleMemory() // as the daemon does
	dir := b.TempDir()
	r := &rig{network: newNetwork(b), at: place{Data: filepath.Join(dir, "data"), KeyFile: filepath.Join(dir, "key")}}
	r.open()
	var err error
	r.owner, err = newMember("Inès", "ines@example.org", editorial.French)
	require.NoError(b, err)
	r.owner.Owner = true
	require.NoError(b, r.db.AddMember(b.Context(), r.as(time.Now()), "", r.owner))
	for i := range channels {
		calendar := editorial.CalendarID(fmt.Sprintf("cal_%05d", i/perCalendar))
		if i%perCalendar == 0 {
			require.NoError(b, r.db.AddCalendar(b.Context(), r.as(time.Now()), editorial.Calendar{
				ID: calendar, Name: string(calendar), Zone: "Europe/Paris", Language: editorial.French, Policy: editorial.DefaultPolicy(),
			}, r.owner.ID))
		}
		r.connect(calendar, i)
	}
	return r
}

// open opens the store; the benchmark closes it, unless it was closed before.
func (r *rig) open() {
	var err error
	r.db, _, err = r.at.open(r.b.Context(), func(at time.Time) {
		if s := r.scheduler.Load(); s != nil {
			s.Due(at)
		}
	})
	require.NoError(r.b, err)
	db := r.db
	r.b.Cleanup(func() { _ = db.Close() })
}

func (r *rig) as(now time.Time) store.Write {
	return store.Write{Now: now, By: editorial.Actor{Member: r.owner.ID, Name: r.owner.Name, May: editorial.Manager.Permissions()}}
}

func (r *rig) connect(calendar editorial.CalendarID, i int) {
	c := editorial.Channel{
		ID: editorial.ChannelID(fmt.Sprintf("chan_%05d", i)), Calendar: calendar, Platform: r.Platform(), Name: fmt.Sprint(i), State: editorial.Connected,
		RemoteID: fmt.Sprint(i), Limits: r.Limits(), Credentials: editorial.Credentials{"token": editorial.NewSecret("secret")},
	}
	require.NoError(r.b, r.db.AddChannel(r.b.Context(), r.as(time.Now()), c))
	r.channels = append(r.channels, c)
}

// plan writes a post for a channel and approves it.
func (r *rig) plan(channel editorial.Channel, now, due time.Time) *editorial.Post {
	text := "Le marché de Noël ouvre samedi à dix heures, place de la Mairie. Venez nombreux ! https://example.org/noel " + string(channel.ID)
	sheet := editorial.Sheet{Title: text[:24], Content: editorial.Content{Text: text, Channels: []editorial.ChannelID{channel.ID}}}
	var err error
	sheet.Planned, err = editorial.WhenAt(due, "Europe/Paris")
	require.NoError(r.b, err)
	p, _, err := r.db.AddPost(r.b.Context(), r.as(now), channel.Calendar, func(desk editorial.Desk) (*editorial.Post, editorial.Lines, error) {
		return editorial.NewPost(sheet, desk)
	})
	require.NoError(r.b, err)
	return r.move(p, editorial.MoveApprove, now)
}

func (r *rig) move(p *editorial.Post, move editorial.Move, now time.Time) *editorial.Post {
	p, _, err := r.db.UpdatePost(r.b.Context(), r.as(now), p.ID, func(p *editorial.Post, desk editorial.Desk) (editorial.Lines, error) {
		return p.Apply(editorial.Asked{Move: move, Revision: p.Revision}, desk)
	})
	require.NoError(r.b, err)
	return p
}

// archive fills the database with posts that went out long ago, one a minute
// and calendar.
func (r *rig) archive(posts int) {
	if posts == 0 {
		return
	}
	made, due := time.Date(2025, time.May, 2, 8, 0, 0, 0, time.UTC), time.Date(2025, time.May, 2, 9, 0, 0, 0, time.UTC)
	var ids []editorial.PostID
	for i := 0; i < len(r.channels) && i < posts; i++ {
		ids = append(ids, r.plan(r.channels[i], made, due).ID)
	}
	r.sendAll(due)
	for _, id := range ids {
		p, err := r.db.GetPost(r.b.Context(), id)
		require.NoError(r.b, err)
		require.Equal(r.b, editorial.Status("published"), p.Status)
		r.move(p, editorial.MoveArchive, due.Add(time.Hour))
	}
	require.NoError(r.b, storetest.Multiply(r.b.Context(), r.at.Data, ids, posts/len(ids)-1, time.Minute))
}

// sendAll releases what is due at an instant of the past, without a network.
func (r *rig) sendAll(now time.Time) {
	var outcomes []editorial.Outcome
	for {
		turned, err := r.db.Turn(r.b.Context(), editorial.Round{
			Now: now, Holder: "past", Outcomes: outcomes, Free: 1000,
		})
		require.NoError(r.b, err)
		if len(turned.Work) == 0 && len(outcomes) == 0 {
			break
		}
		outcomes = nil
		for _, w := range turned.Work {
			outcomes = append(outcomes, editorial.Outcome{
				Delivery: w.Delivery.ID, Attempt: w.Attempt, Key: w.Sent.Key, Step: w.Step, Verdict: editorial.Done, Started: now, Ended: now,
				Receipt: editorial.Receipt{RemoteID: string(w.Delivery.ID)},
			})
		}
	}
	require.NoError(r.b, r.db.ReleaseLease(r.b.Context(), "past"))
}

// release runs the scheduler until the network has heard all it should.
func (r *rig) release(done <-chan struct{}) {
	s := scheduler.New(scheduler.Config{
		Queue: r.db, Publishers: []publishers.Publisher{r.network}, Log: zerolog.Nop(), Now: time.Now, Holder: "bench",
		Places: releasesInFlight, PerServer: releasesInFlight,
		Jobs: []scheduler.Job{{Name: "checkpoint", Every: time.Minute, Do: r.db.Checkpoint}},
	})
	r.scheduler.Store(s)
	ctx, stop := context.WithCancel(r.b.Context())
	ended := make(chan error, 1)
	go func() { ended <- s.Run(ctx) }()
	select {
	case <-done:
	case <-time.After(5 * time.Minute):
		r.b.Error("not everything left")
	}
	stop()
	require.NoError(r.b, <-ended)
}
