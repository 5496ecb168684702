package editorial

import "time"

// Terms are the times that claims and calls keep to. A call is given up before
// its lease runs out, and a rescue waits until even a sender that woke up late
// must have given up.
type Terms struct {
	Lease    time.Duration   // how long a claimed step is its carrier's
	Call     time.Duration   // how long a call may take
	Releaser time.Duration   // how long a daemon that stops claiming keeps others out
	Looks    []time.Duration // when an unclear outcome is read back, counted from when it was so
}

// The usual terms.
const (
	LeaseTime     = 60 * time.Second
	CallTimeout   = 30 * time.Second
	ReleaserLease = 15 * time.Second
)

// UsualTerms are the terms of every daemon that nobody gave others.
func UsualTerms() Terms {
	return Terms{
		Lease: LeaseTime, Call: CallTimeout, Releaser: ReleaserLease,
		Looks: []time.Duration{5 * time.Second, 30 * time.Second, 120 * time.Second},
	}
}

// An upload has as much longer as its largest file takes on a slow line. Files
// that are there already are not uploaded again, so each try ends with one more.
const (
	slowLine   = 128 << 10 // bytes a second: about 1 Mbit/s
	mostLonger = 5 * time.Minute
)

// of are the terms of a step with a part: a preparation can be repeated at will, so
// that it takes long costs its channel some time, and nothing else.
func (t Terms) of(step Step, part Part) Terms {
	if step != StepPrepare {
		return t
	}
	var largest int64
	for _, file := range part.Files() {
		largest = max(largest, file.Bytes)
	}
	longer := min(time.Duration(largest/slowLine)*time.Second, mostLonger)
	t.Lease, t.Call = t.Lease+longer, t.Call+longer
	return t
}

// OrUsual returns the terms, or the usual ones where there are none.
func (t Terms) OrUsual() Terms {
	if t.Lease == 0 {
		return UsualTerms()
	}
	return t
}
