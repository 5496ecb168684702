package publishertest

import (
	"bytes"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"sync"

	"parution.dev/publishers"
)

// Client returns the guarded client with a fake in place of the network, and a
// way to let a fault befall its next publishing or editing call, and that one
// only.
func Client(f Fake) (client *http.Client, next func(Fault)) {
	var mu sync.Mutex
	var waiting Fault
	handler := Faulty(f, func(*http.Request) Fault {
		mu.Lock()
		defer mu.Unlock()
		fault := waiting
		waiting = Fine
		return fault
	})
	next = func(fault Fault) {
		mu.Lock()
		defer mu.Unlock()
		waiting = fault
	}
	return publishers.NewClient(publishers.ClientConfig{Transport: RoundTripper(handler)}), next
}

// Faulty lets faults befall a fake's publishing calls, and those that edit: pick
// is asked about each of them. All other calls reach the fake unharmed.
func Faulty(f Fake, pick func(*http.Request) Fault) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			panic(http.ErrAbortHandler)
		}
		again := func() *http.Request {
			r.Body = io.NopCloser(bytes.NewReader(body))
			return r
		}
		publishes, edits := f.Publishes(again()), isEdit(f, again())
		probeOf(r.Context()).hear(r, publishes, edits)
		if !publishes && !edits {
			f.ServeHTTP(w, again())
			return
		}
		fault := pick(again())
		befall(f, fault, w, again())
	})
}

func isEdit(f Fake, r *http.Request) bool {
	editable, can := f.(Editable)
	return can && editable.Edits(r)
}

func befall(f Fake, fault Fault, w http.ResponseWriter, r *http.Request) {
	switch fault {
	case Fine:
		f.ServeHTTP(w, r)
	case Unauthorized, TooMany, ServerError:
		f.Refuse(w, fault)
	case CutBefore:
		panic(http.ErrAbortHandler)
	case CutAfter:
		f.ServeHTTP(httptest.NewRecorder(), r)
		panic(http.ErrAbortHandler)
	case BadJSON:
		store(f, w, r)
		_, _ = io.WriteString(w, `{"id": <!doctype html>`)
	case Huge:
		store(f, w, r)
		endless(w)
	case Slow:
		<-r.Context().Done()
	case Redirect:
		// To the same path elsewhere: whoever follows is heard twice.
		w.Header().Set("Location", "https://elsewhere.example"+r.URL.RequestURI())
		w.WriteHeader(http.StatusTemporaryRedirect)
	}
}

// store lets the fake do its work, and sends the head of its answer without
// the body.
func store(f Fake, w http.ResponseWriter, r *http.Request) {
	answer := httptest.NewRecorder()
	f.ServeHTTP(answer, r)
	maps.Copy(w.Header(), answer.Header())
	w.Header().Del("Content-Length")
	w.WriteHeader(answer.Code)
}

// endless writes an answer for as long as somebody listens.
func endless(w io.Writer) {
	for {
		if _, err := w.Write(bytes.Repeat([]byte(" "), 32<<10)); err != nil {
			return
		}
	}
}
