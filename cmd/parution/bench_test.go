package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// The benchmarks measure what docs/benchmarks.md reports: `make bench` prints
// its rows. The environment sets their sizes, so that a quick look is quick:
//
//	PARUTION_BENCH_POSTS     of a burst            [10000]
//	PARUTION_BENCH_CHANNELS  of a burst            [1000]
//	PARUTION_BENCH_ARCHIVE   posts already in it   [100000]
//	PARUTION_BENCH_SECONDS   of stream and of rest [20]
//	PARUTION_BENCH_RUNS      of each burst         [3]
func size(b *testing.B, name string, standard int) int {
	b.Helper()
	text := os.Getenv("PARUTION_BENCH_" + name)
	if text == "" {
		return standard
	}
	n, err := strconv.Atoi(text)
	require.NoError(b, err)
	return n
}

const releasesInFlight = 200

// row prints one line of the table.
func row(what string, columns ...string) {
	line := fmt.Sprintf("| %-46s |", what)
	for _, column := range columns {
		line += fmt.Sprintf(" %14s |", column)
	}
	fmt.Println(line)
}

func head(what string, columns ...string) {
	fmt.Println()
	row(what, columns...)
	rules := make([]string, len(columns))
	for i := range rules {
		rules[i] = "---:"
	}
	row("---", rules...)
}

// percentile of durations, which it sorts.
func percentile(all []time.Duration, share float64) time.Duration {
	if len(all) == 0 {
		return 0
	}
	slices.Sort(all)
	return all[min(len(all)-1, int(share*float64(len(all))))]
}

func median(all []float64) float64 {
	slices.Sort(all)
	return all[len(all)/2]
}

func millis(d time.Duration) string {
	return fmt.Sprintf("%.1f ms", float64(d.Microseconds())/1000)
}

// BenchmarkDisk measures what one commit must at least cost: an append and an
// fsync, where the database would be.
func BenchmarkDisk(b *testing.B) {
	file, err := os.Create(filepath.Join(b.TempDir(), "log"))
	require.NoError(b, err)
	defer func() { require.NoError(b, file.Close()) }()
	var took []time.Duration
	page := make([]byte, 4096)
	for b.Loop() {
		began := time.Now()
		_, err := file.Write(page)
		require.NoError(b, err)
		require.NoError(b, file.Sync())
		took = append(took, time.Since(began))
	}
	head("the disk", "p50", "p99")
	row("append 4 KiB and fsync", millis(percentile(took, .5)), millis(percentile(took, .99)))
}
