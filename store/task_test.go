package store

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// assigns has the manager want something done about a post.
func (h *house) assigns(p *editorial.Post, c editorial.Chore) editorial.Task {
	h.t.Helper()
	made, err := h.AddTasks(h.ctx, h.desk(), p.ID, func(t editorial.Talk, _ editorial.Policy, _ []editorial.Task) ([]editorial.Task, []editorial.AuditLine, error) {
		task, lines, err := t.Assign(c)
		return []editorial.Task{task}, lines, err
	})
	require.NoError(h.t, err)
	return made[0]
}

// reports has the manager bring something back about a post.
func (h *house) reports(p *editorial.Post, text string, tags ...string) editorial.FieldNote {
	h.t.Helper()
	n, err := h.AddFieldNote(h.ctx, h.desk(), p.ID, func(t editorial.Talk) (editorial.FieldNote, []editorial.AuditLine, error) {
		return t.Report(text, tags)
	})
	require.NoError(h.t, err)
	return n
}

func TestTaskRoundTrip(t *testing.T) {
	h := newHouse(t)
	p := h.draft("one", nine, wall)
	k := h.assigns(p, editorial.Chore{Text: "A thumbnail", Assignee: ines, Due: nine})
	got, err := h.GetTask(h.ctx, k.ID)
	require.NoError(t, err)
	requireSame(t, k, got)
	said, err := h.UpdateTask(h.ctx, h.desk(), k.ID, func(k *editorial.Task, talk editorial.Talk) ([]editorial.AuditLine, error) {
		return k.Change(editorial.Chore{Text: "Two thumbnails", Done: true}, talk)
	})
	require.NoError(t, err)
	got, err = h.GetTask(h.ctx, k.ID)
	require.NoError(t, err)
	requireSame(t, said, got)
	require.Equal(t, "Two thumbnails", got.Text)
	require.Empty(t, got.Assignee)
	require.NotNil(t, got.Done)
	require.NoError(t, h.RemoveTask(h.ctx, h.desk(), k.ID, (*editorial.Task).Drop))
	_, err = h.GetTask(h.ctx, k.ID)
	requireCode(t, editorial.CodeNotFound, err)
	require.Empty(t, h.faults())
}

func TestListTasks(t *testing.T) {
	h := newHouse(t)
	p, other := h.draft("one", nine, wall), h.draft("two", nine, wall)
	var want []string
	for i := range 3 {
		want = append(want, string(h.assigns(p, editorial.Chore{Text: fmt.Sprint("task ", i)}).ID))
	}
	mine := string(h.assigns(other, editorial.Chore{Text: "mine", Assignee: ines}).ID)
	page := func(f TaskFilter) func(Page) ([]editorial.Task, string, error) {
		return func(p Page) ([]editorial.Task, string, error) { return h.ListTasks(h.ctx, f, p) }
	}
	id := func(k editorial.Task) string { return string(k.ID) }
	requirePages(t, want, page(TaskFilter{Post: p.ID}), id)
	requirePages(t, append(want, mine), page(TaskFilter{Calendar: maison}), id)
	requirePages(t, []string{mine}, page(TaskFilter{Calendar: maison, Assignee: ines}), id)
	_, err := h.UpdateTask(h.ctx, h.desk(), editorial.TaskID(want[0]), func(k *editorial.Task, talk editorial.Talk) ([]editorial.AuditLine, error) {
		return k.Change(editorial.Chore{Text: k.Text, Done: true}, talk)
	})
	require.NoError(t, err)
	requirePages(t, want[1:], page(TaskFilter{Post: p.ID, Open: true}), id)
	requirePages(t, []string{}, page(TaskFilter{Calendar: "cal_none"}), id)
}

func TestFieldNotes(t *testing.T) {
	h := newHouse(t)
	require.NoError(t, h.AddCampaign(h.ctx, h.desk(), editorial.Campaign{ID: "camp_1", Calendar: maison, Name: "x"}))
	p := h.edit(h.draft("out", nine, wall), func(s *editorial.Sheet) { s.Campaign = "camp_1" })
	h.move(p, editorial.MoveApprove)
	h.now = nine
	h.turn(published(h.claimOne(p, wall)))
	first := h.reports(p, "They ask for the price.", "Prix", "#boutique")
	second := h.reports(p, "They love it.")
	got, err := h.GetFieldNote(h.ctx, first.ID)
	require.NoError(t, err)
	require.ElementsMatch(t, []string{"boutique", "prix"}, got.Tags)
	page := func(f FieldNoteFilter) func(Page) ([]Reported, string, error) {
		return func(p Page) ([]Reported, string, error) { return h.ListFieldNotes(h.ctx, f, p) }
	}
	id := func(r Reported) string { return string(r.ID) }
	both := []string{string(second.ID), string(first.ID)}
	requirePages(t, both, page(FieldNoteFilter{Calendar: maison}), id)
	requirePages(t, both, page(FieldNoteFilter{Calendar: maison, Campaign: "camp_1", Post: p.ID}), id)
	requirePages(t, []string{}, page(FieldNoteFilter{Calendar: maison, Campaign: "camp_2"}), id)
	requirePages(t, []string{}, page(FieldNoteFilter{Calendar: maison, Pillar: "pil_1"}), id)
	requirePages(t, both[1:], page(FieldNoteFilter{Calendar: maison, Tag: "prix"}), id)
	found, _, err := h.ListFieldNotes(h.ctx, FieldNoteFilter{Post: p.ID}, Page{})
	require.NoError(t, err)
	require.Equal(t, "out", found[0].Title)
	require.Equal(t, editorial.CampaignID("camp_1"), found[0].Campaign)

	said, err := h.UpdateFieldNote(h.ctx, h.desk(), first.ID, func(n *editorial.FieldNote, talk editorial.Talk) ([]editorial.AuditLine, error) {
		return n.Rewrite("They ask where it is.", []string{"adresse"}, talk)
	})
	require.NoError(t, err)
	got, err = h.GetFieldNote(h.ctx, first.ID)
	require.NoError(t, err)
	requireSame(t, said, got)
	require.NoError(t, h.RemoveFieldNote(h.ctx, h.desk(), first.ID, (*editorial.FieldNote).Remove))
	requirePages(t, both[:1], page(FieldNoteFilter{Calendar: maison}), id)
}
