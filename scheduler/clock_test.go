package scheduler_test

import (
	"context"
	"fmt"
	"os"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/rs/zerolog"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/publishers"
	"parution.dev/scheduler"
	"parution.dev/store"
)

// wallClock can be set, while the machine's own runs on.
type wallClock struct{ ahead atomic.Int64 }

func (w *wallClock) now() time.Time {
	return time.Now().Add(time.Duration(w.ahead.Load())).UTC().Truncate(time.Millisecond)
}

// set puts it forward, or back.
func (w *wallClock) set(by time.Duration) { w.ahead.Add(int64(by)) }

// square is a network that writes down what it hears, and when by our clock.
type square struct {
	clock *wallClock
	mu    sync.Mutex
	heard []entry
	looks int
	slow  chan struct{} // where set, it answers once this is closed
}

type entry struct {
	key, text string
	at        time.Time
}

func (*square) Platform() editorial.Platform { return "square" }
func (*square) Form() publishers.Form        { return publishers.Form{Name: "square"} }
func (*square) Limits() editorial.Limits     { return editorial.Limits{Parts: 5} }
func (*square) Connect(context.Context, editorial.Account) (publishers.Connection, error) {
	return publishers.Connection{}, nil
}

func (n *square) Publish(ctx context.Context, _ editorial.Account, p publishers.Piece) (editorial.Receipt, error) {
	n.mu.Lock()
	n.heard = append(n.heard, entry{p.Key, p.Part.Text, n.clock.now()})
	id, slow := fmt.Sprint("id-", len(n.heard)), n.slow
	n.mu.Unlock()
	if slow != nil {
		select {
		case <-slow:
		case <-ctx.Done():
			return editorial.Receipt{}, ctx.Err()
		}
	}
	return editorial.Receipt{RemoteID: id, URL: "https://square.example/" + id}, nil
}

// Find knows for sure: but what is still being said may not be there yet.
func (n *square) Find(_ context.Context, _ editorial.Account, s publishers.Sent) (publishers.Finding, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.looks++
	for i, e := range n.heard {
		if e.key == s.Key && n.slow == nil {
			return publishers.Finding{Receipt: &editorial.Receipt{RemoteID: fmt.Sprint("id-", i+1)}}, nil
		}
	}
	return publishers.Finding{Absence: editorial.Sure}, nil
}

// said lists what was heard, with the wall clock of its hour in Paris.
func (n *square) said() []string {
	n.mu.Lock()
	defer n.mu.Unlock()
	said := []string{}
	for _, e := range n.heard {
		when, _ := editorial.WhenAt(e.at, "Europe/Paris")
		said = append(said, e.text+" "+when.Local)
	}
	return said
}

func (n *square) lookedUp() int {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.looks
}

// rig is a ledger with daemons on it, in a bubble of virtual time. They are
// told of commits only by looking: each is a process of its own.
type rig struct {
	t      *testing.T
	clock  *wallClock
	square *square
	dir    string
	db     *store.Store
}

// newRig begins at an instant, with a calendar in Paris and one channel.
func newRig(t *testing.T, at time.Time, rules editorial.Rules) *rig {
	t.Helper()
	sleep(time.Until(at))
	clock := &wallClock{}
	r := &rig{t: t, clock: clock, square: &square{clock: clock}, dir: inMemory(t)}
	r.db = r.open()
	require.NoError(t, r.db.AddMember(t.Context(), r.by(), "", editorial.Member{ID: "mem_1", Name: "Inès", Email: "ines@example.org"}))
	calendar := editorial.Calendar{ID: "cal_1", Name: "Maison", Zone: "Europe/Paris", Language: editorial.French, Policy: editorial.DefaultPolicy()}
	require.NoError(t, r.db.AddCalendar(t.Context(), r.by(), calendar, "mem_1"))
	require.NoError(t, r.db.AddChannel(t.Context(), r.by(), editorial.Channel{
		ID: "chan_1", Calendar: "cal_1", Platform: "square", Name: "square", State: editorial.Connected, RemoteID: "me", Rules: rules, Credentials: editorial.Credentials{},
	}))
	return r
}

// inMemory is a directory for commits that wait for nobody's disk, where the
// system has such a place.
func inMemory(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("/dev/shm", "parution-clock-") //nolint:usetesting // in memory, which TempDir need not be
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

func (r *rig) open() *store.Store {
	r.t.Helper()
	db, err := store.Open(r.t.Context(), store.Config{Dir: r.dir, Sealer: plainSealer{}})
	require.NoError(r.t, err)
	r.t.Cleanup(func() { require.NoError(r.t, db.Close()) })
	return db
}

func (r *rig) by() store.Write {
	return store.Write{By: editorial.Actor{Member: "mem_1", Name: "Inès", May: editorial.AllPermissions()}, Now: r.clock.now()}
}

// plan approves a post for a wall clock in Paris, and returns the notices.
func (r *rig) plan(text, local string, fold ...int) (editorial.PostID, []editorial.Notice) {
	r.t.Helper()
	when := editorial.When{Local: local, Zone: "Europe/Paris"}
	if len(fold) > 0 {
		when.Fold = fold[0]
	}
	sheet := editorial.Sheet{Title: text, Planned: when, Content: editorial.Content{Text: text, Channels: []editorial.ChannelID{"chan_1"}}}
	p, lines, err := r.db.AddPost(r.t.Context(), r.by(), "cal_1", func(desk editorial.Desk) (*editorial.Post, editorial.Lines, error) {
		return editorial.NewPost(sheet, desk)
	})
	require.NoError(r.t, err)
	_, _, err = r.db.UpdatePost(r.t.Context(), r.by(), p.ID, func(p *editorial.Post, desk editorial.Desk) (editorial.Lines, error) {
		return p.Apply(editorial.Asked{Move: editorial.MoveApprove, Revision: 1}, desk)
	})
	require.NoError(r.t, err)
	return p.ID, lines.Notices
}

func (r *rig) state(id editorial.PostID) editorial.DeliveryState { return stateOf(r.t, r.db, id) }

// daemon runs a scheduler on the file until its end is called.
func (r *rig) daemon(holder string, queue scheduler.Queue, network publishers.Publisher, jobs ...scheduler.Job) (end func()) {
	r.t.Helper()
	s := scheduler.New(scheduler.Config{
		Queue: queue, Publishers: []publishers.Publisher{network}, Log: zerolog.Nop(), Now: r.clock.now, Holder: holder, Jobs: jobs, Poll: 10 * time.Second,
	})
	ctx, stop := context.WithCancel(r.t.Context())
	ended := make(chan error, 1)
	go func() { ended <- s.Run(ctx) }()
	synctest.Wait()
	return func() {
		stop()
		require.NoError(r.t, <-ended)
	}
}

// november is a morning in Paris without any change of clocks: eight o'clock.
var november = time.Date(2026, time.November, 24, 7, 0, 0, 0, time.UTC)

// The clock jumps ahead by three hours, as it does for a laptop that slept:
// what is overdue within its tolerance leaves, one after the other with the gap
// between; what is not is missed; the rest leaves at its time.
func TestClockJumpsAhead(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, november, editorial.Rules{MinimumGap: 10 * time.Minute})
		long, _ := r.plan("long ago", "2026-11-24T09:00")
		first, _ := r.plan("first", "2026-11-24T10:50")
		second, _ := r.plan("second", "2026-11-24T11:00")
		later, _ := r.plan("later", "2026-11-24T14:00")
		end := r.daemon("one", r.db, r.square)
		sleep(10 * time.Minute)
		require.Empty(t, r.square.said())
		r.clock.set(3 * time.Hour)
		sleep(11 * time.Second)
		require.Len(t, r.square.said(), 1, "soon, and not all at once")
		require.Regexp(t, `^first 2026-11-24T11:10`, r.square.said()[0])
		require.Equal(t, editorial.Missed, r.state(long))
		sleep(15 * time.Minute)
		require.Len(t, r.square.said(), 2)
		require.Equal(t, editorial.Published, r.state(first))
		require.Equal(t, editorial.Published, r.state(second))
		sleep(3 * time.Hour)
		require.Equal(t, "later 2026-11-24T14:00", r.square.said()[2])
		require.Equal(t, editorial.Published, r.state(later))
		require.Len(t, r.square.said(), 3)
		end()
	})
}

// The machine sleeps between a claim and its call. The lease is lost by the
// wall clock, so the step is given back, and goes by the rules from there.
func TestClockJumpsBeforeACall(t *testing.T) {
	for name, row := range map[string]struct {
		by    time.Duration
		state editorial.DeliveryState
		said  string
	}{
		"within the lease":     {10 * time.Second, editorial.Published, "2026-11-24T09:00:10"},
		"within the tolerance": {5 * time.Minute, editorial.Published, "2026-11-24T09:05"},
		"beyond it":            {3 * time.Hour, editorial.Missed, ""},
		"backwards":            {-2 * time.Minute, editorial.Published, "2026-11-24T09:00"},
		"far backwards":        {-3 * time.Hour, editorial.Published, "2026-11-24T09:00"},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				r := newRig(t, november, editorial.Rules{})
				p, _ := r.plan("x", "2026-11-24T09:00")
				asleep := &asleep{Store: r.open()}
				asleep.before = func() { r.clock.set(row.by) }
				end := r.daemon("one", asleep, r.square)
				sleep(max(0, -row.by) + 70*time.Minute)
				require.Equal(t, row.state, r.state(p))
				if row.said == "" {
					require.Empty(t, r.square.said())
				} else {
					require.Len(t, r.square.said(), 1)
					require.Contains(t, r.square.said()[0], row.said)
				}
				end()
			})
		})
	}
}

// asleep is a ledger whose machine sleeps right after the first claim's commit.
type asleep struct {
	*store.Store

	before func()
}

func (a *asleep) Turn(ctx context.Context, round editorial.Round) (editorial.Turned, error) {
	turned, err := a.Store.Turn(ctx, round)
	if len(turned.Work) > 0 && a.before != nil {
		a.before()
		a.before = nil
	}
	return turned, err
}

// The clock goes back by three hours. Nothing leaves twice, and nothing before
// its time as it is now; what the machine itself waits for is not put off: an
// unclear outcome is looked at, a dead daemon's call read back.
func TestClockGoesBack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, november, editorial.Rules{MinimumGap: 10 * time.Minute})
		r.clock.set(3 * time.Hour) // it was fast
		out, _ := r.plan("out", "2026-11-24T11:05")
		dead, _ := r.plan("dead", "2026-11-24T11:16")
		end := r.daemon("one", r.db, r.square)
		sleep(6 * time.Minute)
		require.Equal(t, editorial.Published, r.state(out))
		end()
		turned, err := r.db.Turn(t.Context(), editorial.Round{ // a daemon that dies with what it has claimed
			Now: r.clock.now().Add(10 * time.Minute), Holder: "dead", Free: 1,
		})
		require.NoError(t, err)
		require.Len(t, turned.Work, 1)
		sleep(10 * time.Minute)

		r.clock.set(-3 * time.Hour)
		early, _ := r.plan("early", "2026-11-24T08:30")
		jobs := atomic.Int32{}
		end = r.daemon("two", r.db, r.square, scheduler.Job{Name: "job", Every: time.Minute, Do: func(context.Context) error { jobs.Add(1); return nil }})
		sleep(3 * time.Minute)
		require.Equal(t, 1, r.square.lookedUp(), "read back within minutes, not hours")
		require.Equal(t, editorial.Scheduled, r.state(dead), "it is not there, and its time lies ahead again")
		sleep(27 * time.Minute)
		require.Equal(t, []string{"out 2026-11-24T11:05", "early 2026-11-24T08:30"}, r.square.said())
		require.Equal(t, editorial.Published, r.state(early))
		require.InDelta(t, 30, jobs.Load(), 2)
		sleep(3 * time.Hour)
		require.Equal(t, []string{"out 2026-11-24T11:05", "early 2026-11-24T08:30", "dead 2026-11-24T11:16"}, r.square.said())
		require.Equal(t, editorial.Published, r.state(dead))
		end()
	})
}

// The clock goes back in the second in which the releaser waits for an instant of
// it: nothing oversleeps.
func TestClockGoesBackUnderTheAlarm(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, november, editorial.Rules{})
		r.plan("x", "2026-11-24T08:10")
		jobs := atomic.Int32{}
		end := r.daemon("one", r.db, r.square, scheduler.Job{Name: "job", Every: time.Minute, Do: func(context.Context) error { jobs.Add(1); return nil }})
		sleep(10*time.Minute - time.Second)
		r.clock.set(-time.Hour)
		sleep(30 * time.Minute)
		require.InDelta(t, 40, jobs.Load(), 2)
		_, _ = r.plan("sooner", "2026-11-24T07:45")
		sleep(6 * time.Minute)
		require.Equal(t, []string{"sooner 2026-11-24T07:45"}, r.square.said())
		sleep(30 * time.Minute)
		require.Equal(t, []string{"sooner 2026-11-24T07:45", "x 2026-11-24T08:10"}, r.square.said())
		end()
	})
}

// A pause that people made while the clock was fast holds after it was put
// right.
func TestPauseHoldsWhenTheClockGoesBack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, november, editorial.Rules{})
		r.clock.set(3 * time.Hour)
		end := r.daemon("one", r.db, r.square)
		sleep(time.Minute)
		require.NoError(t, r.db.AddPause(t.Context(), r.by(), editorial.Pause{
			ID: "pau_1", Calendar: "cal_1", Scope: editorial.Scope{Calendar: "cal_1"}, Reason: "crisis", From: r.clock.now(),
		}))
		sleep(10 * time.Second)
		r.clock.set(-3 * time.Hour)
		p, _ := r.plan("x", "2026-11-24T08:30")
		sleep(40 * time.Minute)
		require.Empty(t, r.square.said())
		require.Equal(t, editorial.Held, r.state(p))
		end()
	})
}

// The whole way through changes of clocks, by the wall clocks of Paris.
func TestChangesOfClocks(t *testing.T) {
	for name, row := range map[string]struct {
		begin  time.Time
		local  string
		fold   int
		leaves time.Time
		notice editorial.Code
	}{
		"the spring gap":                {day(2027, time.March, 28), "2027-03-28T02:30", 0, time.Date(2027, time.March, 28, 1, 0, 0, 0, time.UTC), editorial.CodeTimeInGap},
		"the autumn hour":               {day(2026, time.October, 25), "2026-10-25T02:30", 0, time.Date(2026, time.October, 25, 0, 30, 0, 0, time.UTC), editorial.CodeTimeTwice},
		"the autumn hour, second time":  {day(2026, time.October, 25), "2026-10-25T02:30", 1, time.Date(2026, time.October, 25, 1, 30, 0, 0, time.UTC), editorial.CodeTimeTwice},
		"a leap day":                    {day(2028, time.February, 29), "2028-02-29T02:30", 0, time.Date(2028, time.February, 29, 1, 30, 0, 0, time.UTC), ""},
		"the day after 28 February":     {day(2027, time.March, 1), "2027-03-01T02:30", 0, time.Date(2027, time.March, 1, 1, 30, 0, 0, time.UTC), ""},
		"the last hour of the old time": {day(2027, time.March, 28), "2027-03-28T01:59", 0, time.Date(2027, time.March, 28, 0, 59, 0, 0, time.UTC), ""},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				r := newRig(t, row.begin, editorial.Rules{})
				p, notices := r.plan("x", row.local, row.fold)
				if row.notice == "" {
					require.Empty(t, notices)
				} else {
					require.Equal(t, row.notice, notices[0].Code)
				}
				end := r.daemon("one", r.db, r.square)
				sleep(time.Until(row.leaves) - time.Millisecond)
				require.Empty(t, r.square.said())
				sleep(time.Second)
				require.Len(t, r.square.said(), 1)
				sleep(3 * time.Hour)
				require.Len(t, r.square.said(), 1, "once")
				require.Equal(t, editorial.Published, r.state(p))
				read, err := r.db.GetPost(t.Context(), p)
				require.NoError(t, err)
				require.Equal(t, row.leaves, read.Deliveries[0].Due)
				require.Less(t, read.Deliveries[0].Late(), time.Second)
				end()
			})
		})
	}
}

// day is the last hour before a day in Paris.
func day(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day-1, 22, 0, 0, 0, time.UTC)
}
