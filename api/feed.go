package api

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"parution.dev/editorial"
	"parution.dev/store"
)

const (
	feedLength = 50  // entries of a feed
	feedReach  = 200 // entries whose pages and pictures can be read
)

// shown is a channel that everybody can read, with what has gone out on it.
type shown struct {
	channel editorial.Channel
	home    string // absolute address of the page
	items   []store.FeedItem
}

// shownFor reads a channel that is a feed and is in use; any other does not
// exist here.
func (a *API) shownFor(c *gin.Context, limit int) (shown, error) {
	id := editorial.ChannelID(c.Param("channel"))
	channel, err := a.store.GetChannel(c.Request.Context(), id)
	if err != nil {
		return shown{}, err
	}
	if a.cfg.Feeds == "" || channel.Platform != a.cfg.Feeds || !channel.Archived.IsZero() {
		return shown{}, editorial.Refuse(editorial.NotFound, editorial.CodeNotFound)
	}
	items, err := a.store.ListFeed(c.Request.Context(), id, limit)
	return shown{channel, a.publicURL(c.Request) + "/feeds/" + string(id), items}, err
}

// publicURL is this daemon's address as the outside sees it: as configured,
// else as the request says.
func (a *API) publicURL(r *http.Request) string {
	if a.cfg.PublicURL != "" {
		return a.cfg.PublicURL
	}
	if r.TLS != nil {
		return "https://" + r.Host
	}
	return "http://" + r.Host
}

// feed is what the feed readers get.
func (s shown) feed(self string) Feed {
	f := Feed{
		ID: "tag:parution.dev,2026:feed/" + string(s.channel.ID), SelfURL: s.home + self, HomeURL: s.home,
		Title: cmp.Or(s.channel.Settings["title"], s.channel.Name), Updated: s.channel.Created,
	}
	for _, item := range s.items {
		if entry, ok := s.entry(item); ok {
			f.Entries = append(f.Entries, entry)
			f.Language = cmp.Or(f.Language, item.Parts[0].Language)
		}
	}
	return f
}

// entry is one delivery as an entry: its parts that are out.
func (s shown) entry(item store.FeedItem) (FeedEntry, bool) {
	var out []editorial.Part
	e := FeedEntry{Published: item.Delivery.Out}
	for i, sent := range item.Delivery.Parts {
		if sent.State == editorial.PartPublished && i < len(item.Parts) {
			out, e.Updated = append(out, item.Parts[i]), later(e.Updated, sent.SentAt, sent.EditedAt)
		}
	}
	if len(out) == 0 {
		return e, false
	}
	first, receipt := out[0], item.Delivery.Parts[0].Receipt
	e.ID, e.URL = cmp.Or(receipt.RemoteID, receipt.URL), receipt.URL
	e.Title, e.Text = first.Options.Text("title"), first.Text
	for _, part := range out[1:] {
		e.Parts = append(e.Parts, part.Text)
	}
	for _, use := range first.Media {
		e.Images = append(e.Images, FeedImage{URL: s.home + "/media/" + use.Hash, Type: use.Type, Bytes: use.Bytes, Alt: use.Alt})
	}
	if first.Link != nil {
		e.Link = &FeedLink{URL: first.Link.URL, Title: first.Link.Title}
	}
	return e, true
}

// named finds the entry that an address ends with, by any of its parts.
func (s shown) named(entry string) (store.FeedItem, bool) {
	i := slices.IndexFunc(s.items, func(item store.FeedItem) bool {
		return slices.ContainsFunc(item.Delivery.Parts, func(part editorial.PartSent) bool {
			return part.State == editorial.PartPublished && strings.HasSuffix(part.Receipt.URL, "/entries/"+entry)
		})
	})
	if i < 0 {
		return store.FeedItem{}, false
	}
	return s.items[i], true
}

// carried finds a picture that an entry shows.
func (s shown) carried(hash string) (editorial.MediaUse, bool) {
	for _, item := range s.items {
		if len(item.Parts) == 0 {
			continue
		}
		for _, use := range item.Parts[0].Media {
			if use.Hash == hash {
				return use, true
			}
		}
	}
	return editorial.MediaUse{}, false
}

func (a *API) getAtomFeed(c *gin.Context) {
	a.serveFeed(c, "/atom.xml", "application/atom+xml; charset=utf-8", AtomFeed)
}

func (a *API) getJSONFeed(c *gin.Context) {
	a.serveFeed(c, "/feed.json", "application/feed+json", JSONFeed)
}

func (a *API) serveFeed(c *gin.Context, self, kind string, render func(Feed) ([]byte, error)) {
	s, err := a.shownFor(c, feedLength)
	if err != nil {
		a.refuse(c, err)
		return
	}
	f := s.feed(self)
	data, err := render(f)
	if err != nil {
		a.refuse(c, err)
		return
	}
	serveDocument(c, kind, data, latest(f))
}

// latest is when the feed last changed.
func latest(f Feed) time.Time {
	last := f.Updated
	for _, e := range f.Entries {
		if e.Updated.After(last) {
			last = e.Updated
		}
	}
	return last
}

// serveDocument answers what everybody may read and keep for a minute, unless
// the reader has it already.
func serveDocument(c *gin.Context, kind string, data []byte, changed time.Time) {
	sum := sha256.Sum256(data)
	h := c.Writer.Header()
	h.Set("Content-Type", kind)
	h.Set("Cache-Control", "public, max-age=60")
	h.Set("ETag", `"`+hex.EncodeToString(sum[:12])+`"`)
	http.ServeContent(c.Writer, c.Request, "", changed, bytes.NewReader(data))
}

func (a *API) getFeedPage(c *gin.Context) {
	s, err := a.shownFor(c, feedLength)
	if err != nil {
		a.refuse(c, err)
		return
	}
	a.servePage(c, s, s.feed(""))
}

func (a *API) getFeedEntry(c *gin.Context) {
	s, err := a.shownFor(c, feedReach)
	if err != nil {
		a.refuse(c, err)
		return
	}
	item, ok := s.named(c.Param("entry"))
	if !ok {
		a.refuse(c, editorial.Refuse(editorial.NotFound, editorial.CodeNotFound))
		return
	}
	s.items = []store.FeedItem{item}
	a.servePage(c, s, s.feed(""))
}

// servePage answers a feed as a page to read.
func (a *API) servePage(c *gin.Context, s shown, f Feed) {
	zone, err := a.zoneOf(c.Request.Context(), s.channel.Calendar)
	if err != nil {
		a.refuse(c, err)
		return
	}
	data, err := feedPage(f, zone)
	if err != nil {
		a.refuse(c, err)
		return
	}
	c.Header("Content-Security-Policy", pagePolicy(a.publicURL(c.Request)))
	serveDocument(c, "text/html; charset=utf-8", data, latest(f))
}

func (a *API) zoneOf(ctx context.Context, id editorial.CalendarID) (*time.Location, error) {
	calendar, err := a.store.GetCalendar(ctx, id)
	if err != nil {
		return nil, err
	}
	return time.LoadLocation(calendar.Zone)
}

// getFeedMedia answers a picture that a published entry shows.
func (a *API) getFeedMedia(c *gin.Context) {
	s, err := a.shownFor(c, feedReach)
	if err != nil {
		a.refuse(c, err)
		return
	}
	use, ok := s.carried(c.Param("hash"))
	if !ok {
		a.refuse(c, editorial.Refuse(editorial.NotFound, editorial.CodeNotFound))
		return
	}
	file, err := a.store.OpenMedia(use.Hash)
	if err != nil {
		a.refuse(c, err)
		return
	}
	defer func() { _ = file.Close() }() // it was only read
	h := c.Writer.Header()
	h.Set("Content-Type", use.Type)
	h.Set("ETag", `"`+use.Hash+`"`)
	h.Set("Cache-Control", "public, max-age=31536000, immutable")
	http.ServeContent(c.Writer, c.Request, "", time.Time{}, file)
}
