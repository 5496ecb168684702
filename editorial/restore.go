package editorial

import (
	"fmt"
	"maps"
)

// Over is a sheet that says what the revision said. Channels that are gone
// since are left out, with what was said for them alone; a channel keeps its
// own time only while the post goes there.
func (r Revision) Over(s Sheet, channels Channels) Sheet {
	next := s.Clone()
	next.Content = r.Content.clone()
	next.Content.Channels = nil
	for _, id := range r.Content.Channels {
		if channel, ok := channels[id]; ok && (channel.Archived.IsZero() || s.Content.Has(id)) {
			next.Content.Channels = append(next.Content.Channels, id)
		}
	}
	maps.DeleteFunc(next.Content.Variants, func(id ChannelID, _ Variant) bool { return !next.Content.Has(id) })
	maps.DeleteFunc(next.Times, func(id ChannelID, _ When) bool { return !next.Content.Has(id) })
	return next
}

// NoteRestored names in the record, and to whoever did it, the revision that
// an edit brought back.
func (l *Lines) NoteRestored(r Revision, now Content) {
	for i := range l.Audit {
		if l.Audit[i].Action == "post.revised" || l.Audit[i].Action == "post.edited" {
			l.Audit[i].Detail = fmt.Sprintf("restored %d", r.Number)
		}
	}
	for _, id := range r.Content.Channels {
		if !now.Has(id) {
			l.note(CodeNotRestored, id)
		}
	}
}
