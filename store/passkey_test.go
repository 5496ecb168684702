package store

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// addsPasskey registers one for Inès.
func (h *house) addsPasskey(id editorial.PasskeyID, credential string) editorial.Passkey {
	p := editorial.Passkey{ID: id, Member: ines, Credential: []byte(credential), Key: `{"k":1}`, Name: "Phone", Made: h.now}
	require.NoError(h.t, h.AddPasskey(h.ctx, h.desk(), p))
	return p
}

func TestPasskeyRoundTrip(t *testing.T) {
	h := newHouse(t)
	p := h.addsPasskey("pky_1", "a")
	got, m, err := h.PasskeyByCredential(h.ctx, []byte("a"))
	require.NoError(t, err)
	requireSame(t, p, got)
	require.Equal(t, ines, m.ID)
	_, _, err = h.PasskeyByCredential(h.ctx, []byte("b"))
	requireCode(t, editorial.CodeNotFound, err)
	requireCode(t, editorial.CodePasskeyKnown, h.AddPasskey(h.ctx, h.desk(), editorial.Passkey{ID: "pky_2", Member: ines, Credential: []byte("a"), Made: h.now}))

	h.now = h.now.Add(time.Minute)
	p.Key, p.Used = `{"k":2}`, h.now
	a, err := h.EnterByPasskey(h.ctx, h.desk(), p, editorial.Session{ID: "ses_1", Secret: []byte("1")})
	require.NoError(t, err)
	require.Len(t, a.Sessions, 1)
	listed, err := h.ListPasskeys(h.ctx, ines)
	require.NoError(t, err)
	requireSame(t, []editorial.Passkey{p}, listed)

	requireCode(t, editorial.CodeNotFound, h.RemovePasskey(h.ctx, h.desk(), "mem_2", "pky_1"))
	require.NoError(t, h.RemovePasskey(h.ctx, h.desk(), ines, "pky_1"))
	require.Equal(t, []string{"passkey.added", "session.started", "passkey.removed"}, h.lastActions(3))
	_, err = h.EnterByPasskey(h.ctx, h.desk(), p, editorial.Session{ID: "ses_2", Secret: []byte("2")})
	requireCode(t, editorial.CodeNotFound, err)
}

func TestPasskeysAreBounded(t *testing.T) {
	h := newHouse(t)
	for n := range editorial.MaxPasskeys {
		h.addsPasskey(editorial.PasskeyID(fmt.Sprintf("pky_%d", n)), fmt.Sprint(n))
	}
	requireCode(t, editorial.CodeTooManyPasskeys, h.AddPasskey(h.ctx, h.desk(), editorial.Passkey{ID: "pky_x", Member: ines, Credential: []byte("x"), Made: h.now}))
}

// Who had to choose a new password by a link begins anew.
func TestResetsRemovePasskeys(t *testing.T) {
	h := newHouse(t)
	h.addsPasskey("pky_1", "a")
	require.NoError(t, h.AddReset(h.ctx, h.desk(), editorial.Reset{ID: "rst_1", Member: ines, ExpiresAt: h.now.Add(time.Hour)}, []byte("reset")))
	require.NoError(t, h.UseReset(h.ctx, h.desk(), []byte("reset"), "a hash"))
	listed, err := h.ListPasskeys(h.ctx, ines)
	require.NoError(t, err)
	require.Empty(t, listed)
}
