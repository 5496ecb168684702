package publishers

import (
	"context"
	"errors"
	"fmt"
	"time"

	"parution.dev/editorial"
)

// Error is an adapter's instruction to the scheduler: what the failure means,
// and how long to wait where waiting helps.
type Error struct {
	Verdict editorial.Verdict
	Wait    time.Duration // with Later: not before this has passed; 0: the caller's own backoff
	Limited bool          // with Wait: nothing of the account may be asked before
	Expired bool          // with Reconnect: a Refresher may mend it
	Spent   bool          // with Later or Reconnect: the server would answer the same key with this again, so the next try needs another
	Lost    bool          // with Later: what was prepared is no longer there, so it is prepared again before the next try
	Code    string        // the platform's own code or HTTP status, for the record
	Message string        // one sentence for people; never a secret, never what was sent
	Err     error         // for the log
}

// Error tells people what happened.
func (e *Error) Error() string {
	if e.Err == nil {
		return e.Message
	}
	return fmt.Sprintf("%s: %v", e.Message, e.Err)
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// ErrNotHeard is the cause of a call of which no byte left this machine. The
// guarded client wraps with it what failed before the request was written.
var ErrNotHeard = errors.New("nothing was sent")

// Judge says what an adapter's error means. Nothing unclassified is ever
// taken for a refusal: it may have been heard, so it is Unknown.
func Judge(err error) *Error {
	if err == nil {
		return &Error{Verdict: editorial.Done}
	}
	if known := new(Error); errors.As(err, &known) {
		return known
	}
	if errors.Is(err, ErrNotHeard) {
		return &Error{Verdict: editorial.Later, Code: "not_sent", Message: "the platform could not be reached", Err: err}
	}
	code := "no_answer"
	if errors.Is(err, context.DeadlineExceeded) {
		code = "timeout"
	}
	return &Error{Verdict: editorial.Unknown, Code: code, Message: "the platform's answer was lost", Err: err}
}
