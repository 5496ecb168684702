package editorial

import (
	"cmp"
	"hash/fnv"
	"time"
)

// Outcome is what one claimed step came to.
type Outcome struct {
	Delivery DeliveryID
	Attempt  int
	Key      string
	Step     Step
	Verdict  Verdict
	Account  string        // the remote id of the account that was called
	Channel  int64         // the version of the channel that it was called by
	Strain   Strain        // what the call said about it
	Wait     time.Duration // with Later: not before this has passed
	Code     string
	Message  string
	Receipt  Receipt // of a published part, or one that a look found
	Absence  Absence // of a look that found nothing
	Spent    bool    // with Later or Reconnect: the server keeps this answer under the key, so that the next try needs another
	Lost     bool    // with Later: what was prepared is no longer there
	Honoured bool    // the account's server drops a repeated key, and still knows this one
	Prepared []byte  // of a preparation; of one that failed, what was done of it
	Started  time.Time
	Ended    time.Time
}

// Settlement says what settling an outcome changed beyond the delivery.
type Settlement struct {
	Accepted  bool   // false: the delivery is no longer this attempt's
	Event     string // for the record; "" where nothing is worth a line
	Reconnect bool   // the channel's credentials were refused
	Account   string // what people should hear of the account; "" nothing
}

// maxTries bounds the repeats of a call that is surely not sent, for a thread
// that has begun and so has no deadline, and of looks that fail.
const maxTries = 30

// Settle writes down what a step came to. A receipt is always believed, even
// from a sender that was given up; anything else counts only from the attempt
// that still has the delivery.
func (d *Delivery) Settle(o Outcome, policy Policy, terms Terms) Settlement {
	part := d.current()
	receipt := part != nil && part.Key == o.Key && o.Verdict == Done && o.Step != StepPrepare && o.Receipt.RemoteID != ""
	if part == nil || !receipt && (d.Attempt != o.Attempt || d.Holder == "") {
		return d.stray(o)
	}
	terms = terms.OrUsual()
	d.Holder, d.Lease = "", time.Time{}
	var s Settlement
	switch {
	case receipt:
		s = d.advance(part, o)
	case o.Step == StepPrepare:
		s = d.prepared(part, o)
	case o.Step == StepLook:
		s = d.looked(part, o, policy, terms.Looks)
	default:
		s = d.answered(part, o, terms.Looks)
	}
	s.Accepted = true
	return s
}

// wait is how long the platform asks to be left alone. Nobody can take that
// back, so it is bounded: what names another year is a slip, and after the
// longest tolerance there is one call to see whether it still says so.
func (o Outcome) wait() time.Duration { return min(o.Wait, MaxLateness) }

// Detail is what the record says beside the event: why, or where to look.
func (s Settlement) Detail(o Outcome) string {
	if s.Event == EventStray {
		return cmp.Or(o.Receipt.URL, o.Receipt.RemoteID)
	}
	return o.Code
}

// stray is a receipt that nobody waits for: the sender was given up, and what
// it was given up for has become something else since. Where the platform
// names another post than the ledger has, people must hear of it.
func (d *Delivery) stray(o Outcome) Settlement {
	if o.Step != StepSend || o.Verdict != Done || o.Receipt.RemoteID == "" {
		return Settlement{}
	}
	for _, part := range d.Parts {
		if part.Receipt.RemoteID == o.Receipt.RemoteID {
			return Settlement{}
		}
	}
	return Settlement{Event: EventStray}
}

// EventStray is the record's word for a post on a platform that the ledger
// does not count: most likely one too many.
const EventStray = "delivery.stray_receipt"

// advance marks the current part as out; the delivery goes on with the next.
// What a look found was out since the call that it looked for.
func (d *Delivery) advance(part *PartSent, o Outcome) Settlement {
	part.State, part.Receipt, part.SentAt = PartPublished, o.Receipt, o.Ended
	if o.Step == StepLook {
		part.SentAt = part.LastHeard
	}
	d.Trouble, d.Tries, d.Looks, d.Resend = Trouble{}, 0, 0, false
	if d.Out.IsZero() {
		d.Out = part.SentAt
	}
	if d.current() != nil {
		d.schedule(o.Ended)
		return Settlement{}
	}
	d.State, d.Next, d.Holds = Published, time.Time{}, nil
	return Settlement{Event: "delivery.published"}
}

// answered settles a publishing call that brought no receipt.
func (d *Delivery) answered(part *PartSent, o Outcome, looks []time.Duration) Settlement {
	if d.Resend {
		return d.repeated(part, o)
	}
	switch o.Verdict {
	case Later:
		part.unsent(o)
		if o.Lost {
			part.Prepared, part.PreparedAt = nil, time.Time{}
		}
		d.trouble(o)
		return d.again(part, o)
	case Never:
		return d.fail(part, o)
	case Reconnect:
		part.unsent(o)
		d.trouble(o)
		d.holdBack([]Hold{{Code: CodeMustConnect, About: string(d.Channel)}}, o.Ended)
		return Settlement{Event: "delivery.held", Reconnect: true}
	case Unknown, Done: // Done without a receipt is no proof
	}
	d.unsure(o.Code, o.Message, o.Ended, o.Ended.Add(looks[0]))
	return Settlement{Event: "delivery.unknown"}
}

// repeated settles a repeat, with its key, of a call that may have been heard.
// A refusal of the repeat says nothing about the first call. Before another
// repeat comes another look, for the server forgets keys after a while.
func (d *Delivery) repeated(part *PartSent, o Outcome) Settlement {
	d.Tries++
	part.State, d.State = PartUnsure, Unsure
	d.Looks, d.Resend = 0, false
	d.trouble(o)
	switch o.Verdict {
	case Later, Unknown:
		d.Next = o.Ended.Add(max(o.wait(), d.backoff()))
		return Settlement{}
	case Never, Reconnect, Done:
	}
	return d.ask(Settlement{Reconnect: o.Verdict == Reconnect})
}

// ask leaves an unclear outcome to a person.
func (d *Delivery) ask(s Settlement) Settlement {
	d.Next, s.Event = time.Time{}, EventNeedsAnswer
	return s
}

// EventNeedsAnswer is the record's word for an unclear outcome that only a
// person can clear up.
const EventNeedsAnswer = "delivery.needs_answer"

// unsent takes back the last call: it surely was not heard. An earlier one
// whose outcome was unclear still counts, and so does the time of the key.
func (p *PartSent) unsent(o Outcome) {
	p.State = PartWaiting
	if !p.FirstHeard.Equal(p.LastHeard) {
		return
	}
	p.FirstHeard, p.LastHeard = time.Time{}, time.Time{}
	if o.Spent {
		p.Key, p.KeyAt = newKey(), o.Ended
	}
}

// again waits and tries again with the same key, unless the wait is known to
// end after the deadline.
func (d *Delivery) again(part *PartSent, o Outcome) Settlement {
	part.State = PartWaiting
	d.Looks = 0
	d.Tries++
	at := o.Ended.Add(max(o.wait(), d.backoff()))
	switch {
	case !d.begun() && at.After(d.deadline()):
		code, message := CodeTooLateNow, d.Trouble.Message
		if o.Wait > 0 {
			code = CodeWaitTooLong
		}
		d.miss(code, o.Ended)
		d.Trouble.Message = message
		return Settlement{Event: "delivery.missed"}
	case d.begun() && d.Tries >= maxTries:
		return d.fail(part, o)
	}
	d.State, d.Next = Scheduled, at
	return Settlement{}
}

func (d *Delivery) backoff() time.Duration { return backoff(string(d.ID), d.Tries) }

// backoff doubles from two seconds to five minutes, give or take a fifth. The
// share is the row's own, so that many that fail together do not come back
// together.
func backoff(id string, tries int) time.Duration {
	wait := min(2*time.Second<<min(tries-1, 8), 5*time.Minute)
	h := fnv.New32a()
	_, _ = h.Write([]byte(id[max(0, len(id)-10):])) // the random end of it
	_, _ = h.Write([]byte{byte(tries)})
	share := float64(h.Sum32()%1000)/1000*0.4 - 0.2
	return wait + time.Duration(share*float64(wait))
}

// fail ends the delivery: the platform refused the part for good. A retry is a
// new request, so it gets a new key.
func (d *Delivery) fail(part *PartSent, o Outcome) Settlement {
	part.State, part.Key, part.KeyAt = PartFailed, newKey(), o.Ended
	part.FirstHeard, part.LastHeard = time.Time{}, time.Time{}
	part.Prepared, part.PreparedAt = nil, time.Time{}
	d.trouble(o)
	d.State, d.Next = Failed, time.Time{}
	return Settlement{Event: "delivery.failed"}
}

func (d *Delivery) trouble(o Outcome) {
	d.Trouble = Trouble{Code: o.Code, Message: o.Message, At: o.Ended}
}

// unsure writes down that a call may have been heard, and when to look first.
func (d *Delivery) unsure(code, message string, now, look time.Time) {
	if part := d.current(); part != nil {
		part.State = PartUnsure
	}
	d.State, d.Looks, d.Resend = Unsure, 0, false
	d.Holder, d.Lease = "", time.Time{}
	d.Trouble = Trouble{Code: code, Message: message, At: now}
	d.Next = look
}

// prepared settles an upload. It can be repeated at will, so whatever is not a
// refusal is tried again, and goes on where it was left.
func (d *Delivery) prepared(part *PartSent, o Outcome) Settlement {
	if o.Verdict == Done || len(o.Prepared) > 0 {
		part.Prepared = o.Prepared
	}
	switch o.Verdict {
	case Done:
		part.PreparedAt = o.Ended
		d.Tries, d.Trouble = 0, Trouble{}
		d.Next = o.Ended
		if d.Due.After(o.Ended) {
			d.Next = d.Due
		}
		return Settlement{}
	case Never:
		return d.fail(part, o)
	case Reconnect:
		d.trouble(o)
		d.holdBack([]Hold{{Code: CodeMustConnect, About: string(d.Channel)}}, o.Ended)
		return Settlement{Event: "delivery.held", Reconnect: true}
	case Later, Unknown:
	}
	d.trouble(o)
	return d.again(part, o)
}

// looked settles a read-back that found nothing, or failed. After a restore a
// key that nobody has used proves nothing, neither by its absence nor by being
// honoured: the post may have left with another.
func (d *Delivery) looked(part *PartSent, o Outcome, policy Policy, looks []time.Duration) Settlement {
	restored := d.Trouble.Code == codeRestored
	switch {
	case o.Verdict != Done:
		return d.lookFailed(o)
	case restored && o.Absence != Likely:
		return d.ask(Settlement{})
	case o.Absence == Sure:
		return d.again(part, o)
	case o.Honoured && !restored && d.Trouble.Code != codeSetBack:
		d.Resend, d.Next = true, o.Ended
		return Settlement{}
	case o.Absence == Unknowable:
		return d.ask(Settlement{})
	}
	policy.ResendWhenLikely = policy.ResendWhenLikely && !restored
	return d.likelyAbsent(part, o, policy, looks)
}

// lookFailed looks again later: a look that failed says nothing about the
// part. A person is asked where looking is refused, or never comes to an end.
func (d *Delivery) lookFailed(o Outcome) Settlement {
	d.Tries++
	d.Next = o.Ended.Add(max(o.wait(), d.backoff()))
	s := Settlement{Reconnect: o.Verdict == Reconnect}
	if o.Verdict == Never || d.Tries >= maxTries {
		return d.ask(s)
	}
	return s
}

// likelyAbsent counts a look at a listing that does not show the part. Listings
// lag, so however late a look comes, or a clock that ran ahead says it does,
// half of the agreed time lies before the next.
func (d *Delivery) likelyAbsent(part *PartSent, o Outcome, policy Policy, looks []time.Duration) Settlement {
	d.Looks++
	late := !d.begun() && o.Ended.After(d.deadline())
	switch {
	case d.Looks < len(looks):
		d.Next = d.Trouble.At.Add(looks[d.Looks])
		if soonest := o.Ended.Add((looks[d.Looks] - looks[d.Looks-1]) / 2); soonest.After(d.Next) {
			d.Next = soonest
		}
		return Settlement{}
	case policy.ResendWhenLikely && !late:
		return d.again(part, o)
	}
	return d.ask(Settlement{})
}
