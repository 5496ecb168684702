package editorial

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"sort"
	"sync"
	"time"
)

// Why a planned time is refused; ask with errors.Is. The texts say what was
// expected and never repeat what was given.
var (
	ErrBadLocalTime = errors.New("not a local time") // wrong shape, hour or year
	ErrNoSuchDay    = errors.New("no such day")      // 30 February, month 13
	ErrUnknownZone  = errors.New("unknown time zone")
	ErrBadFold      = errors.New("fold is neither 0 nor 1")
)

// When is a planned time as people say it: a wall clock in a zone. What is
// kept is what was said; the instant follows from it and from the zone data of
// the day, by Resolve. The zero When is "no date".
type When struct {
	Local string // "2026-12-24T09:00", with seconds only where they are not zero
	Zone  string // IANA name, "Europe/Paris"
	Fold  int    // where clocks show Local twice: 0 the first time, 1 the second
}

// Resolved is the instant that a When stands for.
type Resolved struct {
	Instant time.Time // UTC, whole seconds
	Shift   Shift     // worth telling people when it is not ShiftNone
}

// Shift says what a change of clocks did to a planned time.
type Shift string

// The shifts.
const (
	ShiftNone    Shift = ""
	ShiftGap     Shift = "gap"     // clocks never show that time: moved to the moment they have jumped
	ShiftOverlap Shift = "overlap" // clocks show that time twice: the fold chose
)

const (
	minuteLayout = "2006-01-02T15:04"
	secondLayout = "2006-01-02T15:04:05"

	firstYear  = 1970
	lastYear   = 9999
	lastSecond = 253402300799 // of lastYear, in UTC
)

// Tellable tells whether an instant lies in the years that are spoken of here,
// 1970–9999 in UTC. RFC 3339 has no words for what comes behind them, so no
// answer that it stands in could be written; what lies before them is some
// program's "nothing", and no time that a person means.
func Tellable(at time.Time) bool { return at.Unix() >= 0 && at.Unix() <= lastSecond }

// NewWhen checks a wall clock ("2026-12-24T09:00", seconds allowed, no offset),
// the IANA name of its zone and a fold, and returns them in canonical form. It
// fails with ErrBadLocalTime (also for years outside 1970–9999, and where UTC is
// beyond them already), ErrNoSuchDay, ErrUnknownZone or ErrBadFold. A time that clocks skip is accepted: Resolve
// moves it and says so.
func NewWhen(local, zone string, fold int) (When, error) {
	w := When{Local: local, Zone: zone, Fold: fold}
	wall, _, err := w.read()
	if err != nil {
		return When{}, err
	}
	if _, err := w.Resolve(); err != nil {
		return When{}, err
	}
	w.Local = localText(wall)
	return w, nil
}

// WhenAt returns what the clocks of a zone show at an instant. Parts of a
// second are dropped; apart from them Resolve gives the same instant back. It
// fails with ErrUnknownZone, or ErrBadLocalTime outside the years 1970–9999.
func WhenAt(instant time.Time, zone string) (When, error) {
	location, err := zoneNamed(zone)
	if err != nil {
		return When{}, err
	}
	instant = time.Unix(instant.Unix(), 0)
	wall := wallAt(instant, location)
	if err := errors.Join(checkYear(wall), checkInstant(instant)); err != nil {
		return When{}, err
	}
	w := When{Local: localText(wall), Zone: zone}
	w.Fold = max(0, slices.IndexFunc(instantsShowing(wall, location), instant.Equal))
	return w, nil
}

// IsZero tells whether there is no date.
func (w When) IsZero() bool { return w == When{} }

// Resolve returns the instant. Where clocks skip the time, it is the first
// instant after the jump, whatever the fold; where they show it twice, the fold
// chooses. It fails as NewWhen does, and with ErrBadLocalTime where there is no
// date.
func (w When) Resolve() (Resolved, error) {
	wall, location, err := w.read()
	if err != nil {
		return Resolved{}, err
	}
	var r Resolved
	switch shown := instantsShowing(wall, location); len(shown) {
	case 0:
		r = Resolved{jumpPast(wall, location), ShiftGap}
	case 1:
		r = Resolved{shown[0], ShiftNone}
	default:
		r = Resolved{shown[w.Fold], ShiftOverlap}
	}
	return r, checkInstant(r.Instant)
}

// SameDay tells whether two planned times fall on one calendar day, as the
// clocks in w's zone show it. A time that does not resolve shares no day.
func (w When) SameDay(other When) bool {
	mine, err := w.Resolve()
	if err != nil {
		return false
	}
	theirs, err := other.Resolve()
	if err != nil {
		return false
	}
	location, err := zoneNamed(w.Zone)
	return err == nil && dayIn(mine.Instant, location) == dayIn(theirs.Instant, location)
}

func dayIn(instant time.Time, location *time.Location) string {
	return instant.In(location).Format(time.DateOnly)
}

// read checks the parts of w and returns its wall clock, as if it stood in
// UTC, and its zone.
func (w When) read() (time.Time, *time.Location, error) {
	if w.Fold != 0 && w.Fold != 1 {
		return time.Time{}, nil, ErrBadFold
	}
	wall, err := parseWall(w.Local)
	if err != nil {
		return time.Time{}, nil, err
	}
	location, err := zoneNamed(w.Zone)
	return wall, location, err
}

// parseWall reads a wall clock strictly: time.Parse alone would take a
// one-digit hour and parts of a second.
func parseWall(local string) (time.Time, error) {
	if len(local) == len(minuteLayout) {
		local += ":00"
	}
	if !hasShape(local, secondLayout) {
		return time.Time{}, fmt.Errorf("%w: want YYYY-MM-DDThh:mm, without offset", ErrBadLocalTime)
	}
	if _, err := time.Parse(time.DateOnly, local[:len(time.DateOnly)]); err != nil {
		return time.Time{}, ErrNoSuchDay
	}
	wall, err := time.Parse(secondLayout, local)
	if err != nil {
		return time.Time{}, fmt.Errorf("%w: want 00:00 to 23:59", ErrBadLocalTime)
	}
	return wall, checkYear(wall)
}

// hasShape tells whether text has digits where the layout has digits, and the
// layout's own characters elsewhere.
func hasShape(text, layout string) bool {
	if len(text) != len(layout) {
		return false
	}
	for i := range len(layout) {
		if isDigit(layout[i]) != isDigit(text[i]) || !isDigit(text[i]) && text[i] != layout[i] {
			return false
		}
	}
	return true
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func checkYear(wall time.Time) error {
	if wall.Year() < firstYear || wall.Year() > lastYear {
		return fmt.Errorf("%w: want a year from %d to %d", ErrBadLocalTime, firstYear, lastYear)
	}
	return nil
}

// checkInstant refuses what is behind the last year by UTC, though not by the
// clocks of its zone.
func checkInstant(instant time.Time) error {
	if instant.Unix() > lastSecond {
		return fmt.Errorf("%w: want a year up to %d in UTC too", ErrBadLocalTime, lastYear)
	}
	return nil
}

func localText(wall time.Time) string {
	if wall.Second() == 0 {
		return wall.Format(minuteLayout)
	}
	return wall.Format(secondLayout)
}

// zoneNamed loads a zone by its IANA name. All of those begin with a capital;
// what does not is a file that some systems keep beside them ("localtime",
// "right/…" with leap seconds). "Local" would be this machine's zone, and an
// unclean path a second name for one zone.
func zoneNamed(name string) (*time.Location, error) {
	if name == "" || name == "Local" || name[0] < 'A' || name[0] > 'Z' || path.Clean(name) != name {
		return nil, ErrUnknownZone
	}
	if known, ok := zones.Load(name); ok {
		location, _ := known.(*time.Location) // nothing else is kept there
		return location, nil
	}
	location, err := time.LoadLocation(name)
	if err != nil {
		return nil, ErrUnknownZone // its own text would repeat the name
	}
	zones.Store(name, location)
	return location, nil
}

// zones keeps the zones that were read: reading one takes a hundred times as
// long as resolving a time in it. There are some six hundred; only names that
// exist are kept.
//
//nolint:gochecknoglobals // a pure function's memory: what it holds never changes while the program runs
var zones sync.Map

// changeReach is a day: more than any offset from UTC, while twice as much is
// less than any zone ever took between two changes of its offset (the shortest
// since 1970 was a week). So at most one change matters around a wall clock,
// and the offsets a day before and a day after are all there are.
const changeReach = 24 * time.Hour

// instantsShowing returns the instants at which clocks in a zone show wall,
// the earlier first: one as a rule, none where they skip it, two where they
// are put back over it.
func instantsShowing(wall time.Time, location *time.Location) []time.Time {
	before, after := offsetAt(wall.Add(-changeReach), location), offsetAt(wall.Add(changeReach), location)
	offsets := []time.Duration{before, after}
	if before == after {
		offsets = offsets[:1]
	}
	var shown []time.Time
	for _, offset := range offsets {
		if instant := wall.Add(-offset); wallAt(instant, location).Equal(wall) {
			shown = append(shown, instant)
		}
	}
	return shown
}

// jumpPast returns the first instant at which clocks in a zone are past wall.
func jumpPast(wall time.Time, location *time.Location) time.Time {
	from := wall.Add(-changeReach)
	seconds := sort.Search(int(2*changeReach/time.Second), func(s int) bool {
		return wallAt(from.Add(time.Duration(s)*time.Second), location).After(wall)
	})
	return from.Add(time.Duration(seconds) * time.Second)
}

// wallAt returns what clocks in a zone show at an instant, as if it stood in
// UTC.
func wallAt(instant time.Time, location *time.Location) time.Time {
	return instant.UTC().Add(offsetAt(instant, location))
}

func offsetAt(instant time.Time, location *time.Location) time.Duration {
	_, seconds := instant.In(location).Zone()
	return time.Duration(seconds) * time.Second
}
