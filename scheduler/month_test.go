package scheduler_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/rs/zerolog"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/publishers"
	"parution.dev/publishers/bluesky"
	"parution.dev/publishers/bluesky/blueskytest"
	"parution.dev/publishers/feed"
	"parution.dev/publishers/mastodon"
	"parution.dev/publishers/mastodon/mastodontest"
	"parution.dev/publishers/publishertest"
	"parution.dev/publishers/webhook"
	"parution.dev/publishers/webhook/webhooktest"
	"parution.dev/scheduler"
	"parution.dev/store"
)

// TestSimConcurrent runs the whole daemon less its sockets through weeks of
// virtual time: real cron, real store, real adapters and clients, strict fakes
// with bad days. What goes wrong is random, so nothing here is replayed; under
// the race detector it shows what the stepper cannot.
func TestSimConcurrent(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		sleep(time.Until(time.Date(2026, time.October, 20, 6, 0, 0, 0, time.UTC))) // the clocks go back on the 25th
		m := newMonth(t)
		done := make(chan error, 1)
		ctx, stop := context.WithCancel(t.Context())
		go func() { done <- m.scheduler.Run(ctx) }()
		synctest.Wait()
		for day := range 14 {
			m.correctAll()
			m.planDay(day)
			sleep(24 * time.Hour)
		}
		sleep(24 * time.Hour)
		stop()
		require.NoError(t, <-done)
		m.check()
	})
}

// sleep moves the bubble's clock.
func sleep(d time.Duration) { time.Sleep(d) } //nolint:forbidigo // virtual time: it costs none

type month struct {
	t         *testing.T
	db        *store.Store
	scheduler *scheduler.Scheduler
	fakes     map[editorial.Platform]publishertest.Fake
	calendar  editorial.Calendar
	channels  []editorial.Channel
	posts     []editorial.PostID
	corrected int // deliveries that were asked to be edited
	rand      *rand.Rand

	mu    sync.Mutex
	fault *rand.Rand
}

func newMonth(t *testing.T) *month {
	t.Helper()
	m := &month{t: t, rand: rand.New(rand.NewPCG(1, 2)), fault: rand.New(rand.NewPCG(3, 4)), fakes: map[editorial.Platform]publishertest.Fake{}}
	toot := mastodontest.New(time.Now, mastodontest.Complaints(t.Errorf))
	sky := blueskytest.New(time.Now, blueskytest.Complaints(t.Errorf), blueskytest.With(blueskytest.Account{DID: "did:plc:one", Handle: "one.example", Password: "abcd-efgh"}))
	hook := &webhooktest.Receiver{Secrets: []editorial.Secret{editorial.NewSecret(hookSecret)}, Now: time.Now, Deduplicates: true}
	all := []publishers.Publisher{
		feed.New("https://plan.example"),
		mastodon.New(m.client("mastodon", toot), time.Now),
		bluesky.New(m.client("bluesky", sky), time.Now),
		webhook.New(m.client("webhook", hook), time.Now),
	}
	var err error
	m.db, err = store.Open(t.Context(), store.Config{Dir: t.TempDir(), Sealer: plainSealer{}, Bell: func(at time.Time) { m.scheduler.Due(at) }})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, m.db.Close()) })
	m.scheduler = scheduler.New(scheduler.Config{Queue: m.db, Outlook: m.db, Acts: m.db, Publishers: all, Log: zerolog.Nop(), Now: time.Now, Holder: "month", Poll: time.Minute})
	m.settle(all, map[editorial.Platform]editorial.Account{
		"feed":     {Settings: map[string]string{"title": "Journal"}},
		"mastodon": {Settings: map[string]string{"server": mastodontest.Host}, Credentials: editorial.Credentials{"access_token": editorial.NewSecret(toot.Token("ann", "read", "write"))}},
		"bluesky":  {Settings: map[string]string{"handle": "one.example"}, Credentials: editorial.Credentials{"app_password": editorial.NewSecret("abcd-efgh")}},
		"webhook":  {Settings: map[string]string{"url": webhooktest.URL, "deduplicates": "true"}, Credentials: editorial.Credentials{"secret": editorial.NewSecret(hookSecret)}},
	})
	return m
}

const hookSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"

type plainSealer struct{}

func (plainSealer) Seal(plain []byte, _ string) ([]byte, error)  { return plain, nil }
func (plainSealer) Open(sealed []byte, _ string) ([]byte, error) { return sealed, nil }

// client is the guarded client on a fake whose every fourth publishing call
// goes wrong in some way.
func (m *month) client(platform editorial.Platform, fake publishertest.Fake) *http.Client {
	m.fakes[platform] = fake
	handler := publishertest.Faulty(fake, func(*http.Request) publishertest.Fault {
		m.mu.Lock()
		defer m.mu.Unlock()
		faults := []publishertest.Fault{
			publishertest.TooMany, publishertest.ServerError, publishertest.CutBefore, publishertest.CutAfter,
			publishertest.BadJSON, publishertest.Slow, publishertest.Redirect,
		}
		if n := m.fault.IntN(28); n < len(faults) {
			return faults[n]
		}
		return publishertest.Fine
	})
	return publishers.NewClient(publishers.ClientConfig{Transport: publishertest.RoundTripper(handler)})
}

func (m *month) as() store.Write {
	return store.Write{Now: time.Now(), By: editorial.Actor{Member: "mem_ines", Name: "Inès", May: editorial.Manager.Permissions()}}
}

func (m *month) settle(all []publishers.Publisher, accounts map[editorial.Platform]editorial.Account) {
	ctx := m.t.Context()
	require.NoError(m.t, m.db.AddMember(ctx, m.as(), "", editorial.Member{ID: "mem_ines", Name: "Inès", Email: "ines@example.org"}))
	m.calendar = editorial.Calendar{ID: "cal_1", Name: "Maison", Zone: "Europe/Paris", Language: editorial.French, Policy: editorial.DefaultPolicy()}
	require.NoError(m.t, m.db.AddCalendar(ctx, m.as(), m.calendar, "mem_ines"))
	for _, p := range all {
		account := accounts[p.Platform()]
		account.Platform, account.Channel = p.Platform(), editorial.ChannelID("chan_"+p.Platform())
		if account.Credentials == nil {
			account.Credentials = editorial.Credentials{}
		}
		c, err := p.Connect(ctx, account)
		require.NoError(m.t, err)
		channel := editorial.Channel{
			ID: account.Channel, Calendar: m.calendar.ID, Platform: account.Platform, Name: string(account.Platform), State: editorial.Connected,
			RemoteID: c.RemoteID, Handle: c.Handle, Settings: account.Settings, Facts: c.Facts, Limits: c.Limits, Credentials: c.Credentials,
		}
		require.NoError(m.t, m.db.AddChannel(ctx, m.as(), channel))
		m.channels = append(m.channels, channel)
	}
}

// planDay approves a handful of posts for the day, several at one instant.
func (m *month) planDay(day int) {
	for i := range 5 {
		text := fmt.Sprintf("day %d post %d", day, i)
		sheet := editorial.Sheet{Title: text, Content: editorial.Content{Text: text, Variants: map[editorial.ChannelID]editorial.Variant{}}}
		for _, c := range m.channels {
			sheet.Content.Channels = append(sheet.Content.Channels, c.ID)
			if i == 1 {
				sheet.Content.Variants[c.ID] = editorial.Variant{Parts: []string{text, text + " part 1"}, FirstComment: text + " comment"}
			}
		}
		var err error
		sheet.Planned, err = editorial.WhenAt(time.Now().Add(time.Duration(1+i/2*4)*time.Hour), m.calendar.Zone)
		require.NoError(m.t, err)
		p, _, err := m.db.AddPost(m.t.Context(), m.as(), m.calendar.ID, func(desk editorial.Desk) (*editorial.Post, editorial.Lines, error) {
			return editorial.NewPost(sheet, desk)
		})
		require.NoError(m.t, err)
		_, _, err = m.db.UpdatePost(m.t.Context(), m.as(), p.ID, func(p *editorial.Post, desk editorial.Desk) (editorial.Lines, error) {
			return p.Apply(editorial.Asked{Move: editorial.MoveApprove, Revision: p.Revision}, desk)
		})
		require.NoError(m.t, err)
		m.posts = append(m.posts, p.ID)
	}
}

// correctAll corrects what was planned the day before, has it approved, and
// asks that what is out be edited wherever that can be.
func (m *month) correctAll() {
	for _, id := range m.posts[max(0, len(m.posts)-5):] {
		m.change(id, func(p *editorial.Post, desk editorial.Desk) (editorial.Lines, error) {
			next := p.Clone()
			next.Content.Text += " corrected"
			for channel, v := range next.Content.Variants {
				for i := range v.Parts {
					v.Parts[i] += " corrected"
				}
				v.FirstComment += " corrected"
				next.Content.Variants[channel] = v
			}
			return p.Edit(next, desk)
		})
		p := m.change(id, func(p *editorial.Post, desk editorial.Desk) (editorial.Lines, error) {
			return p.Apply(editorial.Asked{Move: editorial.MoveApprove, Revision: p.Revision, Late: editorial.LateUndated}, desk)
		})
		for _, d := range p.Deliveries {
			asked := editorial.DeliveryAsked{Move: editorial.MoveEditLive, Revision: p.Revision}
			err := m.db.AddAct(m.t.Context(), m.as(), d.ID, func(c editorial.Case, desk editorial.Desk, open *editorial.Act) (editorial.Act, editorial.Lines, error) {
				return editorial.AskEdit(c, asked, desk, open)
			})
			if err == nil {
				m.corrected++
				continue
			}
			require.NotNil(m.t, editorial.AsRefusal(err), err)
		}
	}
}

func (m *month) change(id editorial.PostID, change store.Change) *editorial.Post {
	p, _, err := m.db.UpdatePost(m.t.Context(), m.as(), id, change)
	require.NoError(m.t, err)
	return p
}

// check holds the fakes' books against the ledger: nothing lost, nothing twice.
func (m *month) check() {
	books := map[editorial.Platform]map[string]int{}
	for platform, fake := range m.fakes {
		books[platform] = map[string]int{}
		for _, e := range fake.Books() {
			books[platform][e.Text]++
		}
	}
	published := 0
	for _, id := range m.posts {
		p, err := m.db.GetPost(m.t.Context(), id)
		require.NoError(m.t, err)
		for _, d := range p.Deliveries {
			require.True(m.t, d.Next.IsZero(), "%s on %s waits: %s", p.Title, d.Platform, d.State)
			if d.State == editorial.Published {
				published++
			}
			m.checkParts(p, d, books[d.Platform])
		}
	}
	m.checkEdits()
	total := len(m.posts) * len(m.channels)
	m.t.Logf("%d of %d deliveries published", published, total)
	require.Greater(m.t, published, total*9/10)
}

func (m *month) checkParts(p *editorial.Post, d editorial.Delivery, books map[string]int) {
	if d.Platform == "feed" {
		require.Equal(m.t, editorial.Published, d.State)
		return
	}
	for i := range d.Parts {
		text := m.partOf(p.ID, d.ShownRevision(i), d.Channel, i).Text
		if asked := d.Parts[i].Asked; asked != d.Parts[i].Shows && books[text] == 0 {
			text = m.partOf(p.ID, asked, d.Channel, i).Text // the last answer was lost
		}
		if d.Parts[i].State == editorial.PartPublished {
			require.Equal(m.t, 1, books[text], "%s has %q", d.Platform, text)
		}
		require.LessOrEqual(m.t, books[text], 1, "%s has %q", d.Platform, text)
	}
}

func (m *month) partOf(post editorial.PostID, revision int, channel editorial.ChannelID, index int) editorial.Part {
	r, err := m.db.GetRevision(m.t.Context(), post, revision)
	require.NoError(m.t, err)
	return r.Content.Parts(channel)[index]
}

// checkEdits sees every edit come to an end, and nearly all to a good one.
func (m *month) checkEdits() {
	done, all := 0, 0
	for _, id := range m.posts {
		p, err := m.db.GetPost(m.t.Context(), id)
		require.NoError(m.t, err)
		for _, d := range p.Deliveries {
			acts, err := m.db.ListActs(m.t.Context(), d.ID)
			require.NoError(m.t, err)
			for _, a := range acts {
				require.True(m.t, a.Next.IsZero(), "%s on %s is %s", p.Title, d.Platform, a.State)
				all++
				if a.State == editorial.ActDone {
					done++
				}
			}
		}
	}
	m.t.Logf("%d of %d edits done", done, all)
	require.Equal(m.t, m.corrected, all)
	require.Greater(m.t, all, 50)
	require.Greater(m.t, done, all*9/10)
}
