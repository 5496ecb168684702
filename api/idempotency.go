package api

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"parution.dev/editorial"
	"parution.dev/store"
)

const maxKey = 255 // characters of an Idempotency-Key

// remember notes a creating request's Idempotency-Key with a keyed hash of
// what was asked, so that write hands both to the store. Operations that read
// their body themselves call it with what stands for the body.
func (a *API) remember(ctx context.Context, key string, body []byte) error {
	if key == "" {
		return nil
	}
	if len(key) > maxKey || strings.ContainsFunc(key, func(c rune) bool { return c < '!' || c > '~' }) {
		return &editorial.Refusal{
			Kind: editorial.Malformed, Code: codeBadKey,
			Problems: []editorial.Problem{{Code: codeBadKey, Pointer: "/headers/Idempotency-Key"}},
		}
	}
	r := requestOf(ctx)
	sum := hmac.New(sha256.New, a.cfg.HashKey)
	for _, part := range []string{r.method, "\x00", r.url.Path, "\x00"} {
		sum.Write([]byte(part))
	}
	sum.Write(body)
	r.once = &store.Once{Token: r.caller.token.ID, Key: key, Body: sum.Sum(nil), Status: http.StatusCreated}
	return nil
}

// keyParam tells readers of the documentation about the key.
func keyParam() *huma.Param {
	most := maxKey
	return &huma.Param{
		Name: "Idempotency-Key", In: "header", Schema: &huma.Schema{Type: huma.TypeString, MaxLength: &most},
		Description: "Makes the request repeatable for 24 hours: sent again with the same key and body, it makes nothing and answers what was made.",
	}
}

// created is the answer to a request that made something.
type created[T any] struct {
	Location string `header:"Location" doc:"Where it is."`
	ETag     string `header:"ETag" doc:"Its version, for If-Match."`
	Body     T
}

// itemPath is the address of a thing that a POST to a collection made. Members,
// roles and passkeys are addressed in theirs, everything else by its own noun.
func itemPath(collection, id string) string {
	noun := collection[strings.LastIndex(collection, "/")+1:]
	if noun == "members" || noun == "roles" || noun == "passkeys" {
		return collection + "/" + id
	}
	return prefix + "/" + noun + "/" + id
}

// location is itemPath for the collection that this request was sent to.
func location[ID ~string](ctx context.Context, id ID) string {
	return itemPath(requestOf(ctx).url.Path, string(id))
}

// replayed answers a creating request that was carried out before: what it
// made is named, and not made again.
type replayed struct {
	ID       string `json:"id"`
	status   int
	location string
}

// Error satisfies error: to huma, an answer without its handler's output is one.
func (r *replayed) Error() string { return "replayed: " + r.ID }

// GetStatus is the status of the first answer.
func (r *replayed) GetStatus() int { return r.status }

// GetHeaders says where the thing is, and that this is a replay.
func (r *replayed) GetHeaders() http.Header {
	return http.Header{"Location": {r.location}, "Idempotency-Replayed": {"true"}}
}
