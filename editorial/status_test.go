package editorial_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// The one word that people see.
func TestStatusOf(t *testing.T) {
	const (
		planned, scheduled, held, sending          = editorial.Planned, editorial.Scheduled, editorial.Held, editorial.Sending
		unsure, published, missed, failed, dropped = editorial.Unsure, editorial.Published, editorial.Missed, editorial.Failed, editorial.Dropped
		draft, approved, archived                  = editorial.Draft, editorial.Approved, editorial.Archived
	)
	type states = []editorial.DeliveryState
	for _, row := range []struct {
		state      editorial.State
		held       bool
		deliveries states
		want       editorial.Status
	}{
		{editorial.Idea, false, nil, "idea"},
		{draft, false, states{planned}, "draft"},
		{editorial.InReview, false, states{planned, planned}, "in_review"},
		{editorial.ChangesRequested, false, states{planned}, "changes_requested"},
		{approved, false, states{planned}, "approved"},
		{approved, false, nil, "approved"},
		{approved, false, states{scheduled}, "scheduled"},
		{approved, false, states{scheduled, planned}, "scheduled"},
		{editorial.InReview, false, states{scheduled}, "scheduled"}, // the approved revision leaves beside a newer one
		{approved, false, states{scheduled, held}, "held"},
		{approved, true, states{scheduled}, "held"},
		{approved, true, states{planned}, "approved"}, // nothing of it is due
		{draft, true, states{planned}, "draft"},
		{approved, false, states{held, missed}, "missed"},
		{approved, false, states{missed, failed}, "failed"},
		{approved, true, states{missed}, "missed"},
		{approved, false, states{failed, scheduled}, "failed"},
		{approved, false, states{published, failed}, "partly_published"},
		{approved, false, states{published, planned}, "partly_published"},
		{approved, false, states{published, scheduled}, "partly_published"},
		{approved, false, states{published, missed}, "partly_published"},
		{approved, false, states{"half scheduled"}, "partly_published"},
		{approved, false, states{"half failed"}, "partly_published"},
		{approved, false, states{"half dropped"}, "partly_published"},
		{approved, false, states{published}, "published"},
		{approved, false, states{published, published}, "published"},
		{approved, false, states{published, dropped}, "published"},
		{draft, false, states{published}, "published"}, // taken back after it had left
		{approved, false, states{dropped}, "approved"},
		{draft, false, states{dropped, dropped}, "draft"},
		{approved, false, states{unsure}, "unknown"},
		{approved, false, states{unsure, published}, "unknown"},
		{approved, false, states{unsure, failed, held}, "unknown"},
		{approved, false, states{sending, unsure}, "publishing"},
		{approved, false, states{sending, published}, "publishing"},
		{approved, true, states{sending}, "publishing"},
		{draft, false, states{"half sending"}, "publishing"},
		{archived, false, states{planned}, "archived"},
		{archived, true, states{published, failed}, "archived"},
	} {
		p := &editorial.Post{State: row.state}
		if row.held {
			p.Hold = &editorial.ManualHold{}
		}
		for _, state := range row.deliveries {
			p.Deliveries = append(p.Deliveries, inWords(state))
		}
		require.Equal(t, row.want, editorial.StatusOf(p), row)
		require.Contains(t, editorial.Statuses(), editorial.StatusOf(p))
	}
}

// inWords is a delivery in a state; "half" where a part of it is out.
func inWords(state editorial.DeliveryState) editorial.Delivery {
	rest, half := strings.CutPrefix(string(state), "half ")
	d := editorial.Delivery{State: editorial.DeliveryState(rest)}
	if half || state == editorial.Published {
		d.Out = due
	}
	return d
}

func TestEveryStatusHasWords(t *testing.T) {
	seen := map[string]bool{}
	for _, status := range editorial.Statuses() {
		words := status.Words()
		for _, lang := range []editorial.Lang{editorial.English, editorial.French} {
			require.NotEmpty(t, words.In(lang), status)
			require.NotEqual(t, string(status), words.In(lang))
			key := string(lang) + words.In(lang)
			require.False(t, seen[key], "%s is said twice", words.In(lang))
			seen[key] = true
		}
	}
	for _, state := range editorial.States() {
		require.Contains(t, editorial.Statuses(), editorial.Status(state))
	}
	require.Equal(t, editorial.Words{EN: "applauded", FR: "applauded"}, editorial.Status("applauded").Words())
	require.Equal(t, "À valider", editorial.Status(editorial.InReview).Words().In(editorial.French))
}
