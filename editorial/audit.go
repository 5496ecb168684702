package editorial

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
)

// AuditLine is one line of the record: who did what, when, to what. Lines are
// only ever added; each holds the hash of the one before it in its chain.
//
// What may be somebody's own, the name of whoever acted and the words of note
// and detail, stands in the chain as a seal over it and a salt. With words and
// salt taken away the seal says nothing, and the chain still holds.
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
	Salts    Salts
	Seals    Seals
	First    string // the hash of a line from before words were sealed, "" for others
	Previous string // hash of the line before in the chain, "" for the first
	Hash     string
}

// What of a line can be erased.
const (
	wordsName = iota
	wordsNote
	wordsDetail
	wordsCount
)

// Salts are what the words of a line are sealed with: nil beside words that
// are empty, and beside words that were erased.
type Salts [wordsCount][]byte

// Seals are what stands in the chain for the words of a line, "" for none.
type Seals [wordsCount]string

// words are what can be erased of the line. What the machine calls itself is
// nobody's name.
func (l AuditLine) words() [wordsCount]string {
	return [wordsCount]string{l.Actor.Name, l.Note, l.Detail}
}

// public is the name that stands in the chain itself: of no member, and, once
// the line is sealed, under no seal. Clients' names stood there too, before
// they were sealed.
func (l AuditLine) public() string {
	if l.Actor.Member == "" && l.Seals[wordsName] == "" {
		return l.Actor.Name
	}
	return ""
}

// Erased tells whether words of the line are gone for good.
func (l AuditLine) Erased() bool { return len(l.ErasedWords()) > 0 }

// ErasedWords names what of the line is gone: name, note, detail.
func (l AuditLine) ErasedWords() []string {
	gone := []string{}
	for i, seal := range l.Seals {
		if seal != "" && l.Salts[i] == nil {
			gone = append(gone, []string{"name", "note", "detail"}[i])
		}
	}
	return gone
}

// Names lists the members whose ids stand in the line: in its subject, in what
// its detail says, and as who made the token that was used.
func (l AuditLine) Names() []MemberID {
	var ids []MemberID
	for _, word := range idsIn(l.Subject + " " + l.Detail + " " + string(l.Actor.Maker)) {
		if id := MemberID(word); strings.HasPrefix(word, "mem_") && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// idsIn splits a text into what can be an id.
func idsIn(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return r != '_' && r != '-' && !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// Sealed returns the line with its words sealed, each under a salt of its own.
func (l AuditLine) Sealed() AuditLine {
	for i, words := range l.words() {
		l.Salts[i], l.Seals[i] = nil, ""
		if words == "" || i == wordsName && l.Actor.Member == "" && !l.Actor.ByLink() {
			continue
		}
		l.Salts[i] = make([]byte, 16)
		_, _ = rand.Read(l.Salts[i]) // never fails
		l.Seals[i] = seal(l.Salts[i], words)
	}
	return l
}

func seal(salt []byte, words string) string {
	mac := hmac.New(sha256.New, salt)
	mac.Write([]byte(words))
	return hex.EncodeToString(mac.Sum(nil))
}

// Chain returns the line joined to the one before it. The hash covers all of
// the line but its sequence number; of its words, the seals.
func (l AuditLine) Chain(previous string) AuditLine {
	l.Previous, l.Hash = previous, ""
	l.Hash = hashOf(
		"2", l.Previous, l.At.UnixMilli(), l.Calendar, l.Actor.Member, l.public(), l.Actor.Token, l.Actor.Maker,
		l.Action, l.Subject, l.Post, l.Revision, l.Status, l.Seals, l.First,
	)
	return l
}

// firstHash is the hash of a line as it was before words were sealed.
func (l AuditLine) firstHash(previous string) string {
	return hashOf(
		previous, l.At.UnixMilli(), l.Calendar, l.Actor.Member, l.Actor.Name, l.Actor.Token, l.Actor.Maker,
		l.Action, l.Subject, l.Post, l.Revision, l.Status, l.Note, l.Detail,
	)
}

func hashOf(form ...any) string {
	text, err := json.Marshal(form)
	if err != nil {
		panic(fmt.Sprintf("editorial: audit line: %v", err)) // strings and numbers always encode
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// whole tells whether the line is as it was written: its hash is that of what
// it says, and its seals are of its words, where those are still there.
func (l AuditLine) whole() bool {
	if l.Chain(l.Previous).Hash != l.Hash {
		return false
	}
	for i, words := range l.words() {
		switch {
		case i == wordsName && words != "" && words == l.public():
		case l.Salts[i] == nil && words != "":
			return false
		case l.Salts[i] != nil && subtle.ConstantTimeCompare([]byte(seal(l.Salts[i], words)), []byte(l.Seals[i])) == 0:
			return false
		}
	}
	return true
}
