package scheduler

import (
	"context"
	"errors"
	"fmt"
	"time"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

// platform is a network of the simulation, with its own books and its own way
// of being asked afterwards.
type platform struct {
	name  editorial.Platform
	world *world
	books []*entry
}

// entry is one part that the network made public.
type entry struct {
	channel editorial.ChannelID
	key     string
	text    string
	at      time.Time
	setBack int // how often the clock had been set back by then
	receipt editorial.Receipt
}

// The networks: one that can be asked for an exact record, one that drops a
// repeated key, one that only lists, and one that tells nothing.
const (
	exact  editorial.Platform = "exact"
	keyed  editorial.Platform = "keyed"
	lister editorial.Platform = "lister"
	mute   editorial.Platform = "mute"
)

func platformNames() []editorial.Platform { return []editorial.Platform{exact, keyed, lister, mute} }

func newPlatforms() map[editorial.Platform]*platform {
	all := map[editorial.Platform]*platform{}
	for _, name := range platformNames() {
		all[name] = &platform{name: name}
	}
	return all
}

// Platform implements publishers.Publisher.
func (p *platform) Platform() editorial.Platform { return p.name }

// Form implements publishers.Publisher.
func (p *platform) Form() publishers.Form { return publishers.Form{Name: string(p.name)} }

// Limits implements publishers.Publisher.
func (p *platform) Limits() editorial.Limits { return editorial.Limits{Parts: 10, FirstComment: true} }

// Connect implements publishers.Publisher.
func (p *platform) Connect(context.Context, editorial.Account) (publishers.Connection, error) {
	return publishers.Connection{}, nil
}

// KeyLife implements publishers.KeyHonourer.
func (p *platform) KeyLife(editorial.Account) time.Duration {
	if p.name == keyed {
		return time.Hour
	}
	return 0
}

var errLost = errors.New("the answer was lost")

// Publish implements publishers.Publisher: a network with bad days.
func (p *platform) Publish(_ context.Context, to editorial.Account, piece publishers.Piece) (editorial.Receipt, error) {
	w := p.world
	w.checkCall(to, piece)
	w.now = w.now.Add(time.Duration(1+w.rand.IntN(900)) * time.Millisecond)
	n := w.rand.IntN(100)
	if known := p.find(to.Channel, piece.Key); known != nil && p.name != lister && p.name != mute {
		switch {
		case p.name == keyed && n < 60:
			return known.receipt, nil
		case p.name == keyed && n < 90:
			return editorial.Receipt{}, &publishers.Error{Verdict: editorial.Never, Code: "422", Message: "refused the repeat"}
		}
		return editorial.Receipt{}, errLost // an exact record that exists answers 500
	}
	switch {
	case n < 62:
		return p.keep(to.Channel, piece), nil
	case n < 68:
		return editorial.Receipt{}, &publishers.Error{Verdict: editorial.Later, Wait: time.Duration(w.rand.IntN(240)) * time.Second, Code: "429"}
	case n < 73:
		return editorial.Receipt{}, &publishers.Error{Verdict: editorial.Never, Code: "422", Message: "refused"}
	case n < 77:
		return editorial.Receipt{}, fmt.Errorf("refused: %w", publishers.ErrNotHeard)
	case n < 86: // heard and stored, the answer lost
		p.keep(to.Channel, piece)
		w.now = w.now.Add(time.Duration(w.rand.IntN(30)) * time.Second)
		return editorial.Receipt{}, errLost
	case n < 94: // lost on the way
		w.now = w.now.Add(time.Duration(w.rand.IntN(30)) * time.Second)
		return editorial.Receipt{}, errLost
	case n < 97: // a lie: it says yes, to nothing
		p.keep(to.Channel, piece)
		return editorial.Receipt{}, nil
	default:
		if w.rand.IntN(2) == 0 {
			p.keep(to.Channel, piece)
		}
		panic("an adapter with a bug")
	}
}

func (p *platform) keep(channel editorial.ChannelID, piece publishers.Piece) editorial.Receipt {
	id := fmt.Sprintf("%s-%d", p.name, len(p.books))
	e := &entry{channel: channel, key: piece.Key, text: piece.Part.Text, at: p.world.now, setBack: p.world.setBack, receipt: editorial.Receipt{RemoteID: id, URL: "https://" + id}}
	p.books = append(p.books, e)
	p.world.checkHeard(p, e)
	return e.receipt
}

func (p *platform) find(channel editorial.ChannelID, key string) *entry {
	for _, e := range p.books {
		if e.channel == channel && e.key == key {
			return e
		}
	}
	return nil
}

// Find implements publishers.Finder. The mute network is asked in vain, and a
// listing may lag behind.
func (p *platform) Find(_ context.Context, on editorial.Account, s publishers.Sent) (publishers.Finding, error) {
	w := p.world
	w.now = w.now.Add(time.Duration(1+w.rand.IntN(300)) * time.Millisecond)
	if w.rand.IntN(6) == 0 {
		return publishers.Finding{}, errLost
	}
	found := p.find(on.Channel, s.Key)
	switch {
	case p.name == mute || p.name == keyed:
		return publishers.Finding{Absence: editorial.Unknowable}, nil
	case p.name == lister && (found == nil || w.rand.IntN(3) == 0):
		return publishers.Finding{Absence: editorial.Likely}, nil
	case found == nil:
		return publishers.Finding{Absence: editorial.Sure}, nil
	}
	return publishers.Finding{Receipt: &found.receipt}, nil
}
