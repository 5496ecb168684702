package mastodontest

import (
	"net/http"
	"strconv"
	"time"
)

// quota names what an account may do so often in a time.
type quota string

const (
	everything quota = "calls"
	statuses   quota = "statuses"
	files      quota = "media"
)

// allows is what a stock server allows.
func (q quota) allows() (calls int, every time.Duration) {
	switch q {
	case everything:
		return 300, 5 * time.Minute
	case statuses:
		return 300, 3 * time.Hour
	case files:
		return 30, 30 * time.Minute
	}
	return 0, time.Hour
}

// window is one stretch of an account's quota.
type window struct {
	who   string
	of    quota
	start int64
}

// pass counts a call and tells in the headers what is left; it answers 429
// and is false where nothing was.
func (s *Server) pass(w http.ResponseWriter, who *account, q quota) bool {
	calls, every := q.allows()
	start := s.clock().Truncate(every)
	at := window{who.id, q, start.UnixMilli()}
	if s.spent[at] >= calls {
		s.tooMany(w, q, start.Add(every))
		return false
	}
	s.spent[at]++
	headers(w, q, calls-s.spent[at], start.Add(every))
	return true
}

func headers(w http.ResponseWriter, q quota, left int, reset time.Time) {
	calls, _ := q.allows()
	w.Header().Set("X-RateLimit-Limit", strconv.Itoa(calls))
	w.Header().Set("X-RateLimit-Remaining", strconv.Itoa(left))
	w.Header().Set("X-RateLimit-Reset", reset.UTC().Format("2006-01-02T15:04:05.000000Z"))
}

// tooMany answers 429: when to come back stands in the reset alone.
func (s *Server) tooMany(w http.ResponseWriter, q quota, reset time.Time) {
	headers(w, q, 0, reset)
	s.refuse(w, refusal{http.StatusTooManyRequests, "Too many requests"})
}
