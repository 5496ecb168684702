package editorial

import "time"

// Round is one turn of the releaser: what has come back, and how much more can
// start at once.
type Round struct {
	Now      time.Time
	Holder   string    // this daemon
	Outcomes []Outcome // to settle first
	Free     int       // steps that can start at once; 0 only settles

	UnderWay  map[ChannelID]bool   // channels on which nothing more can start
	Server    func(Channel) string // where a channel's calls go; nil: all to one place
	Calls     map[string]int       // under way, by server
	PerServer int                  // the most that may be under way to one server; 0: any number

	Terms  Terms                // none: the usual ones
	Waited func() time.Duration // how long ago Now was read, by the machine's own clock; nil: just now
	Jumped bool                 // the wall clock has just run ahead of the machine's own: see Case
	Back   time.Duration        // by how much it went back since the last round of this daemon
}

// Turned is what a round came to.
type Turned struct {
	Releasing bool          // false: another daemon has the releaser's lease
	Work      []Work        // claimed; each must be carried out now
	Next      time.Time     // when something is next to be done; zero: nothing is planned
	Full      bool          // something more was due than could start
	Settled   []Settled     // of the outcomes, in their order
	Changed   []Settled     // deliveries that came due and did not leave: held, missed
	Broken    []Broken      // rows that could not be read, and were put off
	SetBack   time.Duration // by how much the wall clock went back since the ledger was last written; 0: it did not
}

// Settled is one delivery after its outcome was written down, for the log.
type Settled struct {
	Delivery Delivery
	Outcome  Outcome
	Settlement
}

// Broken is a delivery that could not be worked on.
type Broken struct {
	Delivery DeliveryID
	Err      error
}
