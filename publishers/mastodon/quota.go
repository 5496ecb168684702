package mastodon

import (
	"strconv"
	"time"

	"parution.dev/publishers"
)

// Mastodon tells in X-RateLimit-Remaining how many calls are left and in
// X-RateLimit-Reset, an RFC 3339 time, when there will be more (Mastodon API:
// rate limits).

// remaining is how many calls are left, -1 where the answer does not say.
func remaining(a *publishers.Answer) int {
	n, err := strconv.Atoi(a.Header.Get("X-RateLimit-Remaining"))
	if err != nil || n < 0 {
		return -1
	}
	return n
}

// reset is when there will be more calls, zero where the answer does not say.
func reset(a *publishers.Answer) time.Time {
	at, err := time.Parse(time.RFC3339, a.Header.Get("X-RateLimit-Reset"))
	if err != nil {
		return time.Time{}
	}
	return at.UTC()
}

// untilReset is how long a 429 asks to wait, 0 where it does not say.
func untilReset(a *publishers.Answer, now time.Time) time.Duration {
	if wait := reset(a).Sub(now); wait > 0 {
		return wait
	}
	return a.RetryAfter(now)
}
