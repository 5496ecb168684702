package editorial

import (
	"strings"
	"time"
)

// Tiding is a line of the record that a member was told of.
type Tiding struct {
	Member MemberID
	Weight Weight
	Line   AuditLine
	Title  string // of the post, as it is now; "" without one
	Told   time.Time
	Read   time.Time // zero: not yet
}

// Mailing is what a mail to a member holds: what they were told, or a digest.
type Mailing struct {
	To        Member
	Tidings   []Tiding
	Calendars map[CalendarID]Calendar
	Digest    *Digest
}

// Empty tells whether there is nothing to say.
func (m Mailing) Empty() bool { return len(m.Tidings) == 0 && (m.Digest == nil || m.Digest.Empty()) }

// PostName is what people call a post: its title, or else how its text begins.
func PostName(title string, content Content) string {
	if title != "" {
		return title
	}
	words := strings.Fields(content.Text)
	name, length := "", 0
	for _, word := range words {
		if length += len([]rune(word)) + 1; length > 60 && name != "" {
			return name + "…"
		}
		name = strings.TrimSpace(name + " " + word)
	}
	return name
}
