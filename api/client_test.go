package api

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// ids are those of the posts in one part of a client's desk.
func ids(part any) []any {
	found := []any{}
	for _, one := range part.([]any) {
		found = append(found, one.(map[string]any)["id"])
	}
	return found
}

// What is out and was edited waits for the client's yes like anything else,
// though people still read it as published.
func TestClientsSeeWhatIsEditedAfterItIsOut(t *testing.T) {
	th := newTheatre(t)
	visitor := th.visitor(t)
	see := func() []any { t.Helper(); return ids(th.play(t, visitor, 200, "GET", "/client", "")["waiting"]) }
	edited := th.own["post:edited"]
	require.NotContains(t, see(), edited, "a touch-up asks nobody")
	p := th.as(t, "manager", 200, "PATCH", "/posts/{post:edited}", `{"text":"Tout autre chose, et bien plus long que la marge."}`)
	require.Equal(t, "published", p["status"])
	require.Equal(t, "in_review", p["state"])
	require.Equal(t, edited, see()[0], "its time comes first")
	require.Len(t, see(), 2)
	seen := th.play(t, visitor, 200, "GET", "/client/posts/{post:edited}", "")
	require.Equal(t, true, seen["decides"])
	th.play(t, visitor, 200, "POST", "/client/posts/{post:edited}/moves", `{"move":"approve","revision":3}`)
	require.NotContains(t, see(), edited)
}
