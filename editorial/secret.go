package editorial

import "maps"

// Secret is a value that must never be shown: a password, a token, a signing
// key. No way of printing it that the standard library knows shows it: most
// print a mask, and those that look behind every method, as for a secret in a
// struct's unexported field, find an address. Only Reveal gives the value.
type Secret struct{ value *string }

const mask = "•••"

// NewSecret wraps a value.
func NewSecret(value string) Secret { return Secret{&value} }

// Reveal returns the value, for the one call that needs it.
func (s Secret) Reveal() string {
	if s.value == nil {
		return ""
	}
	return *s.value
}

// IsZero tells whether there is no value.
func (s Secret) IsZero() bool { return s.Reveal() == "" }

// String masks the value for %s and %v.
func (s Secret) String() string { return mask }

// GoString masks the value for %#v.
func (s Secret) GoString() string { return mask }

// MarshalText masks the value in JSON, logs and text encodings alike.
func (s Secret) MarshalText() ([]byte, error) { return []byte(mask), nil }

// Credentials are the secrets that an account is reached with, by name.
type Credentials map[string]Secret

// Equal tells whether they are the same secrets under the same names.
func (c Credentials) Equal(other Credentials) bool {
	return maps.EqualFunc(c, other, func(a, b Secret) bool { return a.Reveal() == b.Reveal() })
}

// With returns a copy in which name holds value.
func (c Credentials) With(name, value string) Credentials {
	next := Credentials{}
	maps.Copy(next, c)
	next[name] = NewSecret(value)
	return next
}
