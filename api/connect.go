package api

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"parution.dev/editorial"
)

// askTime is how long a click may wait for a platform.
const askTime = 20 * time.Second

// connect asks the platform who a channel's account is, and writes the answer
// into the channel.
func (a *API) connect(ctx context.Context, c *editorial.Channel) error {
	if err := a.checkForm(*c); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, askTime)
	defer cancel()
	found, err := a.cfg.Platforms.Connect(ctx, c.Account())
	if err != nil {
		return discreet(err, *c)
	}
	c.RemoteID, c.Handle, c.URL, c.Facts, c.Limits = found.RemoteID, found.Handle, found.URL, found.Facts, found.Limits
	c.Credentials, c.ExpiresAt = found.Credentials, found.ExpiresAt
	c.State, c.Archived = editorial.Connected, time.Time{}
	return nil
}

// checkForm refuses settings and credentials that the platform does not know,
// without repeating their names, and asks for those that it needs.
func (a *API) checkForm(c editorial.Channel) error {
	infos := a.cfg.Platforms.List()
	i := slices.IndexFunc(infos, func(info PlatformInfo) bool { return info.Platform == c.Platform })
	if i < 0 {
		return editorial.InvalidAt("/platform", codeUnknownPlatform)
	}
	return editorial.RefuseAll(slices.Concat(
		checkFields("/settings", codeUnknownSetting, infos[i].Settings, filledIn(c.Settings, func(v string) string { return v })),
		checkFields("/credentials", codeUnknownCredential, infos[i].Credentials, filledIn(c.Credentials, editorial.Secret.Reveal)),
	))
}

// filledIn tells of each name whether something stands there.
func filledIn[V any](values map[string]V, text func(V) string) map[string]bool {
	filled := map[string]bool{}
	for name, value := range values {
		filled[name] = strings.TrimSpace(text(value)) != ""
	}
	return filled
}

func checkFields(at string, unknown editorial.Code, fields []PlatformField, filled map[string]bool) []editorial.Problem {
	var problems []editorial.Problem
	known := map[string]bool{}
	for _, field := range fields {
		known[field.Name] = true
		if field.Required && !filled[field.Name] {
			problems = append(problems, editorial.Problem{Code: codeRequired, Pointer: at + "/" + field.Name})
		}
	}
	for name := range filled {
		if !known[name] {
			return append(problems, editorial.Problem{Code: unknown, Pointer: at, Detail: knownNames(known)})
		}
	}
	return problems
}

// discreet keeps a platform's words only where they hold nothing that was
// sent: a platform that lies or echoes must not bring a secret back, neither
// to the reader nor into the log.
func discreet(err error, c editorial.Channel) error {
	refusal := editorial.AsRefusal(err)
	if refusal == nil {
		refusal = &editorial.Refusal{Kind: editorial.Unavailable, Code: codePlatformUnreachable, Err: err}
	}
	said := fmt.Sprint(refusal.Detail, refusal.Problems, refusal.Err)
	for _, secret := range c.Credentials {
		if value := secret.Reveal(); value != "" && strings.Contains(said, value) {
			return editorial.Refuse(refusal.Kind, refusal.Code)
		}
	}
	return refusal
}

// checkView is how a channel's account stands.
type checkView struct {
	OK        bool       `json:"ok" doc:"The account answers, and could publish now"`
	ClockSkew *int64     `json:"clock_skew_ms" doc:"How far the platform's clock is ahead of ours; null: it did not say"`
	Remaining *int       `json:"remaining" doc:"Publishing calls left in the platform's window; null: it did not say"`
	ResetAt   *time.Time `json:"reset_at" doc:"When that window ends; null: it did not say"`
	Limits    limitsView `json:"limits" doc:"What the account takes now"`
}

type checkAnswer struct{ Body checkView }

// checkChannel asks the platform whether a channel could publish now. It
// changes nothing; an account that does not answer is a problem.
func (a *API) checkChannel(ctx context.Context, in *getChannelInput) (*checkAnswer, error) {
	c, _, err := a.channelFor(ctx, in.Channel, editorial.Connect)
	if err != nil {
		return nil, err
	}
	if c.State == editorial.Disconnected {
		return nil, editorial.Refuse(editorial.Conflict, codeChannelDisconnected)
	}
	asking, cancel := context.WithTimeout(ctx, askTime)
	defer cancel()
	found, err := a.cfg.Platforms.Check(asking, c.Account())
	if err != nil {
		return nil, discreet(err, c)
	}
	view := checkView{OK: true, ResetAt: instant(found.Reset), Limits: viewLimits(found.Limits, callerOf(ctx).lang)}
	if found.Remaining >= 0 {
		view.Remaining = &found.Remaining
	}
	if !found.Clock.IsZero() {
		skew := found.Clock.Sub(a.cfg.Now()).Milliseconds()
		view.ClockSkew = &skew
	}
	return &checkAnswer{Body: view}, nil
}
