package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/netip"
	"net/url"
	"os"
	"slices"
	"strings"

	"parution.dev/api"
	"parution.dev/editorial"
	"parution.dev/publishers"
)

// signIn is the organisation's own sign-in, where it has one.
type signIn struct {
	Issuer       string `help:"Let people sign in with the accounts of this OpenID Connect issuer." name:"oidc-issuer" env:"PARUTION_OIDC_ISSUER" placeholder:"URL"`
	ClientID     string `help:"What this instance is called there." name:"oidc-client-id" env:"PARUTION_OIDC_CLIENT_ID" placeholder:"ID"`
	ClientSecret string `help:"What it proves that with." name:"oidc-client-secret" env:"PARUTION_OIDC_CLIENT_SECRET" placeholder:"SECRET"`
	ProviderName string `help:"What people call it; the issuer's host, when left out." name:"oidc-name" env:"PARUTION_OIDC_NAME" placeholder:"NAME"`
	Scopes       string `help:"What is asked for beside openid." name:"oidc-scopes" default:"profile,email" env:"PARUTION_OIDC_SCOPES" placeholder:"SCOPE,…"`
	GroupsClaim  string `help:"The claim that lists a person's groups." name:"oidc-groups-claim" default:"groups" env:"PARUTION_OIDC_GROUPS_CLAIM" placeholder:"CLAIM"`
	GroupsFile   string `help:"A JSON file that says which roles groups give." name:"oidc-groups" type:"path" env:"PARUTION_OIDC_GROUPS" placeholder:"FILE"`
}

// provider is the sign-in as it was set; nil where it was not.
func (s signIn) provider(o outside) (*api.Provider, error) {
	if s.Issuer == "" {
		return nil, nil //nolint:nilnil // none is set
	}
	at, err := url.Parse(s.Issuer)
	switch {
	case err != nil || at.Host == "" || at.User != nil || at.RawQuery != "" || at.Fragment != "" || at.Scheme != "https" && !onThisMachine(at):
		return nil, &failure{exitSetting, errors.New("PARUTION_OIDC_ISSUER must be an https address like https://id.example.org, as the issuer writes it")}
	case s.ClientID == "" || s.ClientSecret == "":
		return nil, &failure{exitSetting, errors.New("PARUTION_OIDC_ISSUER needs PARUTION_OIDC_CLIENT_ID and PARUTION_OIDC_CLIENT_SECRET")}
	}
	groups, err := readGroups(s.GroupsFile)
	if err != nil {
		return nil, &failure{exitSetting, fmt.Errorf("PARUTION_OIDC_GROUPS: %w", err)}
	}
	cfg := publishers.ClientConfig{}
	if onThisMachine(at) {
		cfg.Allow = []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8"), netip.MustParsePrefix("::1/128")}
	}
	client, err := o.guarded(cfg)
	return &api.Provider{
		Issuer: s.Issuer, ClientID: s.ClientID, ClientSecret: editorial.NewSecret(s.ClientSecret), Name: cmp.Or(s.ProviderName, at.Hostname()),
		Scopes: listed(s.Scopes), GroupsClaim: s.GroupsClaim, Groups: groups, Client: client,
	}, err
}

// onThisMachine tells whether an issuer was named that only this machine has,
// for trials: it is reached, by plain http too.
func onThisMachine(at *url.URL) bool {
	ip, err := netip.ParseAddr(at.Hostname())
	return at.Hostname() == "localhost" || err == nil && ip.IsLoopback()
}

func listed(text string) (all []string) {
	for one := range strings.SplitSeq(text, ",") {
		if one = strings.TrimSpace(one); one != "" {
			all = append(all, one)
		}
	}
	return all
}

// granted is one line of what a group gives, as the file writes it.
type granted struct {
	Calendar editorial.CalendarID `json:"calendar"`
	Roles    []editorial.Role     `json:"roles"`
	Owner    bool                 `json:"owner"`
}

// readGroups reads what groups give; nothing where no file is named.
func readGroups(path string) (editorial.Groups, error) {
	groups := editorial.Groups{}
	if path == "" {
		return groups, nil
	}
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	written := map[string][]granted{}
	decoder := json.NewDecoder(bytes.NewReader(content))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&written); err != nil {
		return nil, fmt.Errorf("%s is not JSON like {\"Editors\": [{\"calendar\": \"cal_…\", \"roles\": [\"editor\"]}]}: %w", path, err)
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s holds more than one JSON object", path)
	}
	for name, lines := range written {
		for _, line := range lines {
			grants, err := line.grants()
			if err != nil {
				return nil, fmt.Errorf("%s, group %q: %w", path, name, err)
			}
			groups[name] = append(groups[name], grants...)
		}
	}
	return groups, nil
}

func (g granted) grants() ([]editorial.Grant, error) {
	switch {
	case g.Owner && g.Calendar == "" && len(g.Roles) == 0:
		return []editorial.Grant{{Owner: true}}, nil
	case g.Owner || g.Calendar == "" || len(g.Roles) == 0:
		return nil, errors.New("a group gives a calendar's roles, or {\"owner\": true}")
	}
	grants := make([]editorial.Grant, len(g.Roles))
	for i, role := range g.Roles {
		if !slices.Contains(editorial.Roles(), role) && !strings.HasPrefix(string(role), "role_") {
			return nil, fmt.Errorf("there is no role %q", role)
		}
		grants[i] = editorial.Grant{Calendar: g.Calendar, Role: role}
	}
	return grants, nil
}
