package editorial

import "time"

// Scope is what a pause covers: everything, or one thing.
type Scope struct {
	All      bool
	Calendar CalendarID
	Channel  ChannelID
	Campaign CampaignID
	Pillar   PillarID
}

// Pause is a switch that stops releases in a scope. A lifted pause is kept:
// what came due under it must not leave by itself afterwards.
type Pause struct {
	ID       PauseID
	Calendar CalendarID // whose people see it; "" for a pause of everything
	Scope    Scope
	Reason   string
	By       Actor
	From     time.Time
	Until    time.Time // zero: until a person lifts it
	Made     time.Time // one that is not planned for later has begun with this, whatever the clock says since
}

// Active tells whether the pause holds at an instant. A clock that is set back
// ends none that began as it was made.
func (p Pause) Active(at time.Time) bool {
	return !at.Before(p.from(at)) && (p.Until.IsZero() || at.Before(p.Until))
}

// from is since when the pause has held, as the clocks show it now: since ever,
// where they went back between its making and its end.
func (p Pause) from(now time.Time) time.Time {
	switch {
	case p.From.After(p.Made): // planned
	case !p.Until.IsZero() && p.Made.After(p.Until) && !p.From.Before(p.Until):
		return time.Time{}
	case p.From.After(now):
		return now
	}
	return p.From
}

// Covers tells whether the pause concerns a post on a channel. Posts marked as
// the crisis statement are exempt.
func (p Pause) Covers(post *Post, channel ChannelID) bool {
	if post.Crisis {
		return false
	}
	s := p.Scope
	switch {
	case s.All:
		return true
	case s.Calendar != "":
		return s.Calendar == post.Calendar
	case s.Channel != "":
		return s.Channel == channel
	case s.Campaign != "":
		return s.Campaign == post.Campaign
	case s.Pillar != "":
		return s.Pillar == post.Pillar
	}
	return false
}

// stopped tells whether the pause held at some moment between a due instant
// and now: what came due under it was stopped by a person.
func (p Pause) stopped(due, now time.Time) bool {
	first := due
	if from := p.from(now); from.After(due) {
		first = from
	}
	return !first.After(now) && p.Active(first)
}

// Lifted is the pause as it ends: one that was to begin later never does.
func (p Pause) Lifted(now time.Time) Pause {
	if p.From.After(now) {
		p.From = now
	}
	p.Until = now
	return p
}
