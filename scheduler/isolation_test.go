package scheduler_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
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

// town is a platform of many servers, each of its own mood. An account's id is
// "name@server".
type town struct {
	mu     sync.Mutex
	mood   map[string]func(ctx context.Context) (editorial.Receipt, error)
	now    map[string]int // calls under way, by server
	most   map[string]int
	calls  map[string]int // by account
	heard  map[string][]time.Time
	answer int
}

func newTown() *town {
	return &town{
		mood: map[string]func(context.Context) (editorial.Receipt, error){}, now: map[string]int{}, most: map[string]int{},
		calls: map[string]int{}, heard: map[string][]time.Time{},
	}
}

func (*town) Platform() editorial.Platform { return "town" }
func (*town) Form() publishers.Form        { return publishers.Form{Name: "town"} }
func (*town) Limits() editorial.Limits     { return editorial.Limits{} }
func (*town) Connect(context.Context, editorial.Account) (publishers.Connection, error) {
	return publishers.Connection{}, nil
}

func (*town) Server(on editorial.Account) string {
	_, server, _ := strings.Cut(on.RemoteID, "@")
	return server
}

func (tw *town) Publish(ctx context.Context, to editorial.Account, _ publishers.Piece) (editorial.Receipt, error) {
	server := tw.Server(to)
	tw.mu.Lock()
	tw.now[server]++
	tw.most[server] = max(tw.most[server], tw.now[server])
	tw.calls[to.RemoteID]++
	tw.heard[to.RemoteID] = append(tw.heard[to.RemoteID], time.Now())
	mood := tw.mood[server]
	tw.mu.Unlock()
	defer func() {
		tw.mu.Lock()
		tw.now[server]--
		tw.mu.Unlock()
	}()
	if mood != nil {
		return mood(ctx)
	}
	tw.mu.Lock()
	defer tw.mu.Unlock()
	tw.answer++
	return editorial.Receipt{RemoteID: fmt.Sprint(tw.answer)}, nil
}

// never is a server that takes calls and does not answer.
func never(ctx context.Context) (editorial.Receipt, error) {
	<-ctx.Done()
	return editorial.Receipt{}, ctx.Err()
}

// stay is one test's time in the town.
type stay struct {
	*town

	t  *testing.T
	db *store.Store
}

func (s *stay) desk() store.Write {
	return store.Write{By: editorial.Actor{Member: "mem_1", Name: "Inès", May: editorial.AllPermissions()}, Now: time.Now()}
}

// plan approves a post of an account, due so much later.
func (s *stay) plan(account string, in time.Duration) editorial.PostID {
	at, err := editorial.WhenAt(time.Now().Add(in), "Europe/Paris")
	require.NoError(s.t, err)
	sheet := editorial.Sheet{Title: "x", Planned: at, Content: editorial.Content{Text: "x", Channels: []editorial.ChannelID{editorial.ChannelID("chan_" + account)}}}
	p, _, err := s.db.AddPost(s.t.Context(), s.desk(), "cal_1", func(desk editorial.Desk) (*editorial.Post, editorial.Lines, error) {
		return editorial.NewPost(sheet, desk)
	})
	require.NoError(s.t, err)
	_, _, err = s.db.UpdatePost(s.t.Context(), s.desk(), p.ID, func(p *editorial.Post, desk editorial.Desk) (editorial.Lines, error) {
		return p.Apply(editorial.Asked{Move: editorial.MoveApprove, Revision: 1}, desk)
	})
	require.NoError(s.t, err)
	return p.ID
}

// inTown runs a scheduler in virtual time, with an account for each id.
func inTown(t *testing.T, accounts []string, do func(*stay)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		sleep(time.Until(time.Date(2026, time.October, 20, 6, 0, 0, 0, time.UTC)))
		tw := newTown()
		var sched *scheduler.Scheduler
		db, err := store.Open(t.Context(), store.Config{Dir: t.TempDir(), Sealer: plainSealer{}, Bell: func(at time.Time) { sched.Due(at) }})
		require.NoError(t, err)
		t.Cleanup(func() { require.NoError(t, db.Close()) })
		sched = scheduler.New(scheduler.Config{
			Queue: db, Publishers: []publishers.Publisher{tw}, Log: zerolog.Nop(), Now: time.Now, Holder: "one", Poll: time.Second,
		})
		s := &stay{tw, t, db}
		require.NoError(t, db.AddMember(t.Context(), s.desk(), "", editorial.Member{ID: "mem_1", Name: "Inès", Email: "ines@example.org"}))
		calendar := editorial.Calendar{ID: "cal_1", Name: "Maison", Zone: "Europe/Paris", Language: editorial.French, Policy: editorial.DefaultPolicy()}
		require.NoError(t, db.AddCalendar(t.Context(), s.desk(), calendar, "mem_1"))
		for _, id := range accounts {
			require.NoError(t, db.AddChannel(t.Context(), s.desk(), editorial.Channel{
				ID: editorial.ChannelID("chan_" + id), Calendar: "cal_1", Platform: "town", Name: id, State: editorial.Connected,
				RemoteID: id, Credentials: editorial.Credentials{},
			}))
		}
		ctx, stop := context.WithCancel(t.Context())
		ended := make(chan error, 1)
		go func() { ended <- sched.Run(ctx) }()
		do(s)
		stop()
		require.NoError(t, <-ended)
	})
}

// TestSlowServersHoldUpNobody: two servers take calls from fifty accounts each
// and never answer. An account elsewhere leaves to the second all the while,
// and a slow server never has more than its share of calls.
func TestSlowServersHoldUpNobody(t *testing.T) {
	accounts := []string{"me@quick"}
	for i := range 50 {
		accounts = append(accounts, fmt.Sprintf("%d@slow", i), fmt.Sprintf("%d@dead", i))
	}
	inTown(t, accounts, func(s *stay) {
		s.mood["slow"], s.mood["dead"] = never, never
		for _, account := range accounts[1:] {
			s.plan(account, time.Minute)
		}
		var quick []editorial.PostID
		for minute := range 5 {
			quick = append(quick, s.plan("me@quick", time.Duration(minute+1)*time.Minute))
		}
		sleep(6 * time.Minute)
		for _, id := range quick {
			p, err := s.db.GetPost(s.t.Context(), id)
			require.NoError(s.t, err)
			require.Equal(s.t, editorial.Published, p.Deliveries[0].State)
			require.Less(s.t, p.Deliveries[0].Late(), time.Second)
		}
		s.mu.Lock()
		defer s.mu.Unlock()
		require.Equal(s.t, 16, s.most["slow"])
		require.Equal(s.t, 16, s.most["dead"])
	})
}

// TestLimitedAccountRests: one account is told to wait ten minutes. Its next
// post waits for that and leaves then; another account of the server leaves on
// time.
func TestLimitedAccountRests(t *testing.T) {
	inTown(t, []string{"me@home", "you@home"}, func(s *stay) {
		wait := true
		s.mood["home"] = func(context.Context) (editorial.Receipt, error) {
			if wait {
				wait = false
				return editorial.Receipt{}, &publishers.Error{Verdict: editorial.Later, Wait: 10 * time.Minute, Limited: true, Code: "429"}
			}
			return editorial.Receipt{RemoteID: "x"}, nil
		}
		start := time.Now()
		s.plan("me@home", time.Minute)
		mine, yours := s.plan("me@home", 2*time.Minute), s.plan("you@home", 2*time.Minute)
		sleep(3 * time.Minute)
		require.Equal(s.t, editorial.Published, stateOf(s.t, s.db, yours))
		p, err := s.db.GetPost(s.t.Context(), mine)
		require.NoError(s.t, err)
		require.Equal(s.t, editorial.Held, p.Deliveries[0].State)
		require.Equal(s.t, editorial.CodeAccountLimited, p.Deliveries[0].Holds[0].Code)
		sleep(9 * time.Minute)
		require.Equal(s.t, editorial.Published, stateOf(s.t, s.db, mine))
		s.mu.Lock()
		defer s.mu.Unlock()
		require.Len(s.t, s.heard["me@home"], 3)
		require.GreaterOrEqual(s.t, s.heard["me@home"][1].Sub(start), 11*time.Minute, "nothing was asked of it meanwhile")
	})
}

// TestSilentAccountIsTriedAgain: a server cannot be reached. After five tries
// the account rests, which stands in the record once; when the server is back
// everything leaves that is still in time, and that stands there too.
func TestSilentAccountIsTriedAgain(t *testing.T) {
	inTown(t, []string{"me@home"}, func(s *stay) {
		down := true
		s.mood["home"] = func(context.Context) (editorial.Receipt, error) {
			if down {
				return editorial.Receipt{}, publishers.ErrNotHeard
			}
			return editorial.Receipt{RemoteID: "x"}, nil
		}
		first, second := s.plan("me@home", time.Minute), s.plan("me@home", 5*time.Minute)
		sleep(10 * time.Minute)
		c, err := s.db.GetChannel(s.t.Context(), "chan_me@home")
		require.NoError(s.t, err)
		require.True(s.t, c.Rest.Open())
		tried := len(s.heard["me@home"])
		require.LessOrEqual(s.t, tried, 12, "it is not called all the time")
		down = false
		sleep(10 * time.Minute)
		require.Equal(s.t, editorial.Published, stateOf(s.t, s.db, first))
		require.Equal(s.t, editorial.Published, stateOf(s.t, s.db, second))
		lines, err := s.db.ListAudit(s.t.Context(), store.AuditFilter{Calendars: []editorial.CalendarID{"cal_1"}}, 1000)
		require.NoError(s.t, err)
		var events []string
		for _, line := range lines {
			if strings.HasPrefix(line.Action, "account.") {
				events = append(events, line.Action+" "+line.Subject)
			}
		}
		require.Equal(s.t, []string{"account.silent chan_me@home", "account.answers chan_me@home"}, events)
	})
}
