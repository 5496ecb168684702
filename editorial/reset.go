package editorial

import "time"

// How long the link is good that lets a member choose a new password.
const (
	ResetByMail = time.Hour
	ResetByHand = 24 * time.Hour // made for them by somebody else
)

// Reset lets a member choose a new password, once.
type Reset struct {
	ID        ResetID
	Member    MemberID
	By        Actor
	Created   time.Time
	ExpiresAt time.Time
	Used      time.Time
}

// Open tells whether the link still opens anything.
func (r Reset) Open(now time.Time) bool { return r.Used.IsZero() && now.Before(r.ExpiresAt) }

// CheckReset refuses to let somebody make a reset link for a member: whoever
// holds it can become them.
func CheckReset(by, m Member) error {
	if m.Service {
		return Refuse(Conflict, CodeServiceSignsIn)
	}
	return checkCharge(by, m)
}

// CheckRename refuses to let somebody give a member another name, which stands
// in all their calendars: under another's name their yes would be that one's.
func CheckRename(by, m Member) error {
	if by.ID == m.ID {
		return nil
	}
	return checkCharge(by, m)
}

// checkCharge refuses what concerns a member everywhere. An owner may do it;
// others only where they look after every calendar that the member is in, and
// may do all there that the member may.
func checkCharge(by, m Member) error {
	switch {
	case by.Owner:
		return nil
	case m.Owner:
		return Refuse(Forbidden, CodeBeyondYours)
	}
	for calendar := range m.Roles {
		if may := by.May(calendar); !may.Has(Members) || !may.Covers(m.May(calendar)) {
			return Refuse(Forbidden, CodeBeyondYours)
		}
	}
	return nil
}
