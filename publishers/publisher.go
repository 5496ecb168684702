// Package publishers is the way out: the contract every platform adapter
// keeps, the verdicts its errors carry, and the one guarded HTTP client that
// everything leaving this house goes through.
package publishers

import (
	"context"
	"io"
	"time"

	"parution.dev/editorial"
)

// Publisher sends parts to one kind of platform. It keeps no state between
// calls: what an account needs to be reached stands in the Account.
type Publisher interface {
	// Platform is the name that channels carry.
	Platform() editorial.Platform
	// Form is what a person fills in to connect an account.
	Form() Form
	// Limits are the platform's stock limits, before an account is connected.
	Limits() editorial.Limits
	// Connect proves the account's credentials and reads who it is and what it
	// takes. It is repeatable, and is also how a channel is connected again.
	Connect(ctx context.Context, to editorial.Account) (Connection, error)
	// Publish makes one part public: the one call that may be heard. It calls
	// the publishing endpoint at most once, and says by its error's verdict
	// whether the part may be out there.
	Publish(ctx context.Context, to editorial.Account, p Piece) (Receipt, error)
}

// Connection is what connecting an account found out.
type Connection struct {
	RemoteID    string
	Handle      string
	URL         string // the account's page, where it has one
	Facts       map[string]string
	Limits      editorial.Limits
	Credentials editorial.Credentials // with whatever the exchange added
	ExpiresAt   time.Time             // of the credentials; zero: they do not expire, or renew themselves
}

// Piece is one part on its way out.
type Piece struct {
	Key      string    // the same over every try of the same part and content, until a definite refusal
	At       time.Time // when the key was first used, UTC; the same as long as the key is
	Part     editorial.Part
	Root     Receipt // the first part of the thread; zero for the first part itself
	Parent   Receipt // the part this one answers
	Prepared []byte  // what Prepare returned for this part; for Prepare, what it had done before it failed
	Open     Opener
}

// Opener reads the bytes of a medium.
type Opener func(editorial.MediaUse) (io.ReadCloser, error)

// Receipt is the platform's word for a part it has.
type Receipt = editorial.Receipt

// Sent is what a part looked like when it may have been heard, for Finder.
type Sent struct {
	Piece
	First time.Time // the earliest try that may have been heard
	Last  time.Time // the latest

	Taken []Receipt // of other parts around that time: whatever has one of these is not the part
}

// Preparer uploads what a part needs before it can be published. It may be
// called again at will; its opaque answer is stored before Publish is called.
type Preparer interface {
	// Prepare returns what Publish needs in Piece.Prepared. The answer must be
	// good for at least an hour. What it returns beside an error is what it has
	// done so far, and stands in Piece.Prepared the next time: what takes longer
	// than one call goes on there.
	Prepare(ctx context.Context, to editorial.Account, p Piece) ([]byte, error)
}

// Finder looks for a part that may have been heard.
type Finder interface {
	// Find returns the part's receipt, or how sure its absence is. An error
	// means that the look itself failed, and says nothing about the part.
	Find(ctx context.Context, on editorial.Account, s Sent) (Finding, error)
}

// Finding is what a look found: a receipt, or an absence, never both.
type Finding struct {
	Receipt *Receipt
	Absence editorial.Absence
}

// KeyHonourer is kept by platforms on which repeating a part with the same key
// cannot make a second post, for accounts whose server is known to do so.
type KeyHonourer interface {
	// KeyLife is how long after its first use a key is honoured on this
	// account; 0 where the server is not known to honour keys.
	KeyLife(on editorial.Account) time.Duration
}

// Located is kept by adapters whose accounts live on servers of their own, so
// that a slow one holds up its own accounts only. Without it, all accounts of a
// platform count as one server's.
type Located interface {
	// Server names the server that an account's calls go to.
	Server(on editorial.Account) string
}

// Editor changes parts that are out. The account's Limits.Edits say what can be
// changed of them; nothing else is asked for.
type Editor interface {
	// Edit makes a part that is out another, and returns its receipt. To ask for
	// the same twice does no harm, so an outcome that is not known is asked for
	// again. A part that is no longer there is refused for good.
	Edit(ctx context.Context, on editorial.Account, e EditedPiece) (Receipt, error)
}

// EditedPiece is a part that is out, as it shall be from now on.
type EditedPiece struct {
	Receipt Receipt // of the part as it was published, or last edited
	Part    editorial.Part
}

// Refresher renews credentials that ran out.
type Refresher interface {
	// Refresh returns the renewed credentials. The caller holds the account's
	// lock and stores them before they are used.
	Refresh(ctx context.Context, of editorial.Account) (editorial.Credentials, error)
}

// Checker asks the platform whether a channel could publish now, changing
// nothing there.
type Checker interface {
	Check(ctx context.Context, on editorial.Account) (Health, error)
}

// Health is the state of a channel's account.
type Health struct {
	Limits    editorial.Limits
	Clock     time.Time // the platform's clock, from its Date header; zero: it did not say
	Remaining int       // publishing calls left in the current window; -1: it did not say
	Reset     time.Time // when the window ends
}
