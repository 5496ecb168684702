package editorial_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// tells is whom the room's team is told of an event, by their short names.
func (r *room) tells(action string, change ...func(*editorial.AuditLine, *editorial.Scene)) []string {
	line := editorial.AuditLine{Calendar: "cal_1", Actor: editorial.Machine(), Action: action}
	scene := editorial.Scene{
		Calendar: r.calendar, Channels: r.channels, Team: r.team, Away: r.away, Post: r.post, Now: r.now,
		Owners: []editorial.Member{{ID: "mem_olive", Owner: true}},
	}
	for _, one := range change {
		one(&line, &scene)
	}
	names := []string{}
	for _, told := range editorial.Tell(line, scene) {
		names = append(names, strings.TrimPrefix(string(told.Member), "mem_"))
	}
	slices.Sort(names)
	return names
}

func by(name string) func(*editorial.AuditLine, *editorial.Scene) {
	return func(l *editorial.AuditLine, _ *editorial.Scene) {
		l.Actor = editorial.Actor{Member: editorial.MemberID("mem_" + name)}
	}
}

func naming(subject, detail string) func(*editorial.AuditLine, *editorial.Scene) {
	return func(l *editorial.AuditLine, _ *editorial.Scene) { l.Subject, l.Detail = subject, detail }
}

func unread(_ *editorial.AuditLine, s *editorial.Scene) { s.Post = nil }

// Ed's post waits for Ana and Bo; Mia manages, Cleo is the client, Olive owns
// the instance and is no member.
func TestTell(t *testing.T) {
	r := inSteps(t, proofreading, management, client)
	r.team = append(r.team, editorial.Member{ID: "mem_cms", Service: true, Roles: map[editorial.CalendarID][]editorial.Role{"cal_1": {editorial.Manager}}})
	for _, row := range []struct {
		action string
		change []func(*editorial.AuditLine, *editorial.Scene)
		told   []string
	}{
		{"delivery.failed", nil, []string{"ed", "mia"}},
		{"delivery.missed", nil, []string{"ana", "bo", "ed", "mia"}},
		{"delivery.preflight_failed", nil, []string{"ana", "bo", "ed", "mia"}},
		{"delivery.published", nil, []string{"ed"}},
		{"delivery.unreadable", []func(*editorial.AuditLine, *editorial.Scene){unread}, []string{"mia"}},
		{"post.submitted", []func(*editorial.AuditLine, *editorial.Scene){by("ed")}, []string{"ana", "bo"}},
		{"post.submitted", []func(*editorial.AuditLine, *editorial.Scene){by("ana")}, []string{"bo"}},
		{"post.changes_requested", []func(*editorial.AuditLine, *editorial.Scene){by("ana")}, []string{"ed"}},
		{"post.changes_requested", []func(*editorial.AuditLine, *editorial.Scene){by("ed")}, []string{}},
		{"approval.reminder", nil, []string{"ana", "bo"}},
		{"approval.escalated", []func(*editorial.AuditLine, *editorial.Scene){naming("post_1", "deputy mem_cleo")}, []string{"ana", "bo", "cleo", "mia"}},
		{"comment.mentioned", []func(*editorial.AuditLine, *editorial.Scene){by("ed"), naming("com_1", "mem_cleo, mem_mia; mem_gone mem_cms")}, []string{"cleo", "mia"}},
		{"comment.mentioned", []func(*editorial.AuditLine, *editorial.Scene){by("ed"), naming("com_1", "xmem_cleo mem_mia2")}, []string{}},
		{"comment.added", []func(*editorial.AuditLine, *editorial.Scene){by("cleo"), naming("com_1", "")}, []string{"ed"}},
		{"crisis.opened", []func(*editorial.AuditLine, *editorial.Scene){by("ed"), naming("cri_1", "mem_cleo")}, []string{"cleo", "mia"}},
		{"pause.made", []func(*editorial.AuditLine, *editorial.Scene){by("mia"), unread}, []string{"ana", "bo", "ed"}},
		{"channel.expiring", []func(*editorial.AuditLine, *editorial.Scene){unread}, []string{"mia", "olive"}},
		{"channel.lost", []func(*editorial.AuditLine, *editorial.Scene){unread}, []string{"mia", "olive"}},
		{"member.updated", []func(*editorial.AuditLine, *editorial.Scene){by("mia"), naming("mem_ed", "")}, []string{"ed"}},
		{"password.changed", []func(*editorial.AuditLine, *editorial.Scene){by("ed"), naming("mem_ed", "")}, []string{"ed"}},
		{"session.stolen", []func(*editorial.AuditLine, *editorial.Scene){by("ed"), naming("ses_1", "")}, []string{"ed"}},
		{"post.edited", []func(*editorial.AuditLine, *editorial.Scene){by("ed")}, []string{}},
	} {
		require.Equal(t, row.told, r.tells(row.action, row.change...), row.action)
	}
}

// Who signs after the first step is told, and no longer who has signed; who
// signed is told of what becomes of it.
func TestTellGoesOn(t *testing.T) {
	r := inSteps(t, proofreading, management)
	require.NoError(t, r.bids("ana", editorial.Asked{Move: editorial.MoveApprove, Revision: 1}))
	require.Equal(t, []string{"bo"}, r.tells("post.signed_off", by("ana")))
	require.NoError(t, r.bids("bo", editorial.Asked{Move: editorial.MoveApprove, Revision: 1}))
	require.Equal(t, []string{"mia"}, r.tells("post.signed_off", by("bo")))
	require.NoError(t, r.bids("mia", editorial.Asked{Move: editorial.MoveApprove, Revision: 1}))
	require.Empty(t, r.tells("post.submitted", by("ed")), "by now nobody must act")
	require.Equal(t, []string{"ana", "bo", "ed", "mia"}, r.tells("post.touched_up"))
}

// Who acts in the place of somebody who is away is told of what waits, and who
// is away is not.
func TestTellStandIns(t *testing.T) {
	r := inSteps(t, proofreading)
	r.sendAway("bo", "mia")
	require.Equal(t, []string{"ana", "mia"}, r.tells("post.submitted", by("ed")))
	r.now = r.now.Add(24 * time.Hour)
	require.Equal(t, []string{"ana", "bo"}, r.tells("post.submitted", by("ed")), "they are back")
}

// Whose yes a withdrawal takes away is told of it, though the post does not
// carry it any more by then.
func TestTellWhoSignedOfAWithdrawal(t *testing.T) {
	withdrawn := func(r *room) []string {
		require.NoError(t, r.bids("ed", editorial.Asked{Move: editorial.MoveWithdraw}))
		line := r.lines.Audit[0]
		require.Equal(t, "post.withdrawn", line.Action)
		return r.tells(line.Action, by("ed"), naming(line.Subject, line.Detail))
	}
	r := inSteps(t, proofreading, management)
	require.NoError(t, r.approves("ana"))
	require.Equal(t, []string{"ana"}, withdrawn(r), "a sign-off")
	r = inSteps(t, proofreading, management)
	for _, name := range []string{"ana", "bo", "mia"} {
		require.NoError(t, r.approves(name))
	}
	require.Equal(t, []string{"ana", "bo", "mia"}, withdrawn(r), "an approval")
	r = inSteps(t, proofreading)
	require.Empty(t, withdrawn(r), "nobody had signed")
	require.Empty(t, r.lines.Audit[0].Detail)
}

// An alarm finds somebody, even where nobody is left whom it concerns; who was
// shut out or may not read is told nothing.
func TestTellNeverSilent(t *testing.T) {
	r := inSteps(t, proofreading)
	shut := func(names ...string) func(*editorial.AuditLine, *editorial.Scene) {
		return func(_ *editorial.AuditLine, s *editorial.Scene) {
			s.Team = slices.Clone(s.Team)
			for i := range s.Team {
				if slices.Contains(names, s.Team[i].Name) {
					s.Team[i].Deactivated = noon
				}
			}
		}
	}
	require.Equal(t, []string{"mia"}, r.tells("delivery.failed", shut("ed")))
	require.Equal(t, []string{"olive"}, r.tells("delivery.failed", shut("ed", "mia")))
	require.Empty(t, r.tells("delivery.published", shut("ed", "mia")), "news that concern nobody are no loss")
	require.Empty(t, r.tells("pause.made", shut("ana", "bo", "ed", "mia"), by("mia")), "whoever stopped it knows")
	gone := func(_ *editorial.AuditLine, s *editorial.Scene) { s.Team[4].Roles = nil }
	require.Equal(t, []string{"mia"}, r.tells("delivery.failed", gone))
}

func TestTopics(t *testing.T) {
	seen := map[string]bool{}
	for _, topic := range editorial.Topics() {
		require.False(t, seen[topic.Action], topic.Action)
		seen[topic.Action] = true
		require.NotEmpty(t, topic.To, topic.Action)
		require.NotEmpty(t, topic.Words.EN, topic.Action)
		require.NotEmpty(t, topic.Words.FR, topic.Action)
		require.Contains(t, editorial.Weights(), topic.Weight, topic.Action)
	}
	for _, action := range []string{
		"delivery.failed", "delivery.missed", "delivery.unknown", "delivery.held", "delivery.preflight_failed", "pause.made", "crisis.opened", "post.held",
	} {
		topic, some := editorial.TopicOf(action)
		require.True(t, some, action)
		require.Equal(t, editorial.WeightAlarm, topic.Weight, action)
	}
}
