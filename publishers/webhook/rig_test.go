package webhook_test

import (
	"encoding/base64"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/publishers"
	"parution.dev/publishers/publishertest"
	"parution.dev/publishers/webhook"
	"parution.dev/publishers/webhook/webhooktest"
)

// noon is when all of this happens.
func noon() time.Time { return time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC) }

// secretOf makes a secret of 32 bytes out of one letter.
func secretOf(letter string) editorial.Secret {
	return editorial.NewSecret("whsec_" + base64.StdEncoding.EncodeToString([]byte(strings.Repeat(letter, 32))))
}

// account is connected to the receiver under an address.
func account(t *testing.T, address string, credentials editorial.Credentials) editorial.Account {
	t.Helper()
	to := editorial.Account{
		Channel: "chan_1", Platform: "webhook", Settings: map[string]string{"url": address}, Credentials: credentials,
	}
	found, err := webhook.New(nil, noon).Connect(t.Context(), to)
	require.NoError(t, err)
	to.RemoteID, to.Handle, to.Limits, to.Credentials = found.RemoteID, found.Handle, found.Limits, found.Credentials
	return to
}

func piece(key, text string) publishers.Piece {
	return publishers.Piece{
		Key: key, At: noon().Add(-time.Second),
		Part: editorial.Part{Kind: editorial.PartPost, Text: text, Language: "fr"},
	}
}

// rig connects the adapter to a receiver of its own.
func rig(t *testing.T, receiver *webhooktest.Receiver) publishertest.Rig {
	t.Helper()
	receiver.Secrets, receiver.Now = []editorial.Secret{secretOf("a")}, noon
	client, fault := publishertest.Client(receiver)
	to := account(t, webhooktest.URL, editorial.Credentials{"secret": secretOf("a")})
	if receiver.Deduplicates {
		to.Settings["deduplicates"] = "true"
	}
	keys := 0
	return publishertest.Rig{
		Publisher: webhook.New(client, noon), Account: to, Fake: receiver, Fault: fault,
		Piece: func(text string) publishers.Piece {
			keys++
			return piece(fmt.Sprintf("key-%d", keys), text)
		},
	}
}

// answering is a publisher whose receiver is a function.
func answering(handler http.HandlerFunc) *webhook.Publisher {
	return webhook.New(publishers.NewClient(publishers.ClientConfig{Transport: publishertest.RoundTripper(handler)}), noon)
}
