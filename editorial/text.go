package editorial

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
	"golang.org/x/text/unicode/norm"
)

// Unit is what a limit on copy counts in.
type Unit string

// The units. Bytes that are not UTF-8 count as one code point each.
const (
	Graphemes  Unit = "graphemes"   // what people see as one character
	CodePoints Unit = "code_points" // Unicode code points
	UTF16      Unit = "utf16"       // 16-bit code units, as JavaScript counts
	Bytes      Unit = "bytes"       // of UTF-8
	// Weighted gives 1 to a code point of most alphabets and of everyday
	// punctuation and 2 to any other, after composition (NFC); an emoji is 2
	// however many code points it takes.
	Weighted Unit = "weighted"
)

// Counting says how one limit measures copy. An unknown Unit counts bytes, the
// strictest, so that nothing seems to fit that does not.
type Counting struct {
	Unit Unit
	// LinkLength, where positive, is what every link counts, long or short.
	// Links are those of [Links]; a Weighted limit takes an address without
	// scheme ("example.com/menu") for a link too.
	LinkLength int
	// LocalMentions counts @name@host as @name.
	LocalMentions bool
}

// Span is a stretch of text: bytes Start to End, End exclusive.
type Span struct {
	Start, End int
	Text       string
}

// Count measures text in the units of c. It takes time in proportion to the
// length of text, whatever stands in it.
func (c Counting) Count(text string) int {
	if c.Unit == Weighted {
		text = norm.NFC.String(text)
	}
	total, from := 0, 0
	for _, s := range c.substitutes(text) {
		total += c.Unit.count(text[from:s.start]) + s.counts
		from = s.end
	}
	return total + c.Unit.count(text[from:])
}

// substitute is a stretch of text that counts as something else than itself.
type substitute struct{ start, end, counts int }

// substitutes returns what c counts differently, in the order of the text and
// without overlaps.
func (c Counting) substitutes(text string) []substitute {
	if c.LinkLength <= 0 && !c.LocalMentions {
		return nil
	}
	links := Links(text)
	if c.Unit == Weighted {
		links = withBareAddresses(text, links)
	}
	var found []substitute
	if c.LinkLength > 0 {
		for _, link := range links {
			found = append(found, substitute{link.Start, link.End, c.LinkLength})
		}
	}
	if c.LocalMentions {
		found = append(found, mentionHosts(text, links)...)
	}
	slices.SortFunc(found, func(a, b substitute) int { return a.start - b.start })
	return found
}

// mentionHosts returns the hosts of mentions, which count nothing.
func mentionHosts(text string, links []Span) []substitute {
	var hosts []substitute
	for _, mention := range spansOutside(text, links, "@", mentionEnd) {
		if host := strings.LastIndexByte(mention.Text, '@'); host > 0 {
			hosts = append(hosts, substitute{mention.Start + host, mention.End, 0})
		}
	}
	return hosts
}

func (u Unit) count(text string) int {
	switch u {
	case Graphemes:
		return sumClusters(text, func(string) int { return 1 })
	case CodePoints:
		return utf8.RuneCountInString(text)
	case UTF16:
		return utf16Length(text)
	case Weighted:
		return sumClusters(text, clusterWeight)
	case Bytes:
	}
	return len(text)
}

func utf16Length(text string) int {
	n := 0
	for _, r := range text {
		n++
		if r > 0xFFFF {
			n++
		}
	}
	return n
}

func sumClusters(text string, value func(cluster string) int) int {
	total, state := 0, -1
	for text != "" {
		var cluster string
		cluster, text, state = nextCluster(text, state)
		total += value(cluster)
	}
	return total
}

// nextCluster splits off the first grapheme cluster. Two ASCII characters
// never share one, except a line end of two, so plain copy needs no tables.
func nextCluster(text string, state int) (cluster, rest string, next int) {
	if text[0] < utf8.RuneSelf && text[0] != '\r' && (len(text) == 1 || text[1] < utf8.RuneSelf) {
		return text[:1], text[1:], -1
	}
	cluster, rest, _, next = uniseg.FirstGraphemeClusterInString(text, state)
	return cluster, rest, next
}

func clusterWeight(cluster string) int {
	if isEmoji(cluster) {
		return 2
	}
	total := 0
	for _, r := range cluster {
		total += runeWeight(r)
	}
	return total
}

// runeWeight follows version 3 of the published weights.
func runeWeight(r rune) int {
	switch {
	case r <= 0x10FF, // Latin to Georgian
		0x2000 <= r && r <= 0x200D, // spaces and joiners
		0x2010 <= r && r <= 0x201F, // dashes and quotation marks
		0x2032 <= r && r <= 0x2037: // primes
		return 1
	}
	return 2
}

const (
	emojiStyle = '\uFE0F' // asks for the coloured form of what stands before it
	keycap     = '\u20E3' // draws a key around a digit
)

// isEmoji tells whether a cluster of several code points is one emoji. What is
// a single code point has its own weight.
func isEmoji(cluster string) bool {
	first, size := utf8.DecodeRuneInString(cluster)
	rest := cluster[size:]
	switch {
	case rest == "" || strings.ContainsFunc(rest, isForeignMark):
		return false
	case strings.ContainsRune("0123456789#*", first):
		return strings.HasSuffix(rest, string(keycap))
	}
	return isRegional(first) || isPictograph(first)
}

// isForeignMark tells whether r is a mark that no emoji holds: an accent put
// on one is counted.
func isForeignMark(r rune) bool {
	return unicode.IsMark(r) && r != emojiStyle && r != keycap
}

func isRegional(r rune) bool { return 0x1F1E6 <= r && r <= 0x1F1FF }

// isPictograph tells whether r is Extended_Pictographic. Only such a code
// point is tied to a heart by a joiner, which is how the segmenter's own table
// is asked here instead of a second one.
func isPictograph(r rune) bool {
	return uniseg.GraphemeClusterCount(string(r)+"\u200D\u2764") == 1
}

// Links returns the http and https links of a text, in order: up to a space, a
// quotation mark or a bracket that the link did not open, less the punctuation
// at the end. A domain without scheme is not a link.
func Links(text string) []Span {
	var links []Span
	for at := 0; ; {
		found := strings.Index(text[at:], "://")
		if found < 0 {
			return links
		}
		colon := at + found
		at = colon + len("://")
		if start := schemeStart(text, colon); start < colon && startsHost(text[at:]) {
			if end := addressEnd(text, at); end > at {
				links = append(links, spanOf(text, start, end))
				at = end
			}
		}
	}
}

func spanOf(text string, start, end int) Span {
	return Span{Start: start, End: end, Text: text[start:end]}
}

// schemeStart returns where the http or https before a colon begins, or the
// colon where there is none that stands by itself.
func schemeStart(text string, colon int) int {
	for _, scheme := range []string{"https", "http"} {
		start := colon - len(scheme)
		if start < 0 || !strings.EqualFold(text[start:colon], scheme) {
			continue
		}
		if start == 0 || !isASCIIWord(rune(text[start-1])) {
			return start
		}
	}
	return colon
}

// startsHost tells whether a name, a number or a bracketed IPv6 address begins.
func startsHost(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return r == '[' || unicode.IsLetter(r) || unicode.IsDigit(r)
}

const (
	openingBrackets = "([{"
	closingBrackets = ")]}"

	// what ends an address wherever it stands, and what does so only at the end
	addressStops    = "<>\"`«»“”„‹›…、。，．！？；：（）［］「」『』【】〈〉《》〔〕،؛؟।"
	addressTrailing = ".,;:!?'’" + openingBrackets
)

// addressEnd returns where the address ends of which a part begins at from.
func addressEnd(text string, from int) int {
	var open [len(openingBrackets)]int
	length := strings.IndexFunc(text[from:], func(r rune) bool {
		if i := strings.IndexRune(openingBrackets, r); i >= 0 {
			open[i]++
		}
		if i := strings.IndexRune(closingBrackets, r); i >= 0 {
			open[i]--
			return open[i] < 0
		}
		return stopsAddress(r)
	})
	if length < 0 {
		length = len(text) - from
	}
	return from + len(strings.TrimRight(text[from:from+length], addressTrailing))
}

// stopsAddress tells whether r is none of an address: a space, a symbol, a
// quotation mark, an invisible character other than the joiners of words.
func stopsAddress(r rune) bool {
	if r < utf8.RuneSelf {
		return r <= ' ' || r == 0x7F || strings.ContainsRune(addressStops, r)
	}
	if r == '\u200C' || r == '\u200D' {
		return false
	}
	return unicode.IsSpace(r) || unicode.In(r, unicode.Cc, unicode.Cf, unicode.Symbol) ||
		strings.ContainsRune(addressStops, r)
}

// Mentions returns the mentions of a text outside its links, in order: @name,
// @name@host and @handle.tld, the @ included. An e-mail address holds none.
func Mentions(text string) []Span { return spansOutside(text, Links(text), "@", mentionEnd) }

// Hashtags returns the hashtags of a text outside its links, in order, the # or
// ＃ included. A tag holds a letter: "#2026" is a number.
func Hashtags(text string) []Span { return spansOutside(text, Links(text), "#＃", hashtagEnd) }

// spansOutside returns what begins with one of the signs and stands outside the
// links. endOf tells where such a span ends, and 0 where none begins.
func spansOutside(text string, links []Span, signs string, endOf func(text string, sign int) int) []Span {
	var found []Span
	for _, gap := range gaps(text, links) {
		for at := gap.Start; ; {
			next := strings.IndexAny(text[at:gap.End], signs)
			if next < 0 {
				break
			}
			sign := at + next
			at = sign + 1
			if end := endOf(text[:gap.End], sign); end > 0 && !isAttached(text[:sign]) {
				found = append(found, spanOf(text, sign, end))
				at = end
			}
		}
	}
	return found
}

// gaps returns what stands before, between and after links.
func gaps(text string, links []Span) []Span {
	between := make([]Span, 0, len(links)+1)
	from := 0
	for _, link := range links {
		between = append(between, spanOf(text, from, link.Start))
		from = link.End
	}
	return append(between, spanOf(text, from, len(text)))
}

// isAttached tells whether what follows before continues a word, an address, a
// parameter or a row of signs, so that no mention or hashtag begins there.
func isAttached(before string) bool {
	r, _ := utf8.DecodeLastRuneInString(before)
	return isWord(r) || strings.ContainsRune("@＠#＃&/=$", r)
}

func mentionEnd(text string, sign int) int {
	name := sign + len("@")
	end := wordsEnd(text, name, isASCIIWord, ".-")
	if end == name {
		return 0
	}
	if !strings.HasPrefix(text[end:], "@") {
		return end
	}
	host := end + len("@")
	if hostEnd := wordsEnd(text, host, isWord, ".-"); hostEnd > host {
		return hostEnd
	}
	return end
}

func hashtagEnd(text string, sign int) int {
	_, size := utf8.DecodeRuneInString(text[sign:])
	tag := sign + size
	end := wordsEnd(text, tag, isWord, "·・\u200C")
	if !strings.ContainsFunc(text[tag:end], unicode.IsLetter) {
		return 0
	}
	return end
}

// wordsEnd returns where a run of words ends that begins at from and may be
// joined by the inner characters, or from where none begins.
func wordsEnd(text string, from int, isPart func(rune) bool, inner string) int {
	end := from
	for i, r := range text[from:] {
		if isPart(r) {
			end = from + i + utf8.RuneLen(r)
		} else if end == from || !strings.ContainsRune(inner, r) {
			break
		}
	}
	return end
}

func isASCIIWord(r rune) bool { return r < utf8.RuneSelf && isWord(r) }

// isWord tells whether r belongs to a word. The marks that turn a sign into an
// emoji do not: a hashtag may follow one, and the # of a keycap begins none.
func isWord(r rune) bool {
	if '\uFE00' <= r && r <= emojiStyle || r == keycap {
		return false
	}
	return r == '_' || unicode.In(r, unicode.Letter, unicode.Mark, unicode.Nd)
}
