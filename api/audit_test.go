package api

import (
	"encoding/csv"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/store"
)

// talk puts a post on hold again and again, each time with words.
func (w *world) talk(t *testing.T, words ...string) {
	t.Helper()
	post := w.must(t, 201, "POST", "/api/v1/calendars/"+w.calendar+"/posts", `{"title":"A post"}`)["id"].(string)
	for _, said := range words {
		w.must(t, 200, "POST", "/api/v1/posts/"+post+"/moves", fmt.Sprintf(`{"move":"hold","note":%q}`, said))
		w.must(t, 200, "POST", "/api/v1/posts/"+post+"/moves", `{"move":"unhold"}`)
	}
}

// An export holds all that it takes to check it, and so a changed one shows.
func TestExportCanBeChecked(t *testing.T) {
	w := newWorld(t)
	w.talk(t, "a storm", "« encore »\n=1+1")
	for _, path := range []string{"/api/v1/audit/export", "/api/v1/calendars/" + w.calendar + "/audit/export?format=jsonl"} {
		file := w.ask(t, "GET", path, "").body
		checked := func(file string) editorial.AuditCheck {
			var check editorial.AuditCheck
			require.NoError(t, ReadExport(strings.NewReader(file), check.Look))
			check.End()
			return check
		}
		sound := checked(file)
		require.Empty(t, sound.Faults)
		require.Equal(t, int64(strings.Count(file, "\n")), sound.Lines)
		require.Len(t, checked(strings.Replace(file, "a storm", "a strike", 1)).Faults, 1)
		require.Len(t, checked(strings.Replace(file, "post.held", "post.kept", 1)).Faults, 1)
		lines := strings.SplitAfter(file, "\n")
		require.NotEmpty(t, checked(strings.Join(append(lines[:4:4], lines[5:]...), "")).Faults)
	}
	require.Error(t, ReadExport(strings.NewReader("{\"seq\":1}\n{\"seq\":"), func(editorial.AuditLine) {}))
}

// What people wrote is no formula in somebody's spreadsheet.
func TestCSVHoldsNoFormulas(t *testing.T) {
	w := newWorld(t)
	words := []string{"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "oui;=1+1", "oui\n=1", ";-1", `plain, "quoted"`, "two\nlines", "a;b - c = d; +e", "\ufeff=1", "oui;\u200b=1"}
	wants := []string{"'=1+1", "'+1", "'-1", "'@SUM(A1)", "'\t'=1", "'\r'=1", "'＝1", "oui;'=1+1", "oui\n'=1", ";'-1", `plain, "quoted"`, "two\nlines", "a;b - c = d; +e", "\ufeff'=1", "oui;\u200b'=1"}
	w.talk(t, words...)
	got := w.ask(t, "GET", "/api/v1/calendars/"+w.calendar+"/audit/export?format=csv&kind=post.held", "")
	require.Equal(t, http.StatusOK, got.status)
	require.Contains(t, got.body, "\r\n")
	rows, err := csv.NewReader(strings.NewReader(got.body)).ReadAll()
	require.NoError(t, err)
	require.Len(t, rows, len(words)+1)
	require.Equal(t, "note", rows[0][12])
	for i, want := range wants {
		require.Equal(t, strings.ReplaceAll(want, "\r", ""), strings.ReplaceAll(rows[i+1][12], "\r", ""))
	}
	for _, row := range rows {
		for _, cell := range row {
			require.False(t, cell != "" && strings.ContainsRune("=+-@\t\r\n＝＋－＠", []rune(cell)[0]), cell)
		}
	}
}

// A check over the API reads so many lines at a time, and goes on where it
// stopped.
func TestCheckGoesOn(t *testing.T) {
	w := newWorld(t)
	w.talk(t, "one", "two", "three")
	lines, err := w.store.ListAudit(t.Context(), store.AuditFilter{Calendars: []editorial.CalendarID{editorial.CalendarID(w.calendar)}}, 100)
	require.NoError(t, err)
	got := w.must(t, 200, "POST", fmt.Sprintf("/api/v1/calendars/%s/audit/verify?cursor=%d", w.calendar, lines[2].Seq), "")
	require.EqualValues(t, len(lines)-3, got["lines"], "what stands before the cursor is believed")
	require.Equal(t, true, got["sound"])
	require.Equal(t, true, got["whole"])

	filter := store.AuditFilter{Calendars: []editorial.CalendarID{editorial.CalendarID(w.calendar)}}
	var read []int64
	require.ErrorIs(t, w.store.WalkAudit(t.Context(), filter, func(l editorial.AuditLine) error {
		if read = append(read, l.Seq); len(read) == 2 {
			return errEnough
		}
		return nil
	}), errEnough)
	require.Equal(t, []int64{lines[0].Seq, lines[1].Seq}, read)
}

// Half a file does not pass for a whole one.
func TestExportThatBreaksOff(t *testing.T) {
	broken := errors.New("the disk is gone")
	require.ErrorIs(t, writeCSV(&strings.Builder{}, func(func(editorial.AuditLine) error) error { return broken }), broken)
	require.ErrorIs(t, writeJSONLines(&strings.Builder{}, func(func(editorial.AuditLine) error) error { return broken }), broken)
}

// The machine's codes are said in words; what people wrote is no code, though
// it may read like one.
func TestWhy(t *testing.T) {
	ana := editorial.Actor{Member: "mem_ana"}
	for _, row := range []struct {
		by             editorial.Actor
		action, detail string
		want           string
	}{
		{editorial.Machine(), "delivery.held", "held_by_hand", editorial.CodeHeldByHand.Words().FR},
		{editorial.Machine(), "delivery.preflight_failed", "held_by_hand text_too_long", editorial.CodeHeldByHand.Words().FR + " " + editorial.CodeTextTooLong.Words().FR},
		{editorial.Machine(), "delivery.failed", "422", editorial.Trouble{Code: "422"}.In(editorial.French)},
		{editorial.Machine(), "delivery.published", "", ""},
		{editorial.Machine(), editorial.EventStray, "https://wall.example/7", ""},
		{editorial.Machine(), editorial.EventHookDisabled, string(editorial.CodeHookGone), editorial.CodeHookGone.Words().FR},
		{editorial.Machine(), "channel.expiring", "7 days, 2026-12-08T08:00:00Z", ""},
		{editorial.Actor{Name: "anonymous"}, eventRefused, "unknown network not_permitted", editorial.CodeNotPermitted.Words().FR},
		{ana, "delivery.resolve", "published", ""},
		{ana, "post.held", "held_by_hand", ""},
	} {
		require.Equal(t, row.want, why(editorial.AuditLine{Actor: row.by, Action: row.action, Detail: row.detail}, editorial.French), row.action)
	}
}
