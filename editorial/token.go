package editorial

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
)

// The prefixes let people and secret scanners recognise a secret, and what it
// is for.
const (
	tokenPrefix   = "par_"
	sessionPrefix = "pars_"
	linkPrefix    = "parl_"
	visitPrefix   = "parv_"
)

// MintToken makes the secret of a new token, shown once, and the hash under
// which it is kept.
func MintToken() (shown Secret, hash []byte) { return mint(tokenPrefix) }

// MintSession makes a secret of a session.
func MintSession() (shown Secret, hash []byte) { return mint(sessionPrefix) }

// MintLink makes the secret of a link: an invitation, the choice of a new
// password, or what a client sees.
func MintLink() (shown Secret, hash []byte) { return mint(linkPrefix) }

// MintVisit makes the secret of a visit by a client link.
func MintVisit() (shown Secret, hash []byte) { return mint(visitPrefix) }

func mint(prefix string) (shown Secret, hash []byte) {
	secret := make([]byte, 32)
	_, _ = rand.Read(secret) // never fails
	text := prefix + base64.RawURLEncoding.EncodeToString(secret)
	return NewSecret(text), HashToken(text)
}

// HashToken returns the hash under which a token's secret is kept.
func HashToken(secret string) []byte {
	sum := sha256.Sum256([]byte(secret))
	return sum[:]
}
