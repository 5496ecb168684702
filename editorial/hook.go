package editorial

import (
	"crypto/rand"
	"encoding/base64"
	"slices"
	"time"
)

// Hook is an address that hears what happens in a calendar: a program, or a
// room of a chat.
type Hook struct {
	ID        HookID
	Calendar  CalendarID // "": it hears what is of no calendar
	Way       Outlet
	Name      string
	Host      string   // of the address, which may hold a secret
	Events    []string // of the record; with a * at its end, of all that begin so; none: what its way usually hears
	URL       Secret
	Secret    Secret // that messages are signed with; of an app, that it signs what people click with; an incoming webhook has none
	Token     Secret // of an app, that it speaks with
	Room      string // of an app, where it speaks
	OldSecret Secret // that they are signed with too, while the receiver changes over
	OldUntil  time.Time
	Failing   time.Time // since when nothing came through; zero: the last message did
	Disabled  time.Time // zero: it is told
	Why       Code      // it is not
	Created   time.Time
	Version   int64
}

// The bounds of what can be chosen.
const (
	MaxHooks      = 20 // of a calendar
	MaxHookEvents = 50
)

// RotationTime is how long messages are signed with the secret before, too.
const RotationTime = 24 * time.Hour

// FailingTime is how long nothing must come through before a hook is disabled:
// longer than a message is tried for.
const FailingTime = 5 * 24 * time.Hour

// EventHookTested is the record's word for a test, which its hook alone hears.
const (
	EventHookTested   = "hook.tested"
	EventHookDisabled = "hook.disabled"
)

// NewHookSecret makes a secret to sign with, as Standard Webhooks writes one.
func NewHookSecret() Secret {
	key := make([]byte, 32)
	_, _ = rand.Read(key) // never fails
	return NewSecret("whsec_" + base64.StdEncoding.EncodeToString(key))
}

// Wants tells whether a hook hears a line of the record. Programs usually hear
// everything, rooms what somebody must know or do.
func (h *Hook) Wants(line AuditLine) bool {
	switch {
	case !h.Disabled.IsZero() || line.Calendar != h.Calendar:
		return false
	case line.Action == EventHookTested:
		return line.Subject == string(h.ID)
	case len(h.Events) > 0:
		return slices.ContainsFunc(h.Events, func(event string) bool {
			return event == line.Action || Topic{Action: event}.covers(line.Action)
		})
	case h.Way == OutletHook:
		return true
	}
	topic, some := TopicOf(line.Action)
	return some && topic.Weight != WeightNews
}

// Secrets are those that a message is signed with.
func (h *Hook) Secrets(now time.Time) []Secret {
	if now.Before(h.OldUntil) && !h.OldSecret.IsZero() {
		return []Secret{h.Secret, h.OldSecret}
	}
	return []Secret{h.Secret}
}

// Rotate gives the hook a new secret. The one before it still signs for a day.
func (h *Hook) Rotate(next Secret, now time.Time) {
	h.OldSecret, h.OldUntil, h.Secret = h.Secret, now.Add(RotationTime), next
}

// Disable has the hook told nothing any more.
func (h *Hook) Disable(why Code, now time.Time) {
	if h.Disabled.IsZero() {
		h.Disabled, h.Why = now, why
	}
}

// Enable has it told again, of what comes.
func (h *Hook) Enable() { h.Disabled, h.Why, h.Failing = time.Time{}, "", time.Time{} }

// Heard takes note of what a message to the hook came to. A receiver that says
// that it wants no more, or that has taken nothing for days, is disabled.
func (h *Hook) Heard(o DispatchOutcome) (disabled bool) {
	if o.Verdict == Done {
		h.Failing = time.Time{}
		return false
	}
	if h.Failing.IsZero() {
		h.Failing = o.Ended
	}
	if !h.Disabled.IsZero() {
		return false
	}
	switch {
	case o.Code == string(CodeHookGone):
		h.Disable(CodeHookGone, o.Ended)
	case o.Ended.Sub(h.Failing) >= FailingTime:
		h.Disable(CodeHookFailing, o.Ended)
	}
	return !h.Disabled.IsZero()
}

// CheckEvents says which events of a hook are none.
func CheckEvents(events []string, at string) []Problem {
	var problems []Problem
	for i, event := range events {
		if !eventShape(event) {
			problems = append(problems, Problem{Code: CodeBadEvent, Pointer: at + pointer(i)})
		}
	}
	return problems
}

// eventShape tells whether a text is written like an action of the record, or
// like the beginning of some.
func eventShape(event string) bool {
	if event == "*" {
		return true
	}
	dots := 0
	for i, r := range event {
		switch {
		case r == '.':
			dots++
		case r == '*' && i == len(event)-1:
		case r == '_', r >= 'a' && r <= 'z':
		default:
			return false
		}
	}
	return dots == 1 && event[0] != '.'
}

// HookMessage is what a dispatch to a hook tells.
type HookMessage struct {
	Hook     Hook
	Line     AuditLine
	Calendar Calendar
	Title    string // of the post
	Revision int    // of the post, where it waits for an approval; 0: it does not
}
