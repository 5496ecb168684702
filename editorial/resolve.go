package editorial

import (
	"maps"
	"time"
)

// DeliveryMove is what a person asks of one delivery.
type DeliveryMove string

// The moves of a delivery.
const (
	MoveRetry   DeliveryMove = "retry"   // let it leave now
	MoveDrop    DeliveryMove = "drop"    // it will not leave
	MoveResolve DeliveryMove = "resolve" // answer an unclear outcome
)

// Resolution is a person's answer to an unclear outcome.
type Resolution string

// The answers.
const (
	ItIsPublished Resolution = "published"     // it is live, at the URL they give
	ItIsNot       Resolution = "not_published" // it is not there
	SendAgain     Resolution = "send_again"    // it is not there, and shall leave now
)

// DeliveryAsked is a move on a delivery with what it says.
type DeliveryAsked struct {
	Move    DeliveryMove
	Outcome Resolution
	URL     string
	Note    string
}

// ApplyDelivery carries out a person's move on one of the post's deliveries.
func (p *Post) ApplyDelivery(id DeliveryID, asked DeliveryAsked, desk Desk) (Lines, error) {
	d := p.deliveryByID(id)
	if d == nil {
		return Lines{}, Refuse(NotFound, CodeNotFound)
	}
	if !desk.By.May.Has(Release) && !(asked.Move == MoveDrop && desk.By.May.Has(Write)) {
		return Lines{}, Refuse(Forbidden, CodeNotPermitted)
	}
	var lines Lines
	var err error
	switch asked.Move {
	case MoveRetry:
		err = p.retry(d, desk)
	case MoveDrop:
		err = d.dropByHand()
	case MoveResolve:
		err = p.resolve(d, asked, desk)
	default:
		err = InvalidAt("/move", CodeUnknownMove)
	}
	if err != nil {
		return Lines{}, err
	}
	p.record(&lines, desk, "delivery."+string(asked.Move))
	lines.Audit[0].Subject, lines.Audit[0].Note = string(d.ID), asked.Note
	lines.Audit[0].Detail = string(asked.Outcome)
	p.finish(&lines, desk)
	return lines, nil
}

func (p *Post) deliveryByID(id DeliveryID) *Delivery {
	for i := range p.Deliveries {
		if p.Deliveries[i].ID == id {
			return &p.Deliveries[i]
		}
	}
	return nil
}

// retry makes a delivery that ended without leaving due now. A thread that has
// begun goes on where it stopped.
func (p *Post) retry(d *Delivery, desk Desk) error {
	if d.State != Missed && d.State != Failed && d.State != Held && d.State != Dropped {
		return Refuse(Conflict, CodeMoveNotPossible)
	}
	if _, leaves := p.Leaving(d.Channel, desk.Calendar, desk.Channels); !leaves && !d.begun() {
		return Refuse(Conflict, CodeNotApproved)
	}
	return p.sendNow(d, desk)
}

func (p *Post) sendNow(d *Delivery, desk Desk) error {
	if part := d.current(); part != nil && part.State != PartPublished {
		part.State = PartWaiting
	}
	d.reopen()
	if d.begun() {
		d.State, d.Next, d.Holds = Scheduled, desk.Now, nil
		return nil
	}
	now, err := WhenAt(desk.Now, desk.Calendar.Zone)
	if err != nil {
		return Refuse(Conflict, CodeMoveNotPossible)
	}
	d.State = Planned
	p.Times = maps.Clone(p.Times)
	if p.Times == nil {
		p.Times = map[ChannelID]When{}
	}
	p.Times[d.Channel] = now
	if p.Approval != nil {
		p.Approval.Times = maps.Clone(p.Approval.Times)
		p.Approval.Times[d.Channel] = now
	}
	return nil
}

func (d *Delivery) dropByHand() error {
	if d.frozen() || d.State == Published || d.State == Dropped {
		return Refuse(Conflict, CodeMoveNotPossible)
	}
	d.State, d.Next, d.Holds = Dropped, time.Time{}, nil
	return nil
}

// resolve takes a person's word for an unclear outcome.
func (p *Post) resolve(d *Delivery, asked DeliveryAsked, desk Desk) error {
	if d.State != Unsure {
		return Refuse(Conflict, CodeMoveNotPossible)
	}
	part := d.current()
	switch asked.Outcome {
	case ItIsPublished:
		if asked.URL == "" {
			return InvalidAt("/url", CodeURLNeeded)
		}
		d.advance(part, Outcome{Receipt: Receipt{RemoteID: part.Receipt.RemoteID, URL: asked.URL}, Ended: part.LastHeard})
		if d.State == Scheduled {
			d.Next = desk.Now
		}
	case ItIsNot:
		d.fail(part, Outcome{Code: "not_published", Message: "a person looked: it is not there", Ended: desk.Now})
	case SendAgain:
		d.absent(part, desk.Now)
		return p.sendNow(d, desk)
	default:
		return InvalidAt("/outcome", CodeUnknownOutcome)
	}
	return nil
}
