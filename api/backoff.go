package api

import (
	"crypto/sha256"
	"sync"
	"time"
)

// How guesses of passwords are slowed down. Each account can be tried a few
// times from one network, then ever less often; and so can it from all
// networks together, after more tries.
const (
	freeTries    = 5
	freeTriesAll = 100
	firstWait    = time.Second
	longestWait  = 15 * time.Minute
	triesKept    = time.Hour // a key that is quiet for so long begins anew
	networkTries = 60        // a minute, over all accounts
)

// doors counts tries to get in.
type doors struct {
	networks *throttle
	each     *backoff // by account and network
	account  *backoff
}

func newDoors() *doors {
	return &doors{networks: newThrottle(networkTries, time.Minute), each: newBackoff(freeTries), account: newBackoff(freeTriesAll)}
}

// try counts a try, or tells how long to wait before the next. It is counted
// before its outcome is known, so that many at once are no way around it.
func (d *doors) try(account, network string, now time.Time) time.Duration {
	if wait := d.networks.take(network, now); wait > 0 {
		return wait
	}
	if wait := d.each.try(account+"\x00"+network, now); wait > 0 {
		return wait
	}
	return d.account.try(account, now)
}

// opened forgets the tries of an account that was got into from a network.
func (d *doors) opened(account, network string) {
	d.each.forget(account + "\x00" + network)
	d.account.forget(account)
}

// backoff makes the holder of a key wait longer after each try.
type backoff struct {
	free int
	mu   sync.Mutex
	keys map[[32]byte]tries // hashed, so that what was typed is not kept
	rest tries              // shared by those who come when too many keys are busy
}

type tries struct {
	count int
	last  time.Time
	next  time.Time // the earliest
}

func newBackoff(free int) *backoff { return &backoff{free: free, keys: map[[32]byte]tries{}} }

func (b *backoff) try(key string, now time.Time) time.Duration {
	b.mu.Lock()
	defer b.mu.Unlock()
	hashed := sha256.Sum256([]byte(key))
	t, known := b.keys[hashed]
	if !known && len(b.keys) >= maxThrottled {
		b.drop(now)
	}
	kept := known || len(b.keys) < maxThrottled
	if !kept {
		t = b.rest
	}
	t, wait := t.more(b.free, now)
	if kept {
		b.keys[hashed] = t
	} else {
		b.rest = t
	}
	return wait
}

// more counts one more try, unless it comes too early.
func (t tries) more(free int, now time.Time) (tries, time.Duration) {
	if now.Sub(t.last) >= triesKept {
		t = tries{}
	}
	if wait := t.next.Sub(now); wait > 0 {
		return t, wait
	}
	t.count, t.last = t.count+1, now
	if beyond := t.count - free; beyond >= 0 {
		t.next = now.Add(min(firstWait<<min(beyond, 20), longestWait))
	}
	return t, 0
}

func (b *backoff) forget(key string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	delete(b.keys, sha256.Sum256([]byte(key)))
}

// drop forgets the keys that were quiet for long.
func (b *backoff) drop(now time.Time) {
	for key, t := range b.keys {
		if now.Sub(t.last) >= triesKept {
			delete(b.keys, key)
		}
	}
}
