package api

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"parution.dev/editorial"
)

const (
	paris    = "Europe/Paris"
	feedOne  = editorial.ChannelID("chan_00000000000000000000000001")
	feedTwo  = editorial.ChannelID("chan_00000000000000000000000002")
	aPicture = editorial.MediaID("med_00000000000000000000000001")
)

func someDesk() editorial.Desk {
	return editorial.Desk{
		Calendar: editorial.Calendar{ID: "cal_1", Zone: paris, Language: editorial.French},
		Channels: editorial.Channels{feedOne: {ID: feedOne}, feedTwo: {ID: feedTwo}},
	}
}

func someLookups() lookups {
	return lookups{media: map[editorial.MediaID]editorial.Media{
		aPicture: {ID: aPicture, Hash: "abc", Type: "image/png", Bytes: 3, Width: 2, Height: 1, Alt: "a bee"},
	}}
}

// patched puts JSON over a sheet.
func patched(t require.TestingT, old editorial.Sheet, body string) (editorial.Sheet, error) {
	var edit PostEdit
	require.NoError(t, json.Unmarshal([]byte(body), &edit))
	return edit.over(old, someDesk(), someLookups())
}

func TestPatch(t *testing.T) {
	written := editorial.Sheet{
		Title: "Bees", Labels: []string{"spring"}, Planned: editorial.When{Local: "2026-12-24T09:00", Zone: paris},
		Content: editorial.Content{
			Text: "Hello", Language: "en", Channels: []editorial.ChannelID{feedOne, feedTwo},
			Link:     &editorial.LinkCard{URL: "https://example.org/", Title: "Bees"},
			Variants: map[editorial.ChannelID]editorial.Variant{feedTwo: {Text: new("Salut"), FirstComment: "!", Options: editorial.Options{"tone": "soft", "loud": true}}},
		},
		Times: map[editorial.ChannelID]editorial.When{feedTwo: {Local: "2026-12-25T09:00", Zone: paris}},
	}
	for name, test := range map[string]struct {
		body string
		want func(*editorial.Sheet)
	}{
		"nothing":                       {`{}`, func(*editorial.Sheet) {}},
		"one field":                     {`{"title":"Wasps"}`, func(s *editorial.Sheet) { s.Title = "Wasps" }},
		"null empties":                  {`{"title":null,"labels":null}`, func(s *editorial.Sheet) { s.Title, s.Labels = "", nil }},
		"a list is replaced":            {`{"labels":["a","b"]}`, func(s *editorial.Sheet) { s.Labels = []string{"a", "b"} }},
		"null language: the calendar's": {`{"language":null}`, func(s *editorial.Sheet) { s.Content.Language = "fr" }},
		"undated":                       {`{"publish_at":null}`, func(s *editorial.Sheet) { s.Planned = editorial.When{} }},
		"the local time alone":          {`{"publish_at":{"local":"2026-12-24T10:00"}}`, func(s *editorial.Sheet) { s.Planned.Local = "2026-12-24T10:00" }},
		"the zone alone":                {`{"publish_at":{"zone":"Asia/Tokyo"}}`, func(s *editorial.Sheet) { s.Planned.Zone = "Asia/Tokyo" }},
		"an instant, in UTC": {`{"publish_at":"2026-12-24T10:00:00+02:00"}`, func(s *editorial.Sheet) {
			s.Planned = editorial.When{Local: "2026-12-24T08:00", Zone: "UTC"}
		}},
		"an instant, in the zone that was": {`{"publish_at":{"instant":"2026-12-24T10:00:00Z"}}`, func(s *editorial.Sheet) {
			s.Planned.Local = "2026-12-24T11:00"
		}},
		"an instant that comes with a zone": {`{"publish_at":{"instant":"2026-12-24T10:00:00Z","zone":"Asia/Tokyo"}}`, func(s *editorial.Sheet) {
			s.Planned = editorial.When{Local: "2026-12-24T19:00", Zone: "Asia/Tokyo"}
		}},
		"the link's title alone": {`{"link":{"title":null}}`, func(s *editorial.Sheet) {
			s.Content.Link = &editorial.LinkCard{URL: "https://example.org/"}
		}},
		"no link": {`{"link":null}`, func(s *editorial.Sheet) { s.Content.Link = nil }},
		"media by id": {`{"media":["` + string(aPicture) + `"]}`, func(s *editorial.Sheet) {
			s.Content.Media = []editorial.MediaUse{{Media: aPicture, Hash: "abc", Type: "image/png", Bytes: 3, Width: 2, Height: 1, Alt: "a bee"}}
		}},
		"media with its own words": {`{"media":[{"media":"` + string(aPicture) + `","alt":"","crop":"0,0,500,500"}]}`, func(s *editorial.Sheet) {
			s.Content.Media = []editorial.MediaUse{{Media: aPicture, Hash: "abc", Type: "image/png", Bytes: 3, Width: 2, Height: 1, Crop: "0,0,500,500"}}
		}},
		"a variant's field inherits again": {`{"variants":{"` + string(feedTwo) + `":{"text":null,"publish_at":null}}}`, func(s *editorial.Sheet) {
			s.Content.Variants[feedTwo] = editorial.Variant{FirstComment: "!", Options: editorial.Options{"tone": "soft", "loud": true}}
			s.Times = map[editorial.ChannelID]editorial.When{}
		}},
		"a variant's options one by one": {`{"variants":{"` + string(feedTwo) + `":{"options":{"tone":null,"kind":"a"}}}}`, func(s *editorial.Sheet) {
			s.Content.Variants[feedTwo] = editorial.Variant{Text: new("Salut"), FirstComment: "!", Options: editorial.Options{"loud": true, "kind": "a"}}
		}},
		"a variant goes": {`{"variants":{"` + string(feedTwo) + `":null}}`, func(s *editorial.Sheet) {
			s.Content.Variants = map[editorial.ChannelID]editorial.Variant{}
			s.Times = map[editorial.ChannelID]editorial.When{}
		}},
		"all variants go": {`{"variants":null}`, func(s *editorial.Sheet) { s.Content.Variants, s.Times = nil, nil }},
		"no date on one channel": {`{"variants":{"` + string(feedTwo) + `":{"publish_at":{"undated":true}}}}`, func(s *editorial.Sheet) {
			s.Times = map[editorial.ChannelID]editorial.When{feedTwo: {}}
		}},
		"a channel goes, and what was written for it": {`{"channels":["` + string(feedOne) + `"]}`, func(s *editorial.Sheet) {
			s.Content.Channels = []editorial.ChannelID{feedOne}
			s.Content.Variants = map[editorial.ChannelID]editorial.Variant{}
			s.Times = map[editorial.ChannelID]editorial.When{}
		}},
		"tolerance": {`{"lateness":"1h30m"}`, func(s *editorial.Sheet) { s.Lateness = 90 * time.Minute }},
	} {
		t.Run(name, func(t *testing.T) {
			before := written.Clone()
			got, err := patched(t, written, test.body)
			require.NoError(t, err)
			want := written.Clone()
			test.want(&want)
			require.Empty(t, cmp.Diff(want, got))
			require.Empty(t, cmp.Diff(before, written), "the old sheet was touched")
		})
	}
}

// The fold belongs to the local time that it was said of.
func TestPatchFold(t *testing.T) {
	twice := editorial.Sheet{Planned: editorial.When{Local: "2026-10-25T02:30", Zone: paris, Fold: 1}}
	for body, want := range map[string]editorial.When{
		`{"local":"2026-10-26T02:30"}`:          {Local: "2026-10-26T02:30", Zone: paris},
		`{"local":"2026-10-25T02:30","fold":1}`: twice.Planned,
		`{"fold":0}`:                            {Local: "2026-10-25T02:30", Zone: paris},
		`{"zone":"Europe/Berlin"}`:              {Local: "2026-10-25T02:30", Zone: "Europe/Berlin", Fold: 1},
		`{"instant":"2026-10-25T01:30:00Z"}`:    twice.Planned,
	} {
		got, err := patched(t, twice, `{"publish_at":`+body+`}`)
		require.NoError(t, err)
		require.Equal(t, want, got.Planned, body)
	}
}

func TestPatchRefuses(t *testing.T) {
	for name, test := range map[string]struct {
		body, want string // code and pointer
	}{
		"a day that does not exist":   {`{"publish_at":{"local":"2026-02-30T09:00"}}`, "no_such_day /publish_at/local"},
		"a time with an offset":       {`{"publish_at":{"local":"2026-02-20T09:00Z"}}`, "bad_local_time /publish_at/local"},
		"a zone that does not exist":  {`{"publish_at":{"local":"2026-02-20T09:00","zone":"Mars/Base"}}`, "unknown_zone /publish_at/zone"},
		"a fold that does not exist":  {`{"publish_at":{"local":"2026-02-20T09:00","fold":2}}`, "out_of_range /publish_at/fold"},
		"no time at all":              {`{"publish_at":{"zone":"Europe/Paris"}}`, "required /publish_at/local"},
		"an instant that is none":     {`{"publish_at":"tomorrow"}`, "bad_instant /publish_at"},
		"another instant":             {`{"publish_at":{"local":"2026-02-20T09:00","instant":"2026-02-20T09:00:00Z"}}`, "times_differ /publish_at/instant"},
		"an instant in no zone":       {`{"publish_at":{"instant":"2026-02-20T09:00:00Z","zone":"Mars/Base"}}`, "unknown_zone /publish_at/zone"},
		"undated, for the whole post": {`{"publish_at":{"undated":true}}`, "unknown_field /publish_at/undated"},
		"foreign media":               {`{"media":["med_1"]}`, "unknown_media /media/0"},
		"a crop outside":              {`{"media":[{"media":"` + string(aPicture) + `","crop":"500,0,501,10"}]}`, "bad_crop /media/0/crop"},
		"a crop of nothing":           {`{"media":[{"media":"` + string(aPicture) + `","crop":"0,0,0,10"}]}`, "bad_crop /media/0/crop"},
		"a crop that is none":         {`{"media":[{"media":"` + string(aPicture) + `","crop":"all"}]}`, "bad_crop /media/0/crop"},
		"a link to a file":            {`{"link":{"url":"file:///etc/passwd"}}`, "bad_url /link/url"},
		"a link with a password":      {`{"link":{"url":"https://a:b@example.org"}}`, "bad_url /link/url"},
		"a link to nowhere":           {`{"link":{"title":"Bees"}}`, "bad_url /link/url"},
		"a foreign thumbnail":         {`{"link":{"url":"https://example.org","thumbnail":"med_1"}}`, "unknown_media /link/thumbnail"},
		"a variant elsewhere":         {`{"variants":{"<secret>":{"text":"x"}}}`, "unknown_channel /variants"},
		"a variant's foreign media":   {`{"variants":{"` + string(feedOne) + `":{"media":["med_1"]}}}`, "unknown_media /variants/" + string(feedOne) + "/media/0"},
		"a variant's bad time":        {`{"variants":{"` + string(feedOne) + `":{"publish_at":{"local":"2026-13-01T09:00"}}}}`, "no_such_day /variants/" + string(feedOne) + "/publish_at/local"},
		"a blank label":               {`{"labels":["a"," "]}`, "required /labels/1"},
		"a label twice":               {`{"labels":["a","a"]}`, "twice /labels/1"},
		"a tolerance that is none":    {`{"lateness":"soon"}`, "bad_lateness /lateness"},
		"a language that is none":     {`{"language":"not a language"}`, "bad_language /language"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := patched(t, editorial.Sheet{}, test.body)
			refusal := editorial.AsRefusal(err)
			require.NotNil(t, refusal, "%v", err)
			require.Equal(t, editorial.Invalid, refusal.Kind)
			require.Len(t, refusal.Problems, 1)
			require.Equal(t, test.want, string(refusal.Problems[0].Code)+" "+refusal.Problems[0].Pointer)
			require.NotContains(t, err.Error(), "secret")
		})
	}
}

// What is shown of a post can be sent back: over the post it changes nothing,
// over an empty one it makes the same.
func TestShownCanBeSentBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sheet := drawSheet(t)
		view, err := json.Marshal(viewPost(&editorial.Post{Sheet: sheet}, someDesk(), editorial.English))
		require.NoError(t, err)
		fields := map[string]json.RawMessage{}
		require.NoError(t, json.Unmarshal(view, &fields))
		for name := range fields {
			if !strings.Contains(" title brief notes text language channels publish_at media link labels campaign pillar owner lateness crisis until_approved variants ", " "+name+" ") {
				delete(fields, name)
			}
		}
		body, err := json.Marshal(fields)
		require.NoError(t, err)
		for _, old := range []editorial.Sheet{sheet, {}} {
			got, err := patched(t, old, string(body))
			require.NoError(t, err, "%s", body)
			require.Empty(t, cmp.Diff(normal(sheet), normal(got)), "%s", body)
		}
	})
}

// normal drops the difference between nil and empty.
func normal(s editorial.Sheet) editorial.Sheet {
	s = s.Clone()
	if len(s.Labels) == 0 {
		s.Labels = nil
	}
	if len(s.Times) == 0 {
		s.Times = nil
	}
	if len(s.Content.Media) == 0 {
		s.Content.Media = nil
	}
	if len(s.Content.Channels) == 0 {
		s.Content.Channels = nil
	}
	if len(s.Content.Variants) == 0 {
		s.Content.Variants = nil
	}
	return s
}

func drawSheet(t *rapid.T) editorial.Sheet {
	words := rapid.StringOfN(rapid.RuneFrom([]rune("aé 😀\n&<")), 0, 8, -1)
	when := rapid.SampledFrom([]editorial.When{
		{},
		{Local: "2026-03-29T02:30", Zone: paris},
		{Local: "2026-10-25T02:30", Zone: paris, Fold: 1},
		{Local: "2026-12-24T09:00:30", Zone: "UTC"},
	})
	s := editorial.Sheet{
		Title: words.Draw(t, "title"), Brief: words.Draw(t, "brief"), Notes: words.Draw(t, "notes"),
		Labels:   rapid.SliceOfDistinct(rapid.StringMatching(`[a-c]{1,2}`), rapid.ID[string]).Draw(t, "labels"),
		Campaign: "camp_1", Owner: "mem_1", Planned: when.Draw(t, "planned"),
		Lateness: time.Duration(rapid.IntRange(0, 7300).Draw(t, "lateness")) * time.Second,
		Crisis:   rapid.Bool().Draw(t, "crisis"), Until: rapid.SampledFrom([]editorial.Until{"", editorial.UntilHold}).Draw(t, "until"),
		Content: editorial.Content{
			Text: words.Draw(t, "text"), Language: "fr", Channels: []editorial.ChannelID{feedOne, feedTwo},
			Media: drawMedia(t), Variants: map[editorial.ChannelID]editorial.Variant{}, Link: drawLink(t),
		},
		Times: map[editorial.ChannelID]editorial.When{},
	}
	if rapid.Bool().Draw(t, "varied") {
		s.Content.Variants[feedTwo] = drawVariant(t, words)
	}
	if rapid.Bool().Draw(t, "own time") {
		s.Times[feedTwo] = when.Draw(t, "time")
	}
	return s
}

func drawMedia(t *rapid.T) []editorial.MediaUse {
	use := someLookups().media[aPicture].Use(rapid.SampledFrom([]string{"", "a bee", "an ant"}).Draw(t, "alt"))
	use.Crop = rapid.SampledFrom([]string{"", "0,0,1000,1000"}).Draw(t, "crop")
	return []editorial.MediaUse{use}[:rapid.IntRange(0, 1).Draw(t, "media")]
}

func drawLink(t *rapid.T) *editorial.LinkCard {
	if rapid.Bool().Draw(t, "no link") {
		return nil
	}
	card := &editorial.LinkCard{URL: "https://example.org/", Title: "Bees"}
	if media := drawMedia(t); len(media) > 0 {
		card.Thumbnail = &media[0]
	}
	return card
}

func drawVariant(t *rapid.T, words *rapid.Generator[string]) editorial.Variant {
	v := editorial.Variant{FirstComment: "first", Options: editorial.Options{"loud": true, "tone": "soft"}, Link: drawLink(t)}
	if rapid.Bool().Draw(t, "thread") {
		v.Parts = rapid.SliceOfN(words, 1, 3).Draw(t, "parts")
	} else {
		v.Text = new(words.Draw(t, "own text"))
	}
	if media := drawMedia(t); rapid.Bool().Draw(t, "own media") {
		v.Media = &media
	}
	return v
}

func TestDuration(t *testing.T) {
	for d, want := range map[time.Duration]string{
		0: "", 30 * time.Minute: "30m", time.Hour: "1h", 90 * time.Minute: "1h30m", time.Second: "1s",
		10 * time.Hour: "10h", 10 * time.Minute: "10m", time.Hour + time.Second: "1h0m1s", 48 * time.Hour: "48h",
	} {
		require.Equal(t, want, viewDuration(d))
	}
}
