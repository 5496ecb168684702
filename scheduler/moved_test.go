package scheduler_test

import (
	"context"
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

// TestStoppedAtTheLastMoment: the alarm is set for their minute when people
// withdraw one post, archive another and move a third. None leaves then; the
// one that was moved leaves at its new time.
func TestStoppedAtTheLastMoment(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		sleep(time.Until(time.Date(2026, time.October, 20, 6, 0, 0, 0, time.UTC)))
		wall := &slow{answer: make(chan struct{}, 9)}
		for range 9 {
			wall.answer <- struct{}{}
		}
		var sched *scheduler.Scheduler
		db, err := store.Open(t.Context(), store.Config{Dir: t.TempDir(), Sealer: plainSealer{}, Bell: func(at time.Time) { sched.Due(at) }})
		require.NoError(t, err)
		t.Cleanup(func() { require.NoError(t, db.Close()) })
		sched = scheduler.New(scheduler.Config{
			Queue: db, Publishers: []publishers.Publisher{wall}, Log: zerolog.Nop(), Now: time.Now, Holder: "one", Poll: time.Second,
		})
		start := time.Now()
		withdrawn, archived := planTwo(t, db)
		ctx, stop := context.WithCancel(t.Context())
		ended := make(chan error, 1)
		go func() { ended <- sched.Run(ctx) }()
		as := func() store.Write {
			return store.Write{By: editorial.Actor{Member: "mem_1", Name: "Inès", May: editorial.AllPermissions()}, Now: time.Now()}
		}
		move := func(id editorial.PostID, asked editorial.Move) {
			_, _, err := db.UpdatePost(ctx, as(), id, func(p *editorial.Post, desk editorial.Desk) (editorial.Lines, error) {
				return p.Apply(editorial.Asked{Move: asked, Revision: 1}, desk)
			})
			require.NoError(t, err)
		}
		moved := planAt(t, db, as(), start.Add(time.Minute))

		sleep(time.Until(start.Add(time.Minute - time.Millisecond)))
		move(withdrawn, editorial.MoveWithdraw)
		_, _, err = db.UpdatePost(ctx, as(), moved, func(p *editorial.Post, desk editorial.Desk) (editorial.Lines, error) {
			next := p.Clone()
			next.Planned, err = editorial.WhenAt(start.Add(time.Hour), "Europe/Paris")
			require.NoError(t, err)
			return p.Edit(next, desk)
		})
		require.NoError(t, err)
		sleep(time.Until(start.Add(2*time.Minute - time.Millisecond)))
		move(archived, editorial.MoveArchive)

		sleep(time.Until(start.Add(time.Hour - time.Millisecond)))
		require.Zero(t, wall.calls.Load())
		sleep(time.Second)
		require.Equal(t, int32(1), wall.calls.Load())
		require.Equal(t, editorial.Published, stateOf(t, db, moved))
		sleep(time.Hour)
		require.Equal(t, int32(1), wall.calls.Load())
		stop()
		require.NoError(t, <-ended)
	})
}
