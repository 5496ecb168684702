package api

import (
	"strings"
	"unicode"

	"parution.dev/editorial"
)

// checkName refuses a name that shows nothing, or holds line breaks and other
// control characters: names stand in mail headers, feeds and terminals.
func checkName(name string) error { return checkNameAt("/name", name) }

func checkNameAt(at, name string) error {
	switch {
	case strings.TrimSpace(name) == "":
		return editorial.InvalidAt(at, codeTooShort)
	case strings.ContainsFunc(name, unicode.IsControl):
		return editorial.InvalidAt(at, codeBadText)
	}
	return nil
}
