package editorial

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
	"time"
)

// ChatAccount is who a member is in a chat: what is asked for there under that
// name is asked for by them.
type ChatAccount struct {
	ID        ChatAccountID
	Member    MemberID
	Workspace string
	User      string
	Linked    time.Time
}

// ChatCodeTime is how long a code is good that links an account.
const ChatCodeTime = 10 * time.Minute

// NewChatCode makes a code that a member says in a chat, and its hash, which
// is what is kept. It goes from the application to the chat and not the other
// way: whoever tricks somebody into saying a code gets nothing of theirs.
func NewChatCode() (code string, hash []byte) {
	const letters = "abcdefghjkmnpqrstuvwxyz23456789"
	random := make([]byte, 12)
	_, _ = rand.Read(random) // never fails
	for i := range random {
		random[i] = letters[int(random[i])%len(letters)]
	}
	return string(random), HashChatCode(string(random))
}

// HashChatCode is how a code is looked up, however it was typed.
func HashChatCode(code string) []byte {
	return HashToken("chat " + strings.ToLower(strings.TrimSpace(code)))
}

// SlackTolerance is how far the time of a signed request may be from ours.
const SlackTolerance = 5 * time.Minute

// CheckSlack refuses a request that was not signed with the app's secret, or
// not just now, and says when it was.
func CheckSlack(secret Secret, timestamp, signature string, body []byte, now time.Time) (signed time.Time, err error) {
	refused := Refuse(Unauthorized, CodeBadSignature)
	seconds, err := strconv.ParseInt(timestamp, 10, 64)
	signed = time.Unix(seconds, 0)
	if err != nil || now.Sub(signed).Abs() > SlackTolerance || secret.IsZero() {
		return time.Time{}, refused
	}
	mac := hmac.New(sha256.New, []byte(secret.Reveal()))
	_, _ = mac.Write([]byte("v0:" + timestamp + ":"))
	_, _ = mac.Write(body) // neither fails
	if !hmac.Equal([]byte("v0="+hex.EncodeToString(mac.Sum(nil))), []byte(signature)) {
		return time.Time{}, refused
	}
	return signed, nil
}

// In is the member at work in a calendar by what they click in a chat. It
// reaches the calendar that the room is of, and no other.
func (c ChatAccount) In(m Member, calendar Calendar) Actor {
	return ActingAs(m, Token{ID: TokenID(c.ID), Member: m.ID, Maker: m.ID, Calendars: []CalendarID{calendar.ID}}, calendar)
}
