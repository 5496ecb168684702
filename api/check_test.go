package api

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

type checkedForm struct {
	Name  string                  `json:"name" minLength:"2" maxLength:"4"`
	Count int                     `json:"count,omitempty" minimum:"1" maximum:"9"`
	At    time.Time               `json:"at,omitzero"`
	Kinds []string                `json:"kinds,omitempty" minItems:"1" maxItems:"2" enum:"a,b"`
	Inner Optional[checkedInner]  `json:"inner,omitzero"`
	Free  map[string]checkedInner `json:"free,omitempty" maxProperties:"2"`
	Any   map[string]any          `json:"any,omitempty"`
	Maybe Optional[string]        `json:"maybe,omitzero"`
	Sure  Patch[bool]             `json:"sure,omitzero"`
}

type checkedInner struct {
	On bool `json:"on"`
}

func TestChecker(t *testing.T) {
	registry := huma.NewMapRegistry("#/components/schemas/", huma.DefaultSchemaNamer)
	schema := registry.Schema(reflect.TypeFor[checkedForm](), true, "")
	const id = "chan_06h05vqo1rljajk94hifht9800"
	for _, row := range []struct {
		body string
		want string // pointer and code of each problem
	}{
		{`{"name": "ab"}`, ""},
		{`{}`, "/name required"},
		{`{"name": null}`, "/name null_not_allowed"},
		{`{"name": "a"}`, "/name too_short"},
		{`{"name": "éééé"}`, ""},
		{`{"name": "a\u0000b"}`, "/name bad_text"},
		{`{"name": "ééééé"}`, "/name too_long"},
		{`{"NAME": "ab"}`, "/name required,  unknown_field"},
		{`{"name": "ab", "count": 1}`, ""},
		{`{"name": "ab", "count": 1.0}`, "/count wrong_type"},
		{`{"name": "ab", "count": 1e1}`, "/count wrong_type"},
		{`{"name": "ab", "count": 99999999999999999999}`, "/count wrong_type"},
		{`{"name": "ab", "count": 0}`, "/count out_of_range"},
		{`{"name": "ab", "count": 10}`, "/count out_of_range"},
		{`{"name": "ab", "count": "1"}`, "/count wrong_type"},
		{`{"name": "ab", "at": "2026-10-01T10:00:00+02:00"}`, ""},
		{`{"name": "ab", "at": "tomorrow"}`, "/at bad_instant"},
		{`{"name": "ab", "kinds": []}`, "/kinds too_few_items"},
		{`{"name": "ab", "kinds": ["a", "c"]}`, "/kinds/1 not_one_of"},
		{`{"name": "ab", "kinds": ["a", "b", "a"]}`, "/kinds too_many_items"},
		{`{"name": "ab", "kinds": null}`, ""},
		{`{"name": "ab", "inner": null}`, ""},
		{`{"name": "ab", "inner": {"on": 1}}`, "/inner/on wrong_type"},
		{`{"name": "ab", "inner": [1]}`, "/inner wrong_type"},
		{`{"name": "ab", "free": {"` + id + `": {"on": 1}}}`, "/free/" + id + "/on wrong_type"},
		{`{"name": "ab", "free": {"my password": {"on": 1}}}`, "/free/on wrong_type"},
		{`{"name": "ab", "free": {"a": {"on": true}, "b": {"on": true}, "c": {"on": true}}}`, "/free too_many_items"},
		{`{"name": "ab", "any": {"x": [null, {"y": 1}]}}`, ""},
		{`{"name": "ab", "maybe": null, "sure": true}`, ""},
		{`{"name": "ab", "sure": null}`, "/sure null_not_allowed"},
	} {
		value, err := parseJSON([]byte(row.body))
		require.NoError(t, err, row.body)
		c := checker{registry: registry}
		c.value("", schema, value)
		var got []string
		for _, p := range c.problems {
			got = append(got, p.Pointer+" "+string(p.Code))
		}
		require.Equal(t, row.want, strings.Join(got, ", "), row.body)
	}
}

func TestManyProblemsAreCutShort(t *testing.T) {
	registry := huma.NewMapRegistry("#/components/schemas/", huma.DefaultSchemaNamer)
	c := checker{registry: registry}
	list := make([]any, 10000)
	for i := range list {
		list[i] = true
	}
	c.value("", registry.Schema(reflect.TypeFor[[]string](), true, ""), list)
	require.Len(t, c.problems, maxProblems)
}

func TestOptional(t *testing.T) {
	var form struct {
		Absent, Null, Value Optional[string]
		Kept                Patch[int]
	}
	require.NoError(t, json.Unmarshal([]byte(`{"Null": null, "Value": "v", "Kept": 0}`), &form))
	require.Equal(t, Optional[string]{}, form.Absent)
	require.Equal(t, Optional[string]{Sent: true, Null: true}, form.Null)
	require.Equal(t, Optional[string]{Sent: true, Value: "v"}, form.Value)
	text, number := "before", 7
	form.Absent.Into(&text)
	require.Equal(t, "before", text)
	form.Value.Into(&text)
	require.Equal(t, "v", text)
	form.Null.Into(&text)
	require.Empty(t, text)
	form.Kept.Into(&number)
	require.Zero(t, number)
}

func TestMatchVersion(t *testing.T) {
	tag := etag(3, "cal_1")
	for _, row := range []struct {
		header string
		want   editorial.Kind
	}{
		{tag, ""},
		{`"x", ` + tag, ""},
		{etag(2, "cal_1"), editorial.Stale},
		{etag(3, "cal_2"), editorial.Stale},
		{"W/" + tag, editorial.Stale},
		{"", editorial.Needed},
		{" ", editorial.Needed},
		{"*", editorial.Needed},
	} {
		err := matchVersion(row.header, 3, "cal_1")
		if row.want == "" {
			require.NoError(t, err, row.header)
			continue
		}
		require.True(t, editorial.IsKind(err, row.want), row.header)
	}
}

// TestEveryCodeSpeaks reads the codes from the source: each has a sentence, in
// both languages.
func TestEveryCodeSpeaks(t *testing.T) {
	files, err := filepath.Glob("sentence*.go")
	require.NoError(t, err)
	count := 0
	for _, file := range files {
		source, err := os.ReadFile(file)
		require.NoError(t, err)
		for _, found := range regexp.MustCompile(`editorial\.Code = "(\w+)"`).FindAllStringSubmatch(string(source), -1) {
			words, ok := wordsOf(editorial.Code(found[1]))
			require.True(t, ok, "%s has no sentence", found[1])
			require.NotEmpty(t, words.EN, found[1])
			require.NotEmpty(t, words.FR, found[1])
			require.NotEqual(t, words.EN, words.FR, found[1])
			count++
		}
	}
	require.Greater(t, count, 60)
}

func TestOnlyUTF8IsRead(t *testing.T) {
	_, err := parseJSON([]byte("{\"name\": \"caf\xe9\"}")) // encoding/json would put another letter there
	require.True(t, editorial.IsKind(err, editorial.Malformed), err)
}

// FuzzParseJSON looks for bodies that we and encoding/json read differently:
// what passes the check must decode, to the same value.
func FuzzParseJSON(f *testing.F) {
	for _, seed := range []string{`{"a": [1, "é", null, true, {"b": -0.1e5}]}`, `[[[[]]]]`, `"\ud800"`, `{"a":1,"a":2}`, `1 2`, "\xff", `{"":{"":{}}}`, `[1,]`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		ours, err := parseJSON(body)
		if err != nil {
			require.True(t, editorial.IsKind(err, editorial.Malformed), err)
			return
		}
		var theirs any
		decoder := json.NewDecoder(strings.NewReader(string(body)))
		decoder.UseNumber()
		require.NoError(t, decoder.Decode(&theirs))
		require.Equal(t, theirs, ours)
	})
}

// FuzzChecker looks for bodies that pass the check and then do not decode:
// what a handler gets is what was checked.
func FuzzChecker(f *testing.F) {
	registry := huma.NewMapRegistry("#/components/schemas/", huma.DefaultSchemaNamer)
	schema := registry.Schema(reflect.TypeFor[checkedForm](), true, "")
	for _, seed := range []string{
		`{"name": "ab", "count": 9, "at": "2026-10-01T10:00:00.123456789+02:00", "kinds": ["a"], "inner": {"on": true}, "free": {"x": {"on": false}}}`,
		`{"name": "ab", "any": {"x": [null]}, "maybe": null, "sure": true, "inner": null}`, `{"name": "ab", "at": "2026-10-01T24:00:00Z"}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		value, err := parseJSON(body)
		if err != nil {
			return
		}
		c := checker{registry: registry}
		c.value("", schema, value)
		if len(c.problems) == 0 {
			require.NoError(t, json.Unmarshal(body, new(checkedForm)))
		}
	})
}
