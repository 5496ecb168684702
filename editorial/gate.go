package editorial

import "time"

// Hold is one reason why a due post may not leave now.
type Hold struct {
	Code   Code
	Person bool      // a person stopped it: it never leaves by itself afterwards
	About  string    // what stands in the way: the id of a pause, a channel, a file; a link
	Until  time.Time // when it ends by itself, where that is known
	Reason string    // what people said of it, where they did; where a link leads now
}

// Case is everything the gate looks at.
type Case struct {
	Post     *Post
	Delivery *Delivery
	Calendar Calendar
	Channels Channels // at least the delivery's own
	Content  Content  // of the revision that would be sent
	Approved *Content // of the approved revision, where what would be sent is a touch-up of it
	Revision int
	Pauses   []Pause // all that were active at some moment since the due instant
	Traffic  Traffic
	Missing  []MediaID       // media of the content whose files are not there
	Damaged  []MediaID       // media of the content whose files are not what was brought in
	Shown    map[int]Content // of the revisions that a post that is out shows
	Now      time.Time
	Jumped   bool  // the wall clock has just run ahead: a lease that it ended may still be under way
	Terms    Terms // none: the usual ones
}

// Gate says what stops a delivery from leaving now, all reasons together; none
// means that it may leave. It runs inside the claim's transaction. Lateness is
// not its matter: a late delivery is missed, not held.
func Gate(c Case) []Hold {
	holds := c.approvalHolds()
	holds = append(holds, c.personHolds()...)
	holds = append(holds, c.ruleHolds()...)
	holds = append(holds, c.channelHolds()...)
	return append(holds, c.linkHolds()...)
}

// approvalHolds compares what would be sent with what was signed. A thread that
// has begun is finished as it began.
func (c Case) approvalHolds() []Hold {
	channel := c.channel()
	if c.Delivery.begun() {
		if c.Content.HashFor(channel) != c.Delivery.Hash {
			return []Hold{{Code: CodeAccountChanged, About: string(channel.ID)}}
		}
		return nil
	}
	if holds := c.signatureHolds(); len(holds) > 0 {
		return holds
	}
	if !c.Post.Approval.sawTime(c.Post, channel.ID) {
		return []Hold{{Code: CodeTimeNotApproved, Person: true}}
	}
	return nil
}

// signatureHolds say why nobody has signed the content for the account.
func (c Case) signatureHolds() []Hold {
	channel, a := c.channel(), c.Post.Approval
	if a == nil || a.Hashes[channel.ID] == "" || c.Post.State != Approved && c.Post.State != InReview {
		return []Hold{{Code: CodeNotApproved, Person: true}}
	}
	if a.Accounts[channel.ID] != channel.RemoteID {
		return []Hold{{Code: CodeAccountChanged, About: string(channel.ID)}}
	}
	if code := c.unsigned(a, channel); code != "" {
		return []Hold{{Code: code, Person: true}}
	}
	return nil
}

// unsigned says why the approval does not stand for what would be sent: it is
// neither what was approved nor a touch-up on record, or that touch-up is not,
// measured once more, inside the margin that allowed it.
func (c Case) unsigned(a *Approval, channel Channel) Code {
	hash, signed := c.Content.HashFor(channel), a.Hashes[channel.ID]
	if hash == signed {
		return ""
	}
	touched, ok := a.touchUp(channel.ID, hash)
	switch {
	case !ok:
		return CodeNotApproved
	case c.Approved == nil || c.Approved.HashFor(channel) != signed:
		return CodeBeyondMargin
	case !NewRuler(a.Revision, *c.Approved).Measure(touched.Margin, c.Content, channel).Inside():
		return CodeBeyondMargin
	}
	return ""
}

// Touched tells whether the gate needs the approved revision beside what would
// be sent. Most posts leave as they were approved, and need no second look.
func (c Case) Touched() bool {
	_, touched := c.Post.Touched(c.channel(), c.Content)
	return touched && !c.Delivery.begun()
}

// personHolds are what people stopped: a hold on the post, a pause now, or a
// pause or hold that covered the instant at which it was due.
func (c Case) personHolds() []Hold {
	var holds []Hold
	if c.Post.State == Archived {
		holds = append(holds, Hold{Code: CodeArchived, Person: true})
	}
	if c.Post.Hold != nil {
		holds = append(holds, Hold{Code: CodeHeldByHand, Person: true})
	}
	stopped, since := c.Delivery.Stopped, c.Delivery.Due
	if a := c.Post.Approval; a != nil && a.atOn(c.Delivery.Channel).After(since) {
		since = a.atOn(c.Delivery.Channel) // whoever approved it after its time said that it leaves
	}
	for _, pause := range c.Pauses {
		if !pause.Covers(c.Post, c.Delivery.Channel) {
			continue
		}
		if pause.Active(c.Now) {
			holds = append(holds, Hold{Code: CodePaused, Person: true, About: string(pause.ID), Until: pause.Until})
		}
		stopped = stopped || pause.stopped(since, c.Now)
	}
	if stopped && len(holds) == 0 && !c.Delivery.begun() {
		holds = append(holds, Hold{Code: CodeTimePassedWhileStopped, Person: true})
	}
	return holds
}

// channelHolds are what the machine can wait for: a channel to be connected
// again, media to be there, limits to be met.
func (c Case) channelHolds() []Hold {
	channel := c.channel()
	var holds []Hold
	switch {
	case !channel.Archived.IsZero() || channel.State == Disconnected:
		holds = append(holds, Hold{Code: CodeChannelGone, About: string(channel.ID)})
	case channel.State == MustConnect || expired(channel.ExpiresAt, c.Now):
		holds = append(holds, Hold{Code: CodeMustConnect, About: string(channel.ID)})
	}
	holds = append(holds, c.restHolds()...)
	if c.Delivery.begun() {
		return holds
	}
	for _, id := range c.Missing {
		holds = append(holds, Hold{Code: CodeMediaMissing, About: string(id)})
	}
	for _, id := range c.Damaged {
		holds = append(holds, Hold{Code: CodeMediaDamaged, About: string(id)})
	}
	for _, problem := range c.Content.exceedsOn(channel, tape{}) {
		holds = append(holds, Hold{Code: problem.Code, About: string(channel.ID)})
	}
	return holds
}

// DueNow is the case as if the delivery came due at this moment.
func (c Case) DueNow() Case {
	due := *c.Delivery
	due.Due, due.Stopped = c.Now, false
	c.Delivery = &due
	return c
}

func (c Case) channel() Channel { return c.Channels[c.Delivery.Channel] }

func expired(at, now time.Time) bool { return !at.IsZero() && !now.Before(at) }
