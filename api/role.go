package api

import (
	"context"

	"parution.dev/editorial"
)

// roleView is a role that can be held in a calendar.
type roleView struct {
	ID          editorial.Role        `json:"id" example:"role_0692k8o5vfr3hd1t9m4q6c2p0g" doc:"Of a preset one: manager, editor, contributor, reviewer, viewer"`
	Name        string                `json:"name"`
	Permissions editorial.Permissions `json:"permissions"`
	Preset      bool                  `json:"preset" doc:"The same in every calendar; it cannot be changed"`
}

// roleAnswer is one role with its version.
type roleAnswer struct {
	ETag string `header:"ETag" doc:"The version, for If-Match. A preset role has none."`
	Body roleView
}

func viewRole(b editorial.Bundle) roleView {
	return roleView{ID: b.ID, Name: b.Name, Permissions: filled(b.Permissions)}
}

func viewPreset(r editorial.Role, lang editorial.Lang) roleView {
	return roleView{ID: r, Name: r.Words().In(lang), Permissions: r.Permissions(), Preset: true}
}

func roleTag(b editorial.Bundle) string { return etag(b.Version, string(b.ID)) }

type newRole struct {
	Name        string                `json:"name" minLength:"1" maxLength:"100"`
	Permissions editorial.Permissions `json:"permissions" maxItems:"12" enum:"read,write,submit,comment,schedule,approve,release,channels,members,policy,audit,reply" doc:"read is always among them"`
}

type createRoleInput struct {
	Calendar editorial.CalendarID `path:"calendar"`
	Body     newRole
}

// createRole makes a role of the calendar's own. Nobody makes one that may more
// than they may.
func (a *API) createRole(ctx context.Context, in *createRoleInput) (*created[roleView], error) {
	calendar, actor, err := a.calendarFor(ctx, in.Calendar, editorial.Members)
	if err != nil {
		return nil, err
	}
	b := editorial.Bundle{ID: editorial.NewID[editorial.Role]("role"), Calendar: calendar.ID, Name: in.Body.Name, Version: 1}
	b.Set(in.Body.Permissions)
	if err := checkRole(b, nil, callerOf(ctx)); err != nil {
		return nil, err
	}
	if err := a.store.AddBundle(ctx, a.write(ctx, actor), b); err != nil {
		return nil, err
	}
	return &created[roleView]{Location: location(ctx, b.ID), ETag: roleTag(b), Body: viewRole(b)}, nil
}

func checkRole(b editorial.Bundle, before editorial.Permissions, who caller) error {
	if err := checkName(b.Name); err != nil {
		return err
	}
	if err := editorial.CheckBundleName(b.Name); err != nil {
		return err
	}
	return editorial.CheckBundle(who.mayGrant(b.Calendar), before, b.Permissions)
}

type listRolesInput struct {
	Calendar editorial.CalendarID `path:"calendar"`
}

// listRoles lists what can be held in a calendar: the preset roles, then its
// own. They are few, and one page.
func (a *API) listRoles(ctx context.Context, in *listRolesInput) (*listed[roleView], error) {
	calendar, _, err := a.calendarFor(ctx, in.Calendar, editorial.Read)
	if err != nil {
		return nil, err
	}
	own, err := a.store.ListBundles(ctx, calendar.ID)
	if err != nil {
		return nil, err
	}
	lang := callerOf(ctx).lang
	out := list(ctx, editorial.Roles(), "", func(r editorial.Role) roleView { return viewPreset(r, lang) })
	for _, b := range own {
		out.Body.Items = append(out.Body.Items, viewRole(b))
	}
	return out, nil
}

// RolePath names a role of a calendar.
type RolePath struct {
	Calendar editorial.CalendarID `path:"calendar"`
	Role     editorial.Role       `path:"role"`
}

func (a *API) getRole(ctx context.Context, in *RolePath) (*roleAnswer, error) {
	if _, _, err := a.calendarFor(ctx, in.Calendar, editorial.Read); err != nil {
		return nil, err
	}
	if preset := in.Role.Permissions(); preset != nil && in.Role != editorial.Owner {
		return &roleAnswer{Body: viewPreset(in.Role, callerOf(ctx).lang)}, nil
	}
	b, err := a.bundleIn(ctx, in.Calendar, in.Role)
	if err != nil {
		return nil, err
	}
	return &roleAnswer{ETag: roleTag(b), Body: viewRole(b)}, nil
}

// bundleIn reads a calendar's own role.
func (a *API) bundleIn(ctx context.Context, calendar editorial.CalendarID, id editorial.Role) (editorial.Bundle, error) {
	b, err := a.store.GetBundle(ctx, id)
	if err == nil && b.Calendar != calendar {
		err = editorial.Refuse(editorial.NotFound, editorial.CodeNotFound)
	}
	return b, err
}

// ownRole reads a calendar's own role, for somebody who may change it.
func (a *API) ownRole(ctx context.Context, calendar editorial.CalendarID, id editorial.Role) (editorial.Bundle, editorial.Actor, error) {
	_, actor, err := a.calendarFor(ctx, calendar, editorial.Members)
	if err != nil {
		return editorial.Bundle{}, actor, err
	}
	if preset := id.Permissions(); preset != nil && id != editorial.Owner {
		return editorial.Bundle{}, actor, editorial.Refuse(editorial.Conflict, codePresetRole)
	}
	b, err := a.bundleIn(ctx, calendar, id)
	return b, actor, err
}

// roleEdit changes a role: what is absent stays.
type roleEdit struct {
	Name        Patch[string]                `json:"name,omitzero" minLength:"1" maxLength:"100"`
	Permissions Patch[editorial.Permissions] `json:"permissions,omitzero" maxItems:"12" enum:"read,write,submit,comment,schedule,approve,release,channels,members,policy,audit,reply" doc:"For everybody who holds the role"`
}

type updateRoleInput struct {
	RolePath
	IfMatch string `header:"If-Match" required:"true" doc:"The ETag of the version that the change starts from."`
	Body    roleEdit
}

func (a *API) updateRole(ctx context.Context, in *updateRoleInput) (*roleAnswer, error) {
	b, actor, err := a.ownRole(ctx, in.Calendar, in.Role)
	if err != nil {
		return nil, err
	}
	b, err = a.store.UpdateBundle(ctx, a.write(ctx, actor), b.ID, func(b *editorial.Bundle) error {
		if err := matchVersion(in.IfMatch, b.Version, string(b.ID)); err != nil {
			return versioned(err, viewRole(*b))
		}
		before := b.Permissions
		in.Body.Name.Into(&b.Name)
		if in.Body.Permissions.Sent {
			b.Set(in.Body.Permissions.Value)
		}
		return checkRole(*b, before, callerOf(ctx))
	})
	if err != nil {
		return nil, err
	}
	return &roleAnswer{ETag: roleTag(b), Body: viewRole(b)}, nil
}

type removeRoleInput struct {
	RolePath
	IfMatch string `header:"If-Match" required:"true" doc:"The ETag of the version that was read."`
}

// removeRole takes a role away that nobody holds.
func (a *API) removeRole(ctx context.Context, in *removeRoleInput) (*struct{}, error) {
	b, actor, err := a.ownRole(ctx, in.Calendar, in.Role)
	if err != nil {
		return nil, err
	}
	return nil, a.store.RemoveBundle(ctx, a.write(ctx, actor), b.ID, func(b editorial.Bundle, held int) error {
		if err := matchVersion(in.IfMatch, b.Version, string(b.ID)); err != nil {
			return versioned(err, viewRole(b))
		}
		if held > 0 {
			return editorial.Refuse(editorial.Conflict, editorial.CodeRoleHeld)
		}
		return nil
	})
}

// rolebook is what the roles of a calendar allow.
func (a *API) rolebook(ctx context.Context, id editorial.CalendarID) (editorial.Rolebook, error) {
	own, err := a.store.ListBundles(ctx, id)
	return editorial.NewRolebook(own), err
}
