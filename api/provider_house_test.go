package api

import (
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"maps"
	"math/big"
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// idHouse is a provider of identities with a key of its own: it lets the person
// in who stands before it, and gives codes that are good once (OpenID Connect
// Core 1.0, RFC 7636).
type idHouse struct {
	t       *testing.T
	server  *httptest.Server
	key     *rsa.PrivateKey
	now     func() time.Time
	person  map[string]any              // what it says of whoever comes
	info    map[string]any              // and what it says on being asked again; nil: it has no such endpoint
	bend    func(claims map[string]any) // spoils an ID token
	codes   map[string]url.Values       // that were not used yet, with what was asked
	signing *rsa.PrivateKey             // what it signs with; nil: its key
}

func newIDHouse(t *testing.T, now func() time.Time) *idHouse {
	t.Helper()
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	require.NoError(t, err)
	h := &idHouse{t: t, key: key, now: now, codes: map[string]url.Values{}}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /.well-known/openid-configuration", h.discovery)
	mux.HandleFunc("GET /keys", h.keys)
	mux.HandleFunc("GET /authorize", h.authorize)
	mux.HandleFunc("POST /token", h.token)
	mux.HandleFunc("GET /userinfo", h.userinfo)
	h.server = httptest.NewServer(mux)
	t.Cleanup(h.server.Close)
	return h
}

func (h *idHouse) answer(w http.ResponseWriter, status int, value any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(value)
}

func (h *idHouse) discovery(w http.ResponseWriter, _ *http.Request) {
	about := map[string]any{
		"issuer": h.server.URL, "authorization_endpoint": h.server.URL + "/authorize", "token_endpoint": h.server.URL + "/token",
		"jwks_uri": h.server.URL + "/keys", "id_token_signing_alg_values_supported": []string{"RS256"},
	}
	if h.info != nil {
		about["userinfo_endpoint"] = h.server.URL + "/userinfo"
	}
	h.answer(w, http.StatusOK, about)
}

func (h *idHouse) keys(w http.ResponseWriter, _ *http.Request) {
	e := big.NewInt(int64(h.key.E)).Bytes()
	h.answer(w, http.StatusOK, map[string]any{"keys": []any{map[string]any{
		"kty": "RSA", "kid": "1", "use": "sig", "alg": "RS256", "n": base64.RawURLEncoding.EncodeToString(h.key.N.Bytes()), "e": base64.RawURLEncoding.EncodeToString(e),
	}}})
}

func (h *idHouse) authorize(w http.ResponseWriter, r *http.Request) {
	asked := r.URL.Query()
	if asked.Get("response_type") != "code" || asked.Get("client_id") != "parution" || asked.Get("code_challenge_method") != "S256" || asked.Get("nonce") == "" {
		h.answer(w, http.StatusBadRequest, nil)
		return
	}
	code := rand.Text()
	h.codes[code] = asked
	back := url.Values{"code": {code}, "state": {asked.Get("state")}, "iss": {h.server.URL}}
	http.Redirect(w, r, asked.Get("redirect_uri")+"?"+back.Encode(), http.StatusFound)
}

func (h *idHouse) token(w http.ResponseWriter, r *http.Request) {
	id, secret, _ := r.BasicAuth()
	asked, ok := h.codes[r.FormValue("code")]
	delete(h.codes, r.FormValue("code"))
	challenge := sha256.Sum256([]byte(r.FormValue("code_verifier")))
	if !ok || id != "parution" || secret != "swordfish" || r.FormValue("redirect_uri") != asked.Get("redirect_uri") ||
		asked.Get("code_challenge") != base64.RawURLEncoding.EncodeToString(challenge[:]) {
		h.answer(w, http.StatusBadRequest, map[string]string{"error": "invalid_grant"})
		return
	}
	claims := map[string]any{
		"iss": h.server.URL, "aud": "parution", "nonce": asked.Get("nonce"), "iat": h.now().Unix(), "exp": h.now().Add(time.Minute).Unix(),
	}
	maps.Copy(claims, h.person)
	if h.bend != nil {
		h.bend(claims)
	}
	h.answer(w, http.StatusOK, map[string]any{"access_token": "opens userinfo", "token_type": "Bearer", "id_token": h.sign(claims)})
}

func (h *idHouse) userinfo(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") != "Bearer opens userinfo" {
		h.answer(w, http.StatusUnauthorized, nil)
		return
	}
	h.answer(w, http.StatusOK, h.info)
}

// sign writes a JSON Web Token (RFC 7519, RS256).
func (h *idHouse) sign(claims map[string]any) string {
	encode := func(value any) string {
		text, err := json.Marshal(value)
		require.NoError(h.t, err)
		return base64.RawURLEncoding.EncodeToString(text)
	}
	signed := encode(map[string]string{"alg": "RS256", "kid": "1", "typ": "JWT"}) + "." + encode(claims)
	key := h.key
	if h.signing != nil {
		key = h.signing
	}
	sum := sha256.Sum256([]byte(signed))
	signature, err := rsa.SignPKCS1v15(rand.Reader, key, crypto.SHA256, sum[:])
	require.NoError(h.t, err)
	return signed + "." + base64.RawURLEncoding.EncodeToString(signature)
}
