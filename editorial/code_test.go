package editorial_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// everyCode reads the codes from their source, so that none is forgotten.
func everyCode(t *testing.T) []editorial.Code {
	t.Helper()
	var codes []editorial.Code
	for _, name := range []string{"code.go", "code_access.go", "code_talk.go", "code_desk.go", "code_notice.go"} {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		require.NoError(t, err)
		ast.Inspect(file, func(node ast.Node) bool {
			spec, ok := node.(*ast.ValueSpec)
			if !ok || len(spec.Names) != 1 || !strings.HasPrefix(spec.Names[0].Name, "Code") {
				return true
			}
			literal, ok := spec.Values[0].(*ast.BasicLit)
			require.True(t, ok, spec.Names[0].Name)
			value, err := strconv.Unquote(literal.Value)
			require.NoError(t, err)
			codes = append(codes, editorial.Code(value))
			return true
		})
	}
	require.Greater(t, len(codes), 40)
	return codes
}

// Every code says what is so, in both languages, in words of its own.
func TestEveryCodeHasItsSentence(t *testing.T) {
	shape := regexp.MustCompile(`^[a-z]+(_[a-z]+)*$`)
	seen := map[string]editorial.Code{}
	for _, code := range everyCode(t) {
		require.Regexp(t, shape, string(code))
		require.Empty(t, seen[string(code)], "%s stands for two things", code)
		seen[string(code)] = code
		for _, lang := range []editorial.Lang{editorial.English, editorial.French} {
			sentence := code.Words().In(lang)
			require.NotEmpty(t, sentence, "%s in %s", code, lang)
			require.NotEqual(t, string(code), sentence, "%s in %s", code, lang)
			require.Empty(t, seen[sentence], "%s and %s say the same", code, seen[sentence])
			require.Equal(t, strings.TrimSpace(sentence), sentence)
			require.True(t, strings.HasSuffix(sentence, "."), sentence)
			seen[sentence] = code
		}
		require.NotEqual(t, code.Words().EN, code.Words().FR)
	}
	require.Equal(t, editorial.Words{EN: "applause", FR: "applause"}, editorial.Code("applause").Words())
}

// French is typeset as French: ’ for the apostrophe, « » for quotes, and a
// space at which no line breaks before ; : ? ! and ».
func TestFrenchSentencesAreTypeset(t *testing.T) {
	french := map[string]string{}
	for _, code := range everyCode(t) {
		french[string(code)] = code.Words().FR
	}
	for _, status := range editorial.Statuses() {
		french[string(status)] = status.Words().FR
	}
	tight, open := regexp.MustCompile(`[^\x{a0}\x{202f}][;:?!»]`), regexp.MustCompile(`«[^\x{a0}\x{202f}]`)
	for code, sentence := range french {
		require.NotContains(t, sentence, "'", code)
		require.NotContains(t, sentence, `"`, code)
		require.NotRegexp(t, tight, sentence, code)
		require.NotRegexp(t, open, sentence, code)
		require.NotContains(t, sentence, "  ", code)
	}
}

// Wherever else the code speaks French, it does so with the same spaces. No
// other text here has a space before these signs.
func TestFrenchSpaces(t *testing.T) {
	loose := regexp.MustCompile(`[^\s:;] [:;?!»]([\s".)]|$)|« `)
	for _, room := range []string{".", "../api", "../notify", "../cmd/parution"} {
		files, err := filepath.Glob(room + "/*.go")
		require.NoError(t, err)
		require.NotEmpty(t, files)
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
			require.NoError(t, err)
			ast.Inspect(file, func(n ast.Node) bool {
				if literal, ok := n.(*ast.BasicLit); ok && strings.HasPrefix(literal.Value, `"`) {
					require.NotRegexp(t, loose, literal.Value, name)
				}
				return true
			})
		}
	}
}
