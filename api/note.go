package api

import (
	"context"
	"fmt"
	"sync"
	"time"

	"parution.dev/editorial"
	"parution.dev/store"
)

// notesAMinute bounds how much a flood of refusals adds to the record, which
// is never shortened.
const notesAMinute = 60

// notes writes lines about what was refused, and counts those that it leaves
// out.
type notes struct {
	pace *throttle
	mu   sync.Mutex
	left int
}

func newNotes() *notes { return &notes{pace: newThrottle(notesAMinute, time.Minute)} }

// room tells whether there is room for a line, and how many were left out
// since the last.
func (n *notes) room(now time.Time) (room bool, left int) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.pace.take("", now) > 0 {
		n.left++
		return false, 0
	}
	left, n.left = n.left, 0
	return true, left
}

// note writes a line about something that was refused. That it cannot be
// written changes nothing about the refusal.
func (a *API) note(ctx context.Context, by editorial.Actor, deed editorial.Deed) {
	room, left := a.notes.room(a.now())
	if !room {
		return
	}
	if left > 0 {
		deed.Detail += fmt.Sprintf(" (%d more were left out before)", left)
	}
	if err := a.store.Note(context.WithoutCancel(ctx), store.Write{By: by, Now: a.now()}, deed); err != nil {
		a.cfg.Log.Warn().Err(err).Str("action", deed.Action).Msg("a refusal was not written down")
	}
}

// noteBeyond writes down that a token was used for more than it is good for,
// once an hour for each.
func (a *API) noteBeyond(ctx context.Context, err error) {
	r := requestOf(ctx)
	who := r.caller
	narrow := who.member.ID != "" && !who.signedIn() && !who.whole()
	if !narrow || !r.beyond && !editorial.IsKind(err, editorial.Forbidden) || a.beyond.take(string(who.token.ID), a.now()) > 0 {
		return
	}
	a.note(ctx, who.actor(), editorial.Deed{Action: "token.beyond_scope", Subject: string(who.token.ID), Detail: r.method + " " + r.route})
}
