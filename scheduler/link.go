package scheduler

import (
	"context"
	"errors"
	"maps"
	"net/url"
	"strings"
	"time"

	"github.com/rs/zerolog"
	"golang.org/x/sync/errgroup"

	"parution.dev/editorial"
)

const (
	linksListed = 2000 // links looked through in one run for hosts that can be called
	linksInRun  = 60   // links followed in one run; the rest follows in the next
	linksOfHost = 4    // of them on one host, one after the other
	hostsAtOnce = 8    // called at one time
)

// linkJobs follow links, where somebody is there to do it.
func (s *Scheduler) linkJobs() []Job {
	if s.cfg.Outlook == nil || s.cfg.Links == nil {
		return nil
	}
	resting := map[string]time.Time{}
	return []Job{{Name: "links", Every: lookEvery, Do: func(ctx context.Context) error { return s.followLinks(ctx, resting) }}}
}

// followLinks follows the links that are due, a few of each host, and tells
// what came of it. A host that asked for rest is left alone until then.
func (s *Scheduler) followLinks(ctx context.Context, resting map[string]time.Time) error {
	now := s.cfg.Now()
	due, err := s.cfg.Outlook.LinksDue(ctx, now, linksListed)
	maps.DeleteFunc(resting, func(_ string, until time.Time) bool { return !now.Before(until) })
	var calls errgroup.Group
	calls.SetLimit(hostsAtOnce)
	var rests []*rest
	for host, links := range byHost(due, resting) {
		answer := &rest{host: host}
		rests = append(rests, answer)
		calls.Go(func() (err error) {
			answer.until, err = s.followHost(ctx, links)
			return err
		})
	}
	err = errors.Join(err, calls.Wait())
	for _, r := range rests {
		if r.until.After(now) {
			resting[r.host] = r.until
		}
	}
	return err
}

// rest is until when a host is left alone.
type rest struct {
	host  string
	until time.Time
}

// byHost chooses the links of one run.
func byHost(due []string, resting map[string]time.Time) map[string][]string {
	hosts, chosen := map[string][]string{}, 0
	for _, link := range due {
		host := hostIn(link)
		if _, rests := resting[host]; rests || len(hosts[host]) == linksOfHost {
			continue
		}
		hosts[host] = append(hosts[host], link)
		if chosen++; chosen == linksInRun {
			break
		}
	}
	return hosts
}

// hostIn is the host that a link names. It stands for the link in the log,
// which holds no copy.
func hostIn(link string) string {
	at, err := url.Parse(link)
	if err != nil {
		return ""
	}
	return strings.ToLower(at.Host)
}

// followHost follows links of one host, one after the other, until it asks for
// rest.
func (s *Scheduler) followHost(ctx context.Context, links []string) (rest time.Time, err error) {
	for _, link := range links {
		seen := s.cfg.Links.Follow(ctx, link)
		if ctx.Err() != nil { // what it cut short says nothing of a link
			return rest, ctx.Err()
		}
		news, err := s.cfg.Outlook.SaveLink(ctx, seen)
		s.tellLinks(news)
		if err != nil {
			return rest, err
		}
		if seen.Wait > 0 {
			return seen.At.Add(seen.Rest()), nil
		}
	}
	return rest, nil
}

func (s *Scheduler) tellLinks(news []editorial.LinkNews) {
	for _, n := range news {
		level, message := zerolog.WarnLevel, "a link of a post does not lead where it should"
		if n.Code == editorial.CodeLinkBack {
			level, message = zerolog.InfoLevel, "a link of a post leads again where it should"
		}
		s.cfg.Log.WithLevel(level).Str("post", string(n.Post)).Str("code", string(n.Code)).Str("host", hostIn(n.Seen.URL)).Str("leads_to", n.Seen.Host).
			Str("answer", n.Seen.Code).Msg(message)
	}
}
