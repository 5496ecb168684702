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
		Salts: editorial.Salts{[]byte("salt"), []byte("salt"), []byte("salt")}, Seals: editorial.Seals{"a", "b", "c"},
	}
}

// Whoever changes a line of the record breaks its chain.
func TestChain(t *testing.T) {
	line := aLine().Chain("before")
	require.Equal(t, "before", line.Previous)
	require.Equal(t, "fc6c25cefc78d7070fa40ca16b2b4a4a8336b7815cd0fe27562929b603449621", line.Hash, "records are kept for years")

	seen := map[string]string{line.Hash: "nothing"}
	for name, change := range map[string]func(*editorial.AuditLine){
		"when":                func(l *editorial.AuditLine) { l.At = noon.Add(time.Millisecond) },
		"the calendar":        func(l *editorial.AuditLine) { l.Calendar = "cal_2" },
		"who":                 func(l *editorial.AuditLine) { l.Actor.Member = "mem_3" },
		"their token":         func(l *editorial.AuditLine) { l.Actor.Token = "tok_2" },
		"its maker":           func(l *editorial.AuditLine) { l.Actor.Maker = "mem_3" },
		"the machine":         func(l *editorial.AuditLine) { l.Actor, l.Seals[0] = editorial.Machine(), "" },
		"another machine":     func(l *editorial.AuditLine) { l.Actor, l.Seals[0] = editorial.Actor{Name: "another"}, "" },
		"what":                func(l *editorial.AuditLine) { l.Action = "post.held" },
		"to what":             func(l *editorial.AuditLine) { l.Subject = "post_2" },
		"the post":            func(l *editorial.AuditLine) { l.Post = "post_2" },
		"the revision":        func(l *editorial.AuditLine) { l.Revision = 4 },
		"the status":          func(l *editorial.AuditLine) { l.Status = "approved" },
		"the seal of a name":  func(l *editorial.AuditLine) { l.Seals[0] = "x" },
		"the seal of a note":  func(l *editorial.AuditLine) { l.Seals[1] = "x" },
		"the seal of detail":  func(l *editorial.AuditLine) { l.Seals[2] = "x" },
		"seals that move":     func(l *editorial.AuditLine) { l.Seals = editorial.Seals{"ab", "", "c"} },
		"the hash it had":     func(l *editorial.AuditLine) { l.First = "x" },
		"a status in a seal":  func(l *editorial.AuditLine) { l.Status, l.Seals[0] = "", "scheduled" },
		"ids that move over":  func(l *editorial.AuditLine) { l.Subject, l.Post = l.Subject+"post_1", "" },
		"an action as an id":  func(l *editorial.AuditLine) { l.Action, l.Subject = l.Subject, l.Action },
		"a maker for a token": func(l *editorial.AuditLine) { l.Actor.Token, l.Actor.Maker = "mem_2", "tok_1" },
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
	again.Actor.Name, again.Note, again.Detail, again.Salts = "", "", "", editorial.Salts{}
	again.At = again.At.In(time.FixedZone("elsewhere", 3600)).Add(time.Microsecond)
	require.Equal(t, line.Hash, again.Chain("before").Hash, "in milliseconds, in UTC, and without the words, which have their seals")
}

// Words are sealed each under a salt of their own: the same words never look
// the same, and what a salt belongs to cannot be guessed from another.
func TestSealed(t *testing.T) {
	line := aLine()
	line.Note, line.Detail = "the same", "the same"
	one, other := line.Sealed(), line.Sealed()
	require.NotEqual(t, one.Seals[1], one.Seals[2])
	require.NotEqual(t, one.Seals, other.Seals)
	require.NotEqual(t, one.Salts, other.Salts)
	require.Len(t, one.Salts[0], 16)
	require.False(t, one.Erased())

	machine := editorial.AuditLine{Actor: editorial.Machine()}.Sealed()
	require.Equal(t, editorial.Seals{}, machine.Seals, "there is nothing to hide")
	require.False(t, machine.Erased())
	client := editorial.AuditLine{Actor: editorial.Actor{Name: "Cléo", Token: "cli_1", Maker: "mem_1"}}
	open, closed := client.Chain(""), client.Sealed().Chain("")
	require.NotEmpty(t, closed.Seals[0])
	require.Empty(t, checked([]editorial.AuditLine{open}, editorial.AuditCheck{}).Faults, "as it was before clients' names were sealed")
	require.Empty(t, checked([]editorial.AuditLine{closed}, editorial.AuditCheck{}).Faults)
	closed.Actor.Name, closed.Salts[0] = "", nil
	require.Empty(t, checked([]editorial.AuditLine{closed}, editorial.AuditCheck{}).Faults, "without the name the line is whole")
	closed.Actor.Name = "Cloé"
	require.NotEmpty(t, checked([]editorial.AuditLine{closed}, editorial.AuditCheck{}).Faults)
	open.Actor.Name = "Cloé"
	require.NotEmpty(t, checked([]editorial.AuditLine{open}, editorial.AuditCheck{}).Faults)
	one.Salts[0] = nil
	require.True(t, one.Erased())
	require.Equal(t, []string{"name"}, one.ErasedWords())
	other.Salts[2] = nil
	require.True(t, other.Erased())
	require.Equal(t, []string{"detail"}, other.ErasedWords())
}

// a record of two chains, as the store writes it.
func aRecord() (lines []editorial.AuditLine) {
	heads := map[editorial.CalendarID]string{}
	for i := range 12 {
		line := editorial.AuditLine{
			Seq: int64(i + 1), At: noon.Add(time.Duration(i) * time.Minute), Calendar: []editorial.CalendarID{"cal_1", "", "cal_1"}[i%3],
			Actor: editorial.Actor{Member: "mem_1", Name: "Ana"}, Action: "post.held", Note: "words",
		}
		line = line.Sealed()
		line = line.Chain(heads[line.Calendar])
		heads[line.Calendar] = line.Hash
		lines = append(lines, line)
	}
	return lines
}

func checked(lines []editorial.AuditLine, check editorial.AuditCheck) *editorial.AuditCheck {
	for _, line := range lines {
		check.Look(line)
	}
	check.End()
	return &check
}

// rehashed gives a line a hash that fits what it says now.
func rehashed(l editorial.AuditLine) editorial.AuditLine { return l.Chain(l.Previous) }

func TestAuditCheck(t *testing.T) {
	lines := func(kinds ...any) (faults []editorial.AuditFault) {
		for i := 0; i < len(kinds); i += 2 {
			faults = append(faults, editorial.AuditFault{Kind: kinds[i].(editorial.AuditFaultKind), Seq: int64(kinds[i+1].(int))})
		}
		return faults
	}
	without := func(l []editorial.AuditLine, at int) []editorial.AuditLine { return append(l[:at:at], l[at+1:]...) }
	for name, row := range map[string]struct {
		change func(l []editorial.AuditLine) []editorial.AuditLine
		want   []editorial.AuditFault
	}{
		"as it is": {func(l []editorial.AuditLine) []editorial.AuditLine { return l }, nil},
		"a line was changed": {func(l []editorial.AuditLine) []editorial.AuditLine {
			l[4].Action = "post.approved"
			return l
		}, lines(editorial.AuditChanged, 5)},
		"its words were": {func(l []editorial.AuditLine) []editorial.AuditLine {
			l[4].Note = "other words"
			return l
		}, lines(editorial.AuditChanged, 5)},
		"a name was": {func(l []editorial.AuditLine) []editorial.AuditLine {
			l[4].Actor.Name = "Bo"
			return l
		}, lines(editorial.AuditChanged, 5)},
		"words were put where others were erased": {func(l []editorial.AuditLine) []editorial.AuditLine {
			l[4].Salts[1] = nil
			return l
		}, lines(editorial.AuditChanged, 5)},
		"words were erased": {func(l []editorial.AuditLine) []editorial.AuditLine {
			l[4].Salts[1], l[4].Note = nil, ""
			l[5].Salts[0], l[5].Actor.Name = nil, ""
			return l
		}, nil},
		"a line was changed, and its hash": {func(l []editorial.AuditLine) []editorial.AuditLine {
			l[3].Action = "post.approved"
			l[3] = rehashed(l[3])
			return l
		}, lines(editorial.AuditBroken, 6)},
		"a line was removed": {func(l []editorial.AuditLine) []editorial.AuditLine { return without(l, 3) }, lines(editorial.AuditRemoved, 5)},
		"several were": {func(l []editorial.AuditLine) []editorial.AuditLine {
			return append(l[:3:3], l[8:]...)
		}, lines(editorial.AuditRemoved, 9)},
		"the first was": {func(l []editorial.AuditLine) []editorial.AuditLine { return l[1:] }, lines(editorial.AuditRemoved, 2)},
		"a line was removed, and the others moved up": {func(l []editorial.AuditLine) []editorial.AuditLine {
			l = without(l, 3)
			for i := range l {
				l[i].Seq = int64(i + 1)
			}
			return l
		}, lines(editorial.AuditBroken, 5)},
		"a line was inserted": {func(l []editorial.AuditLine) []editorial.AuditLine {
			extra := l[3]
			extra.Action = "post.approved"
			extra.Previous = l[3].Hash
			extra = rehashed(extra)
			l = append(l[:4:4], append([]editorial.AuditLine{extra}, l[4:]...)...)
			for i := range l {
				l[i].Seq = int64(i + 1)
			}
			return l
		}, lines(editorial.AuditInserted, 5)},
		"two lines changed places": {func(l []editorial.AuditLine) []editorial.AuditLine {
			l[3], l[5] = l[5], l[3]
			l[3].Seq, l[5].Seq = 4, 6
			return l
		}, lines(editorial.AuditBroken, 4, editorial.AuditInserted, 4, editorial.AuditInserted, 6)},
		"a line went into another chain": {func(l []editorial.AuditLine) []editorial.AuditLine {
			l[4].Calendar = "cal_1"
			return l
		}, lines(editorial.AuditBroken, 5, editorial.AuditChanged, 5, editorial.AuditInserted, 5, editorial.AuditBroken, 8)},
	} {
		t.Run(name, func(t *testing.T) {
			var got []editorial.AuditFault
			for _, fault := range checked(row.change(aRecord()), editorial.AuditCheck{Whole: true}).Faults {
				got = append(got, editorial.AuditFault{Kind: fault.Kind, Seq: fault.Seq})
			}
			require.Equal(t, row.want, got)
		})
	}
}

// A chain can be checked alone, and from a line on that is believed.
func TestAuditCheckOfOneChain(t *testing.T) {
	var chain []editorial.AuditLine
	for _, line := range aRecord() {
		if line.Calendar == "cal_1" {
			chain = append(chain, line)
		}
	}
	require.Empty(t, checked(chain, editorial.AuditCheck{}).Faults)
	from := editorial.AuditCheck{}
	from.Begin(chain[2])
	read := checked(chain[3:], from)
	require.Empty(t, read.Faults)
	require.Equal(t, int64(len(chain)-3), read.Lines)
	require.NotEmpty(t, checked(chain[3:], editorial.AuditCheck{}).Faults)
	other := editorial.AuditCheck{}
	other.Begin(chain[1])
	require.Equal(t, []editorial.AuditFault{{Kind: editorial.AuditBroken, Calendar: "cal_1", Seq: chain[3].Seq, After: chain[1].Seq}}, checked(chain[3:], other).Faults)
}

// Whoever can write the database can write a chain anew from some line on, or
// cut its end off. What was noted elsewhere shows it.
func TestAuditCheckAgainstANotedHead(t *testing.T) {
	record := aRecord()
	whole := checked(record, editorial.AuditCheck{Whole: true}).Head()
	require.Equal(t, int64(12), whole.Seq)
	for seq := range int64(13) {
		noted := checked(record[:seq], editorial.AuditCheck{Whole: true}).Head()
		require.Equal(t, seq, noted.Seq)
		require.Empty(t, checked(record, editorial.AuditCheck{Whole: true, Noted: noted}).Faults, seq)
		noted.Hash = noted.Hash[:12]
		require.Empty(t, checked(record, editorial.AuditCheck{Whole: true, Noted: noted}).Faults, "cut short")
	}
	require.Equal(t, []editorial.AuditFault{{Kind: editorial.AuditRemoved, Seq: 12, After: 10}},
		checked(record[:10], editorial.AuditCheck{Whole: true, Noted: whole}).Faults)

	anew, heads := aRecord(), map[editorial.CalendarID]string{}
	anew[4].Action = "post.approved"
	for i := range anew {
		anew[i] = anew[i].Chain(heads[anew[i].Calendar])
		heads[anew[i].Calendar] = anew[i].Hash
	}
	require.Empty(t, checked(anew, editorial.AuditCheck{Whole: true}).Faults, "by itself it looks right")
	require.Equal(t, []editorial.AuditFault{{Kind: editorial.AuditOther, Seq: 12, After: 12}},
		checked(anew, editorial.AuditCheck{Whole: true, Noted: whole}).Faults)
}

// The order in which chains are named makes no difference to their head.
func TestHeadOf(t *testing.T) {
	one, other := editorial.AuditHead{Calendar: "cal_1", Seq: 3, Hash: "a"}, editorial.AuditHead{Seq: 2, Hash: "b"}
	require.Equal(t, editorial.HeadOf([]editorial.AuditHead{one, other}), editorial.HeadOf([]editorial.AuditHead{other, one}))
	require.NotEqual(t, editorial.HeadOf([]editorial.AuditHead{one, other}), editorial.HeadOf([]editorial.AuditHead{one}))
	require.Equal(t, int64(3), editorial.HeadOf([]editorial.AuditHead{one, other}).Seq)
}

func TestLineNamesMembers(t *testing.T) {
	line := editorial.AuditLine{Subject: "mem_a", Detail: "for mem_b mem_c; in place of mem_b; note_mem_d, mem_a"}
	require.Equal(t, []editorial.MemberID{"mem_a", "mem_b", "mem_c"}, line.Names())
	require.Equal(t, []editorial.MemberID{"mem_a"}, editorial.AuditLine{Subject: "post_a", Actor: editorial.Actor{Maker: "mem_a"}}.Names())
	require.Empty(t, editorial.AuditLine{Subject: "post_a", Detail: "severity watch; for nobody", Note: "mem_z"}.Names())
}
