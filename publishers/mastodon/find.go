package mastodon

import (
	"context"
	"net/url"
	"slices"
	"strconv"
	"time"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

const (
	pageSize  = 40 // the most that a server gives
	mostPages = 25

	// A post is dated by the server, when it made it: not before it was first
	// asked to, and not much after the last time.
	early = 2 * time.Minute
	late  = 10 * time.Minute
)

// window is the time in which a part was made if it was made, by the server's
// clock.
type window struct{ from, to time.Time }

// Find looks for the part among the account's own posts around the time it was
// sent (Mastodon API: accounts#statuses). A list may lag or leave something
// out, so an absence is Likely at best; it is Unknowable where the list does
// not reach back far enough.
func (p *Publisher) Find(ctx context.Context, on editorial.Account, s publishers.Sent) (publishers.Finding, error) {
	found, err := p.find(ctx, on, s)
	if err != nil {
		return publishers.Finding{}, unseen(err)
	}
	return found, nil
}

func (p *Publisher) find(ctx context.Context, on editorial.Account, s publishers.Sent) (publishers.Finding, error) {
	at, err := p.reach(on)
	if err != nil {
		return publishers.Finding{}, err
	}
	wanted, err := newTrace(at.kind, s)
	if err != nil {
		return publishers.Finding{}, err
	}
	oldest := ""
	for range mostPages {
		page, around, err := at.page(ctx, on.RemoteID, oldest, s)
		if err != nil {
			return publishers.Finding{}, err
		}
		for _, candidate := range page {
			same, err := at.matches(ctx, candidate, wanted, around)
			if err != nil {
				return publishers.Finding{}, err
			}
			if same {
				receipt := candidate.receipt()
				return publishers.Finding{Receipt: &receipt}, nil
			}
		}
		if len(page) == 0 || page[len(page)-1].CreatedAt.Before(around.from) {
			return publishers.Finding{Absence: editorial.Likely}, nil
		}
		oldest = page[len(page)-1].ID
	}
	return publishers.Finding{Absence: editorial.Unknowable}, nil
}

// page lists posts of the account, newest first, from the one after oldest on,
// with the window as the server's clock has it.
func (s server) page(ctx context.Context, account, oldest string, sent publishers.Sent) ([]status, window, error) {
	query := url.Values{"exclude_reblogs": {"true"}, "limit": {strconv.Itoa(pageSize)}}
	if oldest != "" {
		query.Set("max_id", oldest)
	}
	var page []status
	answer, err := s.read(ctx, &page, query, "api/v1/accounts", account, "statuses")
	if err != nil {
		return nil, window{}, err
	}
	ahead := time.Duration(0)
	if theirs := clock(answer); !theirs.IsZero() {
		ahead = theirs.Sub(s.now())
	}
	return page, window{from: sent.First.Add(ahead - early), to: sent.Last.Add(ahead + late)}, nil
}

// trace is what a post must show to be the part that was sent.
type trace struct {
	text, spoiler string
	parent        string
	media         int
	mediaIDs      []string // none where they prove nothing
	taken         []publishers.Receipt
}

func newTrace(kind software, s publishers.Sent) (trace, error) {
	done, err := parsePrepared(s.Prepared)
	if !kind.keepsMediaIDs() {
		done.MediaIDs = nil
	}
	return trace{
		text:     s.Part.Text,
		spoiler:  s.Part.Options.Text(optionSpoiler),
		parent:   s.Parent.RemoteID,
		media:    len(s.Part.Media),
		mediaIDs: done.MediaIDs,
		taken:    s.Taken,
	}, err
}

// isTaken tells whether a post is known to be another part, which says the same: by
// its id, or by its address where a person said that it is out.
func (w trace) isTaken(candidate status) bool {
	own := candidate.receipt()
	return slices.ContainsFunc(w.taken, func(r publishers.Receipt) bool {
		return r.RemoteID == own.RemoteID || r.RemoteID == "" && r.URL != "" && r.URL == own.URL
	})
}

// matches tells whether a post is the part. Uploads prove it, whatever became
// of the text since; without them the text must be there and be the same.
func (s server) matches(ctx context.Context, candidate status, wanted trace, around window) (bool, error) {
	if candidate.CreatedAt.Before(around.from) || candidate.CreatedAt.After(around.to) ||
		candidate.InReplyToID != wanted.parent || len(candidate.Media) != wanted.media || wanted.isTaken(candidate) {
		return false, nil
	}
	if len(wanted.mediaIDs) > 0 {
		return slices.EqualFunc(candidate.Media, wanted.mediaIDs, func(m uploaded, id string) bool { return m.ID == id }), nil
	}
	if wanted.text == "" && wanted.spoiler == "" {
		return false, nil
	}
	return s.reads(ctx, candidate, wanted)
}
