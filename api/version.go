package api

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"parution.dev/editorial"
)

// etag is the opaque name of a thing's version. It changes with everything
// that a person can edit.
func etag(version int64, id string) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s %d", id, version))
	return `"` + hex.EncodeToString(sum[:12]) + `"`
}

// matchVersion compares an If-Match header with a thing's version: 428 where
// it names none, 412 where somebody was there first. "*" names no version.
func matchVersion(header string, version int64, id string) error {
	return matchTag(header, etag(version, id))
}

func matchTag(header, tag string) error {
	if strings.TrimSpace(header) == "" || strings.TrimSpace(header) == "*" {
		return editorial.Refuse(editorial.Needed, codeVersionNeeded)
	}
	for one := range strings.SplitSeq(header, ",") {
		if strings.TrimSpace(one) == tag {
			return nil
		}
	}
	return editorial.Refuse(editorial.Stale, codeVersionStale)
}

// versioned joins the thing as it is now to a version_stale refusal, so that
// the client can compare.
func versioned(err error, current any) error {
	if !editorial.IsKind(err, editorial.Stale) {
		return err
	}
	return &told{error: err, current: current}
}
