package api

import (
	"encoding/json"
	"encoding/xml"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func feedTime(hour int) time.Time {
	return time.Date(2026, 11, 22, hour, 0, 0, 123456789, time.FixedZone("CET", 3600))
}

// sampleFeed has one entry with everything.
func sampleFeed() Feed {
	return Feed{
		ID: "urn:uuid:7c2193a5-609d-8f85-9ead-c13a69545425", Title: "Le journal & Cie",
		SelfURL: "https://plan.example/feeds/chan_1/atom.xml", HomeURL: "https://plan.example/feeds/chan_1", Language: "fr",
		Entries: []FeedEntry{{
			ID: "urn:uuid:00000000-0000-8000-8000-000000000001", URL: "https://plan.example/feeds/chan_1/entries/1",
			Title:     "Portes ouvertes <samedi>",
			Text:      "L’atelier ouvre & vous attend 👩‍🍳\nà 9\u202fh\u202f30 ]]> <b>\n\nVoir https://example.com/a?b=c&d=e.",
			Parts:     []string{"La suite"},
			Published: feedTime(10), Updated: feedTime(11),
			Images: []FeedImage{{URL: "/media/med_1.png", Type: "image/png", Bytes: 1234, Alt: `Une "théière" <bleue> & tasse`}},
			Link:   &FeedLink{URL: "https://example.com/lieu?x=1&y=2", Title: "Le lieu & l’heure"},
		}},
	}
}

// atomRead is a feed as a reader understands it, by namespace.
type atomRead struct {
	XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string   `xml:"http://www.w3.org/XML/1998/namespace lang,attr"`
	ID      string   `xml:"http://www.w3.org/2005/Atom id"`
	Title   string   `xml:"http://www.w3.org/2005/Atom title"`
	Updated string   `xml:"http://www.w3.org/2005/Atom updated"`
	Author  string   `xml:"http://www.w3.org/2005/Atom author>name"`
	Links   []struct {
		Rel    string `xml:"rel,attr"`
		Type   string `xml:"type,attr"`
		Href   string `xml:"href,attr"`
		Length string `xml:"length,attr"`
		Title  string `xml:"title,attr"`
	} `xml:"http://www.w3.org/2005/Atom link"`
	Entries []struct {
		ID        string `xml:"http://www.w3.org/2005/Atom id"`
		Title     string `xml:"http://www.w3.org/2005/Atom title"`
		Updated   string `xml:"http://www.w3.org/2005/Atom updated"`
		Published string `xml:"http://www.w3.org/2005/Atom published"`
		Links     []struct {
			Rel    string `xml:"rel,attr"`
			Type   string `xml:"type,attr"`
			Href   string `xml:"href,attr"`
			Length string `xml:"length,attr"`
			Title  string `xml:"title,attr"`
		} `xml:"http://www.w3.org/2005/Atom link"`
		Content struct {
			Type string `xml:"type,attr"`
			Body string `xml:",chardata"`
		} `xml:"http://www.w3.org/2005/Atom content"`
	} `xml:"http://www.w3.org/2005/Atom entry"`
}

func readAtom(t require.TestingT, f Feed) atomRead {
	out, err := AtomFeed(f)
	require.NoError(t, err)
	var got atomRead
	require.NoError(t, xml.Unmarshal(out, &got), "%s", out)
	return got
}

type jsonRead struct {
	Version  string `json:"version"`
	Title    string `json:"title"`
	HomePage string `json:"home_page_url"`
	FeedURL  string `json:"feed_url"`
	Language string `json:"language"`
	Items    []struct {
		ID          string           `json:"id"`
		URL         string           `json:"url"`
		ExternalURL string           `json:"external_url"`
		Title       *string          `json:"title"`
		HTML        string           `json:"content_html"`
		Text        string           `json:"content_text"`
		Image       string           `json:"image"`
		Published   string           `json:"date_published"`
		Modified    string           `json:"date_modified"`
		Attachments []map[string]any `json:"attachments"`
	} `json:"items"`
}

func readJSON(t require.TestingT, f Feed) jsonRead {
	out, err := JSONFeed(f)
	require.NoError(t, err)
	var got jsonRead
	require.NoError(t, json.Unmarshal(out, &got), "%s", out)
	return got
}

const sampleHTML = `<p>L’atelier ouvre &amp; vous attend 👩‍🍳<br>à 9` + "\u202fh\u202f" + `30 ]]&gt; &lt;b&gt;</p>` +
	`<p>Voir <a href="https://example.com/a?b=c&amp;d=e">https://example.com/a?b=c&amp;d=e</a>.</p>` +
	`<p><img src="https://plan.example/media/med_1.png" alt="Une &#34;théière&#34; &lt;bleue&gt; &amp; tasse"></p>` +
	`<p><a href="https://example.com/lieu?x=1&amp;y=2">Le lieu &amp; l’heure</a></p>` +
	`<p>La suite</p>`

func TestAtomFeed(t *testing.T) {
	got := readAtom(t, sampleFeed())
	require.Equal(t, "urn:uuid:7c2193a5-609d-8f85-9ead-c13a69545425", got.ID)
	require.Equal(t, "Le journal & Cie", got.Title)
	require.Equal(t, "Le journal & Cie", got.Author)
	require.Equal(t, "fr", got.Lang)
	require.Equal(t, "2026-11-22T10:00:00Z", got.Updated, "UTC, of the newest entry")
	require.Len(t, got.Links, 2)
	require.Equal(t, "self", got.Links[0].Rel)
	require.Equal(t, "application/atom+xml", got.Links[0].Type)
	require.Equal(t, "https://plan.example/feeds/chan_1/atom.xml", got.Links[0].Href)
	require.Equal(t, "https://plan.example/feeds/chan_1", got.Links[1].Href)

	require.Len(t, got.Entries, 1)
	e := got.Entries[0]
	require.Equal(t, "Portes ouvertes <samedi>", e.Title)
	require.Equal(t, "2026-11-22T09:00:00Z", e.Published)
	require.Equal(t, "2026-11-22T10:00:00Z", e.Updated)
	require.Equal(t, "html", e.Content.Type)
	require.Equal(t, sampleHTML, e.Content.Body, "escaped once: what a reader unpacks is the HTML")
	require.Len(t, e.Links, 3)
	require.Equal(t, "https://plan.example/feeds/chan_1/entries/1", e.Links[0].Href)
	require.Equal(t, "enclosure", e.Links[1].Rel)
	require.Equal(t, "image/png", e.Links[1].Type)
	require.Equal(t, "https://plan.example/media/med_1.png", e.Links[1].Href)
	require.Equal(t, "1234", e.Links[1].Length)
	require.Equal(t, `Une "théière" <bleue> & tasse`, e.Links[1].Title)
	require.Equal(t, "related", e.Links[2].Rel)
	require.Equal(t, "https://example.com/lieu?x=1&y=2", e.Links[2].Href)
}

func TestJSONFeed(t *testing.T) {
	f := sampleFeed()
	f.SelfURL = "/feeds/chan_1/feed.json"
	got := readJSON(t, f)
	require.Equal(t, "https://jsonfeed.org/version/1.1", got.Version)
	require.Equal(t, "Le journal & Cie", got.Title)
	require.Equal(t, "https://plan.example/feeds/chan_1", got.HomePage)
	require.Equal(t, "https://plan.example/feeds/chan_1/feed.json", got.FeedURL, "made absolute")
	require.Equal(t, "fr", got.Language)

	require.Len(t, got.Items, 1)
	item := got.Items[0]
	require.Equal(t, f.Entries[0].ID, item.ID)
	require.Equal(t, "Portes ouvertes <samedi>", *item.Title)
	require.Equal(t, sampleHTML, item.HTML)
	require.Equal(t, f.Entries[0].Text+"\n\nLa suite", item.Text)
	require.Equal(t, "https://example.com/lieu?x=1&y=2", item.ExternalURL)
	require.Equal(t, "https://plan.example/media/med_1.png", item.Image)
	require.Equal(t, "2026-11-22T09:00:00Z", item.Published)
	require.Equal(t, "2026-11-22T10:00:00Z", item.Modified)
	require.Equal(t, []map[string]any{{
		"url": "https://plan.example/media/med_1.png", "mime_type": "image/png", "title": `Une "théière" <bleue> & tasse`, "size_in_bytes": 1234.0,
	}}, item.Attachments)
}

func TestFeedIsNewestFirst(t *testing.T) {
	f := sampleFeed()
	f.Entries = []FeedEntry{
		{ID: "b", Text: "b", Published: feedTime(11)},
		{ID: "a", Text: "a", Published: feedTime(10), Updated: feedTime(13)},
		{ID: "c", Text: "c", Published: feedTime(12)},
	}
	var ids []string
	for _, e := range readAtom(t, f).Entries {
		ids = append(ids, e.ID)
	}
	require.Equal(t, []string{"c", "b", "a"}, ids)
	require.Equal(t, "b", f.Entries[0].ID, "the caller's entries are left alone")
	require.Equal(t, "2026-11-22T12:00:00Z", readAtom(t, f).Updated, "an older entry was changed last")
	f.Updated = feedTime(14)
	require.Equal(t, "2026-11-22T13:00:00Z", readAtom(t, f).Updated, "the feed itself was changed last")
}

func TestFeedWithoutEntries(t *testing.T) {
	f := sampleFeed()
	f.Entries = nil
	require.Empty(t, readAtom(t, f).Entries)
	out, err := JSONFeed(f)
	require.NoError(t, err)
	require.Contains(t, string(out), `"items":[]`)
}

func TestFeedDropsWhatXMLCannotHold(t *testing.T) {
	f := sampleFeed()
	f.Title = "a\x00b"
	f.Entries[0].Title = "a\x0bb\uffff"
	f.Entries[0].Text = "a\x00\x1f\x7fb\xffc\r\nd\re\tf\ufffe"
	f.Entries[0].Parts = []string{"g\x08h"}
	f.Entries[0].Images[0].Alt = "i\x1bj"
	f.Entries[0].Link.Title = "k\x01l"
	got := readAtom(t, f)
	require.Equal(t, "ab", got.Title)
	require.Equal(t, "ab", got.Entries[0].Title)
	body := got.Entries[0].Content.Body
	require.Contains(t, body, "<p>a\x7fbc<br>d<br>e\tf</p>")
	require.Contains(t, body, "<p>gh</p>")
	require.Contains(t, body, `alt="ij"`)
	require.Contains(t, body, ">kl</a>")
	require.NotContains(t, body, "\ufffd")
	require.Equal(t, "a\x7fbc\nd\ne\tf\n\ngh", readJSON(t, f).Items[0].Text)
}

func TestFeedAddressesAreAbsoluteAndOfTheWeb(t *testing.T) {
	f := sampleFeed()
	f.Entries[0].URL = "/feeds/chan_1/entries/9"
	f.Entries[0].Images = []FeedImage{{URL: "data:image/png;base64,AA"}, {URL: ""}, {URL: "//cdn.example/b.png", Type: "image/png"}}
	f.Entries[0].Link = &FeedLink{URL: "javascript:alert(1)", Title: "x"}
	e := readAtom(t, f).Entries[0]
	require.Len(t, e.Links, 2)
	require.Equal(t, "https://plan.example/feeds/chan_1/entries/9", e.Links[0].Href)
	require.Equal(t, "https://cdn.example/b.png", e.Links[1].Href)
	require.Empty(t, e.Links[1].Length, "an unknown length is not announced")
	require.NotContains(t, e.Content.Body, "javascript")

	for _, broken := range []func(*Feed){
		func(f *Feed) { f.HomeURL = "/feeds/chan_1" },
		func(f *Feed) { f.HomeURL = "https://[" },
		func(f *Feed) { f.SelfURL = "" },
		func(f *Feed) { f.ID = "" },
	} {
		f := sampleFeed()
		broken(&f)
		_, err := AtomFeed(f)
		require.Error(t, err)
		_, err = JSONFeed(f)
		require.Error(t, err)
	}
}

func TestFeedHeadlines(t *testing.T) {
	long := strings.Repeat("mot ", 30)
	for text, want := range map[string]string{
		"Bonjour":                         "Bonjour",
		"\n Bonjour \nà tous":             "Bonjour",
		"":                                "",
		long:                              strings.TrimSpace(strings.Repeat("mot ", 20)) + "…",
		strings.Repeat("é", 80):           strings.Repeat("é", 80),
		strings.Repeat("é", 81):           strings.Repeat("é", 80) + "…",
		"Oui, " + strings.Repeat("é", 90): "Oui…",
	} {
		f := sampleFeed()
		f.Entries[0].Title, f.Entries[0].Text = "", text
		require.Equal(t, want, readAtom(t, f).Entries[0].Title)
		require.Nil(t, readJSON(t, f).Items[0].Title, "JSON Feed needs none")
	}
}

func TestFeedParagraphs(t *testing.T) {
	for text, want := range map[string]string{
		"":                           "",
		"\n\n":                       "",
		"a":                          "<p>a</p>",
		"a\nb":                       "<p>a<br>b</p>",
		"a\n\nb":                     "<p>a</p><p>b</p>",
		"a\n \n\t\n\nb\n":            "<p>a</p><p>b</p>",
		"<script>&amp;":              "<p>&lt;script&gt;&amp;amp;</p>",
		"(https://example.com/a_b)":  `<p>(<a href="https://example.com/a_b">https://example.com/a_b</a>)</p>`,
		`https://example.com/"onx="`: `<p><a href="https://example.com/">https://example.com/</a>&#34;onx=&#34;</p>`,
	} {
		var out strings.Builder
		writeParagraphs(&out, text)
		require.Equal(t, want, out.String(), text)
	}
}

// Whatever stands in a post, both documents can be read, and say the same.
func TestFeedHoldsAnyText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := sampleFeed()
		f.Title = rapid.String().Draw(t, "feed title")
		f.Entries[0].Title = rapid.String().Draw(t, "title")
		f.Entries[0].Text = string(rapid.SliceOf(rapid.Byte()).Draw(t, "text"))
		f.Entries[0].Parts = rapid.SliceOf(rapid.String()).Draw(t, "parts")
		f.Entries[0].Images[0].Alt = rapid.String().Draw(t, "alt")
		require.Equal(t, readAtom(t, f).Entries[0].Content.Body, readJSON(t, f).Items[0].HTML)
	})
}
