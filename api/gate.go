package api

import (
	"bytes"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"parution.dev/editorial"
)

// bodyTime is how long a body may take to arrive.
const bodyTime = 30 * time.Second

// gate checks the shape of an operation's requests before its handler sees
// them. It stands in for huma's own validation, whose messages repeat values
// and names that were sent.
type gate struct {
	api    *API
	limit  int64 // bytes of body
	makes  bool  // the operation makes something
	params []*huma.Param
	body   *huma.Schema // nil where there is no JSON body
}

// learn reads the shape from the registered operation.
func (g *gate) learn(op huma.Operation) {
	g.makes = op.DefaultStatus == http.StatusCreated
	item := g.api.huma.OpenAPI().Paths[op.Path]
	for _, known := range []*huma.Operation{item.Get, item.Post, item.Put, item.Patch, item.Delete} {
		if known != nil && known.OperationID == op.OperationID {
			g.params = known.Parameters
		}
	}
	for _, param := range g.params {
		if param.Schema.Type == huma.TypeArray {
			param.Schema.Nullable = false
		}
	}
	if op.RequestBody == nil {
		return
	}
	if content := op.RequestBody.Content[jsonType]; content != nil {
		g.body = content.Schema
	}
}

// check lets a request pass, or answers the problem.
func (g *gate) check(ctx huma.Context, next func(huma.Context)) {
	body, err := g.read(ctx)
	if err != nil {
		g.api.refuseHuma(ctx, err)
		return
	}
	if g.body != nil {
		ctx = &received{wire: ctx, body: body}
	}
	next(ctx)
}

func (g *gate) read(ctx huma.Context) ([]byte, error) {
	if err := g.checkPath(ctx); err != nil {
		return nil, err
	}
	if err := g.checkQuery(ctx); err != nil {
		return nil, err
	}
	var body []byte
	if g.body != nil {
		var err error
		if body, err = g.readJSON(ctx); err != nil {
			return nil, err
		}
	}
	if g.makes && (g.body != nil || ctx.Header("Content-Type") == "") {
		return body, g.api.remember(ctx.Context(), ctx.Header("Idempotency-Key"), body)
	}
	return body, nil
}

// readJSON reads a body of JSON that has the operation's shape.
func (g *gate) readJSON(ctx huma.Context) ([]byte, error) {
	if sent := ctx.Header("Content-Type"); sent != "" {
		kind, _, err := mime.ParseMediaType(sent)
		if err != nil || kind != jsonType && kind != "application/merge-patch+json" {
			return nil, refuseStatus(http.StatusUnsupportedMediaType, codeMediaTypeUnsupported)
		}
	}
	body, err := readBody(ctx, g.limit)
	if err != nil {
		return nil, err
	}
	if len(bytes.TrimSpace(body)) == 0 {
		return nil, editorial.Refuse(editorial.Malformed, codeBodyNeeded)
	}
	value, err := parseJSON(body)
	if err != nil {
		return nil, err
	}
	c := checker{registry: g.api.huma.OpenAPI().Components.Schemas}
	c.value("", g.body, value)
	return body, c.refusal()
}

// readBody reads a body of at most limit bytes, in bodyTime.
func readBody(ctx huma.Context, limit int64) ([]byte, error) {
	_ = ctx.SetReadDeadline(time.Now().Add(bodyTime)) // a recorder in a test has no deadlines
	body, err := io.ReadAll(io.LimitReader(ctx.BodyReader(), limit+1))
	_ = ctx.SetReadDeadline(time.Time{})
	switch {
	case int64(len(body)) > limit:
		return nil, editorial.Refuse(editorial.TooLarge, codeBodyTooLarge)
	case errors.Is(err, os.ErrDeadlineExceeded):
		return nil, refuseStatus(http.StatusRequestTimeout, codeBodyTooSlow)
	case err != nil:
		return nil, &editorial.Refusal{Kind: editorial.Malformed, Code: codeBodyCutOff, Err: err}
	}
	return body, nil
}

// checkPath finds nothing where an address holds something of another type
// than the operation's: there is no such thing.
func (g *gate) checkPath(ctx huma.Context) error {
	c := checker{registry: g.api.huma.OpenAPI().Components.Schemas}
	for _, param := range g.params {
		if param.In == "path" {
			c.value("", param.Schema, textValue(param.Schema, ctx.Param(param.Name)))
		}
	}
	if len(c.problems) > 0 {
		return editorial.Refuse(editorial.NotFound, editorial.CodeNotFound)
	}
	return nil
}

// checkQuery refuses query parameters that are unknown, repeated or of another
// type than the operation's.
func (g *gate) checkQuery(ctx huma.Context) error {
	address := ctx.URL()
	query, err := url.ParseQuery(address.RawQuery)
	if err != nil {
		return editorial.Refuse(editorial.Malformed, codeMalformedQuery)
	}
	known := map[string]*huma.Param{}
	for _, param := range g.params {
		if param.In == "query" {
			known[param.Name] = param
		}
	}
	c := checker{registry: g.api.huma.OpenAPI().Components.Schemas}
	for name, values := range query {
		param := known[name]
		switch {
		case param == nil:
			c.add("/query", codeUnknownParameter, knownNames(known))
		case len(values) > 1 && param.Schema.Type != huma.TypeArray:
			c.add("/query/"+name, editorial.CodeTwice, editorial.Words{})
		case len(values) > 1 && values[0] == "": // huma would take it for none of them
			c.add("/query/"+name, codeTooShort, editorial.Words{})
		case values[0] != "":
			c.value("/query/"+name, param.Schema, textValue(param.Schema, strings.Join(values, ",")))
		}
	}
	slices.SortFunc(c.problems, func(a, b editorial.Problem) int { return strings.Compare(a.Pointer, b.Pointer) })
	return c.refusal()
}

// received is a request whose body has been read and checked.
type received struct {
	wire
	body []byte
}

type wire huma.Context

// Unwrap returns the context below.
func (r *received) Unwrap() huma.Context { return r.wire }

// BodyReader reads the body again.
func (r *received) BodyReader() io.Reader { return bytes.NewReader(r.body) }

// SetReadDeadline does nothing: the body is here.
func (r *received) SetReadDeadline(time.Time) error { return nil }

// Header says that the body is JSON, whatever variety of it was announced.
func (r *received) Header(name string) string {
	if strings.EqualFold(name, "Content-Type") {
		return jsonType
	}
	return r.wire.Header(name)
}
