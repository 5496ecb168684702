package editorial

import "time"

// Passkey is a key of a member's that their device or its vault keeps, and
// opens for them alone: it proves who they are without a password. Here is its
// public half.
type Passkey struct {
	ID         PasskeyID
	Member     MemberID
	Credential []byte // what the device calls it
	Key        string // the public half and what it counts, as JSON
	Name       string
	Made       time.Time
	Used       time.Time // zero: never
}

// MaxPasskeys is the most passkeys that a member can have.
const MaxPasskeys = 20
