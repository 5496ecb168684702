package editorial_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func TestTasks(t *testing.T) {
	r := written(t)
	for _, role := range append(editorial.Roles(), editorial.Owner) {
		_, _, err := r.talk(role).Assign(editorial.Chore{Text: "A thumbnail"})
		require.Equal(t, !role.Permissions().Has(editorial.Discuss), editorial.IsKind(err, editorial.Forbidden), role)
	}
	for assignee, want := range map[editorial.MemberID]editorial.Code{"mem_viewer": "", "": "", "mem_none": editorial.CodeCannotRead, "mem_gone": editorial.CodeCannotRead} {
		_, _, err := r.talk(editorial.Editor).Assign(editorial.Chore{Text: "A thumbnail", Assignee: assignee})
		require.Equal(t, want, code(err), assignee)
	}
	_, _, err := r.talk(editorial.Editor).Assign(editorial.Chore{Text: " "})
	require.Equal(t, editorial.CodeNothingSaid, code(err))
	k, lines, err := r.talk(editorial.Editor).Assign(editorial.Chore{Text: "A thumbnail", Assignee: "mem_viewer", Due: due})
	require.NoError(t, err)
	require.Equal(t, []string{"task.added", "task.assigned"}, actions(lines))
	require.Equal(t, "mem_viewer", lines[1].Subject)

	r.now = noon.Add(time.Hour)
	lines, err = k.Change(editorial.Chore{Text: "A thumbnail", Assignee: "mem_viewer", Due: due, Done: true}, r.talk(editorial.Reviewer))
	require.NoError(t, err)
	require.Equal(t, []string{"task.done"}, actions(lines), "it falls to nobody anew")
	require.Equal(t, editorial.MemberID("mem_reviewer"), k.Done.By.Member)
	lines, err = k.Change(editorial.Chore{Text: "A thumbnail", Assignee: "mem_owner"}, r.talk(editorial.Reviewer))
	require.NoError(t, err)
	require.Equal(t, []string{"task.edited", "task.assigned", "task.reopened"}, actions(lines))
	require.Nil(t, k.Done)
	require.Zero(t, k.Due)
	_, err = k.Drop(r.talk(editorial.Viewer))
	require.Equal(t, editorial.CodeNotPermitted, code(err))
}

func TestChecklists(t *testing.T) {
	r := written(t)
	policy := editorial.Policy{Checklists: []editorial.Checklist{{Kind: "Photo", Items: []string{"Credit"}}, {Kind: "Video", Items: []string{"Subtitles", "Thumbnail"}}}}
	made, lines, err := r.talk(editorial.Contributor).Begin("Video", policy, nil)
	require.NoError(t, err)
	require.Len(t, made, 2)
	require.Equal(t, "Subtitles", made[0].Text)
	require.Equal(t, "Video", made[1].Checklist)
	require.Equal(t, []string{"checklist.begun"}, actions(lines))
	_, _, err = r.talk(editorial.Contributor).Begin("Video", policy, made)
	require.Equal(t, editorial.CodeChecklistThere, code(err))
	_, _, err = r.talk(editorial.Contributor).Begin("Story", policy, nil)
	require.Equal(t, editorial.CodeNoChecklist, code(err))
	_, _, err = r.talk(editorial.Viewer).Begin("Photo", policy, nil)
	require.Equal(t, editorial.CodeNotPermitted, code(err))

	require.Empty(t, policy.CheckLists("/policy/checklists"))
	policy.Checklists = append(policy.Checklists, editorial.Checklist{Kind: "video ", Items: []string{"x", " "}}, editorial.Checklist{Kind: " "})
	require.Equal(t, []string{"/policy/checklists/2/kind twice", "/policy/checklists/2/items/1 nothing_said", "/policy/checklists/3/kind nothing_said"},
		refusedAt(editorial.RefuseAll(policy.CheckLists("/policy/checklists"))))
}

// A field note is about what the community has seen.
func TestFieldNote(t *testing.T) {
	r := approved(t)
	_, _, err := r.talk(editorial.Editor).Report("They ask for the price.", nil)
	require.Equal(t, editorial.CodeNotOutYet, code(err))
	r.late(0).answers(wall, editorial.Done)
	_, _, err = r.talk(editorial.Viewer).Report("They ask for the price.", nil)
	require.Equal(t, editorial.CodeNotPermitted, code(err))
	n, lines, err := r.talk(editorial.Editor).Report("They ask for the price.", []string{" #Prix ", "En  boutique"})
	require.NoError(t, err)
	require.Equal(t, []string{"prix", "en boutique"}, n.Tags)
	require.Equal(t, "They ask for the price.", lines[0].Note)
	_, _, err = r.talk(editorial.Editor).Report("", []string{"prix", "PRIX", "#"})
	require.Len(t, editorial.AsRefusal(err).Problems, 3)

	_, err = n.Rewrite("No.", nil, r.talk(editorial.Manager))
	require.Equal(t, editorial.CodeNotYourComment, code(err))
	_, err = n.Remove(r.talk(editorial.Manager))
	require.Equal(t, editorial.CodeNotYourComment, code(err))
	_, err = n.Rewrite("They ask where it is.", []string{"adresse"}, r.talk(editorial.Editor))
	require.NoError(t, err)
	require.Equal(t, []string{"adresse"}, n.Tags)
	_, err = n.Remove(r.talk(editorial.Editor))
	require.NoError(t, err)
}
