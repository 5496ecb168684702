package store

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// SQLite takes $2 for a name, and binds names in the order in which they first
// appear. Out of order, values change places, and nobody says a word.
func TestWhySQLMustCount(t *testing.T) {
	h := newHouse(t)
	h.raw(`UPDATE calendars SET name = $2 WHERE id = $1`, maison, "renamed")
	c, err := h.GetCalendar(h.ctx, maison)
	require.NoError(t, err)
	require.Equal(t, "Maison", c.Name)
}

func TestSQLCounts(t *testing.T) {
	entries, err := os.ReadDir(".")
	require.NoError(t, err)
	sources := map[string]string{}
	for _, entry := range entries {
		if name := entry.Name(); strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") {
			source, err := os.ReadFile(name)
			require.NoError(t, err)
			sources[name] = string(source)
		}
	}
	found, wrong := statements(t, sources)
	require.Empty(t, wrong)
	require.Greater(t, found, 50, "the test reads what the package says")
}

// The check above fails for a pair that was swapped, wherever it stands.
func TestSwappedSQLIsCaught(t *testing.T) {
	for source, wrong := range map[string]int{
		"`UPDATE a SET b = $1, c = $2 WHERE d = $3`":                                           0,
		"`UPDATE a SET b = $2, c = $1 WHERE d = $3`":                                           1,
		"`UPDATE a SET b = $1 WHERE c = $3`":                                                   1,
		"`SELECT a FROM b WHERE c = $1 AND (d = $2 OR d = $1) AND e > $2 LIMIT $3`":            0,
		"`SELECT ` + columns + ` FROM b WHERE c = $1`":                                         0,
		"`SELECT ` + columns + ` FROM b WHERE c = $2 AND d = $1`":                              1,
		"\"SELECT a FROM b WHERE c = $2\" + (` AND d = ` + `$1`)":                              1,
		"`SELECT a FROM b WHERE c IN (` + places(n) + `) ORDER BY d`":                          0,
		"`SELECT a FROM b WHERE c IN (` + places(n) + `) LIMIT $2`":                            1,
		"`SELECT a FROM b WHERE c = $1 AND d IN (` + places(n) + `)`":                          1,
		"`SELECT a FROM b WHERE c = $1 AND ` + variable + ` AND d = $2`":                       1,
		"`SELECT ` + variable + ` FROM b`":                                                     0,
		"many(t, scan, `SELECT a FROM b WHERE c = $1`, `x`) && many(`SELECT $3`) || f(`$1$2`)": 1,
		"`costs $ 3, or 3 $`": 0,
	} {
		_, got := statements(t, map[string]string{"x.go": "package x\nconst columns = `a, ` + more\nconst more = `b`\nvar _ = " + source})
		require.Len(t, got, wrong, source)
	}
}

// statements reads every SQL text of the sources, put together from its
// pieces, and says which do not count their parameters as they come.
func statements(t *testing.T, sources map[string]string) (found int, wrong []string) {
	t.Helper()
	files := token.NewFileSet()
	var parsed []*ast.File
	constants := map[string]ast.Expr{}
	for name, source := range sources {
		file, err := parser.ParseFile(files, name, source, 0)
		require.NoError(t, err)
		parsed = append(parsed, file)
		ast.Inspect(file, func(node ast.Node) bool {
			if declared, ok := node.(*ast.GenDecl); ok && declared.Tok == token.CONST {
				for _, spec := range declared.Specs {
					for i, value := range spec.(*ast.ValueSpec).Values {
						constants[spec.(*ast.ValueSpec).Names[i].Name] = value
					}
				}
			}
			return true
		})
	}
	for _, file := range parsed {
		ast.Inspect(file, func(node ast.Node) bool {
			expression, ok := node.(ast.Expr)
			if !ok {
				return true
			}
			text, isText := spoken(expression, constants)
			if !isText {
				return true
			}
			if looksLikeSQL.MatchString(text) {
				found++
			}
			if fault := misnumbered(text); fault != "" {
				wrong = append(wrong, fmt.Sprintf("%s: %s: %s", files.Position(node.Pos()), fault, text))
			}
			return false // its pieces have been read with it
		})
	}
	return found, wrong
}

var looksLikeSQL = regexp.MustCompile(`^\s*(SELECT|INSERT|UPDATE|DELETE|PRAGMA|VACUUM|SAVEPOINT|ROLLBACK|RELEASE)\b`)

// unread stands for a piece that only the running program knows, and placed
// for as many parameters as it has values, from $1 on.
const (
	unread = "\x00"
	placed = "\x01"
)

// spoken puts a text together from literals, constants and placeholders.
func spoken(e ast.Expr, constants map[string]ast.Expr) (text string, isText bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		if e.Kind != token.STRING {
			return "", false
		}
		text, err := strconv.Unquote(e.Value)
		return text, err == nil
	case *ast.ParenExpr:
		return spoken(e.X, constants)
	case *ast.BinaryExpr:
		left, isLeft := spoken(e.X, constants)
		right, isRight := spoken(e.Y, constants)
		if e.Op != token.ADD || !isLeft && !isRight {
			return "", false
		}
		return orUnread(left, isLeft) + orUnread(right, isRight), true
	case *ast.Ident:
		if value, known := constants[e.Name]; known {
			return spoken(value, constants)
		}
	case *ast.CallExpr:
		if name, ok := e.Fun.(*ast.Ident); ok && name.Name == "places" {
			return placed, true
		}
	}
	return "", false
}

func orUnread(text string, isText bool) string {
	if !isText {
		return unread
	}
	return text
}

var parameter = regexp.MustCompile(`\$[0-9]+`)

// misnumbered says what is wrong with the parameters of a statement: they must
// first appear as $1, $2, $3 and so on, and all of it must be there to see.
func misnumbered(query string) string {
	seen := map[string]bool{}
	for _, mark := range parameter.FindAllString(query, -1) {
		if !seen[mark] && mark != "$"+strconv.Itoa(len(seen)+1) {
			return fmt.Sprintf("%s is the parameter number %d", mark, len(seen)+1)
		}
		seen[mark] = true
	}
	if len(seen) > 0 && strings.ContainsAny(query, unread+placed) {
		return "a part with parameters of its own comes in between"
	}
	return ""
}
