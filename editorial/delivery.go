package editorial

import "time"

// DeliveryState is where one post stands on one channel.
type DeliveryState string

// The states of a delivery.
const (
	Planned   DeliveryState = "planned"   // not approved, or without a date
	Scheduled DeliveryState = "scheduled" // leaves at its due instant
	Held      DeliveryState = "held"      // due, and the gate says no
	Sending   DeliveryState = "sending"   // claimed: a call is on the wire
	Unsure    DeliveryState = "unknown"   // a call may have been heard
	Published DeliveryState = "published" // every part is out
	Missed    DeliveryState = "missed"    // it could not leave within its tolerance
	Failed    DeliveryState = "failed"    // the platform refused it
	Dropped   DeliveryState = "dropped"   // a person took the channel out
)

// DeliveryStates lists the states.
func DeliveryStates() []DeliveryState {
	return []DeliveryState{Planned, Scheduled, Held, Sending, Unsure, Published, Missed, Failed, Dropped}
}

// Delivery is one post on one channel: the ledger's line.
type Delivery struct {
	ID        DeliveryID
	Post      PostID
	Calendar  CalendarID
	Channel   ChannelID
	Platform  Platform
	State     DeliveryState
	Due       time.Time     // zero: no date
	Tolerance time.Duration // how late the first part may leave
	Next      time.Time     // when the releaser must look at it; zero: never by itself
	Revision  int           // pinned by the last claim; 0: none yet
	Hash      Hash          // of the pinned content
	Attempt   int           // number of the last attempt
	Holder    string        // who has it on the wire or under preparation; "" nobody
	Lease     time.Time     // until when
	Stopped   bool          // a person stopped it at its time: it never leaves by itself
	Holds     []Hold        // what the gate last said
	Preflight Preflight     // what was found ahead of its instant
	Tries     int           // calls that were surely not sent since it was last scheduled
	Looks     int           // read-backs that found nothing
	Resend    bool          // an unclear part may be repeated with its key
	Trouble   Trouble       // the last thing that went wrong
	Out       time.Time     // when the first part went out; zero: it has not
	Parts     []PartSent

	LiveRevision int  // what it was edited to after it was out; 0: it was not
	LiveHash     Hash // of that
}

// Trouble is what last went wrong, in words for people.
type Trouble struct {
	Code    string
	Message string
	At      time.Time
}

// PartState is where one part of a delivery stands.
type PartState string

// The states of a part.
const (
	PartWaiting   PartState = "waiting"
	PartSending   PartState = "sending"
	PartUnsure    PartState = "unknown"
	PartPublished PartState = "published"
	PartFailed    PartState = "failed"
)

// PartSent is one part of a delivery: its key, and what the platform said.
type PartSent struct {
	Kind       PartKind
	State      PartState
	Key        string
	KeyAt      time.Time // when the key was made, and then when it was first used
	FirstHeard time.Time // the earliest call that may have been heard; zero: none
	LastHeard  time.Time
	Attempts   int
	Prepared   []byte
	PreparedAt time.Time
	Receipt    Receipt
	SentAt     time.Time // when it was published

	Shows    int // the revision that it was edited to since; 0: the one it was published with
	Asked    int // the last one that the platform was asked to show; another than Shows: nobody knows which it is
	EditedAt time.Time
}

// Receipt is the platform's word for a part it has.
type Receipt struct {
	RemoteID string // opaque, never parsed outside its adapter
	URL      string // permalink, "" where the platform gives none
	Token    string // what else a reply to it must name
}

// Attempt is one try, written down before the platform is called.
type Attempt struct {
	Delivery DeliveryID
	Number   int
	Step     Step
	Part     int
	Key      string
	Revision int
	Holder   string
	Started  time.Time
	Ended    time.Time // zero: on the wire, or its daemon died
	Verdict  Verdict   // "" while on the wire
	Code     string
	Message  string
}

// Late is how late the first part went out; zero where it has not.
func (d *Delivery) Late() time.Duration {
	if d.Out.IsZero() {
		return 0
	}
	return max(0, d.Out.Sub(d.Due))
}

// ForPerson tells whether an unclear outcome waits for a person's answer.
func (d *Delivery) ForPerson() bool { return d.State == Unsure && d.Next.IsZero() }

// frozen tells whether a call may have been heard and is not settled: no edit
// touches the delivery then.
func (d *Delivery) frozen() bool { return d.State == Sending || d.State == Unsure }

// begun tells whether some part is out: the rest is finished, late or not.
func (d *Delivery) begun() bool { return !d.Out.IsZero() }

// heard tells whether anything of it is out there, or may be.
func (d *Delivery) heard() bool { return d.begun() || d.frozen() }

// current is the first part that is not out, or nil when all are.
func (d *Delivery) current() *PartSent {
	for i := range d.Parts {
		if d.Parts[i].State != PartPublished {
			return &d.Parts[i]
		}
	}
	return nil
}

func (d *Delivery) currentIndex() int {
	for i := range d.Parts {
		if d.Parts[i].State != PartPublished {
			return i
		}
	}
	return len(d.Parts)
}

// deadline is the last instant at which the first part may leave.
func (d *Delivery) deadline() time.Time { return d.Due.Add(d.Tolerance) }

// stopIfDue marks a delivery that came due while a person held it. One on the
// wire is marked too, in case it turns out not to have left; due is its time
// now, which may be a new one.
func (d *Delivery) stopIfDue(due, now time.Time) {
	if (d.State == Scheduled || d.State == Held || d.frozen()) && !due.After(now) {
		d.Stopped = true
		if d.State == Held {
			d.Next = now // to be held for that reason, and no longer for the hold
		}
	}
}

// reopen lets a delivery that had ended without leaving be planned afresh.
func (d *Delivery) reopen() {
	if d.State == Missed || d.State == Failed || d.State == Held || d.State == Dropped {
		d.State = Planned
	}
	d.Stopped, d.Tries, d.Looks = false, 0, 0
}

// letGo takes a person's word that a delivery may leave, late or not.
func (d *Delivery) letGo() {
	d.reopen()
	d.State = Scheduled
}
