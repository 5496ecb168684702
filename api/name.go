package api

import (
	"strings"
	"unicode"

	"parution.dev/editorial"
)

// checkName refuses a name that shows nothing, or holds line breaks and other
// control characters, since names stand in mail headers, feeds and terminals;
// and what nobody sees in one, by which a name passes for another.
func checkName(name string) error { return checkNameAt("/name", name) }

func checkNameAt(at, name string) error {
	switch {
	case !strings.ContainsFunc(name, isSeen):
		return editorial.InvalidAt(at, codeTooShort)
	case strings.ContainsFunc(name, unicode.IsControl), hides(name):
		return editorial.InvalidAt(at, codeBadText)
	}
	return nil
}

const emptyBraille = '\u2800'

// isSeen tells whether people see a character.
func isSeen(r rune) bool {
	return unicode.IsGraphic(r) && !unicode.IsSpace(r) && r != emptyBraille && !unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r)
}

// hides tells whether a name holds what is not seen, or turns the text around.
// What joins and shapes characters is left to those that need it: emoji, and
// scripts whose letters are joined or run from right to left.
func hides(name string) bool {
	before := ' '
	for _, r := range name {
		switch {
		case shapes(r):
			if unicode.IsSpace(before) || unicode.In(before, unicode.Latin, unicode.Greek, unicode.Cyrillic) {
				return true
			}
			continue
		case unicode.Is(unicode.Prepended_Concatenation_Mark, r): // it is seen
		case unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Other_Default_Ignorable_Code_Point):
			return true
		}
		before = r
	}
	return false
}

// shapes tells whether a character is there for its neighbours: the joiners,
// the marks of a direction, what chooses a form, and what spells a flag.
func shapes(r rune) bool {
	switch r {
	case '\u200c', '\u200d', '\u200e', '\u200f', '\u061c':
		return true
	}
	return unicode.Is(unicode.Variation_Selector, r) || r >= 0xE0020 && r <= 0xE007F
}
