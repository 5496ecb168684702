package publishertest

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptrace"
	"net/url"
	"strconv"
	"sync"
	"syscall"
	"time"
)

// RoundTripper sends requests to a handler without a socket, so that it works
// inside a synctest bubble. All hosts are the one handler. It behaves like
// net/http's own: it reports its progress by httptrace hooks, an aborted
// handler is a connection that ended early, a cancelled caller gets its error
// at once, and the handler's context ends when nobody listens any more. Unlike
// there, the handler also sees the values of the caller's context.
func RoundTripper(h http.Handler) http.RoundTripper { return memory{h} }

type memory struct{ handler http.Handler }

// RoundTrip hands a request to the handler and returns as soon as the head of
// its answer is there.
func (m memory) RoundTrip(req *http.Request) (*http.Response, error) {
	ctx, cancel := context.WithCancel(req.Context())
	in, err := send(ctx, req)
	if err != nil {
		cancel()
		return nil, err
	}
	w := newWriter(in.Method)
	stop := context.AfterFunc(ctx, func() { w.abandon(context.Cause(ctx)) })
	go func() {
		defer stop()
		whole := serve(m.handler, w, in)
		if ctx.Err() != nil {
			w.abandon(context.Cause(ctx)) // before the handler's end can look like the answer's
		}
		w.finish(whole)
	}()
	select {
	case <-w.headed:
	case <-w.ended:
	case <-ctx.Done():
	}
	if ctx.Err() != nil {
		cancel()
		return nil, context.Cause(ctx)
	}
	select {
	case <-w.headed:
		return w.response(req, cancel), nil
	default:
		cancel()
		return nil, io.ErrUnexpectedEOF
	}
}

// send plays the way to the server, and returns the request as it arrives.
func send(ctx context.Context, req *http.Request) (*http.Request, error) {
	trace := hooks(ctx)
	body, err := readBody(req)
	if err != nil {
		return nil, err
	}
	trace.GetConn(req.URL.Host)
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	if isUnreachable(ctx) {
		return nil, &net.OpError{Op: "dial", Net: "tcp", Err: syscall.ECONNREFUSED}
	}
	in, err := arriving(ctx, req, body)
	if err != nil {
		return nil, err
	}
	trace.GotConn(httptrace.GotConnInfo{})
	trace.WroteHeaders()
	trace.WroteRequest(httptrace.WroteRequestInfo{})
	return in, nil
}

// hooks returns the hooks of a context, those that are missing doing nothing.
func hooks(ctx context.Context) httptrace.ClientTrace {
	trace := httptrace.ClientTrace{}
	if set := httptrace.ContextClientTrace(ctx); set != nil {
		trace = *set
	}
	if trace.GetConn == nil {
		trace.GetConn = func(string) {}
	}
	if trace.GotConn == nil {
		trace.GotConn = func(httptrace.GotConnInfo) {}
	}
	if trace.WroteHeaders == nil {
		trace.WroteHeaders = func() {}
	}
	if trace.WroteRequest == nil {
		trace.WroteRequest = func(httptrace.WroteRequestInfo) {}
	}
	return trace
}

func readBody(req *http.Request) ([]byte, error) {
	if req.Body == nil {
		return nil, nil
	}
	defer func() { _ = req.Body.Close() }()
	return io.ReadAll(req.Body)
}

// arriving is a request as a server reads it.
func arriving(ctx context.Context, req *http.Request, body []byte) (*http.Request, error) {
	in := req.Clone(ctx)
	in.RequestURI = req.URL.RequestURI()
	at, err := url.ParseRequestURI(in.RequestURI)
	if err != nil {
		return nil, errors.New("the address cannot be sent")
	}
	in.Method, in.URL, in.Host = cmp.Or(req.Method, http.MethodGet), at, cmp.Or(req.Host, req.URL.Host)
	in.Proto, in.ProtoMajor, in.ProtoMinor = "HTTP/1.1", 1, 1
	in.RemoteAddr = "192.0.2.1:1234"
	in.Header = http.Header{}
	for name, values := range req.Header {
		for _, value := range values {
			in.Header.Add(name, value) // under its canonical name
		}
	}
	in.Body, in.GetBody, in.ContentLength = io.NopCloser(bytes.NewReader(body)), nil, int64(len(body))
	return in, nil
}

// serve runs the handler, and tells whether it came to its end.
func serve(h http.Handler, w *writer, in *http.Request) (whole bool) {
	defer func() {
		if cause := recover(); cause != nil && cause != http.ErrAbortHandler { //nolint:errorlint // a panic's value, compared as net/http does
			panic(cause)
		}
	}()
	h.ServeHTTP(w, in)
	return true
}

// writer is the handler's side of an answer.
type writer struct {
	header   http.Header
	headless bool // an answer to HEAD has no body
	status   int
	sent     http.Header
	once     sync.Once
	headed   chan struct{} // closed when the head is complete
	ended    chan struct{} // closed when the handler is gone
	reader   *io.PipeReader
	body     *io.PipeWriter
}

func newWriter(method string) *writer {
	w := &writer{
		header: http.Header{}, headless: method == http.MethodHead,
		headed: make(chan struct{}), ended: make(chan struct{}),
	}
	w.reader, w.body = io.Pipe()
	return w
}

// Header is the header that the next head will have.
func (w *writer) Header() http.Header { return w.header }

// WriteHeader completes the head.
func (w *writer) WriteHeader(status int) {
	if status < http.StatusOK {
		return // informational
	}
	w.once.Do(func() {
		if w.header.Get("Date") == "" {
			w.header.Set("Date", time.Now().UTC().Format(http.TimeFormat))
		}
		w.status, w.sent = status, w.header.Clone()
		close(w.headed)
	})
}

// Write hands a piece of the body to whoever reads it, and waits until it is
// read.
func (w *writer) Write(p []byte) (int, error) {
	w.WriteHeader(http.StatusOK)
	if w.headless {
		return len(p), nil
	}
	return w.body.Write(p)
}

// Flush completes the head; the body is never held back.
func (w *writer) Flush() { w.WriteHeader(http.StatusOK) }

// finish ends the answer as the handler did.
func (w *writer) finish(whole bool) {
	defer close(w.ended)
	if !whole {
		_ = w.body.CloseWithError(io.ErrUnexpectedEOF)
		return
	}
	w.WriteHeader(http.StatusOK)
	_ = w.body.Close()
}

// abandon tells both sides that the caller is gone.
func (w *writer) abandon(why error) { _ = w.body.CloseWithError(why) }

func (w *writer) response(req *http.Request, cancel context.CancelFunc) *http.Response {
	length, err := strconv.ParseInt(w.sent.Get("Content-Length"), 10, 64)
	if err != nil {
		length = -1
	}
	return &http.Response{
		Status:     strconv.Itoa(w.status) + " " + http.StatusText(w.status),
		StatusCode: w.status, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: w.sent, ContentLength: length, Request: req,
		Body: answerBody{w.reader, cancel},
	}
}

// answerBody lets the handler know when nobody reads on.
type answerBody struct {
	*io.PipeReader
	cancel context.CancelFunc
}

// Close stops reading.
func (b answerBody) Close() error {
	err := b.PipeReader.Close()
	b.cancel()
	return err
}
