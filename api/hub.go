package api

import (
	"context"
	"maps"
	"slices"
	"sync"

	"github.com/rs/zerolog"

	"parution.dev/editorial"
	"parution.dev/store"
)

const (
	maxListeners = 1000 // streams at once
	maxStreams   = 10   // of one token
	backlog      = 256  // lines that a slow listener may be behind
	batch        = 500  // lines read at a time
)

// hub reads the record once for all event streams. It works while somebody
// listens.
type hub struct {
	store     *store.Store
	log       zerolog.Logger
	stopping  <-chan struct{}
	mu        sync.Mutex
	listeners map[*listener]bool
	known     map[editorial.CalendarID]bool
	last      int64              // sequence number of the line told last
	stop      context.CancelFunc // of the reading; nil while nobody listens
}

// listener is one stream. Its channel is closed when it fell behind, or when
// there is nothing more to come.
type listener struct {
	seat       seatID
	lines      chan editorial.AuditLine
	gatherings chan gathering
}

func newHub(cfg Config) *hub {
	return &hub{store: cfg.Store, log: cfg.Log, stopping: cfg.Stopping, listeners: map[*listener]bool{}, known: map[editorial.CalendarID]bool{}}
}

// join adds a listener, and returns the sequence number after which it is
// told every line.
func (h *hub) join(ctx context.Context, seat seatID) (*listener, int64, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if err := h.room(seat.token); err != nil {
		return nil, 0, err
	}
	if h.stop == nil {
		if err := h.start(ctx); err != nil {
			return nil, 0, err
		}
	}
	l := &listener{seat: seat, lines: make(chan editorial.AuditLine, backlog), gatherings: make(chan gathering, backlog)}
	h.listeners[l] = true
	return l, h.last, nil
}

// room refuses a stream too many, or one that would end at once.
func (h *hub) room(token editorial.TokenID) error {
	select {
	case <-h.stopping:
		return editorial.Refuse(editorial.Unavailable, codeNotReady)
	default:
	}
	own := 0
	for l := range h.listeners {
		if l.seat.token == token {
			own++
		}
	}
	if own >= maxStreams || len(h.listeners) >= maxListeners {
		return editorial.Refuse(editorial.TooMany, codeTooManyStreams)
	}
	return nil
}

// leave takes a listener out, and tells whether its seat has another stream;
// with the last one the reading ends.
func (h *hub) leave(l *listener) (another bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.cut(l)
	for other := range h.listeners {
		another = another || other.seat == l.seat
	}
	if len(h.listeners) == 0 && h.stop != nil {
		h.stop()
		h.stop = nil
	}
	return another
}

// cut ends a listener's stream. The lock is held.
func (h *hub) cut(l *listener) {
	if h.listeners[l] {
		delete(h.listeners, l)
		close(l.lines)
	}
}

// start begins to read the record, from its present end on. The lock is held.
func (h *hub) start(ctx context.Context) error {
	changed, unsubscribe := h.store.Subscribe() // before the end is read: no line falls between
	chains, err := h.chains(ctx)
	if err == nil {
		h.last, err = h.newest(ctx, chains)
	}
	if err != nil {
		unsubscribe()
		return err
	}
	reading, cancel := context.WithCancel(context.WithoutCancel(ctx))
	h.stop = cancel
	go func() {
		defer unsubscribe()
		if err := h.follow(reading, changed); err != nil && reading.Err() == nil {
			h.log.Error().Err(err).Msg("event streams end: the record cannot be read")
		}
		h.end(reading)
	}()
	return nil
}

// end cuts every listener of a reading that failed, or of a daemon that stops:
// their readers come back with Last-Event-ID.
func (h *hub) end(reading context.Context) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if reading.Err() != nil {
		return // nobody listened any more; another reading may have begun
	}
	for l := range h.listeners {
		h.cut(l)
	}
	h.stop()
	h.stop = nil
}

// follow tells the lines of the record until the reading is cancelled, the
// daemon stops, or the record cannot be read.
func (h *hub) follow(reading context.Context, changed <-chan struct{}) error {
	for {
		select {
		case <-reading.Done():
			return nil
		case <-h.stopping:
			return nil
		case <-changed:
		}
		if err := h.catchUp(reading); err != nil {
			return err
		}
	}
}

// chains names every calendar: each has its chain in the record. The hub keeps
// the archived ones in mind that it has known in use.
func (h *hub) chains(ctx context.Context) ([]editorial.CalendarID, error) {
	calendars, err := all(func(p store.Page) ([]editorial.Calendar, string, error) {
		return h.store.ListCalendars(ctx, nil, p)
	})
	for _, calendar := range calendars {
		h.known[calendar.ID] = true
	}
	return slices.Collect(maps.Keys(h.known)), err
}

// newest is the sequence number of the record's last line.
func (h *hub) newest(ctx context.Context, chains []editorial.CalendarID) (int64, error) {
	lines, err := h.store.ListAudit(ctx, store.AuditFilter{Calendars: chains, Instance: true, Latest: true}, 1)
	if err != nil || len(lines) == 0 {
		return 0, err
	}
	return lines[0].Seq, nil
}

// catchUp tells every line that was not told yet.
func (h *hub) catchUp(ctx context.Context) error {
	for {
		lines, err := h.unread(ctx)
		if err != nil {
			return err
		}
		h.tell(lines)
		if len(lines) < batch {
			return nil
		}
	}
}

func (h *hub) unread(ctx context.Context) ([]editorial.AuditLine, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	chains, err := h.chains(ctx)
	if err != nil {
		return nil, err
	}
	return h.store.ListAudit(ctx, store.AuditFilter{Calendars: chains, Instance: true, After: h.last}, batch)
}

// tell hands lines to every listener. Who is too far behind is cut.
func (h *hub) tell(lines []editorial.AuditLine) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, line := range lines {
		h.last = line.Seq
		for l := range h.listeners {
			select {
			case l.lines <- line:
			default:
				h.cut(l)
			}
		}
	}
}

// show hands a gathering to every listener. Who is too far behind is cut.
func (h *hub) show(g gathering) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for l := range h.listeners {
		select {
		case l.gatherings <- g:
		default:
			h.cut(l)
		}
	}
}
