package editorial

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Permission is one thing that a member may do in a calendar.
type Permission string

// The permissions.
const (
	Read     Permission = "read"
	Write    Permission = "write"    // edit copy and media; hold and pause
	Submit   Permission = "submit"   // ask for approval; take a post back
	Discuss  Permission = "comment"  // say something about posts
	Schedule Permission = "schedule" // choose times
	Approve  Permission = "approve"  // sign, or ask for changes
	Release  Permission = "release"  // publish now, retry, resolve, lift what others stopped
	Connect  Permission = "channels" // connect and remove channels
	Members  Permission = "members"  // invite, and choose roles
	Govern   Permission = "policy"   // settings of the calendar
	Audit    Permission = "audit"    // read the record
	Reply    Permission = "reply"    // answer the community
)

// Permissions is a set.
type Permissions []Permission

// Has tells whether the set holds a permission.
func (p Permissions) Has(one Permission) bool { return slices.Contains(p, one) }

// Covers tells whether the set holds all of another.
func (p Permissions) Covers(other Permissions) bool {
	return !slices.ContainsFunc(other, func(one Permission) bool { return !p.Has(one) })
}

// And returns what is in both sets, in the order of the first.
func (p Permissions) And(other Permissions) Permissions {
	both := Permissions{}
	for _, one := range p {
		if other.Has(one) {
			both = append(both, one)
		}
	}
	return both
}

// AllPermissions lists every permission, in the order people read them.
func AllPermissions() Permissions {
	return Permissions{Read, Write, Submit, Discuss, Schedule, Approve, Release, Connect, Members, Govern, Audit, Reply}
}

// Role is a named bundle of permissions.
type Role string

// The preset roles.
const (
	Owner       Role = "owner"
	Manager     Role = "manager"
	Editor      Role = "editor"
	Contributor Role = "contributor"
	Reviewer    Role = "reviewer"
	Viewer      Role = "viewer"
)

// Roles lists the roles that a member can hold in a calendar.
func Roles() []Role { return []Role{Manager, Editor, Contributor, Reviewer, Viewer} }

// Permissions returns what a role may do in a calendar. The owner looks after
// the instance and its calendars, and signs nothing. Writing never implies
// publishing.
func (r Role) Permissions() Permissions {
	switch r {
	case Owner:
		return Permissions{Read, Connect, Members, Govern, Audit}
	case Manager:
		return AllPermissions()
	case Editor:
		return Permissions{Read, Write, Submit, Discuss, Schedule, Reply}
	case Contributor:
		return Permissions{Read, Write, Discuss}
	case Reviewer:
		return Permissions{Read, Discuss, Approve}
	case Viewer:
		return Permissions{Read}
	}
	return nil
}

// Granted returns what several roles together may do.
func Granted(roles []Role) Permissions { return Rolebook{}.Granted(roles) }

// Member is a person on this instance, or a service that works like one.
type Member struct {
	ID          MemberID
	Name        string
	Email       string // "" for a service
	Language    Lang
	Service     bool // a program: it never signs in, and its tokens are made by people
	Owner       bool // of the whole instance
	Roles       map[CalendarID][]Role
	Bundles     Rolebook // what those of their roles allow that calendars made for themselves
	Created     time.Time
	Deactivated time.Time
	Version     int64
}

// May returns what the member may do in a calendar; nothing where they have
// no part in it, so that it does not exist for them.
func (m Member) May(calendar CalendarID) Permissions {
	roles := slices.Clone(m.Roles[calendar])
	if m.Owner {
		roles = append(roles, Owner)
	}
	return m.Bundles.Granted(roles)
}

// Token lets a program or a person act as a member.
type Token struct {
	ID          TokenID
	Name        string
	Member      MemberID
	Maker       MemberID    // who made it; the member, for one's own
	Parent      TokenID     // that it was made with, and ends with; "": it was made in person
	Permissions Permissions // empty: all that the member has
	Calendars   []CalendarID
	Created     time.Time
	ExpiresAt   time.Time // zero: never
	LastUsed    time.Time
	Revoked     time.Time
}

// Alive tells whether the token still opens anything.
func (t Token) Alive(now time.Time) bool {
	return t.Revoked.IsZero() && (t.ExpiresAt.IsZero() || now.Before(t.ExpiresAt))
}

// Reaches tells whether the token is good for a calendar.
func (t Token) Reaches(calendar CalendarID) bool {
	return len(t.Calendars) == 0 || slices.Contains(t.Calendars, calendar)
}

// Actor is who does something, as the record keeps it, with what they may do
// in the calendar at hand.
type Actor struct {
	Member   MemberID // "" for the machine
	Name     string
	Token    TokenID
	Maker    MemberID // of the token, where it is another person
	Language Lang
	May      Permissions
}

// Machine is the daemon itself.
func Machine() Actor { return Actor{Name: "parution"} }

// ActingAs returns the member at work in a calendar, through a token. What the
// token narrows is narrowed; a token that somebody else made signs nothing
// unless the calendar allows it.
func ActingAs(m Member, t Token, calendar Calendar) Actor {
	actor := Actor{Member: m.ID, Name: m.Name, Token: t.ID, Language: m.Language}
	if t.Maker != m.ID {
		actor.Maker = t.Maker
	}
	if !t.Reaches(calendar.ID) {
		return actor
	}
	actor.May = m.May(calendar.ID)
	if len(t.Permissions) > 0 {
		actor.May = actor.May.And(t.Permissions)
	}
	if actor.Maker != "" && !calendar.Policy.TokensMayApprove {
		actor.May = actor.May.And(slices.DeleteFunc(AllPermissions(), func(p Permission) bool { return p == Approve }))
	}
	return actor
}

// ChangesFrom says how a member differs from how they were before, for the
// record.
func (m Member) ChangesFrom(before Member) string {
	var changes []string
	differs := func(what, was, is string) {
		if was != is {
			changes = append(changes, what+": "+was+" → "+is)
		}
	}
	differs("name", before.Name, m.Name)
	differs("language", string(before.Language), string(m.Language))
	differs("owner", strconv.FormatBool(before.Owner), strconv.FormatBool(m.Owner))
	differs("shut out", strconv.FormatBool(!before.Deactivated.IsZero()), strconv.FormatBool(!m.Deactivated.IsZero()))
	everywhere := map[CalendarID][]Role{}
	maps.Copy(everywhere, before.Roles)
	maps.Copy(everywhere, m.Roles)
	for _, calendar := range slices.Sorted(maps.Keys(everywhere)) {
		differs(string(calendar), wordsOfRoles(before.Roles[calendar]), wordsOfRoles(m.Roles[calendar]))
	}
	return strings.Join(changes, "; ")
}

func wordsOfRoles(roles []Role) string {
	words := make([]string, len(roles))
	for i, role := range TidyRoles(roles) {
		words[i] = string(role)
	}
	return cmp.Or(strings.Join(words, " "), "none")
}

// Deactivate shuts a member out. What they did stays theirs. One owner
// always stays.
func Deactivate(m *Member, otherOwners int, now time.Time) error {
	if m.Owner && otherOwners == 0 {
		return Refuse(Conflict, CodeLastOwner)
	}
	if m.Deactivated.IsZero() {
		m.Deactivated = now
	}
	return nil
}

// Reactivate lets a member in again. Whoever was erased is nobody any more.
func Reactivate(m *Member) error {
	if m.Erased() {
		return Refuse(Conflict, CodeErased)
	}
	m.Deactivated = time.Time{}
	return nil
}

// Erase takes a member's name and address away, for good. They are shut out
// before: that is a decision of its own, which can be taken back.
func Erase(m *Member) error {
	switch {
	case m.Erased():
		return Refuse(Conflict, CodeErased)
	case m.Service:
		return Refuse(Conflict, CodeServiceIsNobody)
	case m.Deactivated.IsZero():
		return Refuse(Conflict, CodeStillActive)
	}
	m.Name, m.Email, m.Owner = ErasedName().In(m.Language), "", false
	return nil
}

// Erased tells whether the member was erased: people have an address.
func (m Member) Erased() bool { return !m.Service && m.Email == "" }

// ErasedName is what somebody who was erased is called.
func ErasedName() Words { return Words{"Erased person", "Personne effacée"} }

// Crown makes a member an owner of the instance, or no owner any more.
func Crown(m *Member, owner bool, otherOwners int) error {
	switch {
	case m.Owner && !owner && otherOwners == 0:
		return Refuse(Conflict, CodeLastOwner)
	case owner && m.Service:
		return InvalidAt("/owner", CodeServiceSignsIn)
	}
	m.Owner = owner
	return nil
}
