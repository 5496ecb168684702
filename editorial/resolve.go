package editorial

import "maps"

// DeliveryMove is what a person asks of one delivery.
type DeliveryMove string

// The moves of a delivery.
const (
	MoveRetry   DeliveryMove = "retry"   // let it leave now
	MoveDrop    DeliveryMove = "drop"    // it will not leave
	MoveResolve DeliveryMove = "resolve" // answer an unclear outcome

	// MoveEditLive changes what is out to the current revision. It is an act
	// towards the platform: see [AskEdit].
	MoveEditLive DeliveryMove = "edit_live"
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
	Move     DeliveryMove
	Revision int // to edit: the one that they looked at
	Outcome  Resolution
	URL      string
	Note     string
}

// ApplyDelivery carries out a person's move on one of the post's deliveries.
func (p *Post) ApplyDelivery(id DeliveryID, asked DeliveryAsked, desk Desk) (Lines, error) {
	if err := desk.Calendar.inUse(); err != nil {
		return Lines{}, err
	}
	d := p.deliveryByID(id)
	if d == nil {
		return Lines{}, Refuse(NotFound, CodeNotFound)
	}
	if !desk.By.May.Has(Release) && !(asked.Move == MoveDrop && desk.By.May.Has(Write)) {
		return Lines{}, Refuse(Forbidden, CodeNotPermitted)
	}
	if p.State == Archived {
		return Lines{}, Refuse(Conflict, CodeArchived)
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
	case MoveEditLive: // which AskEdit decides about
		fallthrough
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
	return p.sendNow(d, desk)
}

// sendNow makes a delivery due now, where what it would send is approved.
func (p *Post) sendNow(d *Delivery, desk Desk) error {
	now, err := desk.now()
	if err != nil {
		return err
	}
	if _, leaves := p.Leaving(d.Channel, desk.Calendar, desk.Channels); !leaves && !d.begun() {
		return Refuse(Conflict, CodeNotApproved)
	}
	if p.embargoed(desk) && !d.begun() {
		return Refuse(Conflict, CodeBeforeEmbargo)
	}
	if part := d.current(); part != nil {
		part.State = PartWaiting
	}
	d.letGo()
	if d.begun() {
		d.schedule(desk.Now)
		return nil
	}
	p.Times = withEntry(p.Times, d.Channel, now)
	p.Approval.Times = withEntry(p.Approval.Times, d.Channel, now)
	return nil
}

// withEntry returns a copy of a map with one entry set.
func withEntry[K comparable, V any](old map[K]V, key K, value V) map[K]V {
	next := map[K]V{}
	maps.Copy(next, old)
	next[key] = value
	return next
}

func (d *Delivery) dropByHand() error {
	if d.frozen() || d.State == Published || d.State == Dropped {
		return Refuse(Conflict, CodeMoveNotPossible)
	}
	d.drop()
	return nil
}

// resolve takes a person's word for an unclear outcome, unless somebody is
// looking this very moment: what a look finds is worth more.
func (p *Post) resolve(d *Delivery, asked DeliveryAsked, desk Desk) error {
	if d.State != Unsure || d.Holder != "" {
		return Refuse(Conflict, CodeMoveNotPossible)
	}
	part := d.current()
	switch asked.Outcome {
	case ItIsPublished:
		if asked.URL == "" {
			return InvalidAt("/url", CodeURLNeeded)
		}
		d.advance(part, Outcome{Step: StepLook, Receipt: Receipt{URL: asked.URL}, Ended: desk.Now})
	case ItIsNot:
		d.fail(part, Outcome{Code: "not_published", Message: "a person looked: it is not there", Ended: desk.Now})
	case SendAgain:
		return p.sendNow(d, desk)
	default:
		return InvalidAt("/outcome", CodeUnknownOutcome)
	}
	return nil
}
