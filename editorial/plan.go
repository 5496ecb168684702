package editorial

import "time"

// plan brings the post's deliveries in line with what the post now says. It is
// the end of every change that a person makes.
func (p *Post) plan(desk Desk) {
	for _, id := range p.Content.Channels {
		if p.Delivery(id) == nil {
			p.Deliveries = append(p.Deliveries, Delivery{
				ID: NewID[DeliveryID]("dlv"), Post: p.ID, Calendar: p.Calendar, Channel: id,
				Platform: desk.Channels[id].Platform, State: Planned,
			})
		}
	}
	for i := range p.Deliveries {
		p.planOne(&p.Deliveries[i], desk)
		p.Deliveries[i].lookAgain(desk.Now)
	}
}

// planOne plans one delivery. What is out, may be out, or was dropped by a
// person stays as it is.
func (p *Post) planOne(d *Delivery, desk Desk) {
	switch {
	case d.heard() || d.State == Dropped:
		return
	case !p.Content.Has(d.Channel):
		d.drop()
		return
	}
	due := p.dueOf(d)
	if !due.Equal(d.Due) {
		stopped := d.Stopped && !due.After(desk.Now) // on the wire when it was moved, and held over its new time too
		d.reopen()
		d.Stopped = stopped
		d.lookAhead(due)
	}
	waits := d.Tries > 0 && d.Holder == "" // as the platform asked
	d.Due, d.Tolerance = due, p.lateness(desk.Calendar)
	d.Holder, d.Lease = "", time.Time{}
	revision, leaves := p.Leaving(d.Channel, desk.Calendar, desk.Channels)
	switch {
	case due.IsZero() || !leaves:
		d.State, d.Next, d.Holds = Planned, time.Time{}, nil
	case d.State == Held:
		d.Next = desk.Now
	case d.State == Planned:
		d.Stopped = d.Stopped || due.Before(desk.Now) // its approval came back too late to let it go by itself
		d.schedule(due.Add(-p.lead(revision, d.Channel, desk.Channels)))
	case d.State == Scheduled && !waits:
		d.schedule(due.Add(-p.lead(revision, d.Channel, desk.Channels)))
	}
}

// dueOf is the instant of a delivery. Where the zone data at hand no longer
// knows its zone, the instant that was worked out before stands.
func (p *Post) dueOf(d *Delivery) time.Time {
	when := p.TimeOf(d.Channel)
	if due := when.instant(); !due.IsZero() || when.IsZero() {
		return due
	}
	return d.Due
}

func (d *Delivery) schedule(next time.Time) { d.State, d.Next, d.Holds = Scheduled, next, nil }

// drop takes the channel out.
func (d *Delivery) drop() {
	d.State, d.Next, d.Holds = Dropped, time.Time{}, nil
	d.Holder, d.Lease = "", time.Time{}
}

// Leaving is the revision that may leave on a channel: the current one where
// the approval covers it, or the approved one where the post waits for a new
// approval under release_approved.
func (p *Post) Leaving(channel ChannelID, calendar Calendar, channels Channels) (int, bool) {
	switch {
	case p.Approval == nil || p.State != Approved && p.State != InReview || !p.Content.Has(channel):
		return 0, false
	case p.Approval.covers(p, channels[channel]):
		return p.Revision, true
	case p.until(calendar) == UntilRelease && p.Approval.Hashes[channel] != "" && p.Approval.sawTime(p, channel):
		return p.Approval.Revision, true
	}
	return 0, false
}

// RevisionFor is the revision that a delivery would send now: the pinned one
// once anything may have been heard, else the one that may leave, else the
// current one, which the gate then refuses.
func (p *Post) RevisionFor(d *Delivery, calendar Calendar, channels Channels) int {
	if d.heard() {
		return d.Revision
	}
	if revision, ok := p.Leaving(d.Channel, calendar, channels); ok {
		return revision
	}
	return p.Revision
}

// lead is how long before its instant the releaser must look at a delivery,
// to have its media uploaded in time. What another revision than the current one
// shows is not known here: it is looked at as early as if it had pictures.
func (p *Post) lead(revision int, channel ChannelID, channels Channels) time.Duration {
	if limits := channels[channel].Limits; revision != p.Revision || needsPreparing(p.Content.Parts(channel)[0], limits) {
		return limits.Lead
	}
	return 0
}

func needsPreparing(first Part, limits Limits) bool {
	return limits.Lead > 0 && (len(first.Media) > 0 || first.Link != nil && first.Link.Thumbnail != nil)
}
