package mastodontest

import (
	"net/http"
	"strings"
	"time"
)

// keyLife is how long Mastodon remembers the key of a post that was made.
const keyLife = time.Hour

type usedKey struct{ account, key string }

type remembered struct {
	id    string
	until time.Time
}

// keyOf reads the Idempotency-Key, in whatever case it came.
func keyOf(r *http.Request) string {
	for name, values := range r.Header {
		if strings.EqualFold(name, "Idempotency-Key") && len(values) > 0 {
			return values[0]
		}
	}
	return ""
}

// original returns the id of the post that an account made with a key, where
// this kind of server remembers it.
func (s *Server) original(who *account, key string) (id string, known bool) {
	known = s.kind == stock && key != ""
	kept, ok := s.keys[usedKey{who.id, key}]
	return kept.id, known && ok && s.clock().Before(kept.until)
}

// remember keeps the key of a post that was made: a refusal keeps none.
func (s *Server) remember(who *account, key, id string) {
	s.keys[usedKey{who.id, key}] = remembered{id: id, until: s.clock().Add(keyLife)}
}
