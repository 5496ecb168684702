// Package web holds the calendar that people look at: its source beside this
// file, and what a build made of it, inside the binary.
package web

import (
	"embed"
	"io/fs"
)

// built is where the build puts the pages. What lies there in a clone is a
// note alone, so that the daemon builds without Node.
//
//go:embed all:built
var built embed.FS

// Pages returns the pages, or nil where they were not built into this binary.
func Pages() fs.FS {
	pages, err := fs.Sub(built, "built/pages")
	if err != nil {
		return nil
	}
	if _, err := fs.Stat(pages, "index.html"); err != nil {
		return nil
	}
	return pages
}
