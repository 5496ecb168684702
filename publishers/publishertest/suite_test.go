package publishertest

import (
	"context"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestRunPassesASoundAdapter(t *testing.T) { Run(t, board("")) }

func TestRunCatches(t *testing.T) {
	for _, row := range []struct{ bug, check string }{
		{"has no name", "form"},
		{"asks twice", "form"},
		{"asks in English", "form"},
		{"forgets who it is", "connected"},
		{"trusts no key", "connected"},
		{"no limit", "limits"},
		{"unknown unit", "limits"},
		{"no threads", "limits"},
		{"no types", "limits"},
		{"English only", "limits"},
		{"long lead", "limits"},
		{"trims", "text"},
		{"publishes nothing", "text"},
		{"loses the id", "text"},
		{"loses the parent", "thread"},
		{"answers the root", "thread"},
		{"loses the parent", "first comment"},
		{"loses the alternative texts", "images"},
		{"sends no key", "same key after it was stored"},
		{"never finds", "same key after it was stored"},
		{"finds another", "same key after it was stored"},
		{"is not sure", "same key after it was stored"},
		{"hopes for the best", "same key after it was stored"},
		{"hopes for the best", "cut before it was stored"},
		{"tries again", "cut before it was stored"},
		{"finds what is not there", "cut before it was stored"},
		{"finds nothing at all", "cut before it was stored"},
		{"is not sure", "cut before it was stored"},
		{"knows no 401", "credentials refused"},
		{"tells secrets", "credentials refused"},
		{"does not wait", "too many"},
		{"tries again", "too many"},
		{"takes any error for a no", "server error"},
		{"tries all later", "server error"},
		{"likes every answer", "stored, and answered with nonsense"},
		{"takes nonsense for a no", "stored, and answered with nonsense"},
		{"reads on for ever", "stored, and answered without end"},
		{"hopes for the best", "no answer"},
		{"likes every answer", "redirect"},
		{"follows redirects", "redirect"},
		{"tries all later", "too long"},
		{"ignores the caller", "cancelled before the call"},
		{"fears the worst", "cancelled before the call"},
		{"fears the worst", "connection refused"},
		{"edits nothing", "an editor, or none"},
		{"edits files alone", "an editor, or none"},
		{"edits nothing at all", "edit"},
		{"trims edits", "edit"},
		{"renames", "edit"},
		{"publishes anew", "edit"},
		{"edits another", "edit"},
		{"loses pictures", "edit of what has pictures"},
		{"likes every answer", "edit with an unclear outcome"},
		{"takes any error for a no", "edit with an unclear outcome"},
		{"edits again", "edit with an unclear outcome"},
		{"tries all later", "edit of what is gone"},
		{"knows no 401", "edit refused"},
		{"tells secrets", "edit refused"},
		{"does not wait", "edit refused"},
		{"tries all later", "edit that is too long"},
		{"edits behind one's back", "edit that is not heard"},
		{"fears the worst", "edit that is not heard"},
	} {
		t.Run(row.bug+": "+row.check, func(t *testing.T) {
			ctx, cancel := context.WithTimeout(t.Context(), time.Second)
			defer cancel()
			all := checks()
			at := slices.IndexFunc(all, func(c check) bool { return c.name == row.check })
			require.NotEqual(t, -1, at, "there is no such check")
			h := board(row.bug)
			require.Error(t, all[at].hold(ctx, h, h.New(t)))
		})
	}
}

// A capability that the harness does not mention is as wrong as one too many.
func TestRunComparesWithTheHarness(t *testing.T) {
	for name, change := range map[string]func(*Harness){
		"threads":  func(h *Harness) { h.Threads = false },
		"comments": func(h *Harness) { h.Comments = false },
		"images":   func(h *Harness) { h.Images = false },
		"keys":     func(h *Harness) { h.Keys = false },
		"finds":    func(h *Harness) { h.Finds = false },
		"edits":    func(h *Harness) { h.Edits = false },
		"too long": func(h *Harness) { h.TooLong = "short" },
	} {
		t.Run(name, func(t *testing.T) {
			h := board("")
			change(&h)
			require.True(t, slices.ContainsFunc(checks(), func(c check) bool {
				return (c.of == nil || c.of(h)) && c.hold(t.Context(), h, h.New(t)) != nil
			}))
		})
	}
}
