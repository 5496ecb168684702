package main

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func aSignIn(change func(*signIn)) signIn {
	s := signIn{Issuer: "https://id.example.org", ClientID: "parution", ClientSecret: "swordfish", Scopes: "profile, email,", GroupsClaim: "groups"}
	change(&s)
	return s
}

func TestProviderSettings(t *testing.T) {
	none, err := signIn{}.provider(outside{})
	require.NoError(t, err)
	require.Nil(t, none)
	p, err := aSignIn(func(*signIn) {}).provider(outside{})
	require.NoError(t, err)
	require.Equal(t, "id.example.org", p.Name)
	require.Equal(t, []string{"profile", "email"}, p.Scopes)
	for name, change := range map[string]func(*signIn){
		"plain http":     func(s *signIn) { s.Issuer = "http://id.example.org" },
		"private":        func(s *signIn) { s.Issuer = "http://10.0.0.1" },
		"no host":        func(s *signIn) { s.Issuer = "https://" },
		"a user":         func(s *signIn) { s.Issuer = "https://me@id.example.org" },
		"no id":          func(s *signIn) { s.ClientID = "" },
		"no secret":      func(s *signIn) { s.ClientSecret = "" },
		"no such file":   func(s *signIn) { s.GroupsFile = filepath.Join(t.TempDir(), "none.json") },
		"not the client": func(s *signIn) { s.Issuer = "https://id.example.org/#x" },
	} {
		_, err := aSignIn(change).provider(outside{})
		require.ErrorContains(t, err, "PARUTION_OIDC", name)
		require.NotContains(t, err.Error(), "swordfish", name)
	}
}

func TestGroupsFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "groups.json")
	read := func(content string) (editorial.Groups, error) {
		require.NoError(t, os.WriteFile(path, []byte(content), 0o600))
		return readGroups(path)
	}
	groups, err := read(`{"Rédaction": [{"calendar": "cal_1", "roles": ["editor", "role_7"]}], "IT": [{"owner": true}], "None": []}`)
	require.NoError(t, err)
	require.Equal(t, editorial.Groups{
		"Rédaction": {{Calendar: "cal_1", Role: editorial.Editor}, {Calendar: "cal_1", Role: "role_7"}},
		"IT":        {{Owner: true}},
	}, groups)
	for _, wrong := range []string{
		``, `[]`, `{"a": [{"calender": "cal_1", "roles": ["editor"]}]}`, `{"a": [{"calendar": "cal_1", "roles": ["boss"]}]}`,
		`{"a": [{"calendar": "cal_1"}]}`, `{"a": [{"roles": ["editor"]}]}`, `{"a": [{"owner": true, "calendar": "cal_1"}]}`, `{} {}`,
		`{"a": [{"calendar": "cal_1", "roles": ["owner"]}]}`,
	} {
		_, err := read(wrong)
		require.Error(t, err, wrong)
	}
}

// An issuer on this machine is reached where it was named, and nothing else
// private is by the same way.
func TestIssuerOnThisMachine(t *testing.T) {
	var address string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_ = json.NewEncoder(w).Encode(map[string]string{"issuer": address})
	}))
	defer server.Close()
	address = server.URL
	get := func(s signIn, at string) error {
		p, err := s.provider(outside{})
		require.NoError(t, err)
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, at, nil)
		require.NoError(t, err)
		response, err := p.Client.Do(r)
		if err == nil {
			err = response.Body.Close()
		}
		return err
	}
	local := aSignIn(func(s *signIn) { s.Issuer = address })
	require.NoError(t, get(local, address+"/.well-known/openid-configuration"))
	require.Error(t, get(local, "http://10.255.255.1:9/"))
	require.Error(t, get(aSignIn(func(*signIn) {}), address), "an issuer elsewhere opens nothing here")
}
