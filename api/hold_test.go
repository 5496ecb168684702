package api

import (
	"context"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/store"
)

// stopped is a post for an hour from now, and what a test does to it.
type stopped struct {
	*world
	t       *testing.T
	post    string
	picture map[string]any
}

// stopPost plans a post with a picture and a link and approves it.
func stopPost(t *testing.T) *stopped {
	t.Helper()
	s := &stopped{world: newWorld(t), t: t}
	s.picture = s.upload(t, pictures(t)["image/png"], "A bee")
	s.post, _ = s.scheduled(t, `{"text":"Hello","media":["`+s.picture["id"].(string)+`"],"link":{"url":"https://maison.example/"},
		"variants":{"`+s.board+`":{"parts":["Hello","and more"],"first_comment":"A comment"}}}`)
	return s
}

func (s *stopped) by(may editorial.Permissions) store.Write {
	return store.Write{By: editorial.Actor{Member: "mem_9", Name: "Test", May: may}, Now: s.clock.now()}
}

// edit changes the post as somebody who may do so much.
func (s *stopped) edit(may editorial.Permissions, change func(*editorial.Sheet)) {
	s.t.Helper()
	_, _, err := s.store.UpdatePost(context.Background(), s.by(may), editorial.PostID(s.post), func(p *editorial.Post, desk editorial.Desk) (editorial.Lines, error) {
		next := p.Clone()
		change(&next)
		if p.Approval != nil {
			desk.Ruler = editorial.NewRuler(p.Approval.Revision, p.Content)
		}
		return p.Edit(next, desk)
	})
	require.NoError(s.t, err)
}

func (s *stopped) move(move string) {
	s.t.Helper()
	s.must(s.t, http.StatusOK, "POST", "/api/v1/posts/"+s.post+"/moves", `{"move":"`+move+`"}`)
}

// policy changes the calendar's, and channel the channel's rules.
func (s *stopped) policy(body string) {
	s.t.Helper()
	path := "/api/v1/calendars/" + s.calendar
	s.must(s.t, http.StatusOK, "PATCH", path, `{"policy":`+body+`}`, "If-Match", s.ask(s.t, "GET", path, "").header.Get("ETag"))
}

func (s *stopped) channel(change func(*editorial.Channel)) {
	s.t.Helper()
	_, err := s.store.UpdateChannel(context.Background(), s.by(nil), editorial.ChannelID(s.board), func(c *editorial.Channel) error {
		change(c)
		return nil
	})
	require.NoError(s.t, err)
}

// takes changes what the channel takes.
func (s *stopped) takes(change func(*editorial.Limits)) {
	s.channel(func(c *editorial.Channel) { change(&c.Limits) })
}

func (s *stopped) pause() string {
	return s.must(s.t, http.StatusCreated, "POST", "/api/v1/pauses", `{"scope":{"calendar":"`+s.calendar+`"},"reason":"Crisis"}`)["id"].(string)
}

func (s *stopped) file() string { return filepath.Join(s.store.MediaDir(), s.picture["hash"].(string)) }

// leads has the post's link followed.
func (s *stopped) leads(site string) {
	s.t.Helper()
	seen := editorial.LinkSeen{URL: "https://maison.example/", State: editorial.LinkGone, At: s.clock.now()}
	if site != "" {
		seen.State, seen.Host, seen.Site = editorial.LinkAlive, site, site
	}
	_, err := s.store.SaveLink(context.Background(), seen)
	require.NoError(s.t, err)
}

// forge has a touch-up on record that no margin allowed.
func (s *stopped) forge() {
	s.t.Helper()
	s.edit(editorial.Permissions{editorial.Write}, func(sheet *editorial.Sheet) {
		v := sheet.Content.Variants[editorial.ChannelID(s.board)]
		v.Parts = []string{"Hello", "and much more"}
		sheet.Content.Variants[editorial.ChannelID(s.board)] = v
	})
	_, _, err := s.store.UpdatePost(context.Background(), s.by(nil), editorial.PostID(s.post), func(p *editorial.Post, _ editorial.Desk) (editorial.Lines, error) {
		touched := p.Approval.TouchUps[editorial.ChannelID(s.board)]
		require.NotEmpty(s.t, touched)
		touched[0].Margin = editorial.Margin{}
		return editorial.Lines{}, nil
	})
	require.NoError(s.t, err)
}

// earlier lets another post leave on the channel.
func (s *stopped) earlier() {
	s.t.Helper()
	s.scheduled(s.t, `{"text":"Before it"}`)
	s.clock.add(time.Hour)
	s.edit(editorial.AllPermissions(), func(sheet *editorial.Sheet) {
		later, err := editorial.WhenAt(s.clock.now().Add(time.Minute), "Europe/Paris")
		require.NoError(s.t, err)
		sheet.Planned = later
	})
	s.release(s.t)
}

// strain has calls to the account come to so little that it rests at the
// post's time.
func (s *stopped) strain(strain editorial.Strain, calls int) {
	s.t.Helper()
	view := decode[postView](s.t, s.ask(s.t, "GET", "/api/v1/posts/"+s.post, "").body)
	s.clock.add(time.Hour - time.Second)
	for range calls {
		s.turn(s.t, editorial.Outcome{
			Delivery: view.Deliveries[0].ID, Attempt: 99, Verdict: editorial.Later, Wait: time.Minute, Strain: strain, Account: "remote-board",
			Ended: s.clock.now(),
		})
	}
	s.clock.add(time.Second)
}

// everyHold is one way to each reason that stops a post.
func everyHold() map[editorial.Code]func(*stopped) {
	limits := func(change func(*editorial.Limits)) func(*stopped) {
		return func(s *stopped) { s.takes(change) }
	}
	return map[editorial.Code]func(*stopped){
		editorial.CodeBeyondMargin: func(s *stopped) { s.forge() },
		editorial.CodeNotApproved:  func(s *stopped) { s.move("withdraw") },
		editorial.CodeTimeNotApproved: func(s *stopped) {
			s.edit(editorial.Editor.Permissions(), func(sheet *editorial.Sheet) { sheet.Planned.Local = "2026-10-02T11:30" })
		},
		editorial.CodeAccountChanged: func(s *stopped) { s.channel(func(c *editorial.Channel) { c.RemoteID = "another" }) },
		editorial.CodeArchived:       func(s *stopped) { s.move("archive") },
		editorial.CodeHeldByHand:     func(s *stopped) { s.move("hold") },
		editorial.CodePaused:         func(s *stopped) { s.pause() },
		editorial.CodeTimePassedWhileStopped: func(s *stopped) {
			pause := s.pause()
			s.clock.add(61 * time.Minute)
			s.turn(s.t)
			s.must(s.t, http.StatusOK, "DELETE", "/api/v1/pauses/"+pause, "")
		},
		editorial.CodeChannelGone: func(s *stopped) {
			s.channel(func(c *editorial.Channel) { c.State, c.Archived = editorial.Disconnected, s.clock.now() })
		},
		editorial.CodeMustConnect: func(s *stopped) { s.channel(func(c *editorial.Channel) { c.State = editorial.MustConnect }) },
		editorial.CodeEmbargo: func(s *stopped) {
			s.edit(editorial.AllPermissions(), func(sheet *editorial.Sheet) {
				sheet.Embargo = editorial.When{Local: "2026-10-01T11:10", Zone: "Europe/Paris"}
			})
		},
		editorial.CodeBlackout: func(s *stopped) {
			s.policy(`{"blackouts":[{"from":"2026-10-01T09:00:00Z","to":"2026-10-01T10:00:00Z","reason":"Mourning"}]}`)
		},
		editorial.CodeQuietHours: func(s *stopped) { s.policy(`{"quiet_hours":[{"days":[],"from":"10:00","to":"12:00"}]}`) },
		editorial.CodeTooSoon: func(s *stopped) {
			s.channel(func(c *editorial.Channel) { c.Rules.MinimumGap = time.Hour })
			s.earlier()
		},
		editorial.CodeQuotaSpent: func(s *stopped) {
			s.channel(func(c *editorial.Channel) { c.Rules.DailyQuota = 1 })
			s.earlier()
		},
		editorial.CodeAccountLimited: func(s *stopped) { s.strain(editorial.StrainLimited, 1) },
		editorial.CodeAccountSilent:  func(s *stopped) { s.strain(editorial.StrainSilent, 5) },
		editorial.CodeMediaMissing:   func(s *stopped) { require.NoError(s.t, os.Remove(s.file())) },
		editorial.CodeMediaDamaged: func(s *stopped) {
			bytes, err := os.ReadFile(s.file())
			require.NoError(s.t, err)
			bytes[20] ^= 1
			require.NoError(s.t, os.WriteFile(s.file(), bytes, 0o600))
			whole, err := s.store.VerifyMedia(editorial.MediaUse{Hash: s.picture["hash"].(string), Bytes: int64(len(bytes))})
			require.NoError(s.t, err)
			require.False(s.t, whole)
		},
		editorial.CodeLinkElsewhere: func(s *stopped) {
			s.leads("maison.example")
			s.leads("casino.example")
		},
		editorial.CodeLinkGone: func(s *stopped) {
			s.policy(`{"dead_links":"hold"}`)
			s.leads("")
		},
		editorial.CodeTextTooLong:    limits(func(l *editorial.Limits) { l.Text[0].Max = 3 }),
		editorial.CodeTooManyParts:   limits(func(l *editorial.Limits) { l.Parts = 1 }),
		editorial.CodeNoFirstComment: limits(func(l *editorial.Limits) { l.FirstComment = false }),
		editorial.CodeNothingToSay: func(s *stopped) {
			blank := " "
			s.edit(editorial.AllPermissions(), func(sheet *editorial.Sheet) {
				sheet.Content.Text, sheet.Content.Variants = blank, nil
			})
			s.takes(func(l *editorial.Limits) { l.TextOrMedia = false })
		},
		editorial.CodeMediaRequired: func(s *stopped) {
			s.edit(editorial.AllPermissions(), func(sheet *editorial.Sheet) { sheet.Content.Media = nil })
			s.takes(func(l *editorial.Limits) { l.MediaRequired = true })
		},
		editorial.CodeTooManyMedia: limits(func(l *editorial.Limits) { l.Media.Max = 0 }),
		editorial.CodeMediaType:    limits(func(l *editorial.Limits) { l.Media.Types = map[string]int64{"image/gif": 0} }),
		editorial.CodeMediaTooBig:  limits(func(l *editorial.Limits) { l.Media.Pixels = 1 }),
		editorial.CodeLinkNotShown: limits(func(l *editorial.Limits) { l.LinkCard = false }),
		editorial.CodeCardOrMedia:  limits(func(l *editorial.Limits) { l.CardOrMedia = true }),
	}
}

// notOfTheGate are what preflight says besides: they are no holds of a claim.
func notOfTheGate() map[editorial.Code]func(*stopped) {
	return map[editorial.Code]func(*stopped){
		editorial.CodeTooLateNow: func(s *stopped) { s.clock.add(2 * time.Hour) },
		codeNoDate: func(s *stopped) {
			s.edit(editorial.AllPermissions(), func(sheet *editorial.Sheet) { sheet.Planned = editorial.When{} })
		},
	}
}

// Each "no" of the gate is told by preflight in both languages, with what to
// do about it; and each that the documentation names is among them.
func TestEveryHoldIsTold(t *testing.T) {
	documented := gateTable(t)
	for _, all := range []map[editorial.Code]func(*stopped){everyHold(), notOfTheGate()} {
		for code, stop := range all {
			t.Run(string(code), func(t *testing.T) {
				s := stopPost(t)
				stop(s)
				s.requireHold(code, "en")
				s.requireHold(code, "fr")
			})
		}
	}
	for code := range everyHold() {
		require.True(t, documented[code], "docs/release.md does not name %s", code)
	}
	for code := range documented {
		require.Contains(t, everyHold(), code, "nothing here leads to %s", code)
	}
}

// gateTable reads the codes of the gate from the documentation.
func gateTable(t *testing.T) map[editorial.Code]bool {
	t.Helper()
	page, err := os.ReadFile("../docs/release.md")
	require.NoError(t, err)
	_, section, found := strings.Cut(string(page), "\n## The gate\n")
	require.True(t, found)
	section, _, _ = strings.Cut(section, "\n## ")
	codes := map[editorial.Code]bool{}
	for line := range strings.SplitSeq(section, "\n") {
		cells := strings.Split(line, "|")
		if len(cells) < 4 {
			continue
		}
		for _, found := range regexp.MustCompile("`([a-z_]+)`").FindAllStringSubmatch(cells[1], -1) {
			codes[editorial.Code(found[1])] = true
		}
	}
	require.Greater(t, len(codes), 20)
	return codes
}

// requireHold fails unless preflight holds the post for a reason, in words
// that say what is so and then what to do.
func (s *stopped) requireHold(code editorial.Code, lang editorial.Lang) {
	s.t.Helper()
	flight := decode[preflight](s.t, s.ask(s.t, "GET", "/api/v1/posts/"+s.post+"/preflight", "", "Accept-Language", string(lang)).body)
	require.False(s.t, flight.Ready)
	require.Len(s.t, flight.Channels, 1)
	for _, hold := range flight.Channels[0].Holds {
		if hold.Code == code {
			require.Equal(s.t, sentence(code, editorial.Words{}, lang), hold.Message)
			require.Regexp(s.t, `^.+[.;:]\s.+\.$`, hold.Message, "what is so, and the next step")
			return
		}
	}
	s.t.Fatalf("no %s in %v", code, flight.Channels[0].Holds)
}

// Several reasons are told together, and none of them stops a post that the
// channel has had.
func TestHoldsAreToldTogether(t *testing.T) {
	s := stopPost(t)
	everyHold()[editorial.CodeHeldByHand](s)
	everyHold()[editorial.CodePaused](s)
	everyHold()[editorial.CodeMediaMissing](s)
	everyHold()[editorial.CodeLinkElsewhere](s)
	everyHold()[editorial.CodeTextTooLong](s)
	for _, code := range []editorial.Code{editorial.CodeHeldByHand, editorial.CodePaused, editorial.CodeMediaMissing, editorial.CodeLinkElsewhere, editorial.CodeTextTooLong} {
		s.requireHold(code, editorial.English)
	}
}

// What a platform says when it is asked ahead of time is told as the post's
// problems, and in preflight, in both languages.
func TestWhatAPlatformSaysIsTold(t *testing.T) {
	for _, code := range []editorial.Code{
		editorial.CodePlatformSilent, editorial.CodePlatformRefuses, editorial.CodePlatformFull, editorial.CodeClockDiffers, editorial.CodeMustConnect,
	} {
		s := stopPost(t)
		cases, err := s.store.Preflights(t.Context(), s.clock.now(), 10)
		require.NoError(t, err)
		require.Len(t, cases, 1)
		seen := editorial.Foresee(cases[0], []editorial.Hold{{Code: code, About: s.board}})
		_, err = s.store.SavePreflights(t.Context(), []editorial.Foreseen{seen})
		require.NoError(t, err)
		for _, lang := range []string{"en", "fr"} {
			post := decode[postView](t, s.ask(t, "GET", "/api/v1/posts/"+s.post, "", "Accept-Language", lang).body)
			require.Len(t, post.Problems, 1)
			require.Equal(t, code, post.Problems[0].Code)
			require.Equal(t, code.Words().In(editorial.Lang(lang)), post.Problems[0].Message)
			require.Regexp(t, `^.+[.;:]\s.+\.$`, post.Problems[0].Message, "what is so, and the next step")
			flight := decode[preflight](t, s.ask(t, "GET", "/api/v1/posts/"+s.post+"/preflight", "", "Accept-Language", lang).body)
			require.True(t, flight.Ready, "it is tried at its time all the same")
			require.Equal(t, post.Problems[0].Message, flight.Channels[0].Warnings[0].Message)
		}
	}
}
