package mastodontest

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"unicode/utf8"
)

// edit is what a caller sends over a post: all fields that code here may send.
// Those that are not there are nil, and stay.
type edit struct {
	Status      *string   `json:"status"`
	SpoilerText *string   `json:"spoiler_text"`
	Language    *string   `json:"language"`
	Sensitive   *bool     `json:"sensitive"`
	MediaIDs    *[]string `json:"media_ids"`
	Media       []struct {
		ID          string  `json:"id"`
		Description *string `json:"description"`
	} `json:"media_attributes"`
}

// putStatus changes a post as the software does: files that the caller does
// not name are taken from it, by a stock server that is told of any, and by
// GoToSocial always.
func (s *Server) putStatus(w http.ResponseWriter, r *http.Request, who *account) {
	if !s.pass(w, who, statuses) {
		return
	}
	var e edit
	from := json.NewDecoder(r.Body)
	from.DisallowUnknownFields()
	if err := from.Decode(&e); err != nil {
		s.complain("an edit cannot be read: %v", err)
		s.refuse(w, *s.invalid("cannot be read"))
		return
	}
	if e.Sensitive == nil || e.SpoilerText == nil || e.Status == nil {
		s.complain("an edit leaves to the server what becomes of the text, its warning or the blur")
	}
	p := s.post(r.PathValue("id"))
	if p == nil || p.by != who {
		s.refuse(w, s.notFound())
		return
	}
	if bad := s.change(p, e); bad != nil {
		s.refuse(w, *bad)
		return
	}
	write(w, http.StatusOK, s.wire(p))
}

// change makes a post another, or says what is wrong and changes nothing.
func (s *Server) change(p *post, e edit) *refusal {
	d := p.draft
	set(&d.Status, e.Status)
	set(&d.SpoilerText, e.SpoilerText)
	set(&d.Language, e.Language)
	d.Sensitive = e.Sensitive
	files, bad := s.kept(p, e)
	if bad != nil {
		return bad
	}
	if strings.TrimSpace(d.Status+d.SpoilerText) == "" && len(files) == 0 {
		return s.invalid("Validation failed: Text can't be blank")
	}
	if length := s.length(d); length > s.limits.Characters {
		return s.tooLong(length)
	}
	for _, about := range e.Media {
		i := slices.IndexFunc(files, func(u *upload) bool { return u.id == about.ID })
		switch {
		case i < 0:
			s.complain("an edit describes a file that is not in the post")
		case about.Description == nil:
		case utf8.RuneCountInString(*about.Description) > s.limits.Alt:
			return s.invalid("Validation failed: Description is too long")
		default:
			files[i].alt = *about.Description
		}
	}
	d.Status, d.SpoilerText = strings.TrimSpace(d.Status), strings.TrimSpace(d.SpoilerText)
	p.draft, p.files, p.edited = d, files, s.clock().UTC()
	return nil
}

// kept finds the files that the post has afterwards.
func (s *Server) kept(p *post, e edit) ([]*upload, *refusal) {
	if e.MediaIDs == nil && s.kind == stock {
		return p.files, nil
	}
	if e.MediaIDs == nil {
		return nil, nil
	}
	var files []*upload
	for _, id := range *e.MediaIDs {
		u := s.uploads[id]
		if u == nil || u.by != p.by || u.post != nil && u.post != p {
			return nil, s.lostFiles([]string{id})
		}
		files = append(files, u)
	}
	return files, nil
}

func set(target, sent *string) {
	if sent != nil {
		*target = *sent
	}
}
