package api

import (
	"strconv"
	"strings"
	"time"

	"parution.dev/editorial"
)

// postTag names a post's version, and the revision that belongs to it: a stale
// change can then be told what it started from.
func postTag(p *editorial.Post) string {
	return strings.TrimSuffix(etag(p.Version, string(p.ID)), `"`) + "." + strconv.Itoa(p.Revision) + `"`
}

// taggedRevision reads the revision out of a tag; 0 where there is none.
func taggedRevision(header string) int {
	first, _, _ := strings.Cut(header, ",")
	_, number, _ := strings.Cut(strings.TrimSuffix(strings.TrimSpace(first), `"`), ".")
	revision, err := strconv.Atoi(number)
	if err != nil {
		return 0
	}
	return revision
}

// startsFrom refuses a change that did not start from the post as it is.
func (p postPatch) startsFrom(header string, now *editorial.Post) error {
	if err := matchTag(header, postTag(now)); err != nil {
		return err
	}
	if p.Revision.Sent && p.Revision.Value != now.Revision {
		return editorial.Refuse(editorial.Stale, codeVersionStale)
	}
	return nil
}

// base is the revision that the change says it started from; 0 where it does
// not say.
func (p postPatch) base(header string) int {
	if p.Revision.Sent {
		return p.Revision.Value
	}
	return taggedRevision(header)
}

// unmoved tells whether a post is surely still as it was answered with its
// present version. The version does not tell what the daemon did meanwhile,
// nor that a time has come.
func unmoved(p *editorial.Post, now time.Time) bool {
	for _, link := range p.Links {
		if link.At.After(p.Updated) {
			return false
		}
	}
	for _, d := range p.Deliveries {
		if d.Trouble.At.After(p.Updated) || d.Out.After(p.Updated) || d.Edited().After(p.Updated) {
			return false
		}
		switch d.State {
		case editorial.Planned, editorial.Scheduled:
			if !d.Due.IsZero() && !d.Due.After(now.Add(editorial.FirstLook)) { // looked at, perhaps
				return false
			}
		case editorial.Published, editorial.Missed, editorial.Failed, editorial.Dropped:
		case editorial.Held, editorial.Sending, editorial.Unsure:
			return false
		}
	}
	return true
}
