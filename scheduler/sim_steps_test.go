package scheduler

import (
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// proofreader signs the first of two steps, where the calendar has them.
const proofreader role = "reviewer"

func twoSteps() []editorial.ApprovalStep {
	return []editorial.ApprovalStep{
		{Name: "Proofreading", Roles: []editorial.Role{editorial.Reviewer}, Need: editorial.NeedAny},
		{Name: "Management", Roles: []editorial.Role{editorial.Manager}, Need: editorial.NeedAny},
	}
}

// hire brings the proofreader in.
func (w *world) hire() {
	require.NoError(w.t, w.db.AddMember(w.ctx, w.as(boss), w.calendar.ID, editorial.Member{
		ID: "mem_reviewer", Name: "Ana", Email: "ana@example.org",
		Roles: map[editorial.CalendarID][]editorial.Role{w.calendar.ID: {editorial.Reviewer}},
	}))
}

// agree changes how the calendar approves: by one person, or in steps.
func (w *world) agree() {
	c, err := w.db.UpdateCalendar(w.ctx, w.as(boss), w.calendar.ID, func(c *editorial.Calendar) error {
		c.Policy.Approval, c.Policy.Steps = editorial.ApproveSteps, twoSteps()
		if w.rand.IntN(3) == 0 {
			c.Policy.Approval, c.Policy.Steps = editorial.ApproveOne, nil
		}
		return nil
	})
	require.NoError(w.t, err)
	w.inSteps = c.Policy.Approval == editorial.ApproveSteps
	w.note("approves: %s", c.Policy.Approval)
}

// signed keeps the books of an approval: in steps, every word has been read by
// the proofreader before a manager's yes lets it leave.
func (w *world) signed(m *model, who role, p *editorial.Post) {
	if p.State != editorial.Approved {
		require.True(w.t, w.inSteps && who == proofreader, "post %d is not approved, though %s signed it", m.number, who)
		w.proofread++
		m.proofread = texts(p)
		return
	}
	if w.inSteps {
		require.Equal(w.t, boss, who, "post %d approved by the first step", m.number)
		for text := range texts(p) {
			require.True(w.t, m.proofread[text], "post %d approved with a step missing", m.number)
		}
		w.inBoth++
	}
	w.approvals++
	m.sign(p, w.now)
}

// texts are the very words that a post would send, part by part.
func texts(p *editorial.Post) map[string]bool {
	all := map[string]bool{}
	for _, channel := range p.Content.Channels {
		for i, part := range p.Content.Parts(channel) {
			all[signature(channel, i, part.Text)] = true
		}
	}
	return all
}
