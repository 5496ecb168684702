package editorial

import "time"

// Outlet is how people and programs are told outside the application.
type Outlet string

// The outlets.
const (
	OutletMail       Outlet = "email"
	OutletHook       Outlet = "webhook"
	OutletSlack      Outlet = "slack"     // an incoming webhook
	OutletSlackApp   Outlet = "slack_app" // an app, which people answer
	OutletMattermost Outlet = "mattermost"
)

// DispatchKind says what a dispatch is: a letter of its own, notices of one
// weight, or a digest.
type DispatchKind string

// The kinds. What a member was told goes under its weight.
const (
	KindEvent    DispatchKind = "event" // a line of the record, for a hook
	KindReply    DispatchKind = "reply" // to whoever clicked in a chat
	KindAlarm    DispatchKind = "alarm"
	KindDuty     DispatchKind = "duty"
	KindNews     DispatchKind = "news"
	KindDaily    DispatchKind = "daily"
	KindWeekly   DispatchKind = "weekly"
	KindInvite   DispatchKind = "invitation"
	KindReset    DispatchKind = "password_reset"
	KindPassword DispatchKind = "password_changed"
	KindCode     DispatchKind = "client_code"
)

// DispatchState is where a dispatch stands.
type DispatchState string

// The states.
const (
	DispatchWaiting DispatchState = "waiting"
	DispatchSending DispatchState = "sending"
	DispatchDone    DispatchState = "done"
	DispatchFailed  DispatchState = "failed"  // refused for good, or tried too often
	DispatchDropped DispatchState = "dropped" // nobody wants it any more
)

// Dispatch is one message that leaves the house. It leaves at least once: where
// a crash hides whether it was heard it goes again, under the same id.
type Dispatch struct {
	ID       DispatchID
	Way      Outlet
	Kind     DispatchKind
	Calendar CalendarID // "": the instance's
	Member   MemberID   // whom it is for; "" for a letter to somebody who is none
	To       string     // the address of a letter
	Hook     HookID     // where it goes, in place of a member
	Seq      int64      // of the line of the record that a hook is told of
	AgainOf  DispatchID // the one that a person had sent once more
	Letter   *Letter    // kept until it has left
	State    DispatchState
	Made     time.Time
	Next     time.Time // when it is due; zero: over
	Tries    int
	Holder   string // who is sending it
	Lease    time.Time
	Trouble  Trouble
	Ended    time.Time
}

// Letter is a message to one address that no notice is behind.
type Letter struct {
	Name      string
	Language  Lang
	Link      Secret    // opens a page; acting there is a POST
	Code      Secret    // to be typed in
	ExpiresAt time.Time // of the link, or of the code
	By        string    // who invites
	Calendar  string    // into what
	Text      string    // of a reply; its link is where it goes
}

// Message names what is told, over every try, and when it is sent once more:
// a receiver knows by it what it has heard.
func (d *Dispatch) Message() string {
	if d.AgainOf != "" {
		return string(d.AgainOf)
	}
	return string(d.ID)
}

// DispatchOutcome is what a try came to.
type DispatchOutcome struct {
	Dispatch DispatchID
	Try      int
	Verdict  Verdict // Done, Later or Never
	Wait     time.Duration
	Code     string
	Message  string
	Started  time.Time
	Ended    time.Time
}

// DispatchTry is one try, as the log keeps it.
type DispatchTry struct {
	Number  int
	Verdict Verdict // "": it is under way, or its daemon died
	Code    string
	Message string
	Started time.Time
	Ended   time.Time
}

// DispatchLease is how long a try may take: after it another one begins.
const DispatchLease = 3 * time.Minute

// Claim takes a dispatch for a try.
func (d *Dispatch) Claim(holder string, now time.Time) {
	d.State, d.Holder, d.Lease, d.Next = DispatchSending, holder, now.Add(DispatchLease), now.Add(DispatchLease)
	d.Tries++
}

// Settle says what becomes of a dispatch after a try; false where the try is
// no longer the one that counts.
func (d *Dispatch) Settle(o DispatchOutcome) bool {
	if d.State != DispatchSending || d.Tries != o.Try {
		return false
	}
	d.Holder, d.Lease = "", time.Time{}
	if o.Verdict == Done {
		d.Trouble = Trouble{}
		d.end(DispatchDone, o.Ended)
		return true
	}
	d.Trouble = Trouble{Code: o.Code, Message: o.Message, At: o.Ended}
	delays := d.Way.delays()
	if o.Verdict == Never || d.Tries > len(delays) {
		d.end(DispatchFailed, o.Ended)
		return true
	}
	d.State, d.Next = DispatchWaiting, o.Ended.Add(max(delays[d.Tries-1], o.Wait))
	return true
}

// Drop ends a dispatch that nobody wants any more.
func (d *Dispatch) Drop(now time.Time) { d.end(DispatchDropped, now) }

func (d *Dispatch) end(state DispatchState, at time.Time) {
	d.State, d.Next, d.Ended, d.Letter = state, time.Time{}, at, nil
	d.Holder, d.Lease = "", time.Time{}
}

// delays are how long each try after the first waits for the one before it.
func (o Outlet) delays() []time.Duration {
	switch o {
	case OutletMail:
		return []time.Duration{time.Minute, 5 * time.Minute, 20 * time.Minute, time.Hour, 3 * time.Hour, 8 * time.Hour, 12 * time.Hour, 24 * time.Hour}
	case OutletHook, OutletSlack, OutletSlackApp, OutletMattermost: // as Standard Webhooks recommends
		return []time.Duration{
			5 * time.Second, 5 * time.Minute, 30 * time.Minute, 2 * time.Hour, 5 * time.Hour, 10 * time.Hour, 14 * time.Hour, 20 * time.Hour, 24 * time.Hour,
		}
	}
	return nil
}
