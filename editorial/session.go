package editorial

import (
	"bytes"
	"time"
)

// How long a session lasts, and how often its secret changes.
const (
	SessionIdle     = 14 * 24 * time.Hour // unused for so long, it is over
	SessionLife     = 90 * 24 * time.Hour // and in any case after so long
	SessionRotation = 12 * time.Hour
	SessionGrace    = time.Minute // in which requests that were under way may still show the secret before
)

// Session is a person who signed in. Its secret is changed now and then; the
// one before stays good until the new one was seen, since the answer that
// brought it may have been lost.
type Session struct {
	ID       SessionID
	Member   MemberID
	Secret   []byte // hash of the secret that opens it
	Previous []byte // and of the one before; nil: none is good any more
	Agent    string // what the browser calls itself
	Network  string // where it was begun, as far as that is kept
	Created  time.Time
	Used     time.Time // to the minute
	Rotated  time.Time // when the present secret was made
	Seen     time.Time // when it was first shown; zero: not yet
	Ended    time.Time
}

// Alive tells whether the session still opens anything.
func (s *Session) Alive(now time.Time) bool {
	return s.Ended.IsZero() && now.Before(s.Used.Add(SessionIdle)) && now.Before(s.ExpiresAt())
}

// ExpiresAt is when the session is over, however much it is used.
func (s *Session) ExpiresAt() time.Time { return s.Created.Add(SessionLife) }

// Token is the token that a session stands for: its member's own, for all that
// they may do.
func (s *Session) Token() Token {
	return Token{ID: TokenID(s.ID), Member: s.Member, Maker: s.Member, Created: s.Created, LastUsed: s.Used}
}

// Use is what follows from the use of a session.
type Use struct {
	Over   bool // it opens nothing
	Stolen bool // it has just ended: somebody kept a secret that was replaced long ago
	Renew  bool // the new secret is to be handed out
	Note   bool // something of it is to be written down
}

// Use notes that a request shows a secret of the session, and says what
// follows. Where it is time for a new secret, next is the hash of one.
func (s *Session) Use(shown, next []byte, now time.Time) Use {
	if !s.Alive(now) {
		return Use{Over: true}
	}
	var use Use
	if present := bytes.Equal(shown, s.Secret); present {
		use.Note = s.Seen.IsZero()
		if use.Note {
			s.Seen = now
		}
		use.Renew = !now.Before(s.Rotated.Add(SessionRotation))
	} else {
		if !bytes.Equal(shown, s.Previous) || s.replacedLongAgo(now) {
			s.Ended = now
			return Use{Over: true, Stolen: true, Note: true}
		}
		use.Renew = s.Seen.IsZero() && !now.Before(s.Rotated.Add(SessionGrace))
	}
	if use.Renew {
		s.Secret, s.Previous, s.Rotated, s.Seen = next, shown, now, time.Time{}
	}
	if use.Renew || !now.Before(s.Used.Add(time.Minute)) {
		s.Used, use.Note = now, true
	}
	return use
}

// replacedLongAgo tells whether every request that was under way with the
// secret before is over: the new one has been in use for a while.
func (s *Session) replacedLongAgo(now time.Time) bool {
	return !s.Seen.IsZero() && !now.Before(s.Seen.Add(SessionGrace))
}

// Replace gives the session a new secret at once: the one before opens nothing.
func (s *Session) Replace(next []byte, now time.Time) {
	s.Secret, s.Previous, s.Rotated, s.Seen = next, nil, now, now
}
