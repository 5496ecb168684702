package store

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// bundle makes a role of the calendar's own.
func (h *house) bundle(id editorial.Role, name string, permissions ...editorial.Permission) editorial.Bundle {
	h.t.Helper()
	b := editorial.Bundle{ID: id, Calendar: maison, Name: name, Permissions: permissions}
	require.NoError(h.t, h.AddBundle(h.ctx, h.desk(), b))
	b.Created, b.Version = h.now, 1
	return b
}

// signedIn begins a session of the manager's.
func (h *house) signedIn(id editorial.SessionID, secret string) {
	h.t.Helper()
	_, err := h.UpdateAccess(h.ctx, h.desk(), ines, func(a *editorial.Access) ([]editorial.Deed, error) {
		return a.Begin(editorial.Session{ID: id, Secret: []byte(secret), Agent: "Firefox", Network: "192.0.2.0/24"}, h.now)
	})
	require.NoError(h.t, err)
}

// invite invites an editor.
func (h *house) invite(id editorial.InvitationID, email, secret string) editorial.Invitation {
	h.t.Helper()
	i := editorial.Invitation{
		ID: id, Calendar: maison, Email: email, Roles: []editorial.Role{editorial.Editor}, Language: editorial.French,
		By: editorial.Actor{Member: ines, Name: "Inès", Language: editorial.French}, ExpiresAt: h.now.Add(editorial.InvitationLife),
	}
	require.NoError(h.t, h.AddInvitation(h.ctx, h.desk(), i, []byte(secret), i.Check))
	i.Created, i.Version = h.now, 1
	return i
}

func TestBundleRoundTrip(t *testing.T) {
	h := newHouse(t)
	want := filled[editorial.Bundle](1)
	want.ID, want.Calendar, want.Created, want.Version = "role_1", maison, noon, 1
	require.NoError(t, h.AddBundle(h.ctx, h.desk(), want))
	got, err := h.GetBundle(h.ctx, want.ID)
	require.NoError(t, err)
	requireSame(t, want, got)

	after := filled[editorial.Bundle](2)
	after.ID, after.Calendar, after.Created = want.ID, maison, noon
	requireChanged(t, want, after, "ID", "Calendar", "Created")
	_, err = h.UpdateBundle(h.ctx, h.desk(), want.ID, func(b *editorial.Bundle) error {
		*b = after
		b.Version = 1
		return nil
	})
	require.NoError(t, err)
	listed, err := h.ListBundles(h.ctx, maison)
	require.NoError(t, err)
	requireSame(t, []editorial.Bundle{after}, listed)

	before := h.everything()
	twin := editorial.Bundle{ID: "role_2", Calendar: maison, Name: after.Name}
	requireCode(t, editorial.CodeRoleNameTaken, h.AddBundle(h.ctx, h.desk(), twin))
	_, err = h.UpdateBundle(h.ctx, h.desk(), "role_none", func(*editorial.Bundle) error { return nil })
	requireCode(t, editorial.CodeNotFound, err)
	requireCode(t, editorial.CodeNotFound, h.RemoveBundle(h.ctx, h.desk(), "role_none", func(editorial.Bundle, int) error { return nil }))
	require.Equal(t, before, h.everything())
}

// A name is one name however it is written, in one calendar.
func TestBundleNames(t *testing.T) {
	h := newHouse(t)
	require.NoError(t, h.AddCalendar(h.ctx, h.desk(), aCalendar("cal_2"), ines))
	h.bundle("role_1", "Presse", editorial.Read)
	h.bundle("role_2", "Relecture", editorial.Read)
	requireCode(t, editorial.CodeRoleNameTaken, h.AddBundle(h.ctx, h.desk(), editorial.Bundle{ID: "role_3", Calendar: maison, Name: "PRESSE"}))
	_, err := h.UpdateBundle(h.ctx, h.desk(), "role_2", func(b *editorial.Bundle) error { b.Name = "presse"; return nil })
	requireCode(t, editorial.CodeRoleNameTaken, err)
	require.NoError(t, h.AddBundle(h.ctx, h.desk(), editorial.Bundle{ID: "role_3", Calendar: "cal_2", Name: "Presse"}))
}

// Who removes a role hears how many hold it, or are invited with it.
func TestRemoveBundle(t *testing.T) {
	h := newHouse(t)
	b := h.bundle("role_1", "Presse", editorial.Read)
	held := func() (n int) {
		err := h.RemoveBundle(h.ctx, h.desk(), b.ID, func(_ editorial.Bundle, held int) error {
			n = held
			return editorial.Refuse(editorial.Conflict, editorial.CodeRoleHeld)
		})
		requireCode(t, editorial.CodeRoleHeld, err)
		return n
	}
	require.Equal(t, 0, held())
	_, err := h.UpdateMember(h.ctx, h.desk(), maison, ines, func(m *editorial.Member) error {
		m.Roles[maison] = append(m.Roles[maison], b.ID)
		return nil
	})
	require.NoError(t, err)
	require.Equal(t, 1, held())
	i := editorial.Invitation{ID: "inv_1", Calendar: maison, Email: "g@example.org", Roles: []editorial.Role{b.ID}, ExpiresAt: noon.Add(time.Hour)}
	require.NoError(t, h.AddInvitation(h.ctx, h.desk(), i, []byte("link"), i.Check))
	h.invite("inv_2", "k@example.org", "other")
	require.Equal(t, 2, held())
	h.now = noon.Add(time.Hour)
	require.Equal(t, 1, held(), "the invitation has run out")
	err = h.RemoveBundle(h.ctx, h.desk(), b.ID, func(editorial.Bundle, int) error { return nil })
	require.Error(t, err, "whatever a rule says: a role that is held stays")
	_, err = h.UpdateMember(h.ctx, h.desk(), maison, ines, func(m *editorial.Member) error {
		m.Roles[maison] = []editorial.Role{editorial.Manager}
		return nil
	})
	require.NoError(t, err)
	require.NoError(t, h.RemoveBundle(h.ctx, h.desk(), b.ID, func(editorial.Bundle, int) error { return nil }))
	_, err = h.GetBundle(h.ctx, b.ID)
	requireCode(t, editorial.CodeNotFound, err)
}

// A role of another calendar cannot be held, whoever writes it.
func TestBundlesStayInTheirCalendar(t *testing.T) {
	h := newHouse(t)
	require.NoError(t, h.AddCalendar(h.ctx, h.desk(), aCalendar("cal_2"), ines))
	b := h.bundle("role_1", "Presse", editorial.Read)
	_, err := h.UpdateMember(h.ctx, h.desk(), maison, ines, func(m *editorial.Member) error {
		m.Roles["cal_2"] = []editorial.Role{b.ID}
		return nil
	})
	requireCode(t, editorial.CodeUnknownRole, err)
}

func TestAccessRoundTrip(t *testing.T) {
	h := newHouse(t)
	a, err := h.GetAccess(h.ctx, ines)
	require.NoError(t, err)
	member, err := h.GetMember(h.ctx, ines)
	require.NoError(t, err)
	requireSame(t, editorial.Access{Member: member, Recovery: [][]byte{}, Sessions: []editorial.Session{}}, a)

	want := filled[editorial.Access](1)
	want.Member, want.Factor.Member, want.Sessions[0].Member = member, ines, ines
	want.Sessions[0].Ended, want.Sessions[0].Previous = time.Time{}, []byte("before")
	change := func(to editorial.Access) {
		t.Helper()
		_, err := h.UpdateAccess(h.ctx, h.desk(), ines, func(a *editorial.Access) ([]editorial.Deed, error) {
			*a = to
			return []editorial.Deed{{Action: "did", Subject: "that", Detail: "so"}}, nil
		})
		require.NoError(t, err)
		got, err := h.GetAccess(h.ctx, ines)
		require.NoError(t, err)
		requireSame(t, to, got)
		byEmail, err := h.AccessByEmail(h.ctx, "ines@example.org")
		require.NoError(t, err)
		requireSame(t, to, byEmail)
	}
	change(want)

	after := filled[editorial.Access](2)
	after.Member, after.Factor.Member = member, ines
	kept := want.Sessions[0]
	kept.Secret, kept.Previous, kept.Used, kept.Rotated, kept.Seen = []byte("s"), nil, noon.Add(3*time.Hour), noon.Add(4*time.Hour), time.Time{}
	after.Sessions = []editorial.Session{kept}
	change(after)

	after.Password, after.Factor, after.Recovery = "third", editorial.SecondFactor{}, [][]byte{}
	change(after)
	last := h.lines(AuditFilter{Instance: true, Latest: true}, 1)[0]
	require.Equal(t, []string{"did", "that", "so", "Inès"}, []string{last.Action, last.Subject, last.Detail, last.Actor.Name})

	before := h.everything()
	_, err = h.UpdateAccess(h.ctx, h.desk(), ines, func(a *editorial.Access) ([]editorial.Deed, error) {
		a.Password = "never"
		return nil, editorial.Refuse(editorial.Unauthorized, editorial.CodeCodeWrong)
	})
	requireCode(t, editorial.CodeCodeWrong, err)
	_, err = h.GetAccess(h.ctx, "mem_none")
	requireCode(t, editorial.CodeNotFound, err)
	_, err = h.AccessByEmail(h.ctx, "nobody@example.org")
	requireCode(t, editorial.CodeNotFound, err)
	require.Equal(t, before, h.everything())
}

// The secret of a second factor is sealed; with another key it is lost, and no
// code opens anything.
func TestSecondFactorIsSealed(t *testing.T) {
	h := newHouse(t)
	factor := editorial.NewSecondFactor(ines, noon)
	factor.Confirmed = noon
	_, err := h.UpdateAccess(h.ctx, h.desk(), ines, func(a *editorial.Access) ([]editorial.Deed, error) {
		a.Factor = factor
		return nil, nil
	})
	require.NoError(t, err)
	for _, name := range []string{databaseFile, databaseFile + "-wal"} {
		held, err := os.ReadFile(filepath.Join(h.cfg.Dir, name))
		require.NoError(t, err)
		require.False(t, bytes.Contains(held, []byte(factor.Secret.Reveal())), name)
	}
	other := h.another(func(c *Config) { c.Sealer = locker('z') })
	a, err := other.GetAccess(h.ctx, ines)
	require.NoError(t, err)
	require.True(t, a.HasFactor(), "it is still asked for")
	require.True(t, a.Factor.Secret.IsZero())
	_, err = a.Prove(factor.Code(noon.Unix()/30), noon)
	requireCode(t, editorial.CodeCodeWrong, err)
}

func TestSessions(t *testing.T) {
	h := newHouse(t)
	h.signedIn("ses_1", "first")
	find := func(secret string) (editorial.Session, error) {
		s, m, err := h.SessionBySecret(h.ctx, []byte(secret))
		if err == nil {
			require.Equal(t, ines, m.ID)
			byID, err := h.GetSession(h.ctx, s.ID)
			require.NoError(t, err)
			requireSame(t, s, byID)
		}
		return s, err
	}
	use := func(shown, next string) editorial.Use {
		t.Helper()
		_, use, err := h.UseSession(h.ctx, Write{By: h.desk().By, Now: h.now}, []byte(shown), []byte(next))
		require.NoError(t, err)
		return use
	}
	s, err := find("first")
	require.NoError(t, err)
	requireSame(t, editorial.Session{
		ID: "ses_1", Member: ines, Secret: []byte("first"), Agent: "Firefox", Network: "192.0.2.0/24", Created: noon, Used: noon, Rotated: noon, Seen: noon,
	}, s)
	quiet := h.everything()
	require.Equal(t, editorial.Use{}, use("first", "second"))
	require.Equal(t, quiet, h.everything())
	h.now = noon.Add(editorial.SessionRotation)
	require.True(t, use("first", "second").Renew)
	for _, secret := range []string{"first", "second"} {
		s, err = find(secret)
		require.NoError(t, err)
		require.Equal(t, h.now, s.Rotated)
	}
	h.now = h.now.Add(time.Minute)
	require.Equal(t, editorial.Use{Note: true}, use("second", ""))
	h.now = h.now.Add(time.Hour)
	require.True(t, use("first", "third").Stolen)
	require.Equal(t, []string{"session.stolen ses_1"}, h.actions(1))
	s, err = find("second")
	require.NoError(t, err)
	require.Equal(t, h.now, s.Ended)
	_, err = find("third")
	requireCode(t, editorial.CodeNotFound, err)
	_, _, err = h.UseSession(h.ctx, h.desk(), []byte("none"), nil)
	requireCode(t, editorial.CodeNotFound, err)
	_, err = h.GetSession(h.ctx, "ses_none")
	requireCode(t, editorial.CodeNotFound, err)
}

// What has long been over is forgotten; what is not stays.
func TestOldSessionsAreForgotten(t *testing.T) {
	h := newHouse(t)
	h.signedIn("ses_1", "ended")
	h.signedIn("ses_2", "unused")
	h.now = noon.Add(40 * 24 * time.Hour)
	h.raw(`UPDATE sessions SET ended_at = $1 WHERE id = 'ses_1'`, noon.UnixMilli())
	h.signedIn("ses_3", "young")
	h.raw(`UPDATE sessions SET ended_at = $1 WHERE id = 'ses_3'`, h.now.UnixMilli())
	require.Equal(t, "ses_2\x00ses_3", column(t, h.reader, `SELECT id FROM sessions ORDER BY id`))
	h.now = noon.Add(50 * 24 * time.Hour)
	h.signedIn("ses_4", "new")
	require.Equal(t, "ses_3\x00ses_4", column(t, h.reader, `SELECT id FROM sessions ORDER BY id`))
}

func TestInvitations(t *testing.T) {
	h := newHouse(t)
	want := h.invite("inv_1", "grace@example.org", "link")
	got, err := h.GetInvitation(h.ctx, want.ID)
	require.NoError(t, err)
	requireSame(t, want, got)
	got, c, known, err := h.InvitationBySecret(h.ctx, []byte("link"))
	require.NoError(t, err)
	requireSame(t, want, got)
	require.Equal(t, "Maison", c.Name)
	require.Empty(t, known.ID)

	before := h.everything()
	twin := want
	twin.ID = "inv_2"
	requireCode(t, editorial.CodeAlreadyInvited, h.AddInvitation(h.ctx, h.desk(), twin, []byte("b"), twin.Check))
	twin.Email = "ines@example.org"
	requireCode(t, editorial.CodeAlreadyMember, h.AddInvitation(h.ctx, h.desk(), twin, []byte("b"), twin.Check))
	_, _, _, err = h.InvitationBySecret(h.ctx, []byte("guess"))
	requireCode(t, editorial.CodeNotFound, err)
	_, err = h.GetInvitation(h.ctx, "inv_none")
	requireCode(t, editorial.CodeNotFound, err)
	requireCode(t, editorial.CodeNotFound, h.RevokeInvitation(h.ctx, h.desk(), "inv_none"))
	require.Equal(t, before, h.everything())

	h.now = noon.Add(time.Hour)
	by := editorial.Actor{Member: "mem_9", Name: "Karim", Language: editorial.English}
	renewed, err := h.RenewInvitation(h.ctx, h.desk(), want.ID, []byte("link 2"), func(i *editorial.Invitation) error { return i.Renew(by, h.now) })
	require.NoError(t, err)
	require.Equal(t, by, renewed.By)
	_, _, _, err = h.InvitationBySecret(h.ctx, []byte("link"))
	requireCode(t, editorial.CodeNotFound, err)
	got, _, _, err = h.InvitationBySecret(h.ctx, []byte("link 2"))
	require.NoError(t, err)
	requireSame(t, renewed, got)
	require.NoError(t, h.RevokeInvitation(h.ctx, h.desk(), want.ID))
	got, err = h.GetInvitation(h.ctx, want.ID)
	require.NoError(t, err)
	require.Equal(t, h.now, got.Revoked)
	h.invite("inv_3", "grace@example.org", "link 3")
	requirePages(t, []string{"inv_1", "inv_3"}, func(p Page) ([]editorial.Invitation, string, error) { return h.ListInvitations(h.ctx, maison, p) },
		func(i editorial.Invitation) string { return string(i.ID) })
}

func TestAcceptInvitation(t *testing.T) {
	h := newHouse(t)
	h.invite("inv_1", "grace@example.org", "link")
	grace := editorial.Member{ID: "mem_2", Name: "Grace", Email: "grace@example.org", Language: editorial.English, Roles: map[editorial.CalendarID][]editorial.Role{}}
	w := Write{By: editorial.Actor{Member: grace.ID, Name: grace.Name}, Now: noon.Add(time.Minute)}
	coming := Coming{Member: grace, New: true, Password: "hash", Session: editorial.Session{ID: "ses_1", Secret: []byte("s")}}
	a, i, err := h.AcceptInvitation(h.ctx, w, []byte("link"), coming)
	require.NoError(t, err)
	require.Equal(t, []string{"member.added mem_2", "invitation.accepted inv_1", "password.changed mem_2", "session.started ses_1"}, h.actions(4))
	require.Equal(t, []editorial.Role{editorial.Editor}, a.Member.Roles[maison])
	require.Equal(t, "hash", a.Password)
	require.Len(t, a.Sessions, 1)
	read, err := h.GetInvitation(h.ctx, i.ID)
	require.NoError(t, err)
	requireSame(t, i, read)
	require.Equal(t, w.Now, read.Accepted)

	before := h.everything()
	_, _, err = h.AcceptInvitation(h.ctx, w, []byte("link"), coming)
	requireCode(t, editorial.CodeInvitationOver, err)
	_, _, err = h.AcceptInvitation(h.ctx, w, []byte("guess"), coming)
	requireCode(t, editorial.CodeNotFound, err)
	require.Equal(t, before, h.everything(), "once, and whole or not at all")

	require.NoError(t, h.AddCalendar(h.ctx, h.desk(), aCalendar("cal_2"), ines))
	second := editorial.Invitation{
		ID: "inv_2", Calendar: "cal_2", Email: grace.Email, Roles: []editorial.Role{editorial.Viewer},
		By: editorial.Actor{Member: ines, Name: "Inès"}, ExpiresAt: noon.Add(time.Hour),
	}
	require.NoError(t, h.AddInvitation(h.ctx, h.desk(), second, []byte("link 2"), second.Check))
	a, _, err = h.AcceptInvitation(h.ctx, w, []byte("link 2"), Coming{Member: grace})
	require.NoError(t, err)
	require.Equal(t, map[editorial.CalendarID][]editorial.Role{maison: {editorial.Editor}, "cal_2": {editorial.Viewer}}, a.Member.Roles)
	require.Equal(t, []string{"session.started ses_1"}, h.actions(1), "the other calendar's record has it")
	require.Equal(t, "hash", a.Password)
}

// Of two who accept at once, one does.
func TestAcceptInvitationRace(t *testing.T) {
	h := newHouse(t)
	h.invite("inv_1", "grace@example.org", "link")
	errs := make(chan error)
	for n := range 4 {
		go func() {
			m := editorial.Member{ID: number[editorial.MemberID]("mem_new", n), Email: "grace@example.org", Roles: map[editorial.CalendarID][]editorial.Role{}}
			s := editorial.Session{ID: number[editorial.SessionID]("ses", n), Secret: []byte{byte(n)}}
			_, _, err := h.AcceptInvitation(h.ctx, Write{Now: noon}, []byte("link"), Coming{Member: m, New: true, Password: "h", Session: s})
			errs <- err
		}()
	}
	came := 0
	for range 4 {
		if err := <-errs; err == nil {
			came++
		} else {
			require.NotNil(t, editorial.AsRefusal(err), err)
		}
	}
	require.Equal(t, 1, came)
	require.Equal(t, 1, h.count(`SELECT COUNT(*) FROM sessions`))
}

func TestResets(t *testing.T) {
	h := newHouse(t)
	h.signedIn("ses_1", "first")
	want := editorial.Reset{ID: "rst_1", Member: ines, By: editorial.Actor{Name: "Karim"}, Created: noon, ExpiresAt: noon.Add(time.Hour)}
	require.NoError(t, h.AddReset(h.ctx, h.desk(), want, []byte("link")))
	got, m, err := h.ResetBySecret(h.ctx, []byte("link"))
	require.NoError(t, err)
	requireSame(t, want, got)
	require.Equal(t, ines, m.ID)
	next := want
	next.ID = "rst_2"
	require.NoError(t, h.AddReset(h.ctx, h.desk(), next, []byte("link 2")))
	_, _, err = h.ResetBySecret(h.ctx, []byte("link"))
	requireCode(t, editorial.CodeNotFound, err)

	require.NoError(t, h.UseReset(h.ctx, h.desk(), []byte("link 2"), "new hash"))
	require.Equal(t, []string{"password.changed mem_1", "session.ended ses_1"}, h.actions(2))
	before := h.everything()
	requireCode(t, editorial.CodeResetOver, h.UseReset(h.ctx, h.desk(), []byte("link 2"), "newer"))
	requireCode(t, editorial.CodeNotFound, h.UseReset(h.ctx, h.desk(), []byte("guess"), "newer"))
	require.Equal(t, before, h.everything())
}

// Who is shut out has nothing left that opens anything, nor has anything that
// they handed out; what they did stays theirs.
func TestDeactivateMember(t *testing.T) {
	h := newHouse(t)
	require.NoError(t, h.AddMember(h.ctx, h.desk(), "", editorial.Member{ID: "mem_2", Email: "k@example.org"}))
	p := h.draft("written by Inès", nine, wall)
	h.signedIn("ses_1", "first")
	tokens := []editorial.Token{{ID: "tok_1", Member: ines, Maker: ines}, {ID: "tok_2", Member: "mem_2", Maker: ines}, {ID: "tok_3", Member: "mem_2", Maker: "mem_2"}}
	for i, k := range tokens {
		require.NoError(t, h.AddToken(h.ctx, h.desk(), k, []byte{byte(i)}))
	}
	h.invite("inv_1", "grace@example.org", "link")
	require.NoError(t, h.AddReset(h.ctx, h.desk(), editorial.Reset{ID: "rst_1", Member: ines, ExpiresAt: noon.Add(time.Hour)}, []byte("reset")))
	m, ended, err := h.DeactivateMember(h.ctx, h.desk(), ines, func(m *editorial.Member, _ int) error { return editorial.Deactivate(m, 1, h.now) })
	require.NoError(t, err)
	require.Equal(t, noon, m.Deactivated)
	require.Equal(t, Ended{Sessions: 1, Tokens: 2, Invitations: 1}, ended)
	require.Equal(t, []string{"member.deactivated mem_1", "session.ended ses_1", "token.updated tok_1", "token.updated tok_2", "invitation.revoked inv_1"}, h.actions(5))
	for _, k := range tokens {
		read, err := h.GetToken(h.ctx, k.ID)
		require.NoError(t, err)
		require.Equal(t, k.Maker == ines, !read.Revoked.IsZero(), k.ID)
	}
	r, _, err := h.ResetBySecret(h.ctx, []byte("reset"))
	require.NoError(t, err)
	require.False(t, r.Open(noon))
	require.Equal(t, ines, h.get(p).Author, "history is whole")
	require.Equal(t, map[editorial.CalendarID][]editorial.Role{maison: {editorial.Manager}}, m.Roles)

	before := h.everything()
	_, _, err = h.DeactivateMember(h.ctx, h.desk(), "mem_2", func(m *editorial.Member, others int) error {
		m.Owner = true
		return editorial.Deactivate(m, others, h.now)
	})
	requireCode(t, editorial.CodeLastOwner, err)
	_, _, err = h.DeactivateMember(h.ctx, h.desk(), "mem_none", func(*editorial.Member, int) error { return nil })
	requireCode(t, editorial.CodeNotFound, err)
	require.Equal(t, before, h.everything())
}

func TestNote(t *testing.T) {
	h := newHouse(t)
	require.NoError(t, h.Note(h.ctx, Write{By: editorial.Actor{Name: "anonymous"}, Now: noon}, editorial.Deed{Action: "session.refused", Detail: "192.0.2.0/24"}))
	last := h.lines(AuditFilter{Instance: true, Latest: true}, 1)[0]
	require.Equal(t, "session.refused", last.Action)
	require.Equal(t, "192.0.2.0/24", last.Detail)
	require.Empty(t, last.Subject)
}
