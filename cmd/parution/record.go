package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"parution.dev/api"
	"parution.dev/editorial"
	"parution.dev/store"
)

// exitRecord ends a check of the record that found something wrong.
const exitRecord = 6

type auditCommands struct {
	Verify auditVerify `cmd:"" help:"Check that the record is as it was written, and name what is not."`
}

type auditVerify struct {
	place
	Noted string `help:"A head that was noted elsewhere, from the log or /metrics: the number of the last line, a colon, and the hash or its beginning." placeholder:"SEQ:HASH"`
	File  string `arg:"" optional:"" help:"An export in JSON Lines to check in place of the database; - is standard input." type:"path"`
}

// Run says what is wrong with the record, line by line, and where it ends.
func (c auditVerify) Run(ctx context.Context, out console) error {
	check := &editorial.AuditCheck{Whole: c.File == ""}
	if err := c.note(check); err != nil {
		return err
	}
	if err := c.read(ctx, check); err != nil {
		return err
	}
	for _, head := range check.Heads() {
		out.say("%s: line %d, %s", chainName(head.Calendar), head.Seq, head.Hash)
	}
	if check.Whole {
		out.say("the whole: %d:%s", check.Head().Seq, check.Head().Hash)
	}
	for _, fault := range check.Faults {
		out.say("%s", describeFault(fault))
	}
	if len(check.Faults) > 0 {
		return &failure{exitRecord, fmt.Errorf("the record is not as it was written: %d faults in %d lines", len(check.Faults), check.Lines)}
	}
	out.say("%d lines, nothing is wrong", check.Lines)
	return nil
}

// note reads the head that was noted.
func (c auditVerify) note(check *editorial.AuditCheck) error {
	if c.Noted == "" {
		return nil
	}
	seq, hash, _ := strings.Cut(c.Noted, ":")
	number, err := strconv.ParseInt(seq, 10, 64)
	hash = strings.ToLower(hash)
	if err != nil || number < 1 || !regexp.MustCompile(`^[0-9a-f]{12,64}$`).MatchString(hash) || c.File != "" {
		return &failure{exitSetting, errors.New("--noted must be a line's number, a colon and at least 12 hexadecimal digits, and goes with the database alone")}
	}
	check.Noted = editorial.AuditHead{Seq: number, Hash: hash}
	return nil
}

func (c auditVerify) read(ctx context.Context, check *editorial.AuditCheck) error {
	if c.File != "" {
		return c.readFile(check)
	}
	db, err := c.existing(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	return db.CheckAudit(ctx, check)
}

func (c auditVerify) readFile(check *editorial.AuditCheck) error {
	var from io.Reader = os.Stdin
	if c.File != "-" {
		file, err := os.Open(c.File)
		if err != nil {
			return &failure{exitSetting, fmt.Errorf("read the export: %w", err)}
		}
		defer func() { _ = file.Close() }()
		from = file
	}
	if err := api.ReadExport(from, check.Look); err != nil {
		return &failure{exitSetting, fmt.Errorf("read the export: %w", err)}
	}
	return nil
}

func chainName(calendar editorial.CalendarID) string {
	if calendar == "" {
		return "the instance"
	}
	return string(calendar)
}

func describeFault(f editorial.AuditFault) string {
	chain := chainName(f.Calendar)
	switch f.Kind {
	case editorial.AuditChanged:
		return fmt.Sprintf("line %d of %s was changed", f.Seq, chain)
	case editorial.AuditRemoved:
		return fmt.Sprintf("lines are gone between %d and %d", f.After, f.Seq)
	case editorial.AuditInserted:
		return fmt.Sprintf("line %d of %s was inserted", f.Seq, chain)
	case editorial.AuditBroken:
		return fmt.Sprintf("line %d of %s does not follow line %d: one of them was written anew, or lines between them are gone", f.Seq, chain, f.After)
	case editorial.AuditOther:
		return fmt.Sprintf("up to line %d this is not the record that was noted", f.Seq)
	}
	return string(f.Kind)
}

// recordHead shows where the record ends, so that whoever keeps what is
// measured sees later whether it was written anew.
type recordHead struct {
	store      *store.Store
	line, head *prometheus.Desc
}

func newRecordHead(db *store.Store) prometheus.Collector {
	return &recordHead{
		store: db,
		line:  prometheus.NewDesc("parution_record_line", "Number of the record's last line.", nil, nil),
		head:  prometheus.NewDesc("parution_record_head", "The first twelve hexadecimal digits of the record's head, as a number.", nil, nil),
	}
}

// Describe implements prometheus.Collector.
func (r *recordHead) Describe(to chan<- *prometheus.Desc) {
	to <- r.line
	to <- r.head
}

// Collect implements prometheus.Collector. A database that does not answer is
// told elsewhere.
func (r *recordHead) Collect(to chan<- prometheus.Metric) {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	heads, err := r.store.AuditHeads(ctx)
	if err != nil {
		return
	}
	head := editorial.HeadOf(heads)
	digits, err := strconv.ParseUint(head.Hash[:12], 16, 64)
	if err != nil {
		return // a hash is hexadecimal
	}
	to <- prometheus.MustNewConstMetric(r.line, prometheus.GaugeValue, float64(head.Seq))
	to <- prometheus.MustNewConstMetric(r.head, prometheus.GaugeValue, float64(digits))
}

// noteHead writes into the log where the record ends: the log is kept
// elsewhere, or at least by somebody else.
func (d *daemon) noteHead(ctx context.Context) error {
	heads, err := d.store.AuditHeads(ctx)
	if err != nil {
		return err
	}
	head := editorial.HeadOf(heads)
	d.log.Info().Int64("line", head.Seq).Str("head", head.Hash).Msg("the record ends here")
	return nil
}
