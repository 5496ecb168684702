package editorial

// Lang is a language that people read Parution in.
type Lang string

// The languages.
const (
	English Lang = "en"
	French  Lang = "fr"
)

// Words is one sentence or label in each language.
type Words struct{ EN, FR string }

// In returns the words in a language, English where it is not French.
func (w Words) In(lang Lang) string {
	if lang == French {
		return w.FR
	}
	return w.EN
}
