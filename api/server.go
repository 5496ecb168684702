package api

import (
	"cmp"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"reflect"
	"strings"
	"sync"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"
	"github.com/gin-gonic/gin"
)

const (
	prefix  = "/api/v1"
	maxBody = 2 << 20 // of JSON
)

// ServeHTTP answers a request. What can be read can be asked about with HEAD:
// net/http then sends the headers alone.
func (a *API) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodHead && r.URL.Path != prefix+"/events" {
		r = r.Clone(r.Context())
		r.Method = http.MethodGet
	}
	a.router.ServeHTTP(w, r)
}

// setGlobals sets what the two libraries keep in globals: gin's mode, and the
// shape of huma's own errors.
//
//nolint:gochecknoglobals // set once, before the first API is made
var setGlobals = sync.OnceFunc(func() {
	gin.SetMode(gin.ReleaseMode)
	huma.NewError = newHumaError
})

// newRouter makes the router: it trusts the proxies that it was told to, mends
// no address, and answers problems for what it does not know.
func (a *API) newRouter() *gin.Engine {
	setGlobals()
	router := gin.New()
	router.RedirectTrailingSlash = false
	router.HandleMethodNotAllowed = true
	router.Use(a.observe)
	router.NoRoute(a.getPage)
	router.NoMethod(a.refuseMethod)
	router.RemoteIPHeaders = []string{"X-Forwarded-For"}
	if err := router.SetTrustedProxies(a.cfg.Proxies); err != nil {
		panic("api: " + err.Error()) // whoever hands them over has parsed them
	}
	return router
}

// refuseMethod answers a method that an address does not take. Gin has said
// which it takes, and does not know of HEAD.
func (a *API) refuseMethod(c *gin.Context) {
	allowed := c.Writer.Header()
	allowed.Set("Allow", strings.Replace(allowed.Get("Allow"), http.MethodGet, "GET, HEAD", 1))
	a.refuse(c, refuseStatus(http.StatusMethodNotAllowed, codeMethodNotAllowed))
}

// newHuma joins huma to the router, without its documentation pages, schema
// links and formats of its own.
func (a *API) newHuma() huma.API {
	plain := huma.Format{Marshal: marshal, Unmarshal: json.Unmarshal}
	joined := humagin.New(a.router, huma.Config{
		OpenAPI:       a.description(),
		Formats:       map[string]huma.Format{jsonType: plain, "json": plain},
		DefaultFormat: jsonType,
	})
	joined.UseMiddleware(a.authenticate)
	return joined
}

func marshal(w io.Writer, v any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(v)
}

// on registers one row of the routes: what is asked, the operation's name, a
// summary for readers, and who answers. A POST whose name begins with "create"
// makes something: it answers 201 and honours Idempotency-Key.
func on[I, O any](a *API, asked, id, summary string, handler func(context.Context, *I) (*O, error)) {
	method, path, _ := strings.Cut(asked, " ")
	register(a, huma.Operation{Method: method, Path: path, OperationID: id, Summary: summary}, handler)
}

// open registers a row that whoever comes can ask, without a token.
func open[I, O any](a *API, asked, id, summary string, handler func(context.Context, *I) (*O, error)) {
	method, path, _ := strings.Cut(asked, " ")
	register(a, huma.Operation{Method: method, Path: path, OperationID: id, Summary: summary, Metadata: map[string]any{openToAll: true}}, handler)
}

const openToAll = "open to all"

func isOpen(op *huma.Operation) bool { return op.Metadata[openToAll] == true }

// register joins a handler to its route. The request is checked before the
// handler sees it: it was authenticated, its parameters and its JSON body have
// the shape that the input's type says. The handler's error becomes a problem.
func register[I, O any](a *API, op huma.Operation, handler func(context.Context, *I) (*O, error)) {
	op.Path = prefix + op.Path
	if op.Method == http.MethodPost && strings.HasPrefix(op.OperationID, "create") {
		op.DefaultStatus = http.StatusCreated
		op.Parameters = append(op.Parameters, keyParam())
	}
	op.Tags = []string{noun(op.Path)}
	op.Security = []map[string][]string{{"token": {}}, {"session": {}}}
	switch {
	case isOpen(&op):
		op.Security = []map[string][]string{}
	case isForClients(&op):
		op.Security = []map[string][]string{{"visit": {}}}
	}
	gate := &gate{api: a, limit: cmp.Or(op.MaxBodyBytes, maxBody)}
	op.Middlewares = append(op.Middlewares, gate.check)
	op.SkipValidateParams, op.SkipValidateBody = true, true // the gate does it, and repeats nothing that was sent
	op.MaxBodyBytes, op.BodyReadTimeout = -1, -1            // the gate has read the body
	if _, ok := reflect.TypeFor[I]().FieldByName("Body"); ok && op.RequestBody == nil {
		op.RequestBody = &huma.RequestBody{} // shared with huma, which fills it in
	}
	huma.Register(a.huma, op, func(ctx context.Context, in *I) (*O, error) {
		out, err := handler(ctx, in)
		if err != nil {
			return nil, a.failed(ctx, err)
		}
		return out, nil
	})
	gate.learn(op)
}

// noun is the thing that a path is about: calendars, posts, tokens …
func noun(path string) string {
	parts := strings.Split(strings.TrimPrefix(path, prefix+"/"), "/")
	if parts[0] == "calendars" && len(parts) > 2 {
		return parts[2]
	}
	return parts[0]
}
