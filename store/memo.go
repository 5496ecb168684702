package store

import (
	"sync"

	"parution.dev/editorial"
)

// memo remembers things as they were last decoded, beside the rows that they
// were decoded from: the same few are asked for over and over, and a row that
// is the same to the letter means the same thing. What it returns is shared,
// and only to be read.
//
// Of two generations the older is forgotten when the younger is full.
type memo[K, R comparable, T any] struct {
	mu         sync.Mutex
	young, old map[K]decodedRow[R, T]
}

type decodedRow[R comparable, T any] struct {
	row   R
	thing T
}

// of returns what a row means.
func (m *memo[K, R, T]) of(key K, row R, most int, decode func(R) (T, error)) (T, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	known, ok := m.young[key]
	if ok && known.row == row {
		return known.thing, nil
	}
	if known, ok = m.old[key]; !ok || known.row != row {
		thing, err := decode(row)
		if err != nil {
			return thing, err
		}
		known = decodedRow[R, T]{row, thing}
	}
	if len(m.young) >= most {
		m.young, m.old = nil, m.young
	}
	if m.young == nil {
		m.young = map[K]decodedRow[R, T]{}
	}
	m.young[key] = known
	return known.thing, nil
}

// How many of each kind a generation remembers.
const (
	mostChannels = 1000
	mostPosts    = 400
)

// memos are what a store remembers.
type memos struct {
	channels memo[editorial.ChannelID, channelRow, editorial.Channel]
	posts    memo[editorial.PostID, postRow, *editorial.Post]
}
