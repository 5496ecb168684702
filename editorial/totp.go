package editorial

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha1" //nolint:gosec // RFC 6238 as every authenticator app speaks it; an HMAC does not lean on collisions
	"crypto/subtle"
	"encoding/base32"
	"encoding/binary"
	"fmt"
	"net/url"
	"strings"
	"time"
)

// A second factor as authenticator apps know it: six digits that change every
// thirty seconds (RFC 6238).
const (
	codePeriod    = 30 * time.Second
	codeDigits    = 6
	codeDrift     = 1 // steps that a clock may differ
	RecoveryCodes = 10
)

// SecondFactor is what a member proves beside their password.
type SecondFactor struct {
	Member    MemberID
	Secret    Secret // in base32, as apps take it
	Step      int64  // the last one that was used: none is good twice
	Made      time.Time
	Confirmed time.Time // zero: the member has not shown a code of it yet
}

var base32Plain = base32.StdEncoding.WithPadding(base32.NoPadding) //nolint:gochecknoglobals // an alphabet

// NewSecondFactor makes a secret for a member to put into their app.
func NewSecondFactor(m MemberID, now time.Time) SecondFactor {
	secret := make([]byte, 20)
	_, _ = rand.Read(secret) // never fails
	return SecondFactor{Member: m, Secret: NewSecret(base32Plain.EncodeToString(secret)), Made: now}
}

// URI is what apps read from a picture of it.
func (f *SecondFactor) URI(account string) string {
	const issuer = "Parution"
	return "otpauth://totp/" + issuer + ":" + url.QueryEscape(account) + "?secret=" + f.Secret.Reveal() + "&issuer=" + issuer
}

// Accept tells whether a code is right now and was not used before, and takes
// note of it.
func (f *SecondFactor) Accept(code string, now time.Time) bool {
	code = strings.ReplaceAll(code, " ", "")
	if len(code) != codeDigits {
		return false
	}
	present := now.Unix() / int64(codePeriod/time.Second)
	for step := present - codeDrift; step <= present+codeDrift; step++ {
		right := subtle.ConstantTimeCompare([]byte(f.Code(step)), []byte(code)) == 1
		if right && step > f.Step {
			f.Step = step
			return true
		}
	}
	return false
}

// Code is the code of a step; steps are counted from 1970, thirty seconds each.
func (f *SecondFactor) Code(step int64) string {
	key, err := base32Plain.DecodeString(f.Secret.Reveal())
	if err != nil || len(key) == 0 || step < 0 {
		return "" // which no code is
	}
	mac := hmac.New(sha1.New, key)
	_ = binary.Write(mac, binary.BigEndian, step) // a hash takes everything
	sum := mac.Sum(nil)
	at := sum[len(sum)-1] & 0xf
	number := binary.BigEndian.Uint32(sum[at:at+4]) & 0x7fffffff
	return fmt.Sprintf("%0*d", codeDigits, number%1_000_000)
}

// MintRecoveryCodes makes codes that each replace the app once, shown once,
// and the hashes under which they are kept.
func MintRecoveryCodes() (shown []string, hashes [][]byte) {
	for range RecoveryCodes {
		random := make([]byte, 10)
		_, _ = rand.Read(random) // never fails
		text := strings.ToLower(base32Plain.EncodeToString(random))
		shown = append(shown, text[:4]+"-"+text[4:8]+"-"+text[8:12]+"-"+text[12:])
		hashes = append(hashes, HashRecoveryCode(text))
	}
	return shown, hashes
}

// HashRecoveryCode is the hash of a recovery code, however it was typed.
func HashRecoveryCode(code string) []byte {
	return HashToken(strings.NewReplacer("-", "", " ", "").Replace(strings.ToLower(code)))
}
