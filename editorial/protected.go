package editorial

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// protected is a stretch of text that no touch-up changes: a link, a number
// with its sign and unit, the name of a day, a mention, a negation, a word that
// the law or the calendar asks for, a character that turns the text around.
type protected struct {
	code Code   // what is said where it changes
	text string // as it is compared
	at   int
}

// phrase is words in a row, as a calendar lists them.
type phrase struct {
	code  Code
	words []string
}

// phrases are those that are protected, by their first word.
type phrases map[string][]phrase

// protectedPhrases joins the words of the law and those of a calendar.
func protectedPhrases(own []string) phrases {
	all := phrases{}
	for _, text := range legalPhrases() {
		all.add(CodeLegalWordChanged, text)
	}
	for _, text := range own {
		all.add(CodeProtectedWordChanged, text)
	}
	return all
}

func (all phrases) add(code Code, text string) {
	var words []string
	for _, w := range wordsOf(text, 0) {
		words = append(words, w.plain())
	}
	if len(words) > 0 {
		all[words[0]] = append(all[words[0]], phrase{code, words})
	}
}

// protectedIn lists what is protected in a text, in its order.
func protectedIn(text string, lists phrases) []protected {
	links := withBareAddresses(text, Links(text))
	var found []protected
	for _, link := range links {
		found = append(found, protected{CodeLinkChanged, link.Text, link.Start})
	}
	var words []word
	for _, gap := range gaps(text, links) {
		for _, line := range linesOf(gap) {
			runs := runsOf(line)
			for i, run := range runs {
				inside := wordsOf(run.Text, run.Start)
				words = append(words, inside...)
				found = append(found, protectedRun(runs, i, inside)...)
			}
		}
	}
	found = append(found, lists.in(words)...)
	found = append(found, turns(text)...)
	slices.SortStableFunc(found, func(a, b protected) int { return cmp.Compare(a.at, b.at) })
	return found
}

// turns lists what turns a text around, by which people read a number backwards
// that has not changed.
func turns(text string) []protected {
	if isASCII(text) {
		return nil
	}
	var found []protected
	for at, r := range text {
		if unicode.Is(unicode.Bidi_Control, r) {
			found = append(found, protected{CodeDirectionChanged, string(r), at})
		}
	}
	return found
}

// protectedRun looks at what stands between two spaces.
func protectedRun(runs []Span, i int, words []word) []protected {
	run := runs[i]
	switch {
	case strings.ContainsAny(run.Text, "@＠"):
		return []protected{{CodeMentionChanged, strings.Trim(run.Text, punctuation), run.Start}}
	case strings.ContainsFunc(run.Text, unicode.IsNumber):
		return []protected{{CodeNumberChanged, signOf(runs, i) + figure(run.Text) + unitOf(runs, i), run.Start}}
	}
	var found []protected
	for j, w := range words {
		before := word{}
		if j > 0 {
			before = words[j-1]
		}
		if code, text := w.protected(before); code != "" {
			found = append(found, protected{code, text, w.at})
		}
	}
	return found
}

// punctuation stands around a number and is none of it.
const punctuation = `.,;:!?…()[]{}"'«»“”„‘’‹›¿¡`

// figure is a number without the punctuation around it. A point that it begins
// with is a part of it: “.5” is no “5”.
func figure(run string) string {
	bare := strings.TrimLeft(run, punctuation)
	before := strings.TrimSuffix(run, bare)
	if strings.HasSuffix(before, ".") && !strings.HasSuffix(before, "..") && bare != "" && isDigit(bare[0]) {
		bare = "." + bare
	}
	return strings.TrimRight(bare, punctuation)
}

// signOf is the sign that stands before a number, apart from it: "- 20 %".
func signOf(runs []Span, i int) string {
	if i == 0 || strings.ContainsFunc(runs[i-1].Text, func(r rune) bool { return !isSign(r) }) {
		return ""
	}
	return runs[i-1].Text + " "
}

// unitOf is the unit that stands behind a number, apart from it: "12 €",
// "3 millions".
func unitOf(runs []Span, i int) string {
	if i == len(runs)-1 {
		return ""
	}
	next := strings.Trim(runs[i+1].Text, punctuation)
	first, _ := utf8.DecodeRuneInString(next)
	if isSign(first) || isUnit(plain(next)) {
		return " " + next
	}
	return ""
}

// isSign tells whether a character stands before numbers or behind them.
func isSign(r rune) bool {
	return strings.ContainsRune("+-−–±~%‰°º/*×", r) || unicode.In(r, unicode.Sc, unicode.Sm)
}

func linesOf(s Span) []Span {
	var lines []Span
	at := s.Start
	for line := range strings.Lines(s.Text) {
		lines = append(lines, Span{Start: at, End: at + len(line), Text: line})
		at += len(line)
	}
	return lines
}

// runsOf lists what stands between spaces.
func runsOf(line Span) []Span {
	return stretches(line.Text, line.Start, func(r rune) bool { return !unicode.IsSpace(r) })
}

// stretches lists the longest stretches of a text that are all of one sort.
func stretches(text string, offset int, sort func(rune) bool) []Span {
	var all []Span
	start := -1
	for i, r := range text {
		switch inside := sort(r); {
		case inside && start < 0:
			start = i
		case !inside && start >= 0:
			all = append(all, Span{offset + start, offset + i, text[start:i]})
			start = -1
		}
	}
	if start >= 0 {
		all = append(all, Span{offset + start, offset + len(text), text[start:]})
	}
	return all
}

// word is one word of a text, in lower case, composed, and without characters
// that nobody sees.
type word struct {
	text   string
	at     int
	tagged bool // right behind a #
	before rune // the character before it; 0 at the beginning
	after  rune
}

// wordsOf lists the words of a text that stands at an offset.
func wordsOf(text string, offset int) []word {
	var words []word
	for _, s := range stretches(text, 0, isLetter) {
		folded := fold(s.Text)
		if folded == "" {
			continue
		}
		w := word{text: folded, at: offset + s.Start}
		if s.Start > 0 {
			w.before, _ = utf8.DecodeLastRuneInString(text[:s.Start])
		}
		if s.End < len(text) {
			w.after, _ = utf8.DecodeRuneInString(text[s.End:])
		}
		w.tagged = w.before == '#' || w.before == '＃'
		words = append(words, w)
	}
	return words
}

// isLetter tells whether a character is part of a word, seen or not.
func isLetter(r rune) bool {
	return r != '\u02BC' && (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r) || unicode.Is(unicode.Cf, r))
}

func isApostrophe(r rune) bool { return strings.ContainsRune("'’‘\u02BC＇", r) }

// plain is the word as a list of phrases holds it: without accents, a hashtag
// with its sign.
func (w word) plain() string {
	if w.tagged {
		return "#" + plain(w.text)
	}
	return plain(w.text)
}

// protected says what sort of protected word it is, if it is one, and how it is
// compared.
func (w word) protected(before word) (code Code, text string) {
	switch {
	case isNegation(w.text), w.text == "n" && isApostrophe(w.after):
		return CodeNegationChanged, w.text
	case w.text == "t" && isApostrophe(w.before) && strings.HasSuffix(before.text, "n"):
		return CodeNegationChanged, before.text + "'t"
	}
	switch simple := plain(w.text); {
	case isDateWord(simple):
		return CodeDateChanged, simple
	case isNumberWord(simple):
		return CodeNumberChanged, simple
	}
	return "", ""
}

// in lists where the phrases stand among words.
func (all phrases) in(words []word) []protected {
	var found []protected
	for i, w := range words {
		for _, first := range []string{w.plain(), plain(w.text)} {
			for _, p := range all[first] {
				if p.standsAt(words[i:]) {
					found = append(found, protected{p.code, strings.Join(p.words, " "), w.at})
				}
			}
			if !w.tagged {
				break
			}
		}
	}
	return found
}

// standsAt tells whether words begin with the phrase. One without # may be a
// hashtag too.
func (p phrase) standsAt(words []word) bool {
	if len(words) < len(p.words) {
		return false
	}
	for i, want := range p.words {
		if words[i].plain() != want && plain(words[i].text) != want {
			return false
		}
	}
	return true
}

// fold writes a word as all its spellings are compared: in lower case,
// composed, without invisible characters.
func fold(text string) string {
	if isASCII(text) {
		return strings.ToLower(text)
	}
	seen := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, text)
	return norm.NFC.String(strings.ToLower(seen))
}

// plain folds a word, and takes its accents off.
func plain(text string) string {
	text = fold(text)
	if isASCII(text) {
		return text
	}
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(text))
}

func isASCII(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return r >= utf8.RuneSelf })
}

// changedBetween lists the sorts of protected things that are not the same in
// two texts, or not in the same order.
func changedBetween(from, to []protected) []Code {
	differs := func(a, b protected) bool { return a.code != b.code || a.text != b.text }
	same := func(a, b []protected) bool {
		return slices.EqualFunc(a, b, func(x, y protected) bool { return !differs(x, y) })
	}
	if same(from, to) {
		return nil
	}
	var codes []Code
	for _, code := range protectedCodes() {
		if !same(onlyOf(from, code), onlyOf(to, code)) {
			codes = append(codes, code)
		}
	}
	for i := 0; len(codes) == 0; i++ { // the same things in another order
		if differs(from[i], to[i]) {
			codes = []Code{from[i].code, to[i].code}
		}
	}
	return codes
}

func onlyOf(all []protected, code Code) []protected {
	var some []protected
	for _, one := range all {
		if one.code == code {
			some = append(some, one)
		}
	}
	return some
}

// protectedCodes lists what is said of each sort of protected thing.
func protectedCodes() []Code {
	return []Code{
		CodeLinkChanged, CodeNumberChanged, CodeDateChanged, CodeMentionChanged,
		CodeNegationChanged, CodeLegalWordChanged, CodeProtectedWordChanged, CodeDirectionChanged,
	}
}
