package store

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"parution.dev/editorial"
)

func (t *tx) settleAll(outcomes []editorial.Outcome, turned *editorial.Turned) error {
	for _, outcome := range outcomes {
		var settled editorial.Settled
		err := t.apart(func() (err error) {
			settled, err = t.settle(outcome)
			return err
		})
		switch {
		case errors.Is(err, errOneRow) || isSystemic(err) || t.ctx.Err() != nil:
			return fmt.Errorf("settle %s: %w", outcome.Delivery, err)
		case err != nil:
			turned.Broken = append(turned.Broken, editorial.Broken{Delivery: outcome.Delivery, Err: err})
		default:
			turned.Settled = append(turned.Settled, settled)
		}
	}
	return nil
}

// settle writes down what one step came to.
func (t *tx) settle(o editorial.Outcome) (editorial.Settled, error) {
	p, err := t.outline(o.Delivery)
	if err != nil {
		return editorial.Settled{}, err
	}
	c, err := t.calendarOnce(p.Calendar)
	if err != nil {
		return editorial.Settled{}, err
	}
	d := deliveryOf(p, o.Delivery)
	was := asRead(d)
	s := editorial.Settled{Outcome: o, Settlement: d.Settle(o, c.Policy)}
	if err := t.endAttempt(o); err != nil {
		return s, err
	}
	if s.Accepted {
		if err := t.saveSettled(p, d, was, s); err != nil {
			return s, err
		}
	}
	if s.Reconnect {
		_, err = t.exec(`UPDATE channels SET state = 'reconnect' WHERE id = $1 AND state = 'connected'`, d.Channel)
	}
	s.Delivery = *d
	return s, err
}

// asRead keeps a delivery to compare with what becomes of it.
func asRead(d *editorial.Delivery) editorial.Delivery {
	was := *d
	was.Parts = slices.Clone(d.Parts)
	return was
}

// outline reads a delivery's post without its words and times: what its status
// follows from, and where its lines of the record belong.
func (t *tx) outline(id editorial.DeliveryID) (*editorial.Post, error) {
	p, err := one(t, scanOutline, `
		SELECT p.id, p.calendar_id, p.state, p.status, p.hold FROM deliveries d JOIN posts p ON p.id = d.post_id WHERE d.id = $1`, id)
	if err != nil {
		return nil, fmt.Errorf("find the delivery: %w", err)
	}
	return p, t.withDeliveries([]*editorial.Post{p})
}

func scanOutline(row scanner) (*editorial.Post, error) {
	p := &editorial.Post{}
	err := row.Scan(&p.ID, &p.Calendar, &p.State, &p.Status, decoded{&p.Hold})
	return p, err
}

// saveSettled writes a settled delivery, and what follows from it for the post.
func (t *tx) saveSettled(p *editorial.Post, d *editorial.Delivery, was editorial.Delivery, s editorial.Settled) error {
	if err := t.saveReleased(*d, was); err != nil {
		return err
	}
	status := p.Status
	if p.Status = editorial.StatusOf(p); p.Status != status {
		if err := t.must(`UPDATE posts SET status = $1 WHERE id = $2`, p.Status, p.ID); err != nil {
			return err
		}
	}
	if s.Event == "" {
		return nil
	}
	return t.logRelease(p, d, s.Event, s.Outcome.Ended, s.Outcome.Code)
}

func (t *tx) logRelease(p *editorial.Post, d *editorial.Delivery, event string, at time.Time, detail string) error {
	return t.log(editorial.AuditLine{
		At: at, Calendar: p.Calendar, Actor: editorial.Machine(), Action: event, Subject: string(d.ID),
		Post: p.ID, Revision: d.Revision, Status: p.Status, Detail: detail,
	})
}

func (t *tx) endAttempt(o editorial.Outcome) error {
	_, err := t.exec(`UPDATE attempts SET ended_at = $1, verdict = $2, code = $3, message = $4 WHERE delivery_id = $5 AND number = $6 AND ended_at IS NULL`,
		stamp(o.Ended), o.Verdict, o.Code, o.Message, o.Delivery, o.Attempt)
	return err
}
