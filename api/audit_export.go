package api

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"

	"parution.dev/editorial"
	"parution.dev/store"
)

// errEnough ends a walk through the record before its end.
var errEnough = errors.New("enough of the record was read")

// exportedLine is one line of an export in JSON: all that it takes to check
// it without us.
type exportedLine struct {
	auditView
	Salts [3][]byte `json:"salts"`
	Seals [3]string `json:"seals"`
	First string    `json:"first_hash,omitempty"`
}

// AuditExport asks for the record as a file.
type AuditExport struct {
	AuditNarrow
	Format string `query:"format" enum:",jsonl,csv" doc:"jsonl, when left out: JSON Lines (one object a line) with all that it takes to check them; csv: for spreadsheets"`
}

type exportCalendarInput struct {
	AuditExport
	Calendar editorial.CalendarID `path:"calendar"`
}

// exported is a file that is written while it is read.
type exported struct {
	Body func(huma.Context)
}

// exportOperation describes a file of the record to readers.
func exportOperation(path, id, summary string) huma.Operation {
	text := &huma.MediaType{Schema: &huma.Schema{Type: huma.TypeString}}
	return huma.Operation{
		Method: http.MethodGet, Path: path, OperationID: id, Summary: summary,
		Description: "Oldest first. The file is written while it is read; where something goes wrong half-way, the connection is cut.",
		Responses:   map[string]*huma.Response{"200": {Description: "The file", Content: map[string]*huma.MediaType{"application/jsonl": text, "text/csv": text}}},
	}
}

func (a *API) exportCalendarAudit(ctx context.Context, in *exportCalendarInput) (*exported, error) {
	filter, err := a.auditOf(ctx, in.Calendar)
	if err != nil {
		return nil, err
	}
	return a.exportRecord(ctx, filter, in.AuditExport)
}

func (a *API) exportAudit(ctx context.Context, in *AuditExport) (*exported, error) {
	filter, err := a.auditSeen(ctx)
	if err != nil {
		return nil, err
	}
	return a.exportRecord(ctx, filter, *in)
}

func (a *API) exportRecord(ctx context.Context, filter store.AuditFilter, in AuditExport) (*exported, error) {
	if err := in.into(&filter); err != nil {
		return nil, err
	}
	form, write := "application/jsonl", writeJSONLines
	name := "parution-record-" + a.now().Format("20060102-150405") + ".jsonl"
	if in.Format == "csv" {
		form, write, name = "text/csv; charset=utf-8; header=present", writeCSV, strings.TrimSuffix(name, "jsonl")+"csv"
	}
	return &exported{Body: func(connection huma.Context) {
		connection.SetHeader("Content-Type", form)
		connection.SetHeader("Content-Disposition", `attachment; filename="`+name+`"`)
		connection.SetStatus(http.StatusOK)
		out := patient{humagin.Unwrap(connection).Writer}
		err := write(out, func(take func(editorial.AuditLine) error) error { return a.store.WalkAudit(ctx, filter, take) })
		if err != nil {
			requestOf(ctx).err = err
			panic(http.ErrAbortHandler) // half a file does not pass for a whole one
		}
	}}, nil
}

// patient writes to somebody who may take their time, as long as they take
// something.
type patient struct{ http.ResponseWriter }

func (p patient) Write(data []byte) (int, error) {
	_ = http.NewResponseController(p.ResponseWriter).SetWriteDeadline(time.Now().Add(writeLimit)) // a recorder in a test has no deadlines
	return p.ResponseWriter.Write(data)
}

// walk hands over lines of the record.
type walk func(take func(editorial.AuditLine) error) error

func writeJSONLines(out io.Writer, lines walk) error {
	encoder := json.NewEncoder(out)
	return lines(func(l editorial.AuditLine) error {
		return encoder.Encode(exportedLine{auditView: viewAudit(l), Salts: l.Salts, Seals: l.Seals, First: l.First})
	})
}

// writeCSV writes what people read in a spreadsheet (RFC 4180).
func writeCSV(out io.Writer, lines walk) error {
	table := csv.NewWriter(out)
	table.UseCRLF = true
	header := []string{"seq", "at", "calendar", "member", "name", "maker", "token", "action", "subject", "post", "revision", "status", "note", "detail", "erased", "previous", "hash"}
	if err := table.Write(header); err != nil {
		return fmt.Errorf("write the record: %w", err)
	}
	err := lines(func(l editorial.AuditLine) error {
		row := []string{
			strconv.FormatInt(l.Seq, 10), l.At.Format(time.RFC3339Nano), string(l.Calendar), string(l.Actor.Member), l.Actor.Name, string(l.Actor.Maker),
			string(l.Actor.Token), l.Action, l.Subject, string(l.Post), strconv.Itoa(l.Revision), string(l.Status), l.Note, l.Detail,
			strings.Join(l.ErasedWords(), " "), l.Previous, l.Hash,
		}
		for i := range row {
			row[i] = harmless(row[i])
		}
		return table.Write(row)
	})
	table.Flush()
	return errors.Join(err, table.Error())
}

// harmless keeps a spreadsheet from taking a cell for a formula, or a part of it
// that it splits off: French ones begin another cell behind each semicolon, and
// then do not know our quotes around the ends of lines. A mark of the byte order
// and what else is not seen may be taken out before that.
func harmless(cell string) string {
	const formula, splits = "=+-@＝＋－＠", ";\t\r\n"
	var b strings.Builder
	begins := true
	for i, r := range cell {
		if begins && strings.ContainsRune(formula, r) || i == 0 && strings.ContainsRune("\t\r\n", r) {
			b.WriteByte('\'')
		}
		b.WriteRune(r)
		begins = strings.ContainsRune(splits, r) || begins && unicode.Is(unicode.Cf, r)
	}
	return b.String()
}

// ReadExport hands over the lines of an export in JSON Lines.
func ReadExport(from io.Reader, take func(editorial.AuditLine)) error {
	decoder := json.NewDecoder(from)
	for number := 1; ; number++ {
		var l exportedLine
		err := decoder.Decode(&l)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("line %d: %w", number, err)
		}
		take(editorial.AuditLine{
			Seq: l.Seq, At: l.At, Calendar: l.Calendar, Actor: editorial.Actor{Member: l.By.Member, Name: l.By.Name, Token: l.Token, Maker: l.By.Maker},
			Action: l.Action, Subject: l.Subject, Post: l.Post, Revision: l.Revision, Status: l.Status, Note: l.Note, Detail: l.Detail,
			Salts: l.Salts, Seals: l.Seals, First: l.First, Previous: l.Previous, Hash: l.Hash,
		})
	}
}
