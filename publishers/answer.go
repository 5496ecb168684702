package publishers

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"net/http"
	"strconv"
	"time"

	"parution.dev/editorial"
)

// maxAnswer is the most that is read of a platform's answer.
const maxAnswer = 1 << 20

// Answer is a platform's whole answer to one request.
type Answer struct {
	Status int
	Header http.Header
	Body   []byte
}

// Exchange sends one request and reads the answer whole. A body over 1 MiB is
// an error; so is a connection that ends early: the answer then has a status and
// no body. Status codes are the caller's to judge. Errors name the host and
// nothing else of the address.
func Exchange(client *http.Client, req *http.Request) (*Answer, error) {
	res, err := client.Do(req)
	if err != nil {
		return nil, masked(err)
	}
	defer func() { _ = res.Body.Close() }()
	answer := &Answer{Status: res.StatusCode, Header: res.Header}
	body, err := io.ReadAll(io.LimitReader(res.Body, maxAnswer+1))
	if err != nil {
		return answer, fmt.Errorf("read the answer: %w", err)
	}
	if len(body) > maxAnswer {
		return answer, errors.New("the answer is larger than 1 MiB")
	}
	answer.Body = body
	return answer, nil
}

// OK tells whether the status is a 2xx.
func (a *Answer) OK() bool { return a.Status >= 200 && a.Status <= 299 }

// Decode reads the body as JSON. Its error never repeats the body.
func (a *Answer) Decode(into any) error {
	if err := json.Unmarshal(a.Body, into); err != nil {
		return fmt.Errorf("the answer (status %d) is not the JSON it should be", a.Status)
	}
	return nil
}

// mostSeconds are all that a duration can hold.
const mostSeconds = int(math.MaxInt64 / time.Second)

// RetryAfter reads a Retry-After header, in seconds or as a date; 0 where
// there is none or it lies in the past.
func (a *Answer) RetryAfter(now time.Time) time.Duration {
	value := a.Header.Get("Retry-After")
	if seconds, err := strconv.Atoi(value); err == nil || errors.Is(err, strconv.ErrRange) {
		return time.Duration(min(max(0, seconds), mostSeconds)) * time.Second
	}
	if at, err := http.ParseTime(value); err == nil {
		return max(0, at.Sub(now))
	}
	return 0
}

// Failed builds the error that an answer's status stands for by itself, for
// adapters to refine: 401 and 403 ask to reconnect, 429 to wait, other 4xx are
// refusals for good, and all else may have been heard.
func (a *Answer) Failed(message string, now time.Time) *Error {
	e := &Error{Code: strconv.Itoa(a.Status), Message: message, Err: fmt.Errorf("status %d", a.Status)}
	switch {
	case a.Status == http.StatusUnauthorized, a.Status == http.StatusForbidden:
		e.Verdict = editorial.Reconnect
	case a.Status == http.StatusTooManyRequests:
		e.Verdict, e.Wait, e.Limited = editorial.Later, a.RetryAfter(now), true
	case a.Status >= 400 && a.Status <= 499 && a.Status != http.StatusRequestTimeout:
		e.Verdict = editorial.Never
	default:
		e.Verdict = editorial.Unknown
	}
	return e
}
