package editorial_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// The channel is connected to another account while nobody knows whether a post
// is out on the first. It is not there that it could be seen, and nobody takes
// that for an absence: it would leave a second time once the first account is
// back.
func TestUnclearOnAnotherAccount(t *testing.T) {
	for name, bring := range map[string]func(*room){
		"before a look":   func(r *room) { r.settle(ribbon, says(editorial.Unknown)) },
		"before a repeat": func(r *room) { repeatable(r) },
	} {
		t.Run(name, func(t *testing.T) {
			r := approved(t, threadOnRibbon).late(0)
			r.claim(ribbon, editorial.StepSend)
			bring(r)
			withChannel(ribbon, func(c *editorial.Channel) { c.RemoteID = "another" })(r)
			r.now = r.on(ribbon).Next
			r.claim(ribbon, editorial.StepNone)
			require.True(t, r.on(ribbon).ForPerson())
			require.NoError(t, r.decide(editorial.Manager, ribbon, editorial.DeliveryAsked{
				Move: editorial.MoveResolve, Outcome: editorial.ItIsPublished, URL: "https://ribbon.example/1",
			}))
		})
	}
}

// repeatable has a look say that the server honours the key.
func repeatable(r *room) {
	look(r, ribbon)
	r.settle(ribbon, editorial.Outcome{Verdict: editorial.Done, Absence: editorial.Unknowable, Honoured: true})
}
