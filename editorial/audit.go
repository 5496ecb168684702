package editorial

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"time"
)

// AuditLine is one line of the record: who did what, when, to what. Lines are
// only ever added; each holds the hash of the one before it in its chain.
type AuditLine struct {
	Seq      int64
	At       time.Time
	Calendar CalendarID // "" for the instance's own chain
	Actor    Actor
	Action   string
	Subject  string // the id of what it was done to
	Post     PostID // where the subject belongs to one
	Revision int
	Status   Status // of the post, after it
	Note     string // what the person said
	Detail   string
	Previous string // hash of the line before in the chain, "" for the first
	Hash     string
}

// Chain returns the line joined to the one before it. The hash covers all of
// the line but its sequence number.
func (l AuditLine) Chain(previous string) AuditLine {
	l.Previous = previous
	form, err := json.Marshal([]any{
		l.Previous, l.At.UnixMilli(), l.Calendar, l.Actor.Member, l.Actor.Name, l.Actor.Token, l.Actor.Maker,
		l.Action, l.Subject, l.Post, l.Revision, l.Status, l.Note, l.Detail,
	})
	if err != nil {
		panic(fmt.Sprintf("editorial: audit line: %v", err)) // strings and numbers always encode
	}
	sum := sha256.Sum256(form)
	l.Hash = hex.EncodeToString(sum[:])
	return l
}
