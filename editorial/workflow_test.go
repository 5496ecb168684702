package editorial_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// everyRole holds the roles in the order of the golden files' columns.
var everyRole = append([]editorial.Role{editorial.Owner}, editorial.Roles()...)

// inState brings a post into a state by the moves that lead there.
func inState(t *testing.T, state editorial.State) *room {
	t.Helper()
	r := written(t, func(s *editorial.Sheet) {
		if state == editorial.Idea {
			s.Content.Text = ""
		}
	})
	switch state {
	case editorial.Idea, editorial.Draft:
	case editorial.InReview:
		r.does(editorial.Editor, editorial.MoveSubmit)
	case editorial.ChangesRequested:
		r.does(editorial.Editor, editorial.MoveSubmit)
		r.does(editorial.Manager, editorial.MoveRequestChanges)
	case editorial.Approved:
		r.does(editorial.Manager, editorial.MoveApprove)
	case editorial.Archived:
		r.does(editorial.Editor, editorial.MoveArchive)
	}
	require.Equal(t, state, r.post.State)
	return r
}

// Who may move a post from where to where, as the team reads it.
func TestWorkflow(t *testing.T) {
	table := newMatrix("move", "from")
	for _, move := range editorial.Moves() {
		for _, state := range editorial.States() {
			table.row(string(move), string(state), func(role editorial.Role) string {
				r := inState(t, state)
				if move == editorial.MoveUnhold && state != editorial.Archived {
					r.does(editorial.Manager, editorial.MoveHold)
				}
				if err := r.move(role, move); err != nil {
					return "- " + string(code(err))
				}
				return string(r.post.State)
			})
		}
	}
	golden(t, "workflow.golden", table.String())
}

// inDelivery brings the delivery on the wall into a state.
func inDelivery(t *testing.T, state editorial.DeliveryState) *room {
	t.Helper()
	if state == editorial.Planned {
		return written(t)
	}
	r := approved(t)
	if state == editorial.Scheduled {
		return r
	}
	r.late(0)
	switch state {
	case editorial.Planned, editorial.Scheduled:
	case editorial.Held:
		r.does(editorial.Editor, editorial.MoveHold)
		r.claim(wall, editorial.StepNone)
	case editorial.Sending:
		r.claim(wall, editorial.StepSend)
	case editorial.Unsure:
		r.answers(wall, editorial.Unknown)
	case editorial.Published:
		r.answers(wall, editorial.Done)
	case editorial.Missed:
		r.late(tolerance + 1)
		r.claim(wall, editorial.StepNone)
	case editorial.Failed:
		r.answers(wall, editorial.Never)
	case editorial.Dropped:
		require.NoError(t, r.decide(editorial.Editor, wall, editorial.DeliveryAsked{Move: editorial.MoveDrop}))
	}
	require.Equal(t, state, r.on(wall).State)
	return r
}

// Who may decide what about one delivery.
func TestDeliveryMoves(t *testing.T) {
	table := newMatrix("move", "from")
	for _, asked := range []editorial.DeliveryAsked{
		{Move: editorial.MoveRetry},
		{Move: editorial.MoveDrop},
		{Move: editorial.MoveResolve, Outcome: editorial.ItIsPublished, URL: "https://wall.example/1"},
		{Move: editorial.MoveResolve, Outcome: editorial.ItIsNot},
		{Move: editorial.MoveResolve, Outcome: editorial.SendAgain},
	} {
		for _, state := range editorial.DeliveryStates() {
			name := strings.TrimSuffix(string(asked.Move)+":"+string(asked.Outcome), ":")
			table.row(name, string(state), func(role editorial.Role) string {
				r := inDelivery(t, state)
				if err := r.decide(role, wall, asked); err != nil {
					return "- " + string(code(err))
				}
				return string(r.on(wall).State)
			})
		}
	}
	golden(t, "delivery.golden", table.String())
}

func TestUnknownMoves(t *testing.T) {
	r := approved(t)
	require.Equal(t, editorial.CodeUnknownMove, code(r.move(editorial.Manager, "applaud")))
	require.Equal(t, editorial.CodeUnknownMove, code(r.decide(editorial.Manager, wall, editorial.DeliveryAsked{Move: "applaud"})))
	_, err := r.post.ApplyDelivery("dlv_other", editorial.DeliveryAsked{Move: editorial.MoveDrop}, r.as(editorial.Manager))
	require.True(t, editorial.IsKind(err, editorial.NotFound))
}

// matrix prints what each role comes to, one line for each move and state.
type matrix struct{ lines [][]string }

func newMatrix(heads ...string) *matrix {
	for _, role := range everyRole {
		heads = append(heads, string(role))
	}
	return &matrix{[][]string{heads}}
}

func (m *matrix) row(move, from string, come func(editorial.Role) string) {
	line := []string{move, from}
	for _, role := range everyRole {
		line = append(line, come(role))
	}
	m.lines = append(m.lines, line)
}

func (m *matrix) String() string {
	widths := make([]int, len(m.lines[0]))
	for _, line := range m.lines {
		for i, cell := range line {
			widths[i] = max(widths[i], len(cell))
		}
	}
	var b strings.Builder
	for _, line := range m.lines {
		cells := slices.Clone(line)
		for i := range cells {
			cells[i] = fmt.Sprintf("%-*s", widths[i], cells[i])
		}
		b.WriteString(strings.TrimRight(strings.Join(cells, "  "), " ") + "\n")
	}
	return b.String()
}
