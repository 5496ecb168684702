package bluesky

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

func answerOf(status int, body string, headers ...string) *publishers.Answer {
	a := &publishers.Answer{Status: status, Header: http.Header{}, Body: []byte(body)}
	for i := 0; i < len(headers); i += 2 {
		a.Header.Set(headers[i], headers[i+1])
	}
	return a
}

func word(w string) string { return fmt.Sprintf(`{"error":%q,"message":"what was sent"}`, w) }

func TestRefusal(t *testing.T) {
	tests := []struct {
		name    string
		status  int
		body    string
		verdict editorial.Verdict
		expired bool
		code    string
	}{
		{"access token ran out", 400, word("ExpiredToken"), editorial.Reconnect, true, "ExpiredToken"},
		{"the same on another server", 401, word("ExpiredToken"), editorial.Reconnect, true, "ExpiredToken"},
		{"bad token", 400, word("InvalidToken"), editorial.Reconnect, false, "InvalidToken"},
		{"no token", 401, word("AuthMissing"), editorial.Reconnect, false, "AuthMissing"},
		{"somebody else's repository", 401, word("AuthenticationRequired"), editorial.Reconnect, false, "AuthenticationRequired"},
		{"second factor", 401, word("AuthFactorTokenRequired"), editorial.Reconnect, false, "AuthFactorTokenRequired"},
		{"taken down", 401, word("AccountTakedown"), editorial.Reconnect, false, "AccountTakedown"},
		{"taken down, as a 400", 400, word("AccountTakedown"), editorial.Reconnect, false, "AccountTakedown"},
		{"deactivated", 401, word("AccountDeactivated"), editorial.Reconnect, false, "AccountDeactivated"},
		{"a 401 without a word", 401, "", editorial.Reconnect, false, "401"},

		{"bad content", 400, word("InvalidRequest"), editorial.Never, false, "InvalidRequest"},
		{"picture of another type", 400, word("InvalidMimeType"), editorial.Never, false, "InvalidMimeType"},
		{"picture of another size", 400, word("InvalidSize"), editorial.Never, false, "InvalidSize"},
		{"picture too large", 400, word("BlobTooLarge"), editorial.Never, false, "BlobTooLarge"},
		{"too large", 413, word("PayloadTooLarge"), editorial.Never, false, "PayloadTooLarge"},
		{"too large for a proxy", 413, "<html>", editorial.Never, false, "413"},

		{"picture gone", 400, word("BlobNotFound"), editorial.Later, false, "BlobNotFound"},
		{"too often", 429, word("RateLimitExceeded"), editorial.Later, false, "RateLimitExceeded"},
		{"too often for a proxy", 429, "<html>", editorial.Later, false, "429"},

		{"a record key that is taken", 500, word("InternalServerError"), editorial.Unknown, false, "InternalServerError"},
		{"a 5xx with a word of a 4xx", 500, word("InvalidRequest"), editorial.Unknown, false, "InvalidRequest"},
		{"upstream", 502, word("UpstreamFailure"), editorial.Unknown, false, "UpstreamFailure"},
		{"a proxy's page", 502, "<html>502</html>", editorial.Unknown, false, "502"},
		{"unavailable", 503, word("NotEnoughResources"), editorial.Unknown, false, "NotEnoughResources"},
		{"timed out", 504, word("UpstreamTimeout"), editorial.Unknown, false, "UpstreamTimeout"},
		{"a 400 without a word", 400, "bad request", editorial.Unknown, false, "400"},
		{"a 400 with a new word", 400, word("SomethingNew"), editorial.Unknown, false, "SomethingNew"},
		{"a 400 with something for a word", 400, `{"error":"what was sent"}`, editorial.Unknown, false, "400"},
		{"a conflict", 409, word("InvalidSwap"), editorial.Unknown, false, "InvalidSwap"},
		{"forbidden", 403, "<html>", editorial.Unknown, false, "403"},
		{"elsewhere", 307, "", editorial.Unknown, false, "307"},
		{"elsewhere, with a word", 307, word("InvalidRequest"), editorial.Unknown, false, "InvalidRequest"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := refusal(answerOf(tt.status, tt.body), time.Unix(0, 0))
			assert.Equal(t, tt.verdict, got.Verdict)
			assert.Equal(t, tt.expired, got.Expired)
			assert.Equal(t, tt.code, got.Code)
			assert.NotEmpty(t, got.Message)
			assert.NotContains(t, got.Error(), "what was sent")
		})
	}
}

func TestWait(t *testing.T) {
	now := time.Unix(1_800_000_000, 500_000_000)
	tests := []struct {
		name    string
		headers []string
		want    time.Duration
	}{
		{"nothing said", nil, 0},
		{"seconds", []string{"Retry-After", "90"}, 90 * time.Second},
		{"the second it ends", []string{"RateLimit-Reset", "1800000060"}, 59*time.Second + 500*time.Millisecond},
		{"both: what no wrong clock can spoil", []string{"RateLimit-Reset", "1800009999", "Retry-After", "90"}, 90 * time.Second},
		{"a window that has ended", []string{"RateLimit-Reset", "1799999999"}, 0},
		{"nonsense", []string{"RateLimit-Reset", "soon", "Retry-After", "later"}, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := refusal(answerOf(429, word("RateLimitExceeded"), tt.headers...), now)
			assert.Equal(t, tt.want, got.Wait)
		})
	}
}

func TestDetail(t *testing.T) {
	const prefix = "Invalid app.bsky.feed.post record: "
	tests := []struct{ said, want string }{
		{
			prefix + "grapheme too big (maximum 300, got 301) at $.record.text",
			"Bluesky refused the post: its text is too long, 301 of at most 300 (grapheme)",
		},
		{
			prefix + "string too big (maximum 3000, got 3001) at $.record.text",
			"Bluesky refused the post: its text is too long, 3001 of at most 3000 (string)",
		},
		{
			prefix + "Record/text must not be longer than 300 graphemes",
			"Bluesky refused the post: its text is too long, at most 300 graphemes",
		},
		{prefix + "what was sent", "Bluesky refused the request"},
		{"grapheme too big (maximum 300, got 301) at $.record.text", "Bluesky refused the request"},
		{"", "Bluesky refused the request"},
	}
	for _, tt := range tests {
		t.Run(tt.said, func(t *testing.T) {
			body := fmt.Sprintf(`{"error":"InvalidRequest","message":%q}`, tt.said)
			assert.Equal(t, tt.want, refusal(answerOf(400, body), time.Unix(0, 0)).Message)
		})
	}
}

// A call that publishes nothing leaves nothing in doubt; a look leaves all.
func TestUnheardAndUnseen(t *testing.T) {
	notHeard := fmt.Errorf("dial: %w", publishers.ErrNotHeard)
	limited := &publishers.Error{Verdict: editorial.Later, Wait: time.Minute, Code: "429"}
	expired := &publishers.Error{Verdict: editorial.Reconnect, Expired: true, Code: "ExpiredToken"}
	tests := []struct {
		name    string
		err     error
		verdict editorial.Verdict
		wait    time.Duration
		expired bool
	}{
		{"cut", errors.New("EOF"), editorial.Later, 0, false},
		{"timeout", context.DeadlineExceeded, editorial.Later, 0, false},
		{"not heard", notHeard, editorial.Later, 0, false},
		{"asked to wait", limited, editorial.Later, time.Minute, false},
		{"session ran out", expired, editorial.Reconnect, 0, true},
		{"refused", refuse("x", "no"), editorial.Never, 0, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := unheard("upload", tt.err)
			assert.Equal(t, tt.verdict, got.Verdict)
			assert.Equal(t, tt.wait, got.Wait)
			assert.Equal(t, tt.expired, got.Expired)
			assert.NotEmpty(t, got.Code)

			look := unseen(tt.err)
			assert.Equal(t, editorial.Unknown, look.Verdict)
			assert.Equal(t, tt.wait, look.Wait)
			assert.False(t, look.Expired)
		})
	}
}
