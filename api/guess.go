package api

import (
	"unicode/utf8"

	"github.com/trustelem/zxcvbn"

	"parution.dev/editorial"
)

// enoughGuesses is how many guesses a password withstands at least, by an
// attacker who knows the common ones, words, names, keyboards and dates.
const enoughGuesses = 1e8

// guessed is how many characters of a password are looked at: the effort grows
// fast with the length, and so many are never common.
const guessed = 64

// easilyGuessed tells whether a password is a common one, or made of what
// people often use. The lists of zxcvbn (some 100,000 common passwords, words
// and names) are compiled in: nothing is asked elsewhere.
func easilyGuessed(password editorial.Secret, about []string) bool {
	text := password.Reveal()
	for at, n := 0, 0; at < len(text); n++ {
		if n == guessed {
			text = text[:at]
			break
		}
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return zxcvbn.PasswordStrength(text, about).Guesses < enoughGuesses
}
