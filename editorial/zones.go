package editorial

import (
	"fmt"
	"strings"
	"time"
)

// EventInstantMoved is the record's word for a planned time that zone rules
// made another instant, without anybody having touched it.
const EventInstantMoved = "post.instant_moved"

// InstantMoved is what other zone rules did to one planned time.
type InstantMoved struct {
	Channel  ChannelID // "" of a post that goes to none yet
	From, To time.Time
}

// PostMoved is what other zone rules did to one post, for the log.
type PostMoved struct {
	Post     PostID
	Calendar CalendarID
	Instants []InstantMoved
}

// FollowZones works out the post's future instants anew, with the zone data at
// hand. What people said is the wall clock, so their approval stands and the
// post's version stays. What has left, is leaving or was due is not touched.
func (p *Post) FollowZones(desk Desk) ([]InstantMoved, Lines) {
	if p.State == Archived {
		return nil, Lines{}
	}
	var moved []InstantMoved
	for i := range p.Deliveries {
		d := &p.Deliveries[i]
		if due := p.dueOf(d); p.undue(d, desk.Now) && !due.Equal(d.Due) {
			moved = append(moved, InstantMoved{d.Channel, d.Due, due})
			p.planOne(d, desk)
		}
	}
	if to := p.Planned.instant(); len(p.Content.Channels) == 0 && p.FirstDue.After(desk.Now) && !to.IsZero() && !to.Equal(p.FirstDue) {
		moved = append(moved, InstantMoved{From: p.FirstDue, To: to})
	}
	if len(moved) == 0 {
		return nil, Lines{}
	}
	p.planReminder(desk)
	p.Derive()
	var lines Lines
	p.record(&lines, desk, EventInstantMoved)
	lines.Audit[0].Status, lines.Audit[0].Detail = p.Status, movedWords(moved)
	return moved, lines
}

// undue tells whether a delivery still waits for its instant.
func (p *Post) undue(d *Delivery, now time.Time) bool {
	waits := d.State == Planned || d.State == Scheduled || d.State == Held
	return waits && !d.begun() && p.Content.Has(d.Channel) && d.Due.After(now)
}

// movedWords are the old and the new instant, once where all channels share
// them.
func movedWords(moved []InstantMoved) string {
	var words []string
	alike := true
	for _, m := range moved {
		alike = alike && m.From.Equal(moved[0].From) && m.To.Equal(moved[0].To)
		words = append(words, fmt.Sprintf("%s %s", m.Channel, m))
	}
	if alike {
		return moved[0].String()
	}
	return strings.Join(words, ", ")
}

// String is the old and the new instant.
func (m InstantMoved) String() string {
	return m.From.Format(time.RFC3339) + " → " + m.To.Format(time.RFC3339)
}
