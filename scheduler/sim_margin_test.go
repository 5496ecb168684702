package scheduler

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// margin is what the calendar of the simulation lets people touch.
const margin = 15

// touch lets people change a few letters of a post, one after the other, and
// at times a word that no margin lets them touch.
func (w *world) touch(m *model) {
	for range 1 + w.rand.IntN(4) {
		seen, err := w.db.GetPost(w.ctx, m.id)
		require.NoError(w.t, err)
		w.touchOnce(m, seen)
	}
}

func (w *world) touchOnce(m *model, seen *editorial.Post) {
	next := seen.Clone()
	next.Content.Text = w.touched(next.Content.Text)
	for _, id := range slices.Sorted(maps.Keys(next.Content.Variants)) { // in an order of its own, so that a seed replays
		v := next.Content.Variants[id]
		if len(v.Parts) > 0 && w.rand.IntN(2) == 0 {
			at := w.rand.IntN(len(v.Parts))
			v.Parts[at] = w.touched(v.Parts[at])
			next.Content.Variants[id] = v
		}
	}
	w.save(m, []role{writer, boss, "contributor"}[w.rand.IntN(3)], seen, next, func(*editorial.Post) {})
}

func (w *world) touched(text string) string {
	switch w.rand.IntN(20) {
	case 0:
		return text + " pas"
	case 1:
		return strings.Replace(text, "words ", "words 1", 1)
	case 2:
		return text + " " + strings.Repeat("é", 16)
	case 3, 4, 5:
		return strings.Replace(text, "words", "wörds", 1)
	}
	return text + " " + strings.Repeat("e", w.rand.IntN(12))
}

// forge lets a broken program write a touch-up that is none into the record,
// and make the post say so. Only the gate stands between it and the networks.
func (w *world) forge(m *model, seen *editorial.Post) {
	next := seen.Clone()
	next.Content.Text = w.words()
	w.save(m, writer, seen, next, func(p *editorial.Post) {
		if p.Approval == nil {
			return
		}
		w.forged++
		p.Approval.TouchUps = map[editorial.ChannelID][]editorial.TouchUp{}
		for _, c := range w.channels {
			p.Approval.TouchUps[c.ID] = []editorial.TouchUp{{
				Revision: p.Revision + 1, Hash: next.Content.HashFor(c), Distance: 1, Margin: editorial.DefaultMargin(),
			}}
		}
	})
}

// save does what a program that saves an edit does: it measures from what was
// approved, and lets the rule decide.
func (w *world) save(m *model, who role, seen *editorial.Post, next editorial.Sheet, before func(*editorial.Post)) {
	ruler := editorial.Ruler{}
	if seen.Approval != nil {
		approved, err := w.db.GetRevision(w.ctx, m.id, seen.Approval.Revision)
		require.NoError(w.t, err)
		ruler = editorial.NewRuler(approved.Number, approved.Content)
	}
	p, lines, err := w.db.UpdatePost(w.ctx, w.as(who), m.id, func(p *editorial.Post, desk editorial.Desk) (editorial.Lines, error) {
		before(p)
		desk.Ruler = ruler
		return p.Edit(next, desk)
	})
	if !w.tolerate(err) {
		return
	}
	w.edits++
	for _, line := range lines.Audit {
		if line.Action == "post.touched_up" {
			w.touches++
		}
	}
	w.note("edited post %d: %s", m.number, p.Status)
}

// checkWords: what leaves is what somebody approved, or is inside the margin of
// it, as counted here from the approved words.
func (w *world) checkWords(work editorial.Work, m *model) {
	if m.approved[signature(work.Delivery.Channel, work.Index, work.Part.Text)] {
		return
	}
	r, err := w.db.GetRevision(w.ctx, work.Delivery.Post, work.Delivery.Revision)
	require.NoError(w.t, err)
	approved, leaving := m.content.Parts(work.Delivery.Channel), r.Content.Parts(work.Delivery.Channel)
	require.True(w.t, m.approved != nil && m.content.Has(work.Delivery.Channel) && len(approved) == len(leaving),
		"claimed words of post %d that nobody approved: %q", m.number, work.Part.Text)
	distance := 0
	for i, part := range leaving {
		distance += lettersBetween(approved[i].Text, part.Text)
		require.Equal(w.t, keptWords.FindAllString(approved[i].Text, -1), keptWords.FindAllString(part.Text, -1),
			"claimed post %d with other numbers or negations than anybody approved", m.number)
	}
	require.LessOrEqual(w.t, distance, margin, "claimed words of post %d that nobody approved: %q is beyond the margin", m.number, work.Part.Text)
	w.releasedTouched++
}

// keptWords are the numbers and negations that occur here.
var keptWords = regexp.MustCompile(`\S*[0-9]\S*|\bpas\b`)

// lettersBetween counts how many letters differ, in the full table.
func lettersBetween(from, to string) int {
	a, b := []rune(from), []rune(to)
	table := make([][]int, len(a)+1)
	for i := range table {
		table[i] = make([]int, len(b)+1)
		for j := range table[i] {
			switch {
			case i == 0 || j == 0:
				table[i][j] = i + j
			case a[i-1] == b[j-1]:
				table[i][j] = table[i-1][j-1]
			default:
				table[i][j] = 1 + min(table[i-1][j-1], table[i-1][j], table[i][j-1])
			}
		}
	}
	return table[len(a)][len(b)]
}

// checkTime: the post leaves at a time that somebody who may gave it, or on
// that day.
func (w *world) checkTime(work editorial.Work, p *editorial.Post, m *model) {
	now, signed := p.TimeOf(work.Delivery.Channel), m.times[work.Delivery.Channel]
	require.True(w.t, now == signed || w.day(now) == w.day(signed), "claimed post %d at a time that nobody approved: %s, approved %s", m.number, now.Local, signed.Local)
}

func (w *world) day(when editorial.When) string {
	at, err := when.Resolve()
	require.NoError(w.t, err)
	location, err := time.LoadLocation(w.calendar.Zone)
	require.NoError(w.t, err)
	return at.Instant.In(location).Format(time.DateOnly)
}
