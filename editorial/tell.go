package editorial

import (
	"slices"
	"time"
)

// Told is one member who is told of a line of the record.
type Told struct {
	Member MemberID
	Weight Weight
}

// Scene is what stands around a line of the record when people are told of it:
// not as it was when the line was written, but as it is by now. Who has signed
// meanwhile need not be asked.
type Scene struct {
	Calendar Calendar // zero: the line is of the instance
	Channels Channels
	Team     []Member     // of the calendar; everybody where the line is of the instance
	Away     []Delegation // of those of the team who are away now
	Owners   []Member     // of the instance
	Post     *Post        // nil: it is about none, or none that can be read
	Now      time.Time
}

// Tell says who is told of a line of the record. Nobody is told of what they
// did themselves, unless it opens their account. An alarm of the machine that
// concerns nobody goes to the managers, and where there are none to the
// owners: it is never lost.
func Tell(line AuditLine, s Scene) []Told {
	topic, some := TopicOf(line.Action)
	if !some {
		return nil
	}
	var told []Told
	add := func(ids []MemberID) {
		for _, id := range ids {
			known := slices.ContainsFunc(told, func(t Told) bool { return t.Member == id })
			if !known && s.reaches(id) && (id != line.Actor.Member || slices.Contains(topic.To, ToActor)) {
				told = append(told, Told{id, topic.Weight})
			}
		}
	}
	for _, concern := range topic.To {
		add(s.concerned(concern, line))
	}
	if topic.Weight == WeightAlarm && len(told) == 0 && line.Actor.Member == "" {
		add(s.who(Release))
	}
	if topic.Weight == WeightAlarm && len(told) == 0 && line.Actor.Member == "" {
		add(idsOf(s.Owners))
	}
	return told
}

// concerned lists whom a line concerns in one way.
func (s Scene) concerned(why Concern, line AuditLine) []MemberID {
	switch why {
	case ToOwner, ToAuthor, ToSigners, ToNext:
		if s.Post == nil {
			return nil
		}
		return s.onPost(why)
	case ToManagers:
		return s.who(Release)
	case ToHosts:
		return append(s.who(Connect), idsOf(s.Owners)...)
	case ToWriters:
		return s.who(Write)
	case ToNamed:
		return s.named(line)
	case ToActor:
		return []MemberID{line.Actor.Member}
	}
	return nil
}

// onPost lists whom a post concerns.
func (s Scene) onPost(why Concern) []MemberID {
	switch p := s.Post; why {
	case ToAuthor:
		return []MemberID{p.Author}
	case ToSigners:
		return p.signatories()
	case ToNext:
		w, _ := p.WaitsFor(Desk{Calendar: s.Calendar, Channels: s.Channels, Team: s.Team, Away: s.Away, Now: s.Now})
		if w.For == DutyApprove {
			return slices.Concat(w.Members, w.Above)
		}
		return nil
	case ToOwner, ToManagers, ToHosts, ToWriters, ToNamed, ToActor:
	}
	return []MemberID{s.Post.Owner}
}

// signatories lists whose yes a post carries, each once.
func (p *Post) signatories() []MemberID {
	var ids []MemberID
	add := func(some ...MemberID) {
		for _, id := range some {
			if id != "" && !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	if p.Approval != nil {
		add(p.Approval.By.Member)
		for _, one := range p.Approval.Steps {
			add(one.By.Member, one.For)
		}
	}
	if p.Review != nil {
		for _, one := range p.Review.Signed {
			add(one.By.Member, one.For)
		}
	}
	return ids
}

// named lists the members that a line names: its subject, and whoever's id
// stands in its detail. A line can so say itself who is told of it.
func (s Scene) named(line AuditLine) []MemberID {
	words := idsIn(line.Subject + " " + line.Detail)
	var ids []MemberID
	for _, m := range slices.Concat(s.Team, s.Owners) {
		if slices.Contains(words, string(m.ID)) {
			ids = append(ids, m.ID)
		}
	}
	return ids
}

// who lists the members who may do something in the calendar; in any, where
// the line is of the instance.
func (s Scene) who(may Permission) []MemberID {
	var ids []MemberID
	for _, m := range s.Team {
		if s.lets(m, may) {
			ids = append(ids, m.ID)
		}
	}
	return ids
}

func (s Scene) lets(m Member, may Permission) bool {
	if s.Calendar.ID != "" {
		return m.May(s.Calendar.ID).Has(may)
	}
	for calendar := range m.Roles {
		if m.May(calendar).Has(may) {
			return true
		}
	}
	return false
}

// Member finds somebody who may be told.
func (s Scene) Member(id MemberID) (Member, bool) {
	for _, all := range [][]Member{s.Team, s.Owners} {
		if at := slices.IndexFunc(all, func(m Member) bool { return m.ID == id }); at >= 0 {
			return all[at], true
		}
	}
	return Member{}, false
}

// reaches tells whether a member can be told: a person who works here, and
// reads the calendar.
func (s Scene) reaches(id MemberID) bool {
	m, some := s.Member(id)
	return some && m.Deactivated.IsZero() && !m.Service && (s.Calendar.ID == "" || m.May(s.Calendar.ID).Has(Read))
}

func idsOf(members []Member) []MemberID {
	ids := make([]MemberID, len(members))
	for i, m := range members {
		ids[i] = m.ID
	}
	return ids
}
