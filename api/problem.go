package api

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"net/http"
	"strconv"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gin-gonic/gin"
	"golang.org/x/text/language"

	"parution.dev/editorial"
	"parution.dev/store"
)

const (
	jsonType    = "application/json"
	problemType = "application/problem+json"
	problemHome = "https://parution.dev/problems/"
)

// Problem is what every failed request answers (RFC 9457). It never repeats
// what was sent.
type Problem struct {
	Type      string         `json:"type" format:"uri" doc:"A stable name of this kind of problem."`
	Title     string         `json:"title" doc:"What sort of problem it is, in the reader's language."`
	Status    int            `json:"status" doc:"The HTTP status."`
	Detail    string         `json:"detail" doc:"What is wrong and what to do about it, in the reader's language."`
	Code      editorial.Code `json:"code" doc:"A stable word for programs."`
	Errors    []FieldProblem `json:"errors,omitempty" doc:"What is wrong, field by field."`
	Current   any            `json:"current,omitempty" doc:"The thing as it is now, where that is what stands in the way."`
	Started   any            `json:"base,omitempty" doc:"With version_stale: the thing as it was in the version that the change started from, where it is still known."`
	RequestID string         `json:"request_id" doc:"Names this request in the log."`
	header    http.Header
}

// FieldProblem is what is wrong with one field.
type FieldProblem struct {
	Pointer string         `json:"pointer" doc:"JSON Pointer (RFC 6901) into the body; /query/… for a parameter."`
	Code    editorial.Code `json:"code" doc:"A stable word for programs."`
	Message string         `json:"message" doc:"What is wrong, in the reader's language."`
}

// Error is the English sentence, for the log.
func (p *Problem) Error() string { return string(p.Code) + ": " + p.Detail }

// GetStatus tells huma the status.
func (p *Problem) GetStatus() int { return p.Status }

// GetHeaders tells huma the headers.
func (p *Problem) GetHeaders() http.Header { return p.header }

// ContentType tells huma that this is a problem.
func (p *Problem) ContentType(string) string { return problemType }

// statusOf maps a kind of refusal to its HTTP status: here and nowhere else.
func statusOf(kind editorial.Kind) int {
	switch kind {
	case editorial.Malformed:
		return http.StatusBadRequest
	case editorial.Unauthorized:
		return http.StatusUnauthorized
	case editorial.Forbidden:
		return http.StatusForbidden
	case editorial.NotFound:
		return http.StatusNotFound
	case editorial.Conflict:
		return http.StatusConflict
	case editorial.Stale:
		return http.StatusPreconditionFailed
	case editorial.TooLarge:
		return http.StatusRequestEntityTooLarge
	case editorial.Invalid:
		return http.StatusUnprocessableEntity
	case editorial.Needed:
		return http.StatusPreconditionRequired
	case editorial.TooMany:
		return http.StatusTooManyRequests
	case editorial.Unavailable:
		return http.StatusServiceUnavailable
	}
	return http.StatusInternalServerError
}

// told is an error with what only HTTP can say about it.
type told struct {
	error
	status           int // in place of its kind's
	header           http.Header
	current, started any
}

func (t *told) Unwrap() error { return t.error }

// refuseStatus makes a refusal with a status that no kind has.
func refuseStatus(status int, code editorial.Code) error {
	return &told{error: editorial.Refuse(editorial.Malformed, code), status: status}
}

// refuseFor makes a refusal that is worth another try after a while.
func refuseFor(wait time.Duration, code editorial.Code) error {
	return &told{error: editorial.Refuse(editorial.TooMany, code), header: retryAfter(wait)}
}

func retryAfter(wait time.Duration) http.Header {
	seconds := max(1, int((wait+time.Second-1)/time.Second))
	return http.Header{"Retry-After": {strconv.Itoa(seconds)}}
}

// failed says a handler's error as the answer: a problem, or what the first
// request with the same key made.
func (a *API) failed(ctx context.Context, err error) error {
	if before := new(store.Replayed); errors.As(err, &before) {
		return &replayed{ID: before.ID, status: before.Status, location: itemPath(requestOf(ctx).url.Path, before.ID)}
	}
	a.noteBeyond(ctx, err)
	return a.problem(ctx, err)
}

// problem says an error in the reader's language. What is no refusal is our
// own fault: it is kept for the log, and the reader learns the request's id.
func (a *API) problem(ctx context.Context, err error) *Problem {
	r := requestOf(ctx)
	lang := r.reads()
	if already := new(Problem); errors.As(err, &already) {
		return already
	}
	refusal := editorial.AsRefusal(err)
	if refusal == nil {
		r.err = cmp.Or(r.err, err)
		err = ours(err)
		refusal = editorial.AsRefusal(err)
	}
	p := &Problem{
		Type: problemHome + string(refusal.Code), Status: statusOf(refusal.Kind), Code: refusal.Code,
		Detail: sentence(refusal.Code, refusal.Detail, lang), RequestID: r.id, header: http.Header{},
	}
	for _, field := range refusal.Problems {
		p.Errors = append(p.Errors, FieldProblem{field.Pointer, field.Code, sentence(field.Code, field.Detail, lang)})
	}
	if more := new(told); errors.As(err, &more) {
		p.Status = cmp.Or(more.status, p.Status)
		p.Current, p.Started = more.current, more.started
		if more.header != nil {
			p.header = more.header.Clone()
		}
	}
	if p.Status >= http.StatusInternalServerError {
		r.err = cmp.Or(r.err, refusal.Err)
	}
	p.finish(lang)
	return p
}

// ours is what people hear of a fault that is not theirs: whether it is the
// machine that somebody must look at, or something that only the log knows.
func ours(err error) error {
	switch {
	case errors.Is(err, store.ErrDiskFull):
		return refuseStatus(http.StatusInsufficientStorage, codeDiskFull)
	case errors.Is(err, store.ErrRefuses):
		return editorial.Refuse(editorial.Unavailable, codeCannotSave)
	case errors.Is(err, store.ErrDamaged):
		return editorial.Refuse("", editorial.CodeUnreadable)
	}
	return editorial.Refuse("", codeInternal)
}

// finish fills in what follows from the status.
func (p *Problem) finish(lang editorial.Lang) {
	p.Title = title(p.Status).In(lang)
	if p.header == nil {
		p.header = http.Header{}
	}
	p.header.Set("Content-Language", string(lang))
	if p.Status == http.StatusUnauthorized {
		p.header.Set("WWW-Authenticate", challenge(p.Code))
	}
}

// refuse answers a problem outside huma.
func (a *API) refuse(c *gin.Context, err error) {
	p := a.problem(c.Request.Context(), err)
	maps.Copy(c.Writer.Header(), p.header)
	c.Header("Content-Type", problemType)
	c.Status(p.Status)
	if err := marshal(c.Writer, p); err != nil {
		requestOf(c.Request.Context()).err = err // nobody is listening any more
	}
	c.Abort()
}

// newHumaError is what huma says by itself: after the gate, only what neither
// its checks nor the handler foresaw. Its details hold values, so they stay out.
func newHumaError(status int, _ string, _ ...error) huma.StatusError {
	code := codeInternal
	if status > 0 && status < http.StatusInternalServerError {
		code = codeMalformed
	}
	p := &Problem{
		Type: problemHome + string(code), Status: status, Code: code,
		Detail: sentence(code, editorial.Words{}, editorial.English),
	}
	p.finish(editorial.English)
	return p
}

// reads is the language that the reader of an answer reads.
func (r *request) reads() editorial.Lang {
	return cmp.Or(r.lang, r.caller.member.Language, r.visitor.Link.Language, editorial.English)
}

// accepted is the language that an Accept-Language header prefers among ours,
// "" where it names none of them.
func accepted(header string) editorial.Lang {
	if header == "" || len(header) > 256 {
		return ""
	}
	wanted, _, err := language.ParseAcceptLanguage(header)
	if err != nil {
		return ""
	}
	for _, tag := range wanted {
		switch base, _ := tag.Base(); base.String() {
		case "fr":
			return editorial.French
		case "en":
			return editorial.English
		}
	}
	return ""
}
