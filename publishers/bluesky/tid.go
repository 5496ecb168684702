package bluesky

import (
	"crypto/sha256"
	"encoding/binary"
	"time"
)

// tidAlphabet keeps the order of the numbers: an earlier TID is a smaller string.
const tidAlphabet = "234567abcdefghijklmnopqrstuvwxyz"

// tidLength is the length of every TID: 13 characters of 5 bits, of which the
// first has but 4, and of them the highest is 0.
const tidLength = 13

// tid returns the record key of a piece, in the form that posts must have
// (https://atproto.com/specs/tid): 53 bits of microseconds, 10 bits of clock
// id. It depends on the key and the millisecond of at alone, for a time that
// was stored comes back in milliseconds and must give the same record key. The
// microseconds within it and the clock id come from a hash of the key.
//
// Two keys of one account that were made in the same millisecond meet once in
// about a million pairs. The server then refuses the second post, which is
// reported as unknown, and Find does not take the first one for it.
func tid(key string, at time.Time) string {
	sum := sha256.Sum256([]byte(key))
	noise := binary.BigEndian.Uint64(sum[:8])
	micros := uint64(at.UnixMilli())*1000 + noise%1000
	return encodeTID(micros, noise/1000)
}

func encodeTID(micros, clock uint64) string {
	value := micros&(1<<53-1)<<10 | clock&(1<<10-1)
	var out [tidLength]byte
	for i := tidLength - 1; i >= 0; i-- {
		out[i] = tidAlphabet[value&31]
		value >>= 5
	}
	return string(out[:])
}
