package editorial

import (
	"time"
)

// Platform names a kind of network: "mastodon", "feed". The names live with
// the adapters; the trade never asks which one it is dealing with.
type Platform string

// Limits is what a platform, or one account on it, takes: data, not code.
// The zero value of a field means "none of it" or "no limit", as each says.
type Limits struct {
	Text          []TextLimit   // all of them must hold for each part
	TextOrMedia   bool          // a part needs copy or a medium
	MediaRequired bool          // the first part needs a medium
	Parts         int           // most parts of a thread; 0 and 1: no threads
	FirstComment  bool          // a first comment can follow
	LinkCard      bool          // a link card can be attached; where false the link must stand in the copy
	CardOrMedia   bool          // a link card or media, not both
	Media         MediaLimits   // of the first part
	Options       []OptionSpec  // the per-platform options that a variant may set
	Lead          time.Duration // how long before the due instant media is uploaded
	Edits         Edits         // what can be changed of a post that is out
}

// Edits says what can still be changed of a post that is out. How many parts
// it has, and which, never can.
type Edits struct {
	Copy  bool // the copy, and options that are not Fixed; false: nothing
	Alt   bool // alternative texts
	Media bool // files, with their alternative texts, and the link card
}

// TextLimit is one limit on the copy of a part.
type TextLimit struct {
	Max      int // 0: no limit
	Counting Counting
}

// MediaLimits says which files a post may carry.
type MediaLimits struct {
	Max        int              // most files; 0: none
	Types      map[string]int64 // MIME type → most bytes (0: no limit)
	Alt        TextLimit        // of each alternative text
	Pixels     int              // most width × height; 0: no limit
	AltAdvised bool             // a missing alternative text is worth a warning
}

// OptionKind is the type of an option's value.
type OptionKind string

// The kinds of option.
const (
	OptionText   OptionKind = "text"
	OptionToggle OptionKind = "toggle"
	OptionChoice OptionKind = "choice"
)

// OptionSpec describes one per-platform option, so that the API can check it
// and a page can draw it without knowing the platform.
type OptionSpec struct {
	Name    string
	Kind    OptionKind
	Choices []string // of an OptionChoice
	Max     int      // most code points of an OptionText; 0: 500
	Counted bool     // its text counts with the copy of each part
	Fixed   bool     // it stays as it was when the post is out
	Label   Words
}

// Options are the values a variant sets: string for text and choice, bool for
// toggle.
type Options map[string]any

// Text returns a text or choice option, or "" where it is not set.
func (o Options) Text(name string) string {
	value, _ := o[name].(string)
	return value
}

// On returns a toggle, false where it is not set.
func (o Options) On(name string) bool {
	value, _ := o[name].(bool)
	return value
}

// Account is a connected channel as an adapter needs it.
type Account struct {
	Channel     ChannelID
	Version     int64 // of the channel: another one after a person has changed it
	Platform    Platform
	RemoteID    string // the account's own id on the platform, "" before it is connected
	Handle      string
	Settings    map[string]string // what a person gave: server, url, title …
	Facts       map[string]string // what was read from the platform when it was connected
	Limits      Limits
	Credentials Credentials
}

// Verdict is what one call to a platform came to.
type Verdict string

// The verdicts. A failure that nobody classified is Unknown.
const (
	Done      Verdict = "done"      // the platform has it
	Later     Verdict = "later"     // surely not sent; worth another try
	Never     Verdict = "never"     // surely not sent; refused for good
	Reconnect Verdict = "reconnect" // surely not sent; the account must be connected again
	Unknown   Verdict = "unknown"   // it may have been heard
)

// Absence is how sure a platform can be that it does not have a part.
type Absence string

// The degrees of absence.
const (
	Sure       Absence = "sure"       // an exact look-up said so
	Likely     Absence = "likely"     // a listing did not show it
	Unknowable Absence = "unknowable" // the platform cannot tell
)
