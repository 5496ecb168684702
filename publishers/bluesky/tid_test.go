package bluesky

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
)

func TestTID(t *testing.T) {
	at := time.Date(2026, 11, 3, 9, 0, 0, 123_000_000, time.UTC)
	tests := []struct {
		name string
		key  string
		at   time.Time
		want string
	}{
		{"a key and an instant", "dlv_1.1", at, "3mzfhygbdalxm"},
		{"another key, the same instant", "dlv_1.2", at, "3mzfhygbdhcda"},
		{"the same key a millisecond later", "dlv_1.1", at.Add(time.Millisecond), "3mzfhygbe7txm"},
		{"less than a millisecond is not told apart", "dlv_1.1", at.Add(999 * time.Microsecond), "3mzfhygbdalxm"},
		{"the zone does not matter", "dlv_1.1", at.In(time.FixedZone("", 7200)), "3mzfhygbdalxm"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			assert.Equal(t, tt.want, tid(tt.key, tt.at))
		})
	}
}

// The two ends of the range, as the specification gives them.
func TestEncodeTID(t *testing.T) {
	assert.Equal(t, "2222222222222", encodeTID(0, 0))
	assert.Equal(t, "2222222222223", encodeTID(0, 1))
	assert.Equal(t, "222222222233z", encodeTID(1, 63))
	assert.Equal(t, "bzzzzzzzzzzzz", encodeTID(1<<53-1, 1<<10-1))
}

func TestTIDProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		key := rapid.String().Draw(t, "key")
		other := rapid.String().Draw(t, "other key")
		at := time.UnixMilli(rapid.Int64Range(0, 1<<53/1000-2000).Draw(t, "at"))
		later := at.Add(time.Duration(rapid.Int64Range(1, 1000).Draw(t, "later")) * time.Millisecond)

		got := tid(key, at)
		assert.Len(t, got, 13)
		assert.Empty(t, strings.Trim(got, tidAlphabet), "only letters of the alphabet")
		assert.LessOrEqual(t, got[0], byte('b'), "the top bit is 0")
		assert.Equal(t, got, tid(key, at), "the same key and time give the same record key")
		assert.Less(t, got, tid(other, later), "later sorts later, whatever the keys")
	})
}

// A thread's parts may get their keys in one instant.
func TestTIDsOfOneInstantDiffer(t *testing.T) {
	at := time.UnixMilli(1_800_000_000_000)
	seen := map[string]string{}
	for i := range 50 {
		key := "dlv_0k3v9q7h5n2m8c4x6z1b." + strings.Repeat("i", i)
		rkey := tid(key, at)
		assert.NotContains(t, seen, rkey)
		seen[rkey] = key
	}
}
