package editorial

import (
	"errors"
	"strings"
)

// Kind says what sort of answer a refusal is; the API maps each to one status.
type Kind string

// The kinds of refusal.
const (
	Malformed    Kind = "malformed"    // it cannot be read (400)
	Unauthorized Kind = "unauthorized" // nobody we know is asking (401)
	Forbidden    Kind = "forbidden"    // they may not (403)
	NotFound     Kind = "not_found"    // there is no such thing, for them (404)
	Conflict     Kind = "conflict"     // not in this state (409)
	Stale        Kind = "stale"        // somebody was there first (412)
	TooLarge     Kind = "too_large"    // more than is taken (413)
	Invalid      Kind = "invalid"      // it can be read, and is not right (422)
	Needed       Kind = "needed"       // a precondition is missing (428)
	TooMany      Kind = "too_many"     // too often (429)
	Unavailable  Kind = "unavailable"  // not now (503)
)

// Problem is one thing that is wrong, at one place. It never holds the value
// that was sent, so that no secret travels back in it.
type Problem struct {
	Code    Code
	Pointer string // JSON Pointer (RFC 6901) into the request, "" for the whole
	Detail  Words  // in place of the code's own sentence, where more can be said
}

// In returns the problem's sentence in a language.
func (p Problem) In(lang Lang) string {
	if p.Detail != (Words{}) {
		return p.Detail.In(lang)
	}
	return p.Code.Words().In(lang)
}

// Refusal is a rule's "no": an error with a kind, a stable code, and the
// problems field by field.
type Refusal struct {
	Kind     Kind
	Code     Code
	Detail   Words // in place of the code's own sentence
	Problems []Problem
	Err      error // for the log, never for people
}

// Refuse makes a refusal of one code.
func Refuse(kind Kind, code Code) *Refusal { return &Refusal{Kind: kind, Code: code} }

// InvalidAt makes the refusal of one field.
func InvalidAt(pointer string, code Code) *Refusal {
	return &Refusal{Kind: Invalid, Code: code, Problems: []Problem{{Code: code, Pointer: pointer}}}
}

// RefuseAll gathers problems into one refusal, or nil where there are none.
func RefuseAll(problems []Problem) error {
	if len(problems) == 0 {
		return nil
	}
	code := CodeInvalid
	if len(problems) == 1 {
		code = problems[0].Code
	}
	return &Refusal{Kind: Invalid, Code: code, Problems: problems}
}

// Error gives the English sentence and the codes of the fields.
func (r *Refusal) Error() string {
	var b strings.Builder
	b.WriteString(r.In(English))
	for _, p := range r.Problems {
		b.WriteString(" [" + p.Pointer + " " + string(p.Code) + "]")
	}
	return b.String()
}

// In returns the refusal's sentence in a language.
func (r *Refusal) In(lang Lang) string {
	if r.Detail != (Words{}) {
		return r.Detail.In(lang)
	}
	return r.Code.Words().In(lang)
}

// Unwrap returns the cause.
func (r *Refusal) Unwrap() error { return r.Err }

// AsRefusal finds the refusal in an error, or nil.
func AsRefusal(err error) *Refusal {
	if r := new(Refusal); errors.As(err, &r) {
		return r
	}
	return nil
}

// IsKind tells whether an error is a refusal of a kind.
func IsKind(err error, kind Kind) bool {
	r := AsRefusal(err)
	return r != nil && r.Kind == kind
}
