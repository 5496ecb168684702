package bluesky_test

import (
	"fmt"
	"strings"
	"testing"

	"parution.dev/publishers"
	"parution.dev/publishers/bluesky"
	"parution.dev/publishers/publishertest"
)

var (
	_ publishers.Publisher = (*bluesky.Publisher)(nil)
	_ publishers.Preparer  = (*bluesky.Publisher)(nil)
	_ publishers.Finder    = (*bluesky.Publisher)(nil)
	_ publishers.Refresher = (*bluesky.Publisher)(nil)
	_ publishers.Checker   = (*bluesky.Publisher)(nil)
)

func TestConformance(t *testing.T) {
	publishertest.Run(t, publishertest.Harness{
		New:      newRig,
		Finds:    true,
		Threads:  true,
		Comments: true,
		Images:   true,
		TooLong:  strings.Repeat("é", 301),
	})
}

// newRig is a world whose requests go through the suite's own client.
func newRig(t *testing.T) publishertest.Rig {
	t.Helper()
	w := newWorld(t)
	client, fault := publishertest.Client(w.server)
	w.publisher = bluesky.New(client, w.clock)
	w.connect(t)
	keys := 0
	return publishertest.Rig{
		Publisher: w.publisher,
		Account:   w.account,
		Fake:      w.server,
		Fault:     fault,
		Piece: func(text string) publishers.Piece {
			keys++
			p := w.piece(text)
			p.Key = fmt.Sprintf("key_%d", keys)
			return p
		},
	}
}
