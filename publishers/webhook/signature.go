package webhook

import (
	"encoding/base64"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	standard "github.com/standard-webhooks/standard-webhooks/libraries/go"

	"parution.dev/editorial"
)

// The library signs and verifies; all that is asked of it stands in this file.

const (
	secretPrefix = "whsec_"
	minSecret    = 24 // bytes
	maxSecret    = 64
	// tolerance is how far a message's timestamp may be from the receiver's clock.
	tolerance = 5 * time.Minute
)

// signers are the secrets that a message is signed with: the account's, and the
// one before it while the receiver changes over.
func signers(to editorial.Account) ([]*standard.Webhook, error) {
	secrets := []editorial.Secret{to.Credentials[credentialSecret]}
	if old := to.Credentials[credentialOldSecret]; !old.IsZero() {
		secrets = append(secrets, old)
	}
	all := make([]*standard.Webhook, 0, len(secrets))
	for _, secret := range secrets {
		signer, err := signer(secret)
		if err != nil {
			return nil, refused("bad_secret", err.Error())
		}
		all = append(all, signer)
	}
	return all, nil
}

func signer(secret editorial.Secret) (*standard.Webhook, error) {
	encoded, prefixed := strings.CutPrefix(secret.Reveal(), secretPrefix)
	key, err := base64.StdEncoding.DecodeString(encoded)
	if !prefixed || err != nil || len(key) < minSecret || len(key) > maxSecret {
		return nil, fmt.Errorf("a secret is %s and %d to %d bytes in base64", secretPrefix, minSecret, maxSecret)
	}
	return standard.NewWebhookRaw(key)
}

// sign sets the three headers of a message.
func sign(header http.Header, by []*standard.Webhook, id string, at time.Time, body []byte) error {
	signatures := make([]string, 0, len(by))
	for _, signer := range by {
		signature, err := signer.Sign(id, at, body)
		if err != nil {
			return refused("bad_secret", "the message cannot be signed")
		}
		signatures = append(signatures, signature)
	}
	header.Set(standard.HeaderWebhookID, id)
	header.Set(standard.HeaderWebhookTimestamp, strconv.FormatInt(at.Unix(), 10))
	header.Set(standard.HeaderWebhookSignature, strings.Join(signatures, " "))
	return nil
}

// Verify is what a receiver does: it returns the id of a message that one of
// the secrets signed and whose timestamp is within five minutes of now.
func Verify(header http.Header, body []byte, now time.Time, secrets ...editorial.Secret) (id string, err error) {
	seconds, err := strconv.ParseInt(header.Get(standard.HeaderWebhookTimestamp), 10, 64)
	if err != nil {
		return "", errors.New("there is no timestamp")
	}
	if off := now.Sub(time.Unix(seconds, 0)); off.Abs() > tolerance {
		return "", fmt.Errorf("the timestamp is off by %s", off)
	}
	for _, secret := range secrets {
		signer, err := signer(secret)
		if err != nil {
			return "", err
		}
		if signer.VerifyIgnoringTimestamp(body, header) == nil {
			return header.Get(standard.HeaderWebhookID), nil
		}
	}
	return "", errors.New("no secret signed it")
}
