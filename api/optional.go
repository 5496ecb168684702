package api

import (
	"bytes"
	"encoding/json"
	"reflect"

	"github.com/danielgtaylor/huma/v2"
)

// Optional is a field of a merge patch (RFC 7396): absent, null or a value.
// Give it the JSON option omitzero, so that it need not be sent.
type Optional[T any] struct {
	Sent  bool // it stood in the request
	Null  bool // and said null
	Value T
}

// UnmarshalJSON reads null or a value; it is not called for what is absent.
func (o *Optional[T]) UnmarshalJSON(data []byte) error {
	o.Sent = true
	if bytes.Equal(data, []byte("null")) {
		o.Null = true
		return nil
	}
	return json.Unmarshal(data, &o.Value)
}

// Schema says "the value's own schema, or null".
func (Optional[T]) Schema(r huma.Registry) *huma.Schema {
	s := r.Schema(reflect.TypeFor[T](), true, "")
	switch {
	case s.Ref != "" && r.SchemaFromRef(s.Ref).Nullable: // it says so itself
	case s.Ref != "" || len(s.OneOf) > 0:
		return &huma.Schema{OneOf: []*huma.Schema{s, {Type: typeNull}}}
	case s.Type != "": // without a type it takes anything, null too
		s.Nullable = true
	}
	return s
}

// Into writes the value over target where one was sent; null writes the zero
// value.
func (o Optional[T]) Into(target *T) {
	if o.Sent {
		*target = o.Value
	}
}

// Patch is a field of a merge patch that cannot be null: absent or a value.
type Patch[T any] struct {
	Sent  bool
	Value T
}

// UnmarshalJSON reads a value; it is not called for what is absent.
func (p *Patch[T]) UnmarshalJSON(data []byte) error {
	p.Sent = true
	return json.Unmarshal(data, &p.Value)
}

// Schema is the value's own schema.
func (Patch[T]) Schema(r huma.Registry) *huma.Schema {
	s := r.Schema(reflect.TypeFor[T](), true, "")
	s.Nullable = false
	return s
}

// Into writes the value over target where one was sent.
func (p Patch[T]) Into(target *T) {
	if p.Sent {
		*target = p.Value
	}
}

// sent is a patch's field as if it had been in the request.
func sent[T any](value T) Patch[T] { return Patch[T]{Sent: true, Value: value} }
