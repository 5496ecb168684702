package mastodontest

import (
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"slices"
	"strings"
	"unicode/utf8"
)

// upload is a file that was sent, and maybe posted.
type upload struct {
	id    string
	by    *account
	mime  string
	alt   string
	looks int // how often it is still being worked on
	post  *post
}

func (u *upload) moves() bool { return !strings.HasPrefix(u.mime, "image/") }

func (u *upload) wire() map[string]any {
	kind, _, _ := strings.Cut(u.mime, "/")
	shown := map[string]any{"id": u.id, "type": kind, "url": nil, "description": nil}
	if u.looks == 0 {
		shown["url"] = "https://" + Host + "/files/" + u.id
	}
	if u.alt != "" {
		shown["description"] = u.alt
	}
	return shown
}

func (s *Server) postMedia(w http.ResponseWriter, r *http.Request, who *account) {
	if !s.pass(w, who, files) {
		return
	}
	u, bad := s.receive(r)
	if bad != nil {
		s.refuse(w, *bad)
		return
	}
	u.id, u.by = s.newID(), who
	s.uploads[u.id] = u
	status := http.StatusOK
	if u.moves() && strings.HasPrefix(r.URL.Path, "/api/v2/") && s.looks > 0 {
		u.looks, status = s.looks, http.StatusAccepted
	}
	write(w, status, u.wire())
}

// receive reads a multipart form as strictly as Rails does: a file is a part
// that says its name and its type.
func (s *Server) receive(r *http.Request) (*upload, *refusal) {
	wrong := &refusal{http.StatusUnprocessableEntity, "Validation failed: File can't be blank"}
	form, err := r.MultipartReader()
	if err != nil {
		return nil, wrong
	}
	u, size := &upload{}, int64(0)
	for {
		part, err := form.NextRawPart()
		if err == io.EOF { //nolint:errorlint // io.EOF comes as it is
			break
		}
		if err != nil {
			return nil, wrong
		}
		switch part.FormName() {
		case "file":
			u.mime, size, err = readFile(part)
		case "description":
			u.alt, err = readText(part)
		default:
			s.complain("an upload has a field %q, which no code here should send", part.FormName())
		}
		if err != nil {
			return nil, wrong
		}
	}
	return u, s.faultOf(u, size, wrong)
}

func (s *Server) faultOf(u *upload, size int64, wrong *refusal) *refusal {
	most := s.limits.ImageBytes
	if u.moves() {
		most = s.limits.VideoBytes
	}
	switch {
	case u.mime == "" || size == 0:
		return wrong
	case !slices.Contains(s.limits.Types, u.mime):
		return &refusal{http.StatusUnprocessableEntity, "Validation failed: File content type is invalid, File is invalid"}
	case size > most:
		return &refusal{http.StatusUnprocessableEntity, "Validation failed: File size must be less than the limit"}
	case utf8.RuneCountInString(u.alt) > s.limits.Alt:
		return &refusal{http.StatusUnprocessableEntity, "Validation failed: Description is too long"}
	}
	return nil
}

func readFile(part *multipart.Part) (kind string, size int64, err error) {
	kind, _, err = mime.ParseMediaType(part.Header.Get("Content-Type"))
	if err != nil || part.FileName() == "" {
		return "", 0, err
	}
	size, err = io.Copy(io.Discard, part)
	return kind, size, err
}

func readText(part io.Reader) (string, error) {
	text, err := io.ReadAll(io.LimitReader(part, 1<<16))
	return string(text), err
}

func (s *Server) getMedia(w http.ResponseWriter, r *http.Request, who *account) {
	u := s.uploads[r.PathValue("id")]
	switch {
	case u == nil, u.by != who, u.post != nil && s.kind == stock:
		s.refuse(w, s.notFound())
	case u.looks > 0:
		u.looks--
		write(w, http.StatusPartialContent, u.wire())
	default:
		write(w, http.StatusOK, u.wire())
	}
}

// attach finds the uploads that a post names, or says what is wrong with them.
func (s *Server) attach(who *account, ids []string) ([]*upload, *refusal) {
	if len(ids) > s.limits.Files {
		return nil, s.tooManyFiles(len(ids))
	}
	var found []*upload
	var lost []string
	for _, id := range ids {
		u := s.uploads[id]
		if u == nil || u.by != who || u.post != nil {
			lost = append(lost, id)
			continue
		}
		found = append(found, u)
	}
	if len(lost) > 0 {
		return nil, s.lostFiles(lost)
	}
	if s.kind == stock && len(found) > 1 && slices.ContainsFunc(found, (*upload).moves) {
		return nil, s.invalid("Cannot attach a video to a post that already contains images")
	}
	if slices.ContainsFunc(found, func(u *upload) bool { return u.looks > 0 }) {
		return nil, s.invalid("Cannot attach files that have not finished processing. Try again in a moment!")
	}
	return found, nil
}

func (s *Server) tooManyFiles(n int) *refusal {
	if s.kind == goToSocial {
		return s.invalid("too many media files attached to status, %d attached but limit is %d", n, s.limits.Files)
	}
	return s.invalid("Cannot attach more than %d files", s.limits.Files)
}

func (s *Server) lostFiles(ids []string) *refusal {
	if u := s.uploads[ids[0]]; s.kind == goToSocial && u != nil && u.post != nil {
		return s.invalid("media already attached")
	}
	if s.kind == goToSocial {
		return s.invalid("media not found")
	}
	return s.invalid("Media %s not found or already attached to another post", strings.Join(ids, ", "))
}
