package webhooktest_test

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"io"
	"net/http"
	"net/http/httptest"
	"strconv"
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

func noon() time.Time { return time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC) }

func secret() editorial.Secret {
	return editorial.NewSecret("whsec_" + base64.StdEncoding.EncodeToString([]byte(strings.Repeat("a", 24))))
}

// tampering lets change alter each message on its way to a receiver.
func tampering(r *webhooktest.Receiver, change func(*http.Request)) (*webhook.Publisher, editorial.Account) {
	r.Secrets, r.Now = []editorial.Secret{secret()}, noon
	handler := http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		change(req)
		r.ServeHTTP(w, req)
	})
	client := publishers.NewClient(publishers.ClientConfig{Transport: publishertest.RoundTripper(handler)})
	return webhook.New(client, noon), editorial.Account{
		RemoteID: "hook_1", Settings: map[string]string{"url": webhooktest.URL}, Credentials: editorial.Credentials{"secret": secret()},
	}
}

func piece(key string) publishers.Piece {
	return publishers.Piece{Key: key, At: noon(), Part: editorial.Part{Kind: editorial.PartPost, Text: "Bonjour"}}
}

// rewrite replaces words in the body, after it was signed.
func rewrite(from, to string) func(*http.Request) {
	return func(r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			panic(err)
		}
		r.Body = io.NopCloser(bytes.NewReader(bytes.ReplaceAll(body, []byte(from), []byte(to))))
	}
}

func TestReceiverRefusesWhatWasTamperedWith(t *testing.T) {
	for name, change := range map[string]func(*http.Request){
		"body":         rewrite("Bonjour", "Bonsoir"),
		"webhook-id":   func(r *http.Request) { r.Header.Set("Webhook-Id", "msg_2") },
		"timestamp":    func(r *http.Request) { r.Header.Set("Webhook-Timestamp", "1795262401") },
		"no timestamp": func(r *http.Request) { r.Header.Del("Webhook-Timestamp") },
		"no signature": func(r *http.Request) { r.Header.Del("Webhook-Signature") },
		"no id":        func(r *http.Request) { r.Header.Del("Webhook-Id") },
	} {
		t.Run(name, func(t *testing.T) {
			receiver := &webhooktest.Receiver{}
			by, to := tampering(receiver, change)
			_, err := by.Publish(t.Context(), to, piece("key-1"))
			require.Equal(t, "401", publishers.Judge(err).Code)
			require.Empty(t, receiver.Books())
		})
	}
}

func TestReceiverRefusesAStaleMessage(t *testing.T) {
	for off, taken := range map[time.Duration]bool{
		-5*time.Minute - time.Second: false, -5 * time.Minute: true, 5 * time.Minute: true, 5*time.Minute + time.Second: false,
	} {
		receiver := &webhooktest.Receiver{}
		by, to := tampering(receiver, func(*http.Request) {})
		receiver.Now = func() time.Time { return noon().Add(off) }
		_, err := by.Publish(t.Context(), to, piece("key-1"))
		require.Equal(t, taken, err == nil, "%s: %v", off, err)
	}
}

func TestReceiverRefusesASecondIDForOnePart(t *testing.T) {
	receiver := &webhooktest.Receiver{}
	by, to := tampering(receiver, func(*http.Request) {})
	_, err := by.Publish(t.Context(), to, piece("key-1"))
	require.NoError(t, err)

	_, err = by.Publish(t.Context(), to, piece("key-1"))
	require.NoError(t, err, "the same id is not the receiver's to refuse")
	require.Len(t, receiver.Books(), 2, "it does not deduplicate")

	body := `{"type":"post.published","timestamp":"2026-11-22T12:00:00Z","data":{"key":"key-1","account":"hook_1","part":"post","text":"x","media":[]}}`
	require.Equal(t, http.StatusConflict, send(t, receiver, "msg_another", body))
}

func stamp(at time.Time) string { return strconv.FormatInt(at.Unix(), 10) }

func signed(content string) string {
	mac := hmac.New(sha256.New, []byte(strings.Repeat("a", 24)))
	mac.Write([]byte(content))
	return "v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil))
}

// send signs a body by hand under an id, and returns the answer's status.
func send(t *testing.T, r *webhooktest.Receiver, id, body string) int {
	t.Helper()
	req := httptest.NewRequest(http.MethodPost, webhooktest.URL, strings.NewReader(body))
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Webhook-Id", id)
	req.Header.Set("Webhook-Timestamp", stamp(noon()))
	req.Header.Set("Webhook-Signature", signed(id+"."+stamp(noon())+"."+body))
	w := httptest.NewRecorder()
	r.ServeHTTP(w, req)
	return w.Code
}

func TestReceiverKnowsTheSchema(t *testing.T) {
	const good = `{"type":"post.published","timestamp":"2026-11-22T12:00:00Z","data":{"key":"key-1","account":"hook_1","part":"post","text":"x","media":[]}}`
	for name, row := range map[string]struct {
		from, to string
		status   int
	}{
		"good":             {"", "", 200},
		"unknown field":    {`"key"`, `"colour":"red","key"`, 400},
		"another type":     {"post.published", "post.deleted", 422},
		"local timestamp":  {"12:00:00Z", "12:00:00+02:00", 422},
		"no key":           {"key-1", "", 422},
		"no account":       {"hook_1", "", 422},
		"unknown part":     {`"part":"post"`, `"part":"story"`, 422},
		"comment on none":  {`"part":"post"`, `"part":"comment"`, 422},
		"nothing to read":  {`"text":"x"`, `"text":""`, 422},
		"no media":         {`"media":[]`, `"media":null`, 422},
		"medium unnamed":   {`"media":[]`, `"media":[{"type":"image/png"}]`, 422},
		"reply to nobody":  {`"media":[]`, `"media":[],"thread":"entry-9","reply_to":"entry-9"`, 422},
		"reply, no thread": {`"media":[]`, `"media":[],"reply_to":"entry-9"`, 422},
		"text too long":    {`"text":"x"`, `"text":"` + strings.Repeat("x", 15_001) + `"`, 413},
		"body too large":   {`"text":"x"`, `"text":"` + strings.Repeat("x", 200_000) + `"`, 413},
		"not JSON":         {`{"type"`, `{type`, 400},
	} {
		receiver := &webhooktest.Receiver{Secrets: []editorial.Secret{secret()}, Now: noon}
		require.Equal(t, row.status, send(t, receiver, "msg_1", strings.Replace(good, row.from, row.to, 1)), name)
	}
}

func TestReceiverIsGone(t *testing.T) {
	by, to := tampering(&webhooktest.Receiver{Gone: true}, func(*http.Request) {})
	_, err := by.Publish(t.Context(), to, piece("key-1"))
	require.Equal(t, "gone", publishers.Judge(err).Code)
	require.Equal(t, editorial.Never, publishers.Judge(err).Verdict)
}

func TestReceiverListensAtOneAddress(t *testing.T) {
	by, to := tampering(&webhooktest.Receiver{}, func(*http.Request) {})
	to.Settings = map[string]string{"url": "https://hooks.example/elsewhere"}
	_, err := by.Publish(t.Context(), to, piece("key-1"))
	require.Equal(t, "404", publishers.Judge(err).Code)
}
