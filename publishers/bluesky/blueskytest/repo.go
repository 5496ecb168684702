package blueskytest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"reflect"
	"regexp"
	"time"

	"parution.dev/publishers/publishertest"
)

const createRecord = "com.atproto.repo.createRecord"

const collectionPost = "app.bsky.feed.post"

// post is one record that the server has.
type post struct {
	uri, cid string
	did      string
	rkey     string
	record   record
	value    json.RawMessage
}

func (p *post) entry() publishertest.Entry {
	e := publishertest.Entry{Account: p.did, RemoteID: p.uri, Key: p.rkey, Text: *p.record.Text, Alt: p.record.alt()}
	if p.record.Reply != nil {
		e.Parent = p.record.Reply.Parent.URI
	}
	e.At, _ = time.Parse(time.RFC3339Nano, p.record.CreatedAt)
	return e
}

// writing is the body of a creation or a put.
type writing struct {
	Repo       string          `json:"repo"`
	Collection string          `json:"collection"`
	RKey       string          `json:"rkey"`
	Record     json.RawMessage `json:"record"`
}

var tidForm = regexp.MustCompile(`^[234567a-j][234567a-z]{12}$`)

// createRecord makes a post. Its record key must be free: the servers answer
// 500 where it is not.
func (s *Server) createRecord(c call) (any, *refusal) {
	p, refused := s.written(c)
	if refused != nil {
		return nil, refused
	}
	if s.postAt(p.uri) != nil {
		return nil, &refusal{http.StatusInternalServerError, "InternalServerError", "Internal Server Error"}
	}
	return s.store(p), nil
}

// putRecord makes a post, or finds the same one there. Nobody would see that
// another one took its place.
func (s *Server) putRecord(c call) (any, *refusal) {
	p, refused := s.written(c)
	if refused != nil {
		return nil, refused
	}
	there := s.postAt(p.uri)
	switch {
	case there == nil:
		return s.store(p), nil
	case !sameJSON(there.value, p.value):
		s.complain("bluesky: putRecord changes a post, which nobody gets to see")
	}
	return map[string]any{"uri": there.uri, "cid": there.cid, "validationStatus": "valid"}, nil
}

// written reads and checks what a call would write.
func (s *Server) written(c call) (*post, *refusal) {
	a, refused := s.signedIn(c)
	if refused != nil {
		return nil, refused
	}
	if len(c.body) > maxBody {
		return nil, &refusal{http.StatusRequestEntityTooLarge, "PayloadTooLarge", "request entity too large"}
	}
	var in writing
	if err := strictly(c.body, &in); err != nil {
		s.complain("bluesky: %s: %v", c.nsid, err)
		return nil, invalid("Invalid input")
	}
	if in.Repo != a.DID && s.byHandle(in.Repo) != a {
		return nil, unauthorized("Authentication Required")
	}
	if in.Collection != collectionPost {
		s.complain("bluesky: nothing shows records of the collection %q", in.Collection)
	}
	if !tidForm.MatchString(in.RKey) {
		return nil, invalid("Invalid record key: expected a TID")
	}
	r, refused := s.checked(a, in.Record)
	if refused != nil {
		return nil, refused
	}
	uri := "at://" + a.DID + "/" + in.Collection + "/" + in.RKey
	return &post{uri: uri, cid: cidOf(codecCBOR, in.Record), did: a.DID, rkey: in.RKey, record: r, value: in.Record}, nil
}

func (s *Server) store(p *post) any {
	s.posts = append(s.posts, p)
	for _, raw := range p.record.blobs() {
		var ref blobRef
		_ = json.Unmarshal(raw, &ref) // it was read before
		s.accounts[p.did].blobs[ref.Ref.Link].used = true
	}
	return map[string]any{
		"uri": p.uri, "cid": p.cid, "validationStatus": "valid",
		"commit": map[string]string{"cid": cidOf(codecCBOR, []byte(p.cid)), "rev": p.rkey},
	}
}

func (s *Server) getRecord(c call) (any, *refusal) {
	repo := c.query.Get("repo")
	if a := s.byHandle(repo); a != nil {
		repo = a.DID
	}
	uri := "at://" + repo + "/" + c.query.Get("collection") + "/" + c.query.Get("rkey")
	p := s.postAt(uri)
	if p == nil {
		return nil, &refusal{http.StatusBadRequest, "RecordNotFound", "Could not locate record: " + uri}
	}
	return map[string]any{"uri": p.uri, "cid": p.cid, "value": p.value}, nil
}

func (s *Server) postAt(uri string) *post {
	for _, p := range s.posts {
		if p.uri == uri {
			return p
		}
	}
	return nil
}

// strictly decodes JSON that has no other members than it should, in the very
// same letters: encoding/json would take "rKey" for "rkey", the servers do not.
func strictly(data []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return err
	}
	known, err := json.Marshal(into)
	if err != nil {
		return err
	}
	var got, want any
	if err := errors.Join(json.Unmarshal(data, &got), json.Unmarshal(known, &want)); err != nil {
		return err
	}
	return sameNames(got, want)
}

// sameNames refuses a member of got that want has not.
func sameNames(got, want any) error {
	switch got := got.(type) {
	case map[string]any:
		want, _ := want.(map[string]any)
		for name, value := range got {
			if _, known := want[name]; !known {
				return fmt.Errorf("unknown field %q", name)
			}
			if err := sameNames(value, want[name]); err != nil {
				return err
			}
		}
	case []any:
		want, _ := want.([]any)
		for i, value := range got {
			if err := sameNames(value, want[i]); err != nil {
				return err
			}
		}
	}
	return nil
}

func sameJSON(a, b json.RawMessage) bool {
	var left, right any
	return json.Unmarshal(a, &left) == nil && json.Unmarshal(b, &right) == nil && reflect.DeepEqual(left, right)
}
