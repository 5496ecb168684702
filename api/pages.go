package api

import (
	"bytes"
	"crypto/rand"
	"errors"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"
)

// getPage answers what no route is for: a file of the pages, the page itself
// for the addresses that it draws, or a problem.
func (a *API) getPage(c *gin.Context) {
	asked := c.Request.URL.Path
	switch {
	case c.Request.Method != http.MethodGet || strings.HasPrefix(asked, "/api/"):
		a.refuse(c, refuseStatus(http.StatusNotFound, codeRouteUnknown))
	case a.cfg.Pages == nil:
		a.getHome(c)
	case drawn(asked):
		a.getIndex(c)
	default:
		a.getAsset(c, strings.TrimPrefix(path.Clean(asked), "/"))
	}
}

// drawn tells whether an address is one that the pages draw themselves. Any
// other is a file or nothing: a typing error is answered as one, and no
// scanner is told that everything exists.
func drawn(asked string) bool {
	first, _, _ := strings.Cut(strings.TrimPrefix(asked, "/"), "/")
	return slices.Contains([]string{"", "calendars", "sign-in", "start", "client", "invitation", "reset", "setup"}, first)
}

// getIndex serves the page that draws all others. Mantine and FullCalendar
// write sheets of their own into it; they carry a word that is new with each
// answer, so that no other sheet and no script in the page counts.
func (a *API) getIndex(c *gin.Context) {
	content, err := fs.ReadFile(a.cfg.Pages, "index.html")
	if err != nil {
		a.refuse(c, err)
		return
	}
	nonce := rand.Text()
	c.Header("Content-Security-Policy", pagesPolicy(nonce))
	c.Header("Cache-Control", "no-store")
	c.Data(http.StatusOK, "text/html; charset=utf-8", bytes.ReplaceAll(content, []byte("{{nonce}}"), []byte(nonce)))
}

// pagesPolicy lets the pages load what comes from here, and nothing else. No
// script stands in a page; React sets single styles through the object model,
// which needs no leave. FullCalendar carries its few arrows in its sheet.
func pagesPolicy(nonce string) string {
	return "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-" + nonce + "'; img-src 'self' data: blob:; " +
		"font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
}

// getAsset serves a file of the pages. The build names each after what is in
// it, so that a browser need never ask twice; and lays compressed forms beside
// it, so that nothing is compressed here.
func (a *API) getAsset(c *gin.Context, name string) {
	if !strings.HasPrefix(name, "assets/") || path.Ext(name) == ".br" || path.Ext(name) == ".gz" {
		a.refuse(c, refuseStatus(http.StatusNotFound, codeRouteUnknown))
		return
	}
	content, encoding, err := a.readAsset(name, c.GetHeader("Accept-Encoding"))
	if errors.Is(err, fs.ErrNotExist) {
		a.refuse(c, refuseStatus(http.StatusNotFound, codeRouteUnknown))
		return
	}
	if err != nil {
		a.refuse(c, err)
		return
	}
	c.Header("Cache-Control", "public, max-age=31536000, immutable")
	c.Header("Vary", "Accept-Encoding")
	if encoding == "" {
		c.Status(http.StatusOK)
		serveBytes(c, name, content)
		return
	}
	c.Header("Content-Encoding", encoding)
	c.Header("Content-Length", strconv.Itoa(len(content)))
	c.Data(http.StatusOK, mime.TypeByExtension(path.Ext(name)), content)
}

// readAsset reads a file in the best form that the browser takes.
func (a *API) readAsset(name, accepts string) (content []byte, encoding string, err error) {
	for _, form := range []struct{ encoding, suffix string }{{"br", ".br"}, {"gzip", ".gz"}} {
		if !takes(accepts, form.encoding) {
			continue
		}
		if content, err := fs.ReadFile(a.cfg.Pages, name+form.suffix); err == nil {
			return content, form.encoding, nil
		}
	}
	content, err = fs.ReadFile(a.cfg.Pages, name)
	return content, "", err
}

// takes tells whether an Accept-Encoding names an encoding, and does not rule
// it out.
func takes(accepts, encoding string) bool {
	for entry := range strings.SplitSeq(accepts, ",") {
		name, weight, _ := strings.Cut(entry, ";")
		if strings.EqualFold(strings.TrimSpace(name), encoding) {
			return strings.TrimRight(strings.TrimSpace(weight), "0.") != "q="
		}
	}
	return false
}
