package store

import (
	"time"

	"parution.dev/editorial"
)

// known is what a transaction has read already and nobody else can change
// meanwhile: a round of releases asks for the same few things over and over.
type known struct {
	calendars map[editorial.CalendarID]editorial.Calendar
	pauses    map[time.Time][]editorial.Pause
	heads     map[editorial.CalendarID]string // hash of the last line of each chain
}

func (k *known) head(line editorial.AuditLine) {
	if k.heads == nil {
		k.heads = map[editorial.CalendarID]string{}
	}
	k.heads[line.Calendar] = line.Hash
}

// calendarOnce is calendar for a transaction that changes none.
func (t *tx) calendarOnce(id editorial.CalendarID) (c editorial.Calendar, err error) {
	return remembered(&t.known.calendars, id, t.calendar)
}

// pausesOnce is pausesSince for a transaction that changes none.
func (t *tx) pausesOnce(at time.Time) ([]editorial.Pause, error) {
	return remembered(&t.known.pauses, at, t.pausesSince)
}

// remembered reads what a key stands for when it is first asked for it.
func remembered[K comparable, T any](all *map[K]T, key K, read func(K) (T, error)) (T, error) {
	if value, ok := (*all)[key]; ok {
		return value, nil
	}
	value, err := read(key)
	if err != nil {
		return value, err
	}
	if *all == nil {
		*all = map[K]T{}
	}
	(*all)[key] = value
	return value, nil
}
