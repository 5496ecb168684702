package api

import (
	"bytes"
	"cmp"
	"encoding/json"
	"encoding/xml"
	"errors"
	"net/url"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// Feed is a channel's entries as feed readers get them. What is text in it is
// plain text; it is escaped here, once.
type Feed struct {
	ID       string // a permanent IRI
	Title    string
	SelfURL  string // where this very document is, absolute
	HomeURL  string // the page that shows the same, absolute
	Language string // BCP 47, "" where nobody said
	Updated  time.Time
	Entries  []FeedEntry // in any order; they are shown newest first
}

// FeedEntry is one published post.
type FeedEntry struct {
	ID        string // a permanent IRI
	URL       string
	Title     string   // "" where the post has none
	Text      string   // the first part
	Parts     []string // what follows it: a thread, a first comment
	Published time.Time
	Updated   time.Time // the zero time: when it was published
	Images    []FeedImage
	Link      *FeedLink
}

// FeedImage is a picture of an entry.
type FeedImage struct {
	URL   string
	Type  string // MIME
	Bytes int64
	Alt   string
}

// FeedLink is what an entry points to.
type FeedLink struct{ URL, Title string }

// maxFeedTitle is how many characters of a text stand in for a title.
const maxFeedTitle = 80

// AtomFeed renders a feed as Atom (RFC 4287).
func AtomFeed(f Feed) ([]byte, error) {
	f, err := f.prepared()
	if err != nil {
		return nil, err
	}
	doc := atomFeed{
		Lang: f.Language, ID: f.ID, Title: f.Title, Updated: f.Updated, Author: atomPerson{f.Title}, Generator: "Parution",
		Links: []atomLink{
			{Rel: "self", Type: "application/atom+xml", Href: f.SelfURL},
			{Rel: "alternate", Type: "text/html", Href: f.HomeURL},
		},
	}
	for _, e := range f.Entries {
		doc.Entries = append(doc.Entries, e.atom())
	}
	var out bytes.Buffer
	out.WriteString(xml.Header)
	if err := xml.NewEncoder(&out).Encode(doc); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// JSONFeed renders a feed as JSON Feed 1.1.
func JSONFeed(f Feed) ([]byte, error) {
	f, err := f.prepared()
	if err != nil {
		return nil, err
	}
	doc := jsonFeed{
		Version: "https://jsonfeed.org/version/1.1", Title: f.Title, HomePageURL: f.HomeURL, FeedURL: f.SelfURL,
		Language: f.Language, Items: []jsonItem{},
	}
	for _, e := range f.Entries {
		doc.Items = append(doc.Items, e.json())
	}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(doc); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

type atomFeed struct {
	XMLName   xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang      string      `xml:"xml:lang,attr,omitempty"`
	ID        string      `xml:"id"`
	Title     string      `xml:"title"`
	Updated   time.Time   `xml:"updated"`
	Author    atomPerson  `xml:"author"`
	Links     []atomLink  `xml:"link"`
	Generator string      `xml:"generator"`
	Entries   []atomEntry `xml:"entry"`
}

type atomPerson struct {
	Name string `xml:"name"`
}

type atomLink struct {
	Rel    string `xml:"rel,attr"`
	Type   string `xml:"type,attr,omitempty"`
	Href   string `xml:"href,attr"`
	Title  string `xml:"title,attr,omitempty"`
	Length int64  `xml:"length,attr,omitempty"`
}

type atomEntry struct {
	ID        string      `xml:"id"`
	Title     string      `xml:"title"`
	Updated   time.Time   `xml:"updated"`
	Published time.Time   `xml:"published"`
	Links     []atomLink  `xml:"link"`
	Content   atomContent `xml:"content"`
}

type atomContent struct {
	Type string `xml:"type,attr"`
	Body string `xml:",chardata"`
}

func (e FeedEntry) atom() atomEntry {
	links := []atomLink{{Rel: "alternate", Type: "text/html", Href: e.URL}}
	for _, image := range e.Images {
		links = append(links, atomLink{Rel: "enclosure", Type: image.Type, Href: image.URL, Title: image.Alt, Length: image.Bytes})
	}
	if e.Link != nil {
		links = append(links, atomLink{Rel: "related", Href: e.Link.URL, Title: e.Link.Title})
	}
	return atomEntry{
		ID: e.ID, Title: e.headline(), Updated: e.Updated, Published: e.Published, Links: links,
		Content: atomContent{Type: "html", Body: e.html()},
	}
}

type jsonFeed struct {
	Version     string     `json:"version"`
	Title       string     `json:"title"`
	HomePageURL string     `json:"home_page_url"`
	FeedURL     string     `json:"feed_url"`
	Language    string     `json:"language,omitempty"`
	Items       []jsonItem `json:"items"`
}

type jsonItem struct {
	ID          string           `json:"id"`
	URL         string           `json:"url"`
	ExternalURL string           `json:"external_url,omitempty"`
	Title       string           `json:"title,omitempty"`
	ContentHTML string           `json:"content_html"`
	ContentText string           `json:"content_text"`
	Image       string           `json:"image,omitempty"`
	Published   time.Time        `json:"date_published"`
	Modified    time.Time        `json:"date_modified"`
	Attachments []jsonAttachment `json:"attachments,omitempty"`
}

type jsonAttachment struct {
	URL   string `json:"url"`
	Type  string `json:"mime_type"`
	Title string `json:"title,omitempty"`
	Bytes int64  `json:"size_in_bytes,omitempty"`
}

func (e FeedEntry) json() jsonItem {
	item := jsonItem{
		ID: e.ID, URL: e.URL, Title: e.Title, ContentHTML: e.html(), Published: e.Published, Modified: e.Updated,
		ContentText: strings.Join(append([]string{e.Text}, e.Parts...), "\n\n"),
	}
	if e.Link != nil {
		item.ExternalURL = e.Link.URL
	}
	for i, image := range e.Images {
		if i == 0 {
			item.Image = image.URL
		}
		item.Attachments = append(item.Attachments, jsonAttachment{URL: image.URL, Type: image.Type, Title: image.Alt, Bytes: image.Bytes})
	}
	return item
}

// headline is the title, or the beginning of the text, which Atom asks for.
func (e FeedEntry) headline() string {
	if e.Title != "" {
		return e.Title
	}
	line, _, _ := strings.Cut(strings.TrimSpace(e.Text), "\n")
	line = strings.TrimSpace(line)
	if utf8.RuneCountInString(line) <= maxFeedTitle {
		return line
	}
	start := string([]rune(line)[:maxFeedTitle])
	if space := strings.LastIndex(start, " "); space > 0 {
		start = start[:space]
	}
	return strings.TrimRight(start, " ,;:") + "…"
}

// prepared returns the feed fit to be shown: newest first, with absolute
// addresses and UTC times, and without what XML cannot hold.
func (f Feed) prepared() (Feed, error) {
	home, err := url.Parse(f.HomeURL)
	if err != nil || !onTheWeb(home) {
		return f, errors.New("feed: the home page needs an absolute address")
	}
	f.SelfURL = absolute(home, f.SelfURL)
	if f.ID == "" || f.SelfURL == "" {
		return f, errors.New("feed: it needs an id and its own address")
	}
	f.Title = cmp.Or(printable(f.Title), home.Host)
	entries := make([]FeedEntry, 0, len(f.Entries))
	for _, e := range f.Entries {
		e = e.prepared(home)
		entries = append(entries, e)
		if e.Updated.After(f.Updated) {
			f.Updated = e.Updated
		}
	}
	slices.SortStableFunc(entries, func(a, b FeedEntry) int { return b.Published.Compare(a.Published) })
	f.Updated, f.Entries = wholeSeconds(f.Updated), entries
	return f, nil
}

func (e FeedEntry) prepared(home *url.URL) FeedEntry {
	e.Published = wholeSeconds(e.Published)
	if e.Updated = wholeSeconds(e.Updated); e.Updated.Before(e.Published) {
		e.Updated = e.Published
	}
	e.URL, e.Title, e.Text = cmp.Or(absolute(home, e.URL), home.String()), printable(e.Title), printable(e.Text)
	parts := make([]string, 0, len(e.Parts))
	for _, part := range e.Parts {
		parts = append(parts, printable(part))
	}
	var images []FeedImage
	for _, image := range e.Images {
		image.URL, image.Alt = absolute(home, image.URL), printable(image.Alt)
		if image.URL != "" {
			images = append(images, image)
		}
	}
	e.Parts, e.Images = parts, images
	if e.Link != nil {
		e.Link = e.Link.prepared(home)
	}
	return e
}

func (l FeedLink) prepared(home *url.URL) *FeedLink {
	if l.URL = absolute(home, l.URL); l.URL == "" {
		return nil
	}
	l.Title = printable(l.Title)
	return &l
}

// absolute resolves an address against the home page; "" where it does not
// lead to the web.
func absolute(home *url.URL, address string) string {
	at, err := home.Parse(address)
	if address == "" || err != nil || !onTheWeb(at) {
		return ""
	}
	return at.String()
}

func onTheWeb(at *url.URL) bool {
	return (at.Scheme == "https" || at.Scheme == "http") && at.Host != ""
}

func wholeSeconds(at time.Time) time.Time { return at.UTC().Truncate(time.Second) }

// printable drops what an XML 1.0 document cannot hold, even escaped, and ends
// lines with a line feed alone.
func printable(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.ToValidUTF8(text, ""))
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, text)
}
