package api

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/danielgtaylor/huma/v2"

	"parution.dev/editorial"
)

const (
	typeNull    = "null"
	maxDepth    = 32 // of JSON
	maxProblems = 50 // told at once
)

// parseJSON reads one JSON value, strictly: valid UTF-8, no name twice in an
// object, nothing after it, not too deep. Numbers stay as they were written.
func parseJSON(body []byte) (any, error) {
	if !utf8.Valid(body) || !json.Valid(body) {
		return nil, editorial.Refuse(editorial.Malformed, codeMalformedJSON)
	}
	decoder := json.NewDecoder(bytes.NewReader(body))
	decoder.UseNumber()
	return parseValue(decoder, 0)
}

func parseValue(decoder *json.Decoder, depth int) (any, error) {
	if depth > maxDepth {
		return nil, editorial.Refuse(editorial.Malformed, codeTooDeep)
	}
	token, err := decoder.Token()
	if err != nil {
		return nil, &editorial.Refusal{Kind: editorial.Malformed, Code: codeMalformedJSON, Err: err}
	}
	switch token {
	case json.Delim('{'):
		return parseObject(decoder, depth)
	case json.Delim('['):
		return parseList(decoder, depth)
	}
	return token, nil
}

func parseObject(decoder *json.Decoder, depth int) (any, error) {
	object := map[string]any{}
	for decoder.More() {
		key, err := decoder.Token()
		if err != nil {
			return nil, &editorial.Refusal{Kind: editorial.Malformed, Code: codeMalformedJSON, Err: err}
		}
		name := fmt.Sprint(key)
		if _, ok := object[name]; ok {
			return nil, editorial.Refuse(editorial.Malformed, codeNameTwice)
		}
		if object[name], err = parseValue(decoder, depth+1); err != nil {
			return nil, err
		}
	}
	_, err := decoder.Token()
	return object, err
}

func parseList(decoder *json.Decoder, depth int) (any, error) {
	list := []any{}
	for decoder.More() {
		item, err := parseValue(decoder, depth+1)
		if err != nil {
			return nil, err
		}
		list = append(list, item)
	}
	_, err := decoder.Token()
	return list, err
}

// checker compares a value with a schema, and gathers what is wrong with
// pointers that name known fields only.
type checker struct {
	registry huma.Registry
	problems []editorial.Problem
}

func (c *checker) add(at string, code editorial.Code, detail editorial.Words) {
	if len(c.problems) < maxProblems {
		c.problems = append(c.problems, editorial.Problem{Code: code, Pointer: at, Detail: detail})
	}
}

// refusal is all that was found, or nil.
func (c *checker) refusal() error {
	err := editorial.RefuseAll(c.problems)
	if slices.ContainsFunc(c.problems, func(p editorial.Problem) bool { return p.Code == codeTextTooLarge }) {
		refusal := editorial.AsRefusal(err)
		refusal.Kind, refusal.Code = editorial.TooLarge, codeTextTooLarge
	}
	return err
}

func (c *checker) value(at string, s *huma.Schema, v any) {
	s = c.choose(s, v)
	if v == nil {
		if s.Type != typeNull && s.Type != "" && !s.Nullable {
			c.add(at, codeNullNotAllowed, editorial.Words{})
		}
		return
	}
	if s.Type != "" && s.Type != typeOf(v) && (s.Type != huma.TypeInteger || !isInteger(v)) {
		c.add(at, codeWrongType, wanted(s.Type))
		return
	}
	switch v := v.(type) {
	case string:
		c.text(at, s, v)
	case json.Number:
		c.number(at, s, v)
	case []any:
		c.list(at, s, v)
	case map[string]any:
		c.object(at, s, v)
	}
}

// choose follows references, and of several schemas takes the one that is for
// values of this type.
func (c *checker) choose(s *huma.Schema, v any) *huma.Schema {
	for s.Ref != "" {
		s = c.registry.SchemaFromRef(s.Ref)
	}
	if len(s.OneOf) == 0 {
		return s
	}
	for _, one := range s.OneOf {
		if fits := c.choose(one, v); fits.Type == typeOf(v) {
			return fits
		}
	}
	return c.choose(s.OneOf[0], v)
}

// typeOf is the JSON Schema type of a parsed value.
func typeOf(v any) string {
	switch v.(type) {
	case nil:
		return typeNull
	case bool:
		return huma.TypeBoolean
	case string:
		return huma.TypeString
	case []any:
		return huma.TypeArray
	case map[string]any:
		return huma.TypeObject
	}
	return huma.TypeNumber
}

func isInteger(v any) bool {
	number, ok := v.(json.Number)
	if !ok {
		return false
	}
	_, err := strconv.ParseInt(string(number), 10, 64)
	return err == nil
}

func (c *checker) text(at string, s *huma.Schema, v string) {
	letters := utf8.RuneCountInString(v)
	switch {
	case len(v) > editorial.MaxText:
		c.add(at, codeTextTooLarge, editorial.Words{})
	case strings.ContainsRune(v, 0):
		c.add(at, codeBadText, editorial.Words{})
	case s.MinLength != nil && letters < *s.MinLength:
		c.add(at, codeTooShort, editorial.Words{})
	case s.MaxLength != nil && letters > *s.MaxLength:
		c.add(at, codeTooLong, atMost(*s.MaxLength, "character", "caractère"))
	case len(s.Enum) > 0 && !slices.Contains(s.Enum, any(v)):
		c.add(at, codeNotOneOf, oneOfThese(s.Enum))
	case s.Format == "date-time" && !isInstant(v):
		c.add(at, codeBadInstant, editorial.Words{})
	}
}

func isInstant(v string) bool {
	var at time.Time
	return at.UnmarshalText([]byte(v)) == nil && editorial.Tellable(at) // as strict as decoding the body is
}

func (c *checker) number(at string, s *huma.Schema, v json.Number) {
	n, err := v.Float64()
	if err != nil || s.Minimum != nil && n < *s.Minimum || s.Maximum != nil && n > *s.Maximum {
		c.add(at, codeOutOfRange, between(s.Minimum, s.Maximum))
	}
}

func (c *checker) list(at string, s *huma.Schema, v []any) {
	if s.MaxItems != nil && len(v) > *s.MaxItems {
		c.add(at, codeTooManyItems, atMost(*s.MaxItems, "item", "élément"))
		return
	}
	if s.MinItems != nil && len(v) < *s.MinItems {
		c.add(at, codeTooFewItems, editorial.Words{})
	}
	for i, item := range v {
		if s.Items != nil {
			c.value(fmt.Sprintf("%s/%d", at, i), s.Items, item)
		}
	}
}

func (c *checker) object(at string, s *huma.Schema, v map[string]any) {
	if s.MaxProperties != nil && len(v) > *s.MaxProperties {
		c.add(at, codeTooManyItems, atMost(*s.MaxProperties, "item", "élément"))
		return
	}
	for _, name := range s.Required {
		if _, ok := v[name]; !ok {
			c.add(at+"/"+name, codeRequired, editorial.Words{})
		}
	}
	for _, name := range slices.Sorted(maps.Keys(v)) {
		if known := s.Properties[name]; known != nil {
			c.value(at+"/"+name, known, v[name])
			continue
		}
		c.extra(at, s, name, v[name])
	}
}

// extra checks a member that is no field of the schema: an entry of a map, or
// unknown. Its name came from outside, so it stands in the pointer only where
// it looks like one of our own identifiers.
func (c *checker) extra(at string, s *huma.Schema, name string, v any) {
	switch more := s.AdditionalProperties.(type) {
	case *huma.Schema:
		if isID(name) {
			at += "/" + name
		}
		c.value(at, more, v)
	case bool:
		if !more {
			c.add(at, codeUnknownField, knownNames(s.Properties))
		}
	}
}

var idShape = regexp.MustCompile(`^[a-z]{3,4}_[0-9a-v]{26}$`)

// isID tells whether a text has the shape of our identifiers.
func isID(text string) bool { return idShape.MatchString(text) }

// textValue reads a parameter's text as a value of its schema's type; what
// cannot be read stays text, which is then of the wrong type.
func textValue(s *huma.Schema, text string) any {
	switch s.Type {
	case huma.TypeInteger:
		return json.Number(text)
	case huma.TypeBoolean:
		if text == "true" || text == "false" {
			return text == "true"
		}
	case huma.TypeArray:
		items := []any{}
		for item := range strings.SplitSeq(text, ",") {
			items = append(items, item)
		}
		return items
	}
	return text
}
