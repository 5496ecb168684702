package mastodon

import (
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

// refused says what an answer that is not a 2xx means.
func (s server) refused(a *publishers.Answer) *publishers.Error {
	e := a.Failed(sentence(a.Status), s.now())
	e.Err = fmt.Errorf("status %d: %s", a.Status, s.said(a))
	switch {
	case a.Status == http.StatusTooManyRequests:
		e.Wait = untilReset(a, s.now())
	case a.Status == http.StatusServiceUnavailable && s.kind.throttles() && a.RetryAfter(s.now()) > 0:
		e.Verdict, e.Wait, e.Limited = editorial.Later, a.RetryAfter(s.now()), true
		e.Message = "the server is too busy to look at more"
	}
	return e
}

// sentence tells people what a status means. The server's own words are for
// the log: they may repeat what was sent, in the server's language.
func sentence(status int) string {
	switch status {
	case http.StatusUnauthorized:
		return "the server no longer takes the access token"
	case http.StatusForbidden:
		return "the server does not allow this: the token lacks a permission, or the account's login is disabled, moved or not yet confirmed"
	case http.StatusNotFound:
		return "the server does not have it"
	case http.StatusTooManyRequests:
		return "the server asks to wait"
	case http.StatusRequestTimeout, http.StatusBadGateway, http.StatusGatewayTimeout:
		return "the server took too long"
	case http.StatusRequestEntityTooLarge:
		return "the server says it is too large"
	}
	if status >= 400 && status <= 499 {
		return "the server refused it as it is"
	}
	return "the server failed"
}

// said is the server's own sentence, for the log: short, and without the
// token, should the server repeat it.
func (s server) said(a *publishers.Answer) string {
	var body struct {
		Error string `json:"error"`
	}
	if a.Decode(&body) != nil || body.Error == "" {
		return "no reason given"
	}
	const longest = 200
	words := []rune(strings.ReplaceAll(body.Error, s.token.Reveal(), s.token.String()))
	return strconv.Quote(string(words[:min(len(words), longest)]))
}

// unreadable is a yes that cannot be understood.
func unreadable(a *publishers.Answer, err error) *publishers.Error {
	return &publishers.Error{
		Verdict: editorial.Unknown, Code: strconv.Itoa(a.Status),
		Message: "the server's answer cannot be read", Err: err,
	}
}

// harmless is e for a call that makes nothing public: what may have been heard
// there may be asked again.
func harmless(e *publishers.Error) *publishers.Error {
	if e.Verdict == editorial.Unknown {
		e.Verdict = editorial.Later
	}
	return e
}

// unseen is the failure of a look as the scheduler must hear of it: an answer
// that was lost, or that says nothing, is the server's silence, though a look
// does no harm and is made again.
func unseen(err error) *publishers.Error {
	e := *publishers.Judge(err)
	if e.Verdict == editorial.Later && !e.Limited && !errors.Is(&e, publishers.ErrNotHeard) {
		e.Verdict = editorial.Unknown
	}
	return &e
}

// unheard is harmless for a call that got no answer at all.
func unheard(err error) *publishers.Error {
	if known := new(publishers.Error); errors.As(err, &known) {
		return known
	}
	judged := publishers.Judge(err)
	return &publishers.Error{Verdict: editorial.Later, Code: judged.Code, Message: "the server did not answer", Err: err}
}
