package editorial

import (
	"slices"
	"strings"
	"time"
)

// Bundle is a role that a calendar made for itself: a name for some of the
// permissions.
type Bundle struct {
	ID          Role
	Calendar    CalendarID
	Name        string
	Permissions Permissions
	Created     time.Time
	Version     int64
}

// Set gives the bundle its permissions: in the order people read them, each
// once, and reading among them, since whoever works here reads.
func (b *Bundle) Set(permissions Permissions) {
	b.Permissions = AllPermissions().And(append(permissions, Read))
}

// CheckBundleName refuses the name of a preset role: it would say of itself
// what it is not.
func CheckBundleName(name string) error {
	for _, preset := range append(Roles(), Owner) {
		words := preset.Words()
		for _, taken := range []string{string(preset), words.EN, words.FR} {
			if strings.EqualFold(strings.TrimSpace(name), taken) {
				return InvalidAt("/name", CodeRoleNameTaken)
			}
		}
	}
	return nil
}

// Words is what people call a preset role.
func (r Role) Words() Words {
	switch r {
	case Owner:
		return Words{"Owner", "Propriétaire"}
	case Manager:
		return Words{"Manager", "Responsable"}
	case Editor:
		return Words{"Editor", "Rédaction"}
	case Contributor:
		return Words{"Contributor", "Contribution"}
	case Reviewer:
		return Words{"Reviewer", "Validation"}
	case Viewer:
		return Words{"Viewer", "Lecture"}
	}
	return Words{string(r), string(r)}
}

// Rolebook says what roles allow that calendars made for themselves. What the
// preset ones allow it knows by itself.
type Rolebook map[Role]Permissions

// NewRolebook is the book of some bundles.
func NewRolebook(bundles []Bundle) Rolebook {
	book := Rolebook{}
	for _, b := range bundles {
		book[b.ID] = b.Permissions
	}
	return book
}

// Permissions returns what a role allows, nothing for one that is unknown.
func (b Rolebook) Permissions(r Role) Permissions {
	if own, ok := b[r]; ok {
		return own
	}
	return r.Permissions()
}

// Granted returns what several roles together may do.
func (b Rolebook) Granted(roles []Role) Permissions {
	all := Permissions{}
	for _, one := range AllPermissions() {
		if slices.ContainsFunc(roles, func(r Role) bool { return b.Permissions(r).Has(one) }) {
			all = append(all, one)
		}
	}
	return all
}

// knows tells whether a role can be held in the calendar that the book is of.
func (b Rolebook) knows(r Role) bool {
	_, own := b[r]
	return own || slices.Contains(Roles(), r)
}

// CheckGrant refuses to let somebody change the roles of a member from before
// to after who may not do everything themselves that they give or take:
// nobody makes another, or themselves, more than they are.
func (b Rolebook) CheckGrant(may Permissions, before, after []Role) error {
	var unknown, beyond []Problem
	for i, role := range after {
		at := pointer("roles", i)
		switch {
		case !b.knows(role):
			unknown = append(unknown, Problem{Code: CodeUnknownRole, Pointer: at})
		case !slices.Contains(before, role) && !may.Covers(b.Permissions(role)):
			beyond = append(beyond, Problem{Code: CodeBeyondYours, Pointer: at})
		}
	}
	if err := RefuseAll(unknown); err != nil {
		return err
	}
	taken := slices.ContainsFunc(before, func(r Role) bool { return !slices.Contains(after, r) && !may.Covers(b.Permissions(r)) })
	if taken || len(beyond) > 0 {
		return &Refusal{Kind: Forbidden, Code: CodeBeyondYours, Problems: beyond}
	}
	return nil
}

// CheckBundle is CheckGrant for a bundle whose permissions change: whoever
// holds it gets or loses what is in one and not in the other.
func CheckBundle(may, before, after Permissions) error {
	for _, one := range AllPermissions() {
		if before.Has(one) != after.Has(one) && !may.Has(one) {
			return &Refusal{Kind: Forbidden, Code: CodeBeyondYours, Problems: []Problem{{Code: CodeBeyondYours, Pointer: "/permissions"}}}
		}
	}
	return nil
}
