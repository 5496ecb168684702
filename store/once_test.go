package store

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func once(key, body string) *Once {
	return &Once{Token: "tok_1", Key: key, Body: []byte(body), Status: 201}
}

// campaign tries to make a campaign under a key.
func (h *house) campaign(id editorial.CampaignID, o *Once) error {
	w := h.desk()
	w.Once = o
	return h.AddCampaign(h.ctx, w, editorial.Campaign{ID: id, Calendar: maison, Name: "x"})
}

func requireReplayed(tb testing.TB, id string, err error) {
	tb.Helper()
	before := new(Replayed)
	require.ErrorAs(tb, err, &before)
	require.Equal(tb, Replayed{ID: id, Status: 201}, *before)
	require.ErrorContains(tb, err, id)
}

func TestOnce(t *testing.T) {
	h := newHouse(t)
	require.NoError(t, h.campaign("camp_1", once("k", "body")))
	before := h.everything()

	requireReplayed(t, "camp_1", h.campaign("camp_2", once("k", "body")))
	requireCode(t, "idempotency_key_reused", h.campaign("camp_2", once("k", "another body")))
	require.Equal(t, before, h.everything())

	require.NoError(t, h.campaign("camp_2", once("another key", "body")))
	stranger := once("k", "another body")
	stranger.Token = "tok_2"
	require.NoError(t, h.campaign("camp_3", stranger), "a key is its token’s own")
	require.NoError(t, h.campaign("camp_4", nil))
	require.Equal(t, 4, h.count(`SELECT COUNT(*) FROM campaigns`))
}

// A key is remembered for a day, and not for ever.
func TestOnceExpires(t *testing.T) {
	h := newHouse(t)
	require.NoError(t, h.campaign("camp_1", once("k", "body")))
	h.now = noon.Add(24 * time.Hour)
	requireReplayed(t, "camp_1", h.campaign("camp_2", once("k", "body")))
	h.now = h.now.Add(time.Millisecond)
	require.NoError(t, h.campaign("camp_2", once("k", "another body")))
	require.Equal(t, 1, h.count(`SELECT COUNT(*) FROM idempotency`), "old keys are swept")
}

// What failed was not done, and can be tried again under its key.
func TestOnceAfterFailure(t *testing.T) {
	h := newHouse(t)
	w := h.desk()
	w.Once = once("k", "body")
	require.Error(t, h.AddCampaign(h.ctx, w, editorial.Campaign{ID: "camp_1", Calendar: "cal_none"}))
	require.NoError(t, h.campaign("camp_1", once("k", "body")))
}

// Requests that come at once, on two stores, make one thing.
func TestOnceTwins(t *testing.T) {
	h := newHouse(t)
	other := h.another()
	results := make([]error, 12)
	var all sync.WaitGroup
	for i := range results {
		at := []*house{h, other}[i%2]
		all.Go(func() { results[i] = at.campaign(number[editorial.CampaignID]("camp", i), once("k", "body")) })
	}
	all.Wait()
	made := ""
	for i, err := range results {
		if err == nil {
			require.Empty(t, made, "made twice")
			made = fmt.Sprintf("camp_%04d", i)
		}
	}
	require.NotEmpty(t, made)
	for _, err := range results {
		if err != nil {
			requireReplayed(t, made, err)
		}
	}
	require.Equal(t, 1, h.count(`SELECT COUNT(*) FROM campaigns`))
}

// Every noun that can be made can be made once.
func TestOnceOnEveryNoun(t *testing.T) {
	h := newHouse(t)
	p, lines := h.fullPost(1)
	for name, add := range map[string]func(w Write) error{
		"calendar": func(w Write) error { return h.AddCalendar(h.ctx, w, aCalendar("cal_9"), ines) },
		"member":   func(w Write) error { return h.AddMember(h.ctx, w, "", editorial.Member{ID: "mem_9", Email: "9"}) },
		"token": func(w Write) error {
			return h.AddToken(h.ctx, w, editorial.Token{ID: "tok_9", Member: ines, Maker: ines}, []byte("9"))
		},
		"channel": func(w Write) error {
			c := aChannel()
			c.ID = "chan_9"
			return h.AddChannel(h.ctx, w, c)
		},
		"campaign": func(w Write) error {
			return h.AddCampaign(h.ctx, w, editorial.Campaign{ID: "camp_9", Calendar: maison})
		},
		"pillar": func(w Write) error { return h.AddPillar(h.ctx, w, editorial.Pillar{ID: "pil_9", Calendar: maison}) },
		"pause":  func(w Write) error { return h.AddPause(h.ctx, w, aPause("pau_9", editorial.Scope{All: true})) },
		"media": func(w Write) error {
			_, err := h.AddMedia(h.ctx, w, aFile("med_9", "9"), strings.NewReader("9"))
			return err
		},
		"post": func(w Write) error {
			_, _, err := h.AddPost(h.ctx, w, maison, func(editorial.Desk) (*editorial.Post, editorial.Lines, error) { return p, lines, nil })
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := h.desk()
			w.Once = once("key of "+name, "body")
			require.NoError(t, add(w))
			h := h.in(t)
			before := h.everything()
			require.ErrorAs(t, add(w), new(*Replayed))
			require.Equal(t, before, h.everything())
		})
	}
}

// A post is not even begun a second time: its rule is not asked.
func TestOncePost(t *testing.T) {
	h := newHouse(t)
	w := h.desk()
	w.Once = once("k", "body")
	asked := 0
	add := func() error {
		_, _, err := h.AddPost(h.ctx, w, maison, func(desk editorial.Desk) (*editorial.Post, editorial.Lines, error) {
			if asked++; asked == 1 {
				return nil, editorial.Lines{}, errors.New("the rule says no")
			}
			return editorial.NewPost(editorial.Sheet{Title: "x"}, desk)
		})
		return err
	}
	require.ErrorContains(t, add(), "the rule says no")
	require.NoError(t, add())
	require.ErrorAs(t, add(), new(*Replayed))
	require.Equal(t, 2, asked)
}
