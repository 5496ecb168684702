package api

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"

	"parution.dev/editorial"
	"parution.dev/store"
)

const (
	heartbeat  = 15 * time.Second
	writeLimit = 10 * time.Second // a listener that takes nothing for so long is cut
)

// Event is one line of the record as streams tell it: what it is about and how
// that stands now, never any copy.
type Event struct {
	Calendar editorial.CalendarID `json:"calendar"`
	Subject  string               `json:"subject"`
	Post     editorial.PostID     `json:"post"`
	Status   editorial.Status     `json:"status"`
	Revision int                  `json:"revision"`
}

// Gathering is who is at a post, as streams tell it whenever that changes.
type Gathering struct {
	Calendar editorial.CalendarID `json:"calendar"`
	Post     editorial.PostID     `json:"post"`
	Present  []presentView        `json:"present"`
}

// EventsQuery asks for a stream.
type EventsQuery struct {
	Calendar    editorial.CalendarID `query:"calendar" doc:"This calendar's events only."`
	Seat        string               `query:"seat" maxLength:"64" doc:"A name of your own for this stream. Who is at a post with it has left when the stream ends."`
	LastEventID string               `header:"Last-Event-ID" doc:"Go on after this event."`
}

// events is a stream of text/event-stream.
type events struct {
	Body func(huma.Context)
}

// eventsOperation describes the stream to readers.
func eventsOperation() huma.Operation {
	return huma.Operation{
		Method: http.MethodGet, Path: "/events", OperationID: "streamEvents", Summary: "Follow what happens",
		Description: "Server-Sent Events: the id is the record's sequence number, the event its action, the data an object with calendar, " +
			"subject, post, status and revision. Events named presence have no id; their data says who is at a " +
			"post now. An event notices, without an id too, tells how many notices you have not read, when that changes. " +
			"Send Last-Event-ID to go on where a stream ended. A comment every 15 seconds keeps it open.",
		Responses: map[string]*huma.Response{"200": {
			Description: "The stream",
			Content:     map[string]*huma.MediaType{"text/event-stream": {Schema: &huma.Schema{Type: huma.TypeString}}},
		}},
	}
}

// streamEvents tells the caller what happens in their calendars, until they
// leave, their token dies or the daemon stops.
func (a *API) streamEvents(ctx context.Context, in *EventsQuery) (*events, error) {
	who, err := reader(ctx)
	if err != nil {
		return nil, err
	}
	if in.Calendar != "" {
		if _, _, err := a.calendarFor(ctx, in.Calendar, editorial.Read); err != nil {
			return nil, err
		}
	}
	after := int64(-1)
	if in.LastEventID != "" {
		seq, err := strconv.ParseInt(in.LastEventID, 10, 64)
		if err != nil || seq < 0 {
			return nil, editorial.Refuse(editorial.Malformed, codeBadEventID)
		}
		after = seq
	}
	listener, newest, err := a.hub.join(ctx, seatID{who.token.ID, in.Seat})
	if err != nil {
		return nil, err
	}
	if after < 0 || after > newest {
		after = newest
	}
	s := &stream{api: a, who: who, only: in.Calendar, last: after, listener: listener}
	return &events{Body: func(connection huma.Context) {
		defer a.closeStream(listener)
		told, stop := a.store.SubscribeNotices()
		defer stop()
		s.told = told
		s.open(connection)
		if err := s.run(ctx, newest); err != nil {
			requestOf(ctx).err = err
		}
	}}, nil
}

// stream is one listener's connection.
type stream struct {
	api  *API
	who  caller
	only editorial.CalendarID // "": all that the caller reads
	last int64                // sequence number of the line told last
	*listener
	told  <-chan struct{} // ticks when somebody was told something
	count noticeCount     // of the caller, as it was told last
	out   io.Writer
	line  *http.ResponseController
}

func (s *stream) open(ctx huma.Context) {
	writer := humagin.Unwrap(ctx).Writer
	s.out, s.line = writer, http.NewResponseController(writer)
	ctx.SetHeader("Content-Type", "text/event-stream")
	ctx.SetHeader("X-Accel-Buffering", "no") // for proxies that would gather lines
	ctx.SetStatus(http.StatusOK)
}

// run tells what the listener missed up to newest, then what comes. An error
// is our own trouble; a listener that left or was cut is none.
func (s *stream) run(ctx context.Context, newest int64) error {
	if s.write(": parution\nretry: 3000\n\n") != nil {
		return nil
	}
	if err := s.replay(ctx, newest); err != nil {
		return err
	}
	var err error
	if s.count, err = s.api.unreadOf(ctx, s.who); err != nil {
		return err
	}
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	for {
		if goOn, err := s.next(ctx, beat.C); err != nil || !goOn {
			return err
		}
	}
}

// next tells what comes next; not to go on says that the listener has left, or
// may hear nothing any more.
func (s *stream) next(ctx context.Context, beat <-chan time.Time) (goOn bool, err error) {
	select {
	case <-ctx.Done():
		return false, nil
	case line, open := <-s.lines:
		if !open || left(s.tell(line)) {
			return false, nil
		}
		if !s.concerns(line) {
			return true, nil
		}
	case g := <-s.gatherings:
		return !left(s.gathering(g)), nil
	case <-s.told:
		return s.tellCount(ctx)
	case <-beat:
		if left(s.write(": still here\n\n")) {
			return false, nil
		}
		if goOn, err = s.tellCount(ctx); err != nil || !goOn {
			return false, err
		}
	}
	return s.look(ctx)
}

// left tells whether a listener has gone: then nothing can be written to them.
func left(err error) bool { return err != nil }

// replay tells the lines after the listener's last, up to newest: from there
// on the hub tells them.
func (s *stream) replay(ctx context.Context, newest int64) error {
	for s.last < newest {
		lines, err := s.api.hub.missed(ctx, s.last)
		if err != nil {
			return err
		}
		for _, line := range lines {
			if s.tell(line) != nil {
				return nil //nolint:nilerr // the listener has left, which the next write notices too
			}
		}
		if len(lines) < batch {
			return nil
		}
	}
	return nil
}

// closeStream ends a stream, and what its window had before it.
func (a *API) closeStream(l *listener) {
	if !a.hub.leave(l) {
		a.presence.leave(l.seat, "")
	}
}

// gathering writes who is at a post now, without an id: nothing of it is kept.
func (s *stream) gathering(g gathering) error {
	if !s.hears(editorial.AuditLine{Calendar: g.calendar}) {
		return nil
	}
	data, err := json.Marshal(Gathering{g.calendar, g.post, s.api.presence.at(g.post)})
	if err != nil {
		return fmt.Errorf("encode a gathering: %w", err)
	}
	return s.write(fmt.Sprintf("event: presence\ndata: %s\n\n", data))
}

// concerns tells whether a line may change what the listener may hear.
func (s *stream) concerns(line editorial.AuditLine) bool {
	return line.Subject == string(s.who.member.ID) || line.Subject == string(s.who.token.ID)
}

// look tells whether the listener's token or session still opens anything, and
// takes note of what it opens now.
func (s *stream) look(ctx context.Context) (alive bool, err error) {
	if s.who.signedIn() {
		s.who.session, err = s.api.store.GetSession(ctx, s.who.session.ID)
	} else {
		s.who.token, err = s.api.store.GetToken(ctx, s.who.token.ID)
	}
	if err != nil {
		return false, err
	}
	s.who.member, err = s.api.store.GetMember(ctx, s.who.member.ID)
	return s.who.alive(s.api.now()), err
}

// tell writes a line that the listener may read and has not had.
func (s *stream) tell(line editorial.AuditLine) error {
	if line.Seq <= s.last {
		return nil
	}
	s.last = line.Seq
	if !s.hears(line) {
		return nil
	}
	data, err := json.Marshal(Event{line.Calendar, line.Subject, line.Post, line.Status, line.Revision})
	if err != nil {
		return fmt.Errorf("encode an event: %w", err)
	}
	return s.write(fmt.Sprintf("id: %d\nevent: %s\ndata: %s\n\n", line.Seq, line.Action, data))
}

// tellCount tells how much the caller has not read, where that has changed.
func (s *stream) tellCount(ctx context.Context) (goOn bool, err error) {
	count, err := s.api.unreadOf(ctx, s.who)
	if err != nil || count == s.count {
		return true, err
	}
	s.count = count
	data, err := json.Marshal(count)
	if err != nil {
		return false, fmt.Errorf("encode a count: %w", err)
	}
	return s.write(fmt.Sprintf("event: notices\ndata: %s\n\n", data)) == nil, nil
}

// hears tells whether a line is for the listener: of a calendar that they
// read, or of the instance and they own it.
func (s *stream) hears(line editorial.AuditLine) bool {
	switch {
	case s.only != "" && line.Calendar != s.only:
		return false
	case !s.who.alive(s.api.now()):
		return false
	case line.Calendar == "":
		return s.who.owns(editorial.Audit)
	}
	return s.who.may(line.Calendar, editorial.Read)
}

func (s *stream) write(text string) error {
	_ = s.line.SetWriteDeadline(time.Now().Add(writeLimit)) // a recorder in a test has no deadlines
	if _, err := io.WriteString(s.out, text); err != nil {
		return err
	}
	return s.line.Flush()
}

// missed reads lines of all chains after a sequence number.
func (h *hub) missed(ctx context.Context, after int64) ([]editorial.AuditLine, error) {
	h.mu.Lock()
	chains, err := h.chains(ctx)
	h.mu.Unlock()
	if err != nil {
		return nil, err
	}
	return h.store.ListAudit(ctx, store.AuditFilter{Calendars: chains, Instance: true, After: after}, batch)
}
