package editorial_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"parution.dev/editorial"
)

var first, second, third = []byte("first"), []byte("second"), []byte("third")

// aSession began at noon, with the first secret.
func aSession() editorial.Session {
	return editorial.Session{ID: "ses_1", Member: "mem_1", Secret: first, Created: noon, Used: noon, Rotated: noon, Seen: noon}
}

// rotated is a session whose secret was changed at ten past midnight: the
// second came with the answer.
func rotated(t *testing.T) (editorial.Session, time.Time) {
	t.Helper()
	s, at := aSession(), noon.Add(editorial.SessionRotation+10*time.Minute)
	require.Equal(t, editorial.Use{Renew: true, Note: true}, s.Use(first, second, at))
	require.Equal(t, second, s.Secret)
	require.Equal(t, first, s.Previous)
	return s, at
}

func TestSessionLasts(t *testing.T) {
	s := aSession()
	require.True(t, s.Alive(noon.Add(editorial.SessionIdle-1)))
	require.False(t, s.Alive(noon.Add(editorial.SessionIdle)), "unused for too long")
	s.Used = noon.Add(editorial.SessionLife - time.Hour)
	require.True(t, s.Alive(noon.Add(editorial.SessionLife-1)))
	require.False(t, s.Alive(noon.Add(editorial.SessionLife)), "however much it is used")
	s.Ended = noon.Add(time.Minute)
	require.False(t, s.Alive(noon.Add(time.Minute)))
	require.Equal(t, editorial.Use{Over: true}, s.Use(first, second, noon.Add(time.Hour)))
}

func TestSessionUse(t *testing.T) {
	s := aSession()
	require.Equal(t, editorial.Use{}, s.Use(first, second, noon.Add(59*time.Second)))
	require.Equal(t, editorial.Use{Note: true}, s.Use(first, second, noon.Add(time.Minute)), "its use is noted to the minute")
	require.Equal(t, noon.Add(time.Minute), s.Used)
	require.Equal(t, editorial.Use{Note: true}, s.Use(first, second, noon.Add(editorial.SessionRotation-1)))
	require.Equal(t, first, s.Secret)
	require.Equal(t, editorial.Use{Renew: true, Note: true}, s.Use(first, second, noon.Add(editorial.SessionRotation)))
	require.Equal(t, second, s.Secret)
	require.Zero(t, s.Seen)
}

// The answer that brings the new secret is on its way, or was lost.
func TestSessionSecretIsHandedOutAgain(t *testing.T) {
	s, at := rotated(t)
	require.Equal(t, editorial.Use{}, s.Use(first, third, at.Add(time.Second)), "a request beside it")
	require.Equal(t, second, s.Secret)
	require.Equal(t, editorial.Use{Renew: true, Note: true}, s.Use(first, third, at.Add(editorial.SessionGrace)), "it never came")
	require.Equal(t, third, s.Secret)
	require.Equal(t, first, s.Previous)
	require.Equal(t, editorial.Use{Note: true}, s.Use(third, nil, at.Add(editorial.SessionGrace+time.Second)))
}

// Once the new secret is in use, the old one is good for requests under way,
// and after that a sign that somebody kept it.
func TestSessionStolen(t *testing.T) {
	s, at := rotated(t)
	seen := at.Add(10 * time.Second)
	require.Equal(t, editorial.Use{Note: true}, s.Use(second, third, seen))
	require.Equal(t, editorial.Use{Note: true}, s.Use(first, third, seen.Add(editorial.SessionGrace-1)))
	require.Equal(t, second, s.Secret)
	require.Equal(t, editorial.Use{Over: true, Stolen: true, Note: true}, s.Use(first, third, seen.Add(editorial.SessionGrace)))
	require.Equal(t, editorial.Use{Over: true}, s.Use(second, third, seen.Add(editorial.SessionGrace)), "for both of them")
}

func TestSessionReplace(t *testing.T) {
	s, at := rotated(t)
	s.Replace(third, at)
	require.Equal(t, third, s.Secret)
	require.Nil(t, s.Previous)
	require.Equal(t, editorial.Use{}, s.Use(third, nil, at.Add(time.Second)))
	require.True(t, s.Use(second, nil, at.Add(time.Second)).Stolen, "what was replaced at once opens nothing")
}

func TestSessionStandsForAToken(t *testing.T) {
	s := aSession()
	token := s.Token()
	require.Equal(t, editorial.TokenID("ses_1"), token.ID)
	m := editorial.Member{ID: "mem_1", Roles: map[editorial.CalendarID][]editorial.Role{"cal_1": {editorial.Manager}}}
	actor := editorial.ActingAs(m, token, editorial.Calendar{ID: "cal_1"})
	require.Equal(t, editorial.AllPermissions(), actor.May, "a person in person approves")
	require.Empty(t, actor.Maker)
	require.True(t, token.Alive(noon.AddDate(9, 0, 0)), "how long a session lasts it says itself")
}

// A browser that keeps to what it is handed never loses its session, whatever
// answers are lost; a copy of its secret ends it soon after the change.
func TestSessionWalk(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, now, jar := aSession(), noon, first
		var copied []byte
		for i := range 60 {
			now = now.Add(time.Duration(rapid.IntRange(0, 30*3600).Draw(t, "seconds")) * time.Second)
			if !s.Alive(now) {
				return
			}
			next := []byte{byte(i)}
			use := s.Use(jar, next, now)
			require.False(t, use.Over, "the browser shows what it was handed")
			if use.Renew && rapid.Bool().Draw(t, "the answer comes") {
				jar = next
			}
			if copied == nil {
				copied = jar
			}
		}
		rotatedAt := now.Add(editorial.SessionRotation)
		for range 3 { // change the secret, and see the new one in use
			if use := s.Use(jar, []byte("final"), rotatedAt); use.Renew {
				jar = []byte("final")
			}
			rotatedAt = rotatedAt.Add(2 * editorial.SessionGrace)
		}
		if !s.Alive(rotatedAt) || string(copied) == string(jar) {
			return
		}
		require.True(t, s.Use(copied, []byte("thief"), rotatedAt).Over)
	})
}
