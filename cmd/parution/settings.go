package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"time"

	"github.com/alecthomas/kong"

	"parution.dev/publishers"
	"parution.dev/store"
)

// place is where an instance lives: every command that touches it has these.
type place struct {
	Data    string `help:"The data directory." default:"./data" type:"path" env:"PARUTION_DATA" placeholder:"DIR"`
	KeyFile string `help:"The key that credentials are encrypted with. Made when absent." type:"path" env:"PARUTION_KEY_FILE" placeholder:"FILE"`

	Zoneinfo string `help:"Time zone rules of your own, in place of this build's: a directory such as /usr/share/zoneinfo, or a zip file as Go has it." type:"path" env:"PARUTION_ZONEINFO" placeholder:"PATH"`
}

// readPath reads a path, which may begin with ~. One that is empty, as from a
// variable that is set to nothing, would mean the current directory.
func readPath(ctx *kong.DecodeContext, target reflect.Value) error {
	var path string
	if err := ctx.Scan.PopValueInto("path", &path); err != nil {
		return err
	}
	if path == "" {
		return errors.New("the path is empty")
	}
	target.SetString(filepath.Clean(kong.ExpandPath(path)))
	return nil
}

// existing opens an instance that is there already: a command that looks after
// one never makes one by mistake.
func (p place) existing(ctx context.Context) (*store.Store, error) {
	switch _, err := os.Stat(filepath.Join(p.Data, databaseName)); {
	case errors.Is(err, fs.ErrPermission):
		return nil, &failure{exitData, fmt.Errorf("%s is closed to this user; run the command as the user that the daemon runs as", p.Data)}
	case err != nil:
		return nil, &failure{exitData, fmt.Errorf("there is no database in %s; name the data directory with --data or PARUTION_DATA", p.Data)}
	}
	db, _, err := p.open(ctx, nil)
	return db, err
}

// open opens the instance's key and database, and makes them when absent.
func (p place) open(ctx context.Context, bell func(time.Time)) (*store.Store, *keyring, error) {
	if _, err := p.useZones(); err != nil {
		return nil, nil, err
	}
	keys, err := openKeyring(p.KeyFile)
	if err != nil {
		return nil, nil, &failure{exitData, err}
	}
	db, err := store.Open(ctx, store.Config{Dir: p.Data, Sealer: keys, Bell: bell})
	if errors.Is(err, store.ErrNewerSchema) {
		return nil, nil, err
	}
	if err != nil {
		return nil, nil, &failure{exitData, fmt.Errorf("data directory %s: %w", p.Data, err)}
	}
	return db, keys, nil
}

// outside is how the instance reaches platforms, and how it is reached.
type outside struct {
	PublicURL    string `help:"The address that the outside sees, e.g. https://calendar.example.org." env:"PARUTION_PUBLIC_URL" placeholder:"URL"`
	AllowPrivate string `help:"Private networks that platforms may be at, e.g. 127.0.0.0/8,::1/128." env:"PARUTION_ALLOW_PRIVATE" placeholder:"CIDR,…"`
}

// publicURL checks the address, or derives it from where the daemon listens.
func (o outside) publicURL(listening net.Addr) (string, error) {
	if o.PublicURL == "" {
		return "http://" + listening.String(), nil
	}
	u, err := url.Parse(o.PublicURL)
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" || u.RawQuery != "" || u.Fragment != "" || u.User != nil {
		return "", &failure{exitSetting, errors.New("PARUTION_PUBLIC_URL must be an http or https address without query or user, like https://calendar.example.org")}
	}
	return strings.TrimSuffix(o.PublicURL, "/"), nil
}

// client is the one guarded way out.
func (o outside) client() (*http.Client, error) { return o.guarded(publishers.ClientConfig{}) }

// follower is the same way out for links, which may be plain http.
func (o outside) follower() (*publishers.Follower, error) {
	client, err := o.guarded(publishers.ClientConfig{Plain: true})
	if err != nil {
		return nil, err
	}
	return publishers.NewFollower(client, now), nil
}

func (o outside) guarded(cfg publishers.ClientConfig) (*http.Client, error) {
	for text := range strings.SplitSeq(o.AllowPrivate, ",") {
		if text = strings.TrimSpace(text); text == "" {
			continue
		}
		prefix, err := netip.ParsePrefix(text)
		if err != nil {
			return nil, &failure{exitSetting, fmt.Errorf("PARUTION_ALLOW_PRIVATE: %q is not a network like 127.0.0.0/8", text)}
		}
		cfg.Allow = append(cfg.Allow, prefix)
	}
	cfg.UserAgent = "Parution/" + version
	return publishers.NewClient(cfg), nil
}
