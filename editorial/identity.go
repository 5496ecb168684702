package editorial

import (
	"maps"
	"slices"
	"strings"
	"time"
)

// Claims are what a provider of identities says about somebody who comes from
// it.
type Claims struct {
	Issuer   string
	Subject  string // who it is there, for ever
	Email    string // in lower case
	Verified bool   // the address is theirs
	Name     string
	Language Lang
	Groups   []string
}

// Identity is an account at a provider that is a member's.
type Identity struct {
	Issuer  string
	Subject string
	Member  MemberID
	Linked  time.Time
	Used    time.Time
}

// Grant is what a group at the provider gives: a role in a calendar, or to own
// the instance.
type Grant struct {
	Calendar CalendarID
	Role     Role
	Owner    bool
}

// Groups says what each group at the provider gives.
type Groups map[string][]Grant

// all lists what any group gives.
func (g Groups) all() []Grant { return slices.Concat(slices.Collect(maps.Values(g))...) }

// of lists what some groups give.
func (g Groups) of(names []string) (given []Grant) {
	for _, name := range names {
		given = append(given, g[name]...)
	}
	return given
}

// Known leaves out what is given in calendars, or of roles, that are not there.
func (g Groups) Known(there func(Grant) bool) Groups {
	known := Groups{}
	for name, grants := range g {
		known[name] = slices.DeleteFunc(slices.Clone(grants), func(one Grant) bool { return !one.Owner && !there(one) })
	}
	return known
}

// Arrival is somebody who comes from a provider, and what is known of them.
type Arrival struct {
	Claims     Claims
	Known      *Member          // whose identity it is; nil: nobody's
	ByEmail    *Member          // who has the address; nil: nobody
	Other      bool             // that member has another identity at this provider
	NeededAt   func(Grant) bool // nobody else holds what a grant gives, and somebody must
	Provides   Groups
	NewcomerID MemberID
}

// Way is how somebody was recognised.
type Way string

// The ways.
const (
	WayKnown  Way = "known"
	WayLinked Way = "linked" // by their address: from now on the identity is theirs
	WayNew    Way = "new"
)

// Recognise finds the member whom somebody is, with the roles that their groups
// give. Only an address that the provider has verified says who somebody is,
// and only once: one that is given to another person later opens nothing.
// Nobody comes in whom no group gives anything.
func (a Arrival) Recognise() (Member, Way, error) {
	m, way, err := a.find()
	if err != nil {
		return m, way, err
	}
	if m.Service || !m.Deactivated.IsZero() {
		return m, way, Refuse(Unauthorized, CodeShutOut)
	}
	return a.granted(m), way, nil
}

func (a Arrival) find() (Member, Way, error) {
	c := a.Claims
	switch {
	case a.Known != nil:
		return *a.Known, WayKnown, nil
	case !c.Verified || c.Email == "":
		return Member{}, "", Refuse(Unauthorized, CodeAddressNotVerified)
	case a.ByEmail != nil && !a.Other:
		return *a.ByEmail, WayLinked, nil
	case a.ByEmail != nil || len(a.Provides.of(c.Groups)) == 0:
		return Member{}, "", Refuse(Unauthorized, CodeNoAccount)
	}
	name, _, _ := strings.Cut(c.Email, "@")
	if c.Name != "" {
		name = c.Name
	}
	return Member{ID: a.NewcomerID, Name: name, Email: c.Email, Language: c.Language, Roles: map[CalendarID][]Role{}, Version: 1}, WayNew, nil
}

// granted gives and takes what groups give. What no group gives is people's to
// give, and stays; so does what somebody must hold and nobody else does.
func (a Arrival) granted(m Member) Member {
	mine := a.Provides.of(a.Claims.Groups)
	m.Roles = maps.Clone(m.Roles)
	for _, grant := range a.Provides.all() {
		given := slices.Contains(mine, grant)
		switch {
		case grant.Owner:
			m.Owner = given || m.Owner && a.NeededAt(grant)
		case given:
			m.Roles[grant.Calendar] = TidyRoles(append(slices.Clone(m.Roles[grant.Calendar]), grant.Role))
		case slices.Contains(m.Roles[grant.Calendar], grant.Role) && !a.NeededAt(grant):
			left := slices.DeleteFunc(slices.Clone(m.Roles[grant.Calendar]), func(r Role) bool { return r == grant.Role })
			if m.Roles[grant.Calendar] = left; len(left) == 0 {
				delete(m.Roles, grant.Calendar)
			}
		}
	}
	return m
}
