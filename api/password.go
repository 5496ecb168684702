package api

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"strings"
	"time"

	"golang.org/x/crypto/argon2"

	"parution.dev/editorial"
)

// cost is what hashing one password takes: argon2id with 32 MiB, three times
// over, which is well above what OWASP asks for at least (19 MiB, twice).
type cost struct {
	memory uint32 // KiB
	rounds uint32
	lanes  uint8
}

const (
	saltBytes     = 16
	hashBytes     = 32
	hashersAtOnce = 2  // at once: 64 MiB, and no more than two processors
	hashersQueue  = 64 // that wait; who comes later is told to come again
	busyWait      = 2 * time.Second
)

func standardCost() cost { return cost{memory: 32 << 10, rounds: 3, lanes: 1} }

// HashPassword checks a password that a member chose, and returns its hash as
// it is kept. It is for the command line; the API bounds how many it makes at
// once.
func HashPassword(password editorial.Secret, m editorial.Member) (string, error) {
	tidy := editorial.TidyPassword(password)
	if err := checkPassword(tidy, m); err != nil {
		return "", err
	}
	return standardCost().hash(tidy), nil
}

// checkPassword refuses a tidy password that is too short or easily guessed.
func checkPassword(tidy editorial.Secret, m editorial.Member) error {
	if err := editorial.CheckPassword(tidy, m); err != nil {
		return err
	}
	if easilyGuessed(tidy, editorial.WordsAbout(m)) {
		return editorial.EasyPassword()
	}
	return nil
}

func (c cost) hash(password editorial.Secret) string {
	salt := random(saltBytes)
	return c.write(salt, c.key(password, salt, hashBytes))
}

// decoy is the hash of a password that nobody has: to compare with it takes as
// long as with any other.
func (c cost) decoy() string { return c.write(random(saltBytes), random(hashBytes)) }

func (c cost) write(salt, hash []byte) string {
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, c.memory, c.rounds, c.lanes,
		base64.RawStdEncoding.EncodeToString(salt), base64.RawStdEncoding.EncodeToString(hash))
}

func random(size int) []byte {
	bytes := make([]byte, size)
	_, _ = rand.Read(bytes) // never fails
	return bytes
}

func (c cost) key(password editorial.Secret, salt []byte, size uint32) []byte {
	return argon2.IDKey([]byte(password.Reveal()), salt, c.rounds, c.memory, c.lanes, size)
}

// matches tells whether a password is the one that was hashed, and what that
// hash cost.
func matches(password editorial.Secret, encoded string) (right bool, paid cost, err error) {
	fields := strings.Split(encoded, "$")
	if len(fields) != 6 || fields[1] != "argon2id" || fields[2] != fmt.Sprintf("v=%d", argon2.Version) {
		return false, paid, fmt.Errorf("a password's hash is of another kind: %d fields", len(fields))
	}
	if _, err := fmt.Sscanf(fields[3], "m=%d,t=%d,p=%d", &paid.memory, &paid.rounds, &paid.lanes); err != nil {
		return false, paid, fmt.Errorf("read the cost of a password's hash: %w", err)
	}
	salt, saltErr := base64.RawStdEncoding.DecodeString(fields[4])
	want, wantErr := base64.RawStdEncoding.DecodeString(fields[5])
	if saltErr != nil || wantErr != nil || len(want) == 0 {
		return false, paid, fmt.Errorf("read a password's hash: it is not base64")
	}
	return subtle.ConstantTimeCompare(paid.key(password, salt, uint32(len(want))), want) == 1, paid, nil
}

// hasher hashes passwords, a few at once: a flood of sign-ins eats neither the
// memory nor the processors.
type hasher struct {
	cost   cost
	places chan struct{}
	queue  chan struct{}
}

func newHasher(c cost) *hasher {
	return &hasher{cost: c, places: make(chan struct{}, hashersAtOnce), queue: make(chan struct{}, hashersAtOnce+hashersQueue)}
}

// turn runs some hashing when it has its turn.
func (h *hasher) turn(ctx context.Context, work func()) error {
	select {
	case h.queue <- struct{}{}:
		defer func() { <-h.queue }()
	default:
		busy := editorial.Refuse(editorial.Unavailable, codeBusy)
		return &told{error: busy, header: retryAfter(busyWait)}
	}
	select {
	case h.places <- struct{}{}:
		defer func() { <-h.places }()
	case <-ctx.Done():
		return ctx.Err()
	}
	work()
	return nil
}

// hash checks and hashes a password that a member chose.
func (h *hasher) hash(ctx context.Context, password editorial.Secret, m editorial.Member) (hash string, err error) {
	tidy := editorial.TidyPassword(password)
	if err := checkPassword(tidy, m); err != nil {
		return "", err
	}
	err = h.turn(ctx, func() { hash = h.cost.hash(tidy) })
	return hash, err
}

// verify tells whether a password is the one that was hashed. With no hash to
// compare with it takes the same time. A right one whose hash cost less than
// today's comes with a new hash.
func (h *hasher) verify(ctx context.Context, password editorial.Secret, encoded string) (right bool, renewed string, err error) {
	tidy := editorial.TidyPassword(password)
	known := encoded != ""
	if !known {
		encoded = h.cost.decoy()
	}
	var paid cost
	waited := h.turn(ctx, func() {
		right, paid, err = matches(tidy, encoded)
		if right && known && err == nil && paid != h.cost {
			renewed = h.cost.hash(tidy)
		}
	})
	if waited != nil {
		return false, "", waited
	}
	return right && known, renewed, err
}
