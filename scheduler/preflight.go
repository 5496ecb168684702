package scheduler

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

// Outlook is the ledger as a look ahead needs it.
type Outlook interface {
	// Preflights returns the deliveries to look at now, the earliest due first,
	// beside an error about those that cannot be read.
	Preflights(ctx context.Context, now time.Time, limit int) ([]editorial.Case, error)
	// SavePreflights stores what was found and returns what was still as it was
	// looked at.
	SavePreflights(ctx context.Context, all []editorial.Foreseen) ([]editorial.Foreseen, error)
	// WarnExpiring stores the warnings that are due about credentials that run
	// out, and returns their channels.
	WarnExpiring(ctx context.Context, now time.Time) ([]editorial.Channel, error)
	// SaveLimits stores what an account takes now, and tells whether that differs.
	SaveLimits(ctx context.Context, of editorial.Account, limits editorial.Limits, now time.Time) (bool, error)
	// VerifyMedia reads a file to its end and tells whether it is what was
	// brought in.
	VerifyMedia(use editorial.MediaUse) (bool, error)
	// LinksDue returns the links to follow now.
	LinksDue(ctx context.Context, now time.Time, limit int) ([]string, error)
	// SaveLink stores where a link led, and returns what that means for posts.
	SaveLink(ctx context.Context, seen editorial.LinkSeen) ([]editorial.LinkNews, error)
}

const (
	lookEvery   = time.Minute
	looksAtOnce = 500              // deliveries in one run
	checksInRun = 60               // platforms asked in one run, one after the other; the rest follows in the next
	checkTime   = 10 * time.Second // for one answer
	checkGood   = 15 * time.Minute // how long an answer about a channel counts
	clockSlack  = time.Minute      // between our clock and a platform's
	bytesInRun  = 1 << 30          // of files read in one run
)

// outlookJobs are the looks ahead, apart from the releaser and its places.
func (s *Scheduler) outlookJobs() []Job {
	if s.cfg.Outlook == nil {
		return nil
	}
	lately := newLately()
	return []Job{
		{Name: "preflight", Every: lookEvery, Do: func(ctx context.Context) error { return s.lookAhead(ctx, lately) }},
		{Name: "expiry", Every: lookEvery, Do: s.warnExpiring},
	}
}

// lately is what was found out a short while ago, and counts still.
type lately struct {
	channels map[editorial.ChannelID]check
	files    map[string]proof // by hash
}

func newLately() lately {
	return lately{channels: map[editorial.ChannelID]check{}, files: map[string]proof{}}
}

// check is what a platform said about a channel.
type check struct {
	at     time.Time
	told   bool // it answered
	health publishers.Health
	found  []editorial.Hold
}

// proof is whether a file is what was brought in.
type proof struct {
	at    time.Time
	whole bool
}

// forget drops what is too old to count.
func (l lately) forget(now time.Time) {
	maps.DeleteFunc(l.channels, func(_ editorial.ChannelID, c check) bool { return now.Sub(c.at) > checkGood })
	maps.DeleteFunc(l.files, func(_ string, p proof) bool { return now.Sub(p.at) > checkGood })
}

// lookAhead looks at what is due within a day or an hour, asks each channel's
// platform once, reads the files, and tells what would stop a delivery while
// there is time.
func (s *Scheduler) lookAhead(ctx context.Context, lately lately) error {
	cases, trouble := s.cfg.Outlook.Preflights(ctx, s.cfg.Now(), looksAtOnce)
	lately.forget(s.cfg.Now())
	asked, read := 0, int64(0)
	for _, ofChannel := range byChannel(cases) {
		if asked == checksInRun || read > bytesInRun {
			break
		}
		id := ofChannel[0].Delivery.Channel
		if _, known := lately.channels[id]; !known && slices.ContainsFunc(ofChannel, editorial.Case.Foreseeable) {
			asked++
			lately.channels[id] = s.check(ctx, ofChannel[0].Channels[id])
			trouble = errors.Join(trouble, s.keepLimits(ctx, ofChannel[0].Channels[id], lately.channels[id]))
		}
		for i := range ofChannel {
			if !ofChannel[i].Foreseeable() {
				continue
			}
			bytes, err := s.verify(&ofChannel[i], lately.files)
			read, trouble = read+bytes, errors.Join(trouble, err)
		}
		if ctx.Err() != nil { // what it cut short says nothing of a platform
			return errors.Join(trouble, ctx.Err())
		}
		if err := s.foresee(ctx, ofChannel, lately.channels[id]); err != nil {
			return errors.Join(trouble, err)
		}
	}
	return trouble
}

// keepLimits stores what the platform says that the channel takes now. Where it
// said nothing, what is known of the channel may be of long ago: a run can take
// minutes, and a person connect the channel anew meanwhile.
func (s *Scheduler) keepLimits(ctx context.Context, channel editorial.Channel, asked check) error {
	if !asked.told {
		return nil
	}
	changed, err := s.cfg.Outlook.SaveLimits(ctx, channel.Account(), asked.health.Limits, s.cfg.Now())
	if changed {
		s.cfg.Log.Warn().Str("channel", string(channel.ID)).Str("platform", string(channel.Platform)).Msg("the platform has changed what it takes on a channel")
	}
	return err
}

// verify reads the files of a delivery that nobody has read lately, and notes
// those that are not what was brought in. It tells how much it read.
func (s *Scheduler) verify(c *editorial.Case, files map[string]proof) (read int64, trouble error) {
	for _, use := range c.Content.Parts(c.Delivery.Channel)[0].Files() {
		known, ok := files[use.Hash]
		if !ok {
			whole, err := s.cfg.Outlook.VerifyMedia(use)
			if err != nil {
				trouble = errors.Join(trouble, err)
				continue
			}
			known = proof{at: s.cfg.Now(), whole: whole}
			files[use.Hash] = known
			read += use.Bytes
		}
		if !known.whole && !slices.Contains(c.Damaged, use.Media) {
			c.Damaged = append(c.Damaged, use.Media)
		}
	}
	return read, trouble
}

// byChannel groups deliveries, the channel whose first is due first before the
// others.
func byChannel(cases []editorial.Case) [][]editorial.Case {
	var groups [][]editorial.Case
	at := map[editorial.ChannelID]int{}
	for _, c := range cases {
		id := c.Delivery.Channel
		if _, ok := at[id]; !ok {
			at[id] = len(groups)
			groups = append(groups, nil)
		}
		groups[at[id]] = append(groups[at[id]], c)
	}
	return groups
}

// check asks a platform about a channel, where it can be asked.
func (s *Scheduler) check(ctx context.Context, channel editorial.Channel) check {
	answer := check{at: s.cfg.Now(), health: publishers.Health{Remaining: -1, Limits: channel.Limits}}
	if _, can := s.adapters[channel.Platform].(publishers.Checker); !can || channel.State != editorial.Connected || !channel.Archived.IsZero() {
		return answer
	}
	ctx, cancel := context.WithTimeout(ctx, checkTime)
	defer cancel()
	health, err := s.Check(ctx, channel.Account())
	about := string(channel.ID)
	if err != nil {
		answer.found = []editorial.Hold{{Code: refused(err), About: about}}
		return answer
	}
	answer.health, answer.told = health, true
	if apart := health.Clock.Sub(s.cfg.Now()).Abs(); !health.Clock.IsZero() && apart > clockSlack {
		answer.found = append(answer.found, editorial.Hold{Code: editorial.CodeClockDiffers, About: about})
	}
	return answer
}

// errNoCheck is the answer for platforms that cannot be asked.
var errNoCheck = errors.New("the platform cannot be asked how an account stands")

// Check asks an account's platform how it stands, which changes nothing there.
// Credentials that ran out are renewed first, as before a post: that nobody has
// posted for a while says nothing of the account. It may be called from anywhere.
func (s *Scheduler) Check(ctx context.Context, of editorial.Account) (publishers.Health, error) {
	adapter := s.adapters[of.Platform]
	checker, can := adapter.(publishers.Checker)
	if !can {
		return publishers.Health{}, errNoCheck
	}
	return renewing(ctx, s, adapter, of, func(ctx context.Context, on editorial.Account) (h publishers.Health, err error) {
		defer func() {
			if trouble := recover(); trouble != nil {
				err = fmt.Errorf("the adapter panicked: %v", trouble)
			}
		}()
		return checker.Check(ctx, on)
	})
}

// refused is what a failed check says about the channel.
func refused(err error) editorial.Code {
	switch publishers.Judge(err).Verdict {
	case editorial.Reconnect:
		return editorial.CodeMustConnect
	case editorial.Never:
		return editorial.CodePlatformRefuses
	case editorial.Later, editorial.Unknown, editorial.Done:
	}
	return editorial.CodePlatformSilent
}

// foresee asks the gate about a channel's deliveries, with the limits and the
// quota as the platform has just told them, and writes down what it says.
func (s *Scheduler) foresee(ctx context.Context, cases []editorial.Case, asked check) error {
	var all []editorial.Foreseen
	for _, c := range cases {
		channel := c.Channels[c.Delivery.Channel]
		channel.Limits = asked.health.Limits
		c.Channels = editorial.Channels{channel.ID: channel}
		found := slices.Clone(asked.found)
		if h := asked.health; h.Remaining == 0 && (h.Reset.IsZero() || h.Reset.After(c.Delivery.Due)) {
			found = append(found, editorial.Hold{Code: editorial.CodePlatformFull, About: string(channel.ID), Until: h.Reset})
		}
		all = append(all, editorial.Foresee(c, found))
	}
	written, err := s.cfg.Outlook.SavePreflights(ctx, all)
	for _, seen := range written {
		for _, hold := range seen.News {
			s.cfg.Log.Warn().EmbedObject(line(seen.Delivery)).Time("due", seen.Delivery.Due).Str("code", string(hold.Code)).
				Str("about", aboutFor(hold)).Str("reason", hold.Code.Words().EN).Msg("would not leave at its time")
		}
	}
	return err
}

// aboutFor is what a hold is about, as the log may hold it: of a link its host.
func aboutFor(hold editorial.Hold) string {
	if hold.IsLink() {
		return hostIn(hold.About)
	}
	return hold.About
}

// warnExpiring tells of credentials that run out soon.
func (s *Scheduler) warnExpiring(ctx context.Context) error {
	warned, err := s.cfg.Outlook.WarnExpiring(ctx, s.cfg.Now())
	for _, c := range warned {
		s.cfg.Log.Warn().Str("channel", string(c.ID)).Str("platform", string(c.Platform)).Time("expires", c.ExpiresAt).
			Int("days", c.Warned.Days).Msg("a channel's credentials run out; connect it again")
	}
	return err
}
