package editorial

import "slices"

// State is a post's editorial state.
type State string

// The editorial states.
const (
	Idea             State = "idea"
	Draft            State = "draft"
	InReview         State = "in_review"
	ChangesRequested State = "changes_requested"
	Approved         State = "approved"
	Archived         State = "archived"
)

// States lists the editorial states in the order of the work.
func States() []State {
	return []State{Idea, Draft, InReview, ChangesRequested, Approved, Archived}
}

// Move is what a person asks of a post.
type Move string

// The moves.
const (
	MoveSubmit         Move = "submit"
	MoveApprove        Move = "approve"
	MoveUndoApproval   Move = "undo_approval"
	MoveRequestChanges Move = "request_changes"
	MoveWithdraw       Move = "withdraw"
	MoveHold           Move = "hold"
	MoveUnhold         Move = "unhold"
	MovePublishNow     Move = "publish_now"
	MoveArchive        Move = "archive"
	MoveRestore        Move = "restore"
)

// Moves lists the moves in the order of the work.
func Moves() []Move {
	return []Move{
		MoveSubmit, MoveApprove, MoveUndoApproval, MoveRequestChanges, MoveWithdraw,
		MoveHold, MoveUnhold, MovePublishNow, MoveArchive, MoveRestore,
	}
}

// step is one row of the workflow.
type step struct {
	from []State
	to   State // "" leaves the state as it is
	need Permissions
}

// workflow says from which states a move goes where, and what it asks of the
// person. A post may appear in several rows of a move; the first whose state
// fits is taken.
func workflow(move Move) []step {
	unwritten := []State{Idea, Draft, ChangesRequested}
	switch move {
	case MoveSubmit:
		return []step{{from: unwritten, to: InReview, need: Permissions{Submit}}}
	case MoveApprove:
		return []step{
			{from: []State{InReview}, to: Approved, need: Permissions{Approve}},
			{from: unwritten, to: Approved, need: Permissions{Submit, Approve}},
		}
	case MoveUndoApproval:
		return []step{{from: []State{InReview, Approved}, to: InReview, need: Permissions{Approve}}}
	case MoveRequestChanges:
		return []step{{from: []State{InReview, Approved}, to: ChangesRequested, need: Permissions{Approve}}}
	case MoveWithdraw:
		return []step{{from: []State{InReview, Approved}, to: Draft, need: Permissions{Submit}}}
	case MoveHold, MoveUnhold:
		return []step{{from: []State{Idea, Draft, InReview, ChangesRequested, Approved}, need: Permissions{Write}}}
	case MovePublishNow:
		return []step{{from: []State{Approved}, need: Permissions{Release}}}
	case MoveArchive:
		return []step{{from: []State{Idea, Draft, InReview, ChangesRequested, Approved}, to: Archived, need: Permissions{Write}}}
	case MoveRestore:
		return []step{{from: []State{Archived}, to: Draft, need: Permissions{Write}}}
	}
	return nil
}

// stepFor finds the row of a move for a post in a state and an actor, or says
// why there is none.
func stepFor(move Move, from State, may Permissions) (step, error) {
	rows := workflow(move)
	if rows == nil {
		return step{}, InvalidAt("/move", CodeUnknownMove)
	}
	for _, row := range rows {
		if !slices.Contains(row.from, from) {
			continue
		}
		if len(row.need.And(may)) != len(row.need) {
			return step{}, Refuse(Forbidden, CodeNotPermitted)
		}
		return row, nil
	}
	return step{}, Refuse(Conflict, CodeMoveNotPossible)
}
