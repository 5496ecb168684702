package api

import (
	"cmp"
	"context"
	"net/mail"
	"slices"
	"strings"
	"time"

	"parution.dev/editorial"
	"parution.dev/store"
)

// memberView is a person as one calendar sees them.
type memberView struct {
	ID            editorial.MemberID    `json:"id" example:"mem_0692k8o5vfr3hd1t9m4q6c2p0g"`
	Name          string                `json:"name"`
	Email         string                `json:"email" doc:"Empty for a service"`
	Language      editorial.Lang        `json:"language" enum:"en,fr"`
	Service       bool                  `json:"service" doc:"A program: it never signs in, and works with tokens that people make for it"`
	Owner         bool                  `json:"owner" doc:"Of the whole instance"`
	Roles         []editorial.Role      `json:"roles" doc:"In this calendar"`
	Permissions   editorial.Permissions `json:"permissions" doc:"What the roles come to"`
	CreatedAt     time.Time             `json:"created_at"`
	DeactivatedAt *time.Time            `json:"deactivated_at" doc:"null: active"`
}

// memberAnswer is one member with their version.
type memberAnswer struct {
	ETag string `header:"ETag" doc:"The version, for If-Match."`
	Body memberView
}

func viewMember(m editorial.Member, in editorial.CalendarID) memberView {
	return memberView{
		ID: m.ID, Name: m.Name, Email: m.Email, Language: m.Language, Service: m.Service, Owner: m.Owner, Roles: filled(m.Roles[in]),
		Permissions: m.May(in), CreatedAt: m.Created, DeactivatedAt: instant(m.Deactivated),
	}
}

// memberTag names the version of a member as one calendar sees them.
func memberTag(m editorial.Member) string { return etag(m.Version, string(m.ID)) }

type newMember struct {
	Name     string           `json:"name" minLength:"1" maxLength:"200" doc:"Of a new person; whoever is known by this address keeps their name"`
	Email    string           `json:"email,omitempty" maxLength:"254" format:"email" doc:"Needed of a person; a service has none"`
	Service  bool             `json:"service,omitempty" doc:"A program, for which people make tokens"`
	Roles    []editorial.Role `json:"roles" minItems:"1" maxItems:"20" doc:"Preset ones, and those of the calendar by their ids; none beyond your own"`
	Language editorial.Lang   `json:"language,omitempty" enum:"en,fr" doc:"The calendar's, when left out"`
}

// address is the new member's e-mail address, which people have and services
// do not.
func (n newMember) address() (string, error) {
	switch {
	case n.Service && n.Email == "":
		return "", nil
	case n.Service:
		return "", editorial.InvalidAt("/email", editorial.CodeServiceSignsIn)
	case n.Email == "":
		return "", editorial.InvalidAt("/email", codeRequired)
	}
	return address(n.Email)
}

type createMemberInput struct {
	Calendar editorial.CalendarID `path:"calendar"`
	Body     newMember
}

// createMember brings a person into a calendar: one who is known by their
// e-mail address, or a new one; or makes a service.
func (a *API) createMember(ctx context.Context, in *createMemberInput) (*created[memberView], error) {
	calendar, actor, err := a.calendarFor(ctx, in.Calendar, editorial.Members)
	if err != nil {
		return nil, err
	}
	email, err := in.Body.address()
	if err != nil {
		return nil, err
	}
	if err := checkName(in.Body.Name); err != nil {
		return nil, err
	}
	book, err := a.rolebook(ctx, calendar.ID)
	if err != nil {
		return nil, err
	}
	if err := book.CheckGrant(callerOf(ctx).mayGrant(calendar.ID), nil, in.Body.Roles); err != nil {
		return nil, err
	}
	m := editorial.Member{
		ID: editorial.NewID[editorial.MemberID]("mem"), Name: in.Body.Name, Email: email, Service: in.Body.Service, Created: a.now(), Version: 1,
		Language: cmp.Or(in.Body.Language, calendar.Language), Bundles: book,
		Roles: map[editorial.CalendarID][]editorial.Role{calendar.ID: editorial.TidyRoles(in.Body.Roles)},
	}
	err = a.store.AddMember(ctx, a.write(ctx, actor), calendar.ID, m)
	if refusal := editorial.AsRefusal(err); refusal != nil && refusal.Code == codeEmailTaken {
		m, err = a.inviteKnown(ctx, a.write(ctx, actor), calendar.ID, m)
	}
	if err != nil {
		return nil, err
	}
	return &created[memberView]{Location: location(ctx, m.ID), ETag: memberTag(m), Body: viewMember(m, calendar.ID)}, nil
}

// inviteKnown gives the person who has an invited member's address the
// invited roles.
func (a *API) inviteKnown(ctx context.Context, w store.Write, calendar editorial.CalendarID, invited editorial.Member) (editorial.Member, error) {
	known, err := a.store.MemberByEmail(ctx, invited.Email)
	if err != nil {
		return known, err
	}
	return a.store.UpdateMember(ctx, w, calendar, known.ID, func(m *editorial.Member) error {
		if len(m.Roles[calendar]) > 0 {
			return editorial.Refuse(editorial.Conflict, editorial.CodeAlreadyMember)
		}
		m.Roles[calendar] = invited.Roles[calendar]
		return nil
	})
}

// address reads an e-mail address, in lower case and without a name around it.
func address(text string) (string, error) {
	parsed, err := mail.ParseAddress(text)
	if err != nil || parsed.Address != text || len(text) > 254 {
		return "", editorial.InvalidAt("/email", codeBadEmail)
	}
	return strings.ToLower(parsed.Address), nil
}

type listMembersInput struct {
	Paging
	Calendar editorial.CalendarID `path:"calendar"`
}

func (a *API) listMembers(ctx context.Context, in *listMembersInput) (*listed[memberView], error) {
	calendar, _, err := a.calendarFor(ctx, in.Calendar, editorial.Read)
	if err != nil {
		return nil, err
	}
	members, next, err := a.store.ListMembers(ctx, calendar.ID, in.page())
	if err != nil {
		return nil, err
	}
	return list(ctx, members, next, func(m editorial.Member) memberView { return viewMember(m, calendar.ID) }), nil
}

type getMemberInput struct {
	Calendar editorial.CalendarID `path:"calendar"`
	Member   editorial.MemberID   `path:"member"`
}

func (a *API) getMember(ctx context.Context, in *getMemberInput) (*memberAnswer, error) {
	m, _, err := a.memberFor(ctx, in.Calendar, in.Member, editorial.Read)
	if err != nil {
		return nil, err
	}
	return &memberAnswer{ETag: memberTag(m), Body: viewMember(m, in.Calendar)}, nil
}

// memberFor reads a member of a calendar that the caller needs a permission in.
func (a *API) memberFor(ctx context.Context, calendar editorial.CalendarID, id editorial.MemberID, need editorial.Permission) (editorial.Member, editorial.Actor, error) {
	_, actor, err := a.calendarFor(ctx, calendar, need)
	if err != nil {
		return editorial.Member{}, actor, err
	}
	m, err := a.store.GetMember(ctx, id)
	if err == nil && len(m.Roles[calendar]) == 0 {
		err = editorial.Refuse(editorial.NotFound, editorial.CodeNotFound)
	}
	return m, actor, err
}

// memberEdit changes a member: what is absent stays.
type memberEdit struct {
	Name     Patch[string]           `json:"name,omitzero" minLength:"1" maxLength:"200"`
	Language Patch[editorial.Lang]   `json:"language,omitzero" enum:"en,fr"`
	Roles    Patch[[]editorial.Role] `json:"roles,omitzero" minItems:"1" maxItems:"20" doc:"In this calendar: preset ones, and its own by their ids. Nobody gives or takes what they may not do themselves"`
}

type updateMemberInput struct {
	Calendar editorial.CalendarID `path:"calendar"`
	Member   editorial.MemberID   `path:"member"`
	IfMatch  string               `header:"If-Match" required:"true" doc:"The ETag of the version that the change starts from."`
	Body     memberEdit
}

func (a *API) updateMember(ctx context.Context, in *updateMemberInput) (*memberAnswer, error) {
	if in.Body.Name.Sent {
		if err := checkName(in.Body.Name.Value); err != nil {
			return nil, err
		}
	}
	m, err := a.changeMember(ctx, in.Calendar, in.Member, in.IfMatch, func(m *editorial.Member) {
		in.Body.Name.Into(&m.Name)
		in.Body.Language.Into(&m.Language)
		if in.Body.Roles.Sent {
			m.Roles[in.Calendar] = in.Body.Roles.Value
		}
	})
	if err != nil {
		return nil, err
	}
	return &memberAnswer{ETag: memberTag(m), Body: viewMember(m, in.Calendar)}, nil
}

type removeMemberInput struct {
	Calendar editorial.CalendarID `path:"calendar"`
	Member   editorial.MemberID   `path:"member"`
	IfMatch  string               `header:"If-Match" required:"true" doc:"The ETag of the version that was read."`
}

// removeMember takes a person's roles in a calendar away. The person stays
// known to the instance, and in the record.
func (a *API) removeMember(ctx context.Context, in *removeMemberInput) (*struct{}, error) {
	_, err := a.changeMember(ctx, in.Calendar, in.Member, in.IfMatch, func(m *editorial.Member) { delete(m.Roles, in.Calendar) })
	return nil, err
}

// changeMember changes a member of a calendar, within what the caller may give
// and take. One manager always stays; since that takes a look at the others,
// such changes go one after the other.
func (a *API) changeMember(ctx context.Context, calendar editorial.CalendarID, id editorial.MemberID, ifMatch string, change func(*editorial.Member)) (editorial.Member, error) {
	_, actor, err := a.memberFor(ctx, calendar, id, editorial.Members)
	if err != nil {
		return editorial.Member{}, err
	}
	a.roles.Lock()
	defer a.roles.Unlock()
	others, err := a.otherManagers(ctx, calendar, id)
	if err != nil {
		return editorial.Member{}, err
	}
	book, err := a.rolebook(ctx, calendar)
	if err != nil {
		return editorial.Member{}, err
	}
	return a.store.UpdateMember(ctx, a.write(ctx, actor), calendar, id, func(m *editorial.Member) error {
		if err := matchVersion(ifMatch, m.Version, string(id)); err != nil {
			return versioned(err, viewMember(*m, calendar))
		}
		before, was := m.Roles[calendar], *m
		change(m)
		if m.Name != was.Name {
			if err := editorial.CheckRename(callerOf(ctx).member, was); err != nil {
				return err
			}
		}
		if err := book.CheckGrant(callerOf(ctx).mayGrant(calendar), before, m.Roles[calendar]); err != nil {
			return err
		}
		if slices.Contains(before, editorial.Manager) && others == 0 && !slices.Contains(m.Roles[calendar], editorial.Manager) {
			return editorial.Refuse(editorial.Conflict, codeLastManager)
		}
		if m.Roles[calendar] != nil {
			m.Roles[calendar] = editorial.TidyRoles(m.Roles[calendar])
		}
		return nil
	})
}

// otherManagers counts a calendar's active managers besides one member.
func (a *API) otherManagers(ctx context.Context, calendar editorial.CalendarID, id editorial.MemberID) (int, error) {
	members, err := all(func(p store.Page) ([]editorial.Member, string, error) { return a.store.ListMembers(ctx, calendar, p) })
	count := 0
	for _, m := range members {
		if m.ID != id && m.Deactivated.IsZero() && slices.Contains(m.Roles[calendar], editorial.Manager) {
			count++
		}
	}
	return count, err
}
