package mastodontest

import (
	"encoding/json"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"parution.dev/publishers/publishertest"
)

// draft is what a caller sends to be posted: all fields that code here may send.
type draft struct {
	Status      string   `json:"status"`
	SpoilerText string   `json:"spoiler_text"`
	InReplyTo   string   `json:"in_reply_to_id"`
	MediaIDs    []string `json:"media_ids"`
	Language    string   `json:"language"`
	Sensitive   *bool    `json:"sensitive"`
	Visibility  string   `json:"visibility"`
	ScheduledAt *string  `json:"scheduled_at"`
}

// post is a status.
type post struct {
	draft
	id      string
	key     string
	by      *account
	files   []*upload
	at      time.Time
	edited  time.Time // zero: never
	deleted bool
}

func (p *post) entry() publishertest.Entry {
	e := publishertest.Entry{
		Account: p.by.id, RemoteID: p.id, Key: p.key, Text: p.Status, Parent: p.InReplyTo, At: p.at,
	}
	for _, u := range p.files {
		e.Alt = append(e.Alt, u.alt)
	}
	return e
}

func (s *Server) postStatus(w http.ResponseWriter, r *http.Request, who *account) {
	if !s.pass(w, who, statuses) {
		return
	}
	d, bad := s.parse(r)
	if bad != nil {
		s.refuse(w, *bad)
		return
	}
	if d.InReplyTo != "" && s.post(d.InReplyTo) == nil {
		s.refuse(w, s.noParent())
		return
	}
	key := keyOf(r)
	if id, known := s.original(who, key); known {
		s.show(w, id)
		return
	}
	files, bad := s.check(who, d)
	if bad != nil {
		s.refuse(w, *bad)
		return
	}
	p := s.add(who, d, key)
	for _, u := range files {
		u.post = p
	}
	p.files = files
	s.remember(who, key, p.id)
	s.show(w, p.id)
}

// parse reads a draft, and complains of what must never be sent.
func (s *Server) parse(r *http.Request) (draft, *refusal) {
	if accepted := r.Header.Get("Accept"); s.kind == goToSocial && !strings.Contains(accepted, "application/json") {
		return draft{}, &refusal{http.StatusNotAcceptable, "Not Acceptable: no offered types were accepted"}
	}
	var d draft
	from := json.NewDecoder(r.Body)
	from.DisallowUnknownFields()
	if err := from.Decode(&d); err != nil {
		s.complain("a post cannot be read: %v", err)
		return d, s.invalid("cannot be read")
	}
	if d.ScheduledAt != nil {
		s.complain("a post was left for the server to publish at %q", *d.ScheduledAt)
	}
	if !slices.Contains([]string{"public", "unlisted", "private"}, d.Visibility) {
		s.complain("a post has the visibility %q", d.Visibility)
	}
	if d.Sensitive == nil {
		s.complain("a post leaves it to the account's settings whether its media are blurred")
	}
	if keyOf(r) == "" {
		s.complain("a post has no key")
	}
	return d, nil
}

func (s *Server) noParent() refusal {
	if s.kind == goToSocial {
		return refusal{http.StatusNotFound, "Not Found: target status not found"}
	}
	return refusal{http.StatusNotFound, "The post you are trying to reply to does not appear to exist."}
}

// check finds the draft's uploads, or says what is wrong with it.
func (s *Server) check(who *account, d draft) ([]*upload, *refusal) {
	files, bad := s.attach(who, d.MediaIDs)
	if bad != nil {
		return nil, bad
	}
	if strings.TrimSpace(d.Status+d.SpoilerText) == "" && len(files) == 0 {
		if s.kind == goToSocial {
			return nil, s.invalid("no status, media, or poll provided")
		}
		return nil, s.invalid("Validation failed: Text can't be blank")
	}
	if length := s.length(d); length > s.limits.Characters {
		return nil, s.tooLong(length)
	}
	return files, nil
}

func (s *Server) add(who *account, d draft, key string) *post {
	d.Status, d.SpoilerText = strings.TrimSpace(d.Status), strings.TrimSpace(d.SpoilerText)
	p := &post{draft: d, id: s.newID(), key: key, by: who, at: s.clock().UTC()}
	s.posts = append(s.posts, p)
	return p
}

func (s *Server) show(w http.ResponseWriter, id string) {
	p := s.post(id)
	if p == nil {
		s.refuse(w, s.notFound())
		return
	}
	write(w, http.StatusOK, s.wire(p))
}

func (s *Server) getStatus(w http.ResponseWriter, r *http.Request, _ *account) {
	s.show(w, r.PathValue("id"))
}

func (s *Server) getSource(w http.ResponseWriter, r *http.Request, who *account) {
	p := s.post(r.PathValue("id"))
	if p == nil || p.by != who {
		s.refuse(w, s.notFound())
		return
	}
	write(w, http.StatusOK, map[string]string{"id": p.id, "text": p.Status, "spoiler_text": p.SpoilerText})
}

func (s *Server) deleteStatus(w http.ResponseWriter, r *http.Request, who *account) {
	p := s.post(r.PathValue("id"))
	if p == nil || p.by != who {
		s.refuse(w, s.notFound())
		return
	}
	write(w, http.StatusOK, s.wire(p))
	p.deleted = true
}

// listStatuses lists an account's posts, newest first.
func (s *Server) listStatuses(w http.ResponseWriter, r *http.Request, _ *account) {
	limit, err := strconv.Atoi(r.FormValue("limit"))
	if err != nil || limit < 1 || limit > 40 {
		limit = 20
	}
	before := r.FormValue("max_id")
	listed := []any{}
	for _, p := range slices.Backward(s.posts) {
		if !p.deleted && p.by.id == r.PathValue("id") && (before == "" || p.id < before) && len(listed) < limit {
			listed = append(listed, s.wire(p))
		}
	}
	write(w, http.StatusOK, listed)
}

func (s *Server) replies(p *post) int {
	n := 0
	for _, other := range s.posts {
		if other.InReplyTo == p.id && !other.deleted {
			n++
		}
	}
	return n
}

func (s *Server) wire(p *post) map[string]any {
	shown := map[string]any{
		"id": p.id, "created_at": p.at.Format("2006-01-02T15:04:05.000Z"),
		"in_reply_to_id": nil, "language": p.Language, "visibility": p.Visibility,
		"sensitive":    p.Sensitive != nil && *p.Sensitive || p.SpoilerText != "",
		"spoiler_text": p.SpoilerText, "content": page(p.Status),
		"uri":           "https://" + Host + "/users/" + p.by.name + "/statuses/" + p.id,
		"url":           "https://" + Host + "/@" + p.by.name + "/" + p.id,
		"replies_count": s.replies(p), "reblogs_count": 0, "favourites_count": 0,
		"edited_at": nil, "poll": nil, "card": nil, "account": s.profile(p.by),
	}
	if p.InReplyTo != "" {
		shown["in_reply_to_id"] = p.InReplyTo
	}
	if !p.edited.IsZero() {
		shown["edited_at"] = p.edited.Format("2006-01-02T15:04:05.000Z")
	}
	attached := []any{}
	for _, u := range p.files {
		attached = append(attached, u.wire())
	}
	shown["media_attachments"] = attached
	return shown
}
