package scheduler

import (
	"bytes"
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rs/zerolog"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

// outlook is a ledger of two deliveries on one channel, and what was saved.
type outlook struct {
	cases  []editorial.Case
	saved  []editorial.Foreseen
	limits []editorial.Limits
	rotten string   // the hash of a file that is not what was brought in
	read   []string // hashes of files
	due    []string // links

	mu       sync.Mutex
	followed []editorial.LinkSeen
}

func (o *outlook) Preflights(context.Context, time.Time, int) ([]editorial.Case, error) {
	return o.cases, nil
}

func (o *outlook) SavePreflights(_ context.Context, all []editorial.Foreseen) ([]editorial.Foreseen, error) {
	o.saved = append(o.saved, all...)
	return all, nil
}

func (o *outlook) WarnExpiring(context.Context, time.Time) ([]editorial.Channel, error) {
	return nil, nil
}

func (o *outlook) SaveLimits(_ context.Context, _ editorial.Account, limits editorial.Limits, _ time.Time) (bool, error) {
	o.limits = append(o.limits, limits)
	return true, nil
}

func (o *outlook) VerifyMedia(use editorial.MediaUse) (bool, error) {
	o.read = append(o.read, use.Hash)
	return use.Hash != o.rotten, nil
}

func (o *outlook) LinksDue(context.Context, time.Time, int) ([]string, error) { return o.due, nil }

func (o *outlook) SaveLink(_ context.Context, seen editorial.LinkSeen) ([]editorial.LinkNews, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.followed = append(o.followed, seen)
	if seen.State != editorial.LinkGone {
		return nil, nil
	}
	return []editorial.LinkNews{{Post: "post_1", Code: editorial.CodeLinkGone, Seen: seen}}, nil
}

// asked is a platform that can be asked how a channel is.
type asked struct {
	*platform
	health publishers.Health
	err    error
	panics bool
	times  int
}

// Check implements publishers.Checker.
func (a *asked) Check(context.Context, editorial.Account) (publishers.Health, error) {
	if a.times++; a.panics {
		panic("an adapter with a bug")
	}
	return a.health, a.err
}

func TestLooksAheadAndAsksThePlatformOnce(t *testing.T) {
	now := time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)
	due := now.Add(24 * time.Hour)
	limits := editorial.Limits{Text: []editorial.TextLimit{{Max: 500, Counting: editorial.Counting{Unit: editorial.Graphemes}}}}
	short := editorial.Limits{Text: []editorial.TextLimit{{Max: 2, Counting: editorial.Counting{Unit: editorial.Graphemes}}}}
	for name, row := range map[string]struct {
		platform asked
		want     []editorial.Code
	}{
		"well":                       {asked{health: publishers.Health{Limits: limits, Remaining: -1, Clock: now.Add(time.Minute)}}, nil},
		"its clock is elsewhere":     {asked{health: publishers.Health{Limits: limits, Remaining: -1, Clock: now.Add(-61 * time.Second)}}, []editorial.Code{editorial.CodeClockDiffers}},
		"it takes nothing till then": {asked{health: publishers.Health{Limits: limits, Reset: due.Add(time.Second)}}, []editorial.Code{editorial.CodePlatformFull}},
		"it takes something by then": {asked{health: publishers.Health{Limits: limits, Reset: due}}, nil},
		"it takes shorter posts now": {asked{health: publishers.Health{Limits: short, Remaining: -1}}, []editorial.Code{editorial.CodeTextTooLong}},
		"its token is refused":       {asked{err: &publishers.Error{Verdict: editorial.Reconnect}}, []editorial.Code{editorial.CodeMustConnect}},
		"it is down":                 {asked{err: &publishers.Error{Verdict: editorial.Later}}, []editorial.Code{editorial.CodePlatformSilent}},
		"its adapter has a bug":      {asked{panics: true}, []editorial.Code{editorial.CodePlatformSilent}},
	} {
		t.Run(name, func(t *testing.T) {
			row.platform.platform = &platform{name: exact}
			ledger := &outlook{cases: []editorial.Case{foreseen(now, due, limits), foreseen(now, due, limits)}}
			var log bytes.Buffer
			s := New(Config{Outlook: ledger, Publishers: []publishers.Publisher{&row.platform}, Log: zerolog.New(&log), Now: func() time.Time { return now }})
			require.NoError(t, s.lookAhead(t.Context(), newLately()))
			require.Equal(t, 1, row.platform.times)
			if row.platform.err != nil || row.platform.panics {
				require.Empty(t, ledger.limits, "it did not say")
			} else {
				require.Equal(t, []editorial.Limits{row.platform.health.Limits}, ledger.limits, "what it takes now is kept")
			}
			require.Len(t, ledger.saved, 2)
			for _, seen := range ledger.saved {
				var codes []editorial.Code
				for _, hold := range seen.News {
					codes = append(codes, hold.Code)
				}
				require.Equal(t, row.want, codes)
			}
			require.Equal(t, 2*len(row.want), strings.Count(log.String(), "would not leave at its time"))
			if len(row.want) > 0 {
				require.Contains(t, log.String(), row.want[0].Words().EN)
			}
		})
	}
}

// Nobody is alarmed by what cannot leave because it was put away, and no platform
// is asked about it.
func TestLooksAtNothingThatWasPutAway(t *testing.T) {
	now := time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)
	for name, away := range map[string]func(*editorial.Case){
		"the calendar": func(c *editorial.Case) { c.Calendar.Archived = now },
		"the post":     func(c *editorial.Case) { c.Post.State = editorial.Archived },
	} {
		c := foreseen(now, now.Add(time.Hour), editorial.Limits{Media: editorial.MediaLimits{Max: 4, Types: map[string]int64{"": 0}}})
		c.Post.State, c.Post.Approval, c.Delivery.State = editorial.Draft, nil, editorial.Planned
		c.Content.Media = []editorial.MediaUse{{Media: "med_1", Hash: "a"}}
		away(&c)
		ledger, down := &outlook{cases: []editorial.Case{c}}, &asked{platform: &platform{name: exact}, err: context.DeadlineExceeded}
		s := New(Config{Outlook: ledger, Publishers: []publishers.Publisher{down}, Log: zerolog.Nop(), Now: func() time.Time { return now }})
		require.NoError(t, s.lookAhead(t.Context(), newLately()))
		require.Zero(t, down.times, name)
		require.Empty(t, ledger.read, name)
		require.Len(t, ledger.saved, 1, "it is not looked at again each minute")
		require.Empty(t, ledger.saved[0].News, name)
	}
}

// A file is read once for all that need it, and one that rots is told.
func TestLooksAtFiles(t *testing.T) {
	now := time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)
	sound, rotten := editorial.MediaUse{Media: "med_1", Hash: "a"}, editorial.MediaUse{Media: "med_2", Hash: "b"}
	c := foreseen(now, now.Add(time.Hour), editorial.Limits{Media: editorial.MediaLimits{Max: 4, Types: map[string]int64{"": 0}}})
	c.Content.Media = []editorial.MediaUse{sound, rotten}
	c.Content.Link = &editorial.LinkCard{Thumbnail: &rotten}
	ledger := &outlook{cases: []editorial.Case{c, c}, rotten: "b"}
	s := New(Config{Outlook: ledger, Publishers: []publishers.Publisher{&platform{name: exact}}, Log: zerolog.Nop(), Now: func() time.Time { return now }})
	require.NoError(t, s.lookAhead(t.Context(), newLately()))
	require.Equal(t, []string{"a", "b"}, ledger.read)
	require.Empty(t, ledger.limits, "nobody was asked")
	for _, seen := range ledger.saved {
		require.Contains(t, seen.News, editorial.Hold{Code: editorial.CodeMediaDamaged, About: "med_2"})
	}
}

// What a stopping daemon cut short says nothing about a platform.
func TestAStoppedLookSavesNothing(t *testing.T) {
	now := time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)
	ledger := &outlook{cases: []editorial.Case{foreseen(now, now.Add(time.Hour), editorial.Limits{})}}
	down := &asked{platform: &platform{name: exact}, err: context.Canceled}
	s := New(Config{Outlook: ledger, Publishers: []publishers.Publisher{down}, Log: zerolog.Nop(), Now: func() time.Time { return now }})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	require.ErrorIs(t, s.lookAhead(ctx, newLately()), context.Canceled)
	require.Empty(t, ledger.saved)
}

// foreseen is an approved delivery ahead of its instant.
func foreseen(now, due time.Time, limits editorial.Limits) editorial.Case {
	channel := editorial.Channel{ID: "chan_1", Platform: exact, State: editorial.Connected, RemoteID: "account", Limits: limits}
	content := editorial.Content{Text: "hello", Channels: []editorial.ChannelID{channel.ID}}
	p := &editorial.Post{Sheet: editorial.Sheet{Content: content}, State: editorial.Approved}
	p.Approval = &editorial.Approval{
		Hashes:   map[editorial.ChannelID]editorial.Hash{channel.ID: content.HashFor(channel)},
		Accounts: map[editorial.ChannelID]string{channel.ID: channel.RemoteID},
	}
	return editorial.Case{
		Post: p, Delivery: &editorial.Delivery{Channel: channel.ID, State: editorial.Scheduled, Due: due, Preflight: editorial.Preflight{Next: due.Add(-editorial.FirstLook)}},
		Calendar: editorial.Calendar{Zone: "Europe/Paris"}, Channels: editorial.Channels{channel.ID: channel}, Content: content, Now: now,
	}
}
