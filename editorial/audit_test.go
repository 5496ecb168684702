package editorial_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func aLine() editorial.AuditLine {
	return editorial.AuditLine{
		Seq: 7, At: noon, Calendar: "cal_1", Action: "post.approved", Subject: "post_1", Post: "post_1", Revision: 3,
		Actor:  editorial.Actor{Member: "mem_1", Name: "Ana", Token: "tok_1", Maker: "mem_2"},
		Status: "scheduled", Note: "« oui »", Detail: "detail",
	}
}

// Whoever changes a line of the record breaks its chain.
func TestChain(t *testing.T) {
	line := aLine().Chain("before")
	require.Equal(t, "before", line.Previous)
	require.Equal(t, "e1d0020b1013082c1abb11b04ad40f4a589817c7268b326330d20ca6958d160c", line.Hash, "records are kept for years")

	seen := map[string]string{line.Hash: "nothing"}
	for name, change := range map[string]func(*editorial.AuditLine){
		"when":         func(l *editorial.AuditLine) { l.At = noon.Add(time.Millisecond) },
		"the calendar": func(l *editorial.AuditLine) { l.Calendar = "cal_2" },
		"who":          func(l *editorial.AuditLine) { l.Actor.Member = "mem_3" },
		"their name":   func(l *editorial.AuditLine) { l.Actor.Name = "Bo" },
		"their token":  func(l *editorial.AuditLine) { l.Actor.Token = "tok_2" },
		"its maker":    func(l *editorial.AuditLine) { l.Actor.Maker = "mem_3" },
		"what":         func(l *editorial.AuditLine) { l.Action = "post.held" },
		"to what":      func(l *editorial.AuditLine) { l.Subject = "post_2" },
		"the post":     func(l *editorial.AuditLine) { l.Post = "post_2" },
		"the revision": func(l *editorial.AuditLine) { l.Revision = 4 },
		"the status":   func(l *editorial.AuditLine) { l.Status = "approved" },
		"the note":     func(l *editorial.AuditLine) { l.Note = "« non »" },
		"the detail":   func(l *editorial.AuditLine) { l.Detail = "" },
		"words that move over": func(l *editorial.AuditLine) {
			l.Note, l.Detail = l.Note+l.Detail, ""
		},
	} {
		changed := aLine()
		change(&changed)
		hash := changed.Chain("before").Hash
		require.Empty(t, seen[hash], "%q gives the hash of %q", name, seen[hash])
		seen[hash] = name
	}
	require.NotEqual(t, line.Hash, aLine().Chain("another").Hash, "the line before")
	require.NotEqual(t, line.Hash, aLine().Chain("").Hash)

	again := aLine()
	again.Seq, again.Hash, again.Previous = 8, "x", "y"
	again.At = again.At.In(time.FixedZone("elsewhere", 3600)).Add(time.Microsecond)
	require.Equal(t, line.Hash, again.Chain("before").Hash, "as it is kept: in milliseconds, in UTC")
}
