package api

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/descope/virtualwebauthn"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/store"
)

// device is a phone that keeps passkeys, and the browser on it.
type device struct {
	*porch
	party virtualwebauthn.RelyingParty
	vault virtualwebauthn.Authenticator
	key   virtualwebauthn.Credential
}

// newKey makes a key as devices do. One in 128 of the library's has a coordinate
// that begins with a zero, which it leaves out; no device does.
func newKey() virtualwebauthn.Credential {
	const whole = 77 // bytes of a P-256 key in COSE
	for {
		if made := virtualwebauthn.NewCredential(virtualwebauthn.KeyTypeEC2); len(made.Key.AttestationData()) == whole {
			return made
		}
	}
}

// newDevice is Olive's phone, with which she is signed in by her password.
func newDevice(t *testing.T) *device {
	t.Helper()
	d := &device{
		porch: &porch{desk: newDesk(t), cookies: map[string]string{}},
		party: virtualwebauthn.RelyingParty{ID: "parution.test", Name: "Parution", Origin: "https://parution.test"},
		vault: virtualwebauthn.NewAuthenticator(), key: newKey(),
	}
	d.passwordFor(t, "olive@example.org", lamp)
	require.Equal(t, http.StatusOK, d.posts(t, "/api/v1/session", map[string]any{"email": "olive@example.org", "password": lamp}).status)
	return d
}

func (d *device) posts(t *testing.T, path string, body any) answered {
	t.Helper()
	text, err := json.Marshal(body)
	require.NoError(t, err)
	return d.browse(t, "POST", path, string(text), "same-origin")
}

type asksDevice struct {
	Ceremony string          `json:"ceremony"`
	Options  json.RawMessage `json:"options"`
}

// makes has the device make a passkey, and returns the request that brings it.
func (d *device) makes(t *testing.T) map[string]any {
	t.Helper()
	got := d.posts(t, "/api/v1/me/passkeys/options", map[string]any{"password": lamp})
	require.Equal(t, http.StatusOK, got.status, got.body)
	asks := decode[asksDevice](t, got.body)
	options, err := virtualwebauthn.ParseAttestationOptions(string(asks.Options))
	require.NoError(t, err)
	d.vault.Options.UserHandle = []byte(options.UserID)
	answer := virtualwebauthn.CreateAttestationResponse(d.party, d.vault, d.key, *options)
	return map[string]any{"ceremony": asks.Ceremony, "credential": json.RawMessage(answer), "name": "Téléphone"}
}

// registers makes a passkey and signs out.
func (d *device) registers(t *testing.T) (id string) {
	t.Helper()
	got := d.posts(t, "/api/v1/me/passkeys", d.makes(t))
	require.Equal(t, http.StatusCreated, got.status, got.body)
	made := decode[passkeyView](t, got.body)
	require.Equal(t, "/api/v1/me/passkeys/"+string(made.ID), got.header.Get("Location"))
	d.vault.AddCredential(d.key)
	require.Less(t, d.browse(t, "DELETE", "/api/v1/session", "", "same-origin").status, 300)
	require.NotContains(t, d.cookies, "__Host-parution")
	return string(made.ID)
}

// shows has the device show its passkey, and returns the request that does.
func (d *device) shows(t *testing.T) map[string]any {
	t.Helper()
	got := d.browse(t, "POST", "/api/v1/session/passkey/options", "", "same-origin")
	require.Equal(t, http.StatusOK, got.status, got.body)
	asks := decode[asksDevice](t, got.body)
	options, err := virtualwebauthn.ParseAssertionOptions(string(asks.Options))
	require.NoError(t, err)
	d.key.Counter++
	answer := virtualwebauthn.CreateAssertionResponse(d.party, d.vault, d.key, *options)
	return map[string]any{"ceremony": asks.Ceremony, "credential": json.RawMessage(answer)}
}

func (d *device) enters(t *testing.T, request map[string]any) answered {
	t.Helper()
	return d.posts(t, "/api/v1/session/passkey", request)
}

func TestSignInByPasskey(t *testing.T) {
	d := newDevice(t)
	id := d.registers(t)
	got := d.enters(t, d.shows(t))
	require.Equal(t, http.StatusOK, got.status, got.body)
	require.Equal(t, "Olive", d.me(t)["name"])
	listed := d.browse(t, "GET", "/api/v1/me/passkeys", "", "same-origin")
	require.Contains(t, listed.body, `"name":"Téléphone"`)
	require.NotContains(t, listed.body, `"used_at":null`)
	require.NotContains(t, listed.body, "publicKey")
	require.Equal(t, http.StatusOK, d.enters(t, d.shows(t)).status, "and again")

	require.Equal(t, http.StatusNoContent, d.browse(t, "DELETE", "/api/v1/me/passkeys/"+id, "", "same-origin").status)
	got = d.enters(t, d.shows(t))
	require.Equal(t, http.StatusUnauthorized, got.status)
	require.Contains(t, got.body, "passkey_wrong")
	require.Len(t, d.lines(t, "passkey.added"), 1)
	require.Len(t, d.lines(t, "passkey.removed"), 1)
}

func TestPasskeysAreRefused(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(*device)
		shown func(request map[string]any)
		code  string
	}{
		"too late":               {code: "ceremony_over"},
		"made for another site":  {spoil: func(d *device) { d.party.Origin = "https://parution.example" }, code: "passkey_wrong"},
		"made for another name":  {spoil: func(d *device) { d.party.ID = "evil.test" }, code: "passkey_wrong"},
		"nobody at the device":   {spoil: func(d *device) { d.vault.Options.UserNotPresent = true }, code: "passkey_wrong"},
		"nobody it knows":        {spoil: func(d *device) { d.vault.Options.UserNotVerified = true }, code: "passkey_wrong"},
		"for somebody else":      {spoil: func(d *device) { d.vault.Options.UserHandle = []byte("mem_other") }, code: "passkey_wrong"},
		"another key":            {spoil: func(d *device) { d.key.Key = newKey().Key }, code: "passkey_wrong"},
		"an unknown credential":  {spoil: func(d *device) { d.key.ID = []byte("another credential") }, code: "passkey_wrong"},
		"a copy that is behind":  {spoil: func(d *device) { d.key.Counter = 0 }, code: "passkey_wrong"},
		"another ceremony":       {shown: func(request map[string]any) { request["ceremony"] = "parl_x" }, code: "ceremony_over"},
		"no answer of a device":  {shown: func(request map[string]any) { request["credential"] = map[string]any{"id": "x"} }, code: "passkey_wrong"},
		"an answer for a making": {shown: func(request map[string]any) { request["credential"] = map[string]any{"type": "public-key"} }, code: "passkey_wrong"},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDevice(t)
			d.registers(t)
			require.Equal(t, http.StatusOK, d.enters(t, d.shows(t)).status)
			require.Equal(t, http.StatusOK, d.enters(t, d.shows(t)).status)
			clear(d.cookies)
			if c.spoil != nil {
				c.spoil(d)
			}
			shown := d.shows(t)
			if name == "too late" {
				d.clock.add(ceremonyTime)
			}
			if c.shown != nil {
				c.shown(shown)
			}
			got := d.enters(t, shown)
			want := http.StatusUnauthorized
			if c.code == "ceremony_over" {
				want = http.StatusConflict
			}
			require.Equal(t, want, got.status, got.body)
			require.Contains(t, got.body, `"`+c.code+`"`)
			require.NotContains(t, d.cookies, "__Host-parution")
		})
	}
	t.Run("twice", func(t *testing.T) {
		d := newDevice(t)
		d.registers(t)
		shown := d.shows(t)
		require.Equal(t, http.StatusOK, d.enters(t, shown).status)
		require.Contains(t, d.enters(t, shown).body, "ceremony_over")
	})
	t.Run("shut out", func(t *testing.T) {
		d := newDevice(t)
		d.registers(t)
		_, err := d.store.UpdateOwner(t.Context(), d.machine(), d.olive(t), func(m *editorial.Member, _ int) error {
			m.Deactivated = d.clock.now()
			return nil
		})
		require.NoError(t, err)
		require.Equal(t, http.StatusUnauthorized, d.enters(t, d.shows(t)).status)
	})
	t.Run("from another site", func(t *testing.T) {
		d := newDevice(t)
		require.Equal(t, http.StatusForbidden, d.browse(t, "POST", "/api/v1/session/passkey/options", "", "cross-site").status)
	})
}

func (d *device) machine() store.Write {
	return store.Write{By: editorial.Machine(), Now: d.clock.now()}
}

func (d *device) olive(t *testing.T) editorial.MemberID {
	t.Helper()
	m, err := d.store.MemberByEmail(t.Context(), "olive@example.org")
	require.NoError(t, err)
	return m.ID
}

func TestAddingPasskeysIsRefused(t *testing.T) {
	d := newDevice(t)
	got := d.posts(t, "/api/v1/me/passkeys/options", map[string]any{"password": "guess"})
	require.Equal(t, http.StatusUnprocessableEntity, got.status)
	require.Contains(t, got.body, "password_wrong")

	made := d.makes(t)
	require.Equal(t, http.StatusCreated, d.posts(t, "/api/v1/me/passkeys", made).status)
	require.Contains(t, d.posts(t, "/api/v1/me/passkeys", made).body, "ceremony_over", "each asking is good once")
	require.Contains(t, d.posts(t, "/api/v1/me/passkeys", d.makes(t)).body, "passkey_known")

	d.party.Origin = "https://evil.test"
	require.Contains(t, d.posts(t, "/api/v1/me/passkeys", d.makes(t)).body, "passkey_wrong")
	d.party.Origin = "https://parution.test"
	made = d.makes(t)
	made["name"] = "\u0000"
	require.Equal(t, http.StatusUnprocessableEntity, d.posts(t, "/api/v1/me/passkeys", made).status)

	token := askHandler(t, d.handler, asked{
		method: "POST", path: "/api/v1/me/passkeys/options", body: `{}`,
		header: http.Header{"Authorization": {"Bearer " + d.owner}, "Content-Type": {jsonType}},
	})
	require.Equal(t, http.StatusForbidden, token.status, "a token adds none")
	require.Contains(t, token.body, "session_needed")
}

// Somebody who comes from a provider has no password to show.
func TestPasskeyWithoutPassword(t *testing.T) {
	p := newPorch(t)
	require.Equal(t, "/calendar?week=3", p.comes(t))
	got := p.browse(t, "POST", "/api/v1/me/passkeys/options", `{}`, "same-origin")
	require.Equal(t, http.StatusOK, got.status, got.body)
	require.Contains(t, got.body, `"residentKey":"required"`)
	require.Contains(t, got.body, `"userVerification":"required"`)
}

// A number is no name that a device could keep a passkey for.
func TestPasskeysNeedAName(t *testing.T) {
	for address, has := range map[string]bool{"https://parution.test": true, "http://localhost:8080": true, "http://127.0.0.1:8080": false, "http://[::1]:8080": false, "": false} {
		require.Equal(t, has, newRelyingParty(address) != nil, address)
	}
	d := newDesk(t, func(cfg *Config) { cfg.PublicURL = "http://127.0.0.1:8080" })
	for _, path := range []string{"/api/v1/session/passkey/options", "/api/v1/session/passkey"} {
		got := askHandler(t, d.handler, asked{method: "POST", path: path, header: http.Header{"Content-Type": {jsonType}}, body: `{"ceremony":"x","credential":{}}`})
		if strings.HasSuffix(path, "options") {
			got = askHandler(t, d.handler, asked{method: "POST", path: path})
		}
		require.Contains(t, got.body, "no_passkeys", path)
	}
}
