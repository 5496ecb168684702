package editorial

import "time"

// Standing is how the ledger stands: what is under way or asks for a person,
// and how far the releaser is behind.
type Standing struct {
	Deliveries []Count
	Waiting    int              // due, and not started
	Oldest     time.Time        // the due instant of the one that has waited longest; zero: none waits
	Silent     map[Platform]int // accounts whose circuit is open
	Reserve    bool             // there is room on the disk that only releases may use
}

// Count is how many deliveries of a platform are in a state.
type Count struct {
	Platform Platform
	State    DeliveryState
	Number   int
}

// Unsettled lists the states in which a delivery is under way or asks for a
// person. All others are its beginning or its end.
func Unsettled() []DeliveryState {
	return []DeliveryState{Scheduled, Held, Sending, Unsure, Missed, Failed}
}
