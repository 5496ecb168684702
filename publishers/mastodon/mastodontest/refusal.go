package mastodontest

import (
	"fmt"
	"net/http"

	"parution.dev/publishers/publishertest"
)

// refusal is a "no" in the server's words.
type refusal struct {
	status int
	text   string
}

func (s *Server) refuse(w http.ResponseWriter, r refusal) {
	write(w, r.status, map[string]string{"error": r.text})
}

func (s *Server) badToken() refusal {
	if s.kind == goToSocial {
		return refusal{http.StatusUnauthorized, "Unauthorized: token not supplied"}
	}
	return refusal{http.StatusUnauthorized, "The access token is invalid"}
}

func (s *Server) notFound() refusal {
	if s.kind == goToSocial {
		return refusal{http.StatusNotFound, "Not Found: target not found"}
	}
	return refusal{http.StatusNotFound, "Record not found"}
}

// invalid is how content is refused: 422, or 400 on GoToSocial.
func (s *Server) invalid(format string, args ...any) *refusal {
	text := fmt.Sprintf(format, args...)
	if s.kind == goToSocial {
		return &refusal{http.StatusBadRequest, "Bad Request: " + text}
	}
	return &refusal{http.StatusUnprocessableEntity, text}
}

func (s *Server) tooLong(length int) *refusal {
	if s.kind == goToSocial {
		return s.invalid("status too long, %d characters provided (including spoiler/content warning) but limit is %d", length, s.limits.Characters)
	}
	return s.invalid("Validation failed: Text character limit of %d exceeded", s.limits.Characters)
}

// Refuse answers as the server does when a fault befalls it. Faults of the
// connection are not the server's.
func (s *Server) Refuse(w http.ResponseWriter, f publishertest.Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	w.Header().Set("Date", s.clock().UTC().Format(http.TimeFormat))
	switch f {
	case publishertest.Unauthorized:
		s.refuse(w, s.badToken())
	case publishertest.TooMany:
		s.tooMany(w, everything, s.clock().Add(publishertest.TooManyWait))
	case publishertest.ServerError:
		s.refuse(w, s.down())
	case publishertest.Fine, publishertest.CutBefore, publishertest.CutAfter, publishertest.BadJSON,
		publishertest.Huge, publishertest.Slow, publishertest.Redirect:
		s.complain("the fake has no refusal for %q", f)
	}
}

func (s *Server) down() refusal {
	if s.kind == goToSocial {
		return refusal{http.StatusInternalServerError, "Internal Server Error"}
	}
	return refusal{http.StatusServiceUnavailable, "There was a temporary problem serving your request, please try again"}
}
