package main

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/stretchr/testify/require"

	"parution.dev/scheduler"
)

// TestAlerts: each rule asks for a metric that is there, each metric of the
// releaser has a rule, and each rule has a line in the operator's handbook.
func TestAlerts(t *testing.T) {
	rules, err := os.ReadFile("../../docs/alerts.yml")
	require.NoError(t, err)
	handbook, err := os.ReadFile("../../docs/operations.md")
	require.NoError(t, err)

	known := map[string]bool{}
	for _, c := range append(scheduler.NewMetrics().Collectors(), scheduler.NewStanding(nil, now), newRecordHead(nil)) {
		for _, name := range names(c) {
			known[name] = true
		}
	}
	asked := map[string]bool{}
	for _, name := range regexp.MustCompile(`parution_[a-z_]+`).FindAllString(string(rules), -1) {
		name = strings.TrimSuffix(name, "_bucket")
		asked[name] = true
		require.True(t, known[name], "a rule asks for %s, which does not exist", name)
	}
	for name := range known {
		require.True(t, asked[name], "no rule asks for %s", name)
		require.Contains(t, string(handbook), "`"+name+"`")
	}
	for _, match := range regexp.MustCompile(`alert: (\w+)`).FindAllStringSubmatch(string(rules), -1) {
		require.Contains(t, string(handbook), "`"+match[1]+"`")
	}
}

func names(of prometheus.Collector) (all []string) {
	described := make(chan *prometheus.Desc, 10)
	of.Describe(described)
	close(described)
	for d := range described {
		all = append(all, regexp.MustCompile(`fqName: "(\w+)"`).FindStringSubmatch(d.String())[1])
	}
	return all
}
