package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/rs/zerolog"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/store/storetest"
)

// forges writes into the record past its triggers.
func (m *machine) forges(statement string) {
	m.t.Helper()
	require.NoError(m.t, storetest.Forge(m.t.Context(), m.data, statement))
}

// wrong runs a check of the record that names what is wrong.
func (m *machine) wrong(said string, args ...string) {
	m.t.Helper()
	got := m.run(append([]string{"audit", "verify"}, args...)...)
	require.Equal(m.t, exitRecord, got.code, got.out+got.trouble)
	require.Contains(m.t, got.out, said)
	require.Contains(m.t, got.trouble, "the record is not as it was written")
}

func TestAuditVerify(t *testing.T) {
	m := newMachine(t)
	m.init()
	t.Run("a calendar", func(t *testing.T) { m.in(t).calendar("cal_1") })
	for i := range 5 {
		m.does("member", "add", "--name", "A", "--email", fmt.Sprintf("%d@example.org", i), "--calendar", "cal_1")
	}
	out := m.does("audit", "verify")
	require.Contains(t, out, "cal_1: line ")
	require.Regexp(t, `\d+ lines, nothing is wrong\n$`, out)
	head := regexp.MustCompile(`the whole: (\d+):([0-9a-f]{64})`).FindStringSubmatch(out)
	require.NotNil(t, head)

	shown := m.headShown(head[1], head[2])
	m.does("member", "add", "--name", "A", "--email", "later@example.org", "--calendar", "cal_1")
	m.does("audit", "verify", "--noted", head[1]+":"+shown)
	for _, noted := range []string{"7", "x:" + shown, head[1] + ":abc", head[1] + ":" + strings.Repeat("x", 12), "-1:" + shown} {
		got := m.run("audit", "verify", "--noted="+noted)
		require.Equal(t, exitSetting, got.code, noted)
	}

	whole, err := os.ReadFile(filepath.Join(m.data, databaseName))
	require.NoError(t, err)
	back := func() { require.NoError(t, os.WriteFile(filepath.Join(m.data, databaseName), whole, 0o600)) }
	m.forges(`UPDATE audit SET action = 'member.updated' WHERE seq = 6`)
	m.wrong("line 6 of cal_1 was changed")
	back()
	m.forges(`DELETE FROM audit WHERE seq = 6`)
	m.wrong("lines are gone between 5 and 7")
	back()
	m.forges(`UPDATE audit SET calendar_id = 'cal_2' WHERE seq > 5`)
	m.wrong("line 6 of cal_2 does not follow line 0")
	back()
	m.forges(`DELETE FROM audit WHERE seq > 5`)
	m.does("audit", "verify")
	m.wrong("lines are gone between 5 and "+head[1], "--noted", head[1]+":"+shown)
}

func TestAuditVerifyOfAFile(t *testing.T) {
	m := newMachine(t)
	file := filepath.Join(t.TempDir(), "export.jsonl")
	line := editorial.AuditLine{Seq: 1, At: now(), Calendar: "cal_1", Action: "post.held"}.Chain("")
	written := func(action string) {
		text := fmt.Sprintf(`{"seq":1,"at":%q,"calendar":"cal_1","action":%q,"previous":"","hash":%q,"salts":[null,null,null],"seals":["","",""]}`, line.At.Format("2006-01-02T15:04:05.999Z07:00"), action, line.Hash)
		require.NoError(t, os.WriteFile(file, []byte(text+"\n"), 0o600))
	}
	written("post.held")
	require.Contains(t, m.does("audit", "verify", file), "1 lines, nothing is wrong")
	written("post.kept")
	m.wrong("line 1 of cal_1 was changed", file)
	require.NoError(t, os.WriteFile(file, []byte("a,b"), 0o600))
	require.Equal(t, exitSetting, m.run("audit", "verify", file).code)
	require.Equal(t, exitSetting, m.run("audit", "verify", file+".missing").code)
}

// headShown is the head as /metrics shows it, which is what is checked
// against, and the log's.
func (m *machine) headShown(line, hash string) (shown string) {
	m.t.Run("the head", func(t *testing.T) {
		var log bytes.Buffer
		d := &daemon{store: m.in(t).open(), log: zerolog.New(&log)}
		require.NoError(t, d.noteHead(t.Context()))
		require.Contains(t, log.String(), `"line":`+line+`,"head":"`+hash+`"`)
		registry := prometheus.NewRegistry()
		registry.MustRegister(newRecordHead(d.store))
		measured, err := registry.Gather()
		require.NoError(t, err)
		require.Equal(t, "parution_record_head", measured[0].GetName())
		shown = fmt.Sprintf("%012x", int64(measured[0].GetMetric()[0].GetGauge().GetValue()))
		require.Equal(t, hash[:12], shown)
		require.Equal(t, line, strconv.FormatInt(int64(measured[1].GetMetric()[0].GetGauge().GetValue()), 10))
	})
	return shown
}

func TestMemberErase(t *testing.T) {
	m := newMachine(t)
	m.init()
	t.Run("a calendar", func(t *testing.T) { m.in(t).calendar("cal_1") })
	m.does("member", "add", "--name", "Ana Lima", "--email", "ana@example.org", "--calendar", "cal_1")
	m.refuses(exitSetting, []string{"Shut them out first"}, "member", "erase", "--email", "ana@example.org")
	m.does("member", "deactivate", "--email", "ana@example.org")
	require.Regexp(t, `^mem_\S+  erased  Erased person  .*deactivated\n$`, m.does("member", "erase", "--email", "ana@example.org"))
	require.NotContains(t, m.does("member", "list"), "Ana")
	m.refuses(exitSetting, []string{"no member"}, "member", "erase", "--email", "ana@example.org")
	m.does("audit", "verify")
}
