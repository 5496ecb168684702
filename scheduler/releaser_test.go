package scheduler_test

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// TestDueDoesNotWaitForAnswers: an answer comes back a millisecond before
// another post is due. That others might follow it holds that post up by nothing.
func TestDueDoesNotWaitForAnswers(t *testing.T) {
	inTown(t, []string{"a@slow", "b@quick", "c@slower"}, func(s *stay) {
		s.mood["slow"] = func(context.Context) (editorial.Receipt, error) {
			sleep(999 * time.Millisecond)
			return editorial.Receipt{RemoteID: "a"}, nil
		}
		s.mood["slower"] = func(context.Context) (editorial.Receipt, error) {
			sleep(5 * time.Second)
			return editorial.Receipt{RemoteID: "c"}, nil
		}
		start := time.Now()
		s.plan("c@slower", time.Minute)
		first, second := s.plan("a@slow", time.Minute), s.plan("b@quick", time.Minute+time.Second)
		sleep(2 * time.Minute)
		require.Equal(s.t, time.Minute, s.heard["a@slow"][0].Sub(start))
		require.Equal(s.t, time.Minute+time.Second, s.heard["b@quick"][0].Sub(start))
		require.Equal(s.t, editorial.Published, stateOf(s.t, s.db, first))
		require.Equal(s.t, editorial.Published, stateOf(s.t, s.db, second))
	})
}
