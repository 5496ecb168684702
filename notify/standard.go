package notify

import (
	"encoding/base64"
	"errors"
	"net/http"
	"strconv"
	"strings"
	"time"

	standard "github.com/standard-webhooks/standard-webhooks/libraries/go"

	"parution.dev/editorial"
)

// The library signs; all that is asked of it stands in this file.

// sign sets the three headers of a message, with one signature for each
// secret.
func sign(header http.Header, secrets []editorial.Secret, id string, at time.Time, body []byte) error {
	var signatures []string
	for _, secret := range secrets {
		encoded, prefixed := strings.CutPrefix(secret.Reveal(), "whsec_")
		key, err := base64.StdEncoding.DecodeString(encoded)
		if !prefixed || err != nil || len(key) == 0 {
			return errors.New("the secret cannot be signed with") // the cause would repeat it
		}
		signer, err := standard.NewWebhookRaw(key)
		if err != nil {
			return errors.New("the secret cannot be signed with")
		}
		signature, err := signer.Sign(id, at, body)
		if err != nil {
			return errors.New("the message cannot be signed")
		}
		signatures = append(signatures, signature)
	}
	header.Set(standard.HeaderWebhookID, id)
	header.Set(standard.HeaderWebhookTimestamp, strconv.FormatInt(at.Unix(), 10))
	header.Set(standard.HeaderWebhookSignature, strings.Join(signatures, " "))
	return nil
}
