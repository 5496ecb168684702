package editorial

import (
	"slices"
	"time"
)

// InvitationLife is how long an invitation's link is good.
const InvitationLife = 7 * 24 * time.Hour

// Invitation asks somebody, known here or not, to come into a calendar. What
// they get is what its maker could give when they come.
type Invitation struct {
	ID        InvitationID
	Calendar  CalendarID
	Email     string
	Roles     []Role
	Language  Lang
	By        Actor
	Created   time.Time
	ExpiresAt time.Time
	Accepted  time.Time
	Member    MemberID // who accepted
	Revoked   time.Time
	Version   int64
}

// Open tells whether the invitation can still be accepted.
func (i *Invitation) Open(now time.Time) bool {
	return i.Accepted.IsZero() && i.Revoked.IsZero() && now.Before(i.ExpiresAt)
}

// Check refuses an invitation for somebody who is a member of the calendar,
// has another open one, or was shut out.
func (i *Invitation) Check(open []Invitation, known Member) error {
	switch {
	case !known.Deactivated.IsZero():
		return Refuse(Conflict, CodeShutOut)
	case len(known.Roles[i.Calendar]) > 0:
		return Refuse(Conflict, CodeAlreadyMember)
	case slices.ContainsFunc(open, func(other Invitation) bool { return other.Email == i.Email }):
		return Refuse(Conflict, CodeAlreadyInvited)
	}
	return nil
}

// Renew gives the invitation a new term, and a new maker, who answers for it
// from now on. The link of the old term is dead.
func (i *Invitation) Renew(by Actor, now time.Time) error {
	if !i.Accepted.IsZero() || !i.Revoked.IsZero() {
		return Refuse(Conflict, CodeInvitationOver)
	}
	i.By, i.ExpiresAt = by, now.Add(InvitationLife)
	return nil
}

// Revoke ends the invitation, unless it was accepted.
func (i *Invitation) Revoke(now time.Time) error {
	if !i.Accepted.IsZero() {
		return Refuse(Conflict, CodeInvitationOver)
	}
	if i.Revoked.IsZero() {
		i.Revoked = now
	}
	return nil
}

// Invited is what an invitation meets when it is accepted.
type Invited struct {
	Calendar Calendar
	Book     Rolebook // of the calendar
	Maker    *Member  // nil: it was made at the machine
	Member   Member   // who comes: new, or known by the address
}

// Accept brings the member into the calendar. It may not be open any more, its
// maker may be gone, or may not give these roles any more.
func (i *Invitation) Accept(met *Invited, now time.Time) error {
	over := Refuse(NotFound, CodeInvitationOver)
	if !i.Open(now) || !met.Calendar.Archived.IsZero() {
		return over
	}
	if m := met.Maker; m != nil {
		if !m.Deactivated.IsZero() || met.Book.CheckGrant(m.MayGrant(i.Calendar), met.Member.Roles[i.Calendar], i.rolesFor(met.Member)) != nil {
			return over
		}
	}
	if !met.Member.Deactivated.IsZero() || met.Member.Email != i.Email {
		return over
	}
	met.Member.Roles[i.Calendar] = i.rolesFor(met.Member)
	i.Accepted, i.Member = now, met.Member.ID
	return nil
}

// rolesFor is what the member has and what the invitation adds.
func (i *Invitation) rolesFor(m Member) []Role {
	return TidyRoles(append(slices.Clone(m.Roles[i.Calendar]), i.Roles...))
}

// TidyRoles puts roles in order, each once.
func TidyRoles(roles []Role) []Role {
	return slices.Compact(slices.Sorted(slices.Values(roles)))
}

// MayGrant is what the member may give to others in a calendar: what they may
// do themselves, where that is to look after members; an owner anything.
func (m Member) MayGrant(calendar CalendarID) Permissions {
	if m.Owner {
		return AllPermissions()
	}
	if may := m.May(calendar); may.Has(Members) {
		return may
	}
	return nil
}
