package editorial

import (
	"strings"
	"unicode/utf8"
)

// withBareAddresses adds to the links of a text the addresses without scheme
// that stand between them, in order.
func withBareAddresses(text string, links []Span) []Span {
	var all []Span
	for i, gap := range gaps(text, links) {
		all = append(all, bareAddresses(text, gap)...)
		all = append(all, links[i:min(i+1, len(links))]...)
	}
	return all
}

func bareAddresses(text string, gap Span) []Span {
	var found []Span
	for at := gap.Start; ; {
		next := strings.IndexFunc(text[at:gap.End], isHostPart)
		if next < 0 {
			return found
		}
		host := at + next
		at = host + runLength(text[host:gap.End], isHostPart)
		if end := bareAddressEnd(text[:gap.End], host, at); end > 0 {
			found = append(found, spanOf(text, host, end))
			at = max(at, end)
		}
	}
}

func isHostPart(r rune) bool { return isASCIIWord(r) || r == '.' || r == '-' }

func runLength(text string, isPart func(rune) bool) int {
	if n := strings.IndexFunc(text, func(r rune) bool { return !isPart(r) }); n >= 0 {
		return n
	}
	return len(text)
}

// bareAddressEnd returns where the address ends whose host is, or begins, the
// run of host characters from start to end, and 0 where there is none.
func bareAddressEnd(text string, start, end int) int {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	if strings.ContainsRune("@＠#＃$/", before) || strings.HasPrefix(text[end:], "@") {
		return 0
	}
	host := domainLength(text[start:end])
	if host == 0 {
		return 0
	}
	if start+host == end && startsPath(text[end:]) {
		return addressEnd(text, end)
	}
	return start + host
}

// domainLength returns how much of a run of host characters is a domain: up to
// the last label that is a top-level domain. A row of dots ends it.
func domainLength(run string) int {
	run, _, _ = strings.Cut(run, "..")
	for end := len(run); ; {
		dot := strings.LastIndexByte(run[:end], '.')
		if dot <= 0 || !isASCIIWord(rune(run[0])) {
			return 0
		}
		label := run[dot+1 : end]
		if cut := strings.IndexAny(label, "-_"); cut >= 0 {
			label = label[:cut]
		}
		if isTopLevel(label) {
			return dot + 1 + len(label)
		}
		end = dot
	}
}

// startsPath tells whether a port, a path or a query begins.
func startsPath(text string) bool {
	if len(text) > 1 && text[0] == ':' {
		return isDigit(text[1])
	}
	return strings.HasPrefix(text, "/") || strings.HasPrefix(text, "?")
}

// isTopLevel tells whether a label is a top-level domain: the country codes,
// and of the others those that businesses and public bodies use.
func isTopLevel(label string) bool {
	switch strings.ToLower(label) {
	case "ac", "ad", "ae", "af", "ag", "ai", "al", "am", "ao", "aq", "ar", "as", "at", "au", "aw", "ax", "az", "ba",
		"bb", "bd", "be", "bf", "bg", "bh", "bi", "bj", "bm", "bn", "bo", "br", "bs", "bt", "bv", "bw", "by", "bz",
		"ca", "cc", "cd", "cf", "cg", "ch", "ci", "ck", "cl", "cm", "cn", "co", "cr", "cu", "cv", "cw", "cx", "cy",
		"cz", "de", "dj", "dk", "dm", "do", "dz", "ec", "ee", "eg", "er", "es", "et", "eu", "fi", "fj", "fk", "fm",
		"fo", "fr", "ga", "gb", "gd", "ge", "gf", "gg", "gh", "gi", "gl", "gm", "gn", "gp", "gq", "gr", "gs", "gt",
		"gu", "gw", "gy", "hk", "hm", "hn", "hr", "ht", "hu", "id", "ie", "il", "im", "in", "io", "iq", "ir", "is",
		"it", "je", "jm", "jo", "jp", "ke", "kg", "kh", "ki", "km", "kn", "kp", "kr", "kw", "ky", "kz", "la", "lb",
		"lc", "li", "lk", "lr", "ls", "lt", "lu", "lv", "ly", "ma", "mc", "md", "me", "mg", "mh", "mk", "ml", "mm",
		"mn", "mo", "mp", "mq", "mr", "ms", "mt", "mu", "mv", "mw", "mx", "my", "mz", "na", "nc", "ne", "nf", "ng",
		"ni", "nl", "no", "np", "nr", "nu", "nz", "om", "pa", "pe", "pf", "pg", "ph", "pk", "pl", "pm", "pn", "pr",
		"ps", "pt", "pw", "py", "qa", "re", "ro", "rs", "ru", "rw", "sa", "sb", "sc", "sd", "se", "sg", "sh", "si",
		"sj", "sk", "sl", "sm", "sn", "so", "sr", "ss", "st", "su", "sv", "sx", "sy", "sz", "tc", "td", "tf", "tg",
		"th", "tj", "tk", "tl", "tm", "tn", "to", "tr", "tt", "tv", "tw", "tz", "ua", "ug", "uk", "us", "uy", "uz",
		"va", "vc", "ve", "vg", "vi", "vn", "vu", "wf", "ws", "ye", "yt", "za", "zm", "zw":
		return true
	case "aero", "africa", "agency", "alsace", "amsterdam", "app", "art", "asia", "bank", "bar", "bayern", "beer",
		"berlin", "bike", "bio", "biz", "blog", "boutique", "brussels", "bzh", "cafe", "camp", "care", "cash", "cat",
		"center", "city", "click", "cloud", "club", "coach", "coffee", "cologne", "com", "community", "company",
		"consulting", "cool", "coop", "corsica", "cymru", "design", "dev", "digital", "direct", "earth", "eco",
		"edu", "education", "email", "energy", "eus", "events", "expert", "family", "farm", "fashion", "film",
		"finance", "fit", "frl", "fun", "fund", "fyi", "gal", "gallery", "game", "games", "garden", "gent", "global",
		"gold", "gov", "green", "group", "guide", "hamburg", "health", "help", "host", "hotel", "house", "immo",
		"info", "ink", "institute", "insurance", "int", "international", "istanbul", "jobs", "kids", "koeln", "land",
		"lat", "law", "legal", "life", "limo", "link", "live", "loan", "london", "love", "madrid", "market",
		"marketing", "media", "menu", "miami", "mil", "mobi", "money", "moscow", "museum", "music", "name", "net",
		"network", "news", "ngo", "nyc", "one", "ong", "online", "org", "page", "paris", "partners", "party",
		"photo", "photos", "pizza", "place", "plus", "post", "press", "pro", "quebec", "radio", "rent", "restaurant",
		"rocks", "ruhr", "run", "saarland", "school", "science", "scot", "security", "services", "shop", "show",
		"site", "ski", "social", "software", "solar", "solutions", "space", "sport", "store", "studio", "style",
		"support", "swiss", "sydney", "team", "tech", "tel", "theater", "tips", "tirol", "today", "tokyo", "tools",
		"top", "tours", "town", "training", "travel", "university", "vet", "video", "vin", "vip", "vlaanderen",
		"vote", "voyage", "wales", "watch", "website", "wedding", "wien", "wiki", "win", "wine", "work", "works",
		"world", "xxx", "xyz", "yoga", "zone", "zuerich":
		return true
	}
	return false
}
