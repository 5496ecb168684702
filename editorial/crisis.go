package editorial

import (
	"slices"
	"strings"
	"time"
)

// Crisis is what a team says and does while something goes wrong in public:
// from when any member opens it until somebody who leads closes it.
type Crisis struct {
	ID        CrisisID
	Calendar  CalendarID
	Severity  Severity
	Reason    string
	By        Actor
	Opened    time.Time
	Statement PostID // the holding statement that is pinned; "": none yet
	Points    string // talking points
	Closed    time.Time
	ClosedBy  Actor
	Review    string // what people make of it, when it is closed
	First     int64  // sequence numbers of its lines of the record: of the first,
	Last      int64  // and of the last; 0: it is open
	Version   int64
}

// Severity is how bad a crisis is.
type Severity string

// The severities.
const (
	SeverityWatch    Severity = "watch"    // keep an eye on it
	SeveritySerious  Severity = "serious"  // the team deals with it now
	SeverityCritical Severity = "critical" // the house is concerned
)

// Severities lists them, the mildest first.
func Severities() []Severity { return []Severity{SeverityWatch, SeveritySerious, SeverityCritical} }

// Words is what people call the severity.
func (s Severity) Words() Words {
	switch s {
	case SeverityWatch:
		return Words{"To watch", "À surveiller"}
	case SeveritySerious:
		return Words{"Serious", "Grave"}
	case SeverityCritical:
		return Words{"Critical", "Critique"}
	}
	return Words{string(s), string(s)}
}

// OpenCrisis opens one: any member may, since whoever sees it first may be
// anybody. Pausing in the same act takes the permission to.
func OpenCrisis(calendar CalendarID, severity Severity, reason string, pauses bool, by Actor, now time.Time) (Crisis, error) {
	switch {
	case !by.May.Has(Read) || pauses && !by.May.Has(Write):
		return Crisis{}, Refuse(Forbidden, CodeNotPermitted)
	case !slices.Contains(Severities(), severity):
		return Crisis{}, InvalidAt("/severity", CodeUnknownSeverity)
	case strings.TrimSpace(reason) == "":
		return Crisis{}, InvalidAt("/reason", CodeReasonNeeded)
	}
	by.May = nil
	return Crisis{ID: NewID[CrisisID]("cri"), Calendar: calendar, Severity: severity, Reason: reason, By: by, Opened: now, Version: 1}, nil
}

// Told is what the record says as a crisis opens: how bad it is, and which of
// the team must know.
func (c *Crisis) Told(team []Member) string {
	return "severity " + string(c.Severity) + "; " + naming(managers(team, c.Calendar))
}

// CrisisChange is what changes in an open crisis; nil leaves it as it is.
type CrisisChange struct {
	Severity  *Severity
	Statement *Post // to be pinned
	Unpin     bool  // the one that is
	Points    *string
}

// Change leads the crisis: it takes the permission to release.
func (c *Crisis) Change(change CrisisChange, by Actor) error {
	if err := c.lead(by); err != nil {
		return err
	}
	if change.Severity != nil {
		c.Severity = *change.Severity
	}
	if change.Points != nil {
		c.Points = *change.Points
	}
	switch p := change.Statement; {
	case change.Unpin:
		c.Statement = ""
	case p == nil:
	case p.Calendar != c.Calendar || p.State == Archived:
		return InvalidAt("/statement", CodeUnknownStatement)
	case !p.Crisis:
		return InvalidAt("/statement", CodeStatementNotExempt)
	default:
		c.Statement = p.ID
	}
	return nil
}

func (c *Crisis) lead(by Actor) error {
	switch {
	case !by.May.Has(Release):
		return Refuse(Forbidden, CodeNotPermitted)
	case !c.Closed.IsZero():
		return Refuse(Conflict, CodeCrisisOver)
	}
	return nil
}

// Close ends the crisis. The pauses that were made in it are lifted in the same
// act, where the person says so; nothing stays stopped unseen.
func (c *Crisis) Close(review string, lift bool, pauses []Pause, by Actor, now time.Time) error {
	if err := c.lead(by); err != nil {
		return err
	}
	if len(pauses) > 0 && !lift {
		return Refuse(Conflict, CodeCrisisPaused)
	}
	by.May = nil
	c.Closed, c.ClosedBy, c.Review = now, by, review
	return nil
}

// Stops lists those of the calendar's pauses that were made in the crisis and
// still hold, or are to.
func (c *Crisis) Stops(pauses []Pause, now time.Time) []Pause {
	return slices.DeleteFunc(slices.Clone(pauses), func(p Pause) bool {
		return !c.Made(p) || !p.Until.IsZero() && !p.Until.After(now)
	})
}

// Made tells whether a pause of the calendar was made in the crisis. One that
// was planned before for later is none of its own.
func (c *Crisis) Made(p Pause) bool {
	made := p.Made
	if made.IsZero() { // from before that was written down
		made = p.From
	}
	return p.Calendar == c.Calendar && !made.Before(c.Opened) && (c.Closed.IsZero() || !made.After(c.Closed))
}

// Note adds to the timeline what somebody saw or did: it takes the permission
// to comment.
func (c *Crisis) Note(text string, by Actor) error {
	switch {
	case !by.May.Has(Discuss):
		return Refuse(Forbidden, CodeNotPermitted)
	case !c.Closed.IsZero():
		return Refuse(Conflict, CodeCrisisOver)
	case strings.TrimSpace(text) == "":
		return InvalidAt("/text", CodeNothingToSay)
	}
	return nil
}
