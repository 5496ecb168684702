package editorial_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func actor(role editorial.Role) editorial.Actor {
	return editorial.Actor{Member: editorial.MemberID("mem_" + role), Name: string(role), May: role.Permissions()}
}

func aCrisis(t *testing.T) editorial.Crisis {
	t.Helper()
	c, err := editorial.OpenCrisis("cal_1", editorial.SeveritySerious, "a fire", false, actor(editorial.Viewer), noon)
	require.NoError(t, err)
	return c
}

func TestOpenCrisis(t *testing.T) {
	open := func(severity editorial.Severity, reason string, pauses bool, role editorial.Role) error {
		_, err := editorial.OpenCrisis("cal_1", severity, reason, pauses, actor(role), noon)
		return err
	}
	require.NoError(t, open(editorial.SeverityWatch, "a fire", false, editorial.Viewer), "whoever sees it first may be anybody")
	require.Equal(t, editorial.CodeNotPermitted, code(open(editorial.SeverityWatch, "a fire", true, editorial.Viewer)), "pausing takes more")
	require.NoError(t, open(editorial.SeverityCritical, "a fire", true, editorial.Editor))
	require.Equal(t, editorial.CodeUnknownSeverity, code(open("terrible", "a fire", false, editorial.Manager)))
	require.Equal(t, editorial.CodeReasonNeeded, code(open(editorial.SeverityWatch, " ", false, editorial.Manager)))
	require.Equal(t, editorial.CodeNotPermitted, code(open(editorial.SeverityWatch, "a fire", false, "nobody")))
	c := aCrisis(t)
	require.Equal(t, "severity serious; for mem_mia", c.Told(aTeam()))
	require.Empty(t, c.By.May)
}

func TestLeadCrisis(t *testing.T) {
	critical, points := editorial.SeverityCritical, "We are sorry."
	change := editorial.CrisisChange{Severity: &critical, Points: &points}
	c := aCrisis(t)
	require.Equal(t, editorial.CodeNotPermitted, code(c.Change(change, actor(editorial.Editor))))
	require.NoError(t, c.Change(change, actor(editorial.Manager)))
	require.Equal(t, critical, c.Severity)
	require.Equal(t, points, c.Points)

	pin := func(p *editorial.Post) error {
		return c.Change(editorial.CrisisChange{Statement: p}, actor(editorial.Manager))
	}
	exempt := &editorial.Post{ID: "post_1", Calendar: "cal_1", Sheet: editorial.Sheet{Crisis: true}}
	require.Equal(t, editorial.CodeStatementNotExempt, code(pin(&editorial.Post{ID: "post_1", Calendar: "cal_1"})))
	require.Equal(t, editorial.CodeUnknownStatement, code(pin(&editorial.Post{ID: "post_1", Calendar: "cal_2", Sheet: exempt.Sheet})))
	require.Equal(t, editorial.CodeUnknownStatement, code(pin(&editorial.Post{ID: "post_1", Calendar: "cal_1", State: editorial.Archived, Sheet: exempt.Sheet})))
	require.NoError(t, pin(exempt))
	require.Equal(t, editorial.PostID("post_1"), c.Statement)
	require.NoError(t, c.Change(editorial.CrisisChange{}, actor(editorial.Manager)))
	require.Equal(t, editorial.PostID("post_1"), c.Statement, "what is not said stays")
	require.NoError(t, c.Change(editorial.CrisisChange{Unpin: true}, actor(editorial.Manager)))
	require.Empty(t, c.Statement)
}

func TestCloseCrisis(t *testing.T) {
	c := aCrisis(t)
	later := noon.Add(time.Hour)
	pause := func(change func(*editorial.Pause)) editorial.Pause {
		p := editorial.Pause{ID: "pau_1", Calendar: "cal_1", From: noon}
		change(&p)
		return p
	}
	stops := c.Stops([]editorial.Pause{
		pause(func(*editorial.Pause) {}),
		pause(func(p *editorial.Pause) { p.Calendar = "cal_2" }),
		pause(func(p *editorial.Pause) { p.Calendar = "" }),
		pause(func(p *editorial.Pause) { p.From = noon.Add(-time.Second) }),
		pause(func(p *editorial.Pause) { p.Until = later }),
		pause(func(p *editorial.Pause) { p.ID, p.From, p.Made = "pau_2", later.Add(time.Hour), noon }),
		pause(func(p *editorial.Pause) { p.ID, p.From, p.Made = "pau_3", later.Add(time.Hour), noon.Add(-time.Hour) }),
	}, later)
	require.Len(t, stops, 2, "made in it, and on still or to come")

	require.Equal(t, editorial.CodeNotPermitted, code(c.Close("over", true, stops, actor(editorial.Editor), later)))
	require.Equal(t, editorial.CodeCrisisPaused, code(c.Close("over", false, stops, actor(editorial.Manager), later)))
	require.NoError(t, c.Close("over", true, stops, actor(editorial.Manager), later))
	require.Equal(t, later, c.Closed)
	require.Equal(t, "over", c.Review)
	require.Equal(t, editorial.CodeCrisisOver, code(c.Close("again", true, nil, actor(editorial.Manager), later)))
	require.Equal(t, editorial.CodeCrisisOver, code(c.Change(editorial.CrisisChange{}, actor(editorial.Manager))))
	require.Equal(t, editorial.CodeCrisisOver, code(c.Note("late", actor(editorial.Manager))))
	require.False(t, c.Made(pause(func(p *editorial.Pause) { p.From = later.Add(time.Second) })))
}

func TestNoteInCrisis(t *testing.T) {
	c := aCrisis(t)
	require.Equal(t, editorial.CodeNotPermitted, code(c.Note("smoke", actor(editorial.Viewer))))
	require.Equal(t, editorial.CodeNothingToSay, code(c.Note(" ", actor(editorial.Reviewer))))
	require.NoError(t, c.Note("smoke", actor(editorial.Reviewer)))
}

func TestLiftPause(t *testing.T) {
	p := editorial.Pause{From: noon.Add(time.Hour)}.Lifted(noon)
	require.False(t, p.Active(noon.Add(2*time.Hour)), "it never begins")
	q := editorial.Pause{From: noon.Add(-time.Hour)}.Lifted(noon)
	require.True(t, q.Active(noon.Add(-time.Minute)))
	require.False(t, q.Active(noon))
}

func TestSeverityWords(t *testing.T) {
	for _, s := range editorial.Severities() {
		require.NotEqual(t, string(s), s.Words().EN)
		require.NotEqual(t, s.Words().EN, s.Words().FR)
	}
	require.Equal(t, "x", editorial.Severity("x").Words().EN)
}
