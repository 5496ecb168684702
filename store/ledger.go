package store

import (
	"slices"
	"time"

	"parution.dev/editorial"
)

// ledgerPage gathers what a round of releases changes, so that many rows are
// written by few statements. The posts and deliveries are those that were read:
// what a round changes of one, the next step of the same round sees.
type ledgerPage struct {
	was   map[editorial.DeliveryID]editorial.Delivery // as they stand in the database
	posts map[*editorial.Post]outline                 // the same
	dirty []*editorial.Delivery
	begun [][]any // attempts
	ended [][]any
	lines []editorial.AuditLine
}

// outline is what of a post a round may change.
type outline struct {
	status editorial.Status
	first  time.Time
}

// read keeps a delivery and its post as they are before a step.
func (l *ledgerPage) read(p *editorial.Post, d *editorial.Delivery) {
	if l.was == nil {
		l.was, l.posts = map[editorial.DeliveryID]editorial.Delivery{}, map[*editorial.Post]outline{}
	}
	if _, known := l.was[d.ID]; !known {
		l.was[d.ID] = asRead(d)
	}
	if _, known := l.posts[p]; !known {
		l.posts[p] = outline{p.Status, p.FirstDue}
	}
}

// asRead keeps a delivery to compare with what becomes of it.
func asRead(d *editorial.Delivery) editorial.Delivery {
	was := *d
	was.Parts = slices.Clone(d.Parts)
	return was
}

// write has a delivery that was read written as it is when the page is saved.
func (l *ledgerPage) write(d *editorial.Delivery) {
	if !slices.Contains(l.dirty, d) {
		l.dirty = append(l.dirty, d)
	}
}

// tell adds a line of the record about a delivery.
func (l *ledgerPage) tell(p *editorial.Post, d *editorial.Delivery, event string, at time.Time, detail string) {
	l.lines = append(l.lines, editorial.AuditLine{
		At: at, Calendar: p.Calendar, Actor: editorial.Machine(), Action: event, Subject: string(d.ID),
		Post: p.ID, Revision: d.Revision, Status: p.Status, Detail: detail,
	})
}

// account adds a line of the record about the account that a delivery was for.
func (l *ledgerPage) account(p *editorial.Post, d *editorial.Delivery, event string, at time.Time) {
	l.lines = append(l.lines, editorial.AuditLine{
		At: at, Calendar: p.Calendar, Actor: editorial.Machine(), Action: event, Subject: string(d.Channel), Detail: string(d.Platform),
	})
}

// begin writes down an attempt before its call.
func (l *ledgerPage) begin(w editorial.Work, holder string, now time.Time) {
	l.begun = append(l.begun, []any{
		w.Delivery.ID, w.Attempt, w.Step, w.Index, w.Sent.Key, w.Delivery.Revision, holder, stamp(now), nil, "", "", "",
	})
}

// end writes down what an attempt came to.
func (l *ledgerPage) end(o editorial.Outcome) {
	l.ended = append(l.ended, []any{o.Delivery, o.Attempt, stamp(o.Ended), o.Verdict, o.Code, o.Message})
}

// savePage writes all of the page; it goes on with an empty one.
func (t *tx) savePage(l *ledgerPage) error {
	var rows ledgerRows
	for _, d := range l.dirty {
		rows.add(*d, l.was[d.ID].Parts)
		l.was[d.ID] = asRead(d)
	}
	if err := t.saveRows(rows); err != nil {
		return err
	}
	if err := t.saveAttempts(l.begun, l.ended); err != nil {
		return err
	}
	if err := t.saveOutlines(l.posts); err != nil {
		return err
	}
	if err := t.log(l.lines...); err != nil {
		return err
	}
	l.dirty, l.begun, l.ended, l.lines = nil, nil, nil, nil
	return nil
}

func (t *tx) saveAttempts(begun, ended [][]any) error {
	err := t.put(`
		INSERT INTO attempts (delivery_id, number, step, part, key, revision, holder, started_at, ended_at, verdict, code, message)
		VALUES `, 12, ``, begun)
	if err != nil {
		return err
	}
	return t.put(`
		UPDATE attempts SET ended_at = v.column3, verdict = v.column4, code = v.column5, message = v.column6 FROM (VALUES `, 6, `) AS v
		WHERE attempts.delivery_id = v.column1 AND attempts.number = v.column2 AND attempts.ended_at IS NULL`, ended)
}

// saveOutlines writes what lists show of the posts whose deliveries changed.
// The posts' versions stay: nobody edited them. As a rule only the status
// differs, and to write the instant as well would write another index anew.
func (t *tx) saveOutlines(posts map[*editorial.Post]outline) error {
	var moved, changed [][]any
	for p, was := range posts {
		switch {
		case !p.FirstDue.Equal(was.first):
			moved = append(moved, []any{p.ID, p.Status, stamp(p.FirstDue)})
		case p.Status != was.status:
			changed = append(changed, []any{p.ID, p.Status})
		}
		posts[p] = outline{p.Status, p.FirstDue}
	}
	err := t.put(`UPDATE posts SET status = v.column2 FROM (VALUES `, 2, `) AS v WHERE posts.id = v.column1`, changed)
	if err != nil {
		return err
	}
	return t.put(`UPDATE posts SET status = v.column2, first_due = v.column3 FROM (VALUES `, 3, `) AS v WHERE posts.id = v.column1`, moved)
}
