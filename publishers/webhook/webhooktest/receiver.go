// Package webhooktest is a strict receiver of Standard Webhooks, with its own
// books.
package webhooktest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"parution.dev/editorial"
	"parution.dev/publishers/publishertest"
	"parution.dev/publishers/webhook"
)

// URL is where the receiver listens.
const URL = "https://hooks.example/in/parution"

const (
	path    = "/in/parution"
	maxBody = 128 << 10
	maxText = 15_000
)

// Receiver verifies every message, and keeps what it takes.
type Receiver struct {
	Secrets      []editorial.Secret // any of them may have signed
	Now          func() time.Time
	Deduplicates bool // a webhook-id seen before is answered as then, and stored once
	Mute         bool // it answers 204 and names nothing
	Gone         bool // it answers 410

	mu    sync.Mutex
	books []publishertest.Entry
	ids   map[string]string // data.key → the webhook-id it came under
}

var _ publishertest.Fake = (*Receiver)(nil)

// Publishes tells messages from all else.
func (*Receiver) Publishes(r *http.Request) bool {
	return r.Method == http.MethodPost && r.URL.Path == path
}

// Refuse answers with the status that the specification has for a fault.
func (*Receiver) Refuse(w http.ResponseWriter, f publishertest.Fault) {
	switch f {
	case publishertest.Unauthorized:
		w.WriteHeader(http.StatusUnauthorized)
	case publishertest.TooMany:
		w.Header().Set("Retry-After", strconv.Itoa(int(publishertest.TooManyWait.Seconds())))
		w.WriteHeader(http.StatusTooManyRequests)
	case publishertest.ServerError, publishertest.Fine, publishertest.CutBefore, publishertest.CutAfter,
		publishertest.BadJSON, publishertest.Huge, publishertest.Slow, publishertest.Redirect:
		w.WriteHeader(http.StatusServiceUnavailable)
	}
}

// Books lists what was taken, oldest first. An entry's key is its webhook-id.
func (r *Receiver) Books() []publishertest.Entry {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.books)
}

// ServeHTTP takes a message, or says what is wrong with it.
func (r *Receiver) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	if !r.Publishes(req) {
		http.NotFound(w, req)
		return
	}
	if r.Gone {
		w.WriteHeader(http.StatusGone)
		return
	}
	entry, status, err := r.take(req)
	if err != nil {
		http.Error(w, err.Error(), status)
		return
	}
	if r.Mute {
		w.WriteHeader(http.StatusNoContent)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(map[string]string{"id": entry.RemoteID, "url": "https://site.example/" + entry.RemoteID})
}

func (r *Receiver) take(req *http.Request) (publishertest.Entry, int, error) {
	body, err := io.ReadAll(io.LimitReader(req.Body, maxBody+1))
	if err != nil || len(body) > maxBody {
		return publishertest.Entry{}, http.StatusRequestEntityTooLarge, errors.New("the message is too large")
	}
	id, err := webhook.Verify(req.Header, body, r.Now(), r.Secrets...)
	if err != nil {
		return publishertest.Entry{}, http.StatusUnauthorized, err
	}
	m, status, err := read(req.Header, body)
	if err != nil {
		return publishertest.Entry{}, status, err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.enter(id, m)
}

// enter writes a message into the books.
func (r *Receiver) enter(id string, m message) (publishertest.Entry, int, error) {
	if known, seen := r.ids[m.Data.Key]; seen && known != id {
		return publishertest.Entry{}, http.StatusConflict, errors.New("the same part came under another webhook-id")
	}
	if at := r.index(id); at >= 0 && r.Deduplicates {
		return r.books[at], http.StatusOK, nil
	}
	if m.Data.ReplyTo != "" && r.index(m.Data.ReplyTo) < 0 {
		return publishertest.Entry{}, http.StatusUnprocessableEntity, errors.New("reply_to names nothing that is here")
	}
	entry := publishertest.Entry{
		Account: m.Data.Account, RemoteID: fmt.Sprintf("entry-%d", len(r.books)+1), Key: id,
		Text: m.Data.Text, Parent: m.Data.ReplyTo, At: r.Now(),
	}
	if r.Mute {
		entry.RemoteID = id
	}
	for _, use := range m.Data.Media {
		entry.Alt = append(entry.Alt, use.Alt)
	}
	if r.ids == nil {
		r.ids = map[string]string{}
	}
	r.ids[m.Data.Key] = id
	r.books = append(r.books, entry)
	return entry, http.StatusOK, nil
}

// index finds an entry by its id or by the webhook-id it came under.
func (r *Receiver) index(name string) int {
	return slices.IndexFunc(r.books, func(e publishertest.Entry) bool { return e.RemoteID == name || e.Key == name })
}

// message is the documented schema, written down a second time.
type message struct {
	Type      string    `json:"type"`
	Timestamp time.Time `json:"timestamp"`
	Data      struct {
		Key      string  `json:"key"`
		Account  string  `json:"account"`
		Part     string  `json:"part"`
		Title    string  `json:"title"`
		Text     string  `json:"text"`
		Language string  `json:"language"`
		Media    []media `json:"media"`
		Link     *struct {
			URL       string `json:"url"`
			Title     string `json:"title"`
			Text      string `json:"text"`
			Thumbnail *media `json:"thumbnail"`
		} `json:"link"`
		Thread  string `json:"thread"`
		ReplyTo string `json:"reply_to"`
	} `json:"data"`
}

type media struct {
	ID     string `json:"id"`
	Type   string `json:"type"`
	Bytes  int64  `json:"bytes"`
	Width  int    `json:"width"`
	Height int    `json:"height"`
	Hash   string `json:"hash"`
	Alt    string `json:"alt"`
	Crop   string `json:"crop"`
}

// read holds a message against the schema.
func read(header http.Header, body []byte) (m message, status int, err error) {
	if kind := header.Get("Content-Type"); kind != "application/json" {
		return m, http.StatusUnsupportedMediaType, fmt.Errorf("%q is not JSON", kind)
	}
	decoder := json.NewDecoder(bytes.NewReader(body))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&m); err != nil {
		return m, http.StatusBadRequest, err
	}
	if len(m.Data.Text) > maxText {
		return m, http.StatusRequestEntityTooLarge, errors.New("the text is too long")
	}
	if wrong := m.wrong(); wrong != "" {
		return m, http.StatusUnprocessableEntity, errors.New(wrong)
	}
	return m, http.StatusOK, nil
}

// wrong names the first field that cannot be, or "".
func (m message) wrong() string {
	d := m.Data
	switch {
	case m.Type != "post.published":
		return "type"
	case m.Timestamp.IsZero() || m.Timestamp.Location() != time.UTC:
		return "timestamp"
	case d.Key == "":
		return "key"
	case !strings.HasPrefix(d.Account, "hook_"):
		return "account"
	case d.Part != "post" && d.Part != "comment", d.Part == "comment" && d.ReplyTo == "":
		return "part"
	case d.Text == "" && len(d.Media) == 0:
		return "text"
	case d.Media == nil || slices.ContainsFunc(d.Media, media.wrong):
		return "media"
	case (d.Thread == "") != (d.ReplyTo == ""):
		return "thread"
	}
	return ""
}

func (m media) wrong() bool {
	return m.ID == "" || !strings.Contains(m.Type, "/") || m.Bytes <= 0 || m.Width <= 0 || m.Height <= 0 || len(m.Hash) != 64
}
