package store

import (
	"fmt"
	"time"

	"parution.dev/editorial"
)

// settleAll writes down what the steps of a round came to: all of them at once,
// or, where one row fails, each for itself.
func (t *tx) settleAll(round editorial.Round, turned *editorial.Turned) error {
	outcomes := round.Settling()
	if t.together && len(outcomes) > 0 {
		return t.settleSome(outcomes, round.Terms, turned)
	}
	for i := range outcomes {
		if err := t.settleSome(outcomes[i:i+1], round.Terms, turned); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) settleSome(outcomes []editorial.Outcome, terms editorial.Terms, turned *editorial.Turned) error {
	var settled []editorial.Settled
	err := t.apart(func() (err error) {
		settled, err = t.settle(outcomes, terms)
		return err
	})
	switch {
	case err == nil:
		turned.Settled = append(turned.Settled, settled...)
	case t.skips(err):
		turned.Broken = append(turned.Broken, editorial.Broken{Delivery: outcomes[0].Delivery, Err: err})
	default:
		return fmt.Errorf("settle: %w", err)
	}
	return nil
}

// settle writes down what some steps came to.
func (t *tx) settle(outcomes []editorial.Outcome, terms editorial.Terms) (settled []editorial.Settled, err error) {
	posts, err := t.outlines(outcomes)
	if err != nil {
		return nil, err
	}
	var page ledgerPage
	for _, o := range outcomes {
		p := posts[o.Delivery]
		if p == nil {
			return nil, fmt.Errorf("settle %s: no such delivery", o.Delivery)
		}
		c, err := t.calendarOnce(p.Calendar)
		if err != nil {
			return nil, err
		}
		d := deliveryOf(p, o.Delivery)
		page.read(p, d)
		s := editorial.Settled{Outcome: o, Settlement: d.Settle(o, c.Policy, terms)}
		page.end(o)
		if s.Accepted {
			p.Status = editorial.StatusOf(p)
			page.write(d)
		}
		if s.Event != "" {
			page.tell(p, d, s.Event, o.Ended, s.Detail(o))
		}
		if s.Account, err = t.strain(d.Platform, o); err != nil {
			return nil, err
		}
		if s.Account != "" {
			page.account(p, d, s.Account, o.Ended)
		}
		if s.Reconnect {
			if err := t.mustConnect(p.Calendar, d.Channel, o.Channel, o.Ended); err != nil {
				return nil, err
			}
		}
		s.Delivery = *d
		settled = append(settled, s)
	}
	return settled, t.savePage(&page)
}

// outlines reads the posts of deliveries without their words and times: what
// their status follows from, and where their lines of the record belong.
func (t *tx) outlines(outcomes []editorial.Outcome) (map[editorial.DeliveryID]*editorial.Post, error) {
	ids := make([]editorial.DeliveryID, len(outcomes))
	for i, o := range outcomes {
		ids[i] = o.Delivery
	}
	asked := askFor(ids)
	posts, err := many(t, scanOutline, `
		SELECT DISTINCT p.id, p.calendar_id, p.state, p.status, p.hold, p.first_due FROM deliveries d JOIN posts p ON p.id = d.post_id
		WHERE d.id IN (`+places(len(asked))+`)`, asked...)
	if err != nil {
		return nil, err
	}
	if err := t.withDeliveries(posts); err != nil {
		return nil, err
	}
	of := map[editorial.DeliveryID]*editorial.Post{}
	for _, p := range posts {
		for _, d := range p.Deliveries {
			of[d.ID] = p
		}
	}
	return of, nil
}

func scanOutline(row scanner) (*editorial.Post, error) {
	p := &editorial.Post{}
	err := row.Scan(&p.ID, &p.Calendar, &p.State, &p.Status, decoded{&p.Hold}, instant{&p.FirstDue})
	return p, err
}

// mustConnect notes that a channel's credentials were refused, and tells of it
// once: whoever can connect it need not be those whose post waits. Of a channel
// that a person has connected anew since the call, its refusal says nothing.
func (t *tx) mustConnect(calendar editorial.CalendarID, id editorial.ChannelID, version int64, now time.Time) error {
	lost, err := t.exec(`UPDATE channels SET state = 'reconnect' WHERE id = $1 AND version = $2 AND state = 'connected'`, id, version)
	if err != nil || lost == 0 {
		return err
	}
	return t.log(editorial.AuditLine{At: now, Calendar: calendar, Actor: editorial.Machine(), Action: editorial.EventChannelLost, Subject: string(id)})
}
