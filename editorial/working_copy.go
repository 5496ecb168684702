package editorial

import "time"

// WorkingCopy is what a member has written of a post and not saved. It is
// theirs alone and never leaves: only saving makes a revision.
type WorkingCopy struct {
	Post     PostID
	Member   MemberID
	Edit     string // a merge patch, as JSON
	Base     string // what the fields it changes said before, where the writer kept that; ""
	Revision int    // of the post, that it started from
	Started  string // the post's version that it started from
	Made     time.Time
	Saved    time.Time
	Version  int64
}

// The bounds of working copies.
const (
	MaxWorkingCopies = 200                 // of one member
	WorkingCopyLife  = 90 * 24 * time.Hour // since it was last written
)

// Next is the copy that takes the place of this one: whoever writes last wins,
// and each writing is a version of its own, also after the copy was removed.
func (c WorkingCopy) Next(now WorkingCopy) WorkingCopy {
	now.Made, now.Version = now.Saved, max(c.Version+1, now.Saved.UnixMilli())
	if !c.Made.IsZero() {
		now.Made = c.Made
	}
	return now
}
