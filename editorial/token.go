package editorial

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
)

// tokenPrefix lets people and secret scanners recognise a token.
const tokenPrefix = "par_"

// MintToken makes the secret of a new token, shown once, and the hash under
// which it is kept.
func MintToken() (shown Secret, hash []byte) {
	secret := make([]byte, 32)
	_, _ = rand.Read(secret) // never fails
	text := tokenPrefix + base64.RawURLEncoding.EncodeToString(secret)
	return NewSecret(text), HashToken(text)
}

// HashToken returns the hash under which a token's secret is kept.
func HashToken(secret string) []byte {
	sum := sha256.Sum256([]byte(secret))
	return sum[:]
}
