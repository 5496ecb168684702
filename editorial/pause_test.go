package editorial_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func TestPauseActive(t *testing.T) {
	p := editorial.Pause{From: noon, Until: noon.Add(time.Hour)}
	for at, want := range map[time.Duration]bool{-1: false, 0: true, time.Hour - 1: true, time.Hour: false} {
		require.Equal(t, want, p.Active(noon.Add(at)), at)
	}
	p.Until = time.Time{}
	require.True(t, p.Active(noon.Add(10000*time.Hour)), "until a person lifts it")
}

// A pause that began as it was made holds, whatever the clock says since; one
// that was planned waits for its time.
func TestPauseAndAClockThatWentBack(t *testing.T) {
	before := noon.Add(-2 * time.Hour)
	p := editorial.Pause{From: noon, Made: noon}
	require.True(t, p.Active(before))
	p.Until = noon.Add(time.Hour)
	require.True(t, p.Active(before), "until its end, by the clock as it is now")
	require.False(t, p.Active(noon.Add(time.Hour)))
	p.Made = before.Add(-time.Minute)
	require.False(t, p.Active(before), "planned")
	require.True(t, p.Active(noon))
}

// What a pause had stopped stays stopped when it is lifted by a clock that went
// back since it was made.
func TestPauseLiftedByAClockThatWentBack(t *testing.T) {
	r := approved(t)
	made := due.Add(time.Hour) // the clock is fast
	p := editorial.Pause{Scope: editorial.Scope{All: true}, From: made, Made: made}
	for _, lifted := range []editorial.Pause{p.Lifted(due.Add(time.Minute)), func() editorial.Pause { p.Until = due.Add(time.Minute); return p }()} {
		r.pauses = []editorial.Pause{lifted}
		r.now = due.Add(2 * time.Minute)
		r.claim(wall, editorial.StepNone)
		require.Equal(t, []editorial.Code{editorial.CodeTimePassedWhileStopped}, holdCodes(r.on(wall).Holds))
	}
}

// A pause covers everything, or one thing.
func TestPauseCovers(t *testing.T) {
	post := func(change func(*editorial.Post)) *editorial.Post {
		p := &editorial.Post{Calendar: "cal_1"}
		p.Campaign, p.Pillar = "camp_1", "pil_1"
		change(p)
		return p
	}
	same := func(*editorial.Post) {}
	bare := func(p *editorial.Post) { p.Campaign, p.Pillar = "", "" }
	crisis := func(p *editorial.Post) { p.Crisis = true }
	for name, row := range map[string]struct {
		scope editorial.Scope
		post  func(*editorial.Post)
		want  bool
	}{
		"everything":                   {editorial.Scope{All: true}, same, true},
		"its calendar":                 {editorial.Scope{Calendar: "cal_1"}, same, true},
		"another calendar":             {editorial.Scope{Calendar: "cal_2"}, same, false},
		"its channel":                  {editorial.Scope{Channel: wall}, same, true},
		"another channel":              {editorial.Scope{Channel: ribbon}, same, false},
		"its campaign":                 {editorial.Scope{Campaign: "camp_1"}, same, true},
		"a campaign, and it has none":  {editorial.Scope{Campaign: "camp_1"}, bare, false},
		"its pillar":                   {editorial.Scope{Pillar: "pil_1"}, same, true},
		"a pillar, and it has none":    {editorial.Scope{Pillar: "pil_1"}, bare, false},
		"nothing":                      {editorial.Scope{}, bare, false},
		"everything but the statement": {editorial.Scope{All: true}, crisis, false},
		"the statement's own channel":  {editorial.Scope{Channel: wall}, crisis, false},
	} {
		require.Equal(t, row.want, editorial.Pause{Scope: row.scope}.Covers(post(row.post), wall), name)
	}
}
