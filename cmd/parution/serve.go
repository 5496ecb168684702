package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"os"
	"runtime/debug"
	"strings"
	"sync/atomic"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/rs/zerolog"

	"parution.dev/api"
	"parution.dev/editorial"
	"parution.dev/notify"
	"parution.dev/publishers"
	"parution.dev/publishers/feed"
	"parution.dev/scheduler"
	"parution.dev/store"
	"parution.dev/web"
)

type serveCommand struct {
	place
	outside
	signIn
	Listen       string `help:"The address to listen on." default:"127.0.0.1:8080" env:"PARUTION_LISTEN" placeholder:"ADDR"`
	Demo         bool   `help:"Fill an empty database with a demonstration calendar." env:"PARUTION_DEMO"`
	DemoAnywhere bool   `help:"Let the demonstration, whose token is printed, listen beyond this machine." env:"PARUTION_DEMO_ANYWHERE"`
	LogFormat    string `help:"json, console, or auto: console on a terminal." enum:"json,console,auto" default:"auto" env:"PARUTION_LOG_FORMAT"`
	LogLevel     string `help:"debug, info, warn or error." enum:"debug,info,warn,error" default:"info" env:"PARUTION_LOG_LEVEL"`
	Proxies      string `help:"Proxies whose X-Forwarded-For is believed, e.g. 127.0.0.1,10.0.0.0/8." name:"trusted-proxies" env:"PARUTION_TRUSTED_PROXIES" placeholder:"CIDR,…"`
	MetricsToken string `help:"A token that opens /metrics from other machines." env:"PARUTION_METRICS_TOKEN"`
	HeartbeatURL string `help:"An address to call each minute while releases work, so that its owner notices silence." name:"heartbeat-url" env:"PARUTION_HEARTBEAT_URL" placeholder:"URL"`
	LinkChecks   string `help:"Follow the links of posts ahead of their time: on or off." enum:"on,off" default:"on" env:"PARUTION_LINK_CHECKS" placeholder:"on|off"`
	SMTP         string `help:"The mail server that letters are handed to, e.g. smtp://user:password@mail.example.org:587; smtps:// for TLS from the start." name:"smtp" env:"PARUTION_SMTP" placeholder:"URL"`
	MailFrom     string `help:"Whom mails are from, e.g. Parution <calendar@example.org>." env:"PARUTION_MAIL_FROM" placeholder:"ADDRESS"`
	Pprof        string `help:"Serve Go's profiler on this loopback address." env:"PARUTION_PPROF" placeholder:"ADDR"`
}

// daemon is the running whole.
type daemon struct {
	cmd       serveCommand
	log       zerolog.Logger
	store     *store.Store
	keys      *keyring
	zones     zoneData
	scheduler atomic.Pointer[scheduler.Scheduler]
	links     *publishers.Follower // nil: links are not followed
	provider  *api.Provider        // nil: nobody signs in by one
	mail      *notify.SMTP         // nil: this instance sends no mail
	stopping  chan struct{}
	url       string
	holder    string // names this daemon among others on the same file
	proxies   []string
	terms     editorial.Terms
	setup     editorial.Secret // with which the first owner is made from the pages; none: there is somebody
}

// Run serves until it is told to stop. Told so while it starts, it has not failed.
func (c serveCommand) Run(ctx context.Context, out console, terms editorial.Terms) error {
	err := c.run(ctx, out, terms)
	if ctx.Err() != nil && errors.Is(err, context.Canceled) {
		return nil
	}
	return err
}

func (c serveCommand) run(ctx context.Context, out console, terms editorial.Terms) error {
	d := &daemon{cmd: c, log: c.logger(), holder: holder(), terms: terms, stopping: make(chan struct{})}
	client, err := c.client()
	if err != nil {
		return err
	}
	if c.LinkChecks == "on" {
		if d.links, err = c.follower(); err != nil {
			return err
		}
	}
	if err := checkHeartbeat(c.HeartbeatURL); err != nil {
		return err
	}
	if d.proxies, err = c.trustedProxies(); err != nil {
		return err
	}
	if d.provider, err = c.provider(c.outside); err != nil {
		return err
	}
	if d.mail, err = c.mailServer(); err != nil {
		return err
	}
	listener, err := c.listen(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = listener.Close() }()
	if d.url, err = c.publicURL(listener.Addr()); err != nil {
		return err
	}
	defer func() {
		if d.store != nil {
			_ = d.store.Close()
		}
	}()
	if err := d.openStore(ctx); err != nil {
		return err
	}
	if c.Demo {
		if err := plant(ctx, d.store, d.url, time.Now(), out); err != nil {
			return fmt.Errorf("demonstration: %w", err)
		}
	}
	if err := d.awaitOwner(ctx); err != nil {
		return err
	}
	return d.work(ctx, listener, client, out)
}

// awaitOwner makes a code for whoever reads what is said at the machine, while
// nobody is here yet: with it they make themselves the first owner.
func (d *daemon) awaitOwner(ctx context.Context) error {
	members, _, err := d.store.ListMembers(ctx, "", store.Page{Limit: 1})
	if err == nil && len(members) == 0 && web.Pages() != nil {
		code := rand.Text()
		d.setup = editorial.NewSecret(code[:4] + "-" + code[4:8] + "-" + code[8:12] + "-" + code[12:16])
	}
	return err
}

// garbage is how much may gather beside what is in use, in percent of it: what
// is in use is little, and to look for garbage so often costs a burst a tenth.
const garbage = 200

// settleMemory gives back what starting took, and lets more garbage gather than
// Go would, unless whoever runs the daemon has said otherwise.
func settleMemory() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbage)
	}
	debug.FreeOSMemory()
}

// trustedProxies checks the list of proxies.
func (c serveCommand) trustedProxies() (proxies []string, err error) {
	for text := range strings.SplitSeq(c.Proxies, ",") {
		if text = strings.TrimSpace(text); text == "" {
			continue
		}
		_, notAddress := netip.ParseAddr(text)
		if _, notNetwork := netip.ParsePrefix(text); notAddress != nil && notNetwork != nil {
			return nil, &failure{exitSetting, fmt.Errorf("PARUTION_TRUSTED_PROXIES: %q is no address and no network like 10.0.0.0/8", text)}
		}
		proxies = append(proxies, text)
	}
	return proxies, nil
}

func (c serveCommand) logger() zerolog.Logger {
	level, err := zerolog.ParseLevel(c.LogLevel)
	if err != nil {
		level = zerolog.InfoLevel
	}
	onTerminal := c.LogFormat == "console" || c.LogFormat == "auto" && isTerminal(os.Stderr)
	log := zerolog.New(os.Stderr)
	if onTerminal {
		log = zerolog.New(zerolog.ConsoleWriter{Out: os.Stderr, TimeFormat: time.TimeOnly})
	}
	return log.Level(level).With().Timestamp().Logger()
}

func isTerminal(file *os.File) bool {
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// listen opens the address. The demonstration prints a token, so it stays on
// this machine unless somebody insists.
func (c serveCommand) listen(ctx context.Context) (net.Listener, error) {
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", c.Listen)
	if err != nil {
		return nil, &failure{exitAddress, fmt.Errorf("cannot listen on %s: %w", c.Listen, err)}
	}
	if address, ok := listener.Addr().(*net.TCPAddr); c.Demo && !c.DemoAnywhere && (!ok || !address.IP.IsLoopback()) {
		_ = listener.Close()
		return nil, &failure{exitSetting, errors.New("the demonstration listens on loopback only; use --demo-anywhere if the whole network may see it")}
	}
	return listener, nil
}

func (d *daemon) openStore(ctx context.Context) error {
	var err error
	if d.zones, err = d.cmd.useZones(); err != nil {
		return err
	}
	d.store, d.keys, err = d.cmd.open(ctx, func(next time.Time) {
		if s := d.scheduler.Load(); s != nil {
			s.Due(next)
		}
	})
	if err != nil {
		return err
	}
	if d.keys.made {
		d.log.Warn().Str("file", d.keys.path).Msg("there was no key file, so one was made; keep a copy apart from the backups")
	}
	if err := d.store.KeepReserve(ctx); err != nil {
		d.log.Error().Err(err).Msg("no room is kept in reserve")
	}
	alone, err := d.store.TakeOver(ctx)
	if err != nil {
		return err
	}
	if alone {
		err = d.zones.forgetOthers()
	}
	if err != nil {
		d.log.Warn().Err(err).Msg("the zone data of another version stay where they are")
	}
	if !alone {
		d.log.Warn().Msg("another daemon works with this database: this one serves requests, and releases only when the other stops")
	}
	copied, err := d.store.Adopt(ctx, time.Now())
	if err != nil {
		return fmt.Errorf("look at where the database comes from: %w", err)
	}
	if copied {
		d.log.Warn().Msg("this database is a copy or a restored backup: releases are paused until a person lifts the pause")
	}
	return nil
}

// work runs the scheduler and the API side by side, and stops them in order:
// first not ready and no more claims, then the requests, then the database.
func (d *daemon) work(ctx context.Context, listener net.Listener, client *http.Client, out console) error {
	all := adapters(client, time.Now, d.url)
	registry := prometheus.NewRegistry()
	sched := d.releaser(all, client, registry)
	server, err := d.server(all, registry)
	if err != nil {
		return err
	}
	stopProfiles, err := d.profile(ctx)
	if err != nil {
		return err
	}
	defer stopProfiles()
	d.followSome(ctx)
	if err := d.noteHead(ctx); err != nil {
		return err
	}
	released := make(chan error, 1)
	go func() { released <- sched.Run(ctx) }()
	told, err := d.tellPeople(ctx, client)
	if err != nil {
		return err
	}
	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()
	d.log.Info().Str("listening", listener.Addr().String()).Str("public_url", d.url).Str("version", version).Str("data", d.cmd.Data).Msg("ready")
	out.say("Parution %s is at %s — API docs: %s/api/docs", version, d.url, d.url)
	if !d.setup.IsZero() {
		out.say("Nobody is here yet. The first owner is made at %s/setup with this code, good until then: %s", d.url, d.setup.Reveal())
	}
	if web.Pages() == nil {
		out.say("The pages are not in this build; the API is. make build builds them where npm is there.")
	}
	manager := fromSystemd()
	d.tell(ctx, manager, "READY=1")
	go manager.watch(ctx, sched.Alive)
	go settleMemory()
	select {
	case err = <-served:
		return &failure{exitAddress, fmt.Errorf("serve: %w", err)}
	case <-ctx.Done():
	}
	close(d.stopping)
	d.tell(context.WithoutCancel(ctx), manager, "STOPPING=1")
	d.log.Info().Msg("stopping: no more claims; waiting for what is on the wire")
	err = <-released
	<-told
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
	defer cancel()
	err = errors.Join(err, server.Shutdown(last))
	d.log.Info().Err(err).Msg("stopped")
	return err
}

// releaser wires the scheduler, its jobs and what is measured of them.
func (d *daemon) releaser(all platforms, client *http.Client, registry *prometheus.Registry) *scheduler.Scheduler {
	metrics := scheduler.NewMetrics()
	registry.MustRegister(append(metrics.Collectors(), scheduler.NewStanding(d.store, now), newRecordHead(d.store),
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))...)
	d.store.Watch(metrics.Write)
	beat := heartbeat{url: d.cmd.HeartbeatURL, client: client, healthy: func() error { return d.scheduler.Load().Healthy() }}
	sched := scheduler.New(scheduler.Config{
		Queue: d.store, Outlook: d.store, Links: d.links, Acts: d.store, Publishers: all, Log: d.log, Now: now, Holder: d.holder, Terms: d.terms,
		Metrics: metrics,
		Jobs: append(beat.jobs(),
			scheduler.Job{Name: "reminders", Every: time.Minute, Do: d.remind},
			scheduler.Job{Name: "zones", Every: 5 * time.Second, Do: d.followZones},
			scheduler.Job{Name: "digests", Every: time.Minute, Do: d.makeDigests},
			scheduler.Job{Name: "checkpoint", Every: time.Minute, Do: d.store.Checkpoint},
			scheduler.Job{Name: "record", Every: 24 * time.Hour, Do: d.noteHead},
			scheduler.Job{Name: "reserve", Every: 30 * time.Second, Do: d.store.KeepReserve}),
	})
	d.scheduler.Store(sched)
	return sched
}

// profile serves the profiler where it is asked for.
func (d *daemon) profile(ctx context.Context) (stop func(), err error) {
	if d.cmd.Pprof == "" {
		return func() {}, nil
	}
	server, listener, err := profiles(ctx, d.cmd.Pprof)
	if err != nil {
		return nil, err
	}
	d.log.Info().Str("listening", listener.Addr().String()).Msg("profiles")
	go func() { _ = server.Serve(listener) }()
	return func() { _ = server.Close() }, nil
}

// tell tells the service manager; that it does not hear is no reason to stop.
func (d *daemon) tell(ctx context.Context, manager serviceManager, state string) {
	if err := manager.tell(ctx, state); err != nil {
		d.log.Warn().Err(err).Str("state", state).Msg("the service manager does not hear")
	}
}

func (d *daemon) server(all platforms, registry *prometheus.Registry) (*http.Server, error) {
	hashKey, err := d.keys.hashKey()
	if err != nil {
		return nil, err
	}
	mailKey, err := d.keys.mailKey()
	if err != nil {
		return nil, err
	}
	return &http.Server{
		Handler: api.New(api.Config{
			Store: d.store, Mailer: d.letterbox(), MailKey: mailKey, Platforms: tended{all, d.scheduler.Load()}, Pages: web.Pages(), Feeds: feed.Platform, Log: d.log, Now: now, PublicURL: d.url, Version: version,
			Provider: d.provider, Proxies: d.proxies, HashKey: hashKey, SetupCode: d.setup, Metrics: registry, MetricsToken: editorial.NewSecret(d.cmd.MetricsToken), Ready: d.ready, Stopping: d.stopping,
		}),
		ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10,
	}, nil
}

// now is the clock of everything that is written down: to the millisecond, as
// the ledger keeps it.
func now() time.Time { return time.Now().UTC().Truncate(time.Millisecond) }

// ready says why the daemon should get no requests, or nil.
func (d *daemon) ready() error {
	select {
	case <-d.stopping:
		return errors.New("stopping")
	default:
	}
	return d.scheduler.Load().Healthy()
}

// holder names this daemon among others on the same file.
func holder() string {
	host, err := os.Hostname()
	if err != nil {
		host = "localhost"
	}
	return editorial.NewID[string](fmt.Sprintf("%s-%d", host, os.Getpid()))
}
