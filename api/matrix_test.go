package api

import (
	"fmt"
	"maps"
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/danielgtaylor/huma/v2"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/store"
)

// matrixRow is one thing that can be asked, and what it takes.
type matrixRow struct{ asked, takes, body string }

func (r matrixRow) method() string { method, _, _ := strings.Cut(r.asked, " "); return method }
func (r matrixRow) path() string   { _, path, _ := strings.Cut(r.asked, " "); return path }

// needs is what the row takes, and the status of an answer to who has it; 0: a
// success.
func (r matrixRow) needs() (need string, status int) {
	need, answer, _ := strings.Cut(r.takes, "=")
	status, _ = strconv.Atoi(answer)
	return need, status
}

// route is the row's route as the OpenAPI document writes it.
func (r matrixRow) route() string {
	path, _, _ := strings.Cut(r.path(), "?")
	path = regexp.MustCompile(`\{(\w+)(:\w+)?\}`).ReplaceAllString(path, "{$1}")
	return r.method() + " " + prefix + strings.Replace(path, "/revisions/1", "/revisions/{number}", 1)
}

var braces = regexp.MustCompile(`\{(\w+(?::\w+)?)\}`)

// names are the names in braces of an address and a body.
func names(text string) (all []string) {
	for _, found := range braces.FindAllStringSubmatch(text, -1) {
		all = append(all, found[1])
	}
	return all
}

// places lists where the row can be asked: about things of one's own calendar,
// of another, and of another as if they were of one's own.
func (r matrixRow) places() []string {
	things := names(r.asked + " " + r.body)
	calendar := r.body == "form" || slices.Contains(things, "calendar")
	switch {
	case r.takes == "anybody", len(things) == 0 && !calendar:
		return []string{"own"}
	case calendar && len(things) > 1:
		return []string{"own", "foreign", "mixed"}
	}
	return []string{"own", "foreign"}
}

func (r matrixRow) String() string {
	said := regexp.MustCompile(`"(move|scope|publish_at|calendars|member)":\W*(\w+)`).FindStringSubmatch(r.body)
	if said == nil {
		return r.asked
	}
	return r.asked + " " + said[1] + ": " + said[2]
}

// TestMatrix asks everything that can be asked, as everybody, in their own
// calendar and in one that they have no part in. Who may not is told so and
// changes nothing; what is elsewhere answers as what is nowhere.
func TestMatrix(t *testing.T) {
	th := newTheatre(t)
	everyRouteHasARow(t, th.api.huma.OpenAPI())
	var grid strings.Builder
	grid.WriteString(line("asked", "takes", "where", castNames()))
	for _, row := range matrixRows() {
		for _, where := range row.places() {
			var cells []string
			t.Run(row.String()+", "+where, func(t *testing.T) {
				for _, name := range castNames() {
					cells = append(cells, strconv.Itoa(th.cell(t, row, where, name)))
				}
			})
			grid.WriteString(line(row.String(), row.takes, where, cells))
		}
	}
	goldenFile(t, "testdata/matrix.txt", []byte(grid.String()))
}

func line(asked, takes, where string, cells []string) string {
	text := fmt.Sprintf("%-68s %-15s %-8s", asked, takes, where)
	for _, cell := range cells {
		text += fmt.Sprintf("%-12s", cell)
	}
	return strings.TrimSpace(text) + "\n"
}

// everyRouteHasARow compares the table with the OpenAPI document.
func everyRouteHasARow(t *testing.T, document *huma.OpenAPI) {
	t.Helper()
	rows := map[string]bool{}
	for _, row := range matrixRows() {
		rows[row.route()] = true
	}
	routes := map[string]bool{}
	for path, item := range document.Paths {
		for method, operation := range map[string]*huma.Operation{"GET": item.Get, "POST": item.Post, "PUT": item.Put, "PATCH": item.Patch, "DELETE": item.Delete} {
			if operation != nil {
				routes[method+" "+path] = true
			}
		}
	}
	require.Equal(t, slices.Sorted(maps.Keys(routes)), slices.Sorted(maps.Keys(rows)), "a route needs a row in matrixRows")
}

// cell asks one thing as somebody, and returns the status of the answer.
func (th *theatre) cell(t *testing.T, row matrixRow, where, name string) int {
	t.Helper()
	th.reset(t)
	at := "as " + name
	before := th.newest(t)
	got := th.asks(t, th.cast[name], th.among(where, name), row.method(), row.path(), row.body)
	th.dirty = got.status < 300 && row.method() != http.MethodGet
	need, answer := row.needs()
	outcome := at + ": " + got.body
	switch may := th.may(t, name, need, where, row); {
	case need == "a client":
		th.dirty = true // failed secrets are counted
		require.Equal(t, http.StatusUnauthorized, got.status, outcome)
	case need == "anybody":
		require.NotContains(t, []int{401, 403}, got.status, outcome)
	case may && answer != 0:
		require.Equal(t, answer, got.status, outcome)
	case may:
		require.Less(t, got.status, 300, outcome)
	case name == "nobody":
		require.Equal(t, http.StatusUnauthorized, got.status, outcome)
	case where == "own":
		require.Contains(t, []int{403, 404}, got.status, outcome)
	}
	if got.status >= 300 {
		require.GreaterOrEqual(t, got.status, 400, outcome)
		require.Less(t, got.status, 500, outcome)
		require.Equal(t, before, th.newest(t), "%s: refused, and yet something was done", at)
	}
	if name == "owner" {
		return got.status
	}
	for _, id := range th.foreign {
		require.NotContains(t, got.body, id, "%s: it tells of another calendar", at)
	}
	if where != "own" {
		none := th.asks(t, th.cast[name], th.elsewhere(where), row.method(), row.path(), row.body)
		require.Equal(t, anonymous(none), anonymous(got), "%s: it shows that there is such a thing", at)
	}
	return got.status
}

// may tells whether somebody has what a row takes.
func (th *theatre) may(t *testing.T, name, need, where string, row matrixRow) bool {
	t.Helper()
	mine := strings.Contains(row.asked, ":mine}")
	switch need {
	case "anybody":
		return true
	case "a client":
		return false
	case "a member":
		return name != "nobody" && (where == "own" || !mine)
	case "unnarrowed":
		return name != "nobody" && name != "service" && (where == "own" || !mine)
	case "in person":
		return name != "nobody" && name != "service" && where == "own"
	case "an owner":
		return name == "owner"
	}
	role := map[string]editorial.Role{"service": editorial.Contributor, "nobody": ""}
	has := editorial.Role(name).Permissions()
	if other, ok := role[name]; ok {
		has = other.Permissions()
	}
	for one := range strings.SplitSeq(need, "+") {
		require.Contains(t, editorial.AllPermissions(), editorial.Permission(one), "matrixRows")
		if !has.Has(editorial.Permission(one)) {
			return false
		}
	}
	return where == "own" || where == "foreign" && name == "owner"
}

// among is what the names in braces stand for.
func (th *theatre) among(where, name string) map[string]string {
	if where == "own" {
		return joined(th.own, th.cast[name].mine)
	}
	return mixed(where, th.own, joined(th.foreign, th.cast["stranger"].mine))
}

// elsewhere is what they stand for where there is no such thing.
func (th *theatre) elsewhere(where string) map[string]string {
	return mixed(where, th.own, nowhere(joined(th.foreign, th.cast["stranger"].mine)))
}

func mixed(where string, own, other map[string]string) map[string]string {
	if where == "mixed" {
		other["calendar"] = own["calendar"]
	}
	return other
}

func joined(things, more map[string]string) map[string]string {
	all := maps.Clone(things)
	maps.Copy(all, more)
	return all
}

// newest is the record's last line that tells of something done.
func (th *theatre) newest(t *testing.T) int64 {
	t.Helper()
	all := []editorial.CalendarID{editorial.CalendarID(th.own["calendar"]), editorial.CalendarID(th.foreign["calendar"])}
	lines, err := th.store.ListAudit(t.Context(), store.AuditFilter{Calendars: all, Instance: true, Latest: true}, 20)
	require.NoError(t, err)
	for _, line := range lines {
		if line.Action != "token.beyond_scope" {
			return line.Seq
		}
	}
	return 0
}

// anonymous is an answer without what differs between two of the same.
func anonymous(a answered) string {
	header := a.header.Clone()
	header.Del("X-Request-Id")
	return regexp.MustCompile(`req_\w+`).ReplaceAllString(fmt.Sprint(a.status, header, a.body), "req_")
}
