package api

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode"

	"parution.dev/editorial"
)

const (
	seatTime = 45 * time.Second // who says nothing for so long has left
	seatLook = 5 * time.Second  // how often that is looked for
	maxSeats = 5000
)

// doing is what somebody does at a post.
type doing string

const (
	looking doing = "looking"
	editing doing = "editing"
)

// presentView is somebody who is at a post.
type presentView struct {
	Member editorial.MemberID `json:"member"`
	Name   string             `json:"name"`
	Doing  doing              `json:"doing" enum:"looking,editing"`
	At     string             `json:"at,omitempty" doc:"JSON Pointer into the post: what they look at, or edit"`
	Since  time.Time          `json:"since"`
}

// seat is one window in which somebody has a post before them.
type seat struct {
	post     editorial.PostID
	calendar editorial.CalendarID
	who      presentView
	seen     time.Time
}

// seatID is a token or a session, and what the window calls itself.
type seatID struct {
	token editorial.TokenID
	name  string
}

// presence knows who is at which post. It is in memory alone: who is there says
// so again and again, and has left when they stop, or when their stream ends.
type presence struct {
	mu       sync.Mutex
	seats    map[seatID]seat
	watching bool
	told     func(gathering) // somebody came, left, or does something else
	now      func() time.Time
	stop     <-chan struct{}
}

// gathering is a post where something changed.
type gathering struct {
	post     editorial.PostID
	calendar editorial.CalendarID
}

func newPresence(cfg Config, told func(gathering)) *presence {
	return &presence{seats: map[seatID]seat{}, told: told, now: cfg.Now, stop: cfg.Stopping}
}

// take sits somebody down, or notes that they are still there. A window has one
// post before it.
func (p *presence) take(id seatID, s seat) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	before, was := p.seats[id]
	if !was && p.full(id) {
		return editorial.Refuse(editorial.TooMany, codeTooManyStreams)
	}
	s.seen, s.who.Since = p.now(), p.now().UTC()
	if was && before.post == s.post {
		if s.who.Since = before.who.Since; before.who == s.who {
			p.seats[id] = s
			return nil
		}
	}
	if !p.watching {
		p.watching = true
		go p.watch()
	}
	p.seats[id] = s
	if was && before.post != s.post {
		p.told(gathering{before.post, before.calendar})
	}
	p.told(gathering{s.post, s.calendar})
	return nil
}

// full tells whether there is no seat left, for anybody or for this token.
func (p *presence) full(id seatID) bool {
	own := 0
	for other := range p.seats {
		if other.token == id.token {
			own++
		}
	}
	return own >= maxStreams || len(p.seats) >= maxSeats
}

// leave takes a seat away, at one post or, without one, wherever it is.
func (p *presence) leave(id seatID, post editorial.PostID) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if post == "" || p.seats[id].post == post {
		p.clear(id)
	}
}

func (p *presence) clear(id seatID) {
	if s, was := p.seats[id]; was {
		delete(p.seats, id)
		p.told(gathering{s.post, s.calendar})
	}
}

// watch clears the seats of those who say nothing any more, until none is left.
func (p *presence) watch() {
	tick := time.NewTicker(seatLook)
	defer tick.Stop()
	for {
		select {
		case <-p.stop:
			return
		case <-tick.C:
		}
		if !p.sweep() {
			return
		}
	}
}

// sweep tells whether anybody is still there to be watched.
func (p *presence) sweep() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	over := p.now().Add(-seatTime)
	for id, s := range p.seats {
		if s.seen.Before(over) {
			p.clear(id)
		}
	}
	p.watching = len(p.seats) > 0
	return p.watching
}

// at lists who is at a post, each member once: those who edit first, then those
// who came first.
func (p *presence) at(post editorial.PostID) []presentView {
	p.mu.Lock()
	defer p.mu.Unlock()
	over := p.now().Add(-seatTime)
	all := []presentView{}
	for _, s := range p.seats {
		if s.post == post && !s.seen.Before(over) {
			all = append(all, s.who)
		}
	}
	slices.SortFunc(all, func(a, b presentView) int {
		return cmp.Or(cmp.Compare(a.Doing, b.Doing), a.Since.Compare(b.Since), cmp.Compare(a.Member, b.Member), cmp.Compare(a.At, b.At))
	})
	seen := map[editorial.MemberID]bool{}
	return slices.DeleteFunc(all, func(one presentView) bool {
		twice := seen[one.Member]
		seen[one.Member] = true
		return twice
	})
}

type presentAnswer struct {
	Body struct {
		Present []presentView `json:"present"`
	}
}

func (a *API) presentAt(post editorial.PostID) *presentAnswer {
	answer := &presentAnswer{}
	answer.Body.Present = a.presence.at(post)
	return answer
}

type listPresenceInput struct {
	Post editorial.PostID `path:"post"`
}

func (a *API) listPresence(ctx context.Context, in *listPresenceInput) (*presentAnswer, error) {
	p, err := a.seenPost(ctx, in.Post)
	if err != nil {
		return nil, err
	}
	return a.presentAt(p.ID), nil
}

type takeSeatInput struct {
	Post editorial.PostID `path:"post"`
	Body struct {
		Doing doing  `json:"doing" enum:"looking,editing"`
		At    string `json:"at,omitempty" maxLength:"200" doc:"JSON Pointer into the post"`
		Seat  string `json:"seat,omitempty" maxLength:"64" doc:"The seat of your event stream: when that ends, you have left"`
	}
}

// takeSeat notes that somebody is at a post. Say it again within 45 seconds.
func (a *API) takeSeat(ctx context.Context, in *takeSeatInput) (*presentAnswer, error) {
	p, err := a.seenPost(ctx, in.Post)
	if err != nil {
		return nil, err
	}
	if !pointsIntoPost(in.Body.At) {
		return nil, editorial.InvalidAt("/at", codeBadPointer)
	}
	who := callerOf(ctx)
	if in.Body.Doing == editing && !who.may(p.Calendar, editorial.Write) {
		return nil, editorial.Refuse(editorial.Forbidden, editorial.CodeNotPermitted)
	}
	err = a.presence.take(seatID{who.token.ID, in.Body.Seat}, seat{
		post: p.ID, calendar: p.Calendar, who: presentView{Member: who.member.ID, Name: who.member.Name, Doing: in.Body.Doing, At: in.Body.At},
	})
	if err != nil {
		return nil, err
	}
	return a.presentAt(p.ID), nil
}

// pointsIntoPost tells whether text is a pointer of the sort that leads into a
// post: others see it.
func pointsIntoPost(text string) bool {
	return text == "" || text[0] == '/' && !strings.ContainsFunc(text, func(r rune) bool {
		return r != '/' && r != '_' && (r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r))
	})
}

type leaveSeatInput struct {
	Post editorial.PostID `path:"post"`
	Seat string           `query:"seat" maxLength:"64" doc:"As it was said when you came."`
}

func (a *API) leaveSeat(ctx context.Context, in *leaveSeatInput) (*struct{}, error) {
	if _, err := a.seenPost(ctx, in.Post); err != nil {
		return nil, err
	}
	a.presence.leave(seatID{callerOf(ctx).token.ID, in.Seat}, in.Post)
	return nil, nil //nolint:nilnil // huma's way to answer nothing
}

// seenPost reads a post that the caller may read.
func (a *API) seenPost(ctx context.Context, id editorial.PostID) (*editorial.Post, error) {
	p, err := a.store.GetPost(ctx, id)
	if err != nil {
		return nil, err
	}
	_, _, err = a.calendarFor(ctx, p.Calendar, editorial.Read)
	return p, err
}
