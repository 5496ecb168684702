package store

import (
	"slices"
	"time"

	"parution.dev/editorial"
)

// known is what a transaction has read already and nobody else can change
// meanwhile: a round of releases asks for the same few things over and over.
type known struct {
	calendars map[editorial.CalendarID]editorial.Calendar
	channels  editorial.Channels
	pauses    map[time.Time][]editorial.Pause
	rests     map[account]editorial.Rest
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

// channelsOnce reads channels for a transaction that changes none of them.
func (t *tx) channelsOnce(ids []editorial.ChannelID) (editorial.Channels, error) {
	var wanted []editorial.ChannelID
	for _, id := range ids {
		if _, ok := t.known.channels[id]; !ok && !slices.Contains(wanted, id) {
			wanted = append(wanted, id)
		}
	}
	if len(wanted) == 0 {
		return t.known.channels, nil
	}
	asked := askFor(wanted)
	found, err := many(t, t.store.scanChannelShared, `SELECT `+channelColumns+` FROM channels WHERE id IN (`+places(len(asked))+`)`, asked...)
	if err != nil {
		return nil, err
	}
	if t.known.channels == nil {
		t.known.channels = editorial.Channels{}
	}
	for _, c := range found {
		t.known.channels[c.ID] = c
	}
	return t.known.channels, nil
}
