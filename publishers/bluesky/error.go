package bluesky

import (
	"errors"
	"fmt"
	"net/http"
	"regexp"
	"strconv"
	"time"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

// The words that more than the table below asks for.
const (
	wordInvalidRequest = "InvalidRequest"
	wordBlobNotFound   = "BlobNotFound"
	wordRecordNotFound = "RecordNotFound"
)

// meaning is what an error word stands for.
type meaning struct {
	verdict editorial.Verdict
	expired bool
	message string
}

// meanings are decided by the `error` word of an answer: a token that ran out
// is a 400, like a text that is too long.
//
// A blob that is gone comes back when the part is prepared again. A blob of the wrong kind or size does not change
// by another upload of the same bytes, so that is for good.
func meanings() map[string]meaning {
	const reconnect = "Bluesky asks to connect the account again"
	return map[string]meaning{
		"ExpiredToken":            {editorial.Reconnect, true, "the session with Bluesky has run out"},
		"InvalidToken":            {editorial.Reconnect, false, reconnect},
		"AuthMissing":             {editorial.Reconnect, false, reconnect},
		"AuthenticationRequired":  {editorial.Reconnect, false, "Bluesky refused the account or its app password"},
		"AuthFactorTokenRequired": {editorial.Reconnect, false, "Bluesky asks for a code by e-mail: an app password needs none"},
		"AccountTakedown":         {editorial.Reconnect, false, "Bluesky has taken the account down"},
		"AccountDeactivated":      {editorial.Reconnect, false, "the account is deactivated, or has moved to another server"},

		wordInvalidRequest: {editorial.Never, false, "Bluesky refused the request"},
		"PayloadTooLarge":  {editorial.Never, false, "Bluesky refused it as too large"},
		"BlobTooLarge":     {editorial.Never, false, "Bluesky refused a picture as too large"},
		"InvalidMimeType":  {editorial.Never, false, "Bluesky refused a picture for its type"},
		"InvalidSize":      {editorial.Never, false, "Bluesky refused a picture for its size"},

		wordBlobNotFound:    {editorial.Later, false, "Bluesky no longer has an uploaded picture"},
		"RateLimitExceeded": {editorial.Later, false, "Bluesky asks to wait"},
	}
}

// byStatus are the statuses that speak for themselves where the word is
// missing or new. No other does: a 400 of a proxy says nothing about the post.
func byStatus() map[int]string {
	return map[int]string{
		http.StatusUnauthorized:          "AuthMissing",
		http.StatusRequestEntityTooLarge: "PayloadTooLarge",
		http.StatusTooManyRequests:       "RateLimitExceeded",
	}
}

// refusal reads what an answer other than 2xx means. Whatever is unclear may
// have been heard: a record key that is taken answers 500.
func refusal(a *publishers.Answer, now time.Time) *publishers.Error {
	said := saidIn(a)
	m, known := meanings()[said.Word]
	if !known {
		m, known = meanings()[byStatus()[a.Status]]
	}
	if !known || a.Status < 400 || a.Status > 499 {
		m = meaning{editorial.Unknown, false, "Bluesky's answer does not tell whether the post is out"}
	}
	e := &publishers.Error{
		Verdict: m.verdict, Expired: m.expired, Code: said.Word, Message: m.message,
		Err: fmt.Errorf("status %d %s", a.Status, said.Word),
	}
	if e.Code == "" {
		e.Code = strconv.Itoa(a.Status)
	}
	if m.verdict == editorial.Later {
		e.Wait, e.Limited = waitOf(a, now), a.Status == http.StatusTooManyRequests
	}
	if detail := detailIn(said.Message); m.verdict == editorial.Never && detail != "" {
		e.Message = detail
	}
	return e
}

// said is the body of an error.
type said struct {
	Word    string `json:"error"`
	Message string `json:"message"`
}

// wordForm keeps what a server may put in place of a word out of the record.
var wordForm = regexp.MustCompile(`^[A-Z][A-Za-z]{2,40}$`)

func saidIn(a *publishers.Answer) said {
	var s said
	if err := a.Decode(&s); err != nil || !wordForm.MatchString(s.Word) {
		return said{}
	}
	return s
}

// waitOf reads how long to wait. Retry-After is measured from now on and so
// does not suffer from a clock that is wrong; RateLimit-Reset is the second,
// since 1970, at which the window ends.
func waitOf(a *publishers.Answer, now time.Time) time.Duration {
	if wait := a.RetryAfter(now); wait > 0 {
		return wait
	}
	reset, err := strconv.ParseInt(a.Header.Get("RateLimit-Reset"), 10, 64)
	if err != nil {
		return 0
	}
	return max(0, time.Unix(reset, 0).Sub(now))
}

// The two ways in which servers say what is too long, the newer first:
//
//	Invalid app.bsky.feed.post record: grapheme too big (maximum 300, got 301) at $.record.text
//	Invalid app.bsky.feed.post record: Record/text must not be longer than 300 graphemes
var (
	tooBig = regexp.MustCompile(
		`^Invalid app\.bsky\.feed\.post record: (\w+) too big \(maximum (\d+), got (\d+)\) at \$\.record\.(\w+)`)
	tooLong = regexp.MustCompile(
		`^Invalid app\.bsky\.feed\.post record: Record/(\w+) must not be longer than (\d+) (\w+)`)
)

// detailIn says in our own words what a refusal finds too long; "" where it
// says something else. The server's words are not passed on: they may repeat
// what was sent.
func detailIn(message string) string {
	if m := tooBig.FindStringSubmatch(message); m != nil {
		return fmt.Sprintf("Bluesky refused the post: its %s is too long, %s of at most %s (%s)", m[4], m[3], m[2], m[1])
	}
	if m := tooLong.FindStringSubmatch(message); m != nil {
		return fmt.Sprintf("Bluesky refused the post: its %s is too long, at most %s %s", m[1], m[2], m[3])
	}
	return ""
}

// unheard marks the failure of a call that publishes nothing: what would be
// unknown about a post is surely not sent.
func unheard(doing string, err error) *publishers.Error {
	e := *publishers.Judge(err)
	if e.Verdict == editorial.Unknown {
		e.Verdict, e.Message = editorial.Later, "Bluesky could not be asked"
	}
	e.Err = fmt.Errorf("%s: %w", doing, e.Err)
	return &e
}

// refuse builds our own refusal of something that no server need be asked.
func refuse(code, message string) *publishers.Error {
	return &publishers.Error{Verdict: editorial.Never, Code: code, Message: message}
}

// reconnect builds our own demand to connect again.
func reconnect(message string) *publishers.Error {
	return &publishers.Error{Verdict: editorial.Reconnect, Code: "not_connected", Message: message}
}

// codeOf returns the code of an adapter's error.
func codeOf(err error) string {
	if known := new(publishers.Error); errors.As(err, &known) {
		return known.Code
	}
	return ""
}
