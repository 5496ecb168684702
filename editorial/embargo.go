package editorial

import (
	"maps"
	"slices"
)

// embargoed tells whether the post may not leave yet.
func (p *Post) embargoed(desk Desk) bool { return desk.Now.Before(p.Embargo.instant()) }

// checkEmbargo refuses to move what was approved before the embargo. A new
// embargo over an approved time is taken: it stops the post.
func (p *Post) checkEmbargo(next Sheet) error {
	if p.Approval == nil {
		return nil
	}
	var problems []Problem
	for _, early := range next.beforeEmbargo() {
		if next.TimeOf(early.Channel) != p.TimeOf(early.Channel) {
			problems = append(problems, Problem{Code: early.Code, Pointer: early.Pointer})
		}
	}
	return RefuseAll(problems)
}

// beforeEmbargo lists the planned times that lie before the embargo, each once.
func (s Sheet) beforeEmbargo() []Notice {
	embargo := s.Embargo.instant()
	var early []Notice
	add := func(at When, notice Notice) {
		if !at.IsZero() && at.instant().Before(embargo) {
			notice.Code = CodeBeforeEmbargo
			early = append(early, notice)
		}
	}
	for _, id := range s.Content.Channels {
		if _, own := s.Times[id]; !own {
			add(s.Planned, Notice{Channel: id, Pointer: "/publish_at"})
			break
		}
	}
	for _, id := range slices.Sorted(maps.Keys(s.Times)) {
		add(s.Times[id], Notice{Channel: id, Pointer: pointer("variants", string(id), "publish_at")})
	}
	return early
}

// frees tells whether another sheet lets the post leave earlier than its
// embargo does.
func (s Sheet) frees(next Sheet) bool { return next.Embargo.instant().Before(s.Embargo.instant()) }
