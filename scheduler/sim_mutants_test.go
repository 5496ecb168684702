package scheduler

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// mutant is a one-line change that breaks a promise. The simulation must see
// it, and say so in the words of the check that is there for it.
type mutant struct {
	breaks string // what the change does
	room   string
	line   string // occurs once in the room
	into   string
	says   string // what the simulation says
}

// mutants lists a mutant or more for each check of the simulation.
func mutants() []mutant {
	return []mutant{
		{
			"skips the gate", "editorial",
			"holds := Gate(c.atDue())", "holds := Gate(c.atDue())[:0]",
			"post", // any: the gate keeps all of them
		},
		{
			"skips the lateness check", "editorial",
			"d.miss(CodeTooLateNow, c.Now)\n\t\treturn StepNone", "d.Tries++",
			"after its time",
		},
		{
			"signs something else than the words", "editorial",
			"Kind: part.Kind, Text: part.Text, Media:", "Kind: part.Kind, Media:",
			"body approved",
		},
		{
			"sends the current revision instead of the approved one", "editorial",
			"part := c.Content.Parts(d.Channel)[index]", "part := c.Post.Content.Parts(d.Channel)[index]",
			"",
		},
		{
			"does not compare the time with the approved one", "editorial",
			"return now.IsZero() || now == signed || ", "return now.IsZero() || channel != \"\" || ",
			"at a time that nobody approved",
		},
		{
			"takes the next day for the same", "editorial",
			"!at.Before(from) && at.Before(to)\n}", "!at.Before(from) && at.Before(to.AddDate(0, 0, 1))\n}",
			"at a time that nobody approved",
		},
		{
			"takes any edit after the approval for a touch-up at the gate", "editorial",
			"case !NewRuler(a.Revision, *c.Approved).Measure(touched.Margin, c.Content, channel).Inside():", "case touched.Revision == 0:",
			"claimed",
		},
		{
			"counts from the last touch-up in place of the approved text", "editorial",
			"\tp.Approval.TouchUps = all\n",
			"\tfor id, some := range all {\n\t\tp.Approval.Revision, p.Approval.Hashes[id] = p.Revision, some[len(some)-1].Hash\n\t}\n",
			"beyond the margin",
		},
		{
			"approves with a step missing", "editorial",
			"if p.next(signed, desk) < len(desk.Calendar.Policy.steps()) {", "if p.next(signed, desk) < 0 {",
			"approved by the first step",
		},
		{
			"lets a touch-up change protected words", "editorial",
			"return m.with(d.changed...)", "return m.with(d.changed[:0]...)",
			"with other numbers or negations",
		},
		{
			"drops the pause check from the gate", "editorial",
			"if !pause.Covers(c.Post, c.Delivery.Channel) {", "if pause.Covers(c.Post, c.Delivery.Channel) {",
			"post", // one under a pause, or stopped by one before
		},
		{
			"forgets what a lifted pause had stopped", "editorial",
			"stopped = stopped || pause.stopped(since, c.Now)", "stopped = stopped || pause.Active(c.Now)",
			"and left by itself",
		},
		{
			"drops the manual hold from the gate", "editorial",
			"if c.Post.Hold != nil {", "if c.Post.Hold != nil && c.Post.Crisis {",
			"which somebody holds",
		},
		{
			"forgets what a lifted hold had stopped", "editorial",
			"&& !due.After(now) {\n\t\td.Stopped = true", "&& !due.After(now) {\n\t\td.Stopped = d.Stopped || d.begun()",
			"and left by itself",
		},
		{
			"does not look at pauses right before the call", "editorial",
			"if pause.Active(now) && pause.Covers(post, d.Channel) {\n\t\t\treturn false", "if pause.Active(now) && pause.Covers(post, d.Channel) {\n\t\t\treturn true",
			"called for post",
		},
		{
			"does not look at the lease right before the call", "scheduler",
			"\tcase !ok:\n", "\tcase !ok && w.Lease.IsZero():\n",
			"called for post",
		},
		{
			"begins a call that may outlast its lease", "editorial",
			"!now.Add(w.Terms.Call).Before(d.Lease)", "!now.Before(d.Lease)",
			"on a lease that has run out",
		},
		{
			"measures a lease by the wall clock alone", "scheduler",
			"case time.Since(clock)+w.Terms.Call >= w.Terms.Lease:", "case clock.IsZero():",
			"machine's own clock says",
		},
		{
			"calls before the time that a clock was set back from", "editorial",
			"first && now.Before(w.Delivery.Due) {\n\t\treturn false", "first && now.Before(w.Delivery.Due) {\n\t\treturn true",
			"before its time",
		},
		{
			"leaves leases where they were when the clock goes back", "store",
			"d.SetBack(turned.SetBack)", "d.SetBack(0)",
			"nobody looks for hours",
		},
		{
			"lets a pause begin again when the clock goes back", "editorial",
			"return !at.Before(p.from(at))", "return !at.Before(p.From)",
			"does not hold any more",
		},
		{
			"rescues while the call may still be on the wire", "editorial",
			"d.Next = d.Lease.Add(terms.Call)", "d.Next = d.Lease.Add(-terms.Call)",
			"may be on the wire",
		},
		{
			"sends again after a crash without looking", "editorial",
			"d.unsure(code, message, now, now)", "d.schedule(now)\n\t_, _ = code, message",
			"words",
		},
		{
			"takes a new key after an unclear outcome", "editorial",
			"part.State = PartUnsure\n\t}\n\td.State", "part.State, part.Key = PartUnsure, newKey()\n\t}\n\td.State",
			"",
		},
		{
			"takes a likely absence for sure", "editorial",
			"case o.Absence == Sure:", "case o.Absence != Unknowable:",
			"words",
		},
		{
			"retries a request that may have been heard", "editorial",
			"d.unsure(o.Code, o.Message, o.Ended, o.Ended.Add(looks[0]))\n\treturn Settlement{Event: \"delivery.unknown\"}", "return d.again(part, o)",
			"the same words public twice",
		},
		{
			"believes that every server drops repeated keys", "scheduler",
			"o.Honoured = s.honours(keyed, w)", "o.Honoured = keyed != nil",
			"the same words public twice",
		},
		{
			"takes the refusal of a repeat for a refusal of the first call", "editorial",
			"if d.Resend {\n\t\treturn d.repeated(part, o)", "if d.Resend && o.Verdict == Unknown {\n\t\treturn d.repeated(part, o)",
			"",
		},
		{
			"settles for an attempt that was given up", "editorial",
			"(d.Attempt != o.Attempt || d.Holder == \"\")", "d.State == Published",
			"",
		},
		{
			"does not write the attempt before the call", "store",
			"page.begin(work, l.round.Holder, l.round.Now)\n", "_ = page.begin\n",
			"before the attempt was on disk",
		},
		{
			"does not write the claim before the call", "store",
			"Open(c, l.round.Holder)\n\t\tp.Derive()\n\t\tpage.write(c.Delivery)", "Open(c, l.round.Holder)\n\t\tp.Derive()",
			"",
		},
		{
			"settles without writing how the attempt ended", "store",
			"page.end(o)\n", "_ = page.end\n",
			"may be on the wire",
		},
		{
			"breaks the plan order", "store",
			"\n\t\tORDER BY due_at, post_id, id`", "\n\t\tORDER BY due_at DESC, post_id DESC, id`",
			"overtook",
		},
		{
			"lets two leave at once on a channel", "store",
			"\t\tl.taken[channel] = true\n", "\t\t_ = channel\n",
			"two at once",
		},
		{
			"claims more than can start", "store",
			"return l.round.Free - len(l.turned.Work)", "return l.round.Free - len(l.turned.Work) + 1",
			"more than can start at once",
		},
		{
			"lets two daemons release", "store",
			"holder != nobody && round.Now.Before(until):", "holder != nobody && until.IsZero():",
			"two daemons release at once",
		},
		{
			"does not derive the status anew", "store",
			"\t\t\tp.Status = editorial.StatusOf(p)\n", "",
			"",
		},
		{
			"forgets what is on the wire at a crash", "editorial",
			"d.expire(c.Now)\n", "d.Next = c.Now.Add(LeaseTime)\n",
			"does not come to rest",
		},
		{
			"forgets what was approved", "editorial",
			"\tp.plan(desk)\n", "\tp.FirstDue = desk.Now\n",
			"was forgotten",
		},
		{
			"does not chain the record", "store",
			"line = line.Chain(previous)", "line = line.Chain(previous[:0])",
			"line ",
		},
	}
}

// TestMutantsApply fails where the code has moved on under a mutant, so that
// the list stays good between two long runs.
func TestMutantsApply(t *testing.T) {
	for _, m := range mutants() {
		m.find(t, "..")
	}
}

// TestSimMutants builds the simulation with each mutant in turn, in a copy of
// the tree, and expects it to fail.
func TestSimMutants(t *testing.T) {
	seeds := os.Getenv("PARUTION_MUTANTS")
	if seeds == "" {
		t.Skip("long: make sim-mutants")
	}
	tree := copyTree(t)
	require.Empty(t, simulateIn(t, tree, seeds), "without a mutant the simulation passes")
	for _, m := range mutants() {
		t.Run(m.breaks, func(t *testing.T) {
			file, source := m.find(t, tree)
			defer func() { require.NoError(t, os.WriteFile(file, []byte(source), 0o600)) }()
			require.NoError(t, os.WriteFile(file, []byte(strings.Replace(source, m.line, m.into, 1)), 0o600))
			m.judge(t, simulateIn(t, tree, seeds))
		})
	}
}

// judge holds what the simulation said against what it should have.
func (m mutant) judge(t *testing.T, said string) {
	t.Helper()
	switch {
	case said == "":
		t.Errorf("survived in %s:\n- %s\n+ %s", m.room, m.line, m.into)
	case !strings.Contains(said, m.says):
		t.Errorf("the simulation failed, and not by the check that says %q:\n%s", m.says, said)
	}
}

// find returns the one file of the room that has the line.
func (m mutant) find(t *testing.T, tree string) (path, source string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(tree, m.room, "*.go"))
	require.NoError(t, err)
	found := 0
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		if n := strings.Count(string(text), m.line); n > 0 {
			found, path, source = found+n, file, string(text)
		}
	}
	require.Equal(t, 1, found, "the mutant that %s no longer applies; its line is not once in %s:\n%s", m.breaks, m.room, m.line)
	return path, source
}

// copyTree copies what the simulation is built from.
func copyTree(t *testing.T) string {
	t.Helper()
	tree := t.TempDir()
	for _, room := range []string{"editorial", "publishers", "scheduler", "store"} {
		require.NoError(t, os.CopyFS(filepath.Join(tree, room), os.DirFS(filepath.Join("..", room))))
	}
	for _, name := range []string{"go.mod", "go.sum"} {
		text, err := os.ReadFile(filepath.Join("..", name))
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(filepath.Join(tree, name), text, 0o600))
	}
	return tree
}

// simulateIn builds the tree's simulation, runs it on so many seeds, and
// returns what its failure said, "" where there was none. A mutant that does
// not compile proves nothing.
func simulateIn(t *testing.T, tree, seeds string) string {
	t.Helper()
	folder := filepath.Join(tree, "scheduler")
	binary := filepath.Join(tree, "simulation")
	build := exec.CommandContext(t.Context(), "go", "test", "-trimpath", "-c", "-o", binary, ".")
	build.Dir = folder
	said, err := build.CombinedOutput()
	require.NoError(t, err, "does not compile: %s", said)
	run := exec.CommandContext(t.Context(), binary, "-test.run=^TestSim$", "-test.failfast")
	run.Dir, run.Env = folder, append(os.Environ(), "PARUTION_SIM_SEED=", "PARUTION_SIM_SEEDS="+seeds)
	said, err = run.CombinedOutput()
	require.NoError(t, t.Context().Err())
	if err == nil {
		return ""
	}
	return string(said)
}
