package editorial

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// How long a password is, in characters. What it is made of is nobody's
// business but that it must not be easily guessed.
const (
	MinPassword = 12
	MaxPassword = 256
)

// TidyPassword is a password as it is hashed: composed characters, since
// keyboards differ in how they write an é.
func TidyPassword(typed Secret) Secret { return NewSecret(norm.NFC.String(typed.Reveal())) }

// CheckPassword refuses a tidy password that is too short or too long, cannot
// be typed again, or is the member's name or address and little more.
func CheckPassword(password Secret, m Member) error {
	text := password.Reveal()
	switch length := utf8.RuneCountInString(text); {
	case length < MinPassword:
		return passwordRefused(CodePasswordShort)
	case length > MaxPassword:
		return passwordRefused(CodePasswordLong)
	case !utf8.ValidString(text) || strings.ContainsFunc(text, unicode.IsControl):
		return passwordRefused(CodePasswordCharacters)
	}
	rest := strings.ToLower(text)
	for _, word := range WordsAbout(m) {
		rest = strings.ReplaceAll(rest, strings.ToLower(word), "")
	}
	if utf8.RuneCountInString(rest) < MinPassword/2 {
		return EasyPassword()
	}
	return nil
}

// EasyPassword refuses a password that is easily guessed.
func EasyPassword() error { return passwordRefused(CodePasswordEasy) }

func passwordRefused(code Code) error { return InvalidAt("/password", code) }

// WordsAbout lists what a stranger who knows a member, or where they sign in,
// would try first.
func WordsAbout(m Member) []string {
	words := []string{m.Email, m.Name, "parution", "motdepasse", "password", "azerty", "qwerty"}
	apart := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	for _, about := range append(strings.FieldsFunc(m.Name, apart), strings.FieldsFunc(m.Email, apart)...) {
		if utf8.RuneCountInString(about) > 2 {
			words = append(words, about)
		}
	}
	return words
}
