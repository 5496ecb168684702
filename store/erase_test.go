package store

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// Nothing in the database tells any more what an erased person was called, or
// how they were reached; whatever they did is still there, and the record
// holds.
func TestEraseMember(t *testing.T) {
	h := newHouse(t)
	h.furnish()
	_, err := h.UpdateMember(h.ctx, h.desk(), maison, ines, func(m *editorial.Member) error { m.Name = "Inès Moreau"; return nil })
	require.NoError(t, err)
	p := h.draft("signed", nine.Add(48*60*60*1e9), wall)
	h.move(p, editorial.MoveApprove)
	h.move(h.draft("held", nine.Add(48*60*60*1e9), wall), editorial.MoveHold)
	noted := map[editorial.Move]*editorial.Post{}
	for _, asked := range []editorial.Asked{
		{Move: editorial.MoveApprove, Note: "signed Inès Moreau"}, {Move: editorial.MoveHold, Note: "ask Ines@example.org first"}, {Move: editorial.MoveApprove, Note: "nothing of hers"},
	} {
		noted[asked.Move] = h.change(h.draft(asked.Note[:4], nine.Add(48*60*60*1e9), wall).ID, func(p *editorial.Post, desk editorial.Desk) (editorial.Lines, error) {
			asked.Revision = p.Revision
			return p.Apply(asked, desk)
		})
	}
	thread := h.says(p, editorial.Remark{Text: "Sure?"})
	_, err = h.UpdateComment(h.ctx, h.desk(), thread.ID, func(c *editorial.Comment, talk editorial.Talk) ([]editorial.AuditLine, error) {
		return c.Settle(true, talk)
	})
	require.NoError(t, err)
	for _, said := range []string{"as Inès Moreau asked", "write to INES@example.org", "Inès was here", "nothing of hers"} {
		h.record(editorial.AuditLine{At: noon, Calendar: maison, Actor: editorial.Machine(), Action: "post.held", Note: said, Detail: said})
	}
	require.Contains(t, h.everything(), "ines@example.org")
	h.erases(ines)

	m, err := h.GetMember(h.ctx, ines)
	require.NoError(t, err)
	require.Equal(t, editorial.Member{Name: "Erased person", Email: ""}, editorial.Member{Name: m.Name, Email: m.Email})
	require.True(t, m.Erased())
	require.Equal(t, []editorial.Role{editorial.Manager}, m.Roles[maison])
	for line := range strings.SplitSeq(h.everything(), "\n") {
		if strings.Contains(line, "Inès was here") { // a first name alone may be anybody's
			continue
		}
		require.NotContains(t, line, "Inès", "a table still holds the name: teach EraseMember")
		require.NotContains(t, strings.ToLower(line), "ines@example.org", "a table still holds the address: teach EraseMember")
	}

	require.Empty(t, h.faults(), "the chains hold")
	require.Equal(t, "Erased person", h.get(p).Approval.By.Name)
	require.Equal(t, ines, h.get(p).Approval.By.Member)
	require.Equal(t, "a note", h.get(p).Approval.Note)
	require.Empty(t, h.get(noted[editorial.MoveHold]).Hold.Reason)
	require.Equal(t, "nothing of hers", h.get(noted[editorial.MoveApprove]).Approval.Note)
	own := h.lines(AuditFilter{Calendars: []editorial.CalendarID{maison}, Member: ines}, 99)
	require.NotEmpty(t, own)
	for _, line := range own {
		if line.Actor.Member == ines { // or she answers for what somebody else did, who keeps their name
			require.Contains(t, line.ErasedWords(), "name")
		}
	}
	said := h.lines(AuditFilter{Calendars: []editorial.CalendarID{maison}, Latest: true, Kind: "post.held"}, 4)
	require.Equal(t, []string{"nothing of hers", "Inès was here", "", ""}, []string{said[0].Note, said[1].Note, said[2].Note, said[3].Detail})
	last := h.lines(AuditFilter{Instance: true, Latest: true}, 1)[0]
	require.Equal(t, "member.erased", last.Action)
	require.Equal(t, string(ines), last.Subject)

	_, err = h.EraseMember(h.ctx, h.desk(), ines, editorial.Erase)
	requireCode(t, editorial.CodeErased, err)
	require.NoError(t, h.AddMember(h.ctx, h.desk(), maison, editorial.Member{ID: "mem_9", Name: "Inès Moreau", Email: "ines@example.org"}), "the address is free")
	require.Empty(t, h.faults())
}

// A long record is gone through so many lines at a time, each lot on disk
// before the next, and before the person is erased: what breaks off is begun
// again.
func TestEraseIsBounded(t *testing.T) {
	h := newHouse(t)
	_, err := h.UpdateMember(h.ctx, h.desk(), maison, ines, func(m *editorial.Member) error { m.Name = "Inès Moreau"; return nil })
	require.NoError(t, err)
	require.NoError(t, h.write(h.ctx, func(t *tx) error {
		for range 2*eraseAtOnce + 5 {
			if err := t.log(editorial.AuditLine{At: noon, Calendar: maison, Actor: h.desk().By, Action: "post.held"}); err != nil {
				return err
			}
		}
		return nil
	}))
	machine := Write{By: editorial.Machine(), Now: h.now}
	_, _, err = h.DeactivateMember(h.ctx, machine, ines, func(m *editorial.Member, _ int) error { return editorial.Deactivate(m, 1, h.now) })
	require.NoError(t, err)
	called := func() int {
		return h.count(`SELECT COUNT(*) FROM audit WHERE member_id = $1 AND name_salt IS NOT NULL`, ines)
	}
	require.Greater(t, called(), 2*eraseAtOnce)

	broken, looks := errors.New("the power is gone"), 0
	erase := func(m *editorial.Member) error {
		if looks++; looks == 2 {
			require.Zero(t, called(), "the record was gone through before")
			return broken
		}
		return editorial.Erase(m)
	}
	_, err = h.EraseMember(h.ctx, machine, ines, erase)
	require.ErrorIs(t, err, broken)
	m, err := h.GetMember(h.ctx, ines)
	require.NoError(t, err)
	require.False(t, m.Erased())
	m, err = h.EraseMember(h.ctx, machine, ines, erase)
	require.NoError(t, err)
	require.True(t, m.Erased())
	require.Empty(t, h.faults())
}

// Nothing tells any more what a client was called who came by a link.
func TestEraseClientLink(t *testing.T) {
	h := newHouse(t)
	l := h.links("link")
	v := h.visits(l, "visit")
	p := h.draft("signed", nine.Add(48*60*60*1e9), wall)
	h.move(p, editorial.MoveSubmit)
	by := l.Actor(v)
	_, _, err := h.UpdatePost(h.ctx, Write{By: by, Now: h.now}, p.ID, func(p *editorial.Post, desk editorial.Desk) (editorial.Lines, error) {
		return p.Apply(editorial.Asked{
			Move: editorial.MoveApprove, Revision: p.Revision, Note: "Bon à tirer, Cléo", OnBehalf: &editorial.OnBehalf{Name: "Cléo", Via: editorial.ViaLink, Reason: string(v.Proof)},
		}, desk)
	})
	require.NoError(t, err)
	h.saysAs(by, p, editorial.Remark{Text: "Fine.", Client: true})
	_, err = h.EraseClientLink(h.ctx, h.desk(), l.ID)
	requireCode(t, editorial.CodeLinkStillOpen, err)
	_, err = h.UpdateClientLink(h.ctx, h.desk(), l.ID, func(l *editorial.ClientLink) (editorial.Deed, error) {
		l.Revoke(h.now)
		return editorial.Deed{Action: "client_link.revoked"}, nil
	})
	require.NoError(t, err)
	require.Contains(t, h.everything(), "Cléo")

	l, err = h.EraseClientLink(h.ctx, h.desk(), l.ID)
	require.NoError(t, err)
	require.Equal(t, "Personne effacée", l.Name)
	require.NotContains(t, h.everything(), "Cléo", "a table still holds the name: teach EraseClientLink")
	require.Equal(t, "Personne effacée", h.get(p).Approval.By.Name)
	require.Equal(t, "Personne effacée", h.get(p).Approval.OnBehalf.Name)
	require.Empty(t, h.faults())
	require.Equal(t, "client_link.erased "+string(l.ID), h.actions(1)[0])
	_, err = h.EraseClientLink(h.ctx, h.desk(), l.ID)
	requireCode(t, editorial.CodeErased, err)
}

// erases shuts a member out and erases them.
func (h *house) erases(id editorial.MemberID) {
	h.t.Helper()
	_, err := h.EraseMember(h.ctx, h.desk(), id, editorial.Erase)
	requireCode(h.t, editorial.CodeStillActive, err)
	machine := Write{By: editorial.Machine(), Now: h.now}
	_, _, err = h.DeactivateMember(h.ctx, machine, id, func(m *editorial.Member, _ int) error { return editorial.Deactivate(m, 1, h.now) })
	require.NoError(h.t, err)
	_, err = h.EraseMember(h.ctx, machine, id, editorial.Erase)
	require.NoError(h.t, err)
}

// What is not somebody's stays as it is.
func TestErasingLeavesOthersAlone(t *testing.T) {
	h := newHouse(t)
	h.furnish()
	others := func() (lines []string) {
		for line := range strings.SplitSeq(h.everything(), "\n") {
			if !strings.Contains(line, "mem_2") && !strings.Contains(line, "karim") && !strings.Contains(line, "member.") {
				lines = append(lines, line)
			}
		}
		return lines
	}
	before := others()
	h.erases("mem_2")
	require.Subset(t, others(), before)
}

// Old lines, from before words were sealed, can be erased too.
func TestErasingOldLines(t *testing.T) {
	h := houseIn(t, released(t, "testdata/schema-7.sql", 7))
	h.now = noon
	h.erases(ines)
	require.Empty(t, h.faults())
	for _, line := range h.lines(AuditFilter{Calendars: []editorial.CalendarID{maison}, Member: ines}, 99) {
		require.NotEmpty(t, line.First)
		require.Empty(t, line.Actor.Name)
	}
}
