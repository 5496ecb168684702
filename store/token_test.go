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

func TestTokenRoundTrip(t *testing.T) {
	h := newHouse(t)
	require.NoError(t, h.AddMember(h.ctx, h.desk(), "", editorial.Member{ID: "mem_2", Email: "karim@example.org"}))
	shown, hash := editorial.MintToken()
	want := filled[editorial.Token](1)
	want.ID, want.Member, want.Maker, want.Parent, want.Created = "tok_1", ines, "mem_2", "", noon
	require.NoError(t, h.AddToken(h.ctx, h.desk(), want, hash))
	want.LastUsed, want.Revoked = time.Time{}, time.Time{} // nothing begins used or revoked
	h.requireToken(want, hash)

	require.NoError(t, h.TouchToken(h.ctx, want.ID, noon.Add(time.Second)))
	want.LastUsed = noon.Add(time.Second)
	h.requireToken(want, hash)

	after := want
	after.Name, after.ExpiresAt, after.Revoked = "robot", noon.Add(2*time.Hour), noon.Add(time.Minute)
	said, err := h.UpdateToken(h.ctx, h.desk(), want.ID, func(k *editorial.Token) error {
		requireSame(t, want, *k)
		*k = after
		return nil
	})
	require.NoError(t, err)
	requireSame(t, after, said)
	h.requireToken(after, hash)
	after, err = h.UpdateToken(h.ctx, h.desk(), want.ID, func(k *editorial.Token) error {
		k.ExpiresAt, k.Revoked = time.Time{}, time.Time{}
		return nil
	})
	require.NoError(t, err)
	h.requireToken(after, hash)

	_, _, err = h.TokenBySecret(h.ctx, []byte(shown.Reveal()))
	requireCode(t, editorial.CodeNotFound, err)
	for _, name := range []string{databaseFile, databaseFile + "-wal"} {
		held, err := os.ReadFile(filepath.Join(h.cfg.Dir, name))
		require.NoError(t, err)
		require.False(t, bytes.Contains(held, []byte(shown.Reveal())), "%s holds the secret", name)
	}
}

// With a token ends all that was made with it, and nothing else.
func TestTokensEndWithTheirs(t *testing.T) {
	h := newHouse(t)
	for _, k := range []editorial.Token{{ID: "tok_1"}, {ID: "tok_2", Parent: "tok_1"}, {ID: "tok_3", Parent: "tok_2"}, {ID: "tok_4"}, {ID: "tok_5", Parent: "tok_4"}} {
		k.Member, k.Maker = ines, ines
		require.NoError(t, h.AddToken(h.ctx, h.desk(), k, []byte(k.ID)))
	}
	alive := func() (ids []editorial.TokenID) {
		all, _, err := h.ListTokens(h.ctx, ines, Page{})
		require.NoError(t, err)
		for _, k := range all {
			if k.Alive(h.now) {
				ids = append(ids, k.ID)
			}
		}
		return ids
	}
	rename := func(k *editorial.Token) error { k.Name = "site"; return nil }
	_, err := h.UpdateToken(h.ctx, h.desk(), "tok_1", rename)
	require.NoError(t, err)
	require.Len(t, alive(), 5)
	_, err = h.UpdateToken(h.ctx, h.desk(), "tok_1", func(k *editorial.Token) error { k.Revoked = h.now; return nil })
	require.NoError(t, err)
	require.Equal(t, []editorial.TokenID{"tok_4", "tok_5"}, alive())
	require.Equal(t, "token.updated tok_3", h.actions(1)[0])
}

// requireToken reads a token in every way there is.
func (h *house) requireToken(want editorial.Token, hash []byte) {
	h.t.Helper()
	got, err := h.GetToken(h.ctx, want.ID)
	require.NoError(h.t, err)
	requireSame(h.t, want, got)
	got, m, err := h.TokenBySecret(h.ctx, hash)
	require.NoError(h.t, err)
	requireSame(h.t, want, got)
	require.Equal(h.t, want.Member, m.ID)
	require.Equal(h.t, []editorial.Role{editorial.Manager}, m.Roles[maison])
	listed, _, err := h.ListTokens(h.ctx, want.Member, Page{})
	require.NoError(h.t, err)
	requireSame(h.t, []editorial.Token{want}, listed)
}

func TestTouchToken(t *testing.T) {
	h := newHouse(t)
	require.NoError(t, h.AddToken(h.ctx, h.desk(), editorial.Token{ID: "tok_1", Member: ines, Maker: ines}, []byte("h")))
	for _, row := range []struct{ at, want time.Time }{
		{noon, noon},
		{noon.Add(59 * time.Second), noon},
		{noon.Add(time.Minute), noon},
		{noon.Add(61 * time.Second), noon.Add(61 * time.Second)},
		{noon.Add(-time.Hour), noon.Add(61 * time.Second)},
	} {
		require.NoError(t, h.TouchToken(h.ctx, "tok_1", row.at))
		k, err := h.GetToken(h.ctx, "tok_1")
		require.NoError(t, err)
		require.Equal(t, row.want, k.LastUsed)
	}
}

func TestTokenRefusals(t *testing.T) {
	h := newHouse(t)
	require.NoError(t, h.AddToken(h.ctx, h.desk(), editorial.Token{ID: "tok_1", Member: ines, Maker: ines}, []byte("h")))
	before := h.everything()
	require.Error(t, h.AddToken(h.ctx, h.desk(), editorial.Token{ID: "tok_2", Member: ines, Maker: ines}, []byte("h")), "a secret opens one token")
	require.Error(t, h.AddToken(h.ctx, h.desk(), editorial.Token{ID: "tok_2", Member: "mem_none", Maker: ines}, []byte("i")))
	_, err := h.GetToken(h.ctx, "tok_none")
	requireCode(t, editorial.CodeNotFound, err)
	_, _, err = h.TokenBySecret(h.ctx, nil)
	requireCode(t, editorial.CodeNotFound, err)
	_, err = h.UpdateToken(h.ctx, h.desk(), "tok_none", func(*editorial.Token) error { return nil })
	requireCode(t, editorial.CodeNotFound, err)
	require.NoError(t, h.TouchToken(h.ctx, "tok_none", noon))
	require.Equal(t, before, h.everything())
}

func TestListTokens(t *testing.T) {
	h := newHouse(t)
	require.NoError(t, h.AddMember(h.ctx, h.desk(), "", editorial.Member{ID: "mem_2", Email: "karim@example.org"}))
	for i := range 6 {
		k := editorial.Token{ID: number[editorial.TokenID]("tok", i), Member: ines, Maker: ines}
		if i%2 == 0 {
			k.Member = "mem_2"
		}
		require.NoError(t, h.AddToken(h.ctx, h.desk(), k, []byte{byte(i)}))
	}
	list := func(member editorial.MemberID) func(Page) ([]editorial.Token, string, error) {
		return func(p Page) ([]editorial.Token, string, error) { return h.ListTokens(h.ctx, member, p) }
	}
	id := func(k editorial.Token) string { return string(k.ID) }
	requirePages(t, []string{"tok_0000", "tok_0001", "tok_0002", "tok_0003", "tok_0004", "tok_0005"}, list(""), id)
	requirePages(t, []string{"tok_0000", "tok_0002", "tok_0004"}, list("mem_2"), id)
	requirePages(t, []string{}, list("mem_none"), id)
}
