package store

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// links makes a client's link.
func (h *house) links(secret string) editorial.ClientLink {
	h.t.Helper()
	l := editorial.ClientLink{
		ID: editorial.NewID[editorial.ClientLinkID]("cli"), Calendar: maison, For: "Cléo", Language: editorial.French, Approves: true,
		By: editorial.Actor{Member: ines, Name: "Inès"}, Created: h.now, Version: 1,
	}
	require.NoError(h.t, h.AddClientLink(h.ctx, h.desk(), l, []byte(secret)))
	return l
}

// visits has the client come by a link.
func (h *house) visits(l editorial.ClientLink, secret string) editorial.Visit {
	h.t.Helper()
	v := editorial.Visit{
		ID: editorial.NewID[editorial.VisitID]("vis"), Link: l.ID, Name: "Cléo", Proof: editorial.ProofDeclared, Created: h.now, ExpiresAt: h.now.Add(editorial.VisitLife),
	}
	require.NoError(h.t, h.AddVisit(h.ctx, Write{By: l.Actor(v), Now: h.now}, v, []byte(secret)))
	return v
}

func TestClientLinkRoundTrip(t *testing.T) {
	h := newHouse(t)
	want := filled[editorial.ClientLink](1)
	want.ID, want.Calendar, want.Member, want.Created, want.Version = "cli_1", maison, ines, noon, 1
	want.By = editorial.Actor{Member: ines, Name: "Inès"}
	want.Revoked, want.Code, want.CodeEnds = time.Time{}, nil, time.Time{}
	require.NoError(t, h.AddClientLink(h.ctx, h.desk(), want, []byte("secret")))
	got, err := h.GetClientLink(h.ctx, want.ID)
	require.NoError(t, err)
	requireSame(t, want, got)

	after := want
	after.Name, after.Code, after.CodeEnds, after.CodeFailed, after.Revoked, after.Version = "Cléo", []byte{1}, noon, 3, noon, 2
	said, err := h.UpdateClientLink(h.ctx, h.desk(), want.ID, func(l *editorial.ClientLink) (editorial.Deed, error) {
		l.Name, l.Code, l.CodeEnds, l.CodeFailed, l.Revoked = after.Name, after.Code, after.CodeEnds, after.CodeFailed, after.Revoked
		return editorial.Deed{Action: "client_link.changed", Detail: "somehow"}, nil
	})
	require.NoError(t, err)
	requireSame(t, after, said)
	got, err = h.GetClientLink(h.ctx, want.ID)
	require.NoError(t, err)
	requireSame(t, after, got)
	lines := h.lines(AuditFilter{Calendars: []editorial.CalendarID{maison}, Latest: true}, 1)
	require.Equal(t, "client_link.changed somehow cli_1", lines[0].Action+" "+lines[0].Detail+" "+lines[0].Subject)
	require.Equal(t, 0, h.count(`SELECT COUNT(*) FROM client_links WHERE secret = 'secret' AND typeof(secret) = 'text'`))

	var ids []string
	for i := range 3 {
		ids = append(ids, string(h.links(fmt.Sprint("link ", i)).ID))
	}
	requirePages(t, append(ids, "cli_1"), func(p Page) ([]editorial.ClientLink, string, error) { return h.ListClientLinks(h.ctx, maison, p) },
		func(l editorial.ClientLink) string { return string(l.ID) })
}

func TestVisits(t *testing.T) {
	h := newHouse(t)
	l := h.links("link")
	found, err := h.ClientLinkBySecret(h.ctx, []byte("link"))
	require.NoError(t, err)
	require.Equal(t, maison, found.Calendar.ID)
	require.Equal(t, ines, found.Maker.ID)
	v := h.visits(l, "visit")
	found, err = h.VisitBySecret(h.ctx, []byte("visit"))
	require.NoError(t, err)
	requireSame(t, v, found.Visit)
	require.Equal(t, "Cléo", found.Link.Name, "the link knows the name now")
	_, err = h.VisitBySecret(h.ctx, []byte("link"))
	requireCode(t, editorial.CodeNotFound, err)

	h.now = v.ExpiresAt
	h.visits(l, "later")
	_, err = h.VisitBySecret(h.ctx, []byte("visit"))
	requireCode(t, editorial.CodeNotFound, err)

	_, err = h.RenewClientLink(h.ctx, h.desk(), l.ID, []byte("fresh"), func(l *editorial.ClientLink) (editorial.Deed, error) {
		return editorial.Deed{Action: "client_link.renewed"}, l.Renew(h.desk().By)
	})
	require.NoError(t, err)
	for _, over := range []string{"link", "later"} {
		_, err := h.ClientLinkBySecret(h.ctx, []byte(over))
		requireCode(t, editorial.CodeNotFound, err)
		_, err = h.VisitBySecret(h.ctx, []byte(over))
		requireCode(t, editorial.CodeNotFound, err)
	}
	_, err = h.ClientLinkBySecret(h.ctx, []byte("fresh"))
	require.NoError(t, err)
}

// Whoever is shut out knows the links that they made: those end too.
func TestLinksEndWithTheirMaker(t *testing.T) {
	h := newHouse(t)
	require.NoError(t, h.AddMember(h.ctx, h.desk(), "", editorial.Member{ID: "mem_2", Name: "Olive", Email: "olive@example.org", Owner: true}))
	l := h.links("link")
	_, _, err := h.DeactivateMember(h.ctx, h.desk(), ines, func(m *editorial.Member, others int) error { return editorial.Deactivate(m, others, h.now) })
	require.NoError(t, err)
	got, err := h.GetClientLink(h.ctx, l.ID)
	require.NoError(t, err)
	require.Equal(t, h.now, got.Revoked)
}

func TestSeePost(t *testing.T) {
	h := newHouse(t)
	l, p, other := h.links("link"), h.draft("one", nine, wall), h.draft("two", nine, wall)
	for _, revision := range []int{2, 5, 3} {
		require.NoError(t, h.SeePost(h.ctx, l.ID, p.ID, revision))
	}
	require.NoError(t, h.SeePost(h.ctx, l.ID, other.ID, 1))
	seen, err := h.ListSeen(h.ctx, l.ID)
	require.NoError(t, err)
	require.Equal(t, map[editorial.PostID]editorial.Seen{p.ID: {Revision: 5, Before: 2}, other.ID: {Revision: 1}}, seen)
}
