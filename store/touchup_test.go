package store

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// touchedUp is a post that leaves by a touch-up of what was approved.
func touchedUp(h *house) *editorial.Post {
	h.t.Helper()
	p := h.approved("Nos pains du matin", nine, wall)
	ruler := editorial.NewRuler(p.Revision, p.Content)
	p = h.change(p.ID, func(p *editorial.Post, desk editorial.Desk) (editorial.Lines, error) {
		desk.Ruler = ruler
		next := p.Clone()
		next.Content.Text = "Nos bons pains du matin"
		return p.Edit(next, desk)
	})
	require.Equal(h.t, editorial.Status("scheduled"), p.Status)
	return p
}

// A touch-up leaves as it is now, and both revisions stay on record.
func TestClaimOfATouchUp(t *testing.T) {
	h := newHouse(t)
	p := touchedUp(h)
	h.now = nine
	w := h.claimOne(p, wall)
	require.Equal(t, "Nos bons pains du matin", w.Part.Text)
	h.turn(published(w))
	p = h.get(p)
	require.Equal(t, editorial.Published, h.on(p, wall).State)
	require.Equal(t, 2, h.on(p, wall).Revision)
	require.Equal(t, 1, p.Approval.Revision)
	require.Equal(t, 5, p.Approval.TouchUps[wall][0].Distance)
	require.Equal(t, editorial.DefaultMargin(), p.Approval.TouchUps[wall][0].Margin)
	require.Equal(t, h.on(p, wall).Hash, p.Approval.TouchUps[wall][0].Hash)
}

// The claim measures again from what is on disk, whatever the record says.
func TestClaimMeasuresATouchUpAgain(t *testing.T) {
	for name, change := range map[string]func(*house, *editorial.Post){
		"its margin is smaller": func(h *house, p *editorial.Post) {
			p.Approval.TouchUps[wall][0].Margin.Graphemes = 4
			h.raw(`UPDATE posts SET approval = ? WHERE id = ?`, text(p.Approval), p.ID)
		},
		"another revision was approved": func(h *house, p *editorial.Post) {
			p.Approval.Revision = 2
			h.raw(`UPDATE posts SET approval = ? WHERE id = ?`, text(p.Approval), p.ID)
		},
		"the approved revision was rewritten": func(h *house, p *editorial.Post) {
			h.raw(`UPDATE revisions SET content = (SELECT content FROM revisions WHERE post_id = ? AND number = 2) WHERE post_id = ? AND number = 1`, p.ID, p.ID)
		},
		"what leaves was rewritten, record and all": func(h *house, p *editorial.Post) {
			p.Content.Text = "Nos pains du soir à 9 €"
			channel, err := h.GetChannel(h.ctx, wall)
			require.NoError(h.t, err)
			p.Approval.TouchUps[wall][0].Hash = p.Content.HashFor(channel)
			h.raw(`UPDATE revisions SET content = ? WHERE post_id = ? AND number = 2`, text(p.Content), p.ID)
			h.raw(`UPDATE posts SET approval = ? WHERE id = ?`, text(p.Approval), p.ID)
		},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t)
			p := touchedUp(h)
			change(h, p)
			h.now = nine
			turned := h.turn()
			require.Empty(t, turned.Work)
			d := h.on(p, wall)
			require.Equal(t, editorial.Held, d.State)
			require.Equal(t, editorial.CodeBeyondMargin, d.Holds[0].Code)
			require.True(t, d.Holds[0].Person)
			require.Contains(t, h.actions(5), "delivery.held "+string(d.ID))
		})
	}
}

// What was written before there were touch-ups reads as an approval without
// any, and a calendar from before as one without a margin.
func TestApprovalsFromBeforeTouchUps(t *testing.T) {
	h := newHouse(t)
	p := h.approved("Nos pains", nine, wall)
	require.NotContains(t, text(p.Approval), "TouchUps")
	var policy editorial.Policy
	require.NoError(t, json.Unmarshal([]byte(`{"Approval":"one","Lateness":1800000000000,"UntilApproved":"hold"}`), &policy))
	require.Zero(t, policy.Margin)
	h.now = nine.Add(time.Second)
	require.Len(t, h.turn().Work, 1)
}
