package api

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// A hash is written as others write theirs, with a salt of its own, and says
// what it cost.
func TestPasswordHash(t *testing.T) {
	password := editorial.NewSecret("la bûche aux marrons")
	hash, err := HashPassword(password, editorial.Member{Name: "Inès"})
	require.NoError(t, err)
	require.Regexp(t, `^\$argon2id\$v=19\$m=32768,t=3,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$`, hash)
	again, err := HashPassword(password, editorial.Member{})
	require.NoError(t, err)
	require.NotEqual(t, hash, again)
	right, paid, err := matches(password, hash)
	require.NoError(t, err)
	require.True(t, right)
	require.Equal(t, standardCost(), paid)
	right, _, err = matches(editorial.NewSecret("la bûche aux marronS"), hash)
	require.NoError(t, err)
	require.False(t, right)
	_, err = HashPassword(editorial.NewSecret("short"), editorial.Member{})
	require.Equal(t, editorial.CodePasswordShort, editorial.AsRefusal(err).Code)
}

// The vector of the Argon2 reference implementation, so that others could
// check our hashes, and we theirs.
func TestPasswordHashOfOthers(t *testing.T) {
	right, _, err := matches(editorial.NewSecret("password"), "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc")
	require.NoError(t, err)
	require.True(t, right)
}

func TestDamagedPasswordHash(t *testing.T) {
	for _, hash := range []string{
		"$2a$10$abcdefghijklmnopqrstuv", "$argon2id$v=19$m=64,t=1,p=1$!!!$AAAA", "$argon2id$v=19$m=64,t=1,p=1$AAAA$", "$argon2id$v=16$m=64,t=1,p=1$AAAA$AAAA",
		"$argon2i$v=19$m=64,t=1,p=1$AAAA$AAAA", "$argon2id$v=19$m=x$AAAA$AAAA", "x",
	} {
		right, _, err := matches(editorial.NewSecret("x"), hash)
		require.Error(t, err, hash)
		require.False(t, right, hash)
		require.NotContains(t, err.Error(), "AAAA")
	}
}

func TestEasilyGuessed(t *testing.T) {
	m := editorial.Member{Name: "Inès Moreau", Email: "ines@maison-lumen.example"}
	for password, easy := range map[string]bool{
		"password1234": true, "Password123456!": true, "qwertyuiop12": true, "azertyuiop123": true, "aaaaaaaaaaaa": true,
		"abcabcabcabc": true, "1234567890123": true, "iloveyou1234": true, "Motdepasse2026!": true, "motdepasse123": true,
		"Ines-Moreau-1": true, "Parution2026!": true, "trustno1trustno1": true, "bonjourbonjour": true, "soleil123456": true,
		"correct horse battery staple": false, "la bûche aux marrons": false, "q7Lw!x9PzR2k": false, "une horloge de grenier": false,
		strings.Repeat("a", 256): true,
	} {
		err := checkPassword(editorial.TidyPassword(editorial.NewSecret(password)), m)
		require.Equal(t, easy, err != nil, password)
	}
}

// However long a password is, looking at it takes no time worth mentioning.
func TestLongPasswordsAreLookedAtQuickly(t *testing.T) {
	started := time.Now()
	for _, text := range []string{"0123456789abcdef", "aB3$x", "a", "é", "passwordpassword"} {
		easilyGuessed(editorial.NewSecret(strings.Repeat(text, 256)), nil)
	}
	require.Less(t, time.Since(started), 5*time.Second)
}

func TestHasherVerify(t *testing.T) {
	h := newHasher(cost{memory: 64, rounds: 1, lanes: 1})
	hash, err := h.hash(t.Context(), editorial.NewSecret("cafe\u0301 au lait noir"), editorial.Member{})
	require.NoError(t, err)
	right, renewed, err := h.verify(t.Context(), editorial.NewSecret("caf\u00e9 au lait noir"), hash)
	require.NoError(t, err)
	require.True(t, right, "however the é is typed")
	require.Empty(t, renewed)
	right, _, err = h.verify(t.Context(), editorial.NewSecret("x"), hash)
	require.NoError(t, err)
	require.False(t, right)
	right, renewed, err = h.verify(t.Context(), editorial.NewSecret("x"), "")
	require.NoError(t, err)
	require.False(t, right, "no hash is no password's")
	require.Empty(t, renewed)
	_, _, err = h.verify(t.Context(), editorial.NewSecret("x"), "damaged")
	require.Error(t, err)

	h.cost.rounds = 2
	right, renewed, err = h.verify(t.Context(), editorial.NewSecret("café au lait noir"), hash)
	require.NoError(t, err)
	require.True(t, right)
	require.Contains(t, renewed, "t=2", "it is kept under the cost of today")
}

// A flood of sign-ins hashes a few passwords at once, lets some wait, and
// sends the rest away.
func TestHasherBounds(t *testing.T) {
	h := newHasher(cost{memory: 64, rounds: 1, lanes: 1})
	var mu sync.Mutex
	at, most := 0, 0
	hold := make(chan struct{})
	work := func() {
		mu.Lock()
		at++
		most = max(most, at)
		mu.Unlock()
		<-hold
		mu.Lock()
		at--
		mu.Unlock()
	}
	var all sync.WaitGroup
	for range hashersAtOnce + hashersQueue {
		all.Go(func() { require.NoError(t, h.turn(context.Background(), work)) })
	}
	require.Eventually(t, func() bool { return len(h.queue) == hashersAtOnce+hashersQueue }, time.Minute, time.Millisecond)
	err := h.turn(t.Context(), func() { t.Error("there was no room") })
	require.True(t, editorial.IsKind(err, editorial.Unavailable))
	require.Equal(t, codeBusy, editorial.AsRefusal(err).Code)
	close(hold)
	all.Wait()
	require.Equal(t, hashersAtOnce, most)
	require.NoError(t, h.turn(t.Context(), func() {}))
}

// Who leaves while they wait gives their place up.
func TestHasherForgetsWhoLeft(t *testing.T) {
	h := newHasher(cost{memory: 64, rounds: 1, lanes: 1})
	for range hashersAtOnce {
		h.places <- struct{}{}
	}
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	require.ErrorIs(t, h.turn(gone, func() { t.Error("nobody waits for this") }), context.Canceled)
	require.Empty(t, h.queue)
}
