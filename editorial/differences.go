package editorial

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// A record of settings is read by people: so many differences, each so long.
const (
	maxDifferences = 30
	maxDifference  = 200
)

// Differences says what differs between a thing before and after, both as
// JSON, for the record: which setting, from what to what. Secrets are masked
// there already; when and how often something was saved is no setting.
func Differences(before, after string) string {
	was, is := flattened(before), flattened(after)
	all := maps.Clone(was)
	maps.Copy(all, is)
	var found []string
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if was[name] != is[name] && name != "Version" && name != "Created" {
			found = append(found, name+": "+shortened(was[name])+" → "+shortened(is[name]))
		}
	}
	if more := len(found) - maxDifferences; more > 0 {
		found = append(found[:maxDifferences], "and "+strconv.Itoa(more)+" more")
	}
	return strings.Join(found, "; ")
}

func shortened(value string) string {
	if value == "" {
		return "none"
	}
	if runes := []rune(value); len(runes) > maxDifference {
		return string(runes[:maxDifference]) + "…"
	}
	return value
}

// never is how JSON writes a time that is not set.
const never = "0001-01-01T00:00:00Z"

// flattened names every value of a JSON object by the way to it. What is empty
// is not there.
func flattened(text string) map[string]string {
	decoder := json.NewDecoder(bytes.NewReader([]byte(text)))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		panic(fmt.Sprintf("editorial: differences: %v", err)) // the store has just written it
	}
	flat := map[string]string{}
	flatten(flat, "", value)
	return flat
}

func flatten(into map[string]string, at string, value any) {
	below := func(name string) string { return strings.TrimPrefix(at+"."+name, ".") }
	switch v := value.(type) {
	case map[string]any:
		for name, inner := range v {
			flatten(into, below(name), inner)
		}
	case []any:
		for i, inner := range v {
			flatten(into, below(strconv.Itoa(i)), inner)
		}
	case nil:
	case string:
		if v != "" && v != never {
			into[at] = v
		}
	default:
		into[at] = fmt.Sprint(v)
	}
}
