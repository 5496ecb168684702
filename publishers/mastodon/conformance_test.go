package mastodon

import (
	"strings"
	"testing"

	"parution.dev/publishers"
	"parution.dev/publishers/mastodon/mastodontest"
	"parution.dev/publishers/publishertest"
)

func TestContractOnMastodon(t *testing.T) {
	h := harness()
	h.Keys = true
	h.TooLong = strings.Repeat("é", 1001)
	publishertest.Run(t, h)
}

func TestContractOnGoToSocial(t *testing.T) {
	h := harness(mastodontest.GoToSocial())
	h.TooLong = strings.Repeat("é", 5001)
	publishertest.Run(t, h)
}

// harness is the publisher on a fake of either kind. A listing never makes an
// absence sure.
func harness(options ...mastodontest.Option) publishertest.Harness {
	return publishertest.Harness{
		New: func(t *testing.T) publishertest.Rig {
			t.Helper()
			return contractRig(newRig(t, options...))
		},
		Threads: true, Comments: true, Images: true, Edits: true,
	}
}

func contractRig(r *rig) publishertest.Rig {
	client, fault := publishertest.Client(r)
	r.publisher.client = client
	keys := 0
	return publishertest.Rig{
		Publisher: r.publisher, Account: r.account, Fake: r, Fault: fault,
		Piece: func(text string) publishers.Piece {
			keys++
			p := r.piece(text)
			p.Key = "key-" + strings.Repeat("i", keys)
			return p
		},
	}
}
