package api

import (
	"net/netip"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// maxThrottled bounds the memory of a throttle. When so many keys are busy at
// once, those that come later share one allowance.
const maxThrottled = 4096

// throttle lets each key do something so many times in a while.
type throttle struct {
	burst int
	every time.Duration // one more is allowed
	mu    sync.Mutex
	keys  map[string]*rate.Limiter
	rest  *rate.Limiter
}

// newThrottle allows each key count acts per while.
func newThrottle(count int, while time.Duration) *throttle {
	t := &throttle{burst: count, every: while / time.Duration(count), keys: map[string]*rate.Limiter{}}
	t.rest = t.fresh()
	return t
}

func (t *throttle) fresh() *rate.Limiter { return rate.NewLimiter(rate.Every(t.every), t.burst) }

// take counts one act of a key, or tells how long to wait for the next.
func (t *throttle) take(key string, now time.Time) time.Duration {
	t.mu.Lock()
	defer t.mu.Unlock()
	limiter := t.of(key, now)
	if limiter.AllowN(now, 1) {
		return 0
	}
	missing := 1 - limiter.TokensAt(now)
	return max(time.Duration(missing*float64(t.every)), time.Millisecond)
}

func (t *throttle) of(key string, now time.Time) *rate.Limiter {
	if limiter := t.keys[key]; limiter != nil {
		return limiter
	}
	if len(t.keys) >= maxThrottled {
		t.forget(now)
	}
	if len(t.keys) >= maxThrottled {
		return t.rest
	}
	t.keys[key] = t.fresh()
	return t.keys[key]
}

// forget drops the keys that have their whole allowance again.
func (t *throttle) forget(now time.Time) {
	for key, limiter := range t.keys {
		if limiter.TokensAt(now) >= float64(t.burst) {
			delete(t.keys, key)
		}
	}
}

// network is what a remote host is counted by: an IPv4 address, or the /64
// that an IPv6 host can choose its addresses from.
func network(host string) string {
	address, err := netip.ParseAddr(host)
	if err != nil {
		return host
	}
	address = address.Unmap().WithZone("")
	if address.Is4() {
		return address.String()
	}
	prefix, err := address.Prefix(64)
	if err != nil {
		return host
	}
	return prefix.String()
}
