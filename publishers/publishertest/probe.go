package publishertest

import (
	"context"
	"net/http"
	"strings"
	"sync"
)

// probe is what a check learns about the calls made under its context, and
// does to them. It travels in the context, which [RoundTripper] hands through.
type probe struct {
	mu      sync.Mutex
	heard   int           // publishing calls that arrived
	edits   int           // editing calls that arrived
	words   []string      // what stood in Authorization headers, schemes left out
	reached chan struct{} // closed by the first publishing call
}

type probeKey struct{}

func newProbe(ctx context.Context) (context.Context, *probe) {
	p := &probe{reached: make(chan struct{})}
	return context.WithValue(ctx, probeKey{}, p), p
}

// probeOf returns the probe of a context, or nil, which hears nothing.
func probeOf(ctx context.Context) *probe {
	p, _ := ctx.Value(probeKey{}).(*probe)
	return p
}

func (p *probe) hear(r *http.Request, publishes, edits bool) {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if words := strings.Fields(r.Header.Get("Authorization")); len(words) > 1 {
		p.words = append(p.words, words[1:]...)
	} else {
		p.words = append(p.words, words...)
	}
	if edits {
		p.edits++
	}
	if !publishes {
		return
	}
	p.heard++
	if p.heard == 1 {
		close(p.reached)
	}
}

func (p *probe) calls() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.heard
}

func (p *probe) editing() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.edits
}

func (p *probe) secrets() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]string(nil), p.words...)
}

type unreachableKey struct{}

// unreachable returns a context under which [RoundTripper] finds nobody
// listening.
func unreachable(ctx context.Context) context.Context {
	return context.WithValue(ctx, unreachableKey{}, true)
}

func isUnreachable(ctx context.Context) bool {
	return ctx.Value(unreachableKey{}) != nil
}
