package mastodon

import (
	"regexp"
	"strconv"
	"strings"

	"parution.dev/editorial"
)

// software is the kind of server that an account lives on.
type software string

const (
	stock      software = "mastodon" // and forks that only add to it
	goToSocial software = "gotosocial"
	pleroma    software = "pleroma" // and Akkoma
	pixelfed   software = "pixelfed"
	other      software = "other" // something else that speaks the API
)

// softwareOf tells servers apart by what their instance document says:
//
//	4.6.1, 4.6.0+glitch                 Mastodon
//	0.20.0 6b9f2d                       GoToSocial, also by its source_url
//	2.7.2 (compatible; Akkoma 3.15.2)   Pleroma and Akkoma
//	3.5.3 (compatible; Pixelfed 0.12.5) Pixelfed
func softwareOf(i instance) software {
	version, source := strings.ToLower(i.Version), strings.ToLower(i.SourceURL)
	major, _, _, _, plain := parseVersion(i.Version)
	switch {
	case strings.Contains(version, "pixelfed"):
		return pixelfed
	case strings.Contains(version, "pleroma"), strings.Contains(version, "akkoma"):
		return pleroma
	case strings.Contains(version+source, "gotosocial"):
		return goToSocial
	case strings.HasPrefix(version, "0.") && !strings.Contains(version, "("):
		return goToSocial
	case plain && major > 0:
		return stock
	}
	return other
}

// counting is how the software measures copy. Who is unknown is counted in
// code points, which are never fewer than graphemes.
func (s software) counting(linkLength int) editorial.Counting {
	switch s {
	case stock:
		return editorial.Counting{Unit: editorial.Graphemes, LinkLength: linkLength, LocalMentions: true}
	case pleroma:
		return editorial.Counting{Unit: editorial.Graphemes}
	case goToSocial, pixelfed, other:
	}
	return editorial.Counting{Unit: editorial.CodePoints}
}

// keepsMediaIDs tells whether an upload has the same id once it is attached,
// so that the id proves which part a post is.
func (s software) keepsMediaIDs() bool { return s == stock || s == goToSocial }

// videoStandsAlone tells whether a video or a sound must be a post's only medium.
func (s software) videoStandsAlone() bool { return s == stock }

// refusesKeysTwice tells whether a key that was seen before is refused with
// 400, whether or not it led to a post. Other faults are 422 there.
func (s software) refusesKeysTwice() bool { return s == pixelfed }

// keepsRefusals tells whether a key that was refused once stays refused.
// Pleroma answers a key from memory for hours, whatever it answered first, and
// Pixelfed minds a key before it looks at anything else. Mastodon minds the keys
// of posts that were made, GoToSocial none; of others it is not known.
func (s software) keepsRefusals() bool { return s != stock && s != goToSocial }

// throttles tells whether 503 with Retry-After is a refusal at the door: the
// server had no place left and has not looked at the request.
func (s software) throttles() bool { return s == goToSocial }

var versionForm = regexp.MustCompile(`^v?(\d+)\.(\d+)\.(\d+)(-[0-9A-Za-z.-]+)?(\+\S*)?$`)

func parseVersion(version string) (major, minor, patch int, early, ok bool) {
	m := versionForm.FindStringSubmatch(version)
	if m == nil {
		return 0, 0, 0, false, false
	}
	numbers := [3]int{}
	for i := range numbers {
		numbers[i], _ = strconv.Atoi(m[i+1]) // digits; an absurd number is 0 or the largest there is
	}
	return numbers[0], numbers[1], numbers[2], m[4] != "", true
}

// locksKeys tells whether this version of Mastodon makes one post of two
// requests with one key. All versions remember the key of a post that is
// done; since 4.6.0 a second request also waits for a first that is still at
// work (mastodon/mastodon#37879). Before that, the repetition after a timeout
// could make a second post. Some releases answer the repetition with 500
// (mastodon/mastodon#40399): that is Unknown, and still one post.
func locksKeys(version string) bool { return atLeast(version, 4, 6) }

// edits is what the software lets be changed of a post. Mastodon edits posts
// since 3.5.0, their language since 4.0.0 (Mastodon API: statuses#edit), and
// the descriptions of their files since 4.1.0 (mastodon/mastodon#20878);
// GoToSocial all of it since 0.18.0 (superseriousbusiness/gotosocial#1990). Of
// the others it is not known, so nothing is asked of them.
func (s software) edits(version string) editorial.Edits {
	switch s {
	case stock:
		return editorial.Edits{Copy: atLeast(version, 4, 0), Alt: atLeast(version, 4, 1)}
	case goToSocial:
		number, _, _ := strings.Cut(version, " ")
		if !strings.HasPrefix(number, "0.") { // it may put a version of Mastodon before its own
			_, number, _ = strings.Cut(number, "+")
		}
		all := atLeast(number, 0, 18)
		return editorial.Edits{Copy: all, Alt: all}
	case pleroma, pixelfed, other:
	}
	return editorial.Edits{}
}

// atLeast tells whether a version is a release of a line or of a later one.
// What came before the line's first release is not.
func atLeast(version string, major, minor int) bool {
	gotMajor, gotMinor, patch, early, ok := parseVersion(version)
	if !ok || gotMajor != major {
		return ok && gotMajor > major
	}
	return gotMinor > minor || gotMinor == minor && (patch > 0 || !early)
}
