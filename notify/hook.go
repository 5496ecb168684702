package notify

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"time"

	"parution.dev/editorial"
)

// HookMessages reads what dispatches to hooks tell.
type HookMessages interface {
	GetHookMessage(ctx context.Context, d editorial.Dispatch) (editorial.HookMessage, error)
}

// Hooks carries what happens to the programs of a calendar, as Standard
// Webhooks 1.0.0 says. The client is the guarded one: it reaches no private
// address and follows nobody elsewhere.
type Hooks struct {
	Client   *http.Client
	Messages HookMessages
	Now      func() time.Time
}

// hookTime is how long a receiver may take to answer.
const hookTime = 20 * time.Second

// maxAnswer is how much of an answer is read: nothing in it matters.
const maxAnswer = 4 << 10

// Ways implements Carrier.
func (Hooks) Ways() []editorial.Outlet { return []editorial.Outlet{editorial.OutletHook} }

// Carry implements Carrier.
func (h Hooks) Carry(ctx context.Context, d editorial.Dispatch) error {
	m, err := hookMessage(ctx, h.Messages, d)
	if err != nil {
		return err
	}
	body, err := json.Marshal(newEvent(m))
	if err != nil {
		return fmt.Errorf("write an event: %w", err)
	}
	header := http.Header{"Content-Type": {"application/json"}}
	if err := sign(header, m.Hook.Secrets(h.Now()), d.Message(), h.Now(), body); err != nil {
		return &Trouble{Verdict: editorial.Never, Code: "bad_secret", Message: "the hook’s secret cannot be read; give it a new one", Err: err}
	}
	return post(ctx, h.Client, m.Hook.URL, header, body, h.Now())
}

// hookMessage reads what a dispatch tells. A hook that is no more has nothing
// to be told.
func hookMessage(ctx context.Context, from HookMessages, d editorial.Dispatch) (editorial.HookMessage, error) {
	m, err := from.GetHookMessage(ctx, d)
	if editorial.IsKind(err, editorial.NotFound) {
		return m, nothingToSay{}
	}
	if err != nil {
		return m, fmt.Errorf("read what a hook is told: %w", err)
	}
	if m.Hook.URL.IsZero() {
		return m, &Trouble{Verdict: editorial.Never, Code: "bad_secret", Message: "the hook’s address cannot be read: it was sealed with another key"}
	}
	return m, nil
}

// event is a line of the record, as a program hears it: the same over every
// try.
type event struct {
	Type      string    `json:"type"` // the action
	Timestamp time.Time `json:"timestamp"`
	Data      eventData `json:"data"`
}

type eventData struct {
	Seq      int64                `json:"seq"`
	Calendar editorial.CalendarID `json:"calendar"`
	By       eventActor           `json:"by"`
	Subject  string               `json:"subject"`
	Post     editorial.PostID     `json:"post"`
	Title    string               `json:"title"`
	Status   editorial.Status     `json:"status"`
	Revision int                  `json:"revision"`
	Note     string               `json:"note"`
	Detail   string               `json:"detail"`
}

type eventActor struct {
	Member editorial.MemberID `json:"member"`
	Name   string             `json:"name"`
}

func newEvent(m editorial.HookMessage) event {
	l := m.Line
	return event{
		Type: l.Action, Timestamp: l.At.UTC(),
		Data: eventData{
			Seq: l.Seq, Calendar: l.Calendar, By: eventActor{l.Actor.Member, l.Actor.Name}, Subject: l.Subject, Post: l.Post, Title: m.Title,
			Status: l.Status, Revision: l.Revision, Note: l.Note, Detail: l.Detail,
		},
	}
}

// post sends a body to an address. No error repeats the address: it may hold a
// secret.
func post(ctx context.Context, client *http.Client, to editorial.Secret, header http.Header, body []byte, now time.Time) error {
	ctx, cancel := context.WithTimeout(ctx, hookTime)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, to.Reveal(), bytes.NewReader(body))
	if err != nil {
		return &Trouble{Verdict: editorial.Never, Code: "bad_url", Message: "the address cannot be called"}
	}
	request.Header, request.GetBody = header, nil
	answer, err := client.Do(request)
	if err != nil {
		return notReached(err)
	}
	defer func() { _ = answer.Body.Close() }()
	_, _ = io.Copy(io.Discard, io.LimitReader(answer.Body, maxAnswer))
	return answered(answer, now)
}

// notReached says why there was no answer, and what to do where it is ours: the
// guarded client calls no private address.
func notReached(err error) *Trouble {
	t := &Trouble{Verdict: editorial.Later, Code: "not_reached", Message: "the receiver could not be reached, or did not answer", Err: unaddressed(err)}
	var guarded interface{ AddressRefused() bool }
	if errors.As(err, &guarded) && guarded.AddressRefused() {
		t.Code, t.Message = "address_refused", "the address is private, or not https, and was not called; whoever runs Parution can allow its network (PARUTION_ALLOW_PRIVATE)"
	}
	return t
}

// answered reads a status. What is no 2xx is tried again, as the standard
// says: a receiver that was set up wrongly is mended by somebody.
func answered(answer *http.Response, now time.Time) error {
	t := &Trouble{
		Verdict: editorial.Later, Code: "answered_" + strconv.Itoa(answer.StatusCode),
		Message: fmt.Sprintf("the receiver answered with status %d", answer.StatusCode), Wait: retryAfter(answer.Header, now),
	}
	switch {
	case answer.StatusCode >= 200 && answer.StatusCode <= 299:
		return nil
	case answer.StatusCode == http.StatusGone:
		t.Verdict, t.Code, t.Message = editorial.Never, string(editorial.CodeHookGone), "the receiver wants no more messages"
	}
	return t
}

// maxWait bounds what a receiver can ask for.
const maxWait = 24 * time.Hour

func retryAfter(h http.Header, now time.Time) time.Duration {
	value := h.Get("Retry-After")
	if seconds, err := strconv.Atoi(value); err == nil {
		return min(max(0, time.Duration(min(seconds, 1<<20))*time.Second), maxWait)
	}
	if at, err := http.ParseTime(value); err == nil {
		return min(max(0, at.Sub(now)), maxWait)
	}
	return 0
}
