package scheduler_test

import (
	"context"
	"errors"
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

// jammed is the real ledger, which takes nothing while it is jammed: as on a
// full disk, or while another process holds the file.
type jammed struct {
	*store.Store

	jam atomic.Bool
}

var errJammed = errors.New("database is locked")

func (j *jammed) Turn(ctx context.Context, round editorial.Round) (editorial.Turned, error) {
	if j.jam.Load() {
		return editorial.Turned{}, errJammed
	}
	return j.Store.Turn(ctx, round)
}

// slow is a platform that answers when it is told to.
type slow struct {
	calls  atomic.Int32
	answer chan struct{}
}

func (*slow) Platform() editorial.Platform { return "slow" }
func (*slow) Form() publishers.Form        { return publishers.Form{Name: "slow"} }
func (*slow) Limits() editorial.Limits     { return editorial.Limits{} }
func (*slow) Connect(context.Context, editorial.Account) (publishers.Connection, error) {
	return publishers.Connection{}, nil
}

func (s *slow) Publish(ctx context.Context, _ editorial.Account, _ publishers.Piece) (editorial.Receipt, error) {
	s.calls.Add(1)
	select {
	case <-s.answer:
		return editorial.Receipt{RemoteID: "one", URL: "https://slow.example/one"}, nil
	case <-ctx.Done():
		return editorial.Receipt{}, ctx.Err()
	}
}

// TestOutcomesAreKept: the platform answers while the ledger takes nothing.
// The answer is kept, readiness says why, nothing else leaves, and when the
// ledger works again the answer is written down and the rest leaves, once.
func TestOutcomesAreKept(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		sleep(time.Until(time.Date(2026, time.October, 20, 6, 0, 0, 0, time.UTC)))
		wall := &slow{answer: make(chan struct{}, 2)}
		queue := &jammed{}
		var sched *scheduler.Scheduler
		db, err := store.Open(t.Context(), store.Config{Dir: t.TempDir(), Sealer: plainSealer{}, Bell: func(at time.Time) { sched.Due(at) }})
		require.NoError(t, err)
		t.Cleanup(func() { require.NoError(t, db.Close()) })
		queue.Store = db
		sched = scheduler.New(scheduler.Config{
			Queue: queue, Publishers: []publishers.Publisher{wall}, Log: zerolog.Nop(), Now: time.Now, Holder: "one", Poll: time.Second,
		})
		first, second := planTwo(t, db)
		ctx, stop := context.WithCancel(t.Context())
		ended := make(chan error, 1)
		go func() { ended <- sched.Run(ctx) }()

		sleep(time.Minute + time.Second)
		require.Equal(t, int32(1), wall.calls.Load(), "the first is on the wire")
		queue.jam.Store(true)
		wall.answer <- struct{}{}
		sleep(90 * time.Second)
		require.ErrorIs(t, sched.Healthy(), errJammed)
		require.NoError(t, sched.Alive())
		require.Equal(t, editorial.Sending, stateOf(t, db, first))
		require.Equal(t, int32(1), wall.calls.Load(), "nothing leaves that cannot be written down before")

		queue.jam.Store(false)
		wall.answer <- struct{}{}
		sleep(5 * time.Second)
		require.NoError(t, sched.Healthy())
		require.Equal(t, editorial.Published, stateOf(t, db, first))
		require.Equal(t, editorial.Published, stateOf(t, db, second))
		require.Equal(t, int32(2), wall.calls.Load())
		stop()
		require.NoError(t, <-ended)
	})
}

// planTwo approves two posts on one account, due in one and in two minutes.
func planTwo(t *testing.T, db *store.Store) (first, second editorial.PostID) {
	t.Helper()
	by := store.Write{By: editorial.Actor{Member: "mem_1", Name: "Inès", May: editorial.AllPermissions()}, Now: time.Now()}
	require.NoError(t, db.AddMember(t.Context(), by, "", editorial.Member{ID: "mem_1", Name: "Inès", Email: "ines@example.org"}))
	calendar := editorial.Calendar{ID: "cal_1", Name: "Maison", Zone: "Europe/Paris", Language: editorial.French, Policy: editorial.DefaultPolicy()}
	require.NoError(t, db.AddCalendar(t.Context(), by, calendar, "mem_1"))
	require.NoError(t, db.AddChannel(t.Context(), by, editorial.Channel{
		ID: "chan_1", Calendar: "cal_1", Platform: "slow", Name: "slow", State: editorial.Connected, RemoteID: "me", Credentials: editorial.Credentials{},
	}))
	var made []editorial.PostID
	for minutes := range 2 {
		made = append(made, planAt(t, db, by, by.Now.Add(time.Duration(minutes+1)*time.Minute)))
	}
	return made[0], made[1]
}

// planAt approves a post on the account.
func planAt(t *testing.T, db *store.Store, by store.Write, at time.Time) editorial.PostID {
	t.Helper()
	planned, err := editorial.WhenAt(at, "Europe/Paris")
	require.NoError(t, err)
	sheet := editorial.Sheet{Title: "x", Planned: planned, Content: editorial.Content{Text: "x", Channels: []editorial.ChannelID{"chan_1"}}}
	p, _, err := db.AddPost(t.Context(), by, "cal_1", func(desk editorial.Desk) (*editorial.Post, editorial.Lines, error) {
		return editorial.NewPost(sheet, desk)
	})
	require.NoError(t, err)
	_, _, err = db.UpdatePost(t.Context(), by, p.ID, func(p *editorial.Post, desk editorial.Desk) (editorial.Lines, error) {
		return p.Apply(editorial.Asked{Move: editorial.MoveApprove, Revision: 1}, desk)
	})
	require.NoError(t, err)
	return p.ID
}

func stateOf(t *testing.T, db *store.Store, id editorial.PostID) editorial.DeliveryState {
	t.Helper()
	p, err := db.GetPost(t.Context(), id)
	require.NoError(t, err)
	return p.Deliveries[0].State
}
