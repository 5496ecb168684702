package editorial_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func TestDigestDue(t *testing.T) {
	c := editorial.Calendar{Zone: "Europe/Paris"}
	monday := time.Date(2026, 11, 23, 7, 0, 0, 0, time.UTC) // 8:00
	for _, row := range []struct {
		at            time.Time
		daily, weekly string
	}{
		{monday.Add(-time.Second), "", ""},
		{monday, "2026-11-23", "2026-11-23"},
		{monday.Add(15 * time.Hour), "2026-11-23", "2026-11-23"},
		{monday.Add(17 * time.Hour), "", ""},
		{monday.Add(24 * time.Hour), "2026-11-24", ""},
	} {
		require.Equal(t, row.daily, c.DigestDue(editorial.KindDaily, row.at), row.at)
		require.Equal(t, row.weekly, c.DigestDue(editorial.KindWeekly, row.at), row.at)
	}
	c.Policy.Digest = editorial.DigestTimes{At: "02:30", WeeklyOn: time.Sunday, Chosen: true}
	gap := time.Date(2026, 3, 29, 1, 0, 0, 0, time.UTC) // clocks jump from 2:00 to 3:00
	require.Empty(t, c.DigestDue(editorial.KindWeekly, gap.Add(-time.Second)))
	require.Equal(t, "2026-03-29", c.DigestDue(editorial.KindWeekly, gap), "an hour that clocks skip is the next one they show")
	require.Empty(t, editorial.Calendar{Zone: "Nowhere/Land"}.DigestDue(editorial.KindDaily, monday))
	require.NotEmpty(t, editorial.DigestTimes{At: "8 h"}.Check("/policy/digest"))
}

func TestDigest(t *testing.T) {
	now := noon
	post := func(name string, status editorial.Status, due time.Time, state editorial.State) *editorial.Post {
		return &editorial.Post{
			ID: editorial.PostID(name), Sheet: editorial.Sheet{Title: name, Owner: "mem_ed", Content: editorial.Content{Channels: []editorial.ChannelID{wall}}},
			Status: status, FirstDue: due, State: state,
		}
	}
	out := post("out", "published", now.AddDate(0, 0, -2), editorial.Approved)
	out.Deliveries = []editorial.Delivery{{Channel: wall, State: editorial.Published, Due: now.AddDate(0, 0, -2), Out: now.AddDate(0, 0, -2).Add(2 * time.Minute)}}
	old := post("old", "published", now.AddDate(0, 0, -8), editorial.Approved)
	old.Deliveries = []editorial.Delivery{{Channel: wall, State: editorial.Published, Due: now.AddDate(0, 0, -8), Out: now.AddDate(0, 0, -8)}}
	missed := post("missed", "missed", now.AddDate(0, 0, -1), editorial.Approved)
	missed.Deliveries = []editorial.Delivery{{Channel: wall, State: editorial.Missed, Due: now.AddDate(0, 0, -1)}}
	posts := []*editorial.Post{
		post("in three days", "scheduled", now.Add(72*time.Hour), editorial.Approved),
		post("tomorrow", "scheduled", now.Add(20*time.Hour), editorial.Approved),
		post("tonight", "scheduled", now.Add(8*time.Hour), editorial.Approved),
		post("not ready", "draft", now.Add(9*time.Hour), editorial.Draft),
		post("too late", "in_review", now.Add(-time.Hour), editorial.InReview),
		post("some day", "draft", time.Time{}, editorial.Draft),
		out, old, missed,
	}
	desk := editorial.Desk{
		Calendar: editorial.Calendar{ID: "cal_1", Zone: "Europe/Paris"}, Channels: editorial.Channels{wall: {Name: "Le mur"}}, Team: aTeam(), Now: now,
	}
	pauses := []editorial.Pause{
		{Calendar: "cal_1", Reason: "here", From: now.Add(-time.Hour)}, {Calendar: "cal_2", Reason: "elsewhere", From: now.Add(-time.Hour)}, {Reason: "later", From: now.Add(time.Hour)},
	}
	d := editorial.NewDigest(editorial.KindDaily, desk, posts, pauses, editorial.AuditLine{})
	require.Equal(t, []string{"tonight", "tomorrow"}, digestNames(d.Leaving))
	require.Equal(t, []string{"not ready"}, digestNames(d.Waiting))
	require.Equal(t, []string{"ed"}, d.Waiting[0].For)
	require.Equal(t, []string{"too late"}, digestNames(d.Late))
	require.Equal(t, []string{"missed"}, digestNames(d.Stopped))
	require.Len(t, d.Pauses, 1)
	require.Zero(t, d.Results)

	d = editorial.NewDigest(editorial.KindWeekly, desk, posts, nil, editorial.AuditLine{})
	require.Equal(t, []string{"tonight", "tomorrow", "in three days"}, digestNames(d.Leaving))
	require.Equal(t, 1, d.Results.Published)
	require.Equal(t, 1, d.Results.Late)
	require.Equal(t, 1, d.Results.Missed)
	require.Equal(t, []editorial.ChannelResult{{Name: "Le mur", Published: 1}}, d.Results.ByChannel)
	require.False(t, d.Empty())
	require.True(t, editorial.NewDigest(editorial.KindWeekly, desk, nil, nil, editorial.AuditLine{}).Empty())
}

// What is out somewhere is not done with: a channel that failed, one that is
// still to leave, and an edit that waits for its yes are in the digest too.
func TestDigestOfWhatIsOut(t *testing.T) {
	now := noon
	post := func(name string, status editorial.Status, state editorial.State, rest editorial.DeliveryState, due time.Time) *editorial.Post {
		return &editorial.Post{
			ID: editorial.PostID(name), Status: status, State: state, FirstDue: now.Add(-time.Hour),
			Sheet: editorial.Sheet{Title: name, Owner: "mem_ed", Content: editorial.Content{Channels: []editorial.ChannelID{wall, ribbon}}},
			Deliveries: []editorial.Delivery{
				{Channel: wall, State: editorial.Published, Due: now.Add(-time.Hour), Out: now.Add(-time.Hour)}, {Channel: ribbon, State: rest, Due: due},
			},
		}
	}
	past, soon := now.Add(-time.Hour), now.Add(8*time.Hour)
	d := editorial.NewDigest(editorial.KindDaily, editorial.Desk{Channels: editorial.Channels{}, Team: aTeam(), Now: now}, []*editorial.Post{
		post("failed on one", "partly_published", editorial.Approved, editorial.Failed, past),
		post("the rest tonight", "partly_published", editorial.Approved, editorial.Scheduled, soon),
		post("the rest next week", "partly_published", editorial.Approved, editorial.Scheduled, now.AddDate(0, 0, 6)),
		post("the rest waits", "partly_published", editorial.InReview, editorial.Planned, soon),
		post("the rest was taken back", "partly_published", editorial.Draft, editorial.Planned, soon),
		post("an edit waits", "published", editorial.InReview, editorial.Published, past),
		post("an edit is to be corrected", "published", editorial.ChangesRequested, editorial.Published, past),
		post("out", "published", editorial.Approved, editorial.Published, past),
	}, nil, editorial.AuditLine{})
	require.Equal(t, []string{"failed on one"}, digestNames(d.Stopped))
	require.Equal(t, []string{"the rest tonight"}, digestNames(d.Leaving))
	require.Equal(t, soon, d.Leaving[0].At, "when the rest leaves")
	require.Equal(t, []string{"an edit waits", "an edit is to be corrected", "the rest waits", "the rest was taken back"}, digestNames(d.Waiting))
	require.Empty(t, d.Late)
}

func digestNames(list []editorial.DigestPost) (all []string) {
	for _, p := range list {
		all = append(all, p.Name)
	}
	return all
}

func TestPostName(t *testing.T) {
	require.Equal(t, "A title", editorial.PostName("A title", editorial.Content{Text: "words"}))
	require.Equal(t, "Un été de lumière", editorial.PostName("", editorial.Content{Text: " Un été\nde lumière "}))
	long := editorial.PostName("", editorial.Content{Text: "Un texte bien trop long pour tenir dans l’objet d’un message que quelqu’un lira"})
	require.Equal(t, "Un texte bien trop long pour tenir dans l’objet d’un…", long)
	require.Empty(t, editorial.PostName("", editorial.Content{}))
}

func TestSayTime(t *testing.T) {
	at := time.Date(2026, 8, 1, 7, 5, 0, 0, time.UTC)
	require.Equal(t, "Saturday 1 August 2026, 09:05 (Europe/Paris)", editorial.SayTime(at, "Europe/Paris", editorial.English))
	require.Equal(t, "samedi 1er août 2026, 09:05 (Europe/Paris)", editorial.SayTime(at, "Europe/Paris", editorial.French))
	require.Equal(t, "samedi 1er août 2026, 07:05 (UTC)", editorial.SayTime(at, "Nowhere/Land", editorial.French))
}
