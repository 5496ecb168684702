// Package publishertest holds what every adapter is tested with: the contract
// of a fake platform, the faults that can befall it, and one conformance suite
// that all adapters pass.
package publishertest

import (
	"net/http"
	"time"
)

// Fake is a strict stand-in for a platform, with its own books.
type Fake interface {
	http.Handler
	// Publishes tells whether a request is the one call that makes a part public.
	Publishes(r *http.Request) bool
	// Refuse answers as the platform does for Unauthorized, TooMany,
	// ServerError and TooLong.
	Refuse(w http.ResponseWriter, f Fault)
	// Books lists what is public, oldest first.
	Books() []Entry
}

// Editable is a fake whose entries can be changed. Faults befall that call as
// they befall the one that publishes.
type Editable interface {
	Fake
	// Edits tells whether a request is the call that changes an entry.
	Edits(r *http.Request) bool
	// Delete takes an entry away, as a person does on the platform.
	Delete(remoteID string)
}

// Entry is one part that a fake made public.
type Entry struct {
	Account  string // the account's remote id
	RemoteID string
	Key      string // what the platform saw of the piece's key, "" where it sees none
	Text     string
	Alt      []string
	Parent   string // the remote id it answers
	At       time.Time
}

// Fault is what goes wrong with one publishing call.
type Fault string

// The faults.
const (
	Fine         Fault = ""
	Unauthorized Fault = "unauthorized" // refused: the credentials are no good
	TooMany      Fault = "too_many"     // refused: wait TooManyWait
	ServerError  Fault = "server_error" // a 5xx, nothing stored
	CutBefore    Fault = "cut_before"   // the connection dies before anything is stored
	CutAfter     Fault = "cut_after"    // the connection dies after it was stored
	BadJSON      Fault = "bad_json"     // stored, and answered with nonsense
	Huge         Fault = "huge"         // stored, and answered without end
	Slow         Fault = "slow"         // no answer until the caller gives up, nothing stored
	Redirect     Fault = "redirect"     // 307 to elsewhere
)

// TooManyWait is how long a fake asks to wait when it refuses with TooMany.
const TooManyWait = 90 * time.Second
